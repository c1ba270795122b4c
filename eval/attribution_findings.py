"""What an annotated source shows about the meetings that were read from it, one finding for each annotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.attribution_gold import Forms, GoldAttendee, GoldDecision, GoldItem, GoldMinutes, GoldStatement
from eval.attribution_match import are_persons, holds, is_person, squeezed
from ingest.records import Attendee, Decision, Item, Meeting, Record, Speaker, Statement, Vote


class Finding(Record):
    """One check of one annotation. `sentence` is the produced text that holds it, or the annotation itself."""

    measure: str
    right: bool
    file: str
    item: str | None = None
    expected: str | None = None
    got: str | None = None
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class _Produced:
    """Everything produced from one source, for anchors that may stand anywhere in it."""

    file: str
    items: tuple[Item, ...]
    statements: tuple[Statement, ...]
    decisions: tuple[Decision, ...]
    golds: tuple[GoldStatement, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a finding was made."""

    file: str
    item: str | None = None
    sentence: str | None = None

    def finding(self, measure: str, right: bool, expected: str | None, got: str | None) -> Finding:
        return Finding(
            measure=measure,
            right=right,
            file=self.file,
            item=self.item,
            expected=expected,
            got=got,
            sentence=self.sentence and squeezed(self.sentence),
        )


def findings(file: str, gold: GoldMinutes, meetings: Sequence[Meeting]) -> Iterator[Finding]:
    """Every finding about `meetings`, which were read from `file`, that `gold` allows."""
    items = tuple(item for meeting in meetings for item in meeting.items)
    produced = _Produced(
        file=file,
        items=items,
        statements=tuple(statement for item in items for statement in item.statements),
        decisions=tuple(decision for item in items for decision in item.decisions),
        golds=tuple(statement for item in gold.items for statement in item.statements),
    )
    for item in gold.items:
        for statement in item.statements:
            yield from _statement_findings(produced, item, statement)
        for anchor in item.no_speaker:
            yield _nobody_finding(produced, item, anchor)
        for decision in item.decisions:
            yield from _decision_findings(produced, item, decision)
    yield from _extra_decisions(produced, gold)
    yield from _item_findings(produced, gold)
    yield from _attendance_findings(file, gold, meetings)
    yield from _meeting_findings(file, gold, meetings)


def _statement_findings(produced: _Produced, item: GoldItem, gold: GoldStatement) -> Iterator[Finding]:
    holder = next((one for one in produced.statements if holds(one.text, gold.anchor)), None)
    place = _Place(produced.file, item.title, holder.text if holder else gold.anchor)
    expected = "; ".join(forms[0] for forms in gold.speakers)
    measure = "asker" if gold.asker else "no_asker"
    if holder is None:
        yield place.finding("speaker", False, expected, "no statement holds it")
        yield place.finding(measure, False, _first(gold.asker), "no statement holds it")
        return
    mixed = [one for one in produced.golds if one.speakers != gold.speakers and holds(holder.text, one.anchor)]
    got = _names(holder.speakers) + (f" (mixed with {_first(mixed[0].speakers[0])})" if mixed else "")
    yield place.finding("speaker", are_persons(holder.speakers, gold.speakers) and not mixed, expected, got)
    asker = holder.asker
    asked = is_person(asker, gold.asker) if asker and gold.asker else not asker and not gold.asker
    yield place.finding(measure, asked, _first(gold.asker), _name(asker))


def _nobody_finding(produced: _Produced, item: GoldItem, anchor: str) -> Finding:
    named = next((one for one in produced.statements if one.speakers and holds(one.text, anchor)), None)
    place = _Place(produced.file, item.title, anchor)
    return place.finding("no_speaker", named is None, "nobody", _names(named.speakers) if named else None)


