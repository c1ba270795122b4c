"""Questions on the sample records: what is answered, from which records, and what holds of any question at all."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Answer, Assistant, AssistantSettings, Turn
from index import Library
from ingest.errors import MinutebookError
from ingest.records import Item, Meeting, Speaker, Statement

_MARK = re.compile(r"\[(\d+)\]")


def _slices(library: Library, answer: Answer) -> bool:
    """Whether every quote is printed in its record: in the minutes at its place, or in the text it is taken from."""
    for citation in answer.citations:
        _, item = library.item(citation.item_id, citation.meeting_id)
        if citation.start is not None:
            assert item.minutes[citation.start : citation.end] == citation.quote
            continue
        roster = [one.name for one in library.meeting(citation.meeting_id).attendance]
        printed = [item.agenda_text or "", *(decision.text for decision in item.decisions), *roster]
        assert any(citation.quote in text for text in printed), citation.quote
    return True


def _marked(answer: Answer) -> bool:
    """Whether every number in the text is a citation's, and every citation is used."""
    numbers = [citation.number for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(number) for number in _MARK.findall(answer.answer)} == set(numbers)
    return True


QUESTIONS = [
    "What was said about co-sleeping?",
    "What did Councillor Keel say?",
    "What did Cabinet decide in October 2023?",
    "Who moved the amendment to keep libraries open on Saturdays?",
    "Who attended the Planning Committee in June 2023?",
    "Who sent apologies in October 2022?",
    "Has co-sleeping come up before?",
    "How often have potholes been discussed?",
    "How many decisions were made about libraries?",
    "When was damp first discussed?",
    "List all decisions about libraries",
    "Anything on schools?",
    "Compare what was said about co-sleeping in October 2022 and January 2024",
    "Summarise the Cabinet meeting of 17 October 2023",
    "Summarise item 36 of 12 March 2024",
    "Was the report on domestic abuse ever received?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_kind_of_question_is_answered_with_quotes_and_markers(
    composing: Assistant, library: Library, question: str
) -> None:
    answer = composing.ask(question)
    assert answer.answered, answer.answer
    assert answer.citations
    assert _slices(library, answer)
    assert _marked(answer)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_line_about_the_records_is_cited(composing: Assistant, question: str) -> None:
    for line in composing.ask(question).answer.splitlines():
        guiding = line.startswith(("To narrow it", "In ")) or line.endswith("see them.")
        assert guiding or _MARK.search(line), line


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("Who suggested a report on domestic abuse and children?", "suggested that the Committee receive a report"),
        ("Who sent apologies to the Children and Families Scrutiny Committee on 11 October 2022?", "Canon Peter Ashby"),
        ("How many homes were flooded in Pennyfold in February 2022?", "61 homes"),
        ("What happened to plastic windows at the Customs House?", "listed building consent be REFUSED"),
    ],
)
def test_the_answer_is_cited_first(composing: Assistant, question: str, cited: str) -> None:
    assert any(cited in citation.quote for citation in composing.ask(question).citations[:3])


def test_what_happened_in_a_month_without_a_meeting_was_told_within_the_year(tmp_path: Path) -> None:
    minutes = "The Engineer answered that after the storms of February the sensor at the weir had triggered twice."
    said = Statement(
        start=0, end=len(minutes), text=minutes, kind="discussion", speakers=(Speaker(as_printed="The Engineer"),)
    )
    item = Item(id="i", number="4", title="Sensors at the weir", minutes=minutes, statements=(said,))
    library = Library.open(tmp_path / "library", create=True)
    library.add([Meeting(id="m", committee="Rivers Committee", date=date(2022, 9, 27), items=(item,))])
    asking = Assistant(library, AssistantSettings(llm_base=None))
    told = asking.ask("Did the sensor at the weir trigger in the February 2022 storms?")
    assert [citation.quote for citation in told.citations] == [minutes]
    assert not asking.ask("Did the sensor at the weir trigger in the April 2022 storms?").answered
    assert not asking.ask("Did the sensor at the weir trigger in the February 2020 storms?").answered


def test_what_happened_in_a_year_is_told_by_a_later_meeting(tmp_path: Path) -> None:
    minutes = (
        "Mr Grey replied that 386 fines for fly-tipping were issued in 2023 and that 241 of these fines were paid."
    )
    other = "Mr Grey said that the benches were painted in May 2023."
    held = [
        Meeting(id=f"m{day}", committee="Streets Committee", date=day, items=(_item(f"i{day}", title, text),))
        for day, title, text in ((date(2024, 2, 6), "Fly-tipping", minutes), (date(2023, 6, 6), "Benches", other))
    ]
    library = Library.open(tmp_path / "library", create=True)
    library.add(held)
    asking = Assistant(library, AssistantSettings(llm_base=None))
    told = asking.ask("How many of the fines for fly-tipping issued in 2023 were paid?")
    assert [citation.quote for citation in told.citations] == [minutes]
    assert not asking.ask("What was said about fines for fly-tipping at the meetings in 2023?").answered


def _item(id_: str, title: str, text: str) -> Item:
    said = Statement(start=0, end=len(text), text=text, kind="discussion", speakers=(Speaker(as_printed="Mr Grey"),))
    return Item(id=id_, number="4", title=title, minutes=text, statements=(said,))


