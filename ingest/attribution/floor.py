"""Who has the floor: the voice that goes on from sentence to sentence, and whom a clause gives the word or answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.attribution import lexicon
from ingest.attribution.cast import Cast, gender_of_pronoun
from ingest.attribution.clause import Clause
from ingest.attribution.introduced import NAMED, introduced_in, writer_in
from ingest.attribution.mentions import Mention
from ingest.attribution.person import Person, printed_form
from ingest.attribution.predicates import Act
from ingest.first_names import gender_of
from ingest.people import NAME_WORD, parse_speaker, printed_gender
from ingest.records import Speaker, StatementKind

_OTHERS = re.compile(r"\b(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|[Tt]he [A-Z]\w+)\b")
_BARE = re.compile(rf"\b(?P<first>{NAME_WORD})\s+{NAME_WORD}")
_HE = re.compile(r"\b(?:he|his|himself)\b")
_SHE = re.compile(r"\b(?:she|herself)\b")
_TO_HIM = re.compile(r"\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\s+(?P<him>him|her)\b(?!\s+[a-z]+(?:s|er|or|ion|al|ing)\b)")
_ADDRESSES = frozenset("told informed advised assured reassured answered".split())
# What he does who reads a letter out, and not who wrote it.
_CHAIRING = frozenset("thanked proposed moved seconded suggested invited undertook".split())
_BACKING = frozenset("supported backed echoed endorsed".split())
_DECLARES = re.compile(r"(?i)\b(?:declar|interest)")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, whom it answers, and how.

    `request` says that something was asked for and no question put, `wish` that it was asked that something be done,
    `thanks` that nothing was said that could be answered; `backs` is the voice that this one supports.
    """

    people: tuple[Person, ...]
    speakers: tuple[Speaker, ...]
    asker: Speaker | None
    act: Act
    request: bool = False
    wish: bool = False
    thanks: bool = False
    backs: "Voice | None" = None

    @property
    def kind(self) -> StatementKind:
        """The kind of statement that this voice makes."""
        if self.act == "moved":
            return "motion"
        if self.asker is not None or self.act == "answered":
            return "answer"
        return "question" if self.act == "asked" else "discussion"


