"""What stands on every page of a printed document: running headers and footers, page numbers, blank-page notices."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

_EDGE = 3
# A running line stands at the same height on each page, give or take a few points.
_SAME_HEIGHT = 8.0
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|pg\.?|p\.|tudalen|-)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|o)\s*\d{1,4})?\W*", re.I
)
_NOTICE = re.compile(
    r"(?:public document pack|this page is (?:intentionally )?left (?:intentionally )?blank|minute item "
    r"\d+[a-z]?|agenda item \d+[a-z]?|"
    r"agenda annex|\(?pages? \d+ ?[-–] ?\d+\)?|document pack|printed minutes|page left blank intentionally)\.?",
    re.I,
)


def furniture_of(pages: Sequence[Sequence[tuple[str, float]]]) -> tuple[set[tuple[int, int]], tuple[str, ...]]:
    """Which lines are furniture, as (page, line) places, and the running lines themselves, each once.

    `pages` holds the text and the height of each line.
    """
    recurring: dict[str, list[tuple[int, int]]] = defaultdict(list)
    places: set[tuple[int, int]] = set()
    for number, page in enumerate(pages):
        for at, (text, _) in _edges(page):
            if _PAGE_NUMBER.fullmatch(text) or _NOTICE.fullmatch(text):
                places.add((number, at))
            else:
                recurring[_sign(text)].append((number, at))
    margins: list[str] = []
    for found in recurring.values():
        running = _at_one_height(pages, found)
        if len({number for number, _ in running}) > max(1, len(pages) / 2):
            places.update(running)
            margins.append(pages[running[0][0]][running[0][1]][0])
    return places, tuple(margins)


def _edges(page: Sequence[tuple[str, float]]) -> list[tuple[int, tuple[str, float]]]:
    """The first and last lines of a page, with their places."""
    numbered = list(enumerate(page))
    return numbered if len(numbered) <= 2 * _EDGE else [*numbered[:_EDGE], *numbered[-_EDGE:]]


def _at_one_height(pages: Sequence[Sequence[tuple[str, float]]], found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    heights = sorted(pages[number][at][1] for number, at in found)
    middle = heights[len(heights) // 2]
    return [(number, at) for number, at in found if abs(pages[number][at][1] - middle) <= _SAME_HEIGHT]


def _sign(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(unicodedata.normalize("NFKC", text).casefold().split()))
