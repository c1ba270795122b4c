"""An answer or a refusal: one probability, the names that are missing, and what is named outright."""

from dataclasses import replace

from assistant.evidence.fitted import SIGNALS, VERDICT, fitted
from assistant.evidence.points import points_of
from assistant.evidence.verdict import judge
from ingest.records import Decision


def _strength(scored, value: float):
    return [replace(one, near=value, item_coverage=value, item_score=value) for one in scored]


def test_strong_evidence_answers_and_weak_evidence_does_not(made_item, scored, asked) -> None:
    item = made_item(("Mr Grey", "Mr Grey said that ten trees were dead."))
    question = asked("What was said about trees?")
    strong, weak = _strength(scored(item, 1.5), 0.8), _strength(scored(item, 1.5), 0.1)
    assert judge(question, points_of(question, strong), strong).answered
    assert not judge(question, points_of(question, weak), weak).answered
    assert not judge(question, [], []).answered


def test_a_name_that_no_evidence_holds_is_missing(made_item, scored, asked) -> None:
    item = made_item(("Mr Grey", "Mr Grey said that ten trees were dead."))
    question = asked("What was said about trees in Trenchard?")
    evidence = _strength(scored(item, 1.5), 0.9)
    verdict = judge(question, points_of(question, evidence), evidence)
    assert verdict.missing == ("Trenchard",)
    assert not verdict.answered


def test_a_decision_need_not_name_what_the_item_is_about(made_item, scored, asked) -> None:
    decisions = (Decision(text="That the application be deferred for a visit.", outcome="deferred"),)
    item = made_item(("Mr Grey", "Mr Grey spoke of the barn."), decisions=decisions)
    question = asked("What was the outcome on the barn?")
    evidence = [replace(one, read=0.2) for one in scored(item, 1.0, 1.5)]
    held, lacking = ([replace(one, item_coverage=much) for one in evidence] for much in (1.0, 0.3))
    probabilities = [judge(question, points_of(question, one), one).probability for one in (held, lacking)]
    unread = [replace(one, read=0.5) for one in held]
    assert points_of(question, held)[0].sentence.decision is not None
    assert probabilities[0] == judge(question, points_of(question, unread), unread).probability > probabilities[1]


def test_an_item_named_by_its_reference_is_answered(made_item, scored, asked) -> None:
    item = made_item(("Mr Grey", "Mr Grey moved approval of it."), title="22/01187/FUL – Barn")
    question = asked("Who proposed approving 22/01187/FUL?")
    evidence = _strength(scored(item, 1.0), 0.1)
    assert judge(question, points_of(question, evidence), evidence).answered


def test_somebody_who_is_heard_is_answered_without_a_subject(made_item, scored, asked) -> None:
    item = made_item(("Mr Grey", "Mr Grey said that ten trees were dead."))
    question = asked("What did Mr Grey say?")
    evidence = _strength(scored(item, 1.0), 0.1)
    assert judge(question, points_of(question, evidence), evidence).answered


def test_the_weights_in_use_are_whole_and_none_is_negative() -> None:
    weights = fitted()
    assert len(weights.sentence) == len(SIGNALS)
    assert len(weights.verdict) == len(VERDICT)
    assert (weights.sentence >= 0).all()
    assert (weights.verdict >= 0).all()
    assert 0 < weights.answered_from < 1
