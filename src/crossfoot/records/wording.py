"""Patterns of wording that tell how a number is made of records, each of named parts."""

from __future__ import annotations

import re


def _any(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


# words that hedge a number and stand between it and its verb
_HEDGE = _any(
    "by", "of", "about", "around", "nearly", "almost", "roughly", "some", "more than", "less than",
    "over", "just", "under", "at least", "an?", "approximately", "an estimated", "only", "close to",
)  # fmt: skip
HEDGES = f"(?:{_HEDGE} )*"
# "made up 55% of" is no rise
_UP_WORD = "(?<!made )(?<!make )(?<!makes )(?<!making )up"
_UP = _any(
    "rose", "risen", "rising", "rises?", "gr[eo]wn?", "growing", r"increas\w+", r"climb\w+",
    r"jump\w+", r"surg\w+", r"soar\w+", _UP_WORD, r"gain\w*", "higher", r"swell\w*", "swollen",
    "more", "above", "over", r"expand\w*", "larger", "growth", r"spik\w+",
)  # fmt: skip
_DOWN = _any(
    "fell", "fall(?:en|ing|s)?", r"dropp\w+", "drop", r"declin\w+", r"decreas\w+", "down", "lower",
    r"shr[aiu]nk\w*", r"plung\w+", r"plummet\w+", "slid", "sank", r"slump\w*", "fewer", "less",
    "below", "cut", r"reduc\w+", r"dip\w*", "smaller",
)  # fmt: skip
# "removals grew by about …", "a rise of less than …"
CHANGE_BEFORE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?: \w+){{0,2}}? ?{HEDGES}$")
_RISE = _any("increase", "rise", "jump", "gain", "growth", "surge", "climb", "more", "higher",
             "above", "over", "spike")  # fmt: skip
_FALL = _any("decrease", "drop", "decline", "fall", "reduction", "fewer", "less", "lower", "below",
             "cut", "plunge", "dip")  # fmt: skip
