"""Where somebody else begins to speak within a sentence: "…; the Head of Parks agreed", "…, but she thought"."""

import re
from collections.abc import Collection
from dataclasses import replace

from ingest.attribution.clause import Clause, with_predicate
from ingest.attribution.clauses import first_clause
from ingest.attribution.mentions import Mention, mention_at
from ingest.attribution.predicates import Predicate, predicate_at

_JOINT = re.compile(
    r"(?=[,;\s])(?:(?P<by>,?\s+and\s+(?:was|were)\s+(?:then\s+)?(?:advised|informed|told|assured|"
    r"reminded|answered)\s+by\s+)|"
    r"(?P<to>,?\s+to\s+which\s+)|(?P<which>,\s+which\s+)|(?P<semi>;\s+(?:and\s+|but\s+|while\s+|however,?\s+)?)|"
    r"(?P<and>,?\s+(?:and|but|while|whilst|whereas|although|though)"
    r"(?:,?\s+(?:then|thereafter|subsequently|later|next|finally|afterwards|in\s+(?:reply|response|turn|"
    r"answer),?|[a-z]+ing\b[^,;.]{0,60},))?,?\s+))"
)
_THAT = re.compile(r"\b(?:that|whether|if|why|how)\b")
_NO_SECONDER = re.compile(r"there\s+was\s+no\b|no\s+(?:seconder|vote)\b")
_SHIFTED = ("had", "would", "could", "might", "should", "was", "were", "did")


def clauses_of(text: str, known: Collection[str]) -> list[Clause]:
    """The clauses of one sentence, in order, covering all of it; places are within `text`."""
    current, cut = first_clause(text, known), 0
    parts: list[Clause] = []
    searched = current.subject.end if current.subject else 0
    for joint in _JOINT.finditer(text, searched):
        if joint.end() <= searched:
            continue
        new = _clause_after(text, joint, current, cut, known)
        if new is None:
            continue
        parts.append(replace(current, start=cut, end=joint.start()))
        current, cut = new, joint.start()
        searched = new.subject.end if new.subject else joint.end()
    parts.append(replace(current, start=cut, end=len(text)))
    return parts


def _clause_after(text: str, joint: re.Match[str], current: Clause, cut: int, known: Collection[str]) -> Clause | None:
    if _NO_SECONDER.match(text, joint.end()):
        return Clause(0, 0, "nobody", kind="procedure") if joint.lastgroup in ("and", "semi") else None
    subject = mention_at(text, joint.end(), known)
    if subject is None or subject.kind == "body":
        return None
    if joint.lastgroup == "by":
        return _told_by(subject, current)
    if subject.plural and subject.kind in ("generic", "pronoun") and joint.lastgroup not in ("semi", "to"):
        return None
    clause = with_predicate(text, subject, known, frame=joint[0])
    if clause is None or clause.said != "voice" or (joint.lastgroup == "which" and clause.verb == "read"):
        return None
    predicate = predicate_at(text, joint.end() + len(clause.form)) or predicate_at(text, subject.end)
    spoken_to = max(cut, current.subject.end if current.subject else 0)
    reported = _THAT.search(text, spoken_to, joint.start()) is not None
    sets_apart = joint.lastgroup == "semi" and subject.kind == "person" and clause.act == "stance"
    if reported and joint.lastgroup != "which" and not sets_apart and not _breaks_out(subject, clause, predicate):
        return None
    doubtful = subject.kind == "pronoun" and joint.lastgroup == "and"
    if doubtful and (current.said != "voice" or clause.act in ("other", "stance")):
        return None
    return replace(clause, told=joint.lastgroup == "which", doubtful=doubtful)


def _told_by(subject: Mention, current: Clause) -> Clause | None:
    """ "Councillor Lee queried this, and was advised by the Clerk that": the Clerk's, who answers Councillor Lee."""
    if current.said != "voice" or subject.kind == "pronoun":
        return None
    return Clause(0, 0, "voice", subject, subject.core, "answered", asker=current.subject)


def _breaks_out(subject: Mention, clause: Clause, predicate: Predicate | None) -> bool:
    """Whether a clause behind "X said that ... and" is another voice rather than more of what X said.

    Reported speech shifts back ("had", "would"), so a plain past ("and Mr Yarrow confirmed") stands outside it.
    """
    if predicate is None or predicate.verb.startswith(_SHIFTED):
        return False
    return clause.act != "other" or subject.kind == "person"
