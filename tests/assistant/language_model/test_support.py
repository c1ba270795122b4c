"""Which sentences their quotes support, pair by pair, and over the sample records."""

import re
from datetime import date

import pytest

from assistant import Assistant
from assistant.language_model.support import unsupported
from assistant.model import Citation
from assistant.words import words
from index import Library


def _quote(quote: str, *speakers: str, asker: str | None = None, decision: bool = False) -> Citation:
    return Citation(
        number=1, meeting_id="m", item_id="i", committee="Harbour and Ferries Committee", date=date(2023, 3, 8),
        item_title="Ferry Service: Annual Report", item_number="6", speakers=speakers, asker=asker, quote=quote,
        part="decision" if decision else "minutes",
    )  # fmt: skip


FERRIES = _quote(
    "In response to Councillor Finch, Captain Rooney advised that two of the three ferries had been repaired at a cost "
    "of £14,500, that complaints had fallen from nineteen to eight, and that the night service would not return before "
    "2025.",
    "Captain Elspeth Rooney, Harbour Master",
    asker="Councillor Finch",
)
GULLS = _quote(
    "Dr Imran Vale of the Bird Trust said that two ringing stations had been set up again because the number of gulls "
    "could not be counted by volunteers.",
    "Dr Imran Vale of the Bird Trust",
)
ODUYA = _quote(
    "Councillor Oduya welcomed the report but was concerned that the voice of passengers was missing from the survey.",
    "Councillor Oduya",
)
DECISION = _quote(
    "RESOLVED: That the Committee (1) note the report; (2) request that an update on the night service be brought to "
    "the meeting in September 2023.",
    decision=True,
)
VOTE = _quote(
    "A motion to defer the item was moved by Councillor Oduya and seconded by Councillor Finch. On being put to the "
    "vote, it was lost by 4 votes to 7 with 2 abstentions."
)
REPORT = _quote("The report set out the repairs to ferries.")

SUPPORTED = [
    ("Captain Rooney advised that two of the three ferries had been repaired at a cost of £14,500.", [FERRIES]),
    ("The Harbour Master said that 2 of the 3 ferries had been repaired.", [FERRIES]),
    ("On 8 March 2023 the Harbour and Ferries Committee heard that complaints had fallen.", [FERRIES]),
    ("The night service would not return before 2025.", [FERRIES]),
    ("Councillor Finch asked about the ferries.", [FERRIES]),
    ("Answering Councillor Finch, Captain Rooney explained that complaints had dropped from 19 to 8.", [FERRIES]),
    ("According to the Harbour Master, complaints had gone down from nineteen to eight.", [FERRIES]),
    ("Dr Vale told Members that two ringing stations had been set up again.", [GULLS]),
    ("Dr Imran Vale explained that volunteers could not count the number of gulls.", [GULLS]),
    ("Captain Rooney said two ferries had been repaired, and Dr Vale said two stations had been set up.",
     [FERRIES, GULLS]),
    ("Councillor Oduya welcomed the report, but was concerned that the passengers' voice was missing.", [ODUYA]),
    ("The Committee noted the report and asked for an update on the night service in September 2023.", [DECISION]),
    ("The motion to defer was lost by 4 votes to 7, with 2 abstentions.", [VOTE]),
    ("Councillor Oduya moved that the item be deferred, seconded by Councillor Finch, but it was lost 4–7.", [VOTE]),
    ("The report set out the repairs to ferries.", [REPORT]),
]  # fmt: skip
UNSUPPORTED = [
    # Who said it.
    ("Councillor Finch advised that two of the three ferries had been repaired.", [FERRIES]),
    ("Councillor Oduya said that two of the three ferries had been repaired.", [FERRIES]),
    ("Captain Rooney and Councillor Finch said that two ferries had been repaired.", [FERRIES]),
    ("Councillor Finch was concerned that the voice of passengers was missing.", [ODUYA]),
    ("Dr Vale said that two ferries had been repaired, and Captain Rooney that stations had been set up.",
     [FERRIES, GULLS]),
    ("Captain Rooney said that the number of gulls could not be counted.", [FERRIES, GULLS]),
    ("Councillor Finch said that ferries had repairs.", [REPORT]),
    ("The Ombudsman said that complaints had fallen.", [FERRIES]),
    # Numbers.
    ("Captain Rooney advised that the repairs cost £15,400.", [FERRIES]),
    ("Captain Rooney advised that all four ferries had been repaired.", [FERRIES]),
    ("Complaints had fallen from eight to nineteen.", [FERRIES]),
    ("Complaints had fallen by nineteen.", [FERRIES]),
    ("8 March ferries had been repaired in 6 weeks.", [FERRIES]),
    ("The motion to defer was lost by 7 votes to 4.", [VOTE]),
    # The opposite.
    ("Captain Rooney advised that complaints had risen.", [FERRIES]),
    ("The night service would return before 2025.", [FERRIES]),
    ("Two of the three ferries had not been repaired.", [FERRIES]),
    ("Dr Vale said that volunteers could count the number of gulls.", [GULLS]),
    ("Councillor Oduya rejected the report.", [ODUYA]),
    ("Councillor Oduya said that the voice of passengers was well represented in the survey.", [ODUYA]),
    ("The motion to defer was carried.", [VOTE]),
    # More than they say.
    ("All ferries had been repaired.", [FERRIES]),
    ("The library will open on Sundays.", [FERRIES]),
    ("Two ferries had been repaired by dishonest contractors.", [FERRIES]),
    ("The repairs failed.", [FERRIES]),
    ("The Bird Trust closed two ringing stations.", [GULLS]),
    ("Dr Vale blamed the Council for the number of gulls.", [GULLS]),
    ("The Committee approved money for the night service.", [DECISION]),
    ("The update on the night service was received in September 2023.", [DECISION]),
    ("Councillor Finch moved that the item be deferred.", [VOTE]),
    ("Councillor Oduya voted for the motion.", [VOTE]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "quotes"), SUPPORTED)
