"""The page of one agenda item: as markup, as text, and as other people's extractors leave it."""

import re
import textwrap
from pathlib import Path

import pytest

from ingest import read_file
from ingest.errors import UnreadableSource

PAGE = """Agenda item

Agenda item

Bus shelters in Harrow Lane

Meeting of Highways and Transport Scrutiny Panel, Tuesday 7 March 2023 6.00 pm (Item 8.)

Report of the Director of Place.

To consider the report on the repair of bus shelters.

Minutes:

The Committee considered the report of the Director of Place which set out the cost of repairing forty shelters.

Key points in the report included:

  • Thirty shelters had no glass;
  • vandalism had cost £12,000; and
  • new shelters would be of steel.

The Head of Highways introduced the report and advised that the contractor would begin in May. In response to a \
question from Councillor Ogle about lighting, she confirmed that all shelters would be lit.

Decisions

1.            To note the report.
2.            To request a further report in September 2023.

Supporting documents:

  • Bus Shelters Report, item 8. PDF 248 KB
  • Appendix A - map , item 8. pdf icon PDF 1 MB
"""


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, 72) if len(line) > 72 else line for line in text.split("\n"))


VARIANTS = {
    "as saved": PAGE,
    "no-break spaces": PAGE.replace("\n\n", "\n\xa0\n").replace(". ", ".\xa0 "),
    "hard-wrapped": _wrapped(PAGE),
    "without empty lines": re.sub(r"\n+", "\n", PAGE),
    "Windows line ends": PAGE.replace("\n", "\r\n"),
    "navigation around it": f"Home\nMenu\nShare this item\n{PAGE}\nShare this item\nPrint this page\nContact us\n",
    "Markdown": PAGE.replace("Agenda item", "# Agenda item", 1).replace("Minutes:", "### Minutes:").replace("  •", "-"),
}


@pytest.mark.parametrize("form", VARIANTS)
def test_every_form_of_the_text_gives_the_same_item(read_one, said_in, form: str) -> None:
    meeting = read_one(VARIANTS[form])
    (item,) = meeting.items
    assert meeting.source.format == "moderngov-item"
    assert (meeting.committee, str(meeting.date), meeting.time) == (
        "Highways and Transport Scrutiny Panel",
        "2023-03-07",
        "18:00",
    )
    assert (item.number, item.title) == ("8", "Bus shelters in Harrow Lane")
    assert item.report_of == "the Director of Place"
    assert item.agenda_text == "To consider the report on the repair of bus shelters."
    assert [decision.text for decision in item.decisions] == [
        "To note the report.",
        "To request a further report in September 2023.",
    ]
    assert [decision.number for decision in item.decisions] == ["1", "2"]
    assert [document.title for document in item.documents] == ["Bus Shelters Report", "Appendix A - map"]
    said = said_in(item)
    assert [text for voice, text in said if voice] == [
        "The Head of Highways introduced the report and advised that the contractor would begin in May.",
        "In response to a question from Councillor Ogle about lighting, she confirmed that all shelters would be lit.",
    ]


def test_without_the_line_of_the_meeting_nothing_is_guessed(read_one) -> None:
    meeting = read_one("\n".join(line for line in PAGE.split("\n") if not line.startswith("Meeting of")))
    assert (meeting.committee, meeting.date, meeting.time, meeting.items[0].number) == (None, None, None, None)
    assert meeting.items[0].title == "Bus shelters in Harrow Lane"


def test_text_without_any_of_its_headings_is_kept_as_one_item(read, said_in) -> None:
    lost = ("Agenda item", "Bus shelters", "Meeting of", "Minutes:", "Decisions", "Supporting", "  • Bus", "  • App")
    reading = read("\n".join(line for line in PAGE.split("\n") if not line.startswith(lost)))
    assert reading.format == "plain-text"
    assert "not known" in reading.warnings[0]
    (item,) = reading.meetings[0].items
    assert [voice for voice, _ in said_in(item) if voice] == ["The Head of Highways"] * 2