@dataclass(slots=True)
class Floor:
    """What is remembered from clause to clause of one item.

    `voice` goes on until somebody else, or nobody, speaks; `before` is the last voice of all, and `at_once` says that
    nothing stands between it and the clause that comes. `turns` are all voices since the last heading, `passed` is
    what was read of the paragraph, and `heard_to` how much of that when somebody last spoke.
    """

    cast: Cast
    declarations: bool = False
    voice: Voice | None = None
    before: Voice | None = None
    at_once: bool = False
    turns: list[Voice] = field(default_factory=list)
    passed: str = ""
    heard_to: int = 0

    def clear(self) -> None:
        """Forget everybody: a heading stands here."""
        self.voice = self.before = None
        self.turns.clear()
        self.cast.forget_speakers()

    def give(self, voice: Voice) -> None:
        """Let `voice` speak."""
        self.voice = self.before = voice
        self.turns.append(voice)
        self.at_once = True
        for person in voice.people:
            self.cast.spoke(person)

    def goes_on(self, clause: Clause) -> bool:
        """Whether nobody new speaks in `clause`: it has no subject, or one that may be who speaks already."""
        if clause.said == "goes_on" or (clause.said == "voice" and clause.subject is None):
            return True
        return clause.doubtful and not self._is_another(clause)

    def hear(self, clause: Clause, sentence: str) -> tuple[Voice | None, StatementKind]:
        """Whose voice a clause with a voice, or nobody's, has, and the kind of the statement."""
        if clause.said == "nobody" or (
            self.declarations and clause.subject is not None and _DECLARES.search(sentence) is not None
        ):
            return self._nobody(clause)
        voice = self._new_voice(clause)
        if voice is None and clause.act == "other" and self.voice is not None:
            return self.voice, self.voice.kind
        if voice is None:
            self.voice = None
            return None, "discussion"
        voice = self._addressing(voice, clause, sentence)
        for heard in (clause.asker, clause.yields):
            if heard is not None and heard.kind in ("person", "post") and not heard.plural:
                self.cast.spoke(self.cast.meet(heard.core, heard.core))
        self.give(voice)
        self.heard_to = len(self.passed) + len(sentence)
        if clause.lets is not None:
            self.cast.spoke(self.cast.meet(clause.lets.core, clause.lets.core))
        self._learn_gender(voice, sentence[clause.start : clause.end], clause)
        return voice, voice.kind

    def named(self, mention: Mention, besides: tuple[Person, ...]) -> Speaker | None:
        """The person whom a mention as asker means."""
        if mention.kind == "pronoun":
            person = self.cast.meant_by(mention.core, besides=besides[0] if besides else None)
            return person.speaker() if person else None
        if mention.kind == "generic":
            return Speaker(as_printed=mention.core)
        person = self.cast.meet(mention.people[0], mention.people[0])
        return None if person in besides else person.speaker(mention.people[0])

    def _nobody(self, clause: Clause) -> tuple[None, StatementKind]:
        self.voice, self.at_once = None, False
        if clause.present and clause.subject is not None and clause.subject.kind in ("person", "post"):
            for person in self._people(clause.subject, clause):
                self.cast.spoke(person)
        return None, "declaration" if self.declarations else clause.kind or "procedure"

    def _is_another(self, clause: Clause) -> bool:
        """Whether "and he said" behind the voice that has the floor is somebody else: only if gender says so."""
        if self.voice is None or clause.subject is None or len(self.voice.people) != 1:
            return False
        person, gender = self.voice.people[0], gender_of_pronoun(clause.subject.core)
        differs = person.gender is not None and gender is not None and person.gender != gender
        return differs and self.cast.meant_by(clause.subject.core, besides=person, within=1) is not None

    def _new_voice(self, clause: Clause) -> Voice | None:
        subject = clause.subject
        people = self._people(subject, clause) if subject else ()
        if subject is None or not people:
            return None
        forms: list[str | None]
        if subject.kind == "pronoun" or (len(people) == 1 and people[0].is_shortened_by(subject.core)):
            forms = [None] * len(people)
        else:
            forms = [printed_form(clause.form)] if len(people) == 1 else list(subject.people)
        speakers = tuple(person.speaker(form) for person, form in zip(people, forms, strict=False))
        return Voice(
            people,
            speakers,
            self._asker(clause, people),
            clause.act,
            clause.request,
            clause.wish,
            clause.verb == "thanked",
        )

    def _people(self, subject: Mention, clause: Clause) -> tuple[Person, ...]:
        if subject.kind == "pronoun":
            if subject.plural and self.before is not None and len(self.before.people) > 1:
                return self.before.people
            person = self._meant(subject, clause)
            return (person,) if person else ()
        if subject.kind in ("generic", "body") or (subject.plural and len(subject.people) == 1):
            return (self.cast.meet(subject.core, printed_form(clause.form), generic=True, plural=subject.plural),)
        if subject.kind == "post" and (person := self._unnamed(subject.core)):
            return (person,)
        if len(subject.people) > 1:
            return tuple(self.cast.meet(phrase, phrase) for phrase in subject.people)
        return (self.cast.meet(subject.core, printed_form(clause.form)),)

    def _unnamed(self, core: str) -> Person | None:
        """Whom "the representative" means behind "an employer representative": the last voice of that description."""
        word = core.split()[-1]
        if not core.lower().startswith("the ") or not word.islower():
            return None
        voices = (person for person in reversed(self.cast.recent) if person.generic and not person.plural)
        return next((person for person in voices if person.forms[0].split()[-1].lower() == word), None)

    def _meant(self, pronoun: Mention, clause: Clause) -> Person | None:
        if clause.verb not in _CHAIRING and (writer := self._writer(pronoun.core)) is not None:
            return writer
        last = self.before.people[-1] if self.before and self._is_answer(clause) else None
        person = self.cast.meant_by(pronoun.core, besides=last)
        if person is None and last is not None and clause.verb not in lexicon.ONLY_ANSWERING:
            person = self.cast.meant_by(pronoun.core)
        if person is None and clause.verb in lexicon.PLAINLY_SAID | {"told", "said"}:
            return self._introduced(pronoun.core)
        if person is None or (clause.act == "other" and self._rather_before(person)):
            return None
        spoken_here = self.before is not None and self.before.people[-1].heard_in == self.cast.block
        if clause.act == "other" and spoken_here and person.heard_in < self.cast.block:
            return None  # "She would be ninety in May": of whom this paragraph tells, not who spoke in another
        since = self.passed[self.heard_to if person.heard_in == self.cast.block else 0 :]
        if _names_another(since, (person, last), pronoun.core):
            return self._introduced(pronoun.core)
        return None if self._could_be_another(person, clause) else person

    def _introduced(self, pronoun: str) -> Person | None:
        """Whom the sentence before lets speak: "A petition was handed in by Miss Forsgate."."""
        who = introduced_in(self.passed)
        person = self.cast.meet(who, who) if who else None
        return person if person and person.gender in (None, gender_of_pronoun(pronoun)) else None

    def _writer(self, pronoun: str) -> Person | None:
        """Whose letter the sentence before tells of, where `pronoun` can stand for them."""
        found = writer_in(self.passed, self.cast.known())
        person = self.cast.meet(found[0].core, printed_form(found[1])) if found else None
        return person if person and person.gender in (None, gender_of_pronoun(pronoun)) else None

    def _rather_before(self, person: Person) -> bool:
        """Whether who spoke last is as likely to be meant as `person`, where the verb does not tell."""
        if self.before is None or person in self.before.people:
            return False
        return any(other.gender is None or other.gender == person.gender for other in self.before.people)

    def _is_answer(self, clause: Clause) -> bool:
        """Whether a pronoun with this verb is who was asked, and not who asked."""
        if clause.doubtful or (clause.answering and clause.act == "answered"):
            return True
        asked = self.at_once and self.before is not None and self.before.act == "asked" and not self.before.request
        return asked and clause.verb in lexicon.ANSWERING

    def _could_be_another(self, person: Person, clause: Clause) -> bool:
        """After an answer, "She was not reassured" may be the asker as well as the answerer: then nobody is named."""
        if clause.act != "stance" or self.before is None or self.before.asker is None or not self.before.people:
            return False
        others = [
            other
            for other in self.cast.recent
            if other is not person and other.speaker().as_printed == self.before.asker.as_printed
        ]
        return any(other.gender in (None, person.gender or other.gender) for other in others)

    def _asker(self, clause: Clause, people: tuple[Person, ...]) -> Speaker | None:
        if clause.asker is not None:
            return self.named(clause.asker, people)
        before = self._last_asking() if clause.act == "answered" else self.before
        if clause.doubtful and clause.act != "answered":
            return None
        if before is None or before.request or set(map(id, before.people)) & set(map(id, people)) or clause.told:
            return None
        just_asked = (
            self.at_once
            and before.act == "asked"
            and (clause.act in ("said", "answered", "stance") or clause.subject_is_pronoun)
            and (not people[0].generic or _answers_in_turn(people[0], before.people[0], clause.verb))
            and clause.verb not in lexicon.COURTESIES
            and (clause.refers or not (before.wish or _only_comments(clause)))
        )
        if not clause.answering and not just_asked:
            return None
        return self._who_is_answered(clause.point, people) or (before.backs or before).speakers[-1]

    def _last_asking(self) -> Voice | None:
        """Who spoke last, or, where that was only to thank somebody, who last asked something."""
        if self.before is None or not self.before.thanks:
            return self.before
        return next((voice for voice in reversed(self.turns) if voice.act == "asked"), None)

    def _who_is_answered(self, point: int | None, people: tuple[Person, ...]) -> Speaker | None:
        """Who made the point of that number among those that have spoken since `people` last did."""
        if point is None:
            return None
        made: list[Voice] = []
        for voice in reversed(self.turns):
            if set(map(id, voice.people)) & set(map(id, people)):
                break
            if not made or made[0].people != voice.people:
                made.insert(0, voice)
        return made[point].speakers[-1] if -len(made) <= point < len(made) else None

    def _addressing(self, voice: Voice, clause: Clause, sentence: str) -> Voice:
        """What "supported him" and "assured her" tell: the gender of who spoke before, and that he is answered."""
        before = self.before
        if before is None or len(before.people) != 1 or before.people[0] in voice.people or clause.subject is None:
            return voice
        found = _TO_HIM.match(sentence, clause.subject.start + len(clause.form))
        person = before.people[0]
        if found is None or person.plural or person.gender not in (None, gender_of_pronoun(found["him"])):
            return voice
        person.gender = gender_of_pronoun(found["him"])
        if found["verb"] in _BACKING:
            return replace(voice, backs=before.backs or before)
        if found["verb"] in _ADDRESSES and self.at_once and voice.asker is None and not before.request:
            return replace(voice, asker=before.speakers[-1])
        return voice

    def _learn_gender(self, voice: Voice, words: str, clause: Clause) -> None:
        person = voice.people[0]
        if len(voice.people) != 1 or person.plural or person.gender is not None:
            return
        if clause.subject is not None and clause.subject.kind == "pronoun":
            person.gender = gender_of_pronoun(clause.subject.core)
        elif voice.asker is None and len(_OTHERS.findall(words)) <= 1:
            male, female = _HE.search(words), _SHE.search(words)
            if bool(male) != bool(female):
                person.gender = "m" if male else "f"


