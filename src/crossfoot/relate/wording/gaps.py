"""Whether the text between two figures sets them side by side: ``12 in Denver and 18 in Boston``.

Commas, semicolons, "and" and brackets do; words that compare them or lead from parts to their
whole do not.
"""

from __future__ import annotations

import re

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.wording.hedged import HEDGE

FARTHEST = 240  # characters between two members, with asides that are left out
LONGEST_GAP = 170  # characters between two members, with their names and offences

# what sets a member apart from the one before: ", " / "; " / " and " / ", followed by "
_SEPARATOR = lazy(
    r"[,;]|\band\b|\bplus\b|\bwhile\b|\bfollowed by\b|&|\bas well as\b|\balong with\b"
    r"|\bin addition to\b|\.\s(?=another|an additional|a further)"
)
_MOSTLY = (",", ";", " and ")  # what nearly all of them are set apart by
# the end of a gap that leads to no member: "rose to", "32 of", "five or", ", making" so many
_LEADS_ELSEWHERE = lazy(
    r"\b(?:from|to|or|than|between|versus|vs\.?|in|at|on|no\.?|number|every|per|age[ds]?|until"
    r"|after|before|since|below|above|by)\s*[\"'(]?$|,\smaking\s$"
)
# what such an end has before its quote or bracket
_LEADS = tuple(
    "from to or than between versus vs vs. in at on no no. number every per age aged ages until"
    " after before since below above by making".split()
)
# "…, including fines, and …": an aside within a member
_CLOSED_ASIDE = lazy(r",\s(?:including|included|such as)\s[^,;\ue000-\uf8ff]*,")
# "and cash totaling $900": a member told by its sum
_AND_TOTALING = lazy(r"\band\s(?:[a-z]+\s){1,3}totall?ing\s$")
# "the first led to 23 arrests and the second to 19"
_OTHER_TO = lazy(r"\bthe\s(?:[\ue000-\uf8ff]|other|latter)\s(?:[a-z]+\s)?(?:to|in|at)\s$")
# a hedge belongs to the figure after it
_HEDGE_ENDS = frozenset(re.findall(r"[a-z]+(?=\||$)", HEDGE))  # the last word of each
_HEDGE = lazy(rf"(?<!add )(?<!adds )(?<!adding )\b(?:(?:{HEDGE})\s*)+$")
# "arrests of 12" is no member; "and fines of $500" is
_OF = lazy(r"\bof\s*$")
_AND_THING_OF = lazy(r"(?:[,;]|\band)\s(?:(?:an? |another |the )?(?:[a-z]+\s){1,4})of\s*$")
# words between two figures that compare them or lead from parts to their whole
_TURNS = lazy(
    r"\b(?:compared|versus|up from|down from|rather than|instead of|total|totals|totaling|totalling"
    r"|in all|altogether|out of|which means|implying|leaving|leaves|meaning|average"
    r"|resulting(?! in the (?:death|loss|arrest)s?\b)"
    r"|leading to|including|included|includes|among them|namely|consisting|comprising|combined"
    r"|of (?:which|whom)|representing|add(?:s|ing)? up|amount(?:s|ing) to|bringing"
    r"|split (?:between|among|into)|divided (?:between|among|into)|broken down|made up)\b| - "
)
# "less than half the 60 of May", "twice the 30 of May": a measure for another, and no member
_MEASURED_BY = lazy(
    f"(?:[{SIGNS['fraction']}{SIGNS['multiple']}{SIGNS['percent']}]|\\btimes)"
    r"\s(?:of\s|more than\s|as many as\s)?(?:the|those|its|their|that of)\s(?:[a-z]+\s)?$"
)
_MEASURES = (SIGNS["fraction"], SIGNS["multiple"], SIGNS["percent"], "times")
# "$75,000 in fines: $50,000": a colon that leads to a first member and not to the next
_COLON = lazy(r":\s$")
LONGEST_NOUN = 16  # characters in a bracket after its number: "(167 arrests)"


def measures_another(text: str, at: int) -> bool:
    """Whether the figure whose sign is at *at* is what another is held against."""
    start = max(0, at - 40)
    near = text[start:at]
    return any(map(near.__contains__, _MEASURES)) and bool(_MEASURED_BY.search(text, start, at))


def joined(text: str, one: int, other: int, *, money: bool = False) -> bool:
    """Whether the text between the signs at *one* and *other* sets them side by side."""
    if other - one > FARTHEST:
        return False
    gap = text[one + 1 : other]
    if not (any(map(gap.__contains__, _MOSTLY)) or _SEPARATOR.search(gap)):
        return False
    if "includ" in gap or "such as" in gap:
        gap = _CLOSED_ASIDE.sub(",", gap)
    if gap.rstrip().rpartition(" ")[2].lstrip("(\"'") in _HEDGE_ENDS:
        gap = _HEDGE.sub("", gap)
    if gap.endswith("and a total of "):
        gap = gap.removesuffix("a total of ")
    if money:
        gap = _AND_TOTALING.sub("and ", gap.removesuffix(" at "))  # "the meth at $1.1 million"
    if len(gap) > LONGEST_GAP or _speaks_anew(gap):
        return False
    if measures_another(text, other) or _TURNS.search(gap):
        return False
    end = gap.rstrip()
    leads = end.rstrip("\"'(").rstrip().endswith(_LEADS)
    if leads and _LEADS_ELSEWHERE.search(gap) and not _OTHER_TO.search(gap):
        return False
    colon = end.endswith(":") and _COLON.search(gap) and "," not in gap and ";" not in gap
    if colon and not _after_colon(text, one):
        return False
    if end.endswith("of") and _OF.search(gap) and not (money and _AND_THING_OF.search(gap)):
        return False
    return _balanced(gap, bracketed=text[one - 1 : one] == "(", brackets=gap.endswith("("))


def _speaks_anew(gap: str) -> bool:
    """Whether somebody begins to speak between two figures: ``the rule is 4; "The three …"``."""
    return gap.count('"') % 2 == 1 and ('; "' in gap or ': "' in gap)


def _after_colon(text: str, at: int) -> bool:
    """Whether the member at *at* stands after its name and a colon, as others then do."""
    return text[max(0, at - 2) : at].strip() == ":"


def _balanced(gap: str, *, bracketed: bool, brackets: bool) -> bool:
    """No bracket opens or closes between members, but each member may stand in its own."""
    if bracketed and brackets:  # "(12), Boston (9"
        return gap.count("(") == 1 and 0 <= gap.find(")") < LONGEST_NOUN
    return gap.count("(") == gap.count(")") and gap.find("(") <= gap.find(")")
