"""What a reader is given: the bytes of one source, its text, and where it came from."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ingest.encodings import decode

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|p|span|h[1-6]|ul|section|article)\b", re.I)
# JSON or XML of some kind; "[Notes]" and the template marker "<AI1>" begin texts.
_DATA = re.compile(r"""\s*(?:\{\s*["}]|\[\s*(?:[\[{"\]]|-?\d+\s*[,\]])|<(?!AI\s?\d|[A-Z_]+SECTION)[?!a-zA-Z])""")
# Readers decide by the beginning of a source; a whole transcript need not be searched to know what it is.
_HEAD = 40_000


@dataclass(frozen=True)
class RawSource:
    """The content of a saved file or of a page that was fetched, before anybody knows its format."""

    content: bytes
    path: Path | None = None
    url: str | None = None

    @cached_property
    def text(self) -> str:
        """The content as text with line ends "\\n"; empty where it is no text (a PDF, a picture)."""
        return decode(self.content) or ""

    @cached_property
    def head(self) -> str:
        """The beginning of the text, enough to recognise a format by."""
        return self.text[:_HEAD]

    @cached_property
    def is_html(self) -> bool:
        """Whether the text is the markup of a page (XML of another kind is not)."""
        start = self.head.lstrip()[:200].lower()
        if start.startswith("<?xml") and "<html" not in self.head[:2000].lower():
            return False
        return start.startswith("<") and _MARKUP.search(self.head) is not None

    @cached_property
    def is_data(self) -> bool:
        """Whether the text is JSON or markup of any kind rather than something that is read as it stands."""
        return _DATA.match(self.head) is not None
