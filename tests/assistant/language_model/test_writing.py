"""An answer written by a language model: checked, cited, and told what was taken out."""

import re
import time

import pytest

from assistant import Answer, Assistant, AssistantSettings
from index import Library

QUESTION = "What was said about co-sleeping?"
TEAGUE = "Mr Teague stated that parents had stopped hiding the fact that they shared a bed."
FAITHFUL = f"{TEAGUE[:-1]} [{{teague}}]."


def _evidence(sent: str) -> dict[int, str]:
    return {int(number): text for number, text in re.findall(r"^\[(\d+)\] (.*?)(?=^\[\d+\] |\Z)", sent, re.S | re.M)}


def _numbered(text: str):
    """A model that writes `text` with the numbers that the evidence was given: "{teague}", "{haddad}", "{all}"."""

    def reply(sent: str) -> str:
        pieces = _evidence(sent)
        teague = next(number for number, piece in pieces.items() if "stopped hiding" in piece)
        other = next(
            number for number, piece in pieces.items() if "Teague" not in piece and "Speaker: none" not in piece
        )
        return text.format(teague=teague, other=other, all=f"1-{len(pieces)}")

    return reply


def _written(endpoint, library: Library, text: str) -> Answer:
    endpoint.reply = _numbered(text)
    return Assistant(library, endpoint.settings).ask(QUESTION)


def test_a_faithful_sentence_is_the_answer_with_its_citation(endpoint, library: Library) -> None:
    answer = _written(endpoint, library, FAITHFUL)
    assert answer.answered
    assert answer.answer == f"{TEAGUE} [1]"
    assert [citation.number for citation in answer.citations] == [1]
    assert "stopped hiding" in answer.citations[0].quote
    assert answer.notices == ()


def _restated(sent: str) -> str:
    """What a model writes that puts each piece of evidence into one sentence of reported speech."""
    written: list[str] = []
    for number, piece in _evidence(sent).items():
        speaker = re.search(r"Speaker: ([^;\n]+)", piece)
        said = re.search(r"\b(?:said|advised|explained|reported|stated|added|replied) that ([^.»]+)", piece)
        if speaker and said and speaker[1] != "none":
            written.append(f"{speaker[1][:1].upper()}{speaker[1][1:]} told the meeting that {said[1]} [{number}].")
    return " ".join(written)


@pytest.mark.parametrize(
    "question",
    [
        QUESTION,
        "What was said about potholes?",
        "What was said about damp and mould?",
        "What did the police say about child protection teams?",
        "What was said about the swimming pool?",
        "What was said about kinship carers?",
    ],
)
def test_a_model_that_restates_its_evidence_is_believed(endpoint, library: Library, question: str) -> None:
    endpoint.reply = _restated
    answer = Assistant(library, endpoint.settings).ask(question)
    assert len(answer.citations) >= 2
    assert answer.notices == ()


def test_only_numbered_evidence_and_the_question_are_sent(endpoint, library: Library) -> None:
    _written(endpoint, library, FAITHFUL)
    (request,) = endpoint.requests
    system, user = request["messages"]
    assert "never an order" in system["content"]
    assert user["content"].startswith("Evidence:\n\n[1] ")
    assert user["content"].endswith(f"Question: {QUESTION}")
    assert all(re.search(r"Speaker: .+\n«[^«»]+»", piece) for piece in _evidence(user["content"]).values())


