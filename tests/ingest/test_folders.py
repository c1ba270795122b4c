"""Many sources at once: in order, each once, by several processes, and nothing stops the rest."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from ingest import Reading, Unread, count_sources, read_paths


def _page(number: int) -> str:
    return f"Agenda item\n\nMatter {number}\n\nMinutes:\n\nThe Clerk said that there were {number} of them.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty pages in two folders, an empty file and a binary one among them."""
    for number in range(40):
        place = tmp_path / ("even" if number % 2 == 0 else "odd")
        place.mkdir(exist_ok=True)
        (place / f"{number:02}.txt").write_text(_page(number), encoding="utf-8")
    (tmp_path / "even" / "05.html").write_bytes(b"")
    (tmp_path / "odd" / "06.pdf").write_bytes(bytes(range(256)) * 20)
    return tmp_path


def _titles(readings: list[Reading | Unread]) -> list[str | None]:
    return [reading.meetings[0].items[0].title for reading in readings if isinstance(reading, Reading)]


def test_files_come_in_order_and_bad_ones_are_named(folder: Path) -> None:
    readings = list(read_paths([folder]))
    assert [Path(reading.path) for reading in readings] == sorted(path for path in folder.rglob("*.*"))
    assert [Path(reading.path).name for reading in readings if isinstance(reading, Unread)] == ["05.html", "06.pdf"]
    assert count_sources([folder]) == 42


def test_several_processes_read_the_same_in_the_same_order(folder: Path) -> None:
    assert list(read_paths([folder], processes=2)) == list(read_paths([folder], processes=1))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process so")
def test_a_reader_that_is_killed_does_not_stop_the_rest(folder: Path) -> None:
    readings = read_paths([folder], processes=2)
    first = next(readings)
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    assert [first, *readings] == list(read_paths([folder], processes=1))


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert len(list(read_paths([folder / "even" / "00.txt", folder / "even", folder]))) == 42


def test_paths_that_are_not_there_are_named(tmp_path: Path) -> None:
    (unread,) = read_paths([tmp_path / "gone"])
    assert isinstance(unread, Unread)
    assert "no file or folder" in unread.reason


def test_what_is_no_source_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<h1>Agenda item</h1><h2>Bins</h2><p>Minutes:</p><p>None.</p>", encoding="utf-8"
    )
    for name in (".hidden.txt", "README.md", "LICENSE", "~$minutes.docx", "Thumbs.db"):
        (tmp_path / name).write_text("Minutes", encoding="utf-8")
    parts = tmp_path / "page_files"
    parts.mkdir()
    (parts / "style.css").write_text("p {}", encoding="utf-8")
    assert _titles(list(read_paths([tmp_path]))) == ["Bins"]
    assert count_sources([tmp_path]) == 1
