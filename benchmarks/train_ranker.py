"""Fits the ranker of `index/ranker.json`, and says by cross-validation over meetings what it is worth.

    python -m benchmarks.train_ranker QMSUM_FOLDER --library LIBRARY [--write]

`QMSUM_FOLDER` holds `train.jsonl` and `val.jsonl` of QMSum's committee meetings (Zhong et al., 2021); LIBRARY is made
of them where it is not there. The ranker is one hidden layer over the features, fitted so that the passages that answer
a question get all of the softmax over its candidates: each of them its share (as ListNet has it), and any one of
them, which is what success at five counts.
"""

import argparse
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import numpy as np
import torch

from benchmarks.qmsum_library import Bench, bench, measured
from index.encoder import Vectors
from index.evidence import evidence
from index.features import NAMES, Near, features
from index.query import searched_words
from index.ranker import LIMIT, WEIGHTS, Ranker

# On a shared machine several threads mostly wait for each other.
torch.set_num_threads(1)

SEED, TIMES, FOLDS = 1, 3, 6
HIDDEN, DROPPED, EPOCHS, TOGETHER, RATE, DECAY = 16, 0.2, 25, 8, 3e-3, 1e-2
# The share of the loss that asks for any one right passage; the rest asks for all of them.
ANY = 0.4


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a question's candidates, and for each whether it answers the question."""

    meeting: str
    features: Vectors
    right: Vectors


def examples(library: Bench) -> list[Example]:
    """One example a question."""
    found = []
    for number, question in enumerate(library.questions):
        candidates = library.found(number)
        words, vector = searched_words(question.text), library.vectors[number]
        known = evidence(candidates, words, vector, library.words, library.matrix)
        right = np.isin(candidates, library.right[number]).astype(np.float32)
        found.append(Example(question.meeting_id, features(known, Near(known)), right))
    return found


def fitted(training: Sequence[Example]) -> Ranker:
    """Rankers from several seeds side by side in one, which gives the mean of their scores."""
    each = [_fitted(training, SEED + number) for number in range(TIMES)]
    hidden, bias, out = (
        np.concatenate([getattr(one, name) for one in each], axis=-1) for name in ("hidden", "hidden_bias", "out")
    )
    return Ranker(each[0].middle, each[0].spread, hidden, bias, out / TIMES)


def _fitted(training: Sequence[Example], seed: int) -> Ranker:
    """A ranker fitted to the examples of which a candidate answers the question."""
    torch.manual_seed(seed)
    shuffled = random.Random(seed)
    stacked = np.concatenate([example.features for example in training])
    middle, spread = stacked.mean(axis=0), stacked.std(axis=0) + 1e-6
    ready = [
        (torch.tensor((one.features - middle) / spread).clamp(-LIMIT, LIMIT), torch.tensor(one.right))
        for one in training
        if one.right.any()
    ]
    hidden, out = torch.nn.Linear(len(NAMES), HIDDEN), torch.nn.Linear(HIDDEN, 1, bias=False)
    model = torch.nn.Sequential(hidden, torch.nn.ReLU(), torch.nn.Dropout(DROPPED), out)
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(ready) // TOGETHER)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        shuffled.shuffle(ready)
        for start in range(0, len(ready), TOGETHER):
            losses = [_loss(model(rows).squeeze(1), right) for rows, right in ready[start : start + TOGETHER]]
            optimiser.zero_grad()
            torch.stack(losses).mean().backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
    arrays = (hidden.weight.T, hidden.bias, out.weight[0])
    return Ranker(middle, spread, *(array.detach().numpy().astype(np.float32) for array in arrays))


def _loss(scores: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    shares = torch.log_softmax(scores, dim=0)
    every = -(right / right.sum() * shares).sum()
    return (1 - ANY) * every - ANY * torch.logsumexp(shares[right > 0], dim=0)


def cross_validated(library: Bench, told: Sequence[Example]) -> tuple[float, float]:
    """nDCG@10 and success@5, each question ranked by a ranker that was fitted without its meeting."""
    meetings = sorted({example.meeting for example in told})
    random.Random(SEED).shuffle(meetings)
    ranked: list[list[int]] = [[] for _ in told]
    for fold in range(FOLDS):
        held = set(meetings[fold::FOLDS])
        by = fitted([example for example in told if example.meeting not in held])
        for number, example in enumerate(told):
            if example.meeting in held:
                ranked[number] = [passage for passage, _ in library.ranked(number, by)]
    return measured(ranked, library.right)


def write(by: Ranker, scores: tuple[float, float], questions: int) -> None:
    """Write the weights with the record of their making."""
    record = {
        "made": date.today().isoformat(),
        "by": "python -m benchmarks.train_ranker",
        "from": f"QMSum, committee meetings, train and val: {questions} questions",
        "seed": SEED,
        "cross-validated over meetings": {"nDCG@10": round(scores[0], 4), "success@5": round(scores[1], 4)},
    }
    weights = {name: np.round(values, 5).tolist() for name, values in asdict(by).items()}
    WEIGHTS.write_text(json.dumps({"record": record, "features": NAMES, **weights}) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, say what it is worth, and write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("qmsum", type=Path)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    library = bench(asked.qmsum, asked.library)
    told = examples(library)
    scores = cross_validated(library, told)
    sys.stdout.write(f"cross-validated: nDCG@10 {scores[0]:.3f}, success@5 {scores[1]:.3f}\n")
    if asked.write:
        write(fitted(told), scores, len(told))


if __name__ == "__main__":
    main()
