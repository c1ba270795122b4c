"""Follow-ups are answered as well as the same questions asked on their own: each line of `followups.jsonl` is both.

`turns` are asked before, and replied to by the assistant itself; a right answer quotes one of `anchors`.
"""

import json
from pathlib import Path

from assistant import Assistant
from assistant.model import Answer, Turn
from eval.quotes import covered

PAIRS = [json.loads(line) for line in Path(__file__).with_name("followups.jsonl").read_text("utf-8").splitlines()]
# Citations looked at, and how much worse follow-ups may be.
FIRST, WORSE = 3, 0.03


def test_follow_ups_are_answered_as_well_as_questions_that_stand_alone(composing: Assistant) -> None:
    wrong = {"follow-up": [], "standalone": []}  # type: dict[str, list[str]]
    for pair in PAIRS:
        history = _conversation(composing, pair["turns"])
        if not _is_right(composing, composing.ask(pair["question"], history), pair["anchors"]):
            wrong["follow-up"].append(f"{pair['turns']} {pair['question']}")
        if not _is_right(composing, composing.ask(pair["standalone"]), pair["anchors"]):
            wrong["standalone"].append(pair["standalone"])
    assert len(wrong["follow-up"]) <= len(wrong["standalone"]) + WORSE * len(PAIRS), wrong
    assert len(wrong["follow-up"]) <= 0.08 * len(PAIRS), wrong


def _conversation(assistant: Assistant, questions: list[str]) -> tuple[Turn, ...]:
    turns: tuple[Turn, ...] = ()
    for question in questions:
        reply = assistant.ask(question, turns).answer
        turns = (*turns, Turn(role="user", content=question), Turn(role="assistant", content=reply))
    return turns


def _is_right(assistant: Assistant, answer: Answer, anchors: list[str]) -> bool:
    for one in answer.citations[:FIRST]:
        _, item = assistant.library.item(one.item_id, one.meeting_id)
        if covered(one.quote, tuple(anchors), item) is not None:
            return True
    return False
