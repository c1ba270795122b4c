"""What minutes leave out of a vote is told as left out, and nothing that they print is called missing."""

import pytest

from assistant.evidence.points import point_at
from assistant.evidence.votes import unprinted


@pytest.mark.parametrize(
    ("question", "printed", "missing"),
    [
        ("Who voted against the market?", "The market was approved by 3 votes to 1.", "voters"),
        ("Which two Members abstained on the market?", "The motion was carried, 5 for, 2 abstaining.", "voters"),
        ("How did Councillor Grey vote on the market?", "RESOLVED by 3 votes to 1 that it be approved.", "voters"),
        (
            "Who voted against the market?",
            "Hours for the market (Committee Room) were agreed by 3 votes to 1.",
            "voters",
        ),
        ("Who voted against the market?", "Seconded by Councillor Lamb and declared lost, 2 voting for it.", "voters"),
        ("Who voted against the market?", "Votes for the amendment: Councillors Lamb and Grey, 2 to 5.", None),
        ("Who voted against the market?", "Carried by 3 votes to 1, Councillor Grey dissenting.", None),
        ("Which member did not vote on the market?", "Carried by 3 votes to 1; Councillor Grey did not vote.", None),
        ("Which member did not vote on the market?", "Carried by 3 votes to 1.", "voters"),
        ("Who voted against the market?", "On a recorded vote: For: Councillors Lamb and Hogg; Against: Grey.", None),
        ("Who abstained on the market?", "The Board voted 2-0-1 (Mr. Dole abstaining) to approve it.", None),
        ("Who voted against the market?", "It was carried, and Mrs Lamb asked for her vote to be recorded.", None),
        ("How did the panel vote on the market?", "RESOLVED by 3 votes to 1 that it be approved.", None),
        (
            "Who seconded the market motion?",
            "Councillor Lamb moved that it be approved; carried by 3 votes to 1.",
            "seconder",
        ),
        ("Who seconded the market motion?", "Moved by Councillor Lamb, seconded by Mr Hogg and carried.", None),
        ("How many voted for the market?", "The motion was put to the vote and carried.", "count"),
        ("How many voted for the market?", "The motion was carried nem con.", None),
        ("How many voted for the market?", "The motion was carried, three to one.", None),
        ("How was the vote on the market?", "The Committee noted the report on the market.", "vote"),
        ("What was said about the market?", "The Committee noted the report on the market.", None),
    ],
)
def test_only_what_is_not_printed_is_missing(
    made_item, scored, asked, question: str, printed: str, missing: str | None
) -> None:
    found = scored(made_item((None, printed)), 1.0)
    told = unprinted(asked(question), [point_at(found[0])], found)
    assert (told[0] if told else None) == missing


@pytest.mark.parametrize(
    ("question", "said", "missing"),
    [
        ("Why did Mr Grey vote against the market?", [("Mr Grey", "Mr Grey asked that his vote be recorded.")], True),
        (
            "What reasons did Mr Grey give for seconding the market?",
            [("Mr Grey", "Mr Grey seconded the motion.")],
            True,
        ),
        ("Why did two members abstain on the market?", [(None, "It was carried by 3 votes, with 2 abstaining.")], True),
        (
            "Why did Mr Grey abstain on the market?",
            [(None, "Carried, Mr Grey abstaining because he sells there.")],
            False,
        ),
        (
            "Why did Mr Grey vote against the market?",
            [("Mr Grey", "Mr Grey feared for the shops."), (None, "It was carried by 3 votes to 1.")],
            False,
        ),
        ("Why did Mr Grey want a smaller market?", [("Mr Grey", "Mr Grey moved that the market be halved.")], True),
        ("Why was Mr Grey given a stall?", [("Mr Grey", "Mr Grey moved that the market be halved.")], False),
        ("Why did Mr Grey go?", [("Mrs Lamb", "Mrs Lamb said that he had to go home.")], False),
        ("Why did one member dissent?", [(None, "Mr Grey voted against, saying that the shops would close.")], False),
        ("Why did the vote take so long?", [(None, "The vote took an hour.")], False),
        ("Why was the second market moved?", [(None, "The second market was moved to the green by 3 votes.")], False),
    ],
)
def test_why_somebody_voted_so_is_told_or_missing(made_item, scored, asked, question, said, missing: bool) -> None:
    found = scored(made_item(*said), *[1.0] * len(said))
    told = unprinted(asked(question), [point_at(found[0])], found)
    assert (told is not None and told[0] == "reasons") is missing
