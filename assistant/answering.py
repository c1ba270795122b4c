"""Which kind of evidence answers which kind of question: the records, or the sentences that fit best."""

from dataclasses import dataclass, replace
from functools import cached_property

from assistant.answer.citing import Citations, Quote
from assistant.answer.compose import compose
from assistant.answer.merging import for_each
from assistant.answer.refusal import (
    asked_back,
    cut_off,
    exempt,
    in_writing,
    no_date,
    no_reply,
    no_such_item,
    not_given,
    not_known,
    not_printed,
    not_taken,
    nothing_said_by,
    refusal,
)
from assistant.evidence.models import Models
from assistant.evidence.names import lacking, lacks_the_name
from assistant.evidence.obstacles import (
    could_not_say,
    cut_short,
    left_to_writing,
    not_answered_yet,
    not_taken_item,
    silent_item,
)
from assistant.evidence.points import Point, points_of
from assistant.evidence.pool import ITEMS, MEETINGS, Found, numbered, search
from assistant.evidence.prices import is_price_of_another
from assistant.evidence.scoring import Scored, score
from assistant.evidence.verdict import judge
from assistant.evidence.votes import unprinted
from assistant.evidence.wanted import left_out
from assistant.holdings import Holdings
from assistant.model import Answer, Citation
from assistant.question import Question
from assistant.question.dates import Days
from assistant.records_answers.attendance import attendance_answer
from assistant.records_answers.attendance_words import of_a_roster
from assistant.records_answers.comparison import comparison_answer, sides_of
from assistant.records_answers.counts import count_answer, list_answer, overview_answer
from assistant.records_answers.occurrences import Occurrence, occurrences
from assistant.records_answers.outstanding import outstanding_answer
from assistant.records_answers.summaries import decisions_answer, item_summary, meeting_summary
from assistant.records_answers.timeline import often_answer, precedents_answer, when_answer
from index.library import Library

# Kinds of question that want every item on a subject, and how many hits and items are looked through for them.
EVERY_TIME = frozenset({"precedents", "how_often", "when", "count", "list", "overview", "outstanding"})
EVERY_HIT, EVERY_ITEM = 200, 40
# Words at most that name a subject of which each must be found somewhere: "a ban on drones" is none without drones.
HALVES = 2
# Nearest items named in a refusal.
SUGGESTED = 3
# Committees that a question can mean and that are all answered for; among more, the reader has to choose.
EACH = 3
NOT_ON_THE_ROSTER = "The records do not say who this was: no attendance list or minute of the meeting prints it."
NOTHING = "The records hold nothing that answers this."

Text = tuple[str, Citations]


