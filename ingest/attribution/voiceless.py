"""Phrases for somebody who is not named: posts ("the Head of Highways"), voices ("a Member"), bodies ("the Panel")."""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.attribution import lexicon
from ingest.first_names import gender_of
from ingest.people import NAME_WORD, TITLE


@dataclass(frozen=True, slots=True)
class Phrase:
    """Such a phrase: its kind, where it ends, and whether it means several people."""

    kind: Literal["post", "generic", "body"]
    end: int
    plural: bool = False


_OF_MANY = r"(?<=s)[’'](?=\s+(?:Union|Association|Federation|Guild|Forum|Society|Council)\b)"
_CAPITAL = rf"(?:s\d{{2,4}}\b|[A-ZÀ-Þ0-9][\w’'/&.-]*[\w)](?:{_OF_MANY})?|[A-Z]|&)"
_POST = re.compile(
    rf"(?:[Tt]he|THE|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Tt]he\s+\w+[’']s?)\s+(?:then\s+|new\s+|"
    rf"outgoing\s+|former\s+|current\s+|interim\s+|acting\s+|deputy\s+)?"
    rf"(?P<post>{_CAPITAL}(?:(?:,?\s+(?:and|of|for|to|in|with|the|of\s+the|for\s+the|to\s+the|and\s+the|"
    rf"at)\s+|\s+|\s+[–/-]\s+|,\s+(?=[A-Z][a-z]+(?:\s+[A-Z][\w’']*)*\s+(?:and|"
    rf"&)\s+[A-Z])){_CAPITAL}){{0,11}})"
)
_BARE_POST = re.compile(
    rf"(?P<post>{_CAPITAL}(?:(?:\s+(?:and|of|for|to|in|the|of\s+the|for\s+the)\s+|\s+){_CAPITAL}){{0,8}})"
    r"(?=(?:\s*\([^()]{1,80}\)|,\s[^.;:]{2,100}?,)?\s+(?:(?:also|then|further)\s+)?(?P<verb>[a-z]+)\b)"
)
_OWNER = re.compile(r"\s+(?:of|for|to|from|at)(?:\s+the)?(?:\s+[A-Z][\w-]*)*?\s+\S+[’'](?:s)?$")
_WRITING = re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}?(?:{lexicon.WRITTEN})s?\b")
_AND_THE = re.compile(r"\s+and\s+the\s+")
_MANY_THINGS = re.compile(r"\w+s")
_TITLE_INSIDE = re.compile(rf"\s{TITLE}")
_LOWER_POST = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er)\s+(?:\w+[’']s\s+)?|"
    rf"(?:[A-Z][\w-]+\s+){{0,2}}[A-Z][\w-]+[’'](?:s\s+|"
    rf"\s+))(?P<post>{lexicon.LOWER_POSTS})\b(?!\s+(?:report|presentation|"
    rf"recommendation)s?\b)"
)
_POST_NOUN = re.compile(rf"\b(?:{'|'.join(lexicon.POST_NOUNS)})s?\b")
_POST_BRACKET = re.compile(r"\s*\((?!the\b|for\b|against\b)[A-Z][^()]{1,80}\)")
_NAMED_BESIDE = re.compile(
    rf"(?:\s*\([^()]{{1,80}}\))?,\s+(?:{TITLE}\s+{NAME_WORD}|(?P<first>{NAME_WORD})(?:\s+{NAME_WORD}){{1,3}}"
    r"(?:,\s+(?P<verb>[a-z]+)\b)?)"
)
_NOUNS = "|".join(lexicon.GENERIC_NOUNS)
_CAPITAL_NOUNS = "|".join(noun.capitalize() for noun in lexicon.GENERIC_NOUNS)
_GENERIC = re.compile(
    r"(?P<how>(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he other|[Ss]ome|[Ss]ome other|[Ss]everal|[Mm]any|[Mm]ost|"
    r"[Oo]ther|(?:[Tt]he\s+)?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)|[Bb]oth|[Aa] number of|[Aa] few|[Aa] couple of|"
    r"[Aa] (?:second|third|fourth|further)|[Aa]n? number of)\s+"
    r"(?:(?:of the\s+)?(?:(?!(?:from|by|of|for|to|in|on|at|about|question|query|comment|point|request|"
    r"report|response|that|which|and)\b)[a-z-]+\s+){0,2}?|[A-Z][\w-]+\s+))?"
    rf"(?:(?:{lexicon.BODIES}|Ward|Local|Co-opted|Independent)\s+)?"
    rf"(?P<noun>(?:{_NOUNS})s?|(?:{_CAPITAL_NOUNS})s?|[Ss]taff|"
    rf"members?\s+of\s+(?:the\s+)?(?:staff|pack|community|group|public|audience|committee|panel|"
    rf"[A-Z]\w+(?:\s+[A-Z]\w+)*)|"
    rf"Members?\s+of\s+(?:the\s+)?(?:staff|[a-z]+|[Pp]ublic|[A-Z]\w+(?:\s+[A-Z]\w+)*))\b"
)
_MANY = re.compile(
    r"[MORmor]\w+s\b|[Ss]taff\b|(?:Objector|Supporter|Councillor|Governor|Trustee|Parent|Pupil|Leader|"
    r"Tenant|Trader|Campaigner|Carer|Patient|Student|"
    r"Commissioner|Director|Clinician|Teacher|Headteacher|Delegate|Neighbour|Volunteer)s\b"
)
_ONE = re.compile(r"(?:an?|one|another|the other)(?!\s+(?:number|few|couple))\b")
_ELLIPTIC = re.compile(
    r"(?P<how>(?:A\s+(?:second|third|fourth|fifth|sixth|further)|Another|One|Others|Some|Both|"
    r"Another\s+again))(?=\s+[a-z])"
)
_ANOTHER = re.compile(rf"(?P<how>another|others)(?=\s+(?:{'|'.join(sorted(lexicon.SPEECH))})\b)")
_SOMEBODY = re.compile(
    rf"(?:[Aa]n?|[Oo]ne|[Aa]nother)\s+(?!(?:[a-z-]+\s+){{0,2}}(?:{lexicon.WRITTEN})s?\b)[a-z-]+(?:\s+[a-z-]+){{0,2}}?"
    rf"(?=(?:,\s[^.;:]{{2,80}},)?\s+(?:{'|'.join(sorted(lexicon.HUMAN))})\b)"
)
_CALLED = re.compile(
    rf"[Tt]he\s+(?:[a-z-]+\s+)?(?:{'|'.join(sorted(lexicon.CALLINGS))})"
    rf"(?=(?:,\swho\s[^.;:]{{2,80}},)?\s+(?:{'|'.join(sorted(lexicon.SPEECH))})\b(?!\s+by\b))"
)
_OF_BODY = re.compile(r"\s+(?:of|from|for|representing)\s+(?:the\s+)?[A-Z][\w’']*(?:\s+(?:of\s+)?[A-Z][\w’']*)*")
_BODY = re.compile(
    rf"(?:The|the|THE)\s+(?:{_CAPITAL}\s+(?:(?:and|of|for|"
    rf"&)\s+)?){{0,6}}?(?:{lexicon.BODIES})\b(?!\s+(?:[A-Z]|of\s+[A-Z]|[’']s))"
)


def generic_at(text: str, at: int) -> Phrase | None:
    """The voice without a name or post that begins at `at`: "a Member", "two residents", "Officers", "Others"."""
    match = _GENERIC.match(text, at)
    if match and match["how"] is None and not _MANY.match(match["noun"]):
        match = None
    match = match or _ELLIPTIC.match(text, at) or _ANOTHER.match(text, at)
    if match is None:
        return _somebody_at(text, at)
    if text.startswith(("’", "'"), match.end()):
        return None
    how = (match["how"] or "").strip().lower()
    tail = _OF_BODY.match(text, match.end())
    return Phrase("generic", tail.end() if tail else match.end(), plural=_ONE.match(how) is None)


def _somebody_at(text: str, at: int) -> Phrase | None:
    """Any other single person who does what only people do: "A plot holder complained", "A mother asked"."""
    match = _SOMEBODY.match(text, at)
    return Phrase("generic", match.end()) if match else None


def post_at(text: str, at: int) -> Phrase | None:
    """The post that begins at `at` with its article: "the MSP Manager", "The Harbour Master, Captain X".

    Or whoever is known by a calling, and speaks: "The doctor, who had come late, said".
    """
    match = _POST.match(text, at)
    if match and match["post"].endswith(("’s", "'s", "s’")):
        whole = _OWNER.sub("", match["post"])
        owned = whole != match["post"] and not _WRITING.match(text, match.end())
        if owned and _POST_NOUN.search(whole):
            return Phrase("post", match.start("post") + len(whole))
    elif match:
        if _POST_NOUN.search(match["post"]):
            end = _first_post_end(text, match)
            bracket = _POST_BRACKET.match(text, end)
            return Phrase("post", bracket.end() if bracket else end)
        named = _NAMED_BESIDE.match(text, match.end())
        if named and (named["first"] is None or gender_of(named["first"]) or named["verb"] in lexicon.SPEECH):
            return Phrase("post", match.end())
    lower = _LOWER_POST.match(text, at)
    if lower and not text.startswith(("’", "'"), lower.end()):
        return Phrase("post", lower.end(), plural=lower["post"].endswith("s"))
    called = _CALLED.match(text, at)
    return Phrase("post", called.end()) if called else None


def _first_post_end(text: str, match: re.Match[str]) -> int:
    """Where the first of two posts ends: "the Director of Children’s Services | and the Head of SEND"."""
    for link in _AND_THE.finditer(text, match.start("post"), match.end()):
        if _POST_NOUN.search(text, match.start("post"), link.start()) and _POST_NOUN.search(
            text, link.end(), match.end()
        ):
            return link.start()
    return match.end()


def bare_post_at(text: str, at: int) -> Phrase | None:
    """The post without an article that begins at `at` and says something: "Public Works Director Moore stated"."""
    match = _BARE_POST.match(text, at)
    if match is None or match["verb"] not in lexicon.SPEECH or not _POST_NOUN.search(match["post"]):
        return None
    if _TITLE_INSIDE.search(match["post"]) or _MANY_THINGS.fullmatch(match["post"]):
        return None
    return Phrase("post", match.end())


def body_at(text: str, at: int) -> Phrase | None:
    """The body that begins at `at`: "The Committee"."""
    match = _BODY.match(text, at)
    return Phrase("body", match.end()) if match else None
