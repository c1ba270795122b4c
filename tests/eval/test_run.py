"""A question set run against a real library and a real assistant."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import Assistant
from eval.question_sets import Question, QuestionSet
from eval.run import run_questions
from index import Library
from ingest.records import Item, Meeting, Source, Speaker, Statement

MINUTES = "The Parks Manager said that the meadow by the bowling green had failed because the soil was too rich."
ASKED = Question(
    id="q1",
    question="Why had the meadow by the bowling green failed?",
    docs=("parks.html",),
    item="Meadow planting",
    speakers=(("The Parks Manager",),),
    anchors=("because the soil was too rich",),
)
UNKNOWN = Question(id="q2", question="What was said about the tram extension?", type="unanswerable")
TOO_LONG = Question(id="q3", question="tram " * 3000, type="unanswerable")


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    statement = Statement(
        start=0, end=len(MINUTES), text=MINUTES, kind="discussion", speakers=(Speaker(as_printed="The Parks Manager"),)
    )
    item = Item(id="m-1", number="3", title="Meadow planting", minutes=MINUTES, statements=(statement,))
    meeting = Meeting(
        id="m", committee="Parks Panel", date=date(2023, 4, 24), source=Source(path="saved/parks.html"), items=(item,)
    )
    with Library.open(tmp_path / "library", create=True) as library:
        library.add([meeting])
        yield Assistant(library, today=date(2024, 1, 1))


def test_answers_are_judged_and_counted_by_type(assistant: Assistant) -> None:
    told: list[tuple[int, int]] = []
    questions = QuestionSet(name="small", questions=(ASKED, UNKNOWN, TOO_LONG))
    evaluation = run_questions(assistant, questions, progress=lambda done, of: told.append((done, of)))
    right, refused, not_taken = evaluation.results
    assert right.scores["quote@3"] == 1.0
    assert right.scores["speaker"] == 1.0
    assert right.scores["citation_precision"] == 1.0
    assert right.scores["Success@5"] == 1.0
    assert right.faults == ()
    assert refused.scores == {"refused": 1.0}
    assert not_taken.scores == {"refused": 1.0}
    assert evaluation.values()["refused"] == 1.0
    assert evaluation.by_type["said"]["refused"].value is None
    assert evaluation.library.meetings == 1
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_right_quote_from_the_wrong_source_is_no_evidence(assistant: Assistant) -> None:
    elsewhere = ASKED.model_copy(update={"docs": ("other.html",)})
    (result,) = run_questions(assistant, QuestionSet(name="small", questions=(elsewhere,))).results
    assert result.scores["quote@3"] == 0.0
    assert result.scores["citation_precision"] == 0.0
    assert result.scores["citation_recall"] == 0.0
    assert result.scores["Success@5"] == 0.0
