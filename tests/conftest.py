"""Fixtures that all tests share."""

import os
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The annotated minutes and real pages beside the project; tests that need them skip where they are absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the shared data folder is not beside the project")
    return SHARED_DATA


@pytest.fixture(scope="session")
def samples() -> Path:
    """The project's own sample records."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library of all sample records, made once with the real parts. Not to be changed.

    Tests that run side by side share it: the first makes it, the others wait.
    """
    from index import Library
    from ingest import read_paths

    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    folder = shared / "samples-library"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            with Library.open(shared / "samples-unfinished", create=True) as library:
                library.ingest(read_paths([ROOT / "samples" / "records"]))
            (shared / "samples-unfinished").rename(folder)
    return folder
