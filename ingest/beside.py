"""What lies beside a saved file and describes it: a sidecar `<name>.json`, or a row of a manifest.

A manifest is a CSV file with a column that names files, and others for organisation, committee, date, address and
the like. One called `manifest.csv` describes the files of its folder; any other may be given, or found in a folder.
"""

import csv
import io
import json
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ingest.encodings import decode
from ingest.supplied import Supplied, are_known, known_fields

MANIFEST = "manifest.csv"
_FILE_COLUMNS = ("file", "path", "filename", "file name", "file_name")
_LARGEST_SIDECAR = 1_000_000
_LARGEST_MANIFEST = 64 * 2**20


def beside(path: Path) -> Supplied:
    """What the sidecar of `path` and the manifests of its folder and the one above say about it."""
    found = Supplied()
    for folder in (path.parent.parent, path.parent):
        row = _rows_of(folder / MANIFEST).get(_key(path))
        found = found.under(row[1]) if row else found
    for sidecar in (path.with_suffix(".json"), path.with_name(f"{path.name}.json")):
        if sidecar != path and sidecar.is_file():
            found = found.under(_read_sidecar(sidecar))
    return found


def is_sidecar(path: Path) -> bool:
    """Whether a JSON file only describes a file beside it, so that it is no source itself."""
    if path.suffix.lower() != ".json" or path.stat().st_size > _LARGEST_SIDECAR:
        return False
    described = path.with_suffix("")
    if not described.is_file() and not any(
        other.stem == path.stem and other.suffix.lower() != ".json"
        for other in path.parent.iterdir()
        if other.is_file()
    ):
        return False
    content = _json_object(path)
    return content is not None and bool(content) and are_known(content)


def is_manifest(path: Path) -> bool:
    """Whether a CSV file names files and says something about them, rather than being a source itself."""
    return path.suffix.lower() == ".csv" and bool(_rows_of(path))


def files_in(manifest: Path) -> tuple[tuple[Path, Supplied], ...]:
    """The files that a manifest names, relative to its own folder, and what it says about each."""
    return tuple(_rows_of(manifest).values())


def _rows_of(manifest: Path) -> Mapping[str, tuple[Path, Supplied]]:
    try:
        state = manifest.stat()
        return _rows(manifest, state.st_mtime_ns) if state.st_size <= _LARGEST_MANIFEST else {}
    except OSError:
        return {}


@lru_cache(maxsize=64)
def _rows(manifest: Path, changed: int) -> Mapping[str, tuple[Path, Supplied]]:
    """The rows of a manifest by file; `changed` makes an edited manifest be read again."""
    text = (decode(manifest.read_bytes()) or "").lstrip("\ufeff")
    try:
        rows = [{(name or "").strip().lower(): value for name, value in row.items()} for row in _csv(text)]
    except csv.Error:
        return {}
    named = ((manifest.parent / file, row) for row in rows if (file := _file_of(row)))
    return {_key(path): (path, Supplied(known_fields(row))) for path, row in named}


def _key(path: Path) -> str:
    """What tells files apart, whatever their names' upper and lower case."""
    return os.path.abspath(path).casefold()  # noqa: PTH100  resolve() would follow links


def _csv(text: str) -> "csv.DictReader[str]":
    """The rows of a table that commas, semicolons or tabs part, as spreadsheets of different countries save it."""
    header = text.partition("\n")[0]
    return csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=header.count))


def _file_of(row: Mapping[str, object]) -> str | None:
    named = next((row[column] for column in _FILE_COLUMNS if isinstance(row.get(column), str)), None)
    return str(named).strip().replace("\\", "/") or None if named else None


def _read_sidecar(path: Path) -> Supplied:
    content = _json_object(path)
    if content is None:
        return Supplied(warnings=(f"The sidecar {path.name} is not a JSON object, so it was left aside.",))
    return Supplied(known_fields(content)) if are_known(content) else Supplied()


def _json_object(path: Path) -> dict[str, object] | None:
    try:
        content = json.loads(decode(path.read_bytes()[:_LARGEST_SIDECAR]) or "")
    except (OSError, ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None
