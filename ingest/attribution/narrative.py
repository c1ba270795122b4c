"""Minutes in prose, read block by block and sentence by sentence: whose voice each clause has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.attribution.asides import asides
from ingest.attribution.askers import asker_in
from ingest.attribution.floor import Floor, Voice
from ingest.attribution.joints import clauses_of
from ingest.attribution.lexicon import ASKED, SAID
from ingest.attribution.mentions import mention_at
from ingest.attribution.person import printed_form
from ingest.attribution.predicates import Act
from ingest.attribution.written import Label, label_of
from ingest.draft import PlacedBlock
from ingest.records import Speaker, StatementKind
from ingest.sentences import is_prose, sentence_spans


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the minutes with one voice (nobody's where `speakers` is empty). Places are within the minutes."""

    start: int
    end: int
    speakers: tuple[Speaker, ...]
    asker: Speaker | None
    kind: StatementKind
    page: int | None


_ENDS = (".", ":", ";", "!", "?", ")", "”", '"', "’")
_QUOTES = ("“", '"', "‘")
_UNQUOTES = ("”", '"', "’")
# Behind a question, a brief sentence such as "It was not known." is the answer, of whomever.
_ANSWERS = re.compile(r"(?:It|They|There|This|That|These|Those|None|Nothing|Nobody|Not|No|Yes)\b(?!.*\?$)")
_BRIEF = 12
_BEGINS_PHRASE = re.compile(r"(?:^|(?<=,\s))(?=\S)")


