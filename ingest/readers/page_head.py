"""The head of a committee page: which body met, when and where, and how far the minutes have come."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.blocks import clean
from ingest.dates import find_date
from ingest.people import is_post
from ingest.raw import RawSource
from ingest.readers.attendance_words import status_of as status_of_words
from ingest.readers.lines import Line, lines_of
from ingest.readers.markup import first, flatten, parse, text_of
from ingest.records import Attendee, MeetingStatus

_LEAD = re.compile(
    r"^(?:(?:draft |printed )?(?:agenda|minutes|decisions?|agenda and minutes) (?:for|of)|"
    r"(?:attendance (?:at|for) )?(?:a |the )?meeting (?:of|for)|attendance (?:at|for)|cyfarfod o?r?)\s+(?:the\s+)?",
    re.I,
)
_TRAIL = re.compile(r"[\s,;:–—-]+(?:on|held on|at)?\s*$|\s+(?:on|held on)\s*$", re.I)
_CANCELLED = re.compile(r"\b(?:cancelled|canceled|withdrawn|postponed|abandoned)\b", re.I)
_HAS_MINUTES = re.compile(r"\bminutes\b", re.I)
_DRAFT = re.compile(r"\bdraft\b", re.I)
_BODY = re.compile(
    r"\b(?:Council|Authority|Borough|City|County|District|Corporation|Assembly|Parliament|Senedd|Trust|Board|"
    r"Commission(?:er)?|Partnership|Cyngor|"
    r"Cyngor|Police|Fire|NHS|Parish|Town|London|Constabulary|Comhairle|University|College|School|Association|"
    r"Federation|Agency)\b"
)
# The name that the vendor's pages bear before a council has put in its own.
_VENDOR = re.compile(r"modern\.?\s?(?:gov|council)|civica|idox|home|welcome", re.I)
# What a page calls its own council without naming it.
_NAMELESS = re.compile(
    r"(?:(?:the|your|our|my|local|council|city|county|borough|district|town|parish|democracy|democratic|meetings?|"
    r"services?|website|online)\s*)+",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?\s*(?P<who>[A-Z][^.|"
    r"©\d]{2,80}?)\s*(?:[.|,]|all rights|\d{4}|$)",
    re.I,
)
_ATTENDED = re.compile(r"^(?P<name>.+?)(?:\s*\((?P<role>[^()]+)\))?\s*[-–—:]\s*(?P<status>[A-Za-z ]+?)(?:\s*\(.*\))?$")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the head of a page says about the meeting; what it does not print is None."""

    committee: str | None = None
    date: Date | None = None
    time: str | None = None
    is_cancelled: bool = False


def page_lines(source: RawSource) -> tuple[list[Line], str | None]:
    """The printed lines of a page, saved as markup or as text, and the organisation whose page it is."""
    if not source.is_html:
        return lines_of(source.text), None
    tree = parse(source.text)
    root = main_part(tree)
    return (flatten(root) if root is not None else []), organisation_of(tree)


def main_part(tree: LexborHTMLParser) -> LexborNode | None:
    """The part of a page that is the vendor's, or else its main part."""
    if tree.root is None:
        return None
    return first(tree.root, "#modgov", "main", '[role="main"]', "#content", "body")


def read_heading(text: str) -> PageHead | None:
    """The body and date in a heading ("Council - Thursday 23 February 2023 7.00 pm"); None where it has no date."""
    text = clean(text)
    found = find_date(text)
    if found is None:
        return None
    committee = _TRAIL.sub("", _LEAD.sub("", text[: found.start])).strip(" ,-–—:")
    if len(committee) > 150 or not any(character.isalpha() for character in committee):
        committee = ""
    return PageHead(committee or None, found.date, found.time, _CANCELLED.search(text[found.end :]) is not None)


def status_of(title: str, *, is_cancelled: bool, prints_minutes: bool) -> MeetingStatus | None:
    """How far the minutes have come: "Agenda and draft minutes" are a draft.

    The vendor's title drops "draft" once minutes are confirmed; without printed minutes beside it that is no proof.
    """
    if is_cancelled:
        return "cancelled"
    if not _HAS_MINUTES.search(title):
        return None
    if _DRAFT.search(title):
        return "draft"
    return "confirmed" if prints_minutes else None


def organisation_of(tree: LexborHTMLParser) -> str | None:
    """Whose page it is, where the page says so: the site's name, the end of its title, or the copyright line."""
    site = tree.css_first('meta[property="og:site_name"]')
    if site is not None:
        name = clean(site.attributes.get("content") or "")
        if _is_organisation(name):
            return name
    title = text_of(tree.css_first("title"))
    parts = re.split(r"\s+[-–|]\s+", title)
    if len(parts) > 1 and _is_organisation(parts[-1]) and find_date(parts[-1]) is None:
        return parts[-1]
    return _copyright_holder(tree)


def _copyright_holder(tree: LexborHTMLParser) -> str | None:
    footer = first(tree.root, "footer", "#page-footer", "#footer", ".footer") if tree.root is not None else None
    match = _COPYRIGHT.search(text_of(footer)) if footer is not None else None
    name = clean(match["who"]) if match else ""
    return name if _is_organisation(name) else None


def _is_organisation(name: str) -> bool:
    return (
        3 < len(name) <= 90
        and _BODY.search(name) is not None
        and not _VENDOR.fullmatch(name)
        and "agenda" not in name.lower()
        and _NAMELESS.fullmatch(name) is None
    )


def labelled(lines: Iterable[Line], label: str) -> str | None:
    """The words after a label of the head ("Venue: Moot Hall")."""
    pattern = re.compile(rf"(?:proposed )?{label}\s*:\s*(?P<value>\S.*)", re.I)
    for line in lines:
        match = pattern.fullmatch(line.text)
        if match:
            return match["value"]
    return None


def attendee_of(text: str) -> Attendee | None:
    """One entry of an attendance list ("Councillor Mabel Thwing (Leader) - present")."""
    match = _ATTENDED.match(clean(text))
    status = status_of_words(match["status"]) if match else None
    if match is None or status is None:
        return None
    role = match["role"]
    is_role = role is not None and (is_post(role) or role[:1].isupper())
    return Attendee(name=match["name"].strip(), role=role if is_role else None, status=status)
