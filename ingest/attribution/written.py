"""Questions and answers printed under labels: "Question from A to B:", "Written response:", "Q1", "Answer:"."""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.attribution.mentions import mention_at

Side = Literal["question", "answer"]


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label: which side speaks, and who asks whom where it says so (as printed)."""

    side: Side
    end: int
    by: str | None = None
    to: str | None = None


# A hyphen without a blank beside it is one within a name: "Councillor Hesketh-Bowen:".
_ENDS = r"(?:\s*[:–]\s*|\s+-\s*|-\s+)(?=\S|$)"
_NUMBER = r"(?:\(?[\da-z]{1,3}[.)]\s*)?"
_QUESTION = re.compile(
    rf"{_NUMBER}(?:(?:Supplementary|Written|Public|Member[’']?s?|Verbal|Oral|First|Second|Third|"
    rf"Further)\s+)*(?:[Qq]uestion|QUESTION|Q)(?:\s+(?:No\.?\s*)?\d+)?"
    r"(?:\s+(?:from|by|asked\s+by|"
    rf"submitted\s+by)\s+(?P<by>[^:]{{3,120}}?))?(?:,?\s+to\s+(?P<to>[^:]{{3,120}}?))?{_ENDS}"
)
_ANSWER = re.compile(
    rf"{_NUMBER}(?:(?:Supplementary|Written|Verbal|Oral|Officer|Council[’']?s?)\s+)*(?:[Rr]esponse|"
    rf"[Aa]nswer|[Rr]eply|RESPONSE|ANSWER|REPLY|A)(?:\s+\d+)?"
    rf"(?:\s+(?:from|by|of|given\s+by)\s+(?P<by>[^:]{{3,120}}?))?{_ENDS}"
)
_LINE = re.compile(
    rf"{_NUMBER}(?:(?:Supplementary|Written|Public|Oral)\s+)*(?:Question|Response|Reply|Answer)(?:\s+\d+)?\s+(?:from|by|of)\s+"
    r"(?:the\s+)?[A-Z][^.:;?!]{2,120}"
)
_BARE_LETTER = re.compile(r"[AQ]\s*[–-]")


def label_of(text: str) -> Label | None:
    """The label with which `text` begins, or None; one that names somebody may be a line of its own without a colon."""
    if _LINE.fullmatch(text):
        text = f"{text}:"
    question = _QUESTION.match(text)
    if question and not _BARE_LETTER.match(question[0]):
        return Label("question", question.end(), _person(question["by"]), _person(question["to"]))
    answer = _ANSWER.match(text)
    if answer and not _BARE_LETTER.match(answer[0]):
        return Label("answer", answer.end(), _person(answer["by"]))
    return None


def _person(text: str | None) -> str | None:
    if text is None:
        return None
    found = mention_at(text.strip(), 0)
    return text.strip() if found or text[:1].isupper() else None
