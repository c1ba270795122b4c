"""How a vote went: the count that a decision prints, in figures, in words, or as names.

A side that is not printed stays null, unless the printed count implies it: "8 for, 1 against" means no abstentions.
"""

import re

from ingest.records import Vote
from ingest.resolutions.numbers import NUMBER, number
from ingest.resolutions.words import words_of

_GAP = r"[\s:–—,;.=-]*(?:and\s+)?"
_VOTERS = r"(?:\s+(?:votes?|members?|councillors?|voting|voted|were|was|being|cast|of))*"
_FOR = r"(?:(?:in\s+)?favou?r(?:\s+of)?|for|ayes?|yeas?|yes|affirmative)\b(?:\s+(?:the|this)\s+\w+)?"
_AGAINST = r"(?:against|noes|nays?|no|opposed|negative)\b(?:\s+(?:the|this)\s+\w+)?"

_LABEL_FIRST = re.compile(
    rf"(?:votes?\s+|voting\s+|in\s+)?\b{_FOR}[\s:–—=(-]*(?P<yes>{NUMBER})\)?{_GAP}"
    rf"(?:votes?\s+)?\b{_AGAINST}[\s:–—=(-]*(?P<no>{NUMBER})",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    rf"\b(?P<yes>{NUMBER}){_VOTERS}\s*(?:in\s+)?{_FOR}{_GAP}(?:with\s+|to\s+)?(?P<no>{NUMBER}){_VOTERS}\s*{_AGAINST}",
    re.IGNORECASE,
)
_VOTES_TO = re.compile(rf"\b(?P<yes>{NUMBER})\s+votes?\s+(?:to|against)\s+(?P<no>{NUMBER})", re.IGNORECASE)
_SCORE = rf"(?P<yes>{NUMBER})(?:\s+to\s+|\s*[:–-]\s*)(?P<no>{NUMBER})(?:[–-](?P<rest>\d{{1,3}})\b)?"
_VOTE_OF = re.compile(
    rf"\b(?:carried|lost|defeated|passed|failed|vote|voted|count|voting|majority)\b[^.;:()]{{0,25}}?[\s(]{_SCORE}"
    rf"(?!\s*(?:\d|[ap]\.?m\b|years?|months?|days?|per\b))",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"\(\s*(?:by\s+|vote[sd]?:?\s+|voting\s+)?{_SCORE}(?=\s*(?:\)|,|;|and\b|with\b|on\b))", re.IGNORECASE
)
_TIED = re.compile(
    rf"\b(?:tied|equal|equality|level|even|split)\b[^.]{{0,40}}?\b(?P<yes>{NUMBER})(?:\s+(?:votes?|members?))?\s+"
    rf"(?:each|a\s*piece|all|(?:on|for)\s+(?:each|either)\s+side)",
    re.IGNORECASE,
)
_YES_ALONE = re.compile(
    rf"\b(?P<yes>{NUMBER})\s+(?:votes?|members?|councillors?)\s+(?:were\s+|was\s+|voted\s+|voting\s+|cast\s+)*"
    rf"(?:in\s+favou?r|for)\b(?!\s+\d)|\bin\s+favou?r\s*[:–—=(-]\s*(?P<labelled>\d{{1,3}})\b|"
    rf"\b(?P<bare>{NUMBER})\s+in\s+favou?r\b",
    re.IGNORECASE,
)
_NO_ALONE = re.compile(
    rf"\b(?P<no>{NUMBER})\s+(?:(?:votes?|members?|councillors?)\s+)?(?:voted\s+|voting\s+|cast\s+|"
    rf"were\s+|was\s+)?(?:against|opposed)\b"
    rf"|\bagainst\s*[:–—=(-]\s*(?P<labelled>\d{{1,3}})\b(?!\s*[.:/]\d)",
    re.IGNORECASE,
)
_ABSTAINED = r"(?:abstentions?|abstain(?:ed|ing|s)?|not\s+voting)"
_ABSTENTIONS_AFTER = re.compile(rf"\b{_ABSTAINED}[\s:–—=(-]*(?P<count>{NUMBER})", re.IGNORECASE)
_ABSTENTIONS = re.compile(
    rf"\b(?P<count>{NUMBER})\s+(?:members?\s+|councillors?\s+|votes?\s+)?{_ABSTAINED}\b", re.IGNORECASE
)
# What every count has somewhere: most sentences lack it.
_SIGNS = frozenset(
    "vote votes voted voting favour favor against opposed nay nays noes abstain abstained abstaining abstains "
    "abstention abstentions carried lost defeated passed failed majority count counted tied equal equality level even "
    "split aye ayes yea yeas yes affirmative members member councillors councillor".split()
)
_IN_FAVOUR = frozenset(("favour", "favor", "for"))
_OPPOSED = frozenset(("against", "opposed"))
_ABSTAINING = frozenset("abstain abstained abstaining abstains abstention abstentions voting".split())
_PAIRS = (_LABEL_FIRST, _NUMBER_FIRST, _VOTES_TO, _VOTE_OF, _IN_BRACKETS, _TIED)
_MOTION = r"(?:for\s+)?the\s+(?:original\s+)?motion\b"
_AMENDMENT = r"(?:for\s+)?the\s+amendment\b"
_RIVALS = re.compile(
    rf"\b{_MOTION}[^.]{{0,80}}\b\d+[^.]{{0,20}}\b{_AMENDMENT}|\b{_AMENDMENT}[^.]{{0,80}}\b\d+[^.]{{0,20}}\b{_MOTION}|"
    rf"\b{_MOTION}[^.]{{0,80}}\bfor\s+the\s+amendment\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:lost|defeated|failed|rejected|negatived|not\s+carried|fell)\b", re.IGNORECASE)


