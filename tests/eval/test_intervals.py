"""Means and their intervals."""

import pytest

from eval.attribution import wilson_interval
from eval.intervals import bootstrap, estimate


def test_nothing_measured_is_null_rather_than_nought() -> None:
    assert estimate([], []).value is None


def test_all_alike_has_wilsons_interval() -> None:
    one = estimate([1.0, 1.0, 1.0], ["a", "a", "b"])
    assert (one.value, one.questions) == (1.0, 3)
    assert (one.low, one.high) == wilson_interval(3, 3)


def test_one_cluster_of_mixed_values_cannot_vary() -> None:
    assert bootstrap([0.0, 1.0], ["a", "a"]) == (0.5, 0.5)


def test_clusters_widen_the_interval() -> None:
    values = [1.0] * 10 + [0.0] * 10
    alone = bootstrap(values, [str(n) for n in range(20)])
    together = bootstrap(values, ["a"] * 10 + ["b"] * 10)
    assert together == (0.0, 1.0)
    assert 0.2 < alone[0] < 0.35 < 0.65 < alone[1] < 0.8


def test_the_same_again() -> None:
    values, clusters = [0.2, 0.9, 0.4, 1.0], ["a", "b", "b", "c"]
    assert estimate(values, clusters) == estimate(values, clusters)
    assert estimate(values, clusters).value == pytest.approx(0.625)
