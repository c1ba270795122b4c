"""Fixtures that all tests share."""

from pathlib import Path

import pytest

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
    """The folder of a library of all sample records, made once with the real parts. Not to be changed."""
    from index import Library
    from ingest import read_paths

    folder = tmp_path_factory.mktemp("samples") / "library"
    with Library.open(folder, create=True) as library:
        library.ingest(read_paths([ROOT / "samples" / "records"]))
    return folder
