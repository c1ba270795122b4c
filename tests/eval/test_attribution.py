"""The attribution score: each measure on a small meeting, and the arithmetic."""

from datetime import date
from pathlib import Path

import pytest

from eval.attribution import AttributionScore, score, score_folder, wilson_interval
from eval.attribution_gold import GoldMinutes, UnreadableAnnotations, annotated_minutes
from ingest.records import Attendee, Decision, Document, Item, Meeting, Speaker, Statement, Vote

GOLD = GoldMinutes.model_validate(
    {
        "meeting": {"organisation": None, "committee": "Parks Panel", "date": "2023-04-24", "status": None},
        "attendance": [
            {"name": "Cllr Reed", "role": "Chair", "status": "Present"},
            {"name": "Cllr Moss", "role": "Member", "status": "present"},
        ],
        "items": [
            {
                "number": "3",
                "title": "Meadow planting",
                "documents": ["Soil report"],
                "statements": [
                    {"anchor": "asked why the meadow", "speakers": [["Cllr Moss"]], "asker": None},
                    {"anchor": "the soil was too rich", "speakers": [["The Parks Manager"]], "asker": ["Cllr Moss"]},
                ],
                "no_speaker": ["It was noted that the bins"],
                "decisions": [
                    {
                        "anchor": "that the meadow be extended",
                        "mover": ["Cllr Reed", "The Chair"],
                        "seconder": None,
                        "vote": {"for": 3, "against": 1, "abstentions": 0},
                        "outcome": "agreed",
                    }
                ],
            }
        ],
    }
)
SENTENCES = (
    "Cllr Moss asked why the meadow had failed.",
    "The Parks Manager said that the soil was too rich.",
    "It was noted that the bins were full.",
    "RESOLVED (3 votes to 1), on the motion of the Chair, that the meadow be extended.",
)


def meeting(speakers: tuple[str | None, ...] = ("Cllr Moss", "the Parks Manager", None), **decision: object) -> Meeting:
    """The meeting of `GOLD` as a perfect reader makes it, apart from what is given."""
    minutes = " ".join(SENTENCES)
    starts = [minutes.index(sentence) for sentence in SENTENCES]
    statements = tuple(
        Statement(
            start=start,
            end=start + len(text),
            text=text,
            kind="discussion",
            speakers=(Speaker(as_printed=speaker),) if speaker else (),
            asker=Speaker(as_printed="Cllr Moss") if "soil" in text else None,
        )
        for start, text, speaker in zip(starts, SENTENCES, speakers, strict=False)
    )
    decided = {
        "text": SENTENCES[3],
        "start": starts[3],
        "end": len(minutes),
        "outcome": "agreed",
        "mover": Speaker(as_printed="the Chair"),
        "vote": Vote(for_=3, against=1, abstentions=0),
    }
    item = Item(
        id="i",
        number="3",
        title="Meadow  planting",
        minutes=minutes,
        statements=statements,
        decisions=(Decision.model_validate(decided | decision),),
        documents=(Document(title="Soil report"),),
    )
    roster = (Attendee(name="Cllr Reed", role="Chair"), Attendee(name="Cllr Moss"))
    return Meeting(id="m", committee="Parks Panel", date=date(2023, 4, 24), attendance=roster, items=(item,))


def scored(*meetings: Meeting) -> AttributionScore:
    return score([("a.txt", GOLD, meetings)])


def test_everything_right_misses_nothing() -> None:
    result = scored(meeting())
    assert result.misses == ()
    assert {name: (rate.right, rate.total) for name, rate in result.rates.items()} == {
        "speaker": (2, 2),
        "no_speaker": (1, 1),
        "asker": (1, 1),
        "no_asker": (1, 1),
        "decisions": (1, 1),
        "extra": (1, 1),
        "movers": (1, 1),
        "votes": (1, 1),
        "outcomes": (1, 1),
        "items": (1, 1),
        "documents": (1, 1),
        "attendance": (2, 2),
        "meeting": (4, 4),
    }


