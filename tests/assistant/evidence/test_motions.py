"""Motions among the sentences of an item: each with what put it and what tells how its vote went, and no other's."""

from collections.abc import Callable

import pytest

from assistant.evidence.decisions import decisions_first
from assistant.evidence.motions import Motion, motions_of
from assistant.evidence.scoring import Scored
from assistant.evidence.sentences import sentences_of
from assistant.question import Question
from ingest.records import Item

from .conftest import HEAD

LAMB = ("Councillor Lamb", "Councillor Lamb moved, seconded by Mr Hogg, that the oak be felled.")
GREY = ("Councillor Grey", "Councillor Grey moved an amendment that it be pruned, and Mrs Tuck seconded.")


def _motions(item: Item) -> list[Motion]:
    return motions_of(sentences_of(HEAD, item))


@pytest.mark.parametrize(
    ("told", "mover"),
    [
        ("The amendment was lost by 2 votes to 5.", "Councillor Grey"),
        ("The original motion was carried by 6 votes to 1.", "Councillor Lamb"),
        ("It was carried unanimously.", "Councillor Grey"),
    ],
)
def test_a_result_is_told_of_the_motion_that_it_names(made_item: Callable[..., Item], told: str, mover: str) -> None:
    motions = _motions(made_item(LAMB, GREY, (None, told)))
    assert [one.mover for one in motions] == ["Councillor Lamb", "Councillor Grey"]
    assert [one.mover for one in motions if one.told] == [mover]


def test_each_motion_has_its_own_result(made_item: Callable[..., Item]) -> None:
    lost, carried = "The amendment was lost by 2 votes to 5.", "The motion was then carried by 6 votes to 1."
    first, second = _motions(made_item(LAMB, GREY, (None, lost), (None, carried)))
    assert [one.text for one in first.told] == [carried]
    assert [one.text for one in second.told] == [lost]


def test_who_moved_accordingly_moved_what_stands_before(made_item: Callable[..., Item]) -> None:
    said = ("Mrs Tuck", "Mrs Tuck suggested that the oak be pruned.")
    (motion,) = _motions(made_item(said, ("Mrs Tuck", "She moved accordingly and Mr Hogg seconded; it was lost.")))
    assert (motion.mover, [one.text for one in motion.before]) == ("Mrs Tuck", [said[1]])


def test_what_is_proposed_outright_does_not_point_back(made_item: Callable[..., Item]) -> None:
    before = ("Mrs Tuck", "Mrs Tuck asked that it be settled by May.")
    (motion,) = _motions(
        made_item(before, (None, "It was proposed by Mr Hogg that the oak be felled."), (None, "It was lost."))
    )
    assert motion.before == ()


def test_talk_is_no_motion(made_item: Callable[..., Item]) -> None:
    assert _motions(made_item(("Mr Hogg", "Mr Hogg said that the tree had moved in the wind."))) == []


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Who moved the amendment to prune it, and did it pass?", [1, 2]),
        ("How did the vote go on felling the oak?", [0, 3]),
    ],
)
def test_who_asks_for_a_vote_gets_the_motion_and_its_result(
    made_item: Callable[..., Item],
    asked: Callable[[str], Question],
    scored: Callable[..., list[Scored]],
    question: str,
    quoted: list[int],
) -> None:
    lost, carried = "The amendment was lost by 2 votes to 5.", "The motion was then carried by 6 votes to 1."
    item = made_item(LAMB, GREY, (None, lost), (None, carried))
    scores = (1.0, 1.1, 0.5, 0.5) if quoted[0] else (1.2, 1.0, 0.5, 0.5)
    found = decisions_first(asked(question), scored(item, *scores))
    assert [one.sentence.place for one in found] == quoted


def test_who_went_on_and_moved_is_a_mover(made_item: Callable[..., Item]) -> None:
    said = ("Mr Hogg", "He said that oaks were not spies, and he MOVED that the oak be kept.")
    (motion,) = _motions(made_item(said, (None, "It was lost by 2 votes to 5.")))
    assert motion.mover == "Mr Hogg"


def test_who_asks_who_voted_gets_the_motion_that_names_them(
    made_item: Callable[..., Item], scored: Callable[..., list[Scored]], asked: Callable[[str], Question]
) -> None:
    lost = (None, "A recorded vote was taken and it was lost.")
    names = (None, "For the motion: Councillors Grey and Tuck.")
    found = scored(
        made_item(LAMB, (None, "It was carried by 5 votes to 2."), GREY, lost, names), 1.1, 1.0, 0.9, 0.8, 0.7
    )
    told = decisions_first(asked("Who voted for pruning the oak?"), found)
    assert [one.sentence.text for one in told] == [names[1], lost[1], GREY[1]]
    told = decisions_first(asked("How was the vote on felling the oak?"), found)
    assert told[0].sentence.text == LAMB[1]


def test_what_is_moved_by_him_is_a_motion_of_who_spoke_before(made_item: Callable[..., Item]) -> None:
    spoke = ("Mr Tuck", "Mr Tuck wanted the parish to be asked.")
    by_him = (None, "It was moved by him, and seconded by Mrs Reed, as an amendment, that it be put off.")
    lost = (None, "The amendment was lost by 2 votes to 5.")
    motions = _motions(made_item(LAMB, spoke, by_him, lost))
    assert [one.mover for one in motions] == ["Councillor Lamb", "Mr Tuck"]
    assert [one.text for one in motions[1].told] == [lost[1]]


def test_a_result_behind_the_names_of_voters_is_of_the_same_motion(made_item: Callable[..., Item]) -> None:
    names, lost = "For the amendment: Councillors Grey and Tuck (2).", "It was accordingly declared lost."
    _, amendment = _motions(made_item(LAMB, GREY, (None, names), (None, lost)))
    assert [one.text for one in amendment.told] == [names, lost]


def test_who_asks_who_voted_is_told_their_names_first(
    made_item: Callable[..., Item], scored: Callable[..., list[Scored]], asked: Callable[[str], Question]
) -> None:
    names = (None, "Voting for the amendment: Councillors Grey and Tuck.")
    held = scored(made_item(GREY, names), 1.0, 0.9)
    for question, first in (("Which members voted for pruning?", names), ("Who moved that it be pruned?", GREY)):
        assert decisions_first(asked(question), held)[0].sentence.text == first[1]


def test_who_speaks_of_an_attempt_wants_the_motion_that_was_lost(
    made_item: Callable[..., Item], scored: Callable[..., list[Scored]], asked: Callable[[str], Question]
) -> None:
    lost = (None, "The amendment was lost by 2 votes to 5.")
    held = scored(made_item(LAMB, (None, "It was agreed without dissent."), GREY, lost), 1.1, 0.6, 0.9, 0.6)
    assert decisions_first(asked("Who tried to get the oak pruned, and did it pass?"), held)[0].sentence.text == GREY[1]
    assert decisions_first(asked("Who moved that the oak be felled?"), held)[0].sentence.text == LAMB[1]


def test_who_backed_something_is_told_by_what_they_said_where_no_vote_names_them(
    made_item: Callable[..., Item], scored: Callable[..., list[Scored]], asked: Callable[[str], Question]
) -> None:
    held = scored(made_item(GREY, (None, "The amendment was lost by 2 votes to 5.")), 1.0, 0.9)
    assert decisions_first(asked("Which councillors backed pruning?"), held) == []
