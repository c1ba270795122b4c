"""Citations as they are handed out: each quote gets one number, in the order in which the answer uses them."""

from dataclasses import dataclass, field

from assistant.evidence.points import Point
from assistant.evidence.sentences import Sentence
from assistant.model import Citation
from index.model import MeetingHead, Part
from ingest.records import Decision, Item, Speaker


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim piece of a record: `text` is `minutes[start:end]` of the item; places are null where printed apart."""

    head: MeetingHead
    item: Item
    part: Part
    text: str
    start: int | None = None
    end: int | None = None
    speakers: tuple[Speaker, ...] = ()
    asker: Speaker | None = None
    page: int | None = None

    @classmethod
    def of_point(cls, point: Point) -> "Quote":
        """The quote of a point of the evidence."""
        from_ = point.sentence
        return cls(
            from_.head,
            from_.item,
            from_.part,
            point.text,
            point.start,
            point.end,
            point.speakers,
            from_.asker,
            from_.page,
        )

    @classmethod
    def of_sentence(cls, one: Sentence) -> "Quote":
        """The quote of one sentence."""
        return cls(one.head, one.item, one.part, one.text, one.start, one.end, one.speakers, one.asker, one.page)

    @classmethod
    def of_decision(cls, head: MeetingHead, item: Item, decision: Decision) -> "Quote":
        """The quote of a decision."""
        return cls(head, item, "decision", decision.text, decision.start, decision.end)


@dataclass(slots=True)
class Citations:
    """The citations of one answer so far."""

    given: list[Citation] = field(default_factory=list)

    def mark(self, quote: Quote) -> str:
        """The marker of a quote, "[1]"; the same quote has the same number."""
        for citation in self.given:
            if (citation.meeting_id, citation.item_id, citation.start, citation.quote) == (
                quote.head.id,
                quote.item.id,
                quote.start,
                quote.text,
            ):
                return f"[{citation.number}]"
        self.given.append(_citation(len(self.given) + 1, quote))
        return f"[{len(self.given)}]"


def _citation(number: int, quote: Quote) -> Citation:
    return Citation(
        number=number,
        meeting_id=quote.head.id,
        item_id=quote.item.id,
        organisation=quote.head.organisation,
        committee=quote.head.committee,
        date=quote.head.date,
        item_number=quote.item.number,
        item_title=quote.item.title,
        speakers=tuple(speaker.as_printed for speaker in quote.speakers),
        asker=quote.asker.as_printed if quote.asker else None,
        part=quote.part,
        quote=quote.text,
        start=quote.start,
        end=quote.end,
        page=quote.page,
        source=quote.head.source,
    )
