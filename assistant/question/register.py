"""What a library names: its committees, its bodies and the days of its meetings, as a question may put them."""

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.question.dates import Calendar, meeting_days
from assistant.words import stem, words
from index.model import Filters, MeetingHead, Overview

_BODY = (
    "committee|sub-committee|subcommittee|board|panel|cabinet|council|authority|forum|group|assembly|"
    "executive|commission|partnership|governors|trust|meeting"
)
_BODY_PHRASE = re.compile(rf"((?:[\w&’'-]+,? ){{0,7}}?)\b({_BODY})\b", re.IGNORECASE)
_EMPTY = frozenset(
    "the a an of for and on at in to by from with joint overview full our this that each any which".split()
)
# A committee whose whole name is such a word is meant only where the word is used as the name of a meeting.
_ALONE = re.compile(rf"^(?:full |the )?(?:{_BODY})$", re.IGNORECASE)


# A committee by the words of its name alone: "Who chaired Planning in 2023?", "the new chair of licensing".
_BARE = re.compile(
    r"\b(?:chair(?:s|ed|ing)?|attend(?:s|ed)?|at|by|before|did|does|to)\s+"
    r"(?P<name>[A-Z][\w’'-]+(?:(?:,| and| &) [A-Z][\w’'-]+)*)"
    r"(?=[?,.]|$| (?:in|on|at|last|this|since|say|decide|agree|recommend|resolve|meetings?|members?)\b)|"
    r"\b[Cc]hair(?:man|woman|person)? (?:of|at) (?:the )?(?P<chaired>[A-Za-z][\w’'-]+(?: and [a-z]\w+)?)"
    r"(?=[?,.]|$| (?:in|on|at|last|this|since)\b)"
)


