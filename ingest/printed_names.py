"""What the printed form of a person says: name, title, post and body; what it does not print stays null."""

import re
from functools import lru_cache

from ingest.first_names import Gender, gender_of
from ingest.records import Speaker

FORMS_OF_ADDRESS = (
    r"(?:(?:County|Borough|City|District|Town|Parish|Community|Ward|Youth|Unitary)\s+)?(?:Councill?ors?|Cllrs?\.?)|Alderm[ae]n|Alderwom[ae]n|Ald\.?|Bailie|Provost|"
    r"Council\s?members?|Councilm[ae]n|Councilwom[ae]n|Councilpersons?|"
    r"Congressm[ae]n|Congresswom[ae]n|Assemblyman|Assemblywoman|"
    r"Mr\.?|Mrs\.?|Ms\.?|Miss|Mx|Dr\.?|Prof\.?|Professor|Sir|Dame|Lord(?!\s+(?:Mayor|Provost|Lieutenant)\b)|Lady|"
    r"Baroness|Baron|Rev\.?|Revd\.?|Reverend|Canon|Father|Fr\.?|"
    r"Judge|(?:(?:Right|Rt\.?|The)\s+)?Hon(?:ou?rable|\.)?|Madam|M\.?P\.?P\.?"
)
RANKS = (
    r"(?:(?:Police|Detective|Acting|Temporary|T/|A/|Deputy|Assistant|Chief|Area|Group|Station|Watch|Crew|Staff|"
    r"Senior|Special|District)\s+){0,3}"
    r"(?:Chief\s+)?(?:Superintendent|Inspector|Sergeant|Constable|Commander|Commissioner|Manager|Nurse)|"
    r"Detective\s+Chief\s+Inspector|Chief\s+(?:Constable|Fire\s+Officer)|Matron|Sister|Firefighter|"
    r"Captain|Capt\.?|Major|Maj\.?|Colonel|Col\.?|Commodore|Cdr\.?|Lieutenant|Lt\.?|Brigadier|Admiral|General(?=\s+Sir\s)|"
    r"PCSO|PC|PS|DCI|DI|DS|DC|DCS|DCC|ACC|CI|AM|GM|SM|WM|CM|Supt\.?|Insp\.?|Sgt\.?"
)
# Offices that stand before a name as a title does ("Mayor Delgado", "Council President Rodriguez").
OFFICES = (
    r"(?:City|Town|County|Village|Borough|Township)\s+(?:Manager|Engineer|Planner|Administrator|Treasurer|Solicitor)|"
    r"(?:Police|Fire)\s+Chief|Chief(?!\s+(?:Executive|Officer|[A-Z]\w+\s+Officer|Constable|Inspector|Superintendent|"
    r"Clerk|Whip|Nurse|Planner|Librarian|Engineer|Surveyor|Solicitor|Accountant|Auditor|Internal|Fire|Registrar)\b)|"
    r"(?:(?:Deputy|Vice|Lord|Acting|Council|Board|Town|City)[- ]){0,2}"
    r"(?:Mayor|Provost|President|Chair(?:man|woman|person)?|Trustee|Attorney|Selectman|Selectwoman|"
    r"Senator|Governor|Clerk|Convener)(?!\s+(?:Elect|Designate|Making|Services|Support|Board|Training|Question|"
    r"Members?|Appointments?|Report|Announcements?)\b)"
)
TITLE = rf"(?:(?:{FORMS_OF_ADDRESS}|{RANKS}|{OFFICES})(?=\s))"
NAME_WORD = (
    r"(?:[A-ZÀ-Þ](?:[’'][A-ZÀ-Þ])?[a-zß-ÿ][\w’']*(?:-[A-ZÀ-Þ]?\w+)*|(?:Mc|Mac|O[’'])[A-ZÀ-Þ]\w+|"
    r"[A-ZÀ-Þ]{2,}(?=\b)|[A-ZÀ-Þ]\b\.?)"
)
_PARTICLES = r"(?:(?:de|la|le|du|van|von|der|den|bin|al|ap|da|dos)\s+)*"
NAME = rf"(?:{NAME_WORD}(?:\s+{_PARTICLES}{NAME_WORD}){{0,4}})"

