"""To whom the parts of a sentence give words, and which quotes give words to the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.model import Citation
from assistant.words import FUNCTION, words
from ingest.attribution import attribute
from ingest.draft import Block, place
from ingest.people import Roster, parse_speaker, same_name
from ingest.records import Speaker, StatementKind

# What is no name and no post: "the Councillor", "a Member" fit anybody who is one.
_COMMON = FUNCTION | frozenset("mr mrs ms miss mx dr councillor cllr another".split())
_NOBODY = re.compile(r"\b(?:minutes?|committee|council|cabinet|board|panel|meeting|report|records?)\b", re.IGNORECASE)
_NOBODY_LAST = re.compile(rf"{_NOBODY.pattern}$", re.IGNORECASE)
_SAID = r"(?:said|says|stated|told|explained|advised|reported|noted|added|argued|replied|confirmed|asked|felt|thought)"
# Turns of phrase that a minute-taker does not use, as the minute-taker would put them.
_REPHRASED = (
    (
        re.compile(r"^(?:according to|in the (?:view|opinion|words) of) (?P<who>[^,]+),\s*", re.IGNORECASE),
        r"\g<who> said that ",
    ),
    (
        re.compile(r",? (?:according to|in the (?:view|opinion|words) of) (?P<who>[^,.;]+)(?=[.;]?$)", re.IGNORECASE),
        r", \g<who> said",
    ),
    (
        re.compile(r"(?P<who>[A-Z][\w’'-]*[\w)])[’']s? (?:view|opinion|position|answer|response|argument|point) was\b"),
        r"\g<who> said",
    ),
)
_BARE = re.compile(
    rf"(?<![\w’'] )(?<![\w-])(?P<name>[A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?)(?= (?:also |later |then |had )?{_SAID}\b)"
)
_NO_NAME = frozenset("members officers residents councillors police he she they it chair mayor leader minutes".split())
_SAYING = re.compile(rf"\b{_SAID}\b", re.IGNORECASE)
# A pronoun in front, but for what comes before a comma, or with a verb of saying.
_PRONOUN = re.compile(
    rf"^(?:[^,]{{3,60}}, )?(?:he|she|they)\b(?! (?:were|was) (?:told|asked))|\b(?:he|she)\s+{_SAID}\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Before:
    """What stands in front of a sentence: the text, and those whom the quotes of the sentence just before it give."""

    text: str = ""
    voices: tuple[str, ...] = ()


NOTHING_BEFORE = Before()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence in one voice, with those to whom it gives the words."""

    text: str
    speakers: tuple[Speaker, ...] = ()
    kind: StatementKind = "discussion"


def parts_of(sentence: str, before: Before) -> list[Part]:
    """The sentence in its parts, each with its speakers; a pronoun means whom the text before it names."""
    alone = _parts(_rephrased(sentence))
    if any(part.speakers for part in alone) or not _PRONOUN.search(sentence):
        return alone
    parts = _parts(_rephrased(sentence), before.text)
    if not any(part.speakers for part in parts) and len(before.voices) == 1:
        return [replace(part, speakers=(parse_speaker(before.voices[0]),)) for part in alone]
    return parts


def _parts(told: str, before: str = "") -> list[Part]:
    placed = place((Block(text=f"{before} {told}".strip()),))
    begins = len(placed.text) - len(told)
    return [
        Part(placed.text[max(one.start, begins) : one.end], tuple(filter(_is_somebody, one.speakers)), one.kind)
        for one in attribute(placed, roster=Roster())
        if one.end > begins
    ]


def credited(sentence: str, parts: Sequence[Part], quotes: Sequence[Citation]) -> list[Part]:
    """The parts; where none has a speaker, one part of him or her of the quotes who stands before a verb of saying."""
    verb = _SAYING.search(sentence)
    if verb is None or any(part.speakers for part in parts):
        return list(parts)
    subject = words(sentence[: verb.start()])
    printed = {voice for quote in quotes for voice in (*quote.speakers, quote.asker or "") if voice}
    voices = [parse_speaker(voice) for voice in sorted(printed)]
    named = [(_last(voice, subject), voice) for voice in voices if (voice.name or voice.role) and _last(voice, subject)]
    if not named:
        return list(parts)
    return [Part(sentence, (max(named, key=lambda one: (one[0], len(one[1].as_printed)))[1],))]


