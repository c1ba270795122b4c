"""Another embedding model: all vectors of a library are made anew, and take the place of the old ones at once.

The new vectors are kept beside the old until all are there; what a killed upgrade has done is not done again.
"""

import logging
from collections.abc import Callable

import numpy as np

from index.book import Book
from index.encoder import Encoder
from index.passages import passages_of
from index.stores import Stores

logger = logging.getLogger(__name__)


def reencode(book: Book, stores: Stores, encoder: Encoder, done: Callable[[int], None]) -> None:
    """Make the vectors of every passage with `encoder`, where they are by another one."""
    if book.meta("encoder") == encoder.identity:
        return
    logger.info("Making all vectors anew with %s.", encoder.identity)
    if book.meta("encoding") != encoder.identity:
        book.forget_reencoded()
        book.set_meta("encoding", encoder.identity)
    ready = book.reencoded()
    for meeting in book.meetings():
        numbers = book.passage_numbers(meeting.id)
        if ready.issuperset(numbers):
            continue
        texts = [one.embedded for _, passages in passages_of(meeting) for one in passages]
        vectors = encoder.encode_passages([text for each in texts for text in each], done)
        own = np.split(vectors, np.cumsum([len(each) for each in texts])[:-1])
        book.reencode(dict(zip(numbers, own, strict=True)))
    book.use_reencoded({"encoder": encoder.identity, "dimension": str(encoder.dimension), "encoding": "", "chroma": ""})
    stores.make_matrix()
