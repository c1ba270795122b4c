"""The answer of a language model: written from numbered evidence, each sentence checked before it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.answer.phrases import counted
from assistant.language_model.attributed import NOTHING_BEFORE, Before, with_full_forms
from assistant.language_model.endpoint import LanguageModelFailed, stream_text
from assistant.language_model.prompt import NO_ANSWER, messages
from assistant.language_model.sentences import CitedSentence, cited_sentences
from assistant.language_model.support import unsupported
from assistant.language_model.thoughts import without_thoughts
from assistant.language_model.wording import Encode, says_nothing
from assistant.model import Citation

if TYPE_CHECKING:
    from llama_index.core.llms import LLM


@dataclass(slots=True)
class Written:
    """What has been written so far: the text, what it cites in the order of use, and what was taken out and why."""

    text: str = ""
    citations: list[Citation] = field(default_factory=list)
    taken_out: list[str] = field(default_factory=list)
    cut_off: bool = False
    before: Before = NOTHING_BEFORE

    def notices(self) -> tuple[str, ...]:
        """What the reader is told of sentences that were taken out, and of an answer that was cut off."""
        told: list[str] = []
        if self.taken_out:
            several = len(self.taken_out) > 1
            told.append(
                f"{counted(len(self.taken_out), 'sentence')} of the language model {'were' if several else 'was'} taken"
                f" out because {'their' if several else 'its'} sources do not support {'them' if several else 'it'} "
                f"({self.taken_out[0]})."
            )
        if self.cut_off:
            told.append("The last sentence of the language model is left out, because it is not whole.")
        return tuple(told)

    def add(self, sentence: CitedSentence, quotes: Sequence[Citation]) -> str:
        """Take a sentence in with its quotes, renumbered in the order of use; gives the piece of text."""
        marks = "".join(f"[{self._number(quote)}]" for quote in quotes)
        between = sentence.before if self.text else sentence.before.lstrip()
        piece = f"{between}{sentence.text} {marks}"
        self.text += piece
        voices = dict.fromkeys(voice for quote in quotes for voice in quote.speakers)
        self.before = Before(f"{self.before.text} {sentence.text}".strip(), tuple(voices))
        return piece

    def _number(self, quote: Citation) -> int:
        for citation in self.citations:
            if citation.model_copy(update={"number": quote.number}) == quote:
                return citation.number
        self.citations.append(quote.model_copy(update={"number": len(self.citations) + 1}))
        return len(self.citations)


def write(
    model: "LLM", question: str, evidence: Sequence[Citation], encode: Encode, seconds: float
) -> Iterator[str | Written]:
    """The answer in pieces, each a checked sentence with its markers; the last thing is the whole.

    `evidence` is numbered from 1, best first. Raises `LanguageModelFailed` where the endpoint fails, takes over
    `seconds`, or writes nothing that its evidence supports.
    """
    written = Written()
    known = with_full_forms(evidence)
    pieces = without_thoughts(stream_text(model, messages(question, evidence), seconds))
    for sentence in cited_sentences(pieces):
        if sentence.text.rstrip(".").upper() == NO_ANSWER:
            break
        if not sentence.whole:
            written.cut_off = True
            break
        quotes, reason = _supported(sentence, known, encode, written.before)
        if reason is None:
            yield written.add(sentence, [evidence[quote.number - 1] for quote in quotes])
        elif not says_nothing(sentence.text):
            written.taken_out.append(reason)
    if not written.text:
        raise LanguageModelFailed(_without_text(written))
    yield written


def _without_text(written: Written) -> str:
    """Why nothing that was written can be shown."""
    if written.taken_out:
        return "Nothing that the language model wrote is supported by the records."
    if written.cut_off:
        return "The language model did not come to the end of a sentence."
    return "The language model found no answer in the evidence."


def _supported(
    sentence: CitedSentence, evidence: Sequence[Citation], encode: Encode, before: Before
) -> tuple[list[Citation], str | None]:
    """The quotes that support a sentence, or why none does. Numbers of no evidence are dropped.

    Of several that are cited, those are kept that support it by themselves, where there are such; without a usable
    number, the one piece of evidence is cited that does.
    """
    cited = [piece for piece in evidence if piece.number in sentence.numbers]
    alone = (piece for piece in cited or evidence if unsupported(sentence.text, [piece], encode, before) is None)
    if not cited:
        found = next(alone, None)
        return ([found], None) if found else ([], "it cites nothing that supports it")
    if found_alone := list(alone):
        return found_alone, None
    return cited, unsupported(sentence.text, cited, encode, before)