# "… a 15% increase", "12% fewer than"
CHANGE_AFTER = re.compile(
    rf"^(?:-| )(?:point |year-over-year |annual )?(?:(?P<up>{_RISE})|(?P<down>{_FALL}))\b"
)
# "fell by 5% of": the words right before the number make it a change although "of" follows
CHANGE_DIRECT = re.compile(rf"\b(?:by|{_UP_WORD}|down) {HEDGES}$")
# "12% more than its guaranteed minimum"
MORE_THAN = re.compile(
    r"^ ?(?:percent )?(?:(?:more|higher|above|over|greater|larger)|"
    r"(?P<less>less|lower|fewer|below|smaller|short of))(?: than)? "
)
# "31% of the", "41% of their"
OF = re.compile(r"^(?: ?percent)?(?: \w+)? of (?:the |all |all the |those |its |their |ice's )*")
# "70% of them": the whole is what was named before
OF_THEM = re.compile(r"^(?: ?percent)? of (?:them|whom|which|these|it)\b")
# "one in five people"
OF_PEOPLE = re.compile(
    r"^ (?:people|detainees|participants|immigrants|those|individuals|noncitizens|enrollees|"
    r"hearings|of)\b"
)
# the verb that says what part it is, unless its subject is whoever holds the people
_HOLDER = "".join(f"(?<!\\b{w} )" for w in ("ice", "agency", "who", "that", "government", "which"))
PREDICATE = re.compile(
    _HOLDER
    + r"\b"
    + _any(
        "were", "was", "are", "is", "had", "have", "has", "came", "failed", "paid", "went",
        "showed", "turned", "did", "didn't", "got", "left", "wore", "carried", "lacked", "faced",
        "posted", "missed", "attended", "skipped", "involved", "consisted", "fell", "ended",
        "resulted", "bonded",
    )
    + r"\b"
)  # fmt: skip
# "grew by half in a single year": the earlier period is the year before
IN_A_YEAR = re.compile(
    r"in (?:a|one) (?:single )?year|from (?:a|the) (?:year|previous|prior)|"
    r"over the (?:previous|prior|year)|year[- ]over[- ]year|compared with the (?:previous|prior)"
)
# "310 of 1,240"
N_OF = re.compile(
    r"^ (?:out )?of (?:the |some |about |all |roughly |more than |nearly |ice's |its |their |"
    r"the agency's )*$"
)
# "from 310 … to 450": two numbers of one measure
FROM = re.compile(rf"\bfrom {HEDGES}$")
TO = re.compile(rf"\bto {HEDGES}$")
# nothing said before the number in its clause
BARE = re.compile(rf"^[,;: ]*(?:at |with )?{HEDGES}$")
# "detainees with two children": a group that no word here stands for
QUALIFIED = re.compile(
    r"\b(?:people|detainees|immigrants|individuals|participants|noncitizens|migrants|adults|those|"
    r"men|women|citizens|nationals) (?P<how>(?:with|without|whose|aged|older than|younger than)\b"
    r"(?: [\w'-]+){1,5})"
)
# "75 days against 30": the unit goes on
AGAINST = re.compile(
    r"^(?: days?)?,? (?:against|versus|compared (?:with|to)|to|and|or|from|up from|down from) "
    rf"{HEDGES}$"
)
# "more than five times the 410"
TIMES_THE = re.compile(r" (?:as many as |more than |the |that of |what it was |number of |of )*")
# "Of 840 removals, 96 were …"
LEADS = re.compile(r"^(?:(?:out )?of\b|among (?:those|the|all|people|detainees)\b)")
# "the Denver area accounted for 4% of": the subject is the part
MADE_UP = re.compile(
    r"\b(?:accounted for|account for|made up|make up|makes up|comprised?|represent(?:ed|s)?|"
    rf"constitut(?:ed|es?)) {HEDGES}$"
)
# "40 more removals than": a difference, not a level
MORE = re.compile(r"^ (?:more|fewer|additional|extra|less)\b")
# "it had passed 9,000": a floor
PASSED = re.compile(
    r"\b(?:passed|topped|exceeded|surpassed|crossed|eclipsed|broke|exceeding|topping|passing|"
    r"surpassing) (?:the )?$"
)
# "peaked in May", "the highest in the preceding year"
PEAKED = re.compile(
    r"\b(?P<max>peaked|topped out|peaking|peak of|high of)\b|\b(?P<min>bottomed out|low of)\b"
)
SUPERLATIVE = re.compile(
    r"\b(?:(?P<max>highest|most|largest|biggest|busiest|greatest|peak|record(?: high)?|longest)|"
    r"(?P<min>lowest|fewest|smallest|quietest|shortest|record low))\b"
)
MOST_OF = re.compile(r"\b(?:most|many) (?:of|people|detainees|were|had)\b|at (?:the )?most")
# a period that belongs to a superlative, not to a number
OF_SUPERLATIVE = re.compile(
    r"\b(?:highest|most|largest|busiest|lowest|fewest|record|longest|biggest)\b[\w -]*"
    r"\b(?:in|since|of|for|over|during)(?: the| at least)? $"
)
# where a clause ends: a number after it is said of something else
BREAK = re.compile(
    r"[;:]| - |,(?= )|\b(?:compared (?:with|to)|against|versus|vs\.?|while|whereas|up from|"
    r"down from|followed by)\b"
)
AND = re.compile(r"\b(?:and|but|or)\b|, ")
# a clause without a number that only compares
COMPARES = re.compile(
    r"^[,;\s]*(?:\w+ly )?(?:(?:longer|more|fewer|less|higher|lower|shorter|greater|larger|smaller|"
    r"better|worse) than|compared (?:with|to)|rather than|not\b|short of|well (?:above|below)|"
    r"up from|down from)"
)
# everything, not the group that was just named
WHOLE = re.compile(
    r"\b(?:in all|in total|altogether|overall|total of|all told|the total|all agencies)\b"
)
# "no", "none", "not a single" before or after people, where a count is meant
_COUNTED = _any(
    "people", "persons?", "individuals?", "immigrants?", "noncitizens?", "arrests?", "detainees?",
    "parents?", "citizens?", r"u\.?s\.?", "veterans?", "hearings?", "paroles?", "releases?",
    "removals?", "families", "women", "men", r"\w+ans\b", r"\w+ians?\b",
)  # fmt: skip
ZERO = re.compile(
    r"\b(?:(?P<alone>nobody|no one)|(?P<before>not a single|not one|none|zero|no)"
    rf"(?= (?:\w+ ){{0,2}}?{_COUNTED}| (?:by|in|were|was|after|of them)\b|[.,;]))"
)
