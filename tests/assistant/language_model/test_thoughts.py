"""What a reasoning model thinks before it answers."""

import pytest

from assistant.language_model.thoughts import without_thoughts


@pytest.mark.parametrize("size", [1, 2, 5, 100])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<think>Let me see.\n[1] says so.</think>It was so [1].", "It was so [1]."),
        ("It <think>was it?</think>was so.", "It was so."),
        ("2 < 3 and a <b> tag", "2 < 3 and a <b> tag"),
        ("<think>It never ends", ""),
        ("It ends in <th", "It ends in <th"),
        ("", ""),
    ],
)
def test_thoughts_are_left_out_however_the_text_comes(text: str, left: str, size: int) -> None:
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert "".join(without_thoughts(pieces)) == left
