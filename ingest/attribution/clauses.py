"""A sentence as clauses with a voice each: "Cllr Hale felt X and Cllr Lee agreed, saying Y" has two.

Rules, in the order in which they are tried on a sentence without its number or bullet:
1. a person at the start with a verb of saying; 2. an inserted "she said"; 3. a person at the start with another verb;
4. a passive with "by"; 5. what nobody said; 6. a person behind a frame; 7. none of it, and the voice before may go on.
`joints` then cuts the sentence where somebody else begins to speak.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from ingest.attribution import lexicon
from ingest.attribution.askers import answers_what_was_said, asker_after, asker_in, is_invited
from ingest.attribution.impersonal import agent_place, impersonal_kind
from ingest.attribution.mentions import Mention, asides, mention_at
from ingest.attribution.predicates import Act, Predicate, act_of_verb, is_no_question, predicate_at, speaks_later
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
    doubtful    "and he said" behind another voice: the same person if his gender allows
    present     nobody speaks, but the subject was let in or called upon, and "she" may mean her
    yields      who gave the word to the subject, and may be meant by "she" again
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
    doubtful: bool = False
    present: bool = False
    yields: Mention | None = None


_LEAD = re.compile(
    r"(?:[•·◦▪§‣o\-–—*]\s+|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivxl]{1,5})[.)]\s+|"
    r"\d{1,3}[A-Z]?\.\d{1,3}\s+|[\"“‘(]\s*(?=[A-Z]))+"
)
_SUBJECT = re.compile(
    r"(?:(?<=[,;:]\s)|(?<=\s)|(?<=[–—]\s))(?=[Tt]he\s|[A-Z]|(?:an?|one|another|two|three|some|several|both|"
    r"officers|members|he|she|they)\b)"
)
_FRAME = re.compile(
    r"(?:At|In|On|Before|After|Following|Upon|As|With|For|During|When|While|Whilst|Having|Asked|"
    r"Regarding|Concerning|Under|By|Given|Although|Though|Finally|Lastly|Firstly|Secondly|Thirdly|However|"
    r"Nevertheless|Further|Furthermore|Moreover|Additionally|Also|Then|Later|Thereafter|Subsequently|Pressed|"
    r"Questioned|Prior|Since|If|To|From|Invited|Prompted|Challenged|Despite|Notwithstanding|Where|Once|"
    r"Until|Because|Unlike|Like|Mindful|Aware|Conscious|Concerned|Whereas|Through|Without|There\s+being|"
    r"[A-Z][a-z]+ing)\b"
)
_SUBORDINATE = re.compile(
    r"(?:While|Whilst|Although|Though|As|When|If|Since|Because|Before|After|Once|Until|Where|Whereas|Having)\b"
)
_ABSOLUTE = re.compile(r",?\s+(?:being|having|not\s+being)\b")
_LEADS_TO_EVENT = re.compile(
    r"(?:There\s+being|Following|After|Upon|On\s+(?:a|being|the)|Before|At\s+th(?:is|e)|With\s+the|Having)\b|"
    r"[^,.;]{3,100}?\s(?:being|having\s+(?:been|left|had))\s"
)
_NOT_BEFORE_SUBJECT = re.compile(
    r"(?:\b(?:from|by|to|of|with|for|than|between|who|which|whom|that|whether|if|how|why|what|and|or|"
    r"about|at|on|in|as|the|an?|our|their|its|his|her|whose|under|per|into|against|via|including|towards|regarding)|[’'](?:s|d|ll|ve|"
    r"re)?)\s*$",
    re.I,
)
_INSIDE_NAME = re.compile(r"\s[A-Z][\w’'-]*\s$")
_SAYING = frozenset(
    "said explained thought added felt believed allowed suggested warned argued noted replied answered "
    "reported advised considered hoped stated asked continued remarked observed conceded admitted "
    "stressed insisted claimed recalled wondered agreed confirmed commented told responded acknowledged".split()
)
_INSERTED = re.compile(
    rf"(?:\s+(?:also|then|further|later))?\s+(?P<verb>{'|'.join(sorted(_SAYING))})"
    r"(?:\s+(?:Members|(?:the\s+)?[A-Z]\w+|him|her|them))?(?=[,.;]|\s*$)"
)
_COMMA = re.compile(r",[”\"’]?\s+")
_INVERTED = re.compile(rf"(?:,[”\"’]?|[?!][”\"’])\s+(?P<verb>{'|'.join(sorted(_SAYING))})\s+")
_RELATIVE = re.compile(r",\s+(?:which|who|that|whose)\b")
_CALLED_UPON = re.compile(
    r"\b(?:deferred\s+to|heard\s+from|received\s+a\s+presentation\s+from|handed\s+(?:over\s+)?to|passed\s+(?:over\s+)?to|turned\s+to|gave\s+way\s+to|referred\s+the\s+"
    r"\w+\s+to|called\s+(?:up)?on|brought\s+in)\s+(?:(?:his|her|their)\s+[^,.;]{1,60},\s+)?"
)
_ATTENDING = re.compile(
    r"(?:Also\s+)?(?:[Pp]resent|[Ii]n\s+attendance|[Aa]ttending|[Jj]oining|[Ww]ith\s+them|[Aa]ccompanying)\b[^,.;]{0,60}?\s(?:was|were)\s+"
)
_WHO = re.compile(r",?\s+who\s")
_LET_SPEAK = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:took\s+the\s+chair|joined|arrived|returned|rose|attended)\b|"
    r"\s+(?:\w+\s+){0,3}?(?:allowed|invited|permitted|asked|called|welcomed|introduced)\b[^.;]{0,40}"
    r"(?:\bto\s+(?:speak|address|respond|reply|present|introduce|comment|join)|[.;]|$)"
)
_LONGEST_FRAME = 420


def first_clause(text: str, known: Collection[str]) -> Clause:
    """Who speaks at the beginning of the sentence `text`; the clause is said to go on to its end."""
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    subject = mention_at(text, begin, known)
    clause = with_predicate(text, subject, known, frame="", strict=subject.core == "They") if subject else None
    if clause is not None and clause.said == "voice" and clause.act not in ("other", "stance"):
        return clause
    inserted = _inserted_clause(text, begin, known)
    if inserted is not None:
        return inserted
    if clause is not None:
        return (_agent_clause(text, begin, known) if clause.said == "nobody" else None) or clause
    return (
        _attending_clause(text, begin, known)
        or _agent_clause(text, begin, known)
        or _nobody_clause(text, begin)
        or _framed_clause(text, begin, subject, known)
        or _inverted_clause(text, begin, known)
        or _event_behind_frame(text, begin)
        or Clause(0, len(text), "goes_on")
    )


def _nobody_clause(text: str, begin: int) -> Clause | None:
    kind = impersonal_kind(text[begin : begin + 400])
    return Clause(0, len(text), "nobody", kind=kind) if kind else None


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
        if predicate.act == "earlier" and speaks_later(text, predicate) is None:
            return None
        if strict and (not predicate.is_speech or (subject.core == "They" and predicate.act == "stance")):
            return None
        return _clause(text, subject, text[subject.start : end], predicate, known, frame)
    return None


def _clause(
    text: str, subject: Mention, form: str, predicate: Predicate, known: Collection[str], frame: str
) -> Clause | None:
    whole = (0, len(text))
    called = _called_upon(text, predicate, known)
    if called is not None:
        return replace(called, yields=subject if subject.kind in ("person", "post") else None)
    if subject.kind == "body" and not (predicate.act == "passive" or predicate.verb in lexicon.BODY_VOICES):
        return Clause(*whole, "nobody", kind="procedure")
    act = predicate.act
    if subject.kind in ("person", "post", "pronoun", "generic") and act in ("silent", "passive", "earlier", "other"):
        act = speaks_later(text, predicate) or act
    if act == "said" and speaks_later(text, predicate) == "asked":
        act = "asked"
    if act in ("silent", "passive"):
        kind: StatementKind = "declaration" if "declared" in predicate.verb else "procedure"
        present = _LET_SPEAK.match(text, subject.start + len(form)) is not None
        return Clause(*whole, "nobody", kind=kind, subject=subject, form=form, present=present)
    if act == "other" and not _other_is_speech(subject, predicate):
        shifted = predicate.verb.split()[0] in lexicon.AUXILIARIES
        return Clause(*whole, "nobody", kind="procedure") if subject.kind in ("person", "post") or not shifted else None
    if subject.kind == "generic" and subject.plural and _HEADS_A_LIST.match(text, predicate.end):
        return Clause(*whole, "nobody", kind="discussion")
    asker = None if is_invited(frame) else asker_in(frame, known)
    asker = asker or asker_after(text, predicate.end, known, answered=act == "answered")
    answering = asker is None and (act == "answered" or answers_what_was_said(frame) or predicate.reacts)
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
    )


_HEADS_A_LIST = re.compile(r"[^.]{0,30}\b(?:following|number of (?:points|questions|issues)|points?)\b[^.]{0,40}:?\s*$")


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
    return _who_speaks(text, person)


def _attending_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    """ "Also in attendance was Ms X of Carers Together, who described": Ms X's, or nobody's if she says nothing."""
    attending = _ATTENDING.match(text, begin)
    person = mention_at(text, attending.end(), known) if attending else None
    if person is None or person.kind not in ("person", "post"):
        return None
    return _who_speaks(text, person) or Clause(
        0, len(text), "nobody", person, person.core, kind="procedure", present=True
    )


def _who_speaks(text: str, person: Mention) -> Clause | None:
    """The clause of a person of whom a clause with "who" says what he or she said."""
    for end in asides(text, person):
        who = _WHO.match(text, end) or _WHO.match(text, end - 1)
        spoken = predicate_at(text, who.end() - 1) if who else None
        if spoken is not None and spoken.is_speech:
            return Clause(0, len(text), "voice", person, text[person.start : end], spoken.act, spoken.verb)
    return None


def _agent_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    place = agent_place(text[begin : begin + 400])
    if place is None:
        return None
    agent = mention_at(text, begin + place, known)
    if agent is None or (agent.kind in ("body", "pronoun") and agent.core != "the Committee"):
        return None
    before = text[begin : begin + place]
    if _RELATIVE.search(before):
        return None
    act: Act = "asked" if re.search(r"\b(?:asked|queried|questioned|requested|sought)\b", before) else "said"
    if re.search(r"\b(?:moved|proposed|seconded)\b", before):
        act = "moved"
    ends = asides(text, agent)
    bracketed = [end for end in ends[1:] if text[end - 1 : end] == ")"]
    end = bracketed[0] if bracketed else ends[0]
    answers = re.search(r"(?i)\b(?:clarification|answer|reply|response|explanation)s?\b", before) is not None
    return Clause(
        0, len(text), "voice", agent, text[agent.start : end], act, asker=asker_in(before, known), told=not answers,
        answering=answers,
    )  # fmt: skip


def _inserted_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    """The clause of a sentence into which "she reported" is inserted, or which ends with ", Dr Moss replied."."""
    for comma in _COMMA.finditer(text, begin):
        subject = mention_at(text, comma.end(), known)
        inserted = _INSERTED.match(text, subject.end) if subject is not None and subject.kind != "body" else None
        if subject is not None and inserted is not None:
            act: Act = act_of_verb(inserted["verb"]) or "said"
            answering = act == "answered"
            return Clause(0, len(text), "voice", subject, subject.core, act, inserted["verb"], answering=answering)
    return None


def _framed_clause(text: str, begin: int, absolute: Mention | None, known: Collection[str]) -> Clause | None:
    framed = _FRAME.match(text, begin) is not None or (
        absolute is not None and _ABSOLUTE.match(text, absolute.end) is not None
    )
    subordinate = _SUBORDINATE.match(text, begin) is not None
    for place in _SUBJECT.finditer(text, begin + 1, min(len(text), begin + _LONGEST_FRAME)):
        before = text[begin : place.start()]
        after_comma = before.rstrip().endswith((",", "–", "—", ";"))
        if not after_comma and not (framed and place.start() - begin < 110):
            continue
        if _NOT_BEFORE_SUBJECT.search(before[-20:]) or _INSIDE_NAME.search(before):
            continue
        subject = mention_at(text, place.start(), known)
        if subject is None or (subject.kind == "pronoun" and not after_comma and (subordinate or not framed)):
            continue
        strict = not (framed and after_comma and subject.kind != "generic")
        clause = with_predicate(text, subject, known, frame=before if framed else "", strict=strict)
        if clause is None or clause.said != "voice" or (subject.kind == "pronoun" and clause.act == "other"):
            continue
        return clause
    return None


def _event_behind_frame(text: str, begin: int) -> Clause | None:
    """Nobody's clause where a frame leads to an event: "There being no further business, the meeting was closed"."""
    comma = text.find(", ", begin, begin + 200)
    if comma < 0 or not _LEADS_TO_EVENT.match(text, begin):
        return None
    main = text[comma + 2 : comma + 300]
    kind = impersonal_kind(main[:1].upper() + main[1:])
    return Clause(0, len(text), "nobody", kind=kind) if kind else None


def _inverted_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    inverted = _INVERTED.search(text, begin)
    if inverted is None:
        return None
    subject = mention_at(text, inverted.end(), known)
    if subject is None or subject.kind == "body":
        return None
    return Clause(
        0, len(text), "voice", subject, subject.core, act_of_verb(inverted["verb"]) or "said", inverted["verb"]
    )
