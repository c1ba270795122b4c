"""Decisions among the points: who asks what was decided, or how the vote went, wants the decision itself."""

import re
from collections.abc import Sequence

from assistant.evidence.motions import VOTERS, WHO_VOTED, Motion, motions_of
from assistant.evidence.scoring import Scored
from assistant.evidence.sentences import Sentence
from assistant.question.kind_rules import WHO_BACKED
from assistant.question.model import Question
from assistant.words import stems

# Decisions told to a question that names no subject of its own ("What was decided?").
ALL = 5
# Sentences quoted that tell how a vote went.
TOLD = 2
# What a motion gains that is of the sort asked for: to refuse, to put off, to change another.
OF_SORT = 0.3
_SORTS = (
    re.compile(r"\b(?:refus\w+|reject\w*|turn(?:ed|ing)? (?:\w+ ){0,3}down|thr[eo]w\w* out|block\w*)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:defer\w*|put(?:ting)? (?:\w+ ){0,3}off|postpone\w*|delay\w*|adjourn\w*|site visit)\b", re.IGNORECASE
    ),
    re.compile(r"\b(?:amend\w*)\b", re.IGNORECASE),
)
# Who asks how it came out wants a motion that was put to a vote, and who speaks of an attempt one that was lost.
_RESULT_ASKED = re.compile(
    r"\bhow did (?:the |that |it )?(?:\w+ )?(?:come out|go|turn out|end)\b|\bdid (?:it|that) (?:pass|carry|succeed|go "
    r"through|get through)\b|\bwas it (?:carried|lost|passed|close)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:carried|lost|fell|defeated|votes?)\b", re.IGNORECASE)
_ATTEMPT = re.compile(r"\b(?:tr(?:y|ied|ying)|attempt\w*|bid|wanted|failed|hoped)\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|fell|failed|defeated|rejected|negatived|not carried|no seconder)\b", re.IGNORECASE)
# Who asks who voted for it wants a motion that names them, where one fits this share as well as the best.
NAMED = 0.7
# What a motion lacks that nobody moved and no vote was taken on.
BARE = 0.2


def decisions_first(question: Question, weighed: Sequence[Scored]) -> list[Scored]:
    """The decisions that answer `question`, out of the item of the best of `weighed`; none where it wants none.

    A bare "what was decided?" gets every decision of the item, in order. A question about a vote gets the motion
    that fits best, with what became of it.
    """
    if not weighed or question.kind not in ("decided", "vote"):
        return []
    if question.kind == "vote":
        return _voted(question, weighed)
    best = weighed[0]
    taken = sorted(
        (one for one in weighed if one.sentence.item is best.sentence.item and one.sentence.decision is not None),
        key=lambda one: one.sentence.place,
    )
    if _bare(question):
        return taken[:ALL]
    return [] if best.sentence.decision is not None or not taken else [max(taken, key=lambda one: one.score)]


def _voted(question: Question, weighed: Sequence[Scored]) -> list[Scored]:
    """What puts the motion that fits best, and what tells how its vote went; nothing where nothing was moved.

    All motions sound alike, so what fits is the item first, by its best sentence and its hits.
    """
    by_key = {one.sentence.key: one for one in weighed}
    items: dict[tuple[str, str], list[Scored]] = {}
    for one in sorted(weighed, key=lambda one: one.sentence.place):
        items.setdefault(one.sentence.key[:2], []).append(one)
    fitting = [
        (_fit(question, motion, by_key) + max(one.score for one in of_item) + of_item[0].item_score, motion)
        for of_item in items.values()
        for motion in motions_of([one.sentence for one in of_item])
    ]
    if not fitting:
        return []
    who_backed = WHO_BACKED.search(question.raw) is not None
    by_name = who_backed or WHO_VOTED.search(question.raw) is not None
    if by_name:
        least = NAMED * max(fit for fit, _ in fitting)
        naming = [pair for pair in fitting if pair[0] >= least and _names_voters(pair[1])]
        if who_backed and not naming:
            return []  # told by what they said
        fitting = naming or fitting
    motion = max(fitting, key=lambda pair: pair[0])[1]
    return [by_key[one.key] for one in _in_telling_order(motion, voters_first=by_name)]


def what_became(of: Scored, scored: Sequence[Scored]) -> Scored | None:
    """The sentence that tells how the motion went which `of` puts; None where it puts none, or tells so itself."""
    of_item = sorted(
        (one for one in scored if one.sentence.item is of.sentence.item), key=lambda one: one.sentence.place
    )
    for motion in motions_of([one.sentence for one in of_item]):
        if of.sentence in motion.put and motion.told and of.sentence not in motion.told:
            return next(one for one in of_item if one.sentence is motion.told[0])
    return None


def _in_telling_order(motion: Motion, *, voters_first: bool) -> list[Sentence]:
    """What was moved, what became of it, then the rest: few read on. Who asks who voted wants their names first."""
    first, *others = motion.put
    if voters_first:
        told = sorted(motion.told, key=lambda one: VOTERS.search(one.text) is None)[:TOLD]
        return list(dict.fromkeys((*told, first, *others)))
    result, *further = motion.told[:TOLD] or (first,)
    return list(dict.fromkeys((*motion.before, first, result, *others, *further)))


def _names_voters(motion: Motion) -> bool:
    return any(VOTERS.search(one.text) for one in motion.told)


def _fit(question: Question, motion: Motion, by_key: dict[tuple[str, str, int], Scored]) -> float:
    """The best of its sentences, more if it is of the sort asked for; less where nobody moved it or voted on it."""
    best = max(by_key[one.key].score for one in motion.sentences)
    put = " ".join(one.text for one in motion.put)
    told = " ".join(one.text for one in motion.told)
    sorts = [*((sort, sort, put) for sort in _SORTS), (_RESULT_ASKED, _COUNTED, told), (_ATTEMPT, _LOST, told)]
    best += OF_SORT * sum(bool(asks.search(question.raw) and prints.search(text)) for asks, prints, text in sorts)
    return best if motion.mover or motion.told else best - BARE


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
