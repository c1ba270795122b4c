"""Numbers, however they are printed."""

from datetime import date

import pytest

from assistant.language_model.figures import figures, invented_figure
from assistant.model import Citation

QUOTE = Citation(
    number=1, meeting_id="m", item_id="i", date=date(2023, 3, 8), item_number="5",
    quote="Fourteen of the 1,250 homes had been inspected at a cost of £1.15m, and the vote was 6 to 4.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14,500 homes", {"14500"}),
        ("twenty-six of the thirty", {"26", "30"}),
        ("lost by 6–4", {"6", "4"}),
        ("£1.15m, or 7%.", {"1.15", "7"}),
        ("at 12.30 on one of the days", {"12.30"}),
        ("nobody, and no cost", set()),
    ],
)
def test_numbers_are_read(text: str, found: set[str]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("sentence", "invented"),
    [
        ("14 of 1250 homes had been inspected.", None),
        ("The vote on 8 March 2023 was six to four.", None),
        ("Under item 5, fourteen homes had been inspected.", None),
        ("The March 2023 meeting heard of 14 homes.", None),
        ("15 of the 1,250 homes had been inspected.", "15"),
        ("8 homes had been inspected.", "8"),
        ("5 homes had been inspected.", "5"),
        ("It cost £1.51m.", "1.51"),
    ],
)
def test_a_number_must_be_in_the_quotes(sentence: str, invented: str | None) -> None:
    assert invented_figure(sentence, [QUOTE]) == invented
