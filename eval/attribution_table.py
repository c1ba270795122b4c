"""The attribution score as people read it: a table of rates, and the misses in the order of the sources."""

from rich.console import Console, RenderableType
from rich.table import Table

from eval.attribution import AttributionScore, Rate


def rates_table(score: AttributionScore) -> Table:
    """One line a measure: the share that is right, its interval, and the counts."""
    table = Table(title=f"Attribution over {len(score.files)} annotated sources")
    for heading, side in (
        ("measure", "left"),
        ("rate", "right"),
        ("95 % interval", "right"),
        ("right", "right"),
        ("of", "right"),
    ):
        table.add_column(heading, justify="left" if side == "left" else "right")
    for measure, rate in score.rates.items():
        table.add_row(measure, *_cells(rate))
    return table


def misses_table(score: AttributionScore) -> Table:
    """Every miss with what was expected, what was produced, and the sentence."""
    table = Table(title=f"{len(score.misses)} misses", show_lines=True)
    for heading in ("source", "item", "measure", "expected", "produced", "sentence"):
        table.add_column(heading, overflow="fold")
    for miss in score.misses:
        table.add_row(
            miss.file, miss.item, miss.measure, miss.expected or "–", miss.got or "–", (miss.sentence or "")[:160]
        )
    return table


def show(score: AttributionScore, console: Console) -> None:
    """Print the rates and, where there are any, the misses."""
    parts: list[RenderableType] = [rates_table(score)]
    if score.misses:
        parts.append(misses_table(score))
    console.print(*parts)


def _cells(rate: Rate) -> tuple[str, str, str, str]:
    if rate.value is None or rate.low is None or rate.high is None:
        return "–", "–", "0", "0"
    return f"{rate.value:.3f}", f"{rate.low:.3f} to {rate.high:.3f}", str(rate.right), str(rate.total)
