"""The measures: what each name means, for one question. All are between 0 and 1, and more is better.

A measure that does not apply to a question (the speaker of a question that asks for none) has no value there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ir_measures
from ir_measures import Qrel, R, ScoredDoc, Success, nDCG

from assistant.model import Answer
from eval.attribution_match import is_person
from eval.question_sets import Question
from ingest.records import Record, Speaker

RANKED = 10
FIRST_CITATIONS = 3

MEASURES = {
    "answered": "answerable questions that are answered; the rest are wrong refusals",
    "refused": "unanswerable questions that are refused: right refusals",
    "quote@3": "answerable questions with a right quote among the first three citations",
    "speaker": "questions that ask for a speaker and are rightly quoted, where a right quote names the right one",
    "citation_precision": "citations that point into the right item, over all citations of an answer",
    "citation_recall": "sources that hold the answer and are cited, over all that hold it",
    "nDCG@10": "normalised discounted cumulative gain of the first ten passages; an anchor counts once",
    "R@10": "recall: anchors that the first ten passages cover, over all anchors",
    "Success@5": "questions for which one of the first five passages covers an anchor",
}

Scores = dict[str, float]


class Judged(Record):
    """One citation as judged: whether its source and item are right, and the anchor that its quote covers."""

    number: int
    source: str | None
    in_item: bool
    anchor: str | None
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One ranked passage as judged: the anchor that it covers, if any."""

    passage: str
    anchor: str | None


def retrieval_scores(question: Question, ranked: Sequence[Ranked]) -> Scores:
    """Recall, success and nDCG as `ir_measures` defines them; what is to be found are the anchors.

    A passage that covers an anchor which a better ranked one covers already counts as irrelevant.
    """
    if not question.anchors:
        return {}
    found: dict[str, float] = {}
    for place, passage in enumerate(ranked[:RANKED]):
        name = passage.anchor if passage.anchor is not None and passage.anchor not in found else passage.passage
        found.setdefault(name, float(RANKED - place))
    wanted = [Qrel(question.id, anchor, 1) for anchor in dict.fromkeys(question.anchors)]
    scored = [ScoredDoc(question.id, name, score) for name, score in found.items()]
    values = {
        str(one.measure): one.value for one in ir_measures.iter_calc([nDCG @ 10, R @ 10, Success @ 5], wanted, scored)
    }
    return {name: float(values.get(name, 0.0)) for name in ("nDCG@10", "R@10", "Success@5")}


def answer_scores(question: Question, answer: Answer, judged: Sequence[Judged]) -> Scores:
    """Whether the answer is given or refused rightly, and how right its citations and speakers are."""
    if not question.answerable:
        return {"refused": float(not answer.answered)}
    scores: Scores = {"answered": float(answer.answered)}
    if not question.anchors:
        return scores
    right = [one for one in judged if one.anchor is not None]
    quoted = any(one.anchor is not None for one in judged[:FIRST_CITATIONS])
    scores["quote@3"] = float(quoted)
    if question.speakers and quoted:
        scores["speaker"] = float(_names_right(question, answer, right))
    if judged:
        scores["citation_precision"] = sum(one.in_item for one in judged) / len(judged)
    if question.docs:
        cited = [doc for doc in question.docs if any(_cites(question, one, doc) for one in judged)]
        scores["citation_recall"] = len(cited) / len(question.docs)
    return scores


def faults(
    question: Question, scores: Mapping[str, float], answer: Answer, judged: Sequence[Judged]
) -> tuple[str, ...]:
    """What went wrong with a question, each in a few words."""
    found: list[str] = []
    if scores.get("refused") == 0:
        found.append("answered, although the records hold no answer")
    if scores.get("answered") == 0:
        found.append("refused, although the records hold the answer")
    elif scores.get("quote@3") == 0:
        late = any(one.anchor is not None for one in judged)
        found.append("the right quote comes after the third citation" if late else "no right quote")
    if scores.get("speaker") == 0:
        named = next(one for one in judged if one.anchor is not None).speakers
        found.append(f"wrong speaker: {'; '.join(named) or 'nobody'}")
    if answer.answered and question.answerable and scores.get("citation_precision", 1) < 1:
        found.append("cites other items too")
    if scores.get("Success@5") == 0:
        found.append("not among the first five passages")
    return tuple(found)


def _names_right(question: Question, answer: Answer, right: Sequence[Judged]) -> bool:
    """A right quote with a right speaker; a decision has none, and there the answer must name the person."""
    named = [one for one in right if one.speakers]
    if named:
        return any(_is_one(speaker, question) for one in named for speaker in one.speakers)
    return any(form in answer.answer for forms in question.speakers for form in forms)


def _is_one(printed: str, question: Question) -> bool:
    return any(is_person(Speaker(as_printed=printed), forms) for forms in question.speakers)


def _cites(question: Question, one: Judged, doc: str) -> bool:
    return question.model_copy(update={"docs": (doc,)}).is_source(one.source)
