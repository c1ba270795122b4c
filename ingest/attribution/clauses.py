"""Where in a sentence its subject stands.

Tried in this order on a sentence without its number or bullet:
1. a name and a colon; 2. a person at the start with a verb of saying; 3. an inserted "she said";
4. a person at the start with another verb; 5. somebody in attendance who spoke, or whose opinion it was;
6. a passive with "by"; 7. what nobody said; 8. a person behind a frame; 9. none of it: the voice before may go on.
`joints` then cuts the sentence where somebody else begins to speak.
"""

import re
from collections.abc import Collection

from ingest.attribution import lexicon
from ingest.attribution.asides import asides
from ingest.attribution.askers import asker_in
from ingest.attribution.clause import Clause, who_speaks, with_predicate
from ingest.attribution.impersonal import agent_place, impersonal_kind
from ingest.attribution.mentions import Mention, mention_at
from ingest.attribution.predicates import Act, act_of_verb

_LEAD = re.compile(
    r"(?:[•·◦▪§‣o\-–—*]\s+|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivxl]{1,5})[.)]\s+|"
    r"\d{1,3}[A-Z]?\.\d{1,3}\s+|[\"“‘(]\s*(?=[A-Z]))+"
)
_SUBJECT = re.compile(
    r"(?:(?<=[,;:]\s)|(?<=\s)|(?<=[–—]\s))(?=[Tt]he\s|[A-Z]|(?:an?|one|another|two|three|some|several|both|"
    r"officers|members|he|she|they|his|her|their)\b)"
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
    r"about|at|on|in|as|the|an?|our|their|its|his|her|whose|under|per|into|against|via|including|towards|"
    r"regarding)|[’'](?:s|d|ll|ve|"
    r"re)?)\s*$",
    re.I,
)
_INSIDE_NAME = re.compile(r"\s[A-Z][\w’'-]*\s$")
_SAYING = frozenset(
    "said explained thought added felt believed allowed suggested warned argued noted replied answered "
    "reported advised considered hoped stated asked continued remarked observed conceded admitted "
    "stressed insisted claimed recalled wondered agreed confirmed commented told responded acknowledged persisted "
    "queried enquired inquired pressed protested complained objected retorted rejoined countered interjected ventured "
    "joked maintained concluded cautioned promised estimated reckoned demanded repeated reminded declared".split()
)
_INSERTED = re.compile(
    rf"(?:\s+(?:also|then|further|later))?\s+(?P<verb>{'|'.join(sorted(_SAYING))})"
    r"(?:\s+(?:Members|(?:the\s+)?[A-Z]\w+|him|her|them))?(?=[,.;?!]|\s*$)"
)
_CLOSES = re.compile(r"[.,;]?\s*$")
# A finite verb of saying in the plain past: what is reported stands further back ("had asked", "would ask").
_SPEAKS = re.compile(
    rf"(?:(?!(?:{'|'.join(sorted(lexicon.AUXILIARIES))}|who|which|that|been|be|to|not)\b)[\w’'()&/-]+\s+){{1,9}}"
    rf"(?:{'|'.join(sorted(lexicon.PLAINLY_SAID))})\b"
)
# "The Bosun said": somebody by a post that is not known here, where what is written or a body would read otherwise.
_BY_POST = re.compile(
    rf"The\s+(?:(?!(?i:{lexicon.WRITTEN}|law|act|scheme|bill|code|agreement|contract|website|press|judgment)s?\b)"
    rf"[A-Z][\w’'-]+\s+){{1,4}}(?:said|added|thought|felt|noted|told|believed|hoped|agreed|replied)\b"
)
# A name or post, a colon, and some words: four at least if the first has a capital.
_TURN = re.compile(
    r"(?P<who>(?:(?:Cllr|Mr|Mrs|Ms|Dr|Prof|Rev|Hon)\.\s+)?[A-Z][^:.;?!]{1,60}?)\s*:\s+(?=[a-z]\S*\s+\S|\S+(?:\s+\S+){3})"
)
# "Public comment: Mr Ortiz spoke against the closure."
_SUBJECT_LABEL = re.compile(r"[A-Z][\w’'-]*(?:\s+[\w’'/&-]+){0,4}:\s+")
_NO_TURN = re.compile(
    r"(?i)(?:declared|sent|apologies|absent|present|yes|no|for|against|aye|nay|abstain\w*|personal|to)\b"
)
_POST_ALONE = re.compile(rf"(?:[A-Z][\w’'-]*\s+){{0,4}}(?:{'|'.join(lexicon.POST_NOUNS)})")
# Initials of a post ("HT: two families"), and what is only a note.
_INITIALS = re.compile(r"[A-Z]{2,3}")
_NOTE = re.compile(r"(?:NB|PS|RE|CC|TBC|TBA|AOB|POB|VAT|PM|AM|NHS|UK|EU|US|TPO|S|FP|FOI)$")
_COMMA = re.compile(r",[”\"’]?\s+")
_INVERTED = re.compile(
    rf"(?:,[”\"’]?|[?!][”\"’])\s+(?:(?P<verb>{'|'.join(sorted(_SAYING))})|"
    r"came\s+the\s+(?:reply|answer|response|retort)\s+from)\s+"
)
_OPINION_OF = re.compile(
    r"According\s+to\s+|(?:A|The|One|Another|His|Her)\s+(?:[a-z]+\s+)?(?:concern|worry|hope|priority|regret)\s+(?:for|of)\s+|(?:In|From|It\s+was)\s+the\s+(?:opinion|view|judgement|experience|submission|contention|belief)\s+of\s+"
)
_OWN_OPINION = re.compile(
    r"(?:It\s+was|In)\s+(?P<who>[A-Zt][^,.;]{2,80}?)[’']s?\s+(?:own\s+|firm\s+)?"
    r"(?:opinion|view|judgement|experience|submission|contention|belief)(?:,|\s+that\b)"
)
_CLOSING_OPINION = re.compile(
    r",\s+in\s+(?P<who>[A-Zt][^,.;]{2,80}?)[’']s?\s+(?:own\s+)?(?:opinion|view|judgement|experience)\W*$"
)
_OWN_PEOPLE = re.compile(r"(?:His|Her|Their|Its|Our)\s+own\b")
# "Her main conclusion was that": she who spoke before goes on.
_THEIR_OPINION = re.compile(
    r"(?P<whose>His|Her)\s+(?:(?!own\s+[a-z]+s\b)[a-z]+\s+){0,2}(?:conclusions?|views?|advice|opinion|concerns?|worry|worries|"
    r"fears?|hopes?|points?|messages?|answers?|reply|replies|recommendations?|suggestions?|preference|understanding|"
    r"impression|estimate|belief|questions?|plea|complaints?|arguments?|objections?|expectation|feeling|guess|verdict|"
    r"assessment|regrets?)\s+(?:was|were|is)\b"
)
_BEHIND_OPINION = re.compile(r",|\s+(?:that|was|these|this|those|it|there|they|the|all|some|no)\b")
_THEIRS = re.compile(
    r"(?P<who>[A-Z][^,.;]{2,80}?)[’']s?\s+(?:\w+\s+)?(?:evidence|response|reply|answer|advice|position|case|statement)\s+(?:was|had)\b"
)
_PUT_TO = re.compile(
    r"(?:It|This|That)\s+was\s+(?:[a-z]+ly\s+|then\s+|also\s+)?(?:put|suggested|pointed\s+out)\s+to\s+"
)
_DOES = re.compile(r"(?:,[^,.;]{2,80},)?\s+(?!and\b|or\b|of\b|from\b|for\b|in\b|at\b|to\b|who\b|whose\b|as\b)[a-z]+\b")
_RELATIVE = re.compile(r",\s+(?:which|who|that|whose)\b")
_ATTENDING = re.compile(
    r"(?:Also\s+)?(?:[Pp]resent|[Ii]n\s+attendance|[Aa]ttending|[Jj]oining|[Ww]ith\s+them|"
    r"[Aa]ccompanying)\b[^,.;]{0,60}?\s(?:was|were)\s+"
)
_LONGEST_FRAME = 420


