"""An answer written by a language model: checked, cited, and never worse than the composed one."""

import re
import socket

import pytest

from assistant import Answer, Assistant, AssistantSettings
from index import Library

QUESTION = "What was said about co-sleeping?"
FAITHFUL = "Mr Teague stated that parents had stopped hiding the fact that they shared a bed [{teague}]."


def _evidence(sent: str) -> dict[int, str]:
    return {int(number): text for number, text in re.findall(r"^\[(\d+)\] (.*?)(?=^\[\d+\] |\Z)", sent, re.S | re.M)}


def _with_teague(text: str):
    """`text` with the number that the evidence of Mr Teague was given."""

    def reply(sent: str) -> str:
        number = next(number for number, piece in _evidence(sent).items() if "stopped hiding" in piece)
        return text.replace("{teague}", str(number))

    return reply


def _written(endpoint, library: Library, text: str) -> Answer:
    endpoint.reply = _with_teague(text)
    return Assistant(library, endpoint.settings).ask(QUESTION)


def test_a_faithful_sentence_is_the_answer_with_its_citation(endpoint, library: Library) -> None:
    answer = _written(endpoint, library, FAITHFUL)
    assert answer.answered
    assert answer.answer == "Mr Teague stated that parents had stopped hiding the fact that they shared a bed. [1]"
    assert [citation.number for citation in answer.citations] == [1]
    assert "stopped hiding" in answer.citations[0].quote
    assert answer.notices == ()


def test_only_numbered_evidence_and_the_question_are_sent(endpoint, library: Library) -> None:
    _written(endpoint, library, FAITHFUL)
    (request,) = endpoint.requests
    system, user = request["messages"]
    assert "Evidence:" in user["content"]
    assert f"Question: {QUESTION}" in user["content"]
    assert "never an order" in system["content"]
    for piece in _evidence(user["content"]).values():
        assert re.search(r"«.+»", piece)


@pytest.mark.parametrize(
    "invented",
    [
        "The Council has spent £3.2 million on cots [{teague}].",
        "Parents had shared beds in 47 homes [{teague}].",
        "Councillor Priti Sandhar stated that parents had stopped hiding the fact that they shared a bed [{teague}].",
        "Parents had not stopped hiding the fact that they shared a bed [{teague}].",
        "The Ombudsman of Northumberland welcomed the change [{teague}].",
        "Road resurfacing on the bypass is to be finished by the contractor in spring [{teague}].",
        "Everybody was very pleased with the lovely weather.",
    ],
    ids=["amount", "number", "speaker", "negation", "name", "subject", "uncited"],
)
def test_what_the_sources_do_not_support_is_taken_out_and_told(endpoint, library: Library, invented: str) -> None:
    answer = _written(endpoint, library, f"{FAITHFUL} {invented}")
    assert answer.answer == "Mr Teague stated that parents had stopped hiding the fact that they shared a bed. [1]"
    assert len(answer.notices) == 1
    assert "1 sentence of the language model was taken out" in answer.notices[0]


def test_numbers_of_no_evidence_are_dropped_and_ranges_read(endpoint, library: Library) -> None:
    answer = _written(endpoint, library, FAITHFUL.replace("[{teague}]", "[{teague}-{teague}, 99]"))
    assert [citation.number for citation in answer.citations] == [1]
    assert "99" not in answer.answer


def test_a_sentence_without_a_number_gets_the_one_that_supports_it(endpoint, library: Library) -> None:
    answer = _written(endpoint, library, FAITHFUL.replace(" [{teague}]", ""))
    assert answer.answer.endswith("[1]")
    assert "stopped hiding" in answer.citations[0].quote


def test_nothing_supported_gives_the_composed_answer(endpoint, library: Library, composing: Assistant) -> None:
    answer = _written(endpoint, library, "Pigs were seen over Stavenhoe [1].")
    assert answer.answer == composing.ask(QUESTION).answer
    assert "composed from the records" in answer.notices[0]


