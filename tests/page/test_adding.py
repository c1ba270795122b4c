"""Minutes added on the page: kept, replaced, set apart, refused, and questions answered meanwhile."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.page.adding import UPLOADS, add
from index import Library
from index.errors import LibraryKindDiffers
from ingest.errors import MinutebookError

Written = Callable[..., str]


def outcomes(library: Library, *files: str) -> list[str]:
    """What becomes of each file."""
    return [source.outcome for source in add(library, files, lambda *_: None).sources]


def test_a_file_is_added_once_and_replaced_when_it_changed(own: Library, written: Written) -> None:
    before = own.overview().items
    file = written()
    assert outcomes(own, file) == ["added"]
    assert outcomes(own, file) == ["unchanged"]
    assert own.overview().items == before + 2
    assert own.search("otters on the Tavel", k=1)[0].item_title == "Otters on the Tavel"
    assert outcomes(own, written(count="seven")) == ["replaced"]
    assert own.overview().items == before + 2
    assert "seven otters" in own.search("otters on the Tavel", k=1)[0].passage.text


def test_another_meeting_in_a_file_of_the_same_name_stands_beside_the_first(own: Library, written: Written) -> None:
    first, second = written(river="Tavel"), written(river="Marr", month="June")
    assert outcomes(own, first) == outcomes(own, second) == ["added"]
    for river in ("Tavel", "Marr"):
        assert own.search(f"otters on the {river}", k=1)[0].item_title == f"Otters on the {river}"
    assert len(list((own.path / UPLOADS).rglob("minutes.txt"))) == 2


def test_a_sidecar_tells_of_the_file_beside_it(own: Library, undated: str, tmp_path: Path) -> None:
    sidecar = tmp_path / "b" / "otters.json"
    sidecar.parent.mkdir()
    sidecar.write_text(json.dumps({"committee": "Rivers Forum", "date": "2024-05-02"}), encoding="utf-8")
    assert outcomes(own, undated, str(sidecar)) == ["added"]
    assert "Rivers Forum" in own.overview().committees


def test_what_cannot_be_read_is_named_with_the_reason_and_the_rest_goes_on(
    own: Library, written: Written, tmp_path: Path
) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "nothing.html").write_bytes(b"")
    files = [str(tmp_path / "noise.txt"), str(tmp_path / "nothing.html"), written("o.txt")]
    report = add(own, files, lambda *_: None)
    assert [source.outcome for source in report.sources] == ["skipped", "skipped", "added"]
    assert [source.path for source in report.sources[:2]] == ["noise.txt", "nothing.html"]
    assert all(source.reason for source in report.sources[:2])


def test_two_files_of_one_name_at_once_are_not_mixed_up(own: Library, written: Written) -> None:
    files = [written(river=river) for river in ("Tavel", "Marr")]
    with pytest.raises(MinutebookError, match=r"called minutes\.txt; add them one after the other"):
        add(own, files, lambda *_: None)


def test_a_name_cannot_lead_out_of_the_library(own: Library, written: Written) -> None:
    assert outcomes(own, written("..;rm -rf $HOME.txt")) == ["added"]
    (kept,) = (path for path in (own.path / UPLOADS).rglob("*") if path.is_file())
    assert kept.name == "_rm -rf _HOME.txt"


def test_progress_is_told(own: Library, written: Written) -> None:
    told: list[tuple[float, str]] = []
    add(own, [written("o.txt")], lambda share, word: told.append((share, word)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert "o.txt" in told[-1][1]


def test_questions_are_answered_while_minutes_are_added(own: Library, written: Written) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def wait(*_: object) -> None:
        inside.set()
        go_on.wait(30)

    file = written("o.txt")
    adding = threading.Thread(target=add, args=(own, [file], wait))
    adding.start()
    try:
        assert inside.wait(30)
        assert own.search("co-sleeping", k=1)
    finally:
        go_on.set()
        adding.join(30)
    assert own.search("otters on the Tavel", k=1)[0].item_title == "Otters on the Tavel"


def test_nothing_is_added_to_a_restricted_library(written: Written, tmp_path: Path) -> None:
    with (
        Library.open(tmp_path / "exempt", create=True, restricted=True) as library,
        pytest.raises(LibraryKindDiffers),
    ):
        add(library, [written()], print)
