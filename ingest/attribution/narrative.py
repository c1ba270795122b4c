"""Minutes in prose, read sentence by sentence: whose voice each clause has, with what was said before in mind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.attribution.askers import asker_in
from ingest.attribution.cast import Cast
from ingest.attribution.person import Person, printed_form
from ingest.attribution.clauses import Clause, clauses_of
from ingest.attribution.lexicon import ASKED, SAID
from ingest.attribution.mentions import Mention, asides, mention_at
from ingest.attribution.predicates import Act
from ingest.attribution.written import Label, label_of
from ingest.draft import PlacedBlock
from ingest.records import Speaker, StatementKind
from ingest.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the minutes with one voice (nobody's where `speakers` is empty). Places are within the minutes."""

    start: int
    end: int
    speakers: tuple[Speaker, ...]
    asker: Speaker | None
    kind: StatementKind
    page: int | None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, whom it answers, and how."""

    people: tuple[Person, ...]
    speakers: tuple[Speaker, ...]
    asker: Speaker | None
    act: Act


@dataclass(slots=True)
class Narrator:
    """What is remembered from sentence to sentence of one item."""

    cast: Cast
    declarations: bool = False
    voice: Voice | None = None  # goes on until somebody else, or nobody, speaks
    before: Voice | None = None  # the last voice of all
    list_voice: Voice | None = None
    list_kind: StatementKind = "discussion"
    in_list: bool = False
    unfinished: Voice | None = None
    questioner: Speaker | None = None
    answerer: str | None = None
    segments: list[Segment] = field(default_factory=list)

    def read(self, block: PlacedBlock, free: Sequence[tuple[int, int]]) -> None:
        """Read the parts of one block that no decision has taken."""
        if block.block.kind == "heading":
            self._heading(block, free)
            return
        listed = block.block.kind == "bullet" or (block.block.kind == "numbered" and _begins_small(block))
        if not listed:
            self.in_list = False
            self.list_voice = None
        else:
            self.in_list = True
        self.voice = None
        for start, end in free:
            self._sentences(block, start, end)
        if not listed:
            self._introduce_list(block)

    def _heading(self, block: PlacedBlock, free: Sequence[tuple[int, int]]) -> None:
        self.voice = self.before = self.list_voice = None
        self.cast.forget_speakers()
        for start, end in free:
            self._add(start, end, None, "procedure", block)

    def _introduce_list(self, block: PlacedBlock) -> None:
        text = block.block.text.rstrip()
        self.list_voice = self.voice if text.endswith(":") else None
        last = self.segments[-1].kind if self.segments else "discussion"
        self.list_kind = last if text.endswith(":") else "discussion"

    def _sentences(self, block: PlacedBlock, start: int, end: int) -> None:
        text = block.block.text[start - block.start : end - block.start]
        for first, last in sentence_spans(text):
            self._sentence(text[first:last], start + first, block)

    def _sentence(self, sentence: str, at: int, block: PlacedBlock) -> None:
        label = label_of(sentence)
        if label is not None:
            self._label(label, sentence, at, block)
            return
        if self._finish(sentence, at, block):
            return
        parts = clauses_of(sentence, self.cast.known())
        for clause in parts:
            first, last = _trimmed(sentence, clause.start, clause.end)
            if first >= last:
                continue
            voice, kind = self._voice_of(clause, sentence)
            self._add(at + first, at + last, voice, kind, block)
            self._learn_gender(voice, sentence[first:last], clause)
        if len(parts) == 1 and not re.search(r"[.:;!?)”\"’]$", sentence):
            self._leave_unfinished(sentence)

    def _voice_of(self, clause: Clause, sentence: str) -> tuple[Voice | None, StatementKind]:
        if clause.said == "nobody" or (
            self.declarations and clause.subject is not None and re.search(r"(?i)\b(?:declar|interest)", sentence)
        ):
            self.voice = None
            return None, "declaration" if self.declarations else clause.kind or "procedure"
        if clause.said == "goes_on" or clause.subject is None:
            return self._going_on()
        voice = self._new_voice(clause)
        if voice is None:
            return self._going_on() if clause.act == "other" else (None, "discussion")
        self.voice = self.before = voice
        for person in voice.people:
            self.cast.spoke(person)
        return voice, _kind(voice)

    def _going_on(self) -> tuple[Voice | None, StatementKind]:
        if self.in_list and self.voice is None:
            self.voice = self.list_voice
            return self.list_voice, _kind(self.list_voice) if self.list_voice else self.list_kind
        return self.voice, _kind(self.voice) if self.voice else "discussion"

    def _new_voice(self, clause: Clause) -> Voice | None:
        subject = clause.subject
        assert subject is not None
        people = self._people(subject, clause)
        if not people:
            return None
        is_pronoun = subject.kind == "pronoun"
        forms = [None] if is_pronoun else [printed_form(clause.form)] if len(people) == 1 else list(subject.people)
        speakers = tuple(person.speaker(form) for person, form in zip(people, forms, strict=False))
        asker = self._asker(clause, people)
        return Voice(people, speakers, asker, clause.act)

    def _people(self, subject: Mention, clause: Clause) -> tuple[Person, ...]:
        if subject.kind == "pronoun":
            last = self.before.people[-1] if self.before and clause.answering and clause.act == "answered" else None
            person = self.cast.meant_by(subject.core, besides=last)
            if person is not None and clause.act == "other" and self.before and person not in self.before.people:
                return ()
            if person is not None and self._could_be_another(person, subject, clause):
                return ()
            return (person,) if person else ()
        if subject.kind in ("generic", "body") or (subject.plural and len(subject.people) == 1):
            return (self.cast.meet(subject.core, printed_form(clause.form), generic=True, plural=subject.plural),)
        if len(subject.people) > 1:
            return tuple(self.cast.meet(phrase, phrase) for phrase in subject.people)
        return (self.cast.meet(subject.core, printed_form(clause.form)),)

    def _could_be_another(self, person: Person, subject: Mention, clause: Clause) -> bool:
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
            return self._named_asker(clause.asker, people)
        before = self.before
        if before is None or not before.people or set(map(id, before.people)) & set(map(id, people)):
            return None
        just_asked = before.act == "asked" and clause.act in ("said", "answered", "stance") and not people[0].generic
        if not clause.told and (clause.answering or just_asked):
            return before.speakers[-1]
        return None

    def _named_asker(self, asker: Mention, people: tuple[Person, ...]) -> Speaker | None:
        if asker.kind == "pronoun":
            person = self.cast.meant_by(asker.core, besides=people[0] if people else None)
            return person.speaker() if person else None
        if asker.kind == "generic":
            return Speaker(as_printed=asker.core)
        person = self.cast.meet(asker.people[0], asker.people[0])
        return None if person in people else person.speaker(asker.people[0])

    def _label(self, label: Label, sentence: str, at: int, block: PlacedBlock) -> None:
        if label.side == "question":
            self.questioner = self._labelled(label.by)
            self.answerer = label.to
            voice = self._spoken_by(self.questioner, None, "asked")
        else:
            speaker = self._labelled(label.by or self.answerer)
            voice = self._spoken_by(speaker, self.questioner, "answered")
        self.voice = voice
        self._add(at, at + len(sentence), voice, _kind(voice) if voice else "discussion", block)

    def _labelled(self, printed: str | None) -> Speaker | None:
        return self.cast.meet(printed, printed).speaker(printed) if printed else None

    def _spoken_by(self, speaker: Speaker | None, asker: Speaker | None, act: Act) -> Voice | None:
        if speaker is None:
            return None
        person = self.cast.meet(speaker.as_printed, speaker.as_printed)
        self.cast.spoke(person)
        self.before = Voice((person,), (speaker,), asker, act)
        return self.before

    def _leave_unfinished(self, sentence: str) -> None:
        """Keep the person with whom a paragraph breaks off ("Following a question from X, Mrs Y of the Federation")."""
        for place in re.finditer(r"(?:^|(?<=,\s))(?=\S)", sentence):
            subject = mention_at(sentence, place.start(), self.cast.known())
            if subject is None or subject.kind not in ("person", "post"):
                continue
            if any(not sentence[end:].strip() for end in asides(sentence, subject)):
                form = printed_form(sentence[subject.start :])
                person = self.cast.meet(subject.core, form)
                asking = asker_in(sentence[: place.start()], self.cast.known())
                asker = self._named_asker(asking, (person,)) if asking else None
                self.unfinished = Voice((person,), (person.speaker(form),), asker, "said")
                return

    def _finish(self, sentence: str, at: int, block: PlacedBlock) -> bool:
        """Give a paragraph that begins with a verb to whom the one before it broke off with."""
        voice, self.unfinished = self.unfinished, None
        first = sentence.split(maxsplit=1)[0].lower().strip(",.")
        if voice is None or first not in SAID | ASKED:
            return False
        self.voice = self.before = voice
        self.cast.spoke(voice.people[0])
        self._add(at, at + len(sentence), voice, _kind(voice), block)
        return True

    def _learn_gender(self, voice: Voice | None, sentence: str, clause: Clause) -> None:
        if voice is None or len(voice.people) != 1 or voice.people[0].plural:
            return
        person = voice.people[0]
        if clause.subject is not None and clause.subject.kind == "pronoun":
            person.gender = person.gender or {"he": "m", "she": "f"}.get(clause.subject.core.lower())
            return
        if (
            person.gender is None
            and voice.asker is None
            and len(re.findall(r"\b(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|[Tt]he [A-Z]\w+)\b", sentence)) <= 1
        ):
            male, female = re.search(r"\b(?:he|his|himself)\b", sentence), re.search(r"\b(?:she|herself)\b", sentence)
            if bool(male) != bool(female):
                person.gender = "m" if male else "f"

    def _add(self, start: int, end: int, voice: Voice | None, kind: StatementKind, block: PlacedBlock) -> None:
        speakers, asker = (voice.speakers, voice.asker) if voice else ((), None)
        self.segments.append(Segment(start, end, speakers, asker, kind, block.block.page))


def _begins_small(block: PlacedBlock) -> bool:
    marker = block.block.marker or ""
    rest = block.block.text.removeprefix(marker).lstrip()
    return rest[:1].islower()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _kind(voice: Voice) -> StatementKind:
    if voice.act == "moved":
        return "motion"
    if voice.asker is not None or voice.act == "answered":
        return "answer"
    return "question" if voice.act == "asked" else "discussion"


def free_stretches(block: PlacedBlock, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a block that no decision covers, in order."""
    at = block.start
    for start, end in taken:
        if end <= at or start >= block.end:
            continue
        if start > at:
            yield at, start
        at = max(at, end)
    if at < block.end:
        yield at, block.end