_TO_ANOTHER = re.compile(
    r"\b(committee|panel|board|forum|group) (?:recommend|report|refer|send|put|submit|forward)"
    rf"(?: [\w’'-]+){{0,2}}? to (?:the )?(?:full )?(?:{_BODY})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Register:
    """The names that a library holds, and its calendar."""

    committees: tuple[str, ...]
    organisations: tuple[str, ...]
    calendar: Calendar
    held: tuple[tuple[str | None, date], ...] = ()

    @classmethod
    def of(cls, overview: Overview, meetings: list[MeetingHead], today: date) -> "Register":
        """The register of what is held, counted from `today`."""
        calendar = meeting_days([meeting.date for meeting in meetings], today)
        held = tuple((meeting.committee, meeting.date) for meeting in meetings if meeting.date)
        return cls(overview.committees, overview.organisations, calendar, held)

    def calendar_of(self, committees: tuple[str, ...]) -> Calendar:
        """The calendar of these committees alone ("at the last Planning meeting"); the whole one without any."""
        days = {day for committee, day in self.held if committee in committees}
        return replace(self.calendar, meetings=tuple(sorted(days))) if days else self.calendar

    def typed_bodies(self, question: str, committees: tuple[str, ...]) -> list[str]:
        """How `question` puts these committees: whole names, or the words of a name before "committee"."""
        whole = [
            found.group() for name in committees for found in re.finditer(re.escape(name), question, re.IGNORECASE)
        ]
        named = {word for name in committees for word in _distinct(name)}
        parts = [self._last_words(phrase[1], named) + phrase[2] for phrase in _BODY_PHRASE.finditer(question)]
        whole += [typed for typed, meant in self._bare(question) if set(meant) <= set(committees)]
        return sorted([*whole, *(part for part in parts if " " in part)], key=len, reverse=True)

    @staticmethod
    def _last_words(before: str, named: set[str]) -> str:
        """The last words of `before` that are words of the names."""
        kept: list[str] = []
        for word in reversed(before.split()):
            if not (
                set(_distinct(word)) & named
                or (kept and word.lower() in ("and", "&", "for", "of"))
                or word.lower() == "full"
            ):
                break
            kept.insert(0, word)
        return "".join(f"{word} " for word in kept)

    def committees_in(self, question: str) -> tuple[str, ...]:
        """The committees that `question` can mean; several where a part of a name fits several.

        The one to which another recommended or reported something is none of them.
        """
        question = _TO_ANOTHER.sub(r"\1", question)
        whole = [name for name in self.committees if _holds(question, name) and not _ALONE.match(name)]
        if whole:
            return tuple(name for name in whole if not any(name != other and name in other for other in whole))
        alone = tuple(name for name in self.committees if _ALONE.match(name) and _meets_as(question, name))
        bare = tuple(dict.fromkeys(name for _, meant in self._bare(question) for name in meant))
        return self._by_part(question) or alone or bare

    def _bare(self, question: str) -> list[tuple[str, tuple[str, ...]]]:
        """The words that `question` writes where a committee may stand, and the committees whose names begin so."""
        found = []
        for typed in (one["name"] or one["chaired"] for one in _BARE.finditer(question)):
            wanted = _distinct(typed)
            meant = tuple(name for name in self.committees if wanted and _distinct(name)[: len(wanted)] == wanted)
            if meant and not any(_ALONE.match(name) for name in meant):
                found.append((typed, meant))
        return found

    def organisation_in(self, question: str) -> str | None:
        """The body that `question` names in full, or by the part of its name that no other body has."""
        found = [name for name in self.organisations if _holds(question, name)]
        if not found and len(self.organisations) > 1:
            found = [name for name in self.organisations if self._own_words(question, name)]
        return found[0] if len(found) == 1 else None

    def typed_organisation(self, question: str) -> list[str]:
        """How `question` puts the body that it names: its whole name, or the words that no other body has."""
        name = self.organisation_in(question)
        if name is None:
            return []
        return [name] if _holds(question, name) else self._own_words(question, name)

    def _own_words(self, question: str, name: str) -> list[str]:
        """The words of `name`, and of no other body here, that `question` writes as a name."""
        others = {word for other in self.organisations if other != name for word in re.findall(r"[\w’'-]+", other)}
        own = [word for word in re.findall(r"[A-Z][\w’'-]+", name) if word not in others and word.lower() not in _KINDS]
        return [word for word in own if re.search(rf"\b{re.escape(word)}\b", question)]

    def _by_part(self, question: str) -> tuple[str, ...]:
        for phrase in _BODY_PHRASE.finditer(question):
            wanted = _distinct(phrase[1])
            while wanted:
                fitting = tuple(
                    name
                    for name in self.committees
                    if set(wanted) <= set(_distinct(name)) and _same_sort(name, phrase[2])
                )
                if fitting:
                    return fitting
                wanted = wanted[1:]
        return ()


def _holds(question: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", question, re.IGNORECASE) is not None


def _distinct(text: str) -> list[str]:
    return [stem(word) for word in words(text.replace("&", " and ")) if word not in _EMPTY]


def _same_sort(name: str, body: str) -> bool:
    """Whether `name` is of the sort that is asked for; a council is no forum, whatever it is named after."""
    sort = body.lower().replace("sub-", "").replace("sub", "", 1)
    if sort == "council" and not name.lower().rstrip(" )").endswith("council"):
        return False
    return sort in name.lower() or (
        sort in ("committee", "panel", "board", "group", "meeting") and not _ALONE.match(name)
    )


def _meets_as(question: str, name: str) -> bool:
    """Whether a committee named only "Council" or "Cabinet" is meant, and not the body at large."""
    at_large = r"(?<!the )" if name.lower() in ("council", "authority", "trust") else ""
    pattern = (
        rf"(?:\b(?:did|at|by|from|in|before|to|of|has|the|time|when|after|until|once|since) (?:[Ff]ull )?|^)"
        rf"{at_large}{re.escape(name)}(?! "
        rf"[A-Z]|['’]s|\w)|\b[Ff]ull {re.escape(name)}\b|\b(?i:{re.escape(name)}) meeting\b|"
        rf"\b(?:at|chaired|attended) the {re.escape(name)} (?:in|on)\b"
    )
    return re.search(pattern, question) is not None


_KINDS = frozenset(
    "borough district city county town parish council authority fire rescue health board the combined "
    "metropolitan royal of and homes housing association limited ltd trust foundation nhs university college police "
    "crime panel integration joint municipal london unitary".split()
) | set(_BODY.split("|"))


def narrowed(
    filters: Filters, committees: tuple[str, ...], organisation: str | None, first: date | None, last: date | None
) -> Filters:
    """`filters` with what the question adds; what the reader has set stays."""
    return filters.model_copy(
        update={
            "committee": filters.committee or (committees[0] if len(committees) == 1 else None),
            "organisation": filters.organisation or organisation,
            "date_from": filters.date_from or first,
            "date_to": filters.date_to or last,
        }
    )
