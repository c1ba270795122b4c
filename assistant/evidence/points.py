"""From scored sentences to the points of an answer: the right sentences and no others, each a verbatim quote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.evidence.decisions import decisions_first, of_motion, owner_of_motion, what_became
from assistant.evidence.heard import by_others, heard
from assistant.evidence.replies import answers_first
from assistant.evidence.scoring import Scored
from assistant.evidence.sentences import VOTING, Sentence
from assistant.question.kind_rules import Kind
from assistant.question.model import WEAK, Question
from assistant.question.pronouns import Pronoun, agrees
from assistant.words import stems
from ingest.records import Speaker

# At most so many points, each at least this near to the best: few and relevant beats many.
MOST = 3
NEAR = 0.75
# A point of another item than the best must come nearer.
NEAR_ELSEWHERE = 0.97
# Points of an answer that is to tell of all meetings, and what share of the subject each must have around it.
WIDELY, WHOLE_SUBJECT = 5, 0.999
# Fewer words of substance than this are no quote.
SUBSTANCE = 3
# Words up to which the sentences beside the chosen one are quoted with it, where the same person says them.
WHOLE = 60

# Words under which a piece of a sentence is none that could be quoted alone: "Councillor Sandhar moved".
FRAGMENT, _STOPS = 6, ".!?;:”"
_AMID = re.compile(r"\s*(?:[,;:–]|(?:and|but|or|nor|which|who|while)\b)")
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s+|\n\s*")
# What stands in lines behind a colon, up to so many: "On a show of hands there voted:" says nothing by itself.
_LISTED = re.compile(r"(?:[ \t]*\n(?:[ \t]*\n)?[ \t]*[^\n]{1,200}){1,4}")
# What share of the subject an item must hold of which a vote or decision is told, where another holds the whole.
MOSTLY = 0.5
# What share of a score counts as good as the whole.
AS_GOOD = 0.99
# Characters of white space between two sentences of a paragraph at most.
GAP = 3
# What a sentence on the subject gains whose speaker "he" or "she" most likely stands for.
MEANT = 0.4
# What a sentence loses that the reply before a follow-up has quoted: another one is wanted.
TOLD_BEFORE = 0.2

_YES_OR_NO = re.compile(
    r"(?:(?:and|so|but|then),? )?(?:did|was|were|is|are|has|have|had|will|would|can|could|do|does|should)\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"\b(?:request\w*|ask\w* (?:for|that)|suggest\w*|propos\w*|receiv\w*|commission\w*|report(?:ed)? "
    r"back|be brought|come back|submit\w*|further report)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """A run of sentences of one voice, quoted together: `text` is `minutes[start:end]` where it has a place."""

    sentence: Sentence
    text: str
    start: int | None
    end: int | None
    score: float
    scored: Scored

    @property
    def key(self) -> tuple[str, str, int]:
        """The place of its first sentence."""
        return self.sentence.key

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody whose words the quote holds, in order; one person under one printed form."""
        if self.start is None or self.end is None or self.sentence.part != "minutes":
            return self.sentence.speakers
        start, end = self.start, self.end
        held = (one for one in self.sentence.item.statements if one.start < end and start < one.end)
        found: dict[str, Speaker] = {}
        for speaker in (speaker for statement in held for speaker in statement.speakers):
            found.setdefault(speaker.name or speaker.as_printed, speaker)
        return tuple(found.values()) if len(found) > 1 else self.sentence.speakers


def points_of(question: Question, scored: Sequence[Scored], most: int = MOST) -> list[Point]:
    """The points that answer `question`, best first; none where whom it asks for is not heard on the subject."""
    fitting = heard(question.voice, scored) if question.voice else by_others(question, scored)
    fitting = [one for one in fitting if not question.more or not _told(question, one.sentence)]
    if (owner := owner_of_motion(question)) is not None:
        fitting = of_motion(owner, fitting)
    if question.kind in ("vote", "decided"):
        fitting = _on_the_subject(fitting)
    if question.pronoun is not None:
        fitting = [one for one in fitting if _can_be(question.pronoun, one.sentence)]
    fitting = answers_first(question.raw, [one for one in fitting if len(stems(one.sentence.text)) >= SUBSTANCE])
    weighed = sorted((weighed_for(question, one) for one in fitting), key=lambda one: (-one.score, one.sentence.key))
    if not weighed:
        return []
    chosen: list[Point] = []
    for one in decisions_first(question, weighed):
        if not any(_within(one.sentence, point) for point in chosen):
            chosen.append(point_at(one))
    by_key = {one.sentence.key: one for one in weighed}
    for one in _widely(weighed) if question.broad else _closely(weighed):
        if len(chosen) >= (WIDELY if question.broad else most):
            break
        if not any(_within(one.sentence, point) for point in chosen):
            chosen.append(_with_neighbours(one, by_key))
    return _with_outcome(question, _in_order(chosen), scored)


