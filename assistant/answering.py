"""Which kind of evidence answers which kind of question: the records, or the sentences that fit best."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.answer.citing import Citations, Quote
from assistant.answer.compose import compose
from assistant.answer.refusal import cut_off, exempt, no_date, not_taken, nothing_said_by, refusal
from assistant.evidence.obstacles import cut_short, not_taken_item, silent_item
from assistant.evidence.points import Point, points_of
from assistant.evidence.pool import Found, nearest, search
from assistant.evidence.scoring import Scored, score
from assistant.evidence.vectors import Encoded
from assistant.evidence.verdict import judge
from assistant.model import Answer, Citation
from assistant.question import Question
from assistant.question.followup import is_vague
from assistant.records_answers.attendance import attendance_answer
from assistant.records_answers.occurrences import Occurrence, occurrences
from assistant.records_answers.summaries import decisions_answer, item_summary, meeting_summary
from assistant.records_answers.timeline import often_answer, precedents_answer, when_answer
from index.library import Library

# Nearest items named in a refusal.
SUGGESTED = 3
NOTHING = "The records hold nothing that answers this."
VAGUE = "The question names no subject and nobody. Ask about one, or about one meeting, by committee and date."

Text = tuple[str, Citations]


@dataclass
class Answering:
    """One question being answered: what the searches found is looked up once, whatever is made of it."""

    library: Library
    question: Question
    encode: Encoded

    @cached_property
    def found(self) -> list[Found]:
        """The items that the searches point at, best first."""
        return search(self.library, self.question, self.question.filters)

    @cached_property
    def scored(self) -> list[Scored]:
        """Their sentences with scores."""
        return score(self.question, self.found, self.encode)

    @cached_property
    def points(self) -> list[Point]:
        """The sentences that answer best."""
        return points_of(self.question, self.scored)

    @cached_property
    def occurrences(self) -> list[Occurrence]:
        """Every item that deals with the subject, oldest first."""
        return occurrences(self.library, self.question, self.encode)

    def answer(self) -> Answer:
        """The answer, or a refusal that says why there is none."""
        if self.question.kind == "attendance":
            told = attendance_answer(self.library, self.question, [one.head for one in self.found])
            if told is not None:
                return self._answered(told)
        if self.question.kind == "summary" and (told := meeting_summary(self.library, self.question)):
            return self._answered(told)
        if self.question.kind == "decided" and is_vague(self.question.standalone):
            told = decisions_answer(self.library, self.question)
            if told is not None:
                return self._answered(told)
        reason = self._obstacle()
        if reason is not None:
            return self._refused(reason)
        told = self._from_records()
        return self._answered(told or compose(self.question, self.points))

    def evidence(self, answer: Answer, most: int) -> list[Citation]:
        """The citations of `answer`, then the next best sentences, numbered on: what a model may write from."""
        citations = Citations(list(answer.citations))
        for one in sorted(self.scored, key=lambda one: -one.score):
            if len(citations.given) >= most:
                break
            if not any(one.sentence.text in citation.quote for citation in citations.given):
                citations.mark(Quote.of_sentence(one.sentence))
        return citations.given

    def _obstacle(self) -> str | None:
        """Why no answer can be given, as a sentence; None where nothing stands against one."""
        if is_vague(self.question.standalone) and self.question.voice is None:
            return VAGUE
        silent = silent_item(self.question, self.library.silent_items(self.question.filters), self.scored, self.encode)
        if silent is not None:
            return exempt(silent)
        if not self.points and self.question.voice is not None and self.scored:
            return nothing_said_by(self.question.voice)
        if (broken := cut_short(self.points)) is not None:
            return cut_off(broken)
        if (untaken := not_taken_item(self.question, self.points)) is not None:
            return not_taken(untaken)
        if self.question.kind == "when" and self.points and self.points[0].sentence.head.date is None:
            return no_date(self.points[0].sentence.item)
        return None if judge(self.question, self.points, self.scored).answered else NOTHING

    def _from_records(self) -> Text | None:
        """What the book of record says to this kind of question; None where the evidence answers it."""
        kind, question = self.question.kind, self.question
        if kind == "precedents":
            return precedents_answer(question, self.occurrences)
        if kind == "how_often":
            return often_answer(question, self.occurrences)
        if kind == "when":
            first = re.search(r"\b(?:first|earliest)\b", question.raw, re.IGNORECASE) is not None
            last = re.search(r"\b(?:last|latest|most recent(?:ly)?)\b", question.raw, re.IGNORECASE) is not None
            return when_answer(question, self.occurrences, first=first, last=last)
        if kind == "summary" and self.points:
            return item_summary(self.points[0].sentence.head, self.points[0].sentence.item)
        return None

    def _answered(self, told: Text) -> Answer:
        text, citations = told
        question = self.question
        return Answer(
            answered=True,
            answer=text,
            citations=tuple(citations.given),
            question=question.standalone,
            filters=question.filters,
        )

    def _refused(self, reason: str) -> Answer:
        near = nearest(self.library, self.question, self.question.filters, SUGGESTED)
        return refusal(self.question, reason, self.library.overview(self.question.filters), near)
