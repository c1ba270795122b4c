"""Every command, with what its user sees: results, messages, exit status, and the JSON of the contract."""

import json
from pathlib import Path

import pytest

QUESTION = "What was said about co-sleeping?"
HIT_KEYS = {
    "rank",
    "score",
    "meeting_id",
    "item_id",
    "start",
    "end",
    "text",
    "speakers",
    "committee",
    "date",
    "item_title",
}
CITATION_KEYS = {
    "number", "meeting_id", "item_id", "organisation", "committee", "date", "item_number", "item_title", "speakers",
    "asker", "part", "quote", "start", "end", "page", "source",
}  # fmt: skip


def test_help_names_every_command(minutebook) -> None:
    ended = minutebook("--help")
    assert ended.status == 0
    for command in ("parse", "ingest", "search", "ask", "chat", "precedents", "library", "eval", "serve"):
        assert command in ended.out


@pytest.mark.parametrize(
    "command", ["parse", "ingest", "search", "ask", "chat", "precedents", "library", "eval", "serve"]
)
def test_every_command_explains_itself(minutebook, command: str) -> None:
    ended = minutebook(command, "--help")
    assert ended.status == 0
    assert "Usage: minutebook" in ended.out


def test_version(minutebook) -> None:
    assert minutebook("--version").out.startswith("minutebook ")


def test_an_unknown_command_is_used_wrongly(minutebook) -> None:
    assert minutebook("frobnicate").status == 2


def test_parse_prints_one_record_a_line_that_ingest_takes(minutebook, samples: Path, tmp_path: Path) -> None:
    page = next((samples / "records").rglob("*.html"))
    printed = minutebook("parse", page)
    assert printed.status == 0
    records = [json.loads(line) for line in printed.out.splitlines()]
    assert records[0]["items"]
    (tmp_path / "delivered.jsonl").write_text(printed.out, encoding="utf-8")
    taken = minutebook("ingest", tmp_path / "delivered.jsonl", "--library", tmp_path / "library")
    assert taken.status == 0, taken.err
    assert "added" in taken.out


def test_parse_explains_the_format(minutebook, samples: Path) -> None:
    ended = minutebook("parse", "--explain", next((samples / "records").rglob("*.html")))
    assert "moderngov" in ended.err


def test_the_same_source_again_is_unchanged(minutebook, samples: Path, tmp_path: Path) -> None:
    page = next((samples / "records").rglob("*.txt"))
    first = minutebook("--library", tmp_path / "library", "ingest", page)
    again = minutebook("--library", tmp_path / "library", "ingest", page)
    assert first.out.startswith("added")
    assert again.out.startswith("unchanged")


def test_ask_answers_with_citations(minutebook, sample_library: Path) -> None:
    ended = minutebook("--library", sample_library, "ask", QUESTION)
    assert ended.status == 0
    assert "Assistant Director (Safeguarding and Practice)" in ended.out
    assert "[1]" in ended.out


def test_a_citation_without_a_meeting_names_its_file(minutebook, sample_library: Path) -> None:
    asked = minutebook("ask", "What was said about bathing water?", "--library", sample_library)
    assert "bathing-water.txt" in asked.out


def test_ask_json_is_the_contract_and_quotes_are_slices(minutebook, sample_library: Path) -> None:
    from index import Library

    answer = json.loads(minutebook("ask", QUESTION, "--json", "--library", sample_library).out)
    assert answer["answered"] is True
    assert {"answered", "answer", "citations", "question", "filters", "seconds"} <= set(answer)
    with Library.open(sample_library) as library:
        for citation in answer["citations"]:
            assert set(citation) == CITATION_KEYS
            assert set(citation["source"]) == {"path", "url"}
            _, item = library.item(citation["item_id"], citation["meeting_id"])
            if citation["start"] is not None:
                assert item.minutes[citation["start"] : citation["end"]] == citation["quote"]


def test_ask_leans_on_a_history(minutebook, sample_library: Path, tmp_path: Path) -> None:
    first = json.loads(minutebook("ask", QUESTION, "--json", "--library", sample_library).out)
    turns = [{"role": "user", "content": QUESTION}, {"role": "assistant", "content": first["answer"]}]
    (tmp_path / "turns.json").write_text(json.dumps(turns), encoding="utf-8")
    asked = minutebook(
        "ask", "and what was decided?", "--history", tmp_path / "turns.json", "--json", "--library", sample_library
    )
    assert json.loads(asked.out)["question"] != "and what was decided?"


