"""Fit what ranks sentences and what decides between an answer and a refusal, on annotated questions.

    python -m benchmarks.fit_answers samples/questions.jsonl=samples/records OTHER/questions.jsonl=OTHER \
        --hard benchmarks/held-out/questions.jsonl=benchmarks/held-out/records \
        --near benchmarks/near-misses/7/questions.jsonl=benchmarks/near-misses/7/records --write

Each argument is a question set and the records it is asked of. Sentences: a softmax over the sentences of the items
found, against those that cover an anchor; weights are not negative, and shrink to those in use. Refusal: Platt scaling
(logistic regression) of answerable questions against questions without an answer: the unanswerable ones of each set,
and each question asked of another set's records. All sets count alike, however many questions they have; those of
`--hard` and `--near`, of other councils and written to be tempting, tell the weights and not the limit of refusal,
those of `--near` at a tenth, for they name no meeting. Both are judged by cross-validation over questions.
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from assistant.answering import EVERY_TIME
from assistant.evidence.fitted import FITTED, SIGNALS, VERDICT, fitted
from assistant.evidence.models import Models
from assistant.evidence.obstacles import cut_short, not_taken_item, silent_item
from assistant.evidence.points import Point, points_of, weighed_for
from assistant.evidence.pool import search
from assistant.evidence.scoring import Scored, Signals, scored_by, signals_of
from assistant.evidence.sentences import Sentence
from assistant.evidence.verdict import missing_names, named_outright, verdict_signals
from assistant.evidence.votes import unprinted
from assistant.evidence.wanted import left_out
from assistant.holdings import Holdings
from assistant.question import understand
from assistant.question.model import Question as Asked
from eval.question_sets import Question, read_questions
from eval.quotes import covers
from index import Library
from index.model import Filters
from ingest import read_paths
from ingest.errors import MinutebookError
from ingest.records import Item

Floats = npt.NDArray[np.float64]
FOLDS = 5
# How strongly weights are held to those in use. Scores lie within two units: `SHARPNESS` makes a softmax of them that
# prefers one to another.
SHRINK, SHARPNESS = 2.0, 10.0
# What a weight is at least: who names one word only wants the sentence that has it, which no question here asks for.
LEAST = {"coverage": 0.1}
# The share of answerable questions that may be refused by the signals; what stands against an answer refuses some more.
REFUSED = 0.02
# The records a question is asked of: its own or another set's.
AskedOf = Literal["own", "other"]
# What the answerable and the unanswerable questions of one set count together, and what those asked of other records;
# no set counts as if it had fewer questions than `FEW`.
ANSWERABLE, UNANSWERABLE, OTHER, FEW = 1.0, 0.7, 1.4, 20
# What a set of near misses counts beside another.
NEAR = 0.1
# Kinds that are answered from the book of record, not from the best sentences.
OTHER_WAYS = frozenset({"attendance", "summary"})


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A question with the signals of the sentences that it found, which of them are right, and what else they gain."""

    question: Question
    asked: Asked
    signals: Signals
    right: npt.NDArray[np.bool_]
    gained: Floats

    @classmethod
    def of(cls, question: Question, asked: Asked, signals: Signals) -> "Ranked":
        """The sentences as the answer to `question` should hold them."""
        right = np.array([is_right(question, one, one.text) for one in signals.sentences], dtype=bool)
        plain = scored_by(signals, np.zeros(len(SIGNALS)))
        return cls(question, asked, signals, right, np.array([weighed_for(asked, one).score for one in plain]))

    def loss(self, weights: Floats) -> float:
        """How far right sentences stand below others: minus the log-likelihood of a softmax."""
        scores = SHARPNESS * (self.signals.table @ weights + self.gained)
        return _log_sum(scores) - _log_sum(scores[self.right])

    def is_quoted(self, weights: Floats) -> bool:
        """Whether one of the points quotes what it should."""
        points = points_of(self.asked, scored_by(self.signals, weights))
        return any(is_right(self.question, point.sentence, point.text) for point in points)


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The signals of an answer, whether it should be given, and of which records the question was asked."""

    signals: list[float]
    answerable: bool
    asked_of: AskedOf
    set: int


class Records:
    """A library of one set's records, asked without an assistant so that sources can be left out."""

    def __init__(self, library: Library) -> None:
        self.library, self.models, self._holdings = library, Models(library), Holdings(library)

    def understood(self, question: Question) -> Asked:
        """The question as it is understood on these records."""
        return understand(
            question.question, question.history, Filters(), self._holdings.register(), self.models.kind_of
        )

    def ranked(self, question: Question) -> Ranked | None:
        """The sentences found for a question; None where no right one is among them."""
        asked = self.understood(question)
        if asked.kind in OTHER_WAYS:
            return None
        found = Ranked.of(question, asked, signals_of(asked, search(self.library, asked, asked.filters), self.models))
        return found if found.right.any() else None

    def judged(self, question: Question, weights: Floats, asked_of: AskedOf, number: int) -> Judged | None:
        """The signals of the answer to a question of a set; None where it is settled whatever they are."""
        asked = self.understood(question)
        found = search(self.library, asked, asked.filters)
        scored = scored_by(signals_of(asked, found, self.models), weights)
        points = points_of(asked, scored)
        if not points or asked.kind in OTHER_WAYS or self._settled(asked, points, scored):
            return None
        answerable = asked_of == "own" and question.answerable
        return Judged(verdict_signals(asked, points, scored), answerable, asked_of, number)

    def _settled(self, asked: Asked, points: Sequence[Point], scored: Sequence[Scored]) -> bool:
        """Whether something else than the signals decides."""
        silent = silent_item(asked, self._holdings.silent_items(asked.filters), scored, self.models.encode)
        stands_against = silent or cut_short(points) or not_taken_item(asked, points, scored)
        undated = asked.kind == "when" and points[0].sentence.head.date is None
        lacking = asked.kind not in EVERY_TIME and left_out(asked.raw, points[0].text)
        stands_against = stands_against or unprinted(asked, points, scored) or lacking
        return bool(stands_against or undated or named_outright(asked, points[0]) or missing_names(asked, points))


