"""A person of an item: every printed form met so far, and what these say of name, post and gender."""

import re
from dataclasses import dataclass, field

from ingest.first_names import Gender
from ingest.people import post_initials, printed_gender
from ingest.records import Speaker

_NOT_BESIDE = re.compile(
    r"^(?:who|whose|which|while|whilst|having|speaking|in|by|as|on|for|with|when|although|but|then|also|"
    r"being|after|before|following|from\s+the\s+(?:floor|chair|public)|"
    r"himself|herself|however|therefore|nevertheless|responding|replying|(?!representing)(?-i:[a-z]+ing|[a-z]+ed))\b",
    re.I,
)
_DOING = re.compile(r"\s*\((?:who|which|whose|having)\b[^()]*\)")
_OF_THIS_BODY = re.compile(
    r"\s+(?:of|to)\s+the\s+(?:council|committee|sub-committee|authority|board|panel|forum|meeting|trust|governors|"
    r"governing body)$"
)
# Posts that are whole without more: "the Chair" is not the Chair of a working group who is present as well.
_WHOLE = re.compile(
    r"(?:(?:vice|deputy)[- ])?(?:chair|leader|mayor|convener|convenor|provost|president|speaker)|lord mayor|"
    r"cathaoirleach"
)
_PASSING = re.compile(r"(?i)^(?:then|new|former|acting|interim|current|outgoing)\s+")


@dataclass(slots=True)
class Person:
    """Somebody who was met in the item."""

    forms: list[str] = field(default_factory=list)
    name: str | None = None
    title: str | None = None
    role: str | None = None
    organisation: str | None = None
    gender: Gender | None = None
    plural: bool = False
    generic: bool = False
    heard_in: int = 0

    def fullest(self) -> str:
        """The form that says most."""
        return max(self.forms, key=lambda form: (len(form), form))

    def speaker(self, form: str | None = None) -> Speaker:
        """The person as a speaker, printed as `form` (the fullest form where a pronoun stands)."""
        return Speaker(
            as_printed=form or self.fullest(),
            name=self.name,
            title=self.title,
            role=self.role,
            organisation=self.organisation,
        )

    def learn(self, who: Speaker) -> None:
        """Take over what `who`, another printed form of the same person, says."""
        if who.name and (self.name is None or len(who.name) > len(self.name)):
            self.name = who.name
        self.title = spelled_out(self.title, who.title)
        self.role = self.role or who.role
        self.organisation = self.organisation or who.organisation
        self.gender = self.gender or printed_gender(self.title, self.name)

    def may_be(self, name: str, title: str | None) -> bool:
        """Whether a person printed with this name and title can be this one."""
        return self.name is not None and _may_be_one(self.name, name) and _genders_agree(self, title, name)

    def is_abbreviated(self, initials: str) -> bool:
        """Whether a form prints these initials in brackets ("Amanda Jones (AJ)")."""
        return any(f"({initials})" in form for form in self.forms)

    def is_shortened_by(self, core: str) -> bool:
        """Whether `core` is but a part of the post: "the Director" for the Director of Place, as "he" would be."""
        if self.generic:
            return core.lower().startswith("the ")
        return self.role is not None and is_short_for(plain_role(core), plain_role(self.role))


def printed_form(text: str) -> str:
    """A phrase for a person without what only says what he or she was doing (", who had been there,")."""
    head, *rest = re.split(r",\s+", _DOING.sub("", text).strip().rstrip(","))
    kept = [head]
    for part in rest:
        if _NOT_BESIDE.match(part):
            break
        kept.append(part)
    return ", ".join(kept)


def spelled_out(title: str | None, other: str | None) -> str | None:
    """The title that one person has under two forms: what an abbreviation stands for, else the first.

    >>> spelled_out("AM", "Area Manager"), spelled_out("Mr", "Councillor")
    ('Area Manager', 'Mr')
    """
    if title is None or other is None:
        return title or other
    return other if title.isupper() and title == "".join(word[0] for word in other.split()) else title


def plain_role(role: str) -> str:
    """A post as it is compared: "The Acting Chairman" is the chair.

    >>> plain_role("The Acting Chairman")
    'chair'
    """
    role = re.sub(r"(?i)chair(?:man|woman|person)\b", "chair", role)
    role = _PASSING.sub("", re.sub(r"^(?:[Tt]he|[Oo]ur)\s+", "", role)).lower().strip()
    return _OF_THIS_BODY.sub("", role)


def is_short_for(short: str, full: str) -> bool:
    """Whether "executive director" may stand for "executive director of adults", or "manager" for "parks manager"."""
    if _WHOLE.fullmatch(short):
        return False
    return full.startswith((f"{short} ", f"{short},")) or full.endswith(f" {short}") or short == post_initials(full)


def _may_be_one(name: str, other: str) -> bool:
    words, others = name.replace(".", "").split(), other.replace(".", "").split()
    if not words or not others:
        return False
    if len(others) == 1 and len(words) > 1:
        return others[0] in (words[-1], words[0]) and len(others[0]) > 1
    if len(words) == 1 and len(others) > 1:
        return words[0] in (others[-1], others[0]) and len(words[0]) > 1
    if words[-1] != others[-1]:
        return False
    first, second = words[0], others[0]
    return first == second or (1 in (len(first), len(second)) and first[0] == second[0])


def _genders_agree(person: Person, title: str | None, name: str) -> bool:
    known, other = person.gender or printed_gender(person.title, person.name), printed_gender(title, name)
    return known is None or other is None or known == other
