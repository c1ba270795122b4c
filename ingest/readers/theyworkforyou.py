"""Debates in the XML of TheyWorkForYou and its parser: `publicwhip` with headings and speeches."""

import re
from collections.abc import Iterator
from datetime import date as Date
from xml.etree.ElementTree import Element

from ingest.dates import find_time, parse_date
from ingest.draft import Block, DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.protocol import CERTAIN, Recognition
from ingest.readers.safe_xml import line_of, name_of, parse_xml
from ingest.readers.spoken_items import Heading, spoken_items

NAME = "theyworkforyou"

_DATED = re.compile(r"(?P<date>(?:19|20)\d\d-\d\d-\d\d)")
_SPEECHES = frozenset(("speech", "ques", "reply"))


def recognise(source: RawSource) -> Recognition | None:
    """Certain by its root element."""
    if re.search(r"<publicwhip\b", source.head[:4000]):
        return Recognition(CERTAIN, "It is XML with the root element <publicwhip> of TheyWorkForYou.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The debates of the file as one meeting. Raises `UnreadableSource` where nobody speaks in it."""
    root = parse_xml(source.text)
    items = spoken_items(_parts(root))
    if not any(item.minutes for item in items):
        raise UnreadableSource("The file holds no speeches; download it again from TheyWorkForYou.")
    return (
        DraftMeeting(items=items, format=NAME, date=_date(root), time=_time(root), url=_url(root), transcript=True),
    )


def _parts(root: Element) -> Iterator[Heading | Block]:
    for element in root.iter():
        name = name_of(element)
        if name.endswith("-heading") and line_of(element):
            yield Heading(line_of(element))
        elif name in _SPEECHES:
            yield from _speech(element)
        elif name == "division":
            yield from (
                Block(line_of(entry), kind="row") for entry in element.iter() if len(entry) == 0 and line_of(entry)
            )


def _speech(element: Element) -> Iterator[Block]:
    """The paragraphs of a speech, the first with the voice; a procedural line is nobody's."""
    voice = None if element.get("nospeaker") == "true" else (element.get("speakername") or "").strip() or None
    paragraphs = [line_of(child) for child in element] or [line_of(element)]
    for text in filter(None, paragraphs):
        yield Block(text, voice=voice) if voice else Block(text, kind="heading")


def _attributes(root: Element, name: str) -> Iterator[str]:
    return (value for element in root.iter() if (value := element.get(name)))


def _date(root: Element) -> Date | None:
    """The day in the identifiers of the speeches ("uk.org.publicwhip/debate/2023-03-06a.1.2"), where all agree."""
    dates = {found["date"] for value in _attributes(root, "id") if (found := _DATED.search(value))}
    return parse_date(dates.pop()) if len(dates) == 1 else None


def _time(root: Element) -> str | None:
    return next((time for value in _attributes(root, "time") if (time := find_time(value[:5]))), None)


def _url(root: Element) -> str | None:
    return next((value for value in _attributes(root, "url") if value.startswith("http")), None)