@dataclass
class Answering:
    """One question being answered: what the searches found is looked up once, whatever is made of it.

    `nothing_fits` says, once it is answered, that nothing found fits it; not so where a reason stands in print.
    """

    holdings: Holdings
    question: Question
    models: Models
    nothing_fits: bool = False

    @property
    def library(self) -> Library:
        """Where the records are."""
        return self.holdings.library

    @cached_property
    def numbered(self) -> list[Found]:
        """The items that the question names by their number."""
        return numbered(self.library, self.question)

    @cached_property
    def found(self) -> list[Found]:
        """The items that are named by their number, else those that the searches point at, best first."""
        if self.question.kind in EVERY_TIME:
            return self.numbered or self.every[:ITEMS]
        return self.numbered or search(self.library, self.question, self.question.filters)

    @cached_property
    def every(self) -> list[Found]:
        """Many more items, where every one that deals with the subject is wanted."""
        return search(self.library, self.question, self.question.filters, depth=EVERY_HIT, items=EVERY_ITEM)

    def keep_those_that_print(self, text: str, within: Days | None = None) -> bool:
        """Leave only the items found that print `text`, in the title if any, and that lie `within` some days.

        False, and all stay, where none does. A bare year says nothing more of an item in its title.
        """
        wanted = text.lower()
        among = [one for one in self.found if within is None or within.covers(one.head.date)]
        titled = [one for one in among if wanted in (one.item.title or "").lower()]
        printing = [one for one in among if wanted in f"{one.item.title or ''} {one.item.minutes}".lower()]
        kept = printing if wanted.isdigit() else titled or printing
        self.found = kept or self.found
        return bool(kept)

    @cached_property
    def scored(self) -> list[Scored]:
        """Their sentences with scores."""
        if self.question.kind in EVERY_TIME and not self.numbered:
            items = {id(one.item) for one in self.found}
            return [one for one in self.every_scored if id(one.sentence.item) in items]
        return score(self.question, self.found, self.models)

    @cached_property
    def every_scored(self) -> list[Scored]:
        """The sentences of many more items with scores."""
        return score(self.question, self.every, self.models)

    @cached_property
    def points(self) -> list[Point]:
        """The sentences that answer best."""
        return points_of(self.question, self.scored)

    @cached_property
    def occurrences(self) -> list[Occurrence]:
        """Every item that deals with the subject, oldest first."""
        return occurrences(self.every_scored)

    def answer(self) -> Answer:
        """The answer, or a refusal that says why there is none."""
        if self._several_committees():
            return self._for_each_committee()
        told = self._from_the_book()
        if told is not None:
            return self._answered(told)
        if self._only_attendance() or (self.question.kind == "attendance" and self.question.learned):
            return self._refused(NOT_ON_THE_ROSTER)
        if self.question.vague:
            return asked_back(self.question, self.holdings.overview(self.question.filters))
        reason = self._obstacle()
        if reason is not None:
            return self._refused(reason)
        return self._answered(self._of_the_subject() or compose(self.question, self.points))

    def evidence(self, answer: Answer, most: int) -> list[Citation]:
        """The citations of `answer`, then the next best sentences, numbered on: what a model may write from."""
        citations = Citations(list(answer.citations))
        for one in sorted(self.scored, key=lambda one: -one.score):
            if len(citations.given) >= most:
                break
            if not any(one.sentence.text in citation.quote for citation in citations.given):
                citations.mark(Quote.of_sentence(one.sentence))
        return citations.given

    def _several_committees(self) -> bool:
        return 2 <= len(self.question.committees) <= EACH and self.question.filters.committee is None

    def _for_each_committee(self) -> Answer:
        """One question that several committees could fit, answered for each of them."""
        narrowed = [
            replace(
                self.question, committees=(name,), filters=self.question.filters.model_copy(update={"committee": name})
            )
            for name in self.question.committees
        ]
        answers = {one.committees[0]: Answering(self.holdings, one, self.models).answer() for one in narrowed}
        told = for_each(answers)
        return self._answered(told) if told is not None else self._refused(NOTHING)

    def _only_attendance(self) -> bool:
        """Whether nothing but the roster of a meeting could answer, and none does."""
        question = self.question
        return question.kind == "attendance" and not question.topic and not question.filters.empty

    def _from_the_book(self) -> Text | None:
        """What meetings named by committee or date hold, whole; None where the question has a subject beside them."""
        kind, question = self.question.kind, self.question
        if kind == "attendance":
            if (question.vague and question.filters.empty) or (question.learned and not of_a_roster(question.raw)):
                return None
            return attendance_answer(self.library, question, [one.head for one in self.found])
        if kind == "outstanding" and question.vague:
            return outstanding_answer(self.library, question.raw, question.filters, None)
        if kind == "summary" and not question.item_number:
            return meeting_summary(self.library, question)
        if kind in ("decided", "list", "count") and question.vague:
            told = decisions_answer(self.library, question)
            return told or (meeting_summary(self.library, question) if kind != "decided" else None)
        if self.numbered and question.nothing_beside_item:
            return item_summary(self.numbered[0].head, self.numbered[0].item)
        return None

    def _obstacle(self) -> str | None:
        """Why no answer can be given, as a sentence; None where nothing stands against one."""
        question = self.question
        if question.item_number and question.nothing_beside_item:
            return no_such_item(question.item_number, several=len(self.holdings.meetings(question.filters)) > MEETINGS)
        silent = silent_item(question, self.holdings.silent_items(question.filters), self.scored, self.models.encode)
        if silent is not None:
            return exempt(silent)
        if self._half_of_the_subject_is_nowhere():
            return NOTHING
        if not self.points and question.voice is not None and self.scored:
            return nothing_said_by(question.voice)
        if (broken := cut_short(self.points)) is not None:
            return cut_off(broken)
        if (untaken := not_taken_item(question, self.points, self.scored)) is not None:
            return not_taken(untaken)
        if (left := left_to_writing(question, self.points)) is not None:
            return in_writing(left)
        if (waiting := not_answered_yet(question, self.scored)) is not None:
            return no_reply(waiting)
        if (unknown := could_not_say(question, self.points)) is not None:
            return not_known(unknown)
        if (missing := unprinted(question, self.points, self.scored)) is not None:
            return not_printed(*missing)
        if question.kind not in EVERY_TIME and self.points:
            # Of a vote, mover and count mostly stand in sentences of their own.
            told = " ".join(point.text for point in self.points[: None if question.kind == "vote" else 1])
            missing_sort = left_out(question.raw, told)
            if missing_sort is not None:
                return not_given(missing_sort, self.points[0].sentence.item)
            speakers = [one.as_printed for point in self.points for one in point.speakers]
            if is_price_of_another(question, self.points):
                return not_given("sum", self.points[0].sentence.item)
            if lacks_the_name(question.raw, [point.text for point in self.points], speakers):
                return not_given("name", self.points[0].sentence.item)
        if question.kind == "when" and self.points and self.points[0].sentence.head.date is None:
            return no_date(self.points[0].sentence.item)
        return None if judge(question, self.points, self.scored).answered else NOTHING

    def _half_of_the_subject_is_nowhere(self) -> bool:
        """Whether the whole history of a subject of two words is asked for, and no item found has one of them."""
        question = self.question
        if (
            not (question.whole_history or question.kind in ("when", "how_often", "count"))
            or len(question.topic) > HALVES
        ):
            return False
        return any(all(lacking([word], one.head, one.item) for one in self.every) for word in question.topic)

    def _of_the_subject(self) -> Text | None:
        """Every occurrence of the subject, where that is wanted; None where the best sentences answer."""
        kind, question = self.question.kind, self.question
        if kind == "precedents":
            return precedents_answer(question, self.occurrences, self.every)
        if kind == "outstanding":
            among = [(one.head, one.item) for one in self.occurrences]
            told = outstanding_answer(self.library, question.raw, question.filters, among)
            return told or precedents_answer(question, self.occurrences, self.every)
        if kind == "how_often":
            return often_answer(question, self.occurrences)
        if kind == "when":
            return when_answer(question, self.occurrences)
        if kind == "count":
            return count_answer(question, self.occurrences)
        if kind == "list":
            return list_answer(question, self.occurrences)
        if kind == "overview":
            return overview_answer(self.occurrences)
        if kind == "compare":
            sides = sides_of(question, self.holdings.register().calendar)
            return comparison_answer([(side.label, self._side(side.question)) for side in sides])
        if kind == "summary" and self.points:
            return item_summary(self.points[0].sentence.head, self.points[0].sentence.item)
        return None

    def _side(self, question: Question) -> list[Point]:
        """What one side of a comparison says on the subject; nothing where that would be refused on its own."""
        side = Answering(self.holdings, question, self.models)
        return side.points if judge(question, side.points, side.scored).answered else []

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
        self.nothing_fits = reason == NOTHING
        overview = self.holdings.overview(self.question.filters)
        return refusal(self.question, reason, overview, self.found[:SUGGESTED])
