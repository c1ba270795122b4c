"""Paragraphs, list entries and rows: one printed line of thought becomes a `Block`, whatever format it came from."""

import re

from ingest.draft import Block, BlockKind

# Characters that print nothing: zero-width blanks and joiners, direction marks, soft hyphen.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_HAS_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
# Word's Symbol and Wingdings bullets arrive as private-use characters or as the letters o, q, § of those fonts.
_BULLET = re.compile(
    r"(?P<marker>[•·‣⁃◦▪▫●○■□♦➢➤►✓\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc*–—-]|[oq§Ø](?=\s))\s+(?=\S)|"
    r"(?P<tight>[•‣▪●\uf0b7\uf0a7])(?=\S)"
)
_NUMBER = re.compile(
    r"(?P<marker>\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\(\d{1,3}\.\d{1,3}\)|\d{1,3}(?:\.\d{1,3}){1,3}(?=\s+[^a-z\d])|"
    r"\((?:[a-z]{1,2}|[ivxl]{1,6}|[A-Z])\)|(?:[a-z]|[ivx]{2,5})[.)]|[A-Z]\))\s+(?=\S)"
)


def clean(text: str) -> str:
    """`text` with every run of white space made one blank, and what prints nothing taken out."""
    if _HAS_INVISIBLE.search(text):
        text = text.translate(_INVISIBLE)
    return " ".join(text.split())


def printed_marker(text: str) -> tuple[BlockKind, str] | None:
    """The bullet or number that a line begins with ("•", "1.", "(a)", "14.2"), and which of the two it is.

    A capital initial ("A. Smith"), a bare number ("25 residents") and a decimal ("3.5 million") are none.
    """
    bullet = _BULLET.match(text)
    if bullet:
        return "bullet", bullet["marker"] or bullet["tight"]
    number = _NUMBER.match(text)
    return ("numbered", number["marker"]) if number else None


def without_marker(text: str) -> str:
    """A line without the bullet or number that it begins with."""
    found = _BULLET.match(text) or _NUMBER.match(text)
    return text[found.end() :] if found else text


def block_of(
    text: str,
    *,
    kind: BlockKind = "paragraph",
    marker: str | None = None,
    page: int | None = None,
    voice: str | None = None,
) -> Block:
    """The block that a printed line makes; a bullet or number in its text decides over `kind` and `marker`."""
    text = clean(text)
    printed = printed_marker(text) if kind in ("paragraph", "bullet", "numbered") else None
    if printed is not None:
        kind, marker = printed
    return Block(text=text, kind=kind, marker=marker, page=page, voice=voice)
