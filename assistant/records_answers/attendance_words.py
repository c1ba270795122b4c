"""What about attendance a question asks, and the words in which minutes print it."""

import re
from typing import Literal

from assistant.question.kind_rules import ELECTING

Detail = Literal[
    "elected",
    "apologies",
    "chair",
    "substitutes",
    "interests",
    "late",
    "quorum",
    "hours",
    "venue",
    "absent",
    "present",
    "unexcused",
]
_ASKED: tuple[tuple[Detail, re.Pattern[str]], ...] = (
    ("elected", ELECTING),
    (
        "unexcused",
        re.compile(
            r"\bwithout (?:\w+ ){0,3}apolog|\bno apolog|\bsent (?:nobody|no[- ]one)\b|\bnot represented\b|"
            r"\bunrepresented\b|\bno representative\b",
            re.IGNORECASE,
        ),
    ),
    ("apologies", re.compile(r"apolog|\bregrets\b|\bexcuses\b|\bsent word\b|\bcried? off\b", re.IGNORECASE)),
    (
        "substitutes",
        re.compile(
            r"substitut|\bsubs?\b(?![- ])|\b(?:in|cover\w*|standing|filling) for\b|in place of|deputis|"
            r"['’]s? (?:place|seat|chair)\b|"
            r"\binstead(?: of)?\b|\b(?:came|sat) for\b|\bfill(?:ed|ing)? in\b|"
            r"\bst(?:ood|and(?:s|ing)?|ep(?:ped|s)?)[- ]ins?\b|"
            r"\breplac(?:ed?|ing|ement)\b|\bin \w+['’]s? (?:stead|place)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "chair",
        re.compile(
            r"\bchair|presid|\b(?:who|whoever|somebody|someone) (?:\w+ )?(?:ran|run|led|runs|hosted|"
            r"headed|steered|opened|was (?:running|leading|in charge))\b|\bin charge\b|\b(?:held|hold\w*) the fort\b|"
            r"\bat the helm\b|\bgavel\b|"
            r"\brun(?:ning)? (?:the|that) (?:meeting|show)\b|\bthe big seat\b|\btook (?:over|the lead)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "interests",
        re.compile(
            r"\binterests?\b|declar|\bstake\b|\bconflict|\ble(?:ave|ft) (?:the|for|when|while|before|during)\b|withdr|"
            r"\b(?:step\w*|went|go|sat|sit) out\b|\bout of the room\b|\bties?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "late",
        re.compile(
            r"\blate(?:comers?)?\b|\b(?:left|leave|leaving|slip\w*|went|gone|duck\w*) (?:\w+ )?(?:early|off|away|out|"
            r"before)\b|\barriv|\bjoined\b|\bpart[- ]?way\b|\bhalf ?way\b|\bstay\w*\b",
            re.IGNORECASE,
        ),
    ),
    ("quorum", re.compile(r"\bquor|\benough (?:of (?:them|us)|members|councillors|people|there)\b", re.IGNORECASE)),
    (
        "hours",
        re.compile(
            r"\bwhat time\b|\b(?:when|how late|how long) (?:did|was|were) .{0,40}\b(?:start|begin|open|finish|end|"
            r"close|go on|last|wrap|break up|get home)\w*|\bhow long (?:did|was)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "venue",
        re.compile(
            r"\bwhere (?:was|were|did|is) .{0,60}\b(?:held|meet|met|meeting|sit|sat|gather\w*|place)\b|\bvenue\b|"
            r"\bwhich (?:room|building|hall)\b|\bin person\b|\bonline\b",
            re.IGNORECASE,
        ),
    ),
    (
        "absent",
        re.compile(
            r"\babsent|\babsence|\bmissing\b|\bmissed\b|\b(?:was|were|is|be|been|who['’]s) away\b|\bunable to\b|"
            r"(?:\bnot|n['’]?t) (?:\w+ )?(?:present|there|attend|come|be there|make (?:it|the)|"
            r"turn(?:ed)? up|in the room|show)|\bno[- ]shows?\b|\bskipp\w+|\bempty (?:seats?|chairs?)\b|\bdidnt\b",
            re.IGNORECASE,
        ),
    ),
)
_PRESENCE = re.compile(
    r"\b(?:there|present|attend\w*|attendance|came|c[ao]me to|turned (?:up|out)|show(?:ed)? up|in the (?:room|chamber)|"
    r"round the table|s[ai]ts?|served?|made (?:it|up)|members?(?:hip)?|along|on the (?:committee|panel|board)|"
    r"represent\w*|roll[- ]call|turnout)\b",
    re.IGNORECASE,
)
# What is told of together with another, not instead of it: "Who was missing, and who filled in?".
_WITH_OTHERS = frozenset({"apologies", "absent", "substitutes"})
PRINTED: dict[Detail, re.Pattern[str]] = {
    "elected": re.compile(
        r"\b(?:(?:re-?)?elected|(?:re-?)?appointed|nominat\w+)\b.{0,120}\b(?:chair|mayor|conven[eo]r|president)|"
        r"\b(?:chair|mayor|conven[eo]r|president)\w*\b.{0,60}\b(?:was|were|be|been) (?:re-?)?(?:elected|appointed)\b",
        re.IGNORECASE,
    ),
    "apologies": re.compile(r"\bapolog(?:y|ies)\b(?! (?:to|that|if))|\bregrets\b(?! that)", re.IGNORECASE),
    "chair": re.compile(
        r"\bin the chair\b|\b(?:took|takes?|taking|taken) the chair\b|\bpresid(?:e[ds]?|ing)\b|\bchaired\b|"
        r"\bchair(?:man|woman|person)? for (?:the|this|that) (?:meeting|session|sitting|evening|item)\b|"
        r"^chair(?:man|woman|person)?\s*:|"
        r"\b(?:elected|appointed|invited|asked|voted) (?:to |in)?(?:take )?(?:the )?chair\b",
        re.IGNORECASE,
    ),
    "substitutes": re.compile(
        r"\bsubstitut\w*|\bdeputis\w*|\bin (?:the )?place of\b|\bstood in\b|\bsat in\b|"
        r"\bon behalf of\b.{0,40}\battend|\b(?:place|seat)s? (?:was|were|had been|being) (?:taken|filled)\b|"
        r"\btook (?:his|her|their|the) (?:place|seat)\b|\bin (?:his|her|their) (?:place|stead)\b",
        re.IGNORECASE,
    ),
    "interests": re.compile(
        r"\bdeclar\w*\b.{0,120}\binterests?\b|\binterests?\b.{0,60}\bdeclar|\b(?:personal|pecuniary|"
        r"prejudicial|registrable|disclosable|non-pecuniary) interest",
        re.IGNORECASE,
    ),
    "late": re.compile(
        r"\b(?:arriv\w+|joined|left|leaves|withdrew|entered|retired|re-?joined|returned|departed|vacated|"
        r"logged (?:on|off))\b"
        r"[^.;]{0,60}\b(?:meeting|chamber|room|gallery|table|proceedings|call|[ap]\.?m|item)\b|\blate arrival\b|"
        r"\b(?:meeting|chamber|room)\b[^.;]{0,20}\bat \d",
        re.IGNORECASE,
    ),
    "quorum": re.compile(r"\b(?:in)?quor(?:ate|um)\b", re.IGNORECASE),
    "hours": re.compile(
        r"\b(?:meeting|proceedings|business|session|chair\w*|mayor|committee|it)\b[^.;]{0,40}\b(?:commenced|began|started|"
        r"opened|closed|ended|finished|concluded|rose|adjourned|terminated)\b|\b(?:commenced|began|started|opened|closed|"
        r"ended|finished|concluded|rose|adjourned) at \d",
        re.IGNORECASE,
    ),
    "venue": re.compile(r"\b(?:held|met|meeting)\b[^.;]{0,30}\b(?:at|in|via|by|on) (?:the )?[A-Z]", re.IGNORECASE),
    "absent": re.compile(r"\babsent\b|\bapolog(?:y|ies)\b|\bnot present\b|\bno representatives?\b", re.IGNORECASE),
    "unexcused": re.compile(
        r"\babsent\b(?! with)|\b(?:not|un) ?represented\b|\bno (?:representatives?|apolog\w+)\b|\b(?:did|was|were) not "
        r"(?:attend|present)\b",
        re.IGNORECASE,
    ),
    "present": re.compile(r"^(?:also )?(?:present|in attendance|attendance)\b", re.IGNORECASE),
}


def details_of(question: str) -> tuple[Detail, ...]:
    """What about attendance is asked: mostly one thing, or who was missing together with who filled in."""
    asked = [detail for detail, pattern in _ASKED if pattern.search(question)]
    if not asked:
        return ("present",)
    if asked[0] not in _WITH_OTHERS:
        return (asked[0],)
    missing = next((detail for detail in asked if detail in ("apologies", "absent")), None)
    return tuple(detail for detail in (missing, *(one for one in asked if one == "substitutes")) if detail)


def of_a_roster(question: str) -> bool:
    """Whether `question` has a word of being there, of the chair, of interests or of what else a roster tells."""
    return _PRESENCE.search(question) is not None or any(pattern.search(question) for _, pattern in _ASKED)
