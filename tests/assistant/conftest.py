"""A library to ask, and a real HTTP server that speaks as an OpenAI-compatible endpoint does."""

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant, AssistantSettings
from index import Library


@dataclass
class Endpoint:
    """A language model's endpoint on loopback: what it says is set, what it was sent is kept.

    `reply` is the text it gives, in pieces of 9 characters; `statuses` are given before, one a request; `pause` is
    waited before each piece; `break_after` is the number of pieces after which it hangs up; `finish` is how it says
    that it has ended (null: not at all); `body` is sent in place of all this, whatever it is.
    """

    address: str = ""
    reply: str | Callable[[str], str] = ""
    statuses: list[int] = field(default_factory=list)
    pause: float = 0.0
    break_after: int | None = None
    finish: str | None = "stop"
    body: bytes | None = None
    requests: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def settings(self) -> AssistantSettings:
        return AssistantSettings(llm_base=f"{self.address}/v1", llm_model="town-clerk-7b", llm_timeout=10)

    def events(self, asked: str) -> Iterator[bytes]:
        """The server-sent events of a reply to what was asked."""
        text = self.reply(asked) if callable(self.reply) else self.reply
        pieces = [text[at : at + 9] for at in range(0, len(text), 9)]
        for piece in pieces[: self.break_after]:
            time.sleep(self.pause)
            yield _event({"role": "assistant", "content": piece}, None)
        if self.break_after is None:
            if self.finish:
                yield _event({}, self.finish)
            yield b"data: [DONE]\n\n"


def _event(delta: dict[str, str], finish: str | None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "town-clerk-7b", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


def _handler(told: Endpoint) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told.requests.append(body)
            told.paths.append(self.path)
            told.headers.append({key.lower(): value for key, value in self.headers.items()})
            status = told.statuses.pop(0) if told.statuses else 200
            if status != 200:
                self._answer(status, "application/json", [b'{"error": {"message": "no"}}'])
            elif told.body is not None:
                self._answer(200, "text/html", [told.body])
            else:
                self._answer(200, "text/event-stream", told.events(body["messages"][-1]["content"]))

        def _answer(self, status: int, kind: str, parts: Iterable[bytes]) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            # The client may have left.
            with suppress(OSError):
                for part in parts:
                    self.wfile.write(part)
                    self.wfile.flush()

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """An endpoint that answers `POST /v1/chat/completions` with server-sent events."""
    told = Endpoint()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(told))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    told.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def library(sample_library: Path) -> Iterator[Library]:
    """The sample records, open."""
    with Library.open(sample_library) as opened:
        yield opened


@pytest.fixture(scope="session")
def composing(library: Library) -> Assistant:
    """The assistant without a language model, on the sample records."""
    return Assistant(library, AssistantSettings(llm_base=None, llm_model=None))
