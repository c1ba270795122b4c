"""What a table of recorded votes adds: the outcome of motions whose fate the minutes do not tell."""

import re
from collections.abc import Sequence

from ingest.draft import RecordedVote
from ingest.records import Decision, Outcome

_RESULTS: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    ("lost", re.compile(r"(?i)\b(?:lost|defeated|rejected|not\s+carried|fell|failed)\b")),
    ("withdrawn", re.compile(r"(?i)\bwithdrawn\b")),
    ("deferred", re.compile(r"(?i)\b(?:deferred|adjourned)\b")),
    ("agreed", re.compile(r"(?i)\b(?:carried|agreed|passed|approved|adopted)\b")),
)
_AMENDMENT = re.compile(r"(?i)\bamendment\b")


def with_recorded(decisions: Sequence[Decision], votes: Sequence[RecordedVote]) -> tuple[Decision, ...]:
    """`decisions`, and one more for each recorded vote with a result that none of them tells.

    An added decision is the text of the table; it has no place in the minutes.
    """
    told = [(_is_amendment(decision.text), decision.outcome == "lost") for decision in decisions]
    added = []
    for vote in votes:
        outcome, text = _outcome(vote.result), vote.text or vote.title
        if outcome is None or not text.strip():
            continue
        sign = (_is_amendment(f"{vote.title} {text}"), outcome == "lost")
        if sign in told:
            told.remove(sign)
        else:
            added.append(Decision(text=text, outcome=outcome))
    return (*decisions, *added)


def _outcome(result: str | None) -> Outcome | None:
    return next((outcome for outcome, pattern in _RESULTS if pattern.search(result or "")), None)


def _is_amendment(text: str) -> bool:
    return _AMENDMENT.search(text) is not None
