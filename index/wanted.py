"""What kind of passage would answer a question, by the wording of the question: a decision, a figure, a day.

Few words say it, and they say nothing of the subject: so a passage of the wanted kind is moved up a little, whatever it
is about. `docs/ranking.md` has what each is worth.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.encoder import Vectors
from index.nature import Nature
from index.terms import Numbers

# What is added to the evidence for a passage that is of the kind that is wanted, or taken from it.
DECISION, FIGURE, REASON, DAY = 0.12, 0.06, 0.03, 0.2
# What a question of the minutes and a line of the agenda lose: they hold the words of a question, not its answer.
QUESTION, AGENDA = 0.08, 0.05
# What a draft loses: as little as lets the confirmed minutes of the same meeting come first.
DRAFT = 0.02

_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|rais(?:e|es|ed|ing)|question(?:s|ed)?|quer(?:y|ies|ied)|(?:wanted|wished) to know|"
    r"[ei]nquired?|concern(?:s|ed)?|challenged?|request(?:s|ed)?)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:decid\w+|decisions?|resol(?:ved?|ution\w*)|agreed?|approv\w+|recommend\w*|outcome|refus(?:e|ed|al)|"
    r"grant(?:ed)?|adopt(?:ed)?|determin\w+|conclu\w+|reject\w*|call(?:ed)? for|request\w*|asked for|"
    r"bec[ao]me of|came of|happened to|vot(?:e|ed|es|ing)|ballot|show of hands|tied?|casting|majority|mover?|moved|"
    r"propos(?:ed|er)|second(?:ed|er)|amendments?|motions?|carried|lost|defeated|put forward)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\bhow (?:many|much|big|large|long|far|often|old|high|fast|small|few)\b|\bpercentage|\bproportion|\bcosts?\b|"
    r"\bwhat (?:share|number|sum|amount|rate|figure|price|size)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\bwhy\b|\breasons?\b|\bcaused?\b|\bexplain|\bbecause\b", re.IGNORECASE)
_MACHINERY = re.compile(
    r"\b(?:apolog|absen|interest|declar|attend|present|minutes|correct record|welcome|adjourn|exclu|urgent|substitut|"
    r"next meeting|start|open|clos|end)",
    re.IGNORECASE,
)
_MONTHS = [name.lower() for name in calendar.month_name]
_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{'|'.join(_MONTHS[1:])})\b(?:,?\s+(?P<year>\d{{4}}))?|"
    r"\b(?P<alone>(?:19|20)\d\d)\b(?![/–-]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants. `days` are (year, month, day), each nought where it is not said."""

    asked: bool
    decision: bool
    figure: bool
    reason: bool
    machinery: bool
    days: tuple[tuple[int, int, int], ...]


def wanted(question: str) -> Wanted:
    """What kind of passage `question` wants.

    >>> wanted("What was decided on 8 March 2023?").days
    ((2023, 3, 8),)
    """
    return Wanted(
        asked=_ASKED.search(question) is not None,
        decision=_DECIDED.search(question) is not None,
        figure=_FIGURE.search(question) is not None,
        reason=_REASON.search(question) is not None,
        machinery=_MACHINERY.search(question) is not None,
        days=tuple(_days(question)),
    )


def _days(question: str) -> Iterator[tuple[int, int, int]]:
    for found in _DAY.finditer(question):
        if found["alone"]:
            yield int(found["alone"]), 0, 0
        elif found["day"] or found["year"] or found["month"][0].isupper():  # "may" is mostly no month
            yield int(found["year"] or 0), _MONTHS.index(found["month"].lower()), int(found["day"] or 0)


def leaning(wants: Wanted, nature: Numbers) -> Vectors:
    """What is added to the evidence for passages of these natures."""

    def having(kind: Nature) -> Vectors:
        return ((nature & kind) > 0).astype(np.float32)

    lean = -AGENDA * having(Nature.AGENDA) - DRAFT * having(Nature.DRAFT)
    if wants.decision:
        lean += DECISION * having(Nature.DECISION)
    if not wants.asked:
        lean -= QUESTION * having(Nature.QUESTION)
    if wants.figure:
        lean += FIGURE * having(Nature.FIGURE)
    if wants.reason:
        lean += REASON * having(Nature.REASON)
    found: Vectors = lean.astype(np.float32)
    return found


def dated(wants: Wanted, day: Numbers) -> Vectors:
    """What is added to the evidence for passages of meetings on these days."""
    fitting = np.zeros(day.size, dtype=np.bool_)
    for one in wants.days:
        fitting |= _on(one, day)
    found: Vectors = np.where(fitting, np.float32(DAY), np.float32(0.0))
    return found


def _on(wanted_day: tuple[int, int, int], day: Numbers) -> npt.NDArray[np.bool_]:
    """Which of the days are the wanted one, as far as that is said."""
    parts = (day // 10_000, day // 100 % 100, day % 100)
    fits = day > 0
    for said, part in zip(wanted_day, parts, strict=True):
        fits &= (part == said) | (said == 0)
    return fits
