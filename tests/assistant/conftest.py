"""A library to ask, and a real HTTP server that speaks as an OpenAI-compatible endpoint does."""

import json
import threading
import time
from collections.abc import Callable, Iterator
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

    `reply` is the text it gives; `statuses` are given before, one a request; `pause` is waited before each piece;
    `break_after` is the number of pieces after which it hangs up.
    """

    address: str = ""
    reply: str | Callable[[str], str] = ""
    statuses: list[int] = field(default_factory=list)
    pause: float = 0.0
    break_after: int | None = None
    requests: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def settings(self) -> AssistantSettings:
        return AssistantSettings(llm_base=f"{self.address}/v1", llm_model="town-clerk-7b", llm_timeout=10)


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """An endpoint that answers `POST /v1/chat/completions` with server-sent events."""
    told = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told.requests.append(body)
            told.paths.append(self.path)
            told.headers.append({key.lower(): value for key, value in self.headers.items()})
            status = told.statuses.pop(0) if told.statuses else 200
            self.send_response(status)
            if status != 200:
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(b'{"error": {"message": "no"}}')
                return
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self._say(told.reply(body["messages"][-1]["content"]) if callable(told.reply) else told.reply)

        def _say(self, text: str) -> None:
            for number, at in enumerate(range(0, len(text), 9)):
                if number == told.break_after:
                    return
                time.sleep(told.pause)
                delta = {"role": "assistant", "content": text[at : at + 9]}
                chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "town-clerk-7b"}
                choice = {"index": 0, "delta": delta, "finish_reason": None}
                try:
                    self.wfile.write(f"data: {json.dumps(chunk | {'choices': [choice]})}\n\n".encode())
                    self.wfile.flush()
                except OSError:
                    return
            self.wfile.write(b"data: [DONE]\n\n")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
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
