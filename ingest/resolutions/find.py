"""The decisions of one item: out of its minutes, its block of decisions, and its table of recorded votes."""

from collections.abc import Iterator, Sequence

from ingest.draft import Block, PlacedMinutes, RecordedVote, place
from ingest.people import Roster
from ingest.records import Decision, Outcome, Vote
from ingest.resolutions.acts import is_formal
from ingest.resolutions.entries import Entry
from ingest.resolutions.groups import Group, groups_in, places_in
from ingest.resolutions.lines import paragraphs_of
from ingest.resolutions.motions import Motion, ended_by, motions_told, moved_by
from ingest.resolutions.movers import named
from ingest.resolutions.outcomes import outcome_of
from ingest.resolutions.printed_twice import without_copies
from ingest.resolutions.recorded_votes import with_recorded
from ingest.resolutions.speakers import speaker_of
from ingest.resolutions.voters import count_by_name
from ingest.resolutions.votes import count_in


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
    printed_apart = [
        decision.model_copy(update={"start": None, "end": None, "text": entry.words})
        for _, entry, decision in _decisions(place(tuple(apart)), roster, headed=True)
    ]
    found = list(_decisions(minutes, roster, headed=False))
    formal = bool(printed_apart) or any(is_formal(sentence) for group, _, _ in found for sentence in group.frame)
    within = [decision for group, _, decision in found if not (formal and group.act == "agreement")]
    return with_recorded(without_copies(printed_apart, within), votes)


def _decisions(minutes: PlacedMinutes, roster: Roster, *, headed: bool) -> Iterator[tuple[Group, Entry, Decision]]:
    paragraphs = paragraphs_of(minutes)
    places = places_in(paragraphs)
    motions: tuple[Motion, ...] = ()
    told_to = 0
    for group in groups_in(paragraphs, places, headed=headed):
        motions = motions_told([at.line.words for at in places[told_to : group.first]], motions)
        told_to = group.last + 1
        mover, seconder, motion = _movers(group, motions)
        motions = tuple(one for one in motions if one is not motion)
        for entry in group.entries:
            yield (
                group,
                entry,
                Decision(
                    number=entry.number,
                    text=minutes.text[entry.start : entry.end],
                    start=entry.start,
                    end=entry.end,
                    mover=speaker_of(mover, roster),
                    seconder=speaker_of(seconder, roster),
                    outcome=_outcome(group, entry),
                    vote=_vote(group),
                ),
            )


def _movers(group: Group, motions: Sequence[Motion]) -> tuple[str | None, str | None, Motion | None]:
    """Mover and seconder as printed with the decision, else those of the motion that it ends, and that motion."""
    mover = next((name for words in group.frame if (name := named("mover", words))), None)
    seconder = next((name for words in group.frame if (name := named("seconder", words))), None)
    if mover is not None or seconder is not None:
        motion = moved_by(motions, mover, seconder)
        return mover or (motion.mover if motion else None), seconder, motion
    words = " ".join(entry.words for entry in group.entries)
    motion = ended_by(motions, " ".join(group.results), words, _outcome(group, group.entries[0]))
    return (motion.mover, motion.seconder, motion) if motion else (None, None, None)


def _vote(group: Group) -> Vote | None:
    return count_in("\n".join(group.frame)) or count_by_name(group.frame)


def _outcome(group: Group, entry: Entry) -> Outcome | None:
    if group.act == "action":
        return None
    if any(outcome_of(result) == "lost" for result in group.results):
        return "lost"
    return outcome_of("\n".join(group.frame) if group.act == "result" else entry.words)
