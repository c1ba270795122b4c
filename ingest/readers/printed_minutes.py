"""Minutes as they are printed, in plain text or Markdown, of whatever body: heading, roster, items, text.

`draft_of` is the door for every format whose text comes as blocks: PDF and Word minutes are cut by it too.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.draft import Block, DraftItem, DraftMeeting
from ingest.raw import RawSource
from ingest.readers.lines import lines_of
from ingest.readers.markup import flatten, parse
from ingest.readers.printed_items import ItemStart, find_items, item_at
from ingest.readers.printed_preface import heads_meeting, read_preface
from ingest.readers.protocol import LIKELY, POSSIBLE, Recognition
from ingest.readers.template_markers import cut_at_markers
from ingest.readers.transcript import draft_of_turns, is_transcript

NAME = "printed-minutes"

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "says “minutes of” a meeting",
        re.compile(
            r"\b(?:minutes?|record|notes)\s+of\s+(?:the|a|an)?\s*(?:\w+\s+){0,6}(?:meeting|"
            r"committee|council|"
            r"board|body|panel)\b|\bmeeting\s+minutes\b|^[^\w\n]*minutes[^\w\n]*$",
            re.I | re.M,
        ),
    ),
    (
        "lists who was there",
        re.compile(
            r"^[^\w\n]*(?:members\s+|councillors\s+|also\s+|governors\s+)?(?:present|"
            r"in attendance|sederunt|attendees|"
            r"apologies(?: for absence)?)\b.{0,60}$|\bpresent\s*:",
            re.I | re.M,
        ),
    ),
    (
        "has numbered items",
        re.compile(
            r"^[^\w\n]{0,4}(?:item\s+)?(?:\d{1,3}[.)]|\d{1,3}/\d{1,4}|"
            r"[A-Z]{2,5}\s?\d{1,3}/\d{2}|\d{1,3}\s{1,4}[A-Z])",
            re.I | re.M,
        ),
    ),
    (
        "records decisions",
        re.compile(
            r"\b(?:RESOLVED|AGREED|resolved that|it was (?:agreed|resolved)|"
            r"proposed by|seconded by|seconded|"
            r"moved by|CARRIED|DECISION|NOTED)\b"
        ),
    ),
    ("was held on a day", re.compile(r"\bheld\s+(?:at|on|in|via|remotely|virtually)\b", re.I)),
)
_REPORT_OF = re.compile(r"(?:Joint\s+)?Reports?\s+(?:of|by|from)\s+(?:the\s+)?(?P<author>[A-Z(][^.;]{3,150})\.?", re.S)
_SAID = re.compile(
    r"\b(?:was|were|is|are|which|that|considered|received|noted|submitted|presented|circulated|attached)\b"
)
_RULE = re.compile(r"[\W_]*$")
_TRAILING_ITEM = re.compile(r"\s*\((?:agenda\s+)?item\s+(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\)\s*$", re.I)


def recognise(source: RawSource) -> Recognition | None:
    """Likely where several marks of minutes are there, possible with two."""
    signs = [sign for sign, pattern in _SIGNS if pattern.search(source.head)]
    if len(signs) < (3 if source.is_html else 2) or (source.is_data and not source.is_html):
        return None
    confidence = LIKELY - 0.05 if len(signs) > 2 and not source.is_html else POSSIBLE
    return Recognition(confidence, f"It is text that {', '.join(signs[:-1])} and {signs[-1]}.")


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The one meeting that the text minutes."""
    if source.is_html:
        body = parse(source.text).body
        lines = flatten(body) if body is not None else []
    else:
        lines = lines_of(source.text)
    blocks = tuple(line.block() for line in lines)
    return (draft_of(blocks, format=NAME),)


def draft_of(
    blocks: Sequence[Block],
    *,
    format: str,
    why: str = "",
    margins: Sequence[str] = (),
    warnings: tuple[str, ...] = (),
) -> DraftMeeting:
    """The meeting that `blocks` print, cut into its items; turns of a transcript are read as such.

    `margins` are the running headers and footers; the cells of a row are parted by tabs.
    """
    blocks, marked = cut_at_markers([block for block in blocks if not _RULE.match(block.text)])
    if is_transcript(blocks):
        return replace(draft_of_turns(blocks, format=format, margins=margins, why=why), warnings=warnings)
    starts = [item_at(blocks, at) for at in marked] or _below_the_head(blocks, find_items(blocks))
    first = starts[0].at if starts else len(blocks)
    everywhere = "\n".join((*margins, *(block.text for block in blocks)))
    preface = read_preface(blocks[:first] if starts else blocks[:12], margins=margins, everywhere=everywhere)
    if starts:
        items = _items(blocks, starts, preface.left)
    else:
        items = (DraftItem(title=_only_title(blocks), minutes=tuple(_on_one_line(block) for block in blocks)),)
        warnings = (*warnings, "No agenda items were found in this text; it is kept as one item.")
    return DraftMeeting(
        items=items,
        format=format,
        organisation=preface.organisation,
        committee=preface.committee,
        date=preface.date,
        time=preface.time,
        venue=preface.venue,
        status=preface.status,
        attendance=preface.attendance,
        warnings=warnings,
        why=why,
    )


def _below_the_head(blocks: tuple[Block, ...], starts: Sequence[ItemStart]) -> Sequence[ItemStart]:
    """The starts without the headings at the top that name the meeting, or stand over the list of those present."""
    ends = [*(start.at for start in starts[1:]), len(blocks)]
    for position, (start, end) in enumerate(zip(starts, ends, strict=False)):
        if start.number or not heads_meeting(blocks[start.at], blocks[start.at + start.length : end]):
            return starts[position:]
    return ()


def _items(blocks: tuple[Block, ...], starts: Sequence[ItemStart], left: tuple[Block, ...]) -> tuple[DraftItem, ...]:
    ends = [start.at for start in starts[1:]] + [len(blocks)]
    items = [_item(blocks, start, end) for start, end in zip(starts, ends, strict=True)]
    items[0] = replace(items[0], minutes=(*left, *items[0].minutes))
    return tuple(items)


def _item(blocks: tuple[Block, ...], start: ItemStart, end: int) -> DraftItem:
    heading = blocks[start.at]
    ran_on = (replace(heading, text=start.rest, kind="paragraph", marker=None),) if start.rest else ()
    body = blocks[start.at + start.length : end]
    report_of, body = _without_author(body)
    suffix = _TRAILING_ITEM.search(start.title or "")
    return DraftItem(
        title=start.title,
        number=start.number or (suffix["number"] if suffix else None),
        reference=start.reference,
        report_of=report_of,
        minutes=tuple(_on_one_line(block) for block in (*ran_on, *body)),
    )


def _on_one_line(block: Block) -> Block:
    return replace(block, text=block.text.replace("\t", " ")) if "\t" in block.text else block


def _without_author(body: tuple[Block, ...]) -> tuple[str | None, tuple[Block, ...]]:
    """A "Report of …" line under the title names the author and is no minute."""
    found = _REPORT_OF.fullmatch(body[0].text) if body else None
    if found is None or _SAID.search(found["author"]):
        return None, body
    return " ".join(found["author"].split()), body[1:]


def _only_title(blocks: Sequence[Block]) -> str | None:
    return next((block.text for block in blocks if block.kind == "heading" and len(block.text) < 150), None)
