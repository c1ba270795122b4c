"""The numbers of a sentence, and whether its quotes hold them."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.model import Citation
from ingest.resolutions.numbers import NUMBER, number

_DIGITS = re.compile(r"\d+(?:[.,:/]\d+)*")
_SPELLED = re.compile(rf"\b{NUMBER}", re.IGNORECASE)
# As often a pronoun, an article or a negation as a number.
_NO_NUMBER = frozenset({"one", "no", "none", "nil", "nought"})
_RESULT = re.compile(r"(?<=\d)[–—-](?=\d)")
# Two numbers whose order matters: "from 9 to 4", "4 votes to 7", "4 for and 7 against".
_PAIR = re.compile(
    r"(?P<first>\d[\d.]*)%?(?: \w+){0,2}? (?:to|against|for|for and|in favour and)(?: \w+)? "
    r"(?P<second>\d[\d.]*)(?<!\.)",
    re.IGNORECASE,
)
_STEP = re.compile(r"\b(?P<step>from|to|by) [£$€]?(?P<number>\d[\d.]*)(?<!\.)", re.IGNORECASE)


def invented_figure(sentence: str, quotes: Sequence[Citation]) -> str | None:
    """A number of `sentence` that none of `quotes` holds, in digits; None where they hold all.

    The date of a quote's meeting and the number of its item count only where the sentence names them as such.
    """
    told = sentence
    for quote in quotes:
        told = _without_place(told, quote)
    held = set().union(*(figures(_printed(quote)) for quote in quotes))
    return min(figures(told) - held, default=None)


def transposed(sentence: str, held: str) -> bool:
    """Whether the sentence puts numbers of `held` the other way round ("from four to nine"), or "by" for "from"."""
    told, source = _spelled_out(sentence), _spelled_out(held)
    pairs, known = _pairs(told), _pairs(source)
    if any((second, first) in known and (first, second) not in known for first, second in pairs):
        return True
    steps = {(match["step"].lower(), match["number"]) for match in _STEP.finditer(source)}
    stepped = {number for _, number in steps}
    return any(
        match["number"] in stepped and (match["step"].lower(), match["number"]) not in steps
        for match in _STEP.finditer(told)
    )


def _pairs(text: str) -> set[tuple[str, str]]:
    return {(match["first"], match["second"]) for match in _PAIR.finditer(text) if match["first"] != match["second"]}


def _spelled_out(text: str) -> str:
    """The text with its numbers in digits, those of "6-4" apart."""

    def digits(match: re.Match[str]) -> str:
        word = match.group().lower()
        return word if word in _NO_NUMBER or word.isdigit() else str(number(word))

    return _SPELLED.sub(digits, _RESULT.sub(" to ", text)).replace(",", "")


def figures(text: str) -> set[str]:
    """The numbers of `text` in digits, whichever way they are printed ("14,500", "twenty-six", "6-4")."""
    apart = _RESULT.sub(" ", text)
    found = {digits.replace(",", "").rstrip(".:/") for digits in _DIGITS.findall(apart)}
    spelled = {match.group().lower() for match in _SPELLED.finditer(apart)}
    return found | {str(number(word)) for word in spelled - _NO_NUMBER if not word.isdigit()}


def _printed(quote: Citation) -> str:
    """The words in which a quote may hold a number: its own, and the title under which they stand."""
    return "\n".join(filter(None, (quote.quote, quote.item_title, *quote.speakers, quote.asker)))


def _without_place(sentence: str, quote: Citation) -> str:
    if quote.item_number:
        bare = re.escape(quote.item_number.rstrip("."))
        sentence = re.sub(rf"\bitem (?:number |no\.? ?)?{bare}(?![\d.]*\d)", "item", sentence, flags=re.IGNORECASE)
    return _dated(quote.date).sub(" ", sentence) if quote.date else sentence


def _dated(when: date) -> re.Pattern[str]:
    day = rf"{when.day}(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?:{day}\s+{when:%B}|{when:%B}\s+{day})(?:,?\s+{when.year})?\b|\b{when:%B}\s+{when.year}\b|\b{when.isoformat()}\b",
        re.IGNORECASE,
    )
