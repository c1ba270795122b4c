"""Who is let speak by the sentence before: "A petition was handed in by Miss Forsgate. She said …"; and whose letter
is read out: "The Clerk read a statement by Mr Ott. He asked for a fence"."""

import re
from collections.abc import Collection

from ingest.attribution.asides import asides
from ingest.attribution.mentions import Mention, mention_at
from ingest.people import NAME_WORD, TITLE
from ingest.sentences import sentence_spans

NAMED = re.compile(rf"\b{TITLE}\s+{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}")
_INTRODUCED = re.compile(
    rf"\b(?:(?:handed\s+in|presented|brought|submitted)\s+by|called|invited|welcomed|introduced)\s+(?:(?:the|an?)\s[^,.;]{{2,60}},\s+)?"
    rf"(?P<after>{NAMED.pattern[2:]})|(?P<before>{NAMED.pattern[2:]})(?:,[^.;,]{{2,60}})?,?\s+was\s+(?:then\s+)?"
    r"(?:allowed|invited|permitted|asked|called\s+upon)\s+to\s+(?:speak|address|respond|comment)"
)
_WRITING = r"(?:letters?|e-?mails?|(?:written\s+)?statements?|messages?|notes?|submissions?|representations?|testimony)"
_WRITTEN_BY = re.compile(
    rf"\b{_WRITING}(?:\s+received)?\s+(?:from|by|on\s+behalf\s+of|(?:written|submitted|sent)\s+(?:in\s+)?by)\s+"
)
_WROTE = re.compile(
    rf",?\s+(?:had|has|having)\s+(?:also\s+)?(?:sent|written|submitted|emailed|e-mailed|supplied|left|provided)\b"
    rf"(?=[^.;]{{0,40}}\b{_WRITING}\b|\s+(?:to|in)\b)"
)
# What goes on telling of the same letter.
_OF_IT = re.compile(r"(?:It|In\s+(?:it|this|that)|This|The\s+" + _WRITING + r")\b")


def introduced_in(passed: str) -> str | None:
    """Whom the last sentence of `passed` lets speak, as printed."""
    found = _INTRODUCED.search(_last(passed))
    return (found["after"] or found["before"]) if found else None


def writer_in(passed: str, known: Collection[str]) -> tuple[Mention, str] | None:
    """Whose letter, statement or message the last sentence of `passed` tells of, with the words beside the name."""
    sentence = _last(passed)
    by = _WRITTEN_BY.search(sentence)
    writer = mention_at(sentence, by.end() if by else 0, known)
    if writer is None or writer.plural or writer.kind not in ("person", "post"):
        return None
    ends = asides(sentence, writer)
    if by:
        return writer, sentence[writer.start : ends[0] if ends else writer.end]
    wrote = next((end for end in ends if _WROTE.match(sentence, end)), None)
    return (writer, sentence[writer.start : wrote]) if wrote is not None else None


def _last(passed: str) -> str:
    """The last sentence, but for those that tell more of a letter."""
    sentences = [passed[start:end] for start, end in sentence_spans(passed)]
    while len(sentences) > 1 and _OF_IT.match(sentences[-1]):
        sentences.pop()
    return sentences[-1] if sentences else ""
