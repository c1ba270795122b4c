"""Sentences that nobody said: "It was noted that", reports, votes, what happened in the room; passives with "by X"."""

import re
from dataclasses import dataclass

from ingest.attribution import lexicon
from ingest.records import StatementKind

_ADVERB = rf"(?:(?:\w+ly|again|next|not|{'|'.join(lexicon.ADVERBS)})\s+)*"
_SPEECH = "|".join(lexicon.PASSIVE_SPEECH)
_EVENT = "|".join(lexicon.PROCEEDINGS)


@dataclass(frozen=True, slots=True)
class Impersonal:
    """A rule for sentences without a voice: its kind, its pattern, and a sentence that it holds for."""

    kind: StatementKind
    pattern: re.Pattern[str]
    example: str


def _rule(kind: StatementKind, pattern: str, example: str) -> Impersonal:
    return Impersonal(kind, re.compile(pattern), example)


RULES: tuple[Impersonal, ...] = (
    _rule(
        "discussion",
        r"[^;:]{2,160},[”\"’]?\s+was\s+(?:all\s+)?(?:the|his|her|their)\s+(?:reply|answer|response)\b",
        "On verges, was the reply.",
    ),
    _rule(
        "discussion",
        rf"(?:It|This|That|These|Those)\s+(?:was|were|is|has been|had been)\s+{_ADVERB}(?:{_SPEECH}|"
        rf"{_EVENT})\b(?!\s+at\s+£)",
        "It was further noted that the grant had ended.",
    ),
    _rule(
        "discussion",
        rf"(?!Asked|In\s+(?:response|reply|"
        rf"answer)\s+to\s+[A-Z])[^.;:]{{3,160}}?,\s+it\s+was\s+{_ADVERB}(?:{_SPEECH})\b(?!\s+by\b)",
        "In both cases, it was recognised that the Panel needed to know.",
    ),
    _rule(
        "discussion",
        r"(?:The\s+)?(?:[A-Za-z]+\s+){0,4}[A-Za-z]+[’']s?\s+(?:response|reply|answer|advice|position|policy|"
        r"recommendation|"
        r"conclusion|finding)s?\s+(?:was|were|had)\b",
        "Management’s response was that two were not feasible.",
    ),
    _rule(
        "discussion",
        r"[^.;:,]{0,60}\battention\s+was\s+(?:also\s+|then\s+|further\s+)?drawn\b",
        "The Committee’s attention was drawn to the last two items.",
    ),
    _rule(
        "discussion",
        r"There\s+(?:was|were)\s+(?:also\s+)?(?:\w+\s+){0,2}?(?:support|agreement|consensus|discussion|debate|concern|sympathy|"
        r"disagreement|opposition|questions|comments)\b",
        "There was general support for this course of action.",
    ),
    _rule(
        "discussion",
        r"It\s+(?:was|is)\s+(?:clear|important|hoped|felt)\s+that\b",
        "It was clear that more work was needed.",
    ),
    _rule(
        "discussion",
        rf"(?:{lexicon.IMPERSONAL_NOUNS})\b(?![,’'])[^.;]{{0,90}}?\b(?:was|were|took\s+place|ensued|followed|"
        rf"included|had\s+been|are|is)\b",
        "Concern was expressed about the delay.",
    ),
    _rule(
        "discussion",
        rf"(?:Some|Further|Considerable|Much|Great|Grave|Serious|General|Particular|Strong|Several|Various|"
        rf"Many|More|Little|"
        rf"No|Similar|Additional|Mixed|Widespread)\s+(?:[a-z][\w-]*\s+){{1,6}}?(?:was|were|"
        rf"had\s+been)\s+{_ADVERB}(?:{_SPEECH}|"
        rf"{_EVENT})\b(?!\s+by\b)",
        "Some doubt was expressed as to whether that could be done.",
    ),
    _rule(
        "discussion",
        r"(?:The|This|A|One|Another|Further|Several|Some|Various|Other|Many|A\s+number\s+of|Two|"
        r"These)\s+(?:\w+\s+){0,3}?(?:question|point|comment|issue|matter|concern|suggestion|query|view|"
        r"observation|request|topic|theme|following)s?\b[^.;]{0,80}?\b(?:was|were|arose|raised|included|"
        r"emerged|had\s+been)\b",
        "The question was raised of whether claims were recorded.",
    ),
    _rule(
        "discussion",
        r"(?:Members|Officers|Councillors|Governors|Trustees|Residents|The\s+[A-Z][\w ]{2,40}?|"
        r"[A-Z]\w+)\s+(?:was|were)\s+(?:then\s+|also\s+|further\s+)?(?:advised|asked|requested|informed|"
        r"reminded|told|invited|thanked|assured|updated|given|shown|provided|referred|urged|encouraged|"
        r"directed|taken)\b(?!\s+by\b)",
        "Members were advised that data was shared weekly.",
    ),
    _rule(
        "discussion",
        r"(?:Members|Councillors|The\s+(?:Committee|Panel|Board|Council|Sub-Committee|Members|"
        r"Authority))\s+(?:then\s+)?(?:raised|made|discussed|noted|put|highlighted)\s+(?:the\s+following|"
        r"a\s+number|several|some|various)\b",
        "Members raised the following:",
    ),
    _rule(
        "discussion",
        r"(?:In|During|Arising\s+from|Following|Under|On)\s+(?:the\s+)?(?:ensuing\s+|general\s+|"
        r"course\s+of\s+(?:the\s+)?|subsequent\s+)*(?:discussion|debate|consideration|questions|"
        r"questioning)[^.]{0,60}?,?\s+(?:the\s+following|particular\s+reference|Members|a\s+number|points|"
        r"reference|it\s+was|concern)\b[^.]{0,40}",
        "In the ensuing debate, particular reference was made to:",
    ),
    _rule(
        "report",
        r"(?:The|This|That|A|An|Their|His|Her|Its)\s+(?:[\w’'()-]+\s+){0,5}?(?:report|paper|presentation|"
        r"slides?|appendix|document|survey|briefing|summary|strategy|plan|update)s?\s+(?:also\s+|then\s+|"
        r"further\s+|which\s+[^,.]{3,80},?\s+)?(?:stated|outlined|detailed|set|provided|described|explained|"
        r"showed|highlighted|included|covered|contained|noted|asked|sought|recommended|summarised|gave|"
        r"reflected|identified|presented|proposed|advised|confirmed|focused|focussed|considered|reported|"
        r"invited|informed|had|made|concluded|demonstrated|indicated)\b",
        "The report stated that 812 people had been helped.",
    ),
    _rule(
        "report",
        r"(?:Key|The\s+(?:main|key|principal)|Some\s+of\s+the|Main|Points|Matters|Issues|Themes)\b[^.]{0,140}:\s*$",
        "Key points and themes in the report included:",
    ),
    _rule(
        "report",
        rf"(?:The|Our|This)\s+(?:\w+\s+){{0,4}}?(?:{lexicon.BODIES})\s+(?:\w+ly\s+|then\s+|"
        rf"also\s+)?(?:considered|received|had\s+(?:before|regard|received|considered)|noted|"
        rf"gave\s+consideration|was\s+(?:in\s+receipt|presented)|were\s+presented|reviewed|scrutinised|"
        rf"agreed|resolved|approved|adjourned|moved\s+(?:in)?to|reconvened|stood|proceeded|discussed|heard|"
        rf"voted|debated|examined|undertook|observed\s+a|accepted|authorised|adopted|confirmed|met|"
        rf"recommended|decided|held|"
        rf"welcomed\s+(?:(?:the|this)\s+(?:report|update)|(?:the\s+)?(?:representatives?|officers|guests|visitors)))\b",
        "The Committee considered the report of the Chief Executive.",
    ),
    _rule(
        "procedure",
        r"(?:(?:An?\s+)?[Aa]polog(?:y|ies)\b|No\s+(?:apologies|declarations|interests|questions|petitions|"
        r"members|items|public|further|urgent|other)\b|There\s+(?:was|were)\s+(?:no|none)\b|None\b|NONE\b|"
        r"Noted\b|Nil\b)",
        "Apologies for absence were received from Councillor Hale.",
    ),
    _rule(
        "procedure",
        rf"(?:The|A|An|That|This|These|Both|All|His|Her|Their|"
        rf"Its)\s+(?:[\w’'/£%-]+(?:,\d+)*\s+){{0,7}}?(?:was|were)\s+{_ADVERB}(?:{_EVENT})\b(?!\s+(?:at\s+£|"
        rf"by\s+(?:the|a|an|Coun|M|D)))",
        "The note was applauded.",
    ),
    _rule(
        "procedure",
        rf"(?:Members|The\s+(?:{lexicon.BODIES})|(?:The|Both|All)\s+parties|All\s+present|"
        r"Those\s+present|Councillors)\s+(?:stood|paused|observed|summed\s+up|adjourned|rose|sat|voted|applauded|retired|withdrew|returned|moved\s+to|proceeded)\b",
        "Members stood in silence.",
    ),
    _rule(
        "procedure",
        r"(?:The|A|An|Copies|His|Her|Their)\b[^.;,]{0,120}?\b(?:had|has|have)\s+been\s+(?:\w+ly\s+)?"
        r"(?:circulated|tabled|distributed)\b",
        "A written report from the ward councillor had been circulated.",
    ),
    _rule(
        "procedure",
        r"(?:The|This|That|His|Her|[A-Z]\w+[’']s)\s+(?:\w+\s+)?(?:motion|amendment|proposal)\s+(?:\w+ly\s+|then\s+)?"
        r"(?:found|had|received|attracted|secured|lacked|fell|failed|passed|carried)\b",
        "The amendment found no seconder and accordingly fell.",
    ),
    _rule(
        "procedure",
        r"(?:(?:Up)?[Oo]n\s+(?:a|being|the|having|putting)\s+(?:show|being|vote|put|motion|recorded|"
        r"requisition)|A\s+(?:vote|recorded\s+vote|named\s+vote|poll|show)|The\s+(?:vote|voting)|"
        r"For\s+the\s+(?:amendment|motion)|Against\b|For\b[:\s–-]|Abstain|Voting\b|Votes?\b|Those\s+voting|"
        r"In\s+favour|\(?(?:For|Carried|Lost|Moved|Proposed|Seconded|Proposer|Mover)\b)",
        "A recorded vote was requested.",
    ),
    _rule(
        "procedure",
        r"(?:The\s+(?:meeting|session|hearing|press|public|livestream|"
        r"webcast)(?:,\s[^,;]{2,60},)?\s+(?:\w+\s+){0,3}?(?:was|were|"
        r"opened|closed|ended|commenced|started|finished|began|concluded|adjourned|resumed|reconvened|left)|"
        r"Meeting\s+(?:finished|closed|ended)|\(?At\s+this\s+(?:point|juncture|stage)\b[^.]{0,60}\b(?:left|"
        r"joined|arrived|withdrew|returned|adjourned))",
        "The meeting ended at 7.40 pm.",
    ),
    _rule(
        "procedure",
        r"(?:Post\s+[Mm]inute|Note\s*:|NOTE\b|\[Note|\(Note|\(Post|Clerk[’']s\s+note|Action\b|ACTION\b|"
        r"Actions?\s*:|RESOLVED\b|Resolved\b|AGREED\b|RECOMMENDED\b|DECISION\b|Decision\b|Reasons?\s+for|"
        r"Reason\s*:|Exempt\b|\(Exempt|Minutes?\s*:)",
        "Action: Chris Taylor",
    ),
)

