"""The XML of the web service's GetMeeting."""

import pytest

from ingest.errors import UnreadableSource

ANSWER = """<?xml version="1.0" encoding="utf-8"?>
<meeting>
 <meetingid>10221</meetingid><meetingdate>08/03/2023</meetingdate>
 <meetingstatus>Confirmed; Rescheduled from 01/03/2023</meetingstatus><isdisplayallowed>True</isdisplayallowed>
 <meetingtime>10.00 am</meetingtime><meetinglocation>Council Chamber, Guildhall</meetinglocation>
 <agendaid>10230</agendaid><minutepublished>True</minutepublished>
 <agendaitems><agendaitemscount>  3
 </agendaitemscount>
  <agendaitem><agendaitemid>1</agendaitemid><agendaitemtitle>PART A</agendaitemtitle>
   <agendaitemnumber>0</agendaitemnumber><fulldisplaynumberformat>
   </fulldisplaynumberformat></agendaitem>
  <agendaitem><agendaitemid>2</agendaitemid><agendaitemtitle>Chair&amp;#39;s Report &amp;amp; Update</agendaitemtitle>
   <agendatext>&lt;p&gt;To note.&lt;/p&gt;</agendatext><agendaitemnumber>2</agendaitemnumber>
   <fulldisplaynumberformat>5.</fulldisplaynumberformat><minutesitemnumber>41</minutesitemnumber>
   <minutesitemsubnumber>0</minutesitemsubnumber>
   <commentlabel1>Presented By</commentlabel1><commenttext1>Cllr Vane</commenttext1>
   <decisionnonemptyhtmlbody>&lt;p&gt;RESOLVED that it be noted.&lt;/p&gt;</decisionnonemptyhtmlbody>
   <minutesnonemptyhtmlbody>&lt;p class="MsoNormal"&gt;Councillor Vane said that the
    roof leaked.&lt;/p&gt;&lt;p&gt;RESOLVED that it be noted.&lt;/p&gt;
    &lt;script&gt;x()&lt;/script&gt;</minutesnonemptyhtmlbody>
   <refertocommittee>Cabinet</refertocommittee><isrestricted>False</isrestricted>
   <linkeddocuments><linkeddoc><title>Roof &amp;amp; gutters</title><url>https://example.org/a?ID=1</url>
    <isrestricted>False</isrestricted><meetingdate>08/03/2023</meetingdate>
    <committeetitle>Estates Committee</committeetitle></linkeddoc></linkeddocuments></agendaitem>
  <agendaitem><agendaitemid>3</agendaitemid><agendaitemtitle>Land at Mill Lane</agendaitemtitle>
   <fulldisplaynumberformat>6.</fulldisplaynumberformat>
   <minutesnonemptyhtmlbody>&lt;p&gt;The price was £3m.&lt;/p&gt;</minutesnonemptyhtmlbody>
   <isrestricted>True</isrestricted></agendaitem>
 </agendaitems>
 <attendees><attendeescount>3</attendeescount>
  <attendee name="Councillor Ann Vane" roledescription="Chair" attendance="Present" ward="North"
   homeaddress="1 Elm Row"/>
  <attendee name="Councillor Bob Oake" roledescription="Committee Member" attendance="Apologies, sent representative"
   representing="Audit Panel"/>
  <attendee name="Tom Cole" roledescription="Officer" attendance="Expected"/></attendees>
 <councillors><councillor><fullusername>Ann Vane</fullusername>
  <homeaddress>1 Elm Row</homeaddress></councillor></councillors>
</meeting>"""


def test_everything_that_it_carries(read_one, said_in) -> None:
    meeting = read_one(ANSWER)
    assert (meeting.source.format, meeting.committee) == ("moderngov-xml", "Estates Committee")
    assert (str(meeting.date), meeting.time, meeting.status) == ("2023-03-08", "10:00", "confirmed")
    assert meeting.venue == "Council Chamber, Guildhall"
    part, report, land = meeting.items
    assert (part.number, part.title) == (None, "PART A")
    assert (report.number, report.reference, report.title) == ("5", "41", "Chair's Report & Update")
    assert report.agenda_text == "To note.\nPresented By\nCllr Vane"
    assert said_in(report) == [("Councillor Vane", "Councillor Vane said that the roof leaked.")]
    assert [decision.text for decision in report.decisions] == ["RESOLVED that it be noted."]
    assert [document.title for document in report.documents] == ["Roof & gutters"]
    assert [(person.name, person.status, person.organisation) for person in meeting.attendance] == [
        ("Councillor Ann Vane", "present", None),
        ("Councillor Bob Oake", "apologies", "Audit Panel"),
    ]
    assert (land.number, land.restricted) == ("6", True)


def test_home_addresses_and_exempt_text_are_never_kept(read) -> None:
    reading = read(ANSWER)
    assert "Elm Row" not in reading.meetings[0].to_json()
    assert "£3m" not in reading.meetings[0].to_json()
    assert any("exempt" in warning for warning in reading.warnings)
    assert "£3m" in read(ANSWER, include_restricted=True).meetings[0].to_json()
    assert "Elm Row" not in read(ANSWER, include_restricted=True).meetings[0].to_json()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(read_one, encoding: str) -> None:
    answer = ANSWER.replace('"utf-8"', f'"{encoding}"' if encoding in ("cp1252", "utf-16") else '"utf-8"')
    text = read_one(answer.encode(encoding), include_restricted=True).items[2].minutes
    assert text == "The price was £3m."


def test_a_meeting_that_may_not_be_displayed_is_restricted_whole(read_one) -> None:
    meeting = read_one(ANSWER.replace("<isdisplayallowed>True", "<isdisplayallowed>False"))
    assert all(item.restricted and not item.minutes for item in meeting.items)


def test_an_item_referred_to_another_body_does_not_name_the_committee(read_one) -> None:
    assert read_one(ANSWER.replace("<committeetitle>Estates Committee</committeetitle>", "")).committee in (
        None,
        "Cabinet",
    )
    two = ANSWER.replace(
        "<isrestricted>True</isrestricted></agendaitem>", "<refertocommittee>Council</refertocommittee></agendaitem>"
    )
    assert read_one(two.replace("<committeetitle>Estates Committee</committeetitle>", "")).committee is None


def test_minutes_published_elsewhere_are_said_to_be(read) -> None:
    bare = ANSWER.replace("minutesnonemptyhtmlbody", "otherbody")
    assert any("only as a PDF" in warning for warning in read(bare).warnings)


def test_a_list_of_meetings_is_refused_with_advice(read) -> None:
    answer = "<getmeetings><meetingscount>1</meetingscount><meeting><meetingid>1</meetingid>"
    answer += "<meetingdate>01/02/2023</meetingdate></meeting></getmeetings>"
    with pytest.raises(UnreadableSource, match="GetMeeting"):
        read(answer)
