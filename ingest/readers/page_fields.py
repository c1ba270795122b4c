"""The "Label: value" lines of a page of details ("Decision Maker: Cabinet"), told from its running text."""

import re
from collections.abc import Iterable, Sequence

from ingest.blocks import clean
from ingest.readers.lines import Line


def take_fields(lines: Sequence[Line], names: Iterable[str]) -> tuple[dict[str, str], list[Line]]:
    """The values of the labels `names` by their lower-case name, and the lines that are none of them.

    A label may stand on a line of its own, with its value on the next.
    """
    pattern = re.compile(rf"(?P<name>{'|'.join(names)})\s*[:?]+\s*(?P<value>.*)", re.I)
    fields: dict[str, str] = {}
    rest: list[Line] = []
    waiting: str | None = None
    for line in lines:
        match = pattern.fullmatch(line.text.replace("\t", " "))
        if match:
            waiting = clean(match["name"]).lower()
            fields.setdefault(waiting, match["value"].strip())
            if match["value"].strip():
                waiting = None
        elif waiting is not None and not line.label:
            fields[waiting] = line.text
            waiting = None
        else:
            waiting = None
            rest.append(line)
    return {name: value for name, value in fields.items() if value}, rest
