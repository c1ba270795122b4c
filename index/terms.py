"""The words of each passage in order, as numbers: what ranking looks at once candidates are known.

A word is the CRC of its stem. Each sentence begins with a mark, and so does each of the fields behind the text (voices,
title, place), so that one look at some thousand passages tells which words of a question stand in which field and
in which sentence. Asking the word store the same takes ten times as long.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.abbreviations import Alternative
from index.analysis import analysed
from index.passages import sentences, voices

if TYPE_CHECKING:
    from index.book import Row

Terms = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

# The fields of a passage, and the mark with which each begins; a sentence of the text begins with that of the text.
FIELDS = ("text", "voices", "title", "place")
_MARKS = len(FIELDS)
# Two words of a question are a phrase where at most one other word is between them.
_NEXT = 2


def term(word: str) -> int:
    """The number of a stem."""
    return max(zlib.crc32(word.encode()), _MARKS)


def coded(row: "Row") -> Terms:
    """The words of a passage with their marks."""
    found: list[int] = []
    for sentence in sentences(row.passage.text):
        found += [0, *map(term, analysed(sentence))]
    for mark, text in enumerate((voices(row.passage), row.title, row.place), start=1):
        found += [mark, *map(term, analysed(text))]
    return np.array(found, dtype="<u4")


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where the words of a question stand in some passages: one entry an occurrence, in order.

    `passage` is the place of the passage among those looked at, `word` that of the word in the question. `lengths`
    are the terms of each passage.
    """

    passage: Numbers
    word: Numbers
    field: Numbers
    sentence: Numbers
    at: Numbers
    lengths: Numbers
    words: int

    def counts(self, field: str) -> Scores:
        """How often each word stands in `field` of each passage: a row a passage."""
        own = self.field == FIELDS.index(field)
        return self._table(self.passage[own], self.lengths.size, self.word[own])

    def best_sentence(self, weights: Scores) -> Scores:
        """The most weight of different words that one sentence of the text of each passage holds."""
        text = self.field == 0
        sentences, entry = np.unique(self.sentence[text], return_inverse=True)
        held = (self._table(entry, sentences.size, self.word[text]) > 0) @ weights
        best = np.zeros(self.lengths.size, dtype=np.float32)
        np.maximum.at(best, self.passage[text], held[entry])
        return best

    def phrases(self) -> Scores:
        """Which words of the question stand next to the word that is next in the question: a row a passage."""
        near = np.diff(self.at) <= _NEXT
        next_ = near & (np.diff(self.word) == 1) & (np.diff(self.sentence) == 0) & (self.field[1:] == 0)
        first = np.flatnonzero(next_)
        return np.minimum(self._table(self.passage[first], self.lengths.size, self.word[first]), 1.0)

    def _table(self, rows: Numbers, size: int, words: Numbers) -> Scores:
        counted = np.bincount(rows * self.words + words, minlength=size * self.words)
        return counted.reshape(size, self.words).astype(np.float32)


def occurrences(
    terms: Terms, starts: Numbers, lengths: Numbers, words: Sequence[str], alternatives: Sequence[Alternative]
) -> Occurrences:
    """Where `words` stand in the passages whose terms are `lengths` long from `starts`.

    A sentence that holds all that stands for some of the words elsewhere holds these words too.
    """
    every = with_alternatives(words, alternatives)
    found = _occurrences(terms, starts, lengths, every)
    if not alternatives:
        return found
    place = {word: number for number, word in enumerate(every)}
    entries = [np.flatnonzero(found.word < len(words))]
    named = [found.word[entries[0]]]
    for one in alternatives:
        standing = _holding(found, [place[word] for word in one.by])
        entries += [standing] * len(one.words)
        named += [np.full(standing.size, place[word]) for word in one.words]
    entry, word = np.concatenate(entries), np.concatenate(named)
    order = np.argsort(found.at[entry], kind="stable")
    entry, word = entry[order], word[order]
    return Occurrences(
        found.passage[entry], word, found.field[entry], found.sentence[entry], found.at[entry], lengths, len(words)
    )


def with_alternatives(words: Sequence[str], alternatives: Sequence[Alternative]) -> list[str]:
    """`words`, and behind them what stands for some of them elsewhere."""
    return list(dict.fromkeys([*words, *(word for one in alternatives for word in one.by)]))


def _holding(found: Occurrences, words: Sequence[int]) -> Numbers:
    """The entries of the first of `words` in the sentences that hold all of them."""
    sentences = found.sentence[found.word == words[0]]
    for word in words[1:]:
        sentences = np.intersect1d(sentences, found.sentence[found.word == word])
    return np.flatnonzero((found.word == words[0]) & np.isin(found.sentence, sentences))


def _occurrences(terms: Terms, starts: Numbers, lengths: Numbers, words: Sequence[str]) -> Occurrences:
    ends = np.cumsum(lengths)
    read = terms[np.repeat(starts - (ends - lengths), lengths) + np.arange(ends[-1] if ends.size else 0)]
    marked = np.flatnonzero(read < _MARKS)
    numbers = np.array([term(word) for word in words], dtype=np.uint32)
    order = np.argsort(numbers)
    place = np.searchsorted(numbers[order], read).clip(max=max(numbers.size - 1, 0))
    at = np.flatnonzero(numbers[order][place] == read) if numbers.size else marked[:0]
    sentence = np.searchsorted(marked, at, side="right") - 1
    return Occurrences(
        passage=np.searchsorted(ends, at, side="right"),
        word=order[place[at]],
        field=read[marked[sentence]].astype(np.int64),
        sentence=sentence,
        at=at,
        lengths=lengths,
        words=numbers.size,
    )
