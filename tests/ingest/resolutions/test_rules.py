"""Every rule finds its own example, and does not find what looks like it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.resolutions import acts, movers, outcomes
from ingest.resolutions.acts import Act, act_of


@pytest.mark.parametrize("rule", acts.RULES, ids=lambda rule: rule.example)
def test_a_sentence_does_what_its_rule_says(rule: acts.Rule) -> None:
    assert act_of(rule.example, begins_paragraph=True) == rule.act


@pytest.mark.parametrize("rule", movers.RULES, ids=lambda rule: rule.example)
def test_a_word_order_names_its_person(rule: movers.Rule) -> None:
    assert movers.named(rule.part, rule.example) == rule.who


@pytest.mark.parametrize(("outcome", "example"), [(outcome, example) for outcome, _, example in outcomes.RULES])
def test_an_outcome_is_read_from_its_words(outcome: str, example: str) -> None:
    assert outcomes.outcome_of(example) == outcome


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("On being put to the vote the amendment was declared LOST, there being 3 votes for and 6 against.", "result"),
        ("Motion CARRIED.", "result"),
        ("Unanimous.", "result"),
        ("All in favour.", "result"),
        ("The proposal fell.", "result"),
        ("(Moved by Councillor Hale; 8 for, 1 against.)", "movers"),
        ("(Proposed by Councillor Hale, seconded by Councillor Dunn and agreed without a vote.)", "movers"),
        ("Moved by: Councillor Lopez", "movers"),
        ("Mr Gough moved, Mr Gibb seconded the motion.", "movers"),
        ("An amendment to delete the charge was moved by Councillor Hale and seconded by Councillor Dunn.", "motion"),
        ("Councillor Hale moved, and Councillor Dunn seconded, that no change be made.", "motion"),
        ("For 7, Against 0, Abstentions 1.)", "tally"),
        ("A recorded vote was requested and taken as follows:", "tally"),
        ("Against: Councillors Nunn, Quill and Trick (3)", "tally"),
        ("Councillors Crow and Mist voted in favour.", "tally"),
        ("Councillor Mist abstained.", "tally"),
        ("The vote having been tied at two each, the Chair used her casting vote against.", "tally"),
        ("IT WAS RESOLVED that the accounts be approved.", "resolution"),
        ("AGREED without division and it was RESOLVED that the plan be adopted.", "resolution"),
        ("Cabinet RESOLVED to acquire the land.", "resolution"),
        ("RECOMMENDED: that the rate be set.", "resolution"),
        ("CONCLUDED that the report be noted.", "resolution"),
        ("That the Minutes of the meeting held on 7 June, as circulated, be confirmed.", "resolution"),
        ("THAT By-law 2023-14 be given third reading.", "resolution"),
        ("The minutes of 7 June 2023 were agreed.", "resolution"),
        ("Council resolved to adopt the plan.", "resolution"),
        ("On a motion by Ms. Carr, seconded by Mr. Ives, the Board voted 2-0-1 to transfer $6,200.", "resolution"),
        (
            "Councillor Hale Moved, Councillor Dunn Seconded and the Council Resolved that the plan be adopted.",
            "resolution",
        ),
        ("On the proposal of Cllr Hale, seconded by Cllr Dunn, it was agreed that the grant be paid.", "resolution"),
        ("Decicion:", "heading"),
        ("RESOLVED: That the Committee:-", "resolution"),
        ("It was therefore RESOLVED:", "heading"),
        ("AGREED:", "heading"),
        ("Recommended –", "heading"),
        ("The Committee agreed to receive a further report.", "agreement"),
        ("Members agreed that the charge should be dropped.", "agreement"),
        ("Consideration of the application was deferred.", "agreement"),
        ("Alternative options considered", "reasons"),
    ],
)
def test_what_other_sentences_do(sentence: str, act: Act) -> None:
    assert act_of(sentence, begins_paragraph=True) == act


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor Bass agreed with the officer.",
        "Members agreed that the service was good.",
        "A member of the Committee agreed to write.",
        "The Committee noted that 62 new cases had been opened and 71 closed.",
        "It was noted that the next meeting would take place in May.",
        "Councillor Dunn seconded the motion.",
        "The motion was seconded by the Leader, who reserved her right to speak.",
        "Councillor Hale asked that her vote against be recorded.",
        "A vote was not taken.",
        "The question standing in the name of Councillor Hale was not put.",
        "Before the substantive vote the Vice-Chair reminded the Committee that it could only recommend.",
        "Councillor Hale moved an amendment to remove the charge.",
        "Councillor Hale proposed going out to tender but there was no seconder and the proposal fell.",
        "Councillor Hale indicated that, his amendment having been lost last year, he would abstain.",
        "MATTERS REFERRED FROM COUNCIL",
        "DECLARATIONS OF INTEREST",
        "Amendment 1",
        "The substantive motion",
        "The report recommended that the lease be granted.",
        "Apologies were received and noted.",
        "She said that it had been carried out in March.",
        "",
    ],
)
def test_what_does_nothing_for_a_decision(sentence: str) -> None:
    assert act_of(sentence, begins_paragraph=True) is None


@settings(max_examples=400, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("Cllr Hale moved,seconded by RESOLVED that (1) agreed.:;–-\n0ÉT"), max_size=300)
)
def test_any_sentence_is_taken(text: str) -> None:
    act_of(text, begins_paragraph=True)
    movers.namings(text)
    outcomes.outcome_of(text)


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "A ",
        "Councillor Hale felt ",
        "The Director for A and B of C ",
        "moved by A, ",
        "the Committee, x, ",
        "(",
        "that be ",
        "it was ",
        "motion was ",
        "carried who proposed it ",
    ],
)
def test_long_sentences_take_no_longer_than_they_should(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    started = time.perf_counter()
    act_of(text, begins_paragraph=True)
    movers.namings(text[:4000])
    outcomes.outcome_of(text[:4000])
    assert time.perf_counter() - started < 2
