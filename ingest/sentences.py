"""Where sentences begin and end in minuted text.

Minutes are full of stops that end nothing ("Cllr. Hale", "No. 4", "7.30 p.m.", "J. Ockenden", "£1.9m"), so the
rule is: a stop ends a sentence when white space and something that can begin one follow, unless the word before it
is an abbreviation or an initial. A line end always ends a sentence: blocks of minutes are joined by line ends.
"""

import re

# What is longer is no prose: a table, a dump, or text whose line ends were lost. Nobody is looked for in it.
LONGEST_BLOCK = 50_000
LONGEST_SENTENCE = 8_000

_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof rev revd fr st cllr cllrs ald hon rt sgt insp supt det ch capt lt col maj gen sec messrs "
    "no nos para paras p pp vol ed fig app art ref refs ext tel dept govt co corp inc ltd vs v cf e.g "
    "i.e eg ie viz approx est min max "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# These end a sentence when a capital follows, although they are abbreviations.
_ENDS_ANYWAY = frozenset("ltd co inc corp app min max ref jan feb mar apr jun jul aug sep sept oct nov dec no".split())
_STOP = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s)|\n+")
_BEGINS = re.compile(r"\s+[\"'“‘(\[]*(?P<first>[A-Z0-9£À-Þ•·§–—-]|[a-z]\))")
_LAST_WORD = re.compile(r"([^\s(\[“‘\"']+)$")
# What is called by a letter: "option B. Councillor Hale" is two sentences.
_LETTERED = re.compile(
    r"\b(?:option|part|section|appendix|annex|band|grade|category|class|schedule|block|zone|plan|phase|site|lot|route|"
    r"group|table|figure|hepatitis|vitamin)\s$",
    re.I,
)
_NUMBER_NEXT = re.compile(r"\s+\d")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The `(start, end)` of each sentence in `text`, in order, without the white space between them.

    Together the spans hold every character that is not white space.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop.end() <= start or not _ends_sentence(text, stop, start):
            continue
        _append(spans, text, start, stop.end())
        start = stop.end()
    _append(spans, text, start, len(text))
    return spans


def is_prose(text: str) -> bool:
    """Whether a block of minutes can be read for who spoke and what was decided: no part of it is beyond all prose."""
    if len(text) <= LONGEST_SENTENCE:
        return True
    return len(text) <= LONGEST_BLOCK and all(end - start <= LONGEST_SENTENCE for start, end in sentence_spans(text))


def sentences(text: str) -> list[str]:
    """The sentences of `text`, as printed."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends_sentence(text: str, stop: re.Match[str], start: int) -> bool:
    if "\n" in stop[0]:
        return True
    following = _BEGINS.match(text, stop.end())
    if following is None:
        return False
    if stop[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(start, stop.start() - 30), stop.start())
    if word is None:
        return True
    last = word[1].lower()
    if last in _ABBREVIATIONS:
        return last in _ENDS_ANYWAY and not _NUMBER_NEXT.match(text, stop.end())
    is_initial = (
        len(last) == 1 and last.isalpha() and word[1].isupper() and not _LETTERED.search(text, start, word.start())
    )
    is_list_number = last.rstrip(".").isdigit() and word.start() == start + _leading_space(text, start)
    return not (is_initial or is_list_number or re.fullmatch(r"\(?[a-z]", word[1]) is not None)


def _leading_space(text: str, start: int) -> int:
    at = start
    while at < len(text) and text[at].isspace():
        at += 1
    return at - start
