"""A question in the minutes and its answer: who asks for what was answered wants the answer, not the question again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.scoring import Scored
from assistant.evidence.sentences import Sentence

# How far behind a question its answer may begin, in sentences.
REACH = 3
# What an answer takes over from the score of its question, and what the question loses.
TAKES, LOSES = 0.97, 0.25

_ASKS = re.compile(
    r"\?[”\"’']?\s*$|\b(?:asked|queried|questioned|enquired|inquired|wished to know|wondered|sought "
    r"(?:clarification|assurance|confirmation)|wanted to know|challenged|put the question)\b",
    re.IGNORECASE,
)
# Who asked is wanted by these questions, not the answer.
_ASKER_WANTED = re.compile(
    r"\b(?:who|which \w+|what|whose)\b.*\b(?:ask\w*|rais\w*|quer\w*|questions?|concerns?|wonder\w*|challeng\w*)\b",
    re.IGNORECASE,
)


def answers_first(question: str, scored: Sequence[Scored]) -> list[Scored]:
    """`scored` with each answer raised to what its question scored, unless `question` asks for the question itself."""
    if _ASKER_WANTED.search(question):
        return list(scored)
    found = list(scored)
    for place, one in enumerate(found):
        if not _asks(one.sentence):
            continue
        reply = _reply(found, place)
        if reply is not None:
            found[reply] = replace(found[reply], score=max(found[reply].score, TAKES * one.score))
            found[place] = replace(one, score=one.score - LOSES)
    return found


def _asks(sentence: Sentence) -> bool:
    return sentence.part == "minutes" and (sentence.kind == "question" or _ASKS.search(sentence.text) is not None)


def _reply(found: Sequence[Scored], place: int) -> int | None:
    """The first sentence behind a question that another voice says, or that answers somebody."""
    asked = found[place].sentence
    for at in range(place + 1, min(place + 1 + REACH, len(found))):
        sentence = found[at].sentence
        if sentence.item is not asked.item or sentence.part != "minutes":
            return None
        if sentence.kind == "answer" or sentence.asker is not None:
            return at
        if sentence.speakers and asked.speakers and sentence.speakers != asked.speakers and not _asks(sentence):
            return at
    return None