def test_nothing_read_misses_everything() -> None:
    result = scored()
    assert all(rate.right == 0 for name, rate in result.rates.items() if name not in ("no_speaker", "extra"))


@pytest.mark.parametrize(
    ("made", "measure"),
    [
        (meeting(speakers=("Cllr Reed", "the Parks Manager", None)), "speaker"),
        (meeting(speakers=("Cllr Moss", "the Parks Manager", "Members")), "no_speaker"),
        (meeting(mover=None), "movers"),
        (meeting(seconder=Speaker(as_printed="Cllr Moss")), "movers"),
        (meeting(vote=Vote(for_=3, against=1)), "votes"),
        (meeting(outcome="lost"), "outcomes"),
        (meeting().model_copy(update={"attendance": (Attendee(name="Cllr Reed", role="Chair"),)}), "attendance"),
        (meeting().model_copy(update={"date": None}), "meeting"),
        (meeting().model_copy(update={"organisation": "Guessed Council"}), "meeting"),
    ],
)
def test_one_fault_is_one_miss_of_its_measure(made: Meeting, measure: str) -> None:
    assert [miss.measure for miss in scored(made).misses] == [measure]


def test_a_segment_of_two_voices_is_wrong_for_both() -> None:
    made = meeting()
    item = made.items[0]
    first, second = item.statements[:2]
    both = first.model_copy(update={"end": second.end, "text": item.minutes[first.start : second.end]})
    merged = item.model_copy(update={"statements": (both, *item.statements[2:])})
    misses = scored(made.model_copy(update={"items": (merged,)})).misses
    assert [miss.measure for miss in misses if miss.measure == "speaker"] == ["speaker", "speaker"]


def test_a_decision_printed_twice_and_kept_twice_is_a_miss() -> None:
    made = meeting()
    item = made.items[0]
    twice = item.model_copy(update={"decisions": (*item.decisions, Decision(text=SENTENCES[3], outcome="agreed"))})
    assert [miss.measure for miss in scored(made.model_copy(update={"items": (twice,)})).misses] == ["decisions"]


def test_a_decision_that_nobody_annotated_is_reported() -> None:
    made = meeting()
    item = made.items[0]
    more = item.model_copy(update={"decisions": (*item.decisions, Decision(text="Noted.", outcome="agreed"))})
    assert [miss.measure for miss in scored(made.model_copy(update={"items": (more,)})).misses] == ["extra"]


def test_wilson_interval_keeps_within_nought_and_one() -> None:
    assert wilson_interval(0, 3)[0] == 0
    assert wilson_interval(3, 3)[1] == 1
    low, high = wilson_interval(1, 2)
    assert low + high == pytest.approx(1)


def test_json_holds_rates_and_misses() -> None:
    text = scored(meeting(outcome="lost")).to_json()
    assert '"outcomes"' in text
    assert '"misses"' in text


def test_folder_pairs_sources_with_annotations(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("minutes")
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "a.gold.json").write_text(GOLD.model_dump_json(by_alias=True))
    result = score_folder(tmp_path, lambda path: [meeting()] if path.name == "a.txt" else [])
    assert result.files == ("a.txt",)
    assert result.misses == ()
    assert score_folder(tmp_path, lambda path: [meeting()], only=["b"]).files == ()


@pytest.mark.parametrize("content", [None, "not json", '{"items": [{"statements": 3}]}'])
def test_annotations_that_cannot_be_read_are_named(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "a.txt").write_text("minutes")
        (tmp_path / "a.gold.json").write_text(content)
    with pytest.raises(UnreadableAnnotations, match=r"gold\.json"):
        list(annotated_minutes(tmp_path))


def test_annotations_without_their_source_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text("{}")
    with pytest.raises(UnreadableAnnotations, match="no source"):
        list(annotated_minutes(tmp_path))
