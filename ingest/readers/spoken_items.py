"""Headings and turns, in the order in which a transcript holds them, become items."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.draft import Block, DraftItem


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between turns, with its number where it has one."""

    title: str
    number: str | None = None


@dataclass
class _Open:
    heading: Heading | None = None
    above: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def closed(self) -> DraftItem:
        return DraftItem(
            title=self.heading.title if self.heading else None,
            number=self.heading.number if self.heading else None,
            agenda_text="\n".join(self.above) or None,
            minutes=tuple(self.blocks),
        )


def spoken_items(parts: Iterable[Heading | Block]) -> tuple[DraftItem, ...]:
    """One item a heading; a heading with nothing below it but another one stands above that item as agenda text."""
    items: list[DraftItem] = []
    current = _Open()
    for part in parts:
        if isinstance(part, Block):
            current.blocks.append(part)
        elif current.blocks:
            items.append(current.closed())
            current = _Open(part)
        else:
            above = [*current.above, current.heading.title] if current.heading else []
            current = _Open(part, above)
    if current.blocks or current.heading:
        items.append(current.closed())
    return tuple(items)