def rankings(sets: Sequence[tuple[Sequence[Question], Records]]) -> list[Ranked]:
    """What all answerable questions find."""
    found = [records.ranked(question) for questions, records in sets for question in questions if question.anchors]
    return [one for one in found if one is not None]


def judgements(sets: Sequence[tuple[Sequence[Question], Records]], weights: Floats, apart: int) -> Iterator[Judged]:
    """Answers that should be given, and answers that should not, with sentences ranked by `weights`.

    The questions of the sets from `apart` on name no meeting, and are asked of their own records only.
    """
    for number, (questions, records) in enumerate(sets):
        _, other = sets[(number + 1) % apart]
        for question in questions:
            asked = [records.judged(question, weights, "own", number)]
            if number < apart:
                asked.append(other.judged(question, weights, "other", number))
            yield from (one for one in asked if one is not None)


def counts_of(judged: Sequence[Judged], apart: int) -> Floats:
    """What each answer counts, so that all sets count alike, and the sets from `apart` on a part of that."""
    sorts = [(one.asked_of, one.set if one.asked_of == "own" else 0, one.answerable) for one in judged]
    held = Counter(sorts)
    shares = {"other": OTHER, "own": UNANSWERABLE}
    return np.array(
        [
            (ANSWERABLE if sort[2] else shares[sort[0]]) * (NEAR if sort[1] >= apart else 1.0) / max(FEW, held[sort])
            for sort in sorts
        ]
    )


def fit_ranking(ranked: Sequence[Ranked], start: Floats) -> Floats:
    """The weights under which right sentences stand before others; they are not negative, and shrink to `start`."""

    def loss(weights: Floats) -> float:
        return SHRINK * float(np.square(weights - start).sum()) + sum(one.loss(weights) for one in ranked)

    least = [LEAST.get(name, 0.0) for name in SIGNALS]
    weights: Floats = minimize(loss, start, method="L-BFGS-B", bounds=[(one, None) for one in least]).x
    return weights


def quoted_share(ranked: Sequence[Ranked], weights: Floats) -> float:
    """The share of questions of which a point quotes what it should."""
    return float(np.mean([one.is_quoted(weights) for one in ranked]))


def _log_sum(values: Floats) -> float:
    top = float(values.max())
    return top + float(np.log(np.exp(values - top).sum()))


def is_right(question: Question, sentence: Sentence, text: str) -> bool:
    """Whether `text` of a sentence covers one of the anchors of the question, in a source of its answer."""
    if not question.is_source(sentence.head.source.path):
        return False
    return any(_covers(text, anchor, sentence.item.minutes) for anchor in question.anchors)


@lru_cache(maxsize=200_000)
def _covers(text: str, anchor: str, minutes: str) -> bool:
    return covers(text, anchor, Item(id="", minutes=minutes))


