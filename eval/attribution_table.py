"""The attribution score as people read it: a table of rates, then the misses in the order of the sources."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from eval.attribution import AttributionScore, Rate

# Characters of a sentence that are shown.
LONGEST = 200


def rates_table(score: AttributionScore) -> Table:
    """One line a measure: the share that is right, its interval, and the counts."""
    table = Table(title=f"Attribution over {len(score.files)} annotated sources", box=SIMPLE_HEAD)
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


def miss_lines(score: AttributionScore) -> list[str]:
    """Every miss: the measure and the source; what was expected and what was produced; the sentence."""
    return [
        f"{miss.measure} in {miss.file}, {miss.item or 'the meeting'}\n"
        f"  expected {miss.expected or 'nobody'}; got {miss.got or 'nobody'}"
        + (f"\n  “{miss.sentence[:LONGEST]}{'…' if len(miss.sentence) > LONGEST else ''}”" if miss.sentence else "")
        for miss in score.misses
    ]


def show(score: AttributionScore, console: Console) -> None:
    """Print the rates and, where there are any, the misses."""
    console.print(rates_table(score))
    if score.misses:
        console.print(f"{len(score.misses)} misses\n")
    for lines in miss_lines(score):
        console.print(f"{lines}\n", markup=False, highlight=False, soft_wrap=True)


def _cells(rate: Rate) -> tuple[str, str, str, str]:
    if rate.value is None or rate.low is None or rate.high is None:
        return "–", "–", "0", "0"
    return f"{rate.value:.3f}", f"{rate.low:.3f} to {rate.high:.3f}", str(rate.right), str(rate.total)
