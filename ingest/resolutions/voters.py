"""Votes by name: "For the amendment: Councillors Hale, Dunn and Reed (3)", counted."""

import re
from collections.abc import Sequence

from ingest.records import Vote
from ingest.resolutions.persons import NAME
from ingest.resolutions.votes import vote_of

_SIDES = {
    "for": r"(?:those\s+)?(?:voting\s+)?(?:for|in\s+favou?r|ayes?|yeas?)\b(?!\s+against)",
    "against": r"(?:those\s+)?(?:voting\s+)?(?:against|noes|nays?)\b",
    "abstentions": r"(?:those\s+)?(?:abstentions?|abstain\w*|not\s+voting)\b",
}
_HEADED = {
    side: re.compile(rf"(?:^\W*|\bvote:\s*){words}[^:.]{{0,60}}?[:–—-]\s*(?P<names>\S.*)$", re.IGNORECASE | re.DOTALL)
    for side, words in _SIDES.items()
}
_TOLD = {
    "for": re.compile(r"^(?P<names>.+?)\s+vot(?:ed|ing)\s+(?:in\s+favou?r|for)\b", re.DOTALL),
    "against": re.compile(r"^(?P<names>.+?)\s+vot(?:ed|ing)\s+against\b", re.DOTALL),
    "abstentions": re.compile(r"^(?P<names>.+?)\s+abstain(?:ed|ing)\b", re.DOTALL),
}
_PRINTED_COUNT = re.compile(r"\((?P<count>\d{1,3})\)\W*$|^(?P<first>\d{1,3})\s*[–:-]")
_PLURAL = re.compile(r"^(?:the\s+)?(?:council\s*members?|councillors?|cllrs?\.?|members?|messrs)\s+", re.IGNORECASE)
_NAME = re.compile(rf"{NAME}")
_NOBODY = re.compile(r"^(?:none|nil|nobody|0)\b", re.IGNORECASE)


def count_by_name(sentences: Sequence[str]) -> Vote | None:
    """The count that lists of voters give; None where there is none.

    A count that is printed beside the names goes before counting them. Beside a list of those in favour, a side
    without a list has nobody on it.
    """
    counts: dict[str, int] = {}
    for sentence in sentences:
        for side in _SIDES:
            match = _HEADED[side].search(sentence) or _TOLD[side].match(sentence)
            count = _voters(match["names"]) if match else None
            if count is not None:
                counts.setdefault(side, count)
    if "for" not in counts:
        return vote_of(None, counts.get("against"), counts.get("abstentions")) if counts else None
    return vote_of(counts["for"], counts.get("against", 0), counts.get("abstentions", 0))


def _voters(names: str) -> int | None:
    printed = _PRINTED_COUNT.search(names)
    if printed:
        return int(printed["count"] or printed["first"])
    if _NOBODY.match(names):
        return 0
    people = [_PLURAL.sub("", part.strip()) for part in re.split(r",|;|\band\b|&", names.rstrip(". "))]
    people = [person for person in people if person]
    return len(people) if people and all(_NAME.fullmatch(person) for person in people) else None
