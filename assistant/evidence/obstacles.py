"""What stands in print against an answer: the item is exempt, breaks off, was withdrawn or put off."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.evidence.models import Encoded
from assistant.evidence.points import Point
from assistant.evidence.scoring import UNREAD, Scored
from assistant.evidence.sentences import sentences_of
from assistant.question.model import Question
from assistant.question.voices import Voice, people_named
from assistant.words import stems
from index.model import MeetingHead
from ingest.records import Item

# How near to the question the title of an exempt item must be, to be what is asked about, and by how much nearer than
# every sentence; on the annotated questions the exempt ones are nearer by 0.09 to 0.57, all others farther.
NEAR, NEARER = 0.5, 0.03
# How surely a sentence must answer to one who reads it, to be what is asked about all the same; on the annotated
# questions no sentence reaches 0.42 where an exempt item is meant, and the best reached 0.44 to 0.67 where none was.
READ_AS_ANSWER = 0.43
# Titles compared at most, those that share most words with the question.
COMPARED = 20
# Minutes of an item that was not taken are short.
SHORT = 450

_NOT_TAKEN = re.compile(
    r"\b(?:withdrawn|was not (?:put|taken|considered|reached|moved)|were not (?:put|taken|considered)|"
    r"not (?:put|asked|read) (?:because|as|since)|did not (?:put|ask)|"
    r"lapsed|fell without|no longer required|not proceeded with|removed from the agenda)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(r"\b(?:defer|adjourn|postpone)\w*\b|\bheld over\b|\bcarried over\b|\bput off\b", re.IGNORECASE)
# Who asks so wants what was said of an item, and nothing was where it was only put off.
_DISCUSSION_ASKED = re.compile(
    r"\b(?:concerns?|comments?|views?|worr(?:y|ies|ied)|objections?|arguments?|criticisms?|questions?|points?|"
    r"say|said|think|thought|raised?|feel|felt|discuss\w*|complain\w*|argued?)\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\bwhy\b|\breasons?\b", re.IGNORECASE)
# What answer somebody got, where it is only told that he will have one in writing.
_ANSWER_WANTED = re.compile(r"\bwhat (?:\w+ ){0,2}(?:answer|reply|response)\b|\bhow was .* answered\b", re.IGNORECASE)
_IN_WRITING = re.compile(
    r"\b(?:written (?:answer|reply|response)|(?:answer|reply|response) in writing)\b(?: \w+){0,2} "
    r"(?:instead|would be|will be|to be)|"
    r"\b(?:would|will) (?:be (?:answered|sent)|answer|reply|respond)(?: \w+){0,3} "
    r"(?:in (?:writing|private|confidence)|(?:outside(?: of)?|after) the meeting)\b",
    re.IGNORECASE,
)
# What somebody wrote back is asked for, and that nothing had come is told.
_REPLY_WANTED = re.compile(
    r"\b(?:[Ww]hat (?:\w+ ){0,2}(?:reply|response|answer)|[Hh]ow) (?:did|has|have|does) (?:the )?"
    r"(?P<who>[A-Z][\w’' -]{2,50}?) "
    r"(?:send|sent|give|given|make|made|write|written|repl(?:y|ied)|answer(?:ed)?|respond(?:ed)?|come back)\b"
)
_NO_REPLY = re.compile(
    r"\b(?:had|has|have) (?:still |so far )?(?:not|yet to|never) (?:yet |so far )?(?:been )?"
    r"(?:answer|repl|respond)\w*\b|"
    r"\bno (?:reply|answer|response)\b[^.;]{0,40}\b(?:had|has|was|yet|received|come)\b|"
    r"\bawait\w* (?:a|an|the) (?:reply|answer|response)\b",
    re.IGNORECASE,
)
# What was asked and could not be told at the meeting: "He could not say how many of them had been in dry weather".
_COULD_NOT_SAY = re.compile(
    r"\b(?:could not|couldn['’]t|cannot|can['’]t|(?:was|were) (?:not able|unable) to|declined to|would not|did not) "
    r"(?:yet |then |tonight )?(?:say|tell|give|name|put a figure|disclose|know)\b(?! (?:up|way|in|evidence|that)\b)|"
    r"\b(?:not|n['’]t) (?:yet )?(?:known|available|to hand)\b|\btoo early to (?:say|tell|know)\b|"
    r"\bno (?:figures?|record) (?:was|were|is|are|had been) (?:kept|held|available|given)\b",
    re.IGNORECASE,
)
_FIGURE_WANTED = re.compile(
    r"\bhow (?:many|much|long|far|big|often|old)\b|\bwhat (?:is|was|were|are|will) .{3,80} (?:for|worth)[?. ]*$|"
    r"\bwhat (?:price|sum|figure|number|date|share|proportion|cost)\b",
    re.IGNORECASE,
)
_NAME_WANTED = re.compile(
    r"^(?:and )?(?:(?:of |in |at |to |from |by )?which (?!way)|who\b|"
    r"when (?:did|do|does|was|were|is|are|will|would|can)\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;][”\"’')\]]*$")


def silent_item(
    question: Question, silent: Sequence[tuple[MeetingHead, Item]], scored: Sequence[Scored], encode: Encoded
) -> Item | None:
    """The exempt item that is asked about: its title means what the question means, and no sentence answers it."""
    if question.kind not in UNREAD and any(one.read > READ_AS_ANSWER for one in scored):
        return None
    topic = {stem for word in question.topic for stem in stems(word)}
    titled = [item for _, item in silent if item.restricted and topic & set(stems(item.title or ""))]
    likely = sorted(titled, key=lambda item: -len(topic & set(stems(item.title or ""))))[:COMPARED]
    if not likely:
        return None
    asked, *titles = encode([question.standalone, *(item.title or "" for item in likely)])
    near, item = max(((float(title @ asked), item) for title, item in zip(titles, likely, strict=True)), key=_nearness)
    best = max((one.near for one in scored), default=0.0)
    return item if near >= max(NEAR, best + NEARER) else None


def _nearness(pair: tuple[float, Item]) -> float:
    return pair[0]


def cut_short(points: Sequence[Point]) -> Item | None:
    """The truncated item whose last words, broken off, are the best that there is, or hold as much of the subject."""
    if not points or not points[0].sentence.item.truncated:
        return None
    first = points[0]
    printed = [one for one in sentences_of(first.sentence.head, first.sentence.item) if one.part == "minutes"]
    if not printed or _ENDS.search(printed[-1].text):
        return None
    broken = next((point for point in points if point.key == printed[-1].key), None)
    if broken is None or broken.scored.coverage < first.scored.coverage:
        return None
    return first.sentence.item


def not_taken_item(question: Question, points: Sequence[Point], scored: Sequence[Scored]) -> Item | None:
    """The item that was withdrawn or put off, or whose question was not put, where its discussion is asked for."""
    if not points or question.kind in ("decided", "vote", "precedents", "when"):
        return None
    if _ANSWER_WANTED.search(question.raw) and (unput := _not_put_by(people_named(question.raw), scored)) is not None:
        return unput
    item = points[0].sentence.item
    if _ANSWER_WANTED.search(question.raw) and _NOT_TAKEN.search(points[0].text):
        return item
    withdrawn = any(decision.outcome == "withdrawn" for decision in item.decisions)
    text = item.minutes + " ".join(decision.text for decision in item.decisions)
    if len(text) <= SHORT and (withdrawn or _NOT_TAKEN.search(text)):
        return item
    return item if _only_put_off(item, text) and _asks_what_was_said(question) else None


def _not_put_by(people: Sequence[Voice], scored: Sequence[Scored]) -> Item | None:
    """The item in which it is told that the question of one of these people was not put."""
    surnames = [one.surname for one in people if one.surname]
    told = (one.sentence for one in scored if _NOT_TAKEN.search(one.sentence.text))
    return next((one.item for one in told if any(surname in one.text for surname in surnames)), None)


def _only_put_off(item: Item, text: str) -> bool:
    """Whether nobody is heard in the item, which went over to another meeting."""
    heard = any(statement.speakers for statement in item.statements)
    return len(text) <= SHORT and not heard and _PUT_OFF.search(text) is not None


def _asks_what_was_said(question: Question) -> bool:
    asked = question.raw
    return _DISCUSSION_ASKED.search(asked) is not None and not (_PUT_OFF.search(asked) or _WHY.search(asked))


def left_to_writing(question: Question, points: Sequence[Point]) -> Item | None:
    """The item in which it is only told that the answer asked for will be given in writing."""
    if not points or not _ANSWER_WANTED.search(question.raw) or not _IN_WRITING.search(points[0].text):
        return None
    return points[0].sentence.item


def not_answered_yet(question: Question, scored: Sequence[Scored]) -> Item | None:
    """The last item that names whose reply is asked for, where it tells that he had not answered."""
    asked = _REPLY_WANTED.search(question.standalone)
    if asked is None:
        return None
    who = set(stems(asked["who"]))
    naming = [one.sentence for one in scored if who <= set(stems(one.sentence.text))]
    last = max(naming, key=lambda one: one.head.date or date.min, default=None)
    if last is None:
        return None
    waiting = (one.item for one in naming if one.head.date == last.head.date and _NO_REPLY.search(one.text))
    return next(waiting, None)


def could_not_say(question: Question, points: Sequence[Point]) -> Item | None:
    """The item in which it is told that what is asked for could not be said, where that is the best that there is.

    Or as good as the best, where a figure is asked for and the best gives none.
    """
    figure = _FIGURE_WANTED.search(question.raw) is not None
    if not points or not (figure or _NAME_WANTED.search(question.raw)):
        return None
    first = points[0]
    among = points if figure and not any(one.isdigit() for one in first.text) else points[:1]
    untold = any(point.sentence.item is first.sentence.item and _COULD_NOT_SAY.search(point.text) for point in among)
    return first.sentence.item if untold else None
