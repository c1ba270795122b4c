"""Who was there, who was not, who took the chair: from the roster and the minutes of the meeting that is meant."""

import pytest

from assistant import Assistant, AssistantSettings
from assistant.records_answers.attendance_words import details_of, of_a_roster
from index import Library
from ingest.records import Attendee, Item, Meeting, Speaker, Statement

JANUARY, MAY, JUNE = "2023-01-07", "2023-05-09", "2023-06-07"
ELECTED = "On a ballot Mrs Tuck received 7 votes and Mr Peel 4. She took the chair after the interval."
CRANES = "Mr Peel was elected to preside until then. He said that the crane was old."


def _said(text: str) -> Statement:
    return Statement(start=0, end=len(text), text=text, kind="procedure", speakers=())


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("Who sent apologies?", "apologies"),
        ("Who chaired the meeting?", "chair"),
        ("Who stood in for Mr Grey?", "substitutes"),
        ("Who took Mr Grey's seat?", "substitutes"),
        ("Who came instead of Mr Grey?", "substitutes"),
        ("Who was absent?", "absent"),
        ("Who was missing without sending apologies?", "unexcused"),
        ("Which parish sent nobody?", "unexcused"),
        ("Which members couldn't make it?", "absent"),
        ("Who was elected chair?", "elected"),
        ("Who was picked to be Vice-Chairman?", "elected"),
        ("Who declared an interest?", "interests"),
        ("Who attended?", "present"),
        ("Who was there from the sub-committee?", "present"),
        ("Who ran the meeting?", "chair"),
        ("Who held the fort?", "chair"),
        ("Did anyone come in late?", "late"),
        ("Were there enough members for the meeting?", "quorum"),
        ("What time did they finish?", "hours"),
        ("Where was it held?", "venue"),
        ("Did anyone have a stake in the arcade?", "interests"),
    ],
)
def test_what_is_asked_about_attendance(question: str, detail: str) -> None:
    assert details_of(question) == (detail,)


@pytest.mark.parametrize(
    ("question", "of_one"),
    [
        ("Who turned up in May?", True),
        ("Did anybody slip away early?", True),
        ("Who was picked as interim chief executive?", False),
        ("Has the barn been before them?", False),
    ],
)
def test_what_a_roster_tells_has_a_word_of_it(question: str, of_one: bool) -> None:
    assert of_a_roster(question) is of_one


def test_who_was_missing_and_who_filled_in_are_both_told() -> None:
    assert details_of("Which member was missing, and who filled in?") == ("absent", "substitutes")


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    def meeting(day: str, minutes: str, *attendance: Attendee) -> Meeting:
        said = Statement(start=0, end=len(minutes), text=minutes, kind="procedure", speakers=())
        item = Item(id=f"i-{day}", number="1", title="Apologies and interests", minutes=minutes, statements=(said,))
        talk = "Mrs Lamb said that ten trees were dead."
        spoken = Statement(
            start=0, end=len(talk), text=talk, kind="discussion", speakers=(Speaker(as_printed="Mrs Lamb"),)
        )
        trees = Item(id=f"t-{day}", number="2", title="Trees", minutes=talk, statements=(spoken,))
        return Meeting(id=day, committee="Parks Committee", date=day, attendance=attendance, items=(item, trees))

    library = Library.open(tmp_path_factory.mktemp("roster") / "library", create=True)
    library.add(
        [
            meeting(
                JANUARY,
                "An apology was received from Mr Grey. Mrs Lamb declared a personal interest in item 2.",
                Attendee(name="Mrs Joan Lamb", role="Chair"),
                Attendee(name="Mr Hogg"),
                Attendee(name="Mr Grey", status="apologies"),
            ),
            Meeting(
                id=MAY,
                committee="Wharf Committee",
                date=MAY,
                items=(
                    Item(id="w1", number="1", title="Election of Chair", minutes=ELECTED, statements=(_said(ELECTED),)),
                    Item(id="w2", number="2", title="Cranes", minutes=CRANES, statements=(_said(CRANES),)),
                ),
            ),
            meeting(
                JUNE,
                "There were no apologies. It was recalled that Mrs Lamb had been in the chair. Mr Lowe's place was "
                "taken by Ms Finch. Mrs Dunn was away and Mr Peel sat in her stead. No representative of "
                "Hollow came. Mr Hogg was elected Chairman. Mrs Lamb was appointed Vice-Chairman.",
                Attendee(name="Mr Hogg"),
                Attendee(name="Mrs Dunn", status="apologies"),
                Attendee(name="Mr Quill", status="absent"),
            ),
        ]
    )
    return Assistant(library, AssistantSettings(llm_base=None))


@pytest.mark.parametrize(
    ("day", "question", "told", "left_out"),
    [
        (JANUARY, "Who attended Parks in January 2023?", "Mrs Joan Lamb (Chair) and Mr Hogg attended", "Grey"),
        (JANUARY, "Who sent apologies in January 2023?", "Mr Grey sent apologies to the Parks Committee", "Hogg"),
        (JANUARY, "Who chaired the Parks Committee in January 2023?", "Mrs Joan Lamb (Chair) was in the chair", "Hogg"),
        (JANUARY, "Who declared an interest in January 2023?", "declared a personal interest in item 2", "apology"),
        (JANUARY, "How many people attended in January 2023?", "2 people attended", "Grey"),
        (MAY, "Who was made chair of wharf in May 2023?", "Mrs Tuck received 7 votes", "crane"),
        (MAY, "Who presided at Wharf on 9 May 2023?", "Mr Peel was elected to preside", "crane"),
        (JUNE, "Who was elected Chairman in June 2023?", "Mr Hogg was elected Chairman", "Finch"),
        (JUNE, "Who was picked to be vice-chair of Parks?", "Mrs Lamb was appointed Vice-Chairman", "Hogg"),
        (JUNE, "Who took Mr Lowe's seat in June 2023?", "place was taken by Ms Finch", "elected"),
        (JUNE, "Who took Mrs Dunn's place in June 2023?", "Mr Peel sat in her stead", "Finch"),
        (
            JUNE,
            "Who was missing from the June 2023 Parks meeting without apologies?",
            "Mr Quill did not attend",
            "Dunn",
        ),
        (JUNE, "Which parish sent nobody to Parks in June 2023?", "No representative of Hollow", "Dunn"),
    ],
)
def test_attendance_is_told_of_the_meeting_that_is_meant(
    asking: Assistant, day: str, question: str, told: str, left_out: str
) -> None:
    answer = asking.ask(question)
    assert told in answer.answer
    assert left_out not in answer.answer
    assert {str(one.date) for one in answer.citations} == {day}


def test_a_chair_of_another_meeting_is_no_answer(asking: Assistant) -> None:
    answer = asking.ask("Who chaired the Parks Committee in June 2023?")
    assert not answer.answered
    assert "do not say" in answer.answer
