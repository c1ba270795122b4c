"""The sentences of an item: verbatim, in order, each with its voice."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assistant.evidence.sentences import WHOLE_DECISION, sentences_of
from index import Library
from index.model import MeetingHead
from ingest.records import Decision, Item, Speaker, Statement

HEAD = MeetingHead(id="m1")


def test_sentences_have_the_voice_of_their_statement(made_item) -> None:
    item = made_item(("Mr Grey", "Mr Grey said yes. He would see to it."), (None, "It was noted."))
    found = sentences_of(HEAD, item)
    assert [one.text for one in found] == ["Mr Grey said yes.", "He would see to it.", "It was noted."]
    assert [one.speakers[0].as_printed if one.speakers else None for one in found] == ["Mr Grey", "Mr Grey", None]
    assert [one.place for one in found] == [0, 1, 2]
    assert found[0].voice == found[1].voice != found[2].voice


def test_a_decision_printed_apart_has_no_place_and_stands_last(made_item) -> None:
    item = made_item((None, "It was noted."), decisions=(Decision(text="To plant ten trees."),))
    last = sentences_of(HEAD, item)[-1]
    assert (last.part, last.text, last.start) == ("decision", "To plant ten trees.", None)


def test_a_long_decision_is_cut_at_its_sentences(made_item) -> None:
    text = "That ten trees be planted in the park. " * 20
    assert len(text) > WHOLE_DECISION
    item = made_item((None, "It was noted."), decisions=(Decision(text=text.strip()),))
    assert len(sentences_of(HEAD, item)) == 21


def test_agenda_text_stands_first(made_item) -> None:
    item = made_item((None, "It was noted."), agenda_text="To receive a report.")
    assert [one.part for one in sentences_of(HEAD, item)] == ["agenda", "minutes"]


@given(st.lists(st.text(alphabet="ab. ?!\n’“”", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=5))
def test_every_sentence_is_a_slice_and_all_words_are_kept(texts: list[str]) -> None:
    statements, at = [], 0
    for text in texts:
        who = (Speaker(as_printed="Mr Grey"),)
        statements.append(Statement(start=at, end=at + len(text), text=text, kind="discussion", speakers=who))
        at += len(text) + 1
    item = Item(id="i", minutes=" ".join(texts), statements=tuple(statements))
    found = sentences_of(HEAD, item)
    assert all(item.minutes[one.start : one.end] == one.text for one in found)
    assert "".join("".join(one.text.split()) for one in found) == "".join("".join(texts).split())


def test_the_voice_of_a_sentence_is_the_place_of_its_passage(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        for head, item in library.items():
            passages = library.passages(item.id, head.id)
            assert all(one.text in passages[one.voice].text for one in sentences_of(head, item))
