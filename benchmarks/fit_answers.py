"""Fit what ranks sentences and what decides between an answer and a refusal, on annotated questions.

    python -m benchmarks.fit_answers samples/questions.jsonl=samples/records OTHER/questions.jsonl=OTHER --write

Each argument is a question set and the records it is asked of. Sentences: coordinate search from the weights in use,
for right quotes and right items among the points of an answer. Refusal: Platt scaling (logistic regression) of
answerable questions against questions without an answer: the unanswerable ones of each set, each question asked of
another set's records, and each answerable one with the sources of its answer left out (at half weight, for another
meeting may answer it too). Both are judged by cross-validation over questions.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from assistant.evidence.fitted import FITTED, SIGNALS, VERDICT, fitted
from assistant.evidence.points import Point, points_of
from assistant.evidence.pool import ITEMS, Found, search
from assistant.evidence.scoring import Signals, scored_by, signals_of
from assistant.evidence.sentences import Sentence
from assistant.evidence.vectors import Encoded
from assistant.evidence.verdict import missing_names, named_outright, verdict_signals
from assistant.holdings import Holdings
from assistant.question import understand
from assistant.question.model import Question as Asked
from eval.attribution_match import squeezed
from eval.question_sets import Question, read_questions
from eval.quotes import covers
from index import Library
from index.model import Filters
from ingest import read_paths
from ingest.errors import MinutebookError
from ingest.records import Item

Floats = npt.NDArray[np.float64]
FOLDS = 5
# What a weight may be multiplied by.
FACTORS = (0.5, 0.75, 1.35, 1.8)
# The share of answerable questions that may be refused.
REFUSED = 0.02
# Kinds that are answered from the book of record, not from the best sentences.
OTHER_WAYS = frozenset({"attendance", "summary"})


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A question with the signals of the sentences that it found."""

    question: Question
    asked: Asked
    signals: Signals

    def worth(self, weights: Floats) -> float:
        """What the answer is worth under `weights`: 1 for a right quote, 0.5 for citing the right item alone."""
        points = points_of(self.asked, scored_by(self.signals, weights))
        if not points:
            return 0.0
        in_item = [_cites_item(self.question, point.sentence) for point in points]
        return float(any(_is_right(self.question, point) for point in points)) + 0.5 * sum(in_item) / len(in_item)

    def is_right(self, weights: Floats) -> bool:
        """Whether one of the points quotes what it should."""
        points = points_of(self.asked, scored_by(self.signals, weights))
        return any(_is_right(self.question, point) for point in points)


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The signals of an answer, whether it should be given, and how much it counts."""

    signals: list[float]
    answerable: bool
    weight: float


class Records:
    """A library of one set's records, asked without an assistant so that sources can be left out."""

    def __init__(self, library: Library) -> None:
        self.library, self.encode, self._holdings = library, Encoded(library), Holdings(library)

    def understood(self, question: Question) -> Asked:
        """The question as it is understood on these records."""
        return understand(question.question, question.history, Filters(), self._holdings.register())

    def ranked(self, question: Question) -> Ranked | None:
        """The sentences found for a question; None where the best sentences are not what answers it."""
        asked = self.understood(question)
        if asked.kind in OTHER_WAYS:
            return None
        return Ranked(question, asked, signals_of(asked, search(self.library, asked, asked.filters), self.encode))

    def judged(self, question: Question, weights: Floats, *, answerable: bool, without: bool = False) -> Judged | None:
        """The signals of the answer to a question; None where it is answered or refused whatever they are."""
        asked = self.understood(question)
        found = search(self.library, asked, asked.filters, items=3 * ITEMS if without else ITEMS)
        if without:
            found = [one for one in found if not _is_source(question, one)][:ITEMS]
        scored = scored_by(signals_of(asked, found, self.encode), weights)
        points = points_of(asked, scored)
        if not points or asked.kind in OTHER_WAYS or named_outright(asked, points[0]) or missing_names(asked, points):
            return None
        return Judged(verdict_signals(points, scored), answerable, 0.5 if without else 1.0)


def _is_source(question: Question, found: Found) -> bool:
    return any((found.head.source.path or "").endswith(source) for source in question.docs)


def rankings(sets: Sequence[tuple[Sequence[Question], Records]]) -> list[Ranked]:
    """What all answerable questions find."""
    found = [records.ranked(question) for questions, records in sets for question in questions if question.anchors]
    return [one for one in found if one is not None]


def judgements(sets: Sequence[tuple[Sequence[Question], Records]], weights: Floats) -> Iterator[Judged]:
    """Answers that should be given, and answers that should not, with sentences ranked by `weights`."""
    for questions, records in sets:
        others = [other for _, other in sets if other is not records]
        for question in questions:
            asked = [records.judged(question, weights, answerable=question.answerable)]
            asked += [other.judged(question, weights, answerable=False) for other in others]
            if question.answerable:
                asked.append(records.judged(question, weights, answerable=False, without=True))
            yield from (one for one in asked if one is not None)


def fit_ranking(ranked: Sequence[Ranked], start: Floats) -> Floats:
    """`start` after one round of coordinate search: each weight in turn as it is, or one of `FACTORS` times that."""
    best, worth = start.copy(), _worth(ranked, start)
    for place in range(len(start)):
        for factor in FACTORS:
            tried = best.copy()
            tried[place] *= factor
            if (found := _worth(ranked, tried)) > worth:
                best, worth = tried, found
    return best


