"""Text becomes words as they are indexed: lower case, without accents, in one spelling, stemmed."""

import re
from functools import lru_cache

import tantivy

from index.spelling import one_spelling

# Longer than any word; what is longer is no word that anybody looks for.
_LONGEST = 60
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def analysed(text: str) -> list[str]:
    """The stems of `text`, in order."""
    return [stem(word) for word in _WORD.findall(text.lower()) if len(word) <= _LONGEST]


def stems(text: str) -> list[str]:
    """The stems of `text`, each once, in order."""
    return list(dict.fromkeys(analysed(text)))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a word in lower case."""
    (plain,) = _without_accents().analyze(word)
    (found,) = _stemmer().analyze(one_spelling(plain))
    return str(found)


@lru_cache(maxsize=1)
def _without_accents() -> tantivy.TextAnalyzer:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.ascii_fold()).build()


@lru_cache(maxsize=1)
def _stemmer() -> tantivy.TextAnalyzer:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer("english")).build()
