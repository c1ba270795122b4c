"""The way in: one file, many files and folders, or a page's address become readings."""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.assemble import assemble
from ingest.beside import beside
from ingest.draft import DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers import find_reader, record_lines
from ingest.records import Meeting, Source
from ingest.supplied import Supplied, front_matter, supply

logger = logging.getLogger(__name__)

# Nothing that a committee publishes as a page or text comes near these; paged files and records may.
_LARGEST_TEXT = 32 * 2**20
_MOST_PARAGRAPHS = 100_000
_LARGEST_FILE = 2**30
_PAGED_OR_RECORDS = (b"%PDF", b"PK\x03\x04", b"{")


@dataclass(frozen=True, slots=True)
class Reading:
    """A source that was read: its records, the format it was taken for and why, and what is to be noticed."""

    path: str
    format: str
    why: str
    meetings: tuple[Meeting, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be read, and why, as a sentence for the user."""

    path: str
    reason: str


def read_file(path: Path | str, *, include_restricted: bool = False) -> Reading:
    """Read one saved file. Raises `UnreadableSource`, and nothing else, where no record can be made of it."""
    path = Path(path)
    source = RawSource(_content(path), path=path)
    return _guarded(source, beside(path), str(path), include_restricted=include_restricted)


def read_content(content: bytes, *, url: str, include_restricted: bool = False) -> Reading:
    """Read what an address delivered. Raises `UnreadableSource`."""
    return _guarded(RawSource(content, url=url), Supplied(), url, include_restricted=include_restricted)


def try_file(path: Path, supplied: Supplied, *, include_restricted: bool = False) -> Reading | Unread:
    """Read one file of which `supplied` is known; where it cannot be read the reason is returned."""
    try:
        source = RawSource(_content(path), path=path)
        return _guarded(source, supplied.under(beside(path)), str(path), include_restricted=include_restricted)
    except UnreadableSource as error:
        return Unread(str(path), str(error))


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableSource(
                f"{path} is a folder. Name a file in it, or give the folder to a command that walks folders."
            )
        size = path.stat().st_size
        if size > _LARGEST_FILE:
            raise UnreadableSource(
                f"{path.name} has {size / 2**20:.0f} MB, too large to be minutes. Save the page or its minutes alone."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableSource(f"There is no file {path}. Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UnreadableSource(f"{path} cannot be opened: {reason}. Check its name and its permissions.") from None


def _guarded(source: RawSource, supplied: Supplied, name: str, *, include_restricted: bool) -> Reading:
    """Read `source`; whatever goes wrong inside is told as an unreadable source."""
    try:
        return _read(source, supplied, name, include_restricted=include_restricted)
    except UnreadableSource:
        raise
    except (Exception, RecursionError) as error:
        logger.debug("reading %s", name, exc_info=True)
        raise UnreadableSource(
            f"The content could not be read ({type(error).__name__}). If the file opens elsewhere, please report this."
        ) from error


def _read(source: RawSource, supplied: Supplied, name: str, *, include_restricted: bool) -> Reading:
    _refuse_hopeless(source)
    given, source = _without_front_matter(source)
    recognised = record_lines.recognise(source)
    if recognised is not None:
        meetings, warnings = record_lines.read_records(source)
        kept = tuple(meeting if include_restricted else _without_restricted(meeting) for meeting in meetings)
        return Reading(name, record_lines.NAME, recognised.why, kept, warnings)
    found = find_reader(source)
    if found is None:
        raise UnreadableSource(_unknown(source))
    reader, recognition = found
    drafts = [supply(_bounded(draft), supplied.under(given)) for draft in reader.read(source)]
    url = next((draft.url for draft in drafts if draft.url), source.url)
    origin = Source(path=str(source.path) if source.path else None, url=url, format=reader.NAME)
    assembled = [
        assemble(draft, origin, include_restricted=include_restricted, nth=nth)
        for draft, nth in zip(drafts, _counted(drafts), strict=True)
    ]
    if not assembled:
        raise UnreadableSource("The file holds no meeting and no text.")
    why = " ".join(filter(None, (recognition.why, drafts[0].why)))
    warnings = tuple(warning for _, told in assembled for warning in told)
    return Reading(name, reader.NAME, why, tuple(meeting for meeting, _ in assembled), warnings)


def _counted(drafts: Sequence[DraftMeeting]) -> Iterator[int]:
    """For each meeting of a source its place among those that are alike in body, date and first title."""
    seen: Counter[tuple[object, ...]] = Counter()
    for draft in drafts:
        title = next((item.title for item in draft.items if item.title), None)
        alike = (draft.organisation, draft.committee, draft.date, title)
        seen[alike] += 1
        yield seen[alike]


def _bounded(draft: DraftMeeting) -> DraftMeeting:
    if sum(len(item.minutes) for item in draft.items) > _MOST_PARAGRAPHS:
        raise UnreadableSource(
            f"The file has more than {_MOST_PARAGRAPHS:,} paragraphs, which are no minutes of a meeting. Split it."
        )
    return draft


def _refuse_hopeless(source: RawSource) -> None:
    if not source.content.strip():
        raise UnreadableSource("The file is empty. Save or download it again.")
    if len(source.content) > _LARGEST_TEXT and not source.content.lstrip().startswith(_PAGED_OR_RECORDS):
        size = len(source.content) / 2**20
        raise UnreadableSource(
            f"The file has {size:.0f} MB of text, which is no minutes. Save the page or its minutes alone."
        )


def _without_front_matter(source: RawSource) -> tuple[Supplied, RawSource]:
    if not source.content.lstrip(b"\xef\xbb\xbf").startswith(b"---"):
        return Supplied(), source
    given, rest = front_matter(source.text)
    return given, replace(source, content=rest.encode()) if given.fields else source


def _unknown(source: RawSource) -> str:
    if not source.text:
        return "The file is neither text nor a known format. Save the minutes as a web page, PDF, DOCX or text."
    if source.is_html:
        return (
            "The web page holds no minutes that are recognised. Save the page of a meeting or of an agenda item, "
            "or the minutes as PDF, DOCX or text."
        )
    return "The text is in no format that is read here. Save the minutes as a web page, PDF, DOCX or text."


def _without_restricted(meeting: Meeting) -> Meeting:
    """A delivered record without the text of the items that it marks as restricted."""
    bare = {"report_of": None, "agenda_text": None, "minutes": "", "statements": (), "decisions": (), "documents": ()}
    items = tuple(item.model_copy(update=bare) if item.restricted else item for item in meeting.items)
    return meeting.model_copy(update={"items": items})
