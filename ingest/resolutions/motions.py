"""Motions that the narrative tells of before their fate: who moved them, who seconded, and which decision ends them.

"Councillor Hale moved an amendment to …", "Seconding this, Councillor Dunn remarked …", and four paragraphs on "The
amendment was declared LOST": an amendment is ended by what became of the amendment, a motion to defer by what became of
that, and what is RESOLVED in the end ends the motion that is left.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.records import Outcome
from ingest.resolutions.movers import namings
from ingest.resolutions.persons import PERSON

Sort = Literal["amendment", "deferral", "motion"]

_AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
_DEFERRAL = re.compile(r"\b(?:to\s+defer|deferred|deferral|deferment|adjourn\w*|site\s+visit)\b", re.IGNORECASE)
_FELL = re.compile(
    r"\b(?:no\s+seconder|not\s+seconded|(?:proposal|motion|amendment)\s+(?:then\s+)?(?:fell|failed)|withdrew|withdrawn)\b",
    re.IGNORECASE,
)
_FORMAL = re.compile(r"\b(?:moved|moves|motion|moving)\b", re.IGNORECASE)
_MEMBER = re.compile(
    r"^(?:the\s+)?(?:councillor|cllr|alderman|alderwoman|bailie|deputy|member|vice|chair|chairman|chairwoman|chairperson|leader|mayor|lord\s+mayor|convener|governor)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"^(?P<who>{PERSON}),?\s+[a-z]")
_PRONOUN = re.compile(r"^(?:He|She)(?=\s+(?:\w+\s+){0,3}?(?:moved|proposed|seconded)\b)")
_WORD = re.compile(r"[a-z]{4,}|\d+", re.IGNORECASE)
_COMMON_WORDS = (
    "that this with from into upon which would should could their there been have councillor proposed moved seconded "
    "motion committee members resolved"
)
_LEAST_SHARED = 0.3


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion that the narrative tells of, with its mover and seconder as printed."""

    sort: Sort
    mover: str | None
    seconder: str | None
    formal: bool
    words: frozenset[str]


def motions_told(sentences: Sequence[str], before: Sequence[Motion] = ()) -> tuple[Motion, ...]:
    """The motions that are open after `sentences`, in order; `before` are those that were open before them."""
    motions = list(before)
    subject: str | None = None
    for sentence in sentences:
        if subject and _PRONOUN.match(sentence):
            sentence = _PRONOUN.sub(subject, sentence)
        else:
            subject = found["who"] if (found := _SUBJECT.match(sentence)) else None
        _hear(motions, sentence)
    return tuple(motions)


def _hear(motions: list[Motion], sentence: str) -> None:
    named = {naming.part: naming.person for naming in reversed(namings(sentence))}
    sort = _sort(sentence)
    if "mover" in named:
        formal = _FORMAL.search(sentence) is not None
        motions.append(
            Motion(sort, named["mover"], named.get("seconder"), formal or "seconder" in named, _words(sentence))
        )
    elif "seconder" in named:
        open_one = next((at for at in reversed(range(len(motions))) if _may_second(motions[at], sort, sentence)), None)
        if open_one is not None:
            motions[open_one] = replace(motions[open_one], seconder=named["seconder"], formal=True)
        else:
            motions.append(Motion(sort, None, named["seconder"], True, _words(sentence)))
    if (
        _FELL.search(sentence)
        and motions
        and ("mover" in named or re.match(r"(?i)the\s+(?:motion|proposal|amendment)|there\s+(?:was|being)", sentence))
    ):
        motions.pop()


def _may_second(motion: Motion, sort: Sort, sentence: str) -> bool:
    """Whether a seconder named without a mover may belong to `motion`: "the amendment" is no other motion's."""
    if motion.seconder is not None:
        return False
    return sort != "amendment" or motion.sort == "amendment" if _AMENDMENT.search(sentence) else True


def ended_by(motions: Sequence[Motion], words: str, outcome: Outcome) -> Motion | None:
    """Which of the open `motions` the decision `words` ends, if it is plain."""
    fitting = [motion for motion in motions if _fits(motion, words, outcome)]
    return fitting[-1] if fitting else None


def _fits(motion: Motion, words: str, outcome: Outcome) -> bool:
    sort = _sort(words)
    if _names_motion(words) and (sort == "amendment" or motion.sort == "amendment"):
        return sort == motion.sort
    if motion.sort == "amendment":
        return False
    if outcome == "lost":
        return sort != "deferral" or motion.sort == "deferral"
    if motion.sort == "deferral" and outcome != "deferred":
        return False
    return motion.formal or (_is_member(motion) and _shared(motion, words) >= _LEAST_SHARED)


def _names_motion(words: str) -> bool:
    return re.search(r"(?i)\b(?:amendment|motion|proposal|it)\b", words[:200]) is not None


def _is_member(motion: Motion) -> bool:
    return motion.mover is not None and _MEMBER.match(motion.mover) is not None


def _shared(motion: Motion, words: str) -> float:
    return len(motion.words & _words(words)) / len(motion.words) if motion.words else 0.0


def _sort(text: str) -> Sort:
    if _AMENDMENT.search(text):
        return "amendment"
    return "deferral" if _DEFERRAL.search(text) else "motion"


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:6] for word in _WORD.findall(text)) - frozenset(
        word[:6] for word in _COMMON_WORDS.split()
    )
