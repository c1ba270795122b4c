"""The page of a whole meeting: markup with its traps, and its text after extractors."""

import re
import textwrap
from pathlib import Path

import pytest

from ingest import read_file

HEAD = """<!DOCTYPE html><html lang="en"><head>
<title>Agenda for Environment Committee on Thursday 15 January 2026</title>
<script>document.write("<p>Minutes: nothing</p>")</script></head><body><nav><a href="/">Home</a></nav>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">{kind}</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt"><a href="mgCommitteeDetails.aspx?ID=7">Environment Committee</a> -
Thursday 15 January 2026 7:30 pm{state}</h2></div>
<div class="mgContent"><p><span class="mgLabel">{venue}: </span>Guildhall, High Street</p>
<p><span class="mgLabel">Contact: </span>Ann Clerk, 020 7946 0000</p>
"""
FOOT = "</div></div><footer>&copy; 2026 Borough of Aldermere</footer></body></html>"
ITEMS = """<table class="mgItemTable" id="mgItemTable"><caption class="mgSectionTitle">Items</caption>
<tr><th class="mgHide">No.</th></th><th class="mgHide">Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI1"></a></p></td><td>
<p class="mgAiTitleTxt">Part A</p></td></tr>
<tr><td class="mgItemNumberCell"><p  class="mgAiTitleTxt" ><a   name="AI51902"></a>59.</p></td><td>
<p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s111/River%20Survey.pdf">River Quality
<span class="mgFileSize">PDF 248 KB</span></a></p>
<li><a href="mgIssueHistoryHome.aspx?IId=31">View the background to item 59.</a></li>
<div class="mgWordPara"><div class="WordSection1"><p class="MsoNormal">To receive a report on
the river.</p></div></div>
<p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList"><li><a href="documents/s112/App.pdf">
Appendix 1<span class="mgHide">, item 59.</span> <span class="mgFileSize">PDF 1 MB</span></a></li></ul>
<p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara">
<p class="MsoNormal"><b>RESOLVED</b> that the report be noted.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">
<p class="MsoNormal" xml:lang="EN-GB">The Head of <span class="SpellE">Water</span><span class="GramE">courses</span>
said that
phosphate had fallen.</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoListParagraphCxSpFirst">1.<span>&nbsp;&nbsp;&nbsp;&nbsp; </span>Councillor Reed asked when.</p>
<p class="MsoListParagraphCxSpLast">2.<span>&nbsp;&nbsp;&nbsp;&nbsp; </span>Councillor Moss asked why.</p>
<p class="MsoNormal"><b>RESOLVED</b> that the report be noted.</p></div></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">60.</p></td><td><p class="mgAiTitleTxt">Litter</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>The Chair said that bins were ... &nbsp;...&nbsp;
<a href="mgAi.aspx?ID=51903">view the full minutes text for item 60.</a></p></div></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">61.</p></td><td><p class="mgAiTitleTxt">Clean air</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>It was moved by Councillor Reed and seconded by
Councillor Moss that idling be banned. The motion was put to the vote and declared lost.</p></div>
<table class="mgTableNoBorderFullWidth"><caption>Recorded Vote</caption>
<tr><th>Title</th><th>Type</th><th>Recorded Vote text</th><th>Result</th></tr>
<tr><td>Clean air</td><td>Motion</td><td>That idling be banned</td><td>Lost</td></tr></table>
<ul><li><a href="mgListRecordedVotesShort.aspx?AIID=1&MID=2">View Recorded Votes for this item</a></li></ul></td></tr>
</table>"""


def _page(kind: str = "Agenda and draft minutes", state: str = "", venue: str = "Venue", items: str = ITEMS) -> str:
    return HEAD.format(kind=kind, state=state, venue=venue) + items + FOOT


def test_the_head_of_the_page(read_one) -> None:
    meeting = read_one(_page())
    assert meeting.source.format == "moderngov-meeting"
    assert (meeting.organisation, meeting.committee) == ("Borough of Aldermere", "Environment Committee")
    assert (str(meeting.date), meeting.time, meeting.venue) == ("2026-01-15", "19:30", "Guildhall, High Street")
    assert meeting.status == "draft"
    assert "7946" not in meeting.to_json()


def test_every_item_with_its_parts(read_one, said_in) -> None:
    part, river, litter, air = read_one(_page()).items
    assert (part.number, part.title, part.minutes) == (None, "Part A", "")
    assert (river.number, river.title, river.agenda_text) == (
        "59",
        "River Quality",
        "To receive a report on the river.",
    )
    assert [document.title for document in river.documents] == ["River Survey", "Appendix 1"]
    assert said_in(river) == [
        ("The Head of Watercourses", "The Head of Watercourses said that phosphate had fallen."),
        ("Councillor Reed", "1. Councillor Reed asked when."),
        ("Councillor Moss", "2. Councillor Moss asked why."),
    ]
    assert (litter.number, air.number, air.title) == ("60", "61", "Clean air")


def test_a_decision_printed_twice_is_one(read_one) -> None:
    (decision,) = read_one(_page()).items[1].decisions
    assert decision.text == "RESOLVED that the report be noted."
    assert decision.start is not None


