"""The door of the conversation: a question goes in, a cited answer or a plain refusal comes out."""

import gc
import re
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from assistant.answering import Answering
from assistant.evidence.models import Models
from assistant.holdings import Holdings
from assistant.model import Answer, Turn
from assistant.question import understand, without_days
from assistant.question.dates import Days
from assistant.question.kind_rules import Kind
from assistant.question.kinds import kind_of
from assistant.question.model import SEARCHED
from assistant.settings import AssistantSettings
from index.library import Library
from index.model import Filters, MeetingHead

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

# Kinds of question that the book of record answers whole: a language model could only lose something of it.
FROM_THE_BOOK = frozenset({"attendance", "precedents", "how_often", "when", "count", "list", "overview"})
# Pieces of evidence at most that a language model is given.
EVIDENCE = 16
# Who asks so names the day of what was foreseen, mostly none of a meeting; and who names one without a word of what is
# done at meetings, that of what happened: "How many fines were paid in 2023?".
FORESEEN = re.compile(
    r"\bby (?:the )?(?:(?:end|start|beginning|middle) of )?[A-Z\d]|"
    r"\b(?:expected|forecast|predicted|projected|planned|due|likely|supposed|meant|going) (?:to|for|by|in)\b",
)
DONE_AT_MEETINGS = re.compile(
    r"\b(?:sa(?:y|id)|t(?:ell|old)|ask\w*|rais\w+|discuss\w*|deci\w+|agreed?|resolv\w+|approv\w*|refus\w+|report\w*|"
    r"mention\w*|minute\w*|vot\w+|mo(?:ve[ds]?|tions?)|second\w*|thought|think|conclu\w+|recommend\w*|answer\w*|"
    r"repl\w+|explain\w*|attend\w*|present\w*|note[ds]?|items?|meetings?|committees?|panels?|boards?|cabinet|council)\b",
    re.IGNORECASE,
)
INSTEAD = "This answer is composed from the records without it."


