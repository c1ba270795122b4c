"""Whether a sentence says the opposite of what its quotes say: a negation put in or left out, a word turned round."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.words import stem, stems, words

# What denies the words behind it, and must be repeated by who reports them.
_NOT = re.compile(r"\b(?:not|never|none|nobody|neither|nor|cannot|without|no|\w+n['’]t)\b", re.IGNORECASE)
# "Not only", "No. 4" and the answer "No," deny nothing that follows.
_NOT_A_DENIAL = re.compile(
    r"\bnot (?:only|least|just|merely)\b|\bno doubt\b|\bno\. ?\d|\bno,|\bwhether or not\b", re.IGNORECASE
)
# Other ways of denying what follows: enough where a sentence says "not".
_DENYING = re.compile(
    r"\b(?:unable|fail(?:ed|s|ing)?|refus(?:ed|es|ing|al)|declin(?:ed|es|ing)|lack(?:ed|s|ing)?"
    r"|absence of|stopped|ceased|nothing|rather than|instead of)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[,;:.]\s|\b(?:but|although|though|while|whereas|because|which|who|and|or|until|unless)\b", re.IGNORECASE
)
# Words that carry no claim of their own.
_AUXILIARY = frozenset(map(stem, "going able also yet even".split()))
# Words of substance behind a negation that it denies.
_REACH = 3
_OPPOSITES = (
    (
        "increase increasing rise rising risen rose grew grow grown growth higher more up gain",
        "decrease reduce reduction fall falling fell fallen drop lower fewer less down cut shrink shrunk decline",
    ),
    (
        "agreed approved carried accepted supported granted adopted welcomed favoured endorsed",
        "refused rejected lost defeated opposed deferred withdrawn dismissed",
    ),
    ("open opened reopened start started begin began", "close closed closure end ended stopped ceased cancelled"),
    ("before earlier", "after later"),
    ("first", "last"),
    ("confirmed", "denied"),
    ("best better improved improvement", "worst worse worsened deteriorated"),
    ("satisfied pleased confident", "concerned worried disappointed uneasy"),
    ("majority most", "minority few"),
    ("missing absent lacking", "present represented included"),
    ("succeeded success successful", "failed failure"),
    ("easy easier", "hard harder difficult"),
    ("cheap cheaper", "expensive dear dearer"),
    ("inside include included including", "outside exclude excluded excluding"),
    ("keep kept retain retained", "abolish abolished scrap scrapped removed"),
)  # fmt: skip
_WORD = re.compile(r"[\w’'-]+")
_PREFIXES = ("un", "dis", "non", "in", "im", "mis")
_SHORTEST = 3
# That something holds for all, or only for this, is a claim of its own.
_EACH = frozenset("all every always everybody everyone unanimous unanimously entirely".split())
_ONLY = frozenset({"only"})
_SWEEPING = _EACH | _ONLY
_SWEEPING_FOR = (
    (_EACH | frozenset("each both whole entire any full total".split()), _EACH),
    (_ONLY | frozenset("alone solely sole just except one".split()), _ONLY),
)


def turned_round(sentence: str, quotes: Sequence[str]) -> bool:
    """Whether `sentence` denies what the sentences `quotes` assert, asserts what they deny, or claims more of it."""
    return (
        _denies_what_is_said(sentence, quotes)
        or any(_drops_denial(sentence, quote, quotes) for quote in quotes)
        or _has_opposite(sentence, quotes)
        or bool((_SWEEPING & set(words(_NOT_A_DENIAL.sub(" ", sentence)))) - _swept(quotes))
    )


def _denies_what_is_said(sentence: str, quotes: Sequence[str]) -> bool:
    """Whether a negation of the sentence has no counterpart in the quotes.

    The first word that it denies and that the quotes hold must be denied by them too.
    """
    source = {word for quote in quotes for word in stems(quote)}
    denied = {word for quote in quotes for one in (*_denials(quote), *_denials(quote, _DENYING)) for word in one.denied}
    return any(next((word not in denied for word in one.denied if word in source), True) for one in _denials(sentence))


def _drops_denial(sentence: str, quote: str, quotes: Sequence[str]) -> bool:
    """Whether the sentence asserts what `quote` denies.

    That is so where the word behind the negation stands in no quote without one, or where two that it denies are
    asserted.
    """
    asserted = _asserted(sentence)
    plain = frozenset().union(*map(_asserted, quotes))
    for one in _denials(quote):
        pair = set(one.denied[:2])
        if one.denied[0] in asserted - plain or (len(pair) > 1 and pair <= asserted and not pair <= plain):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Denial:
    """The first words of substance behind a negation, to the end of its clause, and their stretch of the text."""

    denied: tuple[str, ...]
    start: int
    end: int


def _denials(text: str, denying: re.Pattern[str] = _NOT) -> Iterator[_Denial]:
    """What each negation denies; one that denies nothing ("he could not") is left out."""
    blanked = _NOT_A_DENIAL.sub(lambda match: " " * len(match.group()), text)
    for match in denying.finditer(blanked):
        clause = _CLAUSE_END.search(blanked, match.end())
        denied, end = _reached(blanked, match.end(), clause.start() if clause else len(blanked))
        if denied:
            yield _Denial(denied, match.start(), end)


def _reached(text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    found: list[str] = []
    for word in _WORD.finditer(text, start, end):
        found.extend(one for one in stems(word.group()) if one not in _AUXILIARY)
        if len(found) >= _REACH:
            return tuple(found), word.end()
    return tuple(found), end


def _asserted(text: str) -> frozenset[str]:
    """The stems that stand where no negation reaches."""
    for one in (*_denials(text), *_denials(text, _DENYING)):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return frozenset(stems(text))


def _has_opposite(sentence: str, quotes: Sequence[str]) -> bool:
    said, source = set(stems(sentence)), {word for quote in quotes for word in stems(quote)}
    said_all, source_all = said | set(words(sentence)), source | {word for quote in quotes for word in words(quote)}
    for one, other in _opposites():
        for mine, theirs in ((one, other), (other, one)):
            if said_all & mine and not source_all & mine and source_all & theirs:
                return True
    fresh = said - source
    return any(_prefixed(word, known) or _prefixed(known, word) for word in fresh for known in source - said)


def _prefixed(longer: str, shorter: str) -> bool:
    return len(shorter) >= _SHORTEST and any(longer == prefix + shorter for prefix in _PREFIXES)


def _swept(quotes: Iterable[str]) -> frozenset[str]:
    """The sweeping words that the quotes allow: another word for the same will do."""
    held = {word for quote in quotes for word in words(quote)}
    return frozenset().union(*(allowed for printed, allowed in _SWEEPING_FOR if held & printed))


@lru_cache(maxsize=1)
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    def forms(listed: str) -> frozenset[str]:
        return frozenset(form for word in listed.split() for form in (word, stem(word)))

    return tuple((forms(one), forms(other)) for one, other in _OPPOSITES)
