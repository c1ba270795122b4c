"""A question that leans on the conversation, made to stand alone without a language model.

Three ways of leaning: an ellipsis names only what changes ("and in 2021?", "what about Trafford?", "and the police?"),
a correction replaces what was misunderstood ("no, the Audit Committee"), and a pronoun or a bare noun ("why was the
wording softened?") takes its subject from before. What is carried over is shown in the standalone question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.model import Turn
from assistant.question.dates import Calendar, Days, days_of
from assistant.question.kinds import is_of_kind, kind_of
from assistant.question.model import WEAK
from assistant.question.pronouns import only_one_named, person_meant, pronoun_in, put
from assistant.question.voices import as_voice, is_saying, people_named, voice_of
from assistant.words import stem, stems, topic_words

_OPENING = re.compile(
    r"^(?:and|but|so|then|ok(?:ay)?|thanks?(?: you)?|right|also|now)\b[,.!]?\s*(?:and\b\s*)?", re.IGNORECASE
)
_CORRECTION = re.compile(
    r"^(?:no|not that one|sorry|actually|i mean[t]?)\b[,.]?\s*(?:i mean[t]?\s+)?(?:the one (?:at|in|by) )?",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"^(?:what|how) about\b\s*|^(?:the same (?:for|about|in))\b\s*", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|those|these|this|that|there|then|one|"
    r"ones|both|else|same|former|latter|meantime|such)\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|will|had|has|have) there\b|\bthere (?:is|are|was|were|been|a|any)\b|"
    r"\bit (?:is|was) (?:said|agreed|decided|resolved|noted)\b|\bthat (?:(?:the|a|an|it|they|he|she|there|"
    r"residents|members|some|any|all|no)\b|(?-i:[A-Z]))|"
    r"(?<!\bdid )(?<!\bdoes )(?<!\bdo )(?<!\bwas )(?<!\bhas )(?<!\bhad )(?<!\bwill )(?<!\bwould )"
    r"\bthat (?:was|were|had|has|have|is|are|would|could|did|came|went)\b|"
    r"\b(?:said|told|asked|say|stated|argued|claim\w*|meant?|suggest\w*|agree\w*|know|think|showed?|fact|so) that\b",
    re.IGNORECASE,
)
_DEICTIC_DATE = re.compile(
    r"\b(?:later|earlier|afterwards|next|before that|previous(?:ly)?|by then|since then|at the time|following meeting|"
    r"met again|meeting after)\b",
    re.IGNORECASE,
)
# Only whether a date is named, and in which words, matters here; which one it is, the caller finds out.
_ANY_DAY = Calendar(date(2000, 1, 1), spoken_of=Days(date(2000, 1, 1), date(2000, 1, 31), ""))
_WHO = re.compile(r"\b(?:s?he|his|hers?|him)\b", re.IGNORECASE)
# What makes a sentence of a question; without one of these it only names something.
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|did|does|do|has|have|had|will|would|could|can|should|may|might|who|whose|what|when|"
    r"where|why|how|which|tell|show|list|find|give|summari[sz]e|compare|explain)\b",
    re.IGNORECASE,
)
# A question of this form names its subject itself, however short it is.
_OWN_SUBJECT = re.compile(
    r"^(?:what|who|when|how|where|why|which|was|were|did|has|have)\b.*\b(?:about|on|regarding|concerning|against)\s+"
    r"(?!it\b|that\b|this\b|them\b|these\b|those\b|him\b|her\b|there\b)\w",
    re.IGNORECASE,
)
# The last words of an answer that found nothing.
_NOTHING = re.compile(
    r"\b(?:found|holds?|held|there (?:is|was)|shows?|recorded|have|has|contains?|say) (?:nothing|no )|"
    r"\b(?:could|can|did) ?n[o’']t find\b|\bcould not find\b|\bnothing (?:is|was|about|on)\b|\bno (?:record|mention)\b|"
    r"\bnot (?:in|mentioned in|recorded in|found in) the (?:records|minutes)\b",
    re.IGNORECASE,
)
# "And the last time?", after "When was it first discussed?".
_FIRST_OR_LAST = re.compile(r"\b(?:first|earliest|last|latest|most recent(?:ly)?)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"(?:when (?:was|is) )?(?:the |it |they )?(first|earliest|last|latest|most recent(?:ly)?)"
    r"(?: (?:time|occasion|mention|meeting|one|discussed|raised|mentioned))?[?. ]*",
    re.IGNORECASE,
)
# With fewer words of its own than this, a question in a conversation has no subject of its own.
_FEW = 2
_SOME = 4
_DEFINITE = re.compile(r"\bthe (?:\w+ )?\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Standing:
    """A question made to stand alone, what was carried into it, and how much it leans on that (0 to 1)."""

    question: str
    carried: tuple[str, ...] = ()
    lean: float = 0.0
    earlier: str = ""
    reply: str = ""

    @property
    def on_nothing(self) -> bool:
        """Whether it leans on an answer that found nothing."""
        return self.lean > 0 and found_nothing(self.reply)


def found_nothing(reply: str) -> bool:
    """Whether a reply says that there is no answer: what else it says is about the search, not from the records."""
    return _NOTHING.search(reply[:240]) is not None


def stand_alone(question: str, history: Sequence[Turn]) -> Standing:
    """`question` with what it takes from `history`, turn by turn from the oldest."""
    earlier, reply = "", ""
    for turn in history:
        if turn.role == "user":
            earlier, reply = _stand(turn.content, earlier, reply).question, ""
        else:
            reply = turn.content
    return _stand(question, earlier, reply)


def _stand(question: str, earlier: str, reply: str) -> Standing:
    asked = " ".join(question.split())
    if not earlier:
        return Standing(asked)
    bare = _OPENING.sub("", asked).strip() or asked
    if not re.search(r"[\w]", bare) or re.fullmatch(r"(?i)thanks?(?: you)?[.! ]*|great[.! ]*|ok(?:ay)?[.! ]*", asked):
        return Standing(earlier, lean=0.0, earlier=earlier, reply=reply)
    if (time := _OTHER_TIME.fullmatch(bare)) and _FIRST_OR_LAST.search(earlier):
        changed = _FIRST_OR_LAST.sub("first" if time[1].lower() in ("first", "earliest") else "last", earlier, count=1)
        return Standing(changed, tuple(topic_words(changed)), 0.8, earlier, reply)
    correction = _CORRECTION.match(bare)
    if correction and correction.end() < len(bare):
        return _replaced(bare[correction.end() :], earlier, reply, 1.0)
    ellipsis = _ELLIPSIS.match(bare)
    own = topic_words(bare)
    names_only = bare != asked and bool(own) and not _SENTENCE.search(bare) and not _PRONOUN.search(bare)
    if ellipsis is not None or names_only or _only_slots(bare, own):
        return _replaced(bare[ellipsis.end() :] if ellipsis else bare, earlier, reply, 0.8)
    lean = _leaning(asked, bare, own)
    if lean == 0.0:
        return Standing(asked, earlier=earlier, reply=reply)
    person = person_meant(bare, earlier)
    told = only_one_named(bare, earlier, reply) if person is None and not found_nothing(reply) else None
    if whom := person or told:
        bare = put(bare, whom)
    points = _PRONOUN.search(_WHO.sub(" ", bare)) is not None
    if told is None and any(not is_saying(word) for word in own) and pronoun_in(asked) and not points:
        return Standing(_capitalised(bare), (), WEAK, earlier, reply)
    carried = _carried([*own, *topic_words(whom or "")], earlier)
    return Standing(_joined(bare, carried, earlier), carried, lean, earlier, reply)


def _leaning(asked: str, bare: str, own: list[str]) -> float:
    pointing = _PRONOUN.search(_EXPLETIVE.sub(" ", bare)) is not None
    named = any(word[:1].isupper() for word in own)
    if pointing or _DEICTIC_DATE.search(bare):
        return 0.9 if len(own) <= _FEW + 1 or not named else 0.5
    if own and _OWN_SUBJECT.search(bare):
        return 0.0 if bare == asked else 0.4
    if bare == asked and _complete(bare, own):
        return 0.0
    if len(own) <= _FEW:
        return 0.9 if not named else 0.4
    if bare != asked:
        return 0.6
    if len(own) <= _SOME and not named and _DEFINITE.search(bare):
        return 0.4
    return 0.0


def _complete(bare: str, own: list[str]) -> bool:
    """Whether a question says all by itself: it asks after the whole record, or names body and day."""
    kind = kind_of(bare)
    body, day = _BODIES.search(bare) is not None, days_of(bare, _ANY_DAY) is not None
    if kind in ("attendance", "summary", "list", "count") and (body or day):
        return True
    definite = re.search(r"\bthe (?:\w+ )?(?:" + "|".join(map(re.escape, own)) + r")\b", bare) if own else None
    if kind in ("precedents", "how_often", "when", "overview", "list", "count") and definite is None:
        return any(not is_of_kind(kind, word) for word in own)
    return body and day


def _only_slots(bare: str, own: list[str]) -> bool:
    """Whether nothing is there but a date, a body or a person: "in 2021?", "at the Audit Committee?", "who else?"."""
    return (
        re.match(r"(?i)^(?:in|at|on|by|from|since|before|after|for|during|under)\b", bare) is not None
        and len(own) <= 4
        and not re.search(
            r"(?i)\b(?:is|are|was|were|did|does|do|has|have|had|will|would|could|can|should|long|many|much)\b", bare
        )
    )


def _carried(own: list[str], earlier: str) -> tuple[str, ...]:
    """The words of the earlier question's subject that this one does not have."""
    held = {stem(word.lower()) for word in own}
    subject = _without_note(earlier)
    spoken = days_of(subject, _ANY_DAY)
    words_before = topic_words(subject.replace(spoken.typed, " ") if spoken else subject)
    return tuple(dict.fromkeys(word for word in words_before if stem(word.lower()) not in held))


