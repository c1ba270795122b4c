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
    r"\b(?:no\s+seconder|not\s+seconded|(?:proposal|motion|amendment)\s+(?:then\s+)?(?:fell|failed)|"
    r"withdrew|withdrawn)\b",
    re.IGNORECASE,
)
_FORMAL = re.compile(r"\b(?:moved|moves|motion|moving)\b", re.IGNORECASE)
_MEMBER = re.compile(
    r"^(?:the\s+)?(?:councillor|cllr|alderman|alderwoman|bailie|deputy|member|vice|chair|chairman|"
    r"chairwoman|chairperson|leader|mayor|lord\s+mayor|convener|governor)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"^(?P<who>{PERSON}),?\s+[a-z]")
_PRONOUN = re.compile(r"^(?:He|She)(?=\s+(?:\w+\s+){0,3}?(?:moved|proposed|seconded)\b)")
_WORD = re.compile(r"[a-z]{4,}|\d+", re.IGNORECASE)
_COMMON_WORDS = (
    "that this with from into upon which would should could their there been have councillor proposed moved seconded "
    "motion committee members resolved"
)
_OF_A_MOTION = re.compile(
    r"(?:the|this|that|his|her)\s+(?:motion|proposal|amendment)|there\s+(?:was|being)", re.IGNORECASE
)
_ITS_FATE = re.compile(
    r"[,;]?\s+(?:and|but|which)\s+(?:this|it|that|the\s+\w+)?\s*(?:was|were)\s+(?:\w+\s+){0,2}?"
    r"(?:carried(?!\s+out)|lost|defeated|agreed|approved|passed|rejected)\b.*$",
    re.DOTALL,
)
_OTHER_MOTION = re.compile(r"\b(?:motion|proposal|recommendations?|resolution)\b", re.IGNORECASE)
_LEAST_SHARED = 0.5


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
    for sentence in with_movers_named(sentences):
        _hear(motions, sentence)
    return tuple(motions)


def with_movers_named(sentences: Sequence[str]) -> list[str]:
    """`sentences` with the one spoken of before in the place of who "moved accordingly".

    >>> with_movers_named(["Councillor Hale felt it was too much.", "She moved accordingly."])[1]
    'Councillor Hale moved accordingly.'
    """
    found: list[str] = []
    subject: str | None = None
    for sentence in sentences:
        if subject and _PRONOUN.match(sentence):
            found.append(_PRONOUN.sub(subject, sentence))
        else:
            subject = person["who"] if (person := _SUBJECT.match(sentence)) else None
            found.append(sentence)
    return found


def _hear(motions: list[Motion], sentence: str) -> None:
    named = {naming.part: naming.person for naming in reversed(namings(sentence))}
    seconder = named.get("seconder")
    if "mover" in named and seconder is None and (at := _moved_already(motions, named["mover"], _sort(sentence))):
        motions[at - 1] = replace(motions[at - 1], words=motions[at - 1].words | _words(_wording(sentence)))
    elif "mover" in named:
        formal = seconder is not None or _FORMAL.search(sentence) is not None
        motions.append(Motion(_sort(sentence), named["mover"], seconder, formal, _words(_wording(sentence))))
    elif seconder is not None:
        _second(motions, seconder, sentence)
    if motions and _FELL.search(sentence) and ("mover" in named or _OF_A_MOTION.match(sentence)):
        motions.pop()


def _moved_already(motions: Sequence[Motion], mover: str, sort: Sort) -> int:
    """The place, counted from 1, of an open motion of which its mover only speaks again; 0 where there is none."""
    for at, motion in enumerate(motions, start=1):
        if motion.mover is not None and motion.sort == sort and _surname(motion.mover) == _surname(mover):
            return at
    return 0


def _second(motions: list[Motion], seconder: str, sentence: str) -> None:
    """Give the latest motion that lacks one its seconder; "seconded the amendment" is said of no other motion."""
    of_amendment = _AMENDMENT.search(sentence) is not None
    for at in reversed(range(len(motions))):
        if motions[at].seconder is None and (motions[at].sort == "amendment" or not of_amendment):
            motions[at] = replace(motions[at], seconder=seconder, formal=True)
            return
    motions.append(Motion(_sort(sentence), None, seconder, True, _words(_wording(sentence))))


def ended_by(motions: Sequence[Motion], told: str, words: str, outcome: Outcome | None) -> Motion | None:
    """Which of the open `motions` a decision ends, if that is plain.

    `told` is the sentence that tells the result ("The motion to defer was LOST"), empty where there is none;
    `words` are those of the decision.
    """
    owned = [motion for motion in motions if _is_owned(motion, told)]
    fitting = owned or [motion for motion in motions if _fits(motion, told, words, outcome)]
    if not fitting and _AMENDMENT.search(told):
        # what was moved as a motion of its own is often an amendment when it comes to the vote
        fitting = [motion for motion in motions if motion.formal][-1:]
    return _described(fitting, told) or (fitting[-1] if fitting else None)


def put_before(motions: Sequence[Motion], moved: str, told: str) -> Motion | None:
    """The open motion that the result `told` describes, and not the one `moved` right before it.

    "Councillor Hale proposed 10%. Councillor Dunn moved 14%. The proposal for 10% was put first and carried."
    """
    found = _described(motions, told)
    return None if found is None or _words(told) & _words(moved) - found.words else found


def _described(motions: Sequence[Motion], told: str) -> Motion | None:
    """The only motion that has a word in common with its result; None where several have, or none."""
    words = _words(told)
    found = [motion for motion in motions if motion.words & words]
    return found[0] if len(found) == 1 else None


def moved_by(motions: Sequence[Motion], mover: str | None, seconder: str | None) -> Motion | None:
    """The open motion of the mover or seconder who is printed with the decision itself."""
    for motion in reversed(motions):
        if mover is not None and motion.mover is not None and _surname(motion.mover) == _surname(mover):
            return motion
        if mover is None and seconder is not None and motion.seconder in (None, seconder):
            return motion
    return None


def _fits(motion: Motion, told: str, words: str, outcome: Outcome | None) -> bool:
    if told:
        if _AMENDMENT.search(told):
            return motion.sort == "amendment"
        if _DEFERRAL.search(told):
            return motion.sort == "deferral"
        return motion.sort != "amendment" or _OTHER_MOTION.search(told) is None
    if motion.sort == "amendment" or (motion.sort == "deferral" and outcome != "deferred"):
        return False
    if motion.sort == "deferral":
        return motion.formal or _is_member(motion)
    if motion.formal and (motion.seconder is not None or "recomm" in motion.words):
        return True
    return (motion.formal or _is_member(motion)) and _shared(motion, words) >= _LEAST_SHARED


def is_told_in(motion: Motion, words: str, others: Sequence[str]) -> bool:
    """Whether `motion` is about the decision `words`: not where it is plainly about one of the `others` of a list."""
    own = _shared(motion, words)
    return own > 0 or not any(_shared(motion, other) >= _LEAST_SHARED for other in others)


def _is_owned(motion: Motion, told: str) -> bool:
    """Whether the result is told of "Councillor Hale's motion"."""
    if motion.mover is None:
        return False
    return (
        re.search(rf"\b{re.escape(_surname(motion.mover))}[’']s?\s+(?:\w+\s+)?(?:motion|amendment|proposal)", told)
        is not None
    )


def _is_member(motion: Motion) -> bool:
    return motion.mover is not None and _MEMBER.match(motion.mover) is not None


def _shared(motion: Motion, words: str) -> float:
    return len(motion.words & _words(words)) / len(motion.words) if motion.words else 0.0


def _surname(printed: str) -> str:
    return printed.split()[-1].strip(".,()")


def _sort(text: str) -> Sort:
    if _AMENDMENT.search(text):
        return "amendment"
    return "deferral" if _DEFERRAL.search(text) else "motion"


def _wording(sentence: str) -> str:
    """What is moved, without who moved it and without what became of it."""
    for naming in reversed(namings(sentence)):
        sentence = f"{sentence[: naming.start]} {sentence[max(naming.end, naming.start) :]}"
    return _ITS_FATE.sub("", sentence)


def _words(text: str) -> frozenset[str]:
    common = frozenset(word[:6] for word in _COMMON_WORDS.split())
    return frozenset(word.lower()[:6] for word in _WORD.findall(text)) - common
