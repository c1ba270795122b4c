"""From a question and the conversation before it to a `Question`."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.model import Turn
from assistant.question.dates import Calendar, Days, days_of
from assistant.question.followup import Standing, stand_alone
from assistant.question.kinds import Kind, kind_of
from assistant.question.model import Question
from assistant.question.register import Register, narrowed
from assistant.question.voices import Voice, people_named, voice_of
from assistant.words import topic_words
from index.model import Filters
from ingest.errors import MinutebookError

LONGEST = 2_000


def checked(question: str) -> str:
    """`question` with single blanks. Raises `MinutebookError` where it is empty or far too long."""
    asked = " ".join(question.split())
    if not any(character.isalnum() for character in asked):
        raise MinutebookError("The question is empty. Ask, for example: What was said about parking?")
    if len(asked) > LONGEST:
        raise MinutebookError(
            f"The question has {len(asked):,} characters; at most {LONGEST:,} can be understood. Ask in a "
            f"sentence or two."
        )
    return asked


def understand(question: str, history: Sequence[Turn], filters: Filters, register: Register) -> Question:
    """What `question` asks, with what it takes from `history` and from the names that the library holds."""
    asked = checked(question)
    standing = stand_alone(asked, history)
    committees = register.committees_in(asked) or (register.committees_in(standing.question) if standing.lean else ())
    days = _days(asked, standing, register.calendar)
    voice = voice_of(asked)
    return Question(
        raw=asked,
        standalone=standing.question,
        kind=_kind(asked, standing.question, standing.lean),
        topic=tuple(_subject(standing.question, days, committees, voice)),
        filters=narrowed(
            filters,
            committees,
            register.organisation_in(asked),
            days.first if days else None,
            days.last if days else None,
        ),
        typed=filters,
        days=days,
        committees=committees,
        voice=voice,
        named=tuple(people_named(asked)),
        carried=standing.carried,
        lean=standing.lean,
        earlier=standing.earlier,
        reply=standing.reply,
    )


def without_days(question: Question) -> Question:
    """`question` without the dates found in it; the reader's own filters stay."""
    kept = question.filters.model_copy(
        update={"date_from": question.typed.date_from, "date_to": question.typed.date_to}
    )
    return replace(question, filters=kept, days=None)


def _kind(asked: str, standing: str, lean: float) -> Kind:
    found = kind_of(asked)
    return kind_of(standing) if found == "said" and lean else found


def _days(asked: str, standing: Standing, calendar: Calendar) -> Days | None:
    """The days asked for: those of the question, else, where it leans on the conversation, those spoken of before."""
    spoken_of = days_of(standing.earlier, calendar) or days_of(standing.reply, calendar)
    days = days_of(asked, replace(calendar, spoken_of=spoken_of))
    return days or (days_of(standing.question, calendar) or spoken_of if standing.lean else None)


def _subject(question: str, days: Days | None, committees: tuple[str, ...], voice: Voice | None) -> list[str]:
    """The words of the subject: those of dates, committees and the one who speaks are not among them."""
    text = question
    for gone in (days.typed if days else "", *committees, voice.typed if voice else ""):
        if gone:
            text = text.replace(gone, " ")
    return topic_words(text)