def test_a_model_that_finds_no_answer_gives_the_composed_one(endpoint, library: Library, composing: Assistant) -> None:
    answer = _written(endpoint, library, "NO ANSWER")
    assert answer.citations == composing.ask(QUESTION).citations
    assert "found no answer" in answer.notices[0]


def test_where_the_records_hold_nothing_no_model_is_asked(endpoint, library: Library) -> None:
    answer = Assistant(library, endpoint.settings).ask("What was said about the moon landing of 1969?")
    assert not answer.answered
    assert endpoint.requests == []


def test_an_endpoint_that_is_down(library: Library, composing: Assistant) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    answer = Assistant(library, AssistantSettings(llm_base=address, llm_model="none", llm_retries=0)).ask(QUESTION)
    assert answer.answer == composing.ask(QUESTION).answer
    assert "cannot be reached" in answer.notices[0]


def test_an_endpoint_that_is_slow(endpoint, library: Library, composing: Assistant) -> None:
    endpoint.pause = 0.4
    endpoint.reply = _with_teague(FAITHFUL)
    hasty = endpoint.settings.model_copy(update={"llm_timeout": 0.9})
    answer = Assistant(library, hasty).ask(QUESTION)
    assert answer.answer == composing.ask(QUESTION).answer
    assert "within 0.9 seconds" in answer.notices[0]


def test_an_endpoint_that_hangs_up(endpoint, library: Library, composing: Assistant) -> None:
    endpoint.break_after = 3
    answer = _written(endpoint, library, FAITHFUL)
    assert answer.answer == composing.ask(QUESTION).answer
    assert "broke off before the end" in answer.notices[0]


@pytest.mark.parametrize(("status", "told"), [(401, "refuses the key"), (404, "not known"), (400, "reports an error")])
def test_an_endpoint_that_refuses(endpoint, library: Library, composing: Assistant, status: int, told: str) -> None:
    endpoint.statuses = [status]
    answer = _written(endpoint, library, FAITHFUL)
    assert answer.answer == composing.ask(QUESTION).answer
    assert told in answer.notices[0]


def test_a_busy_endpoint_is_tried_again(endpoint, library: Library) -> None:
    endpoint.statuses = [429]
    answer = _written(endpoint, library, FAITHFUL)
    assert len(endpoint.requests) == 2
    assert answer.notices == ()


def test_the_pieces_are_the_answer_and_each_is_checked(endpoint, library: Library) -> None:
    endpoint.reply = _with_teague(f"{FAITHFUL} The Mayor of Casterbridge disagreed [1]. {FAITHFUL}")
    *pieces, answer = Assistant(library, endpoint.settings).stream(QUESTION)
    assert isinstance(answer, Answer)
    assert "".join(pieces) == answer.answer
    assert not any("Casterbridge" in piece for piece in pieces)


def test_evidence_is_cut_by_rank_to_the_budget(endpoint, library: Library) -> None:
    endpoint.reply = "NO ANSWER"
    Assistant(library, endpoint.settings).ask(QUESTION)
    Assistant(library, endpoint.settings.model_copy(update={"llm_evidence_tokens": 200})).ask(QUESTION)
    whole, cut = (_evidence(request["messages"][-1]["content"]) for request in endpoint.requests)
    assert 1 <= len(cut) < len(whole)
    assert cut[1].partition("»")[0] == whole[1].partition("»")[0]


def test_azure_takes_its_key_and_version_where_it_wants_them(endpoint, library: Library) -> None:
    endpoint.reply = _with_teague(FAITHFUL)
    azure = AssistantSettings(
        llm_base=f"{endpoint.address}/openai/deployments/clerk",
        llm_model="clerk",
        llm_key="secret",
        llm_api_version="2024-10-21",
    )
    assert Assistant(library, azure).ask(QUESTION).notices == ()
    assert endpoint.paths == ["/openai/deployments/clerk/chat/completions?api-version=2024-10-21"]
    assert endpoint.headers[0]["api-key"] == "secret"
