"""The rules by which a sentence of the minutes does something for a decision, each with an example that is its test.

Case matters: RESOLVED and AGREED in capitals are formal, "agreed" in the middle of prose is somebody agreeing.
"""

import re
from dataclasses import dataclass
from typing import Literal

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
    """A pattern, what a sentence in which it is found does, and one such sentence.

    `needs` are words, in small letters, of which the sentence must hold one; none are given where any sentence will do.
    """

    act: Act
    pattern: re.Pattern[str]
    example: str
    needs: frozenset[str]


BODY_NOUN = (
    r"(?i:sub-?committee|committee|panel|board|council|cabinet|executive|authority|members|councillors|"
    r"governors|trustees|"
    r"directors|meeting|forum|group|commission|commissioners|assembly|"
    r"partnership|body|court|senate|vestry|association|society)"
)
_BODY = (
    r"(?:(?:[Tt]he|THE|This|Full|All)\s+)?(?:(?!Councillors?\b|Cllr|Mr|Ms|Dr)[A-Z][\w’'-]*\s+(?:(?:and|"
    r"of|for|&)\s+(?:the\s+)?(?=[A-Z]))?){0,6}?"
    rf"{BODY_NOUN}"
)
_HOW = r"(?:,?\s+(?:\w+ly|then|thereupon|therefore|also|further|nem\s+con|had)|,\s[^,.]{2,90},){0,3}"
FORMAL = r"(?:RESOLVED|AGREED|RECOMMENDED|RECOMMENDS|CONCLUDED|DECIDED|ORDERED|DETERMINED|NOTED)"
GRANTED = r"(?:APPROVED|GRANTED|REFUSED|DEFERRED|WITHDRAWN|ENDORSED|ADOPTED|REFERRED)"
_OPENING = (
    r"(?:resolved|agreed|decided|recommended|approved|noted|ordered|concluded|granted|refused|deferred|withdrawn)"
)
_FATE = r"(?:carried|lost|defeated|passed|adopted|rejected|negatived|withdrawn|agreed|approved|unsuccessful|successful)"
_MOTION = r"(?i:amendment|motion|proposal|proposition|resolution|recommendations?)"
_WHICH = (
    r"(?:(?i:substantive|original|main|amended|procedural|first|second|third|further|above|same|officers?|"
    r"officer[’']s)\s+){0,2}"
)
_BUSINESS = (
    r"(?:item|report|application|matter|motion|amendment|proposal|petition|paper|appeal|question|decision|"
    r"consideration)s?"
)
_SIGNED = r"(?:agreed|approved|confirmed|signed|accepted|adopted|ratified|taken\s+as\s+(?:a\s+)?read)"


LABEL = re.compile(
    r"^(?i:(?:committee\s|cabinet\s|council\s)?deci[sc]ions?(?:\s+made)?|resolutions?|recommendations?|conclusions?|"
    r"actions?/recommendations?)\s*[:.–—-]*$"
)


def _rule(act: Act, pattern: str, example: str, *, needs: str) -> Rule:
    return Rule(act, re.compile(pattern, re.DOTALL), example, frozenset(needs.split()))


