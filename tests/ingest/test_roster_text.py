"""Attendance out of headed lists and prose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.draft import Block
from ingest.roster_entries import entries_in, is_entry
from ingest.roster_text import attendance_from_blocks

Line = tuple[str, str | None, str]

CASES: list[tuple[str | None, list[str], list[Line]]] = [
    (
        "Apologies and Substitutes",
        ["An apology was received from Councillor Hale, for whom Councillor Ida Dunn substituted."],
        [
            ("Councillor Hale", None, "apologies"),
            ("Councillor Ida Dunn", "Substitute for Councillor Hale", "substitute"),
        ],
    ),
    (
        None,
        ["Councillor Miriam Aldous, the Chair, apologised to Jaden."],
        [("Councillor Miriam Aldous", "Chair", "present")],
    ),
    (
        None,
        ["Members Present: Alderman Boyd", "Aldermen Fee and Hill"],
        [("Alderman Boyd", None, "present"), ("Alderman Fee", None, "present"), ("Alderman Hill", None, "present")],
    ),
    (None, ["Apologies were recieved from Cllr Moss."], [("Cllr Moss", None, "apologies")]),
    (None, ["Apologies had been sent by Superintendent Ada Lunt."], [("Superintendent Ada Lunt", None, "apologies")]),
    (
        None,
        ["Apologies for absence were received from Councillors Helen Moor and Afi Tull."],
        [("Councillor Helen Moor", None, "apologies"), ("Councillor Afi Tull", None, "apologies")],
    ),
    (
        None,
        ["Councillors Hale and Dunn had given their apologies."],
        [("Councillor Hale", None, "apologies"), ("Councillor Dunn", None, "apologies")],
    ),
    (
        None,
        ["Apologies: Cllr Moss (substitute: Cllr Nelson)"],
        [("Cllr Moss", None, "apologies"), ("Cllr Nelson", "Substitute for Cllr Moss", "substitute")],
    ),
    (
        None,
        ["Councillor Brown substituted for Councillor Green."],
        [
            ("Councillor Green", None, "apologies"),
            ("Councillor Brown", "Substitute for Councillor Green", "substitute"),
        ],
    ),
    (
        "Apologies for Absence",
        ["Councillors Hale and Dunn."],
        [("Councillor Hale", None, "apologies"), ("Councillor Dunn", None, "apologies")],
    ),
    (
        None,
        ["In attendance: Mrs B Hart (Clerk), County Councillor R Ames, PCSO Lee Whit and four members of the public"],
        [
            ("Mrs B Hart", "Clerk", "present"),
            ("County Councillor R Ames", None, "present"),
            ("PCSO Lee Whit", None, "present"),
        ],
    ),
    (
        None,
        ["Governors Present:", "Ida Hale (IH) - Chair", "Rev Tom Reed (TR)", "Apologies received from: Mo Dunn (MD)"],
        [("Ida Hale", "Chair", "present"), ("Rev Tom Reed", None, "present"), ("Mo Dunn", None, "apologies")],
    ),
    (
        None,
        ["Members Present: Ida Hale, Chair", "Members Absent: Mo Dunn", "Others Present: Al Orme, Town Clerk"],
        [("Ida Hale", "Chair", "present"), ("Mo Dunn", None, "absent"), ("Al Orme", "Town Clerk", "in_attendance")],
    ),
    (
        None,
        ["Present: Councillor Hale", "Regrets: Councillor Dunn"],
        [("Councillor Hale", None, "present"), ("Councillor Dunn", None, "apologies")],
    ),
    (
        None,
        ["Apologies were received and accepted from Cllr Moss (work) and Cllr Webb (illness)."],
        [("Cllr Moss", None, "apologies"), ("Cllr Webb", None, "apologies")],
    ),
    (None, ["Cathaoirleach: Cllr Seán Ó Briain"], [("Cllr Seán Ó Briain", "Chair", "present")]),
    (None, ["Apologies: None."], []),
    (None, ["There were no apologies."], []),
    (None, ["Apologies for lateness were received from Councillor Hale."], []),
    (None, ["Councillor Percival Nunn took the Chair."], [("Councillor Percival Nunn", "Chair", "present")]),
    (None, ["Councillor Nunn took the Chair for this item."], []),
    (None, ["Councillor Ada Rooke (Chair) was in the chair."], [("Councillor Ada Rooke", "Chair", "present")]),
    (None, ["Councillor Yusra Tull, in the Chair, welcomed Mr Orme."], [("Councillor Yusra Tull", "Chair", "present")]),
    (None, ["IN THE CHAIR: Councillor MacDonald"], [("Councillor MacDonald", "Chair", "present")]),
    (
        None,
        ["The Chair, Councillor Ada Rooke, proposed that a report be brought."],
        [("Councillor Ada Rooke", "Chair", "present")],
    ),
    (
        None,
        ["An apology was received from Councillor Ada Tull, and the Vice-Chair, Councillor Paskin, presided."],
        [("Councillor Ada Tull", None, "apologies"), ("Councillor Paskin", "Vice-Chair (in the Chair)", "present")],
    ),
    (
        None,
        ["Present: Cllr B Holt (Chair), Cllr Hey and Cllr Miss Vick."],
        [("Cllr B Holt", "Chair", "present"), ("Cllr Hey", None, "present"), ("Cllr Miss Vick", None, "present")],
    ),
    (
        None,
        [
            "PRESENT: Councillor J Hale (Chair)",
            "Councillors A Dunn, B Reed",
            "IN ATTENDANCE: Dr Lee, Director of Place, and Jane Smith (Clerk)",
        ],
        [
            ("Councillor J Hale", "Chair", "present"),
            ("Councillor A Dunn", None, "present"),
            ("Councillor B Reed", None, "present"),
            ("Dr Lee", "Director of Place", "in_attendance"),
            ("Jane Smith", "Clerk", "in_attendance"),
        ],
    ),
    (
        None,
        [
            "Present:",
            "Councillor Ada Hale (Chair) Councillor Dunn",
            "Officers: The Chief Fire Officer (Dermot Ask) and the Treasurer.",
        ],
        [
            ("Councillor Ada Hale", "Chair", "present"),
            ("Councillor Dunn", None, "present"),
            ("Dermot Ask", "Chief Fire Officer", "in_attendance"),
        ],
    ),
    (
        None,
        ["In attendance: Ada Ash (Mayor of Calder), Kim Lox (Director of Finance)"],
        [("Ada Ash", "Mayor of Calder", "present"), ("Kim Lox", "Director of Finance", "present")],
    ),
    (
        None,
        ["Sederunt: Convener – Councillor MacDonald; Councillors Ross and Munro"],
        [
            ("Councillor MacDonald", "Convener", "present"),
            ("Councillor Ross", None, "present"),
            ("Councillor Munro", None, "present"),
        ],
    ),
    (None, ["Councillor Hale was absent."], [("Councillor Hale", None, "absent")]),
    (None, ["Mr Orme said that he had met Mrs Reed and the Chair."], []),
]


@pytest.mark.parametrize(("title", "texts", "expected"), CASES)
def test_who_attended(title: str | None, texts: list[str], expected: list[Line]) -> None:
    found = attendance_from_blocks([Block(text) for text in texts], title)
    assert [(one.name, one.role, one.status) for one in found] == expected


def test_rows_of_a_table() -> None:
    rows = ["Name | Role | Attendance", "Councillor Ada Hale | Chair | Present", "Dr Lee | Adviser | Apologies"]
    found = attendance_from_blocks([Block(row, kind="row") for row in rows])
    assert [(one.name, one.role, one.status) for one in found] == [
        ("Councillor Ada Hale", "Chair", "present"),
        ("Dr Lee", "Adviser", "apologies"),
    ]


def test_a_heading_ends_a_list() -> None:
    blocks = [Block("Present:"), Block("Councillor Hale"), Block("Matters arising", kind="heading"), Block("Mr Moss")]
    assert [one.name for one in attendance_from_blocks(blocks)] == ["Councillor Hale"]


def test_nobody_is_listed_twice_and_roles_come_together() -> None:
    found = attendance_from_blocks(
        [Block("Present: Councillor Ada Hale, Cllr Moss"), Block("Ada Hale took the chair.")]
    )
    assert [(one.name, one.role) for one in found] == [("Councillor Ada Hale", "Chair"), ("Cllr Moss", None)]


def test_posts_without_a_name_are_nobody() -> None:
    assert entries_in("the Treasurer and the Monitoring Officer") == ()
    assert not is_entry("The Treasurer reported an underspend")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(alphabet=st.sampled_from("Cllr Hale,()and&;–-:| AMDr.\x0001"), max_size=80), max_size=6))
def test_any_text_is_taken(texts: list[str]) -> None:
    attendance_from_blocks([Block(text) for text in texts], texts[0] if texts else None)
