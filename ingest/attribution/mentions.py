"""Phrases that mean a person: "Councillor J Ockenden", "the MSP Manager", "a Member", "Orla and Crispian", "she".

`mention_at` reads such a phrase at one place of a sentence, without what is set beside it (see `asides`). A mention
says who is meant only in print; `cast` says who that is.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from ingest.attribution import lexicon
from ingest.attribution.voiceless import Phrase, bare_post_at, body_at, generic_at, post_at
from ingest.first_names import gender_of
from ingest.people import NAME, NAME_WORD, TITLE
from ingest.printed_names import post_and_name

MentionKind = Literal["person", "post", "generic", "body", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that means somebody: `core` is its text from `start` to `end`.

    `people` has the single phrases of a list ("Councillors Abiola and Finch"), else just `core`. What is not `sure` to
    be a person only looks like a name ("Storm Arwen").
    """

    kind: MentionKind
    start: int
    end: int
    core: str
    people: tuple[str, ...]
    plural: bool = False
    sure: bool = True


_NAMES = rf"{NAME_WORD}(?:\s+(?:(?:de|la|le|du|van|von|der|den|bin|al|ap)\s+)?{NAME_WORD}){{0,3}}"
_TITLED = re.compile(
    rf"(?P<titles>(?:[Tt]he\s+)?{TITLE}(?:\s+{TITLE}){{0,2}})\s+(?:\d{{2,6}}\s+)?(?P<name>{_NAMES})(?!\w)"
)
_MORE_TITLED = re.compile(
    rf"(?P<and>,\s+(?:and\s+)?|\s+and\s+|"
    rf"\s*&\s*)(?:(?P<titles>{TITLE}(?:\s+{TITLE}){{0,2}})\s+)?(?P<name>{_NAMES})(?!\w)"
)
_COUPLE = re.compile(rf"(?:Mr and Mrs|Mr & Mrs|Mr and Ms|Dr and Mrs|Messrs)\s+(?P<name>{_NAMES})(?!\w)")
_PLURAL_TITLE = re.compile(r"^(?:\w+\s+)?(?:Councillors|Cllrs|Messrs)\b")
_PRONOUN = re.compile(r"(?:He|She|They|he|she|they)\b(?![’'](?:d|ll|s)\b\s+been\b)")
_OBJECT = re.compile(r"(?:him|her|them)\b(?!\s+[a-z]+(?:s|er|or|ion)\b)")
_BARE_NAME = re.compile(rf"(?P<name>{NAME})(?!\w)")
_CALLED = re.compile(
    rf"(?P<calling>[A-Z][a-z’'-]+(?:\s+[a-z’'-]+){{0,3}})\s+"
    rf"(?P<name>{TITLE}\s+{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}|{NAME_WORD}(?:\s+{NAME_WORD}){{1,2}})(?!\w)"
)
_NO_CALLING = frozenset("of by from to and with for that was were is as at in on or".split())
_TITLE_INSIDE = re.compile(rf"\s{TITLE}")
_MORE_BARE = re.compile(rf"(?:,\s+|\s+and\s+)(?P<name>{NAME})(?!\w)")
_POST_NOUN = re.compile(rf"\b(?:{'|'.join(lexicon.POST_NOUNS)})s?\b")
_JOINT = re.compile(r",\s+(?=(?:the|Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b)|,?\s+and\s+")
BRACKET = re.compile(r"\s*\([^()]{1,110}\)")
# "Mr Aziz of the Traders’ Association and Mrs Cope".
_OF_BODY = re.compile(
    r"\s+(?:of|from|for|representing)\s+(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|the)\s+)*[A-Z][\w’'&-]*){0,6}"
    rf"(?=\s+and\s+{TITLE}\s)"
)
_APPOSED_POST = re.compile(r",\s+(?:the\s+)?[A-Z][^.;:,]{2,80},\s|\s+\([A-Z][^()]{2,80}\)\s")
_APPOSED = re.compile(
    r",\s+(?:an?|the|who|one\s+of|chair\s+of|aged|now|himself|"
    r"herself)\s[^.;:]{2,120}?,\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b"
)
_BRACKETED = re.compile(r"\s+\([A-Z][^()]{2,60}\)\s+(?:\w+ly\s+|also\s+|then\s+)?(?P<verb>[a-z]+)\b")
_NEXT_WORD = re.compile(r"\s+(?:(?:also|then)\s+)?(?P<verb>[a-z]+)\b")
_THE_INITIALS = re.compile(r"[Tt]he\s+(?P<letters>[A-Z]{2,5})\b(?![’'])")
_MOST_PEOPLE = 40  # in one list of names


