"""Citations: one number a quote, in the order in which the answer uses them, with where the quote stands."""

from datetime import date

from assistant.answer.citing import Citations, Quote
from index.model import MeetingHead
from ingest.records import Decision, Item, Source, Speaker

HEAD = MeetingHead(id="m", committee="Cabinet", date=date(2024, 1, 3), source=Source(path="a.html"))
ITEM = Item(id="i", number="5", title="Budget", minutes="Mr Grey agreed. It was noted.")


def test_the_same_quote_has_the_same_number() -> None:
    citations = Citations()
    first = Quote(HEAD, ITEM, "minutes", "Mr Grey agreed.", 0, 15, (Speaker(as_printed="Mr Grey"),))
    second = Quote(HEAD, ITEM, "minutes", "It was noted.", 16, 29)
    assert [citations.mark(one) for one in (first, second, first)] == ["[1]", "[2]", "[1]"]
    assert [one.number for one in citations.given] == [1, 2]


def test_a_citation_says_where_its_quote_stands() -> None:
    citations = Citations()
    asker = Speaker(as_printed="Mrs Lamb")
    citations.mark(Quote(HEAD, ITEM, "minutes", "Mr Grey agreed.", 0, 15, (Speaker(as_printed="Mr Grey"),), asker, 7))
    (one,) = citations.given
    assert (one.meeting_id, one.item_id, one.committee, one.item_number) == ("m", "i", "Cabinet", "5")
    assert (one.speakers, one.asker, one.page, one.source.path) == (("Mr Grey",), "Mrs Lamb", 7, "a.html")
    assert ITEM.minutes[one.start : one.end] == one.quote


def test_a_decision_printed_apart_is_quoted_without_a_place() -> None:
    quote = Quote.of_decision(HEAD, ITEM, Decision(text="To agree the budget."))
    assert (quote.part, quote.start, quote.end) == ("decision", None, None)
