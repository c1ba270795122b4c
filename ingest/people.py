"""Who somebody is, as far as print tells: names, titles, posts and bodies out of a printed form, and the roster.

Nothing is guessed: a part that the form does not print stays null, and a look-up with two answers has none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.records import Attendee, Speaker

FORMS_OF_ADDRESS = (
    r"County\s+Councillors?|Councillors?|Cllrs?\.?|Alderm[ae]n|Alderwom[ae]n|Ald\.?|Bailie|Provost|"
    r"Mr\.?|Mrs\.?|Ms\.?|Miss|Mx|Dr\.?|Prof\.?|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev\.?|"
    r"Revd\.?|Reverend|Canon|Father|Fr\.?|"
    r"Judge|Hon\.?|Rt\.?\s+Hon\.?|Madam|M\.?P\.?P\.?"
)
RANKS = (
    r"(?:(?:Detective|Acting|Temporary|T/|A/|Deputy|Assistant|Chief|Area|Group|Station|Watch|Crew|Staff|"
    r"Senior|Special|District)\s+){0,3}"
    r"(?:Chief\s+)?(?:Superintendent|Inspector|Sergeant|Constable|Commander|Commissioner|Manager|Nurse)|"
    r"Detective\s+Chief\s+Inspector|Chief\s+(?:Constable|Fire\s+Officer)|Matron|Sister|Firefighter|"
    r"Captain|Major|Colonel|Commodore|Lieutenant|"
    r"PCSO|PC|PS|DCI|DI|DS|DC|DCS|CI|AM|GM|SM|WM|CM|Supt\.?|Insp\.?|Sgt\.?"
)
TITLE = rf"(?:(?:{FORMS_OF_ADDRESS}|{RANKS})(?=\s))"
_PARTICLE = r"(?:de|la|le|du|van|von|der|den|bin|al|ap|da|dos|of)"
NAME_WORD = (
    r"(?:[A-ZÀ-Þ](?:[’'][A-ZÀ-Þ])?[a-zß-ÿ][\w’']*(?:-[A-ZÀ-Þ]?\w+)*|(?:Mc|Mac|O[’'])[A-ZÀ-Þ]\w+|"
    r"[A-ZÀ-Þ]{2,}(?=\b)|[A-ZÀ-Þ]\b\.?)"
)
NAME = rf"(?:{NAME_WORD}(?:\s+(?:(?:de|la|le|du|van|von|der|den|bin|al|ap|da|dos)\s+)*{NAME_WORD}){{0,4}})"

_TITLES = re.compile(rf"^(?:[Tt]he\s+)?(?P<titles>{TITLE}(?:\s+{TITLE}){{0,2}})\s+(?P<rest>.+)$", re.S)
_BRACKET = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*(?P<after>.*)$", re.S)
_BODY = re.compile(
    r"^(?P<who>.+?),?\s+(?:from|of|representing|on\s+behalf\s+of|for|at)\s+(?P<body>(?:the\s+)?[A-Z].*)$", re.S
)
_POST_WORDS = re.compile(
    r"\b(?:Director|Officer|Manager|Head|Leader|Chief|Chair(?:man|woman|person)?|Solicitor|Auditor|Clerk|"
    r"Engineer|Treasurer|Member|Secretary|"
    r"Accountant|Lead|Advis[eo]r|Planner|Inspector|Supervisor|Coordinator|Co-ordinator|Holder|"
    r"Commissioner|Mayor|Speaker|Consultant|Nurse|Surveyor|"
    r"Librarian|Headteacher|Principal|Governor|Representative|Agent|Assistant|Executive|President|"
    r"Partner|Person|Convener|Convenor|Provost|Deputy|"
    r"Ranger|Architect|Registrar|Analyst|Specialist|Ombudsman|Guardian|Physician|Practitioner|Chaplain|"
    r"Warden|Monitoring|Teacher|Professor)s?\b",
    re.I,
)
_GENERIC = re.compile(
    r"^(?:(?:an?|one|another|some|several|many|most|other|others|two|three|four|five|six|both|all|the\s+other)\b|"
    r"(?:members|officers|residents|councillors|governors|(?:the\s+)?(?:committee|panel|board|council|"
    r"cabinet|authority|forum|meeting))$)",
    re.I,
)
_PLURAL_TITLES = {"Councillors": "Councillor", "Cllrs": "Cllr", "County Councillors": "County Councillor"}


def is_post(text: str) -> bool:
    """Whether `text` reads like the name of a post ("Head of Highways") rather than of a person or a body."""
    return _POST_WORDS.search(text) is not None


def is_name(text: str) -> bool:
    """Whether `text` reads like a person's name, without title: one to five capitalised words, none of a post."""
    return re.fullmatch(NAME, text.strip()) is not None and not is_post(text)


