"""The words of change: what tells a rise or a fall, what names its ends, what ends its clause."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.changes.stock import (
    ADD,
    CUT,
    DATE,
    END,
    FALL,
    FEW_WORDS,
    FEWER,
    GAIN,
    LIGHT,
    LOSS,
    MORE,
    NOT_NOUN,
    NP,
    RISE,
    SHIFT,
    TOTAL_OF,
    WHEN_IT,
)

_SIGNED_OR_MULTIPLE = lazy(f"[(+-][{SIGNS['percent']}]|{SIGNS['multiple']}|\\({SIGNS['percent']}")


def spaced(text: str) -> str:
    """Folded *text* with blanks for stops, so that splitting it gives its words."""
    for mark in ',.()-;:"':
        text = text.replace(mark, " ")
    return text


def tells_otherwise(text: str) -> bool:
    """Whether folded *text* can tell a change otherwise: by a sign, a multiple, both ends."""
    if SIGNS["percent"] not in text and SIGNS["multiple"] not in text:
        return False
    return _SIGNED_OR_MULTIPLE.search(text) is not None or (" from " in text and " to " in text)


# "fell sharply by about" 24%; "have increased" fivefold
BY_VERB = lazy(
    rf"\b(?:(?P<down>{FALL})|(?P<up>{RISE})|(?P<cut>{CUT})|(?P<add>{ADD})),? "
    rf"{LIGHT}{FEW_WORDS}$"
)
# "climbed over the year before by" 12%
BY_VERB_FAR = lazy(
    r"\b(?!(?:(?<=\bthe )|(?<=\ba )|(?<=\bof ))[a-z]+ing )"  # "the rising dollar"
    rf"(?:(?P<down>{FALL})|(?P<up>{RISE})|(?P<cut>{CUT})|(?P<add>{ADD}))"
    rf"(?: [^,;:().]{{1,50}}?)?,? by {LIGHT}(?:an? (?:mere )?)?$"
)
# 45 "units against" 40
AT = lazy(rf"(?: [a-z]+){{0,3}} at {LIGHT}")
AGAINST = lazy(rf"(?: [a-z-]+){{0,2}} against {LIGHT}(?:the )?")
# what must come before a bare "up" or "down": ", down" 12; "is up" 12; "(up" 12; "or down" 12
UPDOWN_OPENS = lazy(
    r"(?:^|[,(:;-]|\b(?:is|are|was|were|be|been|being|or|and|also|that's|it's|still|remains?|stands?"
    r"|numbers?|figures?|total|currently|now|even|actually)) ?(?:[a-z]+ly )?$"
)
# "Arrests" up 35 percent; not "makes" up 35 percent
HEADLINE = lazy(
    r"\b(?!(?:makes|takes|picks|ends|adds|uses|eats|gives|sets|signs|opens|turns|holds|backs|shows"
    r"|cuts|brings|keeps|goes|comes|stays|was|is|as|has|this|his|its|us|was)\b)[a-z]{2,}s $"
)
# "an increase in arrests of nearly" 12
NOUN_OF = lazy(
    rf"\b(?:(?P<down>{LOSS})|(?P<up>{GAIN})|(?P<any>{SHIFT}))"
    rf"(?: (?!(?:of|since|from|over|to|than|after|against|on)\b)[a-z'-]+){{0,4}} of "
    rf"{LIGHT}{FEW_WORDS}$"
)
# "the drop comes to" 11 percent
NOUN_BE = lazy(
    rf"\b(?:the|that|this) (?:[a-z]+est )?(?:(?P<down>{LOSS})|(?P<up>{GAIN})|(?P<any>{SHIFT}))"
    r"(?: in [a-z]+)?(?: therefore| thus)? (?:(?:is|was|comes to|came to|amounts to|amounted to"
    r"|works out to|equals)|(?:is|was|came) in [a-z]+(?: [a-z]+)?,? (?:at|by|with))"
    rf" {LIGHT}$"
)
# 25% "overall decline", 12-"percentage-point increase"
THEN_NOUN = lazy(
    rf"(?:[ -]percentage[ -]points?|[ -]points?)?(?: {NOT_NOUN}[a-z-]+){{0,2}}[ -]"
    rf"(?:(?P<down>{LOSS})|(?P<up>{GAIN})|(?P<any>{SHIFT}))\b"
)
# 22 "fewer", 36 "fires fewer", 20% "more"
THEN_MORE = lazy(
    rf"(?:[ -]percentage[ -]points?| points?)?(?: {NOT_NOUN}[a-z-]+){{0,2}} "
    rf"(?:(?P<down>{FEWER})|(?P<up>{MORE}))\b(?P<rest>.*)"
)
COMPARES = lazy(r"\b(?:than|compared|from|the|last|this)\b| ?[-–(:]")
# "(-" 24%, ", +" 12%
SIGNED = lazy(r"(?:^|[(, ])(?P<sign>[+-])$")

# from: "down from", "from the previous low of", "from 2019, when there were"
FROM = lazy(
    rf"(?P<words>\b(?:down |up )?from (?!{DATE}(?!'s|,? when| \()){END})"
)  # fmt: skip
# "which peaked at", "a record high of"
PEAK = lazy(rf"(?P<words>\b(?:peak(?:ed|ing)? (?:at|of)|a (?:record )?(?:high|peak) of) {LIGHT})$")
# "After" 400 attacks in June; "With" 360 arrests
AFTER = lazy(rf"\W*(?P<words>after|following) {LIGHT}(?:the |an? )?")
WITH_FIRST = lazy(rf"\W*with {LIGHT}(?:the |an? |its )?")
# "cut nearly in" half
IN_HALF = lazy(rf"\b(?:cut|reduced|slashed|fell|fallen|dropped|declined|shrank) {LIGHT}in $")
# 2018: 1,200 filings"; in" 2019 "there were" 1,500; "; it now has" 1,500
_LATER_ON = (
    rf"(?:(?:in|by|for|as of|during) (?:fiscal )?{DATE}|this (?:fiscal )?(?:year|month|week)|now"
    rf"|today|(?:it|they|there|we|the [a-z]+)(?: are| is)? now|{SIGNS['duration']} later|{DATE})"
)
THEN_IN = lazy(rf"[^.;]*(?:;|,) (?:and |but |then )?{_LATER_ON},? [^.;]*")
# "in" 2018 "it made" 1,200; "last year" 1,200; 1,200 "a year ago"
DATED = lazy(
    rf"\b(?:in|by|for|during) (?:fiscal )?{DATE}|\W*{DATE},? [^;]*$|\blast (?:fiscal )?year\b"
)
# "the population, which was" 400 "in May, has since grown"
WHICH_WAS = lazy(r", (?:which|who) (?:was|were|stood at|numbered|totall?ed|had been|averaged) $")
HAS_SINCE = lazy(
    r"[^;,]{0,40}, (?:(?:has|have|had) (?:since |now |then )?|(?:then |since |later )?"
    rf"(?:{FALL}|{RISE}|{CUT}|{ADD}) )"
)
# "lost" 45 "prosecutors": an amount that an event took away or brought
_TOOK_AWAY = "lost|shed|cut|eliminated|laid off|let go|fired|dismissed|removed|released"
_BROUGHT = "added|hired|gained|admitted|recruited|opened|bought|took in"
BY_EVENT = lazy(rf"\b(?:(?P<down>{_TOOK_AWAY})|(?P<up>{_BROUGHT})) {LIGHT}$")
LEADING = lazy(
    r", (?:bringing|taking|driving|pushing|sending|lifting|going|moving|dropping|falling|shrinking"
    r"|declining|sinking|rising"
    r"|growing|climbing|reducing|cutting|increasing|lowering|raising)\b"
)
LEADING_WHAT = lazy(r", [a-z]+ing (?:the |its |their )?(?P<what>[^,;]*?) to\b")
# between two members of a list: " and ", ", ", " percent and "
JOINED = lazy(r"(?:,| and|, and)(?: (?:about|by|to|from|nearly|some))? ?")
# in 2018 (18.0 "per 100,000) was" 10% lower
BRACKETED = lazy(
    r"[^()]*\) (?:(?:was|were|is|are|represent(?:s|ed)?|mark(?:s|ed)?) "
    r"|(?:(?:was|were|is|are|has|have|had) )?"
    rf"(?:{FALL}|{RISE}|{CUT}|{ADD}) ){LIGHT}(?:an? )?$"
)
# in 2017 (870") than in 2016 ("1,000
THAN_BRACKET = lazy(r"[^()]{0,30}\)[^()]{0,30} than ")
# 264 (300 "in" 2018")"
IN_BRACKETS = lazy(rf" (?:in |for |during )?{DATE}\)")
# "compared to last year's", "versus", ", against"
COMPARED = lazy(
    r"(?P<words>(?:\b(?:compare[ds]?|in comparison|in contrast|relative) (?:to|with|against|from)"
    rf"|\b(?:versus|vs\.?|v\.)|(?:,|{DATE}) (?:as )?against) {END})"
)
# letters that a text without such words lacks: looked for before those patterns
HINTS_COMPARED = lazy(r"compar|relati|contra|versus|v[s.]|against")
HINTS_TOTAL = lazy(r"total|low|high|count|tally|reachi|hitti|peak")
# after a change: "fewer than the", "less than last year (", "over the previous high of", "over D ("
THAN = lazy(rf"(?P<words>\bthan (?:that |those )?{END})")
OVER = lazy(
    rf"(?P<words>\b(?:over|since|on|off) (?:(?:the|last|its|their|that|{DATE}'s?) {NP}"
    rf"(?:{TOTAL_OF})?|{WHEN_IT}|{NP}\()$)"
)
# an increase of 12 percent "over" 400
BARE_OVER = lazy(r" (?:over|on|from|against) ")
NOUN_OVER = lazy(rf" (?:{LOSS}|{GAIN}|up|down) (?:over|on|from) {LIGHT}")
# 34 percent "down on" 570
THEN_DOWN = lazy(r" (?:(?P<down>down)|(?P<up>up)) (?:on|from|at|to|against|compared)\b")
# 12 percent "below November's", 2,000 "short of the"
BESIDE = lazy(
    rf"(?: [a-z]+){{0,2}} (?P<words>(?:short of|shy of|below|above) (?!average|sea|ground){NP})$"
)
# 1.6 million in 2000 "and fell to" 304,000
AND_FELL = lazy(
    rf"(?: [a-z]+){{0,2}}(?: {DATE})?,? and (?:then |has since |had )?"
    rf"(?:{FALL}|{RISE}|{CUT}|{ADD}) to {LIGHT}"
)
# after a multiple: three times "the usual load of", double "the"
TIMES = lazy(
    rf"(?P<words>(?: as (?:many|much|high|large|big|great|often)(?: [a-z]+){{0,3}} as)?"
    rf" (?:(?:the|its|their|that|last|what|those) {END}|in [^,;()]{{1,40}}, (?:when|where) "
    r"(?:[^ ,;:()]+ ){0,8}$))"
)
# three times "the", four times "as many", five times "more": not 84 times, "in all"
TIMES_WHAT = lazy(
    r" (?:as|the|its|their|that|what|last|those|this|more|higher|greater|larger|bigger|over|since"
    r"|from|normal|average)\b"
)
# to: "to just", "to close at", "to a record low of"
TO = lazy(
    r"(?:(?<!up )|(?<=went up )|(?<=gone up )|(?<=going up ))(?<!compared )(?<!according )"
    r"(?<!due )(?<!related )(?<!close )(?<!relative )"
    r"(?P<words>\bto (?:(?:just|only|about|around|roughly|nearly|almost|approximately|some|over"
    r"|more than|less than|fewer than|under|at least|a|an|the|that|close at|settle at|end at"
    r"|stand at|finish at|total|record|low|high|new|of|its|their|[a-z]+-[a-z]+|current|level"
    r"|estimated|in " + DATE + r"|this|year|month|week) )*(?:(?:fiscal )?" + DATE + r" \()?\+?)$"
)
# "to" 192 "countries": where to, not how many
WHERE_TO = lazy(
    r" (?:[a-z-]+ ){0,2}(?:countries|nations|states|cities|places|counties|schools|facilities|towns"
    r"|centers|sites|families|households)\b"
)
# "for a total of", "(a total of", "totaling"
TOTAL = lazy(
    r"(?P<words>(?:\b(?:for|at|with|reaching|hitting|making|bringing the \w+ to)|[(,-]|, to) ?"
    r"(?:an? |the )?(?:(?:new|grand|combined|record) )*(?:total|low|high|count|tally)"
    rf"(?: of)? {LIGHT}|\b(?:totall?ing|reaching|hitting) {LIGHT})$"
)
WITH = lazy(rf"(?: (?:so far )?(?:in |for |during )?(?:fiscal )?{DATE})?,? with {LIGHT}$")
# a figure set beside a change: 36 fewer fires " - " 264
ASIDE = lazy(r"[^;]{0,60}[-:(] ?(?:from )?$")
# a second telling of the same change: " or ", " murders (", " and an overall increase of "
AGAIN = lazy(rf"[^;:(]{{0,70}}?(?:,? or|,? \(|,? \(or| -) ?{LIGHT}(?:an? |up |down )?{LIGHT}$")
AGAIN_NAMED = lazy(
    r"[^;:(]{0,70}?(?:,? or |,? ?\((?:or )?|,? and |, (?:which is |resulting in |for |or |marking "
    r"|representing )?| - )(?:an? |up |down )[^;:(]{0,50}$"
)
OR = lazy(rf",? ?(?:\(|\(?or ){LIGHT}(?:an? )?$")
# $300,000 "a month", 12 "for each officer", $31 "a head"
FOR_EACH = lazy(
    r"(?: [a-z-]+)? (?:an? (?:second|minute|hour|day|night|week|month|quarter|season|year|shift"
    r"|head|person|piece)\b(?! (?:ago|earlier|before|later|after|prior|over)\b)"
    r"|(?:per|each|every|apiece|daily|weekly|monthly|yearly|hourly|annually)\b"
    r"|(?:for|in|on|to) (?:each|every)\b)"
)
# "The increase" to 600 "in a year is" 50%
NOUN_IS = lazy(
    rf" (?:is|was|amounts to|amounted to|comes to|came to|works out to|equals|represents|means)"
    rf" {LIGHT}$"
)
# "77%, a gap of" 16 points
GAP_OF = lazy(rf"\b(?:a|the) (?:gap|difference|spread) of {LIGHT}$")
THE_NOUN = lazy(rf"\bthe (?:(?P<down>{LOSS})|(?P<up>{GAIN}))(?: [a-z-]+){{0,4}} (?:from|to) ")
# 15 percent "from" 653,416 after ", up 3 percent from" 730,259 "in 2015 and"
AND_PORTION = lazy(rf"[^;]{{0,60}}\band (?:(?:[a-z-]+ ){{0,3}}by )?{LIGHT}$")
# "two-thirds less.": than what was told before
TRAILING = lazy(
    rf"(?:[ -](?:percentage[ -])?points?)? (?:{FEWER}|{MORE})(?=[.,;:)]|$| and\b| but\b)"
)
# 6 percent "more than the", with no comma that would set off an amount told by it
THAN_THE = lazy(rf" (?:{FEWER}|{MORE}|(?:up|down) (?:from|on))\b(?!,)")
MORE_THAN_THAT = lazy(r"(?: [a-z]+){0,2}? (?:more|higher|greater|larger)(?=[.,;)]|$)")
SET_BESIDE = lazy(rf"(?:,| -|,? or) {LIGHT}$")
TURN = lazy(r"\b(?:and|but|while|whereas|against|though|although)\b|;")
# both ends, then " (" 25%, ", or by" 25%
OR_BEHIND = lazy(
    rf"[^;,(]{{0,40}}(?: \(|, or |, that is,? |, i\.e\.,? |, which is |, |: )(?:by )?{LIGHT}$"
)
MOVED_FROM = lazy(r"\b(?:(?P<up>up)|down) from (?:[^ ,;:()]+ ){0,4}$")
# by 47 "more in 2018,": further changes may follow
LISTED = lazy(rf"[^.;()]*{DATE}(?:,|, and| and) $")
# a next link of a chain of earlier counts: ", 5,200" in 2017 "and" 6,000
CHAIN = lazy(rf" (?:in|for|during) {DATE}(?:,|, and| and) (?:(?:to|with|from) )?$")
# 450" vs. "400: the first of two in a bracket is the later one
VERSUS = lazy(
    r"[^;:()]{0,30}\b(?:vs\.?|v\.|versus|compared (?:to|with)|against|up from|down from) [^;:()]*"
)
# a word before any figure that is compared: "from", "compared with", "after", a peak
HINTS_AT_TWO = frozenset(
    "from compare compared compares comparison versus vs against than after following peak peaked"
    " contrast relative over since on off high record".split()
)
# 12% "over the year before ("450 "vs." 400)
OPENS_BRACKET = lazy(r"[^;:()]{0,60}\(")
# 300 "complaints in" 2018 "and"
SERIES = lazy(rf"(?: [a-z-]+){{0,4}} (?:in|for|during) {DATE}(?:,|, and| and)(?: [a-z]+){{0,2}} ?")
# "counted in" 2011
IN_YEAR = lazy(rf"(?: [a-z-]+){{0,4}} (?:in|for|during) (?:fiscal |fiscal year )?(?P<year>{DATE})")
# "since" 2016, "compared to last year"
RECKONED = lazy(
    rf"\b(?:since|from|over|than|compared (?:to|with)) (?:in |fiscal |fiscal year )?"
    rf"(?:(?P<year>{DATE})|(?:the )?(?:last|previous|prior|year before)\b)"
    rf"|\b(?:in|over) (?:the )?(?P<length>{SIGNS['duration']})"
)
# 2.5 "points", 3 "cents"
UNITS = lazy(r" (?:basis |percentage )?(?:points?|cents?)\b")
# a stay "of" 40 days; not 40 days "ago"
LENGTH = lazy(
    r"\b(?:from|to|of|than|with|was|were|is|are|averag(?:ed|es|ing)|by|up|down|took|takes|lasted"
    rf"|lasts|waits?|waited) {LIGHT}(?:(?:the|its|an?|last year's) (?:average (?:of )?)?)?$"
)
LONGER = lazy(r" (?:longer|shorter)\b")
WHENCE = lazy(r" (?:ago|earlier|later|before|after|prior|in (?:prison|jail)|to life|behind)\b")
# 60 more than 480", and" double the 270
# "shooting incidents from" 200 "to" 180: another count
# nine "more than in 2015 and a good deal fewer than in" 2010", when there were" 304
AND_THAN = lazy(rf"\b(?:and|but|though)\b[^;,]{{0,40}}?\b(?:{FEWER}|{MORE}) than\b")
# 40 "fewer than in May and up from" 1,050: what the first is fewer than is not told
THAN_AND = lazy(
    r"\bthan (?:in|on|at|for|during|by|the|an?|its|their|last)\b[^;]*?,? \b(?:and|but|yet|though"
    r"|while|whereas)\b(?: [a-z-]+){0,3}? (?:up|down|from|off|above|below)\b"
)
# 40 "fewer than in May, up from" 1,050
THAN_UP = lazy(r"\bthan\b[^;]*, (?:(?P<up>up)|down) from\b")
# up 39 percent from 135 and 12 "more than in the record month"
AND = lazy(r"(?: [^ ,;:]+){0,6}?,? and [a-z ]*$")
AND_NEXT = lazy(r"(?:,|,? and|;) (?:[a-z]+ ){0,3}$")
THAN_IN = lazy(
    rf"(?: [a-z-]+){{0,2}}? (?:{FEWER}|{MORE}) than (?:in|on|at|for|during|by|the|an?|its|their"
    r"|last)\b"
)
AND_FROM = lazy(r"(?: [^ ,;:]+){0,6}?,? and (?:[a-z-]+ ){0,4}from $")
AND_TIMES = lazy(rf"(?: [^ ,;:]+){{0,8}}?,? and {LIGHT}$")
# an 18% decline "was matched by a drop in" killings: another count changes there
ANOTHER = lazy(
    rf"\b(?:an?|the) (?:[a-z-]+ ){{0,2}}(?:{LOSS}|{GAIN}) in\b"
    r"|\ban? (?:[a-z-]+ ){0,3}(?:appreciation|depreciation|improvement|deterioration) (?:of|in)\b"
    r"|\b(?:matched|offset|accompanied|followed|driven|outpaced) by\b"
    r"|\b(?:and|but) (?:that|those) (?:of|in|at|for|from|on|by|made|held|among)\b"
)
# 12% down from 45 in May " and a" 20% drop since the peak of 60
AND_A = lazy(
    rf"(?: [^ ,;:]+){{0,6}}?,? and (?:by )?(?:(?:an? |up |down )(?:[a-z-]+ ){{0,2}}|{LIGHT})[+-]?$"
)
# $15 ", before falling" 40 percent; 900 ", and will fall another" 10 percent: from there on
THEN_ON = lazy(
    rf"(?=.*\b(?:before|then|again|another|further|later|additional)\b)(?: (?:in|by|on) {DATE})?,?"
    r" (?:(?:and|but|it|they|will|would|could|may|is|are|was|were|has|have|had|expected|forecast"
    r"|projected|set|due|to|before|then|again|later|further|another|an?|by|only|additional) )*"
    rf"(?:[a-z]+ )?(?:(?:again|another|an? further|an? additional|by) )*{LIGHT}$"
)
# 350 in 2011", rising to" 363: from there on
RISING_TO = lazy(
    r",? (?:and (?:then )?)?(?:rising|growing|climbing|increasing|jumping|falling|dropping"
    r"|declining|decreasing|shrinking|sinking|rose|grew|climbed|fell|dropped|declined) to "
    rf"{LIGHT}$"
)
# what ends a clause
CLAUSE = lazy(
    r"(?=[,;abcefiptuw])"  # so many begin with another letter
    r"(?:, so\b|;(?! (?:(?:that|this)(?! (?:for|of|in|at|from|on|by)\b)|which|a|an|up|down) )"
    r"|\b(?:while|whereas|although|though|but|because|whose|even as|if|unless)\b"
    r"|\b(?:forc|caus|prompt|enabl|allow)(?:e[ds]|ing|s) "
    r"|\band (?:[^ ,]+ ){0,12}?(?:was|were|is|are|had|has|have|there|saw|fell|dropped|declined"
    r"|decreased|rose|increased|jumped|climbed|grew|surged|plunged|plummeted|shortened|lengthened|slowed)\b"
    r"|\band (?!(?:then|later|again)\b)(?:[^ ,]+ ){1,12}?(?:would|will|could|should|might) "
    r"|\band (?:[^ ,]+ ){1,6}?to (?:rise|fall|grow|increase|decrease|decline|drop|climb|shrink) "
    r"|, (?:said|says|added|noted) (?:that )?(?:its|the|their) |, (?:and|as) in\b)"
)
# "While arrests are" 18% "lower, the rate rose": the main clause tells of something else
WHILE = lazy(r"\W*(?:while|although|though|whereas|even as|as|with|because|if) ")
MAIN_CLAUSE = lazy(
    r", (?!(?:from|to|or|up|down|with|on|in|by)\b)(?:[a-z'-]+ ){1,5}?"
    rf"(?:{FALL}|{RISE}|{CUT}|{ADD})\b"
)
# 17 percent"; by October, it had more than" doubled ", to" 41 percent
IT_HAD = lazy(
    r"[^.]*(?:;|,|\band|\bbut)[^.;]*\b(?:it|that|they|the (?:number|figure|share|total|rate))"
    rf"(?: had| has| have)?(?: since| then| now)? (?:{LIGHT}|[a-z]+ )$"
)
# "the tally," 1,080", is" down
COMMA_BE = lazy(r", ?(?:(?:is|was|are|were|has|have|had) )?")
# 25% "fall in violent crime", "a fall of" 25%" in arrests": what changes
NOUN_IN = lazy(
    rf"\b(?:{LOSS}|{GAIN}|{SHIFT})(?: [a-z]+)?(?: of)? (?:in|of) (?:the |its |their )?"
    r"(?:number of )?(?!(?:nearly|about|around|almost|roughly|approximately|some|just|only|over"
    r"|under|more|less|fewer|at|an?)\b)(?P<what>[a-z-]+(?: [a-z-]+)?)"
)
# a fall of 12 "in thefts"
IN_WHAT = lazy(r" in (?:the |its |their )?(?:number of )?(?P<what>[a-z-]+(?: [a-z-]+)?)")
# 150 "in" 2018 "to" 120
TO_NEXT = lazy(rf"(?: [a-z-]+)?(?: (?:in|for|during) (?:fiscal )?{DATE})? to {LIGHT}")
# 120 ", after" 150 "the year before"
AFTER_THOSE = lazy(rf"(?: [^,;:()]+)?,? (?:after|following) {LIGHT}")
BEFOREHAND = lazy(
    r"(?: [a-z]+)?,? (?:the|a) (?:year|month|week|quarter|day) (?:before|earlier|prior)\b"
    rf"|(?: [a-z]+)? (?:in )?(?:the )?(?:{DATE}|(?:previous|prior) (?:year|month|week|quarter)\b)"
)
# "since then they have grown": up to a count told elsewhere
SINCE_THEN = lazy(r"\bsince(?: then)?\b[^;]*$")
# from 240 to 300" - "60" more guns"
DASH = lazy(rf"(?: -|[,:;]) ?{LIGHT}$")
SO_MANY = lazy(
    rf" (?:[a-z]+ )?(?:(?P<up>{MORE}|additional|extra)|(?P<down>{FEWER}))(?: [a-z]+){{0,2}}"
    r"(?=[.,;)]|$)"
)
# 20 percent "lower than the record", "on the 2011 high of"
THAN_ITS = lazy(
    rf"(?: (?:{FEWER}|{MORE}))?(?:(?: than| on| from| over)? (?:the|its|their)"
    r"| than| on| from| over) (?:[^ ,;:()]+ ){0,5}$"
)
# what stands between a result and the change said of it: 66 fires this year ", a"
SET_OFF = lazy(
    r"(?:[,(:-]|, an? (?:[a-z-]+ ){1,3}and|\b(?:which|that|represent(?:s|ed|ing)?"
    r"|mark(?:s|ed|ing)?|was|were|is|are|or"
    r"|reflect(?:s|ed|ing)?|amount(?:s|ed|ing) to))\s*$"
)
ARTICLE = lazy(
    r"(?:an? (?:[a-z-]+ ){0,2}|(?:about|around|nearly|almost|roughly|more than|less than|over|just"
    r"|only|approximately|some|by|up|down|at least|an estimated) )+[+-]?$"
)
COMPARATIVE = lazy(
    r"\b(?:up|down) from\b|compar|relative|contrast|versus|\bvs?\b|than"
    rf"|(?:,|{DATE}) (?:as )?against"
    rf"|\b(?:{LOSS}|{GAIN}|{SHIFT})(?: [a-z-]+){{0,3}} from\b"
)
PHRASE = lazy(rf"(?:[ -]{NOT_NOUN}[a-z'-]+){{1,5}}")
# "the lowest since June, when there were" 149: a count of that time
WHEN = lazy(r"\bsince\b[^;]*\bwhen [^,;:().]*$")
# from 800 to 950", after a" 30 percent drop; ", on top of a": a change of another time or place
OF_ANOTHER = lazy(
    r"\b(?:after|following|on top of|compared (?:with|to)|against|versus|since|short of|despite"
    r"|amid|alongside|as|like|unlike|beyond|(?<!more )(?<!less )(?<!fewer )(?<!rather )"
    r"(?<!greater )(?<!higher )(?<!lower )than)\b(?! of\b)"
)
WITH_A = lazy(r"\b(?:with|including|and|amid) ")
IN_PART = lazy(r"[^.;,]{0,40}\b(?:alone|nationwide|nationally|statewide|elsewhere)\b")
# counts of a part of a year, or of more than one
PARTLY = lazy(
    r"\b(?:so far|to date|all of|combined|first (?:half|quarter|[\ue000-\uf8ff])|through|mid-?year"
    r"|same (?:period|time|point|month)|this (?:time|point)|already|cumulative(?:ly)?)\b"
)
# thefts "have dipped from" 775 to 647; robberies "totaled" 410
MOVED = lazy(
    rf"(?:(?:have|has|had|were|was|are|is|also) )*(?:{FALL}|{RISE}|{CUT}|{ADD}|went"
    rf"|totall?ed|numbered|stood at|reached) (?:(?:from|to|at) )?{LIGHT}"
)
# 138"; at the same point last year, there were" 184
SAME_POINT = lazy(
    r"(?:[;,]| -|\band|\bbut) ?(?:and |but |while )?(?:"
    r"(?:at|by|in|during|over|for) (?:the same|th(?:is|at)(?: same)?) (?:[a-z-]+ )?"
    rf"(?:point|time|date|stage|period|months?)(?: (?:in|of|a))?(?: the)? (?:{DATE}|year before"
    r"|previous year|prior year|year ago|year earlier)|a year (?:ago|earlier|before)),? "
    r"(?:(?:there|it|they|we|that (?:number|figure|total|count)|the (?:number|figure|total|count"
    rf"|tally)) (?:[a-z]+ ){{1,3}})?{LIGHT}$"
)
# 412 pounds "of cocaine", 40 "cases of assault"
OF_THING = lazy(
    r"(?: [a-z-]+){0,2}? of (?!(?:the|them|those|these|its|their|his|her|last|this|that|all|an?"
    r"|more|about|whom|which)\b)(?P<what>[a-z][a-z-]{2,})"
)
NO_THINGS = frozenset(
    ("thi", "last", "years", "year", "previou", "time", "point", "versu", "it", "hi", "plu")
)
TALLIES = frozenset("figure figures total totals count tally rate share population".split())
COUNTED = frozenset({"count", "number", "measure", "rate"})
BARE = frozenset({"count", "number", "duration"})  # "38 days, up from 21"
BE = lazy(r"(?<!which )(?<!that )\b(?:is|are|was|were|been|be|remains?|stands?)\b[^,]*$")
PLACED = lazy(r"\b(?:in|across|among|within|on|after|during|by|between|through)(?: all| the)? $")
