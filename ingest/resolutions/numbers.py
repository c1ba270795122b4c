"""Numbers of votes as minutes print them: figures, words, "none"."""

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = (
    {word: number for number, word in enumerate(_UNITS.split())} | _TENS | {"no": 0, "none": 0, "nil": 0, "nought": 0}
)
_TEN_WORDS = "|".join(_TENS)

NUMBER = rf"(?:\d{{1,3}}\b|(?:{_TEN_WORDS})[- ](?:{'|'.join(_UNITS.split()[1:10])})\b|(?:{'|'.join(_WORDS)})\b)"
"""A pattern for one number; it is to be used without regard to case."""


def number(printed: str) -> int:
    """The value of what `NUMBER` matched.

    >>> number("7"), number("none"), number("twenty-six")
    (7, 0, 26)
    """
    printed = printed.lower()
    if printed.isdigit():
        return int(printed)
    return sum(_WORDS[word] for word in re.split(r"[- ]", printed))
