"""When a quote covers an anchor: the rule of the annotated minutes.

The quote contains the anchor, or is four or more words of the sentence in which the anchor stands, or of the anchor
itself (an anchor may be a whole turn of a transcript). White space does not count; case and quotation marks do.
"""

from collections.abc import Iterator

from eval.attribution_match import squeezed
from ingest.records import Item
from ingest.sentences import sentences

LEAST_WORDS = 4


def covers(quote: str, anchor: str, item: Item | None) -> bool:
    """Whether `quote`, which is taken from `item`, covers `anchor`.

    >>> covers("felling of 340 ash trees be supported", "340 ash trees", None)
    True
    """
    quote, anchor = squeezed(quote), squeezed(anchor)
    if anchor in quote:
        return True
    if len(quote.split()) < LEAST_WORDS:
        return False
    return quote in anchor or any(quote in sentence for sentence in _sentences_with(anchor, item))


def covered(quote: str, anchors: tuple[str, ...], item: Item | None) -> str | None:
    """The first of `anchors` that `quote` covers."""
    return next((anchor for anchor in anchors if covers(quote, anchor, item)), None)


def _sentences_with(anchor: str, item: Item | None) -> Iterator[str]:
    if item is None:
        return
    for text in (item.minutes, *(decision.text for decision in item.decisions), item.agenda_text or ""):
        if anchor in squeezed(text):
            yield from (one for one in map(squeezed, sentences(text)) if anchor in one)
