"""The five questions that people ask of the reference page, and what a right answer holds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, AssistantSettings, Turn
from index import Library
from ingest import read_paths


@pytest.fixture(scope="module")
def asking(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The assistant on a library of the reference page alone."""
    with Library.open(tmp_path_factory.mktemp("reference") / "library", create=True) as library:
        library.ingest(read_paths([shared_data / "reference" / "msp-annual-report-item.txt"]))
        yield Assistant(library, AssistantSettings(llm_base=None))


def _first(asking: Assistant, question: str, *history: Turn):
    answer = asking.ask(question, history)
    assert answer.answered, answer.answer
    return answer.citations[0]


def test_co_sleeping(asking: Assistant) -> None:
    citation = _first(asking, "What was said about co-sleeping?")
    assert "raise the dangers of co-sleeping" in citation.quote
    assert citation.speakers[0].endswith("Assistant Director (Safeguarding and Practice)")
    assert citation.asker is not None
    assert "Member" in citation.asker


def test_the_police_on_child_protection_teams(asking: Assistant) -> None:
    answer = asking.ask("What did the police say about child protection teams?")
    citation = next(one for one in answer.citations[:2] if "three child protection teams had now been" in one.quote)
    assert citation.speakers == ("Detective Superintendent Chris Downey from GMP",)
    assert citation.asker is not None
    assert "Chair" in citation.asker


def test_who_suggested_a_report(asking: Assistant) -> None:
    citation = _first(asking, "Who suggested a report on domestic abuse and children?")
    assert "suggested that the Committee receive a report" in citation.quote
    assert citation.speakers[0].endswith("Strategic Director of Children and Education Services")


def test_what_was_decided(asking: Assistant) -> None:
    answer = asking.ask("What was decided?")
    assert [citation.part for citation in answer.citations] == ["decision", "decision"]
    ((_, item),) = asking.library.items()
    assert [citation.quote for citation in answer.citations] == [decision.text for decision in item.decisions]


def test_cycle_lanes_were_not_discussed(asking: Assistant) -> None:
    answer = asking.ask("What was said about cycle lanes?")
    assert not answer.answered
    assert answer.citations == ()


def test_a_follow_up_leans_on_the_answer(asking: Assistant) -> None:
    before = asking.ask("What was said about co-sleeping?")
    history = (
        Turn(role="user", content="What was said about co-sleeping?"),
        Turn(role="assistant", content=before.answer),
    )
    answer = asking.ask("And what did she say about training?", history)
    citation = next(one for one in answer.citations if "training had continued during the pandemic" in one.quote)
    assert citation.speakers == ("the MSP Manager",)


def test_what_the_page_does_not_print_is_not_guessed(asking: Assistant) -> None:
    citation = _first(asking, "What was said about co-sleeping?")
    assert (citation.organisation, citation.committee, citation.date, citation.item_number) == (None,) * 4
