"""Where sentences end: most stops in minutes end nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import LONGEST_BLOCK, LONGEST_SENTENCE, is_prose, sentence_spans, sentences


@pytest.mark.parametrize(
    "one",
    [
        "Cllr. Hale and Mr. J. Ockenden left at 7.30 p.m. with the others.",
        "See No. 4 and paras. 3.1 to 3.4 (pp. 12 to 14).",
        "It cost £1.9m, i.e. a tenth of the budget.",
        "1. The report be noted.",
        "(a) The report be noted.",
        "St. Mary’s Road was closed.",
        "Prof. Sir I. Hall spoke (vol. 2 refers).",
    ],
)
def test_a_stop_that_ends_nothing(one: str) -> None:
    assert sentences(one) == [one]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rained. She left.", ["It rained.", "She left."]),
        ("Why? “Because.” That was all!", ["Why?", "“Because.”", "That was all!"]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("They met in Jan. The next meeting was in May.", ["They met in Jan.", "The next meeting was in May."]),
        ("It was agreed. £4m was spent.", ["It was agreed.", "£4m was spent."]),
        ("It was agreed. (Mr Lee left.)", ["It was agreed.", "(Mr Lee left.)"]),
        ("It was late. • The second point", ["It was late.", "• The second point"]),
        ("   ", []),
        ("", []),
    ],
)
def test_sentences_end_where_they_end(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet=st.sampled_from("ab A.\n?!”) 1•\xa0"), max_size=80))
def test_the_spans_hold_everything_that_is_no_white_space(text: str) -> None:
    spans = sentence_spans(text)
    assert [end for _, end in spans[:-1]] <= [start for start, _ in spans[1:]]
    ends, starts = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    rest = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    assert not rest.strip()
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


def test_what_is_longer_than_any_prose_is_none() -> None:
    assert is_prose("It was late. " * 2000)
    assert not is_prose("word " * (LONGEST_SENTENCE // 5 + 1))
    assert not is_prose("It was late. " * (LONGEST_BLOCK // 13 + 1))
