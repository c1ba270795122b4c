"""Printed lines: what every reader of pages sees, whether the page was markup or is only its text.

Text that came through somebody's extractor may be wrapped in the middle of sentences or poured into a pipe table;
here it becomes one line a paragraph again.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks import clean, printed_marker
from ingest.draft import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: a paragraph, a list entry, a heading, a label or a table row.

    `links` are the texts and addresses of the links in it. `label` says that the markup sets it as a label
    ("Minutes:"), `apart` that an empty line stands before it.
    """

    text: str
    kind: BlockKind = "paragraph"
    marker: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    label: bool = False
    apart: bool = False

    def block(self) -> Block:
        """The line as a block of minutes; a bullet or number printed in it decides what it is."""
        kind, marker = self.kind, self.marker
        if kind in ("paragraph", "bullet", "numbered"):
            kind, marker = printed_marker(self.text) or (kind, marker)
        return Block(self.text, kind, marker)


_PIPE_RULE = re.compile(r"^\s*(?:\|\s*)?:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*(?:\|\s*)?$")
_CELL_LABEL = re.compile(r"\b((?:Minutes|Decisions?|(?:Additional|Supporting) documents) ?:)(?=\s|$)")
# What a page in a table has: the heading of its items, a label, or a cell too long for a column.
_POURED = re.compile(rf"^[\s|]*No\.?\s*\||{_CELL_LABEL.pattern}|[^|]{{120}}")
_TITLE_LINK = re.compile(r"(?<=[KM]B)\s+(?=[A-Z])")
_MARKDOWN_LINK = re.compile(r"!?\[(?P<words>[^\[\]]+)\]\((?P<address>[^()\s]+)(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(
    r"(?P<sign>\*\*|__|(?<![\w*])\*(?!\*)|(?<![\w_])_(?!_))(?=\S)(?P<words>[^*_]+)(?<=\S)(?P=sign)(?!\w)"
)
_MARKDOWN_SIGN = re.compile(r"[*_\[]")
_COLUMN_GAP = re.compile(r"\s*\t\s*|[ \xa0]{3,}")
_LONGEST_CELL = 80
# From so many lines in columns on, a line in columns among others is one too.
_LEAST_ROWS = 4
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+")
_SENTENCE_END = re.compile(r"[.:;!?]['\"”’)\]]*$|;\s*(?:and|or)$")
_LABEL_LIKE = re.compile(r"^[A-Z][\w\s/&’'()-]{0,60}:$")
# The end of the line that names meeting and item.
_ENDS_HEAD = re.compile(r"\(Item\s[^()]{1,12}\)$")
# A line this long was broken by its width, not by its writer, when the next goes on in lower case.
_SHORTEST_WRAPPED = 45
# Printed widths that extractors wrap at; longer lines are whole paragraphs.
_LONGEST_WRAPPED = 130
_WRAPPED_SHARE = 0.25
_TOLERANCE = 4


def lines_of(text: str) -> list[Line]:
    """The lines of a plain text, with wrapped lines joined and table pipes taken out; empty lines are left out.

    Lines in columns become rows, and the signs of Markdown headings, emphasis and links are read, not kept.
    """
    groups = _groups(_without_pipes(text))
    if _is_wrapped(groups):
        width = max(len(line) for group in groups for line in group)
        groups = [_unwrapped(group, width) for group in groups]
    found: list[Line] = []
    for group in groups:
        for position, text_line in enumerate(group):
            found.append(_line(text_line, apart=position == 0))
    return found


def _line(text: str, *, apart: bool) -> Line:
    if "\t" in text:
        return Line(text, "row", apart=apart)
    heading = _MARKDOWN_HEADING.match(text)
    if heading:
        return Line(_EMPHASIS.sub(r"\g<words>", text[heading.end() :]).strip(" #"), "heading", apart=apart)
    if _MARKDOWN_SIGN.search(text) is None:
        return Line(text, apart=apart)
    bold = re.fullmatch(r"\*\*([^*]+)\*\*", text)
    if bold:
        return Line(bold[1], "heading", apart=apart)
    links = tuple((link["words"], link["address"]) for link in _MARKDOWN_LINK.finditer(text))
    return Line(_EMPHASIS.sub(r"\g<words>", _MARKDOWN_LINK.sub(r"\g<words>", text)), links=links, apart=apart)


