"""The committees, bodies and calendar that a library holds, as questions put them."""

from datetime import date

import pytest

from assistant.question.register import Register
from index.model import MeetingHead, Overview

NAMES = (
    "Audit and Governance Committee",
    "Cabinet",
    "Children and Families Scrutiny Committee",
    "Council",
    "Health Board",
    "Town and Community Council Forum",
)
REGISTER = Register.of(
    Overview(committees=NAMES, organisations=("Tilling District Council", "Marsh Fire Authority")),
    [MeetingHead(id="1", committee="Cabinet", date=date(2023, 1, 5)), MeetingHead(id="2", date=date(2023, 2, 5))],
    date(2024, 1, 1),
)


@pytest.mark.parametrize(
    ("question", "committees"),
    [
        ("What did the Audit and Governance Committee say?", (NAMES[0],)),
        ("what did the audit committee say?", (NAMES[0],)),
        ("What did the families scrutiny committee say?", (NAMES[2],)),
        ("What did the children’s scrutiny meeting say?", (NAMES[2],)),
        ("What did Cabinet say?", ("Cabinet",)),
        ("What did Full Council resolve?", ("Council",)),
        ("Who took the chair at the Council in February 2023?", ("Council",)),
        ("Who sent apologies to the July 2024 council meeting?", ("Council",)),
        ("What is the council's policy?", ()),
        ("What does the Council in Tilling do?", ()),
        ("Who read out the Community Council's letter?", ()),
        ("Is there a cabinet in the hall?", ()),
        ("What did the Licensing Committee say?", ()),
        ("Who chaired Audit in 2023?", (NAMES[0],)),
        ("What did Audit and Governance decide about fraud?", (NAMES[0],)),
        ("Who attended Children and Families?", (NAMES[2],)),
        ("What did the committee recommend to Cabinet about kerbs?", ()),
        ("What did the audit committee report to the Council?", (NAMES[0],)),
        ("Who was made chair of audit in May 2023?", (NAMES[0],)),
        ("Who is the new chairman of children and families?", (NAMES[2],)),
        ("Who was made chair of the gardeners' guild?", ()),
        ("What did Governance decide?", ()),
        ("What was built at Audit House?", ()),
        ("What is Health to do?", ()),
    ],
)
def test_committees_in_a_question(question: str, committees: tuple[str, ...]) -> None:
    assert REGISTER.committees_in(question) == committees


@pytest.mark.parametrize(
    ("question", "organisation"),
    [
        ("What did Tilling District Council say?", "Tilling District Council"),
        ("What did the Marsh Authority say?", "Marsh Fire Authority"),
        ("What did Hollow Parish Council say?", None),
    ],
)
def test_the_body_in_a_question(question: str, organisation: str | None) -> None:
    assert REGISTER.organisation_in(question) == organisation


def test_the_calendar_of_a_committee_has_its_meetings_alone() -> None:
    assert REGISTER.calendar_of(("Cabinet",)).meetings == (date(2023, 1, 5),)
    assert len(REGISTER.calendar_of(()).meetings) == 2


def test_how_a_committee_is_put() -> None:
    assert REGISTER.typed_bodies("What did the audit committee say?", (NAMES[0],)) == ["audit committee"]
    assert REGISTER.typed_bodies("Who chaired Audit in 2023?", (NAMES[0],)) == ["Audit"]
