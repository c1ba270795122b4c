"""What is indexed of a meeting: statements, decisions and agenda texts, each with a heading that is never quoted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.model import Passage
from ingest.records import Item, Meeting, Speaker

# Words of one vector: with a heading of some 40 words this stays within the 256 tokens that the encoder reads.
WINDOW = 150
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
# Words of a title or a passage that is the machinery of a meeting rather than its substance.
_BOILERPLATE_TITLE = re.compile(
    r"^\W*(?:apolog(?:y|ies)\b|(?:declarations?|disclosures?|registers?) of\b.*\binterest|interests?$|welcome\b|"
    r"minutes\b|(?:approval|confirmation) of (?:the )?(?:previous |last )?minutes|"
    r"date (?:and time )?of (?:the )?next meeting|exclusion of (?:the )?(?:press|public)|"
    r"(?:any )?(?:other )?urgent (?:business|items?)|(?:appointment of )?substitut|attendance\b|present$)",
    re.IGNORECASE,
)
_BOILERPLATE_TEXT = re.compile(
    r"\b(?:apolog(?:y|ies) (?:for absence|for lateness|(?:was|were|had been) (?:received|given|submitted))|"
    r"(?:no|there were no) (?:declarations?|disclosures?) of\b|minutes of the (?:previous |last )?meeting\b.{0,80}"
    r"\b(?:approved|agreed|confirmed|signed|correct record)|as a correct record|"
    r"(?:the )?meeting (?:was )?(?:opened|closed|ended|started|concluded|adjourned) at)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A passage and what is indexed with it: `heading` is embedded and its words are found, but it is never quoted."""

    passage: Passage
    heading: str
    boilerplate: bool

    @property
    def embedded(self) -> list[str]:
        """The texts that become vectors: one, or several where the passage is longer than the encoder reads."""
        lead = f"{self.heading}: " if self.heading else ""
        return [lead + window for window in windows(self.passage.text)]


def windows(text: str) -> list[str]:
    """`text` in runs of whole sentences of at most `WINDOW` words; a longer sentence is cut where it must be."""
    if len(text.split()) <= WINDOW:
        return [text]
    found: list[list[str]] = [[]]
    for sentence in sentences(text):
        words = sentence.split()
        for start in range(0, len(words), WINDOW):
            piece = words[start : start + WINDOW]
            if found[-1] and len(found[-1]) + len(piece) > WINDOW:
                found.append([])
            found[-1].extend(piece)
    return [" ".join(words) for words in found if words]


def sentences(text: str) -> list[str]:
    """`text` in sentences, roughly: where one that ends nothing is taken for an end, nothing is lost."""
    return _SENTENCE_END.split(text)


def passages_of(meeting: Meeting) -> Iterator[tuple[Item, list[Indexed]]]:
    """Each item of `meeting` with its passages, in order."""
    for item in meeting.items:
        yield item, [_indexed(meeting, item, passage) for passage in _passages(meeting, item)]


def _passages(meeting: Meeting, item: Item) -> Iterator[Passage]:
    blank = Passage(id="", meeting_id=meeting.id, item_id=item.id, position=0, part="minutes", text="")
    spoken = [part for part in _parts(item) if part["text"].strip()]
    for position, part in enumerate(spoken):
        yield blank.model_copy(update={"id": f"{meeting.id}/{item.id}/{position}", "position": position, **part})


def _parts(item: Item) -> Iterator[dict[str, Any]]:
    """Agenda text first, then statements and decisions in the order of the minutes, then decisions printed apart."""
    if item.agenda_text:
        yield {"part": "agenda", "text": item.agenda_text}
    placed: list[tuple[int, dict[str, Any]]] = []
    for statement in item.statements:
        shared = ("text", "start", "end", "kind", "speakers", "asker", "page")
        placed.append((statement.start, {name: getattr(statement, name) for name in shared}))
    apart = len(item.minutes) + 1
    for decision in item.decisions:
        said = {"part": "decision", "text": decision.text, "start": decision.start, "end": decision.end}
        placed.append((apart if decision.start is None else decision.start, said))
    yield from (part for _, part in sorted(placed, key=lambda entry: entry[0]))


def _indexed(meeting: Meeting, item: Item, passage: Passage) -> Indexed:
    date = f"{meeting.date.day} {meeting.date:%B %Y}" if meeting.date else None
    where = ", ".join(part for part in (meeting.organisation, meeting.committee, date) if part)
    heading = ". ".join(part for part in (where, item.title, voices(passage)) if part)
    return Indexed(passage, heading, _is_boilerplate(item, passage))


def voices(passage: Passage) -> str:
    """Who speaks in a passage and whom they answer, in the words that find it."""
    spoken = ", ".join(_full(speaker) for speaker in passage.speakers)
    asked = f"answering {_full(passage.asker)}" if passage.asker else ""
    return " ".join(part for part in (spoken, asked) if part)


def _full(speaker: Speaker) -> str:
    """A speaker as printed, with the name and post where the printed form lacks them."""
    more = [part for part in (speaker.name, speaker.role) if part and part.lower() not in speaker.as_printed.lower()]
    return ", ".join([speaker.as_printed, *more])


def _is_boilerplate(item: Item, passage: Passage) -> bool:
    """Whether `passage` is the machinery of a meeting: apologies, interests declared, the last minutes approved."""
    if item.title and _BOILERPLATE_TITLE.search(item.title):
        return True
    return len(passage.text) < 400 and _BOILERPLATE_TEXT.search(passage.text) is not None