def test_ask_batch_keeps_ids_and_goes_on_past_a_bad_question(minutebook, sample_library: Path, tmp_path: Path) -> None:
    lines = [
        {"id": "a", "question": QUESTION},
        {"id": 2, "question": " "},
        {"id": "c", "question": QUESTION, "history": []},
    ]
    (tmp_path / "batch.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    ended = minutebook("ask", "--batch", tmp_path / "batch.jsonl", "--library", sample_library)
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", 2, "c"]
    assert [answer["answered"] for answer in answers] == [True, False, True]


def test_search_json_is_the_contract(minutebook, sample_library: Path) -> None:
    hits = json.loads(minutebook("search", "co-sleeping", "-k", 5, "--json", "--library", sample_library).out)["hits"]
    assert 0 < len(hits) <= 5
    assert all(set(hit) == HIT_KEYS for hit in hits)
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))


def test_search_batch(minutebook, sample_library: Path, tmp_path: Path) -> None:
    (tmp_path / "queries.jsonl").write_text(
        '{"id": 1, "query": "co-sleeping"}\n{"id": 2, "query": "potholes"}\n', encoding="utf-8"
    )
    ended = minutebook("search", "--batch", tmp_path / "queries.jsonl", "--library", sample_library)
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == [1, 2]


def test_filters_narrow(minutebook, sample_library: Path) -> None:
    ended = minutebook("search", "report", "--committee", "cabinet", "--json", "--library", sample_library)
    assert {hit["committee"] for hit in json.loads(ended.out)["hits"]} == {"Cabinet"}


def test_dates_the_wrong_way_round_are_used_wrongly(minutebook, sample_library: Path) -> None:
    ended = minutebook("search", "x", "--from", "2023-02-01", "--to", "2022-02-01", "--library", sample_library)
    assert ended.status == 2
    assert "2023-02-01" in ended.err


def test_library_says_what_is_held_and_whether_it_is_whole(minutebook, sample_library: Path) -> None:
    held = json.loads(minutebook("library", "--json", "--library", sample_library).out)
    assert held["meetings"] >= 15
    assert minutebook("library", "--check", "--library", sample_library).status == 0


def test_precedents_come_oldest_first(minutebook, sample_library: Path) -> None:
    answer = json.loads(minutebook("precedents", "co-sleeping", "--json", "--library", sample_library).out)
    dates = [citation["date"] for citation in answer["citations"] if citation["date"]]
    assert dates
    assert dates == sorted(dates)


def test_eval_prints_scores_writes_reports_and_holds_to_thresholds(
    minutebook, sample_library: Path, samples: Path, tmp_path: Path
) -> None:
    few = (samples / "questions.jsonl").read_text(encoding="utf-8").splitlines()[:5]
    (tmp_path / "few.jsonl").write_text("\n".join(few), encoding="utf-8")
    command = ("eval", tmp_path / "few.jsonl", "--library", sample_library, "--report", tmp_path / "report")
    ended = minutebook(*command)
    assert ended.status == 0, ended.err
    assert (tmp_path / "report" / "report.html").exists()
    assert json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))["results"]
    assert minutebook(*command, "--fail-under", "nonsense=0.5").status == 2
    assert "0 questions better, 0 worse" in minutebook(*command, "--against", tmp_path / "report" / "report.json").err


def test_eval_attribution(minutebook, samples: Path, tmp_path: Path) -> None:
    ended = minutebook(
        "eval", "--attribution", samples / "annotated", "--report", tmp_path, "--fail-under", "speaker=0.5"
    )
    assert ended.status == 0, ended.err
    assert "speaker" in ended.out


def test_what_a_source_gave_is_removed(minutebook, samples: Path, tmp_path: Path) -> None:
    page = next((samples / "records").rglob("*.txt"))
    held = ("--library", tmp_path / "library")
    minutebook("ingest", page, *held)
    assert minutebook("library", "--remove", page, *held).out.startswith("removed")
    assert json.loads(minutebook("library", "--json", *held).out)["meetings"] == 0
    again = minutebook("library", "--remove", page, *held)
    assert again.status == 1
    assert "holds nothing from" in again.err
