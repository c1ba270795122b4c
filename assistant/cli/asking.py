"""`ask`, `chat` and `precedents`: cited answers."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.cli.lines import batch_lines, history_file, turns_of
from assistant.cli.options import (
    CommitteeOption,
    FromOption,
    JsonOption,
    LibraryOption,
    OrganisationOption,
    SpeakerOption,
    ToOption,
    UsedWrongly,
    filters,
    library_path,
)
from assistant.cli.output import citation_place, say, say_answer, say_json, tell
from assistant.model import Answer, Turn
from index.model import Filters
from ingest.errors import MinutebookError

if TYPE_CHECKING:
    from assistant import Assistant


def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="What you want to know.")] = None,
    history: Annotated[
        Path | None,
        typer.Option("--history", metavar="FILE", help='The conversation so far: a JSON list of {"role", "content"}.'),
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch",
            metavar="FILE.jsonl",
            help='Many questions: lines of {"id", "question", "history"}; prints one JSON line each.',
        ),
    ] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    committee: CommitteeOption = None,
    organisation: OrganisationOption = None,
    speaker: SpeakerOption = None,
    since: FromOption = None,
    until: ToOption = None,
) -> None:
    """Answer one question from the records, with citations; or say plainly that the records do not answer it.

    Example: minutebook ask "What was said about co-sleeping?"
    """
    from assistant import Assistant
    from index import Library

    narrowed = filters(committee, organisation, speaker, since, until)
    if (question is None) == (batch is None):
        raise UsedWrongly("Give either a QUESTION or --batch FILE.jsonl.")
    with Library.open(library_path(context, library)) as opened:
        assistant = Assistant(opened)
        if batch is not None:
            for entry in batch_lines(batch, "question"):
                turns = turns_of(entry.get("history"), f"{batch}, id {entry['id']}")
                say_json({"id": entry["id"]} | _one_of_many(assistant, entry["question"], turns, narrowed))
            return
        answer = assistant.ask(question or "", history_file(history) if history else (), narrowed)
    _say(answer, as_json)


def _one_of_many(assistant: "Assistant", question: str, turns: tuple[Turn, ...], narrowed: Filters) -> dict[str, Any]:
    """One answer of a batch; a question that cannot be asked gets its reason, so that the rest of the batch goes on."""
    try:
        return assistant.ask(question, turns, narrowed).to_json()
    except MinutebookError as error:
        return Answer(answered=False, answer=str(error), question=question[:200], filters=narrowed).to_json()


def chat(
    context: typer.Context,
    library: LibraryOption = None,
    committee: CommitteeOption = None,
    organisation: OrganisationOption = None,
    speaker: SpeakerOption = None,
    since: FromOption = None,
    until: ToOption = None,
) -> None:
    """Talk with the records in the terminal: each question may lean on the ones before. An empty line ends it."""
    from assistant import Assistant
    from index import Library

    narrowed = filters(committee, organisation, speaker, since, until)
    turns: list[Turn] = []
    with Library.open(library_path(context, library)) as opened:
        assistant = Assistant(opened)
        tell("Ask about the records. An empty line ends the conversation.")
        while question := _next_question():
            try:
                answer = _spoken(assistant.stream(question, tuple(turns), narrowed))
            except MinutebookError as error:
                tell(str(error))
                continue
            turns += [Turn(role="user", content=question), Turn(role="assistant", content=answer.answer)]


def _next_question() -> str:
    try:
        return input("\n> ").strip()
    except EOFError:
        return ""


def _spoken(pieces: Iterator[str | Answer]) -> Answer:
    """Print an answer as its pieces come, then where they stand; gives the whole answer."""
    answer, shown = Answer(answered=False, answer=""), ""
    for piece in pieces:
        if isinstance(piece, Answer):
            answer = piece
        else:
            shown += piece
            typer.echo(piece, nl=False)
    # A language model that broke off: what it had said is not the answer.
    say("\n" if shown == answer.answer else f"\n\n{answer.answer}\n")
    for citation in answer.citations:
        say(f"  [{citation.number}] {citation_place(citation)}")
    for notice in answer.notices:
        tell(f"Note: {notice}")
    return answer


def precedents(
    context: typer.Context,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="What to look for, in a few words.")],
    as_json: JsonOption = False,
    library: LibraryOption = None,
    committee: CommitteeOption = None,
    organisation: OrganisationOption = None,
    speaker: SpeakerOption = None,
    since: FromOption = None,
    until: ToOption = None,
) -> None:
    """Every time a topic came up, oldest first, with what was decided.

    Example: minutebook precedents "library opening hours"
    """
    from assistant import Assistant
    from index import Library

    narrowed = filters(committee, organisation, speaker, since, until)
    with Library.open(library_path(context, library)) as opened:
        answer = Assistant(opened).precedents(topic, narrowed)
    _say(answer, as_json)


def _say(answer: Answer, as_json: bool) -> None:
    if as_json:
        say_json(answer.to_json())
    else:
        say_answer(answer)
