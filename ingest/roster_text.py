"""Who attended, out of headed lists and prose: "Present: …", "Apologies were received from …", "X took the Chair".

Names are as printed, with their form of address; a role is given where one is printed beside the name. Nobody is on the
roster only because he or she spoke.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.draft import Block
from ingest.people import parse_speaker
from ingest.records import AttendanceStatus, Attendee
from ingest.roster_entries import Listed, entries_in, is_entry
from ingest.sentences import sentences

_WHO = (
    r"(?:(?:members?|councillors?|governors?|trustees?|directors?|those|board|committee|panel|council|voting|"
    r"non-voting)\s+)*"
)
_HEADINGS: tuple[tuple[AttendanceStatus, str], ...] = (
    (
        "apologies",
        rf"{_WHO}(?:regrets|leithscéalta|excused)|{_WHO}apolog(?:y|ies)(?:\s+(?:for\s+)?(?:absence|inability\s+to\s+attend))?(?:\s+(?:and|&|/)\s+(?:substitut|declar)\w+)?",
    ),
    ("absent", rf"{_WHO}absent(?:\s+without\s+apolog\w+)?|not\s+present|not\s+in\s+attendance"),
    ("substitute", r"substitut(?:es?|ions?)(?:\s+members?)?"),
    (
        "in_attendance",
        r"(?:also\s+)?(?:in\s+attendance|attending)|(?:also|others?|guests?|public|visitors?)\s+(?:present|"
        r"in\s+attendance|attending)|(?:council\s+)?(?:officers?|officials?)(?:\s+(?:present|in\s+attendance))?|staff(?:\s+present)?|"
        r"observers?|invitees?|contributors?|witnesses|guests?|clerk(?:\s+to\s+the\s+\w+)?|advisers?|visitors",
    ),
    (
        "present",
        rf"{_WHO}present|sederunt|i\s+láthair|attendees?|attendance|members(?:\s+in\s+attendance)?|"
        r"(?:committee|board|panel|voting)\s+members|councillors|governors|trustees",
    ),
)
_HEADED = tuple(
    (status, re.compile(rf"^(?:{words})(?:\s*\([^)]*\))?\s*(?:[:–—]\s*|-\s+|$)", re.IGNORECASE))
    for status, words in _HEADINGS
)
# A heading in two languages: "I Láthair / Present:", "PRESENT / PRESENNOL:".
_OTHER_FIRST = re.compile(r"^[^/:,;]{3,40}\s/\s(?=[A-Z])")
_OTHER_BEHIND = re.compile(r"\s/\s[^/:,;]{3,40}(?=:|$)")
_AMBIGUOUS = re.compile(r"^in\s+attendance", re.IGNORECASE)
_GAVE = r"(?:sent|given|gave|tendered|offered|submitted|made|forwarded)"
_PEOPLE = r"(?P<people>\S.*?)"
_REST = r"(?P<people>\S.*)$"
_PERSON = r"(?P<who>(?:[A-ZÀ-Þ][\w’'.-]*\s+){0,5}[A-ZÀ-Þ][\w’'-]+(?:\s*\([^()]{2,40}\))?)"
_OTHER = r"(?P<other>(?:[A-ZÀ-Þ][\w’'.-]*\s+){0,5}[A-ZÀ-Þ][\w’'-]+)"
_CHAIR = r"(?:[Vv]ice-|[Dd]eputy\s+)?"
_CHAIR += r"(?:[Cc]hair(?:man|woman|person)?|CHAIR(?:MAN)?|[Cc]onven[eo]r|(?:Leas-?)?[Cc]h?athaoirleach)"
_APOLOGIES_FROM = re.compile(
    r"\bapolog(?:y|ies)\b(?!\s+for\s+late)(?:\s+for\s+(?:non-?)?(?:absence|attendance|inability\s+to\s+attend))?"
    r"(?:\s+(?:had|have|has|was|were|been|be|also|and|received|recieved|sent|submitted|given|tendered|noted|accepted|made|offered|for\s+absence))*"
    rf"\s*(?:\b(?:from|by|on\s+behalf\s+of|for)(?:\s*:\s*|\s+)|:\s*){_REST}",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(r"\s+(?:be|is|was|were|are|being)\s+(?:accepted|received|noted|sustained|approved|recorded)\b")
_GAVE_APOLOGIES = re.compile(rf"^{_PEOPLE}\s+(?:had|has|have)?\s*{_GAVE}\s+(?:his\s+|her\s+|their\s+)?apologies\b")
_FOR_WHOM = re.compile(
    rf",?\s*for\s+whom\s+{_PERSON}\s+(?:had\s+|was\s+)?(?:attend\w+(?:\s+as\s+(?:a\s+|the\s+)?substitute)?|substitut\w+|deputis\w+|acted\s+as\s+substitute)"
)
_BRACKETED_SUBSTITUTE = re.compile(rf"\(\s*(?:[Ss]ubstitute[d]?|[Ss]ub)(?:\s+by|\s*[:–-])?\s+{_PERSON}\s*\)")
_SUBSTITUTED = re.compile(
    rf"(?:^|[,;]\s|\band\s|\bthat\s){_PERSON}\s+(?:had\s+|was\s+|were\s+|would\s+be\s+)?(?:attend\w+\s+as\s+(?:a\s+|the\s+)?substitute|acted\s+as\s+substitute|"
    rf"attend\w+|substitut\w+|deputis\w+|in\s+attendance\s+as\s+substitute)\s+(?:for|in\s+place\s+of|in\s+the\s+place\s+of|on\s+behalf\s+of)\s+{_OTHER}"
)
_IN_CHAIR = (
    re.compile(
        rf"^{_PERSON}(?:,\s[^,]{{2,60}},)?\s+(?:then\s+)?(?:(?:took|assumed|occupied)\s+the\s+[Cc]hair|(?:was|were)\s+in\s+the\s+[Cc]hair|presided|in\s+the\s+[Cc]hair)\b(?!\s+(?:for|during)\s+(?:this|the|item|agenda|minute))"
    ),
    re.compile(rf"^{_PERSON},\s+in\s+the\s+[Cc]hair,"),
    re.compile(rf"^(?:IN\s+THE\s+CHAIR|In\s+the\s+[Cc]hair|{_CHAIR}|Presiding)\s*[:–—-]\s*{_PERSON}"),
    re.compile(rf"\b(?:chaired\s+by|under\s+the\s+chairmanship\s+of)\s+{_PERSON}"),
)
# Without one of these words a sentence records no attendance, and most sentences have none.
_TELLS = re.compile(r"apolog|absent|attend|present|substitut|deputis|chair|convene|presid|cathaoirleach", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(r",?\s+and\s+(?=(?:the|it|there|that|he|she)\b)|;\s+")
_CHAIR_NAMED = re.compile(
    rf"(?:^|\s)[Tt]he\s+(?P<role>{_CHAIR}(?:\s+of\s+the\s+(?:Council|Committee|Board|Panel|Authority))?)"
    rf"(?:\s*\([^()]*\))?,\s+{_PERSON},"
)
_NAMED_CHAIR = re.compile(
    rf"(?:^|\s){_PERSON},\s+the\s+(?P<role>{_CHAIR}(?:\s+of\s+the\s+(?:Council|Committee|Board|Panel|Authority))?)"
    r"(?=,)"
)
_PRESIDED = re.compile(r"\bpresided\b|\bin\s+the\s+[Cc]hair\b|\btook\s+the\s+[Cc]hair\b")
_DEPUTY = re.compile(r"vice|deputy", re.IGNORECASE)
_ABSENT = re.compile(rf"^{_PEOPLE}\s+(?:was|were)\s+absent\b")
_ALSO_THERE = re.compile(rf"^{_PEOPLE}\s+(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance)\b")
_ROW_STATUS: tuple[tuple[AttendanceStatus, re.Pattern[str]], ...] = (
    ("in_attendance", re.compile(r"^(?:in\s+attendance|also\s+present)\b", re.IGNORECASE)),
    ("apologies", re.compile(r"^(?:sent\s+)?apolog\w+", re.IGNORECASE)),
    ("absent", re.compile(r"^(?:absent|did\s+not\s+attend)\b", re.IGNORECASE)),
    ("substitute", re.compile(r"^substitut\w+", re.IGNORECASE)),
    ("present", re.compile(r"^(?:present|attended|yes|✓|p$)", re.IGNORECASE)),
)


def attendance_from_blocks(blocks: Sequence[Block], title: str | None = None) -> tuple[Attendee, ...]:
    """The people whom `blocks` record as there or not there, each once, in the order of the source.

    `title` is the heading over the blocks: under "Apologies for Absence" a bare list of names is one of apologies.
    """
    found = list(_told(blocks, title or ""))
    nobody_present = not any(attendee.status == "present" for attendee, _ in found)
    return _each_once(
        attendee.model_copy(update={"status": "present"}) if loose and nobody_present else attendee
        for attendee, loose in found
    )


def _told(blocks: Sequence[Block], title: str) -> Iterator[tuple[Attendee, bool]]:
    """Each record of attendance, and whether its heading was "In attendance", which alone means those present."""
    status, loose = _heading(title)[:2]
    for block in blocks:
        if block.kind == "row":
            yield from ((attendee, False) for attendee in _row(block.text, status))
            continue
        for sentence in sentences(block.text):
            headed, is_loose, rest = _heading(sentence)
            if headed is not None and rest is not None:
                yield from ((attendee, is_loose) for attendee in _list(rest, headed))
                if not rest or not rest.endswith("."):
                    status, loose = headed, is_loose
                continue
            told = list(_prose(sentence))
            yield from ((attendee, False) for attendee in told)
            if not told and status is not None and block.kind != "heading" and is_entry(sentence):
                yield from ((attendee, loose) for attendee in _list(sentence, status))
        if block.kind == "heading" and _heading(block.text)[0] is None:
            status = None


def _heading(text: str) -> tuple[AttendanceStatus | None, bool, str | None]:
    """The status that a heading gives, whether it is "In attendance", and what stands behind it on the line."""
    text = text.strip()
    for words in dict.fromkeys((text, _OTHER_FIRST.sub("", text), _OTHER_BEHIND.sub("", text))):
        for status, pattern in _HEADED:
            match = pattern.match(words)
            if match:
                return status, _AMBIGUOUS.match(words) is not None, words[match.end() :].strip()
    return None, False, None


def _list(text: str, status: AttendanceStatus) -> Iterator[Attendee]:
    if status == "apologies":
        yield from _apologies(text)
        return
    for listed in entries_in(text):
        yield _attendee(listed, status)


def _prose(sentence: str) -> Iterator[Attendee]:
    """The records of attendance in one sentence of prose."""
    if _TELLS.search(sentence) is None:
        return
    absent = _APOLOGIES_FROM.search(sentence) or _GAVE_APOLOGIES.match(sentence)
    if absent:
        accepted = _ACCEPTED.search(absent["people"])
        clause = _NEXT_CLAUSE.search(absent["people"])
        end = min((found.start() for found in (clause, accepted) if found), default=len(absent["people"]))
        yield from _apologies(absent["people"][:end])
        yield from _chair(absent["people"][clause.start() :].lstrip(", ")) if clause else ()
        return
    for match in _SUBSTITUTED.finditer(sentence):
        yield from _substitution(match["who"], match["other"])
    yield from _chair(sentence)
    for status, pattern in (("absent", _ABSENT), ("in_attendance", _ALSO_THERE)):
        match_there = pattern.match(sentence)
        if match_there and is_entry(match_there["people"]):
            yield from _list(match_there["people"], "absent" if status == "absent" else "in_attendance")


def _chair(sentence: str) -> Iterator[Attendee]:
    """Who took the chair, or is named as the Chair, in a sentence."""
    took = next((found for found in (pattern.search(sentence) for pattern in _IN_CHAIR) if found), None)
    named = _CHAIR_NAMED.search(sentence) or _NAMED_CHAIR.search(sentence)
    found = took or named
    if found is None:
        return
    role = "Chair" if took else found["role"]
    if named and _PRESIDED.search(sentence, named.start()):
        found, role = named, named["role"]
        if _DEPUTY.match(role):
            role = f"{role} (in the Chair)"
    yield from (_attendee(listed, "present", role=listed.role or role) for listed in entries_in(found["who"]))


def _apologies(people: str) -> Iterator[Attendee]:
    """Who sent apologies, and who came instead, out of what stands behind "apologies were received from"."""
    without = people
    for pattern in (_FOR_WHOM, _BRACKETED_SUBSTITUTE):
        for match in pattern.finditer(people):
            away = entries_in(people[: match.start()])
            if away:
                yield from _substitution(match["who"], away[-1].name)
            without = without.replace(match[0], "")
    yield from (_attendee(listed, "apologies") for listed in entries_in(without))


def _substitution(who: str, other: str) -> Iterator[Attendee]:
    yield from (_attendee(listed, "apologies") for listed in entries_in(other))
    for listed in entries_in(who):
        yield _attendee(listed, "substitute", role=f"Substitute for {other.strip()}")


def _row(text: str, heading: AttendanceStatus | None) -> Iterator[Attendee]:
    """One row of a table of attendance: a name, a post, a status, in any order of the last two."""
    cells = [cell.strip() for cell in re.split(r"\s*[|\t]\s*", text) if cell.strip()]
    statuses = [status for cell in cells[1:] for status, pattern in _ROW_STATUS if pattern.match(cell)]
    listed = entries_in(cells[0]) if cells else ()
    status = statuses[0] if statuses else heading
    if len(listed) != 1 or status is None:
        return
    others = [cell for cell in cells[1:] if not any(pattern.match(cell) for _, pattern in _ROW_STATUS)]
    yield _attendee(listed[0], status, role=listed[0].role or (others[0] if others else None))


def _attendee(listed: Listed, status: AttendanceStatus, *, role: str | None = None) -> Attendee:
    return Attendee(name=listed.name, role=role or listed.role, organisation=listed.organisation, status=status)


def _each_once(attendees: Iterable[Attendee]) -> tuple[Attendee, ...]:
    """Everybody once, under the first record of him or her, with a role that another record gives."""
    people: dict[str, Attendee] = {}
    for attendee in attendees:
        key = (parse_speaker(attendee.name).name or attendee.name).lower()
        known = people.get(key)
        if known is None:
            people[key] = attendee
        elif known.role is None and attendee.role is not None:
            people[key] = known.model_copy(update={"role": attendee.role})
    return tuple(people.values())
