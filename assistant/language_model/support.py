"""Whether what a sentence cites supports it: words, numbers, names, who said it, negation, and meaning.

A sentence is held to each test; the first that fails is the reason. The tests are strict on purpose: a sentence taken
out is a loss, an invented one ends the reader's trust.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assistant.answer.phrases import day
from assistant.language_model.attributed import said_by
from assistant.model import Citation
from assistant.words import stems, words
from ingest.sentences import sentence_spans

Encode = Callable[[Sequence[str]], npt.NDArray[np.float32]]

# The share of a sentence's words that its quotes hold: enough alone, or with a meaning this near.
COVERED = 0.75
COVERED_WITH_MEANING = 0.4
MEANING = 0.6

# Words of reporting that a sentence may add to what it reports.
_REPORTING = frozenset(
    stem
    for word in """say said state stated explain explained advise advised report reported note noted tell told add added
    confirm confirmed describe described ask asked answer answered respond responded reply replied highlight highlighted
    outline outlined mention mentioned emphasise emphasised record records recorded minutes meeting committee according
    decide decided decision resolve resolved agree agreed also however both further item question response""".split()
    for stem in stems(word)
)
_NEGATED = re.compile(
    r"\b(?:not|no|never|none|nobody|neither|nor|cannot|without|unable|fail(?:ed|s)?|refus(?:ed|es|al)|declin(?:ed|es)"
    r"|reject(?:ed|s)|den(?:ied|ies)|lost|against|oppos(?:ed|es)|\w+n['’]t)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,.;:]|\b(?:but|although|while)\b")
_OPPOSITES = (
    (
        "increas rise risen rose grew grown higher more up",
        "decreas reduc fall fell fallen drop lower fewer less down cut",
    ),
    ("agree approv carri accept support grant adopt", "refus reject lost defeat oppos defer withdrawn"),
    ("open reopen start begin began", "close closur end stop ceas"),
    ("before earlier", "after later"),
    ("first", "last"),
    ("confirm", "deni deny"),
    ("best better improv", "worst wors deterior"),
)
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "hundred": "100", "half": "50"}
# "one" is as often a pronoun as a number.
_NO_NUMBERS = frozenset({"one", "half", "hundred"})
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_NAME = re.compile(r"(?<![.!?:“\"‘'] )(?<!^)\b[A-Z][\w’'-]*[a-z][\w’'-]*")
_TITLES = frozenset("mr mrs ms miss mx dr councillor cllr the chair member members committee council".split())


def unsupported(sentence: str, quotes: Sequence[Citation], encode: Encode) -> str | None:
    """Why `quotes` do not support `sentence`, in a few words; None where they do.

    `encode` gives one unit vector a row for a list of texts.
    """
    if not quotes:
        return "it cites nothing"
    held = " \n".join(_texts(quotes))
    if wrong := _numbers(sentence) - _numbers(held):
        return f"the number {min(wrong)} is not in its sources"
    if missing := _names(sentence) - set(words(held)):
        return f"the name {min(missing)} is not in its sources"
    if (voice := said_by(sentence, quotes)) is not None:
        return f"its sources do not give these words to {voice}"
    if _turned_round(sentence, quotes):
        return "its sources say the opposite"
    return None if _meant(sentence, quotes, held, encode) else "its sources say something else"


def _texts(quotes: Iterable[Citation]) -> Iterable[str]:
    for quote in quotes:
        yield quote.quote
        yield from filter(None, (quote.committee, quote.organisation, quote.item_title, quote.asker))
        yield from quote.speakers
        if quote.date:
            yield day(quote.date)
            yield str(quote.date.year)
        yield f"item {quote.item_number or ''}"


def _numbers(text: str) -> set[str]:
    """The numbers of a text, in digits, whichever way they are printed."""
    found = {number.replace(",", "").rstrip(".:/") for number in _NUMBER.findall(text)}
    return found | {_NUMBER_WORDS[word] for word in words(text) if word in _NUMBER_WORDS.keys() - _NO_NUMBERS}


def _names(sentence: str) -> set[str]:
    """Capitalised words that do not begin the sentence, lower case, without their genitive."""
    found = {match.group().lower().replace("’", "'") for match in _NAME.finditer(sentence)}
    bare = {name.removesuffix("'s").removesuffix("'") for name in found}
    return bare - _TITLES


def _turned_round(sentence: str, quotes: Sequence[Citation]) -> bool:
    """Whether the nearest sentence of the quotes denies what this one asserts, or the other way round."""
    said = set(stems(sentence))
    nearest = max(_sentences(quotes), key=lambda text: len(said & set(stems(text))), default="")
    source = set(stems(nearest))
    for one, other in _opposites():
        for mine, theirs in ((one, other), (other, one)):
            if said & mine and not (source & mine) and source & theirs and not (said & theirs):
                return True
    if denied := _all_behind(sentence):
        around = [window for text in _sentences(quotes) for window in _all_around(text)]
        return not all(any(_most(behind, window) for window in around) for behind in denied)
    return any(len(behind) > 1 and _most(behind, said) for behind in _all_behind(nearest))


def _all_behind(text: str) -> list[tuple[str, ...]]:
    return [_behind(match, text) for match in _NEGATED.finditer(text)]


def _behind(negation: re.Match[str], text: str) -> tuple[str, ...]:
    """The first words of substance that a negation denies."""
    return stems(_CLAUSE_END.split(text[negation.end() :])[0])[:4]


def _all_around(text: str) -> list[frozenset[str]]:
    """The words of substance about each negation: "permission was refused" denies what stands before it."""
    return [
        frozenset(
            (*stems(_CLAUSE_END.split(text[: match.start()])[-1])[-3:], *stems(match.group()), *_behind(match, text))
        )
        for match in _NEGATED.finditer(text)
    ]


def _most(behind: Sequence[str], held: AbstractSet[str]) -> bool:
    return sum(stem in held for stem in behind) > 0.6 * len(behind) or not behind


def _sentences(quotes: Sequence[Citation]) -> list[str]:
    return [quote.quote[start:end] for quote in quotes for start, end in sentence_spans(quote.quote)]


def _meant(sentence: str, quotes: Sequence[Citation], held: str, encode: Encode) -> bool:
    said = [stem for stem in stems(sentence) if stem not in _REPORTING]
    source = set(stems(held))
    covered = sum(stem in source for stem in said) / len(said) if said else 1.0
    if covered >= COVERED:
        return True
    if covered < COVERED_WITH_MEANING:
        return False
    vectors = encode([sentence, *_sentences(quotes)])
    return float((vectors[1:] @ vectors[0]).max(initial=0.0)) >= MEANING


@lru_cache(maxsize=1)
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    def stemmed(listed: str) -> frozenset[str]:
        return frozenset(stem for word in listed.split() for stem in stems(word)) | frozenset(listed.split())

    return tuple((stemmed(one), stemmed(other)) for one, other in _OPPOSITES)
