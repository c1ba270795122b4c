"""Each measure on values that can be worked out by hand."""

import math

import pytest

from assistant.model import Answer
from eval.metrics import MEASURES, Judged, Ranked, answer_scores, faults, retrieval_scores
from eval.question_sets import Question

ASKED = Question(
    id="q",
    question="?",
    docs=("a.html", "b.html"),
    item="Bins",
    speakers=(("Councillor Reed", "the Chair"),),
    anchors=("anchor one", "anchor two"),
)
ANSWER = Answer(answered=True, answer="Councillor Reed said so [1].")


def judged(number: int, *, anchor: str | None = None, in_item: bool = True, speaker: str = "the Chair") -> Judged:
    speakers = (speaker,) if speaker else ()
    return Judged(number=number, source="x/a.html", in_item=in_item, anchor=anchor, speakers=speakers)


def ranked(*anchors: str | None) -> list[Ranked]:
    return [Ranked(f"p{place}", anchor) for place, anchor in enumerate(anchors)]


def test_retrieval_of_one_anchor_of_two_in_second_place() -> None:
    scores = retrieval_scores(ASKED, ranked(None, "anchor one", None))
    assert scores["R@10"] == 0.5
    assert scores["Success@5"] == 1.0
    assert scores["nDCG@10"] == pytest.approx((1 / math.log2(3)) / (1 + 1 / math.log2(3)))


def test_an_anchor_found_twice_counts_once() -> None:
    twice = retrieval_scores(ASKED, ranked("anchor one", "anchor one"))
    once = retrieval_scores(ASKED, ranked("anchor one", None))
    assert twice == once
    assert twice["R@10"] == 0.5


def test_retrieval_beyond_the_cut_and_of_nothing() -> None:
    late = retrieval_scores(ASKED, ranked(*[None] * 6, "anchor one"))
    assert late["Success@5"] == 0.0
    assert late["R@10"] == 0.5
    assert retrieval_scores(ASKED, []) == {"nDCG@10": 0.0, "R@10": 0.0, "Success@5": 0.0}
    assert retrieval_scores(Question(id="q", question="?"), ranked(None)) == {}


def test_a_right_answer() -> None:
    cited = [judged(1, anchor="anchor one"), judged(2, in_item=False)]
    assert answer_scores(ASKED, ANSWER, cited) == {
        "answered": 1.0,
        "quote@3": 1.0,
        "speaker": 1.0,
        "citation_precision": 0.5,
        "citation_recall": 0.5,
    }


def test_a_right_quote_in_fourth_place_is_too_late() -> None:
    cited = [judged(1), judged(2), judged(3), judged(4, anchor="anchor one")]
    scores = answer_scores(ASKED, ANSWER, cited)
    assert scores["quote@3"] == 0.0
    assert "speaker" not in scores
    assert faults(ASKED, scores, ANSWER, cited) == ("the right quote comes after the third citation",)


def test_a_wrong_speaker_is_named_among_the_faults() -> None:
    cited = [judged(1, anchor="anchor one", speaker="Councillor Moss")]
    scores = answer_scores(ASKED, ANSWER, cited)
    assert scores["speaker"] == 0.0
    assert faults(ASKED, scores, ANSWER, cited) == ("wrong speaker: Councillor Moss",)


def test_where_a_quote_has_no_speaker_the_answer_must_name_them() -> None:
    cited = [judged(1, anchor="anchor one", speaker="")]
    assert answer_scores(ASKED, ANSWER, cited)["speaker"] == 1.0
    silent = Answer(answered=True, answer="It was carried [1].")
    assert answer_scores(ASKED, silent, cited)["speaker"] == 0.0


def test_refusals_right_and_wrong() -> None:
    nothing = Question(id="q", question="?", type="unanswerable")
    refused = Answer(answered=False, answer="The records hold nothing on it.")
    assert answer_scores(nothing, refused, []) == {"refused": 1.0}
    assert answer_scores(nothing, ANSWER, []) == {"refused": 0.0}
    assert faults(nothing, {"refused": 0.0}, ANSWER, []) == ("answered, although the records hold no answer",)
    scores = answer_scores(ASKED, refused, [])
    assert (scores["answered"], scores["quote@3"], scores["citation_recall"]) == (0.0, 0.0, 0.0)
    assert "citation_precision" not in scores
    assert faults(ASKED, scores, refused, []) == ("refused, although the records hold the answer",)


def test_every_measure_is_explained() -> None:
    cited = [judged(1, anchor="anchor one")]
    named = {*answer_scores(ASKED, ANSWER, cited), *retrieval_scores(ASKED, []), "refused"}
    assert named == set(MEASURES)