def _names_another(text: str, besides: Sequence[Person | None], pronoun: str) -> bool:
    """Whether `text` names somebody else for whom the pronoun can stand: he comes before who spoke earlier."""
    wanted = gender_of_pronoun(pronoun)
    for found in NAMED.finditer(text):
        who = parse_speaker(found.group())
        known = any(one is not None and who.name and one.may_be(who.name, who.title) for one in besides)
        if who.name and not known and printed_gender(who.title, who.name) in (None, wanted):
            return True
    bare = (found["first"] for found in _BARE.finditer(text) if not _is_one_of(found.group(), besides))
    return any(gender_of(first) == wanted for first in bare)


def _is_one_of(name: str, people: Sequence[Person | None]) -> bool:
    return any(
        one is not None and (one.may_be(name, None) or any(name in form for form in one.forms)) for one in people
    )


def _answers_in_turn(person: Person, asker: Person, verb: str) -> bool:
    """Whether a voice without a name answers another: "Officers confirmed" behind a Member, not "Some Members"."""
    nouns = {one.forms[0].split()[-1].rstrip("s").lower() for one in (person, asker)}
    return person.plural and verb in lexicon.ANSWERING and len(nouns) == 2


def _only_comments(clause: Clause) -> bool:
    """Whether a clause tells what somebody noticed or felt: no answer, unless it takes up the question."""
    return clause.verb in lexicon.COMMENTING or (
        clause.act == "stance" and not lexicon.FEELINGS.isdisjoint(clause.verb.split())
    )
