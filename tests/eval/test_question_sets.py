"""Question sets of both forms, and what is said of one that cannot be read."""

import json
from pathlib import Path

import pytest

from eval.question_sets import Question, UnreadableQuestions, read_questions


def written(folder: Path, *lines: object) -> Path:
    path = folder / "set.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_our_form(tmp_path: Path) -> None:
    line = {
        "id": "q1",
        "question": "Who spoke?",
        "history": [{"role": "user", "content": "Bins?"}],
        "type": "who",
        "docs": ["a.html"],
        "item": None,
        "speakers": [["Councillor Reed", "the Chair"]],
        "anchors": ["the soil was too rich"],
        "reference": "Councillor Reed.",
    }
    (question,) = read_questions(written(tmp_path, line, "")).questions
    assert question.speakers == (("Councillor Reed", "the Chair"),)
    assert question.history[0].content == "Bins?"
    assert question.answerable


def test_no_speaker_asked_for_is_null_and_unanswerable_is_a_type(tmp_path: Path) -> None:
    line = {"id": "q", "question": "Trams?", "type": "unanswerable", "speakers": None}
    (question,) = read_questions(written(tmp_path, line)).questions
    assert question.speakers == ()
    assert not question.answerable


def test_qmsum_form_makes_anchors_of_the_turns_that_answer(tmp_path: Path) -> None:
    turns = ["Order, order, please all.", "The bins are emptied weekly.", "Yes.", "They will be larger next year."]
    meeting = {
        "meeting_transcripts": [{"speaker": "Chair", "content": content} for content in turns],
        "specific_query_list": [{"query": "Bins?", "answer": "Weekly.", "relevant_text_span": [["1", "3"]]}],
    }
    (question,) = read_questions(written(tmp_path, meeting)).questions
    assert question.id == "set-1-1"
    assert question.anchors == (turns[1], turns[3])
    assert question.reference == "Weekly."


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "no question"),
        (["not json"], "Line 1"),
        ([{"id": "q", "question": "Fine?"}, {"id": "q2"}], "Line 2.*question"),
        (["[1]"], "Line 1"),
        ([{"meeting_transcripts": [], "specific_query_list": [{}]}], "Line 1"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, lines: list[object], said: str) -> None:
    with pytest.raises(UnreadableQuestions, match=said):
        read_questions(written(tmp_path, *lines))


def test_a_set_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableQuestions, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("records/cabinet/2022-12-06.html", True),
        ("cabinet/2022-12-06.html", True),
        ("C:\\minutes\\cabinet\\2022-12-06.html", True),
        ("records/council/2022-12-06.html", False),
        ("x2022-12-06.html", False),
        (None, False),
    ],
)
def test_a_source_is_known_by_the_end_of_its_path(path: str | None, right: bool) -> None:
    assert Question(id="q", question="?", docs=("cabinet/2022-12-06.html",)).is_source(path) is right


def test_a_question_without_sources_takes_any() -> None:
    assert Question(id="q", question="?").is_source(None)
