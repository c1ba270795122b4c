"""When a produced speaker is the annotated person."""

import pytest

from eval.attribution_match import are_persons, holds, is_person
from ingest.records import Speaker


@pytest.mark.parametrize(
    ("printed", "form", "same"),
    [
        ("the Chair", "The Chair", True),
        ("Chair", "the Chair", True),
        ("Ms Dacre, Healthwatch", "Ms Dacre", True),
        ("Ms Finnister (Engagement Lead)", "Ms Finnister", True),
        ("The Director of Place, Barnaby Shand", "Barnaby Shand", True),
        ("Matron Farrimond from Harrowmere Hospitals Trust", "Matron Farrimond", True),
        ("the Vice-Chair", "the Chair", False),
        ("Councillor Stroudley", "Councillor Stroud", False),
        ("Councillor M Ockenden", "Councillor J Ockenden", False),
        ("chair", "Chair", False),
        ("Mr Shand and Ms Dacre", "Mr Shand", False),
    ],
)
def test_forms_of_a_person(printed: str, form: str, same: bool) -> None:
    assert is_person(Speaker(as_printed=printed), [form]) is same


def test_all_speakers_must_be_right_and_no_more() -> None:
    two = [Speaker(as_printed="Orla"), Speaker(as_printed="Crispian")]
    assert are_persons(two, [["Crispian Yule", "Crispian"], ["Orla"]])
    assert not are_persons(two, [["Orla"]])
    assert not are_persons(two[:1], [["Orla"], ["Crispian"]])
    assert are_persons([], [])


def test_white_space_does_not_count() -> None:
    assert holds("felling\u00a0of\n 340  trees", "felling of 340 trees")
    assert not holds("Felling of 340 trees", "felling of 340")
