"""Where the items of printed minutes begin: by the style of number or heading that carries the whole document.

Every block that could begin an item is weighed in each style; the numbers of a style must go up through the document,
so that a list of resolutions numbered 1, 2, 3 inside an item is not taken for three more items. The style with the
greatest weight cuts.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.draft import Block
from ingest.readers.printed_numbers import Numbered, is_reference, numbered_start
from ingest.readers.printed_titles import is_capitals, is_decision_word, split_title, title_weight

# How far a style is believed where two carry a document equally.
_TRUST = {
    "item": 1.3, "reference": 1.3, "number": 1.15, "roman": 1.1, "heading": 1.0, "letter": 0.8, "capitals": 0.8,
    "dotted": 0.5, "apart": 0.45,
}  # fmt: skip
_NUMBERED_STYLES = ("item", "reference", "number", "roman", "letter", "dotted")
_LIKE_A_TITLE = 0.45
# Headings that are items of their own although the others have numbers.
_ITEM_WITHOUT_NUMBER = re.compile(
    r"(?:any other (?:urgent )?business|a\.?o\.?b\.?|urgent business|(?:date|time)(?:,? (?:time|"
    r"date))?(?: and (?:time|venue|place))? of (?:the )?next meeting|"
    r"next meeting|exclusion of (?:the )?(?:press|public).*|part (?:b|ii|2|two)\b.*|exempt\b.*|"
    r"confidential\b.*|private session|in camera.*|"
    r"public (?:participation|session|forum|questions)|adjournment|apologies(?: for absence)?|"
    r"declarations? of interests?)\s*[:.]?",
    re.I,
)
_MOST_CANDIDATES = 1_500


@dataclass(frozen=True, slots=True)
class ItemStart:
    """The block at which an item begins, with its number, title, and the text that runs on after the title."""

    at: int
    number: str | None
    title: str | None
    rest: str = ""
    reference: str | None = None
    length: int = 1


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    order: tuple[int, ...]
    weight: float
    numbered: Numbered | None = None
    title: str = ""
    length: int = 1


def find_items(blocks: Sequence[Block]) -> tuple[ItemStart, ...]:
    """The beginnings of the items, in order; none where nothing divides the text."""
    styles = _candidates(blocks)
    chains = {style: _longest_chain(found) for style, found in styles.items() if style in _NUMBERED_STYLES}
    chains |= {style: found for style, found in styles.items() if style not in _NUMBERED_STYLES}
    scores = {style: _TRUST[style] * _score(chain) for style, chain in chains.items()}
    best = max(scores, key=lambda style: _unless_numbered(style, scores[style], chains), default=None)
    if best is None or scores[best] < 1.0:
        return ()
    starts = [_start(blocks, candidate) for candidate in chains[best]]
    if best in _NUMBERED_STYLES:
        starts += _unnumbered(blocks, starts)
    return tuple(sorted(starts, key=lambda start: start.at))


def item_at(blocks: Sequence[Block], at: int) -> ItemStart:
    """The beginning of an item at a block that is known to be its first."""
    numbered = numbered_start(blocks[at])
    if numbered is not None:
        candidate = _numbered_candidate(blocks, at, numbered)
        return _start(blocks, replace(candidate, weight=max(candidate.weight, _LIKE_A_TITLE)))
    return _start(blocks, _Candidate(at, (at,), 1.0, title=blocks[at].text))


def _unless_numbered(style: str, score: float, chains: dict[str, list[_Candidate]]) -> float:
    """The score of a style; headings of which most are numbered, and in order, are cut by their numbers."""
    if style in _NUMBERED_STYLES or not chains[style]:
        return score
    titled = [[found for found in chains[other] if found.weight >= _LIKE_A_TITLE] for other in _NUMBERED_STYLES]
    numbered = [{candidate.at for candidate in chain} for chain in titled if chain]
    places = {candidate.at for candidate in chains[style]}
    # What stands above the first number is the head of the minutes.
    shares = [(len(places & numbers), sum(at >= min(numbers) for at in places)) for numbers in numbered]
    if any(of == 0 and len(numbers) >= 2 for numbers, (_, of) in zip(numbered, shares, strict=True)):
        return 0.0
    covered, of = max(shares, default=(0, 1))
    if covered < 2 or covered <= 0.6 * of:
        return score
    return score / 4 if covered == of else score / 2


def _candidates(blocks: Sequence[Block]) -> dict[str, list[_Candidate]]:
    styles: dict[str, list[_Candidate]] = {style: [] for style in _TRUST}
    for at, block in enumerate(blocks):
        if block.kind == "row" or block.voice is not None or len(styles["number"]) > _MOST_CANDIDATES:
            continue
        numbered = numbered_start(block)
        if numbered is not None:
            candidate = _numbered_candidate(blocks, at, numbered)
            if candidate.weight:
                styles[numbered.scheme].append(candidate)
        if is_decision_word(block.text) or block.kind in ("bullet", "numbered"):
            continue
        bare = numbered.rest if numbered is not None and numbered.rest else block.text
        weight = title_weight(block, bare)
        if weight < _LIKE_A_TITLE:
            continue
        title = _Candidate(at, (at,), weight, numbered, bare)
        if block.kind == "heading":
            styles["heading"].append(title)
        if is_capitals(bare) or is_capitals(split_title(bare)[0]):
            styles["capitals"].append(title)
        if _stands_apart(blocks, at):
            styles["apart"].append(title)
    return styles


def _numbered_candidate(blocks: Sequence[Block], at: int, numbered: Numbered) -> _Candidate:
    """A numbered block; a number alone on its line takes the next line for its title."""
    if numbered.rest:
        return _Candidate(at, numbered.order, title_weight(blocks[at], numbered.rest), numbered, numbered.rest)
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None or numbered_start(following) is not None:
        return _Candidate(at, numbered.order, 0.0, numbered)
    return _Candidate(at, numbered.order, title_weight(following, following.text), numbered, following.text, 2)


def _stands_apart(blocks: Sequence[Block], at: int) -> bool:
    """A short line without an end, and prose below it: a heading that nothing else marks."""
    text = blocks[at].text
    following = blocks[at + 1].text if at + 1 < len(blocks) else ""
    return (
        len(text) <= 80
        and not text.endswith((".", ":", ","))
        and "," not in text
        and following.endswith((".", ":", ";"))
    )


def _longest_chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The heaviest run of candidates whose numbers go up (patience sorting over weights)."""
    if not candidates:
        return []
    orders = sorted({candidate.order for candidate in candidates})
    # best[k]: the weight, and the candidate it ends in, of the heaviest run that ends with the k-th number
    best: list[tuple[float, int] | None] = [None] * len(orders)
    previous: list[int | None] = []
    weights: list[float] = []
    for index, candidate in enumerate(candidates):
        place = bisect_left(orders, candidate.order)
        before = max((entry for entry in best[:place] if entry), default=None, key=lambda entry: entry[0])
        gain = (
            candidate.weight
            if before is None
            else candidate.weight * _closeness(candidates[before[1]].order, candidate.order)
        )
        weights.append(gain + (before[0] if before else 0.0))
        previous.append(before[1] if before else None)
        known = best[place]
        if known is None or weights[-1] > known[0]:
            best[place] = (weights[-1], index)
    last: int | None = max(range(len(candidates)), key=lambda index: weights[index])
    chain: list[_Candidate] = []
    while last is not None:
        chain.append(candidates[last])
        last = previous[last]
    return [candidate for candidate in reversed(chain) if candidate.weight >= 0.1 or len(chain) > 2]


