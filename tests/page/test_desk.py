"""What a touch on the page brings, without a browser."""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from assistant import Assistant
from assistant.page import build_page
from assistant.page.desk import Desk
from assistant.page.talk import Talk
from index import Library
from ingest.errors import MinutebookError

QUESTION = "What was said about co-sleeping?"
NO_FILTERS = ("", "", "", "")


def touch(**data: object) -> gr.EventData:
    """A touch as Gradio hands it on."""
    return gr.EventData(None, data)


@pytest.fixture(scope="module")
def desk(sample_library: Path) -> Iterator[Desk]:
    """The desk over the sample records."""
    with Library.open(sample_library) as library:
        yield Desk(Assistant(library))


def asked(desk: Desk, question: str, talk: Talk | None = None, fields: tuple[str, ...] = NO_FILTERS) -> tuple[Any, ...]:
    """What is shown at last."""
    *_, shown = desk.ask(question, talk or Talk(), *fields)
    return shown


def test_an_answer_shows_its_sources_and_opens_the_first(desk: Desk) -> None:
    first, *_, shown = desk.ask(QUESTION, Talk(), *NO_FILTERS)
    assert "Looking through the minutes" in first[0]
    conversation, sources, item, status, talk, field = shown
    assert "(Safeguarding and Practice)" in conversation
    assert 'data-cite="cite-0-1"' in sources
    assert '<article class="mb-item" data-open="cite-0-1">' in item
    assert "Answered from" in status
    assert len(talk.answers) == 1
    assert field == ""


@pytest.mark.parametrize(
    ("question", "fields", "told"),
    [
        (" ", NO_FILTERS, "The question is empty"),
        ("why " * 2500, NO_FILTERS, "9,999 characters"),
        (QUESTION, ("", "", "soon", ""), "“soon” is not a date"),
        (QUESTION, ("", "", "2024-02-01", "2023-02-01"), "the wrong way round"),
    ],
)
def test_a_problem_is_told_and_the_question_is_kept(
    desk: Desk, question: str, fields: tuple[str, ...], told: str
) -> None:
    _, _, _, status, talk, field = asked(desk, question, fields=fields)
    assert told in status
    assert "mb-problem" in status
    assert talk == Talk()
    assert field == question


