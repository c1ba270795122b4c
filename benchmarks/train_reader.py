"""Train the model that reads a question and a sentence together (`assistant/reader`).

    python -m benchmarks.train_reader --write --further 0.5 \
        benchmarks/reading/questions.jsonl=samples/records,tests/ingest/attribution/bodies,benchmarks/reading/records \
        benchmarks/reading/questions-bodies.jsonl=tests/ingest/attribution/bodies \
        samples/questions-aside.jsonl=samples/records \
        $(for set in benchmarks/reading/*/*.jsonl benchmarks/near-misses/*/*.jsonl; do \
            echo $set=$(dirname $set)/records; done) \
        --check samples/questions.jsonl=samples/records

Each question is asked of the records; the sentences that an answer would be chosen from are read with it. The right
ones are to score above the others and above nought, and where no sentence is right, all below: a softmax over them
and "none of them". Only low-rank corrections of the packaged model are learned (Hu et al., LoRA, 2021,
arXiv:2106.09685). An hour on 2 cores with bfloat16, with nothing else running. With `--further`, the corrections in use
are where learning begins, and so much of what they learn more is put in use.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from assistant.evidence.fitted import fitted
from assistant.evidence.points import weighed_for
from assistant.evidence.pool import search
from assistant.evidence.scoring import as_read, scored_by, signals_of
from assistant.reader.network import CORRECTED, CORRECTIONS, STRENGTH, Network, learned
from assistant.reader.reading import LONGEST
from benchmarks.fit_answers import OTHER_WAYS, Records, is_right
from eval.question_sets import read_questions
from index import Library
from index.export import default_model
from ingest import read_paths

RANK = 16
EPOCHS, RATE, AT_ONCE = 3, 8e-4, 8
# Where learning goes on from the corrections in use, and the rank to which they and what came to them are narrowed.
EPOCHS_FURTHER, RATE_FURTHER, KEPT = 2, 4e-4, 40
# Sentences read with each question: the best others at least, and so many in all; they are drawn from the best `DRAWN`.
HARD, READ, DRAWN = 4, 8, 30
# What the place among the sentences alone counts beside the place among them and "none".
RANKED = 0.3
# Sentences that are read when a set is checked.
CHECKED = 16


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question with the sentences that an answer is chosen from, best first, and which of them are right."""

    question: str
    sentences: Sequence[str]
    right: Sequence[bool]
    answerable: bool


class Corrected(nn.Module):
    """A matrix of the packaged model, which stays as it is, with a narrow correction that is learned."""

    def __init__(self, matrix: nn.Linear) -> None:
        super().__init__()
        self.matrix = matrix
        self.narrow = nn.Parameter(torch.randn(RANK, matrix.in_features) / matrix.in_features**0.5)
        self.wide = nn.Parameter(torch.zeros(matrix.out_features, RANK))

    def forward(self, states: Tensor) -> Tensor:
        """What the matrix makes of `states`, corrected."""
        found: Tensor = self.matrix(states) + STRENGTH * ((states @ self.narrow.T) @ self.wide.T)
        return found


def correctable(network: Network) -> Network:
    """`network`, of which only corrections, and what compares the two texts, can be learned from now on."""
    network.encoder.requires_grad_(False)
    for layer in network.encoder.encoder.layer:
        for name in CORRECTED:
            inside, _, last = name.rpartition(".")
            held = layer.get_submodule(inside)
            setattr(held, last, Corrected(getattr(held, last)))
        # To draw for each pair of words what is dropped takes a quarter of the time, on a processor.
        layer.attention.self.dropout = nn.Dropout(0.0)
    return network


def corrections(network: Network) -> dict[str, Tensor]:
    """What was learned, by the names that `assistant.reader.network.learned` looks for."""
    names = [name for name, one in network.named_parameters() if one.requires_grad]
    held = dict(network.named_parameters())
    return {name: held[name].detach().half().contiguous() for name in names}


def gone_further(in_use: dict[str, Tensor], more: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """The corrections in use with a `share` of what was learned on top of them: "model soups" (Wortsman et al., 2022,
    arXiv:2203.05482).

    The sum of two products of narrow matrices is narrowed to `KEPT` again, by its singular values.
    """
    made: dict[str, Tensor] = {}
    for name, held in in_use.items():
        if name.endswith(".wide"):
            narrow = name.replace(".wide", ".narrow")
            whole = held.float() @ in_use[narrow].float() + share * (more[name].float() @ more[narrow].float())
            left, weights, right = torch.linalg.svd(whole, full_matrices=False)
            root = weights[:KEPT].sqrt()
            made[name], made[narrow] = left[:, :KEPT] * root, root[:, None] * right[:KEPT]
        elif not name.endswith(".narrow"):
            made[name] = (1 - share) * held.float() + share * more[name].float()
    return {name: one.half().contiguous() for name, one in made.items()}


def asked_of(pair: str) -> list[Asked]:
    """Each question of a set ("QUESTIONS=RECORDS,RECORDS") with what it finds in the records."""
    questions, _, records = pair.partition("=")
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder), create=True)
        library.ingest(read_paths([Path(one) for one in records.split(",")]))
        held = Records(library)
        return [
            one for question in read_questions(Path(questions)).questions if (one := _asked(question, held)) is not None
        ]


def _asked(question: Any, records: Records) -> Asked | None:
    understood = records.understood(question)
    if understood.kind in OTHER_WAYS:
        return None
    found = search(records.library, understood, understood.filters)
    signals = signals_of(understood, found, records.models)
    scored = [weighed_for(understood, one) for one in scored_by(signals, fitted().sentence)]
    best = sorted(scored, key=lambda one: -one.score)
    right = [bool(question.anchors) and is_right(question, one.sentence, one.sentence.text) for one in best]
    if not best or (question.answerable and not any(right)):
        return None
    texts = [as_read(one.sentence) for one in best]
    return Asked(understood.in_context, texts, right, question.answerable)


