"""Who is recorded at a meeting, and who was named earlier in it: what "the Chair", "Mr Shand" and "AB" stand for.

A look-up with two answers has none. What a printed form says by itself is read in `printed_names`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.printed_names import (
    FORMS_OF_ADDRESS,
    NAME,
    NAME_WORD,
    RANKS,
    TITLE,
    is_name,
    is_post,
    parse_speaker,
    printed_gender,
    surname,
)
from ingest.records import Attendee, Speaker

__all__ = [
    "FORMS_OF_ADDRESS",
    "NAME",
    "NAME_WORD",
    "RANKS",
    "TITLE",
    "Roster",
    "initials_of",
    "is_name",
    "is_post",
    "parse_speaker",
    "plain_post",
    "post_initials",
    "printed_gender",
    "same_name",
    "surname",
]


_CHAIR = re.compile(
    r"(?i)(?:the\s+)?(?:in\s+the\s+)?(?:chair(?:man|woman|person)?|(?:an\s+)?cathaoirleach)(?:\s+of\s+.*)?"
)
_VICE_CHAIR = re.compile(r"(?i)(?:the\s+)?(?:vice|deputy)[-\s]?chair(?:man|woman|person)?(?:\s+\(.*\))?")
_INITIALS = re.compile(r"[A-Z]{2,4}")


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is recorded at one meeting; every look-up gives the one fitting person, or None where none or several fit.

    `met` are people whom earlier items of the meeting name, each once, in the form that says most.
    """

    people: tuple[tuple[Attendee, Speaker], ...] = ()
    met: tuple[Speaker, ...] = ()

    @classmethod
    def of(cls, attendance: Sequence[Attendee]) -> "Roster":
        """The roster of an attendance list."""
        return cls(tuple((entry, parse_speaker(entry.name)) for entry in attendance))

    def having_met(self, speakers: Iterable[Speaker]) -> "Roster":
        """This roster with the named people among `speakers`, those already met in the form that says more."""
        met = list(self.met)
        for speaker in speakers:
            if speaker.name is not None:
                _remember(met, speaker)
        return replace(self, met=tuple(met))

    def calls(self) -> frozenset[str]:
        """The single words by which people are called: first names, surnames, initials of those on the list."""
        named = [*(who for _, who in self.people), *self.met]
        words = {
            word for who in named if who.name for word in (who.name.split()[0], surname(who.name)) if len(word) > 2
        }
        initials = {initials_of(who.name) for _, who in self.people if who.name}
        initials |= {post_initials(entry.role).upper() for entry, _ in self.people if entry.role}
        return frozenset(words | {letters for letters in initials if len(letters) > 1})

    def meant_by(self, printed: str, speaker: Speaker) -> Speaker | None:
        """Who on the list, or met earlier, is printed as `printed`, which says by itself what `speaker` holds."""
        if _INITIALS.fullmatch(printed):
            return self._listed(self.by_initials(printed))
        if speaker.name is not None:
            return self.speaker_named(speaker.name, speaker.title)
        role = speaker.role or ""
        if _CHAIR.fullmatch(role):
            return self._listed(self.chair) or self.speaker_in_post(role)
        if _VICE_CHAIR.fullmatch(role):
            return self._listed(self.vice_chair) or self.speaker_in_post(role)
        if not role:
            return None
        listed = self.by_role(re.escape(role) + "$") or (self.by_post_initials(role) if role.isupper() else None)
        return self._listed(listed) or self.speaker_in_post(role)

    def _listed(self, entry: Attendee | None) -> Speaker | None:
        return next((who for listed, who in self.people if listed is entry), None) if entry else None

    def speaker_named(self, name: str, title: str | None = None) -> Speaker | None:
        """The one on the list, else the one met earlier, whom `name` can mean and whose gender `title` allows."""
        listed = [who for _, who in self.people if _may_be_called(name, title, who)]
        found = dict.fromkeys(listed or [who for who in self.met if _may_be_called(name, title, who)])
        return next(iter(found)) if len(found) == 1 else None

    def speaker_in_post(self, role: str) -> Speaker | None:
        """The one met earlier in the post `role`, printed in these words."""
        found = [who for who in self.met if who.role and plain_post(who.role) == plain_post(role)]
        return found[0] if len(found) == 1 else None

    @property
    def chair(self) -> Attendee | None:
        """Who took the chair: "in the chair" where it is printed, else the one present whose role is Chair."""
        acting = [entry for entry, _ in self.people if entry.role and re.search(r"(?i)in the chair", entry.role)]
        named = [entry for entry, _ in self.people if entry.role and _CHAIR.fullmatch(entry.role)]
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

    def by_post_initials(self, initials: str) -> Attendee | None:
        """The one whose post is called by `initials` ("CFO": the Chief Finance Officer)."""
        return _only(
            [entry for entry, _ in self.people if entry.role and post_initials(entry.role) == initials.lower()]
        )

    def by_name(self, name: str) -> Attendee | None:
        """The one whose surname, and initial or first name where given, is that of `name`."""
        wanted = name.replace(".", " ").split()
        if not wanted:
            return None
        return _only([entry for entry, who in self.people if who.name and same_name(wanted, who.name)])

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