def _with_outcome(question: Question, points: list[Point], scored: Sequence[Scored]) -> list[Point]:
    """The points with what became of the first motion among them, unless only somebody's words are asked for.

    Where the question is answered by yes or no, it comes right behind the motion, and what else was decided
    before what was said; else it comes at the end. A decision that is told already was what was asked for.
    """
    if question.voice is not None or question.kind not in ("said", "who", "decided") or question.broad:
        return points
    if question.kind == "decided" and any(point.sentence.decision is not None for point in points):
        return points
    for at, point in enumerate(points):
        outcome = what_became(point.scored, scored)
        if outcome is None:
            continue
        if any(_within(outcome.sentence, told) for told in points):
            return points
        if not _YES_OR_NO.match(question.raw):
            return [*points, point_at(outcome)]
        further = sorted(points[at + 1 :], key=lambda one: one.sentence.decision is None)
        return [*points[: at + 1], point_at(outcome), *further]
    return points


def _on_the_subject(scored: list[Scored]) -> list[Scored]:
    """Where an item holds the whole subject, those of the items that hold it too: all votes sound alike."""
    if not any(one.item_coverage >= WHOLE_SUBJECT for one in scored):
        return scored
    return [one for one in scored if one.item_coverage >= MOSTLY]


def _in_order(points: list[Point]) -> list[Point]:
    """The points with the first two exchanged where the second, as good, stands right before the first."""
    if len(points) < 2 or points[1].score < AS_GOOD * points[0].score:
        return points
    first, second = points[:2]
    if first.sentence.item is not second.sentence.item or second.end is None or first.start is None:
        return points
    leads_up = _goes_on(second.sentence, first.sentence) and 0 <= first.start - second.end <= GAP
    return [second, first, *points[2:]] if leads_up else points


def _closely(weighed: Sequence[Scored]) -> Iterator[Scored]:
    """Those near to the best, of its item or nearly as good."""
    best = weighed[0]
    for one in weighed:
        near = NEAR if one.sentence.item is best.sentence.item else NEAR_ELSEWHERE
        if one.score >= near * best.score:
            yield one


def _widely(weighed: Sequence[Scored]) -> Iterator[Scored]:
    """The best of each item that holds the whole subject, and of the best item one more."""
    best = weighed[0]
    items: dict[tuple[str, str], list[Scored]] = {}
    for one in weighed:
        whole = one.sentence.item is best.sentence.item or one.around >= WHOLE_SUBJECT
        if whole and one.score >= NEAR * best.score:
            items.setdefault(one.sentence.key[:2], []).append(one)
    for place, of_item in enumerate(items.values()):
        yield from of_item[: 2 if place == 0 else 1]


def point_at(one: Scored) -> Point:
    """One sentence as a point of its own."""
    return _point(one, one.sentence.text, one.sentence.start, one.sentence.end)


def _point(one: Scored, text: str, start: int | None, end: int | None) -> Point:
    """A point of `text`; where it begins amid a sentence, or is a few words of one, the whole sentence is quoted."""
    minutes = one.sentence.item.minutes
    if start is not None and _AMID.match(text):
        before = max((found.end() for found in _SENTENCE_END.finditer(minutes, 0, start)), default=0)
        text, start = minutes[before:end], before
    if end is not None and len(text.split()) < FRAGMENT and text[-1:] not in _STOPS:
        after = _SENTENCE_END.search(minutes, end)
        end = after.start() + len(after.group().rstrip()) if after else len(minutes)
        text = minutes[start:end]
    if end is not None and text.endswith(":") and (listed := _LISTED.match(minutes, end)) is not None:
        end = end + len(listed.group().rstrip())
        text = minutes[start:end]
    return Point(one.sentence, text, start, end, one.score, one)


