"""The form of the QMSum data set."""

import json
from pathlib import Path

import pytest

from ingest import read_file
from ingest.errors import UnreadableSource

MEETING = {
    "topic_list": [],
    "meeting_transcripts": [
        {"speaker": "Lynne Vale AM", "content": "Good  morning. Any apologies?"},
        {"speaker": "Clerk", "content": "That is agreed, I think."},
        {"speaker": "Lynne Vale AM", "content": ""},
    ],
}


def test_turns_have_their_speakers(read_one, said_in) -> None:
    meeting = read_one(json.dumps(MEETING, indent=1))
    assert (meeting.source.format, meeting.date, meeting.committee) == ("qmsum", None, None)
    assert said_in(meeting) == [
        ("Lynne Vale AM", "Good morning. Any apologies?"),
        ("Clerk", "That is agreed, I think."),
    ]
    assert meeting.items[0].decisions == ()


def test_each_line_is_a_meeting_with_an_id_of_its_own(read) -> None:
    reading = read("\n".join([json.dumps(MEETING)] * 3))
    assert len({meeting.id for meeting in reading.meetings}) == 3


@pytest.mark.parametrize(
    "content", ['{"meeting_transcripts": []}', '{"meeting_transcripts": 3', '{"meeting_transcripts": [3, {}]}']
)
def test_broken_or_empty_json_is_refused(read, content: str) -> None:
    with pytest.raises(UnreadableSource):
        read(content)


def test_every_turn_of_real_meetings_is_read(shared_data: Path) -> None:
    path = shared_data / "qmsum-committee" / "val.jsonl"
    meetings = read_file(path).meetings
    assert len({meeting.id for meeting in meetings}) == 6
    for meeting, line in zip(meetings, path.read_text(encoding="utf-8").splitlines(), strict=True):
        turns = [turn for turn in json.loads(line)["meeting_transcripts"] if turn["content"].strip()]
        minutes = meeting.items[0].minutes.split("\n")
        assert len(minutes) == len(turns)
        assert [" ".join(turn["content"].split()) for turn in turns[:50]] == minutes[:50]
        assert meeting.items[0].decisions == ()
