"""Two runs of the same questions side by side: did anything really change?"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import ValidationError
from rich.table import Table

from eval.intervals import bootstrap
from eval.metrics import MEASURES
from eval.run import Evaluation, Result
from ingest.errors import MinutebookError
from ingest.records import Record


class UnreadableReport(MinutebookError):
    """A report.json that is missing or not a report."""


class Difference(Record):
    """How much a measure changed over the questions that both runs scored: after less before, with its interval."""

    measure: str
    before: float
    after: float
    low: float
    high: float
    questions: int

    @property
    def certain(self) -> bool:
        """Whether the interval leaves nought out."""
        return self.low > 0 or self.high < 0


class Comparison(Record):
    """The differences by measure, and the questions of which more, or less, is right than before."""

    differences: tuple[Difference, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]


def read_evaluation(report: Path) -> Evaluation:
    """The evaluation in a `report.json`. Raises `UnreadableReport`."""
    try:
        return Evaluation.model_validate_json(report.read_bytes())
    except (OSError, ValidationError) as error:
        raise UnreadableReport(f"{report} is not a report of a question set: {error}.") from None


def compare(before: Evaluation, after: Evaluation) -> Comparison:
    """Compare two runs question by question. Raises `UnreadableReport` where they have no question in common."""
    earlier = {result.question.id: result for result in before.results}
    pairs = [(earlier[one.question.id], one) for one in after.results if one.question.id in earlier]
    if not pairs:
        raise UnreadableReport(f"{before.name} and {after.name} have no question in common; compare runs of one set.")
    differences = [_difference(name, pairs) for name in MEASURES]
    return Comparison(
        differences=tuple(one for one in differences if one is not None),
        better=tuple(new.question.id for old, new in pairs if len(new.faults) < len(old.faults)),
        worse=tuple(new.question.id for old, new in pairs if len(new.faults) > len(old.faults)),
    )


def _difference(measure: str, pairs: Sequence[tuple[Result, Result]]) -> Difference | None:
    both = [(old, new) for old, new in pairs if measure in old.scores and measure in new.scores]
    if not both:
        return None
    changes = [new.scores[measure] - old.scores[measure] for old, new in both]
    low, high = bootstrap(changes, [new.question.meeting for _, new in both])
    return Difference(
        measure=measure,
        before=float(np.mean([old.scores[measure] for old, _ in both])),
        after=float(np.mean([new.scores[measure] for _, new in both])),
        low=low,
        high=high,
        questions=len(both),
    )


def comparison_table(comparison: Comparison) -> Table:
    """One line a measure: before, after, and the interval of the change, marked where it leaves nought out."""
    table = Table(title=f"{len(comparison.better)} questions better, {len(comparison.worse)} worse")
    table.add_column("measure")
    for heading in ("before", "after", "95 % interval of the change", "questions"):
        table.add_column(heading, justify="right")
    for one in comparison.differences:
        interval = f"{one.low:+.3f} to {one.high:+.3f}{' *' if one.certain else ''}"
        table.add_row(one.measure, f"{one.before:.3f}", f"{one.after:.3f}", interval, str(one.questions))
    return table
