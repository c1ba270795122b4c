"""Running text for the page: the words of an answer with its quotes and markers, and lines with a stretch marked."""

import re
from dataclasses import dataclass
from itertools import groupby

from assistant.answer.compose import quoted
from assistant.model import Answer, Citation
from ingest.sentences import sentence_spans

# A quote of more characters than `_LONG` is cut near `_SHOWN`, and the rest follows on "show more": four lines of the
# page or so, and never a fold that hides only a few words.
_SHOWN = 320
_LONG = 480
# Characters of a quote on a card.
_ON_CARD = 150
_MARKER = r"\[(?P<number>\d{1,3})\]"
_POINT = re.compile(r"[•-]\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an answer: words, a quote (`more` is what is folded away), or the marker of a source."""

    text: str
    kind: str = "words"
    more: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an answer, or a list of points."""

    points: list[list[Piece]]
    listed: bool = False


def prose(answer: str, whole: Answer | None = None) -> list[Paragraph]:
    """The text of an answer in paragraphs. Quotes and sources are known only once the answer is `whole`."""
    citations = whole.citations if whole else ()
    given = [line.strip() for line in answer.split("\n") if line.strip()]
    paragraphs: list[Paragraph] = []
    for listed, run in groupby(given, key=lambda line: _POINT.match(line) is not None):
        points = [_pieces(_POINT.sub("", line, count=1) if listed else line, citations) for line in run]
        paragraphs += [Paragraph(points, listed=True)] if listed else [Paragraph([one]) for one in points]
    return paragraphs


def _pieces(line: str, citations: tuple[Citation, ...]) -> list[Piece]:
    """A line in pieces. A number that no citation has stays words."""
    quotes = sorted({quoted(citation.quote) for citation in citations}, key=len, reverse=True)
    numbers = {citation.number for citation in citations}
    pattern = re.compile("|".join([_MARKER, *map(re.escape, quotes)]))
    pieces, at = [], 0
    for found in pattern.finditer(line):
        number = int(found["number"] or 0)
        if number and number not in numbers:
            continue
        pieces.append(Piece(line[at : found.start()]))
        pieces.append(Piece(found[0], "marker", number=number) if number else _quote(found[0]))
        at = found.end()
    return [piece for piece in (*pieces, Piece(line[at:])) if piece.text]


def _quote(text: str) -> Piece:
    shown = _cut(text, _SHOWN) if len(text) > _LONG else len(text)
    return Piece(text[:shown], "quote", more=text[shown:])


def _cut(text: str, most: int) -> int:
    """Where to cut `text`: after the last sentence that ends within `most` characters, or the first of all."""
    ends = [end for _, end in sentence_spans(text)]
    if len(text) <= most or len(ends) < 2:
        return len(text)
    return max((end for end in ends if end <= most), default=ends[0])


def excerpt(quote: str) -> str:
    """The first sentences of a quote, on one line, for a card."""
    text = " ".join(quote.split())
    shown = _cut(text, _ON_CARD)
    return text if shown == len(text) else f"{text[:shown]} …"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with the stretch of it that is marked."""

    before: str
    marked: str = ""
    after: str = ""


def lines(text: str, stretch: tuple[int | None, int | None]) -> list[Line]:
    """Text by lines, with the stretch marked also where it runs over several of them."""
    start, end = stretch
    found, at = [], 0
    for line in text.split("\n"):
        first, last = max((start or 0) - at, 0), min((end or 0) - at, len(line))
        if line.strip():
            found.append(Line(line[:first], line[first:last], line[last:]) if first < last else Line(line))
        at += len(line) + 1
    return found
