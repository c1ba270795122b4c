"""The conversation as a LlamaIndex chat engine."""

import asyncio

from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.core.chat_engine.types import BaseChatEngine

from assistant import Assistant
from assistant.chat import MinutebookChatEngine

QUESTION = "What was said about co-sleeping?"


def test_it_answers_with_source_nodes(composing: Assistant) -> None:
    engine = MinutebookChatEngine(composing)
    assert isinstance(engine, BaseChatEngine)
    response = engine.chat(QUESTION)
    assert str(response) == composing.ask(QUESTION).answer
    assert response.source_nodes[0].node.get_content() in [one.quote for one in composing.ask(QUESTION).citations]
    assert response.source_nodes[0].node.metadata["speakers"]
    assert response.metadata["answered"] is True


def test_it_remembers_and_forgets(composing: Assistant) -> None:
    engine = MinutebookChatEngine(composing)
    engine.chat(QUESTION)
    engine.chat("And what did she say about training?")
    assert [message.role for message in engine.chat_history] == [MessageRole.USER, MessageRole.ASSISTANT] * 2
    engine.reset()
    assert engine.chat_history == []


def test_a_history_given_takes_the_place_of_what_is_remembered(composing: Assistant) -> None:
    engine = MinutebookChatEngine(composing)
    engine.chat("What was decided about the library hours?")
    engine.chat(QUESTION, chat_history=[ChatMessage(role=MessageRole.USER, content="Hello")])
    assert [message.content for message in engine.chat_history][:2] == ["Hello", QUESTION]


def test_it_streams_the_same_answer(composing: Assistant) -> None:
    engine = MinutebookChatEngine(composing)
    response = engine.stream_chat(QUESTION)
    assert "".join(response.response_gen) == composing.ask(QUESTION).answer
    assert response.source_nodes
    assert engine.chat_history[-1].role == MessageRole.ASSISTANT


def test_it_answers_and_streams_without_blocking(composing: Assistant) -> None:
    async def both() -> tuple[str, str]:
        engine = MinutebookChatEngine(composing)
        whole = await engine.achat(QUESTION)
        streamed = await MinutebookChatEngine(composing).astream_chat(QUESTION)
        return str(whole), "".join([piece async for piece in streamed.async_response_gen()])

    whole, streamed = asyncio.run(both())
    assert whole == streamed
