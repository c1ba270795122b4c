"""What the language model is given: the rules, the numbered evidence, the question."""

from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from assistant.answer.phrases import day
from assistant.model import Citation

if TYPE_CHECKING:
    from llama_index.core.llms import ChatMessage

NO_ANSWER = "NO ANSWER"
# Characters of English to a token, about, whatever the tokenizer: a budget that errs on the short side.
CHARACTERS_A_TOKEN = 3.5


def within_budget(evidence: Sequence[Citation], tokens: int) -> list[Citation]:
    """The first pieces of `evidence`, which is best first, that fit into so many tokens; at least the first."""
    kept: list[Citation] = []
    left = tokens * CHARACTERS_A_TOKEN
    for piece in evidence:
        left -= len(_piece(piece))
        if kept and left < 0:
            break
        kept.append(piece)
    return kept


def messages(question: str, evidence: Sequence[Citation]) -> "list[ChatMessage]":
    """The conversation that is sent: the rules as the system's, evidence and question as the user's."""
    from llama_index.core.llms import ChatMessage, MessageRole

    rules = (files("assistant.language_model") / "prompt.txt").read_text(encoding="utf-8")
    asked = "\n\n".join(["Evidence:", *map(_piece, evidence), f"Question: {question}"])
    return [ChatMessage(role=MessageRole.SYSTEM, content=rules), ChatMessage(role=MessageRole.USER, content=asked)]


def _piece(citation: Citation) -> str:
    who = ", ".join(citation.speakers) or "none"
    answering = f"; answering: {citation.asker}" if citation.asker else ""
    heading = f"{citation.committee or 'Committee not known'}, {day(citation.date)}, “{citation.item_title or ''}”"
    kind = "Decision. " if citation.part == "decision" else ""
    return "\n".join(
        [
            f"[{citation.number}] {_line(heading)}",
            _line(f"{kind}Speaker: {who}{answering}"),
            f"«{_line(citation.quote)}»",
        ]
    )


def _line(printed: str) -> str:
    """What a source prints, on one line and without the marks that end a piece of evidence."""
    return " ".join(printed.replace("«", "“").replace("»", "”").split())
