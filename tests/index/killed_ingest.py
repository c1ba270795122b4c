"""A program that the crash tests start and kill: it ingests made-up meetings of one of two versions.

python killed_ingest.py LIBRARY VERSION MEETINGS [CHROMA_FROM]
"""

import sys
from datetime import date, timedelta
from pathlib import Path

from index import IndexSettings, Library
from ingest.records import Item, Meeting, Statement
from tests.index.conftest import Reading

TOPICS = ("roads", "schools", "parks", "housing", "libraries", "drains", "buses", "markets", "bridges", "trees")


def meeting(number: int, version: int) -> Meeting:
    """Meeting `number`, every statement of which names its version."""
    topic = TOPICS[number % len(TOPICS)]
    said = [f"Statement {line} of version {version} on {topic} in ward {number}." for line in range(20)]
    starts = [sum(len(text) + 1 for text in said[:line]) for line in range(len(said))]
    statements = tuple(
        Statement(start=start, end=start + len(text), text=text, kind="discussion")
        for start, text in zip(starts, said, strict=True)
    )
    item = Item(id=f"m{number}-1", title=topic.title(), minutes="\n".join(said), statements=statements)
    day = date(2020, 1, 1) + timedelta(days=number)
    return Meeting(id=f"m{number}", committee="Works Committee", date=day, items=(item,))


def main(folder: str, version: str, meetings: str, chroma_from: str = "1000000") -> None:
    settings = IndexSettings(chroma_from=int(chroma_from))
    with Library.open(Path(folder), create=True, settings=settings) as library:
        library.ingest(Reading(Path(f"m{one}.txt"), (meeting(one, int(version)),)) for one in range(int(meetings)))


if __name__ == "__main__":
    main(*sys.argv[1:])