MARKUP = """<!DOCTYPE html><html><head><title>Agenda item - Bus shelters - Borough of Aldermere</title>
<style>p {{color: red}}</style></head><body><header><a href="/">Home</a></header>
<div id="modgov"><h1 class="mgMainTitleTxt">Agenda item</h1><h2 class="mgSubTitleTxt">Bus shelters</h2>
<p>Meeting of <a href="ieListDocuments.aspx?MId=7">Transport Panel, Tuesday 7 March 2023 6.00 pm</a> (Item 8.)</p>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p class="MsoNormal">The Head of <span class="SpellE">High</span><span class="GramE">ways</span>
said that
glass had been ordered.<script>alert("boo")</script></p>{minutes}</div>
<p class="mgSubItemTitleTxt">Decisions</p><div class="mgWordPara"><ol><li>To note the report.</li></ol></div>
<p class="mgSubItemTitleTxt">Supporting documents:</p>
<ul class="mgBulletList"><li>
<a href="documents/s9/Report.pdf">Report <span class="mgFileSize">PDF 1 MB</span></a></li></ul>
</div></body></html>"""


def test_markup_gives_what_a_reader_of_the_page_sees(read_one) -> None:
    meeting = read_one(MARKUP.format(minutes="<p style='display:none'>Hidden.</p>"))
    (item,) = meeting.items
    assert (meeting.organisation, meeting.committee) == ("Borough of Aldermere", "Transport Panel")
    assert (item.number, item.title) == ("8", "Bus shelters")
    assert item.minutes == "The Head of Highways said that glass had been ordered."
    assert [decision.text for decision in item.decisions] == ["To note the report."]
    assert [(document.title, document.url) for document in item.documents] == [("Report", "documents/s9/Report.pdf")]


def test_a_page_without_text_is_refused(read) -> None:
    with pytest.raises(UnreadableSource, match="no text"):
        read("<html><body><h1>Agenda item</h1></body></html>")


def test_the_reference_page(shared_data: Path) -> None:
    (meeting,) = read_file(shared_data / "reference" / "msp-annual-report-item.txt").meetings
    (item,) = meeting.items
    assert (meeting.committee, meeting.date, meeting.organisation, item.number) == (None, None, None, None)
    assert len(item.decisions) == 2
    assert item.documents == ()
    (said,) = (each for each in item.statements if "raise the dangers of co-sleeping" in each.text)
    assert [speaker.role for speaker in said.speakers] == ["Assistant Director (Safeguarding and Practice)"]
    assert said.asker is not None


def test_a_short_page_that_was_wrapped_is_joined_again(read_one, said_in) -> None:
    meeting = read_one(
        "Agenda item\nTrading fees\nMeeting of Licensing Committee, Monday, 4th March, 2024 6.30 pm (Item 6.)\n"
        "Share this item\nMinutes:\nThe Head of Licensing introduced the report and\n"
        "advised that fees had not risen since 2017, although the cost of\nadministration had doubled in the\n"
        "same period.\nIn response to Councillor Amble, she confirmed that traders had\nbeen consulted.\nResolved:\n"
        "1. That the fees be approved.\n2. That they be reviewed.\nSupporting documents:\nTrading PDF 201 KB\nTop\n"
    )
    (item,) = meeting.items
    assert (item.number, item.title) == ("6", "Trading fees")
    assert [voice for voice, _ in said_in(item)] == ["The Head of Licensing"] * 2
    assert len(item.decisions) == 2


def test_a_site_that_only_says_council_has_no_organisation(read_one) -> None:
    page = MARKUP.format(minutes="").replace(" - Borough of Aldermere", "")
    page = page.replace("</body>", "<div id='footer'>© Your Council 2024</div></body>")
    assert read_one(page).organisation is None
