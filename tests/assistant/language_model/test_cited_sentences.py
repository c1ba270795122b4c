"""The sentences of a text that comes in pieces, with their markers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language_model.sentences import CitedSentence, cited_sentences

TEXT = (
    "Mr Teague said that they had stopped. [1] The scheme had lent 160 cots [2, 3]. **In short**: two teams were set "
    "up [1-3].\n- Dr Haddad agreed. [^2]\n- It was resolved 【4】. And this has none."
)
SENTENCES = [
    CitedSentence("Mr Teague said that they had stopped.", (1,), " "),
    CitedSentence("The scheme had lent 160 cots.", (2, 3), " "),
    CitedSentence("In short: two teams were set up.", (1, 2, 3), " "),
    CitedSentence("Dr Haddad agreed.", (2,), "\n- "),
    CitedSentence("It was resolved.", (4,), "\n- "),
    CitedSentence("And this has none.", (), " "),
]


def test_a_text_that_breaks_off_ends_in_no_whole_sentence() -> None:
    assert [one.whole for one in cited_sentences(["It was agreed [1]. The vote was los"])] == [True, False]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_sentences_are_the_same_however_the_text_comes(size: int) -> None:
    assert list(cited_sentences(TEXT[at : at + size] for at in range(0, len(TEXT), size))) == SENTENCES


def test_a_sentence_is_given_before_the_text_ends() -> None:
    pieces = iter(["The first is whole [1]. ", "The second ", "is not"])
    sentences = cited_sentences(pieces)
    assert next(sentences).text == "The first is whole."
    assert next(pieces) == "is not"


@given(st.text(alphabet="aB .[]12,-*\n", max_size=60))
def test_any_text_gives_sentences(text: str) -> None:
    for sentence in cited_sentences(iter(text)):
        assert sentence.text.strip()