@dataclass(slots=True)
class Narrator:
    """What is remembered from block to block of one item.

    `unfinished` is whom a paragraph only names at its end, `broken_off` who speaks where one ends within a sentence.
    """

    floor: Floor
    list_voice: Voice | None = None
    list_kind: StatementKind = "discussion"
    in_list: bool = False
    unfinished: Voice | None = None
    broken_off: Voice | None = None
    questioner: Speaker | None = None
    answerer: str | None = None
    segments: list[Segment] = field(default_factory=list)

    def read(self, block: PlacedBlock, free: Sequence[tuple[int, int]]) -> None:
        """Read the parts of one block that no decision has taken."""
        if block.block.kind == "heading" or not is_prose(block.block.text):
            self._unspoken(block, free)
            return
        self.in_list = block.block.kind == "bullet" or (block.block.kind == "numbered" and _begins_small(block))
        quoted = self.list_voice if block.block.text.startswith(_QUOTES) else None
        goes_on = self.broken_off if block.block.text[:1].islower() and not self.in_list else None
        if not self.in_list:
            self.floor.cast.block += 1
            self.list_voice = None
        reached, self.floor.heard_to = block.start, 0
        for start, end in free:
            self.floor.voice = quoted or goes_on
            self.floor.at_once = self.floor.at_once and start <= reached
            self._sentences(block, start, end)
            reached = end
        if reached < block.end:
            self.floor.at_once = False
        self.broken_off = None if block.block.text.rstrip().endswith(_ENDS) else self.floor.voice
        if not self.in_list:
            self._introduce_list(block, quoted)

    def _unspoken(self, block: PlacedBlock, free: Sequence[tuple[int, int]]) -> None:
        """A heading, or what is no prose: nobody speaks, and nobody goes on behind it."""
        self.list_voice = self.unfinished = self.broken_off = None
        self.floor.clear()
        for start, end in free:
            self._add(start, end, None, "procedure", block)

    def _introduce_list(self, block: PlacedBlock, quoted: Voice | None) -> None:
        """Keep the voice behind which a list, or what is quoted of it in paragraphs of its own, follows."""
        text = block.block.text.rstrip()
        opens = text.endswith(":") or (label_of(text) is not None and label_of(f"{text}:") is not None)
        self.list_voice = self.floor.voice if opens else None if text.endswith(_UNQUOTES) else quoted
        self.list_kind = self.segments[-1].kind if opens and self.segments else "discussion"

    def _sentences(self, block: PlacedBlock, start: int, end: int) -> None:
        text = block.block.text[start - block.start : end - block.start]
        for first, last in sentence_spans(text):
            self.floor.passed = block.block.text[: start - block.start + first]
            self._sentence(text[first:last], start + first, block)

    def _sentence(self, sentence: str, at: int, block: PlacedBlock) -> None:
        label = label_of(sentence)
        if label is not None and self._label(label, sentence, at, block):
            return
        if label is None and self._finish(sentence, at, block):
            return
        if self._is_wording(sentence):
            self._add(at, at + len(sentence), None, "motion", block)
            return
        skipped = label.end if label else 0
        words = sentence[skipped:]
        parts = clauses_of(words, self.floor.cast.known())
        for clause in parts:
            first, last = _trimmed(words, clause.start, clause.end)
            if first >= last:
                continue
            voice, kind = self._going_on(words) if self.floor.goes_on(clause) else self.floor.hear(clause, words)
            begins = 0 if clause is parts[0] else first + skipped
            self._add(at + begins, at + last + skipped, voice, kind, block)
        if len(parts) == 1 and not sentence.endswith(_ENDS):
            self._leave_unfinished(sentence)

    def _is_wording(self, sentence: str) -> bool:
        """Whether a sentence in quotation marks is the wording of the motion that was just moved."""
        voice = self.floor.voice
        return voice is not None and voice.act == "moved" and sentence.startswith(_QUOTES)

    def _going_on(self, words: str) -> tuple[Voice | None, StatementKind]:
        if self.in_list and self.floor.voice is None:
            self.floor.voice = self.list_voice
            return self.list_voice, self.list_voice.kind if self.list_voice else self.list_kind
        voice = self.floor.voice
        if voice is not None and voice.act == "asked" and _ANSWERS.match(words) and len(words.split()) <= _BRIEF:
            self.floor.voice = voice = None
        if voice is not None and words.endswith("?"):
            voice = replace(voice, act="asked", asker=None)
            self.floor.give(voice)
        return voice, voice.kind if voice else "discussion"

    def _label(self, label: Label, sentence: str, at: int, block: PlacedBlock) -> bool:
        """Give a labelled question or answer to whom the label names; false where the words behind it must tell."""
        if label.by is None and clauses_of(sentence[label.end :], self.floor.cast.known())[0].said == "voice":
            return False
        if label.side == "question":
            self.questioner = self._labelled(label.by)
            self.answerer = label.to
            voice = self._spoken_by(self.questioner, None, "asked")
        else:
            speaker = self._labelled(label.by or self.answerer)
            voice = self._spoken_by(speaker, self.questioner, "answered")
        self._add(at, at + len(sentence), voice, voice.kind if voice else "discussion", block)
        return True

    def _labelled(self, printed: str | None) -> Speaker | None:
        return self.floor.cast.meet(printed, printed).speaker(printed) if printed else None

    def _spoken_by(self, speaker: Speaker | None, asker: Speaker | None, act: Act) -> Voice | None:
        if speaker is None:
            self.floor.voice = None
            return None
        person = self.floor.cast.meet(speaker.as_printed, speaker.as_printed)
        voice = Voice((person,), (speaker,), asker, act)
        self.floor.give(voice)
        return voice

    def _leave_unfinished(self, sentence: str) -> None:
        """Keep the person with whom a paragraph breaks off ("Following a question from X, Mrs Y of the Federation")."""
        cast = self.floor.cast
        for place in _BEGINS_PHRASE.finditer(sentence):
            subject = mention_at(sentence, place.start(), cast.known())
            if subject is None or subject.kind not in ("person", "post"):
                continue
            if any(not sentence[end:].strip() for end in asides(sentence, subject)):
                form = printed_form(sentence[subject.start :])
                person = cast.meet(subject.core, form)
                asking = asker_in(sentence[: place.start()], cast.known())
                asker = self.floor.named(asking, (person,)) if asking else None
                self.unfinished = Voice((person,), (person.speaker(form),), asker, "said")
                return

    def _finish(self, sentence: str, at: int, block: PlacedBlock) -> bool:
        """Give a paragraph that begins with a verb to whom the one before it broke off with."""
        voice, self.unfinished = self.unfinished, None
        if voice is None or sentence.split(maxsplit=1)[0].lower().strip(",.") not in SAID | ASKED:
            return False
        self.floor.give(voice)
        self._add(at, at + len(sentence), voice, voice.kind, block)
        return True

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
