"""Names in a question, and whether a record holds them: as printed, misspelled, abbreviated."""

import pytest

from assistant.evidence.names import lacking, names_in
from index.model import MeetingHead

HEAD = MeetingHead(id="m1", committee="Parks Committee")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What was said about Trenchard Lane?", ["Trenchard", "Lane"]),
        ("Trenchard Lane: what was said?", ["Lane"]),
        ("What was said about trees?", []),
        ("What was said about 22/01187/FUL?", ["22/01187/FUL"]),
        ("How was Dr Oonagh Pike answered about trees?", ["Pike"]),
    ],
)
def test_names_in_a_question(asked, question: str, names: list[str]) -> None:
    assert names_in(asked(question)) == names


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("Trenchard", True),
        ("Trenchad", True),
        ("MSP", True),
        ("Hollow", False),
        ("NHS", False),
        ("MSPX", True),
        ("MSPs", True),
        ("MSX", False),
        ("22/01187/FUL", True),
        ("22/01188/FUL", False),
    ],
)
def test_what_a_record_lacks(made_item, name: str, held: bool) -> None:
    item = made_item(
        (None, "The Marsh Safeguarding Partnership met in Trenchard Hall."), title="22/01187/FUL – Trenchard Hall"
    )
    assert (lacking([name], HEAD, item) == ()) is held
