"""The text of a language model, as it comes, as sentences with the numbers that each cites."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.sentences import sentence_spans

# A marker: "[1]", "[1, 2]", "[1-3]", "【2】", "[^1]", "[Evidence 2]".
_MARKER = re.compile(
    r"\s*[\[【]\^?\s*(?:evidence|source|item)?\s*(?P<numbers>\d+(?:\s*(?:[,;&–—-]|and|to)\s*\d+)*)\s*(?:†[^\]】]*)?[\]】]",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+)\s*(?:[–—-]|to)\s*(\d+)")
# A marker behind the full stop belongs to the sentence before it.
_BEHIND = re.compile(r"(?P<stop>[.!?][\"”’)]*)(?P<markers>(?:\s*[\[【][^\[\]【】\n]{1,30}[\]】])+)")
_OPEN = re.compile(r"\s*[\[【][^\]】]*$")
_BULLET = re.compile(r"[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]+")
_ENDED = re.compile(r"[.!?…:][\"”’)*_]*\s*$|[\]】][\s*_]*$")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|^#+\s*", re.MULTILINE)
# Without one of these nothing has ended.
_STOP = re.compile(r"[.!?\n]")
# A range over more numbers than this is a slip.
_LONGEST_RANGE = 20


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence without its markers, the numbers they hold, and what stands between it and the one before.

    The last of a text that breaks off without a full stop or marker is not `whole`.
    """

    text: str
    numbers: tuple[int, ...]
    before: str = " "
    whole: bool = True


def cited_sentences(pieces: Iterable[str]) -> Iterator[CitedSentence]:
    """The sentences of a text that comes in `pieces`, each as soon as it is whole, its markers included."""
    held = ""
    for piece in pieces:
        held += piece
        if _STOP.search(held):
            found, held = _whole(held)
            yield from found
    found = _split(held)[0]
    yield from found[:-1]
    if found:
        yield replace(found[-1], whole=_ENDED.search(held) is not None)


def _whole(text: str) -> tuple[list[CitedSentence], str]:
    """The sentences of `text` that nothing to come can change, and the rest."""
    ready = _readied(text)
    spans = sentence_spans(ready)
    if len(spans) < 2:
        return [], text
    rest = spans[-1][0]
    # The rest may be a marker of the sentence before it that is not whole yet.
    if not re.search(r"\w", _OPEN.sub("", ready[rest:])):
        rest = spans[-2][0]
    # A bullet or line end in front of the rest stays with it.
    while rest and ready[rest - 1] in " \t\n":
        rest -= 1
    return _split(ready[:rest])[0], ready[rest:]


def _readied(text: str) -> str:
    """The text without marks of emphasis, its markers before the full stop that they follow."""
    return _BEHIND.sub(r"\g<markers>\g<stop>", _EMPHASIS.sub("", text))


def _split(text: str) -> tuple[list[CitedSentence], str]:
    ready = _readied(text)
    found: list[CitedSentence] = []
    last = 0
    for start, end in sentence_spans(ready):
        gap = ready[last:start]
        before = "\n" if "\n" in gap else " "
        bullet = _BULLET.match(ready, start, end)
        if bullet:
            before, start = "\n- ", bullet.end()
        sentence = ready[start:end]
        bare = " ".join(_MARKER.sub("", sentence).split())
        last = end
        if re.search(r"\w", bare):
            found.append(CitedSentence(bare, _numbers(sentence), before))
    return found, ready[last:]


def _numbers(sentence: str) -> tuple[int, ...]:
    found: list[int] = []
    for marker in _MARKER.finditer(sentence):
        printed = marker["numbers"]
        for first, last in _RANGE.findall(printed):
            if int(first) < int(last) <= int(first) + _LONGEST_RANGE:
                found.extend(range(int(first), int(last) + 1))
        found.extend(int(number) for number in re.findall(r"\d+", _RANGE.sub(" ", printed)))
    return tuple(dict.fromkeys(found))
