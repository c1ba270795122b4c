"""What a question finds among many passages: rare words anywhere in an item, names, roles; with and without filters."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice

import pytest

from benchmarks.records import Council
from index import Filters, IndexSettings, Library
from index import ranking as ranking_module
from ingest.records import Meeting, Speaker, StatementKind
from tests.index.conftest import item_of, meeting_of

NEEDLES = 12
Said = list[tuple[str, Speaker | None, StatementKind]]


def rare_together(count: int) -> list[list[str]]:
    """Words that many made-up passages hold, four at a time, of which no made-up item holds more than two."""
    chance = random.Random(2)
    items = [
        set(re.findall(r"[a-z]+", item.model_dump_json().lower()))
        for meeting in Council(4).meetings(1500)
        for item in meeting.items
    ]
    held = Counter(word for item in items for word in item if len(word) > 5)
    common = sorted(word for word, times in held.items() if 10 < times < 100)
    drawn = (chance.sample(common, 4) for _ in iter(int, 1))
    fitting = (words for words in drawn if all(len(item.intersection(words)) < 3 for item in items))
    return list(islice(fitting, count))


def needle(number: int, words: list[str]) -> Meeting:
    """A meeting with one item that holds `words`: in one statement, or each in a statement of its own."""
    together = f"It was noted that {', '.join(words)} had been looked into."
    apart = [f"It was noted that the {word} of this had been looked into by officers." for word in words]
    said: Said = [(text, None, "report") for text in (apart if number % 2 else [together])]
    return meeting_of(f"needle-{number}", "Works Committee", None, item_of("1", "Matters arising", said))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, dict[str, str]]]:
    """A library of made-up minutes with a few items among them, and the words of each of these."""
    words = {f"needle-{number}": drawn for number, drawn in enumerate(rare_together(NEEDLES))}
    needles = [needle(number, words[f"needle-{number}"]) for number in range(NEEDLES)]
    settings = IndexSettings(chroma_from=10**9)
    with Library.open(tmp_path_factory.mktemp("large") / "library", create=True, settings=settings) as library:
        library.add([*Council(4).meetings(1500), *needles])
        yield library, {name: " ".join(found) for name, found in words.items()}


def test_the_item_that_holds_all_words_of_a_question_is_found(large: tuple[Library, dict[str, str]]) -> None:
    library, asked = large
    missed = {
        name: words for name, words in asked.items() if name not in [hit.meeting.id for hit in library.search(words, 3)]
    }
    assert missed == {}


@pytest.mark.parametrize(
    "filters",
    [
        Filters(organisation="Made-up Council"),
        Filters(date_from=date(1990, 1, 3)),
        Filters(committee="Committee"),
        Filters(committee="Housing"),
    ],
)
def test_a_filter_finds_what_an_unfiltered_search_finds_of_it(
    large: tuple[Library, dict[str, str]], filters: Filters
) -> None:
    library, _ = large
    allowed = {head.id for head in library.meetings(filters)}
    for question in ("What was said about potholes?", "damp and mould", "Who asked about cycle lanes?"):
        every = [hit.passage.id for hit in library.search(question, 400) if hit.meeting.id in allowed]
        narrowed = [hit.passage.id for hit in library.search(question, 10, filters)]
        assert narrowed[0] == every[0]
        assert len(set(narrowed) & set(every[:10])) >= 9


def test_a_wide_filter_is_ranked_as_a_narrow_one(
    large: tuple[Library, dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, _ = large
    filters = Filters(organisation="Made-up Council", date_from=date(1990, 1, 2))
    wide = library.search("What was said about potholes?", 20, filters)
    monkeypatch.setattr(ranking_module, "WIDE", 2.0)
    assert library.search("What was said about potholes?", 20, filters) == wide


@pytest.mark.parametrize(
    ("question", "voice"),
    [
        ("What did Superintendent Downey say?", "Superintendent Ruth Downey from the police"),
        ("What did Ruth Downey report?", "Superintendent Ruth Downey from the police"),
        ("the director of children's services", "The Director of Children’s Services"),
        ("What did the Director of Children’s Services answer?", "The Director of Children’s Services"),
        ("Councillor Okafor", "Councillor Okafor"),
    ],
)
def test_names_and_roles_are_found(library: Library, question: str, voice: str) -> None:
    assert voice in [speaker.as_printed for speaker in library.search(question)[0].passage.speakers]


def test_a_printed_reference_in_a_title_finds_what_was_decided_under_it(empty: Library) -> None:
    said: Said = [("RESOLVED that permission be granted.", None, "procedure")]
    titles = ["22/01187/FUL – Land East of Mill Lane", "22/01302/VAR – The Maltings", "22/01499/FUL – Harbour View"]
    items = [item_of(str(number), title, said) for number, title in enumerate(titles)]
    empty.add([meeting_of("planning", "Planning Committee", date(2022, 10, 5), *items)])
    assert empty.search("Was 22/01187/FUL granted?")[0].item_title == titles[0]
    assert empty.search("permission for Harbour View")[0].item_title == titles[2]


def test_the_confirmed_minutes_come_before_the_draft(empty: Library) -> None:
    said: Said = [("The Chair said that the ferry would run on Sundays.", None, "discussion")]
    for name, status in (("draft", "draft"), ("final", "confirmed")):
        meeting = meeting_of(name, "Transport Committee", date(2023, 3, 8), item_of("1", "Ferry", said))
        empty.add([meeting.model_copy(update={"status": status})])
    assert [hit.meeting.id for hit in empty.search("When would the ferry run?")] == ["final", "draft"]
