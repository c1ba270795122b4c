"""What can go wrong with a library, as a tree.

MinutebookError
└── LibraryError            the root of all errors of the index
    ├── LibraryMissing      there is no library in the folder
    ├── NotALibrary         the folder, or the book in it, is something else
    ├── LibraryTooNew       a later version of Minutebook made it
    ├── LibraryKindDiffers  an ordinary library was opened as a restricted one
    ├── LibraryBusy         another process is writing
    ├── RecordMissing       no such meeting or item
    ├── Unsearchable        the query is empty or far too long
    ├── LibraryUnwritable   the disk is full, or the folder must not be written to
    ├── ExportUnwritable    an export cannot be written where it should go
    └── EncoderUnavailable  the embedding model cannot be loaded
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ingest.errors import MinutebookError


class LibraryError(MinutebookError):
    """The root of all errors of the index."""


class LibraryMissing(LibraryError):
    """There is no library in the folder."""


class NotALibrary(LibraryError):
    """The folder, or the book in it, is something else than a Minutebook library."""


class LibraryTooNew(LibraryError):
    """A later version of Minutebook made the library."""


class LibraryKindDiffers(LibraryError):
    """An ordinary library was opened as a restricted one."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library, and did not finish within the wait."""


class RecordMissing(LibraryError):
    """The library holds no such meeting or item, or the id alone does not say which."""


class Unsearchable(LibraryError):
    """The query holds nothing to search for, or is far too long."""


class LibraryUnwritable(LibraryError):
    """The disk is full, or the folder must not be written to. What was not finished is as before."""


class ExportUnwritable(LibraryError):
    """An export cannot be written where it should go, or its ending says no form that is known."""


class EncoderUnavailable(LibraryError):
    """The embedding model cannot be loaded, or is not the one that it claims to be."""


@contextmanager
def writable() -> Iterator[None]:
    """Raise what SQLite and the file system say of a write that failed as `LibraryUnwritable`."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise LibraryUnwritable(
            f"The library could not be written to ({error}). Make room on the disk and run it again; "
            "what was not finished is as it was before."
        ) from error
