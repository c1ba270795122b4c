"""Whether the evidence answers the question: one probability from a few signals, and the names that are missing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.fitted import fitted
from assistant.evidence.names import lacking, names_in
from assistant.evidence.points import Point
from assistant.evidence.scoring import UNSURE, Scored
from assistant.question.model import QUOTE, WEAK, Question, references_in
from assistant.words import stems, topic_words

# How sure a follow-up must be of its answer, as a share of what others must be.
LEANING = 0.5
# The same where somebody by name is asked for who is heard in the item.
HEARD = 0.85
# The same where what was said about a subject is asked, and one sentence has every word of the subject.
NAMED_IN_FULL = 0.7
# How much of the subject an item must hold whose decision need not name it.
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is that the points answer the question, and how sure it must be.

    `missing` are names that the evidence does not hold.
    """

    probability: float
    missing: tuple[str, ...] = ()
    least: float = 0.0

    @property
    def answered(self) -> bool:
        """Whether to answer rather than to refuse."""
        return self.probability >= self.least and not self.missing


def judge(question: Question, points: Sequence[Point], scored: Sequence[Scored]) -> Verdict:
    """How well the best point, and the item it stands in, fit what is asked."""
    # What leans on an answer mostly has one too, and its few words say less of what is meant.
    least = fitted().answered_from * (LEANING if question.lean and not question.on_nothing else 1.0)
    if question.voice is not None and question.voice.named:
        least *= HEARD
    if not points:
        return Verdict(0.0, least=least)
    if question.kind == "said" and points[0].scored.coverage >= 1:
        least *= NAMED_IN_FULL
    if named_outright(question, points[0]):
        return Verdict(1.0, least=least)
    if question.on_nothing and not _holds_what_is_carried(question, points[0]):
        return Verdict(0.0, least=least)
    weights = fitted()
    log_odds = weights.bias + float(weights.verdict @ verdict_signals(question, points, scored))
    return Verdict(1 / (1 + math.exp(-log_odds)), missing_names(question, points), least)


def verdict_signals(question: Question, points: Sequence[Point], scored: Sequence[Scored]) -> list[float]:
    """What speaks for the answer as a whole, in the order of `VERDICT`.

    What the item lacks of the subject speaks against it, the more the fewer words name the subject. Where somebody's
    words are asked for, the item is found by his name too: then the subject must stand near what he says. A question
    that leans on an answer mostly has one too.
    """
    best = points[0].scored
    near = max(one.near for one in scored if one.sentence.item is best.sentence.item)
    words = len({stem for word in question.topic for stem in stems(word)})
    lack = (best.item_coverage - 1) / words if words else 0.0
    unheard = best.around - 1 if question.voice is not None and words else 0.0
    # What came of something is told by whole items: that one sentence does not say it all speaks against nothing.
    read = UNSURE if question.kind == "precedents" else max(point.scored.read for point in points)
    if question.kind == "decided" and points[0].sentence.decision is not None and best.item_coverage >= MOSTLY:
        read = max(read, UNSURE)
    return [near, best.item_coverage, best.item_score, lack, unheard, question.lean, read]


def named_outright(question: Question, point: Point) -> bool:
    """Whether the item is named by its printed reference or number, by the reply before, or only by its speaker."""
    item = point.sentence.item
    printed = f"{item.title or ''} {item.reference or ''}"
    if any(reference in printed for reference in references_in(question.standalone)):
        return True
    if question.item_number is not None and (item.number or "").rstrip(".") == question.item_number:
        return True
    if question.kind in ("who", "decided", "vote") and quoted_before(question, point):
        return True
    voice = question.voice
    if voice is None or set(question.topic) - set(topic_words(voice.typed)):
        return False
    return any(voice.is_heard(speaker) for speaker in point.sentence.speakers)


def quoted_before(question: Question, point: Point) -> bool:
    """Whether the reply that `question` leans on quotes the item, which then tells who spoke and what came of it."""
    if question.lean <= WEAK:
        return False
    minutes = " ".join(point.sentence.item.minutes.split())
    return any(" ".join(quote.split()) in minutes for quote in QUOTE.findall(question.reply))


def _holds_what_is_carried(question: Question, point: Point) -> bool:
    """Whether the item holds most of what a question carries over that leans on an answer which found nothing."""
    item = point.sentence.item
    held = set(stems(f"{item.title or ''} {item.minutes}"))
    carried = {stem for word in question.carried for stem in stems(word)}
    return not carried or len(carried & held) > len(carried) / 2


def missing_names(question: Question, points: Sequence[Point]) -> tuple[str, ...]:
    """Names of the subject that no item of the evidence holds."""
    missing = names_in(question)
    for point in points:
        missing = list(lacking(missing, point.sentence.head, point.sentence.item))
    return tuple(missing)
