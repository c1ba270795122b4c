"""What somebody says about a source besides its own print, and how it fills the gaps of a draft.

Saved pages often have lost body and date. What is supplied fills what the source does not print; where both say
something, the print is kept and a warning tells of the difference. `beside` says where such facts are found.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from ingest.blocks import clean
from ingest.dates import find_time, parse_date
from ingest.draft import DraftMeeting
from ingest.records import MeetingStatus

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


@dataclass(frozen=True, slots=True)
class Supplied:
    """Fields by name as given, and what was wrong with them."""

    fields: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def under(self, other: "Supplied") -> "Supplied":
        """These fields with those of `other` over them."""
        return Supplied({**self.fields, **other.fields}, (*self.warnings, *other.warnings))


def front_matter(text: str) -> tuple[Supplied, str]:
    """The "key: value" lines between two "---" at the head of a text, and the text below them."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return Supplied(), text
    pairs = (line.partition(":") for line in match["lines"].split("\n") if ":" in line and not line.startswith("#"))
    fields = known_fields({key: value.strip().strip("\"'") for key, _, value in pairs})
    return (Supplied(fields), text[match.end() :]) if fields else (Supplied(), text)


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


def known_fields(fields: Mapping[str, object]) -> dict[str, str]:
    """Those of `fields` that can be supplied, by the names that records have for them."""
    named = {_name(key): value for key, value in fields.items()}
    return {
        key: clean(str(value))
        for key, value in named.items()
        if key in _KEYS and isinstance(value, (str, int)) and clean(str(value))
    }


def are_known(names: Iterable[object]) -> bool:
    """Whether all of these are names of fields that can be supplied."""
    return all(_name(name) in _KEYS for name in names)


def _name(key: object) -> str:
    name = str(key).strip().lower()
    return _OTHER_NAMES.get(name, name)
