"""Which sentences their quotes support, pair by pair."""

from datetime import date

import pytest

from assistant.language_model.support import unsupported
from assistant.model import Citation
from index import Library

QUOTE = Citation(
    number=1, meeting_id="m", item_id="i", committee="Harbour Committee", date=date(2023, 3, 8), item_title="Ferry",
    speakers=("Captain Elspeth Rooney, Harbour Master",), asker="Councillor Finch",
    quote="In response to Councillor Finch, Captain Rooney advised that two of the three ferries had been repaired at "
    "a cost of £14,500, that passenger numbers had risen, and that the night service would not return before 2025.",
)  # fmt: skip
REPORT = QUOTE.model_copy(update={"speakers": (), "asker": None, "quote": "The report set out the repairs to ferries."})

SUPPORTED = [
    "Captain Rooney advised that two of the three ferries had been repaired at a cost of £14,500.",
    "The Harbour Master said that 2 of the 3 ferries had been repaired.",
    "On 8 March 2023 the Harbour Committee heard that passenger numbers had risen.",
    "The night service would not return before 2025.",
    "Councillor Finch asked about the ferries.",
]
UNSUPPORTED = [
    "Captain Rooney advised that the repairs cost £15,400.",
    "Captain Rooney advised that all four ferries had been repaired.",
    "Councillor Finch advised Captain Nemo that ferries had been repaired.",
    "Captain Rooney advised that passenger numbers had fallen.",
    "The night service would return before 2025.",
    "Two of the three ferries had not been repaired.",
    "Councillor Oduya said that two of the three ferries had been repaired.",
    "The library will open on Sundays.",
]


@pytest.mark.parametrize("sentence", SUPPORTED)
def test_what_the_quote_says_is_supported(sentence: str, library: Library) -> None:
    assert unsupported(sentence, [QUOTE], library.encode) is None


@pytest.mark.parametrize("sentence", UNSUPPORTED)
def test_what_the_quote_does_not_say_is_not(sentence: str, library: Library) -> None:
    assert unsupported(sentence, [QUOTE], library.encode) is not None


def test_a_report_is_nobodys_words(library: Library) -> None:
    assert unsupported("Councillor Finch said that ferries had repairs.", [REPORT], library.encode) is not None
    assert unsupported("The report set out the repairs to ferries.", [REPORT], library.encode) is None


def test_without_quotes_nothing_is_supported(library: Library) -> None:
    assert unsupported("The ferries had been repaired.", [], library.encode) == "it cites nothing"
