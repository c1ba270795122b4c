"""When a quote covers an anchor."""

import pytest

from eval.quotes import covered, covers
from ingest.records import Decision, Item

MINUTES = (
    "Mr Shand said that the water main was\u00a0leaking, and that each repair was temporary. He apologised for it."
)
ITEM = Item(id="i", minutes=MINUTES, decisions=(Decision(text="That a report be received in March."),))


@pytest.mark.parametrize(
    ("quote", "anchor", "right"),
    [
        (MINUTES, "each repair was temporary", True),
        ("the water main was leaking", "each repair was temporary", True),
        ("Mr Shand said", "each repair was temporary", False),
        ("He apologised for it.", "each repair was temporary", False),
        ("each repair was  temporary", "each repair was temporary", True),
        ("Each repair was temporary", "each repair was temporary", False),
        ("a report be received", "received in March", True),
        ("words that stand nowhere at all", "each repair was temporary", False),
        ("The bins are emptied", "The bins are emptied weekly. They are green.", True),
        ("The bins are", "The bins are emptied weekly. They are green.", False),
    ],
)
def test_the_quote_holds_the_anchor_or_words_of_its_sentence(quote: str, anchor: str, right: bool) -> None:
    assert covers(quote, anchor, ITEM) is right


def test_the_first_anchor_that_is_covered_is_named() -> None:
    assert covered(MINUTES, ("nowhere", "water main was leaking", "each repair"), ITEM) == "water main was leaking"
    assert covered(MINUTES, (), ITEM) is None
