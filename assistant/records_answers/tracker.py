"""What was asked for and whether it came: a report requested in one meeting, and the later record that receives it.

A receipt belongs to a request where it names the day or the minute of the request, or comes later in the same
committee on the same subject; of several, the one most on its subject. "Minute 4 of 19 July refers" is of no other
minute. Nothing else is taken for a receipt: what is not linked is "not shown as received".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateutil.parser import ParserError
from dateutil.parser import parse as parse_date

from assistant.evidence.sentences import Sentence, sentences_of
from assistant.words import stems
from index.model import MeetingHead
from ingest.records import Item

_PAPER = (
    r"(?:report|paper|update|briefing|note|review|plan|letter|strategy|summary|breakdown|figures|"
    r"statement|presentation|assessment|analysis|result)s?"
)
# Without one of these in it no text asks for a paper: most texts are spared the search.
_ASKING = tuple(
    "report paper update briefing note review plan letter strategy summary breakdown figures statement presentation "
    "assessment analysis result back".split()
)
REQUESTED = re.compile(
    rf"\b(?:to (?:rec(?:ei|ie)ve|request|bring|submit|provide|ask)|be (?:received|brought|submitted|"
    rf"provided|presented|prepared|reported|asked)|(?:request|ask|suggest|propos|"
    rf"recommend)\w*)\b.{{0,90}}\b{_PAPER}\b"
    rf"|\b(?:further|follow-up|progress|short|costed|annual) {_PAPER}\b.{{0,80}}\b(?:be (?:brought|"
    rf"received|submitted|presented|provided)|to (?:the|a) (?:next|future|committee|panel|board|"
    rf"meeting))"
    rf"|\b{_PAPER}\b.{{0,120}}\bbe (?:brought|received|submitted|presented|provided|reported)\b|"
    rf"\b(?:report(?:ed)?|come|brought?) back (?:to|in|on|within)\b",
    re.IGNORECASE,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
RECEIVED = re.compile(
    rf"\b(?:requested|asked for|commissioned|promised|called for|sought)\b.{{0,60}}\b(?:at|by|in|"
    rf"on)\b.{{0,40}}\b(?:meeting|committee|panel|board|{_MONTHS})\b"
    rf"|\b(?:received|considered) (?:the|a|an) (?:\w+ ){{0,6}}{_PAPER}\b.{{0,80}}\b(?:requested|asked "
    rf"for|promised|which (?:it|the committee|members) had|it had)\b"
    rf"|\b(?:minute\s+(?:no\.?\s*)?\S+.{{0,40}}refers|as requested|in response to (?:the|a|its|their) "
    rf"(?:committee|panel|board|request|earlier)|following (?:a|the) request)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS}),? \d{{4}}\b")
_MINUTE = re.compile(r"\bminute\s+(?:no\.?\s*)?(?P<number>[A-Z]{0,6}/?\d[\w/.()-]*)", re.IGNORECASE)
# A minute of the day that is named behind it: "Minute 4 of 19 July 2023".
_MINUTE_OF = re.compile(_MINUTE.pattern + r"(?: of| on|,)?(?: the)?(?: meeting(?: of| on)?)?\s*$", re.IGNORECASE)
# Share of a request's words that a receipt's item must hold to be about the same.
SAME = 0.5
# The same where the month is named in which it was asked for.
SAME_OF_MONTH = 0.3
_ASKED_IN = re.compile(
    r"\b(?:requested|asked(?: for)?|commissioned|promised|called for|sought|agreed)\b[^.;]{0,60}\bin "
    rf"(?P<month>{_MONTHS})(?: (?P<year>\d{{4}}))?\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A request, and what receives it where a later record does."""

    request: Sentence
    receipt: Sentence | None


def links(items: Sequence[tuple[MeetingHead, Item]], among: Sequence[tuple[MeetingHead, Item]] = ()) -> list[Link]:
    """Each request in `items` with its receipt in a later one of them, or of `among`; both oldest first."""
    receipts = [(item, receipts_in(head, item)) for head, item in among or items]
    return [Link(request, _receipt(request, receipts)) for head, item in items for request in requests_in(head, item)]


