"""Words as they are compared: lower case, stemmed, without the words that only ask."""

import re
from functools import lru_cache
from itertools import chain

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*(?:[./-][^\W_]+)*")
_STEMMER = snowballstemmer.stemmer("english")

# Words that carry no subject: English function words.
FUNCTION = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each else ever few for from further get got had has have
    having he her here hers herself him himself his how i if in into is it its itself just like may me might more
    most much must my myself no nor not now of off on once one only onto or other ought our ours out over own per
    same shall she should so some such than that the their theirs them themselves then there these they this those
    through to too under until up upon us very via was we were what when where whether which while who whom whose
    why will with within without would yes yet you your yours let since there's it's what's didn't wasn't weren't
    don't doesn't isn't hadn't hasn't haven't won't wouldn't couldn't shouldn't many lot lots bit really actually
    please thanks thank okay ok that's tell""".split()
)
# Words by which one asks of a record; they say nothing of its subject.
ASKING = frozenset(
    """said say says saying mention mentioned mentions discuss discussed discussion discussions talk talked talking tell
    told speak spoke spoken comment comments commented raise raised raises raising bring brought state stated explain
    explained describe described answer answered respond responded reply replied ask asked asks question questions
    decide decided decides decision decisions resolve resolved resolution agree agreed agreement outcome outcomes
    happen happened happens meeting meetings minute minutes minuted item items agenda committee committees record
    recorded records person people anyone anybody someone somebody everyone everything anything something thing things
    member members councillor councillors officer officers according regarding concerning think thought thinks view
    views opinion summarise summarize summary overview list show find give given detail details information point
    points know tell topic subject matter issue issues ever time times date day vote voted votes voting
    attend attended present suggest suggested give gave know want wanted explain put exactly come came
    dealt first latest earliest previous else complain complained reported
    admit admitted advise advised add added promise promised recall recalled warn warned argue argued claim claimed
    conclude concluded recommend recommended opposed supported favoured favour
    reason reasons explanation excuse made make done became become result""".split()
)

_NO_SUBJECT = FUNCTION | ASKING
# Letters of an abbreviation at most; and up to how many each must begin a word of what it stands for.
LONGEST_SHORT, WHOLE_SHORT = 6, 3
# Words that name no subject where they are written small: light verbs, and the plainest of adjectives.
LIGHT = frozenset(
    """new old big large small good bad go goes going gone look looks looked looking take takes taking took taken keep
    keeps keeping kept last next get gets getting use uses used using""".split()
)


def words(text: str) -> list[str]:
    """The words of `text`, lower case; a compound ("co-sleeping", "22/01187/ful") is one word."""
    return _WORD.findall(text.lower().replace("’", "'"))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem under which the forms of a word are the same."""
    word = word.removesuffix("'s").removesuffix("'")
    return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=8_192)
def stems(text: str) -> tuple[str, ...]:
    """The stems of `text` in order, function words left out; a compound counts whole and in its parts."""
    return tuple(chain.from_iterable(map(_stems_of, words(text))))


@lru_cache(maxsize=65_536)
def _stems_of(word: str) -> tuple[str, ...]:
    """None of a function word; several of a compound."""
    if word in FUNCTION:
        return ()
    parts = re.split(r"[./-]", word)
    return (stem(word), *(stem(part) for part in parts if len(parts) > 1 and part and part not in FUNCTION))


def abbreviates(name: str, text: str) -> bool:
    """Whether the letters of an abbreviation begin words that follow each other in `text`.

    The last of four or more may be left out there: "SEND" is "Special Educational Needs", too. "EHCPs" are "Plans".
    """
    name = re.sub(r"(?:['’])?s$", "", name)
    if not (name.isupper() and 2 <= len(name) <= LONGEST_SHORT):
        return False
    letters = name[:-1] if len(name) > WHOLE_SHORT else name
    pattern = (
        r"\b" + r"[a-z’']+,?(?: (?:of|and|for|the|&))? ".join(re.escape(letter) for letter in letters) + r"[a-z’']+"
    )
    return re.search(pattern, text, re.IGNORECASE) is not None


def topic_words(question: str) -> list[str]:
    """The words of `question` that name its subject, as typed: no function words, no words of asking."""
    typed = [match.group() for match in _WORD.finditer(question)]
    return [word for word in typed if word.lower().replace("’", "'") not in _NO_SUBJECT and word not in LIGHT]
