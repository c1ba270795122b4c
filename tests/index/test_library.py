"""The door: what goes in comes out again, by its words, its meaning, its people, its dates."""

from datetime import date
from pathlib import Path

import pytest

from index import Filters, IndexSettings, Library
from index.errors import LibraryKindDiffers, LibraryMissing, LibraryTooNew, NotALibrary, RecordMissing, Unsearchable
from index.schema import BOOK, VERSION, connect
from ingest.records import Item, Meeting
from tests.index.conftest import DIRECTOR, OKAFOR, Reading, Unread, council, item_of, meeting_of


def reading(*meetings: Meeting, path: str = "minutes.html") -> Reading:
    return Reading(Path(path), meetings)


def test_every_passage_is_a_slice_of_its_item(library: Library) -> None:
    for head, item in library.items():
        for passage in library.passages(item.id, head.id):
            if passage.start is not None:
                assert item.minutes[passage.start : passage.end] == passage.text
            else:
                assert passage.text in {item.agenda_text, *(decision.text for decision in item.decisions)}


def test_records_come_out_as_they_went_in(library: Library) -> None:
    for meeting in council():
        assert library.meeting(meeting.id) == meeting


def test_a_question_finds_the_statement_and_says_where_it_comes_from(library: Library) -> None:
    first = library.search("What was said about co-sleeping?")[0]
    assert "midwives raised the dangers of co-sleeping" in first.passage.text or "Okafor asked" in first.passage.text
    assert (first.meeting.id, first.item_number, first.item_title) == ("cyp-1", "5", "Safeguarding annual report")
    assert first.rank == 1
    assert 0 < first.score <= 1


def test_other_words_of_the_same_meaning_find_it(library: Library) -> None:
    assert library.search("repairing holes in the street surface")[0].passage.item_id == "env-1-3"


def test_questions_asked_together_find_what_each_finds_alone(library: Library) -> None:
    queries = ["dangers of co-sleeping", "What did Superintendent Downey say?", "dangers of co-sleeping"]
    assert library.search_each(queries, 5) == [library.search(query, 5) for query in queries]


def test_items_come_with_how_near_each_of_their_passages_is(library: Library) -> None:
    question = "dangers of co-sleeping"
    hit = library.search(question)[0]
    [(head, item, near)] = library.items_and_nearness([(hit.passage.meeting_id, hit.passage.item_id)], question)
    passages = library.passages(item.id, head.id)
    assert (head, item.id) == (hit.meeting, hit.passage.item_id)
    assert near.shape == (len(passages),)
    assert passages[int(near.argmax())].text == hit.passage.text


def test_a_speaker_is_found_by_name(library: Library) -> None:
    assert library.search("What did Superintendent Downey say?")[0].passage.speakers[0].name == "Ruth Downey"


@pytest.mark.parametrize("query", ["Superintendant Downey", "the safegaurding partnership", "an anual report"])
def test_a_slip_of_the_pen_finds_what_was_meant(library: Library, query: str) -> None:
    assert library.search(query)[0].meeting.id == "cyp-1"


def test_what_fits_scores_higher_than_what_does_not(library: Library) -> None:
    fitting = library.search("dangers of co-sleeping")[0].score
    assert library.search("procurement of nuclear submarines")[0].score < 0.5 * fitting


def test_machinery_ranks_below_substance_unless_it_is_asked_for(library: Library) -> None:
    assert library.search("Which apologies for absence were received?")[0].passage.item_id == "cyp-1-1"
    ranked = [
        hit.passage.item_id for hit in library.search("What did the Committee hear from Lindqvist on safeguarding?")
    ]
    assert ranked.index("cyp-1-5") < ranked.index("cyp-1-1")


def test_a_reply_is_found_by_the_question_that_it_answers(empty: Library) -> None:
    said = [
        ("The Director of Place presented the roads report.", DIRECTOR, "report"),
        ("Councillor Okafor asked how large the backlog of road repairs had become.", OKAFOR, "question"),
        ("He was sorry to say that it had grown to £47m.", DIRECTOR, "answer"),
        ("Street lights on the main roads would be replaced.", None, "report"),
        ("Road repairs were carried out by two contractors.", None, "report"),
    ]
    empty.add([meeting_of("env-9", "Environment Committee", date(2024, 9, 24), item_of("9", "Roads", said))])
    assert "£47m" in empty.search("How big was the backlog of road repairs?")[0].passage.text


def test_a_meeting_on_the_day_that_is_asked_about_comes_first(empty: Library) -> None:
    for year in (2022, 2023, 2024):
        said = [("The Head of Housing said that damp homes were inspected within ten days.", None, "report")]
        empty.add([meeting_of(f"h-{year}", "Housing", date(year, 3, 8), item_of("1", "Damp", said))])  # type: ignore[arg-type]
    for year in (2022, 2023, 2024):
        assert empty.search(f"How soon were damp homes inspected in March {year}?")[0].meeting.id == f"h-{year}"


