"""From a question and the conversation before it to a `Question`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.model import Turn
from assistant.question.dates import Calendar, Days, all_days_of, counts_from_before, days_of
from assistant.question.followup import Standing, found_nothing, stand_alone
from assistant.question.kind_rules import Kind
from assistant.question.kinds import LEARNED, is_of_kind, kind_of
from assistant.question.model import NOTE, Question
from assistant.question.pronouns import people_meant, pronoun_in
from assistant.question.register import Register, narrowed
from assistant.question.voices import Voice, as_voice, people_named, voice_of
from assistant.words import topic_words
from index.model import Filters, MeetingHead
from ingest.errors import MinutebookError

LONGEST = 2_000
# Days of a month at most.
MONTH = 31

# Who asks so wants what the answer before did not tell.
_MORE = re.compile(
    r"\belse\b|\b(?:any(?:thing|one|body)?|what|who|which|some(?:thing|one|body)?|say|said|tell|told|was|were|there|the|and|"
    r"hear) (?:me |us )?(?:more|further|others?|another)\b(?! than)|\bmore (?:about|on)\b|\b(?:further|others|another)"
    r"[?. ]*$",
    re.IGNORECASE,
)
_STRETCH = re.compile(r"\b(?:since|after|before|until|between|prior to)\b|\bfrom\b.*\b(?:to|until)\b", re.IGNORECASE)
_DECIDES = re.compile(r"\bdeci\w+|\bresol\w+", re.IGNORECASE)
_NUMBERS_OF_ITEMS = re.compile(
    r"\b(?:agenda )?(?:item|minute)(?: (?:no\.?|number))? \d{1,3}(?:\.\d{1,2})?[a-z]?\b", re.IGNORECASE
)

# "What did the Board decide", "how long": whom and what measure one asks for is no subject.
_BODY_ASKED = re.compile(
    r"\b(?:did|does|has|had|have|will|would)(?: the)?\s+(?:board|panel|cabinet|council|authority|forum|executive)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\bhow (?:long|often|soon|far|big|high|large|old|close|bad|quickly)\b", re.IGNORECASE)


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


def understand(
    question: str,
    history: Sequence[Turn],
    filters: Filters,
    register: Register,
    learned: Callable[[str], Kind] = kind_of,
    found_at: Callable[[str], MeetingHead | None] | None = None,
) -> Question:
    """What `question` asks, with what it takes from `history` and from the names that the library holds.

    `learned` tells the kind of a question that stands alone: by rules, where nothing else is given. `found_at` tells
    the meeting at which what the conversation speaks of is recorded: what comes "at the following meeting" is counted
    from there where no turn names a day.
    """
    asked = checked(question)
    standing = stand_alone(asked, history)
    kind = _kind(asked, standing, learned)
    told_at = (
        found_at(f"{standing.earlier} {standing.reply}")
        if found_at and _wants_a_day(asked, standing, register.calendar)
        else None
    )
    committees = (
        register.committees_in(asked)
        or _committees_before(standing, kind, register)
        or ((told_at.committee,) if told_at is not None and told_at.committee else ())
    )
    calendar = register.calendar_of(committees)
    compared = all_days_of(standing.question, calendar) if kind == "compare" else _each_met_on(asked, calendar)
    if kind == "said" and compared:
        kind = "compare"
    days = _span(compared) or _open_ended(_days(asked, standing, calendar, kind, told_at), kind)
    bodies = register.typed_organisation(standing.question)
    voice = _voice(asked, standing, bodies)
    spoken = f"{standing.question} {standing.earlier}"
    gone = [
        *register.typed_bodies(spoken, committees),
        *bodies,
        voice.typed if voice else "",
        *(one.typed.removeprefix("in ") for one in compared),
    ]
    return Question(
        raw=asked,
        standalone=standing.question,
        kind=kind,
        topic=tuple(_subject(standing.question, kind, [days.typed if days else "", *gone], voice)),
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
        reply="" if found_nothing(standing.reply) else standing.reply,
        meant=_meant(asked, standing) if voice is None else None,
        pronoun=pronoun_in(asked) if voice is None and standing.lean else None,
        more=standing.lean > 0 and _MORE.search(asked) is not None,
        on_nothing=standing.on_nothing,
        learned=not standing.lean and kind in LEARNED and kind_of(asked) != kind,
    )


def without_days(question: Question) -> Question:
    """`question` without the dates found in it; the reader's own filters stay."""
    kept = question.filters.model_copy(
        update={"date_from": question.typed.date_from, "date_to": question.typed.date_to}
    )
    return replace(question, filters=kept, days=None)


def _voice(asked: str, standing: Standing, bodies: Sequence[str]) -> Voice | None:
    """Whose words are asked for; a body of the library is nobody: "What did Lowmoor Homes agree?"."""
    voice = voice_of(asked) or (voice_of(NOTE.sub("", standing.question)) if standing.lean else None)
    return None if voice is not None and any(body in voice.typed for body in bodies) else voice


