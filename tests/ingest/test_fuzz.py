"""Any bytes at all: every reader refuses or reads them, and every record keeps its contract."""

import importlib.util
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

_PROGRAM = Path(__file__).with_name("fuzzed.py")
_SPEC = importlib.util.spec_from_file_location("fuzzed", _PROGRAM)
assert _SPEC is not None
assert _SPEC.loader is not None
fuzzed = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(fuzzed)

SEEDS = (
    "Agenda item\n\nBins\n\nMeeting of Cabinet, Tuesday 7 March 2023 (Item 8.)\n\nReport of the Leader.\n\nMinutes:\n\n"
    "The Chair said that bins were full. In response to a question from Cllr Hale, she advised that they were not.\n\n"
    "Decisions\n\n1. To note it.\n\nSupporting documents:\n\n  • Bins , item 8. PDF 2 KB\n",
    "Cabinet - Tuesday 7 March 2023 6.00 pm\n\nNo. Item\n\n1.\n\nApologies\n\nMinutes:\n\nFrom Cllr "
    "Hale.\n\n2.\n\nBins\n\n"
    "Minutes:\n\nMoved by Cllr Hale, seconded by Cllr Dunn and RESOLVED (5 for, 1 against): That it be noted.\n",
    "| No. | Item |\n|---|---|\n| 1. | Bins PDF 2 KB Minutes: None. |\n| 2. | Roads Minutes: Noted. |\n",
    "<html><body><div id='modgov'><h1 class='mgMainTitleTxt'>Agenda and minutes</h1><h2 "
    "class='mgSubTitleTxt'>Cabinet - 7 "
    "March 2023</h2><table id='mgItemTable'><tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt'>1.</p></td><td><p "
    "class='mgAiTitleTxt'>Bins</p><p class='mgSubItemTitleTxt'>Minutes:</p><p>The Leader said &amp; did.</p></td></tr>"
    "</table></div></body></html>",
    "<html><body><h1>Decision details</h1><p>Decision Maker: Cabinet</p><p>Decision status: Approved</p><p>Date of "
    "decision: 08/03/2023</p><h3>Decision:</h3><p>1. That two be funded.</p></body></html>",
    "<html><h1>Issue</h1><p>Meeting: 08/07/2024 - Cabinet (Item 82)</p><p>Minutes:</p><p>The Leader spoke.</p></html>",
    "<html><h1>Attendance</h1><table summary='Table of meeting attendance'><tr><th>Name</th><th>Role</th><th>Attendance"
    "</th></tr><tr><td>Cllr Hale</td><td>Chair</td><td>Present</td></tr></table></html>",
    "<meeting><meetingid>1</meetingid><meetingdate>01/02/2023</meetingdate><agendaitems><agendaitem><agendaitemtitle>A"
    "&amp;amp;B</agendaitemtitle><minutesnonemptyhtmlbody>&lt;p&gt;The Chair said "
    "so.&lt;/p&gt;</minutesnonemptyhtmlbody>"
    "</agendaitem></agendaitems><attendees><attendee name='Cllr Hale' attendance='Present'/></attendees></meeting>",
    "<publicwhip><major-heading>A</major-heading><speech speakername='B' "
    "time='14:35:00'><p>Why?</p></speech></publicwhip>",
    "<akomaNtoso><debate><debateBody><debateSection><num>1</num><heading>A</heading><speech "
    "by='#b'><from>B</from><p>C</p>"
    "</speech></debateSection></debateBody></debate></akomaNtoso>",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jane Hale>Good evening.</v>\n\n00:03.000 --> 00:04.000\nMR DUNN: Hello.\n",
    '{"meeting_transcripts": [{"speaker": "Clerk", "content": "Good morning. Are we agreed?"}]}',
    "City Council\n\n1. Bins\n\nCLLR HALE: Full?\n\nMR DUNN: No.\n\nCLLR HALE: Really?\n\nMR DUNN (Clerk): Yes.\n",
    "# Uffley Parish Council\n\nMinutes of the meeting held at the Hall on 4 May 2022 at "
    "7pm\n\n**Present:** Cllrs Bee, Dee\n"
    "Apologies: Cllr Eff (work)\n\n| Name | Role |\n|---|---|\n\n22/1 Finance\nProposed by: Cllr "
    "Bee\nRESOLVED: to pay.\n"
    "22/2 AOB\n(a) None; and\nQ: why? A: HO said so.\n",
    '{"id": "x", "committee": "Cabinet", "date": "2023-03-07", "items": [{"id": "x-1", "minutes": '
    '"Noted.", "statements": '
    '[{"start": 0, "end": 6, "text": "Noted.", "kind": "procedure"}]}]}',
    "---\ncommittee: Cabinet\ndate: 2023-03-07\n---\nAgenda item\n\nBins\n\nMinutes:\n\nNone.\n",
)  # fmt: skip
SNIPPETS = (
    *"\0 \ufeff \u200b \xa0 \ud7ff { } [ ] < > & | \t : ; ( ) ' \" – • - # ** § 1. (a) 23/01".split(" "),
    *("\n", "\n\n", "Minutes:", "Decisions", "RESOLVED", "that", "Councillor Hale", "he", "in response to", "PART B"),
    *("<td>", "</td>", "<p>", "</p>", "<!--", "&amp;", "&#0;", "<![CDATA[", "Q1 Chair:", "31 June 2023", "99.99 pm"),
)


