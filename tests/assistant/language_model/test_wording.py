"""Whether the words are those of the quotes."""

import pytest

from assistant.language_model.wording import misquoted, says_nothing, says_the_same
from index import Library

HELD = "Captain Rooney advised that two of the three ferries had been repaired, and that the night service was popular."

THE_SAME = [
    "Two of the three ferries had been repaired.",
    "Of the three ferries, two had been repaired.",
    "The night service was popular, and ferries had been repaired.",
    "The committee heard about repairs to two ferries.",
]
MORE = [
    "Two of the three ferries had been repaired by dishonest contractors.",
    "Two of the three ferries had been repaired, which members found disappointing.",
    "Two of the three ferries had been repaired because the harbour wall collapsed.",
    "The night service was popular with pensioners and shift workers.",
    "The bridge toll is to be abolished.",
]


@pytest.mark.parametrize("sentence", THE_SAME)
def test_the_same_words_or_near_ones_are_enough(sentence: str, library: Library) -> None:
    assert says_the_same(sentence, HELD, [HELD], library.encode)


@pytest.mark.parametrize("sentence", MORE)
def test_what_is_added_is_too_much(sentence: str, library: Library) -> None:
    assert not says_the_same(sentence, HELD, [HELD], library.encode)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("She said that “two of the three ferries had been repaired”.", False),
        ('She called the night service "popular".', False),
        ("She said: ‘the night service was popular’.", False),
        ("She said that “all of the three ferries had been repaired”.", True),
        ('She said: "The night service was a triumph".', True),
        ("The captain's ferry wasn't the only one of the company's ferries.", False),
    ],
)
def test_what_stands_in_quotation_marks_is_verbatim(sentence: str, wrong: bool) -> None:
    assert misquoted(sentence, HELD) is wrong


@pytest.mark.parametrize(
    ("sentence", "nothing"),
    [
        ("Here is a summary of the evidence:", True),
        ("I hope this helps.", True),
        ("The ferry was late.", False),
        ("It was Rooney.", False),
        ("There were 3.", False),
    ],
)
def test_a_sentence_may_say_nothing(sentence: str, nothing: bool) -> None:
    assert says_nothing(sentence) is nothing
