"""The words by which minutes say that somebody spoke: verbs by class, generic voices, posts, frames. Data, not code.

Collected from public minutes of many councils. Verbs are in the past tense, in which minutes are written; an unlisted
verb counts as speech for a single named person only (see `clauses`).
"""

from ingest import printed_names

ASKED = frozenset(
    "asked queried questioned enquired inquired requested sought challenged chased invited urged "
    "wondered pressed probed".split()
)
ANSWERED = frozenset("responded replied answered".split())
# What somebody who was asked does next: "Mr X asked whether ... She explained that" is not Mr X.
ANSWERING = ANSWERED | frozenset(
    "advised confirmed explained acknowledged clarified assured undertook conceded admitted said hoped stated allowed "
    "reported promised apologised estimated indicated".split()
)
SAID = frozenset(
    "accepted acknowledged added addressed admitted advised advocated affirmed agreed allowed altered amended "
    "announced anticipated apologised apologized appealed argued articulated asserted assured attested attributed "
    "begged believed called cautioned cited claimed clarified closed commended commented compared complained "
    "conceded concluded concurred condemned confirmed congratulated considered contended continued conveyed "
    "corrected counselled countered covered cried criticised criticized declared declined delivered demanded "
    "demonstrated denied deplored described detailed disagreed disclosed disputed doubted drew echoed elaborated "
    "emphasised emphasized encouraged endorsed estimated expanded expected explained expounded expressed favoured "
    "feared felt flagged found gave grumbled handed heckled highlighted hinted hoped identified illustrated implied "
    "implored indicated informed insisted interjected interrupted intervened intimated introduced joked knew "
    "lamented maintained mentioned moved mused named nominated noted objected observed offered opened opined "
    "opposed outlined paid passed placed pleaded pledged pointed posited praised predicted preferred presented "
    "produced promised proposed protested provided put qualified quoted raised ran read reassured rebutted recalled "
    "recognised recognized recommended recounted referred reflected refuted regretted reiterated rejoined related "
    "relayed remarked remembered reminded repeated reported retorted revealed said saw seconded set shared shouted "
    "showed signalled speculated spoke stated stressed submitted suggested summarised summarized summed supplied "
    "supported tabled testified thanked thought threatened told took underlined understood undertook updated "
    "ventured voiced volunteered vouched vowed walked wanted warned welcomed went whispered wished withdrew "
    "wrote".split()
)
MOVED = frozenset("moved proposed seconded nominated".split())
# Of these, what nobody does who has asked himself.
ONLY_ANSWERING = ANSWERED | frozenset("advised confirmed explained clarified assured".split())
# What answers a question with "so" or "not" behind it.
THOUGHT = frozenset("thought believed hoped feared supposed suspected imagined said".split())
# What is no answer, even behind a question.
COURTESIES = frozenset(
    "thanked welcomed congratulated introduced presented announced opened closed summarised proposed moved seconded "
    "commended praised".split()
)
# What is an answer only where it takes up the question ("noted that it was").
COMMENTING = frozenset("noted observed commented remarked suggested reminded".split())
# What can only be told of somebody who speaks in the room.
PLAINLY_SAID = ANSWERED | frozenset(
    "asked queried enquired inquired wondered urged pressed complained remarked commented observed stated advised "
    "explained clarified thanked apologised pleaded moved seconded interjected intervened countered echoed reiterated "
    "stressed emphasised pointed warned cautioned reminded".split()
)
# Verbs that put a question wherever they stand, and those that do so only before "whether", "why" and the like.
QUESTIONS = frozenset(
    "asked queried enquired inquired requested sought challenged chased wondered pressed probed".split()
)
SPEECH = ASKED | ANSWERED | SAID

# Verbs of saying that also mean something done without a word ("gave her apologies", "left and closed the door"): a
# second verb of a sentence that began with something silent is speech only if it is none of these.
BODILY = frozenset(
    "gave took put read closed opened went set saw knew found paid placed handed showed withdrew ran walked declared "
    "passed drew moved supplied produced delivered submitted tabled wrote spoke seconded proposed covered".split()
)

