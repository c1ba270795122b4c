"""Who is answered, where a sentence says so: "In response to a question from Cllr Deane, Mr Crane explained"."""

import re
from collections.abc import Collection

from ingest.attribution import lexicon
from ingest.attribution.mentions import Mention, mention_at, object_at

_ANSWERING = re.compile(
    r"(?i)\b(?:(?:in|by way of)\s+(?:response|reply|answer)|respond(?:ed|ing)|repl(?:ied|ying)|"
    r"answer(?:ed|ing)|ask(?:ed)?\s+by|questioned\s+by|(?:under|on)\s+questioning|pressed\s+by|"
    r"prompted\s+by|challenged\s+by|"
    r"(?:following|after|on|to|regarding|about|addressing)\s+(?:an?|the|further|several|some|various|"
    r"questions?|queries|comments?|concerns?)\b[^,;]{0,80}?"
    r"\b(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|comments?|concerns?|points?|request|suggestion|"
    r"challenge|observation)s?|raised\s+by|put\s+by)\b"
)
_INVITED = re.compile(
    r"(?i)\b(?:invitation|invited|permission|request\s+of|discretion)\b|"
    r"\basked\s+(?:by\s+[^,;]{2,60}\s)?(?:for\s+(?:an?|his|her|any|some|further)\s+(?:\w+\s+)?(?:words?|"
    r"views?|comments?|update|opinion|"
    r"assessment)|to\s+(?:speak|comment|respond|introduce|present|explain|sum\s+up|address))\b"
)
_WHEN = re.compile(r"(?:When|After|Once|As)\s+")
_NEXT_VERB = re.compile(r"\s+(?:\w+ly\s+|then\s+|also\s+)?(?P<verb>[a-z]+)\b")
_POINTS = re.compile(r"\b(?:from|by|to|of)\s+")
_POSSESSIVE = re.compile(r"(?<=\w)(?:[’']s|(?<=s)[’'])(?=\s)")
_SAID_BEFORE = re.compile(
    r"(?i)\b(?:in\s+(?:response|reply|answer)|responding|replying|answering)\s*,?(?:\s*$|\s+(?:the|that|"
    r"this|these|those)\b(?!\s+(?:question|point|quer|comment|concern))|\s+to\s+(?:this|that|these|those|"
    r"the\s+(?:question|point|query|comment|concern|challenge|request)s?)\b)?"
)
_ORDER = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1, "latter": -1}
_POINT = re.compile(
    rf"(?i)\bto\s+the\s+(?P<which>{'|'.join(_ORDER)})(?:\s+of\s+(?:these|those|the\s+\w+)|\s+(?:point|question|quer|comment|concern)|\s*,)"
)
_AFTER_VERB = re.compile(
    r",?\s*(?:,\s*)?(?:in\s+(?:response|reply|answer)(?:\s+to)?|responding|replying)\s+|,?\s+to\s+"
)


def asker_in(frame: str, known: Collection[str]) -> Mention | None:
    """The person whose question `frame` (the text in front of the subject) says is answered."""
    if not _ANSWERING.search(frame):
        return _who_asked(frame, known)
    plain = _POSSESSIVE.sub("", frame)
    answering = _ANSWERING.search(plain)
    if answering is None:
        return None
    best: Mention | None = None
    for point in _POINTS.finditer(plain, max(0, answering.start())):
        found = object_at(plain, point.end(), known)
        if found and found.kind in ("person", "post", "generic", "pronoun") and not _is_thing(plain, found):
            best = found
            if point[0].startswith(("from", "by")) or found.kind != "post":
                break
    return best


def _who_asked(frame: str, known: Collection[str]) -> Mention | None:
    """The asker of "When Councillor Bond asked whether the sale was certain,"."""
    when = _WHEN.match(frame)
    person = mention_at(frame, when.end(), known) if when else None
    asked = _NEXT_VERB.match(frame, person.end) if person else None
    return person if asked and asked["verb"] in lexicon.QUESTIONS | {"questioned"} else None


def is_invited(frame: str) -> bool:
    """Whether the frame gives the word instead of asking a question ("Asked by the Chair for a last word,")."""
    return _INVITED.search(frame) is not None


def _is_thing(text: str, mention: Mention) -> bool:
    return (
        re.match(
            r"\s+(?:report|strategy|plan|survey|policy|budget|programme|service)\b",
            text[mention.end : mention.end + 20],
        )
        is not None
    )


def answers_what_was_said(frame: str) -> bool:
    """Whether the frame answers without saying whom ("In reply,", "Responding to this,")."""
    return re.match(
        r"(?i)\s*(?:and,?\s+|but,?\s+)?(?:in\s+(?:response|reply|answer)|responding|replying|answering)\b", frame
    ) is not None and not re.search(r"(?i)\b(?:question|query|enquiry|request)\b", frame)


def point_answered(frame: str) -> int | None:
    """Which of the points made before a frame answers, counted from 0: "Replying to the first of these points,"."""
    found = _POINT.search(frame)
    return None if found is None else _ORDER[found["which"].lower()]


def asker_after(text: str, verb_end: int, known: Collection[str], *, answered: bool) -> Mention | None:
    """The person answered who is named behind the verb ("confirmed, in response to Councillor Halewood, that")."""
    inserted = re.compile(r"[^.;]{0,60}?\bin\s+(?:response|reply|answer)\s+to\s+").match(text, verb_end)
    if inserted:
        plain = _POSSESSIVE.sub(lambda found: " " * len(found[0]), text)
        named = object_at(plain, inserted.end(), known)
        return named or asker_in("In response to " + plain[inserted.end() : inserted.end() + 120], known)
    if not answered:
        return None
    to = re.compile(r",?\s+to\s+(?:the\s+(?:question|point|query)\s+(?:of|from|by)\s+)?").match(text, verb_end)
    named = mention_at(text, to.end(), known) if to else None
    return named if named and named.kind in ("person", "post", "generic") else None
