"""The words of a sentence, in small letters: a quick look tells which of the slow rules can apply at all."""

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=256)  # a sentence is looked at several times in a row
def words_of(text: str) -> frozenset[str]:
    """The words of `text`.

    >>> sorted(words_of("On a vote, 5-2"))
    ['a', 'on', 'vote']
    """
    return frozenset(_WORD.findall(text.lower()))
