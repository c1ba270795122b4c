"""An ingest that is killed, meets a full disk or another ingest leaves every meeting as before or as after."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.ingest_speed import packaged_model
from index import Filters, IndexSettings, Library
from index.encoder import load_encoder
from index.errors import LibraryBusy, LibraryError
from index.schema import BOOK
from tests.index import killed_ingest
from tests.index.conftest import Reading, council

ROOT = Path(__file__).resolve().parents[2]


def start(
    folder: Path, version: int, meetings: int, chroma_from: int = 1_000_000, **more: object
) -> subprocess.Popen[bytes]:
    command = [sys.executable, killed_ingest.__file__, str(folder), str(version), str(meetings), str(chroma_from)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload]


def versions(library: Library) -> dict[str, set[str]]:
    """The versions of each meeting that its record, its passages and a search reach."""
    seen: dict[str, set[str]] = {}
    for head, item in library.items():
        words = [item.minutes, *(passage.text for passage in library.passages(item.id, head.id))]
        ward = head.id.removeprefix("m")
        day = Filters(date_from=head.date, date_to=head.date)
        found = library.search(f"ward {ward}", 100, day)
        assert len(found) == 20, f"{head.id}: a search reaches {len(found)} of 20 statements"
        words += [hit.passage.text for hit in found]
        seen[head.id] = {
            f"v{version}" for version in range(100) if any(f"version {version} " in text for text in words)
        }
    return seen


def assert_whole(folder: Path, settings: IndexSettings, known: set[str]) -> set[str]:
    """Every meeting that was there is there, each in one version; gives the ids of all."""
    with Library.open(folder, settings=settings) as library:
        assert library.check().problems == ()
        seen = versions(library)
    assert known <= seen.keys()
    assert all(len(found) == 1 for found in seen.values())
    return set(seen)


def test_a_killed_ingest_leaves_each_meeting_before_or_after(tmp_path: Path, settings: IndexSettings) -> None:
    folder = tmp_path / "library"
    started = start(folder, 1, 60)
    assert started.wait() == 0
    killed = start(folder, 2, 60)
    time.sleep(1.5)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert_whole(folder, settings, {f"m{number}" for number in range(60)})
    assert start(folder, 2, 60).wait() == 0
    with Library.open(folder, settings=settings) as library:
        assert library.check().sound
        assert set().union(*versions(library).values()) == {"v2"}


@pytest.mark.scale
@pytest.mark.timeout(3600)
def test_fifty_kills_of_one_library_lose_nothing(tmp_path: Path, settings: IndexSettings) -> None:
    folder, moment = tmp_path / "library", random.Random(50)
    known: set[str] = set()
    assert start(folder, 0, 40, 1).wait() == 0
    for cycle in range(1, 51):
        killed = start(folder, cycle, 40 + 4 * cycle, 1, start_new_session=True)
        time.sleep(moment.uniform(0.3, 6.0))
        os.killpg(killed.pid, signal.SIGKILL)  # the process that makes the Chroma store too
        killed.wait()
        known = assert_whole(folder, settings, known)
    assert start(folder, 99, 240, 1).wait() == 0
    with Library.open(folder, settings=settings, resident=True) as library:
        report = library.check()
        assert report.sound
        assert report.in_chroma > 0
        assert library.wait_for_chroma()
        assert set().union(*versions(library).values()) == {"v99"}


def test_a_killed_change_of_the_model_is_finished_by_the_next_ingest(
    tmp_path: Path, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, other = tmp_path / "library", tmp_path / "model"
    assert start(folder, 1, 30).wait() == 0
    shutil.copytree(packaged_model(), other)
    changed = settings.model_copy(update={"encoder": str(other)})
    load_encoder(changed.encoder, changed.cache)  # made ready once, so that the kills fall on the encoding
    monkeypatch.setenv("MINUTEBOOK_ENCODER", changed.encoder)
    for seconds in (1.2, 1.6):
        killed = start(folder, 1, 30)
        time.sleep(seconds)
        killed.kill()
        killed.wait()
        with Library.open(folder, settings=changed) as library:
            assert set().union(*versions(library).values()) == {"v1"}
            assert not library.check().damaged
    with Library.open(folder, settings=changed) as library:
        library.ingest([])
    assert_whole(folder, changed, {f"m{number}" for number in range(30)})


def test_a_full_disk_is_told_of_and_changes_nothing(library: Library) -> None:
    expected = [library.meeting(meeting.id) for meeting in council()]
    size = (library.path / BOOK).stat().st_size
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 30_000, before[1]))
    try:
        many = [Reading(Path(f"m{one}.txt"), (killed_ingest.meeting(one, 1),)) for one in range(60)]
        with pytest.raises(LibraryError, match="room"):
            library.ingest(many)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [library.meeting(meeting.id) for meeting in council()] == expected
    assert library.check().sound
    library.ingest(many)
    assert library.check().sound
    assert library.overview().meetings == 64


def test_a_second_writer_is_told_that_the_library_is_busy(library: Library, settings: IndexSettings) -> None:
    def sources() -> object:
        with (
            Library.open(library.path, settings=settings) as other,
            pytest.raises(LibraryBusy, match="Another process"),
        ):
            other.remove(meeting_id="cyp-1")
        yield Reading(Path("cyp-1.html"), council()[:1])

    library.ingest(sources())  # type: ignore[arg-type]


def test_two_ingests_at_once_both_arrive(tmp_path: Path, settings: IndexSettings) -> None:
    Library.open(tmp_path / "library", create=True, settings=settings).close()
    both = [start(tmp_path / "library", version, 10) for version in (1, 1)]
    assert [one.wait() for one in both] == [0, 0]
    assert_whole(tmp_path / "library", settings, {f"m{number}" for number in range(10)})


def test_a_reader_sees_whole_meetings_while_another_process_writes(tmp_path: Path, settings: IndexSettings) -> None:
    folder = tmp_path / "library"
    assert start(folder, 1, 60).wait() == 0
    writing = start(folder, 2, 60)
    with Library.open(folder, settings=settings) as library:
        while writing.poll() is None:
            for number in range(0, 60, 7):
                day = library.meeting(f"m{number}").date
                hits = library.search(f"ward {number}", 100, Filters(date_from=day, date_to=day))
                assert len(hits) == 20
                assert len({hit.passage.text.split("version ")[1].split()[0] for hit in hits}) == 1
        assert set().union(*versions(library).values()) == {"v2"}