def test_minutes_that_the_page_breaks_off_are_marked(read) -> None:
    reading = read(_page())
    litter = reading.meetings[0].items[2]
    assert litter.truncated
    assert litter.minutes == "The Chair said that bins were"
    assert reading.warnings == ("Item 60: the page breaks off its minutes.",)


def test_a_table_of_recorded_votes_gives_the_outcome(read_one) -> None:
    (decision,) = read_one(_page()).items[3].decisions
    assert decision.outcome == "lost"
    assert decision.mover is not None
    assert decision.mover.as_printed == "Councillor Reed"
    assert "Recorded Vote" not in read_one(_page()).items[3].minutes


@pytest.mark.parametrize("state", [", CANCELLED", ", POSTPONED", ", WITHDRAWN"])
def test_a_meeting_that_did_not_take_place(read_one, state: str) -> None:
    page = _page("Meeting", state, "Proposed venue", "<p>No documents are available for this meeting.</p>")
    meeting = read_one(page)
    assert (meeting.status, meeting.items, meeting.venue) == ("cancelled", (), "Guildhall, High Street")


@pytest.mark.parametrize("lost", ['id="modgov"', 'id="mgItemTable"', 'class="mgSubTitleTxt"'])
def test_a_page_that_lost_its_marks_is_read_by_the_others(read_one, lost: str) -> None:
    meeting = read_one(_page().replace(lost, ""))
    assert [item.number for item in meeting.items] == [None, "59", "60", "61"]


TEXT = """Agenda and minutes

Environment Committee - Thursday 15 January 2026 7:30 pm

Venue: Guildhall, High Street

No. Item

59.

River Quality pdf icon PDF 248 KB

To receive a report on the river.

Additional documents:

Appendix 1 , item 59. pdf icon PDF 1 MB

Decision:

RESOLVED that the report be noted.

Minutes:

The Head of Watercourses introduced the report and said that the phosphate level had fallen for a second year.

RESOLVED that the report be noted.

60.

Litter

Minutes:

The Chair said that bins were ... view the full minutes text for item 60.

61.

Clean air

Minutes:

It was moved by Councillor Reed and seconded by Councillor Moss that idling be banned. The motion was lost.
"""
TABLE = """Agenda and minutes
Environment Committee - Thursday 15 January 2026 7:30 pm
Venue: Guildhall, High Street
| No. | Item |
|---|---|
| 59. | River Quality PDF 248 KB To receive a report on the river. Decision: RESOLVED that the report be noted. \
Minutes: The Head of Watercourses introduced the report. RESOLVED that the report be noted. |
| 60. | Litter Minutes: The Chair said that bins were ... view the full minutes text for item 60. |
| 61. | Clean air Minutes: It was moved by Councillor Reed and seconded by Councillor Moss that idling be banned. \
The motion was lost. |
"""
WRAPPED = "\n".join(textwrap.fill(line, 70) for line in TEXT.split("\n"))


@pytest.mark.parametrize(
    "text", [TEXT, WRAPPED, TABLE, TEXT.replace("\n\n", "\n")], ids="lines wrapped table dense".split()
)
def test_the_text_of_extractors_gives_the_same_items(read_one, text: str) -> None:
    meeting = read_one(text)
    assert meeting.source.format == "moderngov-meeting-text"
    assert (meeting.committee, str(meeting.date)) == ("Environment Committee", "2026-01-15")
    assert meeting.venue == "Guildhall, High Street"
    river, litter, air = meeting.items
    assert [(item.number, item.title) for item in meeting.items] == [
        ("59", "River Quality"),
        ("60", "Litter"),
        ("61", "Clean air"),
    ]
    assert river.agenda_text == "To receive a report on the river."
    assert len(river.decisions) == 1
    assert river.documents[0].title == "River Quality"
    assert (litter.truncated, litter.minutes) == (True, "The Chair said that bins were")
    assert [decision.outcome for decision in air.decisions] == ["lost"]


def test_a_table_that_lost_its_numbers_is_divided_by_its_labels(read_one) -> None:
    meeting = read_one(re.sub(r"\| (59|60|61)\. \|", "| |", TABLE))
    assert [(item.number, item.title) for item in meeting.items] == [
        (None, "River Quality"),
        (None, "Litter"),
        (None, "Clean air"),
    ]


def test_a_real_page(shared_data: Path) -> None:
    page = shared_data / "captures" / "kingston_ieListDocuments_with_minutes.html"
    reading = read_file(page)
    (meeting,) = reading.meetings
    assert [item.number for item in meeting.items] == [str(number) for number in range(29, 39)]
    assert [item.number for item in meeting.items if item.truncated] == ["35"]
    assert reading.warnings == ("Item 35: the page breaks off its minutes.",)
    assert [person.status for person in meeting.attendance] == ["apologies", "apologies"]
    assert len(meeting.items[6].documents) == 2


def test_a_table_without_numbers_keeps_titles_apart_from_reports_and_purposes(read_one) -> None:
    meeting = read_one(
        "No. | Item |\n---|---|\n|  | Apologies Minutes: There were none. |\n|  | Trading fees PDF 201 KB Report of "
        "the Head of Licensing Minutes: The Head of Licensing introduced the report. |\n"
    )
    assert [(item.title, item.report_of) for item in meeting.items] == [
        ("Apologies", None),
        ("Trading fees", "the Head of Licensing"),
    ]
