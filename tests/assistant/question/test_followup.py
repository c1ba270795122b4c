"""Questions that lean on the conversation are made to stand alone; others are left as they are."""

import pytest

from assistant.model import Turn
from assistant.question.followup import stand_alone


def _history(question: str, reply: str = "Mr Grey said that it was so.") -> tuple[Turn, ...]:
    return Turn(role="user", content=question), Turn(role="assistant", content=reply)


@pytest.mark.parametrize(
    ("earlier", "question", "standing"),
    [
        # an ellipsis names only what changes
        ("What was said about potholes in 2022?", "and in 2023?", "What was said about potholes in 2023?"),
        ("What was said about potholes?", "And last year?", "What was said about potholes last year?"),
        ("When were kerbs first discussed?", "and the most recent time?", "When were kerbs last discussed?"),
        ("When were kerbs last discussed?", "And the first?", "When were kerbs first discussed?"),
        ("What was said about potholes?", "what about kerbs?", "What was said about kerbs?"),
        ("What was said about potholes?", "and kerbs?", "What was said about kerbs?"),
        ("What did the Cabinet say about kerbs?", "and the police?", "What did the police say about kerbs?"),
        ("What did Cllr Lamb say about kerbs?", "and Cllr Hogg?", "What did Cllr Hogg say about kerbs?"),
        (
            "What did the Planning Committee decide about kerbs?",
            "How about the Audit Committee?",
            "What did the Audit Committee decide about kerbs?",
        ),
        ("What was said about kerbs?", "at the Audit Committee?", "What was said about kerbs at the Audit Committee?"),
        # a correction replaces what was misunderstood
        (
            "What did the Planning Committee decide about kerbs?",
            "No, the Audit Committee",
            "What did the Audit Committee decide about kerbs?",
        ),
        ("What was said about kerbs in 2022?", "no, in 2021", "What was said about kerbs in 2021?"),
        ("What was said about kerbs?", "Sorry, I meant verges", "What was said about verges?"),
        # a pronoun or a bare question takes its subject from before
        ("What was said about kerbs?", "What was decided?", "What was decided about kerbs?"),
        ("What was said about kerbs?", "Why?", "Why (about: kerbs)?"),
        ("Who spoke about kerbs?", "And what did she say of it?", "What did she say of it (about: kerbs)?"),
        # a pronoun for a person: the one asked about
        ("What did Mrs Lamb say about kerbs?", "And what did she say of trees?", "What did Mrs Lamb say of trees?"),
        ("What did Mrs Lamb say about kerbs?", "Was it her view?", "Was it Mrs Lamb’s view (about: kerbs)?"),
        # so does a definite thing of which the question names no place
        ("What was said about kerbs?", "What did the firm offer to save?",
         "What did the firm offer to save (about: kerbs)?"),
        # else the only one whom the reply names
        ("What was said about kerbs?", "Did he want trees?", "Did Mr Grey want trees (about: kerbs)?"),
        ("What was said about kerbs?", "Did she want it?", "Did she want it (about: kerbs)?"),
        # an ellipsis that names another place
        ("What would it cost to open Ash library on Sundays?", "what about Oak Lane?",
         "What would it cost to open Oak Lane library on Sundays?"),
        # a question with a subject of its own, and one that asks for nothing, are left alone
        ("What was said about kerbs?", "What was said about big dogs?", "What was said about big dogs?"),
        ("Who spoke about kerbs?", "Who chaired the Audit Committee?", "Who chaired the Audit Committee?"),
        ("What was said about kerbs?", "Has co-sleeping come up before?", "Has co-sleeping come up before?"),
        ("What was said about kerbs?", "What was said about trees?", "What was said about trees?"),
        ("Who spoke on kerbs?", "What did the Cabinet decide in 2024?", "What did the Cabinet decide in 2024?"),
        ("Who spoke on kerbs?", "What decisions did Cabinet make in 2024?", "What decisions did Cabinet make in 2024?"),
        ("What was said about kerbs?", "Thanks!", "What was said about kerbs?"),
    ],
)  # fmt: skip
def test_a_question_in_a_conversation(earlier: str, question: str, standing: str) -> None:
    assert stand_alone(question, _history(earlier)).question == standing


def test_without_a_conversation_nothing_is_carried() -> None:
    standing = stand_alone("and in 2023?", ())
    assert (standing.question, standing.lean) == ("and in 2023?", 0.0)


def test_turns_lean_on_each_other_in_a_row() -> None:
    turns = (*_history("What was said about potholes in 2022?"), *_history("and in 2023?"))
    assert stand_alone("what about kerbs?", turns).question == "What was said about kerbs?"


def test_a_topic_change_does_not_lean() -> None:
    assert stand_alone("What was said about dogs?", _history("What was said about kerbs?")).lean == 0.0


@pytest.mark.parametrize(
    "reply",
    ["I found nothing about a monorail.", "The records hold nothing that answers this.", "There is no record of one."],
)
def test_leaning_on_an_answer_that_found_nothing(reply: str) -> None:
    assert stand_alone("And what did it cost?", _history("What was said about a monorail?", reply)).on_nothing
    assert not stand_alone("What was said about kerbs?", _history("What was said of a monorail?", reply)).on_nothing
