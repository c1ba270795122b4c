"""What a passage is, whatever it is about."""

import pytest

from index.model import Part, Passage
from index.nature import Nature, nature_of
from ingest.records import StatementKind


@pytest.mark.parametrize(
    ("text", "part", "kind", "nature"),
    [
        ("Councillor Okafor asked about trees.", "minutes", "question", Nature.QUESTION),
        ("That the trees be kept.", "decision", None, Nature.DECISION),
        ("To receive a report.", "agenda", None, Nature.AGENDA),
        ("Forty trees stood at 12 sites.", "minutes", "report", Nature.FIGURE),
        ("They fell because of the storm.", "minutes", "answer", Nature.REASON),
    ],
)
def test_nature_comes_from_the_record_and_the_words(
    text: str, part: Part, kind: StatementKind | None, nature: Nature
) -> None:
    passage = Passage(id="p", meeting_id="m", item_id="i", position=0, part=part, text=text, kind=kind)
    assert nature_of(passage, boilerplate=False, draft=False) == nature
    assert nature_of(passage, boilerplate=True, draft=True) == nature | Nature.MACHINERY | Nature.DRAFT