def mention_at(text: str, at: int, known: Collection[str] = ()) -> Mention | None:
    """The phrase for a person that begins at `at`, without what stands beside it; None where none begins there.

    `known` are the single names and initials that have been met (a bare "Orla" counts only when it is one).
    """
    first = text[at : at + 1]
    if not first.isalpha():
        return None
    if first.islower():
        return _in_small_letters(text, at, known)
    if text.startswith("Both ", at):
        return _pair_at(text, at, known) or _of(generic_at(text, at), text, at)
    pronoun = _PRONOUN.match(text, at)
    if pronoun:
        return _mention("pronoun", text, at, pronoun.end(), plural=pronoun[0] == "They")
    couple = _COUPLE.match(text, at)
    if couple:
        return _mention("person", text, at, couple.end(), plural=True)
    return (
        _titled_at(text, at, known)
        or _post_by_initials(text, at, known)
        or _of(generic_at(text, at), text, at)
        or _post(text, at)
        or _of(body_at(text, at), text, at)
        or _bare_at(text, at, known)
        or _called_at(text, at)
        or _of(bare_post_at(text, at), text, at)
    )


def object_at(text: str, at: int, known: Collection[str] = ()) -> Mention | None:
    """The phrase for a person at `at` where an object may stand: also "him", "her" and "them"."""
    pronoun = _OBJECT.match(text, at)
    if pronoun:
        return _mention("pronoun", text, at, pronoun.end(), plural=pronoun[0] == "them")
    return mention_at(text, at, known)


def _pair_at(text: str, at: int, known: Collection[str]) -> Mention | None:
    """The two behind "both"."""
    begin = at + len("both ")
    pair = None if text[begin : begin + 5].lower() == "both " else mention_at(text, begin, known)
    return pair if pair and pair.plural else None


def _in_small_letters(text: str, at: int, known: Collection[str]) -> Mention | None:
    pronoun = _PRONOUN.match(text, at)
    if pronoun:
        return _mention("pronoun", text, at, pronoun.end(), plural=pronoun[0] == "they")
    if text.startswith("both ", at):
        return _pair_at(text, at, known)
    titled = _titled_at(text, at, known) if text.startswith("the ", at) else None
    titled = titled or _post_by_initials(text, at, known)
    return titled or _of(generic_at(text, at), text, at) or _post(text, at) or _of(body_at(text, at), text, at)


def _of(phrase: Phrase | None, text: str, at: int) -> Mention | None:
    return _mention(phrase.kind, text, at, phrase.end, plural=phrase.plural) if phrase else None


def _mention(
    kind: MentionKind, text: str, start: int, end: int, *, people: tuple[str, ...] = (), plural: bool = False
) -> Mention:
    phrase = text[start:end]
    return Mention(kind, start, end, phrase, people or (phrase,), plural)


def _post_by_initials(text: str, at: int, known: Collection[str]) -> Mention | None:
    """A post of the roster by its initials: "the SBM" where the School Business Manager is on it."""
    found = _THE_INITIALS.match(text, at)
    return _mention("post", text, at, found.end()) if found and found["letters"] in known else None


def _post(text: str, at: int) -> Mention | None:
    post = _of(post_at(text, at), text, at)
    return _joined(post, text, ()) if post else None


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
        while len(people) < _MOST_PEOPLE and (more := _MORE_TITLED.match(text, end)):
            people.append(
                f"{more['titles'] or singular} {more['name']}"
                if not more["titles"] or "ouncillor" in more["titles"]
                else f"{singular} {more['titles']} {more['name']}"
            )
            end = more.end()
    return _joined(Mention("person", at, end, text[at:end], tuple(people), plural), text, known)


