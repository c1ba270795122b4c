"""Who is heard in paragraphs of minutes: each with what a reader would say of its sentences."""

import re

import pytest

from ingest.attribution import attribute
from ingest.draft import Block, place
from ingest.people import Roster
from ingest.records import Attendee, Statement

ROSTER = Roster.of(
    [
        Attendee(name="Councillor Miriam Aldous", role="Chair"),
        Attendee(name="Councillor Hugh Tarrant"),
        Attendee(name="Dr Avi Bhatia"),
    ]
)


def heard(text: str) -> tuple[Statement, ...]:
    blocks = []
    for line in text.split("\n"):
        listed = line.startswith("• ")
        blocks.append(Block(line, "bullet", "•") if listed else Block(line))
    return attribute(place(tuple(blocks)), roster=ROSTER)


def voice_of(statements: tuple[Statement, ...], words: str) -> str:
    """The voice of the statement in which `words` stand: "X", "X <- asker" or "nobody"."""
    holding = next(one for one in statements if words in one.text)
    said = " / ".join(speaker.as_printed for speaker in holding.speakers) or "nobody"
    return f"{said} <- {holding.asker.as_printed}" if holding.asker else said


# A paragraph, and below it words of a sentence with the voice that has it.
PARAGRAPHS = """
The Assistant Director (Safeguarding and Practice) presented the report. She said that referrals had risen.
referrals had risen = The Assistant Director (Safeguarding and Practice)

Detective Superintendent Chris Downey from GMP outlined the work. Numbers had fallen, Detective Superintendent Downey added.
outlined the work = Detective Superintendent Chris Downey from GMP
Numbers had fallen = Detective Superintendent Downey

In response to a question from the Chair about staffing, the MSP Manager advised that three posts were vacant.
three posts = the MSP Manager <- the Chair

In response to Councillor Deane, Mr Crane explained that the lift was broken. It would be mended in May.
the lift was broken = Mr Crane <- Councillor Deane

Responding Cllr L Smith, Cabinet Member for Highways, reported that the road was open.
the road was open = Cllr L Smith, Cabinet Member for Highways

Councillor Martins noted the responses. He considered them thin. He asked how this would be monitored.
considered them thin = Councillor Martins
how this would be monitored = Councillor Martins

Some Members suggested a pilot; other Members felt that there had been enough pilots.
suggested a pilot = Some Members
enough pilots = other Members

It was noted that the grant had ended. Concern was raised that nobody had been told.
the grant had ended = nobody
nobody had been told = nobody

A Member asked whether a note could be added. The Head of Audit said that it could.
a note could be added = A Member
it could = The Head of Audit <- A Member

The point was made by Mrs Ida Fenn that the bus no longer stopped there.
the bus no longer = Mrs Ida Fenn

Ms Corby attended remotely and outlined the findings.
outlined the findings = Ms Corby

The Director of Place attended, as now required, to explain why the work was late. He said that he was new in post.
why the work was late = The Director of Place
new in post = The Director of Place

Mr Orme was permitted to speak. He said that a year was a long time in a shop.
was permitted = nobody
a long time = Mr Orme

Ms Rhona Finn of Kent LLP introduced the plan. In reply to questions, Ms Finn deferred to her manager, Callum Dray, who told Members that work would begin in March.
introduced the plan = Ms Rhona Finn of Kent LLP
work would begin = Callum Dray

Ms Quayle presented the figures. Piers Whitcliffe wondered whether they were right, but she thought that they were.
whether they were right = Piers Whitcliffe
thought that they were = Ms Quayle

Mr Dray conceded that there was no reserve, and he apologised for it.
apologised for it = Mr Dray

Councillor Hale spoke at length. Some doubt was expressed as to whether it could be done.
Some doubt = nobody

Mrs Saxby moved the recommendation. Mr Trench clarified, in reply to her, that eight homes would be for rent.
eight homes = Mr Trench <- Mrs Saxby

Councillor Quill doubted whether it could be required and, accepting this, Councillor Nunn altered the wording.
could be required = Councillor Quill
altered the wording = Councillor Nunn

Dr Solange Whitby explained the evidence. Councillor Lamb wondered whether screening might do harm. It could, she allowed, if people were not told.
might do harm = Councillor Lamb
It could = Dr Solange Whitby <- Councillor Lamb

The Harbour Master, Captain Elspeth Rooney, said that the quay was safe.
the quay was safe = The Harbour Master, Captain Elspeth Rooney

The Designated Doctor for Child Deaths, Dr Samir Haddad, explained the process.
explained the process = The Designated Doctor for Child Deaths, Dr Samir Haddad

Jaden, a care leaver, told the Panel that he had been moved three times. Jaden felt that somebody should have rung him.
moved three times = Jaden, a care leaver
should have rung = Jaden

Orla Benbow gave the figure as 61%. A Member asked if liners were compulsory. They were not, Orla said, although most people preferred them.
They were not = Orla <- A Member

The Chair welcomed the report.
welcomed the report = The Chair

Also in attendance was Gwen Oswin of Carers Together, who described the helpline as overwhelmed.
described the helpline = Gwen Oswin of Carers Together

“Thirty a week is not nothing,” Councillor Rowe remarked.
Thirty a week = Councillor Rowe

Healthwatch’s representative, Mr Lyle, was glad to hear it.
was glad = Healthwatch’s representative, Mr Lyle

The Trust had lost 1,240 hours in November, Dr Moss reported, which was the worst figure in the region.
1,240 hours = Dr Moss

Both Mr Leckie and Dr Moss acknowledged that it was closed on Sundays.
closed on Sundays = Mr Leckie / Dr Moss

The Commissioner being unsure of the figure, Chief Constable Foyle stepped in to say that it was one in six.
one in six = Chief Constable Foyle

Whilst she understood the pressures, Councillor Juniper could not see why it had not been put right.
could not see = Councillor Juniper

Public Works Director Moore stated that the fences had been repaired.
the fences = Public Works Director Moore

Councillor Swann asked what was being done. The Commissioner informed him that arrests had gone up.
arrests had gone up = The Commissioner <- Councillor Swann

Councillor Halewood asked that minute 58 be amended. The Scrutiny Officer pointed out that it was right.
it was right = The Scrutiny Officer

Ms Dacre stated that there had been 64 calls. The Director of Public Health was grateful and undertook to reply.
undertook to reply = The Director of Public Health <- Ms Dacre

There being no further business, the meeting was closed at 7.40 pm.
no further business = nobody

Councillor Lee declared an interest as a governor and took no part.
declared an interest = nobody

Members were reminded that the dashboard was available.
Members were reminded = nobody

The report outlined four options. The Committee considered the report of the Director of Place, which recommended closure.
four options = nobody
recommended closure = nobody

Mr Poole of Sowerby and Sons, in closing, offered to bring the hour forward.
bring the hour forward = Mr Poole of Sowerby and Sons

Councillors Abiola and Finch asked that their thanks be recorded.
their thanks = Councillor Abiola / Councillor Finch

Mr and Mrs Cantrip, the applicants, said that they had moved the window.
moved the window = Mr and Mrs Cantrip, the applicants

AB reminded colleagues of the deadline.
the deadline = AB

Councillor Tarrant asked a question. The Chair replied that she did not know.
did not know = The Chair <- Councillor Tarrant

The Chair of Governors, Mrs Patel, welcomed everyone. Mrs Patel then handed over to the Headteacher, Mr Shaw, who reported that numbers were stable.
welcomed everyone = The Chair of Governors, Mrs Patel
numbers were stable = the Headteacher, Mr Shaw

A question was asked about the cost of the scheme. Officers explained that it would be £2m.
about the cost = nobody
it would be £2m = Officers

The Board heard from the Chief Officer, Sandra Ross, who provided an update on recruitment.
an update on recruitment = the Chief Officer, Sandra Ross

Mr Gough, seconded by Mr Gibb, moved that the report be noted.
that the report be noted = Mr Gough

Councillor Amin referred to paragraph 4.2 of the report and asked why the figure had doubled. The Treasurer said that it had not.
the figure had doubled = Councillor Amin
that it had not = The Treasurer <- Councillor Amin

In answer to a question put by Miss Hall, the Clerk, Mr Finn, said he would write to the county.
would write to the county = the Clerk, Mr Finn <- Miss Hall

The Leader, in presenting the budget, said that it was prudent. The Leader of the Opposition disagreed.
it was prudent = The Leader
disagreed = The Leader of the Opposition

Dr Evans (GP representative) highlighted the pressure on surgeries, a point echoed by Mrs Lane (Healthwatch).
pressure on surgeries = Dr Evans (GP representative)

When asked by the Vice-Chair whether the money had been spent, the Finance Manager admitted that half of it had.
half of it had = the Finance Manager <- the Vice-Chair

Cllr Webb asked if the depot would move and, if so, when. Mr Tate: it would not.
when = Cllr Webb

The Director’s report stated that sickness had fallen.
sickness had fallen = nobody

Councillor Ahmed’s amendment was accepted.
amendment was accepted = nobody

Thanks were expressed to Mr Bell for his service. He would be missed.
He would be missed = nobody

Mr Hill was thanked for his report.
was thanked = nobody

Sergeant Amy Boyd gave the crime figures. Burglary was down. Councillor Rix asked about Mill Lane. Sgt Boyd promised to look into it, adding that patrols were short of two officers.
Burglary was down = Sergeant Amy Boyd
about Mill Lane = Councillor Rix
promised to look = Sgt Boyd <- Councillor Rix

The Vice-Chair (Councillor Ruth Penn) took the chair. She proposed that the item be heard first.
took the chair = nobody
be heard first = The Vice-Chair (Councillor Ruth Penn)

Following a presentation by Mr Ali, Members asked about noise.
about noise = Members

The petition, which was presented by Mrs Joy Dean, called for a crossing.
called for a crossing = nobody

Councillor Hay said that fees should be frozen. Councillor Fry said the opposite. Both agreed that the report was late.
the opposite = Councillor Fry

Letters had been received from Mr Pym and the Ramblers. Mr Pym wrote that the path was ancient.
had been received = nobody

Residents of Mill Lane objected to the scheme.
objected to the scheme = Residents of Mill Lane

The Committee felt that the fee was too high and asked officers to look again.
fee was too high = The Committee

According to the Chief Executive, the merger would save £1m.
would save = nobody

Mr Knox stated, “I have never seen such a mess.” He sat down.
such a mess = Mr Knox

“When will it open?” asked Councillor Dale. “In May,” replied the Project Manager.
When will it open = Councillor Dale
In May = the Project Manager <- Councillor Dale

Councillor Dale asked when it would open, to which the Project Manager replied that it would be May.
when it would open = Councillor Dale
it would be May = the Project Manager <- Councillor Dale

Councillor Dale thanked officers. In her view the work had been exemplary.
exemplary = Councillor Dale

The Head of Service, who had joined the meeting online, explained that the data were provisional. These would be confirmed in June.
provisional = The Head of Service
confirmed in June = The Head of Service

Councillors were told by the Director that savings had been made.
savings had been made = the Director

Councillor Moss, referring to the minutes, queried whether the action on lighting had been completed. The Clerk confirmed it had.
action on lighting = Councillor Moss
confirmed it had = The Clerk <- Councillor Moss

At the request of the Chair, the Solicitor clarified the position on interests.
clarified the position = the Solicitor

Speaking in support, Mr Onslow said the school was full. Speaking against, Mrs Day said that it was not.
school was full = Mr Onslow
it was not = Mrs Day

Councillor Frost, having declared an interest, left the room. The Chair explained that the vote would follow.
left the room = nobody
vote would follow = The Chair

The Director of Children’s Services and the Head of SEND jointly presented the report.
jointly presented = The Director of Children’s Services / the Head of SEND

Ms Ito from the Youth Council asked for a skate park and Councillor Bell said she would support one.
skate park = Ms Ito from the Youth Council
support one = Councillor Bell <- Ms Ito from the Youth Council

The Panel questioned the Commissioner about his estate strategy. He replied that two stations would close.
estate strategy = The Panel
two stations would close = nobody
"""


def _cases() -> list[tuple[str, str, str]]:
    cases = []
    for paragraph in PARAGRAPHS.strip().split("\n\n"):
        lines = paragraph.split("\n")
        text = "\n".join(line for line in lines if not re.search(r" = [^=]+$", line))
        cases += [(text, *line.rsplit(" = ", 1)) for line in lines if re.search(r" = [^=]+$", line)]
    return cases


@pytest.mark.parametrize(("paragraph", "words", "voice"), _cases())
def test_a_sentence_has_the_voice_that_a_reader_hears(paragraph: str, words: str, voice: str) -> None:
    assert voice_of(heard(paragraph), words) == voice
