"""How sure a mean is: intervals that respect that questions about one meeting are alike."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from eval.attribution import wilson_interval
from ingest.records import Record

RESAMPLES = 2000
SEED = 20240501


class Estimate(Record):
    """The mean of a measure over the questions it applies to, with its interval at 95 %; null over none."""

    value: float | None
    low: float | None = None
    high: float | None = None
    questions: int = 0


def estimate(values: Sequence[float], clusters: Sequence[str]) -> Estimate:
    """The mean of `values`, each from the meeting named at the same place in `clusters`.

    The interval is a bootstrap over whole meetings (Field and Welsh 2007, JRSS B 69:369), from a fixed seed. Where all
    values are nought or all are one it would have no width, and is Wilson's instead.
    """
    if not values:
        return Estimate(value=None)
    mean = float(np.mean(values))
    if set(values) in ({0.0}, {1.0}):
        low, high = wilson_interval(round(sum(values)), len(values))
    else:
        low, high = bootstrap(values, clusters)
    return Estimate(value=mean, low=low, high=high, questions=len(values))


def bootstrap(values: Sequence[float], clusters: Sequence[str]) -> tuple[float, float]:
    """The middle 95 % of the means of `values` when whole clusters are drawn again and again."""
    by_cluster: dict[str, list[float]] = defaultdict(list)
    for value, cluster in zip(values, clusters, strict=True):
        by_cluster[cluster].append(value)
    sums = np.array([sum(group) for group in by_cluster.values()])
    sizes = np.array([len(group) for group in by_cluster.values()])
    drawn = np.random.default_rng(SEED).integers(len(sums), size=(RESAMPLES, len(sums)))
    means = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)