def first_clause(text: str, known: Collection[str]) -> Clause:
    """Who speaks at the beginning of the sentence `text`; the clause is said to go on to its end."""
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    turn = _turn_clause(text, begin, known)
    if turn is not None:
        return turn
    subject = mention_at(text, begin, known)
    if (subject is None or subject.kind == "body") and (label := _SUBJECT_LABEL.match(text, begin)):
        labelled = mention_at(text, label.end(), known)
        if labelled is not None and labelled.kind in ("person", "post") and _DOES.match(text, labelled.end):
            begin, subject = label.end(), labelled
    clause = with_predicate(text, subject, known, frame="", strict=subject.core == "They") if subject else None
    if subject is not None and _OWN_PEOPLE.match(subject.core):
        clause = None  # "Her own pupils already walked, she said": they are spoken of
    if clause is not None and clause.said == "voice" and clause.act not in ("other", "stance"):
        return clause
    inserted = _inserted_clause(text, begin, known) or _inverted_clause(text, begin, known, closing=True)
    if inserted is not None:
        return inserted
    if clause is not None:
        return (_agent_clause(text, begin, known) if clause.said == "nobody" else None) or clause
    return (
        _attending_clause(text, begin, known)
        or _opinion_clause(text, begin, known)
        or _agent_clause(text, begin, known)
        or _motion_clause(text, begin, known)
        or _nobody_clause(text, begin, known)
        or _framed_clause(text, begin, subject, known)
        or _inverted_clause(text, begin, known)
        or _event_behind_frame(text, begin)
        or _unread_voice(text, begin)
        or _somebody_else(text, subject)
        or Clause(0, len(text), "goes_on")
    )


