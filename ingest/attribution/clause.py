"""One clause: who its subject is, what the subject does, and whether that is speech."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from ingest.attribution import lexicon
from ingest.attribution.asides import asides
from ingest.attribution.askers import answers_what_was_said, asker_after, asker_in, is_invited, point_answered
from ingest.attribution.impersonal import impersonal_kind
from ingest.attribution.mentions import Mention, mention_at
from ingest.attribution.predicates import (
    Act,
    Predicate,
    is_no_question,
    is_wish,
    predicate_at,
    refers_back,
    speaks_later,
)
from ingest.records import StatementKind

Said = Literal["voice", "nobody", "goes_on"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence and who is said to speak in it.

    `said` is "nobody" for what no one said and "goes_on" where the sentence names no one; `form` is the subject with
    what stands beside it.

    answering   the clause answers whoever spoke before
    told        a passive with "by" or a clause with "which": no turn of its own that could answer
    request     something was asked for, no question put
    wish        it was asked that something be done: only what refers to it is an answer
    refers      what is said takes up what was said before ("said that it was")
    point       which of the points made before is answered, counted from 0 (-1: the last)
    doubtful    "and he said" behind another voice: the same person if his gender allows
    present     nobody speaks, but the subject is there, and "she" may mean her
    yields      who gave the word to the subject, or was asked by it, and may be meant by "she" again
    lets        whom the subject invites to speak, and who will be meant by "she"
    """

    start: int
    end: int
    said: Said
    subject: Mention | None = None
    form: str = ""
    act: Act = "other"
    verb: str = ""
    asker: Mention | None = None
    answering: bool = False
    kind: StatementKind | None = None
    told: bool = False
    request: bool = False
    wish: bool = False
    refers: bool = False
    point: int | None = None
    doubtful: bool = False
    present: bool = False
    yields: Mention | None = None
    lets: Mention | None = None

    @property
    def subject_is_pronoun(self) -> bool:
        """Whether "he", "she" or "they" is the subject."""
        return self.subject is not None and self.subject.kind == "pronoun"


_CALLED_UPON = re.compile(
    r"\b(?:deferred\s+to|heard\s+from|received\s+a\s+presentation\s+from|handed\s+(?:over\s+)?to|"
    r"passed\s+(?:over\s+)?to|turned\s+to|gave\s+way\s+to|referred\s+the\s+"
    r"\w+\s+to|called\s+(?:up)?on|brought\s+in)\s+(?:(?:his|her|their)\s+[^,.;]{1,60},\s+)?"
)
_WHO = re.compile(r",?\s+who\s")
_LEAVES = re.compile(r"\s+(?:\w+\s+){0,2}?(?:left|withdrew|departed|retired|had\s+left)\b")
_BY = re.compile(r"[^.;:]{0,60}?\bby\s+")
_TO_SPEAK = re.compile(
    r"\s+to\s+(?:speak|address|present|introduce|respond|reply|explain|comment|outline|summarise|report|"
    r"update|tell|say)\b"
)
_WHAT_IS_ASKED = re.compile(r",?\s+(?:whether|if|why|how|what|when|who|which|where|about|for)\b")
# "He thought not.": an answer, however it is put.
_IN_BRIEF = re.compile(r"\s+(?:so|not|otherwise)[.;,](?=\s|$)")
_ONE_OF_BODY = re.compile(r"(?i)^(?:an?|one|another|the\s+other|a\s+\w+)\s+(?:member|councillor|governor|trustee)$")
_HEADS_A_LIST = re.compile(r"[^.]{0,30}\b(?:following|number of (?:points|questions|issues)|points?)\b[^.]{0,40}:?\s*$")


def with_predicate(
    text: str, subject: Mention, known: Collection[str], *, frame: str, strict: bool = False
) -> Clause | None:
    """A clause for `subject` if a verb follows it, or follows what stands beside it.

    `frame` is the text in front of the subject; `strict` asks for a verb of saying.
    """
    for end in asides(text, subject):
        predicate = predicate_at(text, end)
        if predicate is None:
            continue
        if predicate.act == "earlier" and _is_told(text, subject, predicate, frame):
            return None
        if strict and (
            not (predicate.is_speech or predicate.act == "silent")
            or (subject.core == "They" and predicate.act == "stance")
        ):
            return None
        return _clause(text, subject, text[subject.start : end], predicate, known, frame)
    return None


def _suffered(predicate: Predicate) -> bool:
    """Whether somebody tells what had been done to her ("She had been stranded"), and no proceeding of the meeting."""
    return predicate.verb.startswith("had been ") and predicate.verb.split()[-1] not in lexicon.PROCEEDINGS


def _is_told(text: str, subject: Mention, predicate: Predicate, frame: str) -> bool:
    """Whether what had been done is told by somebody else: "the developer has placed", but "Isla had seen the van"."""
    is_own = subject.kind in ("person", "pronoun") or _ONE_OF_BODY.search(subject.core) is not None
    is_own = is_own and not frame and predicate.verb.startswith("had")
    return not is_own and speaks_later(text, predicate) is None


