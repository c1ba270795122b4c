"""The minutes of an item as paragraphs of lines: each a sentence, the number or bullet in front of it set aside."""

import re
from dataclasses import dataclass

from ingest.draft import BlockKind, PlacedBlock, PlacedMinutes
from ingest.sentences import is_prose, sentence_spans

_MARKER = re.compile(
    r"^(?P<marker>[•·▪●◦‣⁃∙§–—*-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|"
    r"\d{1,3}[A-Za-z]?(?:\.\d{1,3})+\.?)(?=\s)\s*"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the minutes at its place; `words` are its text without the number or bullet in front."""

    start: int
    end: int
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the minutes, without lines where it is too long to be prose.

    `styles` says what its marker may be a member of ("(a)": letters in brackets).
    """

    start: int
    end: int
    kind: BlockKind
    text: str
    lines: tuple[Line, ...]
    marker: str | None = None
    styles: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The text without the marker."""
        return " ".join(line.words for line in self.lines)

    @property
    def number(self) -> str | None:
        """The number or letter of a list entry without its punctuation; None for a bullet."""
        bare = (self.marker or "").strip("().")
        return bare if any(sign.isalnum() for sign in bare) else None


def paragraphs_of(minutes: PlacedMinutes) -> tuple[Paragraph, ...]:
    """The paragraphs of `minutes`, in order."""
    return tuple(_paragraph(minutes.text, placed) for placed in minutes.blocks)


def styles_of(marker: str | None) -> frozenset[str]:
    """The kinds of list that an entry with this marker may belong to; "(i)" is a letter and a Roman number.

    >>> sorted(styles_of("(i)"))
    ['(i)', '(letter)']
    """
    if marker is None:
        return frozenset()
    bare = marker.strip("().").lower()
    shape = marker.replace(marker.strip("()."), "{}") if bare else "{}"
    if "." in bare:
        return frozenset({"paragraph number"})
    if bare.isdigit():
        return frozenset({shape.format("number")})
    kinds = {shape.format("letter")} if len(bare) == 1 and bare.isalpha() else set()
    return frozenset(kinds | ({shape.format("i")} if bare in _ROMAN else set()) or {"bullet"})


def _paragraph(text: str, placed: PlacedBlock) -> Paragraph:
    if not is_prose(placed.block.text):
        return Paragraph(placed.start, placed.end, placed.block.kind, "", ())
    marker, length = _marker(placed)
    lines: list[Line] = []
    for start, end in sentence_spans(placed.block.text):
        words = placed.block.text[max(start, min(length, end)) : end]
        if lines or words or end > length:
            lines.append(Line(placed.start + start, placed.start + end, placed.block.text[start:end], words.strip()))
    return Paragraph(
        placed.start, placed.end, placed.block.kind, placed.block.text, tuple(lines), marker, styles_of(marker)
    )


def _marker(placed: PlacedBlock) -> tuple[str | None, int]:
    """The marker of a block, and how much of its text is marker."""
    text, given = placed.block.text, placed.block.marker
    if given and text.startswith(given):
        return given, len(given)
    printed = _MARKER.match(text)
    if printed:
        return given or printed["marker"], printed.end()
    return given, 0