def _turn_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    """ "Cllr Olu: are the cameras working?": a turn within minutes. A field ("Lead Officer: Jane Lee") is none."""
    turn = _TURN.match(text, begin)
    if turn is None or _NO_TURN.match(text, turn.end()):
        return None
    person, who = mention_at(text, begin, known), turn.end("who")
    if person is None or person.kind not in ("person", "post") or who not in asides(text, person):
        alone = _POST_ALONE.fullmatch(turn["who"]) or (
            _INITIALS.fullmatch(turn["who"]) and not _NOTE.match(turn["who"])
        )
        if not (alone and text[turn.end()].islower()):
            return None
        person = Mention("post", begin, who, turn["who"], (turn["who"],))
    if person.plural or not person.sure:
        return None
    act: Act = "asked" if text.rstrip().endswith("?") else "said"
    return Clause(0, len(text), "voice", person, turn["who"], act, answering=False)


def _nobody_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    """What nobody said; "It was put to the Treasurer", or that his advice was known, leaves it to him to answer."""
    kind = impersonal_kind(text[begin : begin + 400])
    if kind is None:
        return None
    put, owned = _PUT_TO.match(text, begin), _THEIRS.match(text, begin)
    person = mention_at(text, put.end(), known) if put else None
    person = mention_at(text[: owned.end("who")], begin, known) if owned else person
    if person is None or person.kind not in ("person", "post") or person.plural:
        return Clause(0, len(text), "nobody", kind=kind)
    return Clause(0, len(text), "nobody", person, person.core, kind=kind, present=True)


def _attending_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    """ "Also in attendance was Ms X of Carers Together, who described": Ms X's, or nobody's if she says nothing."""
    attending = _ATTENDING.match(text, begin)
    person = mention_at(text, attending.end(), known) if attending else None
    if person is None or person.kind not in ("person", "post"):
        return None
    return who_speaks(text, person) or Clause(
        0, len(text), "nobody", person, person.core, kind="procedure", present=True
    )


def _opinion_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    """ "In the opinion of Councillor Lee, the policy was too lax"; "It was the view of the Clerk that"."""
    owned = _OWN_OPINION.match(text, begin) or _CLOSING_OPINION.search(text, begin)
    if owned:
        owner = mention_at(text[: owned.end("who")], owned.start("who"), known)
        return Clause(0, len(text), "voice", owner, owner.core, "stance") if owner else None
    if theirs := _THEIR_OPINION.match(text, begin):
        word = {"His": "He", "Her": "She"}[theirs["whose"]]
        who = Mention("pronoun", begin, theirs.end("whose"), word, (word,))
        return Clause(0, len(text), "voice", who, theirs["whose"], "stance")
    opinion = _OPINION_OF.match(text, begin)
    person = mention_at(text, opinion.end(), known) if opinion else None
    if opinion is None or person is None or person.kind not in ("person", "post"):
        return None
    if opinion[0].startswith("According") and person.kind == "post":
        return None  # a post is quoted from its report as often as heard
    ends = [end for end in asides(text, person) if _BEHIND_OPINION.match(text, end)]
    return Clause(0, len(text), "voice", person, text[person.start : ends[0]], "stance") if ends else None


# "He was asked by Councillor Lee for the number, and gave the answer as six.": his words, not hers.
_AND_ANSWERED = re.compile(
    r",? and (?:\w+ly )?(?:gave (?:the |an? |his |her )?(?:answer|figure|reply|response|number|reason)|replied|"
    r"answered|responded)\b"
)


