"""How much of the subject of a question each sentence holds: by itself, with what stands around it, in its item."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.evidence.sentences import Sentence
from assistant.question.model import Question
from assistant.words import stems

Floats = npt.NDArray[np.float64]
# What a word carried over from the conversation counts, and one of the reply before the question.
CARRIED, REPLIED = 0.7, 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """The weighted share of the subject, from 0 to 1, one value a sentence.

    `alone` counts its own words, `around` also those beside it in the item and of the title, `of_item` all of the item.
    """

    alone: Floats
    around: Floats
    of_item: Floats


def coverage_of(question: Question, sentences: Sequence[Sentence], item_of: npt.NDArray[np.int64]) -> Coverage:
    """The coverage of the subject by `sentences`, at least one; `item_of` tells which item each stands in."""
    held = [frozenset(stems(sentence.text)) for sentence in sentences]
    topic = _weighted_topic(question, held)
    weights = np.array(list(topic.values()))
    alone = np.array([[word in words for word in topic] for words in held], dtype=bool)
    _, first, item_at = np.unique(item_of, return_index=True, return_inverse=True)
    titles = [frozenset(stems(sentences[place].item.title or "")) for place in first]
    titled = np.array([[word in words for word in topic] for words in titles], dtype=bool)
    around = alone | titled[item_at]
    same = item_of[1:] == item_of[:-1]
    around[1:][same] |= alone[:-1][same]
    around[:-1][same] |= alone[1:][same]
    of_item = np.logical_or.reduceat(alone, first, axis=0) | titled
    return Coverage(_share(alone, weights), _share(around, weights), _share(of_item, weights)[item_at])


def _share(holds: npt.NDArray[np.bool_], weights: Floats) -> Floats:
    total = float(weights.sum())
    if not total:
        return np.zeros(len(holds))
    shares: Floats = holds @ weights / total
    return shares


def _weighted_topic(question: Question, held: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """The stems of the subject with their rarity among the sentences found.

    Carried words count by how much the question leans on the conversation.
    """

    def count(word: str) -> int:
        return sum(word in words for words in held)

    def rarity(word: str) -> float:
        return math.log(1 + len(held) / (count(word) + 0.5))

    carried = {word for one in question.carried for word in stems(one)}
    topic = {word: REPLIED * rarity(word) for one in question.replied for word in stems(one) if count(word)}
    for one in question.topic:
        parts = stems(one)
        # A compound ("co-sleeping") is one word of the subject, whole or in parts.
        for word in parts:
            topic[word] = rarity(word) * (CARRIED if word in carried else 1.0) / len(parts)
    return topic
