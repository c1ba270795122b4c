"""A sentence as clauses with a voice each: "Cllr Hale felt X and Cllr Lee agreed, saying Y" has two.

Rules, in the order in which they are tried on a sentence without its number or bullet:
1. a person at the start with a verb; 2. what nobody said; 3. a passive with "by"; 4. a person behind a frame or an
inserted "he said"; 5. nothing of it, and the voice before may go on.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from ingest.attribution import lexicon
from ingest.attribution.askers import answers_what_was_said, asker_after, asker_in
from ingest.attribution.impersonal import agent_place, impersonal_kind
from ingest.attribution.mentions import Mention, asides, mention_at
from ingest.attribution.predicates import Act, Predicate, predicate_at
from ingest.records import StatementKind

Said = Literal["voice", "nobody", "goes_on"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence and who is said to speak in it.

    `said` is "nobody" for what no one said and "goes_on" where the sentence names no one. `form` is the subject with
    what stands beside it. `answering` says that the clause answers whoever spoke before; `told` that it is a passive
    with "by" or a clause with "which", and so no turn of its own that could answer.
    """

    start: int
    end: int
    said: Said
    subject: Mention | None = None
    form: str = ""
    act: Act = "other"
    asker: Mention | None = None
    answering: bool = False
    kind: StatementKind | None = None
    told: bool = False


_LEAD = re.compile(
    r"(?:[•·◦▪§‣o\-–—*]\s+|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivxl]{1,5})[.)]\s+|"
    r"\d{1,3}[A-Z]?\.\d{1,3}\s+|[\"“‘(]\s*(?=[A-Z]))+"
)
_SUBJECT = re.compile(
    r"(?:(?<=[,;:]\s)|(?<=\s)|(?<=[–—]\s))(?=[Tt]he\s|[A-Z]|(?:an?|one|another|two|three|some|several|"
    r"officers|members|he|she|they)\b)"
)
_FRAME = re.compile(
    r"(?:At|In|On|Before|After|Following|Upon|As|With|For|During|When|While|Whilst|Having|Asked|Speaking|"
    r"Responding|Replying|Answering|Returning|Closing|"
    r"Seconding|Introducing|Thanking|Turning|Referring|Summing|Moving|Proposing|Opening|Concluding|"
    r"Regarding|Concerning|Under|By|Given|Accepting|Although|Though|"
    r"Commenting|Arising|Finally|Lastly|Firstly|Secondly|Thirdly|However|Nevertheless|Further|"
    r"Furthermore|Moreover|Additionally|Also|Then|Later|Subsequently|Pressed|Questioned|Addressing|"
    r"Supporting|Opposing|Noting|Presenting|Declaring|Welcoming|Acknowledging|Recognising|Drawing|"
    r"Echoing|Building|Reflecting|Continuing|Prior|Since|If|To|From|Invited|Prompted|Challenged|"
    r"Representing|Attending|Joining|Agreeing|Disagreeing|Adding|Despite|Notwithstanding|Where|Once|"
    r"Until|Because|Unlike|Like|Mindful|Aware|Conscious|Concerned|Whereas|Clarifying|Explaining|"
    r"Confirming|Through|Without|Taking|Giving|[A-Z][a-z]+ing)\b"
)
_NOT_BEFORE_SUBJECT = re.compile(
    r"(?:\b(?:from|by|to|of|with|for|than|between|who|which|whom|that|whether|if|how|why|what|and|or|"
    r"about|at|on|in|as|whose|under|per|into|against|via|including|towards|regarding)|[’'](?:s|d|ll|ve|"
    r"re)?)\s*$",
    re.I,
)
_SAYING = frozenset(
    "said explained thought added felt believed allowed suggested warned argued noted replied answered "
    "reported advised considered hoped stated asked continued remarked observed conceded admitted "
    "stressed insisted claimed recalled wondered agreed confirmed commented".split()
)
_INVERTED = re.compile(rf",[”\"’]?\s+(?P<verb>{'|'.join(sorted(_SAYING))})\s+")
_JOINT = re.compile(
    r"(?P<to>,?\s+to\s+which\s+)|(?P<which>,\s+which\s+)|(?P<semi>;\s+(?:and\s+|but\s+|while\s+|however,?\s+)?)|"
    r"(?P<and>,?\s+(?:and|but|while|whilst|whereas|although|though)(?:,?\s+(?:then\s+|in\s+(?:reply|"
    r"response|turn|answer),?\s+|[a-z]+ing\b[^,;.]{0,60},\s+))?,?\s+)"
)
_THAT = re.compile(r"\b(?:that|whether|if|why|how)\b")


