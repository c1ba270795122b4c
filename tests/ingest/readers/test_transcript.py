"""Transcripts in plain text: "NAME: words", "Q1 Chair: words", names with the time on a line of their own."""

import pytest

QUESTION_TIME = """London Borough of Hexley
Mayor's Question Time
Thursday 21 March 2024, 10.00 am

Present: Una Pryce AM (Chair), Lewis Tonks AM, Bea Orme AM

1. Policing in outer boroughs

Una Pryce AM (Chair): Good morning. Let us begin with policing. Lewis?

Lewis Tonks AM: Mr Mayor, how many officers are there in Hexley today?

Sadia Malik (Mayor of Hexley): There are 412. That is 30 more than last year.
I hope that it will be 450 by summer.

[Laughter]

Una Pryce AM (Chair): Order, please.

2. Buses

Bea Orme AM: Why was route 43 cut?

Dr Ian Wells (Transport Commissioner): It carried eleven people a day.
"""

COMMITTEE = """Public Accounts Committee

Oral evidence: School buildings, HC 78

Monday 11 September 2023

Members present: Dame Mary Holt (Chair); Olive Bates; Jonas Field.

Questions 1 - 3

Q1 Chair: Welcome to the Public Accounts Committee. Sir Alan, how many schools are affected?

Sir Alan Peake: At the moment 156 schools. We expect the number to rise.

Q2 Olive Bates: Did you know that last year?

Tess Arden: We did not. The survey was not complete.

Olive Bates: When will it be?

Q3 Jonas Field: What does it cost?

Sir Alan Peake: £150 million.
"""

CITY = """LEEDSHAM CITY COUNCIL

VERBATIM REPORT OF PROCEEDINGS

Held on Wednesday 12 July 2023 at 1.00 pm
In the Council Chamber, Civic Hall, Leedsham

THE LORD MAYOR (COUNCILLOR A GARTH)

THE LORD MAYOR: Good afternoon and welcome to the Council meeting.

ITEM 1 - MINUTES OF THE MEETING HELD ON 24 MAY 2023

THE LORD MAYOR: Item 1, the Minutes. Councillor Lowe.

COUNCILLOR LOWE: I move that the Minutes be approved, Lord Mayor.

ITEM 2 - DECLARATIONS OF INTEREST

THE CHIEF EXECUTIVE: There are none, Lord Mayor.
COUNCILLOR DAVEY: I said this before: the roof leaks. It will leak again.
"""


def test_turns_under_numbered_items(read_one, said_in) -> None:
    meeting = read_one(QUESTION_TIME)
    assert (meeting.source.format, meeting.organisation) == ("transcript", "London Borough of Hexley")
    assert (meeting.committee, str(meeting.date), meeting.time) == ("Mayor's Question Time", "2024-03-21", "10:00")
    assert [(item.number, item.title) for item in meeting.items] == [
        ("1", "Policing in outer boroughs"),
        ("2", "Buses"),
    ]
    assert [person.role for person in meeting.attendance] == ["Chair", None, None]
    said = said_in(meeting.items[0])
    assert [voice for voice, _ in said] == [
        "Una Pryce AM (Chair)",
        "Lewis Tonks AM",
        "Sadia Malik (Mayor of Hexley)",
        "Sadia Malik (Mayor of Hexley)",
        "",
        "Una Pryce AM (Chair)",
    ]
    assert said[3][1] == "I hope that it will be 450 by summer."


def test_a_turn_goes_on_over_lines_until_the_next_name(read_one, said_in) -> None:
    said = said_in(read_one(CITY))
    assert ("COUNCILLOR DAVEY", "COUNCILLOR DAVEY: I said this before: the roof leaks. It will leak again.") in said


def test_numbered_questions_of_a_select_committee(read_one, said_in) -> None:
    meeting = read_one(COMMITTEE)
    assert (meeting.committee, str(meeting.date)) == ("Public Accounts Committee", "2023-09-11")
    said = said_in(meeting)
    assert [voice for voice, _ in said if voice] == [
        "Chair", "Sir Alan Peake", "Olive Bates", "Tess Arden", "Olive Bates", "Jonas Field", "Sir Alan Peake",
    ]  # fmt: skip
    chair = meeting.items[0].statements[[voice for voice, _ in said].index("Chair")].speakers[0]
    assert chair.name == "Mary Holt"


def test_what_stands_over_the_first_turn_is_the_head_of_the_transcript(read_one) -> None:
    meeting = read_one(CITY)
    assert (meeting.organisation, str(meeting.date), meeting.time) == ("Leedsham City Council", "2023-07-12", "13:00")
    assert meeting.venue == "Council Chamber, Civic Hall, Leedsham"
    assert [(item.number, item.title) for item in meeting.items] == [
        (None, None),
        ("1", "MINUTES OF THE MEETING HELD ON 24 MAY 2023"),
        ("2", "DECLARATIONS OF INTEREST"),
    ]


def test_spoken_words_decide_nothing_but_a_printed_note_does(read_one) -> None:
    text = CITY.replace(
        "THE CHIEF EXECUTIVE: There are none, Lord Mayor.",
        "THE CHIEF EXECUTIVE: That is extraordinary. That was resolved last year.\n\n"
        "(RESOLVED – That the Minutes be approved.)\n",
    )
    assert [decision.text for item in read_one(text).items for decision in item.decisions] == [
        "(RESOLVED – That the Minutes be approved.)"
    ]


@pytest.mark.parametrize("stamp", ["0:03", "00:00:03"])
def test_names_with_times_on_lines_of_their_own(read_one, said_in, stamp: str) -> None:
    turns = [
        ("Jane Harker", "Good evening."),
        ("Ravi Dass", "Two visits."),
        ("Jane Harker", "And?"),
        ("Ravi Dass", "No."),
    ]
    text = "\n\n".join(f"{name}   {stamp}\n{words}" for name, words in turns)
    assert said_in(read_one(text)) == turns


def test_minutes_with_labels_are_no_transcript(read_one) -> None:
    text = """Minutes of the meeting of Uffley Parish Council held on 4 May 2022
Present: Cllr A Bee (Chair), Cllr C Dee
Apologies: Cllr E Eff
1. Accounts
Proposed by: Cllr Bee
Seconded by: Cllr Dee
Resolved: to pay the clerk.
2. Allotments
Action: the clerk to write to the tenants.
"""
    assert read_one(text).source.format == "printed-minutes"


def test_the_number_of_a_question_is_no_voice(read_one, said_in) -> None:
    turns = ["A Arbour AM (Chairman): Questions.", "S Kay (Mayor): Yes.", "B Pidge AM: No?"]
    text = "\n".join([*turns, "Question No: 2024/06", turns[1]])
    assert {voice for voice, _ in said_in(read_one(text))} == {"A Arbour AM (Chairman)", "S Kay (Mayor)", "B Pidge AM"}
