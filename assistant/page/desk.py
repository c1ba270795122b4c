"""What happens when something on the page is touched."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.model import Answer
from assistant.page import render
from assistant.page.adding import add
from assistant.page.examples import example_questions
from assistant.page.talk import Talk, narrowed, opened, reply
from index.model import Overview
from ingest.errors import MinutebookError

_PROGRESS = gr.Progress()
Shown = tuple[Any, ...]


class Desk:
    """The desk over one library, at which every reader is answered. It keeps nothing of a conversation.

    Each method returns what the components show that `layout` names for its touch, in their order.
    """

    no_item = render.hint("Minutes of the item", "Open a source to read them, with the quoted words marked.")
    no_sources = render.hint("Sources", "The sources of an answer are listed here.")

    def __init__(self, assistant: Assistant, *, adding: bool = True) -> None:
        """`adding` says whether readers may add minutes."""
        self.library = assistant.library
        self.adding = adding
        self.assistant = assistant
        self._examples: tuple[Overview, list[str]] | None = None

    def ask(self, question: str, talk: Talk, *fields: str | None) -> Iterator[Shown]:
        """Answer a question as the answer comes: conversation, sources, item, status, talk, and the emptied field."""
        if question.strip():
            yield self._pending(question, "", talk)
        try:
            for text, grown in reply(self.assistant, talk, question, narrowed(*fields)):
                if grown is not None:
                    yield self._answered(grown)
                else:
                    yield self._pending(question, text, talk)
        except MinutebookError as error:
            # Nothing was answered: the conversation stands as it was, and the question comes back to be mended.
            told = render.status(str(error), problem=True)
            yield render.conversation(talk.exchanges), gr.skip(), gr.skip(), told, talk, question

    def ask_example(self, talk: Talk, committee: str, speaker: str, since: str, until: str, event: gr.EventData) -> Any:
        """As `ask`, for an example that was touched."""
        yield from self.ask(_touched(event, "text"), talk, committee, speaker, since, until)

    def _pending(self, question: str, text: str, talk: Talk) -> Shown:
        shown = render.conversation(talk.exchanges, pending=(question, text))
        return shown, gr.skip(), gr.skip(), render.status("Looking through the minutes."), talk, ""

    def _answered(self, talk: Talk) -> Shown:
        turn = len(talk.answers) - 1
        answer = talk.answers[turn]
        first = f"cite-{turn}-{answer.citations[0].number}" if answer.citations else ""
        item = opened(self.library, talk, first) if first else self.no_item
        told = render.status(_outcome(answer))
        conversation = render.conversation(talk.exchanges)
        return conversation, render.sources(answer, turn), item, told, talk, ""

    def open(self, talk: Talk, event: gr.EventData) -> Shown:
        """The item behind the citation that was touched, with the sources of its turn where others are shown."""
        key = _touched(event, "key")
        item = opened(self.library, talk, key)
        if not item:
            return gr.skip(), self.no_item, gr.skip()
        turn = int(key.split("-")[1])
        listed = _touched(event, "listed") == str(turn)
        sources = gr.skip() if listed else render.sources(talk.answers[turn], turn)
        return sources, item, render.status("The minutes of the item are open.")

    def change(self, talk: Talk, event: gr.EventData) -> Shown:
        """What was understood in a turn, put into the fields to be changed and asked again."""
        turn = _touched(event, "turn")
        if not turn.isdigit() or int(turn) >= len(talk.answers):
            return (gr.skip(),) * 6
        answer = talk.answers[int(turn)]
        filters = answer.filters
        since, until = (f"{day:%-d %B %Y}" if day else "" for day in (filters.date_from, filters.date_to))
        fields = (filters.committee or "", filters.speaker or "", since, until)
        return (
            answer.question or talk.questions[int(turn)],
            *fields,
            gr.Accordion(open=True, label=_narrowing_label(*fields)),
        )

    def narrowing(self, *fields: str | None) -> Any:
        """The heading of the filters, which says what they narrow down to while they are folded away."""
        return gr.Accordion(label=_narrowing_label(*fields))

    def begin_anew(self) -> Shown:
        """An empty conversation."""
        told = render.status("A new conversation.")
        return render.conversation([]), self.no_sources, self.no_item, told, Talk(), ""

    def upload(self, files: list[str] | None, progress: gr.Progress = _PROGRESS) -> Shown:
        """Take uploads in: what became of them, and the emptied field."""
        if not files:
            return gr.skip(), gr.skip()
        try:
            report = add(self.library, files, lambda share, word: progress(share, desc=word))
        except MinutebookError as error:
            return render.problem(str(error)), None
        return render.added(report), None

    def refreshed(self) -> Shown:
        """What the library holds now: the header, the committees and speakers to choose from, the examples."""
        return (
            render.header(self.library.overview()),
            gr.Dropdown(choices=self.committees()),
            gr.Dropdown(choices=self.speakers()),
            self.welcome(),
        )

    def welcome(self) -> str:
        """What stands before the first question."""
        return render.welcome(self.library.overview(), self.examples(), adding=self.adding)

    def examples(self) -> list[str]:
        """Questions to begin with, looked for again when the library has changed."""
        held = self.library.overview()
        if self._examples is None or self._examples[0] != held:
            self._examples = held, example_questions(self.library, self.assistant)
        return self._examples[1]

    def committees(self) -> list[tuple[str, str]]:
        """The committees to choose from."""
        return [("All committees", ""), *((name, name) for name in self.library.overview().committees)]

    def speakers(self) -> list[tuple[str, str]]:
        """The people to choose from, who spoke most first."""
        people = sorted(self.library.people(), key=lambda person: (-person.statements, person.name))
        return [("Everybody", ""), *((person.name, person.name) for person in people if person.statements)]


def _touched(event: gr.EventData, name: str) -> str:
    """What the page says of a touch; it comes from outside, so anything may be missing."""
    return str((getattr(event, "_data", None) or {}).get(name, ""))


def _outcome(answer: Answer) -> str:
    if not answer.answered:
        return "The records hold no answer."
    return f"Answered from {len(answer.citations)} source{'' if len(answer.citations) == 1 else 's'}."


def _narrowing_label(*fields: str | None) -> str:
    try:
        parts = render.narrowed_to(narrowed(*fields))
    except MinutebookError as error:
        return f"Narrow down: {error}"
    return f"Narrowed down to {'; '.join(parts)}" if parts else "Narrow down"
