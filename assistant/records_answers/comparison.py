"""Two meetings, days or committees held against each other: what each of them says on the subject, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer.citing import Citations, Quote
from assistant.answer.compose import quoted
from assistant.answer.phrases import listed, place_of, speakers_of
from assistant.evidence.points import Point
from assistant.question.dates import Calendar, all_days_of
from assistant.question.model import Question

# Sentences quoted of one side.
QUOTED = 2

Text = tuple[str, Citations]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its name as the question puts it, and the question narrowed to it."""

    label: str
    question: Question


def sides_of(question: Question, calendar: Calendar) -> list[Side]:
    """The sides that `question` compares: its committees, else its days; fewer than two where it names no two."""
    if len(question.committees) > 1:
        return [Side(name, _narrowed(question, committee=name)) for name in question.committees]
    days = all_days_of(question.standalone, calendar)
    return [Side(one.typed, _narrowed(question, date_from=one.first, date_to=one.last)) for one in days]


def comparison_answer(sides: Sequence[tuple[str, Sequence[Point]]]) -> Text | None:
    """What each side says, side by side, or that it says nothing; None without two sides, or where none speaks."""
    if len(sides) < 2 or not any(points for _, points in sides):
        return None
    citations = Citations()
    lines = []
    for label, points in sides:
        lines.append(f"{label[:1].upper()}{label[1:]}:" if points else f"Nothing on this was found {label}.")
        lines += [_line(point, citations) for point in points[:QUOTED]]
    marks = "".join(f"[{one.number}]" for one in citations.given)
    labels = listed([label for label, points in sides if points])
    lead = (
        f"What was recorded {labels}, side by side {marks}:"
        if len(citations.given) > 1
        else f"Recorded {labels} {marks}:"
    )
    return "\n".join([lead, *lines]), citations


def _narrowed(question: Question, **filters: object) -> Question:
    return replace(question, kind="said", filters=question.filters.model_copy(update=filters))


def _line(point: Point, citations: Citations) -> str:
    sentence = point.sentence
    who = f"{speakers_of(sentence.speakers)}, " if sentence.speakers else ""
    mark = citations.mark(Quote.of_point(point))
    return f"- {who}{place_of(sentence.head, sentence.item)}: {quoted(point.text)} {mark}"
