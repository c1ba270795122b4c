"""What of a question is searched for: its words without those of asking."""

import re

from index.analysis import stems
from index.errors import Unsearchable

# Longer than any question that was ever seen (the longest of QMSum has 50 words), short enough to stay fast.
LONGEST = 2000

# Words that say nothing of the subject: grammar, and the words of asking, which in minutes only find the machinery
# of a meeting. Kept, they cost 0.02 to 0.03 of nDCG@10 on questions over minutes.
_ASKING = frozenset(
    stems(
        "a about after again all also am an and any anybody anyone anything are aren't as at be because been before "
        "being but by can could did didn't do does doesn't don't during each else ever for from had has hasn't have "
        "having he her hers him his how i if in into is isn't it its itself just let me mentioned more most my no "
        "nor not of off on once one only or other our ours out over own same she should so some someone such than "
        "that the their theirs them then there these they this those through to too under until up us very was "
        "wasn't we were what when where which while who whom whose why will with without would you your please tell "
        "show give find list explain describe summarise summarize summary discussion discuss discussed discussing "
        "say said says saying talk talked talking think thought thoughts opinion opinions mention question "
        "questions asked ask asking answer answered committee meeting meetings members people something whether "
        "regarding concerning according"
    )
)


def searched_words(query: str) -> list[str]:
    """The stems to search for, each once. All words of the question count where nothing but asking is left."""
    words = stems(query)
    return [word for word in words if word not in _ASKING] or words


def checked(query: str) -> str:
    """`query` with its white space made single blanks. Raises `Unsearchable` where it is empty or too long."""
    found = " ".join(query.split())
    if not re.search(r"\w", found):
        raise Unsearchable("The question is empty; write what you are looking for in a few words.")
    if len(found) > LONGEST:
        raise Unsearchable(
            f"The question has {len(found):,} characters; at most {LONGEST:,} can be searched. Please shorten it."
        )
    return found
