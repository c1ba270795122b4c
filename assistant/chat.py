"""The conversation as a LlamaIndex chat engine, for applications of others."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from threading import Thread

from llama_index.core.base.llms.types import ChatMessage, ChatResponse, MessageRole
from llama_index.core.chat_engine.types import AgentChatResponse, BaseChatEngine, StreamingAgentChatResponse
from llama_index.core.memory import BaseMemory, ChatMemoryBuffer
from llama_index.core.schema import NodeWithScore, TextNode

from assistant.assistant import Assistant
from assistant.model import Answer, Citation, Turn
from index.model import Filters

# Tokens of the conversation that are remembered, as LlamaIndex counts them.
REMEMBERED = 8_000


class MinutebookChatEngine(BaseChatEngine):
    """Cited answers from one library, as LlamaIndex gives them: the citations are the response's source nodes.

    >>> engine = MinutebookChatEngine(Assistant(Library.open(Path("library"))))
    >>> response = engine.chat("What was said about co-sleeping?")
    >>> response.source_nodes[0].node.metadata["speakers"]

    A node's text is the verbatim quote; its metadata say where it stands; its score is null, since the order of the
    citations is that of the answer. The response's metadata hold `answered`, `question` (as understood) and `notices`.
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
        turns = self._heard(message, chat_history)
        answer = self._assistant.ask(message, turns, self._filters)
        self._memory.put(_assistant_message(answer.answer))
        return AgentChatResponse(
            response=answer.answer, source_nodes=source_nodes(answer), metadata=_about(answer), is_dummy_stream=True
        )

    def stream_chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> StreamingAgentChatResponse:
        """The answer as it comes; the source nodes are there when the stream has ended. Raises `MinutebookError`."""
        turns = self._heard(message, chat_history)
        nodes: list[NodeWithScore] = []
        response = StreamingAgentChatResponse(chat_stream=self._deltas(message, turns, nodes), source_nodes=nodes)
        thread = Thread(target=response.write_response_to_history, args=(self._memory,), daemon=True)
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
        turns = self._heard(message, chat_history)
        nodes: list[NodeWithScore] = []
        deltas = self._deltas(message, turns, nodes)

        async def pieces() -> AsyncGenerator[ChatResponse, None]:
            while (piece := await asyncio.to_thread(next, deltas, None)) is not None:
                yield piece

        response = StreamingAgentChatResponse(achat_stream=pieces(), source_nodes=nodes)
        response.awrite_response_to_history_task = asyncio.create_task(
            response.awrite_response_to_history(self._memory)
        )
        return response

    def _heard(self, message: str, chat_history: list[ChatMessage] | None) -> tuple[Turn, ...]:
        """The conversation before `message`, which is remembered from now on."""
        if chat_history is not None:
            self._memory.set(chat_history)
        turns = tuple(
            _turn(one) for one in self._memory.get_all() if one.role in (MessageRole.USER, MessageRole.ASSISTANT)
        )
        self._memory.put(ChatMessage(role=MessageRole.USER, content=message))
        return turns

    def _deltas(
        self, message: str, turns: tuple[Turn, ...], nodes: list[NodeWithScore]
    ) -> Generator[ChatResponse, None, None]:
        shown = ""
        for piece in self._assistant.stream(message, turns, self._filters):
            if isinstance(piece, Answer):
                nodes.extend(source_nodes(piece))
                # A language model that broke off: the composed answer follows what it had said.
                piece = "" if shown == piece.answer else f"\n\n{piece.answer}"
            shown += piece
            yield ChatResponse(message=_assistant_message(shown), delta=piece)


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