def _decision_findings(produced: _Produced, item: GoldItem, gold: GoldDecision) -> Iterator[Finding]:
    held = [one for one in produced.decisions if holds(one.text, gold.anchor)]
    found = held[0] if held else Decision(text="")
    place = _Place(produced.file, item.title, found.text or gold.anchor)
    yield place.finding("decisions", len(held) == 1, "one decision", str(len(held)))
    for expected, got in ((gold.mover, found.mover), (gold.seconder, found.seconder)):
        if expected or got:
            yield place.finding(
                "movers", bool(expected and got and is_person(got, expected)), _first(expected), _name(got)
            )
    if gold.vote or found.vote:
        yield place.finding("votes", found.vote == gold.vote, _count(gold.vote), _count(found.vote))
    yield place.finding("outcomes", found.outcome == gold.outcome, gold.outcome, found.outcome)


def _extra_decisions(produced: _Produced, gold: GoldMinutes) -> Iterator[Finding]:
    anchors = [decision.anchor for item in gold.items for decision in item.decisions]
    for item in produced.items:
        for decision in item.decisions:
            place = _Place(produced.file, item.title, decision.text)
            annotated = any(holds(decision.text, anchor) for anchor in anchors)
            yield place.finding("extra", annotated, None if annotated else "no decision", decision.outcome)


def _item_findings(produced: _Produced, gold: GoldMinutes) -> Iterator[Finding]:
    left = list(produced.items)
    for expected in gold.items:
        item = next((one for one in left if squeezed(one.title or "") == squeezed(expected.title or "")), None)
        if item is not None:
            left.remove(item)
        place = _Place(produced.file, expected.title)
        want, got = _item_signs(expected), _item_signs(item) if item else "no item with this title"
        yield place.finding("items", want == got, want, got)
        yield from _document_findings(place, expected, item)
    for item in left:
        yield _Place(produced.file, item.title).finding("items", False, None, _item_signs(item))


def _document_findings(place: _Place, gold: GoldItem, item: Item | None) -> Iterator[Finding]:
    annotated = {squeezed(title) for title in gold.documents}
    printed = {squeezed(document.title) for document in item.documents} if item else set()
    for title in sorted(annotated | printed):
        want, got = title if title in annotated else None, title if title in printed else None
        yield place.finding("documents", want == got, want, got)


def _item_signs(item: GoldItem | Item) -> str:
    marks = [mark for mark, shown in (("restricted", item.restricted), ("truncated", item.truncated)) if shown]
    return " ".join([f"number {item.number}", *marks])


def _attendance_findings(file: str, gold: GoldMinutes, meetings: Sequence[Meeting]) -> Iterator[Finding]:
    roster = {squeezed(one.name): one for meeting in meetings for one in meeting.attendance}
    place = _Place(file)
    for expected in gold.attendance:
        got = roster.get(squeezed(expected.name))
        yield place.finding("attendance", got is not None and _same_line(got, expected), _line(expected), _line(got))


def _same_line(got: Attendee, gold: GoldAttendee) -> bool:
    """A plain member may be printed without a post, and a substitute was there."""
    status = (gold.status or "").lower().replace(" ", "_").partition("_(")[0]
    status_right = got.status == status or (got.status == "substitute" and status == "present")
    return status_right and (got.role == gold.role or (gold.role == "Member" and got.role is None))


def _meeting_findings(file: str, gold: GoldMinutes, meetings: Sequence[Meeting]) -> Iterator[Finding]:
    meeting = meetings[0] if meetings else None
    for name in ("organisation", "committee", "date", "status"):
        want: str | None = getattr(gold.meeting, name)
        value = getattr(meeting, name, None)
        got = None if value is None else str(value)
        yield _Place(file, name).finding("meeting", meeting is not None and want == got, want, got)


def _names(speakers: Sequence[Speaker]) -> str:
    return "; ".join(speaker.as_printed for speaker in speakers) or "nobody"


def _name(speaker: Speaker | None) -> str:
    return speaker.as_printed if speaker else "nobody"


def _first(forms: Forms | None) -> str | None:
    return forms[0] if forms else None


def _line(one: GoldAttendee | Attendee | None) -> str | None:
    return f"{one.name}, {one.role}, {one.status}" if one else None


def _count(vote: Vote | None) -> str | None:
    return f"{vote.for_} for, {vote.against} against, {vote.abstentions} abstentions" if vote else None
