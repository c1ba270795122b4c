"""The sentences of an item, each with its voice: what evidence is chosen from and quoted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.model import MeetingHead, Part
from ingest.records import Decision, Item, Speaker, Statement, StatementKind
from ingest.sentences import sentence_spans

# A resolution is quoted whole up to this length; a longer one is cut at its sentences.
WHOLE_DECISION = 600

VOTING = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\b(?:moved|seconded|proposed|proposition|motion|amendment|carried|lost|"
    r"casting|unanimous\w*|show of hands)\b|\b\d+ (?:for|in favour|against|votes)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of an item. `text` is `minutes[start:end]`; without places it is printed apart from the minutes.

    `voice` numbers the passage (the statement or decision) it belongs to, `place` its order among all sentences of
    the item.
    """

    head: MeetingHead
    item: Item
    part: Part
    text: str
    place: int
    voice: int
    start: int | None = None
    end: int | None = None
    kind: StatementKind | None = None
    speakers: tuple[Speaker, ...] = ()
    asker: Speaker | None = None
    page: int | None = None
    decision: Decision | None = None

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells this sentence from all others of a library."""
        return self.head.id, self.item.id, self.place


def sentences_of(head: MeetingHead, item: Item) -> list[Sentence]:
    """All sentences of `item`: agenda text, statements and decisions as minuted, then decisions printed apart."""
    found: list[Sentence] = []
    # What is blank is no passage either.
    for voice, (part, text, start, fields) in enumerate(one for one in _parts(item) if one[1].strip()):
        for first, last in _spans(text, part):
            at = None if start is None else start + first
            found.append(
                Sentence(
                    head,
                    item,
                    part,
                    text[first:last],
                    len(found),
                    voice,
                    at,
                    None if at is None else at + last - first,
                    **fields,  # type: ignore[arg-type]
                )
            )
    return found


def _parts(item: Item) -> Iterator[tuple[Part, str, int | None, dict[str, object]]]:
    if item.agenda_text:
        yield "agenda", item.agenda_text, None, {}
    placed: list[tuple[int, Part, str, int | None, dict[str, object]]] = []
    for one, asker in zip(item.statements, _answered(item), strict=True):
        fields: dict[str, object] = {"kind": one.kind, "speakers": one.speakers, "asker": asker, "page": one.page}
        placed.append((one.start, "minutes", one.text, one.start, fields))
    for decision in item.decisions:
        place = len(item.minutes) + 1 if decision.start is None else decision.start
        placed.append((place, "decision", decision.text, decision.start, {"decision": decision}))
    for _, part, text, start, about in sorted(placed, key=lambda entry: entry[0]):
        yield part, text, start, about


def _answered(item: Item) -> Iterator[Speaker | None]:
    """Whom each statement answers: who goes on speaking in the same paragraph still answers the same person."""
    before: Statement | None = None
    asker: Speaker | None = None
    for one in item.statements:
        asker = one.asker or (asker if before is not None and _goes_on(item, before, one) else None)
        yield asker
        before = one


def _goes_on(item: Item, before: Statement, one: Statement) -> bool:
    """Whether the same person speaks, on the same line."""
    if not (before.speakers and one.speakers) or "\n" in item.minutes[before.end : one.start]:
        return False
    first, second = before.speakers[0], one.speakers[0]
    return first.name == second.name if second.name else first.as_printed == second.as_printed


@lru_cache(maxsize=16_384)
def _spans(text: str, part: Part) -> tuple[tuple[int, int], ...]:
    if part == "decision" and len(text) <= WHOLE_DECISION:
        return ((0, len(text)),)
    return tuple(sentence_spans(text))
