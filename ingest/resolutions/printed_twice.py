"""Decisions that a page prints twice, under "Decision:" and again in the minutes, are one decision."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from ingest.records import Decision

_SAME = 93.0
_FEWEST_WORDS = 3
_OPENING = re.compile(r"^(?:resolved|agreed|unanimously|it was|that|to|the|decisions?|recommended)\s+")


def without_copies(apart: Sequence[Decision], within: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions in the minutes, then those printed `apart` that the minutes do not print as well."""
    printed = " ".join(_key(decision.text) for decision in within)
    return (*within, *(decision for decision in apart if not _is_copy(_key(decision.text), printed)))


def _is_copy(key: str, printed: str) -> bool:
    if len(key.split()) < _FEWEST_WORDS:
        return f" {key} " in f" {printed} "
    return key in printed or (len(key) <= len(printed) and fuzz.partial_ratio(key, printed) >= _SAME)


def _key(text: str) -> str:
    """The words of a decision without its number and its opening."""
    key = " ".join(re.findall(r"\w+", re.sub(r"^\W*(?:\(?\w{1,3}[.)])\s+", "", text).lower()))
    while (shorter := _OPENING.sub("", key)) != key:
        key = shorter
    return key
