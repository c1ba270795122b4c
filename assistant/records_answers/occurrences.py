"""Every time a subject came up: the items that deal with it, by date, each with its best sentence and its decisions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.evidence.points import SUBSTANCE, Point, point_at
from assistant.evidence.scoring import Scored
from assistant.words import stems
from index.model import MeetingHead
from ingest.records import Decision, Item

# An item deals with the subject where its words hold so much of it, or this share of what the best item holds and its
# best sentence scores this share of the best.
HOLDS, HOLDS_SOME, NEAR = 0.75, 0.6, 0.8

# Items in which a subject is only named: who declared an interest in it, that its minutes were approved.
_FORMAL = re.compile(
    r"(?:declarations?|disclosures?|register) of (?:\w+ )*interests?|apolog(?:y|ies)|(?:confirmation of )?minutes\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence:
    """One item in which the subject came up; `decisions` are those of the item, nearest to the subject first."""

    head: MeetingHead
    item: Item
    point: Point
    decisions: tuple[Decision, ...]

    @property
    def when(self) -> date:
        """Its date; without one it comes last."""
        return self.head.date or date.max


def occurrences(scored: Sequence[Scored]) -> list[Occurrence]:
    """The items of these sentences that deal with the subject, oldest first, those without a date last."""
    groups: dict[tuple[str, str], list[Scored]] = {}
    for one in scored:
        if one.sentence.part != "agenda" and not _FORMAL.match(one.sentence.item.title or ""):
            groups.setdefault((one.sentence.head.id, one.sentence.item.id), []).append(one)
    best = [max(group, key=lambda one: one.score) for group in groups.values()]
    if not best:
        return []
    top = max(best, key=lambda one: one.score)
    kept = [one for one in best if one is top or _deals_with_it(one, top)]
    return sorted((_occurrence(one, groups) for one in kept), key=lambda each: (each.when, each.head.id, each.item.id))


def _deals_with_it(one: Scored, top: Scored) -> bool:
    if one.around >= HOLDS:
        return one.score >= 0.5 * top.score
    return one.item_coverage >= HOLDS_SOME * top.item_coverage and one.score >= NEAR * top.score


def _occurrence(one: Scored, groups: dict[tuple[str, str], list[Scored]]) -> Occurrence:
    group = groups[one.sentence.head.id, one.sentence.item.id]
    spoken = [each for each in group if each.sentence.part == "minutes" and len(stems(each.sentence.text)) > SUBSTANCE]
    spoken = spoken or group
    lead = max(spoken, key=lambda each: each.score)
    return Occurrence(one.sentence.head, one.sentence.item, point_at(lead), _decisions(group))


def _decisions(group: Sequence[Scored]) -> tuple[Decision, ...]:
    decided = sorted((one for one in group if one.sentence.decision is not None), key=lambda one: -one.score)
    return tuple(dict.fromkeys(one.sentence.decision for one in decided if one.sentence.decision is not None))
