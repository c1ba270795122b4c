"""What minutes leave out of a vote: that there was one, the figures, the seconder, or who voted which way."""

import re
from collections.abc import Sequence
from typing import Literal

from assistant.evidence.motions import VOTERS
from assistant.evidence.points import Point
from assistant.evidence.sentences import VOTING
from assistant.question.model import Question
from ingest.records import Item

Unprinted = Literal["vote", "count", "seconder", "voters"]

_PEOPLE = r"(?:members?|councillors?|cllrs?|people|trustees?|governors?|directors?|parties|groups?)"
_VOTED = r"(?:vote[ds]?|voting|abstain(?:ed)?|dissent(?:ed)?)"
_ONE = r"(?:councillor|cllr|alderman|m[rs]+|dr|the (?:lord )?mayor|the (?:vice[- ])?chair\w*|the (?:deputy )?leader)"
# Who did not vote may be told without a word of the vote: he had left, or declared an interest.
_WHO_VOTED = re.compile(
    rf"\b(?:who|whom|which (?:[\w’'-]+ ){{0,3}}?{_PEOPLE})"
    rf"(?: (?:else|also|then|had|all|were the [\w ]+? (?:that|who)))? {_VOTED}\b|"
    rf"\bhow did {_ONE} (?:[\w’'-]+ )?vote\b|\bwhich way did\b.*\bvote\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    rf"\bhow many (?:[\w’'-]+ ){{0,3}}?{_VOTED}\b|\bvotes? (?:count|tally)\b|\bby (?:how many votes|what margin)\b|"
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
    if _WHO_VOTED.search(asked) and not VOTERS.search(text):
        return "voters", item
    if _HOW_MANY.search(asked) and not any(votes) and not _COUNT.search(text):
        return "count", item
    return None