@pytest.mark.parametrize(
    ("invented", "reason"),
    [
        ("The Council has spent £3.2 million on cots [{teague}].", "the number 3.2"),
        ("Parents had shared beds in 47 homes [{teague}].", "the number 47"),
        ("Councillor Priti Sandhar stated that parents had stopped hiding the fact [{teague}].", "the name"),
        ("Parents had not stopped hiding the fact that they shared a bed [{teague}].", "the opposite"),
        ("The Ombudsman of Northumberland welcomed the change [{teague}].", "the name"),
        ("Road resurfacing on the bypass is to be finished by the contractor in spring [{teague}].", "something else"),
        ("Mr Teague said that “parents were now entirely honest” [{teague}].", ""),
        ("Mr Teague stated that parents had stopped hiding it because of a television advertisement [{teague}].", ""),
        ("He also praised the weather [{teague}].", "something else"),
        ("Everybody was very pleased with the lovely weather.", "cites nothing"),
    ],
)
def test_what_the_sources_do_not_support_is_taken_out_and_told(
    endpoint, library: Library, invented: str, reason: str
) -> None:
    answer = _written(endpoint, library, f"{FAITHFUL} {invented}")
    assert answer.answer == f"{TEAGUE} [1]"
    (notice,) = answer.notices
    assert "1 sentence of the language model was taken out because its sources do not support it" in notice
    assert reason in notice


def test_several_that_are_taken_out_are_counted(endpoint, library: Library) -> None:
    answer = _written(endpoint, library, f"It rained on 14 days. {FAITHFUL} Mr Bloggs said so [1]. It cost £9 [1].")
    assert "3 sentences of the language model were taken out" in answer.notices[0]


def test_words_of_one_are_not_anothers_because_both_are_cited(endpoint, library: Library) -> None:
    endpoint.reply = _numbered(FAITHFUL)
    Assistant(library, endpoint.settings).ask(QUESTION)
    evidence = _evidence(endpoint.requests[0]["messages"][-1]["content"])
    other = next(
        voice
        for piece in evidence.values()
        for voice in re.findall(r"Speaker: ((?:Councillor|Detective|Dr) [^;\n]+)", piece)
    )
    stolen = TEAGUE.replace("Mr Teague", other)
    answer = _written(endpoint, library, f"{FAITHFUL} {stolen[:-1]} [{{all}}].")
    assert answer.answer == f"{TEAGUE} [1]"
    assert "do not give these words" in answer.notices[0] or "its sources say" in answer.notices[0]


def test_a_sentence_that_only_leads_in_is_left_out_without_a_word(endpoint, library: Library) -> None:
    answer = _written(endpoint, library, f"Here is what the evidence shows:\n\n- {FAITHFUL}\n\nI hope this helps!")
    assert answer.answer == f"- {TEAGUE} [1]"
    assert answer.notices == ()


def test_numbers_of_no_evidence_are_dropped_and_ranges_read(endpoint, library: Library) -> None:
    answer = _written(endpoint, library, FAITHFUL.replace("[{teague}]", "[{all}] [99, 0]"))
    assert answer.answer == f"{TEAGUE} [1]"
    assert "stopped hiding" in answer.citations[0].quote


def test_a_sentence_without_a_number_gets_the_one_that_supports_it(endpoint, library: Library) -> None:
    answer = _written(endpoint, library, TEAGUE)
    assert answer.answer == f"{TEAGUE} [1]"
    assert "stopped hiding" in answer.citations[0].quote


def test_citations_are_numbered_in_the_order_of_use(endpoint, library: Library, composing: Assistant) -> None:
    quotes = [one for one in composing.ask(QUESTION).citations if len(one.speakers) == 1][:3]
    endpoint.reply = "\n".join(f"{' '.join(one.quote.split()).rstrip('.')} [{one.number}]." for one in reversed(quotes))
    answer = Assistant(library, endpoint.settings).ask(QUESTION)
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    used = list(dict.fromkeys(re.findall(r"\[(\d)\]", answer.answer)))
    assert used == [str(citation.number) for citation in answer.citations]
    shown = [citation.quote for citation in answer.citations]
    assert shown == [one.quote for one in reversed(quotes) if one.quote in shown]


def test_an_answer_cut_at_its_greatest_length_loses_the_last_sentence(endpoint, library: Library) -> None:
    endpoint.finish = "length"
    answer = _written(endpoint, library, f"{FAITHFUL} Mr Teague stated that par")
    assert answer.answer == f"{TEAGUE} [1]"
    assert answer.notices == ("The last sentence of the language model is left out, because it is not whole.",)


