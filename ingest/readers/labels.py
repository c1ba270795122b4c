"""The labels between the parts of an agenda item, and the debris that pages and extractors leave around them."""

import re
from typing import Literal

Part = Literal["agenda", "minutes", "decisions", "reasons", "documents", "votes"]

_LABELS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("minutes", re.compile(r"(?:draft |confirmed )?minutes ?:|(?:minute|cofnodion) ?:", re.I)),
    ("decisions", re.compile(r"(?:draft )?(?:decisions?|decicion|decision made|penderfyniad(?:au)?) ?:?", re.I)),
    (
        "reasons",
        re.compile(
            r"(?:reasons? for (?:the )?(?:decisions?|recommendations?|urgency)|"
            r"(?:other |alternative )?options (?:considered|rejected)(?: and rejected)?|"
            r"alternatives? considered(?: and rejected)?|"
            r"details of any (?:alternative|conflict).{0,60}|(?:any )?conflicts? of interest(?: declared)?|"
            r"dispensations? granted) ?:?",
            re.I,
        ),
    ),
    (
        "documents",
        re.compile(
            r"(?:supporting|additional|accompanying|background|related|attached) (?:documents?|papers?|reports?) ?:|"
            r"dogfennau ychwanegol ?:",
            re.I,
        ),
    ),
    ("votes", re.compile(r"recorded votes? ?:?", re.I)),
)
# "Minutes" and "Supporting documents" without a colon are labels only where the markup says so.
_BARE: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("minutes", re.compile(r"(?:draft )?minutes", re.I)),
    ("documents", re.compile(r"(?:supporting|additional|accompanying) documents?", re.I)),
    ("agenda", re.compile(r"(?:purpose|agenda text|content|description) ?:?", re.I)),
)
_DEBRIS = re.compile(
    r"(?:agenda item|eitem agenda|share this (?:item|page)|rhannu'r eitem hon|print(?: this page)?|back(?: to top)?|"
    r"top|home|menu|search|skip to (?:main )?content|"
    r"tweet|share|facebook|twitter|linked ?in|e-?mail this page|cookies?|"
    r"(?:link to )?view the (?:background to|decision for|declarations? of interest for|full item text for)\b.*|"
    r"view recorded votes?.*|"
    r"no\. item|no\.|item|items|agenda|media|webcast)\.?",
    re.I,
)
_FOOT = re.compile(
    r"(?:share this (?:item|page)|rhannu'r eitem hon|print(?: this page)?|back(?: to top)?|tweet|share|top)\.?", re.I
)
_FILE_SIZE = re.compile(
    r"(?:\s*,\s*item\s+[\w.]{1,8}\.?)?\s*(?:\b(?:pdf|word|excel|doc) icon\b)?\s*\b(?:PDF|DOCX?|XLSX?|PPTX?|RTF|"
    r"HTM?L?|ZIP|CSV|TXT)\s+\(?\d[\d.,]*\s*(?:KB|MB|bytes)\)?\s*$",
    re.I,
)
_OF_ITEM = re.compile(r"\s*,\s*item\s+[\w.]{1,8}\.?\s*$", re.I)
_TRUNCATED = re.compile(
    r"(?:\s*(?:\.{3}|…))*\s*(?:link to )?view the full (?:minutes|decisions?|item|"
    r"agenda) text for item\s+[^.]{0,12}\.?\s*(?:,.{0,200})?$",
    re.I,
)


def part_of(text: str, *, marked: bool = False) -> Part | None:
    """Which part of an item a label opens ("Minutes:"); None where the line is no label.

    `marked` says that the markup sets the line as a label, so that it may lack its colon.
    """
    if len(text) > 80:
        return None
    for part, pattern in (*_LABELS, *_BARE) if marked else _LABELS:
        if pattern.fullmatch(text):
            return part
    return None


def split_label(text: str) -> tuple[Part, str] | None:
    """A label with words after it on the same line ("Minutes: None."), and those words."""
    head, colon, rest = text.partition(":")
    if not colon or not rest.strip() or len(head) > 30:
        return None
    part = part_of(f"{head}:")
    return (part, rest.strip()) if part in ("minutes", "documents") else None


def is_debris(text: str) -> bool:
    """Whether a line belongs to the page around the minutes rather than to them."""
    return len(text) < 200 and _DEBRIS.fullmatch(text) is not None


def is_foot(text: str) -> bool:
    """Whether a line opens the foot of a page: below it stand links of the site, no documents."""
    return _FOOT.fullmatch(text) is not None


def without_file_size(text: str) -> str | None:
    """The title in a printed link to a file ("Parks report pdf icon PDF 354 KB"); None where it is no such link."""
    match = _FILE_SIZE.search(text)
    if match is None:
        return None
    return _OF_ITEM.sub("", text[: match.start()]).strip() or None


def without_truncation(text: str) -> str | None:
    """The words before "... view the full minutes text for item 12."; None where the text is not broken off."""
    match = _TRUNCATED.search(text)
    return None if match is None else text[: match.start()].rstrip()
