"""Phrases that mean a person: "Councillor J Ockenden", "the MSP Manager", "a Member", "Orla and Crispian", "she".

`mention_at` reads such a phrase at one place of a sentence, with what is set beside it ("from GMP", "(Engagement
Lead)", ", Head of Highways,", ", who had been there,"). It says who is meant only in print; `cast` says who that is.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from ingest.attribution import lexicon
from ingest.people import NAME, NAME_WORD, TITLE

MentionKind = Literal["person", "post", "generic", "body", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that means somebody. `text` is as printed with what stands beside it; `core` the phrase alone.

    `people` has the single phrases of a list ("Councillors Abiola and Finch"), else just `core`.
    """

    kind: MentionKind
    start: int
    end: int
    text: str
    core: str
    people: tuple[str, ...]
    plural: bool = False


_NAMES = rf"{NAME_WORD}(?:\s+(?:(?:de|la|le|du|van|von|der|den|bin|al|ap)\s+)?{NAME_WORD}){{0,3}}"
_TITLED = re.compile(rf"(?P<titles>(?:[Tt]he\s+)?{TITLE}(?:\s+{TITLE}){{0,2}})\s+(?P<name>{_NAMES})(?!\w)")
_MORE_TITLED = re.compile(
    rf"(?P<and>,\s+(?:and\s+)?|\s+and\s+|"
    rf"\s*&\s*)(?:(?P<titles>{TITLE}(?:\s+{TITLE}){{0,2}})\s+)?(?P<name>{_NAMES})(?!\w)"
)
_COUPLE = re.compile(rf"(?:Mr and Mrs|Mr & Mrs|Mr and Ms|Dr and Mrs|Messrs)\s+(?P<name>{_NAMES})(?!\w)")
_PLURAL_TITLE = re.compile(r"^(?:County\s+)?(?:Councillors|Cllrs|Messrs)\b")
_CAPITAL = r"(?:[A-ZÀ-Þ0-9][\w’'/&.-]*[\w)]|[A-Z]|&)"
_POST = re.compile(
    rf"(?:[Tt]he|THE|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Tt]he\s+\w+[’']s?)\s+(?:then\s+|new\s+|"
    rf"outgoing\s+|former\s+|current\s+|interim\s+|acting\s+|deputy\s+)?"
    rf"(?P<post>{_CAPITAL}(?:(?:,?\s+(?:and|of|for|to|in|with|the|of\s+the|for\s+the|to\s+the|and\s+the|"
    rf"at)\s+|\s+|\s+[–-]\s+|,\s+(?=[A-Z][a-z]+(?:\s+[A-Z][\w’']*)*\s+(?:and|"
    rf"&)\s+[A-Z])){_CAPITAL}){{0,11}})"
)
_BARE_POST = re.compile(
    rf"(?P<post>{_CAPITAL}(?:(?:\s+(?:and|of|for|to|in|the|of\s+the|for\s+the)\s+|\s+){_CAPITAL}){{0,8}})"
)
_LOWER_POST = re.compile(
    rf"(?:[Tt]he|[Aa]n?|[Hh]is|"
    rf"[Hh]er)\s+(?:\w+[’']s\s+)?(?P<post>{lexicon.LOWER_POSTS})\b(?!\s+(?:report|presentation|"
    rf"recommendation)s?\b)"
)
_OFFICER_POSTS = re.compile(r"(?:[Tt]he\s+)?(?:[Oo]fficers?|[Oo]fficers)\b")
_GENERIC = re.compile(
    r"(?P<how>(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he other|[Ss]ome|[Ss]ome other|[Ss]everal|[Mm]any|[Mm]ost|"
    r"[Oo]ther|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Bb]oth|[Aa] number of|[Aa] few|[Aa] couple of|"
    r"[Aa] (?:second|third|fourth|further)|[Aa]n? number of)\s+"
    r"(?:(?:of the\s+)?(?:(?!(?:from|by|of|for|to|in|on|at|about|question|query|comment|point|request|"
    r"report|response|that|which|and)\b)[a-z-]+\s+){0,2}?|[A-Z][\w-]+\s+))?"
    rf"(?P<noun>(?:{'|'.join(lexicon.GENERIC_NOUNS)})s?|"
    rf"(?:{'|'.join(noun.capitalize() for noun in lexicon.GENERIC_NOUNS)})s?|"
    rf"members?\s+of\s+the\s+(?:public|audience|committee|panel|[A-Z]\w+(?:\s+[A-Z]\w+)*)|"
    rf"Members?\s+of\s+the\s+(?:[Pp]ublic|[A-Z]\w+(?:\s+[A-Z]\w+)*))\b"
)
_ELLIPTIC = re.compile(
    r"(?P<how>(?:A\s+(?:second|third|fourth|fifth|sixth|further)|Another|One|Others|Some|Both|"
    r"Another\s+again))(?=\s+[a-z])"
)
_BODY = re.compile(
    rf"(?:The|the|THE)\s+(?:{_CAPITAL}\s+(?:(?:and|of|for|"
    rf"&)\s+)?){{0,6}}?(?:{lexicon.BODIES})\b(?!\s+(?:[A-Z]|of\s+[A-Z]|[’']s))"
)
_PRONOUN = re.compile(r"(?:He|She|They|he|she|they)\b(?![’'](?:d|ll|s)\b\s+been\b)")
_BARE_NAME = re.compile(rf"(?P<name>{NAME})(?!\w)")
_INITIALS = re.compile(r"[A-Z]{2,3}\b")
_POST_NOUN = re.compile(rf"\b(?:{'|'.join(lexicon.POST_NOUNS)})s?\b")