def _without_note(question: str) -> str:
    return re.sub(r" \((?:about|on): ([^()]*)\)", r" \1", question)


# A question that "about" and a subject can follow: "What was decided?".
_TAKES_SUBJECT = re.compile(
    r"^what (?:was|were|did|has|had)\b(?!.*\b(?:about|on|of|for|to|with)\b)[^?]*\??$", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:about|regarding|concerning)\s+(?P<topic>[^?()]+)", re.IGNORECASE)


def _joined(bare: str, carried: tuple[str, ...], earlier: str = "") -> str:
    """`bare` with the subject of the earlier question: behind "about" where that reads well, else in brackets."""
    if not carried:
        return _capitalised(bare)
    about = _ABOUT.search(earlier)
    if about is not None and _TAKES_SUBJECT.match(bare) and _PRONOUN.search(bare) is None:
        return f"{_capitalised(bare.rstrip(' ?'))} about {about['topic'].strip()}?"
    ending = "?" if bare.rstrip().endswith("?") else ""
    return f"{_capitalised(bare.rstrip(' ?'))} (about: {' '.join(carried)}){ending}"


def _replaced(new: str, earlier: str, reply: str, lean: float) -> Standing:
    """The earlier question with `new` in the place of what it changes: its date, body or voice, else its subject."""
    new, frame = new.strip(" ?."), earlier.strip(" ?.")
    changed = _with_day(new, frame) or _with_body(new, frame) or _with_voice(new, frame) or _with_name(new, frame)
    if changed is not None:
        kept = tuple(word for word in topic_words(changed) if word not in topic_words(new))
        return Standing(f"{changed}?", kept, lean, earlier, reply)
    about = re.search(
        rf"\b(?:about|on(?! {_DAY_NAMES})|regarding|concerning|of|for)\s+(?!what\b)(?P<topic>[^?]+)$", frame, re.I
    )
    if about and len(stems(new)) > 0:
        return Standing(f"{frame[: about.start('topic')]}{new}?", (), lean, earlier, reply)
    carried = _carried(topic_words(new), earlier)
    return Standing(_joined(f"{new}?", carried), carried, lean, earlier, reply)