_TITLES = re.compile(rf"^(?:[Tt]he\s+)?(?P<titles>{TITLE}(?:\s+{TITLE}){{0,2}})\s+(?:\d{{2,6}}\s+)?(?P<rest>.+)$", re.S)
_BRACKET = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+(?:\([^()]*\)[^()]*)?)\)\s*(?P<after>.*)$", re.S)
_BODY = re.compile(
    r"^(?P<who>.+?),?\s+(?:from|of|representing|on\s+behalf\s+of|for|at)\s+(?P<body>(?:the\s+)?[A-Z].*)$", re.S
)
_LETTERS_AFTER = re.compile(r"(?:,?\s+(?:AMS?|MSP?|MPs?|MLA|TD|CC|MBE|OBE|CBE|QPM|QFSM|BEM|KC|QC|JP|DL|FRSA))+$")
POST_NOUNS = (
    "Director Officer Manager Head Leader Chief Chair Chairman Chairwoman Chairperson Solicitor Auditor Clerk Engineer "
    "Treasurer Member Secretary Accountant Lead Advisor Adviser Planner Inspector Supervisor Coordinator Co-ordinator "
    "Holder Commissioner Mayor Speaker Consultant Nurse Surveyor Attorney Doctor Clinician Librarian Headteacher "
    "Principal Governor Representative Agent Assistant Executive President Partner Person Convener Convenor Provost "
    "Deputy Ranger Architect Registrar Analyst Specialist Ombudsman Guardian Physician Practitioner Chaplain Warden "
    "Monitoring Teacher Professor Administrator Bursar Counsel Comptroller Vice-Chancellor Pro-Vice-Chancellor "
    "Cathaoirleach Leas-Chathaoirleach"
).split()
# Posts that are names of people or things as well: read as posts only beside a name or behind an article.
POSTS_BESIDE = (
    "Mayoress Vice-Chair Vice-Chairman Vice-Chairwoman Vice-Chairperson Superintendent Sergeant Constable "
    "Commander Chamberlain Beadle Remembrancer Bursar Dean Counsel Barrister Administrator Technician Liaison "
    "Champion Advocate Trustee Cashier Controller Comptroller Economist Ecologist Scientist Investigator "
    "Professional Midwife Pharmacist Psychologist Therapist Worker Facilitator Moderator Returning Master "
    "Harbourmaster Marshal Curator Archivist Steward Examiner Almoner Actuary Appraiser Valuer Arboriculturist "
    "Archaeologist Sheriff Coroner Rector Vicar Minister Envoy Conservator Hydrologist Geologist Veterinarian "
    "Councillor Alderman "
    "Paramedic Researcher Lecturer Interpreter Contractor Developer Applicant Appellant Respondent Complainant "
    "Objector Petitioner Tenant Landlord Licensee Recorder Delegate Scrutineer Forester Sergeant-at-Arms "
    "Canon Bishop Archbishop Archdeacon Deacon Curate Imam Rabbi Priest Matron Colonel Major Captain Brigadier "
    "Lieutenant Commodore Admiral Headmaster Headmistress Postmaster Postmistress Dentist Optometrist Judge Magistrate "
    "Foreman Bailiff Verger Coxswain Baroness Piermaster "
    "Chancellor CEO CFO COO CAO CIO CTO CMO CNO SENCO SENDCO SBM DSL DPH DCS DASS SIRO"
).split()
_POST_WORDS = re.compile(rf"\b(?:{'|'.join(POST_NOUNS)})s?\b", re.I)
_POST_BESIDE = re.compile(rf"^(?:[A-Z][\w’'-]*\s+){{0,3}}(?:{'|'.join(POSTS_BESIDE)})(?:\s+(?:of|for|to)\s.*)?$")
_GENERIC = re.compile(
    r"^(?!an\s+(?:leas-?ch|c)athaoirleach\b)(?:(?:an?|one|another|some|several|many|most|other|others|two|three|four|five|six|both|all|the\s+other)\b|"
    r"(?:members|officers|residents|councillors|governors|(?:the\s+)?(?:committee|panel|board|council|"
    r"cabinet|authority|forum|meeting))$)",
    re.I,
)
# As meeting software lists people: "Hale, Jane (Cllr)".
_LAST_FIRST = re.compile(
    rf"^(?P<last>{NAME_WORD}),\s+(?P<first>{NAME_WORD})(?:\s+\((?P<title>{FORMS_OF_ADDRESS}|{RANKS})\))?$"
)
_MASCULINE = re.compile(r"\b(?:Mr|Sir|Lord|Baron|Father|Alderman|Councilman|Chairman)\b")
_FEMININE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Sister|Matron|Madam|Alderwoman|Councilwoman|Chairwoman|Mayoress)\b"
)
_PLURAL = re.compile(r"^((?:\w+ )?(?:Councill?or|Cllr))s\b\.?")

