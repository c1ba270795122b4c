"""Whether the words of a sentence are those of its quotes: by stem, by meaning, and verbatim where it quotes."""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
import numpy.typing as npt

from assistant.words import FUNCTION, stems, words

Encode = Callable[[Sequence[str]], npt.NDArray[np.float32]]

# How near in meaning a word must be to one of the quotes to stand for it ("mended" to "repaired"), and a sentence.
NEAR = 0.5
MEANING = 0.6
# The share of a sentence's words that its quotes must hold, or words near to them; less where it means the same.
COVERED = 0.75
COVERED_WITH_MEANING = 0.5
# Of each clause less than this share may be of its own words; more than one of them, less than that.
OWN_SHARE = 0.5
SEVERAL_OWN_SHARE = 0.34

# Words of reporting that a sentence may add to what it reports.
_REPORTING = frozenset(
    stem
    for word in """say said state stated explain explained advise advised report reported note noted tell told add added
    confirm confirmed describe described ask asked answer answered answering respond responded response reply replied
    highlight highlighted outline outlined mention mentioned emphasise emphasised record records recorded minutes
    meeting committee according decide decided decision resolve resolved agree agreed also however both further item
    question discuss discussed discussion view views raise raised concern concerns councillor councillors member
    members officer officers""".split()
    for stem in stems(word)
)
# Words of a sentence that only leads in to others or closes them.
_GREETING = frozenset(
    stem
    for word in """evidence source sources information based provided following follows summary summarise here hope
    help helps let know question available shows show sure certainly answer overall points point key main""".split()
    for stem in stems(word)
)
_NUMBER_OR_NAME = re.compile(r"\d|(?<=[a-z,] )[A-Z]")
_CLAUSE = re.compile(
    r"[,;:—–]\s|\s[—–-]\s|\b(?:because|since|which|who|whom|while|whereas|although|though|but|and|so that|as a result"
    r"|due to|owing to|in order to)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"](?P<words>[^“”\"]+)[”\"]|(?<!\w)[‘'](?P<single>[^‘’']+(?:['’]\w+[^‘’']*)*)['’](?!\w)")
# Fewer words in quotation marks are a name or a term.
_QUOTED_WORDS = 3


def misquoted(sentence: str, held: str) -> bool:
    """Whether the sentence puts words in quotation marks that `held` does not hold in that order."""
    source = f" {' '.join(words(held))} "
    for match in _QUOTED.finditer(sentence):
        quoted = words(match["words"] or match["single"])
        if len(quoted) >= _QUOTED_WORDS and f" {' '.join(quoted)} " not in source:
            return True
    return False


def says_the_same(sentence: str, held: str, quotes: Sequence[str], encode: Encode, voice: str = "") -> bool:
    """Whether the words of `sentence` are those of `held`, clause by clause; `quotes` are its sentences.

    A word counts as held where one of its stem is, or one that is near in meaning. Those of `voice`, to whom the
    sentence gives the words, say nothing of what was said.
    """
    source = set(stems(held))
    foreign = _foreign(sentence, source, held, encode)
    clauses = [_told(clause, voice) for clause in _CLAUSE.split(sentence)]
    if any(_adds(clause, foreign) for clause in clauses) or _acts(sentence, foreign):
        return False
    said = [stem for clause in clauses for stem in clause]
    covered = sum(stem not in foreign for stem in said) / len(said) if said else 1.0
    if covered >= COVERED:
        return True
    return covered >= COVERED_WITH_MEANING and _nearest(sentence, quotes, encode) >= MEANING


def says_nothing(sentence: str) -> bool:
    """Whether a sentence only leads in or greets ("Here is what was said:"), so that nothing is lost without it."""
    return not _NUMBER_OR_NAME.search(sentence) and not set(_told(sentence, "")) - _GREETING


def _told(text: str, voice: str) -> list[str]:
    return [stem for stem in stems(text) if stem not in _REPORTING and stem not in stems(voice)]


def _adds(clause: Sequence[str], foreign: AbstractSet[str]) -> bool:
    own = sum(stem in foreign for stem in clause)
    return own > 0 and own >= (OWN_SHARE if own == 1 else SEVERAL_OWN_SHARE) * len(clause)


def _acts(sentence: str, foreign: AbstractSet[str]) -> bool:
    """Whether one of the foreign words says what somebody did: "closed" for "re-established"."""
    return any(word.endswith("ed") and foreign & set(stems(word)) for word in words(sentence))


def _foreign(sentence: str, source: set[str], held: str, encode: Encode) -> frozenset[str]:
    """The stems of the sentence that are neither in the source nor near to a word of it."""
    unknown = {
        word: missing
        for word in dict.fromkeys(words(sentence))
        if (missing := [stem for stem in stems(word) if stem not in source and stem not in _REPORTING])
    }
    if not unknown:
        return frozenset()
    known = [word for word in dict.fromkeys(words(held)) if word not in FUNCTION and len(word) > 2]
    near = (encode(list(unknown)) @ encode(known).T).max(axis=1, initial=0.0) if known else np.zeros(len(unknown))
    return frozenset(
        stem
        for (_, missing), likeness in zip(unknown.items(), near, strict=True)
        if likeness < NEAR
        for stem in missing
    )


def _nearest(sentence: str, quotes: Sequence[str], encode: Encode) -> float:
    vectors = encode([sentence, *quotes])
    return float((vectors[1:] @ vectors[0]).max(initial=0.0))
