"""The parts of a Word file (.docx): a ZIP archive whose sizes are looked at before anything is unpacked.

A library for Word files would give paragraphs, but neither the automatic numbers nor tracked changes, which minutes are
full of; the XML is read here as it is.
"""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element

from ingest.encodings import decode
from ingest.errors import UnreadableSource
from ingest.readers.safe_xml import parse_xml

_MOST_ENTRIES = 5_000
_LARGEST_PART = 16 * 1024 * 1024
_LARGEST_WHOLE = 1024 * 1024 * 1024
# XML shrinks to a tenth, rarely to a thirtieth; what shrinks to a thousandth was made to explode.
_MOST_SHRUNK = 400
_SMALL = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of a Word file that minutes are read from; a part that the file lacks is None or empty."""

    document: Element
    numbering: Element | None
    styles: Element | None
    margins: tuple[Element, ...]


def is_docx(content: bytes) -> bool:
    """Whether the archive holds a Word document, by its directory."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return b"word/document.xml" in content


def open_docx(content: bytes) -> Package:
    """The parts of the file. Raises `UnreadableSource` where it is broken, locked, or would unpack without end."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _refuse_bombs(archive)
            names = archive.namelist()
            return Package(
                document=_part(archive, "word/document.xml"),
                numbering=_part(archive, "word/numbering.xml") if "word/numbering.xml" in names else None,
                styles=_part(archive, "word/styles.xml") if "word/styles.xml" in names else None,
                margins=tuple(_part(archive, name) for name in names if _is_margin(name))[:20],
            )
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        if "password" in str(error) or "encrypted" in str(error):
            raise UnreadableSource("The Word file is locked with a password; save it without one.") from None
        raise UnreadableSource("The Word file is broken; open it in Word and save it again.") from None
    except Exception as error:  # zlib.error and its like are of no common kind
        if isinstance(error, UnreadableSource):
            raise
        raise UnreadableSource("The Word file is broken; open it in Word and save it again.") from None


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    exploding = any(
        entry.file_size > _SMALL and entry.file_size > _MOST_SHRUNK * max(1, entry.compress_size) for entry in entries
    )
    if len(entries) > _MOST_ENTRIES or unpacked > _LARGEST_WHOLE or exploding:
        raise UnreadableSource(
            "The Word file would unpack to an enormous size and was refused; save it again from Word."
        )


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    with archive.open(name) as part:
        content = part.read(_LARGEST_PART + 1)
    if len(content) > _LARGEST_PART:
        raise UnreadableSource("The text of the Word file is too large for minutes; split it by meeting.")
    return parse_xml(decode(content) or "")


def _is_margin(name: str) -> bool:
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
