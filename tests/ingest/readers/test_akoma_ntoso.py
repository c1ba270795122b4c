"""Debates in Akoma Ntoso."""

import pytest

from ingest.errors import UnreadableSource

DEBATE = """<?xml version="1.0"?>
<akn:akomaNtoso xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<akn:debate name="sitting"><akn:meta><akn:identification source="#x">
<akn:FRBRWork><akn:FRBRdate date="2022-05-17" name="Sitting"/></akn:FRBRWork></akn:identification>
<akn:references><akn:TLCPerson eId="mary" href="/p/mary" showAs="Mary Ofor"/></akn:references></akn:meta>
<akn:preface><akn:p>Ardmore District Council</akn:p><akn:p>Finance Committee</akn:p></akn:preface>
<akn:debateBody><akn:rollCall><akn:p><akn:person refersTo="#mary">M Ofor</akn:person></akn:p></akn:rollCall>
<akn:debateSection name="item"><akn:num>3.</akn:num><akn:heading>Budget outturn</akn:heading>
<akn:speech by="#mary"><akn:from>The Chair (Mary Ofor)</akn:from><akn:p>We turn to the outturn.</akn:p></akn:speech>
<akn:question by="#bob"><akn:from>Bob Trew:</akn:from><akn:p>Is it balanced?</akn:p></akn:question>
<akn:answer by="#mary"><akn:p>It is.</akn:p><akn:p>By a pound.</akn:p></akn:answer>
<akn:narrative>Applause</akn:narrative>
</akn:debateSection></akn:debateBody></akn:debate></akn:akomaNtoso>
"""


def test_sections_are_items_and_turns_have_their_speakers(read_one, said_in) -> None:
    meeting = read_one(DEBATE)
    assert (meeting.organisation, meeting.committee) == ("Ardmore District Council", "Finance Committee")
    assert (meeting.source.format, str(meeting.date)) == ("akoma-ntoso", "2022-05-17")
    assert [person.name for person in meeting.attendance] == ["Mary Ofor"]
    assert [(item.number, item.title) for item in meeting.items if item.title] == [("3", "Budget outturn")]
    assert said_in(meeting.items[-1]) == [
        ("The Chair (Mary Ofor)", "We turn to the outturn."),
        ("Bob Trew", "Is it balanced?"),
        ("Mary Ofor", "It is."),
        ("Mary Ofor", "By a pound."),
        ("", "Applause"),
    ]


def test_another_kind_of_document_is_refused(read) -> None:
    with pytest.raises(UnreadableSource):
        read('<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><p/></debate></akomaNtoso>')


def test_who_holds_a_post_is_known_where_the_file_says_it(read_one) -> None:
    debate = DEBATE.replace("The Chair (Mary Ofor)", "The Chair").replace(
        'speech by="#mary"', 'speech by="#mary" as="#c"'
    )
    meeting = read_one(
        debate.replace("<akn:TLCPerson", '<akn:TLCRole eId="c" href="/c" showAs="Chair"/><akn:TLCPerson')
    )
    (speaker,) = meeting.items[-1].statements[0].speakers
    assert (speaker.as_printed, speaker.name) == ("The Chair", "Mary Ofor")