def fit_verdict(judged: Sequence[Judged], apart: int) -> tuple[Floats, float]:
    """The weights of `VERDICT` and the bias, by logistic regression."""
    table = np.array([one.signals for one in judged])
    wanted = np.array([1.0 if one.answerable else -1.0 for one in judged])
    counts = counts_of(judged, apart)

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
    """`quoted_share` of each fold under weights fitted on the others."""
    folds = [ranked[at::FOLDS] for at in range(FOLDS)]
    parts = [
        quoted_share(fold, fit_ranking([one for other in folds if other is not fold for one in other], start))
        for fold in folds
    ]
    return float(np.average(parts, weights=[len(fold) for fold in folds]))


def cross_validated_verdict(judged: Sequence[Judged], apart: int, easy: int) -> dict[str, float]:
    """The share that is refused of each sort of question, by weights and a limit fitted on the other folds."""
    refused: dict[str, list[bool]] = {}
    for at in range(FOLDS):
        others = [one for place, one in enumerate(judged) if place % FOLDS != at]
        weights, bias = fit_verdict(others, apart)
        limit = limit_of(others, weights, bias, easy)
        for one, probability in zip(judged[at::FOLDS], _probabilities(judged[at::FOLDS], weights, bias), strict=True):
            sort = "answerable" if one.answerable else _SORTS[one.asked_of]
            if one.set >= easy and one.asked_of == "own":
                sort = f"{sort}, {'near' if one.set >= apart else 'hard'}"
            refused.setdefault(sort, []).append(bool(probability < limit))
    return {sort: round(float(np.mean(found)), 3) for sort, found in sorted(refused.items())}


def limit_of(judged: Sequence[Judged], weights: Floats, bias: float, easy: int) -> float:
    """The probability below which an answer is refused: `REFUSED` of the answerable of the first `easy` sets are."""
    own = [one for one in judged if one.answerable and one.set < easy]
    return float(np.quantile(_probabilities(own, weights, bias), REFUSED))


_SORTS: dict[AskedOf, str] = {
    "own": "unanswerable",
    "other": "asked of other records",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print, and with `--write` put the weights in use."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="QUESTIONS=RECORDS")
    parser.add_argument("--hard", nargs="*", default=[], metavar="QUESTIONS=RECORDS")
    parser.add_argument("--near", nargs="*", default=[], metavar="QUESTIONS=RECORDS")
    parser.add_argument("--write", action="store_true", help="put the weights in use")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        sets = []
        for number, pair in enumerate([*given.sets, *given.hard, *given.near]):
            questions, _, records = pair.partition("=")
            library = Library.open(Path(folder) / str(number), create=True)
            library.ingest(read_paths([Path(records)]))
            sets.append((read_questions(Path(questions)).questions, Records(library)))
        names = [Path(pair.partition("=")[0]).parent.name for pair in [*given.sets, *given.hard, *given.near]]
        made = fit(sets, names, easy=len(given.sets), apart=len(given.sets) + len(given.hard))
    text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    print(text)  # noqa: T201  the result of the program
    if given.write:
        FITTED.write_text(text, encoding="utf-8")
    return 0


def fit(
    sets: Sequence[tuple[Sequence[Question], Records]], names: Sequence[str], *, easy: int, apart: int
) -> dict[str, object]:
    """The weights and the record of how they came.

    The first `easy` sets rank sentences and set the limit; those from `apart` on are near misses.
    """
    start = fitted().sentence
    ranked = rankings(sets[:easy])
    before, validated = quoted_share(ranked, start), cross_validated_ranking(ranked, start)
    # What is learned has to win where it was not learned; else the weights in use stay.
    weights = fit_ranking(ranked, start) if validated > before else start
    judged = list(judgements(sets, weights, apart))
    verdict, bias = fit_verdict(judged, apart)
    record = {
        "made": date.today().isoformat(),
        "by": "python -m benchmarks.fit_answers",
        "from": f"the questions of {', '.join(names)}: {len(ranked)} for sentences, {len(judged)} for refusals",
        "right quote among the points": {
            "before": round(before, 3),
            "fitted, cross-validated": round(validated, 3),
            "in use": round(quoted_share(ranked, weights), 3),
        },
        "refused by the signals alone, cross-validated": cross_validated_verdict(judged, apart, easy),
    }
    return {
        "record": record,
        "sentence": dict(zip(SIGNALS, np.round(weights, 3).tolist(), strict=True)),
        "verdict": dict(zip(VERDICT, np.round(verdict, 2).tolist(), strict=True)),
        "bias": round(bias, 2),
        "answered_from": round(limit_of(judged, verdict, bias, easy), 3),
    }


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except MinutebookError as error:
        raise SystemExit(str(error)) from None
