"""How well each sentence answers a question: words and vectors of the sentence, of its neighbours, of its item."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.evidence.coverage import coverage_of
from assistant.evidence.fitted import SIGNALS, fitted
from assistant.evidence.following import following
from assistant.evidence.models import Models
from assistant.evidence.names import lacking, names_in
from assistant.evidence.pool import Found
from assistant.evidence.sentences import VOTING, Sentence, sentences_of
from assistant.evidence.wanted import wanted_by
from assistant.question.kind_rules import Kind
from assistant.question.model import WEAK, Question
from assistant.reader import Reader

Floats = npt.NDArray[np.float64]
_CLAUSES = re.compile(r",? and (?=(?:how|what|which|did|was|were|who|whose|by)\b)", re.IGNORECASE)
# The signals that a verdict looks at, in the order of the fields of `Scored`.
KEPT = ("coverage", "around", "item_coverage", "item_score", "read")
# Sentences that are read with the question, and sentences looked at for what is wanted, best by words, hits and the
# vectors of their passages first: what keeps an answer fast.
READ, LOOKED_AT = 16, 80
# Fewer where a question is read with the reply before it, for they are longer: of 253 follow-ups as many are answered.
READ_LEANING = 12
# What the vector of its passage counts for a sentence to be read: of two councils' hard questions, a right sentence is
# among the 16 for 0.84 and 0.82 with it, 0.79 and 0.77 without. Once they are read, it tells nothing more.
NEARNESS = 0.75
# Where a vote is asked for, what tells of motions and votes is read first.
OF_A_VOTE = 0.5
# Log-odds beyond which a sentence is as good, or as bad, as it can be.
SURE = 8.0
# Kinds of question to which any sentence on the subject belongs: to read them tells nothing, and each counts as unsure.
UNREAD: frozenset[Kind] = frozenset({"when", "how_often", "count", "list", "overview", "outstanding"})
UNSURE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """A sentence with its score, and the signals that a verdict on the whole answer looks at.

    `near` is the cosine of the question and the passage that the sentence is of; 0 where it is not known.
    """

    sentence: Sentence
    score: float
    near: float
    coverage: float
    around: float
    item_coverage: float
    item_score: float
    read: float


@dataclass(frozen=True, slots=True, eq=False)
class Signals:
    """The sentences of the items found, in order, and what speaks for each: one row a sentence, one column a signal.

    `near` is as in `Scored`.
    """

    sentences: Sequence[Sentence]
    table: Floats
    near: Floats

    def column(self, name: str) -> Floats:
        """One signal of all sentences."""
        found: Floats = self.table[:, SIGNALS.index(name)]
        return found


def score(question: Question, found: Sequence[Found], models: Models) -> list[Scored]:
    """All sentences of the items found, with scores, in the order of items and sentences."""
    return scored_by(signals_of(question, found, models), fitted().sentence)


def scored_by(signals: Signals, weights: Floats) -> list[Scored]:
    """The sentences with what `weights` make of their signals."""
    if not signals.sentences:
        return []
    columns = [signals.column(name).tolist() for name in KEPT]
    return [
        Scored(sentence, total, *rest)
        for sentence, total, *rest in zip(
            signals.sentences, (signals.table @ weights).tolist(), signals.near.tolist(), *columns, strict=True
        )
    ]


def signals_of(question: Question, found: Sequence[Found], models: Models) -> Signals:
    """What speaks for each sentence of the items found."""
    by_item = [sentences_of(one.head, one.item) for one in found]
    sentences = [sentence for of_one in by_item for sentence in of_one]
    if not sentences:
        return Signals((), np.zeros((0, len(SIGNALS))), np.zeros(0))
    item_of = np.repeat(np.arange(len(found)), [len(of_one) for of_one in by_item])
    covered = coverage_of(question, sentences, item_of)
    hit = np.array([_hit_score(found[int(at)], sentence) for at, sentence in zip(item_of, sentences, strict=True)])
    best = np.array([one.score for one in found])[item_of]
    near = np.array([_nearness(found[int(at)], sentence) for at, sentence in zip(item_of, sentences, strict=True)])
    known = {
        "passage": hit,
        "around": covered.around,
        "item_score": best,
        "coverage": covered.alone,
        "following": following(question, sentences),
    }
    weights = dict(zip(SIGNALS, fitted().sentence.tolist(), strict=True))
    rough = np.sum([weights[name] * values for name, values in known.items()], axis=0) + NEARNESS * near
    known |= {
        "item_coverage": covered.of_item,
        "wanted": _wanted(question, sentences, rough),
        "names": _named(question, found)[item_of],
        "read": _read(question, sentences, rough, models.reader),
    }
    table = np.stack([known[name] for name in SIGNALS], axis=1)
    return Signals(sentences, table, near)


def _named(question: Question, found: Sequence[Found]) -> Floats:
    """Of each item, the share of the names in the question that it holds; nought where none is named."""
    names = names_in(question)
    if not names:
        return np.zeros(len(found))
    return np.array([1 - len(lacking(names, one.head, one.item)) / len(names) for one in found])


def _read(question: Question, sentences: Sequence[Sentence], rough: Floats, reader: Reader) -> Floats:
    """How surely each sentence answers the question to one who reads both, from 0 to 1; 0 for those not read."""
    if question.kind in UNREAD or question.whole_history:
        return np.full(len(sentences), UNSURE)
    asked = question.in_context
    if question.kind == "vote":
        asked, rough = without_count(question), rough + OF_A_VOTE * np.array([_of_a_vote(one) for one in sentences])
    most = READ_LEANING if question.lean > WEAK else READ
    places = np.sort(np.argsort(-rough, kind="stable")[:most])
    odds = reader.read(asked, [as_read(sentences[place]) for place in places.tolist()])
    found = np.zeros(len(sentences))
    found[places] = (np.clip(odds, -SURE, SURE) + SURE) / (2 * SURE)
    return found


def without_count(question: Question) -> str:
    """A question about a vote without the clause that asks only for mover or count: any vote would answer that.

    "Who got the lower rate through, and was it close?" is read as "Who got the lower rate through?".
    """
    clauses = _CLAUSES.split(question.standalone.rstrip(" ?"))
    about = [clause for clause in clauses if any(word in clause for word in question.topic)]
    return f"{', and '.join(about)}?" if about else question.standalone


def as_read(sentence: Sentence) -> str:
    """A sentence as it is read: behind the title of its item, which says what it is about, and its voice."""
    first = sentence.speakers[0].as_printed.split(",")[0] if sentence.speakers else ""
    voices = ", ".join(speaker.as_printed for speaker in sentence.speakers)
    unsaid = f" ({voices})" if first not in sentence.text else ""
    return f"{sentence.item.title or ''}{unsaid}: {sentence.text}"


def _wanted(question: Question, sentences: Sequence[Sentence], rough: Floats) -> Floats:
    """How much of what sort of answer is wanted each sentence holds; 0 for those not looked at."""
    wanted = wanted_by(question.raw)
    shares = np.zeros(len(sentences))
    for place in np.argsort(-rough, kind="stable")[:LOOKED_AT].tolist():
        shares[place] = wanted.share_in(sentences[place])
    return shares


def _hit_score(one: Found, sentence: Sentence) -> float:
    """The score of the passage that holds the sentence; half of the item's weakest hit where it was not hit."""
    for text, score_ in one.passages.items():
        if sentence.text in text:
            return score_
    return 0.5 * min(one.passages.values(), default=0.0)


def _of_a_vote(sentence: Sentence) -> bool:
    return sentence.decision is not None or VOTING.search(sentence.text) is not None


def _nearness(one: Found, sentence: Sentence) -> float:
    """The cosine of the question and the passage that the sentence is of; 0 where it is not known."""
    return float(one.near[sentence.voice]) if sentence.voice < len(one.near) else 0.0
