"""Records as HTML. Whatever comes out of a record or from the reader is escaped here, and nowhere else needs to."""

from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from assistant.answer.phrases import counted, day
from assistant.model import Answer, Citation
from assistant.page.prose import excerpt, lines, prose
from index.model import Filters, MeetingHead, Overview
from index.report import IngestReport
from ingest.records import Attendee, Item

_PARTS = {"minutes": "No speaker named in the minutes", "decision": "Decision", "agenda": "Agenda or attendance"}


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
_templates.filters["excerpt"] = excerpt


def header(held: Overview) -> str:
    """The head of the page, with what the library holds."""
    return _templates.get_template("header.html").render(held=held, counted=counted)


def welcome(held: Overview, examples: Sequence[str], *, adding: bool) -> str:
    """What stands before the first question: questions to begin with, or how to fill an empty library."""
    return _templates.get_template("welcome.html").render(held=held, examples=examples, adding=adding)


def conversation(exchanges: Sequence[tuple[str, Answer]], *, pending: tuple[str, str] | None = None) -> str:
    """Questions with their answers, and one that is being answered with what has come of it."""
    template = _templates.get_template("conversation.html")
    return template.render(exchanges=exchanges, pending=pending, prose=prose, narrowed=narrowed_to)


def narrowed_to(filters: Filters) -> list[str]:
    """What filters leave over, each as a few words."""
    said = [filters.committee, filters.organisation, f"said by {filters.speaker}" if filters.speaker else None]
    if filters.date_from and filters.date_from == filters.date_to:
        said.append(f"on {day(filters.date_from)}")
    else:
        said.append(f"from {day(filters.date_from)}" if filters.date_from else None)
        said.append(f"to {day(filters.date_to)}" if filters.date_to else None)
    return [words for words in said if words]


def sources(answer: Answer, turn: int) -> str:
    """The citations of one answer as cards."""
    template = _templates.get_template("sources.html")
    return template.render(answer=answer, turn=turn, parts=_PARTS, place=_place)


def _place(citation: Citation) -> str:
    number = f"item {citation.item_number}" if citation.item_number else ""
    item = ": ".join(filter(None, (number, citation.item_title)))
    page = f"page {citation.page}" if citation.page else ""
    where = (citation.committee or "committee not in the source", _day(citation.date), item, page)
    return " · ".join(filter(None, where))


def _day(when: date | None) -> str:
    return day(when) if when else "date not in the source"


def item_page(
    head: MeetingHead, item: Item, citation: Citation | None, key: str, roster: Sequence[Attendee] = ()
) -> str:
    """The minutes of one item with the quote of a citation marked; `key` is the citation's own on the page.

    `roster` is given where the citation is of a name on it.
    """
    agenda = item.agenda_text or ""
    apart = [decision.text for decision in item.decisions if decision.start is None]
    placed = (citation.start, citation.end) if citation and citation.part != "agenda" else (None, None)
    return _templates.get_template("item.html").render(
        key=key,
        item=item,
        roster=roster,
        cited=citation.quote if citation else None,
        about=[part for part in (head.organisation, head.committee, _day(head.date), head.status) if part],
        agenda=lines(agenda, _stretch(agenda, citation, "agenda")),
        minutes=lines(item.minutes, placed),
        decisions=[lines(text, _stretch(text, citation, "decision")) for text in apart],
        address=_address(head.source.url),
        file=PurePath(head.source.path).name if head.source.path else None,
    )


def _stretch(text: str, citation: Citation | None, part: str) -> tuple[int | None, int | None]:
    at = text.find(citation.quote) if citation and citation.part == part else -1
    return (at, at + len(citation.quote)) if citation and at >= 0 else (None, None)


def _address(url: str | None) -> str | None:
    return url if url and urlsplit(url).scheme in ("http", "https") else None


def hint(heading: str, text: str) -> str:
    """A word on what will stand under a heading."""
    return f'<div class="mb-top"><h2>{safe(heading)}</h2></div><p class="mb-hint">{safe(text)}</p>'


def status(text: str, *, problem: bool = False) -> str:
    """What just happened, for those who hear the page; a problem is for everybody to see."""
    return f'<p class="{"mb-problem" if problem else "sr-only"}">{safe(text)}</p>'


def problem(text: str) -> str:
    """Why something could not be done."""
    return status(text, problem=True)


def added(report: IngestReport) -> str:
    """What became of each file that was sent."""
    names = [PurePath(source.path).name for source in report.sources]
    template = _templates.get_template("added.html")
    return template.render(files=list(zip(names, report.sources, strict=True)), counted=counted)
