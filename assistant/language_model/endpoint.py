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
    from llama_index.core.llms import LLM, ChatMessage

log = logging.getLogger(__name__)


class LanguageModelFailed(MinutebookError):
    """The language model gave no text that can be used; the message says why, as a sentence."""


def open_model(settings: AssistantSettings) -> "LLM":
    """The language model of `settings` (its `llm_base` and `llm_model` are set). Nothing is sent yet.

    With `llm_api_version` it speaks to Azure: the key in the header `api-key`, the version in the address
    (https://learn.microsoft.com/azure/ai-services/openai/reference).
    """
    import httpx
    from llama_index.llms.openai_like import OpenAILike

    azure: dict[str, Any] = {}
    key = settings.llm_key.get_secret_value()
    if settings.llm_api_version:
        azure = {
            "default_headers": {"api-key": key},
            "http_client": httpx.Client(
                params={"api-version": settings.llm_api_version}, timeout=settings.llm_timeout, trust_env=False
            ),
        }
    return OpenAILike(
        model=settings.llm_model or "",
        api_base=settings.llm_base,
        api_key=key,
        is_chat_model=True,
        temperature=0.0,
        max_tokens=settings.llm_answer_tokens,
        max_retries=settings.llm_retries,
        timeout=settings.llm_timeout,
        **azure,
    )


def stream_text(model: "LLM", messages: "Sequence[ChatMessage]", seconds: float) -> Iterator[str]:
    """The text of the model's reply in pieces. Raises `LanguageModelFailed` where it fails or takes over `seconds`.

    The model is read on a thread of its own, so that an endpoint that goes silent is left in time.
    """
    pieces: queue.SimpleQueue[str | Exception | None] = queue.SimpleQueue()
    left = threading.Event()

    def read() -> None:
        try:
            for piece in model.stream_chat(list(messages)):
                if left.is_set():
                    return
                pieces.put(piece.delta or "")
            pieces.put(None)
        # Whatever a client of somebody else's server raises: the reader gets the composed answer.
        except Exception as error:
            pieces.put(error)

    threading.Thread(target=read, name="language model", daemon=True).start()
    until = time.monotonic() + seconds
    try:
        while (piece := _next(pieces, until, seconds)) is not None:
            yield piece
    finally:
        left.set()


def _next(pieces: "queue.SimpleQueue[str | Exception | None]", until: float, seconds: float) -> str | None:
    try:
        piece = pieces.get(timeout=max(0.0, until - time.monotonic()))
    except queue.Empty:
        raise LanguageModelFailed(f"The language model did not finish within {seconds:g} seconds.") from None
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
