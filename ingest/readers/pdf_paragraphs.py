"""The lines of printed pages become paragraphs again: lines joined, words mended that were broken at a line end."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import block_of, clean, printed_marker
from ingest.draft import Block
from ingest.readers.page_furniture import furniture_of
from ingest.readers.pdf_text import PrintedLine
from ingest.readers.printed_numbers import numbered_start
from ingest.readers.printed_preface import opens_roster
from ingest.readers.template_markers import is_marked
from ingest.readers.turns import turn_of

_UNKNOWN_GLYPH = re.compile(r"^\(cid:\d+\)\s*")
_STRAY_GLYPH = re.compile(r"\(cid:\d+\)")
_SENTENCE_END = re.compile(r"[.:;!?]['\"”’)\]]*$|;\s*(?:and|or)$")
_BROKEN_WORD = re.compile(r"(?P<head>[^\W\d_]+)[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
# A gap above a line that is this much larger than usual begins a paragraph.
_WIDE_GAP = 1.35
# Lines of one paragraph stand at most so many times their height apart, unless the page is double-spaced.
_SINGLE_SPACED = 1.5
# How much wider than usual the letters of a word may be.
_ROOMY = 1.5
_LONGEST_HEADING = 140
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text proper, with its page and the usual distance between lines there."""

    printed: PrintedLine
    page: int
    leading: float

    @property
    def text(self) -> str:
        return _UNKNOWN_GLYPH.sub("• ", self.printed.text)


def paragraphs_of(pages: Sequence[Sequence[PrintedLine]]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The paragraphs, headings and rows of the pages with their page numbers, and the running headers and footers."""
    furniture, margins = furniture_of([[(line.text, line.top) for line in page] for page in pages])
    lines = [
        _Line(line, number + 1, _leading(page))
        for number, page in enumerate(pages)
        for at, line in enumerate(page)
        if (number, at) not in furniture
    ]
    words = _whole_words([line.text for line in lines])
    right = _right_margin(lines)
    return tuple(_block(group, words) for group in _grouped(lines, right)), margins


def _whole_words(lines: Sequence[str]) -> Counter[str]:
    """The words of the document without the halves of those that are broken at a line end."""
    words: Counter[str] = Counter()
    is_half = False
    for line in lines:
        found = [word.lower() for word in _WORD.findall(line)]
        breaks = _BROKEN_WORD.search(line) is not None
        words.update(found[is_half : len(found) - breaks])
        is_half = breaks
    return words


def _leading(page: Sequence[PrintedLine]) -> float:
    """The distance between lines of one paragraph: the usual one among those that are hardly more than a line high.

    Where all are wider (double spacing), more than a third of all, for the others stand between paragraphs.
    """
    gaps = sorted(late.bottom - early.bottom for early, late in itertools.pairwise(page))
    heights = sorted(line.bottom - line.top for line in page)
    if not gaps:
        return 14.0
    single = [gap for gap in gaps if gap <= _SINGLE_SPACED * heights[len(heights) // 2]]
    return single[len(single) // 2] if len(single) > 1 else gaps[len(gaps) // 3]


def _right_margin(lines: Sequence[_Line]) -> float:
    rights = sorted(line.printed.right for line in lines)
    return rights[int(0.9 * (len(rights) - 1))] if rights else 0.0


def _grouped(lines: Sequence[_Line], right: float) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and not _goes_on(group, line, right):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[_Line], line: _Line, right: float) -> bool:
    """Whether `line` belongs to the paragraph of `group`."""
    last = group[-1]
    if is_marked(line.text) or is_marked(last.text):
        return False
    if _is_row(line) or _is_row(last) or line.printed.bold != last.printed.bold:
        return False
    ends = _SENTENCE_END.search(last.text) is not None
    if _begins_entry(group, line, ends) or (":" in line.text and opens_roster(line.text)):
        return False
    is_short = last.printed.right < right - 0.18 * (right - group[0].printed.left)
    if line.page != last.page:
        return line.text[:1].islower() or not (ends or is_short)
    if line.printed.bottom - last.printed.bottom > _WIDE_GAP * line.leading:
        return False
    if line.printed.bold:
        return not ends
    if is_short and ends:
        return False
    return not (_begins_upright(line.text) and (_had_room(last, line, right) or (is_short and len(group) == 1)))


def _had_room(last: _Line, line: _Line, right: float) -> bool:
    """Whether the first word of `line` would have stood at the end of the line before it, had it belonged there."""
    width = (last.printed.right - last.printed.left) / max(1, len(last.text))
    return last.printed.right + _ROOMY * width * (len(line.text.split(" ", 1)[0]) + 1) < right


def _begins_upright(text: str) -> bool:
    """Whether a line begins with a capital, or with a number and a capital, as titles and sentences do."""
    numbered = numbered_start(Block(text))
    return (numbered.rest if numbered is not None and numbered.rest else text)[:1].isupper()


def _begins_entry(group: Sequence[_Line], line: _Line, ends: bool) -> bool:
    """Whether a line begins a turn, or with a bullet or number that the wrapping did not bring there."""
    text = line.text
    if ends and turn_of(text) is not None:
        return True
    found = printed_marker(text)
    if found is not None and found[0] == "bullet":
        return found[1] not in "–—-*" or ends
    numbered = numbered_start(Block(text))
    if found is None and (numbered is None or numbered.scheme not in ("dotted", "number", "item", "reference")):
        return False
    hanging = len(group) > 1 and abs(group[1].printed.left - group[0].printed.left) > 4
    if hanging and abs(line.printed.left - group[1].printed.left) <= 2:
        return ends and found is not None
    return ends or line.printed.left < group[-1].printed.left - 4 or (found is not None and len(group) == 1 and ends)


def _is_row(line: _Line) -> bool:
    """Whether a line has columns; a number in the margin is none."""
    columns = line.printed.columns
    if len(columns) == 1:
        return False
    first = _UNKNOWN_GLYPH.sub("• ", columns[0])
    lone_number = len(columns) == 2 and (
        (numbered_start(Block(f"{first} X")) is not None and len(first) < 12)
        or printed_marker(f"{first} X") is not None
    )
    return not lone_number


def _block(group: Sequence[_Line], words: Counter[str]) -> Block:
    page = group[0].page
    if _is_row(group[0]):
        return Block("\t".join(clean(column) for column in group[0].printed.columns), kind="row", page=page)
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, words)
    text = clean(_STRAY_GLYPH.sub("", text).translate(_LIGATURES))
    if group[0].printed.bold and len(text) <= _LONGEST_HEADING:
        return Block(text, kind="heading", page=page)
    numbered = numbered_start(Block(text))
    if numbered is not None and numbered.scheme == "dotted" and numbered.rest:
        return Block(text, kind="numbered", marker=numbered.number, page=page)
    return block_of(text, page=page)


def _joined(text: str, line: str, words: Counter[str]) -> str:
    broken = _BROKEN_WORD.search(text)
    tail = _WORD.match(line)
    if broken is None or tail is None or not line[:1].islower():
        return f"{text} {line}"
    return f"{text[: broken.end('head')]}{_mended(broken['head'], tail[0], words)}{line}"


def _mended(head: str, tail: str, words: Counter[str]) -> str:
    """What stands between the halves of a word broken at a line end: a hyphen that belongs there, or nothing."""
    first, second = head.lower(), tail.lower()
    if words[first + second]:
        return ""
    if words[f"{first}-{second}"] or (len(first) > 2 and len(second) > 2 and words[first] and words[second] > 1):
        return "-"
    return ""
