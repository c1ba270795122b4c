"""Records as HTML. Whatever comes out of a record or from the reader is escaped here, and nowhere else needs to."""

import re
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from assistant.model import Answer, Citation
from index.model import MeetingHead
from ingest.records import Item

_MARKER = re.compile(r"\[(\d{1,3})\]")
_POINT = re.compile(r"[•-]\s+")
_QUOTED = re.compile(r"“[^“”]*”")
_FILTER_NAMES = {"date_from": "from", "date_to": "to"}
_PARTS = {"minutes": "No speaker named in the minutes", "decision": "Decision", "agenda": "Agenda text"}


def safe(text: str) -> Markup:
    """Text as HTML: also without the signs that the page's own templates would take for theirs."""
    return Markup(escape(text).replace("{", "&#123;").replace("$", "&#36;").replace("`", "&#96;"))


def _finished(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else safe(value)


_templates = Environment(
    loader=PackageLoader("assistant.page"),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_finished,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["one_line"] = lambda text: " ".join(text.split())


def asked(question: str) -> str:
    """A question in the conversation."""
    return f'<div class="mb-asked">{safe(question)}</div>'


def answer_text(text: str, turn: int) -> str:
    """The words of an answer: paragraphs, lists, quotes, and markers that open their source."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    runs = groupby(lines, key=lambda line: _POINT.match(line) is not None)
    return f'<div class="mb-answer">{"".join(_run(list(run), turn, listed) for listed, run in runs)}</div>'


def _run(lines: list[str], turn: int, listed: bool) -> str:
    if not listed:
        return "".join(f"<p>{_marked(line, turn)}</p>" for line in lines)
    points = (_marked(_POINT.sub("", line), turn) for line in lines)
    return f"<ul>{''.join(f'<li>{point}</li>' for point in points)}</ul>"


def _marked(line: str, turn: int) -> str:
    marked = _MARKER.sub(lambda match: _marker(match[1], turn), safe(line))
    return _QUOTED.sub(lambda match: f"<q>{match[0]}</q>", marked)


def _marker(number: str, turn: int) -> str:
    return f'<a class="mb-cite" href="#cite-{turn}-{number}" title="Open source {number}">[{number}]</a>'


def sources(answer: Answer, turn: int) -> str:
    """The citations of one answer as cards, or the items that lie near where there is none."""
    filters = answer.filters.model_dump(mode="json").items()
    narrowed = [f"{_FILTER_NAMES.get(name, name)} {value}" for name, value in filters if value]
    template = _templates.get_template("sources.html")
    return template.render(answer=answer, turn=turn, narrowed=narrowed, parts=_PARTS, place=_place)


def _place(committee: str | None, day: date | None, number: str | None, title: str | None) -> str:
    item = " ".join(part for part in (f"Item {number}" if number else "", title or "") if part)
    return " · ".join(part for part in (committee or "committee not in the source", _day(day), item) if part)


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "date not in the source"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text with the stretch of it that is marked."""

    before: str
    marked: str = ""
    after: str = ""


def item_page(head: MeetingHead, item: Item, citation: Citation | None) -> str:
    """The minutes of one item with the quote of a citation marked."""
    agenda = item.agenda_text or ""
    apart = [decision.text for decision in item.decisions if decision.start is None]
    placed = (citation.start, citation.end) if citation and citation.part != "agenda" else (None, None)
    return _templates.get_template("item.html").render(
        item=item,
        about=[part for part in (head.organisation, head.committee, _day(head.date), head.status) if part],
        agenda=_lines(agenda, _stretch(agenda, citation, "agenda")),
        minutes=_lines(item.minutes, placed),
        decisions=[_lines(text, _stretch(text, citation, "decision")) for text in apart],
        address=_address(head.source.url),
        file=PurePath(head.source.path).name if head.source.path else None,
    )


def _stretch(text: str, citation: Citation | None, part: str) -> tuple[int | None, int | None]:
    at = text.find(citation.quote) if citation and citation.part == part else -1
    return (at, at + len(citation.quote)) if citation and at >= 0 else (None, None)


def _lines(text: str, stretch: tuple[int | None, int | None]) -> list[_Line]:
    """Text by lines, with the stretch marked also where it runs over several of them."""
    start, end = stretch
    lines, at = [], 0
    for line in text.split("\n"):
        first, last = max((start or 0) - at, 0), min((end or 0) - at, len(line))
        if line.strip():
            lines.append(_Line(line[:first], line[first:last], line[last:]) if first < last else _Line(line))
        at += len(line) + 1
    return lines


def _address(url: str | None) -> str | None:
    return url if url and urlsplit(url).scheme in ("http", "https") else None
