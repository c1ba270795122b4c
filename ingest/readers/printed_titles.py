"""How much a line reads like the title of an agenda item, and where a title ends that runs into its text."""

import re

from ingest.draft import Block

_LONGEST = 150
# What begins a resolution, a list entry or running prose, never the title of an item.
_NO_TITLE = re.compile(
    r"(?:That|RESOLVED|Resolved|AGREED|Agreed|RECOMMENDED|NOTED|ACTION|Action|Proposed|Seconded|Moved|It "
    r"was|There (?:was|were|had)|"
    r"Members? (?:asked|noted|raised)|Cllrs?\b|Councillors?\s[A-Z]\w+ (?!['’]s)|Mr\.?\s|Mrs\.?\s|Ms\.?\s|Dr\.?\s)\b",
)
_DECISION_WORD = re.compile(
    r"(?:(?:it was )?(?:unanimously )?(?:resolved|agreed|recommended|noted|decisions?|decided|actions?|"
    r"recommendations?|carried|lost|approved)"
    r"(?: (?:unanimously|that|to|by|accordingly))*|reasons? for (?:the )?decisions?|(?:alternative|"
    r"other) options.{0,30}|voting|discussion|"
    r"background|minutes|the motion was.{0,30}|in favour|against|abst\w+|for)\s*[:.–—-]*",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|would|will|may|should|took|reported|said|advised|asked|noted|"
    r"gave|informed|explained|confirmed|"
    r"presented|received|agreed|resolved|moved|seconded|proposed)\b"
)
_CAPITALS_RUN = re.compile(
    r"(?P<title>[A-Z0-9][A-Z0-9’'&/(),.–—-]*(?:\s+[A-Z0-9&/(),’'.–—-]+)+)\s*[:.–—-]?\s+(?P<rest>[A-Z][a-z].*)$", re.S
)
_COLON = re.compile(r"(?P<title>[^:.;]{3,80}?)\s*(?::|:?\s[–—-])\s*(?P<rest>[A-Z“\"'(].*)$", re.S)
_STOP = re.compile(r"(?P<title>[A-Z][^.:;]{2,70})\.\s+(?P<rest>[A-Z“\"'(].*)$", re.S)
_ANSWER = re.compile(r"(?:none|nil|noted|received|agreed|as below|no\b.{0,40})\.?$", re.I)


def title_weight(block: Block, text: str) -> float:
    """From 0 (running text) to 1.3 (a heading by its look), for a block whose words after its number are `text`."""
    if not text or (not text[0].isalnum() and text[0] not in "“\"'‘(*["):
        return 0.0
    if block.kind == "row":
        return 0.0
    looks = 0.3 if block.kind == "heading" or is_capitals(text) else 0.0
    if text[0].islower() or _NO_TITLE.match(text):
        return 0.05 + looks if block.kind == "heading" and not text[0].islower() else 0.05
    if split_title(text)[1]:
        return 0.5 + looks
    if len(text) > _LONGEST or text.endswith((";", ",", "; and", "; or")):
        return 0.05
    if text.endswith(".") and (_FINITE.search(text) or len(text.split()) > 12):
        return 0.1
    return (0.7 if text.endswith((".", ":")) else 1.0) + looks


def is_capitals(text: str) -> bool:
    """Whether all letters are capitals and there are enough of them to be words."""
    return text.isupper() and sum(character.isalpha() for character in text) > 3


def is_decision_word(text: str) -> bool:
    """Whether a line only opens a part of an item ("RESOLVED:", "Reasons for decision"), however it is set."""
    return _DECISION_WORD.fullmatch(text.strip()) is not None


def split_title(text: str) -> tuple[str, str]:
    """The title that a paragraph begins with and the text that runs on after it; no text where all is title.

    >>> split_title("Apologies: Received from Cllr Nye.")
    ('Apologies', 'Received from Cllr Nye.')
    """
    run = _CAPITALS_RUN.match(text)
    if run and is_capitals(run["title"]) and len(run["title"]) >= 6 and _runs_on(run["rest"]):
        return run["title"].rstrip(" .:–—-,"), run["rest"]
    for pattern in (_COLON, _STOP):
        found = pattern.match(text)
        if (
            found
            and len(found["title"].split()) <= 9
            and not _FINITE.search(found["title"])
            and _runs_on(found["rest"])
        ):
            return found["title"].strip(), found["rest"]
    return text, ""


def _runs_on(rest: str) -> bool:
    """Whether what follows a title is text of its own: a sentence, or a short answer ("None.")."""
    return _ANSWER.match(rest) is not None or (
        rest.rstrip().endswith((".", ":", ";", "?", "!", ")"))
        and len(rest.split()) >= 4
        and (len(rest) > 80 or _FINITE.search(rest) is not None)
    )
