"""Reports, thresholds and comparisons of a small evaluation."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from assistant.model import Answer, Citation
from eval.compare import UnreadableReport, compare, comparison_table, read_evaluation
from eval.intervals import estimate
from eval.metrics import MEASURES, Judged
from eval.question_sets import Question
from eval.report import ThresholdWrong, check_thresholds, scores_table, write_report
from eval.run import Evaluation, Result
from index.model import Overview


def result(number: int, right: bool) -> Result:
    citation = Citation(number=1, meeting_id="m", item_id="i", quote="<b>the soil</b>", item_title="Bins")
    return Result(
        question=Question(id=f"q{number}", question=f"Question {number}?", docs=(f"{number}.html",), anchors=("soil",)),
        answer=Answer(
            answered=True, answer="Said [1].\n<script>alert(1)</script>", citations=(citation,), seconds=0.02
        ),
        judged=(Judged(number=1, source="1.html", in_item=right, anchor="soil" if right else None),),
        scores={"quote@3": float(right), "answered": 1.0},
        faults=() if right else ("no right quote",),
    )


def evaluation(*rights: bool) -> Evaluation:
    results = tuple(result(number, right) for number, right in enumerate(rights))
    measures = {
        name: estimate(
            [one.scores[name] for one in results if name in one.scores],
            [one.question.meeting for one in results if name in one.scores],
        )
        for name in MEASURES
    }
    return Evaluation(
        name="small.jsonl",
        version="0",
        library=Overview(meetings=1, items=2),
        results=results,
        measures=measures,
        by_type={"said": measures},
        seconds_middle=0.02,
        seconds_p95=0.02,
    )


def printed(table: object) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(table)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_table_shows_values_intervals_and_what_was_not_measured() -> None:
    text = printed(scores_table(evaluation(True, False)))
    assert "2 questions, 1 with something wrong" in text
    assert "0.500" in text
    assert "–" in text


def test_both_reports_are_written_and_the_json_is_read_again(tmp_path: Path) -> None:
    as_json, as_page = write_report(evaluation(True, False), tmp_path / "new" / "folder")
    assert read_evaluation(as_json) == evaluation(True, False)
    assert json.loads(as_json.read_text())["measures"]["quote@3"]["value"] == 0.5
    page = as_page.read_text(encoding="utf-8")
    assert "Question 0?" in page
    assert "Question 1?" in page
    assert "no right quote" in page


def test_the_page_shows_text_as_text_and_loads_nothing(tmp_path: Path) -> None:
    page = write_report(evaluation(True), tmp_path)[1].read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "http" not in page
    assert "src=" not in page


@pytest.mark.parametrize(
    ("wish", "unmet"),
    [("quote@3=0.5", 0), ("quote@3=0.51", 1), ("answered=1", 0), ("speaker=0.1", 1)],
)
def test_thresholds(wish: str, unmet: int) -> None:
    assert len(check_thresholds(evaluation(True, False), [wish])) == unmet


@pytest.mark.parametrize("wish", ["quoted=0.5", "quote@3", "quote@3=much"])
def test_a_threshold_that_means_nothing_is_refused(wish: str) -> None:
    with pytest.raises(ThresholdWrong, match=r"There is no measure|has no number"):
        check_thresholds(evaluation(True), [wish])


def test_comparison_is_paired_by_question() -> None:
    comparison = compare(evaluation(False, False, True, True), evaluation(True, True, True, False))
    assert comparison.better == ("q0", "q1")
    assert comparison.worse == ("q3",)
    quoted = next(one for one in comparison.differences if one.measure == "quote@3")
    assert (quoted.before, quoted.after, quoted.questions) == (0.5, 0.75, 4)
    assert not quoted.certain
    assert "+" in printed(comparison_table(comparison))


def test_a_change_everywhere_is_certain() -> None:
    comparison = compare(evaluation(False, False, False), evaluation(True, True, True))
    assert next(one for one in comparison.differences if one.measure == "quote@3").certain


def test_reports_that_cannot_be_compared(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport, match="no question in common"):
        compare(evaluation(), evaluation(True))
    (tmp_path / "report.json").write_text("{}")
    with pytest.raises(UnreadableReport, match="not a report"):
        read_evaluation(tmp_path / "report.json")
