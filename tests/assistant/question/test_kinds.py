"""Every rule fits its own example, and questions of everyday wording are of the kind that they ask for."""

import pytest

from assistant.question.kind_rules import RULES, Rule
from assistant.question.kinds import is_of_kind, kind_between, kind_of


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_a_rule_fits_its_example(rule: Rule) -> None:
    assert kind_of(rule.example) == rule.kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What was said about parking?", "said"),
        ("Why was the work late?", "said"),
        ("Why was the barn allowed?", "said"),
        ("How often has flooding come up?", "how_often"),
        ("When did the barn first come up?", "when"),
        ("And was it ever done?", "precedents"),
        ("When did they ask for the report on the wall, and when did they get it?", "precedents"),
        ("How far had it got by July 2024?", "precedents"),
        ("How many were for and how many against leaving it as it is?", "vote"),
        ("Who ran the licensing meeting in May?", "attendance"),
        ("Who led the debate while the usual chair was ill?", "attendance"),
        ("Who led the meeting with residents?", "who"),
        ("Did that happen?", "precedents"),
        ("Did the bar lose its licence?", "decided"),
        ("Who couldn't make the licensing meeting in May?", "attendance"),
        ("Were the rules for café tables settled in May?", "decided"),
        ("What conditions did they attach to the licence?", "decided"),
        ("What conditions were the children living in?", "said"),
        ("Was the September promise about the hardship claims kept?", "precedents"),
        ("Has the firm kept its word?", "precedents"),
        ("How many councillors were for turning the barn down?", "vote"),
        ("Which councillors opposed giving it all to housing?", "vote"),
        ("Which councillor opposed the barn?", "who"),
        ("When will the barn be discussed?", "said"),
        ("What were the declarations of interest in May?", "attendance"),
        ("In which year was the barn discussed?", "when"),
        ("Which Cabinet Member was missing in May?", "attendance"),
        ("Who took Mr Grey's seat on the board?", "attendance"),
        ("Which member had to leave the May school debate, and what was the connection?", "attendance"),
        ("Why did he have to go out for that one?", "attendance"),
        ("Why did she go out to the farm?", "said"),
        ("Who left the service?", "who"),
        ("Who moved house again and again?", "who"),
        ("Which community council was not represented?", "attendance"),
        ("Was the oak considered in the past?", "precedents"),
        ("Had she spoken to the school before?", "said"),
        ("Did they do it, and what did it show?", "precedents"),
        ("What happened when the Panel split down the middle on the oak?", "vote"),
        ("Did the pool get its money from Cabinet?", "decided"),
        ("Which choice was thrown out?", "decided"),
        ("Did the pool get busier?", "said"),
        ("What did the committee advise about pupils?", "decided"),
        ("How much did the roof cost?", "said"),
        ("What did residents complain about?", "said"),
        ("Who raised the towpath?", "who"),
        ("Which councillor asked about drains?", "who"),
        ("Was planning permission granted for the barn?", "decided"),
        ("What was resolved on the budget?", "decided"),
        ("Who moved the amendment?", "vote"),
        ("Who proposed it?", "vote"),
        ("Who proposed a new car park?", "who"),
        ("Was it carried unanimously?", "vote"),
        ("And the final count on the barn?", "vote"),
        ("Which member did not vote on the barn?", "vote"),
        ("Who replaced Mr Grey on the board in May?", "attendance"),
        ("Did the attempt to strike the barn out succeed?", "vote"),
        ("Who wanted the barn kept for a year, and how did it end?", "vote"),
        ("Who wanted the barn kept for a year?", "who"),
        ("Who wanted a stricter target, and did it pass?", "vote"),
        ("Which members didn't think the barn was needed?", "vote"),
        ("Who was absent from the Planning Committee in May?", "attendance"),
        ("Did anyone declare an interest?", "attendance"),
        ("Which people sat on the Grants Panel in May?", "attendance"),
        ("Who is chair of the Cabinet?", "attendance"),
        ("Who's the chairman now?", "attendance"),
        ("How many people attended the meeting in June?", "attendance"),
        ("When was damp first discussed?", "when"),
        ("Which committee dealt with the culvert?", "when"),
        ("How many times has the bypass been discussed?", "how_often"),
        ("How many decisions were taken on trees?", "count"),
        ("Has a speed limit come up before?", "precedents"),
        ("Was the report on allotments ever received?", "precedents"),
        ("What happened next?", "precedents"),
        ("Compare the views in May and June", "compare"),
        ("Summarise item 9", "summary"),
        ("List all decisions on libraries", "list"),
        ("Anything on schools?", "overview"),
        ("allotment rents", "overview"),
        ("why", "said"),
    ],
)
def test_the_kind_of_a_question(question: str, kind: str) -> None:
    assert kind_of(question) == kind


def test_words_of_the_kind_are_no_subject() -> None:
    assert is_of_kind("vote", "seconded")
    assert not is_of_kind("vote", "allotments")
    assert not is_of_kind("said", "motion")


@pytest.mark.parametrize(
    ("question", "learned", "kind"),
    [
        ("Was it tight on the pier lease?", {"vote": 0.8, "said": 0.2}, "vote"),
        ("Was it tight on the pier lease?", {"vote": 0.4, "said": 0.35, "who": 0.25}, "said"),
        ("What was said about the pier?", {"count": 0.9, "said": 0.1}, "said"),
        ("How did they vote on the amendment?", {"attendance": 0.9, "vote": 0.1}, "vote"),
        ("Who thought transfers passed costs down?", {"vote": 0.9, "said": 0.1}, "who"),
    ],
)
def test_what_was_learned_is_asked_where_the_rules_leave_it_open(
    question: str, learned: dict[str, float], kind: str
) -> None:
    assert kind_between(question, lambda _: learned) == kind
