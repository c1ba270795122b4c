"""The answer of a language model: written from numbered evidence, each sentence checked before it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.answer.phrases import counted
from assistant.language_model.endpoint import LanguageModelFailed, stream_text
from assistant.language_model.prompt import NO_ANSWER, messages
from assistant.language_model.sentences import CitedSentence, cited_sentences
from assistant.language_model.support import Encode, unsupported
from assistant.model import Citation

if TYPE_CHECKING:
    from llama_index.core.llms import LLM


@dataclass(slots=True)
class Written:
    """What has been written so far: the text, what it cites in the order of use, and what was taken out and why."""

    text: str = ""
    citations: list[Citation] = field(default_factory=list)
    taken_out: list[str] = field(default_factory=list)

    def notices(self) -> tuple[str, ...]:
        """What the reader is told of sentences that were taken out."""
        if not self.taken_out:
            return ()
        several = len(self.taken_out) > 1
        return (
            f"{counted(len(self.taken_out), 'sentence')} of the language model {'were' if several else 'was'} taken out"
            f", because the sources do not support {'them' if several else 'it'} ({self.taken_out[0]}).",
        )

    def add(self, sentence: CitedSentence, quotes: Sequence[Citation]) -> str:
        """Take a sentence in with its quotes, renumbered in the order of use; gives the piece of text."""
        marks = "".join(f"[{self._number(quote)}]" for quote in quotes)
        before = (sentence.before if self.text else sentence.before.lstrip()) or ""
        piece = f"{before}{sentence.text} {marks}"
        self.text += piece
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
    for sentence in cited_sentences(stream_text(model, messages(question, evidence), seconds)):
        if sentence.text.rstrip(".").upper() == NO_ANSWER:
            break
        quotes, reason = _supported(sentence, evidence, encode) if sentence.whole else ([], "it breaks off")
        if reason is None:
            yield written.add(sentence, quotes)
        else:
            written.taken_out.append(reason)
    if not written.text:
        raise LanguageModelFailed(
            "Nothing that the language model wrote is supported by the records."
            if written.taken_out
            else "The language model found no answer in the evidence."
        )
    yield written


def _supported(
    sentence: CitedSentence, evidence: Sequence[Citation], encode: Encode
) -> tuple[list[Citation], str | None]:
    """The quotes that support a sentence, or why none does. Numbers of no evidence are dropped.

    Of several that are cited, those are kept that add to the support; without a usable number, the one piece of
    evidence is cited that supports the sentence by itself.
    """
    cited = [piece for piece in evidence if piece.number in sentence.numbers]
    if not cited:
        found = next((piece for piece in evidence if unsupported(sentence.text, [piece], encode) is None), None)
        return ([found], None) if found else ([], "it cites nothing that supports it")
    alone = [piece for piece in cited if unsupported(sentence.text, [piece], encode) is None]
    if alone:
        return alone, None
    return cited, unsupported(sentence.text, cited, encode)
