"""What a printed form says of a person, and whom a short form means."""

import pytest

from ingest.first_names import MEN, WOMEN, gender_of
from ingest.people import Roster, initials_of, is_name, is_post, parse_speaker, printed_gender, surname
from ingest.records import Attendee, Speaker

ROSTER = Roster.of(
    [
        Attendee(name="Councillor Ann Hale", role="Chair"),
        Attendee(name="Councillor Bo Hale", role="Vice-Chair"),
        Attendee(name="Mr Barnaby Shand", role="Head of Highways"),
        Attendee(name="Dr Avi Bhatia"),
        Attendee(name="Councillor Cy Dunn", role="Chair", status="apologies"),
    ]
)


@pytest.mark.parametrize(
    ("printed", "name", "title", "role", "organisation"),
    [
        ("Councillor J Ockenden", "J Ockenden", "Councillor", None, None),
        ("Cllr. Mrs. P. Oakes", "P. Oakes", "Cllr. Mrs.", None, None),
        ("Hale, Jane (Cllr)", "Jane Hale", "Cllr", None, None),
        ("Hale, Jane", "Jane Hale", None, None, None),
        ("Captain Elspeth Rooney, Harbour Master", "Elspeth Rooney", "Captain", "Harbour Master", None),
        ("Mr Lee, St Stephen’s Parish", "Lee", "Mr", None, "St Stephen’s Parish"),
        ("Professor Sir Ian Hall", "Ian Hall", "Professor Sir", None, None),
        ("PC 4417 Dan Oakes", "Dan Oakes", "PC", None, None),
        ("Mayor Delgado", "Delgado", "Mayor", None, None),
        ("Councilmember Hughes", "Hughes", "Councilmember", None, None),
        ("Tony Arbour AM", "Tony Arbour", None, None, None),
        ("Cllr Jane Doe MBE", "Jane Doe", "Cllr", None, None),
        ("Orla", "Orla", None, None, None),
        ("The Chair", None, None, "Chair", None),
        ("The Lord Mayor", None, None, "Lord Mayor", None),
        ("the MSP Manager", None, None, "MSP Manager", None),
        ("Lady Mayoress", "Mayoress", "Lady", None, None),
        ("The Assistant Director (Safeguarding)", None, None, "Assistant Director (Safeguarding)", None),
        ("The Assistant Director (Care), Marcus Teague", "Marcus Teague", None, "Assistant Director (Care)", None),
        ("The Harbour Master, Captain Elspeth Rooney", "Elspeth Rooney", "Captain", "Harbour Master", None),
        ("The Doctor for Child Deaths, Dr S Haddad", "S Haddad", "Dr", "Doctor for Child Deaths", None),
        ("The Head of Leisure (Mr Iqbal)", "Iqbal", "Mr", "Head of Leisure", None),
        ("Planning Director Susan Cho", "Susan Cho", None, "Planning Director", None),
        ("Public Works Director Moore", None, None, "Public Works Director Moore", None),
        ("Dougal, the Parks Manager", "Dougal", None, "Parks Manager", None),
        ("Councillor Miriam Aldous, the Chair", "Miriam Aldous", "Councillor", "Chair", None),
        ("Rhona Finn (Lead, Kent LLP)", "Rhona Finn", None, "Lead", "Kent LLP"),
        ("Ms Catriona Sutherland, Manager (Transport)", "Catriona Sutherland", "Ms", "Manager (Transport)", None),
        ("Inspector Mo Farrant of the Policing Team", "Mo Farrant", "Inspector", None, "the Policing Team"),
        ("The structural engineer, Mr Amadou Sall of Bexley", "Amadou Sall", "Mr", "structural engineer", "Bexley"),
        ("Dr Moss, Director at Saltmere Trust", "Moss", "Dr", "Director", "Saltmere Trust"),
        ("Walter Block, 118 Pine Street", "Walter Block", None, None, None),
        ("a Member", None, None, None, None),
        ("officers", None, None, None, None),
    ],
)
def test_a_form_says_what_it_prints(
    printed: str, name: str | None, title: str | None, role: str | None, organisation: str | None
) -> None:
    assert parse_speaker(printed) == Speaker(
        as_printed=printed, name=name, title=title, role=role, organisation=organisation
    )


@pytest.mark.parametrize("name", ["Jane Hale", "J O’Neill", "Mary-Kate McKay", "Ludwig van der Meer"])
def test_names_are_names(name: str) -> None:
    assert is_name(name)
    assert not is_post(name)


@pytest.mark.parametrize("text", ["Head of Highways", "the chair", "2024", "Jane Hale, Clerk", ""])
def test_other_texts_are_no_names(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("the Chair", "Ann Hale"),
        ("the Vice-Chair", "Bo Hale"),
        ("Mr Shand", "Barnaby Shand"),
        ("Barnaby", "Barnaby Shand"),
        ("The Head of Highways", "Barnaby Shand"),
        ("AB", "Avi Bhatia"),
        ("Councillor A Hale", "Ann Hale"),
        ("Councillor Hale", None),
        ("Mrs Shand", None),
        ("Councillor C Hale", None),
        ("The Director of Place", None),
        ("ZZ", None),
    ],
)
def test_the_roster_tells_who_is_meant_or_nobody(printed: str, name: str | None) -> None:
    meant = ROSTER.meant_by(printed, parse_speaker(printed))
    assert (meant and meant.name) == name


def test_who_was_named_earlier_is_known_by_a_shorter_form() -> None:
    roster = Roster().having_met([parse_speaker("Dougal"), parse_speaker("Ms Rhona Finn, Engagement Lead")])
    roster = roster.having_met([parse_speaker("Dougal Reid, the Parks Manager"), parse_speaker("a Member")])
    assert {who.name for who in roster.met} == {"Dougal Reid", "Rhona Finn"}
    assert {"Dougal", "Reid", "Finn"} <= roster.calls()
    for printed, name in (("Dougal", "Dougal Reid"), ("the Parks Manager", "Dougal Reid"), ("Ms Finn", "Rhona Finn")):
        meant = roster.meant_by(printed, parse_speaker(printed))
        assert meant is not None
        assert meant.name == name


def test_two_of_one_surname_are_nobody_by_it() -> None:
    roster = Roster().having_met([parse_speaker("Anita Garside"), parse_speaker("Wilf Garside")])
    assert roster.meant_by("Councillor Garside", parse_speaker("Councillor Garside")) is None
    assert len(roster.having_met([parse_speaker("Councillor Garside")]).met) == 2
    meant = roster.meant_by("Mrs Garside", parse_speaker("Mrs Garside"))
    assert meant is not None
    assert meant.name == "Anita Garside"


def test_gender_is_printed_or_unknown() -> None:
    assert printed_gender("Mrs", "Hale") == "f"
    assert printed_gender("Councillor", "Harriet Hale") == "f"
    assert printed_gender(None, "Piers") == "m"
    assert printed_gender("Councillor", "Grace") is None
    assert gender_of("Robin") is None
    assert not WOMEN & MEN


def test_words_of_names() -> None:
    assert surname("J. Ockenden") == "Ockenden"
    assert initials_of("Avi Bhatia") == "AB"
