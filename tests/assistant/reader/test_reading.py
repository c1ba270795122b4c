import numpy as np
import pytest

from assistant.reader import Reader, load_reader
from index.settings import IndexSettings

QUESTION = "Why do people go home so late in the evening?"
SENTENCES = (
    "Discharge: The Matron said that late discharges were nearly always caused by medicines not being ready.",
    "Discharge: Councillor Ockenden thanked the staff of the ward for their hard work over the winter.",
    "Library Hours: The library in Market Street would close at 5 pm on Saturdays from April.",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader(IndexSettings().cache)


def test_what_answers_in_other_words_is_read_as_the_answer(reader: Reader) -> None:
    odds = reader.read(QUESTION, SENTENCES)
    assert odds.argmax() == 0
    assert odds[0] > odds[1:].max() + 0.5


def test_a_detail_that_is_not_given_is_less_sure_than_one_that_is(reader: Reader) -> None:
    told = "Tram Stops: Ms Abara reported that the new shelters had cost £41,000."
    cost = reader.read("How much did the tram shelters cost?", [told])
    maker = reader.read("Which company made the tram shelters?", [told])
    assert cost[0] > maker[0]


def test_a_sentence_is_read_the_same_alone_and_among_others(reader: Reader) -> None:
    among = reader.read(QUESTION, SENTENCES)
    alone = np.concatenate([reader.read(QUESTION, [one]) for one in SENTENCES])
    assert np.array_equal(among, alone)


def test_nothing_and_very_long_texts_are_read_too(reader: Reader) -> None:
    assert reader.read(QUESTION, []).shape == (0,)
    assert np.isfinite(reader.read("why " * 500, ["word " * 3000, ""])).all()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who got the allotment rents through, and was it close?", "vote"),
        ("who was on the losing side when it came to hands over the skate park", "vote"),
        ("Who was missing from the harbour board in May, and who filled in?", "attendance"),
    ],
)
def test_the_sort_of_a_question_is_told_without_the_words_of_minutes(reader: Reader, question: str, kind: str) -> None:
    shares = reader.sort(question)
    assert max(shares, key=lambda one: shares[one]) == kind
    assert sum(shares.values()) == pytest.approx(1)


def test_what_somebody_thought_is_no_vote_and_no_roster(reader: Reader) -> None:
    shares = reader.sort("Which neighbour thought the new lamps too bright?")
    assert max(shares, key=lambda one: shares[one]) in ("who", "said")
