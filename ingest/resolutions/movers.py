"""Who moved and who seconded, in the word orders that minutes use, as printed.

"Moved by A and seconded by B", "A moved, and B seconded, that", "On the motion of A seconded by B", "As a MOTION, A,
seconded by B, moved", "The motion was seconded by B", "Seconding this, B remarked": each rule has its example.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.resolutions.persons import NAME, PERSON
from ingest.resolutions.words import words_of

Part = Literal["mover", "seconder"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A person, as printed, who is named as mover or seconder, and the stretch of the text that says so."""

    part: Part
    person: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A word order: which part it names, its pattern (with a group `who`), an example and who is named in it."""

    part: Part
    pattern: re.Pattern[str]
    example: str
    who: str


_ADVERB = (
    r"(?:\s+(?:then|thereupon|therefore|duly|also|formally|accordingly|again|now|next|first|subsequently|further))?"
)
_ASIDE = r"(?:,(?!\s*(?i:and|but|it)\b)[^,.;:]{2,70},)?"

# What every rule needs somewhere in the sentence: most sentences lack it and need no rule.
_SIGNS = frozenset(
    "moved moves mover moving propose proposed proposes proposer proposing proposal proposition prop second seconded "
    "seconds seconder seconding sec motion nomination nominated tabled".split()
)


def _rule(part: Part, pattern: str, example: str, who: str) -> Rule:
    return Rule(part, re.compile(pattern), example, who)


RULES: tuple[Rule, ...] = (
    _rule(
        "mover",
        rf"(?:^|[(,;:–-]\s*|\b(?i:was|were|is|been|being|it|duly|and|as|formally|motion|amendment|then|"
        rf"thereupon)\s+)(?i:moved|proposed|"
        rf"tabled)\s+(?i:as\s+[\w\s]{{1,30}}?\s)?(?i:by)\s+(?P<who>{PERSON})",
        "It was moved by Councillor Holt that the report be noted.",
        "Councillor Holt",
    ),
    _rule(
        "mover",
        rf"\b(?i:on|upon|under|following)\s+(?:(?i:the|a)\s+)?(?i:motion|proposal|proposition|"
        rf"nomination)\s+(?i:made\s+)?(?i:by|from|of)\s+(?P<who>{PERSON})",
        "On the proposition of Councillor Holt it was agreed.",
        "Councillor Holt",
    ),
    _rule(
        "mover",
        rf"\b(?i:motion)\s+(?:(?i:was\s+)?(?i:made|put)\s+)?(?i:by|from)\s+(?P<who>{PERSON})",
        "MOTION by Holt, second by Dunn, to adjourn.",
        "Holt",
    ),
    _rule(
        "mover",
        rf"(?:^|[(.;]\s*|\b)(?i:mover|proposer|moved|proposed|prop)(?i:\s+by)?\s*[:.–-]\s*(?P<who>{PERSON})",
        "Proposed: Cllr Holt Seconded: Cllr Dunn",
        "Cllr Holt",
    ),
    _rule(
        "mover",
        rf"(?:^|[(.;]\s*)(?:Moved|Proposed)\s+(?P<who>{NAME})",
        "Moved Cllr Holt, seconded Cllr Dunn",
        "Cllr Holt",
    ),
    _rule(
        "mover",
        rf"\(\s*(?:moved|proposed|prop)\s+(?P<who>{NAME})",
        "It was resolved to object (proposed Cllr Holt, seconded Cllr Dunn).",
        "Cllr Holt",
    ),
    _rule(
        "mover",
        rf"\b(?i:moved|proposed)\s*\(\s*(?P<who>{NAME})\s*\)",
        "It was proposed (Cllr Holt), seconded (Cllr Dunn) and resolved to buy a mower.",
        "Cllr Holt",
    ),
    _rule(
        "mover",
        rf"(?:^|[(:]\s*|\bmotion\s+)(?P<who>{NAME})\s?/\s?{NAME}(?=\)|\s+(?:moved|motion|to)\b)",
        "RESOLVED (Cllr Holt/Cllr Dunn) that the grant be paid.",
        "Cllr Holt",
    ),
    _rule(
        "mover",
        rf"(?P<who>{PERSON}){_ASIDE},?{_ADVERB}\s+(?i:moved|moves|proposes|proposed(?!\s+to\b))\b(?!\s+(?i:by)\b)",
        "Councillor Holt, Portfolio Holder for Finance, moved the budget.",
        "Councillor Holt",
    ),
    _rule(
        "mover",
        rf"(?P<who>{PERSON}),?\s+(?i:whose\s+(?:motion|amendment|proposal)\s+it\s+was|in\s+moving|in\s+proposing)\b",
        "Councillor Holt, whose motion it was, spoke of swifts.",
        "Councillor Holt",
    ),
    _rule(
        "mover",
        rf"\b(?i:moving|proposing)\s+(?i:this|it|the\s+\w+)(?:\s[^,.;]{{1,60}})?,\s+(?P<who>{PERSON})",
        "Moving the motion, Councillor Holt said that it was overdue.",
        "Councillor Holt",
    ),
    _rule(
        "mover",
        rf"^(?P<who>{PERSON})\s+[a-z][^.]*?\s+and{_ADVERB}\s+(?:moved|proposed)\s+(?:that|an?|the)\b",
        "Councillor Holt felt that too little was known and proposed that the application be deferred.",
        "Councillor Holt",
    ),
    _rule(
        "mover",
        rf"(?P<who>{PERSON}){_ASIDE},?{_ADVERB}\s+made\s+(?:a|the)\s+motion\b",
        "Ms. Carr made a motion to approve the minutes.",
        "Ms. Carr",
    ),
    _rule(
        "mover",
        rf"(?P<who>{PERSON}){_ASIDE},?{_ADVERB}\s+(?:presented|introduced|put\s+forward|spoke\s+to)\s+"
        r"(?:his|her|their)\s+(?:notice\s+of\s+)?motion\b",
        "Councillor Holt presented his motion on dog fouling.",
        "Councillor Holt",
    ),
    _rule(
        "mover",
        rf"\b(?i:standing\s+in\s+the\s+name\s+of|notice\s+of\s+motion\s+(?:by|from))\s+(?P<who>{PERSON})",
        "The motion standing in the name of Councillor Holt was considered.",
        "Councillor Holt",
    ),
    _rule(
        "seconder",
        rf"\b(?i:second(?:ed)?|sec)\s+(?i:by)\s+(?P<who>{PERSON})",
        "Moved by Councillor Holt and seconded by Councillor Dunn.",
        "Councillor Dunn",
    ),
    _rule(
        "seconder",
        rf"\b(?i:seconded)\s*\(\s*(?P<who>{NAME})\s*\)",
        "It was proposed (Cllr Holt), seconded (Cllr Dunn) and resolved to buy a mower.",
        "Cllr Dunn",
    ),
    _rule(
        "seconder",
        rf"(?:^|[(:]\s*|\bmotion\s+){NAME}\s?/\s?(?P<who>{NAME})(?=\)|\s+(?:moved|motion|to)\b)",
        "Holt/Dunn moved to approve the minutes.",
        "Dunn",
    ),
    _rule(
        "seconder",
        rf"\b(?i:moved|motion)\s+(?i:by)\s+{PERSON},?\s+(?:and\s+)?(?i:supported)\s+(?i:by)\s+(?P<who>{PERSON})",
        "Moved by Holt, supported by Dunn, to adjourn.",
        "Dunn",
    ),
    _rule(
        "seconder",
        rf"\b(?i:seconder|seconded|sec|second)(?i:\s+by)?\s*[:.–-]\s*(?P<who>{PERSON})",
        "Proposer: Cllr Holt. Seconder: Cllr Dunn.",
        "Cllr Dunn",
    ),
    _rule(
        "seconder",
        rf"(?:(?:^|[,;/.]\s*)seconded|Seconded)\s+(?P<who>{NAME})",
        "Moved Cllr Holt, Seconded Cllr Dunn",
        "Cllr Dunn",
    ),
    _rule(
        "seconder",
        rf"(?P<who>{PERSON}){_ASIDE},?{_ADVERB}\s+(?:seconded|seconds|SECONDED|Seconded(?!\s+{NAME}))\b"
        rf"(?!\s+(?i:by)\b|\s*[:–-]|\s+{NAME}\s*(?:[),.;:]|$))",
        "Councillor Holt moved, and Councillor Dunn seconded, that no change be made.",
        "Councillor Dunn",
    ),
    _rule(
        "seconder",
        rf"^(?P<who>{PERSON})\s+[a-z][^.,;]{{1,60}}?\s+and{_ADVERB}\s+seconded\s+(?:the|this|that|it|an?)\b",
        "Councillor Dunn concurred and seconded the motion.",
        "Councillor Dunn",
    ),
    _rule(
        "seconder",
        rf"(?P<who>{PERSON}),?\s+(?i:in\s+seconding|seconding)\b",
        "Councillor Dunn, in seconding, said that fly-tipping had gone up.",
        "Councillor Dunn",
    ),
    _rule(
        "seconder",
        rf"\b(?i:seconding)\s+(?i:this|it|him|her|the\s+\w+),\s+(?P<who>{PERSON})",
        "Seconding this, Councillor Dunn remarked that the culvert had flooded.",
        "Councillor Dunn",
    ),
)


@lru_cache(maxsize=256)  # a sentence is asked about several times in a row
def namings(text: str) -> tuple[Naming, ...]:
    """Who is named as mover or seconder in `text`, in the order in which they stand there."""
    if _SIGNS.isdisjoint(words_of(text)) and "/" not in text:
        return ()
    found = [
        Naming(rule.part, match["who"].strip(" ,"), match.start(), match.end())
        for rule in RULES
        for match in rule.pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda naming: (naming.start, -naming.end)))


def named(part: Part, text: str) -> str | None:
    """The first mover or seconder that `text` names, as printed."""
    return next((naming.person for naming in namings(text) if naming.part == part), None)
