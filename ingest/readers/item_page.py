"""The ModernGov page of one agenda item (`mgAi.aspx`), saved as markup or as its text.

The page prints "Agenda item" twice, the title, "Meeting of <body>, <date> (Item 8.)", the agenda's text, "Minutes:",
"Decisions" and "Supporting documents:". Extractors often lose the line with the meeting: then
body and date are unknown.
"""

import re
from collections.abc import Sequence

from ingest.draft import DraftItem, DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.labels import is_debris, part_of
from ingest.readers.lines import Line
from ingest.readers.page_head import PageHead, page_lines, read_heading
from ingest.readers.protocol import CERTAIN, LIKELY, POSSIBLE, Recognition
from ingest.readers.sections import read_item

NAME = "moderngov-item"

_MEETING_OF = re.compile(
    r"^(?:Meeting of|Cyfarfod)\s+(?P<heading>.{3,250}?)(?:\s*\((?:Item|Eitem)\s*(?P<number>[^()]{0,12}?)\.?\s*\))?\s*$",
    re.I,
)
_ITEM_OF = re.compile(r"\bMeeting of [^\n<]{3,200}?\(Item\s+[^()\n]{1,12}\)", re.I)
_TITLE_LINE = re.compile(r"^(?:<h1[^<>]*>)?[^\S\n]*(?:agenda item|eitem agenda)[^\S\n]*(?:</h1>)?$", re.I | re.M)
_MINUTES_LABEL = re.compile(r"^[^\S\n]*Minutes ?:[^\S\n]*$", re.M)
_OTHER_LABEL = re.compile(r"^[^\S\n]*(?:Decisions?:?|Supporting documents ?:.*)[^\S\n]*$", re.M)
_MEETING_CLASSES = ("mgItemNumberCell", "mgItemTable")


def recognise(source: RawSource) -> Recognition | None:
    """Known by its heading "Agenda item" or its line "Meeting of … (Item N.)"; else by the labels of one item."""
    head = source.head
    if source.is_html:
        return _recognise_markup(head)
    if source.is_data:
        return None
    if _ITEM_OF.search(head[:4000]):
        return Recognition(CERTAIN, "It has the line “Meeting of … (Item N.)” of an agenda-item page.")
    if _TITLE_LINE.search(head[:600]):
        return Recognition(0.9, "It begins with “Agenda item”, as the text of an agenda-item page does.")
    labels = len(_MINUTES_LABEL.findall(head))
    if labels == 1 and _OTHER_LABEL.search(head):
        return Recognition(
            POSSIBLE, "It has one label “Minutes:” and one for decisions or documents, as an agenda-item page has."
        )
    return None


def _recognise_markup(head: str) -> Recognition | None:
    if any(name in head for name in _MEETING_CLASSES):
        return None
    if re.search(r"<h[1-3][^<>]*>\s*(?:<[^<>]+>\s*){0,8}(?:agenda item|eitem agenda)\s*<", head, re.I):
        return Recognition(CERTAIN, "Its heading is “Agenda item”: a saved agenda-item page.")
    if re.search(r"Meeting\s+of\b[^()]{3,300}\(Item\s", head):
        return Recognition(LIKELY, "It links to “Meeting of … (Item N.)”, as an agenda-item page does.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The one item of the page, in a meeting of which often nothing is known."""
    lines, organisation = page_lines(source)
    head, number, lines = _without_meeting(lines)
    item = _item(lines, number, source.url)
    if item.title is None and not item.minutes and not item.decisions and not item.agenda_text:
        raise UnreadableSource("The agenda-item page holds no text. Save the page again, whole, and try that file.")
    return (
        DraftMeeting(
            items=(item,),
            format=NAME,
            organisation=organisation,
            committee=head.committee,
            date=head.date,
            time=head.time,
            url=source.url,
        ),
    )


def _without_meeting(lines: Sequence[Line]) -> tuple[PageHead, str | None, list[Line]]:
    """Take out the line "Meeting of <body>, <date> (Item 8.)", and what it says."""
    for position, line in enumerate(lines):
        if part_of(line.text, marked=line.label) == "minutes":
            break
        for length in (1, 2):  # the line may be broken in two
            text = " ".join(each.text for each in lines[position : position + length]).lstrip("•·*-– \t")
            match = _MEETING_OF.match(text)
            head = read_heading(match["heading"]) if match else None
            if match and head:
                rest = [*lines[:position], *lines[position + length :]]
                return head, (match["number"] or "").strip() or None, rest
            if not text.startswith(("Meeting of", "Cyfarfod")):
                break
    return PageHead(), None, list(lines)


def _item(lines: Sequence[Line], number: str | None, base: str | None) -> DraftItem:
    rest = list(lines)
    while rest and is_debris(rest[0].text):
        rest.pop(0)
    if not rest or rest[0].label or part_of(rest[0].text):
        return read_item(rest, number=number, base=base)
    return read_item(rest[1:], number=number, title=rest[0], base=base)