def _clause(
    text: str, subject: Mention, form: str, predicate: Predicate, known: Collection[str], frame: str
) -> Clause | None:
    whole = (0, len(text))
    called = _called_upon(text, predicate, known)
    if called is not None:
        return replace(called, yields=subject if subject.kind in ("person", "post") else None)
    proceeds = subject.kind == "body" and impersonal_kind(text[subject.start : subject.start + 300]) == "report"
    if proceeds or (
        subject.kind == "body" and not (predicate.act == "passive" or predicate.verb in lexicon.BODY_VOICES)
    ):
        return Clause(*whole, "nobody", kind="procedure")
    act = predicate.act
    if subject.kind in ("person", "post", "pronoun", "generic") and act in ("silent", "passive", "earlier", "other"):
        act = speaks_later(text, predicate) or ("other" if act == "earlier" else act)
    if act in ("said", "stance") and speaks_later(text, predicate) == "asked":
        act = "asked"
    if act == "passive" and subject.kind == "pronoun" and _suffered(predicate):
        act = "other"
    if act == "passive" and (represented := _spoken_for(text, predicate, known)):
        return represented
    if act in ("silent", "passive"):
        kind: StatementKind = "declaration" if "declared" in predicate.verb else "procedure"
        present = not _LEAVES.match(text, subject.start + len(form))
        return Clause(*whole, "nobody", kind=kind, subject=subject, form=form, present=present)
    if act == "other" and not _other_is_speech(subject, predicate):
        shifted = predicate.verb.split()[0] in lexicon.AUXILIARIES
        return Clause(*whole, "nobody", kind="procedure") if subject.kind in ("person", "post") or not shifted else None
    if subject.kind in ("generic", "post") and subject.plural and _HEADS_A_LIST.match(text, predicate.end):
        return Clause(*whole, "nobody", kind="discussion")
    asker = None if is_invited(frame) else asker_in(frame, known)
    asker = asker or asker_after(text, predicate.end, known, answered=act == "answered")
    brief = predicate.verb in lexicon.THOUGHT and _IN_BRIEF.match(text, predicate.end) is not None
    answering = asker is None and (act == "answered" or answers_what_was_said(frame) or predicate.reacts or brief)
    if brief and subject.kind == "pronoun":
        act = "answered"
    return Clause(
        *whole,
        "voice",
        subject,
        form.strip(),
        act,
        predicate.verb,
        asker,
        answering,
        told=is_invited(frame),
        request=act == "asked" and is_no_question(text, predicate),
        wish=is_wish(text, predicate),
        refers=refers_back(text, predicate),
        point=point_answered(frame),
        yields=_asked_of(text, predicate, known),
        lets=_let_speak(text, predicate, known),
    )


def _spoken_for(text: str, predicate: Predicate, known: Collection[str]) -> Clause | None:
    """Who speaks in "Mr Quist was represented by Mr Shaw, who asked for an adjournment"."""
    by = _BY.match(text, predicate.end)
    person = mention_at(text, by.end(), known) if by else None
    return who_speaks(text, person) if person else None


def _let_speak(text: str, predicate: Predicate, known: Collection[str]) -> Mention | None:
    """Whom the subject invites or asks to speak: "The Chair invited Mr Dunn to speak"."""
    if predicate.verb not in ("invited", "asked", "called", "allowed", "permitted"):
        return None
    at = predicate.end + (len(" on") if text.startswith(" on ", predicate.end) else 0) + 1
    person = mention_at(text, at, known)
    if person is None or person.kind not in ("person", "post"):
        return None
    return person if any(_TO_SPEAK.match(text, end) for end in asides(text, person)) else None


def _asked_of(text: str, predicate: Predicate, known: Collection[str]) -> Mention | None:
    """Who is asked: "Cllr Peel asked the Head of Parks when the pond would be dredged"."""
    if predicate.verb not in lexicon.QUESTIONS:
        return None
    person = mention_at(text, predicate.end + 1, known)
    if person is None or person.kind not in ("person", "post") or person.plural:
        return None
    return person if any(_WHAT_IS_ASKED.match(text, end) for end in asides(text, person)) else None


def _other_is_speech(subject: Mention, predicate: Predicate) -> bool:
    """An unlisted verb counts as speech for a single person in the room, not for bodies and groups."""
    if subject.kind == "body" or (subject.plural and subject.kind != "person"):
        return False
    return subject.kind != "generic" or predicate.verb.startswith(("had", "would", "could", "did", "liked"))


def _called_upon(text: str, predicate: Predicate, known: Collection[str]) -> Clause | None:
    """Whom a subject that does not speak gives the word: "Ms X deferred to her manager, Mr Y, who told"."""
    begin = max(0, predicate.end - len(predicate.verb))
    call = _CALLED_UPON.match(text, begin, begin + 120)
    person = mention_at(text, call.end(), known) if call else None
    if person is None or person.kind not in ("person", "post"):
        return None
    return who_speaks(text, person)


def who_speaks(text: str, person: Mention) -> Clause | None:
    """The clause of a person of whom a clause with "who" says what he or she said."""
    for end in asides(text, person):
        who = _WHO.match(text, end) or _WHO.match(text, end - 1)
        spoken = predicate_at(text, who.end() - 1) if who else None
        if spoken is not None and spoken.is_speech:
            return Clause(0, len(text), "voice", person, text[person.start : end], spoken.act, spoken.verb)
    return None