# A person who does one of these has not said anything.
SILENT = frozenset(
    "left joined arrived returned attended rejoined retired entered sat stood sent tendered substituted "
    "abstained voted took_part withdrew_from "
    "vacated resumed assumed chaired presided signed died resigned became remained represented".split()
)
STANCES = frozenset(
    "concerned pleased disappointed troubled minded sorry glad happy content satisfied dissatisfied "
    "reassured opposed aware unaware confident "
    "convinced persuaded unconvinced grateful thankful surprised unhappy critical supportive sceptical "
    "keen anxious worried certain sure unsure "
    "uncertain adamant clear delighted proud heartened encouraged alarmed shocked dismayed frustrated "
    "puzzled curious interested able unable "
    "prepared willing unwilling reluctant inclined hopeful doubtful impressed perplexed mindful "
    "sympathetic relieved uneasy wary not of in "
    "horrified saddened appalled perturbed optimistic pessimistic against".split()
)
# Of these, what somebody feels: it is said on one's own account.
FEELINGS = frozenset(
    "concerned pleased disappointed troubled surprised unhappy critical keen anxious worried delighted proud heartened "
    "encouraged alarmed shocked dismayed frustrated puzzled curious impressed perplexed horrified saddened appalled "
    "perturbed".split()
)
AUXILIARIES = frozenset(
    "was were had would did could might should must is are has will can may does do wouldn’t didn’t "
    "couldn’t wasn’t".split()
)
IRREGULAR = frozenset(
    "said told gave spoke put took went felt thought sought drew made led paid read rose began brought "
    "kept knew saw heard found hoped meant held ran set stood told understood wrote bore broke bet bound bred brought "
    "burst bought caught chose clung came crept cut dealt dug did drank drove ate fell fed fought flew forgot forgave "
    "froze got grew hung hid hit laid learnt leapt left lent let lit lost met mistook overcame quit rang rid rode sang "
    "sank sat sold sent shook shed shone shot shrank shut slept slid slung spent split sprang stole stuck struck "
    "swore swept swam swung taught tore threw thrust trod woke wept won withheld withstood".split()
)
PARTICIPLES = frozenset(
    "written spoken taken given seen gone begun known shown drawn done come become chosen driven fallen risen sworn "
    "withdrawn undertaken forgotten broken grown proven met sent held left lost won".split()
)
ADVERBS = (
    "also then further again therefore thereupon nevertheless nonetheless however subsequently "
    "additionally later finally next first firstly secondly "
    "thirdly lastly initially briefly formally jointly both all each still once thus hence strongly "
    "fully clearly specifically particularly "
    "similarly likewise consequently accordingly duly now just only simply rightly politely respectfully "
    "merely quickly repeatedly gently "
    "separately moreover too already afterwards instead never always often personally warmly publicly "
    "orally verbally kindly helpfully"
).split()

# Somebody without a name. Singular ones can be followed by "he" or "she".
GENERIC_NOUNS = (
    "member councillor resident officer governor trustee questioner objector petitioner parent pupil "
    "student speaker representative delegate "
    "witness tenant leaseholder landowner applicant supporter director colleague person commissioner "
    "parishioner elector shareholder "
    "carer patient neighbour trader shopkeeper motorist cyclist volunteer teacher headteacher co-optee "
    "attendee participant panellist observer spokesman spokeswoman spokesperson "
    "leader campaigner clinician headmaster"
).split()

# What stands before the name of somebody who has no other form of address: "Local farmer Tom Dale".
CALLINGS = frozenset(GENERIC_NOUNS) | frozenset(
    "farmer baker butcher grocer publican landlord landlady vicar rector priest nurse doctor midwife pharmacist "
    "dentist activist organiser organizer historian architect engineer manager chairman chairwoman chairperson chair "
    "secretary treasurer owner founder grandmother grandfather mother father pensioner fisherman fisher coxswain "
    "solicitor barrister agent developer consultant planner surveyor ecologist ranger warden librarian curator "
    "headmistress lecturer professor apprentice postmaster postmistress shopkeeper driver builder gardener "
    "allotment-holder commuter churchwarden auditor accountant inspector sergeant constable superintendent paramedic "
    "firefighter beekeeper artist author journalist businessman businesswoman entrepreneur caretaker clerk "
    "verger curate chaplain matron surgeon psychologist therapist scientist expert skipper keeper janitor cook "
    "cleaner".split()
)

# What only people do, and what speaks in writing without being somebody: "a mother asked" is a voice, "a letter
# asked" is not.
HUMAN = frozenset(
    "asked queried enquired inquired complained wondered objected pleaded thanked apologised felt thought replied "
    "told remarked questioned spoke pointed remembered feared hoped".split()
)
WRITTEN = (
    "report|paper|letter|email|e-mail|petition|survey|document|motion|amendment|question|statement|presentation|"
    "response|appendix|note|notice|briefing|submission|representation|reply|leaflet|article|review|study|plan|policy"
)