def plain_post(role: str) -> str:
    """A post as it is compared: small letters, without its article."""
    return re.sub(r"^(?:the|an?)\s+", "", role.lower()).strip()


def post_initials(role: str) -> str:
    """The small letters by which a post is called: "Chief Finance Officer" is the "cfo".

    >>> post_initials("Director of Public Health")
    'dph'
    """
    words = [word for word in re.split(r"[\s,&-]+", role.lower()) if word not in ("of", "and", "the", "for", "to", "")]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _remember(met: list[Speaker], speaker: Speaker) -> None:
    """Add `speaker` to `met`, or put it in the place of the one of these whom it names more fully."""
    same = [at for at, who in enumerate(met) if _are_one(speaker, who)]
    if not same:
        met.append(speaker)
    elif len(same) == 1:
        met[same[0]] = _fuller(met[same[0]], speaker)


def _are_one(speaker: Speaker, who: Speaker) -> bool:
    return _may_be_called(speaker.name or "", speaker.title, who) or _may_be_called(who.name or "", who.title, speaker)


def _fuller(known: Speaker, speaker: Speaker) -> Speaker:
    longer = max(known, speaker, key=lambda who: len(who.name or ""))
    return longer.model_copy(
        update={
            "title": known.title or speaker.title,
            "role": known.role or speaker.role,
            "organisation": known.organisation or speaker.organisation,
        }
    )


def _may_be_called(name: str, title: str | None, who: Speaker) -> bool:
    words = name.replace(".", " ").split()
    if not words or not who.name or not same_name(words, who.name):
        return False
    genders = {printed_gender(title, name), printed_gender(who.title, who.name)}
    return not {"f", "m"} <= genders


def _only(found: Iterable[Attendee]) -> Attendee | None:
    distinct = list(dict.fromkeys(found))
    return distinct[0] if len(distinct) == 1 else None


def initials_of(name: str) -> str:
    """The capital letters with which the words of a name begin."""
    return "".join(word[0] for word in re.split(r"[\s]+", name) if word[:1].isupper())


def same_name(wanted: Sequence[str], name: str) -> bool:
    """Whether the words `wanted` can mean the person `name`: one surname, and first names that do not differ.

    >>> same_name(["J", "Hale"], "Jane Hale"), same_name(["Jane"], "Jane Hale"), same_name(["Ann", "Hale"], "Jane Hale")
    (True, True, False)
    """
    words = name.replace(".", " ").split()
    if not words or words[-1].lower() != wanted[-1].lower():
        return len(wanted) == 1 and len(words) > 1 and words[0].lower() == wanted[0].lower() and len(words[0]) > 1
    first, given = " ".join(words[:-1]).lower(), " ".join(wanted[:-1]).lower()
    return not given or not first or first.startswith(given) or given.startswith(first)
