"""Motions among the sentences of an item: what put each, who seconded it, and what tells how its vote went.

"Who got the lower rate through, and was it close?" is answered by two sentences, often far apart: the one in which
Councillor Hale moved her amendment, and "The amendment was carried by 4 votes to 3".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.evidence.sentences import Sentence
from ingest.resolutions import named

_BODIES = r"Members|Committee|Board|Council|Panel|Cabinet|Councillors|Trustees|Governors|Directors|Executive|Forum"
# Who voted which way, by name.
VOTERS = re.compile(
    rf"\b(?!(?:{_BODIES})\b)[A-Z][\w’'-]+,? (?:\([^)]*\) )?(?:(?:had|has|alone|both|also) )?"
    r"(?:abstain\w*|dissent\w*|vot(?:ed|ing)|(?:did )?not vot(?:e|ing))\b|"
    r"(?:^|[(\n.;:,]|\b(?i:voting|votes?|voted|those))\s*(?i:for|against|abst\w+|ayes?|noes|nays?|in favour)"
    r"(?: the \w+)?\s*(?:\(\d+\))?\s*[:–-]\s*(?!\d)[A-Z]|"
    r"\b(?i:vot\w+|dissent|abstention)\b[^.;\n]{0,40}\b(?i:minuted|recorded)\b|"
    r"\b(?i:vot\w+|abstain\w*|dissent\w*|against|in favour)\b (?i:was|were|being|came from|by) (?!\d)[A-Z]"
)
_PEOPLE = r"(?:members?|councillors?|cllrs?|people|trustees?|governors?|directors?|parties|groups?)"
VOTED = r"(?:vote[ds]?|voting|abstain(?:ed)?|dissent(?:ed)?)"
_ONE = r"(?:councillor|cllr|alderman|m[rs]+|dr|the (?:lord )?mayor|the (?:vice[- ])?chair\w*|the (?:deputy )?leader)"
# Who did not vote may be told without a word of the vote: he had left, or declared an interest.
WHO_VOTED = re.compile(
    rf"\b(?:who|whom|which (?:[\w’'-]+ ){{0,3}}?{_PEOPLE})"
    rf"(?: (?:else|also|then|had|all|did not|didn['’]t|were the [\w ]+? (?:that|who)))? {VOTED}\b|"
    r"\b(?:who|which \w+|councillor who|member who) (?:\w+ )?cast (?:the|a|his|her) "
    r"(?:single|only|lone|sole|one|dissenting|opposing)\b|"
    rf"\bhow did {_ONE} (?:[\w’'-]+ )?vote\b|\bwhich way did\b.*\bvote\b",
    re.IGNORECASE,
)
_AMENDMENT = re.compile(r"\bamend(?:ment|ed|ing)?\b", re.IGNORECASE)
_MOTION = re.compile(r"\b(?:motion|recommendations?|original|substantive)\b", re.IGNORECASE)
_FATE = re.compile(
    r"\b(?:carried(?! out\b)|lost|fell|failed|defeated|rejected|negatived|unanimous\w*|nem\.? ?con|votes?|casting|"
    r"abst(?:ained|aining|entions?)|show of hands|without (?:dissent|a vote|division)|no seconder|"
    r"withdr[ae]wn?|(?:agreed|approved|accepted|passed) by|put (?:to the|and))\b|\ball (?:in favour|present|agreed)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^\W*(?:(?:s?he|it|they) (?:\w+ ){0,3}(?:moved|proposed) (?:accordingly|so|this|it)|(?:this|it|that) was "
    r"(?:\w+ )?(?:moved|proposed))\b(?!.{0,80}\bthat\b)",
    re.IGNORECASE,
)
_MOVED_BY_ONE_BEFORE = re.compile(r"\b(?:moved|proposed) by (?:him|her)\b|\bon (?:his|her) motion\b", re.IGNORECASE)
_MOVED_HERE = re.compile(
    r"^\W*(?:he|she)\b(?: \w+){0,3} (?:moved|proposed)\b|"
    r"\band (?:he |she )?(?:then |therefore |so )?(?:moved|proposed) that\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Motion:
    """`put` are the pieces of the minutes in which it is moved and seconded, `told` those that tell what became of it.

    `before` leads up to it where it only points back ("She moved accordingly"). `mover` is as printed, and None where
    the body decided without one.
    """

    mover: str | None
    put: tuple[Sentence, ...]
    told: tuple[Sentence, ...] = ()
    before: tuple[Sentence, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All its sentences in order, each once."""
        return tuple(dict.fromkeys((*self.before, *self.put, *self.told)))


def motions_of(sentences: Iterable[Sentence]) -> list[Motion]:
    """The motions and decisions among the `sentences` of one item, in the order in which they were put."""
    motions: list[Motion] = []
    before: Sentence | None = None
    for one in sentences:
        if one.part != "agenda":
            _hear(motions, one, before)
        before = one
    return motions


def _hear(motions: list[Motion], one: Sentence, before: Sentence | None) -> None:
    decision = one.decision
    mover, fate = _mover(one, before), _FATE.search(one.text) is not None
    if mover is not None:
        leads = (before,) if before is not None and _POINTS_BACK.match(one.text) else ()
        motions.append(Motion(mover, (one,), (one,) if fate else (), leads))
    elif motions and not motions[-1].told and named("seconder", one.text) is not None:
        motions[-1] = replace(motions[-1], put=(*motions[-1].put, one), told=(one,) if fate else ())
    elif decision is not None and decision.mover is not None:
        _tell(motions, one, _of(motions, decision.mover.as_printed))
    elif motions and fate:
        _tell(motions, one, _meant(motions, one.text))
    elif motions and VOTERS.search(one.text):
        _tell(motions, one, len(motions) - 1)
    elif decision is not None:
        motions.append(Motion(None, (one,), (one,) if decision.vote is not None else ()))


def _mover(one: Sentence, before: Sentence | None) -> str | None:
    """Who moves in this sentence: named there, or "he" who spoke before ("It was moved by him as an amendment")."""
    found = named("mover", one.text)
    if found is None and one.speakers and _MOVED_HERE.search(one.text):
        return one.speakers[0].as_printed
    if found is None and (by_one := _MOVED_BY_ONE_BEFORE.search(one.text)):
        return before.speakers[0].as_printed if before is not None and before.speakers else by_one.group().split()[-1]
    return found


def _tell(motions: list[Motion], one: Sentence, at: int | None) -> None:
    if at is None:
        mover = one.decision.mover if one.decision else None
        motions.append(Motion(mover.as_printed if mover else None, (one,), (one,)))
    else:
        motions[at] = replace(motions[at], told=(*motions[at].told, one))


def _of(motions: Sequence[Motion], mover: str) -> int | None:
    """The last motion of this mover."""
    surname = mover.split()[-1]
    return next((at for at in reversed(range(len(motions))) if surname in (motions[at].mover or "")), None)


def _is_settled(motion: Motion) -> bool:
    """Whether its result is told, and not only who voted for it."""
    return any(_FATE.search(one.text) is not None for one in motion.told)


def _meant(motions: Sequence[Motion], text: str) -> int:
    """Which motion a result is told of: that of the sort which it names, and none whose result is told already."""
    open_ = [at for at, motion in enumerate(motions) if not _is_settled(motion)] or list(range(len(motions)))
    amending = [at for at in open_ if _AMENDMENT.search(motions[at].put[-1].text)]
    if _AMENDMENT.search(text) and amending:
        return amending[-1]
    others = [at for at in open_ if at not in amending]
    return others[-1] if _MOTION.search(text) and others else open_[-1]
