"""Each rule of attribution finds its own example, and does not find what looks like it."""

import pytest

from ingest.attribution import impersonal
from ingest.attribution.asides import asides
from ingest.attribution.askers import asker_in
from ingest.attribution.cast import Cast
from ingest.attribution.joints import clauses_of
from ingest.attribution.mentions import mention_at
from ingest.attribution.person import printed_form
from ingest.attribution.predicates import predicate_at
from ingest.attribution.written import label_of
from ingest.people import Roster
from ingest.records import Attendee


@pytest.mark.parametrize("rule", impersonal.RULES, ids=lambda rule: rule.example)
def test_what_nobody_said_is_found_by_its_rule(rule: impersonal.Impersonal) -> None:
    assert rule.pattern.match(rule.example)
    assert impersonal.impersonal_kind(rule.example) is not None
    assert [clause.said for clause in clauses_of(rule.example, ())] == ["nobody"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor Hale was concerned.",
        "Officers advised that it had been agreed.",
        "It had not rained since May.",
        "The road would be closed.",
    ],
)
def test_other_sentences_are_not_impersonal(sentence: str) -> None:
    assert impersonal.impersonal_kind(sentence) is None


@pytest.mark.parametrize(
    ("text", "kind", "core"),
    [
        ("Councillor J Ockenden said", "person", "Councillor J Ockenden"),
        ("Detective Superintendent Chris Downey from GMP said", "person", "Detective Superintendent Chris Downey"),
        ("PC 4417 Dan Oakes said", "person", "PC 4417 Dan Oakes"),
        ("Police Sergeant Adele Reed, from the team, said", "person", "Police Sergeant Adele Reed"),
        ("Mayor Delgado opened", "person", "Mayor Delgado"),
        ("Councillors Abiola and Finch asked", "person", "Councillors Abiola and Finch"),
        ("Mr and Mrs Cantrip said", "person", "Mr and Mrs Cantrip"),
        ("Mary-Kate O’Dowd said", "person", "Mary-Kate O’Dowd"),
        ("Rachel, Tom and Karen responded", "person", "Rachel, Tom and Karen"),
        ("the MSP Manager advised", "post", "the MSP Manager"),
        ("The Head of Legal, Democratic and Property Services said", "post", None),
        ("The Assistant Director (Safeguarding and Practice) said", "post", None),
        ("The Harbour Master, Captain Elspeth Rooney, said", "post", "The Harbour Master"),
        ("Public Works Director Moore stated", "post", "Public Works Director Moore"),
        ("the business manager noted", "post", "the business manager"),
        ("The applicant’s agent said", "post", "The applicant’s agent"),
        ("a Member asked", "generic", "a Member"),
        ("Another Member asked", "generic", "Another Member"),
        ("Panel Members asked", "generic", "Panel Members"),
        ("Officers explained", "generic", "Officers"),
        ("A resident of Mill Lane said", "generic", "A resident of Mill Lane"),
        ("The Scrutiny Committee felt", "body", "The Scrutiny Committee"),
        ("She added", "pronoun", "She"),
    ],
)
def test_a_phrase_means_somebody(text: str, kind: str, core: str | None) -> None:
    mention = mention_at(text, 0)
    assert mention is not None
    assert (mention.kind, mention.core) == (kind, core or text.rsplit(" ", 1)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Monday was wet",
        "The weather was wet",
        "Highways had closed it",
        "Appendix A showed",
        "The Head of Planning’s report",
        "Option 2 was best",
        "Orla said",
        "3 people said",
        "",
    ],
)
def test_other_phrases_mean_nobody(text: str) -> None:
    assert mention_at(text, 0) is None


def test_a_bare_name_counts_when_it_is_known() -> None:
    assert mention_at("Orla said", 0, {"Orla"}) is not None


def test_what_stands_beside_a_name_may_belong_to_it() -> None:
    text = "Mr Lee (Clerk) from GMP, who was late, said"
    mention = mention_at(text, 0)
    assert mention is not None
    assert [text[:end] for end in asides(text, mention)][:3] == ["Mr Lee", "Mr Lee (Clerk)", "Mr Lee (Clerk) from GMP"]
    assert printed_form("Mr Lee, Head of Parks, who was late,") == "Mr Lee, Head of Parks"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (" asked whether", "asked"),
        (" wished to know if", "asked"),
        (" replied that", "answered"),
        (" briefly outlined", "said"),
        (" moved an", "moved"),
        (" was concerned that", "stance"),
        (" was of the view", "stance"),
        (" did not dispute it", "said"),
        (" left the meeting", "silent"),
        (" took no part", "silent"),
        (" declared an interest", "silent"),
        (" was thanked for", "passive"),
        (" has placed a ridge", "earlier"),
        (" gazed at him", "other"),
    ],
)
def test_a_verb_is_an_act(text: str, act: str) -> None:
    predicate = predicate_at(text, 0)
    assert predicate is not None
    assert predicate.act == act


