"""Captions with speakers."""

import pytest

from ingest.errors import UnreadableSource

CAPTIONS = """WEBVTT

NOTE Recording of the Licensing Panel

1
0:0:1.250 --> 0:0:4.000
<v Harker, Jane (Cllr)>Good evening everyone.</v>

2
0:0:4.100 --> 0:0:9.000
<v Harker, Jane (Cllr)>Apologies from Tom &amp; Sue.</v>

3
00:00:09.100 --> 00:00:12.000
<v.first Ravi Dass>The premises have been
<i>visited</i> twice.</v>
<v Harker, Jane (Cllr)>By whom?</v>
"""


def test_captions_of_one_voice_become_one_paragraph(read_one, said_in) -> None:
    meeting = read_one(CAPTIONS)
    assert meeting.source.format == "webvtt"
    assert said_in(meeting) == [
        ("Harker, Jane (Cllr)", "Good evening everyone. Apologies from Tom & Sue."),
        ("Ravi Dass", "The premises have been visited twice."),
        ("Harker, Jane (Cllr)", "By whom?"),
    ]


def test_subrip_captions_print_their_voices(read_one, said_in) -> None:
    text = "1\n00:00:01,000 --> 00:00:04,000\nCLLR HARKER: Good evening.\n\n"
    text += "2\n00:00:05,000 --> 00:00:06,000\nWelcome.\n\n3\n00:00:07,000 --> 00:00:08,000\nMR DASS: Thank you.\n"
    assert said_in(read_one(text)) == [
        ("CLLR HARKER", "CLLR HARKER: Good evening. Welcome."),
        ("MR DASS", "MR DASS: Thank you."),
    ]


def test_captions_without_voices_are_nobodys_and_say_so(read) -> None:
    reading = read("WEBVTT\n\n00:01.000 --> 00:02.000\nGood evening.\n")
    assert reading.warnings == ("The captions do not say who speaks.",)
    assert reading.meetings[0].items[0].statements[0].speakers == ()


def test_captions_without_words_are_refused(read) -> None:
    with pytest.raises(UnreadableSource, match="no words"):
        read("WEBVTT\n\n00:01.000 --> 00:02.000\n\n")
