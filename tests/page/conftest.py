"""Records for the page, and a real server with a real browser before it."""

import os
import queue
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index import Library
from ingest.records import Item, Meeting, Speaker, Statement

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

STARTS_WITHIN = 90.0
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run"
).split()
MINUTES = """Rivers Forum
Minutes of the meeting held on Thursday 2 {month} 2024 at 7.00 pm in the Guildhall

Present: Councillor Ann Pike (Chair), Councillor Joe Marsh

1. Apologies for absence

There were none.

2. Otters on the {river}

Councillor Joe Marsh reported that {count} otters had been seen on the {river} below the weir.

RESOLVED: That the sighting on the {river} be noted.
"""
ITEM = """Agenda item

Otters on the Tavel

Minutes:

Councillor Joe Marsh reported that two otters had been seen on the Tavel below the weir.
"""
HOSTILE = '<script>window.broken = 1</script><img src=x onerror="window.broken = 1"> ${window.broken = 1} {{ 7 * 7 }}'


def spoken(minutes: str, who: str, *, title: str, committee: str | None) -> Meeting:
    """A meeting of one item, in which `who` says all of `minutes`."""
    statement = Statement(
        start=0, end=len(minutes), text=minutes, kind="discussion", speakers=(Speaker(as_printed=who, name=who),)
    )
    item = Item(id="hostile-1", number="1", title=title, minutes=minutes, statements=(statement,))
    return Meeting(id="hostile", committee=committee, items=(item,))


@pytest.fixture
def hostile_meeting() -> Meeting:
    """A meeting whose every text would be a script, were it not escaped."""
    return spoken(
        f"The lamp posts on Weir Lane {HOSTILE} would be painted green.",
        f"Councillor {HOSTILE}",
        title=f"Lamp posts {HOSTILE}",
        committee=f"Lighting Committee {HOSTILE}",
    )


Written = Callable[..., str]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write a small file of minutes and say where it is."""

    def write(name: str = "minutes.txt", river: str = "Tavel", *, month: str = "May", count: str = "two") -> str:
        folder = tmp_path / river
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(MINUTES.format(river=river, month=month, count=count), encoding="utf-8")
        return str(folder / name)

    return write


@pytest.fixture
def undated(tmp_path: Path) -> str:
    """A saved item page that says neither committee nor date."""
    (tmp_path / "otters.txt").write_text(ITEM, encoding="utf-8")
    return str(tmp_path / "otters.txt")


@pytest.fixture
def held(sample_library: Path) -> Iterator[Library]:
    """The library of the sample records. Not to be changed."""
    with Library.open(sample_library) as library:
        yield library


@pytest.fixture
def own(sample_library: Path, tmp_path: Path) -> Iterator[Library]:
    """A copy of the sample library, to be changed."""
    with Library.open(shutil.copytree(sample_library, tmp_path / "own")) as library:
        yield library


@dataclass
class Server:
    """A running `minutebook serve`, with all that it said."""

    process: "subprocess.Popen[str]"
    address: str = ""
    said: list[str] = field(default_factory=list)


def serve(library: Path, *arguments: str) -> "subprocess.Popen[str]":
    """`minutebook serve` over `library` in a process of its own."""
    command = [sys.executable, "-c", "from assistant.cli import main; main()", "serve", "--library", str(library)]
    return subprocess.Popen(
        [*command, "--port", "0", *arguments],
        cwd=Path(__file__).parents[2],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )


def opened(process: "subprocess.Popen[str]") -> Server:
    """The server, once it says where it is open."""
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def listen() -> None:
        for line in process.stderr or ():
            lines.put(line)
        lines.put(None)

    threading.Thread(target=listen, daemon=True).start()
    server = Server(process)
    while not server.address:
        line = lines.get(timeout=STARTS_WITHIN)
        assert line is not None, f"the server ended: {''.join(server.said)}"
        server.said.append(line)
        found = re.search(r"open at (http://\S+)", server.said[-1])
        server.address = found[1] if found else ""
    return server


@pytest.fixture(scope="session")
def page_library(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the library that the server is open over; its tests may add to it."""
    return Path(shutil.copytree(sample_library, tmp_path_factory.mktemp("page") / "library"))


@pytest.fixture(scope="session")
def server(page_library: Path) -> Iterator[Server]:
    """A page over the sample records, served by a process of its own."""
    process = serve(page_library)
    try:
        yield opened(process)
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """A real Chromium; the tests skip only where there is none on this machine."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        names = ("chromium", "chromium-browser", "google-chrome")
        found = next(filter(None, map(shutil.which, names)), driver.chromium.executable_path)
        if not Path(found).exists():
            pytest.skip("no Chromium on this machine")
        browser = driver.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def requests() -> list[str]:
    """The addresses that the browser asks for during a test."""
    return []


@pytest.fixture
def visit(chromium: "Browser", server: Server, requests: list[str]) -> "Iterator[Page]":
    """The page, opened as a reader on a desk opens it. Nothing may go wrong in the browser, or leave the machine."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    yield from _visited(context, server.address, requests)


@pytest.fixture
def phone(chromium: "Browser", server: Server, requests: list[str]) -> "Iterator[Page]":
    """The page on a phone."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    yield from _visited(context, server.address, requests)


@pytest.fixture
def dark(chromium: "Browser", server: Server, requests: list[str]) -> "Iterator[Page]":
    """The page for a reader who prefers dark colours."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme="dark")
    yield from _visited(context, server.address, requests)


def _visited(context: "BrowserContext", address: str, requests: list[str]) -> "Iterator[Page]":
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address)
    page.locator("#mb-question textarea").wait_for()
    page.locator("#mb-status[role=status]").wait_for(state="attached")
    yield page
    context.close()
    assert wrong == []
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
