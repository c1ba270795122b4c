"""Running text: quotes found and folded, markers, lines with a stretch marked."""

import pytest

from assistant.answer.compose import quoted
from assistant.model import Answer, Citation
from assistant.page.prose import Line, excerpt, lines, prose

LONG = " ".join(f"Sentence number {number} of Cllr. Hale tells of the towpath at length." for number in range(1, 12))


def answer(text: str, *quotes: str) -> Answer:
    """An answer that cites `quotes`, numbered from 1."""
    citations = tuple(
        Citation(number=number, meeting_id="m", item_id="i", quote=quote) for number, quote in enumerate(quotes, 1)
    )
    return Answer(answered=True, answer=text, citations=citations)


def test_a_quote_is_known_by_its_citation_and_a_title_between_quotation_marks_stays_words() -> None:
    whole = answer("On “Item one”: “He said\nthis “twice”.” [1]", "He said\nthis “twice”.")
    told = f"On “Item one”: {quoted('He said this “twice”.')} [1]"
    (paragraph,) = prose(told, whole)
    assert [(piece.kind, piece.text) for piece in paragraph.points[0]] == [
        ("words", "On “Item one”: "),
        ("quote", "“He said this “twice”.”"),
        ("words", " "),
        ("marker", "[1]"),
    ]


def test_a_number_without_a_citation_is_no_marker() -> None:
    (paragraph,) = prose("It was so [1], and in [7] too.", answer("", "So."))
    assert [piece.number for piece in paragraph.points[0] if piece.kind == "marker"] == [1]


def test_points_become_one_list_between_paragraphs() -> None:
    paragraphs = prose("First.\n- one\n- two\nLast.")
    assert [(paragraph.listed, len(paragraph.points)) for paragraph in paragraphs] == [
        (False, 1),
        (True, 2),
        (False, 1),
    ]


def test_a_long_quote_is_folded_after_a_sentence_and_nothing_of_it_is_lost() -> None:
    (paragraph,) = prose(quoted(LONG), answer("", LONG))
    (quote,) = paragraph.points[0]
    assert quote.text.endswith("at length.")
    assert quote.more.startswith(" Sentence number")
    assert quote.text + quote.more == quoted(LONG)
    assert len(quote.text) <= 320


@pytest.mark.parametrize("text", ["Short.", "word " * 200, LONG])
def test_an_excerpt_is_whole_sentences(text: str) -> None:
    shown = excerpt(text)
    assert " ".join(text.split()).startswith(shown.removesuffix(" …"))
    assert shown.removesuffix(" …").endswith((".", "word"))


def test_the_marked_stretch_runs_over_lines() -> None:
    text = "One two.\n\nThree four."
    assert lines(text, (4, 15)) == [Line("One ", "two."), Line("", "Three", " four.")]
    assert lines(text, (None, None)) == [Line("One two."), Line("Three four.")]