class Assistant:
    """Answers questions about the records of one library. Safe to use from several threads.

    `today` is the day that "last March" is counted from; the current day where it is not given.
    """

    def __init__(
        self, library: Library, settings: AssistantSettings | None = None, *, today: date | None = None
    ) -> None:
        self.library = library
        self.settings = settings or AssistantSettings()
        self._holdings = Holdings(library, today)
        self._models = Models(library)

    def ask(self, question: str, history: Sequence[Turn] = (), filters: Filters | None = None) -> Answer:
        """The answer to `question`, which may lean on `history` (oldest turn first), under `filters`.

        Raises `MinutebookError` where the question is empty or far too long.
        """
        *_, answer = self.stream(question, history, filters)
        if not isinstance(answer, Answer):
            raise TypeError("a stream ends with the whole answer")
        return answer

    def stream(
        self, question: str, history: Sequence[Turn] = (), filters: Filters | None = None
    ) -> Iterator[str | Answer]:
        """The answer in pieces of text as they come; the last thing is the whole `Answer`.

        The text of the whole differs from the pieces where a language model broke off: then it is the composed one.
        Raises as `ask` does.
        """
        begun = time.perf_counter()
        answering, composed = self._composed(question, history, filters)
        if self.settings.with_language_model and _may_be_written(answering.question.kind, composed):
            answer = yield from self._written(answering, composed)
        else:
            yield composed.answer
            answer = composed
        yield answer.model_copy(update={"seconds": round(time.perf_counter() - begun, 4)})

    def _written(self, answering: Answering, composed: Answer) -> Generator[str, None, Answer]:
        """The answer of the language model in pieces, and whole; the composed one with a notice where it fails."""
        from assistant.language_model import LanguageModelFailed, Written, within_budget, write

        settings = self.settings
        evidence = within_budget(answering.evidence(composed, EVIDENCE), settings.llm_evidence_tokens)
        written = Written()
        try:
            for piece in write(self._model, composed.question, evidence, self._models.encode, settings.llm_timeout):
                if isinstance(piece, Written):
                    written = piece
                else:
                    yield piece
        except LanguageModelFailed as failure:
            return composed.model_copy(update={"notices": (*composed.notices, f"{failure} {INSTEAD}")})
        return composed.model_copy(
            update={
                "answer": written.text,
                "citations": tuple(written.citations),
                "notices": (*composed.notices, *written.notices()),
            }
        )

    @cached_property
    def _model(self) -> "LLM":
        from assistant.language_model import open_model

        return open_model(self.settings)

    def make_ready(self) -> None:
        """For a process that stays: load what the first question would wait for. Raises `EncoderUnavailable`.

        Garbage collection leaves it alone from then on: to walk through all of it stops an answer for 40 ms.
        """
        self.library.search("What was said?", 1)
        self._models.reader.read("What was said?", ["Nothing."])
        self._holdings.register()
        self._holdings.silent_items(Filters())
        gc.collect()
        gc.freeze()

    def precedents(self, topic: str, filters: Filters | None = None) -> Answer:
        """Every time `topic` came up, oldest first, with decisions. Raises `MinutebookError` where it is empty."""
        return self.ask(f"Has {topic} come up before?" if topic.strip() else "", (), filters)

    def _composed(self, question: str, history: Sequence[Turn], filters: Filters | None) -> tuple[Answering, Answer]:
        self._models.prepare()
        answering = self._answering(question, history, filters or Filters(), self._models.kind_of)
        answer = answering.answer()
        if answering.question.learned and not answer.answered:
            answering = self._answering(question, history, filters or Filters(), kind_of)
            answer = answering.answer()
        days = answering.question.days
        if answering.nothing_fits and days is not None and _of_what_happened(answering.question.raw):
            of_the_event = self._of_the_event(answering, days.typed)
            told = of_the_event.answer() if of_the_event is not answering else answer
            if told.answered:
                return of_the_event, told
        return answering, answer

    def _answering(
        self, question: str, history: Sequence[Turn], filters: Filters, sort: Callable[[str], Kind]
    ) -> Answering:
        understood = understand(question, history, filters, self._holdings.register(), sort, self._found_at)
        answering = Answering(self._holdings, understood, self._models)
        if understood.days is not None and not self._holdings.meetings(understood.filters):
            return self._of_the_event(answering, understood.days.typed)
        return answering

    def _found_at(self, told: str) -> MeetingHead | None:
        """The meeting at which what a conversation speaks of is recorded."""
        hits = self.library.search(told[:SEARCHED], 1)
        return hits[0].meeting if hits else None

    def _of_the_event(self, answering: Answering, typed: str) -> Answering:
        """For days whose meetings do not tell it: those of what is told of, where the minutes print them so.

        "How many homes were flooded in February 2022?" was asked at a later meeting, "How big will the deficit be by
        March 2024?" at an earlier one; within a year of it, it was "February".
        """
        told_of = Answering(self._holdings, without_days(answering.question), self._models)
        printed = re.sub(r"^(?:(?:in|on|at|of|during|for|from|since|until|by|the)\s+)+", "", typed, flags=re.IGNORECASE)
        if told_of.keep_those_that_print(printed):
            return told_of
        days = answering.question.days
        if days is not None and days.first and days.last and (bare := re.fullmatch(r"([A-Za-z]+),? \d{4}", printed)):
            within = Days(days.first - relativedelta(years=1), days.last + relativedelta(years=1), bare[1])
            if told_of.keep_those_that_print(f" {bare[1]}", within):
                return told_of
        return answering


def _of_what_happened(question: str) -> bool:
    """Whether the day in `question` can be another than that of a meeting."""
    return FORESEEN.search(question) is not None or DONE_AT_MEETINGS.search(question) is None


def _may_be_written(kind: str, composed: Answer) -> bool:
    """Whether a language model may put it in words: it is an answer that cites, and no more than a model is given."""
    return composed.answered and kind not in FROM_THE_BOOK and 0 < len(composed.citations) <= EVIDENCE
