"""Private stays private: exempt business in the words that mark it, and public business that only names it."""

import pytest

from ingest.draft import Block, DraftItem, DraftMeeting
from ingest.restricted import without_restricted

SECRET = "The offer was £4,250,000."


def _meeting(*items: DraftItem, transcript: bool = False) -> DraftMeeting:
    return DraftMeeting(items=items, format="test", transcript=transcript)


def _item(title: str | None, *texts: str, number: str | None = None, restricted: bool = False) -> DraftItem:
    return DraftItem(title=title, number=number, minutes=tuple(map(Block, texts)), restricted=restricted)


def _kept(*items: DraftItem) -> list[bool]:
    """Which of the items keep their text."""
    return [bool(item.minutes) for item in without_restricted(_meeting(*items), include=False).items]


@pytest.mark.parametrize(
    "title",
    [
        "Disposal of land (Exempt Category 3)",
        "EXEMPT - Disposal of land",
        "Disposal of land – Part B",
        "Confidential: disposal of land",
        "Disposal of land (not for publication by virtue of paragraph 3)",
        "Part II – Disposal of land",
        "Disposal of land (Private)",
        "Exempt Minutes",
    ],
)
def test_titles_that_mark_an_item(title: str) -> None:
    assert _kept(_item("Parks", "Noted."), _item(title, SECRET)) == [True, False]


@pytest.mark.parametrize(
    "line",
    [
        "Exempt information under paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972.",
        "NOT FOR PUBLICATION",
        "(Exempt)",
        "The minutes of this item are exempt.",
        "This report contains exempt information as defined in Schedule 12A.",
    ],
)
def test_lines_at_the_head_that_mark_an_item(line: str) -> None:
    assert _kept(_item("Disposal of land", line, SECRET)) == [False]


@pytest.mark.parametrize(
    "resolution",
    [
        "RESOLVED that the press and public be excluded from the meeting.",
        "That under section 100A(4) of the Local Government Act 1972 the public be excluded for the following items.",
        "It was agreed to exclude the press and public.",
        "The Council moved into closed session.",
        "The Board went in camera.",
        "The Committee resolved into private session.",
    ],
)
def test_a_resolution_to_exclude_the_public_begins_a_private_part(resolution: str) -> None:
    items = (_item("Parks", "Noted."), _item("Exclusion of the press and public", resolution), _item("Land", SECRET))
    assert _kept(*items, _item("Pay", SECRET)) == [True, True, False, False]


def test_only_the_items_that_it_names_are_private() -> None:
    resolution = "RESOLVED that the public be excluded during items 7 and 9."
    items = [_item("Exclusion", resolution, number="6"), *(_item("X", SECRET, number=str(n)) for n in range(7, 11))]
    assert _kept(*items) == [True, False, True, False, True]


def test_within_an_item_only_what_stands_before_it_is_public() -> None:
    (item,) = without_restricted(
        _meeting(_item("Land", "Mr Orme spoke.", "The press and public were excluded.", SECRET)), include=False
    ).items
    assert [block.text for block in item.minutes] == ["Mr Orme spoke.", "The press and public were excluded."]


def test_the_public_returns() -> None:
    closed = _item("Exclusion of the public", "RESOLVED that the public be excluded.")
    again = _item("Open session", "The meeting returned to open session. Parks were discussed.")
    assert _kept(closed, _item("Land", SECRET), again, _item("Dates", "Noted.")) == [True, False, True, True]


def test_a_heading_makes_all_below_it_private() -> None:
    assert _kept(_item("PART B – EXEMPT BUSINESS"), _item("Land", SECRET), _item("Pay", SECRET)) == [
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Car park", "Members noted the exempt appendix and asked about charges."),
        ("Exclusion of the press and public", "There were no exempt items, so the public was not excluded."),
        ("Private sector housing", "The Head of Housing reported on landlords."),
        ("Confidential waste collection", "The Clerk reported on prices."),
        ("Part B planning applications for information", "Noted."),
        ("School exclusions", "The number of pupils excluded had fallen."),
        ("Car park", "It was not necessary to exclude the public."),
    ],
)
def test_public_business_that_only_sounds_private_is_kept(title: str, text: str) -> None:
    assert _kept(_item(title, text), _item("Next", "Noted.")) == [True, True]


def test_number_and_title_stay_and_a_warning_counts() -> None:
    meeting = without_restricted(_meeting(_item("Land (Exempt)", SECRET, number="9")), include=False)
    assert meeting.items == (DraftItem(title="Land (Exempt)", number="9", restricted=True),)
    assert meeting.warnings == ("1 item is exempt or private: the text is left out.",)


def test_with_leave_the_text_is_kept_and_marked() -> None:
    (item,) = without_restricted(_meeting(_item("Land (Exempt)", SECRET)), include=True).items
    assert item.restricted
    assert item.minutes == (Block(SECRET),)
