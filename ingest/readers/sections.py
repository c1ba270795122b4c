"""The lines of one agenda item become its parts: title, agenda text, minutes, decisions, documents.

The order is fixed by labels, not by place: everything before the first label is the agenda's text, and each label
("Minutes:", "Decision:", "Supporting documents:") opens its part. Pages in markup and their plain text go the same way.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urljoin, urlsplit

from ingest.blocks import printed_marker, without_marker
from ingest.draft import DraftItem, RecordedVote
from ingest.readers.labels import Part, is_debris, is_foot, part_of, split_label, without_file_size, without_truncation
from ingest.readers.lines import Line
from ingest.records import Document

_REPORT_OF = re.compile(r"^(?:Joint\s+)?Reports?\s+(?:of|by|from)\s+(?P<author>\S.*)$", re.I)
_NOT_AN_AUTHOR = re.compile(r"\b(?:is|are|was|were|attached|considered|follow)\b", re.I)
_GOES_ON = re.compile(r"^(?:that|to|and|or|\(|resolved|agreed|recommended|noted|approved)", re.I)
# Words with which minutes tell what happened; where the label "Minutes:" was lost they tell minutes from an agenda.
_NARRATED = re.compile(
    r"\b(?:RESOLVED|AGREED|resolved that|it was (?:noted|agreed|reported|moved)|were (?:received|noted|agreed)|"
    r"(?:said|advised|reported|explained|stated|confirmed|highlighted|noted|responded|replied|informed|commented|"
    r"asked)\s+(?:that|whether|\w+ that|the \w+ that)|"
    r"in response to|introduced the report|(?:was|were) (?:noted|received|welcomed|no declarations))\b"
)


@dataclass
class _Parts:
    """The lines of an item, sorted by part while they are read."""

    agenda: list[Line] = field(default_factory=list)
    minutes: list[Line] = field(default_factory=list)
    decisions: list[Line] = field(default_factory=list)
    reasons: list[Line] = field(default_factory=list)
    documents: list[Line] = field(default_factory=list)
    votes: list[Line] = field(default_factory=list)
    truncated: bool = False
    labelled: bool = False

    def add(self, part: Part, line: Line) -> None:
        if part in ("minutes", "decisions"):
            shortened = without_truncation(line.text)
            if shortened is not None:
                self.truncated = True
                line = replace(line, text=shortened)
        if line.text:
            getattr(self, part).append(line)


def read_item(
    lines: Sequence[Line],
    *,
    number: str | None = None,
    title: Line | None = None,
    base: str | None = None,
    votes: tuple[RecordedVote, ...] = (),
) -> DraftItem:
    """The item that `lines` print below its title.

    `base` is the page's address, against which links are completed.
    """
    parts = _sorted_lines(lines)
    if not parts.labelled and _reads_like_minutes(parts.agenda):
        parts.minutes, parts.agenda = parts.agenda, []
    minutes = tuple(line.block() for line in (*parts.minutes, *parts.reasons))
    decisions = tuple(line.block() for line in parts.decisions)
    report_of, agenda = _without_author(parts.agenda)
    return DraftItem(
        title=_title_text(title) if title is not None else None,
        number=number,
        report_of=report_of,
        agenda_text="\n".join(line.text for line in agenda) or None,
        truncated=parts.truncated,
        minutes=minutes,
        decisions=decisions,
        votes=votes,
        documents=_documents(title, parts.documents, base),
    )


def _sorted_lines(lines: Sequence[Line]) -> _Parts:
    parts = _Parts()
    part: Part = "agenda"
    marked = any(line.label for line in lines)
    for line in _above_foot(lines):
        opened = part_of(line.text, marked=line.label)
        if marked and not line.label and opened != "documents":
            opened = None
        if opened == "reasons" and part != "decisions":
            opened = None
        if opened is not None:
            part, parts.labelled = opened, True
            if opened == "reasons":
                parts.add("reasons", replace(line, kind="heading"))
            continue
        inline = None if marked else split_label(line.text)
        if inline is not None:
            part, parts.labelled = inline[0], True
            parts.add(part, replace(line, text=inline[1]))
            continue
        if (part == "agenda" or line.links) and is_debris(line.text):
            continue
        if part == "decisions" and not marked and parts.minutes and _is_narrative_again(parts.decisions, line):
            part = "minutes"
        parts.add(part, line)
    return parts


def _above_foot(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without the site's links below the list of documents."""
    is_listing = False
    for line in lines:
        opened = part_of(line.text, marked=line.label)
        is_listing = opened == "documents" if opened is not None else is_listing
        if is_listing and is_foot(line.text):
            return
        yield line


def _is_narrative_again(decisions: Sequence[Line], line: Line) -> bool:
    """Whether, after the list under "Decisions", the story of the minutes goes on."""
    if not decisions or printed_marker(line.text) is not None or line.kind in ("bullet", "numbered"):
        return False
    listed = any(printed_marker(entry.text) is not None or entry.kind == "numbered" for entry in decisions)
    return listed and not _GOES_ON.match(line.text) and not line.text[:1].islower()


def _reads_like_minutes(lines: Sequence[Line]) -> bool:
    return any(_NARRATED.search(line.text) for line in lines)


def _without_author(agenda: Sequence[Line]) -> tuple[str | None, list[Line]]:
    """Take the "Report of …" line out of the agenda text."""
    for position, line in enumerate(agenda[:4]):
        match = _REPORT_OF.match(line.text)
        if match and len(line.text) < 300 and not _NOT_AN_AUTHOR.search(match["author"].partition(".")[0]):
            author, stop, rest = match["author"].partition(". ")
            kept = [replace(line, text=rest)] if stop and rest else []
            return author.rstrip(" ."), [*agenda[:position], *kept, *agenda[position + 1 :]]
    return None, list(agenda)


def _title_text(title: Line) -> str | None:
    return (without_file_size(title.text) or title.text) or None


def _documents(title: Line | None, lines: Sequence[Line], base: str | None) -> tuple[Document, ...]:
    found: dict[str, Document] = {}
    if title is not None:
        for _, address in title.links:
            name = file_name(address)
            if name:
                _keep(found, Document(title=name, url=_absolute(address, base)))
        own = without_file_size(title.text)
        if own and not title.links:
            _keep(found, Document(title=own))
    for line in lines:
        if line.links:
            for text, address in line.links:
                name = without_file_size(text) or text
                if name:
                    _keep(found, Document(title=name, url=_absolute(address, base)))
        elif not is_debris(line.text):
            name = without_marker(line.text)
            _keep(found, Document(title=without_file_size(name) or name))
    return tuple(found.values())


def _keep(found: dict[str, Document], document: Document) -> None:
    found.setdefault(document.title.casefold(), document)


def file_name(address: str) -> str | None:
    """The name in the address of a published file: "documents/s91680/Ash Dieback.pdf" is "Ash Dieback"."""
    path = unquote(urlsplit(address).path if "://" in address else address.partition("?")[0])
    match = re.search(r"(?:^|/)documents/[a-z]\d+/(?P<name>.+?)(?:\.[A-Za-z]{3,4})?$", path)
    return " ".join(match["name"].split()) if match else None


def _absolute(address: str, base: str | None) -> str:
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address