# What minutes are written with: names and titles, verbs, labels, numbers, marks.
WORDS = (
    "Alderman Aldermen Councillors Cllr. Messrs Mr Dr Bailie Lord Mayor Chief Ruiz City Manager Yancey The Chair An "
    "Cathaoirleach the CFO SBM PC 2207 Stott AM Jane Hale Hale, Reed (Chair) (JH) JH Present: In attendance: "
    "Apologies: Absent / Láthair Regrets: Substitutes: from GMP of Board said asked replied moved seconded proposed "
    "by that whether in response to a question first these points RESOLVED AGREED NOTED – : ; , . and but who was "
    "were had put motion vote carried 5-0 2-0-1 For: Against: Abstentions Ayes: Nays: voted 12. 4.1 (a) (1) 24/01 "
    "2024.01 S/23/40 Minutes: Decision: ACTION: Q1 Chair: A: Question Written response: He She They her him supported "
    "agreed take PART II exempt Exclusion press public meeting held on 4 May 2022 at 7pm Hall Borsley Council "
    "Planning Committee DRAFT “ ” ‘ ’ • - § O’Neill Ó Broin van der Meer 3 members both former latter another Member "
    "officers Nobody None. Noted. | ---|---"
).split()
SLOWEST = 3.0


@st.composite
def words_of_minutes(draw: st.DrawFn) -> str:
    """Lines of such words, in any order, perhaps under the head of a form."""
    line = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join)
    head = draw(st.sampled_from(("", "Agenda item\n\nBins\n\nMinutes:\n\n", "Minutes of Uffley Parish Council\n\n")))
    return head + draw(st.sampled_from(("\n", ".\n\n"))).join(draw(st.lists(line, min_size=1, max_size=30)))


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """A source of a known form, changed in a few places, in one of the usual encodings."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        other = draw(st.sampled_from(SEEDS))
        taken = draw(st.integers(0, len(other)))
        new = draw(st.sampled_from((*SNIPPETS, "", text[start:end] * 3, other[taken : taken + 80])))
        text = text[:start] + new + text[end:]
    encoding = draw(st.sampled_from(("utf-8", "utf-8", "utf-16", "cp1252")))
    return text.encode(encoding, errors="replace")


def _quick(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_the_forms_themselves_are_read(seed: int) -> None:
    fuzzed.read_any(SEEDS[seed].encode())


@_quick(400)
@given(contents())
def test_sources_changed_here_and_there(content: bytes) -> None:
    fuzzed.read_any(content)


@_quick(300)
@given(words_of_minutes())
def test_words_of_minutes_in_any_order_are_read_at_once(text: str) -> None:
    started = time.perf_counter()
    fuzzed.read_any(text.encode())
    assert time.perf_counter() - started < SLOWEST


@_quick(150)
@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes(content: bytes) -> None:
    fuzzed.read_any(content)


@_quick(100)
@given(st.data())
def test_word_files_changed_here_and_there(data: st.DataObject) -> None:
    body = (
        '<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    body += "<w:r><w:t>Bins</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"
    at = data.draw(st.integers(0, len(body)))
    changed = body[:at] + data.draw(st.sampled_from(SNIPPETS)) + body[at + data.draw(st.integers(0, 20)) :]
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as files:
        files.writestr("word/document.xml", changed.encode("utf-8", "replace"))
        files.writestr("word/numbering.xml", data.draw(st.sampled_from((body, changed, ""))))
    packed = bytearray(archive.getvalue())
    if data.draw(st.booleans()):
        packed[data.draw(st.integers(4, len(packed) - 1))] ^= 0xFF
    fuzzed.read_any(bytes(packed))


@pytest.mark.scale
@_quick(20_000)
@given(contents())
def test_many_sources_changed_here_and_there(content: bytes) -> None:
    fuzzed.read_any(content)


@pytest.mark.scale
def test_coverage_guided(tmp_path: Path, samples: Path) -> None:
    pytest.importorskip("atheris", reason="atheris has no package for this system")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS):
        (corpus / str(number)).write_text(seed, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(_PROGRAM), str(corpus), "-max_total_time=90", "-max_len=6000", "-rss_limit_mb=4096"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=280,
        env={"PYTHONPATH": str(_PROGRAM.parents[2]), "PATH": ""},
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
