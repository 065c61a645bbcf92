"""The words of shares: what ties a part and its share, what names the whole of both."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, pattern
from crossfoot.relate.wording.hedged import hedges

_HEDGE = hedges("or", "an?")
# words up to a stop or another figure; a date or an age limit may stand among them
_FIGURES = "".join(sign for kind, sign in SIGNS.items() if kind not in ("date", "age"))
_NP = rf"[^.;:(),{_FIGURES}]{{{{0,70}}}}?"
_COUNTED = "".join(sign for kind, sign in SIGNS.items() if kind not in ("date", "duration"))
# a change or a comparison, not a share: "43 or 15% fewer", "43, or 15%, above the"; "12% notes"
_NO_CHANGE = (
    r"(?!\s?(?:fewer|less|more|higher|lower|increase|decrease|decline|drop|jump|rise|rose|reduction"
    r"|growth|up\b|down\b|above|below|over the|from (?:the )?(?:last|previous|prior)|of (?:last|the"
    r" previous) year|uptick|surge|faster|slower|larger|smaller|longer|shorter|older"
    r"|younger|better|worse|bigger|cheaper|interest|annual|bond|chance)"
    r"|,\s(?:higher|lower|fewer|above|below|over)\s(?:than|the|its|what)\b"
    r"|\s(?:(?!(?:of|in|are|were|is|was)\s)[a-z-]+\s)*?"
    r"(?:debentures?|notes|bonds|preferred|mortgages?|coupons?)\b)"
)
STAYS = lazy(_NO_CHANGE)
# "down 51", "an increase of 12", "43 fewer": steps from one number to another
STEP_BEFORE = lazy(
    r"(?<!made )(?<!make )(?<!makes )(?<!making )\b(?:up|down|by|from|lost|grew|rising|falling"
    r"|(?:add|gain|rise|fall|climb|grow|drop|decline|increase|decrease|jump)(?:d|s|ed|ped)?"
    r"|rose|fell|(?:increase|decrease|decline|drop|rise|reduction|gain|loss|jump|fall|difference)"
    rf"(?:\b[^.;:,(){_COUNTED}]{{0,70}}\s| )(?:of|is|was|totall?ed|comes? to|came to))"
    rf"\s(?:an? (?:revised |adjusted |further |net )*)?{hedges('another')}$"
)
# "14% of inmates with a known ethnicity": of fewer than were counted
OF_KNOWN = lazy(
    r"\sof (?:the |all |those |these )?(?:[a-z]+ ){0,3}?(?:with (?:an? )?(?:known|available"
    r"|recorded|complete)|(?:for|of|about) (?:whom|which)|whose)\b"
)
# (63%)", 483 of them"
CLOSES = lazy(r"\s?\)")
BEHIND_AMOUNT = pattern(r"{amount}(?:\s[a-z'-]+){{0,5}}\s?$")
# one "step below," two "places ahead,": so far off, and no part
APART = lazy(r"\s(?:[a-z]+\s){1,2}(?:below|above|behind|ahead|up|down|later|earlier|further),")
# "41 passengers and" six
BESIDES = pattern(r"{n}\s(?:[a-z-]+\s){{1,3}}and\s$")
# "up 3% in 2019 and" 2%
STEP_AGAIN = pattern(
    r"\b(?:up|down|rose|fell|grew|dropped|declined|increased|decreased)(?: by)? {portion}"
    r"[^.;:()\ue000-\uf8ff]{{0,30}}(?:{date}|{n})?(?:,|,? and) (?:by )?$"
)
# "a poll of" 840 voters, "we polled" 840: those of whom a share is told
_ASKED = r"\b(?:(?:survey|poll|sample|questionnaire)s? (?:of|among)|surveyed|polled|interviewed)\s"
# "last year, of" 840", it was 61%"
BASE = lazy(
    rf"(?:{_ASKED}(?:the |all |its )?|(?:^|[,;:])\W*(?:of|among) (?:the |all |its )?"
    rf"|\bthose (?:below|above|under|over) ){hedges()}$"
)
# "17% of the 900, compared to" 307 (24.1%): of what there was before
SET_AGAINST = lazy(rf"\b(?:compared (?:to|with)|against|versus|vs\.?)\s{hedges('just', 'only')}$")
# "20 percent, above the" 28
STEP_AFTER = lazy(
    r"\s(?:[a-z]+ )?(?:more|fewer|less|higher|lower)\b|, (?:above|below|over) (?:the|its|what)\b"
)
# "331, or about 64 percent" / "378, about one-third" / "645 or nearly 52%"
_OR = pattern(
    r"(?P<part>{amount})" + _NP
    + r"(?P<tie>,? or |-{{1,2}}or |, |\s-\s|(?<=[a-z])-|,? (?:that is,|i\.e\.,?|accounting for"
    r"|representing|making up|amounting to|equal to|equivalent to|which is|that is"
    r"|(?:who|which) (?:ma[kd]e up|were|accounted for|account for|represent(?:ed)?)) )" + _HEDGE
    + r"(?P<share>{portion})" + _NO_CHANGE
)  # fmt: skip
# "The 315 beds represent 45% of the 700"
_MAKES_UP = pattern(
    r"(?P<part>{amount})" + _NP + r"\s(?P<tie>represent(?:s|ed)?|ma[kd]es? up|account(?:s|ed)? for"
    r"|compris(?:e|es|ed)|constitut(?:e|es|ed)) " + _HEDGE
    + r"(?P<share>{portion})(?= of (?:the|all|those|its))"
)  # fmt: skip
# "those three make up 55 percent": a number of things just told
THOSE_THREE = pattern(r"\b(?:those|these) {any}$")
# "in all nine sectors (37 percent)", "the three largest were A (20 percent)"
COUNTED_OF = lazy(r"\b(?:all|the) $")
# "30 of the 120 requests": the part before its whole
PART_OF = pattern(
    r"(?P<part>{amount})\s(?:[a-z]+ ){{0,2}}(?:(?:out )?of|among) "
    r"(?:(?:the|all|those|some|their|its) )?"
    r"(?:[a-z]+(?:'s|s') )?$"
)
# "just 90 of them, all from one town, were freed, or 12 percent"
_OR_APART = pattern(
    rf"(?P<part>{{amount}})(?=[^{_FIGURES}]*,)[^.;:(){_FIGURES}]{{{{0,110}}}}(?P<tie>, or )"
    + _HEDGE + r"(?P<share>{percent})" + _NO_CHANGE
)  # fmt: skip
# "64 percent, or 331," / "64 percent - 331 people"
_OR_COUNT = pattern(
    r"(?P<share>{portion})(?:\s?\))?"
    + _NO_CHANGE
    + _NP
    + r"(?P<tie>, or |,? or (?:about |some )?| -{{1,2}} |, (?:(?:for )?a total of )?)"
    + _HEDGE
    + r"(?P<part>{amount})(?=[^.;:]*(?:,|were|had|have|was|of|-|$|\.))"
)
# "two-thirds (68%) of all ships were tankers, with 340 calls"
_WITH_COUNT = pattern(
    r"(?P<share>{portion})(?:\s?\))? of (?:(?:all|the|those) )?(?!{any})"
    + _NP
    + r"(?P<tie>, with )"
    + _HEDGE
    # ", with 140 for theft and 100 for arson": of other kinds than the share
    + r"(?P<part>{amount})(?!(?:\s[a-z-]+){{0,3}}?\s(?:for|linked|related|involving|tied|due)\b)"
)
# "180 people (78 percent)" / "50 (35%)"
_BRACKET = pattern(
    r"(?P<part>{amount})"
    + _NP
    + r"(?P<tie>\(\s?)"
    + _HEDGE
    + r"(?P<share>{portion})\s?(?:of [^()]{{1,60}})?\s?\)"
    # "13 (9%) more than in May" is a step
    r"(?!\s(?:[a-z]+\s)?(?:more|fewer|less|higher|lower|above|below)\b)"
)
# "fell from 167 to" 122", a quarter": what is told of such an end is the step
# "40,000 people down to" 30,000
TO = pattern(
    r"(?:\bfrom {amount}[^.;]{{0,50}}|{amount} (?:in|for) {date}|\bdown) to "
    r"(?:about |just |only |nearly )?$"
)
# "35% (n = 50)" / "35% (50 of 142)"
_BRACKET_COUNT = pattern(
    r"(?P<share>{portion})"
    + _NO_CHANGE
    + _NP
    + r"(?P<tie>\()(?:n\s?=\s?|or )?"
    + _HEDGE
    + r"(?P<part>{amount})(?:\s(?:out )?of (?:the )?(?P<whole>{amount}))?[^()]{{0,40}}\)"
)
# "33% of the complaints it decided: 132 of 400", "33% of drivers (132/400)"
_OF_WHAT = pattern(
    r"(?P<share>{portion}) of (?!{any})"
    + _NP
    + r"(?P<tie>:|\s-|,|\s\()\s?(?P<part>{n})\s?(?:(?:out )?of|/)\s?(?:the |all |its |their )?"
    r"(?P<whole>{n})(?![^.;:(){figures}]*{percent})",
    figures=_FIGURES,
)
# "With 132 of 400 beds full, occupancy stood at 33%"
_RATE_WAS = pattern(
    r"^\W*with (?P<part>{n}) (?:(?:out )?of)(?: the| its| all)? (?P<whole>{n})"
    r"(?: [a-z-]+){{1,4}}, (?:the )?(?P<tie>(?:occupancy|turnout|attendance)(?: rate)? (?:was|is"
    r"|stood at|stands at|came to|reached) )" + _HEDGE + r"(?P<share>{percent})" + _NO_CHANGE
)
# "fewer than a quarter of the 219 were women: 41"; "more than half of the 219, 121, were"
_OF_COUNT = pattern(
    r"(?P<share>{portion}) (?:of (?:the |all |those |its |their |an? )?|(?:the|all|its|their) )"
    r"(?:[a-z-]+(?:'s|s') )?(?P<whole>{amount})" + _NP
    + r"(?P<tie>:|\s-|\s?\(|, namely(?: the)?|, that is,?|, or|, with(?= {amount}[.;])"
    r"|,(?= " + hedges() + r"[^ ,]+(?: (?:people|persons|workers|employees))?,))\s?"
    + _HEDGE + r"(?P<part>{amount})(?!\s(?:[a-z]+\s)?of\b)"
)  # fmt: skip
# "sold 1.2 million cars, giving it a 12 percent share of the 10 million"; what was bought is more
_GIVING = pattern(
    r"(?<!bought )(?<!added )(?<!gained )(?<!opened )(?<!acquired )"
    r"(?P<part>{amount})" + _NP + r"(?P<tie>, (?:giving (?:it|them|him|her)|for) an? )" + _HEDGE
    + r"(?P<share>{percent})(?= (?:[a-z]+ )?share of )"
)  # fmt: skip
# "Ninety percent of them, 146, were led", "18 percent of hearings, or 90"
_APPOSED = pattern(
    r"(?P<share>{portion}) of (?:the |all |those |its |their )?(?!{any})" + _NP
    + r"(?P<tie>, or|,|,? (?:corresponding|equal|equivalent|amounting) to|:|\s-{{1,2}}(?: or)?)\s"
    + _HEDGE
    + r"(?P<part>{amount})(?=(?:\s[a-z]+)?\s?[,.:;]|$| of (?:them|those)| -)"
)  # fmt: skip
# "284 of them ended with a conviction, by plea or by verdict, a rate of 88 percent"
_A_RATE = pattern(
    rf"(?P<part>{{amount}})(?=\s(?:of|were|was|had|ended))[^.;:{_FIGURES}]{{{{0,110}}}}"
    r"(?P<tie>, (?:for |that is )?an? (?:[a-z]+ )?rate of )" + _HEDGE + r"(?P<share>{percent})"
)
# "accounted for nearly half of that, with 498,815 pounds"
_OF_THAT = pattern(
    r"(?P<share>{portion}) of (?:that|those|them|it|the total),? (?P<tie>with|or|at)\s"
    + _HEDGE + r"(?P<part>{amount})"
)  # fmt: skip
# "29 out of 377 is not quite 8 percent"
_OUT_OF = pattern(
    r"(?P<part>{amount})(?:\s[a-z]+){{0,3}}? (?:out of|of)(?: the| all| those)?\s"
    r"(?P<whole>{amount})(?:\s[a-z-]+){{0,3}}?\s(?P<tie>is|was|were|are|makes|made|equals"
    r"|(?:comes|works out|amounts) to)\s" + _HEDGE + r"(?P<share>{portion})" + _NO_CHANGE
)  # fmt: skip
# "27 of those arrested have a conviction in the court's records - about 13 percent, a review found"
_OF_THEM_APART = pattern(
    rf"(?P<part>{{n}})\sof\s(?:them|those|these)\b[^.;:(),{_FIGURES}]{{{{0,120}}}}(?P<tie>\s-{{{{1,2}}}}\s)"
    + _HEDGE + r"(?P<share>{percent})(?=,|\s-|\.|$)"
)  # fmt: skip
_PORTION = (SIGNS["percent"], SIGNS["fraction"])
# in the order in which they are tried, each with what it cannot do without
SOURCES = (
    (_OUT_OF, (" of ",)),
    (_GIVING, (" share of ",)),
    (_OF_THAT, (" of th", " of it")),
    (_A_RATE, ("rate of ",)),
    (_OF_WHAT, (" of ",)),
    (_RATE_WAS, ("with ",)),
    (_BRACKET_COUNT, ("(",)),
    (_OF_COUNT, tuple(f"{sign} " for sign in _PORTION)),
    (_BRACKET, ("(",)),
    (_OR, _PORTION),
    (_OR_COUNT, _PORTION),
    (_APPOSED, (" of ",)),
    (_MAKES_UP, (" of ",)),
    (_OR_APART, (", or ",)),
    (_OF_THEM_APART, (" of them ", " of those ", " of these ")),
    (_WITH_COUNT, (", with ",)),
)
COUNTED_OUT = lazy(r"\d{2,}\D+\d{2,}$")  # 25 out of 100
# "34 percent, or about" one in three: a share told again
AGAIN = pattern(
    rf"(?: of (?:the|all|those|its|their)[^.;:(),{_FIGURES}]{{{{0,60}}}})?(?P<tie>,? or|,|\s?\(| -)"
    rf"\s?{_HEDGE}(?P<share>{{portion}})(?! of)" + _NO_CHANGE
)
# "50 of the 142 centers, 35 percent" / "50 out of 142"
OF_WHOLE = pattern(
    r"\)?,?\s?(?:[a-z]+ ){{0,3}}(?:out of|of)(?: the| all| those| some)?"
    r"(?:(?: a| [a-z]+)? total of| [a-z]+(?:'s|s'))?"
    r"(?: more than| about| nearly)?\s(?P<whole>{amount})"
)
# 37 "of 50 files", "of the 50"
OF_SO_MANY = pattern(r"\s(?:out )?of (?:the |those |these |all )?(?P<whole>{n})(?=\s)")
# "Of the 142 centers, 50"
OPENS = pattern(
    r"\W*(?:of|out of|among)(?: the| all| those| some)?(?: more than| about| nearly)?"
    r"\s(?P<whole>{amount})"
)
# "; of the other 600 it was" 360
OPENS_LATER = pattern(
    r"[;,] (?:and |but |while )?(?:of|among) (?:the |these |those )?(?:other |remaining )?"
    r"(?P<whole>{amount})"
)
# "of those", "of the total", "of them", "of all arrests"
OF_THEM = lazy(r" of (?:it|them|whom|which)\b")
# a third "of those,"; a third "of the others": of what was told last, or of what it left
OF_SOME = lazy(
    r"\)?\s(?:[a-z]+ ){0,2}?(?:of|among) (?:(?:them|those|these|that|it|whom|which)"
    r"(?=[,.;:()]|$|\s(?:were|was|are|is|had|have|has|went|-)\s)"
    r"|(?P<rest>(?:the |those )?(?:others?|rest|remaining|remainder))\b)"
)
OF_ALL = lazy(r"\sof (?:all\b|the total\b|the whole\b|them all\b)")
# "; of those" 13 percent; ", of whom" 200; "; of the rest a quarter,"
FROM_SOME = lazy(
    r"(?:^|[,;:(]|\s-)\W*(?:and |but )?(?:of|among) (?:them|those|these|that|whom|which"
    rf"|(?P<rest>(?:the |those )?(?:others?|rest|remaining|remainder))),? {_HEDGE}$"
)
# 63 " were trained, " 13 percent of those
DOES = lazy(r"\s(?:were|was|are|is|had|have|has|[a-z]{3,}ed)\b(?!.*\bor\b)")
OF_THEM_THERE = lazy(r" of (?:them|whom) (?:in|from|to|at|on|by|for)\b")
OF_THOSE_DONE = lazy(r" of those (?P<deed>[a-z]+ed)\b")
# "for half ownership of the mill", "a half interest": a thing, and no share of what is told of it
HALF_OWNED = lazy(r"\s(?:interest|ownership|owned|owners?|stake|partners?|price)\b")
FAR_OFF = lazy(r"(?:\s[a-z'-]+){5}")  # of which a "which" behind it is not told
# "lent 20 million at 6 percent"; "stood at 6 percent" tells a share
AT_RATE = lazy(
    r"(?<!stood )(?<!stands )(?<!standing )(?<!put )(?<!estimated )(?<!set )(?<!remain )"
    r"(?<!remained )(?<!remains )(?<!came in )\bat\s$"
)
OF_WHICH = lazy(r" of (?:which|whom)\b")
REFERS = lazy(r"\b(?:of|among) (?:the|those|them|these|all|its|that|whom|which)\b")
OWN_SHARE = pattern(r"(?:\s[a-z]+){{0,3}},? (?:or|\() ?(?:about |nearly |almost )?{percent}")
HAS_SHARE = pattern(r",? {percent}")  # "9,000 acres, 64% contained"
# "61 percent of all flights", "52% of the total"
OF_NOUN = lazy(
    r"\sof (?:the |all |its |their |those |these )*(?:[a-z-]+ ){0,2}?"
    r"(?P<noun>[a-z]+s|(?:wo)?men|children|total|whole)\b"
)
# some of those counted, or others: "a third of the women", "the majority of the officers"
SORTS = frozenset(
    "man woman child boy girl juvenile minor adult officer deputy agent trooper victim family"
    " citizen".split()
)
OPENS_IN = lazy(r"\W*In (?:the )?(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+)*),")
OF_OTHERS = lazy(r"\sof (?:the |a |an |this )?[a-z-]+'s? ")  # "a quarter of the firm's staff"
# 54 percent "of those in the nation", "of all arrests nationwide"
OF_WIDER = lazy(
    r"\sof [a-z ]{0,50}?\b(?P<where>(?:in|across|throughout) the (?:nation|country|state|world"
    r"|region|county|city)|(?:nation|state|world|county|city)wide|nationally)\b"
)
WHOLES = frozenset("total whole its theirs others those this".split())
