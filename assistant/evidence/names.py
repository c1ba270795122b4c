"""The names in a question, and whether a record holds them: as printed, misspelled, or abbreviated."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from assistant.question.model import Question, references_in
from assistant.words import stems, words
from index.model import MeetingHead
from ingest.records import Item

# How alike two spellings of a name must be ("Trenchard", "Trenchad").
SPELLING = 86
_NO_NAMES = frozenset("mr mrs ms miss dr cllr councillor".split())


def names_in(question: Question) -> list[str]:
    """The capitalised words of the question's own subject, but for its first word."""
    carried = set(question.carried)
    first = re.match(r"\W*([\w’'-]+)", question.raw)
    names = [
        word
        for word in question.topic
        if word[:1].isupper()
        and word not in carried
        and not (first and word == first[1])
        and word.lower() not in _NO_NAMES
    ]
    return [*names, *(found for found in references_in(question.raw) if found not in names)]


def lacking(names: Sequence[str], head: MeetingHead, item: Item) -> tuple[str, ...]:
    """Those of `names` that neither the item nor the meeting it belongs to holds."""
    if not names:
        return ()
    texts = list(_texts(head, item))
    plain = {word for text in texts for word in words(text)}
    absent = [name for name in names if name.lower() not in plain]
    if absent:
        held = {stem for text in texts for stem in stems(text)}
        absent = [name for name in absent if not _stems_of(name) & held]
    return tuple(name for name in absent if not (_spelled(name, plain) or _abbreviated(name, texts)))


def _stems_of(name: str) -> set[str]:
    """A reference counts whole; of a name any part will do."""
    found = stems(name)
    return set(found[:1]) if references_in(name) else set(found)


def _texts(head: MeetingHead, item: Item) -> Iterator[str]:
    fields = (
        item.title,
        item.minutes,
        item.agenda_text,
        item.report_of,
        head.committee,
        head.organisation,
        item.number,
        item.reference,
    )
    yield from filter(None, fields)
    for decision in item.decisions:
        yield decision.text


def _spelled(name: str, plain: set[str]) -> bool:
    """Whether a word of the texts is the name in another spelling; a printed number has only one."""
    wanted = name.lower()
    return not references_in(name) and any(
        abs(len(word) - len(wanted)) <= 2 and word[:1] == wanted[:1] and ratio(word, wanted) >= SPELLING
        for word in plain
    )


def _abbreviated(name: str, texts: Sequence[str]) -> bool:
    """Whether the letters of an abbreviation begin words that follow each other in a text."""
    if not (name.isupper() and 2 <= len(name) <= 6):
        return False
    pattern = r"\b" + r"[a-z’']+(?: (?:of|and|for|the|&))? ".join(re.escape(letter) for letter in name) + r"[a-z’']+"
    return any(re.search(pattern, text, re.IGNORECASE) for text in texts)
