"""From a question and a conversation to what is asked: kind, subject, filters, and whom a pronoun means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model import Turn
from assistant.question import Question, Register, understand, without_days
from index.model import Filters, MeetingHead, Overview
from ingest.errors import MinutebookError

COMMITTEES = ("Audit Committee", "Cabinet", "Children’s Scrutiny Committee", "Council", "Housing Scrutiny Committee")
MEETINGS = [
    MeetingHead(id=f"{name}-{day}", committee=name, date=day)
    for name, day in (
        ("Audit Committee", date(2023, 6, 6)),
        ("Cabinet", date(2023, 3, 7)),
        ("Cabinet", date(2023, 10, 17)),
        ("Children’s Scrutiny Committee", date(2024, 1, 23)),
    )
]
REGISTER = Register.of(
    Overview(committees=COMMITTEES, organisations=("Made-up Borough Council",)), MEETINGS, date(2024, 6, 1)
)


def _asked(question: str, *conversation: str) -> Question:
    turns = [Turn(role="assistant" if at % 2 else "user", content=text) for at, text in enumerate(conversation)]
    return understand(question, turns, Filters(), REGISTER)


@pytest.mark.parametrize(
    ("question", "committee", "topic"),
    [
        ("What did Cabinet decide about kerbs?", "Cabinet", ("kerbs",)),
        ("What did the audit committee say about risk?", "Audit Committee", ("risk",)),
        ("What did Full Council resolve on the budget?", "Council", ("budget",)),
        ("What was said at the last audit meeting?", "Audit Committee", ()),
        ("What was said about kerbs?", None, ("kerbs",)),
        ("What has the council done about kerbs?", None, ("kerbs",)),
    ],
)
def test_a_committee_narrows_and_is_no_subject(question: str, committee: str | None, topic: tuple[str, ...]) -> None:
    asked = _asked(question)
    assert asked.filters.committee == committee
    assert asked.topic == topic


def test_a_name_that_fits_several_committees_narrows_to_none_of_them() -> None:
    asked = _asked("What did the scrutiny committee say about schools?")
    assert asked.committees == ("Children’s Scrutiny Committee", "Housing Scrutiny Committee")
    assert asked.filters.committee is None


def test_the_last_meeting_is_the_last_of_the_committee() -> None:
    assert _asked("What did Cabinet decide at the last meeting?").filters.date_from == date(2023, 10, 17)
    assert _asked("What did Cabinet decide at the previous meeting?").filters.date_from == date(2023, 3, 7)


def test_what_the_reader_has_set_stays() -> None:
    typed = Filters(committee="Audit Committee", date_from=date(2023, 1, 1))
    asked = understand("What did Cabinet decide in 2022?", (), typed, REGISTER)
    assert asked.filters.committee == "Audit Committee"
    assert asked.filters.date_from == date(2023, 1, 1)
    assert without_days(asked).filters.date_to is None


def test_a_question_without_a_subject_is_vague() -> None:
    assert _asked("What was decided?").vague
    assert _asked("Who moved the motion?").vague
    assert not _asked("What did Mrs Grey say?").vague
    assert not _asked("What was decided about kerbs?").vague
    assert not _asked("Summarise item 9").vague
    assert _asked("Summarise item 9").item_number == "9"


def test_a_post_alone_is_a_subject_too() -> None:
    assert _asked("What did the police say?").topic == ("police",)


def test_what_came_of_something_is_looked_for_from_its_day_on() -> None:
    asked = _asked("What happened next?", "What did Cabinet decide about kerbs in March 2023?", "To ask for a report.")
    assert asked.kind == "precedents"
    assert (asked.filters.date_from, asked.filters.date_to) == (date(2023, 3, 1), None)
    assert asked.filters.committee is None


def test_a_follow_up_stays_with_the_committee_and_the_days() -> None:
    asked = _asked("How did they vote?", "What did Cabinet decide about kerbs in March 2023?", "It agreed.")
    assert asked.filters.committee == "Cabinet"
    assert asked.filters.date_to == date(2023, 3, 31)
    assert asked.topic == ("kerbs",)


def test_when_asks_for_all_days() -> None:
    talk = ("What was said about kerbs in March 2023?", "Mr Grey spoke of kerbs on 7 March 2023.")
    assert _asked("When did they first come up?", *talk).days is None
    assert _asked("What else was said about them?", *talk).days is not None


@pytest.mark.parametrize("why", ["why?", "And why?", "Why not?", "On what grounds?"])
def test_a_bare_why_means_whom_the_reply_quotes_first(why: str) -> None:
    reply = "Mr Grey is recorded at the Cabinet: “Mr Grey objected.” [1]\n- Mrs Lamb: “Mrs Lamb agreed.” [2]"
    meant = _asked(why, "Who objected to the kerbs?", reply).meant
    assert meant is not None
    assert meant.surname == "Grey"


def test_two_days_are_compared() -> None:
    asked = _asked("Compare what was said about kerbs in March 2023 and in June 2023")
    assert (asked.filters.date_from, asked.filters.date_to) == (date(2023, 3, 1), date(2023, 6, 30))
    assert asked.topic == ("kerbs",)


@pytest.mark.parametrize(
    ("conversation", "surname"),
    [
        (("What did Ms Grey say about kerbs?", "That they were late."), "Grey"),
        (("What did Mr Grey say about kerbs?", "That they were late."), None),
        (("What was said about kerbs?", "Mrs Lamb thought them too high."), "Lamb"),
        (("What was said about kerbs?", "Mrs Lamb agreed with Mr Grey."), "Lamb"),
        (("What was said about kerbs?", "They were too high."), None),
    ],
)
def test_whom_a_pronoun_means(conversation: tuple[str, str], surname: str | None) -> None:
    asked = _asked("Did she say when?", *conversation)
    meant = asked.voice or asked.meant
    assert (meant.surname if meant else None) == surname


def test_a_day_is_taken_from_a_reply_that_tells_of_one_day_only() -> None:
    told = "Mr Grey is recorded at the Cabinet on 7 March 2023: “It will open on 1 May 2024.” [1]"
    assert _asked("Why?", "What was said about kerbs?", told).filters.date_from == date(2023, 3, 7)
    more = f"{told}\n- At the Cabinet on 6 June 2023: Mrs Lamb: “It would not.” [2]"
    assert _asked("Why?", "What was said about kerbs?", more).filters.date_from is None
    counted = "Mr Grey said that they were counted in March."
    assert _asked("Why?", "What was said about kerbs?", counted).filters.date_from is None


def test_half_a_year_later_is_counted_from_what_was_spoken_of() -> None:
    asked = _asked("And half a year later, what had become of it?", "What was said about kerbs in March 2023?")
    assert (asked.filters.date_from, asked.filters.date_to) == (date(2023, 6, 30), None)
    earlier = _asked("And half a year before?", "What was said about kerbs in March 2023?")
    assert (earlier.filters.date_from, earlier.filters.date_to) == (date(2022, 6, 1), date(2022, 12, 1))


def test_the_note_of_what_is_carried_over_asks_for_nobody() -> None:
    earlier = "What was Mr Grey’s complaint about the kerbs?"
    asked = _asked("Did anybody offer to do it over again?", earlier, "That they were counted on a Sunday.")
    assert asked.voice is None


def test_more_than_was_told_is_asked_for() -> None:
    assert _asked("Who else?", "Who spoke about kerbs?", "Mr Grey.").more
    assert not _asked("Who else?").more
    assert not _asked("Did she want more kerbs?", "Who spoke about kerbs?", "Mrs Lamb.").more


@pytest.mark.parametrize("question", ["", "   ", "?!", "…"])
def test_an_empty_question_is_refused_with_advice(question: str) -> None:
    with pytest.raises(MinutebookError, match="empty"):
        _asked(question)


def test_a_question_that_is_far_too_long_is_refused_with_advice() -> None:
    with pytest.raises(MinutebookError, match="characters"):
        _asked("word " * 2_000)


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=80), max_size=4))
def test_any_text_is_understood_or_refused(question: str, conversation: list[str]) -> None:
    try:
        asked = _asked(question, *conversation)
    except MinutebookError:
        return
    assert asked.standalone
    assert asked.standalone in asked.searches


def test_nothing_is_taken_out_of_a_refusal() -> None:
    refused = (
        "The records hold nothing that answers this.\nSearched: 26 meetings of Cabinet, 14 June 2022 to 2 May 2023."
    )
    asked = _asked("When was that?", "What was said about Eurovision?", refused)
    assert asked.days is None
    assert asked.filters.committee is None
    assert asked.replied == ()
    assert asked.on_nothing


def test_the_cabinet_is_the_committee() -> None:
    assert _asked("What decisions did the Cabinet make in 2023?").filters.committee == "Cabinet"
    assert _asked("What does the Cabinet Member for Housing say?").filters.committee is None


def test_two_days_that_were_both_met_on_are_both_meant() -> None:
    asked = _asked("What was the price in March 2023 and what was paid by October 2023?")
    assert (asked.filters.date_from, asked.filters.date_to) == (date(2023, 3, 1), date(2023, 10, 31))


def test_a_day_on_which_nobody_met_is_no_second_day() -> None:
    asked = _asked("In March 2023, what was to be built by August 2023?")
    assert (asked.filters.date_from, asked.filters.date_to) == (date(2023, 3, 1), date(2023, 3, 31))


def test_the_next_meeting_is_counted_from_the_one_where_the_reply_is_recorded() -> None:
    turns = [Turn(role="user", content="What did Mr Hogg offer?"), Turn(role="assistant", content="He offered a taxi.")]
    asked = understand(
        "How many had used it by the following meeting?", turns, Filters(), REGISTER, found_at=lambda _: MEETINGS[1]
    )
    assert asked.filters.committee == "Cabinet"
    assert asked.filters.date_from == asked.filters.date_to == date(2023, 10, 17)


def test_a_leaning_question_is_read_with_the_beginning_of_the_reply() -> None:
    asked = _asked("And who pays for it?", "What was said about kerbs?", "Mr Grey said they would be mended.")
    assert asked.in_context == f"{asked.standalone} Mr Grey said they would be mended."
    quoted = _asked("And who pays for it?", "What was said about kerbs?", "Told: “All the kerbs are to be mended.” [1]")
    assert quoted.in_context.endswith("? All the kerbs are to be mended.")
    alone = _asked("What was said about kerbs?")
    assert alone.in_context == alone.standalone


def test_days_spoken_of_are_left_where_another_body_is_asked_about_that_did_not_meet_then() -> None:
    said = ("What did the Audit Committee say about kerbs in June 2023?", "Five were broken.")
    asked = _asked("And by the time Cabinet looked at it?", *said)
    assert asked.filters.committee == "Cabinet"
    assert (asked.filters.date_from, asked.filters.date_to) == (None, None)
    same = _asked("And how many were mended?", *said)
    assert (same.filters.date_from, same.filters.date_to) == (date(2023, 6, 1), date(2023, 6, 30))


def test_afterwards_may_be_told_at_the_same_meeting() -> None:
    asked = _asked(
        "And was it mended afterwards?", "What did Cabinet say about kerbs in March 2023?", "They were broken."
    )
    assert (asked.filters.date_from, asked.filters.date_to) == (date(2023, 3, 1), None)
