"""Learn what sort of thing a question in everyday words asks for (`assistant/reader/sorting.py`).

    python -m benchmarks.train_kinds --write benchmarks/kinds/*.jsonl --beside benchmarks/reading/questions.jsonl

Each line of a file has a `question` and its `kind`. Questions of `--beside` ask what was said: those that the rules
leave open are learned as what the rules call them, so that everyday words alone make nothing a vote. What is learned is
a logistic regression on the states that the reader has of the question, cross-validated. Half a minute.
"""

import argparse
import json
import random
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from assistant.question.kinds import LEARNED, kind_of
from assistant.reader.reading import load_reader
from assistant.reader.sorting import LEARNED as WRITTEN
from index import IndexSettings

Floats = npt.NDArray[np.float64]
# How far the weights may go, and how many questions of `--beside` are taken.
C, BESIDE = 0.01, 500
FOLDS = 5
# Shares from which on a kind counts as found, for the report.
SURE = 0.5


def labelled(path: Path) -> list[tuple[str, str]]:
    """Questions with their kinds."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [(line["question"], line["kind"]) for line in lines]


def beside(paths: Sequence[Path], seed: int) -> list[tuple[str, str]]:
    """Questions after what was said, and who said it, with the kind that the rules give them."""
    lines = [json.loads(line)["question"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    found = [(question, kind) for question in lines if (kind := kind_of(question)) in ("said", "who")]
    random.Random(seed).shuffle(found)
    return found[:BESIDE]


class Learned:
    """Weights and bias of each kind, for the states as they come."""

    def __init__(self, states: Floats, kinds: Sequence[str]) -> None:
        scaled = StandardScaler().fit(states)
        model = LogisticRegression(C=C, max_iter=2000).fit(scaled.transform(states), kinds)
        self.names = [str(name) for name in model.classes_]
        self.weights: Floats = model.coef_ / scaled.scale_
        self.bias: Floats = model.intercept_ - self.weights @ scaled.mean_

    def tensors(self) -> dict[str, Floats]:
        """What is written."""
        return {"weights": self.weights, "bias": self.bias}

    def sure(self, states: Floats) -> list[tuple[str, float]]:
        """The likeliest kind of each, with its probability."""
        odds = states @ self.weights.T + self.bias
        shares = np.exp(odds - odds.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return [(self.names[at], float(row[at])) for row, at in zip(shares, shares.argmax(axis=1), strict=True)]


def main() -> None:
    """Cross-validate over the files, and with `--write` put what was learned from all in use."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--beside", nargs="*", default=[], type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put what was learned in use")
    given = parser.parse_args()
    reader = load_reader(IndexSettings().cache)
    asked, others = [one for path in given.files for one in labelled(path)], beside(given.beside, given.seed)
    random.Random(given.seed).shuffle(asked)
    states = np.stack([reader.states(question) for question, _ in [*asked, *others]])
    kinds = [kind for _, kind in [*asked, *others]]
    fold = np.array([at % FOLDS for at in range(len(asked))] + [FOLDS] * len(others))
    found: dict[int, tuple[str, float]] = {}
    for number in range(FOLDS):
        rest, held = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
        learned = Learned(states[rest], [kinds[place] for place in rest])
        found |= dict(zip(held.tolist(), learned.sure(states[held]), strict=True))
    _report(asked, [found[at] for at in range(len(asked))])
    if given.write:
        learned = Learned(states, kinds)
        save_file(
            {name: np.ascontiguousarray(one, dtype=np.float32) for name, one in learned.tensors().items()},
            WRITTEN,
            metadata={
                "kinds": " ".join(learned.names),
                "made": date.today().isoformat(),
                "by": "python -m benchmarks.train_kinds",
                "questions": str(len(kinds)),
            },
        )


def _report(questions: Sequence[tuple[str, str]], found: Sequence[tuple[str, float]]) -> None:
    """How often rules and the learned are right, and how often a kind that may be found is found rightly."""
    rules = np.mean([kind_of(question) == kind for question, kind in questions])
    right = np.mean([kind == likely for (_, kind), (likely, _) in zip(questions, found, strict=True)])
    sys.stdout.write(f"{len(questions)} questions, right by rules {rules:.3f}, by what was learned {right:.3f}\n")
    for kind in LEARNED:
        sure = [
            asked
            for (_, asked), (likely, share) in zip(questions, found, strict=True)
            if likely == kind and share > SURE
        ]
        wanted = sum(asked == kind for _, asked in questions)
        hits = sum(asked == kind for asked in sure)
        sys.stdout.write(f"  {kind}: found {hits} of {wanted}, {len(sure) - hits} wrongly\n")


if __name__ == "__main__":
    main()
