"""Files made to exhaust whoever reads them: refused or cleaned, within bounded time and memory."""

import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from ingest import Reading, read_content
from ingest.errors import UnreadableSource
from ingest.readers.pdf_text import pages_of

MEETING = "<meeting><meetingdate>01/02/2023</meetingdate><agendaitems/><meetingid>{}</meetingid></meeting>"
LAUGHS = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
ITEM = "Agenda item\n\nBins\n\nMinutes:\n\n"


def _read(content: str | bytes, seconds: float = 10.0) -> Reading | str:
    """The reading, or why it was refused; either within a few seconds."""
    begun = time.monotonic()
    try:
        return read_content(content.encode() if isinstance(content, str) else content, url="https://example.org/")
    except UnreadableSource as refused:
        if "could not be read (" in str(refused):  # something escaped that nobody foresaw
            raise
        return str(refused)
    finally:
        assert time.monotonic() - begun < seconds


def _refused(content: str | bytes) -> str:
    reason = _read(content)
    assert isinstance(reason, str)
    return reason


@pytest.mark.parametrize(
    "xml",
    [
        f'<!DOCTYPE m [<!ENTITY a0 "ha">{LAUGHS}]>' + MEETING.format("&a39;"),
        '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + MEETING.format("&a;"),
        f'<!DOCTYPE m [<!ENTITY a0 "ha">{LAUGHS}]><publicwhip><speech speakername="A">&a39;</speech></publicwhip>',
    ],
    ids=["entities that grow", "an entity from outside", "a debate"],
)
def test_entities_are_refused(xml: str) -> None:
    assert "entities" in _refused(f'<?xml version="1.0"?>{xml}')


def test_xml_that_nests_without_end_is_refused() -> None:
    assert "nests" in _refused(MEETING.format("<a>" * 10_000 + "</a>" * 10_000))
    assert "nested" in _refused('{"meeting_transcripts": ' + "[" * 100_000)
    assert isinstance(_read('{"id": ' + "[" * 100_000 + ', "items": 1'), str)


@pytest.mark.parametrize("tags", [("<div>", "</div>"), ("<ul><li>", ""), ("<table><tr><td>", ""), ("<b><i>", "")])
def test_markup_that_nests_ten_thousand_deep_is_read(tags: tuple[str, str]) -> None:
    opened, closed = tags
    head = "<html><body><h1>Agenda item</h1><h2>Bins</h2><p>Minutes:</p>"
    reading = _read(f"{head}{opened * 10_000}The Chair said no.{closed * 10_000}")
    assert isinstance(reading, Reading)
    assert "The Chair said no." in reading.meetings[0].items[0].minutes


def test_scripts_and_what_is_hidden_are_not_read() -> None:
    page = (
        "<html><body><h1>Agenda item</h1><h2>Bins</h2><p>Minutes:</p>"
        "<script>document.write('<p>The Leader lied.')</script>"
        "<p onclick='steal()'>The Chair said <noscript>nothing</noscript><style>p {}</style>no.</p>"
        "<p style='display: none'>Hidden.</p><iframe "
        "src='x'>Frame.</iframe><svg><text>Drawn.</text></svg></body></html>"
    )
    reading = _read(page)
    assert isinstance(reading, Reading)
    assert reading.meetings[0].items[0].minutes == "The Chair said no."


@pytest.mark.parametrize(
    "run",
    [
        "a",
        "Councillor Hale said that the bins were full and ",
        "Hale, ",
        "(",
        "1",
        ". ",
        "Aa: ",
        "[a](",
        "**",
        "RESOLVED: ",
    ],
)
def test_a_long_line_takes_time_in_proportion_to_its_length(run: str) -> None:
    assert isinstance(_read(ITEM + run * (300_000 // len(run))), Reading)


@pytest.mark.parametrize(
    "run", [" ", "\n", "\t", "\xa0", "|", "-", "<", "<!--", "<h1>", "[", '"', "&nbsp;", "1.\n", "Aa "]
)
@pytest.mark.parametrize(
    "before", ["", "x\n", "<html><body><h1>Agenda item</h1><p>", "Minutes of the Council\nPresent: A\n"]
)
def test_no_run_of_one_thing_takes_long_to_recognise(before: str, run: str) -> None:
    _read(before + run * (60_000 // len(run)) + "x")


def test_a_hundred_thousand_paragraphs_are_no_minutes() -> None:
    assert "paragraphs" in _refused(ITEM + "No.\n\n" * 100_001)


def test_a_text_of_a_hundred_megabytes_is_refused_unread() -> None:
    assert "MB of text" in _refused(b"a" * 100_000_000)


def test_word_files_that_explode_are_refused(make_bomb: Callable[[str], bytes]) -> None:
    assert "enormous" in _refused(make_bomb("<w:p/>" * 7_000_000))
    assert "nests" in _refused(make_bomb("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000))
    laughing = f'<!DOCTYPE m [<!ENTITY a0 "ha">{LAUGHS}]>'
    assert "entities" in _refused(_docx(f"{laughing}<document>&a39;</document>"))


def _docx(document: str) -> bytes:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as files:
        files.writestr("word/document.xml", document)
    return archive.getvalue()


@pytest.fixture
def make_bomb() -> Callable[[str], bytes]:
    return lambda body: _docx(f'<w:document xmlns:w="x"><w:body>{body}</w:body></w:document>')


def _pdf(*objects: bytes) -> bytes:
    numbered = (f"{number} 0 obj\n".encode() + content + b"\nendobj\n" for number, content in enumerate(objects, 1))
    return b"%PDF-1.4\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>\n%%EOF"


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def _packed(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return f"<</Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream"


def test_a_pdf_whose_pages_hold_themselves_is_refused() -> None:
    assert "PDF" in _refused(_pdf(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"))


def test_a_pdf_that_loops_is_stopped() -> None:
    with pytest.raises(UnreadableSource, match="within"):
        pages_of(_pdf(CATALOGUE, b"2 0 R"), seconds=3)


@pytest.mark.scale
@pytest.mark.parametrize("content", [b"\0" * 500_000_000, b"BT (aaaa) Tj ET\n" * 3_000_000], ids=["nothing", "words"])
def test_a_pdf_that_unpacks_without_end_is_stopped(content: bytes) -> None:
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>"
    assert isinstance(_read(_pdf(CATALOGUE, pages, page, _packed(content)), seconds=120), str)


@pytest.mark.scale
@pytest.mark.parametrize("run", ["a", "Councillor Hale said that the bins were full and "])
def test_memory_stays_bounded_on_the_longest_line_that_is_read(tmp_path: Path, run: str) -> None:
    resource = pytest.importorskip("resource")
    (tmp_path / "line.txt").write_text(ITEM + run * (30_000_000 // len(run)), encoding="utf-8")
    program = "import sys, ingest; ingest.read_file(sys.argv[1])"
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "line.txt")], check=True, timeout=280)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 3 * 2**20  # kilobytes