def parse_speaker(as_printed: str) -> Speaker:
    """What the printed form of a person says about him or her.

    >>> parse_speaker("Detective Superintendent Chris Downey from GMP").organisation
    'GMP'

    A voice without a name or post ("a Member", "officers") has only `as_printed`.
    """
    printed = " ".join(as_printed.split())
    if printed.isupper() and len(printed) > 4:
        printed = printed.title()
    if _GENERIC.match(printed):
        return Speaker(as_printed=as_printed)
    core, role, organisation = _without_body(printed)
    name, title, own_role = _name_title_role(core)
    role = role or own_role
    if role is not None and own_role is not None and own_role != role and name is None:
        name, role = (role, own_role) if is_name(_without_title(role)[1]) else (None, own_role)
        title, name = _without_title(name) if name else (title, None)
    return Speaker(as_printed=as_printed, name=name, title=title, role=role, organisation=organisation)


def _without_body(printed: str) -> tuple[str, str | None, str | None]:
    """Take from a form what stands in brackets, after a comma, or after "from": (core, role or name, organisation)."""
    bracket = _BRACKET.match(printed)
    if bracket:
        before, inside = bracket["before"], bracket["inside"]
        if _is_personal(before):
            return before, *_role_and_body(inside)
        titled = _without_title(inside)
        if titled[0] or is_name(inside):
            return before, inside, None
        return printed, None, None
    head, comma, tail = printed.partition(",")
    if comma:
        tail = re.sub(r",?\s+who\s.*$", "", tail.strip())
        if _is_personal(head):
            core, _, own_body = _without_body(head)
            role, organisation = _role_and_body(tail)
            return core, role, organisation or own_body
        if _without_title(tail)[0] or is_name(tail.split(",")[0]):
            return head, tail.split(",")[0], None
        return printed, None, None
    body = _BODY.match(printed)
    if body and _is_personal(body["who"]):
        return body["who"], None, body["body"]
    return printed, None, None


def _role_and_body(text: str) -> tuple[str | None, str | None]:
    text = text.strip().rstrip(",")
    if not text or text.startswith("who "):
        return None, None
    role, comma, body = text.partition(",")
    if comma and is_post(role):
        return role.strip(), body.strip() or None
    split = re.match(r"^(?P<role>.+?)\s+(?:at|for|from|representing)\s+(?P<body>[A-Z].+)$", text)
    if split and is_post(split["role"]) and not re.search(r"(?i)member|holder|secretary", split["role"]):
        return split["role"], split["body"]
    if is_post(text) or text[:1].islower():
        return re.sub(r"^[Tt]he\s+", "", text), None
    return None, re.sub(r"^(?:representing|on behalf of|from)\s+(?:the\s+)?", "", text)


def _is_personal(text: str) -> bool:
    title, rest = _without_title(text)
    if title is not None:
        return True
    body = _BODY.match(text)
    return is_name(rest) or (body is not None and is_name(body["who"]))


