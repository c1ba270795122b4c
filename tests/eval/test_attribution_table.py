"""The attribution score in the terminal."""

import io

from rich.console import Console

from eval.attribution import AttributionScore, rate
from eval.attribution_findings import Finding
from eval.attribution_table import show


def printed(score: AttributionScore) -> str:
    console = Console(file=io.StringIO(), width=200)
    show(score, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_rates_and_misses_are_printed() -> None:
    miss = Finding(measure="speaker", right=False, file="a.txt", item="Bins", expected="Cllr Moss", got="nobody")
    text = printed(AttributionScore(files=("a.txt",), rates={"speaker": rate([True, False])}, misses=(miss,)))
    assert "0.500" in text
    assert "Cllr Moss" in text


def test_nothing_to_find_is_a_dash_and_no_misses_no_table() -> None:
    text = printed(AttributionScore(files=(), rates={"votes": rate([])}, misses=()))
    assert "–" in text
    assert "misses" not in text
