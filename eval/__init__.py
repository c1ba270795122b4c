"""Question sets and annotated minutes become scores: how much is found, who is named rightly, and every miss.

The doors: `read_questions` and `run_questions` make an `Evaluation`, `write_report` and `check_thresholds` tell it,
`compare` sets two side by side; `eval.attribution.score_folder` scores who said what over annotated minutes.
"""

from eval.compare import compare, comparison_table, read_evaluation
from eval.question_sets import Question, QuestionSet, read_questions
from eval.report import check_thresholds, scores_table, write_report
from eval.run import Evaluation, run_questions

__all__ = [
    "Evaluation",
    "Question",
    "QuestionSet",
    "check_thresholds",
    "compare",
    "comparison_table",
    "read_evaluation",
    "read_questions",
    "run_questions",
    "scores_table",
    "write_report",
]