@pytest.mark.parametrize(
    ("filters", "meetings"),
    [
        (Filters(committee="environment"), ["env-1", "env-2"]),
        (Filters(organisation="HARROWMERE"), ["env-1", "cyp-1", "env-2", "loose"]),
        (Filters(date_from=date(2023, 1, 1)), ["cyp-1", "env-2"]),
        (Filters(date_to=date(2023, 3, 8)), ["env-1", "cyp-1"]),
        (Filters(speaker="downey"), ["cyp-1"]),
        (Filters(speaker="okafor", date_to=date(2022, 12, 31)), ["env-1"]),
        (Filters(committee="Planning"), []),
    ],
)
def test_filters_narrow_everything(library: Library, filters: Filters, meetings: list[str]) -> None:
    assert [head.id for head in library.meetings(filters)] == meetings
    assert {hit.meeting.id for hit in library.search("report about roads and children", 50, filters)} <= set(meetings)
    assert {head.id for head, _ in library.items(filters)} == set(meetings)
    assert library.overview(filters).meetings == len(meetings)


def test_a_speaker_filter_leaves_only_what_that_speaker_said_or_was_answered(library: Library) -> None:
    hits = library.search("child protection teams", 50, Filters(speaker="Ruth Downey"))
    assert [hit.passage.speakers[0].name for hit in hits] == ["Ruth Downey"]


def test_people_and_overview_count_what_is_held(library: Library) -> None:
    people = {person.name: person for person in library.people()}
    assert (people["Ruth Downey"].meetings, people["Ruth Downey"].statements) == (1, 1)
    assert people["Lindqvist"].status == "apologies"
    held = library.overview()
    assert (held.meetings, held.items, held.decisions, held.undated) == (4, 5, 1, 1)
    assert (held.first, held.last) == (date(2022, 11, 2), date(2023, 9, 20))
    assert held.committees == ("Children and Young People Scrutiny Committee", "Environment Committee")


def test_the_same_source_again_changes_nothing(library: Library) -> None:
    before = library.search("potholes")
    report = library.ingest([Reading(Path(f"{meeting.id}.html"), (meeting,)) for meeting in council()])
    assert [source.outcome for source in report.sources] == ["unchanged"] * 4
    assert library.search("potholes") == before


def test_a_changed_source_replaces_its_records(library: Library) -> None:
    old = council()[1]
    new = old.model_copy(
        update={"items": (item_of("env-1-3", "Highways", [("Gritting was discussed.", None, "discussion")]),)}
    )
    report = library.ingest([Reading(Path("env-1.html"), (new,))])
    assert report.sources[0].outcome == "replaced"
    assert library.meeting("env-1") == new
    assert all("Mill Lane" not in hit.passage.text for hit in library.search("Mill Lane potholes", 50))
    assert library.search("gritting")[0].passage.text == "Gritting was discussed."


def test_what_a_source_gives_no_more_is_removed(empty: Library) -> None:
    first, second, *_ = council()
    empty.ingest([reading(first, second)])
    report = empty.ingest([reading(first)])
    assert (report.sources[0].outcome, report.sources[0].removed) == ("replaced", 1)
    assert [head.id for head in empty.meetings()] == [first.id]


def test_an_unread_source_is_skipped_with_its_reason(empty: Library) -> None:
    report = empty.ingest([Unread(Path("scan.pdf"), "It is a scan."), reading(council()[0])])
    assert [(source.outcome, source.reason) for source in report.sources] == [
        ("skipped", "It is a scan."),
        ("added", None),
    ]
    assert report.count("added") == 1


def test_removing_works_by_meeting_and_by_source(library: Library) -> None:
    assert library.remove(meeting_id="cyp-1") == 1
    assert library.remove(source="env-1.html") == 1
    assert library.remove(meeting_id="cyp-1") == 0
    assert {head.id for head in library.meetings()} == {"env-2", "loose"}
    assert {hit.meeting.id for hit in library.search("co-sleeping potholes", 50)} <= {"env-2", "loose"}


def test_one_id_from_different_sources_loses_no_record(empty: Library) -> None:
    one, other = council()[0], council()[1].model_copy(update={"id": "cyp-1"})
    empty.ingest([reading(one, path="a/minutes.html")])
    report = empty.ingest([reading(other, path="b/minutes.html")])
    assert "different record" in report.sources[0].notes[0]
    assert {head.id for head in empty.meetings()} == {"cyp-1", "cyp-1~2"}
    assert empty.search("Mill Lane potholes")[0].meeting.id == "cyp-1~2"
    again = empty.ingest([reading(other, path="b/minutes.html"), reading(one, path="a/minutes.html")])
    assert [source.outcome for source in again.sources] == ["unchanged", "unchanged"]


