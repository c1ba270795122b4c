"""To whom a sentence gives words, and whether its quotes do so too."""

import pytest

from assistant.language_model.attributed import (
    NOTHING_BEFORE,
    Before,
    Part,
    credited,
    heard,
    is_unclear,
    parts_of,
    with_full_forms,
)
from assistant.model import Citation

ROONEY = Citation(
    number=1, meeting_id="m", item_id="i", speakers=("Captain Rooney",), asker="Councillor Finch",
    quote="In response to Councillor Finch, Captain Rooney advised that two ferries had been repaired.",
)  # fmt: skip
MASTER = ROONEY.model_copy(update={"number": 2, "speakers": ("The Director of Ports, Elspeth Rooney",), "asker": None})
MOVED = Citation(
    number=3, meeting_id="m", item_id="i", part="decision",
    quote="Moved by Councillor Finch, seconded by Councillor Oduya: that the ferry be kept.",
)  # fmt: skip


def _fit(sentence: str, quote: Citation, before: Before = NOTHING_BEFORE) -> bool:
    parts = parts_of(sentence, before)
    assert any(part.speakers for part in parts)
    return all(heard(speaker, part, [quote]) for part in parts for speaker in part.speakers)


@pytest.mark.parametrize(
    "sentence",
    [
        "Captain Rooney said that two ferries had been repaired.",
        "According to Captain Rooney, two ferries had been repaired.",
        "Two ferries had been repaired, according to Captain Rooney.",
        "Two ferries had been repaired, Captain Rooney said.",
        "Rooney told the committee that two ferries had been repaired.",
        "Captain Rooney's view was that two ferries had been repaired.",
        "Councillor Finch asked whether ferries had been repaired.",
        "In response to Councillor Finch, Captain Rooney said that two ferries had been repaired.",
    ],
)
def test_who_speaks_or_asks_in_the_quote_fits(sentence: str) -> None:
    assert _fit(sentence, ROONEY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor Finch said that two ferries had been repaired.",
        "According to Councillor Finch, two ferries had been repaired.",
        "Two ferries had been repaired, Councillor Finch said.",
        "Finch stated that two ferries had been repaired.",
        "Councillor Finch's view was that two ferries had been repaired.",
        "The Leader of the Council reported that two ferries had been repaired.",
        "Captain Joan Rooney-Smith said that two ferries had been repaired.",
        "Both Captain Rooney and Councillor Finch said that two ferries had been repaired.",
    ],
)
def test_anybody_else_does_not(sentence: str) -> None:
    assert not _fit(sentence, ROONEY)


def test_two_of_one_surname_are_two_people() -> None:
    rhys = ROONEY.model_copy(update={"speakers": ("Councillor Rhys Pellow",)})
    assert not _fit("Councillor Joan Pellow said that two ferries had been repaired.", rhys)
    assert _fit("Councillor R Pellow said that two ferries had been repaired.", rhys)


def test_a_decision_tells_who_moved_it_and_not_who_spoke() -> None:
    assert _fit("Councillor Finch moved that the ferry be kept.", MOVED)
    report = MOVED.model_copy(update={"part": "minutes", "quote": "The report named Councillor Finch."})
    assert not _fit("Councillor Finch said that the ferry should be kept.", report)


def test_a_pronoun_means_who_was_named_before() -> None:
    sentence = "She added that two ferries had been repaired."
    named = Before("Captain Rooney said that it was late.", ("Captain Rooney",))
    assert _fit(sentence, ROONEY, named)
    assert not _fit(sentence, ROONEY, Before("Councillor Oduya said that it was late.", ("Councillor Oduya",)))
    assert is_unclear(sentence, parts_of(sentence, NOTHING_BEFORE))
    assert not is_unclear(sentence, parts_of(sentence, named))


def test_only_a_pronoun_leans_on_what_stands_before() -> None:
    named = Before("Captain Rooney said that it was late.", ("Captain Rooney",))
    for sentence in ("Cabinet RESOLVED to keep the ferry.", "It was agreed that the ferry be kept.", "A ferry sank."):
        assert not any(part.speakers for part in parts_of(sentence, named))


def test_a_post_is_the_same_with_and_without_its_name() -> None:
    lowe = ROONEY.model_copy(update={"speakers": ("The Head of Libraries",), "asker": None})
    before = Before("Ms Beatrice Lowe, the Head of Libraries, presented the report.", ("Ms Beatrice Lowe",))
    assert _fit("The Head of Libraries said that two ferries had been repaired.", lowe, before)


def test_who_stands_before_the_verb_is_credited_where_the_commas_are_wrong() -> None:
    sentence = "The Director of Ports Elspeth Rooney stated that two ferries had been repaired."
    (part,) = credited(sentence, [Part(sentence)], [ROONEY, MASTER, MOVED])
    assert [speaker.name for speaker in part.speakers] == ["Elspeth Rooney"]
    unsaid = "Two ferries had been repaired for Elspeth Rooney."
    assert credited(unsaid, [Part(unsaid)], [MASTER]) == [Part(unsaid)]


def test_the_fuller_form_of_a_speaker_is_known_from_other_pieces() -> None:
    assert with_full_forms([ROONEY, MASTER])[0].speakers == (*ROONEY.speakers, *MASTER.speakers)
    elsewhere = MASTER.model_copy(update={"meeting_id": "another"})
    assert with_full_forms([ROONEY, elsewhere])[0].speakers == ROONEY.speakers
    namesake = MASTER.model_copy(update={"speakers": ("Captain Jonah Rooney",)})
    assert with_full_forms([ROONEY, MASTER, namesake])[0].speakers == ROONEY.speakers