def _kind(asked: str, standing: Standing, learned: Callable[[str], Kind]) -> Kind:
    """The kind of a question; what leans on the conversation says too little of itself for what was learned."""
    found = kind_of(asked) if standing.lean else learned(asked)
    if found == "decided" and pronoun_in(asked) and not _DECIDES.search(asked):
        found = "said"
    return kind_of(NOTE.sub("", standing.question)) if found == "said" and standing.lean else found


def _committees_before(standing: Standing, kind: Kind, register: Register) -> tuple[str, ...]:
    """The committees that the conversation speaks of; what came of something may lie with any of them."""
    if not standing.lean or kind == "precedents":
        return ()
    return register.committees_in(standing.question) or register.committees_in(standing.earlier)


def _wants_a_day(asked: str, standing: Standing, calendar: Calendar) -> bool:
    """Whether days are counted from a meeting of which no turn names the day."""
    if not standing.lean or standing.on_nothing or not counts_from_before(asked):
        return False
    named = all_days_of(f"{standing.earlier} {standing.reply}", calendar)
    return not any(one.covers(day) and _about_a_month(one) for one in named for day in calendar.meetings)


def _about_a_month(days: Days) -> bool:
    return days.first is not None and days.last is not None and (days.last - days.first).days <= MONTH


def _days(
    asked: str, standing: Standing, calendar: Calendar, kind: Kind, told_at: MeetingHead | None = None
) -> Days | None:
    """The days asked for: those of the question, else, where it leans on the conversation, those spoken of before.

    Who asks when, or how often, wants all days unless he names some. On the days spoken of before, the body that is
    asked about now must have met.
    """
    spoken_of = days_of(standing.earlier, calendar) or _only_day_told(standing.reply, calendar)
    if told_at is not None and told_at.date is not None:
        spoken_of = Days(told_at.date, told_at.date, "")
    within = replace(calendar, spoken_of=spoken_of)
    days = days_of(asked, within)
    if kind in ("when", "how_often"):
        return days
    if days is not None or not standing.lean:
        return days
    met = spoken_of is not None and any(spoken_of.covers(day) for day in calendar.meetings)
    return days_of(standing.question, within) or (spoken_of if met else None)


def _only_day_told(reply: str, calendar: Calendar) -> Days | None:
    """The day of a meeting that a reply speaks of; None where it tells of several, or of nothing found.

    "Counted in February" is no meeting: a day, or a month with its year, is told of one.
    """
    if found_nothing(reply):
        return None
    bare = re.sub(r"“[^”]*”", " ", reply)
    told = {(one.first, one.last) for one in all_days_of(bare, calendar)}
    only = days_of(bare, calendar) if len(told) == 1 else None
    if only is None or not re.search(r"\d{4}", only.typed):
        return None
    return only if any(only.covers(day) for day in calendar.meetings) else None


def _open_ended(days: Days | None, kind: Kind) -> Days | None:
    """Who asks what came of something names the day it was asked for: all days from there on are wanted.

    "By July 2024" is the day up to which.
    """
    if days is None or kind != "precedents" or days.first is None:
        return days
    if days.typed.lower().startswith("by "):
        return replace(days, first=None)
    return replace(days, last=None)


def _each_met_on(asked: str, calendar: Calendar) -> list[Days]:
    """Two dates or more on each of which there was a meeting: "said in September, and paid by November"; else none.

    "Since" one of them says a stretch of its own.
    """
    if _STRETCH.search(asked):
        return []
    named = all_days_of(asked, calendar)
    met = [one for one in named if any(one.covers(day) for day in calendar.meetings)]
    return met if len(met) > 1 and len(met) == len(named) else []


def _span(compared: Sequence[Days]) -> Days | None:
    """From the first to the last of the days that are compared; None without two."""
    firsts, lasts = [one.first for one in compared if one.first], [one.last for one in compared if one.last]
    return Days(min(firsts), max(lasts), compared[0].typed) if len(compared) > 1 else None


def _meant(asked: str, standing: Standing) -> Voice | None:
    """Those for whom "he" or "she" can stand where nobody could be put in its place: the people of the reply."""
    voices = [as_voice(typed) for typed in people_meant(asked, standing.reply)] if standing.lean else []
    found = [voice for voice in voices if voice is not None]
    return replace(found[0], also=tuple(found[1:])) if found else None


def _subject(question: str, kind: Kind, gone: Sequence[str], voice: Voice | None) -> list[str]:
    """The words of the subject: those of dates, committees, the one who speaks and the kind of question are not.

    Who asks only for somebody's words asks for what concerns him, too: "What did the police say?".
    """
    text = question
    for typed in gone:
        if typed:
            text = re.sub(rf"(?<!\w){re.escape(typed)}(?:['’]s)?(?!\w)", " ", text, flags=re.IGNORECASE)
    text = _BODY_ASKED.sub(" ", _HOW_MUCH.sub(" ", _NUMBERS_OF_ITEMS.sub(" ", text)))
    subject = [word for word in topic_words(text) if not is_of_kind(kind, word)]
    return subject or (topic_words(voice.typed) if voice is not None and voice.post else [])
