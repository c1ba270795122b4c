"""Who moved, seconded and voted; what was done and what was only asked for."""

import pytest

from assistant.language_model.deeds import misplaced, promised_only

MOVED = "A motion to defer was moved by Councillor Finch and seconded by Mr Oduya. It was LOST by 4 votes to 7."
LISTED = "Recorded vote. For: Councillors Finch and Oduya. Against: Councillor Marsh."


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor Finch moved that the item be deferred.",
        "The motion was proposed by Councillor Finch and seconded by Councillor Oduya.",
        "Councillor Finch moved deferral, Mr Oduya seconded, and the motion was lost.",
        "Councillor Finch was moved by the story.",
    ],
)
def test_deeds_that_the_source_tells(sentence: str) -> None:
    assert not misplaced(sentence, MOVED)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Oduya moved that the item be deferred.",
        "The motion was moved by Councillor Oduya.",
        "Councillor Finch seconded the motion.",
        "Councillor Finch voted for the motion.",
        "It was seconded by Councillor Finch.",
    ],
)
def test_deeds_of_somebody_else(sentence: str) -> None:
    assert misplaced(sentence, MOVED)


def test_a_recorded_vote_tells_who_voted() -> None:
    assert not misplaced("Councillor Marsh voted against.", LISTED)


@pytest.mark.parametrize(
    ("sentence", "quote", "only"),
    [
        ("The leaflet was re-written.", "She advised that the leaflet would be re-written.", True),
        ("The update was received in May.", "RESOLVED: That an update be brought to the meeting in May.", True),
        ("The letter had been sent.", "It was agreed that a letter be sent to the Minister.", True),
        ("The leaflet would be re-written.", "She advised that the leaflet would be re-written.", False),
        ("Permission was refused.", "RESOLVED: That permission be REFUSED.", False),
        ("The report was noted.", "RESOLVED: That the report be noted.", False),
        ("The letter was sent.", "The letter had been sent, and another would be sent.", False),
    ],
)
def test_what_is_only_asked_for_has_not_come_about(sentence: str, quote: str, only: bool) -> None:
    assert promised_only(sentence, [quote]) is only
