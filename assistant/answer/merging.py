"""Several answers become one: for each committee that was meant, its own part, with one run of numbers."""

import re
from collections.abc import Mapping

from assistant.answer.citing import Citations
from assistant.answer.phrases import listed
from assistant.model import Answer

_MARK = re.compile(r"\[(\d+)\]")


def for_each(answers: Mapping[str, Answer]) -> tuple[str, Citations] | None:
    """The answers that are ones, each under the name it is for, and the names without; None where all are refused."""
    citations = Citations()
    parts, without = [], []
    for name, answer in answers.items():
        if not answer.answered:
            without.append(name)
            continue
        shift = len(citations.given)
        parts.append(f"{name}:\n{_shifted(answer.answer, shift)}")
        citations.given += [one.model_copy(update={"number": one.number + shift}) for one in answer.citations]
    if not parts:
        return None
    if without:
        parts.append(f"Nothing that answers this was found for the {listed(without, 'or the')}.")
    return "\n\n".join(parts), citations


def _shifted(text: str, shift: int) -> str:
    return _MARK.sub(lambda found: f"[{int(found[1]) + shift}]", text)
