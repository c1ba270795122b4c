"""To whom a sentence gives words, and whether its quotes give them to the same."""

import re
from collections.abc import Sequence

from assistant.model import Citation
from assistant.words import words
from ingest.attribution import attribute
from ingest.draft import Block, place
from ingest.people import Roster
from ingest.records import Speaker

# What is no name and no post: "the Councillor", "a Member" fit anybody who is one.
_COMMON = frozenset(
    "the a an of and for from mr mrs ms miss mx dr councillor cllr in to its her his their another".split()
)
_NOBODY = re.compile(r"\b(?:minutes?|committee|council|cabinet|board|panel|meeting|report|records?)\b", re.IGNORECASE)


def said_by(sentence: str, quotes: Sequence[Citation]) -> str | None:
    """Whom `sentence` wrongly credits with words, as it prints them; None where it credits nobody wrongly.

    Right is who speaks in one of the quotes, or asks, or whom a quote itself names as saying or doing something.
    """
    for speaker in _speakers(sentence):
        if not any(_heard(speaker, quote) for quote in quotes):
            return speaker.as_printed
    return None


def _speakers(sentence: str) -> list[Speaker]:
    placed = place((Block(text=sentence),))
    found = [speaker for one in attribute(placed, roster=Roster()) for speaker in one.speakers]
    return [speaker for speaker in found if not _NOBODY.search(speaker.as_printed) or speaker.name or speaker.role]


def _heard(speaker: Speaker, quote: Citation) -> bool:
    voices = [*quote.speakers, *([quote.asker] if quote.asker else [])]
    if any(_fits(speaker, voice) for voice in voices):
        return True
    # A quote without a speaker of its own may tell who did something ("Moved by Councillor Finch").
    return not quote.speakers and _fits(speaker, quote.quote)


def _fits(speaker: Speaker, printed: str) -> bool:
    """Whether the words that tell this speaker from others are all in `printed`; of a name the last word will do."""
    held = set(words(printed))
    if speaker.name:
        return words(speaker.name)[-1] in held
    telling = [word for word in words(speaker.role or speaker.as_printed) if word not in _COMMON]
    return not telling or all(word in held for word in telling)
