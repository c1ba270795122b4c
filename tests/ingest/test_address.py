"""Pages of a live site, fetched from a real server on this machine."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ingest import read_address
from ingest.errors import UnreadableSource

PAGE = b"""<html><body><h1>Agenda item</h1><h2>Bins</h2><p>Minutes:</p><p>The Chair said that bins were full.</p>
<p>Supporting documents:</p><ul><li><a href="documents/s1/Bins.pdf">Bins</a></li></ul></body></html>"""
asked: Counter[str] = Counter()


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked[self.path] += 1
        status = {"/gone": 404, "/forbidden": 403, "/moved": 302}.get(self.path, 200)
        if self.path == "/tired" and asked[self.path] < 3:
            status = 503
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/mgAi.aspx?ID=5")
        self.end_headers()
        if self.path == "/endless":
            with suppress(OSError):
                while True:
                    self.wfile.write(bytes(2**20))
        self.wfile.write(PAGE if status == 200 else b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("path", ["/mgAi.aspx?ID=5", "/moved", "/tired"])
def test_a_page_is_read_and_keeps_its_address(site: str, path: str) -> None:
    (meeting,) = read_address(site + path).meetings
    assert meeting.source.url == site + path
    assert meeting.items[0].title == "Bins"
    assert meeting.items[0].documents[0].url == f"{site}/documents/s1/Bins.pdf"


@pytest.mark.parametrize(
    ("path", "advice"), [("/gone", "404"), ("/forbidden", "save it"), ("/endless", "no page of minutes")]
)
def test_what_a_site_refuses_is_told_with_advice(site: str, path: str, advice: str) -> None:
    with pytest.raises(UnreadableSource, match=advice):
        read_address(site + path)
    assert asked[path] == 1


@pytest.mark.parametrize(
    "address", ["ftp://example.org/x", "minutes.html", "https:///x", "http://[", "http://127.0.0.1:1/"]
)
def test_what_is_no_address_or_does_not_answer(address: str) -> None:
    with pytest.raises(UnreadableSource):
        read_address(address)
