"""The words a conversation is made of: turns, citations, answers."""

from datetime import date as Date
from typing import Any, Literal

from index.model import Filters, Part
from ingest.records import Record, Source


class Turn(Record):
    """One turn of a conversation so far, oldest first."""

    role: Literal["user", "assistant"]
    content: str


class Citation(Record):
    """Where a statement of the answer stands: item, speaker, and a verbatim slice of the source.

    `speakers` and `asker` are as printed. `start` and `end` are the place of `quote` in the minutes of the item,
    null where it is printed elsewhere (a decision in a block of its own, agenda text).
    """

    number: int
    meeting_id: str
    item_id: str
    organisation: str | None = None
    committee: str | None = None
    date: Date | None = None
    item_number: str | None = None
    item_title: str | None = None
    speakers: tuple[str, ...] = ()
    asker: str | None = None
    part: Part = "minutes"
    quote: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    source: Source = Source()


class Suggestion(Record):
    """An item near to a question that the records do not answer. Clearly not an answer."""

    meeting_id: str
    item_id: str
    committee: str | None = None
    date: Date | None = None
    item_title: str | None = None


class Answer(Record):
    """What is said back. Without `answered` there are no citations, and the text says what was searched.

    `question` is the question as understood, standing alone; `filters` what it was narrowed to; `notices` tell the
    reader of anything out of the ordinary (a language model that did not answer, a sentence that was taken out).
    """

    answered: bool
    answer: str
    citations: tuple[Citation, ...] = ()
    question: str = ""
    filters: Filters = Filters()
    seconds: float = 0.0
    notices: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The answer as the command contract prints it: without empty filters, a source as path and address."""
        found = self.model_dump(mode="json")
        found["filters"] = {key: value for key, value in found["filters"].items() if value is not None}
        for citation in found["citations"]:
            citation["source"].pop("format", None)
        return found