_Parts = tuple[str, str | None, str | None]
"""The form without what stands beside it, then the post (or name) and the body that stand beside it."""


def is_post(text: str) -> bool:
    """Whether `text` reads like the name of a post ("Head of Highways") rather than of a person or a body."""
    return _POST_WORDS.search(text) is not None


def is_name(text: str) -> bool:
    """Whether `text` reads like a person's name, without title: one to five capitalised words, none of a post."""
    return re.fullmatch(NAME, text.strip()) is not None and not is_post(text)


def surname(name: str) -> str:
    """The last word of a name, without titles ("J Ockenden" has "Ockenden")."""
    words = name.replace(".", " ").split()
    return words[-1] if words else name


@lru_cache(maxsize=4096)
def parse_speaker(as_printed: str) -> Speaker:
    """What the printed form of a person says about him or her.

    >>> parse_speaker("Detective Superintendent Chris Downey from GMP").organisation
    'GMP'

    A voice without a name or post ("a Member", "officers") has only `as_printed`.
    """
    printed = _first_name_first(" ".join(as_printed.split()))
    if printed.isupper() and len(printed) > 4:
        printed = printed.title()
    if _GENERIC.match(printed):
        return Speaker(as_printed=as_printed)
    core, role, organisation = _without_body(printed)
    name, title, own_role = _name_title_role(core)
    if role is not None and own_role is not None and own_role != role and name is None:
        title, name = _named_beside(role)
        role = None
    return Speaker(as_printed=as_printed, name=name, title=title, role=role or own_role, organisation=organisation)


def _first_name_first(printed: str) -> str:
    """ "Hale, Jane (Cllr)" as "Cllr Jane Hale"; anything else as it is."""
    listed = _LAST_FIRST.match(printed)
    if listed is None or not (listed["title"] or gender_of(listed["first"])) or gender_of(listed["last"]):
        return printed
    return " ".join(filter(None, (listed["title"], listed["first"], listed["last"])))


def _named_beside(text: str) -> tuple[str | None, str | None]:
    """Title and name of the person printed beside a post ("The Harbour Master, Captain Elspeth Rooney")."""
    title, name = without_title(text)
    return (title, _without_letters(name)) if title or is_name(name) else (None, None)


def _without_body(printed: str) -> _Parts:
    """Take from a form what stands in brackets, after a comma, or after "from"."""
    bracket = _BRACKET.match(printed)
    if bracket:
        return _with_bracket(printed, bracket)
    head, comma, tail = printed.partition(",")
    if comma:
        return _with_comma(printed, head, tail)
    body = _BODY.match(printed)
    if body and _is_personal(body["who"]):
        return body["who"], None, body["body"]
    return printed, None, None


def _with_bracket(printed: str, bracket: re.Match[str]) -> _Parts:
    before, inside, after = bracket["before"], bracket["inside"], bracket["after"].lstrip(", ")
    if not _is_personal(before):
        if after and is_post(before) and (person := _person_in(after)):
            return f"{before} ({inside})", *person
        named = _person_in(inside) if " " in inside and "," not in inside else None
        return (before, inside, None) if named else (printed, None, None)
    core, role, body = _without_body(before.rstrip(", "))
    if role is not None:
        return core, f"{role} ({inside})" if role[:1].isupper() else role, body
    return core, *_role_and_body(inside)


