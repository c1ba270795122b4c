"""A question as understood: what kind of thing is asked, of whom, when, and about what."""

from dataclasses import dataclass, field

from assistant.question.dates import Days
from assistant.question.kinds import Kind
from assistant.question.voices import Voice
from index.model import Filters


@dataclass(frozen=True, slots=True)
class Question:
    """What `understand` makes of a question.

    `standalone` is the question as it would be put without the conversation, `raw` as it was typed. `topic` are the
    words that name the subject, `carried` those taken over from the conversation, `lean` how much the question needs
    them (0 to 1). `voice` is whose words are asked for, `named` everybody who is named. `filters` are those
    set by the reader together with those found in the question; `committees` holds more than one name where the question
    could mean several. `typed` are the filters of the reader alone.
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

    @property
    def searches(self) -> tuple[str, ...]:
        """The variants to search for; the question as typed is always the first."""
        variants = [self.raw]
        if self.standalone != self.raw:
            variants.append(self.standalone)
        if self.lean and self.reply:
            variants.append(f"{self.raw} {self.reply}")
        return tuple(dict.fromkeys(variants))
