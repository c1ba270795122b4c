"""What the subject of a clause does: says, asks, answers, presents, moves, thinks, or nothing that is speech."""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.attribution import lexicon

Act = Literal["asked", "answered", "said", "moved", "stance", "silent", "passive", "other"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A finite verb and what kind of act it is. `end` is where the verb ends in the text."""

    verb: str
    act: Act
    end: int

    @property
    def is_speech(self) -> bool:
        """Whether the verb alone says that the subject spoke."""
        return self.act in ("asked", "answered", "said", "moved", "stance")


_ADVERB = rf"(?:{'|'.join(lexicon.ADVERBS)}|[a-z]+ly|in\s+(?:turn|addition|particular|conclusion)|at\s+this\s+point)"
_VERB = re.compile(
    rf"\s*(?:,\s*(?:{_ADVERB}),\s*)?\s+?(?:(?:{_ADVERB})\s+){{0,2}}(?P<verb>[a-z][a-z’'-]*)(?:\s+(?P<next>[a-z][a-z’'-]*))?(?:\s+(?P<third>[a-z][a-z’'-]*))?"
)
_SILENT = re.compile(
    r"(?:took\s+(?:no\s+(?:further\s+)?part|part|the\s+[Cc]hair|(?:his|her|their)\s+seats?|"
    r"over\s+the\s+[Cc]hair)|(?:was|were)\s+in\s+(?:the\s+[Cc]hair|attendance)|withdrew\s+from|"
    r"withdrew\s*[.,]|"
    r"(?:having\s+)?declared\s+(?:an?\s+|his\s+|her\s+|their\s+|that\s+(?:he|she|they)\s+(?:was|were|had|"
    r"knew|lived|sat)\b|[\w -]{0,40}interest)|left\s+(?:the|and)\b|did\s+not\s+(?:speak|vote|"
    r"take\s+part)|"
    r"had\s+(?:left|returned|joined|given\s+apologies)|gave\s+(?:his|her|their)\s+apologies|"
    r"was\s+not\s+(?:present|in\s+the)|(?:was|were)\s+(?:present|absent|in\s+attendance)|"
    r"requested\s+that\s+(?:his|her)\s+apologies)"
)
_TO_KNOW = re.compile(
    r"(?:wished|wanted|would\s+like|was\s+(?:keen|interested|anxious|curious)|were\s+(?:keen|interested|"
    r"anxious|curious))\s+to\s+(?:know|ask|understand|be\s+told|hear|learn|see)\b"
)
_NEGATIONS = frozenset("not never no also then therefore now still already further".split())


def predicate_at(text: str, at: int) -> Predicate | None:
    """The finite verb that follows a subject which ends at `at`; None where no verb stands there."""
    match = _VERB.match(text, at)
    if match is None:
        return None
    verb, following, third = match["verb"], match["next"], match["third"]
    if verb in (
        "and",
        "or",
        "but",
        "of",
        "for",
        "to",
        "in",
        "on",
        "at",
        "from",
        "with",
        "by",
        "as",
        "that",
        "who",
        "which",
        "whose",
        "the",
        "a",
        "an",
    ):
        return None
    silent = _SILENT.match(text, match.start("verb"))
    if silent:
        return Predicate(verb, "silent", silent.end())
    asking = _TO_KNOW.match(text, match.start("verb"))
    if asking:
        return Predicate(verb, "asked", asking.end())
    if verb == "remained" and following in lexicon.STANCES:
        return Predicate(f"remained {following}", "stance", match.end("next"))
    if verb in lexicon.AUXILIARIES or verb.endswith(("n’t", "n't")):
        return _auxiliary(match, verb, following, third)
    act = _act(verb)
    if act is None:
        is_past = verb.endswith("ed") or verb in lexicon.IRREGULAR
        return Predicate(verb, "other", match.end("verb")) if is_past else None
    if act == "silent" and verb != "moved":
        return Predicate(verb, "silent", match.end("verb"))
    return Predicate(verb, act, match.end("verb"))


def _act(verb: str) -> Act | None:
    if verb in lexicon.ASKED:
        return "asked"
    if verb in lexicon.ANSWERED:
        return "answered"
    if verb in lexicon.MOVED:
        return "moved"
    if verb in lexicon.SAID:
        return "said"
    return "silent" if verb in lexicon.SILENT else None


def _auxiliary(match: re.Match[str], verb: str, following: str | None, third: str | None) -> Predicate:
    after, name = (third, "third") if following in _NEGATIONS else (following, "next")
    end = match.end(name) if after else match.end("verb")
    if verb in ("was", "were", "is", "are", "wasn’t"):
        if after is None or after in lexicon.STANCES:
            return Predicate(f"{verb} {after or ''}".strip(), "stance", end)
        is_participle = after in lexicon.PROCEEDINGS or (after.endswith("ed") and after not in lexicon.STANCES)
        return Predicate(f"{verb} {after}", "passive" if is_participle else "other", end)
    if after is None:
        return Predicate(verb, "other", end)
    if verb in ("had", "has") and after == "been":
        return Predicate("had been", "passive" if third and third.endswith("ed") else "other", end)
    plain = after if after.endswith("ed") or _act(after) else f"{after}ed"
    act = _act(plain) or _act(f"{after}d") or "other"
    return Predicate(f"{verb} {after}", act, end)
