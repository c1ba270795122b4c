"""What a sentence of the minutes does for a decision: stands over it, states it, tells its result, ends it.

The rules are data: what a sentence does, its pattern, and an example that is its test. Case matters: RESOLVED and
AGREED in capitals are formal, "agreed" in the middle of prose is somebody agreeing.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.resolutions.movers import namings
from ingest.resolutions.votes import count_in

Act = Literal["reasons", "action", "heading", "lead", "movers", "motion", "result", "resolution", "tally", "agreement"]
"""What a sentence does.

    reasons     begins what follows a decision and is no part of it
    action      gives somebody something to do
    heading     stands alone over decisions ("RESOLVED:")
    lead        leads to a resolution ("Upon a vote being taken it was")
    movers      names mover or seconder and nothing else
    motion      a motion with its mover, its seconder and its wording
    result      tells that a motion was carried or lost
    resolution  states what was resolved
    tally       counts votes, or names who voted how
    agreement   says in prose what the body agreed: a decision where the item has no formal one
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, what a sentence in which it is found does, and one such sentence."""

    act: Act
    pattern: re.Pattern[str]
    example: str


_LONGEST = 2000
_LONGEST_TALLY = 400
_BODY_NOUN = (
    r"(?i:sub-?committee|committee|panel|board|council|cabinet|executive|authority|members|councillors|governors|trustees|"
    r"directors|meeting|forum|group|commission|commissioners|assembly|"
    r"partnership|body|court|senate|vestry|association|society)"
)
_BODY = (
    r"(?:(?:[Tt]he|THE|This|Full|All)\s+)?(?:(?!Councillors?\b|Cllr|Mr|Ms|Dr)[A-Z][\w’'-]*\s+(?:(?:and|of|for|&)\s+(?:the\s+)?(?=[A-Z]))?){0,6}?"
    rf"{_BODY_NOUN}"
)
_HOW = r"(?:,?\s+(?:\w+ly|then|thereupon|therefore|also|further|nem\s+con|had)|,\s[^,.]{2,90},){0,3}"
_FORMAL = r"(?:RESOLVED|AGREED|RECOMMENDED|RECOMMENDS|CONCLUDED|DECIDED|ORDERED|DETERMINED|NOTED)"
_GRANTED = r"(?:APPROVED|GRANTED|REFUSED|DEFERRED|WITHDRAWN|ENDORSED|ADOPTED|REFERRED)"
_OPENING = (
    r"(?:resolved|agreed|decided|recommended|approved|noted|ordered|concluded|granted|refused|deferred|withdrawn)"
)
_FATE = r"(?:carried|lost|defeated|passed|adopted|rejected|negatived|withdrawn|agreed|approved|unsuccessful|successful)"
_MOTION = r"(?i:amendment|motion|proposal|proposition|resolution|recommendations?)"
_WHICH = (
    r"(?:(?i:substantive|original|main|amended|procedural|first|second|third|further|above|same|officers?|officer[’']s)"
    r"\s+){0,2}"
)
_BUSINESS = (
    r"(?:item|report|application|matter|motion|amendment|proposal|petition|paper|appeal|question|decision|"
    r"consideration)s?"
)
_SIGNED = r"(?:agreed|approved|confirmed|signed|accepted|adopted|ratified|taken\s+as\s+(?:a\s+)?read)"


_LABEL = re.compile(
    r"^(?i:(?:committee\s|cabinet\s|council\s)?deci[sc]ions?(?:\s+made)?|resolutions?|recommendations?|conclusions?|"
    r"actions?/recommendations?)\s*[:.–—-]*$"
)


def _rule(act: Act, pattern: str, example: str) -> Rule:
    return Rule(act, re.compile(pattern, re.DOTALL), example)


RULES: tuple[Rule, ...] = (
    _rule(
        "reasons",
        r"^(?i:reasons?(?:\s+for\s+[\w\s]{3,40}?)?|(?:alternative|other)\s+options?(?:\s+considered)?(?:\s+and\s+rejected)?|"
        r"conflicts?\s+of\s+interests?(?:\s+declared)?|dispensations?(?:\s+granted)?|informatives?|note|call-in)\s*(?:[:–—-]|$)",
        "Reasons for decision: the scheme accords with policy.",
    ),
    _rule(
        "action",
        r"^(?i:actions?(?:\s+points?|\s+agreed|\s+required)?\s*\d{0,3}\s*[:–—-])\s*\S.*\bto\s+[a-z]",
        "ACTION: The Clerk to write to the county council.",
    ),
    _rule(
        "heading",
        _LABEL.pattern,
        "Decisions:",
    ),
    _rule(
        "heading",
        rf"^(?i:it\s+was\s+)?(?i:\w+ly\s+|therefore\s+|then\s+)?(?i:{_OPENING})(?i:\s+unanimously)?(?i:\s+(?:that|to))?\s*[:–—-]+\s*$",
        "Resolved that:-",
    ),
    _rule("heading", rf"^(?:UNANIMOUSLY\s+)?{_FORMAL}(?:\s+UNANIMOUSLY)?(?:\s+(?i:that|to))?[.]?$", "RESOLVED"),
    _rule(
        "lead",
        r"^(?i:[^.:]{0,160}\bit\s+was(?:\s+(?:then|therefore|accordingly|unanimously))?)\s*[:–—-]*$",
        "Upon a vote being taken it was",
    ),
    _rule(
        "result", r"\b(?:LOST|CARRIED|DEFEATED|NOT\s+CARRIED|PASSED|FAILED)\b", "The amendment was declared to be LOST."
    ),
    _rule(
        "result",
        rf"^(?:(?:On|Upon|When|After|Following|Having|With|There|In)\b.{{0,140}}?\s)?(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]t[s]?|[Hh]is|[Hh]er|[Aa]n?)\s+{_WHICH}"
        rf"{_MOTION}\b(?![’'])(?![^.;]{{0,90}}\bit\s+was\b)[^.;]{{0,90}}?\b(?:was|were)\b[^.;]{{0,60}}?\b{_FATE}\b",
        "When put to the vote the motion was carried.",
    ),
    _rule(
        "result",
        rf"^(?i:(?:the\s+)?{_WHICH}(?:motion|amendment|proposal|vote)\s+(?:was\s+|is\s+)?(?:declared\s+)?(?:to\s+be\s+)?(?:{_FATE}|fell|failed)\b)",
        "Motion carried 5-0.",
    ),
    _rule(
        "result",
        r"^(?i:(?:unanimously\s+)?(?:carried|lost|defeated|passed|all\s+in\s+(?:favou?r|agreement)|all\s+agreed|agreed\s+by\s+all|unanimous)\b)(?:\W*\w+){0,12}\W*$",
        "Carried 3 votes to 1.",
    ),
    _rule(
        "result",
        r"\bdeclared\s+(?:that\s+)?the\s+(?:motion|amendment)\s+(?:was\s+)?(?:to\s+be\s+)?(?:carried|lost|defeated)\b|"
        r"^(?i:.{0,60}\ball\s.{0,60}\bvoted\s+in\s+(?:the\s+affirmative|favou?r))\b",
        "The Mayor declared the motion carried.",
    ),
    _rule(
        "result",
        r"\bseconded\b[^.;]{0,160}?\b(?:and|was)\s+(?:\w+ly\s+)?(?:carried|lost|defeated)\b",
        "This was seconded by Councillor Dunn and carried by 2 votes to 1.",
    ),
    _rule("resolution", rf"\b{_FORMAL}\b", "Cabinet, having heard the Leader, RESOLVED that the lease be granted."),
    _rule("resolution", rf"\b{_GRANTED}\b", "Permission GRANTED subject to conditions."),
    _rule(
        "resolution",
        r"^(?i:unanimously\s+)?(?:Resolved|Agreed|Decided|Recommended|Ordered|Concluded)\b(?=\s*[:–—(,.-]|\s+(?i:that|to|unanimously|nem|by|in|on|as|and)\b|$)",
        "Agreed to defer allotment rents until the Federation had replied.",
    ),
    _rule(
        "resolution",
        r"^(?:Approved|Noted|Granted|Refused|Deferred|Withdrawn|Endorsed)\s*(?:[:–—-]\s.*|[.]?)$",
        "Noted.",
    ),
    _rule(
        "resolution",
        r"^(?i:it\s+was\s+)(?:\w+\s+){0,3}?(?i:resolved)\b",
        "It was unanimously resolved that the accounts be approved.",
    ),
    _rule("resolution", rf"^{_BODY}{_HOW}\s+(?i:resolved)\b", "The Council then resolved to adopt the plan."),
    _rule(
        "resolution",
        rf"^(?i:(?:that\s+)?the\s+(?:\w+\s+){{0,4}}?minutes\b).{{0,240}}?\b(?:were|was|be|are|having\s+been)\b.{{0,60}}?\b{_SIGNED}\b",
        "The minutes of the meeting held on 17 March 2023 were confirmed and signed by the Chair.",
    ),
    _rule(
        "agreement",
        r"^(?i:it\s+was\s+)(?:(?:also|further|therefore|then|subsequently|unanimously|generally)\s+){0,2}(?:proposed\s+and\s+)?"
        r"(?:agreed|decided|determined)\b(?=\s+(?:that|to|in)\b|:)",
        "It was agreed that a letter be sent.",
    ),
    _rule(
        "agreement",
        rf"^{_BODY}{_HOW}\s+(?:agreed|decided|voted|determined)(?:\s+unanimously)?(?:\s+to\s+(?!disagree|differ)\w|\s+that\b.{{0,200}}?\b(?:be|should|would)\b)",
        "The Board agreed to write to the landlord.",
    ),
    _rule(
        "agreement",
        rf"^{_BODY}{_HOW}\s+(?:(?:received|considered|welcomed|discussed|reviewed)\s+and\s+)?(?:approved|endorsed|adopted|ratified|authorised|appointed|noted|accepted)\s+"
        r"(?:the|its|this|these|all|both|a|an|with\s+thanks)\b",
        "The committee received and noted the Work Programme.",
    ),
    _rule(
        "agreement",
        rf"^(?:[Tt]he|[Tt]his|[Cc]onsideration\s+of)\s+(?:[\w’'-]+\s+){{0,5}}?{_BUSINESS}\b(?:\s+[\w’'/-]+){{0,6}}?\s+(?:was|were|had\s+been|stood)\s+(?:\w+ly\s+)?"
        r"(?:withdrawn|deferred|adjourned|postponed|referred\s+(?:back\s+)?to)\b",
        "This item was withdrawn by officers before the meeting.",
    ),
    _rule(
        "agreement",
        r"^(?:This|It)\s+(?:was|be)\s+(?:\w+\s+)?(?:deferred|withdrawn|adjourned|postponed)\b",
        "This was deferred to the next meeting.",
    ),
    _rule(
        "agreement",
        rf"^{_BODY}{_HOW}\s*(?:agreed|resolved|decided)?(?:\s+(?:to|that))?\s*[:–—-]+\s*$",
        "The Committee, having considered the report, agreed:-",
    ),
)
_BARE_THAT = re.compile(
    r"^(?:THAT\b|That\b.{0,400}?\b(?:be|do|is|are|was|were|has|have|note|notes|approve|approves)\b)", re.DOTALL
)
_RESOLVED_SO = re.compile(
    r"\b(?:resolved|agreed|approved|carried|adopted|accepted|passed|granted|refused|deferred|appointed|elected|co-opted)\b",
    re.IGNORECASE,
)
_TALLY = re.compile(
    r"^(?:(?i:an?\s+(?:recorded|named|further)?\s*vote\s+(?:was|having|on)|recorded\s+vote\b|the\s+(?:vote|voting|votes)\b|"
    r"voting\b|votes?\s*(?:for|against|:)|(?:up)?on\s+(?:a|being|the)\b|there\s+(?:were|voted|being)|\d+\s)|"
    r"(?i:(?:those\s+)?(?:voting\s+)?(?:for|against|in\s+favou?r|abstain\w*|abstentions?|ayes?|noes|yeas?|nays?|absent|excused)\b[^:.]{0,60}:)|"
    r"\([^()]{0,200}\)\W*$|.{0,80}\bmotion\s+(?:was|being|having|put)\b)"
)
_ANNOUNCED = re.compile(r"^(?:a\s+)?(?:recorded|named)\s+vote\b", re.IGNORECASE)
_CASTING = re.compile(r"^(?:[Tt]he|[Hh]aving)\b.{0,60}\bcasting\s+vote\b")
_NAMED_VOTERS = re.compile(
    r"\b(?:voted|voting)\s+(?:in\s+favou?r|for|against)\b|^\W*(?:Councillors?|Cllrs?)\b.{0,200}\b(?:opposed|dissent\w+|against)\W*$|\babstained\b(?:\s+from\s+voting)?[.;]?$",
    re.IGNORECASE,
)
_FORMAL_WORD = re.compile(
    rf"\b(?:{_FORMAL}|{_GRANTED})\b|^(?:Unanimously\s+)?(?:Resolved|Agreed|Decided|Recommended)\b|(?i:it\s+was|{_BODY_NOUN})\s+(?:\w+\s+)?(?i:resolved)\b"
)
_LABELLED = re.compile(
    r"^\W*(?:it\s+was\s+)?(?:then\s+)?(?:moved|proposed|seconded|second|mover|proposer|seconder|prop|sec|on|under|motion)\b",
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
    first = next((rule.act for rule in RULES if rule.pattern.search(words) and not _is_title(rule, words)), None)
    if first in ("reasons", "action", "heading", "lead"):
        return first
    named = {naming.part for naming in namings(words)}
    if named and not _substance(words) and (len(named) == 2 or _LABELLED.match(words)):
        return "movers"
    if first is None and _is_tally(words):
        return "tally"
    if first in ("result", "resolution"):
        return first
    if len(named) == 2:
        return _moved_act(words)
    if begins_paragraph and _BARE_THAT.match(words):
        return "resolution"
    return first


def _moved_act(words: str) -> Act:
    """What a sentence that names mover and seconder does beside."""
    if re.search(r"\b(?:carried|lost|defeated|passed)\b", words) and not re.search(r"\b(?:resolved|agreed)\b", words):
        return "result"
    return "resolution" if _RESOLVED_SO.search(words) else "motion"


def settles(text: str) -> bool:
    """Whether a sentence says that what was moved was also agreed ("seconded by B and unanimously approved")."""
    return _RESOLVED_SO.search(text) is not None


def is_label(text: str) -> bool:
    """Whether a heading only says that decisions follow ("Decisions"), which is no word of the resolution."""
    return _LABEL.match(text) is not None


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
        and re.match(rf"(?:{_FORMAL}|CARRIED|LOST|DEFEATED|MOTION|AMENDMENT)\b", words) is None
    )


def _is_tally(words: str) -> bool:
    if count_in(words) is not None and (not _substance(words) or _TALLY.match(words)):
        return True
    if ":" in words and _TALLY.match(words):
        return True
    named_voters = _NAMED_VOTERS.search(words) is not None and len(words) < _LONGEST_TALLY
    return named_voters or _ANNOUNCED.match(words) is not None or _CASTING.match(words) is not None


def _substance(words: str) -> bool:
    """Whether anything is left when mover, seconder and count are taken out."""
    left = words
    for naming in reversed(namings(words)):
        left = left[: naming.start] + " " + left[max(naming.end, naming.start) :]
    left = re.sub(r"\d+", " ", left)
    return any(word.lower() not in _FILLERS for word in re.findall(r"[^\W\d_]+", left))
