"""Pages of one decision, of an issue's history, and of a meeting's attendance."""

import re

DECISION = """<html><head><title>Decision - School crossings - Borough of Aldermere</title></head><body>
<div id="modgov"><h1 class="mgMainTitleTxt">Decision details</h1><h2 class="mgSubTitleTxt">School crossing patrols</h2>
<p><span class="mgLabel">Decision Maker: </span>Cabinet Member for Transport</p>
{at}<p><span class="mgLabel">Decision status: </span>Recommendations Approved</p>
<p><span class="mgLabel">Is Key decision?: </span>No</p><p><span class="mgLabel">Is subject to call in?: </span>Yes</p>
<h3 class="mgSubSubTitleTxt">Purpose:</h3><div class="mgWordPara"><p>To agree the patrols.</p></div>
<h3 class="mgSubSubTitleTxt">Decision:</h3><div class="mgWordPara"><p>1. That two patrols be funded.</p>
<p>2. That a third be refused.</p></div>
<h3 class="mgSubSubTitleTxt">Reasons for the decision:</h3><div class="mgWordPara"><p>The road is busy.</p></div>
<p><span class="mgLabel">Report author: </span>Ida Marsh</p>
<p><span class="mgLabel">Publication date: </span>10/03/2023</p>
<p><span class="mgLabel">Date of decision: </span>08/03/2023</p>
<h3 class="mgSubSubTitleTxt">Accompanying Documents:</h3>
<ul><li><a href="documents/s1/Patrols.pdf">Patrols <span class="mgFileSize">PDF 2 MB</span></a></li></ul></div>
</body></html>"""
AT = '<p><span class="mgLabel">Decided at meeting: </span>08/03/2023 - Cabinet</p>'
ISSUE = """<html><head><title>Issue - Paddling pools - Borough of Aldermere</title></head><body><div id="modgov">
<h1 class="mgMainTitleTxt">Issue history</h1><h2 class="mgSubTitleTxt">Paddling pools</h2>
<p>Meeting: 08/07/2024 - Cabinet (Item 82)</p>
<p class="mgAiTitleTxt">82 Paddling pools <span class="mgFileSize">PDF 200 KB</span></p>
<p class="mgSubItemTitleTxt">Decision:</p><div><p>RESOLVED that two pools be closed.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p><div><p>The Leader said that the pools leaked.</p></div>
<p>Meeting: 03/03/2024 - Scrutiny Committee (Item 12)</p><p class="mgAiTitleTxt">12 Paddling pools</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div><p>Councillor Reed asked about the cost.</p></div></div></body></html>"""
ATTENDANCE = """<html><body><div id="modgov"><h1 class="mgMainTitleTxt">Attendance details</h1>
<h2 class="mgSubTitleTxt">Attendance at meeting of Cabinet - Tuesday 8 July 2024 6.00 pm</h2>
<table summary="Table of meeting attendance"><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>
<tr><td><a href="mgUserInfo.aspx?UID=1">Councillor Ann Vane</a></td><td>Chair</td><td>Present</td></tr>
<tr><td>Councillor Bob Oake</td><td>Committee Member</td><td>Apologies</td></tr>
<tr><td>Tom Cole</td><td>Officer</td><td>In attendance</td></tr>
<tr><td>Sue Dale</td><td>Committee Member</td><td>Absent</td></tr>
<tr><td>Una Holm</td><td></td><td>Expected</td></tr></table></div></body></html>"""


def test_a_decision_with_its_reasons_and_papers(read_one) -> None:
    meeting = read_one(DECISION.format(at=""))
    assert (meeting.source.format, meeting.organisation) == ("moderngov-decision", "Borough of Aldermere")
    assert (meeting.committee, str(meeting.date)) == ("Cabinet Member for Transport", "2023-03-08")
    (item,) = meeting.items
    assert (item.title, item.report_of) == ("School crossing patrols", "Ida Marsh")
    assert [(decision.number, decision.text) for decision in item.decisions] == [
        ("1", "That two patrols be funded."),
        ("2", "That a third be refused."),
    ]
    assert "The road is busy." in item.minutes
    assert [document.title for document in item.documents] == ["Patrols"]


def test_the_meeting_that_decided_is_named(read_one) -> None:
    assert read_one(DECISION.format(at=AT)).committee == "Cabinet"


def test_the_text_of_a_decision_page(read_one) -> None:
    lines = re.sub(r"<[^>]+>", "", re.sub(r"</p>|</h\d>|</li>", "\n\n", DECISION.format(at=AT)))
    meeting = read_one(lines)
    assert (meeting.source.format, meeting.committee, str(meeting.date)) == (
        "moderngov-decision",
        "Cabinet",
        "2023-03-08",
    )
    assert len(meeting.items[0].decisions) == 2


def test_an_issue_has_a_meeting_for_each_time_it_came_up(read) -> None:
    latest, earlier = read(ISSUE).meetings
    assert (latest.committee, str(latest.date), latest.items[0].number) == ("Cabinet", "2024-07-08", "82")
    assert (earlier.committee, str(earlier.date), earlier.items[0].number) == ("Scrutiny Committee", "2024-03-03", "12")
    assert {meeting.items[0].title for meeting in (latest, earlier)} == {"Paddling pools"}
    assert [decision.text for decision in latest.items[0].decisions] == ["RESOLVED that two pools be closed."]
    assert earlier.items[0].statements[0].speakers[0].as_printed == "Councillor Reed"


def test_an_attendance_page_gives_the_roster(read_one) -> None:
    meeting = read_one(ATTENDANCE)
    assert (meeting.source.format, meeting.committee, str(meeting.date)) == (
        "moderngov-attendance",
        "Cabinet",
        "2024-07-08",
    )
    assert [(person.name, person.role, person.status) for person in meeting.attendance] == [
        ("Councillor Ann Vane", "Chair", "present"),
        ("Councillor Bob Oake", "Committee Member", "apologies"),
        ("Tom Cole", "Officer", "in_attendance"),
        ("Sue Dale", "Committee Member", "absent"),
    ]
