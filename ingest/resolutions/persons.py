"""What the name of a mover looks like where a motion is printed: a person with or without title, or a post."""

# Words that begin with a capital in front of or behind a name without being part of it.
_NOT_NAMES = (
    "Seconded|Second|Seconder|Seconding|Resolved|Agreed|Moved|Moving|Proposed|Proposer|Proposing|Mover|"
    "Motion|Carried|Lost|That|It|And|The|On|In|At|"
    "RESOLVED|AGREED|CARRIED|LOST|SECONDED|SECOND|MOVED|PROPOSED|THAT|AND|MOTION|BY|By|Members|Amendment|"
    "Recommendation|Prop|Sec|"
    "Unanimous|Unanimously|UNANIMOUSLY|Vote|Votes|Voting|For|Against|Abstentions?|Action|This|There|He|"
    "She|They|Committee|Council|Upon|Before|After"
)
_ABBREVIATED = r"(?:[A-Z]|Cllrs?|Cr|Ald|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Jr|Supt|Insp|Sgt|Col|Capt|Maj)\.(?=\s+[A-ZÀ-Þ])"
_TOKEN = rf"\b(?!(?:{_NOT_NAMES})\b)(?:{_ABBREVIATED}|[A-ZÀ-ÖØ-Þ][\w'’\-]{{0,30}}(?<![’']))"
_PARTICLE = r"(?:de|la|le|du|van|von|der|den|ten|bin|al|ap|ab|y|da|dos)"
NAME = rf"{_TOKEN}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_TOKEN}){{0,5}}"
_POST_WORD = rf"(?:{_TOKEN}|Committee|Council|(?:and|of|for|to\s+the|of\s+the|for\s+the)(?=\s+[A-Z])|of\s+the(?=\s+Co))"
_CHAIR = (
    r"(?:[Cc]hair(?:man|woman|person)?|CHAIR(?:MAN)?|[Ll]eader|[Mm]ayor|[Pp]resident|[Cc]onvener|[Pp]rovost|[Ss]peaker)"
)
_POST = (
    r"(?:[Tt]he|THE)\s+(?:(?:[Vv]ice|[Dd]eputy|[Aa]cting|[Ll]ord|[Ii]nterim)[-\s]+)?"
    rf"(?:{_CHAIR}(?:\s+of\s+the\s+\w+)?|{_TOKEN}(?:\s+{_POST_WORD}){{0,9}})"
)
_BRACKET = r"(?:\s*\((?!(?:for|against|by|vote|carried|unanim)\b)[^()\d]{2,60}\))?"

_IN_SMALL_LETTERS = r"(?:councillor|alderman|mayor)\s+[a-z][\w'’-]{1,30}"
PERSON = rf"(?:{_POST}(?:,\s+{NAME}(?=,))?|{NAME}|{_IN_SMALL_LETTERS}){_BRACKET}"
"""A pattern for one person or post, to be used with regard to case."""
