"""What the subject of a clause does: says, asks, answers, moves, thinks, or nothing that is speech.

"Earlier" is what had been done or said before: minutes are told in the plain past, so "the developer has placed" and
"he had asked" are part of what somebody else reports.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from ingest.attribution import lexicon

Act = Literal["asked", "answered", "said", "moved", "stance", "silent", "passive", "earlier", "other"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A finite verb and what kind of act it is. `end` is where the verb ends in the text.

    `reacts` says that it reacts to what somebody else has just said ("did not dispute the figure").
    """

    verb: str
    act: Act
    end: int
    reacts: bool = False

    @property
    def is_speech(self) -> bool:
        """Whether the verb alone says that the subject spoke."""
        return self.act in ("asked", "answered", "said", "moved", "stance")


_ADVERB = rf"(?:{'|'.join(lexicon.ADVERBS)}|[a-z]+ly|in\s+(?:turn|addition|particular|conclusion)|at\s+this\s+point)"
_VERB = re.compile(
    rf"\s*(?:,\s*(?:{_ADVERB}),\s*)?\s+?(?:(?:{_ADVERB})\s+){{0,2}}(?P<verb>[a-z][a-z’'-]*)"
    r"(?:\s+(?P<next>[a-z][a-z’'-]*))?(?:\s+(?P<third>[a-z][a-z’'-]*))?"
)
_SILENT = re.compile(
    r"(?:took\s+(?:no\s+(?:further\s+)?part|part|the\s+[Cc]hair|(?:his|her|their)\s+seats?|"
    r"over\s+the\s+[Cc]hair)|(?:was|were)\s+in\s+(?:the\s+[Cc]hair|attendance)|withdrew\s+from|"
    r"withdrew\s*[.,]|"
    r"(?:having\s+)?declared\s+(?:an?\s+|his\s+|her\s+|their\s+|that\s+(?:he|she|they)\s+(?:was|were|had|"
    r"knew|lived|sat)\b|[\w -]{0,40}interest)|left\s+(?:the|and)\b|did\s+not\s+(?:speak|vote|"
    r"take\s+part)|"
    r"had\s+(?:left|returned|joined|given\s+apologies)|(?:gave|sent|tendered|submitted)\s+(?:(?:his|her|"
    r"their)\s+)?apologies|"
    r"was\s+not\s+(?:present|in\s+the)|(?:was|were)\s+(?:present|absent|in\s+attendance)|"
    r"requested\s+that\s+(?:his|her)\s+apologies|"
    r"called\s+(?:\w+\s+){1,3}to\s+order\b|"
    r"put\s+(?:\w+\s+){1,5}to\s+(?:the\s+|a\s+)?(?:vote|meeting|committee|council|board|test)\b|"
    r"read\s+(?:[\w’-]+\s+){1,8}?by\s+(?:its\s+)?title\b|"
    r"(?:elected|chose|opted|decided)\s+(?:not\s+)?to\s+(?:speak|vote|remain|leave|withdraw|stay|abstain)\b)"
)
_SPOKE = re.compile(
    r"(?:made|delivered|gave|offered)\s+(?:[\w’-]+\s+){0,3}?(?:statements?|speech|points?|observations?|comments?|plea|remarks?|"
    r"representations?|reference|case|submissions?|presentation|address|undertakings?|assurances?)\b"
)
_TO_KNOW = re.compile(
    r"(?:wished|wanted|would\s+like|was\s+(?:keen|interested|anxious|curious)|were\s+(?:keen|interested|"
    r"anxious|curious))\s+to\s+(?:know|ask|understand|be\s+told|hear|learn|see)\b|"
    r"(?:went\s+on|rose|stood|proceeded|continued)\s+to\s+(?:ask|enquire|inquire|query|question)\b"
)
_REACTION = re.compile(
    r"(?:(?:did\s+not|could\s+not)\s+(?:dispute|accept|agree|share|recognise)|disputed|"
    r"was\s+(?:sorry\s+to\s+hear|grateful\s+and)|"
    r"(?:agreed|undertook|promised|offered)\s+to\s+[a-z]+\s+(?:up\s+|on\s+|into\s+|back\s+)?"
    r"(?:the|this|that|his|her|their)\s+(?:point|suggestion|concern|idea|request|question|comment|matter)s?)"
    r"\b(?:\s+(?:of\s+|with\s+)?(?:this|that|it|"
    r"the\s+(?:figure|point|criticism)s?)\b)?"
)
_WISH = re.compile(r"\s+that\b[^.;]{0,160}?\b(?:be|not)\b")
_REFERS = re.compile(
    r"\s+(?:[a-z]+ly\s+)?(?:that\s+)?(?:it|they|this|that(?=\s+(?:was|had|would|could|might|seemed|did))|"
    r"these|those|he|she|such|there|so|not|to|both|neither|none)\b"
)
_LATER = re.compile(
    rf"(?:[^.;:]|\.(?=\d)){{0,160}}?\b(?:and|but)\s+(?:(?:{_ADVERB})\s+){{0,2}}(?P<verb>[a-z]+)\b|"
    r"(?P<came>[^.;:]{0,60}?(?:,[^.;:,]{0,50},)?\s+to\s+(?:explain|present|outline|answer|introduce|"
    r"speak|update|report|"
    r"describe|talk|respond|say|give\s+(?:an?|evidence|the)|tell|inform|brief)\b)"
)
_TAKES_THROUGH = re.compile(r"(?:took|talked|led|walked)\s+[^.;,]{2,40}?\s+through\b")
_PUTS = re.compile(r"(?:put|posed|raised)\s+(?:[\w’-]+\s+){1,4}?(?:questions?|queries)\b")
_SEEKS = frozenset("sought enquired inquired queried questioned wondered".split())
_CAME = frozenset("attended came joined appeared stepped rose stood returned arrived".split())
_FOR_THE_RECORD = re.compile(r"\s+(?:that|for)\b[^.;]{0,120}?\b(?:recorded|minuted?s?|amended|noted)\b")
_THE_FLOOR = re.compile(
    r"\s+(?:for\s+)?(?:leave|permission|consent)\b|\s+(?:[\w’'-]+\s+){0,4}?to\s+(?:be\s+heard|speak|address|read|sit\s+down)\b"
)
_QUESTION_WORD = re.compile(r"(?:\s+[\w’'-]+){0,4}?\s+(?:whether|if|why|how|what|when|who|which|where)\b")
_NO_VERBS = frozenset("and or but of for to in on at from with by as that who which whose the a an".split())
_NEGATIONS = frozenset("not never no also then therefore now still already further".split())


