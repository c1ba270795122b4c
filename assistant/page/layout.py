"""What stands where on the page, and what happens when it is touched."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import gradio as gr

from assistant.assistant import Assistant
from assistant.page import render
from assistant.page.adding import add
from assistant.page.examples import example_questions
from assistant.page.talk import Talk, narrowed, opened, reply
from index.library import Library
from ingest.errors import MinutebookError

logger = logging.getLogger(__name__)
_HERE = Path(__file__).parent
STYLE = (_HERE / "style.css").read_text(encoding="utf-8")
_BEHAVIOUR = (_HERE / "behaviour.js").read_text(encoding="utf-8")
THEME = gr.themes.Base(
    primary_hue="teal",
    neutral_hue="slate",
    font=["system-ui", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"],
    font_mono=["ui-monospace", "Consolas", "monospace"],
)
HEAD = '<meta name="viewport" content="width=device-width, initial-scale=1">'
_HEADER = (
    "<header class='mb-header'><h1>Minutebook</h1>"
    "<p>Ask what the committee said. Every answer names who said it and quotes the minutes.</p></header>"
)
_WELCOME = (
    "<div class='mb-welcome'><strong>What would you like to know?</strong><br>"
    "Ask in your own words, and lean on what was said before: “and what was decided?”</div>"
)
_NO_ITEM = "<p class='mb-hint'>Open a source to read the minutes of its item, with the quoted words marked.</p>"
_NO_SOURCES = "<p class='mb-hint'>The sources of an answer are listed here.</p>"
_EMPTY = (
    "<p class='mb-held'>This library is empty. Add saved minutes under “Add minutes”, "
    "or with <code>minutebook ingest</code>.</p>"
)
_PROGRESS = gr.Progress()
_FILE_TYPES = [".html", ".htm", ".txt", ".md", ".xml", ".pdf", ".docx", ".jsonl", ".json", ".vtt"]


class Page:
    """The page over one library: its answers, its choices, and what an upload changes."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.assistant = Assistant(library)

    def ask(self, question: str, talk: Talk, *fields: str | None) -> Iterator[tuple[Any, ...]]:
        """Answer a question: the conversation, the sources, the empty field, the talk, and the item shown."""
        if not question.strip():
            yield gr.skip(), gr.skip(), "", talk, gr.skip()
            return
        try:
            filters = narrowed(*fields)
        except MinutebookError as error:
            gr.Warning(str(error))
            yield gr.skip(), gr.skip(), gr.skip(), talk, gr.skip()
            return
        for messages, grown in reply(self.assistant, talk, question.strip(), filters):
            talk = grown
            yield messages, gr.skip(), "", talk, gr.skip()
        number = len(talk.answers) - 1
        first = talk.answers[number].citations[:1]
        item = opened(self.library, talk, f"cite-{number}-{first[0].number}") if first else _NO_ITEM
        yield messages, render.sources(talk.answers[number], number), "", talk, item

    def open(self, talk: Talk, event: gr.EventData) -> tuple[str, Any]:
        """The item behind the citation that was touched, and the sources of its turn."""
        key = str(getattr(event, "key", ""))
        shown = opened(self.library, talk, key)
        turn = key.split("-")[1] if key.count("-") == 2 else ""
        sources = (
            render.sources(talk.answers[int(turn)], int(turn))
            if turn.isdigit() and int(turn) < len(talk.answers)
            else gr.skip()
        )
        return shown or _NO_ITEM, sources

    def upload(self, files: list[str] | None, progress: gr.Progress = _PROGRESS) -> tuple[Any, ...]:
        """Take uploads in: what became of them, the emptied field, what is held now, and the new choices."""
        if not files:
            return (gr.skip(),) * 5
        told = add(self.library, files, lambda share, word: progress(share, desc=word))
        return told, None, self.held(), gr.Dropdown(choices=self.committees()), gr.Dropdown(choices=self.speakers())

    def committees(self) -> list[tuple[str, str]]:
        """The committees to choose from."""
        return [("All committees", ""), *((name, name) for name in self.library.overview().committees)]

    def speakers(self) -> list[tuple[str, str]]:
        """The people and posts to choose from, who spoke most first."""
        people = sorted(self.library.people(), key=lambda person: (-person.statements, person.name))
        return [("Everybody", ""), *((person.name, person.name) for person in people if person.statements)]

    def held(self) -> str:
        """One line on what the library holds."""
        held = self.library.overview()
        if not held.items:
            return _EMPTY
        dates = f", {held.first:%B %Y} to {held.last:%B %Y}" if held.first and held.last else ""
        return (
            f"<p class='mb-held'>{held.meetings} meetings of {len(held.committees)} committees{dates}: "
            f"{held.items} agenda items, {held.statements} statements.</p>"
        )


