"""The entries of a list of resolutions: paragraphs below "RESOLVED:", or numbered parts within one paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.resolutions.acts import Act
from ingest.resolutions.layout import Layout
from ingest.resolutions.lines import Line, Paragraph

_ENTRY_START = re.compile(r"^(?:and\s+)?(?:that|to|the|an?|note[sd]?|approve[sd]?|agree[sd]?)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"^(?:and\s+)?(?:that|to)\b", re.IGNORECASE)
_ENDS: tuple[Act, ...] = ("reasons", "heading", "movers", "tally", "lead", "result")
_LABEL = re.compile(r"(?:(?<=[\s:;–—-])|^)\(?(?P<label>\d{1,2}|[a-z]|[ivx]{2,4})[.)](?=\s+\S)")
_Label = tuple[str, int, int]  # what is printed, where it begins, where it ends
_SEQUENCES = (
    tuple(str(number) for number in range(1, 60)),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
    tuple("abcdefghijklmnopqrstuvwxyz"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision at its place, with the number printed in front of it; `words` are what was decided."""

    start: int
    end: int
    words: str
    number: str | None = None


def listed_entries(layout: Layout, begins: int, *, above: frozenset[str]) -> tuple[tuple[Entry, ...], int]:
    """The entries from paragraph `begins` on, and the number of the paragraph after them.

    A list goes on while its markers are of one kind; a list inside an entry belongs to that entry. `above` says what
    kind of number the paragraph over the list bears.
    """
    entries: list[Entry] = []
    styles: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    at = begins
    while at < len(layout.paragraphs) and not _ends_list(layout.paragraphs[at], layout.act_of_paragraph(at)):
        paragraph = layout.paragraphs[at]
        if not entries:
            if paragraph.styles & above and not _ENTRY_START.match(paragraph.words):
                break
            styles = paragraph.styles
        elif paragraph.styles & styles and not (inner and paragraph.styles & inner):
            styles, inner = styles & paragraph.styles, frozenset()
        elif paragraph.styles and not paragraph.styles & above and _nests(paragraph, entries[-1], inner):
            inner = inner & paragraph.styles or paragraph.styles
            entries[-1] = replace(entries[-1], end=paragraph.end, words=f"{entries[-1].words} {paragraph.words}")
            at += 1
            continue
        elif paragraph.styles or styles or not _GOES_ON.match(paragraph.words):
            break
        entries.append(Entry(paragraph.start, paragraph.end, paragraph.words, paragraph.number))
        at += 1
    return tuple(entries), at


def _ends_list(paragraph: Paragraph, act: Act | None) -> bool:
    if not paragraph.lines:
        return True
    if paragraph.marker is not None:
        return act == "movers"
    return act in _ENDS or paragraph.kind == "heading"


def _nests(paragraph: Paragraph, entry: Entry, inner: frozenset[str]) -> bool:
    """Whether a list entry of another kind belongs to the entry above it."""
    first = (paragraph.number or "").lower() in ("1", "a", "i") or "bullet" in paragraph.styles
    return bool(paragraph.styles & inner) or (
        first and entry.words.rstrip().endswith((":", "-", "–", "—", "following"))
    )


def numbered_parts(paragraph: Paragraph, lines: Sequence[Line]) -> tuple[Entry, ...]:
    """The numbered parts of a resolution that `lines` of one paragraph print; empty where it has none.

    The first part begins with the sentence that opens the resolution.
    """
    opening = lines[0].end - len(lines[0].words)
    printed = paragraph.text[opening - paragraph.start :]
    labels = [(match["label"], opening + match.start(), opening + match.end()) for match in _LABEL.finditer(printed)]
    for sequence in _SEQUENCES:
        run = _run(labels, sequence)
        if len(run) > 1:
            return _parts(paragraph, lines, run)
    return ()


def _run(labels: Sequence[_Label], sequence: Sequence[str]) -> list[_Label]:
    run: list[_Label] = []
    for label in labels:
        if len(run) < len(sequence) and label[0] == sequence[len(run)]:
            run.append(label)
    return run


def _parts(paragraph: Paragraph, lines: Sequence[Line], run: Sequence[_Label]) -> tuple[Entry, ...]:
    last = next(line.end for line in lines if line.end > run[-1][2])
    cuts = [start for _, start, _ in run[1:]]
    parts = []
    for (label, _, words_from), start, end in zip(run, [lines[0].start, *cuts], [*cuts, last], strict=True):
        words = paragraph.text[words_from - paragraph.start : end - paragraph.start]
        parts.append(Entry(start, end - (len(words) - len(words.rstrip())), words.strip(), label))
    return tuple(parts)
