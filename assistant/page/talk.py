"""One reader's conversation: what was asked and answered, and where each citation of each turn stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from assistant.assistant import Assistant
from assistant.model import Answer, Citation, Turn
from assistant.page import render
from assistant.question.dates import check_order
from index.library import Library
from index.model import Filters
from ingest.dates import parse_date
from ingest.errors import MinutebookError


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation so far. It is one reader's own: the page keeps one for each session."""

    questions: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def exchanges(self) -> list[tuple[str, Answer]]:
        """Each question with its answer, oldest first."""
        return list(zip(self.questions, self.answers, strict=True))

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The conversation as the assistant takes it."""
        return tuple(
            turn
            for question, answer in self.exchanges
            for turn in (Turn(role="user", content=question), Turn(role="assistant", content=answer.answer))
        )


def reply(assistant: Assistant, talk: Talk, question: str, filters: Filters) -> Iterator[tuple[str, Talk | None]]:
    """The text of the answer as far as it has come, again and again; at last the whole, with the longer conversation.

    Raises `MinutebookError` where there is nothing to answer: the question is empty or far too long, the library too.
    """
    if question.strip() and not assistant.library.overview().items:
        raise MinutebookError("This library is empty, so there is nothing to search. Add saved minutes first.")
    text = ""
    for piece in assistant.stream(question, talk.turns, filters):
        if isinstance(piece, Answer):
            yield piece.answer, replace(talk, questions=(*talk.questions, question), answers=(*talk.answers, piece))
        else:
            text += piece
            yield text, None


def opened(library: Library, talk: Talk, key: str) -> str:
    """The item behind a citation ("cite-0-2": turn 0, number 2) or a suggestion ("near-0-1"), as HTML.

    Empty where there is no such turn or number.
    """
    kind, _, place = key.partition("-")
    turn, _, number = place.partition("-")
    if not (turn.isdecimal() and number.isdecimal() and int(turn) < len(talk.answers)):
        return ""
    answer = talk.answers[int(turn)]
    if kind == "near":
        near = answer.suggestions[int(number)] if int(number) < len(answer.suggestions) else None
        return _item(library, near.meeting_id, near.item_id, None, key) if near else ""
    cited = next((citation for citation in answer.citations if citation.number == int(number)), None)
    return _item(library, cited.meeting_id, cited.item_id, cited, key) if cited else ""


def _item(library: Library, meeting_id: str, item_id: str, citation: Citation | None, key: str) -> str:
    try:
        head, item = library.item(item_id, meeting_id)
        # A name on the roster is cited with an item of its meeting, in which it is not printed.
        of_roster = (
            citation is not None and citation.part == "agenda" and citation.quote not in (item.agenda_text or "")
        )
        roster = library.meeting(meeting_id).attendance if of_roster else ()
    except MinutebookError as error:
        return render.problem(str(error))
    return render.item_page(head, item, citation, key, roster)


def narrowed(committee: str | None, speaker: str | None, since: str | None, until: str | None) -> Filters:
    """The filters that the page's fields say. Raises `MinutebookError` where a date is none, or both are exchanged."""
    first, last = _date(since), _date(until)
    check_order(first, last)
    return Filters(committee=committee or None, speaker=speaker or None, date_from=first, date_to=last)


def _date(text: str | None) -> date | None:
    if not text or not text.strip():
        return None
    day = parse_date(text.strip())
    if day is None:
        raise MinutebookError(f"“{text.strip()}” is not a date; write it like 8 March 2023 or 2023-03-08.")
    return day
