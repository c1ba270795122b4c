"""What somebody says about a file beside it: a sidecar `<name>.json`, front matter, or a row of `manifest.csv`.

Saved pages often have lost body and date. What is supplied fills what the source does not print; where both say
something, the print is kept and a warning tells of the difference.
"""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import get_args

from ingest.blocks import clean
from ingest.dates import find_time, parse_date
from ingest.draft import DraftMeeting
from ingest.encodings import decode
from ingest.records import MeetingStatus

MANIFEST = "manifest.csv"
_OF_MEETING = ("organisation", "committee", "date", "time", "venue", "status", "url")
_OF_ITEM = ("number", "reference", "title")
_KEYS = frozenset((*_OF_MEETING, *_OF_ITEM))
_OTHER_NAMES = {
    "organization": "organisation",
    "council": "organisation",
    "address": "url",
    "source": "url",
    "item": "number",
    "minute": "reference",
}
_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?P<lines>(?:[A-Za-z_ -]{2,20}:.*\n|[ \t]*\n|#.*\n){1,30})(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Supplied:
    """Fields by name as given, and what was wrong with them."""

    fields: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def under(self, other: "Supplied") -> "Supplied":
        """These fields with those of `other` over them."""
        return Supplied({**self.fields, **other.fields}, (*self.warnings, *other.warnings))


def beside(path: Path) -> Supplied:
    """What the sidecar of `path` and the manifests of its folder and the one above say about it."""
    found = Supplied()
    for folder in (path.parent.parent, path.parent):
        found = found.under(_in_manifest(path, folder))
    for sidecar in _sidecars(path):
        if sidecar != path and sidecar.is_file():
            found = found.under(_read_sidecar(sidecar))
    return found


def front_matter(text: str) -> tuple[Supplied, str]:
    """The "key: value" lines between two "---" at the head of a text, and the text below them."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return Supplied(), text
    pairs = (line.partition(":") for line in match["lines"].split("\n") if ":" in line and not line.startswith("#"))
    fields = _known({key: value.strip().strip("\"'") for key, _, value in pairs})
    return (Supplied(fields), text[match.end() :]) if fields else (Supplied(), text)


def is_sidecar(path: Path) -> bool:
    """Whether a JSON file only describes a file beside it, so that it is no source itself."""
    if path.suffix.lower() != ".json" or path.stat().st_size > _LARGEST:
        return False
    described = path.with_suffix("")
    if not described.is_file() and not any(
        other.stem == path.stem and other.suffix.lower() != ".json"
        for other in path.parent.iterdir()
        if other.is_file()
    ):
        return False
    content = _json_object(path)
    return content is not None and bool(content) and all(_name(key) in _KEYS for key in content)


def supply(draft: DraftMeeting, supplied: Supplied) -> DraftMeeting:
    """The draft with what its source does not print filled in, and a warning for each contradiction."""
    fields, warnings = supplied.fields, list(supplied.warnings)
    values = {name: _value(name, fields[name], warnings) for name in _OF_MEETING if fields.get(name)}
    filled: dict[str, object] = {}
    for name, value in values.items():
        printed = getattr(draft, name)
        if printed is None:
            filled[name] = value
        elif value is not None and clean(str(printed)).casefold() != clean(str(value)).casefold():
            warnings.append(f"The {name} is printed as “{printed}” but supplied as “{value}”; the print is kept.")
    own = {name: fields[name] for name in _OF_ITEM if fields.get(name)}
    items = draft.items
    if own and len(items) == 1:
        missing = {name: value for name, value in own.items() if getattr(items[0], name) is None}
        items = (replace(items[0], **missing),)  # type: ignore[arg-type]
    elif own and items:
        warnings.append(f"A supplied {next(iter(own))} belongs to one item; this source has {len(items)}.")
    return replace(draft, items=items, warnings=(*draft.warnings, *warnings), **filled)  # type: ignore[arg-type]


def _value(name: str, given: str, warnings: list[str]) -> object:
    """A supplied field as the draft holds it; None, with a warning, where it cannot be that."""
    value: object = given
    if name == "date":
        value = parse_date(given)
    elif name == "time":
        value = find_time(given)
    elif name == "status":
        value = given.lower() if given.lower() in get_args(MeetingStatus) else None
    if value is None:
        warnings.append(f"The supplied {name} “{given}” is not understood; write it like {_EXAMPLES[name]}.")
    return value


_EXAMPLES = {"date": "2023-03-08", "time": "10:00", "status": "confirmed, draft or cancelled"}


def _sidecars(path: Path) -> tuple[Path, Path]:
    return path.with_suffix(".json"), path.with_name(f"{path.name}.json")


def _read_sidecar(path: Path) -> Supplied:
    content = _json_object(path)
    if content is None:
        return Supplied(warnings=(f"The sidecar {path.name} is not a JSON object, so it was left aside.",))
    return Supplied(_known(content)) if all(_name(key) in _KEYS for key in content) else Supplied()


def _json_object(path: Path) -> dict[str, object] | None:
    try:
        content = json.loads(decode(path.read_bytes()[:_LARGEST]) or "")
    except (OSError, ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _in_manifest(path: Path, folder: Path) -> Supplied:
    manifest = folder / MANIFEST
    try:
        changed = manifest.stat().st_mtime_ns
    except OSError:
        return Supplied()
    rows = _manifest_rows(manifest, changed)
    return Supplied(rows.get(path.relative_to(folder).as_posix().casefold(), {}))


@lru_cache(maxsize=64)
def _manifest_rows(manifest: Path, changed: int) -> Mapping[str, Mapping[str, str]]:
    """The rows of a manifest by file; `changed` makes an edited manifest be read again."""
    text = decode(manifest.read_bytes()) or ""
    try:
        rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    except csv.Error:
        return {}
    return {
        file.strip().replace("\\", "/").removeprefix("./").casefold(): _known(row)
        for row in rows
        if isinstance(file := row.get("file") or row.get("File"), str) and file.strip()
    }


def _known(fields: Mapping[str, object]) -> dict[str, str]:
    named = {_name(key): value for key, value in fields.items()}
    return {
        key: clean(str(value))
        for key, value in named.items()
        if key in _KEYS and isinstance(value, (str, int)) and clean(str(value))
    }


def _name(key: object) -> str:
    name = str(key).strip().lower()
    return _OTHER_NAMES.get(name, name)
