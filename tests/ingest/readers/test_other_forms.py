"""The same whole minutes as a Word file, as a PDF and as wrapped text: what is read does not depend on the form."""

import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from eval.attribution import score_folder

BODIES = Path(__file__).parents[1] / "attribution" / "bodies"
IN_PDF = ("housing", "irish-county", "nhs-trust", "ni-council", "senate", "us-town")
LEAST = {
    "speaker": 0.98, "no_speaker": 0.98, "asker": 0.95, "decisions": 1.0, "movers": 1.0, "items": 1.0,
    "attendance": 0.95, "meeting": 0.98,
}  # fmt: skip


def _whole() -> list[Path]:
    return [path for path in sorted(BODIES.glob("*.txt")) if not path.read_text().startswith("Agenda item")]


def _word_body(text: str) -> str:
    runs = (escape(line).replace("\t", "</w:t><w:tab/><w:t>") for line in text.split("\n") if line.strip())
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{run}</w:t></w:r></w:p>' for run in runs)


def _pages(text: str) -> list[list[tuple[float, float, str, bool]]]:
    """Pages with a running header and numbers, lines of 85 characters and little room between paragraphs."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += textwrap.wrap(paragraph.replace("\t", "  "), 85) or [""]
    pages = [lines[at : at + 46] for at in range(0, len(lines), 46)]
    found = []
    for number, page in enumerate(pages, start=1):
        printed = [(72.0, 815.0, "Printed minutes", False), (290.0, 30.0, f"Page {number}", False)]
        height = 780.0
        for line in page:
            if line:
                printed.append((72.0, height, line, False))
            height -= 15 if line else 8
        found.append(printed)
    return found


def _assert_read_alike(folder: Path) -> None:
    score = score_folder(folder)
    for measure, least in LEAST.items():
        value = score.rates[measure].value
        assert value is not None
        assert value >= least, [miss for miss in score.misses if miss.measure == measure]


def test_as_word_files(make_docx: Callable[..., bytes], tmp_path: Path) -> None:
    for path in _whole():
        if path.stem == "crime-panel":  # its lines are broken by their width, as Word breaks none
            continue
        (tmp_path / f"{path.stem}.docx").write_bytes(make_docx(_word_body(path.read_text())))
        shutil.copy(path.with_suffix(".gold.json"), tmp_path)
    _assert_read_alike(tmp_path)


def test_as_printed_pages(make_pdf: Callable[..., bytes], tmp_path: Path) -> None:
    for path in _whole():
        if path.stem in IN_PDF:
            (tmp_path / f"{path.stem}.pdf").write_bytes(make_pdf(_pages(path.read_text())))
            shutil.copy(path.with_suffix(".gold.json"), tmp_path)
    _assert_read_alike(tmp_path)


@pytest.mark.parametrize("width", [64, 90])
def test_as_wrapped_text(tmp_path: Path, width: int) -> None:
    for path in _whole():
        lines = path.read_text().split("\n")
        wrapped = "\n".join(textwrap.fill(line, width) if "\t" not in line else line for line in lines)
        (tmp_path / path.name).write_text(wrapped)
        shutil.copy(path.with_suffix(".gold.json"), tmp_path)
    _assert_read_alike(tmp_path)
