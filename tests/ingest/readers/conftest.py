"""Printed pages and Word files, made by the tests."""

import io
import zipfile
from collections.abc import Callable, Sequence

import pytest

Line = tuple[float, float, str, bool]  # left, height from the bottom, words, bold
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf_of(pages: Sequence[Sequence[Line]]) -> bytes:
    """A PDF whose pages print lines of 12-point text where they are told to."""
    fonts = "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 595 842]{fonts}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    for number, page in enumerate(pages):
        shown = b"\n".join(
            f"BT /F{2 if bold else 1} 12 Tf {left} {height} Td (".encode() + _escaped(words) + b") Tj ET"
            for left, height, words, bold in page
        )
        objects.append(f"<</Type/Page/Parent 2 0 R/Contents {6 + 2 * number} 0 R>>".encode())
        objects.append(f"<</Length {len(shown)}>>stream\n".encode() + shown + b"\nendstream")
    return _file_of(objects)


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file_of(objects: Sequence[bytes]) -> bytes:
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(written)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    written += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    written += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF".encode()
    return bytes(written)


def docx_of(body: str, **parts: str) -> bytes:
    """A Word file with a body in WordprocessingML (prefix `w`), and other parts by their names ("numbering")."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("[Content_Types].xml", "<Types/>")
        files.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>'
        )
        for name, content in parts.items():
            files.writestr(f"word/{name}.xml", content.replace("<w:root", f'<w:root xmlns:w="{_WORD}"'))
    return archive.getvalue()


@pytest.fixture
def make_pdf() -> Callable[[Sequence[Sequence[Line]]], bytes]:
    """Makes a PDF of lines."""
    return pdf_of


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    """Makes a Word file of a body."""
    return docx_of
