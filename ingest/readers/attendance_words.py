"""What the attendance column of a table says: "Present", "Apologies, sent representative", "In attendance"."""

import re

from ingest.records import AttendanceStatus

# The first that matches counts: "Apologies, substitute sent" are apologies, "Present as substitute" a substitute.
_WORDS: tuple[tuple[re.Pattern[str], AttendanceStatus | None], ...] = (
    (re.compile(r"expected|invited|not\s+required", re.I), None),
    (re.compile(r"apolog|excused|regrets|\bleave of absence\b|ymddiheuriad", re.I), "apologies"),
    (re.compile(r"substitut|deputy\s+for|deputis|\bsub\b|reserve.*(?:acting|attending)|dirprwy", re.I), "substitute"),
    (re.compile(r"absent|did\s+not\s+attend|not\s+(?:present|in\s+attendance)|^\s*(?:no|n|x|✗)\s*$", re.I), "absent"),
    (re.compile(r"in\s+attendance|attending|observ|officers?\b|invitee", re.I), "in_attendance"),
    (re.compile(r"present|attended|virtual|remote|^\s*(?:yes|y|p|✓|✔|in person)\s*$|presennol", re.I), "present"),
)


def status_of(printed: str) -> AttendanceStatus | None:
    """The status that the words of an attendance column mean; None where they say nothing about who came.

    >>> status_of("Present (from item 4)")
    'present'
    """
    return next((status for pattern, status in _WORDS if pattern.search(printed)), None)