def requests_in(head: MeetingHead, item: Item) -> Iterator[Sentence]:
    """What an item asks for: its decisions that ask for a paper; without one, the statements that do."""
    asked = [one for one in sentences_of(head, item) if one.part != "agenda" and _requests(one.text)]
    decided = [one for one in asked if one.part == "decision"]
    yield from decided or asked[-2:]


def _requests(text: str) -> bool:
    plain = text.lower()
    return any(word in plain for word in _ASKING) and REQUESTED.search(text) is not None


def receipts_in(head: MeetingHead, item: Item) -> list[Sentence]:
    """The sentences of an item that say that it answers an earlier request; minutes before agenda text."""
    texts = (item.minutes, item.agenda_text or "", *(decision.text for decision in item.decisions))
    if not any(RECEIVED.search(text) for text in texts):  # most items answer none, and need no splitting
        return []
    found = [one for one in sentences_of(head, item) if RECEIVED.search(one.text)]
    return sorted(found, key=lambda one: one.part == "agenda")


def _receipt(request: Sentence, later: Sequence[tuple[Item, list[Sentence]]]) -> Sentence | None:
    """The receipt that holds most of the words of the request in its item; the first of several that hold as many."""
    fitting: list[tuple[float, Sentence]] = []
    for item, receipts in later:
        for receipt in receipts:
            if receipt.head.date is None or request.head.date is None or receipt.head.date <= request.head.date:
                continue
            same_committee = receipt.head.committee == request.head.committee
            held = _share_held(request, item)
            if (
                _names_the_day(receipt, request)
                or _names_the_minute(receipt, request)
                or (same_committee and held >= (SAME_OF_MONTH if _names_the_month(receipt, request) else SAME))
            ):
                fitting.append((held, receipt))
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _names_the_day(receipt: Sentence, request: Sentence) -> bool:
    """Whether the day of the request is named, and with it no other minute of that day."""
    for found in _DAY.finditer(receipt.text):
        try:
            named = parse_date(found.group(), dayfirst=True).date()
        except (ParserError, OverflowError):
            continue
        minute = _MINUTE_OF.search(receipt.text[: found.start()])
        if named == request.head.date and (minute is None or _may_be(request.item, minute["number"])):
            return True
    return False


def _names_the_month(receipt: Sentence, request: Sentence) -> bool:
    """Whether a paper is said to have been asked for in the month of the request."""
    asked_in = _ASKED_IN.search(receipt.text)
    if asked_in is None or request.head.date is None:
        return False
    year = asked_in["year"]
    return asked_in["month"].lower() == f"{request.head.date:%B}".lower() and year in (
        None,
        str(request.head.date.year),
    )


def _may_be(item: Item, number: str) -> bool:
    """Whether `number` can be the minute of an item: another number than the printed one is another item's."""
    own, plain = (item.number or "").strip(" ."), number.strip(" .")
    return not (own.isdigit() and plain[:1].isdigit()) or plain.split(".")[0] == own


def _names_the_minute(receipt: Sentence, request: Sentence) -> bool:
    own = {
        text.strip(" .()").lower()
        for text in (request.item.reference, request.item.number)
        if text and not text.strip(" .").isdigit()
    }
    return any(found["number"].strip(" .()").lower() in own for found in _MINUTE.finditer(receipt.text))


def _share_held(request: Sentence, item: Item) -> float:
    """The share of the words of a request that `item` holds."""
    asked = set(stems(request.text)) - OF_REQUESTS
    held = set(stems(f"{item.title or ''} {item.minutes}"))
    return len(asked & held) / len(asked) if asked else 0.0


# Words of requests that say nothing of what is asked for.
OF_REQUESTS = frozenset(
    stems(
        "report paper update receive request bring submit meeting committee resolved agreed further months "
        "time year that be"
    )
)
