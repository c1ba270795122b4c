"""Whose words are asked for: "what did Superintendent Downey say", "according to the Leader", "the finance chief".

A post is known by several names; `POSTS` holds the common ones of British councils as data. Who somebody is comes
from print alone: a name asked for is matched with the printed forms of a speaker, never with a guess.
"""

import re
from dataclasses import dataclass, replace

from assistant.words import abbreviates, stems
from ingest.people import TITLE, is_post
from ingest.records import Speaker

_NAME_WORD = r"[A-ZÀ-Þ](?:[’'][A-ZÀ-Þ])?[\w’'-]*"
_SAYING = (
    r"(?:say|said|think|thought|tell|told|report(?:ed)?|promise[d]?|suggest(?:ed)?|state[d]?|"
    r"explain(?:ed)?|ask(?:ed)?|answer(?:ed)?"
    r"|reply|replied|respond(?:ed)?|mention(?:ed)?|advise[d]?|claim(?:ed)?|argue[d]?|propose[d]?|"
    r"raise[d]?|want(?:ed)?|admit(?:ted)?"
    r"|warn(?:ed)?|predict(?:ed)?|recommend(?:ed)?|describe[d]?|comment(?:ed)?|believe[d]?|feel|felt|"
    r"offer(?:ed)?|undert(?:ake|ook)"
    r"|give|gave|make|made|put|see|draw|conclude[d]?|announce[d]?|confirm(?:ed)?|assure[d]?|"
    r"highlight(?:ed)?|outline[d]?|estimate[d]?"
    r"|complain(?:ed)?|worr(?:y|ied)|insist(?:ed)?|stress(?:ed)?|emphasise[d]?|add(?:ed)?|remind(?:ed)?|"
    r"urge[d]?|maintain(?:ed)?|thank(?:ed)?"
    r"|regret(?:ted)?|object(?:ed)?|call(?:ed)? for|expect(?:ed)?|acknowledge[d]?|accept(?:ed)?|"
    r"agree[d]?|note[d]?|identif(?:y|ied))"
)
_SUBJECT = r"(?P<who>(?:[A-ZÀ-Þ]\.? )?[\w’'()\-,&/. ]{2,80}?)"
_FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?i:did|does|do|has|have|had|would|could|can) {_SUBJECT} (?:ever |also |then |actually |have to |"
        rf"later |first |go on to |have )*{_SAYING}\b",
        rf"(?i:\baccording to|\bin the (?:words|view|opinion) of|\bin the opinion of) {_SUBJECT}(?:[,?.]|$| "
        rf"(?:at|in|about|on|during|when|for)\b)",
        r"(?:\b(?:[Ww]hat|[Ww]here|[Hh]ow|[Ww]hich) (?:is|was|are|were) |\b[Ii]n )?"
        r"(?P<who>(?:the )?[\w’'()\- ]{2,60}?)['’]s? (?:view|opinion|answer|response|reply|explanation|"
        r"position|concern|reason|comment|remark|advice|argument|objection|excuse|warning|promise|"
        r"recommendation|suggestion|proposal|criticism|complaint)s?\b",
        r"(?<=\w )(?P<who>the (?:[\w’'-]+ ){0,3}[\w’'-]+) "
        r"(?:thinks|says|believes|reckons|claims|suggests|warns|feels)\b",
        rf"\b(?:said|raised|made|given|asked|expressed|put|voiced|reported|mentioned|offered|told to members|"
        rf"promised) by {_SUBJECT}(?:[,?.]|$| (?:at|in|about|on|during|when|for)\b)",
    )
)
# Words that are no voice of their own: the whole body, or a paper.
_NOBODY = re.compile(
    r"^(?:the |any |this |that |each |our |all )?(?:[\w&’' -]*?\b)?(?:committees?|panels?|boards?|"
    r"council|cabinet|authority|sub-committees?|forum|members|"
    r"councillors|people|meetings?|minutes|records?|papers?|reports?|answers?|surveys?|it|they|there|we|"
    r"you|anyone|anybody|someone|somebody|"
    r"everyone|everybody|who|what|nobody|no one|that|this|those|these|one|executive|body|he|she|him|her|"
    r"them|his|plans?|documents?|strategy|policy)$",
    re.IGNORECASE,
)