@pytest.mark.parametrize("text", [" of the", " and", " that", " Council", "", ", who"])
def test_other_words_are_no_verbs(text: str) -> None:
    assert predicate_at(text, 0) is None


@pytest.mark.parametrize(
    ("frame", "asker"),
    [
        ("In response to a question from the Chair about staffing, ", "the Chair"),
        ("In response to Councillor Thole’s question, ", "Councillor Thole"),
        ("In answer to a question put by Mr Lee on 4 May, ", "Mr Lee"),
        ("Asked by Mrs Jowett if it could be replenished, ", "Mrs Jowett"),
        ("Following a query by a Member, ", "a Member"),
        ("In reply to her, ", "her"),
    ],
)
def test_a_frame_names_the_asker(frame: str, asker: str) -> None:
    found = asker_in(frame, ())
    assert found is not None
    assert found.core == asker


@pytest.mark.parametrize("frame", ["At this point, ", "In response, ", "In response to the report, ", "In May, "])
def test_other_frames_name_nobody(frame: str) -> None:
    assert asker_in(frame, ()) is None


@pytest.mark.parametrize(
    ("text", "side", "by", "to"),
    [
        ("Question 1 from Mr Ely to the Leader: When?", "question", "Mr Ely", "the Leader"),
        ("Question from Councillor Fensome to the Mayor:", "question", "Councillor Fensome", "the Mayor"),
        ("Written response: In June.", "answer", None, None),
        ("Response from Councillor Hesketh-Bowen: In June.", "answer", "Councillor Hesketh-Bowen", None),
        ("Response from the Leader - In June.", "answer", "the Leader", None),
        ("Response from the Leader: In June.", "answer", "the Leader", None),
        ("Answer: In June.", "answer", None, None),
    ],
)
def test_a_label_tells_who_asks_whom(text: str, side: str, by: str | None, to: str | None) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.side, label.by, label.to) == (side, by, to)


@pytest.mark.parametrize("text", ["Questions were asked.", "A – the first option", "Answering this, he said", "Q"])
def test_other_beginnings_are_no_labels(text: str) -> None:
    assert label_of(text) is None


def test_two_people_are_never_made_one() -> None:
    cast = Cast(Roster())
    anita, wilf = (
        cast.meet("Councillor Anita Garside", "Councillor Anita Garside"),
        cast.meet("Wilf Garside", "Wilf Garside"),
    )
    third = cast.meet("Councillor Garside", "Councillor Garside")
    assert len({id(person) for person in (anita, wilf, third)}) == 3
    assert cast.meet("Ms Garside", "Ms Garside") is not wilf


def test_one_person_has_many_forms() -> None:
    cast = Cast(Roster.of([Attendee(name="Councillor Ann Hale", role="Chair")]))
    chair = cast.meet("The Chair", "The Chair")
    assert chair.name == "Ann Hale"
    assert cast.meet("Councillor Hale", "Councillor Hale") is chair
    officer = cast.meet("Mr Shand", "Mr Shand, Head of Highways")
    assert cast.meet("The Head of Highways", "The Head of Highways") is officer
    assert officer.fullest() == "Mr Shand, Head of Highways"


def test_a_pronoun_means_the_last_who_can_be_meant() -> None:
    cast = Cast(Roster())
    him, her = cast.meet("Mr Lee", "Mr Lee"), cast.meet("Mrs Day", "Mrs Day")
    cast.spoke(him)
    cast.spoke(her)
    assert cast.meant_by("he") is him
    assert cast.meant_by("She") is her
    assert cast.meant_by("she", besides=her) is None
    assert cast.meant_by("they") is None
    cast.forget_speakers()
    assert cast.meant_by("he") is None


def test_who_is_asked_and_answers_in_one_sentence_speaks_it() -> None:
    asked = "He was asked by Councillor Lee for the number of officers and gave the answer as six."
    (clause,) = clauses_of(asked, ())
    assert (clause.said, clause.subject_is_pronoun) == ("voice", True)
    assert clause.asker is not None
    assert clause.asker.core == "Councillor Lee"
