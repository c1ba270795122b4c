"""Files of JSON Lines and conversations that commands read, with errors that name the line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.cli.options import UsedWrongly
from assistant.model import Turn

_TURNS = TypeAdapter(tuple[Turn, ...])


def batch_lines(path: Path, wanted: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, each with an `id` and the text `wanted`. Raises `UsedWrongly`."""
    for number, line in enumerate(_text(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsedWrongly(
                f"{path}, line {number}: this is not JSON ({error.msg}); write one object a line."
            ) from None
        if not isinstance(entry, dict) or "id" not in entry or not isinstance(entry.get(wanted), str):
            raise UsedWrongly(f'{path}, line {number}: write {{"id": …, "{wanted}": "…"}} on each line.')
        yield entry


def turns_of(history: object, where: str) -> tuple[Turn, ...]:
    """The turns of a conversation from JSON. Raises `UsedWrongly`."""
    try:
        return _TURNS.validate_python(history or ())
    except ValidationError:
        raise UsedWrongly(
            f'{where}: a history is a list of {{"role": "user" or "assistant", "content": "…"}}.'
        ) from None


def history_file(path: Path) -> tuple[Turn, ...]:
    """The conversation so far, from a JSON file. Raises `UsedWrongly`."""
    try:
        return turns_of(json.loads(_text(path)), str(path))
    except json.JSONDecodeError as error:
        raise UsedWrongly(f"{path} is not JSON: {error.msg} in line {error.lineno}.") from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UsedWrongly(f"{path} cannot be read: {reason}.") from None
