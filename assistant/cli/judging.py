"""`eval`: question sets and annotated minutes become scores."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import JsonOption, LibraryOption, UsedWrongly, library_path
from assistant.cli.output import progress_bar, say, tell

if TYPE_CHECKING:
    from eval import Evaluation


def evaluate(
    context: typer.Context,
    questions: Annotated[Path | None, typer.Argument(metavar="QUESTIONS", help="A question set (.jsonl).")] = None,
    attribution: Annotated[
        Path | None,
        typer.Option("--attribution", metavar="FOLDER", help="Score who said what over annotated minutes instead."),
    ] = None,
    report: Annotated[
        Path, typer.Option("--report", metavar="DIR", help="Where report.json and report.html are written.")
    ] = Path("report"),
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-under",
            metavar="METRIC=VALUE",
            help="Status 1 when a metric is below the value; can be given again.",
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="REPORT", help="Also compare with the report.json of an earlier run."),
    ] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Run a question set against the library, print scores, and write a report that lists every question.

    Example: minutebook eval samples/questions.jsonl --fail-under quote@3=0.9
    """
    if (questions is None) == (attribution is None):
        raise UsedWrongly("Give either a QUESTIONS file or --attribution FOLDER.")
    if attribution is not None:
        _attribution(attribution, report, fail_under or [], as_json)
    elif questions is not None:
        evaluation = _questions(questions, library_path(context, library), report, as_json)
        if against is not None:
            _compared(against, evaluation)
        _hold_to(evaluation.values(), fail_under or [])


def _attribution(folder: Path, report: Path, fail_under: list[str], as_json: bool) -> None:
    from rich.console import Console

    from eval.attribution import score_folder
    from eval.attribution_table import show
    from ingest import read_file

    score = score_folder(folder, lambda path: read_file(path).meetings)
    report.mkdir(parents=True, exist_ok=True)
    (report / "report.json").write_text(score.to_json(), encoding="utf-8")
    if as_json:
        say(score.to_json())
    else:
        show(score, Console())
    tell(f"The whole report is in {report / 'report.json'}.")
    _hold_to({name: rate.value for name, rate in score.rates.items()}, fail_under)


def _questions(file: Path, library: Path, report: Path, as_json: bool) -> "Evaluation":
    from rich.console import Console

    from assistant import Assistant
    from eval import read_questions, run_questions, scores_table, write_report
    from index import Library

    questions = read_questions(file)
    with Library.open(library) as opened, progress_bar() as bar:
        task = bar.add_task("Asking", total=len(questions.questions)) if bar else None

        def show(done: int, _: int) -> None:
            if bar is not None and task is not None:
                bar.update(task, completed=done)

        evaluation = run_questions(Assistant(opened), questions, progress=show)
    written, page = write_report(evaluation, report)
    if as_json:
        say(written.read_text(encoding="utf-8"))
    else:
        Console().print(scores_table(evaluation))
    tell(f"Every question, and what went wrong with it, is in {page}.")
    return evaluation


def _compared(report: Path, evaluation: "Evaluation") -> None:
    """Say what has changed since `report`, on standard error: standard output is the run's own."""
    from rich.console import Console

    from eval import compare, comparison_table, read_evaluation

    Console(stderr=True).print(comparison_table(compare(read_evaluation(report), evaluation)))


def _hold_to(values: dict[str, float | None], fail_under: list[str]) -> None:
    """Exit with 1 where a measure is below what was asked. Raises `UsedWrongly` for a wish that names none."""
    from eval.report import ThresholdWrong, unmet_wishes

    try:
        unmet = unmet_wishes(values, fail_under)
    except ThresholdWrong as error:
        raise UsedWrongly(str(error)) from None
    for sentence in unmet:
        tell(sentence)
    if unmet:
        raise typer.Exit(1)
