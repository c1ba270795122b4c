"""What became of a motion, in the words that its decision is printed with."""

import re

from ingest.records import Outcome

_ADVERB = r"(?:(?:not|now|further|also|therefore|again|\w+ly)\s+){0,2}"
_BE = rf"\b(?:be|is|was|were|been|stands?)\s+{_ADVERB}"
_PERMISSION = (
    r"(?:permission|application|consent|approval|licence|license|request|grant|variation|appeal|proposal|it)\w*"
)

RULES: tuple[tuple[Outcome, re.Pattern[str], str], ...] = (
    (
        "lost",
        re.compile(
            r"\b(?:LOST|DEFEATED|FAILED|NOT\s+CARRIED|NOT\s+AGREED|FELL)\b|\b(?:[Mm]otion|[Aa]mendment|[Pp]roposal|"
            r"proposition|vote|resolution|it)\b[^.;]{0,120}?"
            r"\b(?:(?:was|were|been|declared)\b[^.;]{0,40}?\b(?:lost|defeated|negatived|unsuccessful|rejected|"
            r"not\s+carried)|fell|failed)\b|"
            r"^\W*(?:lost|defeated)\b"
        ),
        "The motion was accordingly lost on the casting vote of the Chair.",
    ),
    (
        "withdrawn",
        re.compile(rf"{_BE}WITHDRAWN|{_BE}withdrawn\b|^\W*withdrawn\b|\bWITHDRAWN\b"),
        "This item was withdrawn by officers.",
    ),
    (
        "deferred",
        re.compile(
            rf"{_BE}(?:deferred|adjourned|postponed)\b|^\W*(?:(?:that|to|agreed|resolved)\W+)*(?:defer|deferred|"
            rf"postpone)\b|"
            r"\b(?:agreed|resolved|decided|voted)\s+(?:unanimously\s+)?to\s+(?:defer|postpone|adjourn)\b|\bDEFERRED\b",
            re.IGNORECASE,
        ),
        "It was AGREED that consideration be deferred to the next meeting.",
    ),
    (
        "refused",
        re.compile(
            rf"\b{_PERMISSION}\b[^.;]{{0,120}}?{_BE}(?:refused|rejected|dismissed|declined)\b|{_BE}(?:REFUSED|"
            rf"REJECTED)\b|^\W*(?:(?:that|to|agreed|resolved)\W+)*(?:refuse|refused)\b|"
            rf"\bREFUSED\b|\b{_PERMISSION}\b[^.;]{{0,80}}?\bnot\s+be\s+(?:granted|approved)\b|\b(?:resolved|"
            rf"agreed)\s+(?:unanimously\s+)?to\s+refuse\b",
            re.IGNORECASE,
        ),
        "That permission be REFUSED for the reason set out in the report.",
    ),
    (
        "referred",
        re.compile(
            rf"{_BE}referred\s+(?:back\s+)?to\b|{_BE}referred\s+back\b|^\W*(?:(?:that|to|agreed|"
            rf"resolved)\W+)*refer\b|\bREFERRED\b",
            re.IGNORECASE,
        ),
        "That the petition be referred to the Cabinet Member.",
    ),
)
_AGREED = re.compile(
    r"\bbe\s+(?!(?:deferred|refused|referred|withdrawn|adjourned|postponed|rejected|"
    r"dismissed)\b)(?:\w+ly\s+)?\w+(?:ed|en|d|t|n)\b",
    re.IGNORECASE,
)


def outcome_of(text: str) -> Outcome:
    """The outcome that the words of a decision print; what is granted, noted or carried is agreed.

    Where one sentence resolves several things, the first names the outcome.

    >>> outcome_of("RESOLVED that the report be noted and that the appeal be deferred")
    'agreed'
    """
    found = [(match.start(), outcome) for outcome, pattern, _ in RULES if (match := pattern.search(text))]
    if not found:
        return "agreed"
    at, outcome = min(found)
    agreed = _AGREED.search(text)
    return "agreed" if outcome != "lost" and agreed and agreed.start() < at else outcome
