"""The door of the conversation: a question goes in, a cited answer or a plain refusal comes out."""

import time
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.answering import Answering
from assistant.evidence.vectors import Encoded
from assistant.model import Answer, Turn
from assistant.question import Register, understand
from assistant.settings import AssistantSettings
from index.library import Library
from index.model import Filters


class Assistant:
    """Answers questions about the records of one library. Safe to use from several threads.

    `today` is the day that "last March" is counted from; the current day where it is not given.
    """

    def __init__(
        self, library: Library, settings: AssistantSettings | None = None, *, today: date | None = None
    ) -> None:
        self.library = library
        self.settings = settings or AssistantSettings()
        self._today = today
        self._encode = Encoded(library)

    def ask(self, question: str, history: Sequence[Turn] = (), filters: Filters | None = None) -> Answer:
        """The answer to `question`, which may lean on `history` (oldest turn first), under `filters`.

        Raises `MinutebookError` where the question is empty or far too long.
        """
        begun = time.perf_counter()
        answer = self._answering(question, history, filters).answer()
        return answer.model_copy(update={"seconds": round(time.perf_counter() - begun, 4)})

    def stream(
        self, question: str, history: Sequence[Turn] = (), filters: Filters | None = None
    ) -> Iterator[str | Answer]:
        """The answer in pieces of text as they come; the last thing is the whole `Answer`."""
        answer = self.ask(question, history, filters)
        yield answer.answer
        yield answer

    def precedents(self, topic: str, filters: Filters | None = None) -> Answer:
        """Every time `topic` came up, oldest first, with decisions. Raises `MinutebookError` where it is empty."""
        return self.ask(f"Has {topic} come up before?" if topic.strip() else "", (), filters)

    def _answering(self, question: str, history: Sequence[Turn], filters: Filters | None) -> Answering:
        understood = understand(question, history, filters or Filters(), self._register())
        return Answering(self.library, understood, self._encode)

    def _register(self) -> Register:
        everything = Filters()
        return Register.of(
            self.library.overview(everything), self.library.meetings(everything), self._today or date.today()
        )
