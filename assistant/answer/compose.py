"""The composed answer: a first sentence that answers, then the evidence, each with its voice, quote and marker."""

from collections.abc import Sequence

from assistant.answer.citing import Citations, Quote
from assistant.answer.phrases import (
    are,
    item_of,
    meeting_of,
    moved_by,
    opening,
    outcome_of,
    place_of,
    speakers_of,
    vote_of,
)
from assistant.evidence.points import Point
from assistant.question.model import Question
from ingest.records import Decision

Same = tuple[str, str]


def compose(question: Question, points: Sequence[Point]) -> tuple[str, Citations]:
    """The text of the answer and its citations. `points` are best first and at least one."""
    citations = Citations()
    lead, *others = points
    lines = [_lead(question, lead, citations)]
    shown: Same = _item(lead)
    for point in others:
        place = (
            "" if _item(point) == shown else f"At {meeting_of(point.sentence.head)}, {item_of(point.sentence.item)}: "
        )
        shown = _item(point)
        lines.append(f"- {place}{_point(point, citations, begins=not place)}")
    return "\n".join(lines), citations


def _item(point: Point) -> Same:
    return point.sentence.head.id, point.sentence.item.id


def _lead(question: Question, point: Point, citations: Citations) -> str:
    sentence = point.sentence
    where = place_of(sentence.head, sentence.item)
    quote = quoted(point.text)
    mark = citations.mark(Quote.of_point(point))
    if sentence.decision is not None:
        return f"At {where}, {_decided(sentence.decision)}: {quote} {mark}"
    if point.speakers:
        return f"{opening(_voice(point))} {are(point.speakers)} recorded at {where}: {quote} {mark}"
    return f"The minutes of {where} record: {quote} {mark}"


def _point(point: Point, citations: Citations, *, begins: bool) -> str:
    mark = citations.mark(Quote.of_point(point))
    sentence = point.sentence
    if sentence.decision is not None:
        text = _decided(sentence.decision)
    elif point.speakers:
        text = _voice(point)
    else:
        text = "the minutes record"
    return f"{opening(text) if begins else text}: {quoted(point.text)} {mark}"


def _voice(point: Point) -> str:
    """Who speaks, and whom he or she answers."""
    sentence = point.sentence
    who = speakers_of(point.speakers)
    return f"{who} (answering {sentence.asker.as_printed})" if sentence.asker else who


def _decided(decision: Decision) -> str:
    """What kind of decision it was, with mover, seconder and vote where they are printed."""
    outcome = outcome_of(decision)
    details = "; ".join(filter(None, (moved_by(decision), vote_of(decision.vote) if decision.vote else None)))
    text = f"the decision was {outcome}" if outcome and outcome != "agreed" else "it was decided"
    return f"{text} ({details})" if details else text


def quoted(text: str) -> str:
    """`text` between quotation marks, on one line; inside it stands as printed."""
    return f"“{' '.join(text.split())}”"
