"""A sum is the price of what stands beside it, and of nothing else that is asked for."""

import pytest

from assistant.evidence.points import point_at
from assistant.evidence.prices import is_price_of_another

BOILER = "Mr Grey reported that the boiler had been mended for £880."


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("How much did the boiler cost to mend?", False),
        ("How much did it cost to mend the baths' old boiler?", False),
        ("How much would it cost to restore the slipper baths?", True),
        ("What did the bandstand roof cost?", True),
        ("What was said about the bandstand roof?", False),
        ("How much did it cost?", False),
    ],
)
def test_a_price_of_something_else_is_no_answer(made_item, scored, asked, question: str, another: bool) -> None:
    found = scored(made_item(("Mr Grey", BOILER), title="Pool"), 1.0)
    assert is_price_of_another(asked(question), [point_at(found[0])]) is another


def test_what_stands_just_before_names_the_thing(made_item, scored, asked) -> None:
    item = made_item(("Mr Grey", "Mr Grey spoke of the bandstand roof."), ("Mr Grey", "It had cost £12,000."))
    points = [point_at(scored(item, 0.5, 1.0)[1])]
    assert not is_price_of_another(asked("What did the bandstand roof cost?"), points)
