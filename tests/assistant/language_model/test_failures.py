"""An endpoint that fails, in every way: the composed answer with a notice that says why, and never an error."""

import socket

import pytest

from assistant import Answer, Assistant, AssistantSettings
from index import Library

QUESTION = "What was said about co-sleeping?"
TEAGUE = "Mr Teague stated that parents had stopped hiding the fact that they shared a bed."


@pytest.fixture(scope="module")
def composed(composing: Assistant) -> Answer:
    """The answer without a language model."""
    return composing.ask(QUESTION)


def _failed(library: Library, settings: AssistantSettings, composed: Answer) -> str:
    """The one notice of an answer that is the composed one in everything else."""
    *_, answer = Assistant(library, settings).stream(QUESTION)
    assert isinstance(answer, Answer)
    assert (answer.answer, answer.citations) == (composed.answer, composed.citations)
    (notice,) = answer.notices
    assert notice.endswith("This answer is composed from the records without it.")
    return notice


def _free_address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"


@pytest.mark.parametrize("base", [None, "http://", "no-address", "http://127.0.0.1:99999/v1", "http://[::1"])
def test_nobody_there(library: Library, composed: Answer, base: str | None) -> None:
    settings = AssistantSettings(llm_base=base or _free_address(), llm_model="none", llm_retries=0)
    assert "MINUTEBOOK_LLM_BASE" in _failed(library, settings, composed)


@pytest.mark.parametrize("pause", [0.4, 3.0], ids=["slow", "silent"])
def test_too_slow(endpoint, library: Library, composed: Answer, pause: float) -> None:
    endpoint.pause, endpoint.reply = pause, TEAGUE
    hasty = endpoint.settings.model_copy(update={"llm_timeout": 0.9, "llm_retries": 0})
    notice = _failed(library, hasty, composed)
    assert "within 0.9 seconds" in notice or "in time" in notice


@pytest.mark.parametrize("pieces", [0, 3, 10])
def test_hanging_up(endpoint, library: Library, composed: Answer, pieces: int) -> None:
    endpoint.reply, endpoint.break_after = f"{TEAGUE} {TEAGUE}", pieces
    assert "broke off before the end" in _failed(library, endpoint.settings, composed)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (400, "reports an error"),
        (401, "MINUTEBOOK_LLM_KEY"),
        (403, "MINUTEBOOK_LLM_KEY"),
        (404, "MINUTEBOOK_LLM_MODEL"),
        (422, "reports an error"),
    ],
)
def test_a_refusal_is_not_tried_again(endpoint, library: Library, composed: Answer, status: int, told: str) -> None:
    endpoint.statuses = [status] * 3
    assert told in _failed(library, endpoint.settings, composed)
    assert len(endpoint.requests) == 1


@pytest.mark.parametrize(("status", "told"), [(429, "too much to do"), (500, "reports an error"), (503, "an error")])
@pytest.mark.parametrize("retries", [0, 1])
def test_a_busy_endpoint_is_tried_again_as_often_as_set(
    endpoint, library: Library, composed: Answer, status: int, told: str, retries: int
) -> None:
    endpoint.statuses = [status] * 5
    settings = endpoint.settings.model_copy(update={"llm_retries": retries})
    assert told in _failed(library, settings, composed)
    assert len(endpoint.requests) == 1 + retries


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>It works!</body></html>",
        b'{"choices": [{"message": {"content": "Not a stream."}}]}',
        b"data: not json\n\n",
        b"data: {}\n\ndata: [DONE]\n\n",
        b'data: {"choices": []}\n\ndata: [DONE]\n\n',
        b'data: {"choices": null}\n\n',
        b'data: {"error": {"message": "out of memory"}}\n\n',
        b"\xff\xfe\x00\x01" * 200,
    ],
)
def test_nonsense(endpoint, library: Library, composed: Answer, body: bytes) -> None:
    endpoint.body = body
    assert "broke off" in _failed(library, endpoint.settings, composed)


def test_writing_without_end(endpoint, library: Library, composed: Answer) -> None:
    endpoint.reply = "and so on " * 3_000
    assert "wrote on and on" in _failed(library, endpoint.settings, composed)


def test_an_answer_held_back(endpoint, library: Library, composed: Answer) -> None:
    endpoint.reply, endpoint.finish = TEAGUE, "content_filter"
    assert "held its answer back" in _failed(library, endpoint.settings, composed)


def test_no_words_at_all(endpoint, library: Library, composed: Answer) -> None:
    endpoint.reply = ""
    assert "found no answer" in _failed(library, endpoint.settings, composed)


def test_no_answer_in_the_evidence(endpoint, library: Library, composed: Answer) -> None:
    endpoint.reply = "NO ANSWER"
    assert "found no answer" in _failed(library, endpoint.settings, composed)


def test_nothing_that_is_supported(endpoint, library: Library, composed: Answer) -> None:
    endpoint.reply = "Pigs were seen over Stavenhoe [1]. They flew."
    assert "Nothing that the language model wrote" in _failed(library, endpoint.settings, composed)


def test_a_sentence_that_never_ends(endpoint, library: Library, composed: Answer) -> None:
    endpoint.reply, endpoint.finish = TEAGUE[:40], "length"
    assert "end of a sentence" in _failed(library, endpoint.settings, composed)
