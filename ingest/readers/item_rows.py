"""The items of a meeting in lines without markup: "12." on a line of its own, the title below it, then labels.

Where an extractor lost the numbers, the labels "Minutes:" tell the items apart.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.draft import DraftItem
from ingest.readers.labels import is_debris, part_of, without_file_size
from ingest.readers.lines import Line
from ingest.readers.sections import read_item

_NUMBER = re.compile(r"(?P<digits>\d{1,3})(?P<letter>[a-z]{0,2})\.?|[A-Z]\d{1,3}\.?|\d{1,4}/\d{2,4}\.?")
# Below a title, before the minutes: whose report it is, and what the item is for.
_AUTHOR_OR_PURPOSE = re.compile(
    r"(?:(?:Joint )?Report (?:of|by|from)|To (?:consider|receive|note|approve|agree)|Purpose)\b"
)
_ENTRY_END = re.compile(r"[;,]$|; (?:and|or)$")
_LONGEST_TITLE = 250
# How far below its title an item's "Minutes:" may stand, and how far above "Minutes:" its title.
_REACH = 14
_LARGEST_STEP = 12


def items_of(lines: Sequence[Line], base: str | None = None) -> list[DraftItem]:
    """The items that `lines` print, in order; none where neither numbers nor labels divide them."""
    numbered = list(_numbered_starts(lines))
    if numbered:
        return [_numbered_item(part, base) for part in _parts(lines, numbered)]
    return [read_item(part[1:], title=part[0], base=base) for part in _parts(lines, list(_labelled_starts(lines)))]


def _parts(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[Sequence[Line]]:
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        yield lines[start:end]


def first_item(lines: Sequence[Line]) -> int:
    """Where the first item begins; the number of lines where there is none."""
    return next(_numbered_starts(lines), next(_labelled_starts(lines), len(lines)))


def _numbered_item(lines: Sequence[Line], base: str | None) -> DraftItem:
    return read_item(lines[2:], number=lines[0].text.rstrip("."), title=lines[1], base=base)


def _numbered_starts(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that hold only an item's number: rising, with a title below that is no sentence of a list."""
    last: tuple[int, str] | None = None
    for position, line in enumerate(lines[:-1]):
        match = _NUMBER.fullmatch(line.text)
        if match is None or not _is_title(lines[position + 1]):
            continue
        order = (int(match["digits"]), match["letter"]) if match["digits"] else None
        if order is not None:
            if last is not None and not _follows(last, order):
                continue
            last = order
        yield position


def _follows(last: tuple[int, str], order: tuple[int, str]) -> bool:
    if order[0] == last[0]:
        return order[1] > last[1]
    return 0 < order[0] - last[0] <= _LARGEST_STEP


def _is_title(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_TITLE or part_of(text, marked=line.label) in ("agenda", "decisions", "documents", "votes"):
        return False
    return text[:1].upper() == text[:1] and _ENTRY_END.search(text) is None and _NUMBER.fullmatch(text) is None


def _labelled_starts(lines: Sequence[Line]) -> Iterator[int]:
    reached = 0
    for position, line in enumerate(lines):
        if part_of(line.text, marked=line.label) != "minutes":
            continue
        above = range(position - 1, max(reached, position - _REACH) - 1, -1)
        titles = [candidate for candidate in above if _is_bare_title(lines[candidate])]
        linked = [candidate for candidate in titles if without_file_size(lines[candidate].text)]
        named = [candidate for candidate in titles if not _AUTHOR_OR_PURPOSE.match(lines[candidate].text)]
        found = next(iter(linked or named or titles), None)
        if found is not None:
            yield found
            reached = position + 1


def _is_bare_title(line: Line) -> bool:
    text = line.text
    if not _is_title(line) or part_of(text) is not None or is_debris(text):
        return False
    return (
        line.kind in ("paragraph", "heading")
        and line.block().kind in ("paragraph", "heading")
        and text[-1] not in ".;:"
    )
