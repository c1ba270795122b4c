"""Who is who within one item: the people met so far, under all their printed forms, and whom "she" can mean.

Two people are never made one: a form that fits several stays a person of its own, with what it prints.
"""

import re
from collections.abc import Set
from dataclasses import dataclass, field

from ingest.attribution.person import Person, is_short_for, plain_role, spelled_out
from ingest.first_names import Gender
from ingest.people import Roster, parse_speaker, surname
from ingest.records import Speaker

_IN_BRACKETS = re.compile(r"\(([A-Z]{2,3})\)")
_PRONOUNS: dict[str, Gender] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
# A pronoun at the head of a paragraph means somebody of the paragraph before, or of the list that it stands in.
_REACH = 3


@dataclass(slots=True)
class Cast:
    """The people of one item in the order in which they were met, and the order in which they last spoke."""

    roster: Roster
    people: list[Person] = field(default_factory=list)
    recent: list[Person] = field(default_factory=list)
    block: int = 0
    _called: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._called.update(self.roster.calls())

    def known(self) -> Set[str]:
        """The single words by which somebody met can be called: first names, surnames, initials of the roster."""
        return self._called

    def meet(self, core: str, form: str, *, generic: bool = False, plural: bool = False) -> Person:
        """The person whom the phrase `core`, printed as `form`, means; a new one where nobody met fits."""
        if generic:
            return self._add(Person([form], generic=True, plural=plural))
        if core.isupper() and (abbreviated := self._abbreviated(core)):
            return abbreviated
        who, short = parse_speaker(form), parse_speaker(core)
        name, role = who.name or short.name, who.role or short.role
        person = self._by_name(name, who.title or short.title) or self._by_role(role, named=bool(who.name))
        if person is None:
            person = self._add(Person(name=name, title=who.title or short.title, role=role))
        if form not in person.forms:
            person.forms.append(form)
        person.learn(who)
        self._look_up(person, core)
        person.plural = person.plural or plural
        if person.name:
            self._called.update(word for word in (person.name.split()[0], surname(person.name)) if len(word) > 1)
        self._called.update(_IN_BRACKETS.findall(form))
        return person

    def _abbreviated(self, initials: str) -> Person | None:
        found = [person for person in self.people if person.is_abbreviated(initials)]
        if len(found) != 1:
            return None
        found[0].forms.append(initials)
        return found[0]

    def spoke(self, person: Person) -> None:
        """Remember that `person` spoke last."""
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)
        person.heard_in = self.block

    def meant_by(self, pronoun: str, *, besides: Person | None = None, within: int = _REACH) -> Person | None:
        """Whom "he", "her" or "they" means: the last who spoke and whose gender and number allow it.

        Only who was heard `within` so many blocks, this one counted, is meant: further back a pronoun does not reach.
        """
        word = pronoun.lower()
        plural, gender = word in ("they", "them"), gender_of_pronoun(word)
        for person in reversed(self.recent):
            if self.block - person.heard_in >= within:
                return None
            if person is besides or plural != person.plural:
                continue
            if plural or person.gender in (None, gender):
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
        fitting = [person for person in self.people if person.may_be(name, title)]
        if len(fitting) == 1:
            return fitting[0]
        return next((person for person in fitting if person.name == name), None)

    def _by_role(self, role: str | None, *, named: bool) -> Person | None:
        if role is None:
            return None
        wanted = plain_role(role)
        exact = [
            person
            for person in self.people
            if person.role and plain_role(person.role) == wanted and not (named and person.name)
        ]
        if exact:
            return exact[-1]
        if named:
            return None
        ranked = [person for person in self.people if person.title and wanted in person.title.lower().split()]
        if len(ranked) == 1:
            return ranked[0]  # "the Colonel" behind "Lieutenant Colonel Dacre"
        shortened = [person for person in self.people if person.role and is_short_for(wanted, plain_role(person.role))]
        return shortened[0] if len(shortened) == 1 else None

    def _look_up(self, person: Person, core: str) -> None:
        """Complete the name from the roster and from earlier items."""
        listed = self.roster.meant_by(core, person.speaker())
        if listed is None:
            return
        if listed.name and (person.name is None or len(listed.name) >= len(person.name)):
            person.name = listed.name
        person.title = spelled_out(person.title, listed.title)
        person.learn(Speaker(as_printed=listed.as_printed, name=listed.name))


def gender_of_pronoun(pronoun: str) -> Gender | None:
    """The gender that a pronoun prints; None for "they"."""
    return _PRONOUNS.get(pronoun.lower())
