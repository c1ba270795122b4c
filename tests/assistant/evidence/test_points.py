"""From scored sentences to points: the best, their neighbours, whose words are asked for, what was told before."""

from dataclasses import replace

from assistant.evidence.points import point_at, points_of
from assistant.evidence.scoring import Scored
from assistant.evidence.sentences import sentences_of
from ingest.records import Decision, Item, Statement
from tests.assistant.evidence.conftest import HEAD


def test_the_best_sentence_leads_and_weak_ones_stay_out(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey", "Mr Grey said that ten trees were dead."),
        ("Mrs Lamb", "Mrs Lamb spoke of the benches by the pond."),
        ("Mr Hogg", "Mr Hogg said that trees cost forty pounds each."),
    )
    points = points_of(asked("What was said about trees?"), scored(item, 1.5, 0.4, 1.4))
    assert [point.text[:7] for point in points] == ["Mr Grey", "Mr Hogg"]


def test_a_sentence_that_leans_on_the_one_before_is_quoted_with_it(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey", "Mr Grey said that ten trees were dead. They would all be felled by the gardeners before winter.")
    )
    (point,) = points_of(asked("When will dead trees be felled?"), scored(item, 1.0, 1.5))
    assert point.text == item.minutes
    assert item.minutes[point.start : point.end] == point.text


def test_only_the_one_who_is_asked_for_is_quoted(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey", "Mr Grey said that ten trees were dead."), ("Mrs Lamb", "Mrs Lamb said that she had seen them.")
    )
    points = points_of(asked("What did Mrs Lamb say about trees?"), scored(item, 1.5, 0.8))
    assert [point.sentence.speakers[0].as_printed for point in points] == ["Mrs Lamb"]
    assert points_of(asked("What did Mrs Hogg say about trees?"), scored(item, 1.5, 0.8)) == []


def test_a_firm_is_not_another_firm(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey of Marsh Water", "Mr Grey of Marsh Water said that the works would cost £11m."),
        ("Mr Bray, the applicant’s agent", "Mr Bray, the applicant’s agent, said that ten homes were planned."),
    )
    question = asked("What did the operator say about the works?")
    assert [point.text for point in points_of(question, scored(item, 2.0, 1.0))][:1] == [item.statements[0].text]
    of_agent = points_of(asked("What did the developer say about homes?"), scored(item, 1.0, 1.2))
    assert [point.text for point in of_agent] == [item.statements[1].text]


def test_who_asks_for_an_answer_gets_the_answer_and_not_the_question(made_item, scored, asked) -> None:
    item = made_item(
        ("Mrs Lamb", "Mrs Lamb asked how many trees in the park were dead."),
        ("Mr Grey", "Mr Grey replied that there were ten of them now."),
    )
    told = points_of(asked("How many trees in the park are dead?"), scored(item, 1.6, 0.7))
    assert told[0].sentence.speakers[0].as_printed == "Mr Grey"
    asking = points_of(asked("Who asked how many trees were dead?"), scored(item, 1.6, 0.7))
    assert asking[0].sentence.speakers[0].as_printed == "Mrs Lamb"


def test_a_decision_is_preferred_where_decisions_are_asked_for(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey", "Mr Grey said that ten trees were dead."), decisions=(Decision(text="To fell ten dead trees."),)
    )
    assert points_of(asked("What was decided about trees?"), scored(item, 1.3, 1.1))[0].sentence.part == "decision"
    assert points_of(asked("What was said about trees?"), scored(item, 1.3, 1.1))[0].sentence.part == "minutes"


def test_what_the_reply_has_told_is_left_out_of_more(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey", "Mr Grey said that ten trees were dead."), ("Mrs Lamb", "Mrs Lamb said that they were ash trees.")
    )
    more = replace(
        asked("What else was said about trees?"), more=True, lean=0.9, reply=f"“{item.statements[0].text}” [1]"
    )
    assert [point.text[:8] for point in points_of(more, scored(item, 1.5, 1.2))] == ["Mrs Lamb"]


def test_no_sentences_give_no_points(asked) -> None:
    assert points_of(asked("What was said about trees?"), []) == []


