"""The vectors on a real Chroma server instead of in the library's folder: the same answers, also when it goes away."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from index import IndexSettings, Library
from tests.index.conftest import Reading, council

pytestmark = pytest.mark.server
QUESTIONS = ("dangers of co-sleeping", "potholes in Mill Lane", "who asked for trees", "opening on Sundays")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a Chroma server on this machine, and its process."""
    chroma = shutil.which("chroma", path=str(Path(sys.executable).parent))
    assert chroma, "the command `chroma` comes with chromadb"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [chroma, "run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{url}/api/v2/heartbeat")
        yield url, process
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if httpx.get(address).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail("the Chroma server does not answer")


def answers(library: Library) -> list[list[str]]:
    return [[hit.passage.id for hit in library.search(question, 3)] for question in QUESTIONS]


def sources() -> list[Reading]:
    return [Reading(Path(f"{meeting.id}.html"), (meeting,)) for meeting in council()]


def test_a_server_answers_as_the_folder_does(
    library: Library, tmp_path: Path, server: tuple[str, subprocess.Popen[bytes]]
) -> None:
    url, process = server
    there = IndexSettings(chroma_url=url)
    with Library.open(tmp_path / "there", create=True, resident=True, settings=there) as remote:
        remote.ingest(sources())
        assert remote.wait_for_chroma()
        assert answers(remote) == answers(library)
        assert (remote.check().sound, remote.check().in_chroma) == (True, 11)
        assert not list((remote.path / "stores").glob("chroma-*"))
        process.terminate()
        process.wait()
        assert answers(remote) == answers(library)
        assert remote.check().damaged == ("chroma",)
    with Library.open(tmp_path / "there", resident=True, settings=there) as without:
        assert answers(without) == answers(library)


def test_two_libraries_share_a_server(tmp_path: Path, server: tuple[str, subprocess.Popen[bytes]]) -> None:
    settings = IndexSettings(chroma_url=server[0])
    with (
        Library.open(tmp_path / "one", create=True, resident=True, settings=settings) as one,
        Library.open(tmp_path / "two", create=True, resident=True, settings=settings) as two,
    ):
        one.ingest(sources()[:1])
        two.ingest(sources()[1:])
        assert one.wait_for_chroma()
        assert two.wait_for_chroma()
        assert {hit.meeting.id for hit in one.search("what was said", 50)} == {"cyp-1"}
        assert one.check().sound
        assert two.check().sound


def test_an_ingest_without_its_server_keeps_the_records(tmp_path: Path) -> None:
    settings = IndexSettings(chroma_url="http://127.0.0.1:9")
    with Library.open(tmp_path / "library", create=True, settings=settings) as library:
        assert library.ingest(sources()).count("added") == 4
        assert library.search("dangers of co-sleeping")[0].meeting.id == "cyp-1"
