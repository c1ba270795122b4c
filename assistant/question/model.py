"""A question as understood: what kind of thing is asked, of whom, when, and about what."""

import re
from dataclasses import dataclass, field

from assistant.question.dates import Days
from assistant.question.kind_rules import WHOLE_HISTORY, Kind
from assistant.question.pronouns import Pronoun
from assistant.question.voices import Voice
from index.model import Filters

# How much a question leans on the conversation that takes only a person from it.
WEAK = 0.3
# Words at most that name the subject of a question which asks for all that was said on it.
BROAD = 3
# Characters of a question and the reply before it that are searched for together.
SEARCHED = 400
# Names and numbers taken from a reply at most.
REPLIED = 12
# Words of a reply, or of the first quote in it, that are read with the question that leans on it.
READ_WITH = 20
# What a reply quotes from the minutes.
QUOTE = re.compile(r"“([^”]{20,})”")
_NUMBERED = re.compile(
    r"\b(?:agenda )?(?:item|minute)(?: (?:no\.?|number))? (?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\b", re.IGNORECASE
)
# A printed number by which an item is known: "22/01187/FUL", "CYP/23/12", "PLA146/14".
_REFERENCE = re.compile(r"\b(?=[\w/-]*\d)[A-Za-z0-9]+(?:/[A-Za-z0-9]+)+\b")
# How a question carries over words of the conversation.
NOTE = re.compile(r" \(about: [^()]*\)")
_YEARS = re.compile(r"(?:19|20)?\d\d/\d\d$")


def references_in(question: str) -> list[str]:
    """The printed numbers of items that `question` names; years ("2022/23") are none."""
    return [found for found in _REFERENCE.findall(question) if not _YEARS.match(found)]


def item_number_in(question: str) -> str | None:
    """The number of the agenda item that `question` names ("item 36")."""
    found = _NUMBERED.search(question)
    return found["number"] if found else None


@dataclass(frozen=True, slots=True)
class Question:
    """What `understand` makes of a question.

    `standalone` is the question as it would be put without the conversation, `raw` as it was typed. `topic` are the
    words that name the subject, `carried` those taken over from the conversation, `lean` how much the question needs
    them (0 to 1). `voice` is whose words are asked for, `named` everybody who is named. `filters` are those
    set by the reader together with those found in the question; `committees` holds more than one name where the
    question could mean several. `typed` are the filters of the reader alone. `meant` is whom "he" or "she" most likely
    stands for, which is a lean and no filter; `pronoun` is left where nobody could be put in its place. `more` asks for
    what the reply before did not tell ("who else?"), and `on_nothing` leans on a reply that found nothing. `learned`
    says that no rule told the kind.
    """

    raw: str
    standalone: str
    kind: Kind
    topic: tuple[str, ...]
    filters: Filters
    typed: Filters = field(default_factory=Filters)
    days: Days | None = None
    committees: tuple[str, ...] = ()
    voice: Voice | None = None
    named: tuple[Voice, ...] = ()
    carried: tuple[str, ...] = ()
    lean: float = 0.0
    earlier: str = ""
    reply: str = ""
    meant: Voice | None = None
    pronoun: Pronoun | None = None
    more: bool = False
    on_nothing: bool = False
    learned: bool = False

    @property
    def vague(self) -> bool:
        """Whether nothing is named: no subject, nobody, no item."""
        return self.nothing_beside_item and self.item_number is None

    @property
    def nothing_beside_item(self) -> bool:
        """Whether no subject and nobody is named."""
        return not self.topic and self.voice is None and not self.named

    @property
    def broad(self) -> bool:
        """Whether all that was said on a subject is asked for, at whatever meeting: "What was said about kerbs?"."""
        open_ = self.kind == "said" and self.voice is None and self.days is None and self.lean <= WEAK
        return open_ and 0 < len(self.topic) <= BROAD and re.search(r"\b(?:about|on|regarding)\b", self.raw) is not None

    @property
    def item_number(self) -> str | None:
        """The number of the agenda item that is asked about."""
        return item_number_in(self.standalone)

    @property
    def whole_history(self) -> bool:
        """Whether every time that something came up is wanted, and not what came of one: "Has it come up before?"."""
        return self.kind == "precedents" and WHOLE_HISTORY.search(self.raw) is not None

    @property
    def in_context(self) -> str:
        """The question with the beginning of the reply before it, where words alone were carried over from there."""
        if self.lean <= WEAK or not self.carried or not NOTE.search(self.standalone):
            return self.standalone
        quoted = QUOTE.search(self.reply)
        return " ".join([self.standalone, *(quoted[1] if quoted else self.reply).split()[:READ_WITH]])

    @property
    def replied(self) -> tuple[str, ...]:
        """The names and numbers of the reply before the question, which a leaning question can mean."""
        found = re.findall(r"[A-Z][\w’'-]+|£?\d[\d,.]*\d|\d", re.sub(r"\[\d+\]", " ", self.reply))
        return tuple(dict.fromkeys(found))[:REPLIED] if self.lean > WEAK else ()

    @property
    def searches(self) -> tuple[str, ...]:
        """The variants to search for: as typed, unless it says too little by itself, as it stands alone, and others."""
        variants = [self.standalone] if self.lean > WEAK else [self.raw, self.standalone]
        variants.extend(references_in(self.raw))
        if self.lean > WEAK and self.reply:
            variants.append(f"{self.raw} {self.reply}"[:SEARCHED].rpartition(" ")[0])
        return tuple(dict.fromkeys(variants))