def test_a_quote_that_begins_amid_a_sentence_is_widened_and_names_all_who_speak(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey", "Mr Grey proposed"), ("Mrs Lamb", ", and Mrs Lamb seconded, that the trees be felled.")
    )
    (point,) = points_of(asked("What was said about the trees?"), scored(item, 0.5, 1.5))
    assert point.text == item.minutes
    assert [speaker.as_printed for speaker in point.speakers] == ["Mr Grey", "Mrs Lamb"]


def test_what_one_person_says_in_a_run_is_one_quote(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey", "Mr Grey said that ten trees were dead. He blamed the gardeners and the long drought.")
    )
    (point,) = points_of(asked("Why were the trees dead?"), scored(item, 1.5, 1.0))
    assert point.text == item.minutes


def test_a_motion_named_by_its_mover_is_nobody_elses(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey", "Mr Grey moved that ten trees be felled, which Mrs Lamb seconded."),
        ("Mr Hogg", "Mr Hogg moved an amendment that they be kept."),
        (None, "The amendment found no seconder and fell."),
    )
    points = points_of(asked("Who seconded Mr Hogg's amendment?"), scored(item, 1.6, 1.4, 1.3))
    assert not any("Grey" in point.text for point in points)
    assert any("no seconder" in point.text for point in points)


def test_a_few_words_of_a_sentence_are_not_quoted_alone(made_item, scored, asked) -> None:
    item = made_item(("Mr Grey", "Mr Grey moved"), ("Mrs Lamb", ", and Mrs Lamb seconded, that the trees be felled."))
    points = points_of(asked("What did Mr Grey say about the trees?"), scored(item, 1.5, 0.5))
    assert [point.text for point in points if point.text == "Mr Grey moved"] == []


def test_whom_others_opposed_is_not_quoted_against_himself(made_item, scored, asked) -> None:
    item = made_item(
        ("Mr Grey", "Mr Grey said that all trees should be felled."),
        ("Mrs Lamb", "Mrs Lamb said that trees should stay where they stood."),
    )
    points = points_of(asked("Did anyone disagree with Mr Grey on trees?"), scored(item, 1.5, 1.2))
    assert [point.sentence.speakers[0].as_printed for point in points] == ["Mrs Lamb"]
    first = points_of(asked("Did Mr Grey want trees felled?"), scored(item, 1.5, 1.2))[0]
    assert first.sentence.speakers[0].as_printed == "Mr Grey"


def test_a_motion_is_told_with_what_became_of_it(made_item, scored, asked) -> None:
    moved = ("Mr Grey", "Mr Grey moved that ten trees be felled, seconded by Mrs Lamb.")
    lost = (None, "The motion was lost by 2 votes to 5.")
    item = made_item(moved, ("Mr Hogg", "Mr Hogg said that trees cost forty pounds each."), lost)
    held = scored(item, 1.5, 1.4, 0.3)
    told = [point.text for point in points_of(asked("Are ten trees to go?"), held)]
    assert told == [moved[1], lost[1], item.statements[1].text]
    told = [point.text for point in points_of(asked("How many trees did he want felled?"), held)]
    assert told == [moved[1], item.statements[1].text, lost[1]]
    assert lost[1] not in [point.text for point in points_of(asked("What did Mr Grey say about trees?"), held)]


def test_what_is_no_motion_has_no_outcome(made_item, scored, asked) -> None:
    item = made_item(("Mr Grey", "Mr Grey said that ten trees were dead."), (None, "The motion was lost by 2 votes."))
    assert [point.text for point in points_of(asked("Are ten trees to go?"), scored(item, 1.5, 0.3))] == [
        item.statements[0].text
    ]


def test_what_stands_behind_a_colon_is_quoted_with_it(asked) -> None:
    lead, lines = "On a show of hands there voted:", "for Mrs Lamb 4\nfor Mr Grey 3"
    minutes = f"{lead}\n\n{lines}"
    said = (Statement(start=0, end=len(lead), text=lead, kind="procedure", speakers=()),)
    item = Item(id="i1", title="Trees", minutes=minutes, statements=said)
    (sentence,) = sentences_of(HEAD, item)
    point = point_at(Scored(sentence, 1.0, 0.5, 0.5, 0.5, 0.5, 0.3, 0.5))
    assert point.text == minutes == item.minutes[point.start : point.end]
