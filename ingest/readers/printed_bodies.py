"""Which body met, out of the lines over the minutes: the organisation, and its committee.

"NETHER ALDWICK PARISH COUNCIL", "Harrowmere Borough Council – Health and Wellbeing Board – 9 November 2023",
"Minutes of the Governing Body of St Bride's Primary School", "City of Larkfield / Committee of the Whole".
"""

import re
from collections.abc import Iterable, Iterator

from ingest.dates import find_date

_ORGANISATION_WORD = (
    r"(?:(?:Parish|Town|Community|City|County|Borough|District|Metropolitan|Regional|Village|Islands?|"
    r"Combined)\s+)*Council(?:s)?\b|"
    r"(?:Combined|Fire|Rescue|Police|Port|Harbour|Park|Health|Education|Transport|Local)?\s*Authority\b|"
    r"(?:Health|Care|Library|School|Hospital|Police|Education\s+and\s+Library)\s+Board\b|"
    r"(?:NHS\s+)?(?:Foundation\s+)?Trust\b|"
    r"Academy\b|School\b|College\b|University\b|Municipality\b|Corporation\b|Association\b|Conservators\b|Federation\b|"
    r"Limited\b|Ltd\b|plc\b"
)
_COMMITTEE_WORD = (
    r"(?:Sub-?\s?)?Committee|Panel|Cabinet|Executive|Forum|Board|Bord|Commission|Partnership|Assembly|"
    r"Working\s+(?:Group|Party)|Task\s+(?:Group|Force)|"
    r"(?:Steering|Reference|Advisory|Joint|Project|Oversight|Strategy|Commissioning)\s+Group|"
    r"Governing\s+Body|Governors|Trustees|Directors|"
    r"Question\s+Time|Council|Committee\s+of\s+the\s+Whole|Court|Hearing|(?<!Video\s)Conference|Municipal\s+District|Selectmen|Supervisors|Senate|Congregation|Convocation|Vestry"
)
_NOT_AFTER = r"(?!\s+(?:Tax|Hous|Chamber|Office|Hall|Building|House|Plan|Officer|Member|Leader|Minutes\b))"
_ORGANISATION = re.compile(
    rf"(?P<organisation>(?:[A-Z][\w’'.&-]*,?\s+)(?:(?:[A-Z&][\w’'.&-]*|and|of|the|for|upon|on|in|le|la|"
    rf"de|with|Cum|cum),?\s+)*?"
    rf"(?:{_ORGANISATION_WORD})){_NOT_AFTER}(?P<rest>.*)$"
)
_PLACE = re.compile(
    r"(?:The\s+)?(?:Corporation\s+of\s+the\s+)?(?:(?:City|County|Town|District|Borough)\s+Council|City|Town|Township|Village|County|Municipality|"
    r"(?:Royal|London)\s+Borough|Borough|District|University)\s+of\s+[A-Z][\w’' .-]+"
)
_COMMITTEE = re.compile(
    rf"(?:[A-ZÀ-Þ0-9][^:;]*\s)?(?:{_COMMITTEE_WORD})\b(?:\s+\([^)]+\))?(?:\s+(?:[A-Z]|No\.?\s?\d+|\d|"
    rf"in\s+Common|(?:on|for|of)\s+[A-Z][^:;.]*))?"
)
_OF_BODY = re.compile(
    r"(?P<committee>.*\b(?:Committee|Panel|Board|Body|Group|Governors|Directors|Trustees|"
    r"Management))\s+(?:of|at|for)\s+(?:the\s+)?"
    r"(?P<organisation>[A-Z].*\b(?:School|Academy|College|Trust|Council|Authority|University|Federation|Board)\b.*)$"
)
_MEETING_KIND = (
    r"(?:(?:ordinary|annual(?:\s+general)?|special|extra-?ordinary|regular|virtual|remote|monthly|"
    r"quarterly|statutory|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"inaugural|public|"
    r"adjourned|additional|full|joint|\d{1,4}(?:st|nd|rd|th))\s+)*"
)
_LEAD = re.compile(
    rf"(?:(?:the|an?|of|for|at|from|in|draft|confirmed|unconfirmed|approved|final|printed|minutes?|"
    rf"records?|notes|transcript|proceedings|"
    rf"{_MEETING_KIND}(?:council\s+)?meeting(?:\s+minutes)?)\b[\s:–—-]*)+",
    re.I,
)
_MEETING_OF = re.compile(
    rf"(?:^|\s+){_MEETING_KIND}(?:(?:parish|council|town)\s+)?(?:meeting|AGM)\s+(?:of|for)\s+", re.I
)
_HELD = re.compile(
    r"[,\s(]+(?:which\s+was\s+|was\s+|as\s+)?(?:duly\s+)?(?:held|convened|conducted|on\s+(?:$|the\b)|"
    r"at\s+\d|in\s+the\s+[A-Z]|commencing|via\b).*$",
    re.I | re.S,
)
_TRAILING = re.compile(
    r"[\s’',;:.–—|(-]+(?:(?:draft\s+)?minutes|(?:regular|special|ordinary)?\s*meeting(?:\s+minutes)?|"
    r"agenda|on|at|held)?[\s,;:.–—|(-]*$",
    re.I,
)
_PLACE_OF_MEETING = re.compile(r"\s*(?:at|via|by)\s+(?!(?:a|the)\s+(?:\w+\s+){0,2}meeting\b)", re.I)
_SMALL = frozenset("and of the for in on at by to with le la upon under".split())
_SPLIT = re.compile(r"\s+/\s+|\s+Minutes\s+(?!of\b)|\s+[–—|-]+\s+|\s*\|\s*|\s*[–—]\s*(?=[A-Z])|\s*:\s+")


