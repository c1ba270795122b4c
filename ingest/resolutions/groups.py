"""Which stretches of the minutes are decisions: what leads to them, the decisions themselves, and what is told after.

A group is one act of deciding: "It was RESOLVED:" with its entries (a) to (c) and the line "(Moved by A, seconded
by B.)" below; or one sentence; or a motion, the votes by name and "The amendment was declared LOST".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.resolutions.acts import Act, act_of, ends_open, is_label
from ingest.resolutions.entries import Entry, listed_entries, numbered_parts
from ingest.resolutions.lines import Line, Paragraph
from ingest.resolutions.movers import namings
from ingest.resolutions.outcomes import outcome_of

_AROUND: tuple[Act, ...] = ("lead", "movers", "tally", "motion")
_GOES_ON = re.compile(r"^(?:and\s+)?that\b", re.IGNORECASE)
_SHORT_RESULT = re.compile(
    r"^\W*(?:the\s+)?(?:motion\s+)?(?:was\s+)?(?:unanimously\s+)?(?:carried|lost|defeated|passed|approved|all\s+in|unanimous)\b",
    re.IGNORECASE,
)
_OPENS_VOTE = re.compile(r"^(?:up)?on\b|\bput\s+to\b|\bcasting\s+vote\b", re.IGNORECASE)
_OWNER = re.compile(r"^(?i:actions?(?:\s+by)?)\s*[:–—-]\s*\S")


@dataclass(frozen=True, slots=True)
class Group:
    """One act of deciding.

    `act` is what its main sentence does, `frame` the sentences that may tell of movers and votes, `results` those that
    tell how the vote went, and `first` to `last` are the lines that it takes up, counted over the whole item.
    """

    act: Act
    entries: tuple[Entry, ...]
    frame: tuple[str, ...]
    results: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Place:
    """A line with the paragraph in which it stands and what it does for a decision."""

    line: Line
    paragraph: int
    act: Act | None


def places_in(paragraphs: Sequence[Paragraph]) -> tuple[Place, ...]:
    """The lines of `paragraphs`, each with what it does."""
    return tuple(
        Place(line, number, act_of(line.words, begins_paragraph=at == 0 and paragraph.kind != "bullet"))
        for number, paragraph in enumerate(paragraphs)
        for at, line in enumerate(paragraph.lines)
    )


def groups_in(paragraphs: Sequence[Paragraph], places: Sequence[Place], *, headed: bool = False) -> tuple[Group, ...]:
    """The decisions among `places`, in order; `headed` says that they stand under a heading "Decisions"."""
    groups: list[Group] = []
    at = 0
    if (
        headed
        and places
        and places[0].act not in ("heading", "lead", "movers", "motion")
        and not _opens_list(paragraphs, places, 0)
    ):
        group, at = _listed(paragraphs, places, first=0, opener=None)
        groups += [group] if group else []
    while at < len(places):
        group, at = _group_from(paragraphs, places, at)
        groups += [group] if group else []
    return tuple(groups)


def _group_from(paragraphs: Sequence[Paragraph], places: Sequence[Place], first: int) -> tuple[Group | None, int]:
    """The group that begins at line `first`, if one does, and the line after it."""
    opener = first
    while opener < len(places) and (
        places[opener].act in _AROUND or _heads_another(paragraphs, places, opener) or _carries_into(places, opener)
    ):
        if places[opener].act == "motion" and any(place.act == "motion" for place in places[first:opener]):
            first = opener  # a second motion before the vote: the result is told of the later one
        opener += 1
    if opener == len(places):
        return None, opener
    first += first < len(places) and places[first].act == "heading" and is_label(places[first].line.words)
    act = places[opener].act
    if act == "heading" or (act in ("resolution", "agreement") and _opens_list(paragraphs, places, opener)):
        return _listed(paragraphs, places, first=first, opener=opener)
    if act in ("resolution", "result", "agreement", "action"):
        return _single(paragraphs, places, first, opener)
    return None, opener + 1


def _heads_another(paragraphs: Sequence[Paragraph], places: Sequence[Place], at: int) -> bool:
    """Whether a heading ("Decision:") stands over a sentence that opens the resolution itself ("RESOLVED that")."""
    if places[at].act != "heading" or at + 1 >= len(places):
        return False
    following = places[at + 1]
    bare = _GOES_ON.match(following.line.words) or paragraphs[following.paragraph].marker
    return not bare and following.act in ("heading", "resolution", "lead", "movers", "motion", "result")


def _carries_into(places: Sequence[Place], at: int) -> bool:
    """Whether "The motion was carried" stands directly over the resolution in its words."""
    words = places[at].line.words
    if places[at].act != "result" or at + 1 == len(places) or places[at + 1].act not in ("heading", "resolution"):
        return False
    return outcome_of(words) != "lost" and re.search(r"(?i)\bamendment\b", words) is None


def _opens_list(paragraphs: Sequence[Paragraph], places: Sequence[Place], at: int) -> bool:
    """Whether the line ends its paragraph open and a list follows it."""
    number = places[at].paragraph
    last_of_paragraph = at + 1 == len(places) or places[at + 1].paragraph != number
    if not last_of_paragraph or number + 1 >= len(paragraphs) or not ends_open(places[at].line.words):
        return False
    return paragraphs[number + 1].marker is not None or _GOES_ON.match(paragraphs[number + 1].words) is not None


def _listed(
    paragraphs: Sequence[Paragraph], places: Sequence[Place], *, first: int, opener: int | None
) -> tuple[Group | None, int]:
    """A group whose decisions are the paragraphs below `opener` (all of them where there is none)."""
    if opener is not None and opener + 1 < len(places) and places[opener + 1].paragraph == places[opener].paragraph:
        return _single(paragraphs, places, first, opener)
    begins = 0 if opener is None else places[opener].paragraph + 1
    acts = {
        number: next((place.act for place in places if place.paragraph == number), None)
        for number in range(begins, min(len(paragraphs), begins + 200))
    }
    entries, after = listed_entries(
        paragraphs, begins, acts, above=paragraphs[begins - 1].styles if opener is not None else frozenset()
    )
    if not entries:
        return None, (first if opener is None else opener) + 1
    last = max(at for at, place in enumerate(places) if place.paragraph < after)
    inside = [
        at
        for at, place in enumerate(places)
        if place.paragraph == after - 1 and place.act in ("movers", "tally") and at > (opener or 0)
    ]
    around = [*(range(first, opener + 1) if opener is not None else ()), *inside]
    return _closed(places, "resolution", entries, around, first, last)


def _single(
    paragraphs: Sequence[Paragraph], places: Sequence[Place], first: int, opener: int
) -> tuple[Group | None, int]:
    """A group whose decision is one sentence, with what goes on from it, or the numbered parts of its paragraph."""
    rest = [at for at in range(opener, len(places)) if places[at].paragraph == places[opener].paragraph]
    parts = (
        numbered_parts(paragraphs[places[opener].paragraph], [places[at].line for at in rest])
        if places[opener].act != "result"
        else ()
    )
    last = opener
    if parts:
        last = max(at for at in rest if places[at].line.start < parts[-1].end)
    else:
        while last + 1 in rest and (_GOES_ON.match(places[last + 1].line.words) or places[opener].act == "heading"):
            last += 1
        words = " ".join(places[at].line.words for at in range(opener, last + 1))
        parts = (Entry(places[opener].line.start, places[last].line.end, words, None),)
    around = range(first, last + 1) if len(parts) == 1 else range(first, opener + 1)
    return _closed(places, places[opener].act or "resolution", parts, list(around), first, last)


def _closed(
    places: Sequence[Place], act: Act, entries: Sequence[Entry], around: list[int], first: int, last: int
) -> tuple[Group, int]:
    """The group with what is told after it, and its first and last decision stretched over what belongs to it."""
    after = last + 1
    frame = [places[at].line.words for at in around]
    while after < len(places) and _belongs(places[after], act, frame):
        frame.append(places[after].line.words)
        after += 1
    stretched = list(entries)
    stretched[0] = replace(stretched[0], start=min(stretched[0].start, places[first].line.start))
    stretched[-1] = replace(stretched[-1], end=max(stretched[-1].end, places[after - 1].line.end))
    results = tuple(place.line.words for place in places[first:after] if place.act == "result")
    return Group(act, tuple(stretched), tuple(frame), results, first, after - 1), after


def _belongs(place: Place, act: Act, frame: Sequence[str]) -> bool:
    """Whether a line below a decision still tells of it: who moved it, how the vote went, whose action it is."""
    words = place.line.words
    if place.act == "movers":
        return words.startswith(("(", "[")) or not any(namings(words) for words in frame)
    if place.act == "result":
        return act == "resolution" and _SHORT_RESULT.match(words) is not None
    if place.act == "tally":
        return _OPENS_VOTE.search(words) is None
    return place.act is None and _OWNER.match(words) is not None
