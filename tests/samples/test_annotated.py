"""The annotations of the samples mark words that are printed exactly once."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from eval.attribution_gold import annotated_minutes


def test_every_anchor_is_printed_once_and_is_four_to_twelve_words(samples: Path) -> None:
    for path, gold in annotated_minutes(samples / "annotated"):
        text = path.read_text(encoding="utf-8")
        body = LexborHTMLParser(text).body if path.suffix == ".html" else None
        text = re.sub(r"\s+", " ", body.text() if body else text)
        for item in gold.items:
            statements = [statement.anchor for statement in item.statements]
            for anchor in (*statements, *item.no_speaker, *(one.anchor for one in item.decisions)):
                assert text.count(anchor) == 1, (path.name, anchor)
                assert 3 <= len(anchor.split()) <= 12, (path.name, anchor)


def test_three_sources_are_annotated(samples: Path) -> None:
    assert len(list(annotated_minutes(samples / "annotated"))) == 3
