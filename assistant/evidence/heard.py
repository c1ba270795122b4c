"""Whose words are wanted: of the one asked for, or of the others where he is the one spoken to."""

import re
from collections.abc import Sequence

from assistant.evidence.scoring import Scored
from assistant.question.model import Question
from assistant.question.voices import Voice, people_named

# What share of the best score those of a firm must reach, to be of the one asked for.
FITS = 0.75


def heard(voice: Voice, scored: Sequence[Scored]) -> list[Scored]:
    """Those that the one asked for said. A post in everyday words that fits nobody narrows nothing."""
    said = [one for one in scored if any(voice.is_printed(speaker) for speaker in one.sentence.speakers)]
    said = said or [one for one in scored if any(voice.is_heard(speaker) for speaker in one.sentence.speakers)]
    if voice.is_firm and _best(said) < FITS * _best(scored):
        return list(scored)  # those heard are of another firm
    if said or voice.named or voice.printed_post:
        return said
    return list(scored)


def _best(scored: Sequence[Scored]) -> float:
    return max((one.score for one in scored), default=0.0)


def by_others(question: Question, scored: Sequence[Scored]) -> list[Scored]:
    """Those that whom the question asks to have been told, or opposed, did not say himself; all where none is."""
    answered = _hearers(question)
    kept = [
        one
        for one in scored
        if not any(voice.is_heard(speaker) for voice in answered for speaker in one.sentence.speakers)
    ]
    return kept or list(scored)


def _hearers(question: Question) -> list[Voice]:
    """The people in `question` to whom others speak."""
    return [one for one in people_named(question.standalone) if _towards(one.typed).search(question.standalone)]


def _towards(typed: str) -> re.Pattern[str]:
    """What others do to somebody: "Who disagreed with Mr Grey?", "What was Mr Grey told?"."""
    return re.compile(
        rf"\b(?:was|were|is) (?:the )?{re.escape(typed)} (?:then |later )?"
        r"(?:told|assured|promised|informed|advised|answered|warned|reassured|given)\b|"
        r"\bwhat (?:answer|reply|response|assurance|promise|explanation) (?:did|was) (?:the )?"
        rf"{re.escape(typed)} (?:get|got|receive|given|have)\b|"
        rf"\b(?:(?:dis)?agree\w*|argu\w+|sid\w+|differ\w*|oppos\w+|challeng\w+|contradict\w*|criticis\w+|support\w*|"
        rf"answer\w*|repl\w+|respon\w+|react\w*) (?:with |to |against )?(?:the )?{re.escape(typed)}(?!['’]s)",
        re.IGNORECASE,
    )