def _without_title(text: str) -> tuple[str | None, str]:
    match = _TITLES.match(text.strip())
    if match is None:
        return None, text.strip()
    titles = " ".join(match["titles"].split())
    return _PLURAL_TITLES.get(titles.rstrip("."), titles), match["rest"]


def _name_title_role(core: str) -> tuple[str | None, str | None, str | None]:
    title, rest = _without_title(core)
    if title is not None and not re.match(r"(?i)(?:for|of)\b", rest):
        return rest, title, None
    bare = re.sub(r"^[Tt]he\s+", "", core)
    if is_name(core) and bare == core and not re.fullmatch(r"(?i)the|members|officers", core):
        return core, None, None
    return None, None, bare or None


def surname(name: str) -> str:
    """The last word of a name, without titles ("J Ockenden" has "Ockenden")."""
    words = name.replace(".", " ").split()
    return words[-1] if words else name


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is recorded at one meeting; every look-up gives the one fitting person, or None where none or several fit."""

    people: tuple[tuple[Attendee, Speaker], ...] = ()

    @classmethod
    def of(cls, attendance: Sequence[Attendee]) -> "Roster":
        """The roster of an attendance list."""
        return cls(tuple((entry, parse_speaker(entry.name)) for entry in attendance))

    @property
    def chair(self) -> Attendee | None:
        """Who took the chair: "in the chair" where it is printed, else the one present whose role is Chair."""
        acting = [entry for entry, _ in self.people if entry.role and re.search(r"(?i)in the chair", entry.role)]
        named = [
            entry
            for entry, _ in self.people
            if entry.role and re.fullmatch(r"(?i)(?:the\s+)?chair(?:man|woman|person)?(?:\s+of\s+.*)?", entry.role)
        ]
        present = [entry for entry in named if entry.status not in ("apologies", "absent")]
        return _only(acting) or _only(present)

    @property
    def vice_chair(self) -> Attendee | None:
        """The one present whose role is Vice-Chair or Deputy Chair."""
        return self.by_role(r"(?:vice|deputy)[-\s]?chair(?:man|woman|person)?")

    def by_role(self, pattern: str) -> Attendee | None:
        """The one present whose role is `pattern` (a regular expression, without regard to case)."""
        fitting = re.compile(rf"(?i)(?:the\s+)?(?:{pattern})\b")
        found = [entry for entry, _ in self.people if entry.role and fitting.match(entry.role)]
        return _only([entry for entry in found if entry.status not in ("apologies", "absent")])

    def by_name(self, name: str) -> Attendee | None:
        """The one whose surname, and initial or first name where given, is that of `name`."""
        wanted = name.replace(".", " ").split()
        if not wanted:
            return None
        return _only([entry for entry, who in self.people if who.name and _same_name(wanted, who.name)])

    def by_initials(self, initials: str) -> Attendee | None:
        """The one whose first and last name begin with `initials` ("AB": Avi Bhatia), or who is listed with them."""
        printed = [
            entry
            for entry, _ in self.people
            if re.search(rf"\({re.escape(initials)}\)|\s{re.escape(initials)}$", entry.name)
        ]
        if printed:
            return _only(printed)
        found = [entry for entry, who in self.people if who.name and initials_of(who.name) == initials]
        return _only(found)


def _only(found: Iterable[Attendee]) -> Attendee | None:
    distinct = list(dict.fromkeys(found))
    return distinct[0] if len(distinct) == 1 else None


def initials_of(name: str) -> str:
    """The capital letters with which the words of a name begin."""
    return "".join(word[0] for word in re.split(r"[\s]+", name) if word[:1].isupper())


def _same_name(wanted: list[str], name: str) -> bool:
    words = name.replace(".", " ").split()
    if not words or words[-1].lower() != wanted[-1].lower():
        return len(wanted) == 1 and len(words) > 1 and words[0].lower() == wanted[0].lower() and len(words[0]) > 1
    first, given = " ".join(words[:-1]).lower(), " ".join(wanted[:-1]).lower()
    return not given or not first or first.startswith(given) or given.startswith(first)
