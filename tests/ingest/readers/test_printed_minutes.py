"""Minutes of any body as plain text and Markdown: what they print is found, whoever prints them."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from ingest.records import Meeting

PARISH = """NETHER ALDWICK PARISH COUNCIL

Minutes of the Ordinary Meeting of Nether Aldwick Parish Council held on Tuesday 14th February 2023 at 7.30pm in the \
Village Hall, Church Lane.

Present: Cllrs J. Moss (Chairman), P. Tarn, Mrs S. Quill
In attendance: Mrs B. Hart (Clerk), Mr D. Frayne, 4 members of the public

23/01 Apologies for absence
Apologies were received and accepted from Cllr T. Webb (work).

23/02 County Councillor's report
Mr Frayne reported that the resurfacing of Mill Lane would begin in April. Cllr Tarn asked about the drains.

23/03 Finance
Resolved: to pay the clerk £412. Proposed by Cllr Quill, seconded by Cllr Tarn. All in favour.

23/04 Date of next meeting: 14th March 2023

The meeting closed at 8.55pm.
"""
GOVERNORS = """St Bride's Primary School
Minutes of the Full Governing Board Meeting
Held via Teams on Wednesday, 22 March 2023 at 5:30pm

Governors Present:
Helen Oram (HO) - Chair
Rev Tim Lake (TL) - Foundation
Gwen Ball (GB) - Headteacher

Apologies: Mark Finch (MF)
In attendance: Jo Read (Clerk)

1. Welcome and apologies
HO welcomed everyone. Apologies were accepted from MF.

2. Headteacher's report
GB presented her report, which had been circulated. Attendance was 94%.

3. Policies
3.1 Safeguarding Policy – approved, proposed by TL, seconded by HO.
3.2 Admissions – deferred.

4. AOB
None.
"""
HEALTH_BOARD = """NHS Tarrant and Wexmoor Integrated Care Board
Minutes of the Board meeting held in public on Thursday 25 May 2023, 09:30 – 12:00

Members present
Dame Ruth Aske            Chair
Dr Omar Saleh             Chief Medical Officer
Linda Croft               Chief Nurse

Apologies
Kate Munn                 Chief Executive

In attendance
Sara Finn                 Board Secretary

ICB/23/031  Welcome and apologies
The Chair welcomed members.

ICB/23/032  Quality report
Linda Croft presented the report. Falls had reduced by 12%.
The Board:
- NOTED the report; and
- AGREED to receive an update in July.
"""
FIRE_AUTHORITY = """# Wexmoor Fire and Rescue Authority

## Minutes of the Audit Committee – 3 October 2023

**Present:** Councillors Ives (Chair), Pugh and Stone; Mr K Dunn (Independent Person)

**Officers:** Ann Poole (Treasurer)

### 11. Apologies

An apology was received from Councillor Hale.

### 12. Internal audit

