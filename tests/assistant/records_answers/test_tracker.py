"""What was asked for, and the later record that receives it; nothing else is taken for a receipt."""

from datetime import date

import pytest

from assistant.records_answers.tracker import links, receipts_in, requests_in
from index.model import MeetingHead
from ingest.records import Decision, Item, Statement


def _head(day: int, committee: str = "Parks Committee") -> MeetingHead:
    return MeetingHead(id=f"{committee}-{day}", committee=committee, date=date(2023, day, 7))


def _item(minutes: str, *decisions: str, title: str = "Trees", reference: str | None = None) -> Item:
    said = (Statement(start=0, end=len(minutes), text=minutes, kind="discussion"),) if minutes else ()
    return Item(
        id=f"i-{title}",
        title=title,
        reference=reference,
        minutes=minutes,
        statements=said,
        decisions=tuple(Decision(text=text) for text in decisions),
    )


@pytest.mark.parametrize(
    "decision",
    [
        "To receive a report on dead trees in six months.",
        "That a further report be brought to the September meeting.",
        "That the Head of Parks report back on dead trees in the autumn.",
        "To request a briefing note on the cost of felling.",
    ],
)
def test_a_decision_that_asks_for_something(decision: str) -> None:
    assert [one.text for one in requests_in(_head(1), _item("It was discussed.", decision))] == [decision]


def test_a_decision_that_asks_for_nothing() -> None:
    assert list(requests_in(_head(1), _item("It was discussed.", "To note the progress."))) == []


@pytest.mark.parametrize(
    "minutes",
    [
        "The Committee received the report which it had requested at its meeting on 7 January 2023.",
        "The Committee considered the report requested in January (Minute PK/23/4 refers).",
    ],
)
def test_a_receipt(minutes: str) -> None:
    assert receipts_in(_head(6), _item(minutes))


REQUEST = (_head(1), _item("Trees.", "To receive a report on dead trees in six months.", reference="PK/23/4"))


@pytest.mark.parametrize(
    ("later", "linked"),
    [
        ((_head(7), _item("The Committee received the report requested at its meeting on 7 January 2023.")), True),
        ((_head(7, "Cabinet"), _item("It considered the report requested earlier (Minute PK/23/4 refers).")), True),
        (
            (_head(7), _item("The Committee considered the report on dead trees that it had asked for in January.")),
            True,
        ),
        (
            (_head(7, "Cabinet"), _item("It considered the report on swings requested by the Board.", title="Swings")),
            False,
        ),
        ((_head(7), _item("The dead trees were discussed again.")), False),
    ],
)
def test_a_request_and_its_receipt(later: tuple[MeetingHead, Item], linked: bool) -> None:
    (link,) = [one for one in links([REQUEST, later]) if one.request.head.id == REQUEST[0].id]
    assert (link.receipt is not None) is linked


def test_a_receipt_is_never_earlier_than_its_request() -> None:
    earlier = (
        MeetingHead(id="x", committee="Parks Committee", date=date(2022, 1, 1)),
        _item("As requested, a report."),
    )
    assert all(link.receipt is None for link in links([REQUEST, earlier]))


def test_a_minute_of_the_same_day_is_of_its_own_item_only() -> None:
    request = (_head(1), _item("Trees.", "To receive a report on dead trees.").model_copy(update={"number": "6"}))
    other = (_head(7), _item("It was considered.", title="Swings (Minute 4 of 7 January 2023 refers)"))
    assert not any(receipt for receipt in (link.receipt for link in links([request, _refers(other, 4)])))
    (link,) = links([request, _refers(other, 4), _refers((_head(8), _item("", title="Oaks")), 6)])
    assert link.receipt is not None
    assert link.receipt.head.date == date(2023, 8, 7)


def _refers(later: tuple[MeetingHead, Item], minute: int) -> tuple[MeetingHead, Item]:
    head, item = later
    said = f"The minute was considered (Minute {minute} of 7 January 2023 refers)."
    return head, _item(said, title=item.title or "")


def test_of_several_receipts_the_one_on_the_subject_is_meant() -> None:
    swings = (_head(6), _item("The report on swings requested on 7 January 2023 was received.", title="Swings"))
    trees = (_head(7), _item("The report on dead trees requested on 7 January 2023 was received."))
    (link,) = links([REQUEST, swings, trees])
    assert link.receipt is not None
    assert link.receipt.head.date == date(2023, 7, 7)


@pytest.mark.parametrize(("month", "linked"), [("January", True), ("January 2023", True), ("March 2023", False)])
def test_a_month_that_is_named_makes_fewer_of_its_words_enough(month: str, linked: bool) -> None:
    asks = "To receive a report on dead trees, with the number felled and what oaks and limes cost, in six months."
    later = (
        _head(7),
        _item(f"The Head of Parks submitted the report requested in {month}.", title="Dead trees felled"),
    )
    (link,) = links([(_head(1), _item("Trees.", asks)), later])
    assert (link.receipt is not None) is linked
