"""Whose words are asked for, and which printed speakers that is."""

import pytest

from assistant.question.voices import people_named, posts_named, voice_of
from ingest.records import Speaker


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("What did Councillor Lamb say about kerbs?", "Councillor Lamb"),
        ("What did Lamb think of the kerbs?", "Lamb"),
        ("What did the Leader of the Council say about kerbs?", "the Leader of the Council"),
        ("What did the finance chief warn of?", "the finance chief"),
        ("What was promised by the Head of Highways?", "the Head of Highways"),
        ("According to the police, how many were there?", "the police"),
        ("What was Mrs Grey's answer?", "Mrs Grey"),
        ("What did Ms Orchard and Mr Grey say about kerbs?", "Ms Orchard and Mr Grey"),
    ],
)
def test_whose_words_are_asked_for(question: str, typed: str) -> None:
    voice = voice_of(question)
    assert voice is not None
    assert voice.typed == typed


@pytest.mark.parametrize(
    "question",
    [
        "What was said about kerbs?",
        "What did the Committee say about kerbs?",
        "What did the report say about kerbs?",
        "What did members think?",
        "Did anyone say how?",
    ],
)
def test_nobody_in_particular_is_asked_for(question: str) -> None:
    assert voice_of(question) is None


LAMB = Speaker(as_printed="Councillor Joan Lamb", name="Joan Lamb", title="Councillor")
HIGHWAYS = Speaker(as_printed="The Head of Highways", role="Head of Highways")
ACCESS = Speaker(as_printed="Mrs Reed of Access Northby", name="Reed", title="Mrs", organisation="Access Northby")
POLICE = Speaker(as_printed="Inspector Grey of Tavelshire Police", name="Grey", title="Inspector")


@pytest.mark.parametrize(
    ("question", "speaker", "heard"),
    [
        ("What did Councillor Lamb say?", LAMB, True),
        ("What did Joan Lamb say?", LAMB, True),
        ("What did J Lamb say?", LAMB, True),
        ("What did Councillor Rhys Lamb say?", LAMB, False),
        ("What did Councillor Lambert say?", LAMB, False),
        ("What did the Head of Highways say?", HIGHWAYS, True),
        ("What did the Head of Housing say?", HIGHWAYS, False),
        ("What did the police say?", POLICE, True),
        ("What did the police say?", HIGHWAYS, False),
        ("What did the speaker from Access Northby say?", ACCESS, True),
        ("What did the woman from Access Westby say?", ACCESS, False),
        ("What did Councillor Hogg and Councillor Lamb say?", LAMB, True),
    ],
)
def test_who_is_heard(question: str, speaker: Speaker, heard: bool) -> None:
    voice = voice_of(question)
    assert voice is not None
    assert voice.is_heard(speaker) is heard


def test_everybody_who_is_named_with_a_form_of_address() -> None:
    assert [one.surname for one in people_named("Did Mr Grey second Councillor J Lamb?")] == ["Grey", "Lamb"]


def test_two_titles_are_no_first_name() -> None:
    (colonel,) = people_named("What did Lieutenant Colonel Dacre say?")
    assert (colonel.given, colonel.surname) == (None, "Dacre")


def test_posts_are_named_by_their_titles() -> None:
    assert posts_named("Why did the Harbour Master reject the Western Channel?") == ["the Harbour Master"]
    assert posts_named("Why was the Western Channel rejected?") == []
