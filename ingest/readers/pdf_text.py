"""The printed lines of a PDF, taken out by a process of its own that may be stopped.

A PDF may loop, or unpack to more than any machine holds, and no parser survives all of them; so the parsing runs
in a child with bounded time and memory, and hands back lines as JSON. `python -m ingest.readers.pdf_text < FILE` is
that child.
"""

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ingest.errors import UnreadableSource

# Dense pages take a tenth of a second and some 5 kB each; a file may take several times as long as its size suggests.
_SECONDS = 20.0
_SECONDS_A_MEGABYTE = 30.0
_MOST_SECONDS = 120.0
_MEMORY = 2 * 1024**3
_MOST_PAGES = 1_500
_MOST_CHARACTERS = 10_000_000
# Words further apart than this many times their size stand in different columns.
_COLUMN_GAP = 2.2
_SAME_LINE = 3.0


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of a page: its columns from left to right, where it stands (points from the top left), how it is set."""

    columns: tuple[str, ...]
    left: float
    right: float
    top: float
    bottom: float
    bold: bool

    @property
    def text(self) -> str:
        """The columns as one line."""
        return " ".join(self.columns)


def pages_of(content: bytes, *, seconds: float | None = None) -> list[list[PrintedLine]]:
    """The lines of each page. Raises `UnreadableSource` where the file is broken, locked, or takes too long.

    `seconds` bounds the time; without it, the size of the file does.
    """
    if seconds is None:
        seconds = min(_MOST_SECONDS, _SECONDS + _SECONDS_A_MEGABYTE * len(content) / 1024**2)
    root = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ingest.readers.pdf_text"],
            input=content,
            capture_output=True,
            timeout=seconds,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableSource(
            f"The PDF could not be read within {seconds:.0f} seconds; split it, or print it to a new PDF."
        ) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise UnreadableSource("The PDF is broken or needs too much memory; print it to a new PDF.") from None
    if "error" in answer:
        raise UnreadableSource(answer["error"])
    return [[PrintedLine(**{**line, "columns": tuple(line["columns"])}) for line in page] for page in answer["pages"]]


def _main() -> None:
    _bound_memory()
    content = sys.stdin.buffer.read()
    answer: dict[str, Any]
    try:
        answer = {"pages": [[asdict(line) for line in page] for page in _pages(content)]}
    except _RefusedError as refused:
        answer = {"error": str(refused)}
    except Exception as error:  # a parser of broken files raises anything
        answer = {"error": f"The PDF is broken ({type(error).__name__}); print it to a new PDF."}
    sys.stdout.write(json.dumps(answer))


class _RefusedError(Exception):
    """Why the child does not read the file, as a sentence for the user."""


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _pages(content: bytes) -> Iterator[list[PrintedLine]]:
    from io import BytesIO

    import pdfplumber  # half a second to import, and only this process needs it
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        document = pdfplumber.open(BytesIO(content))
    except (PDFPasswordIncorrect, PdfminerException) as error:
        if "PDFPasswordIncorrect" in repr(error):
            raise _RefusedError("The PDF is locked with a password; save it without one.") from None
        raise
    if len(document.pages) > _MOST_PAGES:
        raise _RefusedError(f"The PDF has more than {_MOST_PAGES:,} pages; split it by meeting.")
    characters = 0
    for page in document.pages:
        words = page.extract_words(extra_attrs=["fontname", "size"], x_tolerance_ratio=0.15)
        characters += sum(len(word["text"]) for word in words)
        if characters > _MOST_CHARACTERS:
            raise _RefusedError(f"The PDF holds more than {_MOST_CHARACTERS:,} characters; split it by meeting.")
        yield list(_lines(words))
        page.close()


def _lines(words: Sequence[dict[str, Any]]) -> Iterator[PrintedLine]:
    """Words as lines from top to bottom, each from left to right."""
    row: list[dict[str, Any]] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if row and word["bottom"] - row[-1]["bottom"] > _SAME_LINE:
            yield _line(row)
            row = []
        row.append(word)
    if row:
        yield _line(row)


def _line(row: list[dict[str, Any]]) -> PrintedLine:
    row.sort(key=lambda word: word["x0"])
    columns: list[list[str]] = [[row[0]["text"]]]
    for last, word in itertools.pairwise(row):
        if word["x0"] - last["x1"] > _COLUMN_GAP * word["size"]:
            columns.append([])
        columns[-1].append(word["text"])
    bold = sum(len(word["text"]) for word in row if _is_bold(word["fontname"]))
    return PrintedLine(
        columns=tuple(" ".join(column) for column in columns),
        left=round(row[0]["x0"], 1),
        right=round(row[-1]["x1"], 1),
        top=round(min(word["top"] for word in row), 1),
        bottom=round(max(word["bottom"] for word in row), 1),
        bold=bold > 0.9 * sum(len(word["text"]) for word in row),
    )


def _is_bold(font: str) -> bool:
    return any(sign in font.lower() for sign in ("bold", "black", "heavy", "-bd", "semibold"))


if __name__ == "__main__":
    _main()
