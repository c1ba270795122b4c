"""Who is heard in paragraphs of minutes: each with what a reader would say of its sentences."""

import re
from pathlib import Path

import pytest

from ingest.attribution import attribute
from ingest.draft import Block, place
from ingest.people import Roster
from ingest.records import Attendee, Statement

ROSTER = Roster.of(
    [
        Attendee(name="Councillor Miriam Aldous", role="Chair"),
        Attendee(name="Councillor Hugh Tarrant"),
        Attendee(name="Dr Avi Bhatia"),
    ]
)


def heard(text: str) -> tuple[Statement, ...]:
    blocks = []
    for line in text.split("\n"):
        listed = line.startswith("• ")
        blocks.append(Block(line, "bullet", "•") if listed else Block(line))
    return attribute(place(tuple(blocks)), roster=ROSTER)


def voice_of(statements: tuple[Statement, ...], words: str) -> str:
    """The voice of the statement in which `words` stand: "X", "X <- asker" or "nobody"."""
    holding = next(one for one in statements if words in one.text)
    said = " / ".join(speaker.as_printed for speaker in holding.speakers) or "nobody"
    return f"{said} <- {holding.asker.as_printed}" if holding.asker else said


TABLE = Path(__file__).with_name("voices.txt")
_EXPECTED = re.compile(r" = [^=]+$")


def _cases() -> list[tuple[str, str, str]]:
    """From the table: a paragraph, words of one of its sentences, and the voice that they have."""
    cases = []
    for entry in TABLE.read_text().strip().split("\n\n"):
        lines = entry.split("\n")
        paragraph = "\n".join(line for line in lines if not _EXPECTED.search(line))
        expected = [line.rsplit(" = ", 1) for line in lines if _EXPECTED.search(line)]
        cases += [(paragraph, words, voice) for words, voice in expected]
    return cases


@pytest.mark.parametrize(("paragraph", "words", "voice"), _cases())
def test_a_sentence_has_the_voice_that_a_reader_hears(paragraph: str, words: str, voice: str) -> None:
    assert voice_of(heard(paragraph), words) == voice