def _closeness(before: tuple[int, ...], after: tuple[int, ...]) -> float:
    """Numbers that follow one another are believed more than those that leap."""
    steps = [late - early for early, late in zip(before, after, strict=False) if late != early]
    return 1.0 if not steps or abs(steps[0]) == 1 else 0.6 if abs(steps[0]) <= 5 else 0.3


def _score(chain: Sequence[_Candidate]) -> float:
    """The weight of a chain; one that is mostly running text is no list of items."""
    titled = [candidate for candidate in chain if candidate.weight >= _LIKE_A_TITLE]
    if 2 * len(titled) < len(chain):
        return 0.3 * sum(candidate.weight for candidate in chain)
    return sum(candidate.weight for candidate in titled)


def _start(blocks: Sequence[Block], candidate: _Candidate) -> ItemStart:
    title, rest = split_title(candidate.title)
    if candidate.weight < _LIKE_A_TITLE:
        title, rest = "", candidate.title
    number = candidate.numbered.number if candidate.numbered else None
    reference = number if number and is_reference(number) else None
    length = candidate.length
    after = candidate.at + length
    if reference is None and after < len(blocks) and is_reference(blocks[after].text):
        reference, length = blocks[after].text, length + 1
    return ItemStart(candidate.at, number, title.rstrip(" :") or None, rest, reference, length)


def _unnumbered(blocks: Sequence[Block], starts: Sequence[ItemStart]) -> list[ItemStart]:
    """Headings between or after the numbered items that open items of their own ("EXEMPT ITEMS")."""
    first = min(start.at for start in starts)
    taken = {start.at + offset for start in starts for offset in range(start.length)}
    return [
        ItemStart(at, None, block.text.rstrip(" :"))
        for at, block in enumerate(blocks)
        if at > first
        and at not in taken
        and (block.kind == "heading" or is_capitals(block.text))
        and len(block.text) < 120
        and _ITEM_WITHOUT_NUMBER.fullmatch(block.text)
    ]
