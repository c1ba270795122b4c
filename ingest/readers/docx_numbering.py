"""The numbers that Word shows in front of paragraphs without writing them into the text.

A paragraph names a list (`numId`) and a level, itself or through its style; the list's abstract definition says where
each level starts, how its numbers look and how they are put together ("%1.%2"). Lists of one abstract definition go on
counting together unless one is told to start again (ECMA-376, part 1, 17.9).
"""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ingest.readers.safe_xml import children, descendants

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    start: int = 1
    form: str = "decimal"
    pattern: str = "%1."
    legal: bool = False
    restart_after: int | None = None


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    starts: dict[int, int]
    overrides: dict[int, Level]


@dataclass
class Numbering:
    """The lists of a document, and how far each has counted."""

    abstracts: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, _List] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next_marker(self, number_id: str, level: int) -> str | None:
        """Count on the list at `level` and give what Word shows; None where the list is unknown or shows nothing."""
        used = self.lists.get(number_id)
        if used is None or not 0 <= level < _LEVELS:
            return None
        levels = {**self.abstracts.get(used.abstract, {}), **used.overrides}
        counts = self._counts.setdefault(used.abstract, [None] * _LEVELS)
        self._count(number_id, used, levels, counts, level)
        own = levels.get(level, Level())
        if own.form == "bullet":
            return "•"
        if own.form == "none":
            return None
        return _shown(own, levels, counts) or None

    def _count(
        self, number_id: str, used: _List, levels: dict[int, Level], counts: list[int | None], level: int
    ) -> None:
        begins = (number_id, level) not in self._begun and level in used.starts
        self._begun.add((number_id, level))
        last = counts[level]
        if begins or last is None:
            counts[level] = used.starts.get(level, levels.get(level, Level()).start)
        else:
            counts[level] = last + 1
        for above in range(level):
            if counts[above] is None:
                counts[above] = levels.get(above, Level()).start
        for below in range(level + 1, _LEVELS):
            if levels.get(below, Level()).restart_after != 0:
                counts[below] = None


def read_numbering(root: Element | None) -> Numbering:
    """The lists that `numbering.xml` defines."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in children(root, "abstractnum"):
        levels = {_number(level, "ilvl", 0): _level(level) for level in children(abstract, "lvl")}
        numbering.abstracts[_value(abstract, "abstractNumId")] = levels
    for used in children(root, "num"):
        starts: dict[int, int] = {}
        overrides: dict[int, Level] = {}
        for override in children(used, "lvloverride"):
            at = _number(override, "ilvl", 0)
            for start in children(override, "startoverride"):
                starts[at] = _number(start, "val", 1)
            for level in children(override, "lvl"):
                overrides[at] = _level(level)
        made_from = next((_value(found, "val") for found in children(used, "abstractnumid")), "")
        numbering.lists[_value(used, "numId")] = _List(made_from, starts, overrides)
    return numbering


def list_place(properties: Element | None) -> tuple[str | None, int | None]:
    """The list and the level that the properties of a paragraph or style name, each None where not named."""
    for place in descendants(properties, "numpr") if properties is not None else ():
        number_id = next((_value(found, "val") for found in children(place, "numid")), None)
        level = next((_number(found, "val", 0) for found in children(place, "ilvl")), None)
        return number_id, level
    return None, None


def _level(element: Element) -> Level:
    def of(name: str) -> str | None:
        return next((_value(found, "val") for found in children(element, name)), None)

    start, restart = of("start"), of("lvlrestart")
    return Level(
        start=int(start) if start and start.isdecimal() and len(start) < 7 else 1,
        form=of("numfmt") or "decimal",
        pattern=of("lvltext") or "",
        legal=any(True for _ in children(element, "islgl")),
        restart_after=int(restart) if restart and restart.isdecimal() and len(restart) < 3 else None,
    )


def _shown(own: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        count = counts[at] if 0 <= at < _LEVELS else None
        if count is None:
            return ""
        return formatted(count, "decimal" if own.legal else levels.get(at, Level()).form)

    return re.sub(r"%(\d)", number, own.pattern).strip()


def formatted(count: int, form: str) -> str:
    """A count as Word writes it in one of its number formats."""
    if not 0 < count < _LARGEST or form in ("none", "bullet"):
        return str(count) if form not in ("none", "bullet") else ""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * min(5, (count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "ordinal":
        ending = "th" if 10 < count % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
        return f"{count}{ending}"
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (count // value)
        count %= value
    return written


def _value(element: Element, name: str) -> str:
    """An attribute by its name without namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _number(element: Element, name: str, default: int) -> int:
    value = _value(element, name)
    return int(value) if value.isdecimal() and len(value) < 7 else default
