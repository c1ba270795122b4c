"""What minutes leave out of a vote: that there was one, the figures, the seconder, or who voted which way."""

import re
from collections.abc import Sequence
from typing import Literal

from assistant.evidence.motions import VOTED, VOTERS, WHO_VOTED
from assistant.evidence.points import Point
from assistant.evidence.sentences import VOTING
from assistant.question.model import Question
from ingest.records import Item

Unprinted = Literal["vote", "count", "seconder", "voters"]

_HOW_MANY = re.compile(
    rf"\bhow many (?:[\w’'-]+ ){{0,3}}?{VOTED}\b|\bvotes? (?:count|tally)\b|\bby (?:how many votes|what margin)\b|"
    rf"\bwhat was the (?:count|tally|majority)\b",
    re.IGNORECASE,
)
_WHO_SECONDED = re.compile(r"\bwho (?:\w+ )?seconded\b|\bwho was the seconder\b|\bseconded by whom\b", re.IGNORECASE)
_SECONDED = re.compile(r"\bsecond(?:ed|er|ers|ing|s)?\b", re.IGNORECASE)
_FIGURE = (
    r"(?:\d+|no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)"
)
_COUNT = re.compile(
    rf"\b{_FIGURE}\b[^.;\n]{{0,30}}\b(?:votes?|voted|voting|for|in favour|against|abst\w+|ayes?|nays?|noes)\b|"
    rf"\b(?:for|against|in favour|abst\w+|ayes|nays|noes)\W{{1,4}}(?:\d+|none|nil)\b|"
    rf"\b{_FIGURE} ?(?:[-–]|to) ?{_FIGURE}\b|"
    r"\bunanim\w+|\bnem\.? ?(?:con|dis)|\bwithout (?:dissent|opposition|a vote|division)\b|"
    r"\ball (?:present|in favou?r)\b",
    re.IGNORECASE,
)


def unprinted(question: Question, points: Sequence[Point]) -> tuple[Unprinted, Item] | None:
    """What is asked about a vote and the item found does not print, with the item; None where nothing is missing."""
    if question.kind != "vote" or not points:
        return None
    item = points[0].sentence.item
    text = "\n".join([item.minutes, *(decision.text for decision in item.decisions), *(one.text for one in points)])
    votes = [decision.vote for decision in item.decisions]
    asked = question.raw
    if not VOTING.search(text):
        return "vote", item
    if _WHO_SECONDED.search(asked) and not _SECONDED.search(text):
        return "seconder", item
    if WHO_VOTED.search(asked) and not VOTERS.search(text):
        return "voters", item
    if _HOW_MANY.search(asked) and not any(votes) and not _COUNT.search(text):
        return "count", item
    return None
