"""Turns of a printed transcript: "NAME: words", "Tony Arbour AM (Chairman): words", "Q1 Chair: words"."""

import re

from ingest.people import FORMS_OF_ADDRESS, is_post

_STAMP = r"(?:\[?\(?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d+)?\)?\]?\s*[-–—]?\s*)"
_QUESTION = r"(?:Q\.?\s?\d{1,4}[a-z]?\.?\s+)"
_WORD = r"(?:[A-ZÀ-Þ][\w’'.&-]*|\d{1,2}\b|(?:of|the|for|and|de|van|von|du|la|le|da|al|bin|on|at|in|to|No)\b\.?)"
_BRACKET = r"(?:\s*[(\[][^()\[\]\n]{1,120}[)\]])"
_LABEL = rf"(?P<label>(?:[Tt]he\s+)?[A-ZÀ-Þ][\w’'.&-]*(?:,?\s{_WORD}){{0,9}}{_BRACKET}?(?:,\s[^:\n.]{{2,60}})?)"
_TURN = re.compile(rf"{_STAMP}?(?P<question>{_QUESTION})?{_LABEL}\s*:\s*(?P<words>\s*\S.*|$)", re.S)
# A name on a line of its own with the time at which the turn began, as meeting software writes it.
_STAMPED = re.compile(rf"(?P<label>[A-ZÀ-Þ][\w’'.,& ()-]{{1,80}}?)\s+{_STAMP}$")
# Labels of printed minutes and pages that look like a turn and are none.
_NO_VOICE = re.compile(
    r"(?:present|in (?:the )?chair|question (?:no|number|ref\w*)\.?|"
    r"in attendance|also present|apolog\w+.*|absent|venue|location|place|date|time|minutes?|"
    r"decisions?|resolved.*|agreed.*|recommend\w*.*|"
    r"noted|actions?.*|note|proposed.*|seconded.*|moved.*|proposer|seconder|report.*|subject|title|"
    r"committee|contact.*|officers?|members?|councillors?|councill?ors present|"
    r"governors|observers?|witnesses|substitutes?|item.*|agenda.*|supporting documents|additional "
    r"documents|documents|background|reasons?.*|"
    r"for|against|abst\w+|votes?|in favour|carried|lost|result|outcome|question|answer|response|"
    r"supplementary.*|written.*|reference|ref|appendix.*|annex.*|"
    r"venue and time|e-?mail|tel\w*|phone|fax|website|page|start\w*|end\w*|finish\w*|duration|topic|"
    r"summary|purpose|key points|conclusion|from|to|cc|"
    r"wards?|applicant|application.*|proposal|site|case officer|public|quorum|distribution|attendees|"
    r"attendance|status|version|author|https?)",
    re.I,
)
_TITLED = re.compile(rf"(?:THE\s|The\s)?(?:{FORMS_OF_ADDRESS})\s", re.I)


def turn_of(line: str) -> tuple[str, str] | None:
    """The voice of a line that begins a turn, as printed, and its words; None where the line is no turn.

    >>> turn_of("Q1 Chair: Good morning.")
    ('Chair', 'Good morning.')
    """
    match = _TURN.match(line[:600])
    if match is None or len(match["label"]) > 160 or "://" in line[: match.end("label") + 3]:
        return None
    label = match["label"].strip()
    if _NO_VOICE.fullmatch(re.sub(r"\s*\(.*", "", label)) or not _is_voice(label, bool(match["question"])):
        return None
    return label, line[match.start("words") :].strip()


def stamped_name(line: str) -> str | None:
    """The name on a line that holds nothing else but the time ("Jane Smith   0:03")."""
    match = _STAMPED.fullmatch(line.strip())
    if match is None or _NO_VOICE.fullmatch(match["label"]):
        return None
    return match["label"].strip()


def _is_voice(label: str, numbered: bool) -> bool:
    """Whether a label can be somebody: in capitals, with a form of address or a post, or two names and more."""
    bare = re.sub(r"\s*[(\[].*", "", label)
    if numbered or bare.isupper() or "(" in label:
        return len(bare) > 1
    if _TITLED.match(label) or is_post(bare):
        return True
    words = bare.replace(",", " ").split()
    return 2 <= len(words) <= 5 and all(
        word[0].isupper() or word in ("de", "van", "von", "of", "the") for word in words
    )