The Treasurer presented [the annual report](https://example.org/report.pdf). *Members thanked her.*

**RESOLVED** – that the report be noted.
"""
SCOTTISH = """GLENARVON COUNCIL

MINUTE of MEETING of the EDUCATION COMMITTEE held in the COUNCIL CHAMBERS, DUNMORE on WEDNESDAY, 7 JUNE 2023

Sederunt:
Councillor Morag Laird (Convener)
Bailie Hamish Orr
Councillor Eilidh Ross

Apology: Councillor Fiona Kerr

Attending: Isla Grant, Head of Education; Callum Reid, Committee Officer

1. DECLARATIONS OF INTEREST
There were no declarations of interest intimated.

2. SCHOOL ESTATE
A report by the Head of Education was submitted. Following discussion, Councillor Ross, seconded by Bailie Orr, moved \
approval of the recommendations.
"""
IRISH = """COMHAIRLE CONTAE BHAILE ÁTHA / COUNTY COUNCIL OF BALLATHA

Minutes of Monthly Meeting held in the Council Chamber, Áras an Chontae, on Monday 13th November 2023 at 2.00 p.m.

I LÁTHAIR:
Cathaoirleach: Cllr. Seán Ó Briain
Members: Cllrs. M. Daly, A. Hynes

In Attendance: Ms. Orla Keane, Chief Executive

1. CONFIRMATION OF MINUTES
On the proposal of Cllr. Daly, seconded by Cllr. Hynes, it was resolved that the Minutes of October be confirmed.

2. HOUSING REPORT
Ms. Keane advised the Members that 40 units would be delivered.
"""
CANADIAN = """The Corporation of the Town of Maple Ridgeway
Minutes of Committee of the Whole
Monday, February 6, 2023, 6:00 p.m.

Present: Mayor D. Okafor, Councillor S. Roy, Councillor B. Lee
Regrets: Councillor P. Singh
Staff: M. Gagnon, Town Clerk

1. CALL TO ORDER
Mayor Okafor called the meeting to order at 6:00 p.m.

2. APPROVAL OF AGENDA
Moved by Councillor Roy
Seconded by Councillor Lee
THAT the agenda be approved as circulated.
CARRIED
"""
AMERICAN = """TOWN OF EASTHOLLOW
SELECT BOARD MEETING MINUTES
March 14, 2023

Members Present: Carol Pike, Chair; Dan Ruiz, Vice Chair
Members Absent: Lou Berg
Others Present: Jim Hall, Town Clerk

I. CALL TO ORDER
Ms. Pike called the meeting to order at 7:00 PM.

II. OLD BUSINESS
A. Culvert on Pond Road
Mr. Hall reported that the state had approved the permit.

III. ADJOURNMENT
The meeting adjourned at 7:40 PM.
"""
UNNUMBERED = """MINUTES OF THE MEETING OF THE HARBOUR MANAGEMENT BOARD
HELD AT THE CUSTOM HOUSE, PORTSEA ON 11 MAY 2022 AT 2PM

PRESENT
Capt R Vane (Chairman), Ms L Orr

APOLOGIES FOR ABSENCE
Mr Q Dell

MINUTES OF THE PREVIOUS MEETING
The minutes of 2 February 2022 were agreed.

DREDGING
The Harbour Master reported that the channel had silted.
RESOLVED: that £40,000 be set aside.

ANY OTHER BUSINESS
None.
"""


@dataclass(frozen=True)
class Expected:
    """What a reader of the minutes takes from them."""

    organisation: str | None
    committee: str
    date: str
    items: list[tuple[str | None, str]]
    people: list[tuple[str, str | None, str]]
    venue: str | None = None
    time: str | None = None


CASES = {
    "parish": (
        PARISH,
        Expected(
            "Nether Aldwick Parish Council",
            "Nether Aldwick Parish Council",
            "2023-02-14",
            [
                ("23/01", "Apologies for absence"),
                ("23/02", "County Councillor's report"),
                ("23/03", "Finance"),
                ("23/04", "Date of next meeting: 14th March 2023"),
            ],
            [
                ("Cllr J. Moss", "Chairman", "present"),
                ("Cllr P. Tarn", None, "present"),
                ("Mrs S. Quill", None, "present"),
                ("Mrs B. Hart", "Clerk", "in_attendance"),
                ("Mr D. Frayne", None, "in_attendance"),
                ("Cllr T. Webb", None, "apologies"),
            ],
            venue="Village Hall, Church Lane",
            time="19:30",
        ),
    ),
    "governors": (
        GOVERNORS,
        Expected(
            "St Bride's Primary School",
            "Full Governing Board",
            "2023-03-22",
            [("1", "Welcome and apologies"), ("2", "Headteacher's report"), ("3", "Policies"), ("4", "AOB")],
            [
                ("Helen Oram", "Chair", "present"),
                ("Rev Tim Lake", None, "present"),
                ("Gwen Ball", "Headteacher", "present"),
                ("Mark Finch", None, "apologies"),
                ("Jo Read", "Clerk", "in_attendance"),
            ],
            venue="Teams",
            time="17:30",
        ),
    ),
    "health board": (
        HEALTH_BOARD,
        Expected(
            "NHS Tarrant and Wexmoor Integrated Care Board",
            "NHS Tarrant and Wexmoor Integrated Care Board",
            "2023-05-25",
            [("ICB/23/031", "Welcome and apologies"), ("ICB/23/032", "Quality report")],
            [
                ("Dame Ruth Aske", "Chair", "present"),
                ("Dr Omar Saleh", "Chief Medical Officer", "present"),
                ("Linda Croft", "Chief Nurse", "present"),
                ("Kate Munn", "Chief Executive", "apologies"),
                ("Sara Finn", "Board Secretary", "in_attendance"),
            ],
            time="09:30",
        ),
    ),
    "fire authority": (
        FIRE_AUTHORITY,
        Expected(
            "Wexmoor Fire and Rescue Authority",
            "Audit Committee",
            "2023-10-03",
            [("11", "Apologies"), ("12", "Internal audit")],
            [
                ("Councillor Ives", "Chair", "present"),
                ("Councillor Pugh", None, "present"),
                ("Councillor Stone", None, "present"),
                ("Mr K Dunn", "Independent Person", "present"),
                ("Ann Poole", "Treasurer", "in_attendance"),
                ("Councillor Hale", None, "apologies"),
            ],
        ),
    ),
    "Scottish": (
        SCOTTISH,
        Expected(
            "Glenarvon Council",
            "Education Committee",
            "2023-06-07",
            [("1", "DECLARATIONS OF INTEREST"), ("2", "SCHOOL ESTATE")],
            [
                ("Councillor Morag Laird", "Convener", "present"),
                ("Bailie Hamish Orr", None, "present"),
                ("Councillor Eilidh Ross", None, "present"),
                ("Councillor Fiona Kerr", None, "apologies"),
                ("Isla Grant", "Head of Education", "in_attendance"),
                ("Callum Reid", "Committee Officer", "in_attendance"),
            ],
            venue="COUNCIL CHAMBERS, DUNMORE",
        ),
    ),
    "Irish": (
        IRISH,
        Expected(
            "County Council of Ballatha",
            "County Council of Ballatha",
            "2023-11-13",
            [("1", "CONFIRMATION OF MINUTES"), ("2", "HOUSING REPORT")],
            [
                ("Cllr. Seán Ó Briain", "Chair", "present"),
                ("Cllr M. Daly", None, "present"),
                ("Cllr A. Hynes", None, "present"),
                ("Ms. Orla Keane", "Chief Executive", "in_attendance"),
            ],
            venue="Council Chamber, Áras an Chontae",
            time="14:00",
        ),
    ),
    "Canadian": (
        CANADIAN,
        Expected(
            "Corporation of the Town of Maple Ridgeway",
            "Committee of the Whole",
            "2023-02-06",
            [("1", "CALL TO ORDER"), ("2", "APPROVAL OF AGENDA")],
            [
                ("Mayor D. Okafor", None, "present"),
                ("Councillor S. Roy", None, "present"),
                ("Councillor B. Lee", None, "present"),
                ("Councillor P. Singh", None, "apologies"),
                ("M. Gagnon", "Town Clerk", "in_attendance"),
            ],
            time="18:00",
        ),
    ),
    "American": (
        AMERICAN,
        Expected(
            "Town of Easthollow",
            "Select Board",
            "2023-03-14",
            [("I", "CALL TO ORDER"), ("II", "OLD BUSINESS"), ("III", "ADJOURNMENT")],
            [
                ("Carol Pike", "Chair", "present"),
                ("Dan Ruiz", "Vice Chair", "present"),
                ("Lou Berg", None, "absent"),
                ("Jim Hall", "Town Clerk", "in_attendance"),
            ],
        ),
    ),
    "headings without numbers": (
        UNNUMBERED,
        Expected(
            None,
            "Harbour Management Board",
            "2022-05-11",
            [(None, "MINUTES OF THE PREVIOUS MEETING"), (None, "DREDGING"), (None, "ANY OTHER BUSINESS")],
            [("Capt R Vane", "Chairman", "present"), ("Ms L Orr", None, "present"), ("Mr Q Dell", None, "apologies")],
            venue="CUSTOM HOUSE, PORTSEA",
            time="14:00",
        ),
    ),
}


@pytest.mark.parametrize("body", CASES)
def test_the_head_the_roster_and_the_items(read_one: Callable[[str], Meeting], body: str) -> None:
    text, expected = CASES[body]
    meeting = read_one(text)
    assert meeting.source.format == "printed-minutes"
    assert (meeting.organisation, meeting.committee) == (expected.organisation, expected.committee)
    assert (str(meeting.date), meeting.time, meeting.venue) == (expected.date, expected.time, expected.venue)
    assert [(item.number, item.title) for item in meeting.items] == expected.items
    assert [(person.name, person.role, person.status) for person in meeting.attendance] == expected.people


def test_who_moved_and_what_was_resolved(read_one) -> None:
    parish = read_one(PARISH).items[2].decisions
    assert [(decision.mover.as_printed, decision.seconder.as_printed) for decision in parish] == [
        ("Cllr Quill", "Cllr Tarn")
    ]
    (canadian,) = read_one(CANADIAN).items[1].decisions
    assert (canadian.mover.as_printed, canadian.outcome) == ("Councillor Roy", "agreed")
    assert len(read_one(HEALTH_BOARD).items[1].decisions) == 2


def test_signs_of_markdown_are_read_and_not_kept(read_one) -> None:
    audit = read_one(FIRE_AUTHORITY).items[1]
    assert audit.minutes == (
        "The Treasurer presented the annual report. Members thanked her.\nRESOLVED – that the report be noted."
    )
    assert [decision.outcome for decision in audit.decisions] == ["agreed"]


def test_a_sentence_above_the_first_item_is_kept(read_one, said_in) -> None:
    text = PARISH.replace("23/01", "The Chairman welcomed everyone to the meeting.\n\n23/01", 1)
    assert said_in(read_one(text))[0][1] == "The Chairman welcomed everyone to the meeting."


def test_template_markers_say_where_items_begin(read_one) -> None:
    text = """Minutes of the Audit Committee held on 4 May 2022
Present: Councillor Lamb (Chair)
<AI1>
Apologies
There were none.
</AI1><AI2>4. Accounts
The Treasurer introduced the accounts.
1. Income had risen.
2. Costs had fallen.
</AI2><TRAILER_SECTION>The meeting ended at noon.</ TRAILER_SECTION>
"""
    meeting = read_one(text)
    assert [(item.number, item.title) for item in meeting.items] == [(None, "Apologies"), ("4", "Accounts")]
    assert "<" not in meeting.to_json()
    assert meeting.attendance[0].role == "Chair"


def test_draft_and_confirmed(read_one) -> None:
    assert read_one(PARISH).status is None
    assert read_one("DRAFT – subject to confirmation\n\n" + PARISH).status == "draft"
    assert read_one("CONFIRMED MINUTES\n\n" + PARISH).status == "confirmed"


def test_exempt_business_loses_its_text(read_one) -> None:
    text = PARISH.replace(
        "23/04 Date",
        "23/04 Exclusion of the press and public\nResolved that the public be excluded under the Public Bodies Act.\n\n"
        "23/05 Staffing\nThe clerk's pay was raised to £15,000.\n\n23/06 Date",
    )
    meeting = read_one(text)
    assert "£15,000" not in meeting.to_json()
    assert [item.restricted for item in meeting.items][:5] == [False, False, False, False, True]


def test_a_table_of_markdown_has_rows(read_one) -> None:
    meeting = read_one(
        "# Oxley Parish Council\n\nMinutes of the meeting held on 9 January 2024\n\n## 1. Interests\n\n"
        "| Member | Interest |\n|---|---|\n| Cllr Patel | Neighbour |\n\n## 2. Finance\n\nResolved to pay.\n"
    )
    assert meeting.items[0].minutes == "Member Interest\nCllr Patel Neighbour"
