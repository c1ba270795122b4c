"""Large libraries of made-up but plausible minutes, the same from the same seed.

python -m benchmarks.records --passages 20000 --seed 1 > records.jsonl
"""

import argparse
import calendar
import json
import random
import string
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from ingest.records import Attendee, Decision, Item, Meeting, Source, Speaker, Statement, StatementKind

_WORDS = json.loads((Path(__file__).parent / "vocabulary.json").read_text(encoding="utf-8"))
_MONTHS = calendar.month_name[1:]


class Council:
    """A council with its wards and people, and the talk of its committees."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.wards = [begin + end for begin in _WORDS["ward_beginnings"] for end in _WORDS["ward_ends"]]
        self._chance.shuffle(self.wards)
        self.names = [f"{first} {last}" for first in _WORDS["first_names"] for last in _WORDS["last_names"]]
        self._chance.shuffle(self.names)

    def meetings(self, passages: int) -> Iterator[Meeting]:
        """Meetings with `passages` statements and decisions in all, oldest first."""
        left, number = passages, 0
        while left > 0:
            meeting = self._meeting(number, min(left, self._chance.randint(25, 70)))
            left -= sum(len(item.statements) + len(item.decisions) for item in meeting.items)
            number += 1
            yield meeting

    def _meeting(self, number: int, passages: int) -> Meeting:
        day = date(1990, 1, 1) + timedelta(days=number // 4)
        committee = _WORDS["committees"][number % len(_WORDS["committees"])]
        present = self._chance.sample(self.names[:120], 8)
        items: list[Item] = []
        left = passages
        while left > 0:
            size = min(left, self._chance.randint(4, 12))
            items.append(self._item(f"b{number}-{len(items) + 1}", str(len(items) + 1), size, present))
            left -= size
        attendance = tuple(
            Attendee(name=name, role="Chair" if not place else None) for place, name in enumerate(present)
        )
        source = Source(path=f"b{number}.html", format="benchmark")
        return Meeting(
            id=f"b{number}", organisation="Made-up Council", committee=committee, date=day, source=source,
            attendance=attendance, items=tuple(items),
        )  # fmt: skip

    def _item(self, item_id: str, number: str, passages: int, present: list[str]) -> Item:
        subject, things = self._chance.choice(list(_WORDS["subjects"].items()))
        about = self._chance.sample(things, 3)
        officer = Speaker(as_printed=f"The {self._chance.choice(_WORDS['posts']).format(string.capwords(subject))}")
        parts, at = [], 0
        for _ in range(max(1, passages - 1)):
            text, speaker, kind = self._statement(about, present, officer)
            speakers = (speaker,) if speaker else ()
            parts.append(Statement(start=at, end=at + len(text), text=text, kind=kind, speakers=speakers))
            at += len(text) + 1
        decided = Decision(
            number="1", text=self._filled(self._chance.choice(_WORDS["decisions"]), about), outcome="agreed"
        )
        return Item(
            id=item_id, number=number, title=f"{subject.capitalize()}: {about[0]}", statements=tuple(parts),
            minutes="\n".join(part.text for part in parts), decisions=(decided,) if passages > 1 else (),
        )  # fmt: skip

    def _statement(
        self, about: list[str], present: list[str], officer: Speaker
    ) -> tuple[str, Speaker | None, StatementKind]:
        claims = [self._filled(self._chance.choice(_WORDS["claims"]), about) for _ in range(self._chance.randint(1, 3))]
        which = self._chance.random()
        if which < 0.3:
            name = self._chance.choice(present)
            member = Speaker(as_printed=f"Councillor {name}", name=name, title="Councillor")
            asked = self._filled(self._chance.choice(_WORDS["questions"]), about)
            return f"{member.as_printed} asked {asked}.", member, "question"
        if which < 0.8:
            said = f"{officer.as_printed} {self._chance.choice(_WORDS['verbs'])} that {claims[0]}."
            return " ".join([said, *(f"They added that {claim}." for claim in claims[1:])]), officer, "answer"
        return " ".join(f"{claim[0].upper()}{claim[1:]}." for claim in claims), None, "report"

    def _filled(self, template: str, about: list[str]) -> str:
        chance = self._chance
        return template.format(
            thing=chance.choice(about), other=chance.choice(self.wards), place=chance.choice(self.wards),
            month=f"{chance.choice(_MONTHS)} {chance.randint(1990, 2025)}",
            share=chance.randint(3, 70),
            more=chance.randint(71, 99), many=chance.randint(60, 900), few=chance.randint(2, 48),
            money=chance.randint(11, 990), moved=chance.choice(("risen", "fallen")),
            pressure=chance.choice(_WORDS["pressures"]),
        )  # fmt: skip


def main() -> None:
    """Print records, one meeting a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for meeting in Council(asked.seed).meetings(asked.passages):
        sys.stdout.write(meeting.to_json() + "\n")


if __name__ == "__main__":
    main()
