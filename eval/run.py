"""A question set is put to an assistant, and every answer is judged."""

import logging
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

import numpy as np

from assistant import Assistant
from assistant.model import Answer, Citation
from eval.attribution_match import squeezed
from eval.intervals import Estimate, estimate
from eval.metrics import MEASURES, RANKED, Judged, Ranked, Scores, answer_scores, faults, retrieval_scores
from eval.question_sets import Question, QuestionSet
from eval.quotes import covered
from index import Hit, Library
from index.model import Overview
from ingest.errors import MinutebookError
from ingest.records import Item, Record

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


class Result(Record):
    """One question with its answer and what is right and wrong about it."""

    question: Question
    answer: Answer
    judged: tuple[Judged, ...]
    scores: Scores
    faults: tuple[str, ...]


class Evaluation(Record):
    """All results of one run. `measures` are over all questions, `by_type` over those of one type."""

    name: str
    version: str | None
    library: Overview
    results: tuple[Result, ...]
    measures: dict[str, Estimate]
    by_type: dict[str, dict[str, Estimate]]
    seconds_middle: float
    seconds_p95: float

    def values(self) -> dict[str, float | None]:
        """The bare value of every measure, by name."""
        return {name: one.value for name, one in self.measures.items()}


def run_questions(assistant: Assistant, questions: QuestionSet, *, progress: Progress | None = None) -> Evaluation:
    """Ask every question of the set and judge the answers. `progress` is told how many of how many are done."""
    judge = _Judge(assistant.library)
    results: list[Result] = []
    for number, question in enumerate(questions.questions, 1):
        results.append(judge.result(assistant, question))
        if progress is not None:
            progress(number, len(questions.questions))
    seconds = [result.answer.seconds for result in results]
    return Evaluation(
        name=questions.name,
        version=_version(),
        library=assistant.library.overview(),
        results=tuple(results),
        measures=_estimates(results),
        by_type={
            kind: _estimates([one for one in results if one.question.type == kind])
            for kind in dict.fromkeys(question.type for question in questions.questions)
        },
        seconds_middle=float(np.median(seconds)),
        seconds_p95=float(np.quantile(seconds, 0.95)),
    )


def _version() -> str | None:
    try:
        return version("minutebook")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return None


def _estimates(results: Sequence[Result]) -> dict[str, Estimate]:
    estimates: dict[str, Estimate] = {}
    for name in MEASURES:
        scored = [result for result in results if name in result.scores]
        estimates[name] = estimate(
            [result.scores[name] for result in scored], [result.question.meeting for result in scored]
        )
    return estimates


class _Judge:
    """Judges answers against one library, whose items it keeps at hand."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._item = lru_cache(maxsize=512)(self._read_item)

    def result(self, assistant: Assistant, question: Question) -> Result:
        answer = _asked(assistant, question)
        judged = tuple(self._judged(question, citation) for citation in answer.citations)
        scores = answer_scores(question, answer, judged) | retrieval_scores(question, self._ranked(question, answer))
        return Result(
            question=question,
            answer=answer,
            judged=judged,
            scores=scores,
            faults=faults(question, scores, answer, judged),
        )

    def _judged(self, question: Question, citation: Citation) -> Judged:
        item = self._item(citation.item_id, citation.meeting_id)
        in_source = question.is_source(citation.source.path)
        same_item = question.item is None or squeezed(citation.item_title or "") == squeezed(question.item)
        return Judged(
            number=citation.number,
            source=citation.source.path,
            in_item=in_source and same_item,
            anchor=covered(citation.quote, question.anchors, item) if in_source else None,
            speakers=citation.speakers,
        )

    def _ranked(self, question: Question, answer: Answer) -> list[Ranked]:
        """What the library finds for the question; for a follow-up, for the question as the assistant understood it."""
        if not question.anchors:
            return []
        words = (answer.question or question.question) if question.history else question.question
        try:
            return [self._ranked_one(question, hit) for hit in self._library.search(words, RANKED)]
        except MinutebookError as error:
            log.warning("The question %s was not searched: %s", question.id, error)
            return []

    def _ranked_one(self, question: Question, hit: Hit) -> Ranked:
        if not question.is_source(hit.meeting.source.path):
            return Ranked(hit.passage.id, None)
        item = self._item(hit.passage.item_id, hit.passage.meeting_id)
        return Ranked(hit.passage.id, covered(hit.passage.text, question.anchors, item))

    def _read_item(self, item_id: str, meeting_id: str) -> Item:
        return self._library.item(item_id, meeting_id)[1]


def _asked(assistant: Assistant, question: Question) -> Answer:
    """The answer; a question that the assistant will not take counts as refused, with the reason as its text."""
    try:
        return assistant.ask(question.question, question.history)
    except MinutebookError as error:
        log.warning("The question %s was not taken: %s", question.id, error)
        return Answer(answered=False, answer=str(error))
