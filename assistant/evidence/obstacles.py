"""What stands in print against an answer: the item is exempt, breaks off, was withdrawn, or its meeting has no date."""

import re
from collections.abc import Sequence

from assistant.evidence.points import Point
from assistant.evidence.sentences import sentences_of
from assistant.question.model import Question
from assistant.words import stems
from index.model import MeetingHead
from ingest.records import Item

# How much of the subject the title of an item without text must hold, to be what is asked about.
TITLE_HOLDS = 0.6
# Minutes of an item that was not taken are short.
SHORT = 450

_NOT_TAKEN = re.compile(
    r"\b(?:withdrawn|was not (?:put|taken|considered|reached|moved)|were not (?:put|taken|considered)|"
    r"not (?:put|asked|read) (?:because|as|since)|did not (?:put|ask)|"
    r"lapsed|fell without|no longer required|not proceeded with|removed from the agenda)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;][”\"’')\]]*$")


def silent_item(question: Question, silent: Sequence[tuple[MeetingHead, Item]], points: Sequence[Point]) -> Item | None:
    """The exempt item whose title is what is asked about, where no evidence fits the subject better."""
    topic = {stem for word in question.topic for stem in stems(word)}
    if not topic:
        return None
    best, share = None, 0.0
    for _, item in silent:
        held = len(topic & set(stems(item.title or ""))) / len(topic)
        if item.restricted and held > share:
            best, share = item, held
    answered = max((point.scored.around for point in points), default=0.0)
    return best if share >= TITLE_HOLDS and share >= answered else None


def cut_short(points: Sequence[Point]) -> Item | None:
    """The truncated item whose last words, broken off, are the best that there is."""
    if not points or not points[0].sentence.item.truncated:
        return None
    sentence = points[0].sentence
    printed = [one for one in sentences_of(sentence.head, sentence.item) if one.part == "minutes"]
    last = printed[-1] if printed else None
    return sentence.item if last is not None and last.place == sentence.place and not _ENDS.search(last.text) else None


def not_taken_item(question: Question, points: Sequence[Point]) -> Item | None:
    """The item that was withdrawn, or whose question was not put, where its discussion is asked for."""
    if not points or question.kind in ("decided", "vote", "precedents", "when"):
        return None
    item = points[0].sentence.item
    withdrawn = any(decision.outcome == "withdrawn" for decision in item.decisions)
    text = item.minutes + " ".join(decision.text for decision in item.decisions)
    return item if len(text) <= SHORT and (withdrawn or _NOT_TAKEN.search(text)) else None
