"""An OpenAI-compatible endpoint as a LlamaIndex `LLM`, and its text as it comes, within a time."""

import logging
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from assistant.settings import AssistantSettings
from ingest.errors import MinutebookError

if TYPE_CHECKING:
    import openai
    from llama_index.core.llms import LLM, ChatMessage, ChatResponse

log = logging.getLogger(__name__)

# How an answer ends that is whole as far as it goes: by itself, or at the greatest length.
_ENDINGS = ("stop", "length")
# Characters of a reply at most; one that is longer never ends.
LONGEST = 20_000


class LanguageModelFailed(MinutebookError):
    """The language model gave no text that can be used; the message says why, as a sentence."""


def open_model(settings: AssistantSettings) -> "LLM":
    """The language model of `settings` (its `llm_base` and `llm_model` are set). Nothing is sent yet.

    Raises `LanguageModelFailed` where the address is none.
    """
    import httpx
    from llama_index.llms.openai_like import OpenAILike

    try:
        client = _client(settings)
    except httpx.InvalidURL as error:
        raise LanguageModelFailed("The address of the language model is none; look at MINUTEBOOK_LLM_BASE.") from error
    ours: dict[str, Any] = {"openai_client": client}
    # The client tries again by itself; were the `LLM` to do so too, the tries would multiply.
    model: LLM = OpenAILike(
        model=settings.llm_model or "",
        api_base=settings.llm_base,
        api_key=settings.llm_key.get_secret_value(),
        is_chat_model=True,
        temperature=0.0,
        max_tokens=settings.llm_answer_tokens,
        max_retries=0,
        **ours,
    )
    return model


def _client(settings: AssistantSettings) -> "openai.OpenAI":
    """The client of the endpoint. With `llm_api_version` it speaks as Azure wants it: the version in the address, the
    key in the header `api-key` (https://learn.microsoft.com/azure/ai-services/openai/reference).
    """
    import openai

    key, base = settings.llm_key.get_secret_value(), settings.llm_base or ""
    retries, seconds = settings.llm_retries, settings.llm_timeout
    if settings.llm_api_version:
        return openai.AzureOpenAI(
            base_url=base, api_key=key, api_version=settings.llm_api_version, max_retries=retries, timeout=seconds
        )
    return openai.OpenAI(base_url=base, api_key=key, max_retries=retries, timeout=seconds)


def stream_text(model: "LLM", messages: "Sequence[ChatMessage]", seconds: float) -> Iterator[str]:
    """The text of the model's reply in pieces. Raises `LanguageModelFailed` where it fails or takes over `seconds`.

    The model is read on a thread of its own, so that an endpoint that goes silent is left in time.
    """
    pieces: queue.SimpleQueue[str | Exception | None] = queue.SimpleQueue()
    left = threading.Event()

    def read() -> None:
        try:
            for piece in _pieces(model, messages):
                if left.is_set():
                    return
                pieces.put(piece)
            pieces.put(None)
        # Whatever a client of somebody else's server raises: the reader gets the composed answer.
        except Exception as error:
            pieces.put(error)

    threading.Thread(target=read, name="language model", daemon=True).start()
    until, length = time.monotonic() + seconds, 0
    try:
        while (piece := _next(pieces, until, seconds)) is not None:
            length += len(piece)
            if length > LONGEST:
                raise LanguageModelFailed("The language model wrote on and on.")
            yield piece
    finally:
        left.set()


def _pieces(model: "LLM", messages: "Sequence[ChatMessage]") -> Iterator[str]:
    """The pieces of the reply. Raises `LanguageModelFailed` where the endpoint does not say that it has ended."""
    ending = None
    for piece in model.stream_chat(list(messages)):
        ending = _ending(piece) or ending
        yield piece.delta or ""
    if ending == "content_filter":
        raise LanguageModelFailed("The provider of the language model held its answer back.")
    if ending not in _ENDINGS:
        raise LanguageModelFailed("The language model broke off before the end of its answer.")


def _ending(piece: "ChatResponse") -> str | None:
    choices = getattr(piece.raw, "choices", None)
    return choices[0].finish_reason if choices else None


def _next(pieces: "queue.SimpleQueue[str | Exception | None]", until: float, seconds: float) -> str | None:
    left = until - time.monotonic()
    try:
        # Once the time is up, pieces that wait to be read are no reason to go on.
        if left <= 0:
            raise queue.Empty
        piece = pieces.get(timeout=left)
    except queue.Empty:
        raise LanguageModelFailed(f"The language model did not finish within {seconds:g} seconds.") from None
    if isinstance(piece, LanguageModelFailed):
        raise piece
    if isinstance(piece, Exception):
        log.info("the language model failed: %r", piece)
        raise LanguageModelFailed(_reason(piece)) from piece
    return piece


def _reason(error: Exception) -> str:
    """Why the model gave nothing, as a sentence that tells an operator where to look."""
    import openai

    reasons: tuple[tuple[type[Exception], str], ...] = (
        (openai.APITimeoutError, "The language model did not answer in time."),
        (openai.APIConnectionError, "The language model cannot be reached; look at MINUTEBOOK_LLM_BASE."),
        (openai.AuthenticationError, "The language model refuses the key; look at MINUTEBOOK_LLM_KEY."),
        (openai.PermissionDeniedError, "The language model refuses the key; look at MINUTEBOOK_LLM_KEY."),
        (openai.NotFoundError, "The language model is not known there; look at MINUTEBOOK_LLM_MODEL and _BASE."),
        (openai.RateLimitError, "The language model has too much to do at the moment."),
        (openai.APIStatusError, "The language model reports an error."),
    )
    for kind, reason in reasons:
        if isinstance(error, kind):
            return reason
    return "The language model broke off or gave something that cannot be read."
