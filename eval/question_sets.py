"""Question sets: what is asked, and what a right answer holds. JSON Lines of our own form, or of the QMSum form.

Our form, one question a line (`samples/questions.jsonl` is written in it):

    {"id": "q1", "question": "…", "history": [{"role": "user", "content": "…"}], "type": "said",
     "docs": ["2022-10-11.html"], "item": "title or null", "speakers": [["fullest form", "short form"]],
     "anchors": ["words of the source"], "reference": "the right answer in a sentence"}

`docs` names the source files that hold the answer by the end of their path, `speakers` every right speaker by the
forms that are printed, and `anchors` verbatim words: a right answer quotes at least one of them. A question of the
type `unanswerable` has no anchors, and must be refused.
"""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import Field, ValidationError, field_validator

from assistant.model import Turn
from ingest.errors import MinutebookError
from ingest.records import Record

UNANSWERABLE = "unanswerable"
# A turn of fewer words ("Thank you, Chair.") is no evidence, and would be found everywhere.
LEAST_WORDS = 4


class UnreadableQuestions(MinutebookError):
    """A question set that is missing, empty or not of a known form."""


class Question(Record):
    """One question with what a right answer holds. Without `anchors`, only whether it is refused can be judged."""

    id: str
    question: str = Field(min_length=1)
    history: tuple[Turn, ...] = ()
    type: str = "said"
    docs: tuple[str, ...] = ()
    item: str | None = None
    speakers: tuple[tuple[str, ...], ...] = ()
    anchors: tuple[str, ...] = ()
    reference: str | None = None

    @field_validator("speakers", mode="before")
    @classmethod
    def _nobody(cls, value: Any) -> Any:
        return () if value is None else value

    @property
    def answerable(self) -> bool:
        """Whether the records answer it."""
        return self.type != UNANSWERABLE

    @property
    def meeting(self) -> str:
        """What the question belongs together with when scores are resampled: its first source, or itself."""
        return self.docs[0] if self.docs else self.id

    def is_source(self, path: str | None) -> bool:
        """Whether `path` is one of the sources that hold the answer; any is, where none is named."""
        return not self.docs or (path is not None and any(_ends_with(path, doc) for doc in self.docs))


class QuestionSet(Record):
    """Questions in the order of their file."""

    name: str
    questions: tuple[Question, ...]


def read_questions(path: Path) -> QuestionSet:
    """The question set in the JSON Lines file `path`, whichever of the two forms it has.

    Raises `UnreadableQuestions`, which names the line that is wrong.
    """
    try:
        lines = [
            (n, line) for n, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1) if line.strip()
        ]
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableQuestions(f"The question set {path} cannot be read: {error}.") from None
    questions = tuple(question for number, line in lines for question in _questions(path, number, line))
    if not questions:
        raise UnreadableQuestions(f"The question set {path} holds no question; give a JSON Lines file of questions.")
    return QuestionSet(name=path.name, questions=questions)


def _questions(path: Path, number: int, line: str) -> Iterator[Question]:
    try:
        entry = json.loads(line)
        if isinstance(entry, dict) and "meeting_transcripts" in entry:
            yield from _of_transcript(entry, f"{path.stem}-{number}")
        else:
            yield Question.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the line"
        raise UnreadableQuestions(f"Line {number} of {path} is not a question: {place}: {first['msg']}.") from None
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise UnreadableQuestions(f"Line {number} of {path} is not a question: {error}.") from None


def _of_transcript(entry: dict[str, Any], name: str) -> Iterator[Question]:
    """The questions asked of one QMSum meeting: each turn inside a span that answers is an anchor.

    Form: Zhong et al. 2021, "QMSum: A New Benchmark for Query-based Multi-domain Meeting Summarization".
    """
    turns = entry["meeting_transcripts"]
    for number, asked in enumerate(entry["specific_query_list"], 1):
        answering = {turn for first, last in asked["relevant_text_span"] for turn in range(int(first), int(last) + 1)}
        contents = [turns[turn]["content"] for turn in sorted(answering)]
        yield Question(
            id=f"{name}-{number}",
            question=asked["query"],
            anchors=tuple(content for content in contents if len(content.split()) >= LEAST_WORDS),
            reference=asked.get("answer"),
        )


def _ends_with(path: str, doc: str) -> bool:
    wanted = PurePosixPath(doc.replace("\\", "/")).parts
    return PurePosixPath(path.replace("\\", "/")).parts[-len(wanted) :] == wanted