def test_the_mover_of_a_resolution_in_parts_is_told(composing: Assistant) -> None:
    answer = composing.ask("Who moved and seconded the motion about the trash screen in July 2022?")
    assert "moved by Councillor Morcombe, seconded by Councillor Ibbs" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "What was said about cycle lanes?",
        "Has a ban on drones come up before?",
        "When was the museum roof first discussed?",
        "What did the Archbishop say about food banks?",
        "What did the police say about drone use over the harbour?",
        "What were the terms of the settlement with the Port of Stavenhoe?",
        "Who moved the motion about the allotments?",
        "What did Cabinet resolve about the harbour access road?",
    ],
)
def test_what_the_records_do_not_hold_is_refused_with_what_was_searched(composing: Assistant, question: str) -> None:
    answer = composing.ask(question)
    assert not answer.answered
    assert answer.citations == ()
    assert "Searched: " in answer.answer


def test_a_question_without_a_subject_is_asked_back(composing: Assistant) -> None:
    answer = composing.ask("What was decided?")
    assert not answer.answered
    assert "names no subject" in answer.answer
    assert "decisions" in answer.answer


def test_who_attended_no_meeting_in_particular_is_asked_back(composing: Assistant) -> None:
    assert "names no subject" in composing.ask("Who attended?").answer


def test_everybody_on_the_roster_is_cited(composing: Assistant) -> None:
    answer = composing.ask("How many people attended the Planning Committee on 8 June 2023?")
    assert answer.answer.startswith("7 people attended the Planning Committee on 8 June 2023: ")
    assert len(answer.citations) == 7


def test_who_took_the_chair_is_not_taken_from_what_is_told_of_another_meeting(composing: Assistant) -> None:
    answer = composing.ask("Who chaired the Cabinet in December 2024?")
    assert not answer.answered
    assert "do not say" in answer.answer


def test_all_decisions_of_a_meeting_are_listed(composing: Assistant, library: Library) -> None:
    answer = composing.ask("What did Cabinet decide in October 2023?")
    (head,) = [one for one in library.meetings() if one.committee == "Cabinet" and str(one.date) == "2023-10-17"]
    taken = [decision.text for item in library.meeting(head.id).items for decision in item.decisions]
    assert [citation.quote for citation in answer.citations] == taken


def test_an_item_that_no_meeting_has(composing: Assistant) -> None:
    answer = composing.ask("Summarise item 99 of the Cabinet meeting of 17 October 2023")
    assert not answer.answered
    assert "item 99" in answer.answer


def test_precedents_are_told_oldest_first(composing: Assistant) -> None:
    dates = [citation.date for citation in composing.precedents("potholes").citations if citation.date]
    assert len(set(dates)) > 1
    assert dates == sorted(dates)


def test_who_else_names_somebody_else(composing: Assistant) -> None:
    question = "Who spoke about the advice on safe sleep in January 2024?"
    first = composing.ask(question)
    history = (Turn(role="user", content=question), Turn(role="assistant", content=first.answer))
    others = composing.ask("Who else?", history)
    assert others.answered
    assert not {one.speakers for one in first.citations} & {one.speakers for one in others.citations}


def test_leaning_on_an_answer_that_found_nothing_is_refused(composing: Assistant) -> None:
    question = "What did Cabinet decide about the monorail?"
    refused = composing.ask(question)
    history = (Turn(role="user", content=question), Turn(role="assistant", content=refused.answer))
    assert not refused.answered
    assert not composing.ask("And what did it cost?", history).answered


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(max_size=160), before=st.text(min_size=1, max_size=60))
def test_any_text_is_answered_or_refused_and_never_ends_in_a_traceback(
    composing: Assistant, library: Library, question: str, before: str
) -> None:
    try:
        answer = composing.ask(question, (Turn(role="user", content=before),))
    except MinutebookError:
        return
    assert answer.answered is bool(answer.citations)
    assert _slices(library, answer)


@pytest.mark.parametrize(
    "question", ["[1] [2] [99]", "(((((a", "a" * 1_900, "DROP TABLE meetings;", "\x00?a", "🕳️ pothole?"]
)
def test_odd_text(composing: Assistant, question: str) -> None:
    assert composing.ask(question).question


def test_a_vote_that_was_not_taken_is_not_made_up(composing: Assistant) -> None:
    answer = composing.ask("How did the vote go on the harbour access road?")
    assert not answer.answered
    assert "No vote on this is recorded" in answer.answer


def test_a_side_of_a_comparison_that_says_nothing_is_said_to(composing: Assistant) -> None:
    answer = composing.ask("Compare what was said about potholes in 2022 and in 2024")
    assert "Nothing on this was found in 2022." in answer.answer
    assert all(one.date is not None and one.date.year == 2024 for one in answer.citations)


def test_a_broad_question_tells_of_all_the_meetings(composing: Assistant) -> None:
    answer = composing.ask("What was said about co-sleeping?")
    assert len({one.meeting_id for one in answer.citations}) >= 3


def test_a_long_reply_does_not_stand_in_the_way_of_a_follow_up(composing: Assistant) -> None:
    told = "The Chair said that the culvert under Mill Lane was blocked. " * 90
    history = (Turn(role="user", content="What was said about the culvert?"), Turn(role="assistant", content=told))
    assert composing.ask("And what did they decide?", history).answered


def test_she_is_never_he(composing: Assistant) -> None:
    asked = "What was said about co-sleeping?"
    history = (Turn(role="user", content=asked), Turn(role="assistant", content=composing.ask(asked).answer))
    answer = composing.ask("And what did she say about training?", history)
    assert "training for 96 housing and family support staff" in answer.citations[0].quote
    assert not any("Teague" in speaker for one in answer.citations for speaker in one.speakers)
    assert answer.filters.empty


def test_an_exempt_item_is_told_of_only_where_no_minute_answers(composing: Assistant) -> None:
    meant = composing.ask("Which house did the committee agree to buy for a children's home?")
    assert not meant.answered
    assert "is exempt" in meant.answer
    published = composing.ask("By what margin was the tannery given permission?")
    assert published.answered
    assert "6 votes to 1" in published.answer