def build_page(library: Library) -> gr.Blocks:
    """The page over `library`. Every session has a conversation of its own."""
    page = Page(library)
    with gr.Blocks(title="Minutebook", analytics_enabled=False, fill_width=True) as blocks:
        talk = gr.State(Talk())
        gr.HTML(_HEADER)
        held = gr.HTML(page.held(), elem_id="mb-held")
        with gr.Row(elem_classes="mb-columns"):
            with gr.Column(scale=6, min_width=320):
                conversation = _conversation()
                question, send = _question()
                offered = _offered(page)
                fields = _filters(page)
                files, told = _uploads()
                again = gr.Button("Start a new conversation", size="sm", variant="secondary", elem_id="mb-again")
            with gr.Column(scale=5, min_width=320):
                gr.HTML("<h2 class='mb-heading'>Sources</h2>")
                cited = gr.HTML(_NO_SOURCES, elem_id="mb-sources", js_on_load=_BEHAVIOUR)
                gr.HTML("<h2 class='mb-heading'>Minutes of the item</h2>")
                item = gr.HTML(_NO_ITEM, elem_id="mb-item")
        answered = [conversation, cited, question, talk, item]
        for asked, text in (
            (question.submit, question),
            (send.click, question),
            *((one.click, one) for one in offered),
        ):
            asked(page.ask, [text, talk, *fields], answered, api_visibility="private")
        cited.click(page.open, [talk], [item, cited], api_visibility="private")
        files.upload(page.upload, [files], [told, files, held, *fields[:2]], api_visibility="private")
        for anew in (again.click, conversation.clear):
            anew(_anew, None, [talk, conversation, cited, item], api_visibility="private")
    return cast(gr.Blocks, blocks)


def _conversation() -> gr.Chatbot:
    return gr.Chatbot(
        elem_id="mb-conversation",
        show_label=False,
        height="58vh",
        layout="bubble",
        latex_delimiters=[],
        buttons=[],
        feedback_options=None,
        placeholder=_WELCOME,
    )


def _question() -> tuple[gr.Textbox, gr.Button]:
    with gr.Row(elem_classes="mb-asking"):
        question = gr.Textbox(
            placeholder="What was said about …?",
            label="Your question",
            show_label=False,
            scale=8,
            max_lines=4,
            elem_id="mb-question",
            autofocus=True,
            max_length=4000,
        )
        send = gr.Button("Ask", variant="primary", scale=1, min_width=84, elem_id="mb-ask")
    return question, send


def _offered(page: Page) -> list[gr.Button]:
    examples = example_questions(page.library, page.assistant)
    with gr.Row(elem_classes="mb-examples", visible=bool(examples)):
        return [gr.Button(text, size="sm", variant="secondary") for text in examples]


def _filters(page: Page) -> list[gr.components.Component]:
    with gr.Accordion("Narrow down", open=False, elem_id="mb-filters"):
        with gr.Row():
            committee = gr.Dropdown(page.committees(), value="", label="Committee", elem_id="mb-committee")
            speaker = gr.Dropdown(page.speakers(), value="", label="Speaker", allow_custom_value=True)
        with gr.Row():
            since = gr.Textbox(label="From", placeholder="2023-03-08", max_lines=1, max_length=10)
            until = gr.Textbox(label="To", placeholder="2023-12-31", max_lines=1, max_length=10)
    return [committee, speaker, since, until]


def _uploads() -> tuple[gr.File, gr.Textbox]:
    label = "Saved minutes: web pages, text, PDF, Word, records"
    with gr.Accordion("Add minutes", open=False, elem_id="mb-add"):
        files = gr.File(file_count="multiple", file_types=_FILE_TYPES, label=label, height=130)
        told = gr.Textbox(label="What became of them", interactive=False, lines=3, elem_id="mb-told")
    return files, told


def _anew() -> tuple[Talk, list[dict[str, str]], str, str]:
    return Talk(), [], _NO_SOURCES, _NO_ITEM
