"""How fast questions are answered on a library of a given size, from the question to the composed answer.

    python -m benchmarks.answer_speed --passages 100000 --library bench-100k

The library is made first where there is none, as `benchmarks.search_speed` makes it. Each sort of question is asked of
many subjects, none of them twice, so that no vector of a sentence is there from before.
"""

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np

from assistant import Assistant, Turn
from benchmarks.records import Council
from benchmarks.search_speed import make, peak_memory
from index import IndexSettings, Library

SORTS = {
    "what was said": "What was said about {thing} in {ward}?",
    "who said": "Who asked about {thing} in {ward}?",
    "what was decided": "What was decided about {thing}?",
    "how was the vote": "How did they vote on {thing}?",
    "when first": "When was {thing} in {ward} first discussed?",
    "how often": "How often has {thing} been discussed?",
    "precedents": "Has {thing} come up before?",
    "overview": "Anything on {thing}?",
    "attendance": "Who attended the {committee} committee in {month}?",
    "summary": "Summarise the {committee} meetings of {month}",
    "unanswerable": "What did the Archbishop say about {thing}?",
}
FOLLOW_UP = "And what did they decide?"
# Questions of each sort.
ASKED = 20


def questions(library: Library, seed: int) -> dict[str, list[str]]:
    """`ASKED` questions of each sort, about what is talked of in made-up minutes."""
    chance = random.Random(seed)
    council = Council(seed)
    titles = [(item.title or "").split(": ")[-1] for meeting in council.meetings(6000) for item in meeting.items]
    held = [meeting for meeting in library.meetings() if meeting.committee and meeting.date]
    found: dict[str, list[str]] = {}
    for sort, template in SORTS.items():
        for _ in range(ASKED):
            meeting = chance.choice(held)
            found.setdefault(sort, []).append(
                template.format(
                    thing=chance.choice(titles),
                    ward=chance.choice(council.wards),
                    committee=meeting.committee,
                    month=f"{meeting.date:%B %Y}",
                )
            )
    return found


def timed(assistant: Assistant, question: str, history: tuple[Turn, ...] = ()) -> tuple[float, str]:
    """Milliseconds to the whole answer, and its text."""
    started = time.perf_counter()
    answer = assistant.ask(question, history)
    return 1000 * (time.perf_counter() - started), answer.answer


def main() -> None:
    """Print one line a sort of question, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--encoded", type=int, default=4_000)
    parser.add_argument("--library", type=Path, required=True)
    given = parser.parse_args()
    settings = IndexSettings(chroma_from=10**9)
    if not given.library.exists():
        sys.stdout.write(f"made in {make(given.library, given.passages, given.encoded, settings):.0f} s\n")
    with Library.open(given.library, settings=settings) as library:
        assistant = Assistant(library)
        assistant.make_ready()
        every: list[float] = []
        for sort, asked in questions(library, 7).items():
            times = [timed(assistant, question)[0] for question in asked]
            every += times
            _print(sort, times)
        first = questions(library, 8)["what was said"]
        times = []
        for question in first:
            _, reply = timed(assistant, question)
            history = (Turn(role="user", content=question), Turn(role="assistant", content=reply))
            times.append(timed(assistant, FOLLOW_UP, history)[0])
        _print("follow-up", times)
        _print("all", every + times)
    sys.stdout.write(f"peak memory {peak_memory():.2f} GB\n")


def _print(sort: str, times: list[float]) -> None:
    median, tail = np.percentile(times, 50), np.percentile(times, 95)
    sys.stdout.write(f"{sort:18} {len(times):5} questions  median {median:6.1f} ms  p95 {tail:6.1f} ms\n")


if __name__ == "__main__":
    main()