_JOINT = re.compile(r",\s+(?=(?:the|Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b)|,?\s+and\s+")
_BRACKET = re.compile(r"\s*\([^()]{1,110}\)")
_BODY_AFTER = re.compile(
    r"\s+(?:from|of|representing|on\s+behalf\s+of|for|at|with)\s+(?:the\s+|a\s+)?(?:local\s+)?"
    r"[A-Z0-9][\w’'&.-]*(?:(?:\s+(?:and|of|for|the|of\s+the|in|&)\s+|\s+)[A-Z0-9][\w’'&.-]*){0,9}"
)
_ASIDE = re.compile(r",\s+(?P<aside>[^.;:,]{2,140}(?:,[^.;:,]{2,110}){0,3}?),(?=\s)")
_TO_PREDICATE = 3  # commas that a phrase set beside a name may hold


def mention_at(text: str, at: int, known: Collection[str] = ()) -> Mention | None:
    """The phrase for a person that begins at `at`, without what stands beside it; None where none begins there.

    `known` are the single names and initials that have been met (a bare "Orla" counts only when it is one).
    """
    pronoun = _PRONOUN.match(text, at)
    if pronoun:
        return _mention("pronoun", text, at, pronoun.end(), plural=pronoun[0].lower() == "they")
    couple = _COUPLE.match(text, at)
    if couple:
        return _mention("person", text, at, couple.end(), plural=True)
    titled = _titled_at(text, at, known)
    if titled:
        return titled
    generic = _generic_at(text, at)
    if generic:
        return generic
    post = _post_at(text, at)
    if post:
        return post
    body = _BODY.match(text, at)
    if body:
        return _mention("body", text, at, body.end())
    return _bare_at(text, at, known)


def _mention(
    kind: MentionKind, text: str, start: int, end: int, *, people: tuple[str, ...] = (), plural: bool = False
) -> Mention:
    phrase = text[start:end]
    return Mention(kind, start, end, phrase, phrase, people or (phrase,), plural)


def _titled_at(text: str, at: int, known: Collection[str]) -> Mention | None:
    match = _TITLED.match(text, at)
    if match is None:
        return None
    end = match.end()
    plural = _PLURAL_TITLE.match(match["titles"]) is not None
    people = [match[0]]
    singular = re.sub(r"s$", "", match["titles"])
    if plural:
        people = [f"{singular} {match['name']}"]
        while more := _MORE_TITLED.match(text, end):
            people.append(
                f"{more['titles'] or singular} {more['name']}"
                if not more["titles"] or "ouncillor" in more["titles"]
                else f"{singular} {more['titles']} {more['name']}"
            )
            end = more.end()
    return _joined(Mention("person", at, end, text[at:end], text[at:end], tuple(people), plural), text, known)


def _joined(first: Mention, text: str, known: Collection[str]) -> Mention:
    """`first`, with "and the Leader" or ", Councillor Dunn and Mr Lee" behind it where together they do something."""
    end, people, closed = first.end, list(first.people), False
    while not closed and (link := _JOINT.match(text, end)):
        closed = "and" in link[0]
        following = _single_at(text, link.end(), known)
        if following is None or following.kind not in ("person", "post", "generic"):
            return first
        end = following.end
        people.extend(following.people)
    if not closed:
        return first
    return Mention(first.kind, first.start, end, text[first.start : end], text[first.start : end], tuple(people), True)


def _single_at(text: str, at: int, known: Collection[str]) -> Mention | None:
    titled = _TITLED.match(text, at)
    if titled:
        return _mention("person", text, at, titled.end())
    return _generic_at(text, at) or _post_at(text, at) or _bare_at(text, at, known)


