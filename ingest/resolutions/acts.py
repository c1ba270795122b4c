"""What a sentence of the minutes does for a decision: stands over it, states it, tells its result, ends it."""

import re

from ingest.resolutions.act_rules import BODY_NOUN, FORMAL, GRANTED, LABEL, RULES, Act, Rule
from ingest.resolutions.movers import namings
from ingest.resolutions.votes import count_in
from ingest.resolutions.words import words_of

__all__ = ["RULES", "Act", "Rule", "act_of", "ends_open", "is_formal", "is_label", "settles"]

_LONGEST = 2000
_LONGEST_TALLY = 400
_BARE_THAT = re.compile(
    r"^(?:THAT\b|That\b.{0,400}?\b(?:be|do|is|are|was|were|has|have|note|notes|approve|approves)\b)", re.DOTALL
)
_RESOLVED_SO = re.compile(
    r"\b(?:resolved|agreed|approved|carried(?!\s+(?:out|on|over)\b)|adopted|accepted|passed|granted|refused|deferred|appointed|"
    r"elected|co-opted|voted(?=\s+(?:unanimously|\d|to\b|in\s+favou?r)))\b",
    re.IGNORECASE,
)
_TALLY = re.compile(
    r"^(?:(?i:an?\s+(?:recorded|named|further)?\s*vote\s+(?:was|having|on)|(?:recorded|roll[- ]call)\s+vote\b|"
    r"the\s+(?:vote|voting|votes)\b|"
    r"voting\b|votes?\s*(?:for|against|:)|(?:up)?on\s+(?:a|being|the)\b|there\s+(?:were|voted|being)|\d+\s)|"
    r"(?i:(?:those\s+)?(?:voting\s+)?(?:for|against|in\s+favou?r|abstain\w*|abstentions?|ayes?|noes|"
    r"yeas?|nays?|absent|excused)\b[^:.]{0,60}:)|"
    r"\([^()]{0,200}\)\W*$|.{0,80}\bmotion\s+(?:was|being|having|put)\b)"
)
_ANNOUNCED = re.compile(r"^(?:(?:up)?on\s+)?(?:a\s+)?(?:recorded|named|roll[- ]call)\s+vote\b", re.IGNORECASE)
_CASTING = re.compile(r"^(?:[Tt]he|[Hh]aving)\b.{0,60}\bcasting\s+vote\b")
_VOTING = frozenset("voted voting opposed dissent dissented dissenting against abstained".split())
_NAMED_VOTERS = re.compile(
    r"\b(?:voted|voting)\s+(?:in\s+favou?r|for|against)\b|^\W*(?:Councillors?|"
    r"Cllrs?)\b.{0,200}\b(?:opposed|dissent\w+|against)\W*$|\babstained\b(?:\s+from\s+voting)?[.;]?$",
    re.IGNORECASE,
)
_FORMAL_WORD = re.compile(
    rf"\b(?:{FORMAL}|{GRANTED})\b|^(?:Unanimously\s+)?(?:Resolved|Agreed|Decided|Recommended)\b|"
    rf"(?i:it\s+was|{BODY_NOUN})\s+(?:\w+\s+)?(?i:resolved)\b"
)
_LABELLED = re.compile(
    r"^\W*(?:it\s+was\s+)?(?:then\s+)?(?:moved|proposed|seconded|second|mover|proposer|seconder|prop|sec|"
    r"on|under|motion)\b",
    re.IGNORECASE,
)
_FILLER_WORDS = (
    "it was and by vote votes voting carried agreed approved without unanimously unanimous all in favour favor the "
    "motion amendment on a show of hands nem con with recorded moved proposed seconded seconder mover both duly this "
    "for against abstentions abstention abstained none no then thereupon accordingly"
)
_FILLERS = frozenset(_FILLER_WORDS.split())


def act_of(text: str, *, begins_paragraph: bool) -> Act | None:
    """What the sentence `text`, without list marker, does for a decision; None where it does nothing."""
    words = text[:_LONGEST].strip()
    held = words_of(words)
    first = next((rule.act for rule in RULES if _holds(rule, words, held)), None)
    if first in ("reasons", "action", "heading", "lead"):
        return first
    named = {naming.part for naming in namings(words)}
    if named and not _substance(words) and (len(named) == 2 or _LABELLED.match(words)):
        return "movers"
    if first is None and len(named) == 2 and _RESOLVED_SO.search(words):
        return _moved_act(words)
    if first is None and _is_tally(words):
        return "tally"
    if first in ("result", "resolution"):
        return first
    if len(named) == 2:
        return _moved_act(words)
    if begins_paragraph and _BARE_THAT.match(words):
        return "resolution"
    return first


def _holds(rule: Rule, words: str, held: frozenset[str]) -> bool:
    if rule.needs and rule.needs.isdisjoint(held):
        return False
    return rule.pattern.search(words) is not None and not _is_title(rule, words)


def _moved_act(words: str) -> Act:
    """What a sentence that names mover and seconder does beside."""
    if re.search(r"\b(?:carried(?!\s+(?:out|on|over)\b)|lost|defeated|passed)\b", words) and not re.search(
        r"\b(?:resolved|agreed)\b", words
    ):
        return "result"
    return "resolution" if _RESOLVED_SO.search(words) else "motion"


def settles(text: str) -> bool:
    """Whether a sentence says that what was moved was also agreed ("seconded by B and unanimously approved")."""
    return _RESOLVED_SO.search(text) is not None


def is_label(text: str) -> bool:
    """Whether a heading only says that decisions follow ("Decisions"), which is no word of the resolution."""
    return LABEL.match(text) is not None


def is_formal(text: str) -> bool:
    """Whether the sentence `text` has the word of a formal resolution, beside which prose decides nothing.

    >>> is_formal("Agreed: that the strip revert to grass."), is_formal("It was agreed that a letter be sent.")
    (True, False)
    """
    return _FORMAL_WORD.search(text[:_LONGEST]) is not None


def ends_open(text: str) -> bool:
    """Whether a sentence leads on to a list ("RESOLVED that:", "The Committee AGREED to").

    >>> ends_open("It was RESOLVED –")
    True
    """
    return re.search(r"(?:[:–—-]|\b(?:that|to|RESOLVED|AGREED|resolved|agreed|following))\s*$", text) is not None


def _is_title(rule: Rule, words: str) -> bool:
    """A line in capitals is a heading of the agenda ("MATTERS REFERRED"), unless it begins with the formal word."""
    return (
        rule.act in ("resolution", "result")
        and words.isupper()
        and re.match(rf"(?:{FORMAL}|CARRIED|LOST|DEFEATED|MOTION|AMENDMENT)\b", words) is None
    )


def _is_tally(words: str) -> bool:
    if count_in(words) is not None and (not _substance(words) or _TALLY.match(words)):
        return True
    if ":" in words and _TALLY.match(words):
        return True
    may_name = not _VOTING.isdisjoint(words_of(words)) and len(words) < _LONGEST_TALLY
    named_voters = may_name and _NAMED_VOTERS.search(words) is not None
    return named_voters or _ANNOUNCED.match(words) is not None or _CASTING.match(words) is not None


def _substance(words: str) -> bool:
    """Whether anything is left when mover, seconder and count are taken out."""
    left = words
    for naming in reversed(namings(words)):
        left = left[: naming.start] + " " + left[max(naming.end, naming.start) :]
    left = re.sub(r"\d+", " ", left)
    return any(word.lower() not in _FILLERS for word in re.findall(r"[^\W\d_]+", left))
