"""Who is who within one item: the people met so far, under all their printed forms, and whom "she" can mean.

Two people are never made one: a form that fits several stays a person of its own, with what it prints.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from ingest.people import Roster, initials_of, parse_speaker, surname
from ingest.records import Attendee, Speaker

_MASCULINE = re.compile(r"\b(?:Mr|Sir|Lord|Baron|Father|Alderman|Councilman)\b")
_FEMININE = re.compile(r"\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Sister|Matron|Madam|Alderwoman|Chairwoman|Mayoress)\b")
_NOT_BESIDE = re.compile(
    r"^(?:who|whose|which|while|whilst|having|speaking|in|by|as|on|for|with|when|although|but|then|also|"
    r"being|after|before|following|from\s+the\s+(?:floor|chair|public)|"
    r"himself|herself|however|therefore|nevertheless|responding|replying|[a-z]+ing|[a-z]+ed)\b",
    re.I,
)
_CHAIR = re.compile(r"(?i)^(?:the\s+)?(?:in\s+the\s+)?chair(?:man|woman|person)?$")
_VICE = re.compile(r"(?i)^(?:the\s+)?(?:vice|deputy)[- ]chair(?:man|woman|person)?(?:\s+\(.*\))?$")
_PASSING = re.compile(r"(?i)^(?:then|new|former|acting|interim|current|outgoing)\s+")


@dataclass(slots=True)
class Person:
    """Somebody who was met in the item: every printed form, and what these forms say of name, post and gender."""

    forms: list[str] = field(default_factory=list)
    name: str | None = None
    title: str | None = None
    role: str | None = None
    organisation: str | None = None
    gender: str | None = None
    plural: bool = False
    generic: bool = False

    def fullest(self) -> str:
        """The form that says most."""
        return max(self.forms, key=lambda form: (len(form), form))

    def speaker(self, form: str | None = None) -> Speaker:
        """The person as a speaker, printed as `form` (the fullest form where a pronoun stands)."""
        return Speaker(
            as_printed=form or self.fullest(),
            name=self.name,
            title=self.title,
            role=self.role,
            organisation=self.organisation,
        )


@cache
def parsed(form: str) -> Speaker:
    """`parse_speaker`, remembered: the same forms come again and again."""
    return parse_speaker(form)


def printed_form(text: str) -> str:
    """A phrase for a person without what only says what he or she was doing (", who had been there,")."""
    head, *rest = re.split(r",\s+", text.strip().rstrip(","))
    kept = [head]
    for part in rest:
        if _NOT_BESIDE.match(part):
            break
        kept.append(part)
    return ", ".join(kept)


@dataclass(slots=True)
class Cast:
    """The people of one item in the order in which they were met, and the order in which they last spoke."""

    roster: Roster
    people: list[Person] = field(default_factory=list)
    recent: list[Person] = field(default_factory=list)

    def known(self) -> set[str]:
        """The single words by which somebody met can be called: first names, surnames, initials of the roster."""
        words = {
            word
            for person in self.people
            if person.name
            for word in (person.name.split()[0], surname(person.name))
            if len(word) > 1
        }
        words.update(
            word
            for _, who in self.roster.people
            if who.name
            for word in (who.name.split()[0], surname(who.name))
            if len(word) > 2
        )
        words.update(
            initials for _, who in self.roster.people if who.name and len(initials := initials_of(who.name)) > 1
        )
        return words

    def meet(self, core: str, form: str, *, generic: bool = False, plural: bool = False) -> Person:
        """The person whom the phrase `core`, printed as `form`, means; a new one where nobody met fits."""
        if generic:
            return self._add(Person([form], generic=True, plural=plural))
        who = parsed(form)
        short = parsed(core)
        person = self._by_name(who.name or short.name, who.title or short.title) or self._by_role(
            who.role or short.role, named=bool(who.name)
        )
        if person is None:
            person = self._add(Person(name=who.name or short.name, role=who.role or short.role))
        self._learn(person, who, core, form)
        person.plural = person.plural or plural
        return person

    def spoke(self, person: Person) -> None:
        """Remember that `person` spoke last."""
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)

    def meant_by(self, pronoun: str, *, besides: Person | None = None) -> Person | None:
        """Whom "he", "she" or "they" means: the last who spoke and whose gender and number allow it."""
        word = pronoun.lower()
        for person in reversed(self.recent):
            if person is besides or (word == "they") != person.plural:
                continue
            if word == "they" or person.gender in (None, _gender_of(word)):
                return person
        return None

    def forget_speakers(self) -> None:
        """Begin anew: after a heading nobody is meant by a pronoun."""
        self.recent.clear()

    def _add(self, person: Person) -> Person:
        self.people.append(person)
        return person

    def _by_name(self, name: str | None, title: str | None) -> Person | None:
        if name is None:
            return None
        fitting = [
            person
            for person in self.people
            if person.name and _may_be(person.name, name) and _titles_agree(person.title, title)
        ]
        return fitting[0] if len(fitting) == 1 else next((person for person in fitting if person.name == name), None)

    def _by_role(self, role: str | None, *, named: bool) -> Person | None:
        if role is None:
            return None
        wanted = _plain_role(role)
        exact = [
            person
            for person in self.people
            if person.role and _plain_role(person.role) == wanted and not (named and person.name)
        ]
        if exact:
            return exact[-1]
        if named:
            return None
        shortened = [person for person in self.people if person.role and _short_for(wanted, _plain_role(person.role))]
        return shortened[0] if len(shortened) == 1 else None

    def _learn(self, person: Person, who: Speaker, core: str, form: str) -> None:
        if form not in person.forms:
            person.forms.append(form)
        if who.name and (person.name is None or len(who.name) > len(person.name)):
            person.name = who.name
        person.title = person.title or who.title
        person.role = person.role or who.role
        person.organisation = person.organisation or who.organisation
        self._look_up(person, core)
        person.gender = person.gender or _printed_gender(f"{core} {who.title or ''} {person.title or ''}")

    def _look_up(self, person: Person, core: str) -> None:
        entry = self._entry(person, core)
        if entry is None:
            return
        listed = parsed(entry.name)
        if listed.name and (person.name is None or len(listed.name) >= len(person.name)):
            person.name = listed.name
        person.title = person.title or listed.title
        person.gender = person.gender or _printed_gender(entry.name)

    def _entry(self, person: Person, core: str) -> Attendee | None:
        if re.fullmatch(r"[A-Z]{2,3}", core):
            return self.roster.by_initials(core)
        if person.name:
            return self.roster.by_name(person.name)
        if person.role and _CHAIR.match(person.role):
            return self.roster.chair
        if person.role and _VICE.match(person.role):
            return self.roster.vice_chair
        return self.roster.by_role(re.escape(person.role) + "$") if person.role else None


def _gender_of(pronoun: str) -> str:
    return "m" if pronoun in ("he", "his", "him") else "f"


def _printed_gender(text: str) -> str | None:
    if _FEMININE.search(text):
        return "f"
    return "m" if _MASCULINE.search(text) else None


def _plain_role(role: str) -> str:
    role = re.sub(r"(?i)chair(?:man|woman|person)\b", "chair", role)
    return _PASSING.sub("", re.sub(r"^(?:[Tt]he|[Oo]ur)\s+", "", role)).lower().strip()


def _short_for(short: str, full: str) -> bool:
    """Whether "executive director" may stand for "executive director of adults", or "manager" for "parks manager"."""
    return full.startswith((f"{short} ", f"{short},")) or full.endswith(f" {short}")


def _may_be(name: str, other: str) -> bool:
    words, others = name.replace(".", "").split(), other.replace(".", "").split()
    if len(others) == 1 and len(words) > 1:
        return others[0] in (words[-1], words[0]) and len(others[0]) > 1
    if len(words) == 1 and len(others) > 1:
        return words[0] in (others[-1], others[0]) and len(words[0]) > 1
    if words[-1] != others[-1]:
        return False
    first, second = words[0], others[0]
    return first == second or (1 in (len(first), len(second)) and first[0] == second[0])


def _titles_agree(title: str | None, other: str | None) -> bool:
    first, second = _printed_gender(title or ""), _printed_gender(other or "")
    return first is None or second is None or first == second