def count_in(text: str) -> Vote | None:
    """The count that `text` prints, or None.

    >>> count_in("RESOLVED by 6 votes to 4, with 1 abstention: That permission be GRANTED")
    Vote(for_=6, against=4, abstentions=1)
    """
    if (_SIGNS.isdisjoint(words_of(text)) and "(" not in text) or decides_between(text):
        return None
    match = next((found for found in (pattern.search(text) for pattern in _PAIRS) if found), None)
    if match is None:
        return _one_sided(text)
    yes = number(match["yes"])
    no = number(match["no"]) if "no" in match.re.groupindex else yes
    if match.re in (_VOTES_TO, _VOTE_OF, _IN_BRACKETS) and yes > no and _LOST.search(text):
        yes, no = no, yes  # "lost by 7 votes to 3": the larger side is named first
    third = match["rest"] if "rest" in match.re.groupindex else None
    abstained = number(third) if third else _abstentions(text[match.end() :], labels_first=match.re is _LABEL_FIRST)
    return vote_of(yes, no, abstained or 0)


def decides_between(text: str) -> bool:
    """Whether a vote was taken between two motions: no vote for and against one, and neither is open after it."""
    return _RIVALS.search(text) is not None


def vote_of(yes: int | None, no: int | None, abstained: int | None) -> Vote:
    """The vote with these numbers."""
    return Vote.model_validate({"for": yes, "against": no, "abstentions": abstained})


def _one_sided(text: str) -> Vote | None:
    held = words_of(text)
    yes = None if held.isdisjoint(_IN_FAVOUR) else _printed(_YES_ALONE.search(text))
    no = None if held.isdisjoint(_OPPOSED) else _printed(_NO_ALONE.search(text))
    abstained = _abstentions(text)
    if yes is None and no is None and abstained is None:
        return None
    if yes is not None and (no is not None or abstained is not None):
        return vote_of(yes, no or 0, abstained or 0)
    return vote_of(yes, no, abstained)


def _abstentions(text: str, *, labels_first: bool = False) -> int | None:
    if words_of(text).isdisjoint(_ABSTAINING):
        return None
    patterns = (_ABSTENTIONS_AFTER, _ABSTENTIONS) if labels_first else (_ABSTENTIONS, _ABSTENTIONS_AFTER)
    return _printed(next((found for found in (pattern.search(text) for pattern in patterns) if found), None))


def _printed(match: re.Match[str] | None) -> int | None:
    printed = next((group for group in match.groups() if group), None) if match else None
    return None if printed is None else number(printed)
