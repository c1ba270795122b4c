"""Whether a sum that was found is the price of what is asked for: minutes are full of sums, each of something else."""

import re
from collections.abc import Sequence

from assistant.evidence.points import Point
from assistant.question.model import Question
from assistant.words import stems

# Characters before a quote in which the thing priced may be named.
BEFORE = 200
# What share of the words for it must stand there, or in the quote: of 41 questions after a price that were answered
# though 34 had no answer, 11 of these have less, and one of the 7 others.
NAMED = 0.25

_PRICE_ASKED = re.compile(
    r"\bhow much (?:did|does|do|will|would|has|have|was|were|is)\b.*\b(?:cost|come to)\b|"
    r"^what (?:did|does|do|will|would|has) .{3,80} cost\b|"
    r"^what (?:is|was|were|will be|would be) the (?:\w+ )?(?:cost|price) of\b|\bhow expensive\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[£€$]\s?\d|\b\d[\d,.]*\s?p\b|\b(?:pence|pounds|million|thousand|hundred)\b|\bfree\b", re.IGNORECASE)
# Words for prices, and for who pays them and when, name no thing.
_NO_THING = frozenset(
    stems("cost costs price come total annual year yearly week month pay paid council authority county")
)


def is_price_of_another(question: Question, points: Sequence[Point]) -> bool:
    """Whether `question` asks what something cost, and every sum that is told stands by words for other things."""
    if question.lean or _PRICE_ASKED.search(question.raw) is None:
        return False
    thing = [word for word in question.topic if not set(stems(word)) <= _NO_THING]
    priced = [_with_before(point) for point in points if _SUM.search(point.text)]
    return bool(thing and priced) and not any(_share(thing, text) > NAMED for text in priced)


def _with_before(point: Point) -> str:
    if point.start is None:
        return point.text
    return point.sentence.item.minutes[max(0, point.start - BEFORE) : point.end]


def _share(thing: Sequence[str], text: str) -> float:
    held = set(stems(text))
    return sum(bool(set(stems(word)) & held) for word in thing) / len(thing)
