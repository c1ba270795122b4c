"""What a passage is, whatever it is about: a question, a decision, the machinery of a meeting.

Each is a bit, so that a row of the matrix has room for all of them in one byte.
"""

import re
from enum import IntFlag

from index.model import Passage

_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|third|quarter|hundred|thousand|"
    r"million|per cent|once|twice)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|as|since|due to|owing|on the grounds?|so that|reasons?|caused|result|put (?:this|it) down|"
    r"explain(?:ed|s)?)\b",
    re.IGNORECASE,
)


class Nature(IntFlag):
    """What a passage is, besides its subject."""

    MACHINERY = 1
    QUESTION = 2
    DECISION = 4
    AGENDA = 8
    FIGURE = 16
    REASON = 32
    DRAFT = 64


def nature_of(passage: Passage, *, boilerplate: bool, draft: bool) -> Nature:
    """The nature of `passage`; `boilerplate` says that it is the machinery of a meeting."""
    found = Nature.MACHINERY if boilerplate else Nature(0)
    if draft:
        found |= Nature.DRAFT
    if passage.kind == "question":
        found |= Nature.QUESTION
    if passage.part == "decision":
        found |= Nature.DECISION
    if passage.part == "agenda":
        found |= Nature.AGENDA
    if _FIGURE.search(passage.text):
        found |= Nature.FIGURE
    if _REASON.search(passage.text):
        found |= Nature.REASON
    return found