_BY = re.compile(
    rf"\b(?:was|were|is|are|has\s+been|had\s+been)\s+{_ADVERB}(?:{_SPEECH}|told|informed|assured|updated|"
    rf"briefed|addressed|summari[sz]ed|shared|"
    rf"taken\s+further|carried\s+forward)\b(?:\s+(?:to\s+(?:him|her|them|"
    rf"(?:the\s+(?:late\s+)?)?[A-Z]\w+(?:\s+[A-Z]\w+)*)|"
    rf"further|out|forward|up|in\s+\w+))?\s+(?:jointly\s+)?by\s+"
)
_BY_START = re.compile(r"^(?:(?!\b(?:said|stated|reported|that|asked)\b)[^.;])*?$", re.S)


def impersonal_kind(text: str) -> StatementKind | None:
    """The kind of a sentence that speaks for nobody; None where the sentence is not of that sort."""
    for rule in RULES:
        if rule.pattern.match(text):
            return rule.kind
    return None


def agent_place(text: str) -> int | None:
    """Where the agent of a passive of saying begins ("It was explained by |Crispian Yule"); None without one."""
    if " by " not in text:
        return None
    by = _BY.search(text, 0, 220)
    if by is None or not _BY_START.match(text[: by.start()]):
        return None
    return by.end()