def _with_comma(printed: str, head: str, tail: str) -> _Parts:
    tail = re.sub(r",?\s+who\s.*$", "", tail.strip())
    if _is_personal(head):
        core, _, own_body = _without_body(head)
        role, organisation = _role_and_body(tail)
        return core, role, organisation or own_body
    person = _person_in(tail) or _person_in(tail.split(",")[0])
    return (head, *person) if person and "," not in person[0] else (printed, None, None)


def _person_in(text: str) -> tuple[str, str | None] | None:
    """The titled or plain name that `text` is, and the body that it is printed to come from; None for anything else."""
    body = _BODY.match(text)
    who = body["who"] if body and _is_personal(body["who"]) else text
    title, rest = without_title(who)
    if (title is None and not is_name(who)) or re.match(r"(?i)(?:for|of)\b", rest):
        return None
    return who, body["body"] if body and who != text else None


def _role_and_body(text: str) -> tuple[str | None, str | None]:
    text = text.strip().rstrip(",")
    if not text or text.startswith("who "):
        return None, None
    role, comma, body = text.partition(",")
    if comma and is_post(role) and not re.fullmatch(r"(?i)\s*in\s+the\s+chair", body):
        return role.strip(), body.strip() or None
    split = re.match(r"^(?P<role>.+?)\s+(?:at|for|from|representing)\s+(?P<body>[A-Z].+)$", text)
    if split and is_post(split["role"]) and not re.search(r"(?i)member|holder|secretary", split["role"]):
        return split["role"], split["body"]
    if is_post(text) or text[:1].islower() or _POST_BESIDE.match(text):
        return re.sub(r"^[Tt]he\s+", "", text), None
    if text[:1].isdigit():
        return None, None
    return None, re.sub(r"^(?:representing|on behalf of|from)\s+(?:the\s+)?", "", text)


def _is_personal(text: str) -> bool:
    title, rest = without_title(text)
    if title is not None:
        return not re.match(r"(?i)(?:for|of)\b", rest)
    if text.startswith(("The ", "the ")):
        return False
    body = _BODY.match(text)
    return is_name(rest) or (body is not None and is_name(body["who"]))


def without_title(text: str) -> tuple[str | None, str]:
    """The title with which `text` begins, None where there is none, and what follows it."""
    match = _TITLES.match(text.strip())
    if match is None:
        return None, text.strip()
    titles = " ".join(match["titles"].split())
    return _PLURAL.sub(r"\1", titles), match["rest"]


def _name_title_role(core: str) -> tuple[str | None, str | None, str | None]:
    title, rest = without_title(core)
    if title is not None and not re.match(r"(?i)(?:for|of)\b", rest):
        return _without_letters(rest), title, None
    bare = re.sub(r"^(?:[Tt]he|An)\s+", "", core)
    post, name = post_and_name(bare)
    if post is not None:
        return name, None, post
    if is_name(_without_letters(core)) and bare == core and not re.fullmatch(r"(?i)the|members|officers", core):
        return _without_letters(core), None, None
    return None, None, bare or None


def post_and_name(text: str) -> tuple[str | None, str | None]:
    """Post and name of "Planning Director Susan Cho": the name begins with a first name and goes on to the end.

    Both are null where the text is not of that sort.
    """
    words = text.split()
    for at in range(1, len(words) - 1):
        if gender_of(words[at]) and is_post(words[at - 1]) and is_name(" ".join(words[at:])):
            return " ".join(words[:at]), " ".join(words[at:])
    return None, None


def _without_letters(name: str) -> str:
    """A name without the letters behind it ("Jane Doe MBE")."""
    return _LETTERS_AFTER.sub("", name) if name.count(" ") else name


def printed_gender(title: str | None, name: str | None) -> Gender | None:
    """What a title, else a first name, says of gender ("Mrs Hale", "Councillor Harriet Hale").

    A single word behind a title is a surname: nothing is known of "Councillor Grace".
    """
    if title and _FEMININE.search(title):
        return "f"
    if title and _MASCULINE.search(title):
        return "m"
    words = (name or "").split()
    return gender_of(words[0]) if words and (title is None or len(words) > 1) else None
