"""What stands beside a phrase for a person and belongs to it: "from GMP", "(Engagement Lead)", ", Head of Parks,"."""

import re

from ingest.attribution import lexicon
from ingest.attribution.mentions import BRACKET, Mention
from ingest.people import TITLE

_BODY_AFTER = re.compile(
    r"\s+(?:from|of|representing|on\s+behalf\s+of|for|at|with)\s+(?:the\s+|a\s+)?(?:local\s+)?"
    r"(?:(?:charity|campaign|group|firm|company|union|society|trust|newspaper|consultancy|practice)\s+)?"
    rf"[A-Z0-9][\w’'&.-]*(?:(?:\s+(?:and|of|for|the|of\s+the|in|&)\s+|\s+)(?!{TITLE}\s)[A-Z0-9][\w’'&.-]*){{0,9}}"
    r"(?:\s+(?:[a-z]+\s+)?(?:club|group|association|society|team|school|branch|forum|choir|trust|charity|"
    r"campaign|council|office)\b)?"
)
_OF_OTHERS = re.compile(
    r"\s+(?:of|for|from|at)\s+[a-z]+(?:,?\s+[a-z]+){0,6}?"
    rf"(?=,\s|\s+(?:(?:also|then|further)\s+)?(?:{'|'.join(sorted(lexicon.SPEECH | lexicon.SILENT))})\b)"
)
# "The Deputy Chairman, who was in the Chair on 9 April stated that": the second comma is left out.
_OPEN_RELATIVE = re.compile(rf",\s+who\s[^.;:,]{{3,120}}?(?=\s(?:{'|'.join(sorted(lexicon.SPEECH))})\s+that\b)")
_IN_ROOM = re.compile(
    r"\s+(?:in|from|at)\s+the\s+(?:public\s+)?(?:audience|gallery|floor|back|hall|room|body\s+of\s+the\s+hall)\b"
)
# "The Corporate Director, Place apologised": no second comma closes what the post is for.
_PART_OF_POST = re.compile(
    r",\s+(?!(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b)[A-Z][\w’'-]*(?:\s+(?:(?:and|&|of|for)\s+)?[A-Z][\w’'-]*){0,4}(?=\s+[a-z]+)"
)
# "the school nurse, Mr Ade Bankole, said"
_APPOSED_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s+(?:[\w’'-]+\s+){0,5}[\w’'-]+,\s+$")
_STOP = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bCllr)(?<!\bProf)(?<!\bRev)(?<!\b[A-Z])[.;:]\s")
_COMMAS_BESIDE = 3  # commas that a phrase set beside a name may hold
_LONGEST_ASIDE = 260


def asides(text: str, mention: Mention) -> list[int]:
    """The places where `mention` may end when what stands beside it is counted in, nearest first."""
    ends = [mention.end]
    at = mention.end
    for beside in (BRACKET, _BODY_AFTER, BRACKET, _IN_ROOM):
        found = beside.match(text, at)
        if found:
            at = found.end()
            ends.append(at)
    relative = _OPEN_RELATIVE.match(text, at)
    if relative:
        ends.append(relative.end())
    others = _OF_OTHERS.match(text, at) if mention.kind in ("person", "post", "generic") else None
    if others:
        at = others.end()
        ends.append(at)
    part = _PART_OF_POST.match(text, at) if mention.kind == "post" else None
    if part and "Director" in mention.core:
        ends.append(part.end())
    if text.startswith(",", at):
        if "," in mention.core or _APPOSED_BEFORE.search(text, 0, mention.start):
            ends.append(at + 1)
        comma = at
        for _ in range(_COMMAS_BESIDE):
            following = text.find(",", comma + 1, at + _LONGEST_ASIDE)
            if following < 0 or _STOP.search(text, at, following):
                break
            ends.append(following + 1)
            comma = following
    return ends
