"""Markers of the vendor's template that survive in printed minutes: "<AI1>", "</AI1>", "<TRAILER_SECTION>".

There is no better sign of where an item begins; none of them is a word of the minutes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import block_of
from ingest.draft import Block

_MARKER = re.compile(
    r"<\s?(?P<end>/?)\s?(?:(?P<item>AI\s?\d+)|[A-Z_]*(?:SECTION|LAYOUT)[A-Z_]*)\s?>|\bFIELD_(?:SUMMARY|TITLE)\b"
)


def is_marked(text: str) -> bool:
    """Whether a line holds a marker."""
    return _MARKER.search(text) is not None


def cut_at_markers(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[int, ...]]:
    """The blocks without markers, and the places of those that a marker says an item begins with."""
    kept: list[Block] = []
    begins: list[int] = []
    for block in blocks:
        if not is_marked(block.text):
            kept.append(block)
            continue
        at = 0
        for marker in _MARKER.finditer(block.text):
            kept.extend(_piece(block, at, marker.start()))
            if marker["item"] and not marker["end"]:
                begins.append(len(kept))
            at = marker.end()
        kept.extend(_piece(block, at, len(block.text)))
    return tuple(kept), tuple(sorted({place for place in begins if place < len(kept)}))


def _piece(block: Block, start: int, end: int) -> Sequence[Block]:
    text = block.text[start:end].strip()
    if not text:
        return ()
    return (replace(block, text=text) if block.kind == "heading" else block_of(text, page=block.page),)
