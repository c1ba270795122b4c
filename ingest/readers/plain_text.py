"""The last resort: text that no reader knows becomes one item, with a warning, so that it can at least be searched."""

from ingest.draft import DraftItem, DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.lines import lines_of
from ingest.readers.protocol import LAST_RESORT, Recognition

NAME = "plain-text"


def recognise(source: RawSource) -> Recognition | None:
    """As a last resort, whatever is text; markup and data of something else would only show their tags."""
    if not source.text.strip() or source.is_data:
        return None
    return Recognition(LAST_RESORT, "It is text of a form that no reader knows.")


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The text as one item without title. Raises `UnreadableSource` where nothing is printed."""
    blocks = tuple(line.block() for line in lines_of(source.text))
    if not blocks:
        raise UnreadableSource("The file prints nothing; save the page or the minutes again.")
    warning = "The form of this file is not known; it is kept as one item of plain text, without committee or date."
    return (DraftMeeting(items=(DraftItem(minutes=blocks),), format=NAME, warnings=(warning,)),)
