"""The people in a printed list: "Councillor Hale (Chair), Cllrs Dunn and Reed, Dr Lee, Director of Place"."""

import re
from dataclasses import dataclass

from ingest.people import FORMS_OF_ADDRESS, RANKS, initials_of, is_name, is_post, parse_speaker

_PLURAL = re.compile(
    r"^(?:the\s+)?(?P<title>County\s+Councillors|Councillors|Cllrs\.?|Messrs\.?|Aldermen|Drs)\s+", re.IGNORECASE
)
_SINGULAR = {
    "county councillors": "County Councillor",
    "councillors": "Councillor",
    "cllrs": "Cllr",
    "messrs": "Mr",
    "aldermen": "Alderman",
    "drs": "Dr",
}
_NEXT_COLUMN = re.compile(
    r"(?<=[\w)’'.\x00])(?<!\band)(?<!\s&)(?<!Councillor)(?<!Cllr)(?<!Cllr\.)(?<!Alderman)(?<!County)"
    r"\s+(?=(?:Councillor|Cllr\.?|Alderman|Mr|Mrs|Ms|Miss|Dr|Professor|Sir|Dame)\s+[A-Z])"
)
_TITLED = re.compile(rf"(?:[Tt]he\s+)?(?:{FORMS_OF_ADDRESS}|{RANKS})\s")
_SEPARATOR = re.compile(r"[;,•·\n]|\s\|\s")
_AND = re.compile(r"\s+(?:and|&)\s+")
_AND_FIRST = re.compile(r"^\s*(?:and|&)\s+")
_DASH_ROLE = re.compile(r"^(?P<who>.+?)\s+[–—-]\s+(?P<role>\S.*)$")
_IN_CHAIR = re.compile(r"(?i)^in\s+the\s+chair$")
# "4 members of the public", "the Treasurer": nobody's post.
_NO_POST = re.compile(r"(?i)\s*(?:the|a|an|no|one|two|three|four|five|six|several|\d+|members?)\s")
# "and four members of the public": there, and nobody by name.
_CROWD = re.compile(
    r"(?:,\s*|\s*\band\s+|\s*&\s*|^)(?:\w+\s+){0,3}(?:members?\s+of\s+(?:the\s+)?(?:public|press)|residents|parishioners|"
    r"observers|electors)\b[^,;]*",
    re.I,
)
_INITIALS = re.compile(r"\s*\((?P<letters>[A-Z]{2,4})\)")
# "Ida Hale (IH) Chief Executive": columns that an extractor pushed together.
_POST_BEHIND_INITIALS = re.compile(
    r"^(?P<who>[^()]+?)\s+\((?P<letters>[A-Z]{2,4})\),?\s+(?P<role>[A-Z][^()]*(?:\([^()]*\))?)$"
)
# "Cllr Webb (work)": why somebody is away, in small letters.
_REASON = re.compile(r"\s*\((?P<reason>[a-z][^()]*)\)$")
_LONGEST_ENTRY = 160


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list: the name with its form of address, and the post and body printed beside it."""

    name: str
    role: str | None = None
    organisation: str | None = None


def entries_in(text: str) -> tuple[Listed, ...]:
    """The people that a printed list names, in order; posts without a name are left out.

    >>> [listed.name for listed in entries_in("Councillors Hale (Chair), Dunn and Reed")]
    ['Councillor Hale', 'Councillor Dunn', 'Councillor Reed']
    """
    found: list[Listed] = []
    for title, part in _parts(text):
        listed = one_name(part, title)
        if listed is not None:
            found.append(listed)
        elif found and found[-1].role is None and is_post(part) and not _NO_POST.match(part):
            found[-1] = Listed(found[-1].name, part.strip(" ."), found[-1].organisation)
    return tuple(found)


def one_name(part: str, title: str | None = None) -> Listed | None:
    """The person that one part of a list names, None where it names nobody; `title` is that of the whole list."""
    part = part.strip(" .,;:*")
    if not part or len(part) > _LONGEST_ENTRY:
        return None
    beside = _POST_BEHIND_INITIALS.match(part)
    if beside and is_post(beside["role"]) and beside["letters"] == initials_of(parse_speaker(beside["who"]).name or ""):
        part = f"{beside['who']} ({beside['role']})"
    part = _without_remarks(part)
    dashed = _DASH_ROLE.match(part)
    if dashed and one_name(dashed["who"], title):
        part = f"{dashed['who']} ({dashed['role'].strip('()')})"
    elif dashed and is_post(dashed["who"]):
        part = f"{dashed['role']} ({dashed['who']})"
    bare = re.sub(r"\s*\(.*$", "", part)
    speaker = parse_speaker(f"{title} {part}" if title and is_name(bare) else part)
    if speaker.name is None or not is_name(speaker.name) or (speaker.title is None and " " not in speaker.name):
        return None
    role = "Chair" if speaker.role and _IN_CHAIR.match(speaker.role) else speaker.role
    name = f"{speaker.title} {speaker.name}" if speaker.title else speaker.name
    return Listed(name, role, speaker.organisation)


def _without_remarks(part: str) -> str:
    """A name without its initials in brackets ("Ida Hale (IH)") and without the reason for being away."""
    initials = _INITIALS.search(part)
    if initials is not None and initials["letters"] == initials_of(parse_speaker(part[: initials.start()]).name or ""):
        part = f"{part[: initials.start()]}{part[initials.end() :]}"
    reason = _REASON.search(part)
    return part[: reason.start()] if reason is not None and not is_post(reason["reason"]) else part


def is_entry(text: str) -> bool:
    """Whether a line is nothing but people: every part of it is a name, or the post of the name before it."""
    parts = _parts(text)
    people = [one_name(part, title) is not None for title, part in parts]
    return any(people[:1]) and all(person or is_post(part) for person, (_, part) in zip(people, parts, strict=True))


def _parts(text: str) -> list[tuple[str | None, str]]:
    """Cut a list at commas, at "and" between two people, and where a second column begins; never within brackets.

    Each part comes with the title that it shares with others ("Councillors Hale, Dunn and Reed").
    """
    brackets: list[str] = []

    def kept(match: re.Match[str]) -> str:
        brackets.append(match[0])
        return f"\x00{len(brackets) - 1}\x00"

    parts: list[tuple[str | None, str]] = []
    title: str | None = None
    people = _CROWD.sub("", re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)?\)", kept, text.replace("\x00", " ")))
    for segment in _SEPARATOR.split(people):
        for column in _NEXT_COLUMN.split(_AND_FIRST.sub("", segment).strip()):
            plural = _PLURAL.match(column)
            title = _SINGULAR[" ".join(plural["title"].lower().rstrip(".").split())] if plural else title
            for piece in _at_and(column[plural.end() :] if plural else column, title):
                whole = re.sub(r"\x00(\d+)\x00", lambda match: brackets[int(match[1])], piece).strip()
                title = None if _TITLED.match(whole) else title
                parts += [(title, whole)] if whole else []
    return parts


def _at_and(part: str, title: str | None) -> list[str]:
    pieces = [piece for piece in _AND.split(part) if piece.strip()]
    people = [one_name(re.sub(r"\x00\d+\x00", "", piece), title) is not None for piece in pieces]
    return pieces if len(pieces) == 1 or any(people[1:]) else [part]
