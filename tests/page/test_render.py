"""Records as HTML: everything escaped, the quote marked, refusals plain, notices shown."""

import re
from datetime import date
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from assistant.assistant import Assistant
from assistant.model import Answer, Citation, Suggestion
from assistant.page import render
from index import Library
from index.model import Filters, MeetingHead
from index.report import IngestReport, SourceReport
from ingest.records import Decision, Item, Meeting, Source

QUESTION = "What was said about co-sleeping?"


def live(html: str) -> set[str]:
    """The names of all elements that could do something, and of all event attributes."""
    tree = LexborHTMLParser(html)
    names = {node.tag for node in tree.css("script, img, iframe, object, embed, svg, style, link")}
    return names | {name for node in tree.css("*") for name in node.attributes if name.startswith("on")}


def test_nothing_of_a_hostile_record_comes_alive(tmp_path: Path, hostile_meeting: Meeting) -> None:
    with Library.open(tmp_path / "library", create=True) as library:
        library.add([hostile_meeting])
        answer = Assistant(library).ask("What was said about lamp posts on Weir Lane?")
        assert answer.citations
        head, item = library.item(answer.citations[0].item_id)
        asked = f"{answer.question} <script>alert(1)</script>"
        html = (
            render.conversation([(asked, answer)], pending=(asked, asked))
            + render.welcome(library.overview(), [asked], adding=True)
            + render.sources(answer, 0)
            + render.item_page(head, item, answer.citations[0], "cite-0-1")
            + render.header(library.overview())
            + render.status(asked, problem=True)
            + render.hint("Sources", asked)
        )
    assert live(html) == set()
    assert "${" not in html
    assert "{{" not in html


def test_the_mark_is_the_quote_and_nothing_else(held: Library) -> None:
    answer = Assistant(held).ask(QUESTION)
    for citation in answer.citations:
        head, item = held.item(citation.item_id, citation.meeting_id)
        page = LexborHTMLParser(render.item_page(head, item, citation, f"cite-0-{citation.number}"))
        marked = " ".join(" ".join(node.text() for node in page.css("mark")).split())
        assert marked == " ".join(citation.quote.split())


def test_a_decision_and_agenda_text_are_marked_where_they_are_printed() -> None:
    item = Item(id="i", title="Bins", agenda_text="To note the bins.", decisions=(Decision(text="To buy bins."),))
    for part, quote in (("agenda", "To note the bins."), ("decision", "To buy bins.")):
        citation = Citation(number=1, meeting_id="m", item_id="i", part=part, quote=quote)  # type: ignore[arg-type]
        page = LexborHTMLParser(render.item_page(MeetingHead(id="m"), item, citation, "cite-0-1"))
        assert [node.text() for node in page.css("mark")] == [quote]


def test_only_web_addresses_become_links() -> None:
    for url, links in (("https://council.example/m", 1), ("javascript:alert(1)", 0), (None, 0)):
        head = MeetingHead(id="m", source=Source(path="/home/somebody/minutes.html", url=url))
        html = render.item_page(head, Item(id="i"), None, "near-0-0")
        assert len(LexborHTMLParser(html).css("a[href]")) == links
        assert "somebody" not in html


def test_every_marker_opens_a_citation_that_is_there(held: Library) -> None:
    answer = Assistant(held).ask(QUESTION)
    page = LexborHTMLParser(render.conversation([(QUESTION, answer)]))
    cards = LexborHTMLParser(render.sources(answer, 0))
    keys = {card.attributes["data-cite"] for card in cards.css("[data-cite]")}
    assert {marker.attributes["data-cite"] for marker in page.css(".mb-cite")} == keys
    assert len(keys) == len(answer.citations)


def test_a_refusal_looks_like_one_and_offers_the_nearest_items() -> None:
    near = Suggestion(meeting_id="m", item_id="i", committee="Cabinet", date=date(2024, 2, 1), item_title="Bins")
    answer = Answer(answered=False, answer="Nothing.\nNearest:\n- Bins, Cabinet, 1 February 2024", suggestions=(near,))
    page = LexborHTMLParser(render.conversation([("Q?", answer)]))
    (reply,) = page.css(".mb-refused")
    assert "Not answered" in reply.text()
    assert [button.attributes["data-cite"] for button in page.css(".mb-near button")] == ["near-0-0"]
    assert "No source answers this question" in render.sources(answer, 0)


def test_what_was_understood_is_shown_with_its_filters_and_notices() -> None:
    filters = Filters(committee="Cabinet", date_from=date(2024, 2, 1), date_to=date(2024, 2, 1))
    answer = Answer(
        answered=True, answer="Yes.", question="What of bins?", filters=filters, notices=("The model is down.",)
    )
    page = LexborHTMLParser(render.conversation([("and bins?", answer)]))
    understood = " ".join(page.css_first(".mb-understood").text().split())
    assert understood == "Understood as: What of bins? · Only Cabinet; on 1 February 2024 · Change"
    assert page.css_first(".mb-notice").text() == "The model is down."


def test_filters_in_words() -> None:
    filters = Filters(organisation="Stavenhoe", speaker="Teague", date_from=date(2023, 3, 8), date_to=date(2024, 1, 1))
    assert render.narrowed_to(filters) == ["Stavenhoe", "said by Teague", "from 8 March 2023", "to 1 January 2024"]
    assert render.narrowed_to(Filters()) == []


def test_what_became_of_each_file_is_told_plainly() -> None:
    report = IngestReport(
        sources=(
            SourceReport(path="/tmp/x/a.html", outcome="added", meetings=1, items=3, notes=("The end is missing.",)),
            SourceReport(path="/tmp/x/b.html", outcome="replaced", meetings=1, items=1),
            SourceReport(path="/tmp/x/c.html", outcome="unchanged"),
            SourceReport(path="<b>d</b>.bin", outcome="skipped", reason="It is not text."),
        )
    )
    text = re.sub(r"\s+", " ", LexborHTMLParser(render.added(report)).text())
    assert "a.html: added (1 meeting, 3 agenda items). The end is missing." in text
    assert "b.html: replaced what it gave before (1 meeting, 1 agenda item)." in text
    assert "c.html: already in the library, unchanged." in text
    assert ": not read. It is not text." in text
    assert "/tmp/x" not in text
    assert "nothing to read" in render.added(IngestReport())
