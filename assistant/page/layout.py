"""What stands where on the page, and which touch calls what."""

from pathlib import Path
from typing import Any, cast

import gradio as gr

from assistant.page import render
from assistant.page.desk import Desk
from assistant.page.talk import Talk
from index.library import Library

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
_PLAIN: dict[str, Any] = {"apply_default_css": False, "js_on_load": None}
_CHOICE: dict[str, Any] = {"value": "", "allow_custom_value": True, "scale": 4, "min_width": 190}
_DATE: dict[str, Any] = {"max_lines": 1, "scale": 3, "min_width": 100, "placeholder": "8 March 2023"}


def build_page(library: Library, *, adding: bool = True) -> gr.Blocks:
    """The page over `library`; with `adding`, readers may upload minutes. Every session has its own conversation."""
    desk = Desk(library)
    with gr.Blocks(title="Minutebook", analytics_enabled=False, fill_width=True) as blocks:
        talk = gr.State(Talk())
        header = gr.HTML(render.header(library.overview()), elem_id="mb-header", **_PLAIN)
        with gr.Row(elem_classes="mb-columns"):
            with gr.Column(elem_classes="mb-talking", scale=11, min_width=300):
                conversation = gr.HTML(
                    desk.conversation(Talk()), elem_id="mb-conversation", **{**_PLAIN, "js_on_load": _BEHAVIOUR}
                )
                status = gr.HTML("", elem_id="mb-status", **_PLAIN)
                question, send = _question()
                with gr.Row(elem_classes="mb-drawers"):
                    fields, narrowing, clear = _filters(desk)
                    uploads = _uploads() if adding else None
            with gr.Column(elem_classes="mb-reading", scale=10, min_width=300):
                cited = gr.HTML(desk.no_sources, elem_id="mb-sources", **_PLAIN)
                item = gr.HTML(desk.no_item, elem_id="mb-item", **_PLAIN)
        shown = [conversation, cited, item, status, talk, question]
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        asking: dict[str, Any] = {**quiet, "concurrency_limit": _AT_ONCE, "concurrency_id": "asking"}
        for asked in (question.submit, send.click):
            asked(desk.ask, [question, talk, *fields], shown, **asking)
        conversation.select(desk.ask_example, [talk, *fields], shown, **asking)
        conversation.click(desk.open, [talk], [cited, item, status], **quiet)
        conversation.edit(desk.change, [talk], [question, *fields, narrowing], **quiet)
        conversation.clear(desk.begin_anew, None, shown, **quiet)
        for field in fields:
            field.change(desk.narrowing, fields, [narrowing], **quiet)
        clear.click(lambda: ("", "", "", ""), None, fields, **quiet)
        held = [header, *fields[:2], conversation]
        blocks.load(desk.refreshed, [talk], held, **quiet)
        if uploads is not None:
            files, told = uploads
            files.upload(desk.upload, [files], [told, files], api_visibility="private").then(
                desk.refreshed, [talk], held, **quiet
            )
    return cast(gr.Blocks, blocks)


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


def _filters(desk: Desk) -> tuple[list[gr.components.Component], gr.Accordion, gr.Button]:
    with gr.Accordion("Narrow down", open=False, elem_id="mb-filters") as narrowing:
        with gr.Row():
            committee = gr.Dropdown(desk.committees(), label="Committee", elem_id="mb-committee", **_CHOICE)
            speaker = gr.Dropdown(desk.speakers(), label="Speaker", elem_id="mb-speaker", **_CHOICE)
            since = gr.Textbox(label="From", elem_id="mb-since", **_DATE)
            until = gr.Textbox(label="To", elem_id="mb-until", **_DATE)
            clear = gr.Button("Clear", size="sm", scale=0, min_width=60, elem_id="mb-clear")
    return [committee, speaker, since, until], narrowing, clear


def _uploads() -> tuple[gr.File, gr.HTML]:
    label = "Saved minutes: web pages, text, PDF, Word, records"
    with gr.Accordion("Add minutes", open=False, elem_id="mb-add"):
        files = gr.File(file_count="multiple", file_types=_FILE_TYPES, label=label, height=120)
        told = gr.HTML("", elem_id="mb-told", **_PLAIN)
    return files, told
