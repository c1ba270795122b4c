"""What somebody is said to have done in a vote, and whether what was only asked for is said to have come about."""

import re
from collections.abc import Sequence

from assistant.words import stem
from ingest.people import NAME, TITLE, surname

_MOVED, _SECONDED, _VOTED = r"(?:moved|proposed)", r"seconded", r"(?:voted|abstained)"
_PERSON = re.compile(rf"\b{TITLE}\s+(?P<name>{NAME})")
# Between somebody and what he or she does stands nobody else who does anything.
_NO_OTHER = r"(?!(?:moved|proposed|seconded|voted|abstained|and|but|while|be|been)\b)"
# Of a vote that is taken by name minutes print a list: "For: Councillors Amin and Reid".
_LISTED = re.compile(
    r"\b(?:voted|voting|abstained|recorded)\b|\b(?:for|against|abstentions?|abstaining)\b\s*[:(–-]", re.IGNORECASE
)

_DONE = re.compile(
    r"\b(?:was|were|been|is|are|being)\s+(?:\w+ly\s+|now\s+|also\s+|then\s+)?(?P<verb>[\w-]+(?:ed|en|t|d|ne|wn))\b"
)
_TO_COME = re.compile(
    r"\b(?:would|will|should|could|may|might|must|to|shall)\s+(?:\w+ly\s+|now\s+|also\s+|then\s+)?be\s+(?:\w+ly\s+)?(?P<verb>[\w-]+)\b"
)
# In a decision "be" orders: what is agreed or refused so has happened, what is to be delivered has not.
_ORDERED = re.compile(r"\bbe\s+(?:\w+ly\s+)?(?P<verb>[\w-]+)\b")
_DELIVERED = frozenset(
    map(
        stem,
        "brought received submitted presented sent written published completed provided prepared circulated reported"
        " held built delivered produced undertaken reviewed updated invited arranged".split(),
    )
)


def misplaced(sentence: str, held: str) -> bool:
    """Whether the sentence has somebody move, second or vote where `held` does not say so."""
    names = {surname(match["name"]) for match in _PERSON.finditer(sentence)}
    return any(
        _does(sentence, name, verb) and not (_does(held, name, verb) or (verb == _VOTED and _LISTED.search(held)))
        for name in sorted(names)
        for verb in (_MOVED, _SECONDED, _VOTED)
    )


def _does(text: str, name: str, verb: str) -> bool:
    printed = re.escape(name)
    before = rf"\b{printed}\b(?:,[^,.;]{{0,60}},)?(?: {_NO_OTHER}[\w’'-]+){{0,3}} {verb}\b(?! by\b)"
    behind = rf"\b{verb} by(?: {_NO_OTHER}[\w’'.-]+){{0,6}},? {printed}\b"
    return re.search(f"{before}|{behind}", " ".join(text.split()), re.IGNORECASE) is not None


def promised_only(sentence: str, quotes: Sequence[str]) -> bool:
    """Whether the sentence says that something was done which the quotes only ask for, or expect."""
    done = {stem(match["verb"].lower()) for match in _DONE.finditer(sentence)}
    known = {stem(match["verb"].lower()) for quote in quotes for match in _DONE.finditer(quote)}
    coming = {stem(match["verb"].lower()) for quote in quotes for match in _TO_COME.finditer(quote)}
    ordered = {stem(match["verb"].lower()) for quote in quotes for match in _ORDERED.finditer(quote)}
    fresh = done - known
    return bool(fresh & coming) or bool(fresh & _DELIVERED and ordered & _DELIVERED)
