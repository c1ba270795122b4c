"""What follows in the minutes on what the reply before a question told: "What was she promised?" is answered there.

Minutes tell in order: of 90 questions that lean on a reply, over ten councils, 55 are answered within three sentences
behind the one that the reply told of.
"""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assistant.evidence.sentences import Sentence
from assistant.question.model import WEAK, Question
from assistant.words import stems

Floats = npt.NDArray[np.float64]
# How much of a sentence and of the reply must be the same words (the cosine of both as sets), for one to tell of the
# other.
SAME = 0.4
# What a sentence counts so many places behind the one told.
BEHIND = (1.0, 1.0, 0.7, 0.4)


def following(question: Question, sentences: Sequence[Sentence]) -> Floats:
    """How closely each of `sentences`, in order, follows on what the reply told, from 0 to 1."""
    found = np.zeros(len(sentences))
    if question.lean < WEAK or not question.reply:
        return found
    for told in _told(question.reply, sentences):
        for step, share in enumerate(BEHIND, start=1):
            at = told + step
            if at < len(sentences) and sentences[at].item is sentences[told].item:
                found[at] = max(found[at], share)
    return found


def _told(reply: str, sentences: Sequence[Sentence]) -> list[int]:
    """The places of the sentences that `reply` quotes, else of the one that it most likely tells of."""
    quoted = [at for at, one in enumerate(sentences) if one.text in reply]
    if quoted or not sentences:
        return quoted
    said = frozenset(stems(reply))
    same = [_sameness(said, frozenset(stems(one.text))) for one in sentences]
    best = int(np.argmax(same))
    return [best] if same[best] >= SAME else []


def _sameness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0
