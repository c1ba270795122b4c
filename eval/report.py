"""An evaluation as people read it: a table in the terminal, `report.json`, and one HTML page with every question."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment
from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table

from eval.intervals import Estimate
from eval.metrics import MEASURES
from eval.run import Evaluation
from ingest.errors import MinutebookError

# What is shown of each type of question in a terminal of 80 columns; the reports hold everything.
_BY_TYPE = ("answered", "refused", "quote@3", "speaker", "citation_precision", "citation_recall")


class ThresholdWrong(MinutebookError):
    """A `METRIC=VALUE` that names no measure, or no number."""


def scores_table(evaluation: Evaluation) -> Group:
    """Every measure over all questions with its interval; then what the answers scored, one line a type of question."""
    wrong = sum(1 for result in evaluation.results if result.faults)
    overall = Table(
        title=f"{evaluation.name}: {len(evaluation.results)} questions, {wrong} with something wrong",
        caption=f"answer in {evaluation.seconds_middle * 1000:.0f} ms (middle), "
        f"{evaluation.seconds_p95 * 1000:.0f} ms (95th percentile)",
        box=SIMPLE_HEAD,
    )
    overall.add_column("measure")
    for heading in ("all", "95 % interval", "questions"):
        overall.add_column(heading, justify="right")
    for name, one in evaluation.measures.items():
        overall.add_row(name, _value(one), interval(one), str(one.questions))
    return Group(overall, _by_type(evaluation))


def _by_type(evaluation: Evaluation) -> Table:
    table = Table(box=SIMPLE_HEAD, collapse_padding=True, pad_edge=False)
    table.add_column("type of question", no_wrap=True)
    for name in _BY_TYPE:
        table.add_column(name.replace("_", "\n"), justify="right", vertical="bottom", no_wrap=True)
    for kind, estimates in evaluation.by_type.items():
        table.add_row(kind, *(_value(estimates[name]) for name in _BY_TYPE))
    return table


def write_report(evaluation: Evaluation, folder: Path) -> tuple[Path, Path]:
    """Write `report.json` and `report.html` into `folder`, which is made, and say where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    as_json, as_page = folder / "report.json", folder / "report.html"
    as_json.write_text(evaluation.model_dump_json(indent=1), encoding="utf-8")
    as_page.write_text(_page(evaluation), encoding="utf-8")
    return as_json, as_page


def check_thresholds(evaluation: Evaluation, wishes: list[str]) -> list[str]:
    """Of wishes such as `speaker=0.9`, those that are not met, each as a sentence. Raises `ThresholdWrong`."""
    return unmet_wishes(evaluation.values(), wishes)


def unmet_wishes(values: Mapping[str, float | None], wishes: list[str]) -> list[str]:
    """The same over the bare values of any measures. Raises `ThresholdWrong`."""
    unmet: list[str] = []
    for wish in wishes:
        name, _, least = wish.partition("=")
        if name not in values:
            raise ThresholdWrong(f"There is no measure {name}; there are {', '.join(values)}.")
        try:
            wanted = float(least)
        except ValueError:
            raise ThresholdWrong(f"{wish} has no number; write METRIC=VALUE, such as {name}=0.9.") from None
        value = values[name]
        if value is None:
            unmet.append(f"{name} was asked to be {wanted:g} or more, but no question measures it.")
        elif value < wanted:
            unmet.append(f"{name} is {value:.3f}, below {wanted:g}.")
    return unmet


def interval(one: Estimate) -> str:
    """The interval of an estimate in words."""
    return "–" if one.low is None or one.high is None else f"{one.low:.3f} to {one.high:.3f}"


def _value(one: Estimate) -> str:
    return "–" if one.value is None else f"{one.value:.3f}"


def _page(evaluation: Evaluation) -> str:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"value": _value, "interval": interval}
    template = environment.from_string(files("eval").joinpath("report.html").read_text(encoding="utf-8"))
    return template.render(evaluation=evaluation, meanings=MEASURES)
