"""Whether the evidence answers the question: one probability from a few signals, and what stands against it in print."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.points import Point
from assistant.evidence.scoring import Scored
from assistant.question.model import Question
from assistant.words import stems

# Platt scaling of the signals; fitted on questions asked of a library with and without the records that answer them.
BIAS = -4.6
COSINE, COVERAGE, AROUND, ITEM, NAMES = 4.0, 1.2, 2.2, 2.6, -3.0
ANSWERED_FROM = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is that the points answer the question; `missing` are the names in it that the evidence does not hold."""

    probability: float
    missing: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether to answer rather than to refuse."""
        return self.probability >= ANSWERED_FROM


def judge(question: Question, points: Sequence[Point], scored: Sequence[Scored]) -> Verdict:
    """How well the best point, and the item it stands in, cover what is asked."""
    if not points:
        return Verdict(0.0)
    best = points[0].scored
    missing = missing_names(question, points)
    signal = (
        BIAS
        + COSINE * max(point.scored.cosine for point in points)
        + COVERAGE * best.coverage
        + AROUND * best.around
        + ITEM * best.item_coverage
        + NAMES * min(len(missing), 2)
    )
    return Verdict(1 / (1 + math.exp(-signal)), missing)


def missing_names(question: Question, points: Sequence[Point]) -> tuple[str, ...]:
    """Names and numbers of the subject that no item of the evidence holds, nor the meeting it belongs to."""
    held: set[str] = set()
    for point in points:
        head, item = point.sentence.head, point.sentence.item
        for text in (
            item.title,
            item.minutes,
            item.agenda_text,
            head.committee,
            head.organisation,
            item.number,
            item.reference,
        ):
            held.update(stems(text or ""))
        for decision in item.decisions:
            held.update(stems(decision.text))
    return tuple(word for word in names_in(question) if not set(stems(word)) & held)


def names_in(question: Question) -> list[str]:
    """The capitalised words and numbers of the subject, but for the first word of the question."""
    first = question.raw.split()[0] if question.raw else ""
    return [word for word in question.topic if (word[:1].isupper() and word != first) or re.search(r"\d", word)]
