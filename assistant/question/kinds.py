"""What kind of thing is asked: the first rule that fits decides, and what was learned of questions where none does."""

import re
from collections.abc import Callable, Mapping

from assistant.question.kind_rules import RULES, Kind


def kind_of(question: str) -> Kind:
    """The kind of `question`; "said" where no rule fits."""
    asked = question.strip()
    return next((rule.kind for rule in RULES if rule.pattern.search(asked)), "said")


# Where the rules say no more than these, or find nothing, what was learned may say what is asked; and which kinds it
# may find, how surely: a vote or a roster answers nothing else.
OPEN: frozenset[Kind] = frozenset({"said", "who", "decided"})
_HEARD = re.compile(
    r"^(?:and |so |but )?(?:who|which (?:[\w’'-]+ ){1,3}?)(?: \w+)? ?(?:said|mentioned|asked|told|complained|"
    r"warned|argued|claimed|described|remembered|recalled|admitted|explained|reported|thought|felt|believed|feared|"
    r"pointed out|reckoned|worried)\b(?!.*\b(?:vot|abstain|elect|interest))",
    re.IGNORECASE,
)
LEARNED: dict[Kind, float] = {"vote": 0.5, "attendance": 0.5, "precedents": 0.5}


def kind_between(question: str, probabilities: Callable[[str], Mapping[str, float]]) -> Kind:
    """The kind of `question` by the rules; where they leave it open, by what was learned of such questions."""
    by_rule = kind_of(question)
    if by_rule not in OPEN or _HEARD.match(question):
        return by_rule
    share, likely = max((share, kind) for kind, share in probabilities(question).items())
    return next((kind for kind, least in LEARNED.items() if kind == likely and share >= least), by_rule)


# Words that ask for the kind of thing, and name no subject: nobody discusses "seconded".
_OF_KIND: dict[Kind, re.Pattern[str]] = {
    "vote": re.compile(
        r"mov(?:e|ed|er|ing)|second(?:ed|er|ing)?|vot(?:e|es|ed|ing)|motions?|amendments?|carried|lost|propos(?:ed?|er|al)|"
        r"result|count|tally|majority|unanimous(?:ly)?|casting|abstain(?:ed)?|abstentions?|against|favour|resolutions?|tie|"
        r"recommendations?|split|ballot|hands|pass(?:ed)?|close|settled|go|went|gone",
        re.IGNORECASE,
    ),
    "attendance": re.compile(
        r"apolog(?:y|ies)|absen(?:t|ce)|present|chair(?:ed|ing)?|presided|substitut\w*|stood|sat|missed|missing|sent|"
        r"quorate|attend\w*|deputis\w*",
        re.IGNORECASE,
    ),
    "decided": re.compile(
        r"made?|make|took|taken?|resol\w+|agreed|approved|allowed|granted|permitted|recommend\w*|conclu\w+|actions?|arising",
        re.IGNORECASE,
    ),
    "precedents": re.compile(r"precedents?|history|received|requested|outstanding|back|before|happened", re.IGNORECASE),
    "outstanding": re.compile(
        r"outstanding|overdue|awaited|reports?|papers?|actions?|requests?|decisions?|promised|requested|received|delivered|"
        r"due|owed|tracker|log|list|still|matters?|recommendations?|business|never|yet|come|came",
        re.IGNORECASE,
    ),
    "how_often": re.compile(r"often|frequently|times|occasions", re.IGNORECASE),
    "count": re.compile(r"made?|make|took|taken?|number|recorded|minuted|motions?|amendments?|votes?", re.IGNORECASE),
    "list": re.compile(r"made?|make|took|taken?|list|show|motions?", re.IGNORECASE),
    "compare": re.compile(r"compar\w+|differ\w*|difference|chang\w+|versus|vs", re.IGNORECASE),
    "overview": re.compile(r"anything|everything", re.IGNORECASE),
    "summary": re.compile(r"summar\w+|gist|main|key|themes", re.IGNORECASE),
}


def is_of_kind(kind: Kind, word: str) -> bool:
    """Whether `word` only asks for things of this kind ("Who moved the motion?")."""
    pattern = _OF_KIND.get(kind)
    return pattern is not None and pattern.fullmatch(word) is not None
