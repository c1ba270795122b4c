"""What is used wrongly or cannot be read: a sentence that says what to do, no traceback, and the library as it was."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from index import Library
from ingest import read_paths


@pytest.fixture(scope="module")
def small_library(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one source in it."""
    folder = tmp_path_factory.mktemp("small") / "library"
    with Library.open(folder, create=True) as library:
        library.ingest(read_paths([next((samples / "records").rglob("*.txt"))]))
    return folder


@pytest.fixture
def held(small_library: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return Path(shutil.copytree(small_library, tmp_path / "library"))


def _make(folder: Path, name: str) -> Path:
    contents = {
        "empty.html": b"",
        "blank.txt": b" \n\n ",
        "binary.txt": bytes(range(256)) * 40,
        "shop.html": b"<html><head><title>Shoes</title></head><body><h1>Buy shoes</h1><p>Ten pounds.</p></body></html>",
        "picture.pdf": b"%PDF-1.4\n garbage",
        "not-a-word-file.docx": b"PK\x03\x04 garbage",
        "broken.jsonl": b'{"id": "x", "items": [{"id": 3}]}\n',
    }
    path = folder / name
    if name in contents:
        path.write_bytes(contents[name])
    return path


@pytest.mark.parametrize(
    "name",
    [
        "empty.html",
        "blank.txt",
        "binary.txt",
        "shop.html",
        "picture.pdf",
        "not-a-word-file.docx",
        "broken.jsonl",
        "missing.html",
    ],
)
def test_what_cannot_be_read_is_told_and_changes_nothing(minutebook, held: Path, tmp_path: Path, name: str) -> None:
    before = minutebook("library", "--json", "--library", held).out
    ended = minutebook("ingest", _make(tmp_path, name), "--library", held)
    assert ended.status == 1
    assert name in ended.out + ended.err
    assert "Traceback" not in ended.out + ended.err
    assert minutebook("library", "--json", "--library", held).out == before
    assert minutebook("library", "--check", "--library", held).status == 0


def test_one_bad_file_does_not_keep_the_others_out(minutebook, samples: Path, tmp_path: Path) -> None:
    good = next((samples / "records").rglob("*.html"))
    ended = minutebook("ingest", _make(tmp_path, "empty.html"), good, "--library", tmp_path / "library")
    assert ended.status == 0
    assert "skipped" in ended.out
    assert "added" in ended.out


def test_minutes_without_a_speaker_are_kept(minutebook, tmp_path: Path) -> None:
    page = tmp_path / "silent.txt"
    page.write_text(
        "Agenda item\n\nWaste Strategy\n\nMinutes:\n\nIt was noted that the strategy had been published.\n",
        encoding="utf-8",
    )
    assert minutebook("ingest", page, "--library", tmp_path / "library").status == 0


def test_twenty_megabytes_are_read_or_refused_in_bounded_time(minutebook, tmp_path: Path) -> None:
    page = tmp_path / "large.txt"
    page.write_text("Agenda item\n\nLong\n\nMinutes:\n\n" + "x" * 20_000_000, encoding="utf-8")
    ended = minutebook("parse", page)
    assert ended.status in (0, 1)
    assert "Traceback" not in ended.err


def test_a_missing_library_is_named(minutebook, tmp_path: Path) -> None:
    ended = minutebook("ask", "What?", "--library", tmp_path / "nowhere")
    assert ended.status == 1
    assert "nowhere" in ended.err
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_is_no_library_is_left_alone(minutebook, samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "photographs"
    folder.mkdir()
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8")
    ended = minutebook("ingest", next((samples / "records").rglob("*.txt")), "--library", folder)
    assert ended.status == 1
    assert "photographs" in ended.err
    assert [path.name for path in folder.iterdir()] == ["holiday.jpg"]


def test_a_library_of_a_later_version_is_not_touched(minutebook, held: Path) -> None:
    book = next(path for path in held.iterdir() if path.is_file() and path.read_bytes()[:15] == b"SQLite format 3")
    with sqlite3.connect(book) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    ended = minutebook("ask", "What?", "--library", held)
    assert ended.status == 1
    assert "version" in ended.err


@pytest.mark.parametrize("question", ["", "   ", "why " * 2500])
def test_questions_that_cannot_be_asked(minutebook, held: Path, question: str) -> None:
    ended = minutebook("ask", question, "--library", held)
    assert ended.status == 1
    assert ended.err.strip()
    assert "Traceback" not in ended.err


def test_neither_question_nor_batch_is_used_wrongly(minutebook, held: Path) -> None:
    assert minutebook("ask", "--library", held).status == 2
    assert minutebook("search", "--library", held).status == 2
    assert minutebook("eval", "--library", held).status == 2


def test_a_batch_that_is_no_json_names_the_line(minutebook, held: Path, tmp_path: Path) -> None:
    (tmp_path / "batch.jsonl").write_text('{"id": 1, "question": "What?"}\nnot json\n', encoding="utf-8")
    ended = minutebook("ask", "--batch", tmp_path / "batch.jsonl", "--library", held)
    assert ended.status == 2
    assert "line 2" in ended.err


def test_a_wrong_setting_is_named(minutebook, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_LOCK_WAIT", "soon")
    ended = minutebook("ask", "What?", "--library", held)
    assert ended.status == 2
    assert "MINUTEBOOK_LOCK_WAIT" in ended.err


def test_exempt_text_goes_only_into_a_library_of_its_own(minutebook, held: Path, samples: Path) -> None:
    ended = minutebook("ingest", "--include-restricted", samples / "records", "--library", held)
    assert ended.status == 1
    assert "goes only into a library of its own" in ended.err
    assert "--library" in ended.err


def test_half_a_language_model_is_told(minutebook, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_LLM_BASE", "http://127.0.0.1:1/v1")
    ended = minutebook("ask", "What?", "--library", held)
    assert ended.status == 2
    assert "MINUTEBOOK_LLM_MODEL" in ended.err
