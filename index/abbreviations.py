"""Abbreviations that the records explain, as in "the Manchester Safeguarding Partnership (MSP)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACKETED = re.compile(r"\((?:the )?[“”\"'‘’]?(?P<short>[A-Z][A-Za-z&]{1,7})[“”\"'‘’]?\)")
_WORD = re.compile(r"[\w’'&]+")
# Words that an abbreviation may pass over.
_SMALL = frozenset("a an and at by for in of on or the to with &".split())
# Words of the longest name that is looked at, and letters before the brackets in which it is looked for.
_LONGEST, _BEFORE = 10, 200


@dataclass(frozen=True, slots=True)
class Alternative:
    """Words of a question, and the words that stand for all of them together elsewhere."""

    words: tuple[str, ...]
    by: tuple[str, ...]


def explained(text: str) -> Iterator[tuple[str, str]]:
    """Each abbreviation that `text` explains, with what it stands for.

    >>> list(explained("a report of the Manchester Safeguarding Partnership (MSP) was noted"))
    [('MSP', 'Manchester Safeguarding Partnership')]
    """
    for found in _BRACKETED.finditer(text):
        words = _WORD.findall(text, max(found.start() - _BEFORE, 0), found.start())[-_LONGEST:]
        long = _spelling_out(found["short"], words)
        if long:
            yield found["short"], long


def _spelling_out(short: str, words: list[str]) -> str | None:
    """The shortest run of the last of `words` whose first letters are those of `short`."""
    letters = "".join(letter for letter in short if letter.isupper()).lower()
    for start in range(len(words) - 2, -1, -1):
        run = words[start:]
        every = "".join(word[0] for word in run).lower()
        main = "".join(word[0] for word in run if word.lower() not in _SMALL).lower()
        if letters in (every, main) and run[0].lower() not in _SMALL:
            return " ".join(run)
    return None
