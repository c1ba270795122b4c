"""Negations and opposites."""

import pytest

from assistant.language_model.polarity import turned_round

SAME = [
    ("The ferry would not run.", "He said that the ferry would not be running in May."),
    ("The ferry could not return.", "She was unable to return the ferry."),
    ("They did not write to him.", "They failed to write to him."),
    ("Permission was refused.", "RESOLVED: That permission be REFUSED."),
    ("The motion was lost by 7 votes to 9.", "The motion was declared LOST, there being 7 votes for and 9 against."),
    ("Not only the ferry but the bridge was late.", "The ferry and the bridge were late."),
    ("The ferry was late.", "The ferry was late, and there was no bridge."),
    ("All members agreed.", "It was agreed unanimously by every member."),
    ("It was the only ferry.", "The ferry was the sole one."),
    ("No. 4 Quay Street was let.", "No. 4 Quay Street was let."),
    ("Costs fell while fares rose.", "Costs fell and fares rose."),
]
TURNED = [
    ("The ferry would run.", "He said that the ferry would not run."),
    ("The ferry would not run.", "He said that the ferry would run."),
    ("Nobody had been told.", "Everybody who came had been told."),
    ("There was evidence of harm.", "There was no evidence of harm."),
    ("Permission was not refused.", "RESOLVED: That permission be REFUSED."),
    ("Permission was granted.", "RESOLVED: That permission be REFUSED."),
    ("The motion was carried.", "The motion was LOST by 7 votes to 9."),
    ("Fares had fallen.", "Fares had risen."),
    ("The scheme was unlawful.", "The scheme was lawful."),
    ("The scheme was lawful.", "The scheme was unlawful."),
    ("All ferries were late.", "Three ferries were late."),
    ("Only the bridge was safe.", "The bridge was safe."),
    ("The ferry ran without lights.", "The ferry ran with lights."),
    ("He would return before 2025.", "He would not return before 2025, and he was not pleased."),
]


@pytest.mark.parametrize(("sentence", "quote"), SAME)
def test_what_says_the_same_is_left(sentence: str, quote: str) -> None:
    assert not turned_round(sentence, [quote])


@pytest.mark.parametrize(("sentence", "quote"), TURNED)
def test_what_says_the_opposite_is_seen(sentence: str, quote: str) -> None:
    assert turned_round(sentence, [quote])
