"""Whether what a sentence cites supports it: names, who said it, numbers, negation, words, meaning.

A sentence is held to each test; the first that fails is the reason. The tests are strict on purpose: a sentence taken
out is a loss, an invented one ends the reader's trust.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.answer.phrases import day
from assistant.language_model.attributed import NOTHING_BEFORE, Before, Part, credited, heard, is_unclear, parts_of
from assistant.language_model.deeds import misplaced, promised_only
from assistant.language_model.figures import figures, invented_figure, transposed
from assistant.language_model.orders import without_orders
from assistant.language_model.polarity import turned_round
from assistant.language_model.wording import Encode, misquoted, says_the_same
from assistant.model import Citation
from assistant.words import FUNCTION, words
from ingest.records import Speaker
from ingest.sentences import sentence_spans

_NAME = re.compile(r"(?<![.!?:“\"‘'] )(?<!^)\b[A-Z][\w’'-]*[a-z][\w’'-]*")
_FIRST_NAME = re.compile(
    r"^[“\"‘']?(?P<name>(?!\w+ing\b)[A-Z][\w’'-]*[a-z])(?= (?:[A-Z]|said|told|stated|added|argued|asked|and [A-Z]))"
)
_TITLES = frozenset("mr mrs ms miss mx dr councillor cllr the chair member members committee council".split())


def unsupported(
    sentence: str, quotes: Sequence[Citation], encode: Encode, before: Before = NOTHING_BEFORE
) -> str | None:
    """Why `quotes` do not support `sentence`, in a few words; None where they do.

    `encode` gives one unit vector a row for a list of texts; `before` says whom the pronouns of the sentence mean.
    Each part of the sentence is held to the quotes of those to whom it gives its words.
    """
    if not quotes:
        return "it cites nothing"
    quotes = without_orders(sentence, quotes)
    if not quotes:
        return "its sources are orders, which say nothing"
    if missing := _names(sentence) - _words_of(_texts(quotes)):
        return f"the name {min(missing)} is not in its sources"
    if misplaced(sentence, "\n".join(quote.quote for quote in quotes)):
        return "its sources do not say so of that vote"
    parts = credited(sentence, parts_of(sentence, before), quotes)
    if is_unclear(sentence, parts):
        return "it does not say who is meant"
    reasons = (_unheard(part, quotes, encode) for part in parts)
    return next(filter(None, reasons), None)


def _unheard(part: Part, quotes: Sequence[Citation], encode: Encode) -> str | None:
    """Why the quotes of each speaker of a part do not support it; without a speaker, any of `quotes` may."""
    for speaker in part.speakers:
        own = heard(speaker, part, quotes) or _repeated(speaker, part, quotes)
        if not own:
            return f"its sources do not give these words to {speaker.as_printed}"
        if (reason := _misreported(part.text, own, encode, speaker.as_printed)) is not None:
            return reason
    return None if part.speakers else _misreported(part.text, quotes, encode)


def _repeated(speaker: Speaker, part: Part, quotes: Sequence[Citation]) -> list[Citation]:
    """The quotes that give the words to the speaker as the part does, word for word, whatever was made of them."""
    told = " ".join(words(part.text))
    named = set(words(speaker.as_printed)) <= set(words(part.text))
    return [quote for quote in quotes if named and f" {told} " in f" {' '.join(words(quote.quote))} "]


def _misreported(text: str, quotes: Sequence[Citation], encode: Encode, voice: str = "") -> str | None:
    if (number := invented_figure(text, quotes)) is not None:
        return f"the number {number} is not in its sources"
    held = "\n".join(_texts(quotes))
    sentences = [quote.quote[start:end] for quote in quotes for start, end in sentence_spans(quote.quote)]
    if transposed(text, "\n".join(sentences)):
        return "it puts the numbers of its sources the wrong way round"
    if promised_only(text, sentences):
        return "its sources do not say that it came about"
    if misquoted(text, held):
        return "it quotes words that are not in its sources"
    if turned_round(text, sentences):
        return "its sources say the opposite"
    return None if says_the_same(text, held, sentences, encode, voice) else "its sources say something else"


def _texts(quotes: Iterable[Citation]) -> Iterable[str]:
    """What a reader sees of each quote: its words, and where and by whom they were said."""
    for quote in quotes:
        yield quote.quote
        yield from filter(None, (quote.committee, quote.organisation, quote.item_title, quote.asker))
        yield from quote.speakers
        if quote.date:
            yield day(quote.date)
        if quote.item_number:
            yield f"item {quote.item_number}"


def _names(sentence: str) -> set[str]:
    """The words of the sentence that are names by their capital, lower case, without their genitive."""
    found = {match.group() for match in _NAME.finditer(sentence)}
    if (first := _FIRST_NAME.match(sentence)) is not None and not figures(first["name"]):
        found.add(first["name"])
    return _words_of(found) - _TITLES - FUNCTION


def _words_of(texts: Iterable[str]) -> set[str]:
    return {word.removesuffix("'s").removesuffix("'") for text in texts for word in words(text)}
