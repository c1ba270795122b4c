"""What may not be shown: items that are exempt, and the part of a meeting from which the public was excluded.

Councils mark such business in words, in many forms ("PART B", "(Exempt Category 3)", "Not for publication", a
resolution under section 100A). A report that only mentions an exempt appendix is public. In doubt, what stands below an
explicit marking is hidden.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.draft import Block, DraftItem, DraftMeeting

logger = logging.getLogger(__name__)

_PART = r"part\s+(?:b|ii|2|two)"
_PART_TITLE = re.compile(rf"^[(\[]?{_PART}\b[)\]]?\s*(?P<dash>[–—:.-]+|\(|$)\s*(?P<rest>.*)$", re.I)
# Titles made of these words alone head a part of the agenda; they have no business of their own.
_PRIVATE_HEADING = re.compile(
    r"^[(\[]?(?:(?:part\s+(?:b|ii|2|two)|exempt|confidential|restricted|private|closed|in\s+camera|"
    r"not\s+for\s+publication|not\s+open|"
    r"items?|information|business|reports?|matters?|minutes|session|section|agenda|meeting|for|to|in|the|of|and|or|"
    r"be|by|with|which|are|is|is/are|"
    r"considered|taken|press|public|excluded|excluding|following|containing|members|only|part|likely)\b|"
    r"[\s–—:;,.()/&\[\]-])+$",
    re.I,
)
_PRIVATE_WORD = re.compile(
    r"\b(?:exempt|confidential|restricted|private|closed|camera|not\s+for\s+publication|public\s+excluded)\b", re.I
)
_PUBLIC_WORD = re.compile(r"(?<!not )\b(?:for information|to note|non-?(?:exempt|confidential)|open to the)\b", re.I)
_MARKED_TITLE = re.compile(
    r"^(?:exempt|confidential|restricted|private)\s*(?:items?|reports?|business|minutes?|matters?|information|"
    r"appendix)?\s*(?:[–—:-]|$)|"
    rf"[(\[]\s*(?:{_PART}|not for publication|(?:exempt|confidential|restricted|private)(?=\s*(?:[)\]–—:,-]|item|"
    rf"report|minute|"
    r"categor|para|information|business|under|by|from|not|section|schedule|part)))|"
    r"\bnot for publication\b|\bexempt (?:item|category|under|by virtue|information)\b|"
    r"[–—-]\s*(?:exempt|confidential|part\s+(?:b|ii))\s*$",
    re.I,
)
_SCHEDULE = (
    r"(?:schedule\s+(?:12\s?a|7\s?a)|section\s+100\s?[a-i]?|local government act|paragraphs?\s+\d|"
    r"categor(?:y|ies)\s+\d)"
)
_MARKED_TEXT = re.compile(
    rf"^[(\[*\s]*(?:{_PART}\b|exempt\b|confidential\b|restricted\b|not for publication\b|private\b)(?:\W+|"
    rf"\s.*)(?:{_SCHEDULE}|not for publication|part\s+(?:b|ii)\b).*|"
    r"^[(\[*\s]*(?:exempt|confidential|not for publication|restricted)(?: (?:item|report|minutes?|information|"
    r"business))?[)\].*\s]*$|"
    r"\b(?:minutes?|reports?|items?|discussions?|papers?|details)\b.{0,60}\b(?:is|are|was|were|be|"
    r"remains?)\s+(?:therefore\s+)?(?:marked\s+|deemed\s+|treated as\s+)?"
    r"(?:not for publication|exempt(?! appendi)|confidential|restricted|recorded (?:separately|in (?:a|"
    r"the) (?:confidential|exempt|private)))|"
    r"\b(?:reports?|items?|minutes?)\s+(?:contains?|containing|includes?|"
    r"involves?)\s+(?:the likely disclosure of\s+)?(?:exempt|confidential) information|"
    rf"^[(\[*\s]*(?:by virtue of|exempt(?:ion)? under|under)\s+{_SCHEDULE}",
    re.I,
)
_ONLY_AN_APPENDIX = re.compile(r"\b(?:appendix|appendices|annex(?:es)?|annexe|enclosures?|attachments?)\b", re.I)
_EXCLUSION_TITLE = re.compile(
    r"\bexclusion of (?:the )?(?:press|public)|\b(?:press|public) (?:and (?:press|public) )?exclu|\bpublic exclu|"
    r"exclude the (?:press|public)",
    re.I,
)
_EXCLUDES = re.compile(
    r"\b(?:press|public|observers)\b.{0,80}\b(?:be|were|was|are|been)\s+(?:now\s+|hereby\s+)?(?:excluded|"
    r"asked to leave|required to (?:leave|withdraw)|requested to (?:leave|withdraw))|"
    r"\b(?:to\s+|and\s+)?exclude[sd]?\s+(?:the\s+)?(?:members of\s+)?(?:the\s+)?(?:press|public)\b|"
    r"\b(?:moved?|went|gone|go|going|resolved|adjourned|proceed(?:ed)?|retired|continued?)\s+(?:to\s+(?:go|"
    r"move)\s+)?(?:in)?to\s+(?:a\s+)?"
    r"(?:closed|executive|private|confidential|exempt|part\s+(?:b|ii|2))\s+(?:session|meeting|business)|"
    r"\b(?:moved?|went|go|resolved)\s+(?:to\s+(?:go|move)\s+)?(?:in camera|into committee|in committee)\b",
    re.I | re.S,
)
# Quick to look for, and without one of these nothing is closed.
_TALKS_OF_PRIVACY = re.compile(
    r"exclu|leave|withdraw|closed|executive|private|confidential|exempt|part\s|camera|committee", re.I
)
_NOT_EXCLUDED = re.compile(
    r"\b(?:no|not|none|nothing|without|whether|if|should|unless)\b.{0,60}\b(?:exempt|exclu\w+|confidential|necessary|"
    r"required|private)|\b(?:there (?:were|was|are) no|not applicable|n/a)\b",
    re.I | re.S,
)
_NAMED_ITEMS = re.compile(
    r"\bitems?\s+(?:numbers?\s+|nos?\.?\s+)?(?P<numbers>\d{1,3}[a-z]?\b(?:\s*(?:,|and|&|to|–|-)\s*\d{1,3}[a-z]?\b)*)",
    re.I,
)
_NEXT_ITEM = re.compile(
    r"\b(?:following|next|undermentioned)\s+(?:agenda\s+)?(?:item|report|matter|business item)\b(?!s)", re.I
)
_THIS_ITEM = re.compile(r"\bthis\s+(?:agenda\s+)?(?:item|report|matter)\b", re.I)
_REOPENS = re.compile(
    r"\b(?:re-?admitted|re-?admit|re-?opened to the (?:press|public)|invited back|rejoined the meeting in public)\b|"
    r"\b(?:return\w*|resum\w+|revert\w*|reconven\w+|came|rose|move\w*)\b.{0,40}\b(?:open|public)\s+(?:session|"
    r"meeting|business)|"
    r"\b(?:came|rose|moved)\s+out of (?:committee|camera|closed session)|"
    r"^(?:part\s+(?:a|i|1|one)\b|open session|public session)",
    re.I,
)
# Where in an item a marking of the item itself stands: at its head.
_HEAD_BLOCKS = 3


@dataclass
class _Closed:
    """Which items are private by an earlier resolution or heading: those named, the next, or all that follow."""

    numbers: set[str] = field(default_factory=set)
    following: str | None = None

    def holds(self, item: DraftItem) -> bool:
        """Whether `item` is private."""
        return self.following is not None or (item.number is not None and item.number.lower() in self.numbers)


def without_restricted(draft: DraftMeeting, *, include: bool) -> DraftMeeting:
    """The meeting with its restricted items marked, and, unless `include`, without any text of theirs.

    Number and title are kept where the source prints them. A warning says how many items lost their text.
    """
    marked = draft.items if draft.transcript else tuple(_marked(draft.items, include=include))
    if include:
        return replace(draft, items=marked)
    count = sum(1 for item in marked if item.restricted)
    if not count:
        return replace(draft, items=marked)
    logger.info("%d restricted item(s) left out of %s", count, draft.committee or draft.format)
    noun = "item is" if count == 1 else "items are"
    warning = f"{count} {noun} exempt or private: the text is left out."
    return replace(
        draft,
        items=tuple(_bare(item) if item.restricted else item for item in marked),
        warnings=(*draft.warnings, warning),
    )


def _bare(item: DraftItem) -> DraftItem:
    return DraftItem(title=item.title, number=item.number, reference=item.reference, restricted=True)


def _marked(items: tuple[DraftItem, ...], *, include: bool) -> Iterator[DraftItem]:
    closed = _Closed()
    for item in items:
        if _REOPENS.search(item.title or "") or (item.minutes and _REOPENS.search(item.minutes[0].text)):
            closed = _Closed()
        if _heads_private_part(item):
            closed.following = "all"
            yield item
            continue
        restricted = item.restricted or _is_marked(item) or (closed.holds(item) and not _is_exclusion(item))
        if closed.following == "next":
            closed.following = None
        if restricted:
            if _PART_TITLE.match(item.title or ""):
                closed.following = "all"
            yield replace(item, restricted=True)
        else:
            at = _closing_block(item, closed)
            yield item if include or at is None or _is_exclusion(item) else _until(item, at)
        if any(_REOPENS.search(block.text) for block in item.minutes[1:]):
            closed = _Closed()


def _heads_private_part(item: DraftItem) -> bool:
    """Whether an item is but a heading ("PART B – EXEMPT BUSINESS") over those that follow."""
    title = item.title or ""
    if item.minutes or item.decisions or item.restricted or _PUBLIC_WORD.search(title):
        return False
    return _is_private_heading(title)


def _is_private_heading(text: str) -> bool:
    if len(text) > 160 or _PRIVATE_HEADING.match(text) is None:
        return False
    return _PRIVATE_WORD.search(text) is not None or re.fullmatch(rf"\W*{_PART}\W*", text, re.I) is not None


def _is_exclusion(item: DraftItem) -> bool:
    return _EXCLUSION_TITLE.search(item.title or "") is not None


def _is_marked(item: DraftItem) -> bool:
    """Whether the item itself is marked as exempt, in its title or at the head of its text."""
    title = item.title or ""
    if _is_exclusion(item):
        return False
    if _is_marked_title(title):
        return True
    head = [*(item.agenda_text or "").split("\n"), *(block.text for block in item.minutes[:_HEAD_BLOCKS])]
    head += [block.text for block in item.decisions[:1]]
    return any(_is_marking(text) for text in head)


def _is_marked_title(title: str) -> bool:
    part = _PART_TITLE.match(title)
    if part is not None and not _PUBLIC_WORD.search(title):
        return True
    marked = _MARKED_TITLE.search(title)
    return marked is not None and not _ONLY_AN_APPENDIX.search(title[max(0, marked.start() - 40) :])


def _is_marking(text: str) -> bool:
    """Whether a line marks what it stands in ("Exempt under paragraph 3 …"), not only an appendix or other business."""
    if len(text) > 500 or _MARKED_TEXT.search(text) is None:
        return False
    return _ONLY_AN_APPENDIX.search(text) is None and _EXCLUDES.search(text) is None and not _denies(text)


def _denies(text: str) -> bool:
    return (
        re.search(r"\b(?:not|no longer|no)\s+(?:an?\s+)?(?:exempt|confidential|restricted)\b", text, re.I) is not None
    )


def _closing_block(item: DraftItem, closed: _Closed) -> int | None:
    """Where in the minutes of a public item the public is excluded; `closed` then knows what is private."""
    for position, block in enumerate(item.minutes):
        if block.kind == "heading" and _is_private_heading(block.text):
            closed.following = "all"
            return position
        if _close(block, closed):
            return position
    for block in item.decisions:
        _close(block, closed)
    if _is_exclusion(item) and not item.minutes and not item.decisions:
        for line in (item.agenda_text or "").split("\n"):
            _close(Block(line), closed)
    return None


def _close(block: Block, closed: _Closed) -> bool:
    """Note what a resolution to exclude the public makes private; whether it begins at once."""
    text = block.text
    match = _EXCLUDES.search(text) if _TALKS_OF_PRIVACY.search(text) else None
    if match is None or _NOT_EXCLUDED.search(text[max(0, match.start() - 120) : match.end()]):
        return False
    named = _NAMED_ITEMS.search(text)
    if named is not None:
        closed.numbers |= _numbers(named["numbers"])
        return False
    if _ONLY_AN_APPENDIX.search(text):
        return False
    if not _THIS_ITEM.search(text):
        closed.following = "next" if _NEXT_ITEM.search(text) else "all"
    return True


def _numbers(printed: str) -> set[str]:
    found = {number.lower() for number in re.findall(r"\d{1,3}[a-z]?", printed)}
    for first, last in re.findall(r"(\d{1,3})\s*(?:to|–|-)\s*(\d{1,3})", printed):
        found |= {str(number) for number in range(int(first), min(int(last), int(first) + 50) + 1)}
    return found


def _until(item: DraftItem, at: int) -> DraftItem:
    """The public beginning of an item during which the meeting went into private session."""
    is_heading = item.minutes[at].kind == "heading"
    return replace(item, minutes=item.minutes[: at if is_heading else at + 1])
