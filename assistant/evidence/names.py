"""The names in a question, and whether a record holds them: as printed, misspelled, or abbreviated."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from assistant.question.model import Question, references_in
from assistant.question.voices import people_named, posts_named
from assistant.words import abbreviates, stems, words
from index.model import MeetingHead
from ingest.records import Item

# How alike two spellings of a name must be ("Trenchard", "Trenchad").
SPELLING = 86
_NO_NAMES = frozenset("mr mrs ms miss dr cllr councillor".split())


def names_in(question: Question) -> list[str]:
    """The capitalised words of the question's own subject, but for its first word and for posts.

    Of a person the surname counts: minutes that print "Dr Pike" hold "Dr Oonagh Pike".
    """
    beside = {
        *question.carried,
        *(word for post in posts_named(question.standalone) for word in post.split()),
        *(word for voice in people_named(question.standalone) for word in (voice.given or "").split()),
    }
    first = re.match(r"\W*([\w’'-]+)", question.raw)
    names = [
        word
        for word in question.topic
        if word[:1].isupper()
        and word not in beside
        and not (first and word == first[1])
        and word.lower() not in _NO_NAMES
    ]
    return [*names, *(found for found in references_in(question.raw) if found not in names)]


def lacking(names: Sequence[str], head: MeetingHead, item: Item) -> tuple[str, ...]:
    """Those of `names` that neither the item nor the meeting it belongs to holds."""
    if not names:
        return ()
    texts = list(_texts(head, item))
    plain = {word for text in texts for word in words(text)}
    absent = [name for name in names if name.lower() not in plain]
    if absent:
        held = {stem for text in texts for stem in stems(text)}
        absent = [name for name in absent if not _stems_of(name) & held]
    return tuple(
        name for name in absent if not (_spelled(name, plain) or any(abbreviates(name, text) for text in texts))
    )


def _stems_of(name: str) -> set[str]:
    """A reference counts whole; of a name any part will do."""
    found = stems(name)
    return set(found[:1]) if references_in(name) else set(found)


def _texts(head: MeetingHead, item: Item) -> Iterator[str]:
    fields = (
        item.title,
        item.minutes,
        item.agenda_text,
        item.report_of,
        head.committee,
        head.organisation,
        item.number,
        item.reference,
    )
    yield from filter(None, fields)
    for decision in item.decisions:
        yield decision.text


def _spelled(name: str, plain: set[str]) -> bool:
    """Whether a word of the texts is the name in another spelling; a printed number has only one."""
    wanted = name.lower()
    return not references_in(name) and any(
        abs(len(word) - len(wanted)) <= 2 and word[:1] == wanted[:1] and ratio(word, wanted) >= SPELLING
        for word in plain
    )


# "Which hotel were they sent to?" is answered by a name and by nothing else.
_NAMED_THING = re.compile(
    r"^(?:(?:and|so|at|in|of|from|to|by|on|for|under|with|near|through) )?(?:which (?:[\w’'-]+ ){0,2}?|what )"
    r"(?:pubs?|inns?|hotels?|firms?|compan(?:y|ies)|contractors?|schools?|shops?|supermarkets?|banks?|charit(?:y|ies)|clubs?|church(?:es)?|"
    r"streets?|roads?|villages?|towns?|suppliers?|builders?|architects?|agenc(?:y|ies)|developers?|bidders?|operators?|"
    r"hospitals?|colleges?|universit(?:y|ies)|newspapers?|brands?|consultants?|surger(?:y|ies)|farms?|landlords?|"
    r"manufacturers?|makers?|countr(?:y|ies)|count(?:y|ies)|cit(?:y|ies)|boroughs?|parish(?:es)?|auditors?|insurers?)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_BEGINS = re.compile(r"(?:^|[.!?:;•·–-]\s*[“\"‘(]?)$")
_NO_THINGS = frozenset(
    "councillor councillors cllr mr mrs ms miss dr members member committee panel board council cabinet chair director "
    "head officer manager resolved january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday vice-chair chairman report".split()
)


def lacks_the_name(question: str, told: Sequence[str], speakers: Sequence[str]) -> bool:
    """Whether `question` asks which hotel, firm or street is meant, and what is `told` names none.

    The names of `speakers`, and those that stand in the question, are none; neither is a lone capital that only begins
    a sentence.
    """
    if _NAMED_THING.match(question) is None:
        return False
    known = {word.lower() for text in (question, *speakers) for word in re.findall(r"[\w’'-]+", text)} | _NO_THINGS
    return not any(
        word.lower() not in known and not (_BEGINS.search(text[:at]) and not text[end : end + 2].strip().istitle())
        for text in told
        for word, at, end in ((found.group(), found.start(), found.end()) for found in _CAPITAL.finditer(text))
    )