def _joined(first: Mention, text: str, known: Collection[str]) -> Mention:
    """`first`, with "and the Leader" or ", Councillor Dunn and Mr Lee" behind it where together they do something."""
    end, people, closed = first.end, list(first.people), False
    while not closed and len(people) < _MOST_PEOPLE:
        bracket = BRACKET.match(text, end) or _OF_BODY.match(text, end)
        link = _JOINT.match(text, bracket.end() if bracket else end)
        following = _single_at(text, link.end(), known) if link else None
        if link is None or following is None or following.kind not in ("person", "post", "generic"):
            break
        if bracket:
            people[-1] += bracket[0]
        closed, end = "and" in link[0], following.end
        people.extend(following.people)
    if not closed:
        return first
    bracket = BRACKET.match(text, end)
    if bracket:
        people[-1], end = people[-1] + bracket[0], bracket.end()
    return Mention(first.kind, first.start, end, text[first.start : end], tuple(people), True)


def _single_at(text: str, at: int, known: Collection[str]) -> Mention | None:
    titled = _TITLED.match(text, at)
    if titled:
        return _mention("person", text, at, titled.end())
    return _of(generic_at(text, at), text, at) or _post(text, at) or _bare_at(text, at, known)


def _bare_at(text: str, at: int, known: Collection[str]) -> Mention | None:
    """A name without a title: two words or more, or one that is known or set out as a name."""
    match = _BARE_NAME.match(text, at)
    if match is None:
        return None
    words = match["name"].split()
    if _TITLE_INSIDE.search(match["name"]):
        return None
    if len(words) > 1 and (post_and_name(match["name"])[0] is None and _POST_NOUN.search(match["name"])):
        return None
    if words[0] not in known and (words[0] in _NO_FIRST_NAMES or (len(words) == 1 and not _like_a_name(text, match))):
        return None
    is_known = words[0] in known or gender_of(words[0]) is not None
    if not is_known and not lexicon.ORGANISATIONS.isdisjoint(words):
        return replace(_mention("body", text, at, match.end()), sure=False)
    people, end = _listed(text, match, known)
    is_sure = is_known or len(words) == 1 or post_and_name(match["name"])[0] is not None
    return replace(_mention("person", text, at, end, people=people, plural=len(people) > 1), sure=is_sure)


def _called_at(text: str, at: int) -> Mention | None:
    """Somebody named behind what he is: "Local resident Jane Doe"; the mention is the name."""
    found = _CALLED.match(text, at)
    words = found["calling"].lower().split() if found else []
    if found is None or words[-1] not in lexicon.CALLINGS or not _NO_CALLING.isdisjoint(words):
        return None
    return _mention("person", text, found.start("name"), found.end("name"))


def _listed(text: str, first: re.Match[str], known: Collection[str]) -> tuple[tuple[str, ...], int]:
    """The names of "Rachel, Tom and Karen", which ends with "and", and where it ends; else the first name alone."""
    people, end = [first["name"]], first.end()
    while len(people) < _MOST_PEOPLE and (more := _MORE_BARE.match(text, end)):
        word = more["name"].split()[0]
        if word not in known and not gender_of(word):
            break
        people.append(more["name"])
        end = more.end()
        if "and" in more[0].split():
            return tuple(people), end
    return (first["name"],), first.end()


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


def _like_a_name(text: str, name: re.Match[str]) -> bool:
    """Whether a lone capitalised word is a name: "Dougal, the Parks Manager,", "Jaden, a care leaver, told"."""
    if len(name[0]) < 3 or name[0].isupper():
        return False
    post = _APPOSED_POST.match(text, name.end())
    if post and _POST_NOUN.search(post[0]):
        return True
    bracketed = _BRACKETED.match(text, name.end())
    if bracketed and bracketed["verb"] in lexicon.SPEECH | {"made"}:
        return True
    apposed = _APPOSED.match(text, name.end())
    if apposed and apposed["verb"] in lexicon.SPEECH:
        return True
    if not gender_of(name[0]):
        return False
    following = _NEXT_WORD.match(text, name.end())
    return _MORE_BARE.match(text, name.end()) is not None or (
        following is not None and following["verb"] in lexicon.SPEECH
    )
