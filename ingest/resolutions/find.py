"""The decisions of one item: out of its minutes, its block of decisions, and its table of recorded votes."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.draft import Block, PlacedMinutes, RecordedVote, place
from ingest.people import Roster
from ingest.records import Decision, Outcome
from ingest.resolutions.acts import is_formal
from ingest.resolutions.entries import Entry
from ingest.resolutions.groups import Group, groups_in
from ingest.resolutions.layout import Layout, lay_out
from ingest.resolutions.lines import paragraphs_of
from ingest.resolutions.motions import (
    Motion,
    ended_by,
    is_told_in,
    motions_told,
    moved_by,
    put_before,
    with_movers_named,
)
from ingest.resolutions.movers import named
from ingest.resolutions.outcomes import outcome_of
from ingest.resolutions.printed_twice import without_copies
from ingest.resolutions.recorded_votes import with_recorded
from ingest.resolutions.speakers import speaker_of
from ingest.resolutions.voters import count_by_name
from ingest.resolutions.votes import count_in, decides_between


@dataclass(frozen=True, slots=True)
class _Found:
    """A decision with the entry and the act of deciding that it came from."""

    group: Group
    entry: Entry
    decision: Decision


def find_decisions(
    minutes: PlacedMinutes,
    *,
    apart: Sequence[Block] = (),
    votes: Sequence[RecordedVote] = (),
    roster: Roster,
) -> tuple[Decision, ...]:
    """The decisions of an item: those in its minutes in order, then those printed only `apart`, under "Decision(s)".

    Those in the minutes have spans, which are disjoint and hold whole sentences; the others have none. One that is
    printed in both places is one decision, in the minutes.
    """
    found, motions = _decisions(minutes, roster)
    carried = [one for one in found if one.group.results and one.decision.outcome != "lost"]
    printed, _ = _decisions(place(tuple(apart)), roster, motions, headed=True)
    printed_apart = [_unplaced(one, carried[-1].decision if carried else None) for one in printed]
    formal = bool(printed_apart) or any(is_formal(sentence) for one in found for sentence in one.group.frame)
    within = [one.decision for one in found if not (formal and one.group.act == "agreement")]
    return with_recorded(without_copies(printed_apart, within), votes)


def _decisions(
    minutes: PlacedMinutes, roster: Roster, motions: Sequence[Motion] = (), *, headed: bool = False
) -> tuple[list[_Found], tuple[Motion, ...]]:
    """The decisions in `minutes`, and the motions that stay open after them; `motions` are open before."""
    layout = lay_out(paragraphs_of(minutes))
    found: list[_Found] = []
    still_open, told_to = tuple(motions), 0
    for group in groups_in(layout, headed=headed):
        still_open = motions_told([place.words for place in layout.places[told_to : group.first]], still_open)
        told_to = group.last + 1
        moved = _moved(group, still_open, _leading_to(layout, group))
        still_open = tuple(motion for motion in still_open if motion is not moved.motion)
        if any(decides_between(result) for result in group.results):
            still_open = ()
        found += [_Found(group, entry, _decision(minutes, group, entry, moved, roster)) for entry in group.entries]
    return found, motions_told([place.words for place in layout.places[told_to:]], still_open)


@dataclass(frozen=True, slots=True)
class _Moved:
    """Mover and seconder as printed with a decision, the motion in the narrative that it ends, and what was moved."""

    mover: str | None = None
    seconder: str | None = None
    motion: Motion | None = None
    wording: Motion | None = None


def _leading_to(layout: Layout, group: Group) -> list[str]:
    """The lines of the paragraph before the group: they tell who "she" is that moved it."""
    begins = layout.begins[layout.places[group.first].paragraph]
    return [place.words for place in layout.places[begins : group.first]]


def _moved(group: Group, motions: Sequence[Motion], before: Sequence[str]) -> _Moved:
    frame = with_movers_named([*before, *group.frame])[len(before) :]
    mover = next((name for words in frame if (name := named("mover", words))), None)
    seconder = next((name for words in frame if (name := named("seconder", words))), None)
    told = " ".join(group.results)
    moving = next((words for words in frame if named("mover", words)), "")
    if moving not in told and (earlier := put_before(motions, moving, told)) is not None:
        return _Moved(motion=earlier)
    if mover is not None or seconder is not None:
        motion = moved_by(motions, mover, seconder)
        wording = next(iter(motions_told(frame)), None)
        return _Moved(mover or (motion.mover if motion else None), seconder, motion, wording)
    words = " ".join(entry.words for entry in group.entries)
    return _Moved(motion=ended_by(motions, told, words, _outcome(group, group.entries[0])))


def _decision(minutes: PlacedMinutes, group: Group, entry: Entry, moved: _Moved, roster: Roster) -> Decision:
    mover, seconder = moved.mover, moved.seconder
    others = [other.words for other in group.entries if other is not entry]
    vote = count_in("\n".join(group.frame)) or count_by_name(group.frame)
    if moved.wording is not None and not is_told_in(moved.wording, entry.words, others):
        mover = seconder = vote = None
    if moved.motion and mover is None and seconder is None:
        if is_told_in(moved.motion, entry.words, others):
            mover, seconder = moved.motion.mover, moved.motion.seconder
        else:
            vote = None
    return Decision(
        number=entry.number,
        text=minutes.text[entry.start : entry.end],
        start=entry.start,
        end=entry.end,
        mover=speaker_of(mover, roster),
        seconder=speaker_of(seconder, roster),
        outcome=_outcome(group, entry),
        vote=vote,
    )


def _unplaced(found: _Found, carried: Decision | None) -> Decision:
    """A decision printed apart, with mover and vote of the motion that the minutes say was carried, if it has none.

    Its text is the decision alone, without its number and without the "RESOLVED that" of its list.
    """
    decision, words = found.decision, found.entry.words
    text = words if words in decision.text else decision.text
    mover, seconder, vote = decision.mover, decision.seconder, decision.vote
    if carried is not None and mover is None and seconder is None:
        mover, seconder = carried.mover, carried.seconder
    if carried is not None and vote is None:
        vote = carried.vote
    given = {"text": text, "start": None, "end": None, "mover": mover, "seconder": seconder, "vote": vote}
    return decision.model_copy(update=given)


def _outcome(group: Group, entry: Entry) -> Outcome | None:
    if group.act == "action":
        return None
    if any(outcome_of(result) == "lost" for result in group.results):
        return "lost"
    return outcome_of("\n".join(group.frame) if group.act == "result" else entry.words)
