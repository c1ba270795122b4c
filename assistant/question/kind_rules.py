"""What kind of thing is asked: rules as data, tried in order; the first that fits decides.

Each rule stands with an example, which is its test.
"""

import re
from typing import Literal, NamedTuple

Kind = Literal[
    "said",
    "who",
    "decided",
    "vote",
    "attendance",
    "when",
    "how_often",
    "precedents",
    "outstanding",
    "count",
    "list",
    "summary",
    "compare",
    "overview",
]

_MINUTED = (
    r"(?:discuss|consider|rais|mention|debat|decid|agre|approv|request|receiv|report(?:ed)? (?:on|back|to)|commission"
    r"|look(?:ed)? at|talk|ask(?:ed)? for|resolv|adopt|refus|review|scrutinis|bring|brought|come|came|"
    r"dealt with|deal with)\w*"
)
_PAPER = r"(?:reports?|papers?|updates?|briefings?|notes?|plans?|reviews?)"


class Rule(NamedTuple):
    """A kind, the pattern of a question of that kind, and an example of one."""

    kind: Kind
    pattern: re.Pattern[str]
    example: str


def _rule(kind: Kind, pattern: str, example: str) -> Rule:
    return Rule(kind, re.compile(pattern, re.IGNORECASE), example)


# Who was made chair is told where the roster of a meeting is made up.
ELECTING = re.compile(
    r"^(?:and )?who(?:m|se)?\b.{0,60}\b(?:(?:re-?)?elect\w*|appoint\w*|pick\w*|chose\w*|nominat\w*|becam?e|made)\b"
    r".{0,40}\b(?:chair(?:man|woman|person)?|mayor|conven[eo]r|president)\b",
    re.IGNORECASE,
)

# Who backed it may be told by a recorded vote, or only by what was said.
WHO_BACKED = re.compile(
    r"\bwhich (?:[\w’'-]+ ){0,2}?(?:members|councillors|cllrs|trustees|governors|directors) (?:all |had )?"
    r"(?:backed|supported|opposed|favoured|resisted|were (?:for|against|behind|in favour of|opposed to)|"
    r"(?:did not|didn['’]t|would not|wouldn['’]t) (?:think|want|agree|like|support|back|accept))\b",
    re.IGNORECASE,
)

# Who asks so wants the whole list, oldest first, not the nearest.
WHOLE_HISTORY = re.compile(
    r"\b(?:come|came|been|coming) (?:up|here|back) before\b|\bhistory of\b|\bprecedents?\b|\bover the years\b|"
    r"\bhappened with\b|\b(?:every|each|all the) (?:time|occasion|meeting)s?\b|\btrack record\b",
    re.IGNORECASE,
)

