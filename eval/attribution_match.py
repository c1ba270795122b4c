"""When a text holds an anchor, and when a produced name is the annotated person.

The rules are those of the annotated minutes: white space does not count, case does; any printed form of a person is
right, also with "the" before it and with a post or a body added ("Ms Dacre, Healthwatch").
"""

import re
from collections.abc import Sequence

from ingest.records import Speaker

_SPACE = re.compile(r"[\s\u00a0]+")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_ADDED_BEFORE = re.compile(r"(?:[,(]|\b(?:and|of))\s*(?:the\s+)?$")
_ADDED_AFTER = re.compile(
    r"^\s*(?:[,(\[–-]|of\b|from\b|for\b|at\b|representing\b|on behalf of\b|in the chair\b)", re.IGNORECASE
)


def squeezed(text: str) -> str:
    """`text` with every run of white space turned into one blank."""
    return _SPACE.sub(" ", text).strip()


def holds(text: str, anchor: str) -> bool:
    """Whether `text` contains `anchor`, white space apart.

    >>> holds("the felling\\nof 340 ash trees", "felling of 340")
    True
    """
    return squeezed(anchor) in squeezed(text)


def is_person(speaker: Speaker, forms: Sequence[str]) -> bool:
    """Whether the produced speaker is one of the annotated forms of a person: as printed, or as the name resolved."""
    resolved = f"{speaker.title or ''} {speaker.name}" if speaker.name else ""
    produced = [squeezed(form) for form in (speaker.as_printed, resolved) if form]
    return any(_is_form(mine, squeezed(form)) for mine in produced for form in forms)


def _is_form(printed: str, form: str) -> bool:
    printed, form = _ARTICLE.sub("", printed), _ARTICLE.sub("", form)
    if printed == form:
        return True
    at = printed.find(form)
    if at < 0:
        return False
    before, after = printed[:at], printed[at + len(form) :].rstrip(")")
    return (not before or bool(_ADDED_BEFORE.search(before))) and (not after or bool(_ADDED_AFTER.match(after)))


def are_persons(speakers: Sequence[Speaker], persons: Sequence[Sequence[str]]) -> bool:
    """Whether the produced speakers are exactly the annotated persons, in any order."""
    if len(speakers) != len(persons):
        return False
    return all(any(is_person(speaker, forms) for speaker in speakers) for forms in persons) and all(
        any(is_person(speaker, forms) for forms in persons) for speaker in speakers
    )
