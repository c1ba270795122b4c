"""What stands where on the page, and which touch calls what."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import gradio as gr

from assistant.assistant import Assistant
from assistant.page import render
from assistant.page.desk import Desk
from assistant.page.talk import Talk

_HERE = Path(__file__).parent
_STYLE = (_HERE / "style.css").read_text(encoding="utf-8")
_BEHAVIOUR = (_HERE / "behaviour.js").read_text(encoding="utf-8")
THEME = gr.themes.Base(
    primary_hue="teal",
    neutral_hue="slate",
    font=["-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"],
    font_mono=["ui-monospace", "Consolas", "monospace"],
)
# Gradio puts every rule of its own `css` below the contents of the page; these are for the frame around them too.
# The viewport in the file wins over Gradio's own, which forbids readers to enlarge the page.
HEAD = f"{(_HERE / 'templates' / 'head.html').read_text(encoding='utf-8')}<style>{_STYLE}</style>"
_FILE_TYPES = [".html", ".htm", ".txt", ".md", ".xml", ".pdf", ".docx", ".jsonl", ".json", ".csv", ".vtt"]
# Questions answered at the same time; a language model may take half a minute for one.
_AT_ONCE = 8
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_PLAIN: dict[str, Any] = {"apply_default_css": False, "js_on_load": None}
_CHOICE: dict[str, Any] = {"value": "", "allow_custom_value": True, "scale": 4, "min_width": 190}
_DATE: dict[str, Any] = {"max_lines": 1, "scale": 3, "min_width": 100, "placeholder": "8 March 2023"}


@dataclass(frozen=True)
class _Parts:
    """The components that touches change."""

    talk: gr.State
    header: gr.HTML
    conversation: gr.HTML
    welcome: gr.HTML
    status: gr.HTML
    question: gr.Textbox
    send: gr.Button
    narrowing: gr.Accordion
    fields: list[Any]
    clear: gr.Button
    cited: gr.HTML
    item: gr.HTML
    uploads: tuple[gr.File, gr.HTML] | None

    @property
    def shown(self) -> list[Any]:
        """What an answer changes."""
        return [self.conversation, self.cited, self.item, self.status, self.talk, self.question]

    @property
    def held(self) -> list[Any]:
        """What shows what the library holds."""
        return [self.header, *self.fields[:2], self.welcome]


def build_page(assistant: Assistant, *, adding: bool = True) -> gr.Blocks:
    """The page on which `assistant` answers, each session for itself; with `adding`, readers may upload minutes."""
    desk = Desk(assistant, adding=adding)
    with gr.Blocks(title="Minutebook", analytics_enabled=False, fill_width=True) as blocks:
        parts = _laid_out(desk)
        _wire_conversation(desk, parts)
        _wire_filters(desk, parts)
        blocks.load(desk.refreshed, None, parts.held, **_QUIET)
        if parts.uploads is not None:
            files, told = parts.uploads
            taken = files.upload(desk.upload, [files], [told, files], api_visibility="private")
            taken.then(desk.refreshed, None, parts.held, **_QUIET)
    return cast(gr.Blocks, blocks)


def _wire_conversation(desk: Desk, parts: _Parts) -> None:
    asking: dict[str, Any] = {**_QUIET, "concurrency_limit": _AT_ONCE, "concurrency_id": "asking"}
    for asked in (parts.question.submit, parts.send.click):
        asked(desk.ask, [parts.question, parts.talk, *parts.fields], parts.shown, **asking)
    conversation = parts.conversation
    conversation.select(desk.ask_example, [parts.talk, *parts.fields], parts.shown, **asking)
    conversation.click(desk.open, [parts.talk], [parts.cited, parts.item, parts.status], **_QUIET)
    conversation.edit(desk.change, [parts.talk], [parts.question, *parts.fields, parts.narrowing], **_QUIET)
    conversation.clear(desk.begin_anew, None, parts.shown, **_QUIET)


def _wire_filters(desk: Desk, parts: _Parts) -> None:
    for field in parts.fields:
        field.change(desk.narrowing, parts.fields, [parts.narrowing], **_QUIET)
    parts.clear.click(lambda: ("", "", "", ""), None, parts.fields, **_QUIET)


def _laid_out(desk: Desk) -> _Parts:
    talk = gr.State(Talk())
    header = gr.HTML(render.header(desk.library.overview()), elem_id="mb-header", **_PLAIN)
    with gr.Row(elem_classes="mb-columns"):
        with gr.Column(elem_classes="mb-talking", scale=11, min_width=300):
            behaviour = {**_PLAIN, "js_on_load": _BEHAVIOUR}
            with gr.Column(elem_id="mb-conversation"):
                conversation = gr.HTML(render.conversation([]), **behaviour)
                welcome = gr.HTML(desk.welcome(), elem_id="mb-welcome", **_PLAIN)
            status = gr.HTML("", elem_id="mb-status", **_PLAIN)
            question, send = _question()
            with gr.Row(elem_classes="mb-drawers"):
                narrowing, fields, clear = _filters(desk)
                uploads = _uploads() if desk.adding else None
        with gr.Column(elem_classes="mb-reading", scale=10, min_width=300):
            cited = gr.HTML(desk.no_sources, elem_id="mb-sources", **_PLAIN)
            item = gr.HTML(desk.no_item, elem_id="mb-item", **_PLAIN)
    return _Parts(
        talk, header, conversation, welcome, status, question, send, narrowing, fields, clear, cited, item, uploads
    )


def _question() -> tuple[gr.Textbox, gr.Button]:
    with gr.Row(elem_classes="mb-asking"):
        question = gr.Textbox(
            placeholder="What was said about …?",
            label="Your question",
            show_label=False,
            container=False,
            scale=8,
            max_lines=5,
            elem_id="mb-question",
            autofocus=True,
            html_attributes=gr.InputHTMLAttributes(enterkeyhint="send"),
        )
        send = gr.Button("Ask", variant="primary", scale=0, min_width=88, elem_id="mb-ask")
    return question, send


def _filters(desk: Desk) -> tuple[gr.Accordion, list[Any], gr.Button]:
    with gr.Accordion("Narrow down", open=False, elem_id="mb-filters") as narrowing, gr.Row():
        committee = gr.Dropdown(desk.committees(), label="Committee", elem_id="mb-committee", **_CHOICE)
        speaker = gr.Dropdown(desk.speakers(), label="Speaker", elem_id="mb-speaker", **_CHOICE)
        since = gr.Textbox(label="From", elem_id="mb-since", **_DATE)
        until = gr.Textbox(label="To", elem_id="mb-until", **_DATE)
        clear = gr.Button("Clear", size="sm", scale=0, min_width=60, elem_id="mb-clear")
    return narrowing, [committee, speaker, since, until], clear


def _uploads() -> tuple[gr.File, gr.HTML]:
    label = "Saved minutes: web pages, text, PDF, Word, records"
    with gr.Accordion("Add minutes", open=False, elem_id="mb-add"):
        files = gr.File(file_count="multiple", file_types=_FILE_TYPES, label=label, height=120)
        told = gr.HTML("", elem_id="mb-told", **_PLAIN)
    return files, told