def test_an_empty_library_says_so_before_and_after_a_question(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", create=True) as library:
        desk = Desk(Assistant(library))
        assert "This library is empty" in desk.welcome()
        assert "This library is empty" in asked(desk, QUESTION)[3]
        assert desk.committees() == [("All committees", "")]


def test_examples_are_questions_that_the_records_answer(desk: Desk) -> None:
    examples = desk.examples()
    assert QUESTION in examples
    assert all(desk.assistant.ask(question).answered for question in examples)
    shown = desk.ask_example(Talk(), *NO_FILTERS, touch(text=examples[0]))
    assert list(shown)[-1][4].questions == (examples[0],)


def test_a_committee_narrows_the_answer(desk: Desk) -> None:
    talk = asked(desk, QUESTION, fields=("Cabinet", "", "", ""))[4]
    assert {citation.committee for citation in talk.answers[0].citations} == {"Cabinet"}


def test_a_touched_source_opens_and_the_list_changes_only_with_the_turn(desk: Desk) -> None:
    talk = asked(desk, "What was said about potholes?", asked(desk, QUESTION)[4])[4]
    sources, item, _ = desk.open(talk, touch(key="cite-0-1", listed="1"))
    assert 'data-turn="0"' in sources
    assert "<mark>" in item
    sources, _, _ = desk.open(talk, touch(key="cite-0-2", listed="0"))
    assert sources == gr.skip()


@pytest.mark.parametrize("data", [{}, {"key": "cite-5-5"}, {"key": None}, {"key": ["<script>"]}, {"turn": "9"}])
def test_a_touch_of_nothing_does_no_harm(desk: Desk, data: dict[str, object]) -> None:
    talk = asked(desk, QUESTION)[4]
    assert desk.open(talk, touch(**data))[1] == desk.no_item
    assert desk.change(talk, touch(**data)) == (gr.skip(),) * 6


def test_what_was_understood_comes_back_into_the_fields(desk: Desk) -> None:
    talk = asked(desk, QUESTION, fields=("Cabinet", "", "1 January 2024", "2024-12-31"))[4]
    question, committee, speaker, since, until, narrowing = desk.change(talk, touch(turn="0"))
    assert (question, committee, speaker) == (talk.answers[0].question, "Cabinet", "")
    assert (since, until) == ("1 January 2024", "31 December 2024")
    label = "Narrowed down to Cabinet; from 1 January 2024; to 31 December 2024"
    assert (narrowing.label, narrowing.open) == (label, True)
    assert "“soon” is not a date" in desk.narrowing("", "", "soon", "").label


class _Endpoint(BaseHTTPRequestHandler):
    """An OpenAI-compatible endpoint that says one thing that its first source supports, and one that none does."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        evidence = asked["messages"][-1]["content"]
        true = re.search(r"Mr Teague stated [^.]*co-sleeping[^.]*\.", evidence)
        number = re.findall(r"\[(\d+)\]", evidence[: true.start()])[-1] if true else "1"
        words = f"{true[0].rstrip('.') if true else 'So'} [{number}]. The moon is declared a cheese [{number}].".split()
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for word in [*words, ""]:
            finish = None if word else "stop"
            delta = {"index": 0, "delta": {"role": "assistant", "content": f"{word} "}, "finish_reason": finish}
            chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [delta]}
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_: object) -> None:
        """Nothing is to be printed."""


@pytest.fixture
def language_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language model at an endpoint on this machine, set as an operator sets it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Endpoint) as endpoint:
        threading.Thread(target=endpoint.serve_forever, daemon=True).start()
        monkeypatch.setenv("MINUTEBOOK_LLM_BASE", f"http://127.0.0.1:{endpoint.server_port}/v1")
        monkeypatch.setenv("MINUTEBOOK_LLM_MODEL", "m")
        yield
        endpoint.shutdown()


@pytest.mark.usefixtures("language_model")
def test_the_words_of_a_language_model_come_as_they_are_written(held: Library) -> None:
    *frames, shown = Desk(Assistant(held)).ask(QUESTION, Talk(), *NO_FILTERS)
    lengths = [len(conversation) for conversation, *_ in frames]
    assert len(set(lengths)) > 1
    assert lengths == sorted(lengths)
    assert "Mr Teague stated" in shown[0]
    assert "cheese" not in shown[0]
    assert "1 sentence of the language model was taken out" in shown[0]


def test_a_language_model_that_is_down_is_told(sample_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_LLM_BASE", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("MINUTEBOOK_LLM_MODEL", "absent")
    monkeypatch.setenv("MINUTEBOOK_LLM_RETRIES", "0")
    with Library.open(sample_library) as library:
        conversation, *_ = asked(Desk(Assistant(library)), QUESTION)
    assert '<p class="mb-notice">' in conversation
    assert "composed from the records without it" in conversation
    assert "(Safeguarding and Practice)" in conversation


def test_what_is_held_is_looked_up_again(own: Library) -> None:
    desk = Desk(Assistant(own))
    desk.examples()
    own.remove(meeting_id=own.meetings()[0].id)
    header, _, speakers, welcome = desk.refreshed()
    assert f"{own.overview().meetings} meetings" in header
    assert ("Everybody", "") in speakers.choices
    assert "For example" in welcome


def test_a_problem_with_an_upload_is_told(own: Library, tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        (folder / "same.txt").write_text("Minutes", encoding="utf-8")
    told, emptied = Desk(Assistant(own)).upload([str(folder / "same.txt") for folder in folders], gr.Progress())
    assert "one after the other" in told
    assert emptied is None
    assert Desk(Assistant(own)).upload(None) == (gr.skip(), gr.skip())


def test_a_restricted_library_is_never_opened_for_the_page(tmp_path: Path) -> None:
    import app

    Library.open(tmp_path / "exempt", create=True, restricted=True).close()
    with pytest.raises(MinutebookError, match="not shown here"):
        app.serve(tmp_path / "exempt")


def test_a_folder_of_something_else_is_no_library(tmp_path: Path) -> None:
    import app

    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8")
    with pytest.raises(MinutebookError, match="is not a Minutebook library"):
        app.serve(tmp_path)


@pytest.mark.parametrize("adding", [True, False])
def test_there_is_nothing_to_upload_with_where_minutes_are_not_added(held: Library, adding: bool) -> None:
    components = build_page(Assistant(held), adding=adding).blocks.values()
    assert any(isinstance(one, gr.File) for one in components) is adding


@pytest.mark.parametrize(("host", "only_here"), [("127.0.0.1", True), ("::1", True), ("localhost", True)])
def test_minutes_are_added_only_on_this_machine(host: str, only_here: bool) -> None:
    import app

    assert app._only_here(host) is only_here
    assert not app._only_here("0.0.0.0")
    assert not app._only_here("council.example")
