"""What a question's searches bring together: the items they point at, and the passages that were hit in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from assistant.question.model import Question, references_in
from index.library import Library
from index.model import Filters, MeetingHead
from ingest.records import Item

Vectors = npt.NDArray[np.float32]

# Hits asked for in each search, and items looked into, best first.
DEPTH = 40
ITEMS = 8
# Meetings at most in which an item is looked up by its number.
MEETINGS = 6
# What a hit counts that was found with the reply before the question.
OTHER = 0.7


@dataclass(slots=True)
class Found:
    """One item that the searches found: its best score, and the scores of its passages that were hit, by their text.

    `near` is the cosine of the question and each passage, in their order.
    """

    head: MeetingHead
    item: Item
    score: float
    near: Vectors
    passages: dict[str, float] = field(default_factory=dict)


def search(
    library: Library, question: Question, filters: Filters, depth: int = DEPTH, items: int = ITEMS
) -> list[Found]:
    """The items that fit `question` best under `filters`, best first."""
    scores: dict[tuple[str, str], dict[str, float]] = {}
    shares = _shares(question)
    for (_, share), hits in zip(shares, library.search_each([one for one, _ in shares], depth, filters), strict=True):
        for hit in hits:
            held = scores.setdefault((hit.passage.meeting_id, hit.passage.item_id), {})
            held[hit.passage.text] = max(held.get(hit.passage.text, 0.0), share * hit.score)
    ranked = sorted(scores.items(), key=lambda entry: (-_item_score(entry[1].values()), entry[0]))[:items]
    read = library.items_and_nearness([place for place, _ in ranked], question.standalone)
    return [
        Found(head, item, _item_score(passages.values()), near, passages)
        for (head, item, near), (_, passages) in zip(read, ranked, strict=True)
    ]


def numbered(library: Library, question: Question) -> list[Found]:
    """The items of the number that `question` names, in the few meetings that it narrows to."""
    number = question.item_number
    if number is None:
        return []
    heads = library.meetings(question.filters)
    if len(heads) > MEETINGS:
        return []
    places = [
        (head.id, item.id)
        for head in heads
        for item in library.meeting(head.id).items
        if (item.number or "").rstrip(".") == number and (item.minutes or item.decisions)
    ]
    return [
        Found(head, item, 1.0, near) for head, item, near in library.items_and_nearness(places, question.standalone)
    ]


def _shares(question: Question) -> list[tuple[str, float]]:
    """Each variant with what its hits count: the less the question stands on its own, the less as typed."""
    counts = {question.raw: 1.0 - 0.5 * question.lean, question.standalone: 1.0}
    counts |= dict.fromkeys(references_in(question.raw), 1.0)
    return [(variant, counts.get(variant, OTHER)) for variant in question.searches]


def _item_score(scores: Iterable[float]) -> float:
    """The best passage counts most; that others fit too speaks for the item."""
    ordered = sorted(scores, reverse=True)[:3]
    return ordered[0] + 0.25 * sum(ordered[1:])
