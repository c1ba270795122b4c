"""Which stretches of the minutes are decisions: what leads to them, the decisions themselves, and what is told after.

A group is one act of deciding: "It was RESOLVED:" with its entries (a) to (c) and the line "(Moved by A, seconded
by B.)" below; or one sentence; or a motion, the votes by name and "The amendment was declared LOST".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.resolutions.acts import Act, ends_open, is_label, settles
from ingest.resolutions.entries import Entry, listed_entries, numbered_parts
from ingest.resolutions.layout import Layout, Place
from ingest.resolutions.movers import namings
from ingest.resolutions.outcomes import outcome_of

_AROUND: tuple[Act, ...] = ("lead", "movers", "tally", "motion")
_DECIDES: tuple[Act, ...] = ("resolution", "result", "agreement", "action")
_GOES_ON = re.compile(r"^(?:and\s+)?that\b", re.IGNORECASE)
_AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
_SHORT_RESULT = re.compile(
    r"^\W*(?:the\s+)?(?:motion\s+)?(?:was\s+)?(?:unanimously\s+)?"
    r"(?:carried|lost|defeated|passed|approved|all\s+(?:in|agreed)|agreed\s+by\s+all|unanimous)\b",
    re.IGNORECASE,
)
_OPENS_VOTE = re.compile(r"^(?:up)?on\b|\bput\s+to\b|\bcasting\s+vote\b", re.IGNORECASE)
_ENDS_ENTRY = re.compile(r"(?:;|,|;\s+and|,\s+and)$", re.IGNORECASE)
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


def groups_in(layout: Layout, *, headed: bool = False) -> tuple[Group, ...]:
    """The decisions in `layout`, in order; `headed` says that they stand under a heading "Decisions"."""
    groups: list[Group] = []
    at = 0
    if headed and layout.places and _is_bare(layout):
        group, at = _listed(layout, first=0, opener=None, begins=0)
        groups += [group] if group else []
    while at < len(layout.places):
        group, at = _group_from(layout, at)
        groups += [group] if group else []
    return tuple(groups)


def _is_bare(layout: Layout) -> bool:
    """Whether decisions under a heading begin at once, without a "RESOLVED that:" of their own."""
    return layout.places[0].act not in ("heading", "lead", "movers", "motion") and not _opens_list(layout, 0)


def _group_from(layout: Layout, first: int) -> tuple[Group | None, int]:
    """The group that begins at line `first`, if one does, and the line after it."""
    first, opener = _opener_from(layout, first)
    act = layout.places[opener].act if opener < len(layout.places) else None
    if act not in ("heading", *_DECIDES):
        return _settled_by_movers(layout, first, opener)
    first += layout.places[first].act == "heading" and is_label(layout.places[first].words)
    begins = layout.places[opener].paragraph
    if act == "heading" or (act in ("resolution", "agreement") and _opens_list(layout, opener)):
        return _listed(layout, first=first, opener=opener, begins=begins + 1)
    if act == "resolution" and layout.is_first(opener) and _is_entry(layout, opener):
        return _listed(layout, first=first, opener=opener - 1, begins=begins)
    return _single(layout, first, opener)


def _opener_from(layout: Layout, first: int) -> tuple[int, int]:
    """Where the group at line `first` begins, and the line that says what was decided, behind all that leads to it."""
    opener, places = first, layout.places
    while opener < len(places) and (
        places[opener].act in _AROUND or _heads_another(layout, opener) or _carries_into(layout, opener)
    ):
        if places[opener].act == "motion" and any(place.act == "motion" for place in places[first:opener]):
            first = opener  # a second motion before the vote: the result is told of the later one
        opener += 1
    return first, opener


def _settled_by_movers(layout: Layout, first: int, after: int) -> tuple[Group | None, int]:
    """A decision that is only told as "Proposed by A, seconded by B and approved", where no other line says it."""
    for at in range(first, min(after, len(layout.places))):
        if layout.places[at].act == "movers" and settles(layout.places[at].words):
            return _single(layout, at, at)
    return None, after + 1


def _heads_another(layout: Layout, at: int) -> bool:
    """Whether a heading ("Decision:") stands over a sentence that opens the resolution itself ("RESOLVED that")."""
    if layout.places[at].act != "heading" or at + 1 >= len(layout.places):
        return False
    following = layout.places[at + 1]
    bare = _GOES_ON.match(following.words) or layout.paragraph_of(at + 1).marker
    return not bare and following.act in ("heading", "resolution", "lead", "movers", "motion", "result")


def _carries_into(layout: Layout, at: int) -> bool:
    """Whether "The motion was carried" stands directly over the resolution in its words."""
    if layout.places[at].act != "result" or at + 1 == len(layout.places):
        return False
    words = layout.places[at].words
    over = layout.places[at + 1].act in ("heading", "resolution")
    return over and outcome_of(words) != "lost" and _AMENDMENT.search(words) is None


def _is_entry(layout: Layout, at: int) -> bool:
    """Whether a line is an entry of a list of resolutions over which nothing stands but who moved them."""
    if _GOES_ON.match(layout.places[at].words) is None:
        return False
    following = layout.places[at].paragraph + 1
    is_followed = following < len(layout.paragraphs) and _GOES_ON.match(layout.paragraphs[following].words) is not None
    return layout.paragraph_of(at).marker is not None or (
        is_followed and _ENDS_ENTRY.search(layout.paragraph_of(at).words) is not None
    )


def _opens_list(layout: Layout, at: int) -> bool:
    """Whether the line ends its paragraph open and a list follows it."""
    number = layout.places[at].paragraph + 1
    if at + 1 != layout.begins[number] or number == len(layout.paragraphs) or not ends_open(layout.places[at].words):
        return False
    return layout.paragraphs[number].marker is not None or _GOES_ON.match(layout.paragraphs[number].words) is not None


def _listed(layout: Layout, *, first: int, opener: int | None, begins: int) -> tuple[Group | None, int]:
    """A group whose decisions are the paragraphs from `begins` on, below the line `opener` where there is one."""
    if opener is not None and layout.begins[begins] > opener + 1:
        return _single(layout, first, opener)
    above = layout.paragraphs[begins - 1].styles if begins else frozenset()
    entries, after = listed_entries(layout, begins, above=above)
    if not entries:
        return None, (first if opener is None else opener) + 1
    last = layout.begins[after] - 1
    inside = [
        at for at in range(layout.begins[after - 1] + 1, last + 1) if layout.places[at].act in ("movers", "tally")
    ]
    around = [*(range(first, opener + 1) if opener is not None else ()), *inside]
    return _closed(layout.places, "resolution", entries, around, first, last)


def _single(layout: Layout, first: int, opener: int) -> tuple[Group | None, int]:
    """A group whose decision is one sentence, with what goes on from it, or the numbered parts of its paragraph."""
    rest, places = layout.rest_of_paragraph(opener), layout.places
    act, last = places[opener].act or "resolution", opener
    parts = () if act == "result" else numbered_parts(layout.paragraph_of(opener), [places[at].line for at in rest])
    if parts:
        last = max(at for at in rest if places[at].line.start < parts[-1].end)
        return _closed(places, act, parts, range(first, opener + 1), first, last)
    while last + 1 in rest and (_GOES_ON.match(places[last + 1].words) or act == "heading"):
        last += 1
    words = " ".join(place.words for place in places[opener : last + 1])
    entry = Entry(places[opener].line.start, places[last].line.end, words)
    return _closed(places, act, (entry,), range(first, last + 1), first, last)


def _closed(
    places: Sequence[Place], act: Act, entries: Sequence[Entry], around: Iterable[int], first: int, last: int
) -> tuple[Group, int]:
    """The group with what is told after it, and its first and last decision stretched over what belongs to it."""
    after = last + 1
    frame = [places[at].words for at in around]
    while after < len(places) and _belongs(places[after], act, frame):
        frame.append(places[after].words)
        after += 1
    stretched = list(entries)
    stretched[0] = replace(stretched[0], start=min(stretched[0].start, places[first].line.start))
    stretched[-1] = replace(stretched[-1], end=max(stretched[-1].end, places[after - 1].line.end))
    results = tuple(place.words for place in places[first:after] if place.act == "result")
    return Group(act, tuple(stretched), tuple(frame), results, first, after - 1), after


def _belongs(place: Place, act: Act, frame: Sequence[str]) -> bool:
    """Whether a line below a decision still tells of it: who moved it, how the vote went, whose action it is."""
    if place.act == "movers":
        told = {naming.part for words in frame for naming in namings(words)}
        tells = {naming.part for naming in namings(place.words)}
        return place.words.startswith(("(", "[")) or not told & tells
    if place.act == "result":
        return act == "resolution" and _SHORT_RESULT.match(place.words) is not None
    if place.act == "tally":
        return _OPENS_VOTE.search(place.words) is None
    return place.act is None and _OWNER.match(place.words) is not None
