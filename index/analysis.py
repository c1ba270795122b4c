"""Text becomes words as they are indexed: lower case, without accents, stemmed."""

from functools import lru_cache

import tantivy


def analysed(text: str) -> list[str]:
    """The stems of `text`, in order."""
    found: list[str] = analyser().analyze(text)
    return found


def stems(text: str) -> list[str]:
    """The stems of `text`, each once, in order."""
    return list(dict.fromkeys(analysed(text)))


@lru_cache(maxsize=1)
def analyser() -> tantivy.TextAnalyzer:
    """The one analyser that text and questions go through."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(r"[\w]+(?:['’]\w+)*"))
    for each in (
        tantivy.Filter.remove_long(60),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.stemmer("english"),
    ):
        builder = builder.filter(each)
    return builder.build()
