"""How many pages of agenda items are read a second on one core: recognised, cut, attributed, made into records.

    python -m benchmarks.reading_speed

The pages are those that a site would show for the items of the sample records, as text and as markup; longer ones can
be named as files. `--processes` reads them from a folder by several processes instead.
"""

import argparse
import html
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest import Reading, read_content, read_paths
from ingest.records import Item, Meeting

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "records"
LEAST_SECONDS = 5.0


def main() -> None:
    """Read the pages again and again, and print a table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("files", nargs="*", type=Path, help="other pages to read instead of those of the samples")
    options.add_argument("--processes", type=int, default=1, help="read a folder by so many processes")
    given = options.parse_args()
    forms: dict[str, list[bytes]] = {"text": [], "markup": []}
    if given.files:
        forms = {path.name: [path.read_bytes()] for path in given.files}
    else:
        for meeting, item in _sample_items():
            forms["text"].append(as_text(meeting, item).encode())
            forms["markup"].append(as_markup(meeting, item).encode())
    print(f"{'form':40} {'pages':>6} {'characters a page':>18} {'pages a second':>15}")  # noqa: T201
    for form, pages in forms.items():
        size = sum(map(len, pages)) // len(pages)
        speed = rate(pages) if given.processes == 1 else rate_of_folder(pages, given.processes)
        print(f"{form:40} {len(pages):6} {size:18,} {speed:15,.0f}")  # noqa: T201


def rate(pages: Sequence[bytes]) -> float:
    """How many pages one core reads in a second of its own time, over at least five seconds after a first round."""
    _read_all(pages)
    rounds, begun = 0, time.process_time()
    while (taken := time.process_time() - begun) < LEAST_SECONDS:
        _read_all(pages)
        rounds += 1
    return rounds * len(pages) / taken


def rate_of_folder(pages: Sequence[bytes], processes: int) -> float:
    """How many pages a second several processes read from a folder, their start included."""
    with tempfile.TemporaryDirectory() as folder:
        count = max(2000, len(pages))
        for number in range(count):
            Path(folder, f"{number}.txt").write_bytes(pages[number % len(pages)])
        begun = time.perf_counter()
        read = sum(isinstance(reading, Reading) for reading in read_paths([folder], processes=processes))
        return read / (time.perf_counter() - begun)


def _read_all(pages: Sequence[bytes]) -> None:
    for page in pages:
        read_content(page, url="https://example.org/mgAi.aspx?ID=1")


def _sample_items() -> Iterator[tuple[Meeting, Item]]:
    for reading in read_paths([SAMPLES], processes=1):
        if isinstance(reading, Reading):
            for meeting in reading.meetings:
                yield from ((meeting, item) for item in meeting.items if item.minutes)


def as_text(meeting: Meeting, item: Item) -> str:
    """The item's page as an extractor saves it."""
    return "\n\n".join(
        part
        for part in (
            "Agenda item",
            item.title or "Business",
            f"Meeting of {meeting.committee}, {meeting.date:%A %d %B %Y} 6.00 pm (Item {item.number}.)"
            if meeting.date
            else "",
            item.agenda_text or "",
            "Minutes:",
            item.minutes.replace("\n", "\n\n"),
            "Supporting documents:",
            *(f"  • {document.title} PDF 248 KB" for document in item.documents),
        )
        if part
    )


def as_markup(meeting: Meeting, item: Item) -> str:
    """The item's page as a browser saves it, with the site around it."""
    lines = "".join(f'<p class="MsoNormal"><span>{html.escape(line)}</span></p>\n' for line in item.minutes.split("\n"))
    links = "".join(f'<li><a href="/menu/{number}">Link {number}</a></li>' for number in range(40))
    papers = "".join(
        f'<li><a href="documents/s1/a.pdf">{html.escape(paper.title)}</a></li>' for paper in item.documents
    )
    day = f"{meeting.date:%A %d %B %Y} 6.00 pm" if meeting.date else ""
    return f"""<!DOCTYPE html><html><head><title>Agenda item - {html.escape(item.title or "")}</title></head><body>
<nav><ul>{links}</ul></nav><div id="modgov"><h1 class="mgMainTitleTxt">Agenda item</h1>
<h2 class="mgSubTitleTxt">{html.escape(item.title or "Business")}</h2>
<p>Meeting of <a href="ieListDocuments.aspx?MId=1">{meeting.committee}, {day}</a> (Item {item.number}.)</p>
<div class="mgWordPara"><p>{html.escape(item.agenda_text or "")}</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">{lines}</div>
<p class="mgSubItemTitleTxt">Supporting documents:</p><ul class="mgBulletList">{papers}</ul></div></body></html>"""


if __name__ == "__main__":
    main()