def _worth(ranked: Sequence[Ranked], weights: Floats) -> float:
    return float(np.mean([one.worth(weights) for one in ranked]))


def right_share(ranked: Sequence[Ranked], weights: Floats) -> float:
    """The share of questions of which a point quotes what it should."""
    return float(np.mean([one.is_right(weights) for one in ranked]))


def _cites_item(question: Question, sentence: Sentence) -> bool:
    titled = question.item is None or squeezed(sentence.item.title or "") == squeezed(question.item)
    return titled and question.is_source(sentence.head.source.path)


def _is_right(question: Question, point: Point) -> bool:
    if not question.is_source(point.sentence.head.source.path):
        return False
    return any(_covers(point.text, anchor, point.sentence.item.minutes) for anchor in question.anchors)


@lru_cache(maxsize=200_000)
def _covers(text: str, anchor: str, minutes: str) -> bool:
    return covers(text, anchor, Item(id="", minutes=minutes))


def fit_verdict(judged: Sequence[Judged]) -> tuple[Floats, float]:
    """The weights of `VERDICT` and the bias, by logistic regression."""
    table = np.array([one.signals for one in judged])
    wanted = np.array([1.0 if one.answerable else -1.0 for one in judged])
    counts = np.array([one.weight for one in judged])

    def loss(parameters: Floats) -> float:
        margins = wanted * (table @ parameters[:-1] + parameters[-1])
        return float((counts * np.logaddexp(0, -margins)).sum() + 0.01 * np.square(parameters[:-1]).sum())

    found = minimize(
        loss, np.zeros(table.shape[1] + 1), method="L-BFGS-B", bounds=[(0.0, None)] * table.shape[1] + [(None, None)]
    )
    return found.x[:-1], float(found.x[-1])


def _probabilities(judged: Sequence[Judged], weights: Floats, bias: float) -> Floats:
    probabilities: Floats = 1 / (1 + np.exp(-(np.array([one.signals for one in judged]) @ weights + bias)))
    return probabilities


def cross_validated_ranking(ranked: Sequence[Ranked], start: Floats) -> float:
    """`right_share` of each fold under weights fitted on the others."""
    folds = [ranked[at::FOLDS] for at in range(FOLDS)]
    parts = [
        right_share(fold, fit_ranking([one for other in folds if other is not fold for one in other], start))
        for fold in folds
    ]
    return float(np.average(parts, weights=[len(fold) for fold in folds]))


def cross_validated_verdict(judged: Sequence[Judged]) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """The probability of each under weights fitted on the other folds, and whether it should be answered."""
    folds = [list(judged)[at::FOLDS] for at in range(FOLDS)]
    probabilities, wanted = [], []
    for fold in folds:
        weights, bias = fit_verdict([one for other in folds if other is not fold for one in other])
        probabilities += _probabilities(fold, weights, bias).tolist()
        wanted += [one.answerable for one in fold]
    return np.array(probabilities), np.array(wanted)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print, and with `--write` put the weights in use."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="QUESTIONS=RECORDS")
    parser.add_argument("--write", action="store_true", help="put the weights in use")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        sets = []
        for number, pair in enumerate(given.sets):
            questions, _, records = pair.partition("=")
            library = Library.open(Path(folder) / str(number), create=True)
            library.ingest(read_paths([Path(records)]))
            sets.append((read_questions(Path(questions)).questions, Records(library)))
        made = fit(sets, [Path(pair.partition("=")[0]).parent.name for pair in given.sets])
    text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    print(text)  # noqa: T201  the result of the program
    if given.write:
        FITTED.write_text(text, encoding="utf-8")
    return 0


def fit(sets: Sequence[tuple[Sequence[Question], Records]], names: Sequence[str]) -> dict[str, object]:
    """The weights and the record of how they came."""
    start = fitted().sentence
    ranked = rankings(sets)
    weights = fit_ranking(ranked, start)
    validated = cross_validated_ranking(ranked, start)
    judged = list(judgements(sets, weights))
    verdict, bias = fit_verdict(judged)
    probabilities, wanted = cross_validated_verdict(judged)
    threshold = float(np.quantile(_probabilities([one for one in judged if one.answerable], verdict, bias), REFUSED))
    limit = float(np.quantile(probabilities[wanted], REFUSED))
    record = {
        "made": date.today().isoformat(),
        "by": "python -m benchmarks.fit_answers",
        "from": f"the questions of {', '.join(names)}: {len(ranked)} for sentences, {len(judged)} for refusals",
        "right quote among the points": {
            "before": round(right_share(ranked, start), 3),
            "fitted": round(right_share(ranked, weights), 3),
            "cross-validated": round(validated, 3),
        },
        "refused where answerable are by chance in 50": round(float((probabilities[~wanted] < limit).mean()), 3),
    }
    return {
        "record": record,
        "sentence": dict(zip(SIGNALS, np.round(weights, 3).tolist(), strict=True)),
        "verdict": dict(zip(VERDICT, np.round(verdict, 2).tolist(), strict=True)),
        "bias": round(bias, 2),
        "answered_from": round(threshold, 3),
    }


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except MinutebookError as error:
        raise SystemExit(str(error)) from None