_BODIES = re.compile(
    r"(?:\bthe\s+)?(?:\b[A-Z][\w’'&-]+\s+(?:(?:and|&|of|for)\s+)?){0,6}\b(?:Sub-)?"
    r"(?:Committee|Panel|Board|Council|Authority|Forum|Cabinet)\b|"
    r"\bthe (?:[\w’'-]+ ){0,3}?(?:committee|panel|board|cabinet)\b"
)
_PREPOSITION = re.compile(r"^(?:in|at|on|by|from|since|before|after|for|during|under|to|with)\s+", re.IGNORECASE)


def _with_day(new: str, frame: str) -> str | None:
    """`frame` with another date; None where `new` is more, or less, than a date."""
    day = days_of(new, _ANY_DAY) or days_of(f"in {new}", _ANY_DAY)
    if day is None or stems(new.replace(_PREPOSITION.sub("", day.typed), " ")):
        return None
    spoken = days_of(frame, _ANY_DAY)
    kept = re.sub(r"\s{2,}", " ", frame.replace(spoken.typed, " ")).strip(" ,") if spoken else frame
    led = _PREPOSITION.match(new) or re.match(r"(?i)(?:since|after|before|the|last|this)\b", new)
    return f"{kept} {new if led else f'in {new}'}"


def _with_body(new: str, frame: str) -> str | None:
    """`frame` with another body in the place of its own, or at its end."""
    body = _PREPOSITION.sub("", new)
    if _BODIES.fullmatch(body) is None:
        return None
    spoken = _BODIES.search(frame)
    if spoken is None:
        return f"{frame} at {body}"
    return frame[: spoken.start()] + body + frame[spoken.end() :]


def _with_voice(new: str, frame: str) -> str | None:
    """`frame` asked of somebody else: "and the police?"."""
    who = _PREPOSITION.sub("", new)
    asked = as_voice(who)
    if asked is None or not (asked.post or people_named(who)):
        return None  # a bare capitalised name may as well be a place: "what about Trafford?"
    spoken = voice_of(frame)
    if spoken is not None:
        return frame.replace(spoken.typed, who)
    about = re.search(r"\b(?:about|on|regarding|concerning)\s+(?P<topic>[^?]+)$", frame, re.IGNORECASE)
    return f"What did {who} say about {about['topic']}" if about else None


def _with_name(new: str, frame: str) -> str | None:
    """`frame` with another place or body in the place of the only one that it names: "what about Trafford?"."""
    name = _PREPOSITION.sub("", new)
    spoken = [found for found in _NAME.finditer(frame) if found.start() > 0 and not _A_DAY.match(found.group())]
    if _NAME.fullmatch(name) is None or len(spoken) != 1 or people_named(frame):
        return None
    return frame[: spoken[0].start()] + name + frame[spoken[0].end() :]


_DAY_NAMES = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b"
)
_A_DAY = re.compile(_DAY_NAMES)
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