def _can_be(pronoun: Pronoun, sentence: Sentence) -> bool:
    """Whether "he" or "she" can be whom the sentence quotes; it is nobody where nobody is quoted."""
    return any(agrees(pronoun, " ".join(_printed_forms(one, sentence)), sentence.text) for one in sentence.speakers)


def _printed_forms(speaker: Speaker, sentence: Sentence) -> set[str]:
    """How the item prints a speaker: "Marcus Teague" is "Mr Teague" there, too."""
    said = (one for statement in sentence.item.statements for one in statement.speakers)
    return {speaker.as_printed, *(one.as_printed for one in said if one.name and one.name == speaker.name)}


def _told(question: Question, sentence: Sentence) -> bool:
    """Whether the reply before the question tells of this sentence, or for "who else?" of its speaker."""
    if sentence.text in question.reply:
        return True
    said = question.reply.casefold()
    return question.kind == "who" and any(speaker.as_printed.casefold() in said for speaker in sentence.speakers)


def weighed_for(question: Question, one: Scored) -> Scored:
    """`one` with what the kind of question, and the conversation before it, add to its score."""
    meant = question.meant
    by_them = meant is not None and any(meant.is_heard(speaker) for speaker in one.sentence.speakers)
    told = question.lean > WEAK and one.sentence.text in question.reply and question.kind != "who"
    more = (MEANT if by_them and one.coverage else 0.0) - (TOLD_BEFORE if told else 0.0)
    return replace(one, score=one.score + _fits(question.kind, one.sentence) + more)


def _fits(kind: Kind, sentence: Sentence) -> float:
    """What the kind of question adds to a sentence of this sort."""
    if sentence.part == "agenda":
        return -0.35
    decision = sentence.part == "decision"
    if kind == "decided":
        return 0.35 if decision else 0.0
    if kind == "vote":
        voted = sentence.decision is not None and (
            sentence.decision.vote is not None or sentence.decision.mover is not None
        )
        return 0.3 if voted else 0.25 if VOTING.search(sentence.text) else 0.1 if decision else 0.0
    if kind == "precedents":
        return 0.15 if decision or _ASKED_FOR.search(sentence.text) else 0.0
    voiced = 0.0 if sentence.speakers else -0.08
    return (-0.1 if decision else voiced) - (0.3 if kind == "who" and not sentence.speakers else 0.0)


def _within(sentence: Sentence, point: Point) -> bool:
    same = sentence.head.id == point.sentence.head.id and sentence.item.id == point.sentence.item.id
    if same and sentence.start is not None and point.start is not None and point.end is not None:
        return point.start <= sentence.start < point.end
    return same and sentence.voice == point.sentence.voice and sentence.text in point.text


def _with_neighbours(one: Scored, by_key: dict[tuple[str, str, int], Scored]) -> Point:
    """The sentence with what the same person says behind it and before it, up to `WHOLE` words."""
    first = last = one
    while (after := _beside(last, 1, by_key)) is not None and _words(first, after) <= WHOLE:
        last = after
    while (before := _beside(first, -1, by_key)) is not None and _words(before, last) <= WHOLE:
        first = before
    start, end = first.sentence.start, last.sentence.end
    if first is last or start is None or end is None:
        return point_at(one)
    return _point(one, one.sentence.item.minutes[start:end], start, end)


def _beside(one: Scored, step: int, by_key: dict[tuple[str, str, int], Scored]) -> Scored | None:
    """What the same person says right behind `one`, or before it, in the same paragraph."""
    meeting, item, place = one.sentence.key
    other = by_key.get((meeting, item, place + step))
    if other is None or not _goes_on(one.sentence, other.sentence):
        return None
    near = sorted((one.sentence.start or 0, other.sentence.start or 0, one.sentence.end or 0, other.sentence.end or 0))
    return None if "\n" in one.sentence.item.minutes[near[0] : near[-1]] else other


def _goes_on(one: Sentence, other: Sentence) -> bool:
    if one.part != "minutes" or other.part != "minutes" or one.start is None or other.start is None:
        return False
    if not one.speakers or not other.speakers:
        return False
    first, second = one.speakers[0], other.speakers[0]
    whole_name = first.name is not None and " " in first.name
    return first.as_printed == second.as_printed or (whole_name and first.name == second.name)


def _words(first: Scored, last: Scored) -> int:
    return len(first.sentence.item.minutes[first.sentence.start : last.sentence.end].split())
