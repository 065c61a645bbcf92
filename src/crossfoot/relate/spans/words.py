"""The words of spans: what ties a length of time to the dates that it lies between."""

from __future__ import annotations

import re

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.wording.hedged import hedges

_D, _L = SIGNS["date"], SIGNS["duration"]
HEDGE = hedges()
# "a year" that is no figure
_ONE = r"(?<![a-z] half )\ba (?:year|month|week|day)"
# "in or about" March, "at least" March
_ABOUT = (
    r"(?:(?:at least|as early as|on or about|in or about|in or around|on or around|about|around"
    r"|approximately|sometime in) )?"
)
# "through" Oct. 9, ", and ran until" Oct. 9, "- " Oct. 9
_JOINT = (
    r"(?:,? ?-+ ?|,? (?:and )?(?:it )?(?:[a-z]+ )?(?:to|through|thru|until|till|ended|ending|ends"
    r"|expires|expired|concluded|concluding|finished|wrapped up)"
    # "until his capture in" 2014
    r" (?:on |in |by |with |early |late |(?:his|her|their|its|the) [a-z]+ (?:[a-z]+ )?(?:on|in) )?"
    rf"{_ABOUT}|,? and (?:on |in )?{_ABOUT})"
)
_BEGINS = (
    r"(?:\b(?:from|between|beg[au]n|beginning|starting|started|opened|launched|spanning|covering"
    r"|takes effect|took effect|effective|begins|starts"
    r"|that ran|which ran|lasted|dated|of)|,|\() ?(?:on |in |from )?"
)
EVENT = (
    r"(?:operation|sweep|raids?|surge|effort|campaign|crackdown|investigation|period|initiative"
    r"|action|deployment|mission|round-?up|exercise|stretch|span|blitz|detail|saturation|checkpoint|enforcement"
    r"|strike|scheme|conspiracy|spree|plot|siege|festival|conference|program)"
)

