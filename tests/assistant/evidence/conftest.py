"""Items made of what is said in them, sentence by sentence."""

from collections.abc import Callable
from datetime import date

import pytest

from assistant.evidence.scoring import Scored
from assistant.evidence.sentences import sentences_of
from assistant.question import Question, Register, understand
from assistant.question.dates import meeting_days
from index.model import Filters, MeetingHead
from ingest.records import Decision, Item, Speaker, Statement

Said = tuple[str | None, str]
HEAD = MeetingHead(id="m1", committee="Parks Committee", date=date(2023, 5, 2))


@pytest.fixture
def made_item() -> Callable[..., Item]:
    """An item in which each of the pairs (speaker, text) is a statement; speakers are as printed, None is nobody."""

    def make(*said: Said, title: str = "Trees", decisions: tuple[Decision, ...] = (), **fields: object) -> Item:
        statements, at = [], 0
        for who, text in said:
            speakers = (Speaker(as_printed=who, name=who.split()[-1]),) if who else ()
            statements.append(Statement(start=at, end=at + len(text), text=text, kind="discussion", speakers=speakers))
            at += len(text) + 1
        minutes = " ".join(text for _, text in said)
        return Item(id="i1", title=title, minutes=minutes, statements=tuple(statements), decisions=decisions, **fields)

    return make


@pytest.fixture
def asked() -> Callable[[str], Question]:
    """A question as understood by a library that holds one committee."""
    register = Register(("Parks Committee",), (), meeting_days([HEAD.date], date(2024, 1, 1)))
    return lambda text: understand(text, (), Filters(), register)


@pytest.fixture
def scored() -> Callable[..., list[Scored]]:
    """The sentences of an item with the scores given, in order."""

    def make(item: Item, *scores: float) -> list[Scored]:
        sentences = sentences_of(HEAD, item)
        assert len(sentences) == len(scores)
        return [Scored(one, score, 0.5, 0.5, 0.5, 0.5, 0.3, 0.5) for one, score in zip(sentences, scores, strict=True)]

    return make
