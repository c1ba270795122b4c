"""How well records say who said what: produced meetings against annotated minutes, with every miss.

A measure is a share of findings that are right, and each finding is one annotation (or one thing produced that is not
annotated). The measures:

    speaker      annotated statements whose segment has exactly the annotated speakers
    no_speaker   annotated sentences of nobody for which nobody is named
    asker        annotated statements with an asker where the asker is right
    no_asker     annotated statements without an asker where none is given
    decisions    annotated decisions that are found as one decision
    extra        produced decisions that are annotated
    movers       movers and seconders, printed or given
    votes        counts, printed or given
    outcomes     outcomes of annotated decisions
    items        items with the right number, title, restriction and truncation
    documents    titles of supporting documents
    attendance   annotated people who are on the roster with the right name, role and status
    meeting      organisation, committee, date and status of the meeting
"""

import logging
import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from eval.attribution_findings import Finding, findings
from eval.attribution_gold import GoldMinutes, annotated_minutes
from ingest import read_file
from ingest.errors import UnreadableSource
from ingest.records import Meeting, Record

logger = logging.getLogger(__name__)

MEASURES = (
    "speaker", "no_speaker", "asker", "no_asker", "decisions", "extra", "movers", "votes", "outcomes", "items",
    "documents", "attendance", "meeting",
)  # fmt: skip

ReadFile = Callable[[Path], Sequence[Meeting]]


class Rate(Record):
    """A share with its Wilson interval at 95 % (Wilson 1927); `value` is null where there was nothing to find."""

    right: int
    total: int
    value: float | None
    low: float | None
    high: float | None


class AttributionScore(Record):
    """The rates by measure, and every miss."""

    files: tuple[str, ...]
    rates: dict[str, Rate]
    misses: tuple[Finding, ...]

    def to_json(self) -> str:
        """The score as indented JSON, for a report."""
        return self.model_dump_json(indent=2)


def read_meetings(path: Path) -> tuple[Meeting, ...]:
    """The meetings in a source; none, with a warning, where it cannot be read."""
    try:
        return read_file(path).meetings
    except UnreadableSource as error:
        logger.warning("%s was not read: %s", path.name, error)
        return ()


def score_folder(folder: Path, read: ReadFile = read_meetings, only: Sequence[str] = ()) -> AttributionScore:
    """Read every annotated source in `folder` and score it; `only` keeps files whose name contains one of its parts.

    Raises `UnreadableAnnotations` where the folder holds no annotated minutes.
    """
    pairs = [
        (path, gold) for path, gold in annotated_minutes(folder) if not only or any(part in path.name for part in only)
    ]
    return score((path.name, gold, read(path)) for path, gold in pairs)


def score(cases: Iterable[tuple[str, GoldMinutes, Sequence[Meeting]]]) -> AttributionScore:
    """Score produced meetings against annotations, each case with the name of its file."""
    files: list[str] = []
    found: list[Finding] = []
    for file, gold, meetings in cases:
        files.append(file)
        found.extend(findings(file, gold, meetings))
    rates = {measure: rate(finding.right for finding in found if finding.measure == measure) for measure in MEASURES}
    return AttributionScore(files=tuple(files), rates=rates, misses=tuple(f for f in found if not f.right))


def rate(rights: Iterable[bool]) -> Rate:
    """The share of `rights` that are true, with its interval."""
    marks = list(rights)
    right, total = sum(marks), len(marks)
    if not total:
        return Rate(right=0, total=0, value=None, low=None, high=None)
    low, high = wilson_interval(right, total)
    return Rate(right=right, total=total, value=right / total, low=low, high=high)


def wilson_interval(right: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of a proportion (Wilson 1927, JASA 22:209), within 0 and 1.

    >>> tuple(round(bound, 3) for bound in wilson_interval(97, 100))
    (0.915, 0.99)
    """
    share, scale = right / total, 1 + z * z / total
    middle = (share + z * z / (2 * total)) / scale
    reach = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / scale
    return max(0.0, middle - reach), min(1.0, middle + reach)