def clauses_of(text: str, known: Collection[str]) -> list[Clause]:
    """The clauses of one sentence, in order, covering all of it; places are within `text`."""
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    first = _first_clause(text, begin, known)
    return _split(text, first, known)


def _first_clause(text: str, begin: int, known: Collection[str]) -> Clause:
    subject = mention_at(text, begin, known)
    if subject is not None:
        clause = _with_predicate(text, subject, known, frame="", strict=subject.core == "They")
        if clause is not None:
            return clause
    kind = impersonal_kind(text[begin : begin + 400])
    passive = _agent_clause(text, begin, known)
    if passive is not None:
        return passive
    if kind is not None:
        return Clause(0, len(text), "nobody", kind=kind)
    framed = _framed_clause(text, begin, known)
    if framed is not None:
        return framed
    return Clause(0, len(text), "goes_on")


def _with_predicate(
    text: str, subject: Mention, known: Collection[str], *, frame: str, strict: bool = False
) -> Clause | None:
    """A clause for `subject` if a verb follows it, or follows what stands beside it."""
    for end in asides(text, subject):
        predicate = predicate_at(text, end)
        if predicate is None:
            continue
        if strict and not predicate.is_speech:
            return None
        return _clause(text, subject, text[subject.start : end], predicate, known, frame)
    return None


def _clause(
    text: str, subject: Mention, form: str, predicate: Predicate, known: Collection[str], frame: str
) -> Clause | None:
    whole = (0, len(text))
    if subject.kind == "body" and not (predicate.act == "passive" or predicate.verb in lexicon.BODY_VOICES):
        return Clause(*whole, "nobody", kind="procedure")
    if predicate.act in ("silent", "passive"):
        kind: StatementKind = "declaration" if "declared" in predicate.verb else "procedure"
        return Clause(*whole, "nobody", kind=kind, subject=subject, form=form)
    if predicate.act == "other" and not _other_is_speech(text, subject, predicate):
        return Clause(*whole, "nobody", kind="procedure") if subject.kind in ("person", "post") else None
    if (
        subject.kind == "generic"
        and subject.plural
        and re.match(
            r"[^.]{0,30}\b(?:following|number of (?:points|questions|issues)|points?)\b[^.]{0,40}:?\s*$",
            text[predicate.end :],
        )
    ):
        return Clause(*whole, "nobody", kind="discussion")
    asker = asker_in(frame, known) or asker_after(text, predicate.end, known, answered=predicate.act == "answered")
    answering = asker is None and (predicate.act == "answered" or answers_what_was_said(frame))
    return Clause(*whole, "voice", subject, form.strip(), predicate.act, asker, answering)


def _other_is_speech(text: str, subject: Mention, predicate: Predicate) -> bool:
    """An unlisted verb counts as speech for a single person in the room, not for bodies and groups."""
    if subject.kind == "body" or (subject.plural and subject.kind != "person"):
        return False
    return subject.kind != "generic" or predicate.verb.startswith(("had", "would", "could", "did", "liked"))


def _agent_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    place = agent_place(text[begin:])
    if place is None:
        return None
    agent = mention_at(text, begin + place, known)
    if agent is None or (agent.kind in ("body", "pronoun") and agent.core != "the Committee"):
        return None
    act: Act = (
        "asked"
        if re.search(r"\b(?:asked|queried|questioned|requested|sought)\b", text[begin : begin + place])
        else "said"
    )
    if re.search(r"\b(?:moved|proposed|seconded)\b", text[begin : begin + place]):
        act = "moved"
    ends = asides(text, agent)
    bracketed = [end for end in ends[1:] if text[end - 1 : end] == ")"]
    end = bracketed[0] if bracketed else ends[0]
    return Clause(0, len(text), "voice", agent, text[agent.start : end], act, told=True)


