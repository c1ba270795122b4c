"""What minutes leave out of a vote: that there was one, the figures, the seconder, who voted which way, or why."""

import re
from collections.abc import Sequence
from typing import Literal

from assistant.evidence.motions import VOTED, VOTERS, WHO_VOTED
from assistant.evidence.points import Point
from assistant.evidence.scoring import Scored
from assistant.evidence.sentences import VOTING, Sentence
from assistant.evidence.wanted import REASON
from assistant.question.model import Question
from assistant.question.voices import people_named
from ingest.records import Item

Unprinted = Literal["vote", "count", "seconder", "voters", "reasons"]

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
# Why somebody voted, abstained or seconded as he did.
_WHY = re.compile(r"\bwhy\b|\breasons?\b|\bgrounds?\b|\bexplain\w*\b|\bexplanation\b", re.IGNORECASE)
_TOOK_PART = re.compile(
    rf"\b{VOTED}\b|\babstain(?:ing|s)?\b|\bdissent(?:ing)?\b|\bsecond(?:ed|ing)?\b(?! \w+ing\b)", re.IGNORECASE
)
_ARTICLE_BEFORE = re.compile(
    r"\b(?:the|a|an|this|that|its|his|her|their|final|casting|close|tied) (?:votes?|second)\b", re.IGNORECASE
)
_HELD = re.compile(
    r"\bwho (?:had )?(?:held|said|felt|thought|argued|believed|considered|wanted|feared)\b|\bsaying\b|\bholding\b",
    re.IGNORECASE,
)


def unprinted(question: Question, points: Sequence[Point], scored: Sequence[Scored]) -> tuple[Unprinted, Item] | None:
    """What is asked about a vote and the item found does not print, with the item; None where nothing is missing."""
    if not points:
        return None
    item = points[0].sentence.item
    if _lacks_reasons(question, [one.sentence for one in scored if one.sentence.item is item]):
        return "reasons", item
    if question.kind != "vote":
        return None
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


def _lacks_reasons(question: Question, sentences: Sequence[Sentence]) -> bool:
    """Whether reasons are asked for of those who voted, abstained, moved or seconded, and no reason is told.

    Whoever is named says more than how he voted, or is told with a reason; where nobody is named, a vote is.
    """
    asked = question.raw
    if _WHY.search(asked) is None:
        return False
    took_part = _TOOK_PART.search(_ARTICLE_BEFORE.sub(" ", asked)) is not None
    voices = people_named(question.standalone)
    if not voices:
        return took_part and not any(VOTING.search(one.text) and _gives_reason(one.text) for one in sentences)
    named = [one for one in sentences if any(voice.surname and voice.surname in one.text for voice in voices)]
    theirs = [one for one in sentences if any(voice.is_heard(speaker) for voice in voices for speaker in one.speakers)]
    if any(not VOTING.search(one.text) for one in theirs) or any(_gives_reason(one.text) for one in (*named, *theirs)):
        return False
    return took_part or (bool(theirs) and any(_own_reasons(voice.typed).search(asked) for voice in voices))


def _own_reasons(typed: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:why|reasons?|grounds?) (?:did|does|had|has|would) (?:the )?{re.escape(typed)}\b", re.IGNORECASE
    )


def _gives_reason(text: str) -> bool:
    return REASON.search(text) is not None or _HELD.search(text) is not None