def _agent_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    place = agent_place(text[begin : begin + 400])
    if place is None:
        return None
    if text.startswith("Apolog", begin):
        return None
    patient = mention_at(text, begin, known)
    agent = mention_at(text, begin + place, known)
    if agent is None or (agent.kind in ("body", "pronoun") and agent.core != "the Committee"):
        return None
    if (agent.plural or agent.kind == "body") and text.rstrip().endswith(":"):
        return None
    before = text[begin : begin + place]
    if _RELATIVE.search(before):
        return None
    act: Act = "asked" if re.search(r"\b(?:asked|queried|questioned|requested|sought)\b", before) else "said"
    if act == "asked" and patient is not None and patient.kind != "body" and _AND_ANSWERED.search(text, agent.end):
        return Clause(0, len(text), "voice", patient, patient.core, "answered", asker=agent)
    if re.search(r"\b(?:moved|proposed|seconded)\b", before):
        act = "moved"
    ends = asides(text, agent)
    bracketed = [end for end in ends[1:] if text[end - 1 : end] == ")"]
    end = bracketed[0] if bracketed else ends[0]
    answers = re.search(r"(?i)\b(?:clarification|answer|reply|response|explanation)s?\b", before) is not None
    return Clause(
        0, len(text), "voice", agent, text[agent.start : end], act, asker=asker_in(before, known), told=not answers,
        answering=answers,
        yields=patient if patient and patient.kind in ("person", "post") else None,
    )  # fmt: skip


# What comes of somebody's motion is told with it, and it is nobody's who spoke before.
_MOTION_OF = re.compile(
    r"(?:An?|The|One|Another|This|That)\s+(?:[a-z]+\s+){0,2}(?:motion|amendment|counter-motion)\s+"
    r"(?:by|from|of|in\s+the\s+name\s+of)\s+"
)


def _motion_clause(text: str, begin: int, known: Collection[str]) -> Clause | None:
    """ "An amendment by Councillor Lee to defer it found no seconder": Councillor Lee moved it."""
    motion = _MOTION_OF.match(text, begin)
    person = mention_at(text, motion.end(), known) if motion else None
    if person is None or person.kind not in ("person", "post") or person.plural:
        return None
    return Clause(0, len(text), "voice", person, text[person.start : asides(text, person)[0]], "moved")


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
    within: Clause | None = None  # the subject of "When Councillor Lee asked", if no other follows
    for place in _SUBJECT.finditer(text, begin + 1, min(len(text), begin + _LONGEST_FRAME)):
        before = text[begin : place.start()]
        after_comma = before.rstrip().endswith((",", "–", "—", ";"))
        if not after_comma and not (framed and place.start() - begin < 110):
            continue
        within_name = _INSIDE_NAME.search(before) and not text.startswith("the ", place.start())
        if _NOT_BEFORE_SUBJECT.search(before[-20:]) or within_name:
            continue
        subject = mention_at(text, place.start(), known)
        if subject is None or (subject.kind == "pronoun" and not after_comma and (subordinate or not framed)):
            continue
        strict = not (framed and after_comma and subject.kind != "generic")
        clause = with_predicate(text, subject, known, frame=before if framed else "", strict=strict)
        if clause is not None and clause.said == "nobody" and clause.present:
            return clause
        if clause is None or clause.said != "voice" or (subject.kind == "pronoun" and clause.act == "other"):
            continue
        if after_comma or not subordinate:
            return clause
        within = within or clause
    return within


def _event_behind_frame(text: str, begin: int) -> Clause | None:
    """Nobody's clause where a frame leads to an event: "There being no further business, the meeting was closed"."""
    comma = text.find(", ", begin, begin + 200)
    if comma < 0 or not _LEADS_TO_EVENT.match(text, begin):
        return None
    main = text[comma + 2 : comma + 300]
    kind = impersonal_kind(main[:1].upper() + main[1:])
    return Clause(0, len(text), "nobody", kind=kind) if kind else None


def _somebody_else(text: str, subject: Mention | None) -> Clause | None:
    """Nobody's clause where a person begins the sentence with a verb that is not known: not who spoke before."""
    if subject is None or subject.kind != "person" or not subject.sure or not _DOES.match(text, subject.end):
        return None
    return Clause(0, len(text), "nobody", kind="discussion")


def _unread_voice(text: str, begin: int) -> Clause | None:
    """Nobody's clause where somebody plainly speaks whom no rule can read: he is not who spoke before."""
    speaks = _SPEAKS.match(text, begin) or _BY_POST.match(text, begin)
    return Clause(0, len(text), "nobody", kind="discussion") if speaks else None


def _inverted_clause(text: str, begin: int, known: Collection[str], *, closing: bool = False) -> Clause | None:
    """The clause of "None of it, said the Clerk."; `closing` asks that nothing follows the Clerk."""
    inverted = _INVERTED.search(text, begin)
    if inverted is None:
        return None
    subject = mention_at(text, inverted.end(), known)
    if subject is None or subject.kind == "body" or (closing and not _CLOSES.match(text, subject.end)):
        return None
    verb = inverted["verb"] or "replied"
    return Clause(0, len(text), "voice", subject, subject.core, act_of_verb(verb) or "said", verb)