def _generic_at(text: str, at: int) -> Mention | None:
    match = _GENERIC.match(text, at) or _ELLIPTIC.match(text, at)
    if match is None or (
        match.re is _GENERIC
        and match["how"] is None
        and not re.match(
            r"[MOR]\w+s\b|Objectors|Supporters|Councillors|Governors|Trustees|Parents|Pupils", match["noun"]
        )
    ):
        return None
    if re.match(r"[’']", text[match.end() : match.end() + 1]):
        return None
    how = (match["how"] or "").strip().lower()
    singular = re.match(r"(?:an?|one|another|the other)(?!\s+(?:number|few|couple))\b", how) is not None
    end = match.end()
    tail = re.compile(r"\s+(?:of|from|for|representing)\s+(?:the\s+)?[A-Z][\w’']*(?:\s+(?:of\s+)?[A-Z][\w’']*)*").match(
        text, end
    )
    return _mention("generic", text, at, tail.end() if tail else end, plural=not singular)


def _post_at(text: str, at: int) -> Mention | None:
    match = _POST.match(text, at)
    if match and _POST_NOUN.search(match["post"]) and not text.startswith(("’s", "'s"), match.end()):
        end = match.end()
        bracket = re.compile(r"\s*\((?!the\b|for\b|against\b)[A-Z][^()]{1,80}\)").match(text, end)
        return _joined(_mention("post", text, at, bracket.end() if bracket else end), text, ())
    lower = _LOWER_POST.match(text, at)
    if lower and not text.startswith(("’", "'"), lower.end()):
        return _joined(_mention("post", text, at, lower.end(), plural=lower["post"].endswith("s")), text, ())
    return None


def _bare_at(text: str, at: int, known: Collection[str]) -> Mention | None:
    match = _BARE_NAME.match(text, at)
    if match is None:
        return None
    words = match["name"].split()
    while words and (len(words) > 1 or words[0] in known):
        if len(words) == 1 or not _POST_NOUN.search(match["name"]):
            break
        return None
    if len(words) == 1 and words[0] not in known and not _name_by_apposition(text, match.end()):
        return None
    if len(words) > 1 and words[0] not in known and words[0] in _NO_FIRST_NAMES:
        return None
    end = match.end()
    people = [match["name"]]
    while more := re.compile(rf"(?:,\s+|\s+and\s+)(?P<name>{NAME})(?!\w)").match(text, end):
        if more["name"].split()[0] not in known:
            break
        people.append(more["name"])
        end = more.end()
    return _mention("person", text, at, end, people=tuple(people), plural=len(people) > 1)


_NO_FIRST_NAMES = frozenset(
    "The This That These Those It In On At For From With By Of To As An A And But Or If When While "
    "Whilst Although Since Until Before After During "
    "Following Option Appendix Section Paragraph Minute Item Report Part Schedule Phase Stage Members "
    "Officers Resolved Agreed Council Committee "
    "Some Many Most All Both Each Every No Not Government National Local Public Government’s Ofsted "
    "Government's Further Other Another Under Upon "
    "There Here Their His Her Its Our Concern Thanks Reference Discussion Agenda Meeting Motion "
    "Amendment Recommendation Decision January February "
    "March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)


def _name_by_apposition(text: str, end: int) -> bool:
    """Whether a lone capitalised word is set out as a name: "Dougal, the Parks Manager," "Dougal (Parks Manager)"."""
    aside = re.compile(r",\s+(?:the\s+)?[A-Z][^.;:,]{2,80},\s|\s+\([A-Z][^()]{2,80}\)\s").match(text, end)
    return aside is not None and _POST_NOUN.search(aside[0]) is not None


def asides(text: str, mention: Mention) -> list[int]:
    """The places where `mention` may end when what stands beside it is counted in, nearest first."""
    ends = [mention.end]
    at = mention.end
    bracket = _BRACKET.match(text, at)
    if bracket:
        at = bracket.end()
        ends.append(at)
    body = _BODY_AFTER.match(text, at)
    if body:
        at = body.end()
        ends.append(at)
        bracket = _BRACKET.match(text, at)
        if bracket:
            at = bracket.end()
            ends.append(at)
    if text.startswith(",", at):
        comma = at
        for _ in range(_TO_PREDICATE):
            following = text.find(",", comma + 1)
            if following < 0 or following - at > 260 or re.search(r"[.;:]\s", text[at:following]):
                break
            ends.append(following + 1)
            comma = following
    return ends