def bodies_in(lines: Iterable[str], everywhere: str = "") -> tuple[str | None, str | None]:
    """The organisation and the committee that the heading lines name; a body that has no committee is both.

    `everywhere` is the whole text: a name in capitals is given as it is written elsewhere.
    """
    organisation: str | None = None
    committee: str | None = None
    for phrase in _phrases(lines):
        of, body = _organisation_and_committee(phrase)
        organisation = organisation or of
        if body and (committee is None or _is_generic(committee)):
            committee = body
    if organisation and (committee is None or _means_the_whole(committee, organisation)):
        committee = organisation
    return _in_small_letters(organisation, everywhere), _in_small_letters(committee, everywhere)


def _phrases(lines: Iterable[str]) -> Iterator[str]:
    """The parts of heading lines that could name a body: without date, "Minutes of the meeting of" and "held at"."""
    for line in lines:
        printed = find_date(line)
        texts = (line[: printed.start], line[printed.end :]) if printed else (line,)
        for text in texts:
            for part in _SPLIT.split(text):
                if _PLACE_OF_MEETING.match(part):
                    continue
                phrase = _MEETING_OF.sub(" of ", part.strip())
                phrase = _TRAILING.sub("", _HELD.sub("", f" {phrase} ")).strip()
                opening = _LEAD.match(phrase)
                phrase = phrase[opening.end() :] if opening else phrase
                if 3 < len(phrase) < 160:
                    yield phrase


def _organisation_and_committee(phrase: str) -> tuple[str | None, str | None]:
    text = spelled(phrase)
    of_body = _OF_BODY.fullmatch(text)
    if of_body:
        return _cut(phrase, text, of_body["organisation"]), _cut(phrase, text, of_body["committee"])
    if _PLACE.fullmatch(text):
        return phrase, None
    found = _ORGANISATION.match(text)
    if found and not _ends_in_committee(found["organisation"]):
        organisation = _cut(phrase, text, found["organisation"])
        rest = found["rest"].strip(" ,.–—-")
        if not rest:
            return (None, organisation) if _is_generic(organisation) else (organisation, None)
        if _is_body(rest):
            return organisation, _cut(phrase, text, rest)
        return None, None
    return (None, phrase) if _is_body(text) else (None, None)


def _is_body(text: str) -> bool:
    return _COMMITTEE.fullmatch(text) is not None and len(text.split()) <= 14


def _ends_in_committee(text: str) -> bool:
    return re.search(r"\b(?:Committee|Panel|Cabinet|Forum|Wellbeing Board)$", text) is not None


def _is_generic(body: str) -> bool:
    """Whether this is what a body calls itself ("Parish Council"), its name being printed elsewhere."""
    return (
        re.fullmatch(
            r"(?:(?:parish|town|city|county|community|borough|district)\s+)?council|authority|board|trust|"
            r"committee|school",
            body,
            re.I,
        )
        is not None
    )


def _means_the_whole(committee: str, organisation: str) -> bool:
    short, whole = committee.casefold(), organisation.casefold()
    return whole.endswith(f" {short}") or short == whole


def _cut(phrase: str, text: str, part: str) -> str:
    """The part of the printed phrase that corresponds to a part of its spelling (the two have the same length)."""
    at = text.find(part)
    return phrase[at : at + len(part)].strip(" ,")


def spelled(phrase: str) -> str:
    """A phrase in capitals with small letters, so that one set of patterns reads both."""
    return _with_small_letters(phrase) if phrase.isupper() else phrase


def _with_small_letters(text: str) -> str:
    words = re.split(r"(\s+|-|/)", text)
    return "".join(
        word.lower() if at and word.lower() in _SMALL else word[:1] + word[1:].lower() for at, word in enumerate(words)
    )


def _in_small_letters(name: str | None, everywhere: str) -> str | None:
    if name is None or not name.isupper() or len(name) < 5:
        return name
    for found in re.finditer(re.escape(name), everywhere, re.I):
        if not found[0].isupper() and not found[0].islower():
            return found[0]
    return _with_small_letters(name)
