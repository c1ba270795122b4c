"""Debates in Akoma Ntoso (LegalDocML): sections with headings, and in them speeches, questions and answers."""

import re
from collections.abc import Iterator
from datetime import date as Date
from xml.etree.ElementTree import Element

from ingest.dates import find_date, parse_date
from ingest.draft import Block, DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.printed_bodies import bodies_in
from ingest.readers.protocol import CERTAIN, Recognition
from ingest.readers.safe_xml import children, descendants, line_of, name_of, parse_xml
from ingest.readers.spoken_items import Heading, spoken_items
from ingest.records import Attendee

NAME = "akoma-ntoso"

_TURNS = frozenset(("speech", "question", "answer"))
_BESIDE = frozenset(("scene", "narrative", "summary", "other", "p", "recordedtime", "adjournment"))
_LABELS = frozenset(("from", "num", "heading", "subheading", "recordedtime"))


def recognise(source: RawSource) -> Recognition | None:
    """Certain where the root element and a debate are there."""
    if re.search(r"<(?:\w+:)?akomaNtoso\b", source.head[:4000], re.I) and re.search(r"<(?:\w+:)?debate", source.text):
        return Recognition(CERTAIN, "It is XML with the root element <akomaNtoso> and a debate.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """Each debate as a meeting. Raises `UnreadableSource` where nobody speaks."""
    root = parse_xml(source.text)
    shown = _shown_names(root)
    found = tuple(_meeting(debate, shown) for debate in descendants(root, "debate"))
    if not any(item.minutes for meeting in found for item in meeting.items):
        raise UnreadableSource("The file holds no speeches; it may be another kind of Akoma Ntoso document.")
    return found


def _meeting(debate: Element, shown: dict[str, str]) -> DraftMeeting:
    prefaces = [line_of(part) for preface in descendants(debate, "preface", "coverpage") for part in preface]
    organisation, committee = bodies_in(prefaces)
    body = next(descendants(debate, "debatebody"), debate)
    return DraftMeeting(
        items=spoken_items(_parts(body, shown)),
        format=NAME,
        organisation=organisation,
        committee=committee,
        date=_date(debate, prefaces),
        attendance=tuple(dict.fromkeys(_attendance(debate, shown))),
        transcript=True,
    )


def _parts(element: Element, shown: dict[str, str]) -> Iterator[Heading | Block]:
    for child in element:
        name = name_of(child)
        if name in _TURNS:
            yield from _turn(child, shown)
        elif name in _BESIDE:
            if line_of(child):
                yield Block(line_of(child), kind="heading")
        elif name == "heading":
            number = next((line_of(num) for num in children(element, "num")), None)
            yield Heading(line_of(child), (number or "").rstrip(".") or None)
        elif name not in ("num", "meta"):
            yield from _parts(child, shown)


def _turn(element: Element, shown: dict[str, str]) -> Iterator[Block]:
    """The paragraphs of a speech; its voice is printed in `from`, or referred to by `by`."""
    printed = next((line_of(label) for label in children(element, "from")), None)
    voice = (printed or "").rstrip(" :") or shown.get((element.get("by") or "").lstrip("#")) or None
    for child in element:
        if name_of(child) not in _LABELS and line_of(child):
            spoken = name_of(child) not in ("scene", "narrative", "remark")
            yield Block(line_of(child), voice=voice) if spoken and voice else Block(line_of(child), kind="heading")


def _shown_names(root: Element) -> dict[str, str]:
    return {
        element.get("eId") or element.get("id") or "": element.get("showAs") or ""
        for element in descendants(root, "tlcperson", "tlcrole")
        if element.get("showAs")
    }


def _attendance(debate: Element, shown: dict[str, str]) -> Iterator[Attendee]:
    """The persons in a roll call, and those who speak in a post that the file gives them; nobody else."""
    for turn in descendants(debate, *_TURNS):
        name, role = (shown.get((turn.get(sign) or "").lstrip("#")) for sign in ("by", "as"))
        if name and role:
            yield Attendee(name=name, role=role)
    for roll in descendants(debate, "rollcall"):
        for person in descendants(roll, "person"):
            name = shown.get((person.get("refersTo") or "").lstrip("#")) or line_of(person)
            if name:
                yield Attendee(name=name)


def _date(debate: Element, prefaces: list[str]) -> Date | None:
    for element in (*descendants(debate, "docdate"), *descendants(debate, "frbrdate")):
        date = parse_date(element.get("date") or "")
        if date is not None:
            return date
    return next((found.date for line in prefaces if (found := find_date(line))), None)
