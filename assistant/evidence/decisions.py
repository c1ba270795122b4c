"""Decisions among the points: who asks what was decided, or how the vote went, wants the decision itself."""

import re
from collections.abc import Sequence

from assistant.evidence.scoring import Scored
from assistant.question.model import Question
from assistant.words import stems
from ingest.records import Speaker

# Who moved it is asked for.
_MOVED = re.compile(r"\bwho (?:\w+ )?(?:moved|proposed|seconded|put forward)\b", re.IGNORECASE)
# Decisions told to a question that names no subject of its own ("What was decided?").
ALL = 5


def decisions_first(question: Question, weighed: Sequence[Scored]) -> list[Scored]:
    """The decisions that answer `question`, out of the item of the best of `weighed`; none where it wants none.

    A bare "what was decided?" gets every decision of the item, in order. A question about a vote whose best sentence
    tells of the motion gets the decision that follows it.
    """
    if not weighed or question.kind not in ("decided", "vote"):
        return []
    best = weighed[0]
    taken = sorted(
        (one for one in weighed if one.sentence.item is best.sentence.item and one.sentence.decision is not None),
        key=lambda one: one.sentence.place,
    )
    if question.kind == "vote":
        return _voted(question, best, taken)
    if _bare(question):
        return taken[:ALL]
    return [] if best.sentence.decision is not None or not taken else [max(taken, key=lambda one: one.score)]


def _voted(question: Question, best: Scored, taken: Sequence[Scored]) -> list[Scored]:
    """The first decision behind the motion that has a vote; behind a resolution in parts, the part that prints it."""
    behind = [one for one in taken if one.sentence.place > best.sentence.place]
    resolved = best.sentence.decision
    if resolved is None and _MOVED.search(question.raw):
        told = [one for one in behind if one.sentence.decision and _named(one.sentence.decision.mover, best)]
        if told:
            return told[:1]
    if resolved is None:
        return [one for one in behind if one.sentence.decision and one.sentence.decision.vote is not None][:1]
    if resolved.vote is not None or resolved.mover is not None:
        return []
    put = [
        one for one in behind if one.sentence.decision and (one.sentence.decision.vote or one.sentence.decision.mover)
    ]
    return [best, *put[:1]] if put else []


def _named(mover: Speaker | None, best: Scored) -> bool:
    """Whether the sentence of the motion names its mover among others."""
    return mover is not None and mover.as_printed in best.sentence.item.minutes[: best.sentence.end]


def _bare(question: Question) -> bool:
    """Whether all of the subject is taken over from the conversation, or there is none."""
    carried = {stem for word in question.carried for stem in stems(word)}
    return all(stem in carried for word in question.topic for stem in stems(word))


_OWNED = re.compile(r"\b(?P<name>[A-Z][\w-]+)['’]s? (?:\w+ )?(?:amendment|motion|proposal|proposition)\b")
_SECONDED = re.compile(r"\bsecond(?:ed|er|ing)?\b|\bfell\b|\blost\b|\bcarried\b|\bput to the vote\b", re.IGNORECASE)


def owner_of_motion(question: Question) -> str | None:
    """The surname in "Councillor Grey's amendment"; None where no motion is named by its mover."""
    found = _OWNED.search(question.raw) if question.kind in ("vote", "who", "decided") else None
    return found["name"] if found else None


def of_motion(owner: str, scored: Sequence[Scored]) -> list[Scored]:
    """The sentences that name the mover, and what follows of seconder and vote; none of anybody else's motion."""
    found: list[Scored] = []
    for one in scored:
        decision = one.sentence.decision
        moved = decision is not None and decision.mover is not None and owner in decision.mover.as_printed
        before = found[-1].sentence if found else None
        follows = before is not None and before.item is one.sentence.item and before.place == one.sentence.place - 1
        if moved or owner in one.sentence.text or (follows and _SECONDED.search(one.sentence.text)):
            found.append(one)
    return found