def _cleaned(lines: list[str]) -> list[str]:
    """The lines with single blanks; where several stand in columns, these are parted by tabs."""
    columns = [_columns(line) for line in lines]
    is_tabled = sum(len(cells) > 1 for cells in columns) >= _LEAST_ROWS
    found: list[str] = []
    for at, line in enumerate(lines):
        beside = columns[max(0, at - 1) : at] + columns[at + 1 : at + 2]
        is_row = len(columns[at]) > 1 and (is_tabled or any(len(cells) > 1 for cells in beside))
        found.append("\t".join(columns[at]) if is_row else clean(line))
    return found


def _columns(line: str) -> list[str]:
    """The cells of a line that blanks or tabs part; only one where the first is a number or bullet, or runs long."""
    if "   " not in line and "\t" not in line:
        return []
    cells = [clean(cell) for cell in _COLUMN_GAP.split(line.strip()) if clean(cell)]
    if len(cells) < 2 or not cells[0][0].isalpha() or printed_marker(f"{cells[0]} x") is not None:
        return []
    return cells if all(len(cell) <= _LONGEST_CELL for cell in cells) else []


def _groups(lines: list[str]) -> list[list[str]]:
    """Runs of lines between empty ones."""
    groups: list[list[str]] = [[]]
    for line in _cleaned(lines):
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _without_pipes(text: str) -> list[str]:
    """The lines with tables of pipes taken apart: into lines where a page was poured into one, else into rows."""
    lines = text.split("\n")
    if not any(_PIPE_RULE.match(line) and "|" in line for line in lines):
        return lines
    is_page = any(_POURED.search(line) for line in lines if "|" in line)
    found: list[str] = []
    for line in lines:
        if _PIPE_RULE.match(line):
            continue
        if "|" not in line:
            found.append(line)
        elif is_page:
            found.extend(part for cell in line.split("|") for part in _parts_of_cell(cell))
            found.append("")
        else:
            found.append("\t".join(clean(cell) for cell in line.strip().strip("|").split("|")))
    return found


def _parts_of_cell(cell: str) -> list[str]:
    """A cell whose lines were poured into one, divided again at its labels and behind the link of its title."""
    parts = [part.strip() for part in _CELL_LABEL.split(cell)]
    title, *rest = parts
    return [part for part in (*_TITLE_LINK.split(title, maxsplit=1), *rest) if part]


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Whether lines break in the middle of sentences: often a long line without an end is followed by another."""
    pairs = [pair for group in groups for pair in pairwise(group)]
    longest = max((len(line) for group in groups for line in group), default=0)
    if not pairs or longest > 3 * _LONGEST_WRAPPED:
        return False
    broken = [second for first, second in pairs if _breaks(first, second)]
    if len(broken) < 2:
        return False
    in_sentence = sum(second[0].islower() for second in broken)
    full_lines = sum(len(first) >= _SHORTEST_WRAPPED for first, _ in pairs)
    return len(broken) >= _WRAPPED_SHARE * len(pairs) or in_sentence >= max(2, _WRAPPED_SHARE * full_lines)


def _breaks(first: str, second: str) -> bool:
    if not _SHORTEST_WRAPPED <= len(first) <= _LONGEST_WRAPPED or _SENTENCE_END.search(first):
        return False
    return printed_marker(second) is None


def _unwrapped(group: list[str], width: int) -> list[str]:
    joined: list[str] = [group[0]]
    for last, line in pairwise(group):
        if _goes_on(last, line, width):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _goes_on(last: str, line: str, width: int) -> bool:
    """Whether `line` was broken off `last`: it begins in the middle of a sentence, or its first word did not fit."""
    if printed_marker(line) is not None or _LABEL_LIKE.match(last) or _LABEL_LIKE.match(line):
        return False
    if _ENDS_HEAD.search(last):
        return False
    if line[:1].islower():
        return True
    first_word = line.partition(" ")[0]
    return len(last) + 1 + len(first_word) > width - _TOLERANCE