# The last word of a post behind an article.
POST_NOUNS = (*printed_names.POST_NOUNS, *printed_names.POSTS_BESIDE)
LOWER_POSTS = (
    r"(?:chair(?:man|woman|person)?|vice[- ]chair(?:man|woman|person)?|deputy chair|leader|deputy leader|"
    r"mayor|deputy mayor|clerk|"
    r"(?:[a-z-]+ )?(?:officer|solicitor|auditor|applicant|agent|objector|petitioner|consultant|architect|"
    r"headteacher|representative|questioner|treasurer|"
    r"convener|convenor|president|secretary|engineer|surveyor|inspector|manager|director|developer|governor|"
    r"trustee|resident|tenant|councillor|member|parent|pupil|supporter|trader|landowner|leaseholder|"
    r"proposer|seconder|mover|deputy|colleague|successor|predecessor|assistant|"
    r"landlord|owner|speaker|witness|librarian|ranger|warden|barrister|planner)s?|"
    r"(?:ward|local|cabinet|lead|shadow|divisional|county|district|borough|city|town|parish|opposing|"
    r"seconding|presiding) (?:member|councillor|officer)s?|"
    r"portfolio holder|member for [A-Z]\w+|members for [A-Z]\w+|head of [a-z]+|director of [a-z]+|chief "
    r"executive|monitoring officer)"
)

# Bodies: what they do is procedure, unless they ask or feel something.
BODIES = (
    "Committee|Sub-Committee|Subcommittee|Panel|Board|Council|Cabinet|Authority|Executive|Forum|"
    "Commission|Scrutiny|Group|Trust|Partnership|Meeting|"
    "Assembly|Parish Council|Town Council|Governing Body|Governors|Governing Board|Trustees|Working "
    "Group|Working Party|Task Group|Corporation|Court"
)
# Words of names that are no person's.
ORGANISATIONS = frozenset(
    "Academy Act Agency Airport Alliance Appendix Association Authority Avenue Bank Bill Board Britain Cabinet Centre "
    "Close College Commission Committee Community Company Constabulary Council Court Department Drive Energy England "
    "Estate Federation Foundation Fund GMB Government Grid Group Harbour Healthwatch Highways Homes Hospital Housing "
    "Inspectorate Ireland LLP Limited Ltd Ministry NHS Network Networks Office Ofsted Option Parish Parliament "
    "Partnership Plan Police Policy Programme Project Rail Railway Railways Regulations Road Scheme School Schools "
    "Scotland Section Service Services Society Storm Strategy Street Team Tribunal Trust Union Unison Unite "
    "University Wales Water plc".split()
)
BODY_VOICES = frozenset(
    "asked queried questioned enquired inquired requested sought challenged urged wondered felt "
    "expressed welcomed thanked congratulated commented "
    "commended raised suggested stressed emphasised highlighted observed hoped believed remarked praised "
    "regretted wished".split()
)

# "It was noted", "Concern was expressed": nobody is said to speak.
IMPERSONAL_NOUNS = (
    "Concern|Concerns|Disappointment|Support|Thanks|Reference|References|Attention|Clarification|"
    "Information|Assurance|Assurances|Reassurance|Discussion|Discussions|"
    "Consideration|Comment|Comments|Question|Questions|Tribute|Tributes|Appreciation|Frustration|"
    "Surprise|Regret|Regrets|Confirmation|Details|Detail|Queries|Observations|"
    "Suggestions?|Satisfaction|Congratulations|Gratitude|Sympathy|Condolences|Debate|Views?|Opinions?|"
    "Praise|Caution|Doubts?|Reservations|Agreement|Dissatisfaction|Emphasis|"
    "Particular concern|Further information|Further clarification|An explanation|A request|A query|A "
    "question|A suggestion|A comment|A point|A concern|Apologies"
)
PASSIVE_SPEECH = (
    "noted reported suggested confirmed agreed explained emphasised emphasized highlighted clarified "
    "questioned recognised recognized acknowledged considered "
    "felt moved proposed seconded said stated advised pointed raised asked expressed made drawn sought "
    "requested provided given taken voiced paid put "
    "outlined presented introduced commented observed stressed understood hoped accepted recommended "
    "queried anticipated believed added mentioned "
    "remarked reiterated echoed supported answered offered conveyed extended tendered recorded described "
    "thought remembered urged reminded argued welcomed"
).split()

# What was done to a thing or a person in the room: an event of the meeting, said by nobody.
PROCEEDINGS = (
    "applauded circulated received tabled deferred noted welcomed thanked adjourned displayed shown "
    "withdrawn opened closed suspended reconvened signed "
    "carried lost approved agreed put read presented elected appointed invited admitted introduced moved "
    "seconded taken accepted asked requested advised informed "
    "told reminded updated given offered assured permitted excluded considered discussed debated "
    "confirmed adopted passed defeated declared held observed granted "
    "refused resolved recorded answered distributed played unveiled rejected ratified"
).split()
