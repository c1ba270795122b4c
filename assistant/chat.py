"""The conversation as a LlamaIndex chat engine, for applications of others."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import suppress
from threading import Thread

from llama_index.core.base.llms.types import ChatMessage, ChatResponse, MessageRole
from llama_index.core.chat_engine.types import AgentChatResponse, BaseChatEngine, StreamingAgentChatResponse
from llama_index.core.memory import BaseMemory, ChatMemoryBuffer
from llama_index.core.schema import NodeWithScore, TextNode
from llama_index.core.tools import ToolOutput

from assistant.assistant import Assistant
from assistant.model import Answer, Citation, Turn
from index.model import Filters
from ingest.errors import MinutebookError

# Tokens of the conversation that are remembered, as LlamaIndex counts them.
REMEMBERED = 8_000


class MinutebookChatEngine(BaseChatEngine):
    """Cited answers from one library, as LlamaIndex gives them: the citations are the response's source nodes.

    >>> engine = MinutebookChatEngine(Assistant(Library.open(Path("library"))))
    >>> response = engine.chat("What was said about co-sleeping?")
    >>> response.source_nodes[0].node.metadata["speakers"]

    A node's text is the verbatim quote; its metadata say where it stands; its score is null, since the order of the
    citations is that of the answer. The one source of a response holds the whole `Answer` (`raw_output`): whether the
    records answer, the question as understood, notices. Of a response that is not streamed the metadata hold them too.
    """

    def __init__(
        self, assistant: Assistant, *, memory: BaseMemory | None = None, filters: Filters | None = None
    ) -> None:
        """`memory` keeps the conversation (a buffer of its own where none is given); `filters` narrow every answer."""
        self._assistant, self._filters = assistant, filters
        self._memory = memory or ChatMemoryBuffer.from_defaults(token_limit=REMEMBERED)

    @property
    def chat_history(self) -> list[ChatMessage]:
        """The conversation so far, oldest first."""
        return self._memory.get_all()

    def reset(self) -> None:
        """Forget the conversation."""
        self._memory.reset()

    def chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """The whole answer. `chat_history` takes the place of what is remembered. Raises `MinutebookError`."""
        answer = self._assistant.ask(message, self._turns(chat_history), self._filters)
        self._memory.put(ChatMessage(role=MessageRole.USER, content=message))
        self._memory.put(_assistant_message(answer.answer))
        return AgentChatResponse(
            response=answer.answer,
            sources=[_source(answer)],
            source_nodes=source_nodes(answer),
            metadata=_about(answer),
            is_dummy_stream=True,
        )

    def stream_chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> StreamingAgentChatResponse:
        """The answer as it comes; sources and source nodes are there when the stream has ended.

        Its generator raises `MinutebookError` where there is nothing to answer.
        """
        response = StreamingAgentChatResponse()
        response.chat_stream = self._deltas(message, self._turns(chat_history), response)
        thread = Thread(target=_remember, args=(response, self._memory), daemon=True)
        response.write_response_to_history_thread = thread
        thread.start()
        return response

    async def achat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """As `chat`, on a thread of its own."""
        return await asyncio.to_thread(self.chat, message, chat_history)

    async def astream_chat(
        self, message: str, chat_history: list[ChatMessage] | None = None
    ) -> StreamingAgentChatResponse:
        """As `stream_chat`, for `async_response_gen`."""
        response = StreamingAgentChatResponse()
        deltas = self._deltas(message, self._turns(chat_history), response)

        async def pieces() -> AsyncGenerator[ChatResponse, None]:
            while (piece := await asyncio.to_thread(next, deltas, None)) is not None:
                yield piece

        response.achat_stream = pieces()
        response.awrite_response_to_history_task = asyncio.create_task(
            response.awrite_response_to_history(self._memory)
        )
        return response

    def _turns(self, chat_history: list[ChatMessage] | None) -> tuple[Turn, ...]:
        """The conversation so far; a history that is given is remembered in place of it."""
        if chat_history is not None:
            self._memory.set(chat_history)
        spoken = (MessageRole.USER, MessageRole.ASSISTANT)
        return tuple(_turn(one) for one in self._memory.get_all() if one.role in spoken)

    def _deltas(
        self, message: str, turns: tuple[Turn, ...], response: StreamingAgentChatResponse
    ) -> Generator[ChatResponse, None, None]:
        """The answer in pieces. The question is remembered with the first, so that one without an answer is not."""
        shown = ""
        for piece in self._assistant.stream(message, turns, self._filters):
            if not shown:
                self._memory.put(ChatMessage(role=MessageRole.USER, content=message))
            delta = _rest(piece, shown) if isinstance(piece, Answer) else piece
            if isinstance(piece, Answer):
                response.sources.append(_source(piece))
                response.source_nodes.extend(source_nodes(piece))
            shown += delta
            yield ChatResponse(message=_assistant_message(shown), delta=delta)


def _rest(answer: Answer, shown: str) -> str:
    """What is left to say of an answer: where a language model broke off, why, and the composed answer."""
    if shown == answer.answer:
        return ""
    return "\n\n".join(["", *answer.notices, answer.answer] if shown else [answer.answer])


def _remember(response: StreamingAgentChatResponse, memory: BaseMemory) -> None:
    # The generator of the response raises what went wrong to its reader.
    with suppress(MinutebookError):
        response.write_response_to_history(memory)


def _source(answer: Answer) -> ToolOutput:
    """The whole `Answer` as LlamaIndex passes on what an answer was made from."""
    return ToolOutput(
        tool_name="minutebook", content=answer.answer, raw_input={"question": answer.question}, raw_output=answer
    )


def source_nodes(answer: Answer) -> list[NodeWithScore]:
    """The citations of an answer as nodes, in their order."""
    return [NodeWithScore(node=_node(citation)) for citation in answer.citations]


def _node(citation: Citation) -> TextNode:
    said = citation.model_dump(mode="json", exclude={"quote", "source"}, exclude_none=True)
    source = {"path": citation.source.path, "url": citation.source.url}
    return TextNode(text=citation.quote, metadata=said | {key: value for key, value in source.items() if value})


def _about(answer: Answer) -> dict[str, object]:
    return {"answered": answer.answered, "question": answer.question, "notices": list(answer.notices)}


def _turn(message: ChatMessage) -> Turn:
    return Turn(role="user" if message.role == MessageRole.USER else "assistant", content=message.content or "")


def _assistant_message(text: str) -> ChatMessage:
    return ChatMessage(role=MessageRole.ASSISTANT, content=text)
