"""The conversation as a LlamaIndex chat engine."""

import asyncio

import pytest
from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.core.chat_engine.types import BaseChatEngine
from llama_index.core.memory import ChatMemoryBuffer

from assistant import Answer, Assistant
from assistant.chat import MinutebookChatEngine
from index import Library
from index.model import Filters
from ingest.errors import MinutebookError

QUESTION = "What was said about co-sleeping?"
FOLLOW_UP = "And what did she say about training?"


def test_it_answers_with_source_nodes(composing: Assistant) -> None:
    engine = MinutebookChatEngine(composing)
    assert isinstance(engine, BaseChatEngine)
    response, answer = engine.chat(QUESTION), composing.ask(QUESTION)
    assert str(response) == answer.answer
    assert [node.get_content() for node in response.source_nodes] == [one.quote for one in answer.citations]
    assert response.source_nodes[0].metadata["speakers"] == list(answer.citations[0].speakers)
    assert {"number", "committee", "date", "item_title", "path", "meeting_id", "item_id"} <= set(
        response.source_nodes[0].metadata
    )
    assert response.metadata == {"answered": True, "question": answer.question, "notices": []}
    assert isinstance(response.sources[0].raw_output, Answer)


def test_a_refusal_has_no_source_nodes(composing: Assistant) -> None:
    response = MinutebookChatEngine(composing).chat("What was said about the moon landing of 1969?")
    assert response.source_nodes == []
    assert response.metadata["answered"] is False


def test_it_remembers_and_forgets(composing: Assistant) -> None:
    engine = MinutebookChatEngine(composing)
    engine.chat(QUESTION)
    followed = engine.chat(FOLLOW_UP)
    assert followed.metadata["question"] != FOLLOW_UP
    assert [message.role for message in engine.chat_history] == [MessageRole.USER, MessageRole.ASSISTANT] * 2
    engine.reset()
    assert engine.chat_history == []


def test_a_history_given_takes_the_place_of_what_is_remembered(composing: Assistant) -> None:
    engine = MinutebookChatEngine(composing)
    engine.chat("What was decided about the library hours?")
    engine.chat(QUESTION, chat_history=[ChatMessage(role=MessageRole.USER, content="Hello")])
    assert [message.content for message in engine.chat_history][:2] == ["Hello", QUESTION]


def test_it_works_with_a_memory_and_filters_of_others(composing: Assistant) -> None:
    memory = ChatMemoryBuffer.from_defaults(token_limit=2_000)
    cabinet = MinutebookChatEngine(composing, memory=memory, filters=Filters(committee="Cabinet"))
    response = cabinet.chat("What was decided about homes?")
    assert {node.metadata["committee"] for node in response.source_nodes} <= {"Cabinet"}
    assert len(memory.get_all()) == 2


def test_it_streams_the_same_answer(composing: Assistant) -> None:
    engine = MinutebookChatEngine(composing)
    response = engine.stream_chat(QUESTION)
    assert "".join(response.response_gen) == composing.ask(QUESTION).answer
    assert [node.get_content() for node in response.source_nodes] == [
        citation.quote for citation in composing.ask(QUESTION).citations
    ]
    assert response.sources[0].raw_output.answered
    assert [message.role for message in engine.chat_history] == [MessageRole.USER, MessageRole.ASSISTANT]


def test_it_answers_and_streams_without_blocking(composing: Assistant) -> None:
    async def both() -> tuple[str, str, int]:
        whole = await MinutebookChatEngine(composing).achat(QUESTION)
        streamed = await MinutebookChatEngine(composing).astream_chat(QUESTION)
        text = "".join([piece async for piece in streamed.async_response_gen()])
        return str(whole), text, len(streamed.source_nodes)

    whole, streamed, nodes = asyncio.run(both())
    assert whole == streamed
    assert nodes > 0


@pytest.mark.parametrize("question", ["", "why " * 5_000], ids=["empty", "too long"])
def test_a_question_that_cannot_be_asked_is_an_error_and_not_remembered(composing: Assistant, question: str) -> None:
    engine = MinutebookChatEngine(composing)
    with pytest.raises(MinutebookError):
        engine.chat(question)
    with pytest.raises(MinutebookError):
        list(engine.stream_chat(question).response_gen)

    async def streamed() -> list[str]:
        response = await engine.astream_chat(question)
        return [piece async for piece in response.async_response_gen()]

    with pytest.raises(MinutebookError):
        asyncio.run(streamed())
    assert engine.chat_history == []


def test_a_language_model_that_breaks_off_is_told_in_the_stream(
    endpoint, library: Library, composing: Assistant
) -> None:
    quote = next(one for one in composing.ask(QUESTION).citations if "stopped hiding" in one.quote)
    endpoint.reply = f"{' '.join(quote.quote.split()).rstrip('.')} [{quote.number}]. And then more. And more."
    endpoint.break_after = len(endpoint.reply) // 9 - 1
    response = MinutebookChatEngine(Assistant(library, endpoint.settings)).stream_chat(QUESTION)
    text = "".join(response.response_gen)
    assert text.endswith(composing.ask(QUESTION).answer)
    assert "\n\nThe language model broke off" in text
    assert response.sources[0].raw_output.notices
