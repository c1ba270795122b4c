"""The numbers that agenda items are printed with, in every style that bodies use, and their order.

"7." and "7", "7a", "15A", "7/23", "23/045", "PLA147/14", "CYP/23/12", "HAC-9", "A1", "Item 4:", "IV.", "B." and "4.1".
"""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.draft import Block

Scheme = Literal["item", "reference", "number", "roman", "letter", "dotted"]

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SEPARATOR = r"\s*[.):–—-]?\s*"
_STARTS: tuple[tuple[Scheme, re.Pattern[str]], ...] = (
    (
        "item",
        re.compile(
            r"(?:agenda\s+)?(?:item|eitem|minute|min\.?)\s+(?:no\.?\s*|"
            r"number\s+)?(?P<number>\d{1,4}[a-z]?(?:\.\d{1,2})?)"
            r"\s*(?:[.):–—-]+\s*|\s+|$)",
            re.I,
        ),
    ),
    (
        "reference",
        re.compile(
            r"(?P<number>(?:19|20)\d\d\.\d{1,3}(?=\s)|[A-Z]{1,6}\s?/\s?(?:\d{1,4}\s?/\s?)?\d{1,4}[a-z]?|"
            r"[A-Z]{1,6}\s?\d{1,4}\s?/\s?\d{1,4}(?:\s?/\s?\d{1,4})?|"
            r"[A-Z]{2,5}\s?[-–]\s?\d{1,4}|\d{1,4}\s?/\s?\d{1,4}(?:\s?/\s?\d{1,4})?[a-z]?|[A-Z]\d{1,3}(?=[\s.:A-Z]))"
            + _SEPARATOR
        ),
    ),
    ("dotted", re.compile(r"(?P<number>\d{1,3}[A-Za-z]?(?:\.\d{1,3})+[a-z]?)" + _SEPARATOR)),
    ("number", re.compile(r"(?P<number>\*?\d{1,4}\s?[A-Za-z]?)(?:\s*[.):–—]\s*|\s+-\s+|\s+(?=[“\"'‘(A-ZÀ-Þ\d])|$)")),
    ("roman", re.compile(r"(?P<number>(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:\s*[.):]\s*|\s+[–—-]\s+)")),
    ("letter", re.compile(r"(?P<number>[A-Z])(?:[.)]\s+)")),
)
_DATE_LIKE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_MONTH_NEXT = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\s*(?:[ap]\.?\s?m\b|hrs|hours)", re.I)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block that begins with a number: the style of the number, the number as printed, its place, the rest."""

    scheme: Scheme
    number: str
    order: tuple[int, ...]
    rest: str


def numbered_start(block: Block) -> Numbered | None:
    """The number that a block begins with, printed or automatic; None where it begins with none."""
    text = block.text
    if block.marker and not text.startswith(block.marker):
        return _parsed(f"{block.marker} ", text)
    if _DATE_LIKE.match(text) or _CLOCK.match(text):
        return None
    return _parsed(text, None)


def _parsed(text: str, rest: str | None) -> Numbered | None:
    for scheme, pattern in _STARTS:
        match = pattern.match(text)
        if match and match["number"]:
            following = text[match.end() :] if rest is None else rest
            if scheme == "number" and _MONTH_NEXT.match(following):
                return None
            number = match["number"].lstrip("*")
            return Numbered(scheme, number, _order(scheme, number), following.strip())
    return None


def _order(scheme: Scheme, number: str) -> tuple[int, ...]:
    if scheme == "roman":
        return (_roman(number),)
    if scheme == "letter":
        return (ord(number),)
    digits = tuple(int(part) for part in re.findall(r"\d+", number))
    suffix = re.search(r"\d\s?([A-Za-z])$", number)
    return (*digits, ord(suffix[1].lower()) - ord("a") + 1) if suffix else digits


def _roman(number: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in number]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def is_reference(text: str) -> bool:
    """Whether a whole line is a minute reference with letters ("PLA147/14"), as printed beside or under a heading."""
    return re.fullmatch(r"[A-Z]{2,6}\s?/?\s?\d{1,4}\s?/\s?\d{1,4}(?:\s?/\s?\d{1,4})?", text) is not None