def _last(speaker: Speaker, subject: Sequence[str]) -> int:
    """How far in the words of a subject the speaker's surname, or the whole of the post, stands; 0 if nowhere."""
    post = [word for word in words(speaker.role or "") if word not in _COMMON]
    telling = words(speaker.name)[-1:] if speaker.name else post
    places = [max((at for at, word in enumerate(subject, 1) if word == one), default=0) for one in telling]
    return max(places) if places and all(places) else 0


def is_unclear(sentence: str, parts: Sequence[Part]) -> bool:
    """Whether the sentence gives words to "she" or "he" and nothing before it says to whom."""
    return _PRONOUN.search(sentence) is not None and not any(part.speakers for part in parts)


def with_full_forms(evidence: Sequence[Citation]) -> list[Citation]:
    """The evidence, each piece with the other printed forms of its speakers that pieces of its meeting hold.

    "Mr Teague" of one piece is "The Assistant Director, Marcus Teague" of another, if only one Teague spoke there.
    """
    return [piece.model_copy(update={"speakers": (*piece.speakers, *_others(piece, evidence))}) for piece in evidence]


def _others(piece: Citation, evidence: Sequence[Citation]) -> list[str]:
    around = {voice for one in evidence if one.meeting_id == piece.meeting_id for voice in one.speakers}
    names = {voice: parse_speaker(voice).name for voice in sorted(around)}
    found: list[str] = []
    for name in filter(None, (parse_speaker(voice).name for voice in piece.speakers)):
        alike = {voice: other for voice, other in names.items() if other and same_name(name.split(), other)}
        if len({other for other in alike.values() if " " in other}) <= 1:
            found.extend(voice for voice in alike if voice not in piece.speakers)
    return found


def heard(speaker: Speaker, part: Part, quotes: Sequence[Citation]) -> list[Citation]:
    """Those of `quotes` in which `speaker` may have said what `part` credits to him or her."""
    return [quote for quote in quotes if _speaks(speaker, part, quote)]


def _speaks(speaker: Speaker, part: Part, quote: Citation) -> bool:
    if any(_is(speaker, voice) for voice in quote.speakers):
        return True
    if quote.asker and part.kind == "question" and _is(speaker, quote.asker):
        return True
    # A quote that nobody speaks may tell what somebody did ("Moved by Councillor Finch"), or that "Members" spoke.
    acts = part.kind in ("motion", "declaration", "procedure") or quote.part == "decision" or not _is_named(speaker)
    return acts and not quote.speakers and _tells(speaker, set(words(quote.quote)))


def _is(speaker: Speaker, printed: str) -> bool:
    """Whether `speaker` can be the person that is printed so: one name, or all words of the post."""
    voice = parse_speaker(printed)
    if speaker.name and voice.name:
        return same_name(speaker.name.split(), voice.name)
    if speaker.role and voice.role:
        return _tells(speaker.model_copy(update={"name": None}), set(words(printed)))
    return _tells(speaker, set(words(printed)))


def _tells(speaker: Speaker, held: set[str]) -> bool:
    """Whether the words that tell this speaker from others are all in `held`; of a name the last word will do."""
    if speaker.name:
        return words(speaker.name)[-1] in held
    telling = [word for word in words(speaker.role or speaker.as_printed) if word not in _COMMON]
    return not telling or all(word in held for word in telling)


def _is_named(speaker: Speaker) -> bool:
    return bool(speaker.name or speaker.role)


def _is_somebody(speaker: Speaker) -> bool:
    """Whether it is a person or people: a committee hears and decides, and says nothing."""
    printed = speaker.as_printed
    return speaker.role is not None or not (_NOBODY_LAST if speaker.name else _NOBODY).search(printed)


def _rephrased(sentence: str) -> str:
    for phrase, plain in _REPHRASED:
        sentence = phrase.sub(plain, sentence)
    return _BARE.sub(
        lambda found: found["name"] if found["name"].lower() in _NO_NAME else f"Mr {found['name']}", sentence
    )
