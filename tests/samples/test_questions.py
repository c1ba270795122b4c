"""The sample questions hold what they promise: their words are in the sources that they name."""

import re
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from eval.question_sets import Question, read_questions

TYPES = {
    "said", "who", "decided", "vote", "mover", "attendance", "when", "precedent", "followup", "count", "unanswerable",
}  # fmt: skip


@pytest.fixture(scope="module", params=["questions.jsonl", "questions-aside.jsonl"])
def questions(request: pytest.FixtureRequest, samples: Path) -> tuple[Question, ...]:
    return read_questions(samples / request.param).questions


@pytest.fixture(scope="module")
def texts(samples: Path) -> dict[str, str]:
    return {str(path): printed(path) for path in (samples / "records").rglob("*") if path.suffix in (".html", ".txt")}


def printed(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        body = LexborHTMLParser(text).body
        text = body.text() if body else ""
    return re.sub(r"\s+", " ", text)


def test_there_are_enough_of_every_type(samples: Path) -> None:
    questions = read_questions(samples / "questions.jsonl").questions
    counts = Counter(question.type for question in questions)
    assert set(counts) == TYPES
    assert len(questions) >= 80
    assert counts["unanswerable"] >= 12
    assert min(counts.values()) >= 3
    assert len({question.id for question in questions}) == len(questions)


def test_every_anchor_is_printed_in_a_source_of_its_question_and_in_no_other(
    questions: tuple[Question, ...], texts: dict[str, str]
) -> None:
    for question in questions:
        for anchor in question.anchors:
            holding = [path for path, text in texts.items() if anchor in text]
            assert holding, (question.id, anchor)
            assert all(question.is_source(path) for path in holding), (question.id, anchor, holding)


def test_every_source_title_and_speaker_is_there(questions: tuple[Question, ...], texts: dict[str, str]) -> None:
    for question in questions:
        named = [text for path, text in texts.items() if question.docs and question.is_source(path)]
        assert len(named) == len(question.docs), question.id
        assert question.item is None or any(question.item in text for text in named), question.id
        for forms in question.speakers:
            folded = [form.casefold() for form in forms]
            assert any(form in text.casefold() for form in folded for text in named), (question.id, forms)


def test_only_unanswerable_questions_have_nothing_to_quote(questions: tuple[Question, ...]) -> None:
    for question in questions:
        assert bool(question.anchors) is question.answerable, question.id
        assert bool(question.docs) or not question.answerable, question.id
        assert bool(question.history) or question.type != "followup", question.id
