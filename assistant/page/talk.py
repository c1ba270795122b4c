"""One reader's conversation: what was asked and answered, and where each citation of each turn stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from assistant.assistant import Assistant
from assistant.model import Answer, Citation, Turn
from assistant.page import render
from index.library import Library
from index.model import Filters
from ingest.errors import MinutebookError

Message = dict[str, str]


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation so far. It is one reader's own: the page keeps one for each session."""

    questions: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The conversation as the assistant takes it."""
        return tuple(
            turn
            for question, answer in zip(self.questions, self.answers, strict=True)
            for turn in (Turn(role="user", content=question), Turn(role="assistant", content=answer.answer))
        )

    def messages(self) -> list[Message]:
        """The conversation as the page shows it."""
        return [
            message
            for number, (question, answer) in enumerate(zip(self.questions, self.answers, strict=True))
            for message in _exchange(question, answer.answer, number)
        ]


def _exchange(question: str, answer: str, number: int) -> list[Message]:
    return [
        {"role": "user", "content": render.asked(question)},
        {"role": "assistant", "content": render.answer_text(answer, number)},
    ]


def reply(assistant: Assistant, talk: Talk, question: str, filters: Filters) -> Iterator[tuple[list[Message], Talk]]:
    """The conversation with one more question, growing as the answer comes; the last is the whole."""
    before, number, text = talk.messages(), len(talk.questions), ""
    answer = Answer(answered=False, answer="")
    try:
        for piece in assistant.stream(question, talk.turns, filters):
            if isinstance(piece, Answer):
                answer = piece
            else:
                text += piece
                yield before + _exchange(question, text, number), talk
    except MinutebookError as error:
        answer = Answer(answered=False, answer=str(error))
    talk = replace(talk, questions=(*talk.questions, question), answers=(*talk.answers, answer))
    yield talk.messages(), talk


def opened(library: Library, talk: Talk, key: str) -> str:
    """The item behind a citation ("cite-0-2": turn 0, number 2) or a suggestion ("near-0-1"), as HTML.

    Empty where there is no such turn or number.
    """
    kind, _, place = key.partition("-")
    turn, _, number = place.partition("-")
    if not (turn.isdigit() and number.isdigit() and int(turn) < len(talk.answers)):
        return ""
    answer = talk.answers[int(turn)]
    if kind == "near":
        near = answer.suggestions[int(number)] if int(number) < len(answer.suggestions) else None
        return _item(library, near.meeting_id, near.item_id, None) if near else ""
    cited = next((citation for citation in answer.citations if citation.number == int(number)), None)
    return _item(library, cited.meeting_id, cited.item_id, cited) if cited else ""


def _item(library: Library, meeting_id: str, item_id: str, citation: Citation | None) -> str:
    try:
        head, item = library.item(item_id, meeting_id)
    except MinutebookError as error:
        return str(render.safe(str(error)))
    return render.item_page(head, item, citation)


def narrowed(committee: str | None, speaker: str | None, since: str | None, until: str | None) -> Filters:
    """The filters that the page's fields say. Raises `MinutebookError` where a date is none."""
    return Filters(committee=committee or None, speaker=speaker or None, date_from=_date(since), date_to=_date(until))


def _date(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise MinutebookError(f"“{text}” is not a date; write it as 2023-03-08.") from None
