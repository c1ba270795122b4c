"""What sort of answer a question wants (a number, a reason, a time, a promise, a stance), and which sentences do."""

import re
from dataclasses import dataclass

from assistant.evidence.sentences import Sentence

_NUMBER = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half|third|"
    r"quarter|none|nobody|double|trebled)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|"
    r"tuesday|wednesday|thursday|friday|saturday"
    r"|sunday|weeks?|months?|years?|days?|hours?|spring|summer|autumn|winter|easter|christmas|until|by "
    r"the end|term|tomorrow|yesterday|annual(?:ly)?"
    r"|quarterly|weekly|monthly|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
REASON = re.compile(
    r"\b(?:because|since|due to|owing to|as (?:a result|the|it|they|he|she|there|this|these|that)|so "
    r"that|in order|reason|caused?|attribut\w+|ground(?:s)? that|led to"
    r"|resulted|result of|explain\w*|meant that|doubted|therefore)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:undert(?:ook|ake[ns]?)|promis\w+|would (?:be|have|ensure|write|bring|report|look|provide|"
    r"circulate|arrange|check|ask)|will|commit\w+|agreed to|assur\w+|pledg\w+|guarantee\w*)\b",
    re.IGNORECASE,
)

_AGAINST = re.compile(
    r"\b(?:oppos\w+|against|object\w*|disagree\w*|dissent\w*|(?:not|nor) (?:be )?(?:support\w*|agree\w*|convinced)|"
    r"could not support|reject\w*|resist\w*|refus\w+|uneasy|unhappy|exception to|doubt\w*|critici\w+)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?<!not )\b(?:support(?:ed|ive|s|ing)?|in favour|favoured|welcom\w+|backed|endors\w+|agreed with|was for|"
    r"commended|applauded|pleased)\b",
    re.IGNORECASE,
)

_ASKS = {
    "number": re.compile(
        r"\bhow (?:many|much|long|often|far|high|big|large|old|fast)\b|\bwhat (?:share|proportion|percentage|"
        r"number|value|price|cost|rate|sum|amount|figure|total|size|count|budget|fine|fee|length)\b|\bcost\b|"
        r"\bat what (?:price|rate)\b",
        re.IGNORECASE,
    ),
    "time": re.compile(
        r"\bwhen\b|\bhow (?:long|soon|often)\b|\bwhat (?:date|day|time|year|month)\b|\bfrom when\b|\buntil "
        r"when\b|\bdeadline\b|\bby what date\b",
        re.IGNORECASE,
    ),
    "reason": re.compile(
        r"\bwhy\b|\breasons?\b|\bwhat (?:made|caused|led|prompted|lay behind)\b|\bhow come\b|\bblame[ds]?\b|"
        r"\bexplanation\b|\bholding up\b|\bbehind\b",
        re.IGNORECASE,
    ),
    "promise": re.compile(
        r"\bpromis\w*|\bundert\w+\b|\bcommit\w*\b|\bassur\w+\b|\bpledge\w*\b|\bgoing to do\b|\bbeing done\b|"
        r"\bin the meantime\b|\bnext steps?\b",
        re.IGNORECASE,
    ),
    "against": re.compile(
        r"\b(?:oppos\w+|(?:who|which \w+|members?|councillors?|anyone|anybody) (?:\w+ ){0,2}against|objected|disagreed|"
        r"critici[sz]ed|spoke against|not (?:want|support|agree))\b",
        re.IGNORECASE,
    ),
    "for": re.compile(
        r"\b(?:who|which \w+|anyone|anybody) (?:\w+ ){0,2}(?:supported|favoured|backed|welcomed|"
        r"endorsed|for|in favour)\b",
        re.IGNORECASE,
    ),
}
_HOLDS = {
    "number": _NUMBER,
    "time": _TIME,
    "reason": REASON,
    "promise": _PROMISE,
    "against": _AGAINST,
    "for": _FOR,
}


# What is asked for so plainly that a sentence without it is no answer, and what holds it, said ever so loosely.
_SUM_ASKED = re.compile(
    r"\bhow much (?:did|does|do|will|would|has|have|was|were|is|are|more|extra)\b.*\b(?:cost|pay|paid|spen[dt]|raised?|"
    r"saved?|charged?|earn|los[et]|owed?|fetch|sell|sold|taken|fined?|cut|rent)\b|\bhow much money\b|"
    r"^(?:and )?what (?:\w+ ){0,3}(?:cost|price|rent|fee|fine|budget|bill)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"[£€$]|\b(?:pence|pounds?|euros?|dollars?|free|nothing|no (?:cost|charge|fee)|\d+p|million|thousand|hundred|"
    r"double\w*|half|third|quarter|per cent)\b|%|\d",
    re.IGNORECASE,
)
_COUNT_ASKED = re.compile(r"^(?:and )?how many\b", re.IGNORECASE)
_COUNT = re.compile(
    _NUMBER.pattern + r"|\b(?:no|not any|any|both|all|every\w*|each|twice|once|single|pairs?|couple|few|several|most|"
    r"majority|many|more|fewer|only|another|an?)\b",
    re.IGNORECASE,
)
_DAY_ASKED = re.compile(
    r"^(?:and )?(?:when (?:did|do|does|was|were|is|are|will|would|has|had|have|can|could|should|might|must)\b|"
    r"on what (?:date|day)\b|(?:by |in )?what (?:date|month|year)\b)",
    re.IGNORECASE,
)
_DAY = re.compile(
    _TIME.pattern + r"|\b(?:o['’]clock|[ap]\.?m|soon\w*|immediately|before|after|next|once|when|already|now|yet|still|"
    r"today|\d+|nights?|mornings?|evenings?|quarter|christmas|never|meeting|end of|first|last|later|earlier|shortly)\b",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\W*(?:\d{1,3}|[a-z]|[ivx]+)[.)]\s+", re.IGNORECASE)
_PLAINLY = {"sum": (_SUM_ASKED, _SUM), "number": (_COUNT_ASKED, _COUNT), "day": (_DAY_ASKED, _DAY)}


def left_out(question: str, answer: str) -> str | None:
    """What `question` plainly asks for and `answer` does not hold: "sum", "number" or "day"; None where it is there."""
    told = _NUMBERING.sub("", answer)
    return next(
        (sort for sort, (asks, holds) in _PLAINLY.items() if asks.search(question) and not holds.search(told)), None
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """The sorts of answer that a question wants."""

    sorts: tuple[str, ...] = ()

    def share_in(self, sentence: Sentence) -> float:
        """How much of what is wanted `sentence` holds, from 0 to 1; 0 where nothing particular is wanted."""
        if not self.sorts:
            return 0.0
        return sum(_holds(sort, sentence) for sort in self.sorts) / len(self.sorts)


def _holds(sort: str, sentence: Sentence) -> bool:
    """Whether `sentence` holds what is wanted; what was decided will be done, as what was promised."""
    return _HOLDS[sort].search(sentence.text) is not None or (sort == "promise" and sentence.decision is not None)


def wanted_by(question: str) -> Wanted:
    """What sort of answer `question` wants."""
    return Wanted(tuple(sort for sort, pattern in _ASKS.items() if pattern.search(question)))
