"""One spelling for what is spelled in several ways: British and American forms become the same word for searching.

What comes out is a key that nobody reads, so it need not be right; records and questions only have to get the same one.
"""

import re
import string
from collections.abc import Iterator

# Endings and beginnings, each with what it becomes. A rule that would make one word of two different ones is left out.
_RULES = tuple(
    (re.compile(pattern), becomes)
    for pattern, becomes in (
        (r"(?<=\w{2})iz(e[dsr]?|ers?|ing|ations?|ational)$", r"is\1"),  # organize, organise
        (r"(?<=\w{2})yz(e[dsr]?|ers?|ing)$", r"ys\1"),  # analyze, analyse
        (r"(?<=\w{3})our(?=$|s$|ed$|er|ing|ab|al|ful|hood|is[mt]|it|less|ly)", "or"),  # harbour, harbor
        (r"(cent|theat|met|lit|fib|calib|spect)re(s?)$", r"\1er\2"),  # centre, center
        (r"(?<=\w)ogue(?=s?$)", "og"),  # catalogue, catalog
        (r"gramme(?=s?$)", "gram"),  # programme, program
        (r"^(defen|licen|offen|preten|practi)ce", r"\1se"),  # licence, license
        (r"([aeiou]\w*[aeiou])ll(ed|ers?|ing|ors?|ation)$", r"\1l\2"),  # traveller, traveler
        (r"^(enrol|fulfil|instal|skil|wil)l(ment|ful)", r"\1\2"),  # enrollment, enrolment
        (r"ae(?=mi|sthe|diatr|m[ao]|colog|olog|di)", "e"),  # anaemia, anemia
        (r"oe(?=t[au]|strog|a$)", "e"),  # foetal, fetal
        (r"dge(ments?)$", r"dg\1"),  # judgement, judgment
    )
)
_WORDS = {
    "aging": "ageing",
    "aluminum": "aluminium",
    "amongst": "among",
    "curb": "kerb",
    "curbs": "kerbs",
    "gray": "grey",
    "jewelry": "jewellery",
    "learnt": "learned",
    "maths": "math",
    "mom": "mum",
    "moms": "mums",
    "plow": "plough",
    "plows": "ploughs",
    "skeptical": "sceptical",
    "whilst": "while",
}


def one_spelling(word: str) -> str:
    """The key of a word in lower case.

    >>> one_spelling("organisations") == one_spelling("organizations")
    True
    """
    found = _WORDS.get(word, word)
    if len(found) > 4:
        for pattern, becomes in _RULES:
            found = pattern.sub(becomes, found)
    return found


def near_spellings(word: str) -> Iterator[str]:
    """What `word` may be a slip of the pen for: two letters in the wrong order, one too many, too few or wrong."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for head, tail in halves:
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        if tail:
            yield head + tail[1:]
        for letter in string.ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