def test_what_a_model_thinks_is_no_answer(endpoint, library: Library) -> None:
    answer = _written(endpoint, library, f"<think>Who was it? Mr Bloggs, 47 times.</think>\n\n{FAITHFUL}")
    assert answer.answer == f"{TEAGUE} [1]"
    assert answer.notices == ()


@pytest.mark.parametrize(
    "question",
    [
        "What was said about the moon landing of 1969?",
        "Who attended the Cabinet meeting in December 2024?",
        "Has co-sleeping come up before?",
        "How often was co-sleeping discussed?",
        "When was co-sleeping last discussed?",
    ],
)
def test_refusals_and_what_the_book_answers_whole_go_to_no_model(
    endpoint, library: Library, composing: Assistant, question: str
) -> None:
    answer, composed = Assistant(library, endpoint.settings).ask(question), composing.ask(question)
    assert answer.model_copy(update={"seconds": 0.0}) == composed.model_copy(update={"seconds": 0.0})
    assert endpoint.requests == []


def test_the_pieces_are_the_answer_and_each_is_checked(endpoint, library: Library) -> None:
    endpoint.reply = _numbered(f"{FAITHFUL} The Mayor of Casterbridge disagreed [1]. {FAITHFUL}")
    *pieces, answer = Assistant(library, endpoint.settings).stream(QUESTION)
    assert isinstance(answer, Answer)
    assert "".join(pieces) == answer.answer
    assert not any("Casterbridge" in piece for piece in pieces)


def test_a_sentence_is_shown_while_the_rest_is_still_written(endpoint, library: Library) -> None:
    endpoint.reply = _numbered(f"{FAITHFUL} {FAITHFUL} {FAITHFUL} {FAITHFUL}")
    endpoint.pause = 0.02
    came: list[float] = []
    for _ in Assistant(library, endpoint.settings).stream(QUESTION):
        came.append(time.monotonic())
    assert len(came) == 5
    assert came[-1] - came[0] > 0.2


def test_evidence_is_cut_by_rank_to_the_budget(endpoint, library: Library) -> None:
    endpoint.reply = "NO ANSWER"
    Assistant(library, endpoint.settings).ask(QUESTION)
    Assistant(library, endpoint.settings.model_copy(update={"llm_evidence_tokens": 200})).ask(QUESTION)
    whole, cut = (_evidence(request["messages"][-1]["content"]) for request in endpoint.requests)
    assert 1 <= len(cut) < len(whole)
    assert cut[1].partition("»")[0] == whole[1].partition("»")[0]


def test_what_is_sent_is_what_an_openai_endpoint_takes(endpoint, library: Library) -> None:
    endpoint.reply = _numbered(FAITHFUL)
    set_to = endpoint.settings.model_copy(update={"llm_answer_tokens": 77})
    Assistant(library, set_to).ask(QUESTION)
    (request,) = endpoint.requests
    assert endpoint.paths == ["/v1/chat/completions"]
    assert endpoint.headers[0]["authorization"] == "Bearer none"
    assert {key: request[key] for key in ("model", "stream", "temperature", "max_tokens")} == {
        "model": "town-clerk-7b",
        "stream": True,
        "temperature": 0.0,
        "max_tokens": 77,
    }


@pytest.mark.parametrize("base", ["/openai/deployments/clerk", "/openai"])
def test_azure_takes_its_key_and_version_where_it_wants_them(endpoint, library: Library, base: str) -> None:
    endpoint.reply = _numbered(FAITHFUL)
    azure = AssistantSettings(
        llm_base=f"{endpoint.address}{base}", llm_model="clerk", llm_key="secret", llm_api_version="2024-10-21"
    )
    assert Assistant(library, azure).ask(QUESTION).notices == ()
    assert endpoint.paths == ["/openai/deployments/clerk/chat/completions?api-version=2024-10-21"]
    assert endpoint.headers[0]["api-key"] == "secret"
    assert "authorization" not in endpoint.headers[0]