# "not counting the weekend", "with" four days "of leave", "took Sunday off", "working days only"
LEFT_OUT = lazy(
    r"\b(?:not (?:counting|including)|excluding|except(?:ing| for)?|apart from|aside from"
    rf"|leaving out|minus|less) (?:[a-z]+ ){{0,3}}(?:{_D}|{_L}|weekends?|holidays?|truce|pause"
    r"|break|recess|interruptions?|lull|days?|weeks?)"
    r"|\b(?:working|business|court|school|trading|week) ?days?\b"
    rf"|\b(?:took|had|with|taking|having|got|given|but) (?:[a-z]+ ){{0,3}}?(?:{_D}|{_L}|weekends?"
    r"|days?|holidays?)(?: [a-z]+)? off\b"
    rf"|\bwith (?:an? |the )?(?:{_L}|[a-z]+ (?:day|week)s?) of\b"
    r"|\bwith (?:an? |the )?(?:[a-z-]+ )?(?:pause|break|truce|recess|interruption|lull|rest)\b"
    r"|\b(?:paus(?:ed|ing)|interrupted|skipp(?:ed|ing)|rested|stood down|did not work)\b"
)
LEFT_OUT_CUES = (
    "count", "clud", "except", "apart", "aside", "leaving", "minus", "less", "off", "with", "days",
    "paus", "interrupt", "skip", "rested", "stood", "not work",
)  # fmt: skip
# "Six months later, on" Nov. 5
LATER = lazy(
    rf"(?P<length>{_L}|{_ONE}) (?:later|afterwards?|after that|thereafter|on(?=,)),? "
    rf"(?:(?:(?!(?:of|for|from|with|to|on|in|at|and|but|or)\b)[a-z']+ ){{1,5}}(?=on |in ))?"
    rf"(?:on |in |by |around |about |on or about |early on |late on )?(?P<end>{_D})"
)
# "The second came" two days "later, on" May 7: after the first
THE_SECOND = lazy(rf"\W*(?:the|a) {SIGNS['rank']}[^.,;{_D}{_L}]{{0,40}}(?={_L})")
THE_FIRST = lazy(rf"\W*(?:the|one) (?:{SIGNS['rank']}|first)[^.;{_D}]{{0,60}} (?:on|in) {_D}")
# "in" 2016, four years "later,"
THEN_LATER = lazy(rf"(?P<end>{_D}),? {HEDGE}(?P<length>{_L}) later\b")
# "two days earlier, on" May 3
EARLIER = lazy(
    rf"(?P<length>{_L}|{_ONE}) (?:earlier|before|previously|prior),? (?:on |in )?(?P<start>{_D})"
)
# "raid came", "was": what may stand between a date and how long after another it was
_CAME = (
    r"(?:(?: [a-z]+){0,3} (?:came|comes|fell|falls|was|is|happened|occurred|arrived|followed|began"
    r"|started|ended|took place))?"
)
# May 7", three days after the robbery on" May 4; "three days after" May 4", on" May 7
AFTER = lazy(
    rf"(?P<end>{_D}),?{_CAME} -*\(?{HEDGE}(?P<length>{_L}) (?P<way>after|before|prior to"
    rf"|following|from) (?:[^,;{_D}{_L}]{{0,60}} )??(?:on |in )?(?P<other>{_D})"
    rf"|(?P<length2>{_L}) (?P<way2>after|before|prior to|following) (?:[^,;{_D}{_L}]{{0,40}} )??"
    rf"(?:on |in )?(?P<other2>{_D}),?(?: [a-z]+){{0,3}}, (?:on |in )(?P<end2>{_D})"
)
# "Nearly 30 years after the" 1988 "killing, DNA linked him to it in" 2017
FRONTED = lazy(
    rf"^\W*{HEDGE}(?P<length>{_L}) after (?:[^,;{_D}{_L}]{{0,40}} )??(?:on |in )?(?P<start>{_D}),?"
    rf"(?: [a-z]+){{0,3}}, [^,;{_D}{_L}]{{0,60}} (?:on|in) (?P<end>{_D})"
)
# "a jury convicted him" 31 years "after the" 1974 "murder": the day of publication is the other end
AFTER_OLD = lazy(
    rf"(?P<length>{_L}) after (?:(?:the|his|her|their|its|a|an) )?(?:(?!on |in )[a-z'-]+ ){{0,4}}?"
    rf"(?:on |in )?(?:the )?(?P<start>{_D})"
)
# a term that was served, no time up to the text
SERVED = lazy(r"\b(?:serv(?:ed|ing|es)|spent|prison|custody|behind bars|jail)\b")
# what sets a sentence in the present of the text
PRESENT = lazy(
    r"\b(?:today|yesterday|announced|this (?:week|month|morning|afternoon)|comes|come"
    rf"|has been|have been|is being|on {_D}|{_D} (?:convicted|sentenced|charged|arrested))\b"
)
# words that may lead from a length to its dates: three-day "search that", 14 years", "
_TO_DATES = (
    r"(?: (?!(?:for|in|to|of|prison|jail|probation|parole|supervised|old|ago|later|after|before"
    r"|earlier|sentences?|term|behind|custody|suspended)\b)[a-z'-]+){0,6}?,? ?"
)
# "three-day search that began" Oct. 7 ", and lasted through" Oct. 9
LENGTH_FIRST = lazy(rf"(?P<length>{_L}){_TO_DATES}{_BEGINS}(?P<start>{_D}){_JOINT}(?P<end>{_D})")
# "Over five years," 2019 "and" 2020 "were the worst": two of several, and no beginning and end
# from 2002 to 2010 "and" 2014 "to" 2018: two stretches
AND_FROM = lazy(rf",? and (?:again )?(?:from |in )?{_D} (?:to|through|until|-)")
LISTED = lazy(rf"(?:,|\() ?(?:on |in )?{_D},? and (?:on |in )?{_D}$")
# "the first" seven months "of": a part of the dates' time; "within" 90 days
PART_OF = lazy(
    rf"(?:{SIGNS['rank']}|\b(?:first|last|final|next|remaining|opening|early|latest|additional"
    r"|another|within|little as"
    r"|at least|at most|every|each|per|twice|several|(?<!period )(?<!span )(?<!total )(?<!stretch )"
    r"(?<!course )of)) (?:the |about |nearly |only |just )?$"
)
# five-day "sweeps", two-year "contracts": one length of several
SEVERAL = lazy(
    r"[ -](?:[a-z-]+ ){0,2}?(?!(?:runs|begins|starts|lasts|takes|opens|ends|goes|covers|spans)\b)"
    r"[a-z]{3,}(?<!s)s (?!that\b|which\b)"
)
PERIOD = lazy(r"[ -](?:long )?(?:period|span|stretch|window|interval|gap|run)\b")
THE_WHOLE = lazy(r"\b(?:the|these|those|this|all|a total of) (?:about |nearly |roughly )?$")
# 2024-25: one fiscal year, or two of the calendar
TWO_YEARS = lazy(r"(?:fiscal |fy ?)?\d{4} ?[-–/] ?\d{2}", re.IGNORECASE)
# "It covered", "The operation ran": what the sentence before was about
IT_RAN = lazy(rf"\W*(?:it|they|(?:the|this|that) (?:[a-z-]+ ){{0,2}}(?P<event>{EVENT}))\b")
# "found that" from 2014 to 2017: what was done then, by somebody else
ELSE_DONE = lazy(
    r"\b(?:found|show(?:s|ed|n)|followed|follows|led|determined|alleg(?:es|ed)|revealed|concluded"
    r"|uncovered|since|after|second|third|when|says?|said|identified|targeted|into|resulted"
    r"|ended (?:with|in))\b"
)
# "a five-day operation" May 3 "through" May 7
LENGTH_THEN = lazy(
    rf"(?P<length>{_L}) (?:(?!(?:ago|later|after|before|earlier|from|in|of|old|to|for|between|and"
    rf"|with|by|on)\b)[a-z-]+ ){{1,3}}?"
    rf"(?:on )?(?P<start>{_D}),? ?(?:through|to|until|-+|and (?:closes?|closed|ends|ended|ending)"
    rf"(?: on)?) ?(?P<end>{_D})"
)
# "spent" 12 days "in jail, from" May 3 "to" May 15
SPENT = lazy(
    rf"\b(?:spent|held|detained|jailed|closed|hospitalized) (?:for )?{HEDGE}(?P<length>{_L})"
    r"(?: (?:in|at) (?:the |a |an )?(?:[a-z]+ ){0,2}[a-z]+)?,? from (?:on |in )?"
    rf"(?P<start>{_D}){_JOINT}(?P<end>{_D})"
)
# one "every" four days, seven years "and" 43 days
BROKEN = lazy(
    rf"(?:\b(?:every|each|per)|{_L},? and|{_L},"  # "delayed by" a day "to" May 3 "through" May 5
    r"|\b(?:delay|postpon|push|mov|put|extend|shorten|br[io])[a-z]+(?: back| forward| off)? by) $"
)
# "from" 2011 "to" 2016", six years"; "between" May 3 "and" May 9 "(six days"
DATES_FIRST = lazy(
    rf"\b(?:from|between|beginning|starting) (?:on |in )?{_ABOUT}(?P<start>{_D}){_JOINT}"
    rf"(?P<end>{_D}),? ?-*\(? ?(?:(?:is|was) for |lasted |lasts |a |an |the |or |for "
    r"|over |spanning |lasting |covering |during |which is |which was |that is |that's )?"
    r"(?:the |a |an )?(?:total of |full )?"
    rf"(?:(?:span|period|stretch|total|course) of )?{HEDGE}(?P<length>{_L})"
    r"(?! (?:later|earlier|ago|before|in (?:prison|jail)|of probation|old))"
)
# July 8-12, June 30 to July 4
DAYS = lazy(r"\d ?(?:[-–]|to|through|and) ?(?:[A-Z][a-z.]+ )?\d")
# "From" July 8-12", a period of" five days
BOTH_THEN = lazy(
    rf"(?P<both>{_D}),? -*(?:or |over |which is )?(?:an? )?(?:total|period|span|stretch|course) of"
    rf" {HEDGE}(?P<length>{_L})"
)
# "The sweep, carried out" July 8-12", took" five days
TOOK = lazy(
    rf"\b{EVENT}\b[^.;{_D}{_L}]{{0,60}}(?P<both>{_D}),? [^.;,{_D}{_L}]{{0,30}}?"
    rf"\b(?:took|lasted|spanned|covered) {HEDGE}(?P<length>{_L})"
)
# a four-day "search from" May 14-17, told by one figure
LENGTH_OVER = lazy(rf"(?P<length>{_L}){_TO_DATES}{_BEGINS}(?P<both>{_D})")
# "finished a" nine-day "drill" Friday "that began" June 6
ENDED_BEGAN = lazy(
    rf"\b(?:finished|ended|completed|concluded|wrapped up|closed) (?:an? |the |its |their )?"
    rf"(?P<length>{_L}) (?:[a-z-]+ ){{1,4}}(?:on )?(?P<end>{_D}),? (?:that|which) "
    rf"(?:began|started|opened) (?:on )?(?P<start>{_D})"
)
# "took effect on" Jan. 1, 2018 "and runs for" 18 months", through" June 30, 2019
FOR_THROUGH = lazy(
    rf"(?P<start>{_D})[^;{_D}{_L}]{{0,50}}? for {HEDGE}(?P<length>{_L}),? "
    rf"(?:through|until|to|ending(?: on)?) (?P<end>{_D})"
)
# a term of punishment, no span: "sentenced to" five years
PUNISHED = lazy(
    r"\b(?:sentenced? (?:of|to)|faces?|facing|up to|maximum (?:of )?|term of|minimum of)"
    r"(?: [a-z]+){0,3} $"
    r"|\b(?:trial|hearing|testimony|deliberat[a-z]+)\b[^.;]*$"  # counted in days of court
)
# eleven-day "bench trial", which sits on some days only
SITTING = lazy(
    r"(?: [a-z-]+){0,3}? (?:trials?|hearings?|inquests?|testimony|deliberations|courses?|classes"
    r"|seminars?|workshops?)\b"
)
# "rose from" 85 "in" 2003 "to" 500 "in" 2007", a sixfold rise in" four years
FROM_IN_TO = lazy(
    rf"\bfrom [^;{_D}{_L}]{{1,40}}? in (?P<start>{_D}) to [^;{_D}{_L}]{{1,40}}? (?:in |by )?"
    rf"(?P<end>{_D})(?:,? [^.;{_D}{_L}]{{0,60}}?|,)? (?:in|over|within) {HEDGE}(?P<length>{_L})"
    r"(?=[.,;]|$)"
)
# "doubled in" seven years, "from" 110 "in" 2010 "to" 220 "in" 2017
IN_FROM_TO = lazy(
    rf"\b(?:in|over|within) (?:just |only )?{HEDGE}(?P<length>{_L}),? from [^;{_D}{_L}]{{1,40}}? in"
    rf" (?P<start>{_D}) to [^;{_D}{_L}]{{1,40}}? in (?P<end>{_D})"
)
# "between" January "and" July", the largest" six-month "fall"
DATES_THE = lazy(
    rf"\b(?:from|between) (?P<start>{_D}){_JOINT}(?P<end>{_D}), (?:the|an?) (?:[a-z-]+ ){{1,3}}?"
    rf"(?P<length>{_L}) (?!ago|later|old|in|of)[a-z]+"
)
# "over this" 27-month "period"
THIS_PERIOD = lazy(
    rf"\b(?:over|during|in|for|across|within) (?:this|that) (?P<length>{_L})[ -](?:long )?"
    r"(?:period|span|stretch|window)\b"
)
# "from" Jan. 1 "to" June 30". In the same" six-month "period last year": as long as the one told
SAME_PERIOD = lazy(
    rf"\b(?:over|during|in|for|across|within|to|from|with) the same (?P<length>{_L})[ -](?:long )?"
    r"(?:period|span|stretch|window|time ?frame)\b"
)
# the 16th "consecutive dry year ("1990 "through" 2005
CONSECUTIVE = lazy(
    rf"(?P<length>[{SIGNS['rank']}{SIGNS['count']}{_L}]) (?:consecutive|straight|successive)"
    rf"(?: [a-z.'-]+){{0,6}}? \((?:from )?(?P<start>{_D}){_JOINT}(?P<end>{_D})"
)
# 15 years "ago, in" 2003; "in" 2003", nearly" 15 years "ago"; "the" 2003 "raid" 15 years "ago"
AGO = lazy(
    rf"(?P<length>{_L}) ago,? (?:on |in |back in |\()?(?P<start>{_D})"
    rf"|\b(?:in|on|since) (?P<start2>{_D}),? ?[-(]* ?{HEDGE}(?P<length2>{_L}) ago\b"
    rf"|\bthe (?P<start3>{_D})(?: [a-z'-]+){{1,4}},? {HEDGE}(?P<length3>{_L}) ago\b"
)
# "for" 12 years", since" 2006; "it has been" 20 years "since the" 1995 bombing;
# "since" 2006", more than" 12 years
SINCE = lazy(
    rf"\b(?:for|in|over|been|marks|marked|marking) (?:the (?:past |last )?)?{HEDGE}"
    rf"(?P<length>{_L}),? since (?:the |[^.,;{_D}{_L}]{{3,60}}? (?:in|on) )?(?P<start>{_D})"
    rf"|\bsince (?:the )?(?P<start2>{_D}), (?:or |for |a (?:period|span) of )?{HEDGE}"
    rf"(?P<length2>{_L})(?! (?:after|before|later|earlier|ago|old|of|in|into|from|to|prior|then"
    r"|(?:at|by) (?:that|the) (?:time|point))\b)"
)
# "in" six days; "four-day" sweep
OF_EVENT = lazy(
    rf"(?=[adilot{_L}])"  # as so many sentences have, and no other letter begins one
    rf"(?:\b(?:in|over|during|lasted|lasting|took|after) (?:the )?(?:course of )?{HEDGE}"
    rf"(?P<length>{_L})(?=[,.;)]|$| (?:of|by|in) )"
    rf"|(?P<length2>{_L})(?:[ -]|, )(?:long )?(?:(?!(?:for|in|of|on|to|from|with|after|before|by"
    rf"|at|and|the|an?|as)\b)[\"a-z-]+,? ){{0,3}}(?P<event>{EVENT})\b"
    rf"|\b(?:those|these|that) (?P<length3>{_L}))"
)
# "In" seven days", officers made": the days of the operation told before
IN_ALL = lazy(rf"\W*(?:in|over|during) (?:just |only |all |those |the |these )*(?P<length>{_L}),")
# "Over the" five days, after the dates of one operation
OVER_THE_DAYS = lazy(rf"\W*(?:over|across) (?:just |only |all )?(?:the|those|these) {_L},")
OTHER_ONE = lazy(
    r"\b(?:another|new|earlier|later|other|similar|previous)\b"
    rf"|{SIGNS['rank']} (?:[a-z-]+ )?{EVENT}\b"
)
ANOTHER_ONE = lazy(r"\b(?:an?|another|second) $")
EVENT_NAMED = lazy(rf"\b{EVENT}\b")
# "the operation ran from" Aug. 6 "through" Aug. 11
EVENT_RAN = lazy(
    rf"\b(?:{EVENT}|it)\b[^;{_D}]{{0,60}}?\b(?:ran|lasted|took place|(?:was |were )?conducted"
    r"|(?:was )?carried out|(?:was )?held|occurred|began|started|spanned|launched)\b"
    rf"[^;{_D}]{{0,30}}?"
    rf"(?P<start>{_D}){_JOINT}(?P<end>{_D})"
)
# a stretch of days: "between" May 3 "and" May 9, Oct. 3 "through" Oct. 9, May 3-7
FROM_DAY_TO_DAY = lazy(
    rf"\bbetween (?:on )?(?P<start>{_D}){_JOINT}(?P<end>{_D})"
    rf"|(?P<start2>{_D})(?!,? and (?:on |in )?{_D}){_JOINT}(?P<end2>{_D})"
)
# what was done in a sweep, as opposed to a campaign, a program or a festival of its own
SWEEPS = (
    r"(?:operations?|sweeps?|raids?|surge|crackdown|actions?|round-?up|blitz|enforcement|strike"
    r"|saturation|mission)"
)
# "The arrests took place from", "carried out the raids", "seized in the operation between"
IT_TOOK_PLACE = lazy(
    rf"\b(?:{EVENT}s?|it|(?<!of )(?:the|these|those|all) arrests)\b[^;{_D}]{{0,60}}?"
    r"\b(?:ran|lasted|took place|occurred|began|started|spanned|launched"
    rf"|(?:was|were) (?:conducted|carried out|held|made))\b[^;{_D}]{{0,30}}$"
    r"|\b(?:conducted|carried out|completed|concluded) (?:the|its|their|these|those|this) "
    rf"(?:[a-z-]+ ){{0,3}}(?:{EVENT}s?|arrests)\b[^;{_D}]{{0,30}}$"
    rf"|\b(?:during|in|over) (?:the|this|that) (?:[a-z-]+ ){{0,2}}{EVENT}\b[^;,{_D}]{{0,60}}$"
)
# "The operation, which ran": the one of the sentence before
THE_SWEEP = lazy(
    r"\W*(?:(?:following|after|during|in|over) )?"
    rf"(?:it|they|(?:the|this|that) (?:{SWEEPS}|arrests))\b"
)
SWEEP = lazy(rf"\b{SWEEPS}\b")
SWEEP_OR_EFFORT = lazy(rf"\b(?:{SWEEPS}|effort|initiative)\b")
# "During the" seven-day "operation, officers": the one told of before
THE_LONG = lazy(
    rf"\W*(?:(?:during|in|over|throughout) )?(?:the|this|that) {_L}[ -](?:long )?"
    rf"(?:[a-z-]+ ){{0,2}}?(?P<event>{EVENT})\b(?! (?:in|that|which|of|at|near)\b)"
)
# "The" 10-day "operation ended"; "It started"
LONG_ENDED = lazy(
    rf"\bthe {_L}[ -](?:long )?(?:[a-z-]+ ){{0,2}}?{EVENT}\b(?: [a-z]+){{0,2}} (?:ended|concluded"
    r"|wrapped up|finished|came to an end)\b"
)
IT_BEGAN = lazy(rf"\W*it (?:had )?(?:began|begun|started|kicked off|launched) (?:on )?{_D}")
# "as part of a" 30-day "surge": what ran from one day to another may be a part of it
PART_OF_ONE = lazy(
    r"\b(?:part of|phase of|leg of|during|within|amid|follow(?:s|ed|ing)|after|before|since"
    r"|up to|first|last|next) (?:an? |the |its |their )?$"
)
# "In Reno, the arrests took place", "Most of the arrests": of one place only, or of some
ONLY_SOME = lazy(
    r"\W*(?:in (?!all\b|total\b)[^,]{2,40}|nationwide|nationally|statewide|elsewhere|separately"
    r"|meanwhile|overall), "
)
A_NAME = lazy(r"\s[A-Z]")
ONLY_IN = lazy(r"\s(?:in|at|near|around)\s[A-Z]")
# "March 3 to March 7 | in Utah", of a sweep of which Utah was not named
THERE = lazy(r"\s(?:in|at|near|around)\s(?P<name>[A-Z][a-z]+)")
# "last year's nine-day sweep", "a second operation", "in two stages", in a sentence as it stands
ANOTHER_SWEEP = lazy(
    r"\b(?:another|new|earlier|later|other|similar|previous|second|third|follow-up) "
    rf"(?:(?!law )[a-z-]+ ){{0,2}}?{EVENT}s?\b|\b(?:last|this|each|every) year\b|\bannual\b"
    r"|\b(?:second|two|three|several|final) (?:phases?|stages?|legs?|waves?)\b"
    rf"|\b{EVENT}s? (?:that|which) (?:preceded|followed|came before|came after)\b"
)
# "from" May 21", when they first came, through" July 25
ASIDE_THROUGH = lazy(
    rf"\bfrom (?P<start>{_D}), (?:when|the day) [^;{_D}]{{1,90}}, (?:to|through|until) "
    rf"(?P<end>{_D})"
)
# the subject of the sentence before, taken up
TAKES_UP = lazy(r"\W*(?:(?:and|but|then) )?(?:it|they|he|she|(?:in|over) (?:its|their))\b")
THE_SUBJECT = lazy(r"\W*the (?P<noun>[a-z]+) (?:had|was|has|re)")
# "In its first" five days", through" Sept. 12: from the day of the sentence before
THROUGH_END = lazy(
    rf"\b(?:in|over|during) (?:its |the |their )?(?:[{SIGNS['rank']}] |first )?(?P<length>{_L}),"
    rf" (?:through|until|to|ending) (?:on )?(?P<end>{_D})"
)
# "had been in force for" 59 days", since" July 11: up to the day of the sentence before
HAD_BEEN = lazy(rf"\bhad been\b[^;.,]{{0,50}}? for {HEDGE}(?P<length>{_L}),? since (?P<start>{_D})")
# June 24", three weeks from today"
FROM_NOW = lazy(
    rf"(?P<end>{_D}), {HEDGE}(?P<length>{_L}) from (?:today|now|the date of this letter)"
)
# "closed on Dec. 4. It reopened" Jan. 4", after" 31 days
AFTER_LENGTH = lazy(rf"(?P<end>{_D}),? after (?:just |only )?(?P<length>{_L})(?=[.,;]|$)")
CLOSED = lazy(
    r"\b(?:clos|shut|suspend|halt|stopp|open|start|beg[au]n|launch|detain|arrest|held|left|vanish"
    r"|disappear|board|lock)"
)
# "That's six a day over" 66 days: of the dates told before
THATS_OVER = lazy(
    rf"\W*(?:that|this|it)(?:'s| is| amounts| comes| works| means)\b[^;.{_L}]{{0,60}}? over "
    rf"(?P<length>{_L})"
)
# "The operation, which began" Oct. 31; "that ended Thursday," March 14
EVENT_BEGAN = lazy(
    rf"\b(?:{EVENT}|it)\b[^;{_D}]{{0,40}}?\b(?:began|started|was launched|launched|kicked off"
    rf"|commenced|opened) (?:on )?(?P<start>{_D})"
    rf"|\b(?:began|started|launched) (?:the|its|their) (?:[a-z]+ ){{0,2}}{EVENT} (?:on )?"
    rf"(?P<start2>{_D})"
)
EVENT_ENDED = lazy(
    rf"\b(?:{EVENT}|it)\b[^;{_D}]{{0,60}}?\b(?:ended|concluded|wrapped up|finished|was completed"
    rf"|culminated|came to an end) (?:on )?(?P<end>{_D})"
)
# "arrested 219 people between" Feb. 10 "and" Feb. 23
ARRESTS_RAN = lazy(
    rf"\b(?:arrest(?:s|ed|ing)?|apprehend(?:ed|ing)|detained|captured|conducted|carried out)\b"
    rf"[^;{_D}]{{0,80}}?\b(?:from|between) (?P<start>{_D}){_JOINT}(?P<end>{_D})"
)
_CRIME = (
    r"(?:stole|stolen|stealing|embezzl|defraud|siphon|skimm|launder|deceiv|cheat|swindl|bilk"
    r"|pocket|divert|evad|underpaid|underpay|abus|molest|rap(?:ed|ing)|assault|traffick|bribe"
    r"|conspir|scam|forg(?:ed|ing)|falsif|overbill|overcharg|extort|fleec|fraudulent|smuggl"
    r"|illegally|scheme|fraud)"
)
_SCHEME = (
    r"(?:scheme|conspiracy|fraud|spree|scam|embezzlement|plot|ring|theft|con|swindle|racket"
    r"|extortion|bribery|abuse)"
)
# a three-year "fraud scheme"; "a scheme that lasted" three years; "for" three years "they stole"
SCHEME_LENGTH = lazy(
    rf"(?P<one>\ban? )?(?P<length>{_L})[ -](?:long )?(?:[a-z-]+ ){{0,3}}{_SCHEME}\b"
    rf"|\b{_SCHEME} (?:that )?(?:lasted|spanned|spanning|ran for|went on for|stretched over|over)"
    rf" (?:the course of |a (?:period|span) of )?{HEDGE}(?P<length2>{_L})"
    rf"|\b(?:for|over|during|spanning) (?:the course of |a (?:period|span) of )?{HEDGE}"
    rf"(?P<length3>{_L}),? (?!in (?:prison|jail)|of (?:probation|parole)|later|earlier|ago)"
    rf"[^.;{_D}{_L}]{{0,50}}\b{_CRIME}"
    rf"|\b{_CRIME}[a-z]*[^.;,{_D}{_L}]{{0,50}} (?:for|over|during) (?:the course of "
    rf"|a (?:period|span) of )?{HEDGE}(?P<length4>{_L})(?=[.,]|$)"
)
CRIME = lazy(rf"\b(?:{_CRIME}|{_SCHEME})")
# "from" March 2014 "to" June 2017, "between" 2014 "and" 2017; "the thefts began in" 2014 "and"
RANGE = lazy(
    rf"\b(?:from|between|(?:{_SCHEME}|thefts|it|they) (?:began|started)) (?:on |in )?{_ABOUT}"
    rf"(?P<start>{_D}){_JOINT}(?P<end>{_D})"
)
# "The thefts began", right behind the sentence that tells how long they went on
SCHEME_RAN = lazy(
    rf"\W*(?:it|they|(?:the|this|that|these|those|his|her|their) (?:[a-z]+ )?(?:{_SCHEME}|thefts))"
    r" (?:began|started|ran|lasted|went on)\b"
)
# "The" nine-year "scheme ended": the one told before
THE_SCHEME = lazy(rf"\W*(?:the|this|that|his|her|their) {HEDGE}{_L}|\W*(?:the|this) {_SCHEME}\b")
# a "death 44 years ago", "found 44 years after she vanished" of a headline
LONG_AGO = lazy(rf"(?P<length>{_L}) (?:ago\b|after (?P<what>(?:(?!to\b)[a-z']+ ?){{1,5}}))")
# "the deadliest flood in" 90 years; "the deadliest flood since" 1928
_SUPERLATIVE = r"\b(?P<most>(?:[a-z]{3,}est|most|worst) [a-z-]+)\b"
MOST_IN = lazy(rf"{_SUPERLATIVE}[^;.{_D}{_L}]{{0,50}}? in {HEDGE}(?P<length>{_L})")
MOST_SINCE = lazy(rf"{_SUPERLATIVE}[^;.{_D}{_L}]{{0,60}}? since (?:the )?(?P<start>{_D})")
# what any record can be: "the lowest level", "the highest since"
VAGUE = lazy(
    r"\b(?:levels?|numbers?|rates?|points?|totals?|figures?|counts?|since|years?|months?|[a-z]+est"
    r"|their|there|these|those|which|officials|police|according|about|after|reported)$"
)
TOPIC = lazy(r"[a-z]{5,}")
# a length that is no figure; a sentence without one needs a sign of duration or of age
NEEDED = frozenset(
    "consecutive consecutively straight successive successively later earlier after before".split()
)
NEED_CUES = ("consecutive", "straight", "successive", "a year", "a month", "a week", "a day")
NEEDS = lazy(
    r"consecutive|straight|successive|\ba (?:year|month|week|day) (?:later|earlier|after|bef)"
)
