"""Abbreviations are learned from the records that explain them, and found either way."""

import pytest

from index import Library
from index.abbreviations import explained
from ingest.records import Speaker, StatementKind
from tests.index.conftest import item_of, meeting_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Manchester Safeguarding Partnership (MSP) reported", [("MSP", "Manchester Safeguarding Partnership")]),
        ("an education, health and care plan (EHCP) was", [("EHCP", "education health and care plan")]),
        ("the Department for Work and Pensions (the DWP)", [("DWP", "Department for Work and Pensions")]),
        ("Greater Manchester Police (“GMP”) and (Labour)", [("GMP", "Greater Manchester Police")]),
        ("Councillor Smith (LAB) and the plan (A)", []),
        ("(MSP) at the beginning", []),
    ],
)
def test_only_what_spells_an_abbreviation_out_explains_it(text: str, found: list[tuple[str, str]]) -> None:
    assert list(explained(text)) == found


def test_a_name_finds_its_abbreviation_and_the_other_way_round(empty: Library) -> None:
    said: list[list[tuple[str, Speaker | None, StatementKind]]] = [
        [("The Harrowmere Safeguarding Partnership (HSP) was formed.", None, "report")],
        [("The HSP had visited forty homes.", None, "report")],
        [("The Harrowmere Safeguarding Partnership had trained sixty carers.", None, "report")],
        [("The Harrowmere Partnership for Growth had visited forty firms.", None, "report")],
    ]
    items = [item_of(str(number), "Update", texts) for number, texts in enumerate(said)]
    empty.add([meeting_of("m", "Scrutiny Committee", None, *items)])
    assert empty.search("Whom did the Harrowmere Safeguarding Partnership visit?")[0].passage.item_id == "1"
    assert empty.search("Whom did the HSP train?")[0].passage.item_id == "2"
