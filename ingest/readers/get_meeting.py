"""The XML of a ModernGov web service: `mgWebService.asmx/GetMeeting`, which holds a whole meeting.

Traps: titles are escaped twice; `agendaitemnumber` is only the order of the agenda (people cite what is displayed);
`refertocommittee` may name the body that an item was passed on to; members' addresses are left alone.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date as Date
from xml.etree.ElementTree import Element

from ingest.dates import find_time, parse_date
from ingest.draft import Block, DraftItem, DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.attendance_words import status_of
from ingest.readers.markup import flatten, parse
from ingest.readers.protocol import CERTAIN, Recognition
from ingest.readers.safe_xml import child_text, children, descendants, line_of, name_of, parse_xml
from ingest.records import Attendee, Document, MeetingStatus

NAME = "moderngov-xml"

_SIGNS = re.compile(r"<(?:\w+:)?(meetingid|agendaitems?|agendaitemtitle|meetingdate)\b", re.I)


def recognise(source: RawSource) -> Recognition | None:
    """Certain where the elements of a `GetMeeting` answer are there."""
    signs = {sign.lower() for sign in _SIGNS.findall(source.head)}
    if "meetingid" in signs and len(signs) > 1 and source.head.lstrip().startswith("<"):
        return Recognition(
            CERTAIN, "It is XML with the elements <meetingid> and <agendaitem> of a ModernGov web service."
        )
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The meetings in the answer. Raises `UnreadableSource` where it lists meetings without their agendas."""
    root = parse_xml(source.text)
    parents = {child: parent for parent in root.iter() for child in parent}
    found = tuple(
        _meeting(element, _committee_above(element, parents))
        for element in root.iter()
        if name_of(element) == "meeting" and any(children(element, "agendaitems"))
    )
    if not found:
        raise UnreadableSource(
            "The file is an answer of a ModernGov web service, but has no agenda items; ask the service for GetMeeting."
        )
    return found


def _meeting(element: Element, committee_above: str | None) -> DraftMeeting:
    date = _date(element, "meetingdate")
    elements = [item for group in children(element, "agendaitems") for item in children(group, "agendaitem")]
    hidden = _is(element, "isdisplayallowed", "false")
    items = tuple(_item(item, restricted=hidden) for item in elements)
    time = child_text(element, "meetingtime")
    return DraftMeeting(
        items=items,
        format=NAME,
        committee=committee_above or _committee(element, elements, date),
        date=date,
        time=find_time(time) if time else None,
        venue=_plain(element, "meetinglocation") or _plain(element, "meetingroom"),
        status=_status(child_text(element, "meetingstatus")),
        attendance=tuple(_attendance(element)),
        warnings=tuple(_warnings(element, items)),
    )


def _item(element: Element, *, restricted: bool) -> DraftItem:
    displayed = (_plain(element, "fulldisplaynumberformat") or "").rstrip(".") or None
    minuted = "".join(_numbered(element, name) for name in ("minutesitemnumber", "minutesitemsubnumber")) or None
    return DraftItem(
        title=_plain(element, "agendaitemtitle"),
        number=displayed or minuted,
        reference=minuted if displayed and minuted != displayed else None,
        report_of=_plain(element, "authorusername"),
        agenda_text=_agenda_text(element),
        restricted=restricted or _is(element, "isrestricted", "true") or _is(element, "isdisplayallowed", "false"),
        minutes=_blocks(element, "minutesnonemptyhtmlbody"),
        decisions=_blocks(element, "decisionnonemptyhtmlbody"),
        documents=tuple(_documents(element)),
    )


def _agenda_text(element: Element) -> str | None:
    lines = [block.text for block in _blocks(element, "agendatext")]
    for number in ("1", "2"):
        comment = _plain(element, f"commenttext{number}")
        if comment:
            lines.extend(filter(None, (_plain(element, f"commentlabel{number}"), comment)))
    return "\n".join(lines) or None


def _blocks(element: Element, name: str) -> tuple[Block, ...]:
    body = "".join("".join(child.itertext()) for child in children(element, name))
    if "<" not in body and "&lt;" in body:
        body = html.unescape(body)
    top = parse(body).body if body.strip() else None
    return tuple(line.block() for line in flatten(top)) if top is not None else ()


def _documents(element: Element) -> Iterator[Document]:
    for document in descendants(element, "linkeddoc"):
        title = _plain(document, "title")
        if title:
            withheld = _is(document, "isrestricted", "true")
            yield Document(title=title, url=None if withheld else child_text(document, "url"))


def _attendance(element: Element) -> Iterator[Attendee]:
    for attendee in descendants(element, "attendee"):
        values = {key.lower(): _unescaped(value) for key, value in attendee.attrib.items()}
        status = status_of(values.get("attendance", ""))
        if status is not None and values.get("name"):
            yield Attendee(
                name=values["name"],
                role=values.get("roledescription") or None,
                organisation=values.get("representing") or None,
                status=status,
            )


def _committee(element: Element, items: Iterable[Element], date: Date | None) -> str | None:
    """The committee as the meeting's own papers name it, or as all its items do.

    A paper for another meeting, or an item that alone is referred to somebody, names another body.
    """
    own = child_text(element, "committeetitle")
    if own:
        return _unescaped(own)
    of_papers = {
        _plain(document, "committeetitle")
        for document in descendants(element, "linkeddoc")
        if date is not None and _date(document, "meetingdate") == date
    } - {None}
    if len(of_papers) == 1:
        return of_papers.pop()
    named = Counter(_plain(item, "refertocommittee") for item in items)
    everywhere = [name for name, count in named.items() if name and count == sum(named.values())]
    return everywhere[0] if everywhere and (not of_papers or everywhere[0] in of_papers) else None


def _committee_above(element: Element, parents: dict[Element, Element]) -> str | None:
    """The title of the committee element that the meeting stands in."""
    parent = parents.get(element)
    while parent is not None:
        title = _plain(parent, "committeetitle")
        if title:
            return title
        parent = parents.get(parent)
    return None


def _status(printed: str | None) -> MeetingStatus | None:
    words = (printed or "").lower()
    if re.match(r"cancel|postpone|withdrawn", words):
        return "cancelled"
    return "confirmed" if words.startswith("confirmed") else "draft" if words.startswith("draft") else None


def _warnings(element: Element, items: Iterable[DraftItem]) -> Iterator[str]:
    if _is(element, "minutepublished", "true") and not any(item.minutes for item in items):
        yield "The minutes of this meeting are published, but not in this file; they may exist only as a PDF."


def _plain(element: Element, name: str) -> str | None:
    """A child's text as one line, which the service may have escaped twice."""
    for child in children(element, name):
        return _unescaped(line_of(child)) or None
    return None


def _numbered(element: Element, name: str) -> str:
    """The number in a child; the service writes 0 where there is none."""
    number = _plain(element, name) or ""
    return "" if number == "0" else number


def _unescaped(text: str) -> str:
    return " ".join(html.unescape(html.unescape(text)).split())


def _date(element: Element, name: str) -> Date | None:
    printed = child_text(element, name)
    return parse_date(printed) if printed else None


def _is(element: Element, name: str, value: str) -> bool:
    return (child_text(element, name) or "").lower() == value