def predicate_at(text: str, at: int) -> Predicate | None:
    """The finite verb that follows a subject which ends at `at`; None where no verb stands there."""
    match = _VERB.match(text, at)
    if match is None or match["verb"] in _NO_VERBS:
        return None
    found = _predicate(text, match)
    if found is not None and _REACTION.match(text, match.start("verb")):
        return replace(found, reacts=True)
    return found


def _predicate(text: str, match: re.Match[str]) -> Predicate | None:
    verb, following = match["verb"], match["next"]
    silent = _SILENT.match(text, match.start("verb"))
    if silent:
        return Predicate(verb, "silent", silent.end())
    asking = _TO_KNOW.match(text, match.start("verb"))
    if asking:
        return Predicate(verb, "asked", asking.end())
    spoken = _SPOKE.match(text, match.start("verb"))
    if spoken:
        return Predicate(verb, "said", spoken.end())
    if verb == "remained" and following in lexicon.STANCES and following not in ("in", "not"):
        return Predicate(f"remained {following}", "stance", match.end("next"))
    if verb in lexicon.AUXILIARIES or verb.endswith(("n’t", "n't")):
        return _auxiliary(match, verb, following, match["third"])
    act = act_of_verb(verb)
    if act is None:
        is_past = verb.endswith("ed") or verb in lexicon.IRREGULAR
        return Predicate(verb, "other", match.end("verb")) if is_past else None
    return Predicate(verb, act, match.end("verb"))


def speaks_later(text: str, predicate: Predicate) -> Act | None:
    """What a subject that began with something silent goes on to say: "attended remotely and outlined the findings".

    None where nothing is said, and where the second verb may be silent too ("left the meeting and took no part").
    """
    if "declared" in predicate.verb:
        return None
    later = _LATER.match(text, predicate.end)
    if later is None:
        return None
    if later["came"]:
        return "said" if predicate.verb.split()[0] in _CAME else None
    if _TO_KNOW.match(text, later.start("verb")):
        return "asked"
    act = None if later["verb"] in lexicon.BODILY else _spoken(later["verb"])
    if _PUTS.match(text, later.start("verb")):
        return "asked"
    if _TAKES_THROUGH.match(text, later.start("verb")):
        return "said"
    puts_question = act != "asked" or later["verb"] in _SEEKS or _QUESTION_WORD.match(text, later.end()) is not None
    return act if puts_question else "said"


def is_no_question(text: str, predicate: Predicate) -> bool:
    """Whether an "asked" puts no question: "asked that minute 58 be amended", "urged", "questioned the cost"."""
    if _FOR_THE_RECORD.match(text, predicate.end) or _THE_FLOOR.match(text, predicate.end):
        return True
    verb = predicate.verb.split()[0]
    is_question = verb in lexicon.QUESTIONS or verb not in lexicon.ASKED
    return not is_question and _QUESTION_WORD.match(text, predicate.end) is None


def is_wish(text: str, predicate: Predicate) -> bool:
    """Whether what is asked for is that something be done: "asked that any condition be limited to Saturdays"."""
    return predicate.act == "asked" and _WISH.match(text, predicate.end) is not None


def refers_back(text: str, predicate: Predicate) -> bool:
    """Whether what is said takes up what was said before: "said that it belonged to the water company"."""
    return _REFERS.match(text, predicate.end) is not None


def _spoken(verb: str) -> Act | None:
    act = act_of_verb(verb)
    return None if act == "silent" else act


def act_of_verb(verb: str) -> Act | None:
    """The act of a verb in the past tense; None for a verb that is not listed."""
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
        act: Act = "passive" if third and third.endswith("ed") else "other"
        return Predicate(f"had been {third or ''}".rstrip(), act, end)
    if verb in ("had", "has", "will") and (after.endswith("ed") or after in lexicon.IRREGULAR | lexicon.PARTICIPLES):
        return Predicate(f"{verb} {after}", "earlier", end)
    plain = after if after.endswith("ed") or act_of_verb(after) else f"{after}ed"
    act = act_of_verb(plain) or act_of_verb(f"{after}d") or "other"
    return Predicate(f"{verb} {after}", act, end)