RULES: tuple[Rule, ...] = (
    _rule(
        "reasons",
        r"^(?i:reasons?(?:\s+for\s+[\w\s]{3,40}?)?|(?:alternative|"
        r"other)\s+options?(?:\s+considered)?(?:\s+and\s+rejected)?|"
        r"conflicts?\s+of\s+interests?(?:\s+declared)?|dispensations?(?:\s+granted)?|informatives?|note|"
        r"call-in)\s*(?:[:–—-]|$)",
        "Reasons for decision: the scheme accords with policy.",
        needs="reason reasons option options conflict conflicts dispensation dispensations informative informatives "
        "note call",
    ),
    _rule(
        "action",
        r"^(?i:actions?(?:\s+points?|\s+agreed|\s+required)?\s*\d{0,3}\s*[:–—-])\s*\S.*\bto\s+[a-z]",
        "ACTION: The Clerk to write to the county council.",
        needs="action actions",
    ),
    _rule(
        "heading",
        LABEL.pattern,
        "Decisions:",
        needs="decision decisions decicion decicions resolution resolutions recommendation recommendations "
        "conclusion conclusions action actions",
    ),
    _rule(
        "heading",
        rf"^(?i:it\s+was\s+)?(?i:\w+ly\s+|therefore\s+|"
        rf"then\s+)?(?i:{_OPENING})(?i:\s+unanimously)?(?i:\s+(?:that|to))?\s*[:–—-]+\s*$",
        "Resolved that:-",
        needs="resolved agreed decided recommended approved noted ordered concluded granted refused deferred withdrawn",
    ),
    _rule(
        "heading",
        rf"^(?:UNANIMOUSLY\s+)?{FORMAL}(?:\s+UNANIMOUSLY)?(?:\s+(?i:that|to))?[.]?$",
        "RESOLVED",
        needs="resolved agreed recommended recommends concluded decided ordered determined noted",
    ),
    _rule(
        "lead",
        r"^(?i:[^.:]{0,160}\bit\s+was(?:\s+(?:then|therefore|accordingly|unanimously))?)\s*[:–—-]*$",
        "Upon a vote being taken it was",
        needs="was",
    ),
    _rule(
        "result",
        r"\b(?:LOST|CARRIED|DEFEATED|NOT\s+CARRIED|PASSED|FAILED)\b",
        "The amendment was declared to be LOST.",
        needs="lost carried defeated passed failed",
    ),
    _rule(
        "result",
        rf"^(?:(?:On|Upon|When|After|Following|Having|With|There|In)\b.{{0,140}}?\s)?(?:[Tt]he|[Tt]his|"
        rf"[Tt]hat|[Ii]t[s]?|[Hh]is|[Hh]er|[Aa]n?)\s+{_WHICH}"
        rf"{_MOTION}\b(?![’'])(?![^.;]{{0,90}}\bit\s+was\b)[^.;]{{0,90}}?\b(?:was|were)\b[^.;]{{0,60}}?\b{_FATE}\b",
        "When put to the vote the motion was carried.",
        needs="amendment motion proposal proposition resolution recommendation recommendations",
    ),
    _rule(
        "result",
        rf"^(?i:(?:the\s+)?{_WHICH}(?:motion|amendment|proposal|vote)\s+(?:was\s+|"
        rf"is\s+)?(?:declared\s+)?(?:to\s+be\s+)?(?:{_FATE}|fell|failed)\b)",
        "Motion carried 5-0.",
        needs="motion amendment proposal vote",
    ),
    _rule(
        "result",
        r"^(?i:(?:unanimously\s+)?(?:carried|lost|defeated|passed|all\s+in\s+(?:favou?r|agreement)|"
        r"all\s+agreed|agreed\s+by\s+all|unanimous)\b)(?:\W+\w+){0,12}\W*$",
        "Carried 3 votes to 1.",
        needs="carried lost defeated passed all agreed unanimous",
    ),
    _rule(
        "result",
        r"\bdeclared\s+(?:that\s+)?the\s+(?:motion|amendment)\s+(?:was\s+)?(?:to\s+be\s+)?(?:carried|lost|defeated)\b|"
        r"^(?i:.{0,60}\ball\s.{0,60}\bvoted\s+in\s+(?:the\s+affirmative|favou?r))\b",
        "The Mayor declared the motion carried.",
        needs="declared voted",
    ),
    _rule(
        "result",
        r"\bput\s+(?:(?:the|this|it|that)\s+)?(?:\w+\s+)?to\s+(?:the|a)\s+vote\b[^.;]{0,80}?\b(?:was|"
        r"were)\s+(?:\w+ly\s+)?(?:agreed|approved|carried|lost|defeated)\b",
        "The Chair moved the recommendations and on being put to the vote they were agreed.",
        needs="vote",
    ),
    _rule(
        "result",
        r"\b[Ss]econded\b[^.;]{0,160}?\b(?:and|was)\s+(?:\w+ly\s+)?(?:carried(?!\s+(?:out|on)\b)|lost|defeated)\b",
        "This was seconded by Councillor Dunn and carried by 2 votes to 1.",
        needs="seconded",
    ),
    _rule(
        "result",
        rf"^(?:Up)?[Oo]n\b[^.;]{{0,60}}\bbecoming\b[^.;]{{0,30}}\b{_MOTION}\b,?\s+it\s+was\s+(?:then\s+)?{_FATE}\b",
        "Upon its becoming the substantive motion it was approved by 30 votes to 9.",
        needs="amendment motion proposal proposition resolution recommendation recommendations",
    ),
    _rule(
        "result",
        rf"^(?:This|It|That)\s+was\s+(?:\w+ly\s+|then\s+)?{_FATE}(?:\s+on\s+a\s+vote)?,?\s+(?:by\s+(?:a\s+(?:vote|"
        r"majority)\s+of\s+)?)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
        "This was agreed by 5 votes to 2.",
        needs="was",
    ),
    _rule(
        "resolution",
        rf"\b{FORMAL}\b",
        "Cabinet, having heard the Leader, RESOLVED that the lease be granted.",
        needs="resolved agreed recommended recommends concluded decided ordered determined noted",
    ),
    _rule(
        "resolution",
        rf"\b{GRANTED}\b",
        "Permission GRANTED subject to conditions.",
        needs="approved granted refused deferred withdrawn endorsed adopted referred",
    ),
    _rule(
        "resolution",
        r"^(?i:unanimously\s+)?(?:Resolved|Agreed|Decided|Recommended|Ordered|Concluded)\b(?=\s*[:–—(,.-]|"
        r"\s+(?i:that|to|unanimously|nem|by|in|on|as|and|\d+)\b|$)",
        "Agreed to defer allotment rents until the Federation had replied.",
        needs="resolved agreed decided recommended ordered concluded",
    ),
    _rule(
        "resolution",
        r"^(?:Approved|Noted|Granted|Refused|Deferred|Withdrawn|Endorsed)\s*(?:[:–—-]\s.*|[.]?)$",
        "Noted.",
        needs="approved noted granted refused deferred withdrawn endorsed",
    ),
    _rule(
        "resolution",
        r"^(?i:(?:(?:sub-)?committee\s+|cabinet\s+|council\s+)?deci[sc]ions?(?:\s+made)?|outcome)\s*[:–—]\s*\S",
        "Decision: The Committee noted the report.",
        needs="decision decisions decicion decicions outcome",
    ),
    _rule(
        "resolution",
        r"^(?i:(?:all\s+)?recommendations?|report|minutes)\s+(?i:unanimously\s+)?(?:agreed|approved|noted|"
        r"carried|adopted|received)\W*$",
        "Recommendation agreed.",
        needs="recommendation recommendations report minutes",
    ),
    _rule(
        "resolution",
        r"\bit\s+was\s*[–—-]\s*(?:\w+ly\s+)?(?i:resolved|agreed)\b",
        "On a motion by Councillor Hale it was – Resolved (7:7) – that the scheme be rejected.",
        needs="resolved agreed",
    ),
    _rule(
        "resolution",
        r"^(?i:it\s+was\s+)(?:\w+\s+){0,3}?(?i:resolved)\b",
        "It was unanimously resolved that the accounts be approved.",
        needs="resolved",
    ),
    _rule(
        "resolution",
        rf"^{_BODY}{_HOW}\s+(?i:resolved)\b",
        "The Council then resolved to adopt the plan.",
        needs="resolved",
    ),
    _rule(
        "resolution",
        rf"^(?i:(?:that\s+)?the\s+(?:\w+\s+){{0,4}}?minutes\b).{{0,240}}?\b(?:were|was|be|are|"
        rf"having\s+been)\b.{{0,60}}?\b{_SIGNED}\b",
        "The minutes of the meeting held on 17 March 2023 were confirmed and signed by the Chair.",
        needs="minutes",
    ),
    _rule(
        "agreement",
        r"^(?i:it\s+was\s+)(?:(?:also|further|therefore|then|subsequently|unanimously|"
        r"generally)\s+){0,2}(?:proposed\s+and\s+)?"
        r"(?:agreed|decided|determined)\b(?=\s+(?:that|to|in)\b|:)",
        "It was agreed that a letter be sent.",
        needs="agreed decided determined",
    ),
    _rule(
        "agreement",
        rf"^{_BODY}{_HOW}\s+(?:agreed|decided|voted|determined)(?:\s+unanimously|"
        rf"\s+by\s+(?:\w+\s+){{1,4}}?\w+)?(?:\s+to\s+(?!disagree|differ)\w|\s+that\b.{{0,200}}?\b(?:be|"
        rf"should|would)\b)",
        "The Board agreed to write to the landlord.",
        needs="agreed decided voted determined",
    ),
    _rule(
        "agreement",
        rf"^{_BODY}{_HOW}\s+(?:(?:received|considered|welcomed|discussed|reviewed)\s+and\s+)?(?:approved|"
        rf"endorsed|adopted|ratified|authorised|appointed|noted|accepted)\s+"
        r"(?:the|its|this|these|all|both|a|an|with\s+thanks)\b",
        "The committee received and noted the Work Programme.",
        needs="approved endorsed adopted ratified authorised appointed noted accepted",
    ),
    _rule(
        "agreement",
        rf"^(?:[Tt]he|[Tt]his|"
        rf"[Cc]onsideration\s+of)\s+(?:[\w’'-]+\s+){{0,5}}?{_BUSINESS}\b(?:\s+[\w’'/-]+){{0,6}}?\s+(?:was|"
        rf"were|had\s+been|stood)\s+(?:\w+ly\s+)?"
        r"(?:withdrawn|deferred|adjourned|postponed|referred\s+(?:back\s+)?to)\b",
        "This item was withdrawn by officers before the meeting.",
        needs="withdrawn deferred adjourned postponed referred",
    ),
    _rule(
        "agreement",
        r"^(?:The|(?:The\s+)?[Oo]fficers?[’'](?:s)?)\s+(?:application|motion|proposal|request|"
        r"recommendations?)\s+(?:was|were)\s+(?:\w+ly\s+)?"
        r"(?:approved|refused|granted|rejected|agreed|supported)\b(?!\s+(?:in|on|at|by\s+(?:the\s+)?[A-Z]))",
        "The application was refused by 5 votes to 4.",
        needs="approved refused granted rejected agreed supported",
    ),
    _rule(
        "agreement",
        r"^(?:This|It|That)\s+was\s+(?:\w+ly\s+|then\s+)?(?:agreed|carried|approved|"
        r"accepted)\b(?:\s+(?:by\s+all|nem\s+con))?\W*$",
        "This was agreed.",
        needs="agreed carried approved accepted",
    ),
    _rule(
        "agreement",
        r"^(?:This|It)\s+(?:was|be)\s+(?:\w+\s+)?(?:deferred|withdrawn|adjourned|postponed)\b",
        "This was deferred to the next meeting.",
        needs="deferred withdrawn adjourned postponed",
    ),
    _rule(
        "agreement",
        rf"^{_BODY}{_HOW}\s*(?:agreed|resolved|decided)?(?:\s+(?:to|that))?\s*[:–—-]+\s*$",
        "The Committee, having considered the report, agreed:-",
        needs="",
    ),
)
