"""What goes out is what the library holds: records that come in again, and statements as tables."""

import csv
from datetime import date
from pathlib import Path

import pytest
from pyarrow import parquet

from index import Filters, Library
from index.errors import ExportUnwritable
from index.outlet import COLUMNS, export
from ingest.records import Meeting
from tests.index.conftest import council


def test_records_come_in_again_as_they_went_out(library: Library, tmp_path: Path) -> None:
    assert export(library, tmp_path / "records.jsonl") == 4
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert {Meeting.from_json(line).id: Meeting.from_json(line) for line in lines} == {one.id: one for one in council()}


def test_statements_are_the_same_in_both_tables(library: Library, tmp_path: Path) -> None:
    assert export(library, tmp_path / "s.csv") == export(library, tmp_path / "s.parquet") == 9
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        printed = list(csv.DictReader(file))
    table = parquet.read_table(tmp_path / "s.parquet").to_pylist()
    assert tuple(printed[0]) == COLUMNS
    assert [row["text"] for row in printed] == [row["text"] for row in table]
    downey = next(row for row in table if row["names"] == "Ruth Downey")
    assert (downey["date"], downey["kind"], downey["item_number"]) == (date(2023, 3, 8), "answer", "5")


def test_filters_narrow_an_export(library: Library, tmp_path: Path) -> None:
    assert export(library, tmp_path / "s.csv", Filters(speaker="downey")) == 1
    assert export(library, tmp_path / "r.jsonl", Filters(committee="environment")) == 2


@pytest.mark.parametrize("name", ["statements.xls", "statements", "no/such/folder/s.csv"])
def test_what_cannot_be_written_is_told_and_leaves_nothing(library: Library, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportUnwritable, match="name a"):
        export(library, tmp_path / name)
    assert not [path for path in tmp_path.iterdir() if path.suffix != "" or path.is_file()]