RULES: tuple[Rule, ...] = (
    Rule("attendance", ELECTING, "Who was elected Vice-Chairman?"),
    _rule(
        "attendance",
        r"\b(?:apolog(?:y|ies)|regrets) (?:for|from|to|at|in|were|received)|"
        r"\bwho (?:\w+ )?apologised for (?:not |their |his |her |absence)|"
        r"\b(?:sen[dt]|gave|g[io]ve[ns]?|offered|tendered|received) (?:their |his |her |any )?(?:apologies|regrets)\b|"
        r"^(?:apologies|regrets)\b",
        "Who sent apologies in May 2022?",
    ),
    _rule(
        "attendance",
        r"\bwho (?:\w+ )?(?:chaired|presided)\b|\bwho acted as chair|"
        r"\bwho(?:(?: was| were| is| took)|['’]s) (?:in )?(?:the )?chair(?:man|woman|person)?\b",
        "Who chaired the Audit Committee on 30 January 2024?",
    ),
    _rule(
        "attendance",
        r"\bwho (?:\w+ )?(?:ran|led|hosted|headed|was (?:running|leading|in charge of)) (?:the |that |this )?"
        r"(?:[\w’'-]+ ){0,5}?(?:meeting|session|sitting|proceedings|discussion|debate)\b(?! with)|"
        r"\b(?:usual|regular|normal) chair(?:man|woman|person)?\b|"
        r"\bin (?:the )?chair(?:man|woman|person)?(?:['’]s)? (?:absence|place|stead)\b",
        "Who ran the licensing meeting in May?",
    ),
    _rule(
        "attendance",
        r"\b(?:stood|stand(?:ing)?|sat|step(?:ped)?|fill(?:ed)?) in for\b|\bsubstitut\w+ for\b|\b(?:who|"
        r"which|what|any|list\w*|were there) (?:\w+ ){0,4}substitut|\bin place of (?:councillor|cllr|m[rs]+|"
        r"dr)\b|\bdeputis|\bwho (?:\w+ )?replaced (?:councillor|cllr|alderman|m[rs]+|dr)\b|"
        r"\bwho (?:\w+ )?(?:took|had|filled|kept) [\w.’' -]{3,40}(?:['’]s?) (?:place|seat)\b|"
        r"\bwho (?:\w+ )?(?:came|attended|was there|sat) (?:instead of|for|in [\w.’' -]{3,40}['’]s? (?:place|seat))",
        "Who stood in for Councillor Stroud?",
    ),
    _rule(
        "attendance",
        r"\bdeclar\w* (?:\w+ ){0,4}interests?\b|\bdeclarations? of interests?\b|"
        r"\binterests? (?:was|were|did|that|which)?\s*(?:\w+ ){0,4}declared\b|^declarations?\b",
        "Who declared an interest in the bridge scheme?",
    ),
    _rule(
        "attendance",
        r"\b(?:who|which (?:\w+ )?(?:members?|councillors?|cllrs?|one)|why (?:did|had|has) .{2,60}?)(?: \w+){0,3}? "
        r"(?:(?:le(?:ave|ft)|withdr[ae]wn?|withdrew)(?: from)? the (?:[\w’'-]+ ){0,5}?"
        r"(?:meeting|room|chamber|debate|discussion|item|table)|"
        r"(?:s[ai]t|st(?:ep|epped|ay|ayed|ood)|g[oe]|went) (?:out|aside)"
        r"(?= (?:of|for|from|when|while|during|on|that|this)\b|[?.]|$))",
        "Why did Councillor Grey leave the room for the pool item?",
    ),
    _rule(
        "attendance",
        r"\b(?:who|which .{2,60}?) (?:sent (?:nobody|no[- ]one)|(?:was|were) (?:not represented|unrepresented)|"
        r"had no representative)",
        "Which parish council sent nobody to the forum?",
    ),
    _rule(
        "attendance",
        r"\b(?:who|which (?:\w+ )?(?:members?|councillors?|officers?|people)|how many (?:members|councillors|officers|"
        r"people)|list (?:of )?(?:those|everyone|members))\b(?:\s\w+){0,3}? (?:attend\w*|(?:was|were|is) (?:present|"
        r"absent|away|there|in attendance|missing|unable to (?:attend|come|be))|missed|was at|were at|came to|"
        r"(?:could not|couldn['’]t|did not|didn['’]t) (?:attend|come|be there|make (?:it|the)|turn up|get to)|"
        r"(?:sat|sits?|served|serves?) on|"
        r"made up|was missing from|"
        r"were missing from|was absent from|were absent from)\b|\bwho (?:was|were) not "
        r"(?:present|there)|\bdid (?:councillor |cllr |mr |ms |mrs |dr )?(?:[\w-]+ ){1,3}attend\b|\bwas the "
        r"meeting quorate",
        "Who attended the Planning Committee in June?",
    ),
    _rule(
        "outstanding",
        r"\boutstanding (?:reports?|actions?|requests?|matters?|recommendations?|decisions?|items?|business)\b|"
        r"\b(?:is|are|remains?|still|what(?:['’]s)?) outstanding\b|"
        r"\b(?:decision|action|recommendation)s? (?:tracker|log|list)\b|"
        r"\b(?:reports?|papers?|actions?) (?:that )?(?:(?:was|were|has been|have been) )?(?:requested|asked for|"
        r"promised|commissioned)\b(?=.*\b(?:list|all|which|every)\b)|"
        r"\b(?:list|all|every)\b.*\breports? (?:requested|promised)\b|"
        r"\boverdue\b|\bstill (?:awaited|due|owed|to come)\b|\b(?:promised|requested) (?:reports?|papers?|actions?)\b.*"
        r"\b(?:outstanding|missing|come|came|received|delivered)\b|"
        r"\b(?:never|not yet|not) (?:been )?(?:received|delivered)\b|"
        r"\bwhich (?:reports|papers|requests|actions)\b.*\b(?:overdue|received|delivered|promised|requested)\b",
        "Which reports are outstanding?",
    ),
    _rule(
        "how_often",
        rf"\bhow (?:often|many times|frequently) (?:has|have|had|was|were|is|are|did|does) .*\b{_MINUTED}|"
        rf"\b(?:how many|number of) (?:times|occasions|meetings)\b.*\b{_MINUTED}",
        "How often has flooding been discussed?",
    ),
    _rule(
        "precedents",
        r"\bprecedents?\b|\b(?:come|came|been|coming) (?:up|here|back) before\b|"
        r"(?<!when )\b(?:has|have|had|did) .{2,60} (?:come|came) up\b(?! with)|\bhistory of\b|\b(?:every|"
        r"each|all the|other) (?:time|occasion|meeting)s?\b|\bover the years\b|\btrack record\b",
        "Has a ban on drones come up before?",
    ),
    _rule(
        "precedents",
        r"^(?:has|have|had|did|was|were) .{2,80}\b(?:consider|discuss|debat|rais|refus|approv|reject|been (?:before|to|"
        r"put to|in front of))\w*\b.{0,40}\b(?:before|previously|in the past|earlier)[?. ]*$",
        "Have turbines on the hill been before the planning committee before?",
    ),
    _rule(
        "precedents",
        rf"\bwhat (?:has )?happened (?:next|since|afterwards|after that|with)\b|"
        rf"\b(?:was|were|has|have|did) .{{2,60}}\b(?:undertakings?|promises?|pledges?|commitments?|assurances?)\b"
        rf".{{0,120}}\b(?:kept|honoured|fulfilled|met|delivered|broken|made good)\b|"
        rf"^(?:and |so |but )?(?:did|has|have) .{{2,60}}\b(?:ke(?:ep|pt)|honour(?:ed)?|fulfil(?:led)?) "
        rf"(?:[\w’'-]+ ){{1,4}}?(?:undertakings?|promises?|pledges?|commitments?|word)\b|"
        rf"\bwhat (?:has |had )?(?:became|become|came|come) of\b|"
        rf"\b(?:was|were|has|have) (?:the|that|this|a|any) (?:[\w’'-]+ ){{0,8}}?{_PAPER} (?:[\w’'-]+ ){{0,8}}?"
        rf"(?:ever )?(?:received|delivered|produced|brought back|presented|completed|published)\b|"
        rf"^(?:and |so |but )?(?:was|were|has|have|did) (?:it|that|this|they|those) (?:ever |actually |been ){{0,2}}"
        rf"(?:done|happen(?:ed)?|carried out|delivered|kept|implemented)\b|"
        rf"^(?:and |so |but )?did (?:they|it|he|she|the [\w’'-]+) (?:ever |actually )?(?:do|deliver|keep) "
        rf"(?:it|that|so)\b|"
        rf"\b(?:requested|asked for|commissioned) and (?:when|received)|\bhow far (?:had|has|have|did) "
        rf"(?:it|that|this|they|things) (?:got(?:ten)?|come|go|gone|progressed)\b|"
        rf"\b(?:ask(?:ed)? for|request(?:ed)?|commission(?:ed)?|want(?:ed)?)\b.*\band (?:when|did)\b.*"
        rf"\b(?:get|got|receive|come|came|arrive)\b|\b(?:did|has|have|was|were) (?:\w+ "
        rf"){{1,12}}(?:come|came|brought|reported?) back\b|\bfollow(?:ed)?[- ]up (?:to|on)\b|\bstill "
        rf"outstanding\b|\bdid (?:the |it |they )?(?:\w+ ){{0,3}}ask for anything\b|\b(?:requested|"
        rf"commissioned|asked for)\b.*\b(?:arrive|received|came? back|delivered)",
        "Was the report on kerbs ever received?",
    ),
    _rule(
        "vote",
        r"\bvot(?:e|es|ed|ing)\b|\bhow many (?:were |was |came out )?(?:for|in favour)\b.*\bagainst\b|"
        r"\bhow many (?:(?:[\w’'-]+ ){0,2}?(?:members|councillors|cllrs|governors|trustees|directors) )?"
        r"(?:were|was|stood|came out) (?:for|in favour|against|opposed|behind)\b|"
        rf"{WHO_BACKED.pattern}|"
        r"\bdid (?:it|that|this|they|he|she) (?:pass|carry|succeed|go through|get (?:through|passed|carried|enough))\b|"
        r"\b(?:attempt|bid|push|try|move|effort|call|proposal) to .{3,90}\b(?:succeed|work|come off|pass|go through|"
        r"get (?:through|anywhere))\b|"
        r"^(?:and )?who (?:tried|wanted|sought|pushed|proposed|attempted)\b.*\b(?:how did (?:it|that|they|he|she) "
        r"(?:go|end|fare|turn out|get on|work out)|did (?:it|that|they|he|she) (?:work|get "
        r"(?:anywhere|(?:its|his|her|their) way)))\b|"
        r"\bsplit (?:down the middle|evenly|equally)\b|\b(?:evenly|equally) (?:split|divided)\b|\bdeadlock|"
        r"\btie[- ]?break|\bshow of hands\b|\bcasting\b|\bballot\b|"
        r"\bwho (?:\w+ )?(?:moved|seconded)\b(?! (?:house|home|away|in|into|out|from|back|here|there|school)\b)|"
        r"\b(?:moved|seconded) by\b|\b(?:mover|seconder)\b|\bunanimous|\bwhat was the (?:count|tally|"
        r"majority|split)\b|\b(?:the|final) (?:count|tally) (?:on|for)\b|"
        r"\bby (?:what|how (?:much|many)) (?:majority|margin|votes)|\babstain|\babstention|"
        r"\b(?:motion|amendment|recommendation|proposal|one)\b.{0,60}\b(?:carried|lost|pass(?:ed)?|fall|fell|"
        r"defeated)\b|\b(?:carried|lost|defeated)\b.{0,40}\b(?:motion|amendment)\b|\bhow was the tie\b|\bwho "
        r"(?:proposed|put forward) (?:the (?:motion|amendment|recommendation)|approv|refus|grant|deferr|"
        r"(?:it|that|this)[?. ]*$)",
        "How did they vote on the amendment?",
    ),
    _rule(
        "compare",
        r"\bcompar(?:e|ed|ison)\b|\bdifference between\b|\bhow (?:has|have|had|did|does) .{3,80}\b(?:chang|"
        r"differ|develop|evolv|compar|shift)\w*\b|\bversus\b|\bvs\.?\b",
        "Compare what was said about fares in May and June.",
    ),
    _rule(
        "summary",
        r"\bsummar(?:y|ise|ize|ies)\b|\b(?:main|key) (?:points|themes|issues)\b|\bgist\b|\boverview\b|^what "
        r"(?:was|were) (?:discussed|considered|on the agenda|the business)(?: at| by| in|\?|$)|\bwhat "
        r"happened (?:at|in) the .{0,60}\bmeeting\b|^tell me about the .{0,60}meeting",
        "Summarise the Cabinet meeting of 4 July 2023.",
    ),
    _rule(
        "overview",
        r"^(?:is there |was there |have you (?:got )?|do you have |got )?anything (?:\w+ )?(?:on|about|regarding)\b|"
        r"^what (?:is|was|do (?:you|the records|the minutes) (?:have|hold|say)) (?:there )?(?:on|about)\b|"
        r"^(?:please )?tell me (?:all |everything |something |more )?about\b|"
        r"^(?!(?:who|what|why|when|where|how|which|and|but|yes|no|more|thanks?|ok(?:ay)?)\b)"
        r"(?:[\w’'-]+ ){0,2}[\w’'-]+$",
        "Anything on allotments?",
    ),
    _rule(
        "count",
        r"\bhow many (?:decisions|items|reports|motions|amendments|committees|meetings|speakers|applications|"
        r"people spoke|members spoke|questions (?:were|have))\b|\bhow many .{2,40}\b(?:minuted|recorded|on "
        r"record)\b",
        "How many motions were put in 2022?",
    ),
    _rule(
        "when",
        rf"^(?:and )?(?!when (?:will|is|are|can|would|does|do|must|should)\b)(?:when|"
        rf"on (?:what|which) (?:date|day|occasion)|(?:at|in) (?:what|which) (?:meetings?|year|month)|"
        rf"which (?:meetings?|(?:[\w-]+ )?(?:committees?|panels?|boards?|bod(?:y|ies)))|what (?:date|"
        rf"day|month|year|meetings?)|how long ago)\b.*\b{_MINUTED}|\b(?:first|last|latest|most "
        rf"recent(?:ly)?|earliest) (?:\w+ )?{_MINUTED}|\bwhen was the (?:last|first)\b",
        "When was the swimming pool first discussed?",
    ),
    _rule(
        "list",
        r"^(?:please )?(?:list|show|give me|find)(?: me)? (?:all|every|any|the)\b|^(?:which|what) (?:items|"
        r"meetings|decisions|committees|reports|motions)\b|^list\b",
        "List all decisions about libraries.",
    ),
    _rule(
        "who",
        r"^(?:and |so |but )?(?:who|whose|whom|which (?:person|member|officer|councillor|director|colleague|"
        r"body|of them|one of|[A-Z][\w’'-]+ (?:said|spoke|asked|raised)|(?:[\w’'-]+ ){1,3}?(?:said|asked|raised|"
        r"spoke|told|suggested|complained|warned|argued|felt|thought|objected|wanted|did not (?:want|wish|think|agree)|"
        r"praised|criticised|opposed|supported|welcomed|proposed|claimed|admitted|blamed|promised|offered)))\b|"
        r"\bwho (?:said|raised|asked|told|suggested|explained|reported|mentioned|"
        r"complained)\b|^(?:by|from|to) whom\b",
        "Who raised the state of the towpath?",
    ),
    _rule(
        "decided",
        r"^(?:and |so |but )?what (?:did|does|has|had) (?:the |full )?(?:[\w&’'-]+ ){0,6}?(?:committee|panel|board|"
        r"cabinet|council|authority|forum|members|councillors|executive) (?:want|do|ask|call|agree|recommend|order|"
        r"instruct|request|support|approve|reject|adopt|propose|"
        r"advise|rule|opt|choose|urge|insist|press)\b|"
        r"\bdecid|\bdecisions?\b|\bresolv|\bresolution|\bwhat (?:was|were|did .{2,60}) (?:agreed?|approved?|"
        r"recommend(?:ed)?|endorsed?|adopted?|order(?:ed)?|refused?)\b|\boutcome\b|\bwhat happened (?:about|"
        r"to|with|over|on|as regards)\b|^(?!why\b).*\b(?:was|were|has|have) (?:the |an? |it |they |that |those |any |"
        r"been )?.{0,80}\b(?:approved|granted|refused|rejected|allowed|permitted|turned down|given "
        r"permission|deferred|adopted|signed off|agreed|thrown out|ruled out|knocked back|waved through|shelved|"
        r"put off|voted down|settled|finalised|given the (?:go-ahead|nod|green light))\b|"
        r"\bwhat (?:new |extra |further |special )?conditions? (?:was|were|did|does|has|have|is|are)\b.*"
        r"\b(?:attach\w*|impos\w+|add(?:ed)?|set|laid|placed?|put|licen[cs]\w+|permission|grant\w*)\b|"
        r"^(?:and |so |but )?did .{3,60} get (?:[\w’'-]+ ){0,7}?(?:from (?:the )?"
        r"(?:[\w’'-]+ ){0,5}?(?:cabinet|council|committee|panel|board|authority|executive)|go-ahead|green light|"
        r"(?:planning )?permission|approval|licence)\b|"
        r"^did .{3,60} (?:lose|keep|retain|win|gain) (?:its|their|his|her|the) (?:\w+ )?(?:licen[cs]e|permission|"
        r"consent|grant|funding|contract)\b|"
        r"\brecommendations?\b|\bwas .{2,60} advised to\b|"
        r"\bwhat (?:did .{2,60}|was) (?:conclude|settle)d?\b|\bactions? (?:agreed|arising|points?)\b",
        "What was decided about the market?",
    ),
)