def _drawn(asked: Asked, chance: random.Random) -> list[tuple[str, bool]]:
    """The right sentences, the hardest others, and some of those behind them."""
    pairs = list(zip(asked.sentences, asked.right, strict=True))
    right, others = [one for one in pairs if one[1]][:3], [one for one in pairs if not one[1]][:DRAWN]
    behind = others[HARD:]
    chance.shuffle(behind)
    return [*right, *others[:HARD], *behind[: max(0, READ - len(right) - HARD)]]


class Pairs:
    """Texts of pairs as tensors."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.enable_padding()

    def __call__(self, question: str, sentences: Sequence[str]) -> list[tuple[str, str]]:
        """Each sentence with the question."""
        return [(question, sentence) for sentence in sentences]

    def tensors(self, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor]:
        """Token ids, types and mask."""
        tokens = self._tokenizer.encode_batch(list(pairs))
        return (
            torch.tensor([one.ids for one in tokens]),
            torch.tensor([one.type_ids for one in tokens]),
            torch.tensor([one.attention_mask for one in tokens]),
        )


def _loss(odds: Tensor, right: Sequence[bool]) -> Tensor:
    none = torch.zeros(1)
    good = odds[torch.tensor(right, dtype=torch.bool)]
    loss = torch.logsumexp(torch.cat([none, odds]), 0) - torch.logsumexp(good if len(good) else none, 0)
    if len(good):
        loss = loss + RANKED * (torch.logsumexp(odds, 0) - torch.logsumexp(good, 0))
    return loss


def train(
    network: Network, pairs: Pairs, sets: Sequence[Asked], seed: int, epochs: int = EPOCHS, rate: float = RATE
) -> Iterator[float]:
    """Train in place; yields the mean loss of each epoch."""
    chance = random.Random(seed)
    learned = [one for one in network.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=rate, weight_decay=0.01)
    steps = epochs * -(-len(sets) // AT_ONCE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.05, 1 - step / steps)
    )
    for _ in range(epochs):
        network.train()
        order, total = chance.sample(sets, len(sets)), 0.0
        for start in range(0, len(order), AT_ONCE):
            drawn = [(one.question, _drawn(one, chance)) for one in order[start : start + AT_ONCE]]
            together = [pair for question, found in drawn for pair in pairs(question, [text for text, _ in found])]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                odds = network(*pairs.tensors(together))[0].float()
            parts = odds.split([len(found) for _, found in drawn])
            losses = [_loss(part, [right for _, right in found]) for part, (_, found) in zip(parts, drawn, strict=True)]
            loss = torch.stack(losses).mean()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(drawn)
        yield total / len(sets)


def checked(network: Network, pairs: Pairs, sets: Sequence[Asked]) -> dict[str, float]:
    """How often the first, or one of the first three, is right, and how well answerable questions are told by it."""
    network.eval()
    firsts, threes = [], []
    best: dict[bool, list[float]] = {True: [], False: []}
    with torch.no_grad():
        for one in sets:
            read = one.sentences[:CHECKED]
            if not read:
                continue
            odds = network(*pairs.tensors(pairs(one.question, read)))[0].numpy()
            best[one.answerable].append(float(odds.max()))
            if one.answerable:
                order = np.argsort(-odds, kind="stable").tolist()
                firsts.append(one.right[order[0]])
                threes.append(any(one.right[place] for place in order[:3]))
    found = {"first": float(np.mean(firsts)), "first three": float(np.mean(threes))}
    if best[False]:
        above = np.array(best[True])[:, None] > np.array(best[False])[None]
        found["answerable above unanswerable"] = float(above.mean())
    return {name: round(value, 3) for name, value in found.items()}


def main() -> None:
    """Train, check after each epoch, and with `--write` put the corrections in use."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="QUESTIONS=RECORDS[,RECORDS]")
    parser.add_argument("--check", nargs="*", default=[], metavar="QUESTIONS=RECORDS[,RECORDS]")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the corrections in use")
    parser.add_argument(
        "--further", type=float, metavar="SHARE", help="learn on from the corrections in use, and add this share of it"
    )
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    sets = [one for pair in given.sets for one in asked_of(pair)]
    checks = {pair.partition("=")[0]: asked_of(pair) for pair in given.check}
    folder, _ = default_model()
    network = correctable(Network(folder) if given.further is None else learned(folder))
    pairs = Pairs(folder)
    sys.stdout.write(f"{len(sets)} questions, {sum(one.answerable for one in sets)} with an answer\n")
    started = time.perf_counter()
    pace = (EPOCHS, RATE) if given.further is None else (EPOCHS_FURTHER, RATE_FURTHER)
    for epoch, loss in enumerate(train(network, pairs, sets, given.seed, *pace), start=1):
        found = {name: checked(network, pairs, of_one) for name, of_one in checks.items()}
        sys.stdout.write(f"epoch {epoch}, {time.perf_counter() - started:.0f} s: loss {loss:.3f} {found}\n")
        sys.stdout.flush()
    if given.write:
        made = {
            "made": date.today().isoformat(),
            "by": "python -m benchmarks.train_reader",
            "questions": str(len(sets)),
        }
        found = corrections(network)
        if given.further is not None:
            found = gone_further(load_file(CORRECTIONS), found, given.further)
        save_file(found, CORRECTIONS, metadata=made)


if __name__ == "__main__":
    main()
