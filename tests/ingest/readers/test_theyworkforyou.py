"""Debates in the XML of TheyWorkForYou."""

import pytest

from ingest.errors import UnreadableSource

DEBATE = """<?xml version="1.0" encoding="ISO-8859-1"?>
<publicwhip>
<major-heading id="uk.org.publicwhip/debate/2023-03-06a.1.0" url="https://example.org/debates/?id=1">Oral
Answers</major-heading>
<minor-heading id="uk.org.publicwhip/debate/2023-03-06a.1.1">Railways: Fares</minor-heading>
<speech id="uk.org.publicwhip/debate/2023-03-06a.1.2" speakername="Rosa Quill" time="14:35:00"><p>Why are
fares rising?</p></speech>
<speech id="uk.org.publicwhip/debate/2023-03-06a.2.0" speakername="Hugh Marl" time="14:36:00"><p>By £2
less than prices.</p><p>I will write to her.</p></speech>
<speech nospeaker="true" id="uk.org.publicwhip/debate/2023-03-06a.2.1"><p>The House divided.</p></speech>
<minor-heading id="uk.org.publicwhip/debate/2023-03-06a.3.0">Canals</minor-heading>
<speech id="uk.org.publicwhip/debate/2023-03-06a.3.1" speakername="Rosa Quill"><p>Thank you.</p></speech>
</publicwhip>
"""


def test_headings_are_items_and_speeches_have_their_speakers(read_one, said_in) -> None:
    meeting = read_one(DEBATE.encode("latin-1"))
    assert (meeting.source.format, str(meeting.date), meeting.time) == ("theyworkforyou", "2023-03-06", "14:35")
    assert meeting.source.url == "https://example.org/debates/?id=1"
    assert [(item.title, item.agenda_text) for item in meeting.items] == [
        ("Railways: Fares", "Oral Answers"),
        ("Canals", None),
    ]
    assert said_in(meeting.items[0]) == [
        ("Rosa Quill", "Why are fares rising?"),
        ("Hugh Marl", "By £2 less than prices."),
        ("Hugh Marl", "I will write to her."),
        ("", "The House divided."),
    ]


def test_days_that_differ_give_no_date(read_one) -> None:
    assert read_one(DEBATE.replace("2023-03-06a.3", "2023-03-07a.3")).date is None


def test_a_file_without_speeches_is_refused(read) -> None:
    with pytest.raises(UnreadableSource, match="no speeches"):
        read("<publicwhip><major-heading>Oral Answers</major-heading></publicwhip>")
