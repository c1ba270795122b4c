"""The example in the documentation runs as it is printed, over the sample records."""

import re
from pathlib import Path

import pytest

from index import IndexSettings, Library
from ingest import read_paths

ROOT = Path(__file__).resolve().parents[2]


def test_the_documented_example_prints_who_spoke_of_co_sleeping(
    tmp_path: Path, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "llama-index.md").read_text("utf-8"), re.DOTALL)
    with Library.open(tmp_path / "library", create=True, settings=settings) as library:
        library.ingest(read_paths([ROOT / "samples" / "records" / "children-and-families-scrutiny"]))
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "docs/llama-index.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 5
    assert any("Assistant Director (Safeguarding and Practice)" in line for line in printed)
