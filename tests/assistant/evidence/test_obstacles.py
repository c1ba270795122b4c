"""What stands against an answer: here, an answer that was left to be given in writing."""

import pytest

from assistant.evidence.obstacles import left_to_writing
from assistant.evidence.points import point_at


@pytest.mark.parametrize(
    ("question", "told", "left"),
    [
        ("What answer did Mr Grey get about the oak?", "He asked for a written answer instead.", True),
        ("What was the response to Mr Grey?", "The Chair said that he would reply to him in writing.", True),
        ("What reply did Mr Grey get?", "It touches on an exempt report, and will be answered in private.", True),
        ("What answer did Mr Grey get about the oak?", "The Chair answered that it was sound.", False),
        ("What did the Chair say about the oak?", "The Chair said that he would reply to him in writing.", False),
    ],
)
def test_an_answer_left_to_be_written_is_none(made_item, scored, asked, question: str, told: str, left: bool) -> None:
    item = made_item(("Mr Lamb", told))
    points = [point_at(scored(item, 1.0)[0])]
    assert left_to_writing(asked(question), points) == (item if left else None)