# A post within a body, which the body's name at its end must not hide: "the Leader of the Council".
_POST_OF = re.compile(r"^(?:the |our )?(?:[\w’'-]+ ){0,4}?[\w’'-]+ (?:of|to|for) (?:the )?[A-Z]", re.IGNORECASE)

# A common name of a post, and what a printed post or rank of that sort holds (regular expressions).
POSTS: dict[str, str] = {
    r"police(?: officers?| chief| force)?|officers? from the police|force|constables?|police(?:wo)?m[ae]n": (
        r"superintendent|constable|inspector|sergeant|police|\bPC(?:SO)?\b|commander|\bG?MP\b"
    ),
    r"finance (?:chief|director|head|boss|officer)|treasurer|chief finance officer|money man": r"section 151|"
    r"s\.?151|finance|treasurer|resources|chief financial",
    r"doctors?|\bgps?\b|clinicians?|medic": r"\bdr\b|doctor|\bgp\b|clinical|medical|physician|consultant",
    r"nurses?|matron": r"nurs|matron|sister|midwi",
    r"auditors?|accountants?|accountancy firm|audit firm": r"audit|\bllp\b|engagement lead|accountan",
    r"lawyers?|solicitors?|legal (?:officer|adviser|advisor)|monitoring officer": r"solicitor|legal|"
    r"monitoring officer|law|counsel|barrister",
    r"fire (?:chief|service|brigade)|chief fire officer": r"fire",
    r"chair(?:man|woman|person)?|presiding member": r"(?<!vice-)(?<!vice )(?<!deputy )\bchair",
    r"vice[- ]chair(?:man|woman|person)?|deputy chair(?:man|woman|person)?": r"(?:vice|deputy)[- ]chair",
    r"leader": r"(?<!deputy )leader",
    r"mayor": r"(?<!deputy )mayor",
    r"clerk": r"clerk",
    r"planners?|planning officers?|case officers?": r"planning|planner|case officer|development (?:management|control)",
    r"engineers?|highways (?:officer|boss|chief|head)s?": r"engineer|highway|transport|streets|roads",
    r"head ?teachers?|heads? of (?:the )?school|school heads?|teachers?|principals?": r"head ?teacher|"
    r"headmaster|headmistress|teacher|principal\b(?! planning)",
    r"regulators?|watchdogs?|inspectorate": r"environment agency|ofsted|ofwat|ofgem|\bcqc\b|quality commission|"
    r"health and safety executive|inspect|regulat|ombudsman",
    r"residents?|(?:members? of the )?public|locals?|neighbours?|householders?|objectors?": r"resident|"
    r"public|neighbour|objector|householder|^(?:mr|mrs|ms|miss|mx)\b",
    r"parents?|carers?": r"parent|carer|famil|guardian",
    r"contractors?|operators?|developers?|applicants?|firm|company|consultants?": r"\bltd\b|limited|\bplc\b|"
    r"\bllp\b|contract(?!s\b)|agent|applicant|developer|consult|operator|company|&",
    r"officers?|officials?|council staff|staff": r"officer|director|head of|manager|"
    r"lead\b|chief|solicitor|auditor|engineer|planner|treasurer|clerk|"
    r"assistant|supervisor|team|co-?ordinator|section 151|^mr|^ms|^mrs|^dr",
    r"a councillor|one councillor|the councillor|a member|one member": r"councillor|\bcllr|member|alderm",
}
_POSTS = tuple(
    (
        re.compile(
            rf"^(?:the |an? |our |one |another )?(?:\w+ )?(?:{asked})(?: (?:on|of|for|at|from|who) .*)?$", re.IGNORECASE
        ),
        re.compile(printed, re.IGNORECASE),
    )
    for asked, printed in POSTS.items()
)
_FIRM = re.compile(r"^(?:\w+ )?(?:contractors?|operators?|developers?|firm|company|consultants?)$", re.IGNORECASE)
_TITLED = re.compile(
    rf"(?P<title>{TITLE}|[Cc]ouncillors?|[Cc]llrs?|"
    rf"[Ss]uperintendent)\s+(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,3}})"
)
_RANK = re.compile(TITLE)
_GIVEN = re.compile(rf"^(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,3}})$")
# What somebody is called who speaks for others, or holds an office that is no post of a council.
_ROLE = re.compile(
    r"\b(?:president|secretary|representative|conven[eo]r|spokes(?:man|woman|person)|governor|registrar|provost|warden|"
    r"commissioner|ombudsman|coroner|bursar|bishop|archbishop|vicar|rector|minister|petitioner|harbour ?master|steward|"
    r"chaplain|ranger|surveyor|valuer|ecologist|architect|librarian|curator)$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"the (?:[A-Z][\w’'-]+ )+(?:(?:of|for|and) (?:the )?(?:[A-Z][\w’'-]+ ?)+|[A-Z][\w’'-]+)")
# Somebody known only by the body that he speaks for: "the speaker from Access Northby".
_FOR_A_BODY = re.compile(
    r"(?:speaker|representative|person|man|woman|lady|gentleman|witness|delegate|visitor|spokes(?:man|woman|person)) "
    r"(?:from|of|for|representing) (?:the )?"
    rf"(?P<body>{_NAME_WORD}(?: (?:(?:and|of|for|the|on|in) )*{_NAME_WORD})*)"
)
_A_BODY = re.compile(
    r"\b(?:council|committee|board|panel|cabinet|authority|partnership|trust|company|group|society|association|"
    r"federation|services?|departments?|ministry|office|agency|union|club|bank|friends|government|parliament|church|"
    r"schools?|academy|college|university|hospital|water|team|project|scheme|plan|strategy|party|network|forum|"
    r"council's|street|road|lane|park|house|centre|review|report|bill|act)\b",
    re.IGNORECASE,
)
_OF_POST = frozenset(
    "director officer manager head leader chief chair chairman chairwoman chairperson solicitor auditor "
    "clerk engineer treasurer member mayor secretary speaker "
    "lead commissioner assistant executive deputy cabinet portfolio holder section strategic independent "
    "person vice principal".split()
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody as asked for: a person by name, or a post by its words. `typed` is how the question puts it."""

    typed: str
    surname: str | None = None
    given: str | None = None
    post: str | None = None
    also: tuple["Voice", ...] = ()

    @property
    def named(self) -> bool:
        """Whether a person is asked for by name."""
        return self.surname is not None

    @property
    def printed_post(self) -> bool:
        """Whether the post is spelled as a title ("Cabinet Member for Housing"), and so can be looked up as one."""
        inner = (self.post or "").split()[1:] or (self.post or "").split()
        return any(word[:1].isupper() for word in inner if word.lower() not in ("the", "a", "an"))

    @property
    def is_firm(self) -> bool:
        """Whether some firm is asked for, which may be heard through anybody: "the water company"."""
        return self.post is not None and _FIRM.match(self.post) is not None

    def is_printed(self, speaker: Speaker) -> bool:
        """Whether `speaker` is printed with all the words of the post asked for: "the conservation officer"."""
        wanted = set(stems(self.post or ""))
        return len(wanted) > 1 and wanted <= set(stems(_printed(speaker)))

    def is_heard(self, speaker: Speaker) -> bool:
        """Whether `speaker`, as printed, is the one asked for, or one of them."""
        if any(other.is_heard(speaker) for other in self.also):
            return True
        if self.surname is not None:
            return _same_person(self.surname, self.given, speaker)
        return _same_post(self.post or "", speaker)


def voice_of(question: str) -> Voice | None:
    """Whose words `question` asks for, or None where it asks for nobody's in particular."""
    for frame in _FRAMES:
        for found in frame.finditer(question):
            typed = found["who"].strip(" ,")
            if _NOBODY.match(typed) and not _POST_OF.match(typed):
                continue
            voice = as_voice(typed) or _several(typed)
            if voice is not None:
                return voice
    return None


def _several(typed: str) -> Voice | None:
    """Two or more people who are asked for together: "Ms Orchard and Mr Teague"."""
    parts = [part for part in re.split(r",? and |, ", typed) if part.strip()]
    voices = [voice for voice in map(as_voice, parts) if voice is not None]
    if len(parts) < 2 or len(voices) != len(parts):
        return None
    return replace(voices[0], typed=typed, also=tuple(voices[1:]))


def people_named(question: str) -> list[Voice]:
    """Everybody whom `question` names with a form of address: "Councillor J Ockenden", "Mr Shand"."""
    return [_named(found.group(), found["name"]) for found in _TITLED.finditer(question) if not _of_post(found["name"])]


def posts_named(question: str) -> list[str]:
    """The posts that `question` prints as titles: "the Harbour Master"; minutes may know the holder by name alone."""
    return [found.group() for found in _CAPITALISED.finditer(question) if _is_title(found.group())]


def _is_title(typed: str) -> bool:
    bare = re.sub(r"^[Tt]he ", "", typed.strip())
    return is_post(bare) or _ROLE.search(bare) is not None


def as_voice(typed: str) -> Voice | None:
    """The person or the post that `typed` stands for; None where it is neither."""
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", typed.strip())
    titled = _TITLED.match(bare)
    if titled and titled.end() >= len(bare) - 1 and not _of_post(titled["name"]):
        return _named(typed, titled["name"])
    given = _GIVEN.match(bare)
    if given and bare == typed.strip() and not _of_post(bare) and not bare.isupper():
        return _named(typed, given["name"])
    if spoken_for := _FOR_A_BODY.fullmatch(bare):
        return Voice(typed=typed, post=spoken_for["body"])
    known = is_post(bare) or _ROLE.search(bare) is not None or any(asked.match(bare) for asked, _ in _POSTS)
    if len(bare.split()) > 9 or not (known or _reads_as_post(typed)):
        return None
    return Voice(typed=typed, post=bare)


def _reads_as_post(typed: str) -> bool:
    """Whether `typed` is printed as posts are: "the Harbour Master", but not "the Woodland Trust"."""
    return _CAPITALISED.fullmatch(typed.strip()) is not None and _A_BODY.search(typed) is None


def _named(typed: str, name: str) -> Voice:
    parts = [part.rstrip(".,") for part in re.sub(r"['’]s$", "", name).split()]
    while len(parts) > 1 and _RANK.match(f"{parts[0]} "):
        parts = parts[1:]  # "Lieutenant Colonel Dacre"
    given = " ".join(parts[:-1]) or None
    return Voice(typed=typed, surname=parts[-1], given=given)


def _of_post(name: str) -> bool:
    return any(word.lower().strip(",.") in _OF_POST for word in name.split())


def _same_person(surname: str, given: str | None, speaker: Speaker) -> bool:
    known = speaker.name or speaker.as_printed
    parts = re.findall(r"[\w’'-]+", known)
    lowered = [part.lower() for part in parts]
    if surname.lower() not in lowered:
        return False
    place = len(lowered) - 1 - lowered[::-1].index(surname.lower())
    if place != len(lowered) - 1 and speaker.name is not None:
        return given is None and place == 0  # asked for by the first name alone
    before = [
        part for part in lowered[:place] if not re.fullmatch(r"mr|mrs|ms|miss|dr|councillor|cllr|sir|dame|the", part)
    ]
    return not given or not before or all(_agree(wanted, before) for wanted in given.lower().split())


def _agree(wanted: str, before: list[str]) -> bool:
    """A first name agrees with its initial, and with itself."""
    if re.fullmatch(r"mr|mrs|ms|miss|dr|councillor|cllr|sir|dame", wanted):
        return True
    return any(part.startswith(wanted) or wanted.startswith(part) for part in before)


def _same_post(post: str, speaker: Speaker) -> bool:
    printed = _printed(speaker)
    for asked, holds in _POSTS:
        if asked.match(post):
            return holds.search(printed) is not None
    wanted = [word for word in post.split() if stems(word)]
    held = set(stems(printed))
    return bool(wanted) and all(set(stems(word)) <= held or abbreviates(word, printed) for word in wanted)


def _printed(speaker: Speaker) -> str:
    return " ".join(filter(None, (speaker.as_printed, speaker.title, speaker.role, speaker.organisation)))


def is_saying(word: str) -> bool:
    """Whether `word` only says that somebody speaks: "recommended"."""
    return re.fullmatch(_SAYING, word, re.IGNORECASE) is not None