def test_one_id_twice_in_one_source_loses_no_record(empty: Library) -> None:
    one = council()[0]
    other = council()[1].model_copy(update={"id": one.id, "source": one.source})
    empty.ingest([reading(one, other)])
    assert len(empty.meetings()) == 2
    assert empty.ingest([reading(one, other)]).sources[0].outcome == "unchanged"


def test_the_same_record_from_another_place_is_one_record(empty: Library) -> None:
    meeting = council()[0]
    empty.ingest([reading(meeting, path="a.html")])
    moved = meeting.model_copy(update={"source": meeting.source.model_copy(update={"path": "moved.html"})})
    assert empty.ingest([reading(moved, path="moved.html")]).sources[0].outcome == "unchanged"
    assert len(empty.meetings()) == 1


def test_items_of_one_id_in_two_meetings_are_told_apart(empty: Library) -> None:
    said = [("Something was said.", None, "discussion")]
    empty.add([meeting_of(name, None, None, item_of("1", name, said)) for name in ("first", "second")])  # type: ignore[arg-type]
    assert empty.item("1", "second")[1].title == "second"
    assert empty.passages("1", "first")[0].meeting_id == "first"
    with pytest.raises(RecordMissing, match="name the meeting"):
        empty.item("1")


def test_records_as_objects_are_added_and_replace_their_own(empty: Library) -> None:
    first, second, *_ = council()
    empty.add([first])
    empty.add([second])
    assert {head.id for head in empty.meetings()} == {first.id, second.id}
    shorter = first.model_copy(update={"items": first.items[:1]})
    assert empty.add([shorter]).sources[0].outcome == "replaced"
    assert empty.meeting(first.id) == shorter


def test_restricted_text_never_enters_an_ordinary_library(empty: Library) -> None:
    secret = item_of("x-9", "Land sale", [("The price was four million pounds.", None, "report")], restricted=True)
    report = empty.add([meeting_of("x", "Executive", None, secret)])
    assert "restricted" in report.sources[0].notes[0]
    assert empty.item("x-9")[1] == Item(id="x-9", title="Land sale", restricted=True)
    assert empty.search("price of four million pounds", 50) == []
    assert b"four million" not in (empty.path / BOOK).read_bytes()


def test_a_restricted_library_keeps_the_text_and_says_what_it_is(tmp_path: Path, settings: IndexSettings) -> None:
    secret = item_of("x-9", "Land sale", [("The price was four million pounds.", None, "report")], restricted=True)
    with Library.open(tmp_path / "exempt", create=True, restricted=True, settings=settings) as library:
        assert library.restricted
        library.add([meeting_of("x", "Executive", None, secret)])
        assert library.search("price of the land")[0].passage.text == "The price was four million pounds."
    with pytest.raises(LibraryKindDiffers):
        Library.open(tmp_path / "exempt", restricted=False, settings=settings)


@pytest.mark.parametrize("query", ["", "  \n ", "?!", "word " * 2000])
def test_a_query_that_cannot_be_searched_is_refused_in_a_sentence(library: Library, query: str) -> None:
    with pytest.raises(Unsearchable, match=r"\.$"):
        library.search(query)


@pytest.mark.parametrize(
    "query", ["the of and", "what was said", '"unbalanced (quote', "AND OR NOT", "a" * 1500, "a:* b", "ﬁnance ½ 中文"]
)
def test_odd_queries_are_searched_all_the_same(library: Library, query: str) -> None:
    assert all(0 <= hit.score <= 1 for hit in library.search(query, 100))


def test_folders_that_are_no_library_are_refused_and_left_alone(tmp_path: Path, settings: IndexSettings) -> None:
    with pytest.raises(LibraryMissing):
        Library.open(tmp_path / "nothing", settings=settings)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("Dear Sir")
    with pytest.raises(NotALibrary):
        Library.open(tmp_path / "letters", create=True, settings=settings)
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["letter.txt"]
    with pytest.raises(NotALibrary):
        Library.open(tmp_path / "letters" / "letter.txt", create=True, settings=settings)
    (tmp_path / "letters" / BOOK).write_text("not a database")
    with pytest.raises(NotALibrary):
        Library.open(tmp_path / "letters", settings=settings)


def test_a_library_of_a_later_version_is_refused(library: Library, settings: IndexSettings) -> None:
    connection = connect(library.path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(LibraryTooNew, match="update Minutebook"):
        Library.open(library.path, settings=settings)


def test_what_is_missing_is_said(library: Library) -> None:
    with pytest.raises(RecordMissing):
        library.meeting("nothing")
    with pytest.raises(RecordMissing):
        library.item("nothing")


def test_progress_is_told(empty: Library) -> None:
    told = []
    empty.ingest([reading(*council())], progress=told.append)
    assert told[-1].indexed == told[-1].passages == 11
    assert told[-1].source == "minutes.html"