def _framed_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    framed = _FRAME.match(text, begin) is not None
    for place in _SUBJECT.finditer(text, begin + 1, min(len(text), begin + 420)):
        before = text[begin : place.start()]
        after_comma = before.rstrip().endswith((",", "–", "—", ";"))
        if not after_comma and not (framed and place.start() - begin < 110):
            continue
        if _NOT_BEFORE_SUBJECT.search(before):
            continue
        subject = mention_at(text, place.start(), known)
        if subject is None or (subject.kind == "pronoun" and not after_comma and not framed):
            continue
        clause = _with_predicate(
            text,
            subject,
            known,
            frame=before if framed else "",
            strict=not (framed and after_comma and subject.kind != "generic"),
        )
        if clause is None or (clause.said != "voice"):
            continue
        if subject.kind == "pronoun" and clause.act == "other":
            continue
        return clause
    return _inverted_clause(text, begin, known)


def _inverted_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    inverted = _INVERTED.search(text, begin)
    if inverted is None:
        return None
    subject = mention_at(text, inverted.end(), known)
    if subject is None or subject.kind == "body":
        return None
    return Clause(0, len(text), "voice", subject, subject.core, "said")


def _split(text: str, first: Clause, known: Collection[str]) -> list[Clause]:
    """Cut `first` where somebody else begins to speak within the sentence."""
    parts: list[Clause] = []
    current, cut = first, 0
    searched = first.subject.end if first.subject else 0
    for joint in _JOINT.finditer(text, searched):
        if joint.end() <= searched:
            continue
        new = _clause_after(text, joint, current, cut, known)
        if new is None:
            continue
        parts.append(_cut(current, cut, joint.start()))
        current, cut = new, joint.start()
        searched = new.subject.end if new.subject else joint.end()
    parts.append(_cut(current, cut, len(text)))
    return parts


def _cut(clause: Clause, start: int, end: int) -> Clause:
    return replace(clause, start=start, end=end)


def _clause_after(text: str, joint: re.Match[str], current: Clause, cut: int, known: Collection[str]) -> Clause | None:
    if re.match(r"there\s+was\s+no\b|no\s+(?:seconder|vote)\b", text[joint.end() : joint.end() + 30]):
        return Clause(0, 0, "nobody", kind="procedure") if joint.lastgroup in ("and", "semi") else None
    subject = mention_at(text, joint.end(), known)
    if (
        subject is None
        or subject.kind == "body"
        or (subject.kind == "generic" and subject.plural and joint.lastgroup != "semi")
    ):
        return None
    if subject.kind == "pronoun" and joint.lastgroup not in ("semi", "to"):
        return None
    clause = _with_predicate(text, subject, known, frame=joint[0])
    if clause is None or clause.said != "voice":
        return None
    predicate = predicate_at(text, joint.end() + len(clause.form)) or predicate_at(text, subject.end)
    reported = _THAT.search(text, max(cut, current.subject.end if current.subject else 0), joint.start()) is not None
    if reported and joint.lastgroup != "which" and not _breaks_out(subject, clause, predicate):
        return None
    return replace(clause, told=joint.lastgroup == "which")


def _breaks_out(subject: Mention, clause: Clause, predicate: Predicate | None) -> bool:
    """Whether a clause behind "X said that ... and" is another voice rather than more of what X said.

    Reported speech shifts back ("had", "would"), so a plain past ("and Mr Yarrow confirmed") stands outside it.
    """
    if predicate is None or predicate.verb.startswith(
        ("had", "would", "could", "might", "should", "was", "were", "did")
    ):
        return False
    return clause.act != "other" or subject.kind == "person"