def test_what_the_quotes_say_is_supported(sentence: str, quotes: list[Citation], library: Library) -> None:
    assert unsupported(sentence, quotes, library.encode) is None


@pytest.mark.parametrize(("sentence", "quotes"), UNSUPPORTED)
def test_what_the_quotes_do_not_say_is_not(sentence: str, quotes: list[Citation], library: Library) -> None:
    assert unsupported(sentence, quotes, library.encode) is not None


def test_without_quotes_nothing_is_supported(library: Library) -> None:
    assert unsupported("The ferries had been repaired.", [], library.encode) == "it cites nothing"


QUESTIONS = [
    "What was said about co-sleeping?",
    "What was said about potholes?",
    "What did the police say about child protection teams?",
    "What was said about damp and mould?",
    "What was said about the swimming pool?",
]
_SAID = re.compile(
    r"^.*?\b(?:said|advised|explained|reported|stated|confirmed|added) that (?P<words>[^.]{30,})\.(?:\s|$)"
)


@pytest.fixture(scope="module")
def spoken(composing: Assistant) -> list[tuple[Citation, str]]:
    """Quotes of one speaker from answers over the sample records, each with what the speaker said."""
    cited = {one.quote: one for question in QUESTIONS for one in composing.ask(question).citations}
    found = [(one, _SAID.match(" ".join(one.quote.split()))) for one in cited.values() if len(one.speakers) == 1]
    return [(one, match["words"]) for one, match in found if match]


def test_what_was_said_is_supported_in_its_speakers_name_only(
    spoken: list[tuple[Citation, str]], library: Library
) -> None:
    assert len(spoken) >= 8
    for quote, said in spoken:
        assert unsupported(f"{quote.speakers[0]} stated that {said}.", [quote], library.encode) is None
        others = [one for one, _ in spoken if not set(words(one.speakers[0])) & set(words(quote.speakers[0]))]
        for other in others[:3]:
            stolen = f"{other.speakers[0]} stated that {said}."
            assert unsupported(stolen, [quote], library.encode) is not None
            assert unsupported(stolen, [quote, other], library.encode) is not None


def test_what_is_added_to_it_is_not(spoken: list[tuple[Citation, str]], library: Library) -> None:
    for quote, said in spoken:
        for more in ("because the contractor had been dishonest", "which residents found disappointing", "in 1847"):
            sentence = f"{quote.speakers[0]} stated that {said}, {more}."
            assert unsupported(sentence, [quote], library.encode) is not None
