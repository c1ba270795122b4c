"""Whom "he" and "she" stand for: the person of the question before, and nobody of the other sex.

Nobody is guessed: where two people fit, no name is put in the place of the pronoun. Those of the reply only come first
where they fit: who asks "what did she say about training?" may mean somebody else who spoke of it.
"""

import re
from collections.abc import Iterator
from typing import Literal

from assistant.question.voices import as_voice, people_named, voice_of

Pronoun = Literal["she", "he"]

_WORDS: dict[Pronoun, re.Pattern[str]] = {
    "she": re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE),
    "he": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
}
_TITLES: dict[Pronoun, re.Pattern[str]] = {
    "she": re.compile(r"\b(?:Mrs|Ms|Miss|Mx|Lady|Dame|Baroness)\b"),
    "he": re.compile(r"\b(?:Mr|Mx|Sir|Lord)\b"),
}
_OTHER: dict[Pronoun, Pronoun] = {"she": "he", "he": "she"}
# Who is quoted in a reply: "Mr Shand is recorded at", "- The Chair (answering a Member): “", "Mr Shand said".
_QUOTED = re.compile(
    r"(?:^|\n|: |- )(?P<who>[A-Z][^:“\n]{2,100}?)(?: \(answering [^)]*\))?"
    r"(?:: “| is recorded at | (?:said|stated|reported|advised)\b)"
)
_WHY = re.compile(
    r"(?:and |but |so )?(?:why(?: not| is that| was that|['’]s that)?|on what grounds?|for what reasons?)[?. ]*",
    re.IGNORECASE,
)
_ASKED_SOMEBODY = re.compile(r"\b(?:did|had|has) .{2,60}? (?:ask|press|challenge|question)(?:ed)? (?:the|[A-Z])")
_SEVERAL = re.compile(r"\b(?:officers|police|auditors|residents|members|councillors|doctors|parents|planners)\b|s$")


def pronoun_in(question: str) -> Pronoun | None:
    """The pronoun that `question` uses for one person; None where it uses none, or both."""
    found: list[Pronoun] = [pronoun for pronoun, words in _WORDS.items() if words.search(question)]
    return found[0] if len(found) == 1 else None


def agrees(pronoun: Pronoun, printed: str, text: str = "") -> bool:
    """Whether `pronoun` can stand for somebody as printed, of whom `text` tells: "she" is never "Mr Teague"."""
    other = _OTHER[pronoun]
    if _TITLES[other].search(printed) and not _TITLES[pronoun].search(printed):
        return False
    return not (_subject(other).search(text) and not _subject(pronoun).search(text))


def _subject(pronoun: Pronoun) -> re.Pattern[str]:
    return re.compile(rf"\b{pronoun}\b", re.IGNORECASE)


def person_meant(question: str, earlier: str) -> str | None:
    """How the one is put whom the pronoun of `question` stands for; None without one, or where several fit."""
    pronoun = pronoun_in(question)
    fitting = [typed for typed in _asked_about(earlier) if agrees(pronoun, typed)] if pronoun is not None else []
    return fitting[0] if len(fitting) == 1 else None


def only_one_named(question: str, earlier: str, reply: str) -> str | None:
    """How a reply puts the only one whom it names, where `earlier` names nobody and the pronoun can stand for him.

    Posts, and people without a form of address, may be others.
    """
    pronoun = pronoun_in(question)
    named = {person.surname: person.typed for person in reversed(people_named(reply))}
    others = [who for who in _quoted_in(reply) if not any(surname and surname in who for surname in named)]
    if pronoun is None or len(named) != 1 or others or _asked_about(earlier):
        return None
    (typed,) = named.values()
    return typed if agrees(pronoun, typed) else None


def people_meant(question: str, reply: str) -> list[str]:
    """Everybody of `reply` for whom the pronoun of `question` can stand; a bare "why?" means whom it quotes first."""
    if _WHY.fullmatch(question):
        return list(_quoted_in(reply))[:1]
    pronoun = pronoun_in(question)
    return [] if pronoun is None else [typed for typed in dict.fromkeys(_quoted_in(reply)) if agrees(pronoun, typed)]


def put(question: str, person: str) -> str:
    """`question` with `person` in the place of its pronoun; any further pronoun stands for the same."""
    whole = re.sub(r"\bs?he\b", person, question, count=1, flags=re.IGNORECASE)
    if whole != question:
        return whole
    whole = re.sub(r"\b(?:his|her)\b(?=\s+[a-z])", f"{person}’s", question, count=1, flags=re.IGNORECASE)
    return whole if whole != question else re.sub(r"\b(?:him|hers?|his)\b", person, question, count=1)


def _asked_about(earlier: str) -> dict[str, None]:
    """Whom the question before was about; of one who asked and one who was asked, nobody knows which."""
    if _ASKED_SOMEBODY.search(earlier):
        return {}
    voice = voice_of(earlier)
    if voice is not None:
        single = not voice.also and (voice.named or _SEVERAL.search(voice.typed) is None)
        return {voice.typed: None} if single else {}
    return dict.fromkeys(person.typed for person in people_named(earlier))


def _quoted_in(reply: str) -> Iterator[str]:
    """The people whom a reply quotes or names, without what it says of their names and posts in brackets."""
    quoted = list(_QUOTED.finditer(reply))
    if not quoted:
        yield from (person.typed for person in people_named(reply))
    for found in quoted:
        who = re.sub(r"^(?:At|On) [^:]*: ", "", found["who"]).strip(" ,")
        bare = re.sub(r"\s*\([^)]*\)$", "", who) if as_voice(who) is None else who
        if as_voice(bare) is not None:
            yield re.sub(r"^The ", "the ", bare)
