"""The word store: passages and items found by their words, in tantivy (BM25)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt
import tantivy

from index.abbreviations import Alternative, explained
from index.analysis import analysed, stem
from index.book import Row
from index.encoder import Vectors
from index.passages import voices
from index.query import searched_words
from index.spelling import near_spellings

Scored = tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]

# Changes with the fields, so that an index of other fields is made anew.
VERSION = 4
# How much a word counts in each field, while candidates are looked for.
BOOSTS = {"text": 1.0, "title": 0.6, "voices": 0.8, "place": 0.3}
_HEAP = 64_000_000
# A shorter word has too many neighbours to be taken for a slip of the pen, and of a long question only so many words
# are looked at: each has some hundred neighbours.
_LEAST_LETTERS, _MENDED = 5, 6
# Explanations of an abbreviation that are looked at.
_EXPLAINED = 20
# Words of the longest name that is looked for, small ones not counted.
_LONGEST_NAME = 8


class Words:
    """One tantivy index on disk. One process may write to it at a time; any number may read."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        self._index.config_reader(reload_policy="manual")
        self.reload()

    @classmethod
    def open(cls, folder: Path) -> "Words":
        """The index in `folder`. Raises `ValueError` where it is missing or damaged."""
        if not folder.is_dir() or not tantivy.Index.exists(str(folder)):
            raise ValueError("the word store is missing")
        return cls(tantivy.Index.open(str(folder)))

    @classmethod
    def create(cls, folder: Path | None) -> "Words":
        """A new, empty index in `folder`; in memory without one."""
        if folder is None:
            return cls(tantivy.Index(_schema()))
        folder.mkdir(parents=True, exist_ok=True)
        return cls(tantivy.Index(_schema(), path=str(folder)))

    def reload(self) -> None:
        """See what has been written since."""
        self._index.reload()
        self._searcher = self._index.searcher()
        self._meant = lru_cache(maxsize=1024)(self._nearest_word)
        found = self._searcher.search(tantivy.Query.exists_query("number"), limit=1)
        # How many passages are indexed, those of removed meetings included until they are swept out.
        self.passages = int(found.count)  # type: ignore[attr-defined]  # missing in its stub

    def write(self, rows: Iterable[Row], retired: Sequence[int]) -> None:
        """Add passages and drop those of `retired` meetings, durably and all at once.

        Writing the same passages again is harmless: their meeting is dropped first. Raises `OSError`.
        """
        try:
            self._write(rows, retired)
        except ValueError as error:  # tantivy says a full disk so
            raise OSError(str(error)) from error
        self.reload()

    def _write(self, rows: Iterable[Row], retired: Sequence[int]) -> None:
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for meeting in retired:
            writer.delete_documents_by_term("meeting", meeting)
        for meeting, passages in groupby(rows, lambda row: row.meeting):
            writer.delete_documents_by_term("meeting", meeting)
            for item, own in groupby(passages, lambda row: row.item):
                for document in _documents(meeting, item, own):
                    writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def holds(self, passages: Iterable[int]) -> bool:
        """Whether all these passages are here."""
        numbers = list(passages)
        among = tantivy.Query.term_set_query(self._index.schema, "number", numbers)
        return not numbers or len(self._searcher.search(among, limit=len(numbers), count=False).hits) == len(numbers)

    def search(
        self, words: Sequence[str], limit: int, meetings: Sequence[int] | None, passages: Sequence[int] | None
    ) -> Scored:
        """The best `limit` passages: their numbers and BM25 scores. The numbers given narrow the search."""
        query = self._query(words)
        if query is None:
            return _NOTHING
        if passages is not None:
            query = self._within(query, "number", passages)
        elif meetings is not None:
            query = self._within(query, "meeting", meetings)
        return self._found(query, limit)

    def items(self, words: Sequence[str], limit: int, meetings: Sequence[int] | None) -> npt.NDArray[np.int64]:
        """The numbers of the items that hold most of `words`, wherever in the item each stands."""
        if not words:
            return _NOTHING[0]
        each = [tantivy.Query.term_query(self._index.schema, "whole", word, "freq") for word in words]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in each])
        if meetings is not None:
            query = self._within(query, "meeting", meetings)
        hits = self._searcher.search(query, limit=limit, count=False).hits
        return np.array(self._searcher.fast_field_values("item", [at for _, at in hits]), dtype=np.int64)

    def score(self, words: Sequence[str], passages: Sequence[int]) -> Scored:
        """The BM25 scores of `passages`: the numbers of those that hold any of the words, and their scores."""
        query = self._query(words)
        if query is None or not passages:
            return _NOTHING
        return self._found(self._within(query, "number", passages), len(passages))

    def known(self, words: Sequence[str]) -> list[str]:
        """`words`, each that no passage has replaced by the most frequent one that differs in one place, if any."""
        unknown = [word for word in words if not self._frequency(word)]
        meant = {word: self._meant(word) for word in unknown[:_MENDED]}
        return list(dict.fromkeys(meant.get(word, word) for word in words))

    def _nearest_word(self, word: str) -> str:
        if len(word) < _LEAST_LETTERS or not word.isalpha():
            return word
        return max((word, *dict.fromkeys(near_spellings(word))), key=self._frequency)

    def _frequency(self, word: str) -> int:
        return sum(self._searcher.doc_freq(field, word) for field in BOOSTS)

    def alternatives(self, words: Sequence[str]) -> list[Alternative]:
        """What the records have for abbreviations among `words`, and the abbreviations of names that are among them."""
        found = [
            Alternative((word,), tuple(long.split("_"))) for word in words for long in self._explains("short", word)
        ]
        for start in range(len(words)):
            for end in range(start + 2, min(start + _LONGEST_NAME, len(words)) + 1):
                name = tuple(words[start:end])
                found += [Alternative(name, (short,)) for short in self._explains("long", "_".join(name))]
        return found

    def _explains(self, field: str, word: str) -> list[str]:
        """What stands most often for an abbreviation (`short`) or for a name (`long`), if anything does."""
        if not self._searcher.doc_freq(field, word):
            return []
        query = tantivy.Query.term_query(self._index.schema, field, word)
        other = "long" if field == "short" else "short"
        hits = self._searcher.search(query, limit=_EXPLAINED, count=False).hits
        counted = Counter(str(self._searcher.doc(at).get_first(other)) for _, at in hits)
        return [name for name, _ in counted.most_common(1)]

    def weights(self, field: str, words: Sequence[str]) -> Vectors:
        """How much each word says in a field: its inverse document frequency, as BM25 has it."""
        total = max(self.passages, 1)
        holding = np.array([min(self._searcher.doc_freq(field, word), total) for word in words], dtype=np.float32)
        found: Vectors = np.log1p((total - holding + 0.5) / (holding + 0.5)).astype(np.float32)
        return found

    def _found(self, query: tantivy.Query, limit: int) -> Scored:
        hits = self._searcher.search(query, limit=max(limit, 1), count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in hits])
        return np.array(numbers, dtype=np.int64), np.array([score for score, _ in hits], dtype=np.float32)

    def _within(self, query: tantivy.Query, field: str, numbers: Sequence[int]) -> tantivy.Query:
        among = tantivy.Query.term_set_query(self._index.schema, field, list(numbers))
        must = tantivy.Occur.Must
        return tantivy.Query.boolean_query([(must, query), (must, tantivy.Query.const_score_query(among, 0.0))])

    def _query(self, words: Sequence[str]) -> tantivy.Query | None:
        """Each word counts once, in the field where it scores best."""
        if not words:
            return None
        each = [
            tantivy.Query.disjunction_max_query(
                [
                    tantivy.Query.boost_query(tantivy.Query.term_query(self._index.schema, field, word, "freq"), boost)
                    for field, boost in BOOSTS.items()
                ]
            )
            for word in words
        ]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in each])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("number", "meeting", "item"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in (*BOOSTS, "whole"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("short", "long"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", stored=True)
    return builder.build()


def _documents(meeting: int, item: int, rows: Iterable[Row]) -> Iterator[tantivy.Document]:
    """One document a passage, one of all the words of the item, each once, and one an abbreviation explained."""
    whole: dict[str, None] = {}
    names: set[tuple[str, str]] = set()
    for row in rows:
        document = tantivy.Document()
        document.add_unsigned("number", row.number)
        document.add_unsigned("meeting", meeting)
        texts = {"text": row.passage.text, "title": row.title, "voices": voices(row.passage), "place": row.place}
        for name, text in texts.items():
            found = analysed(text)
            document.add_text(name, " ".join(found))
            whole |= dict.fromkeys(found)
        yield document
        names |= set(explained(row.passage.text))
    together = tantivy.Document()
    together.add_unsigned("item", item)
    together.add_unsigned("meeting", meeting)
    together.add_text("whole", " ".join(whole))
    yield together
    for short, long in sorted(names):
        explanation = tantivy.Document()
        explanation.add_unsigned("meeting", meeting)
        explanation.add_text("short", stem(short.lower()))
        explanation.add_text("long", "_".join(searched_words(long)))
        yield explanation


_NOTHING: Scored = (np.zeros(0, np.int64), np.zeros(0, np.float32))
