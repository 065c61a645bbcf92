"""Changes that are said to be reckoned on something else than the figures told with them.

``sales rose 4 percent on a same-store basis to $12 million from $11 million``; ``up from 520 in
May and 3 percent above a year earlier``. What fits such figures is taken; what does not is no
error.
"""

from __future__ import annotations

from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.changes.cues import Cue, Statement, year_of
from crossfoot.relate.changes.elsewhere import content, runs_against
from crossfoot.relate.changes.neighbours import Ends
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import head

# "a drop of 22 percent | since 2019", "22 percent | below the five-year average"
_OF_ANOTHER = pattern(
    r"\s(?:since|from|over|on|compared (?:to|with)) (?:the )?(?P<date>{date})"
    r"|\s(?:below|above|under|over|off|from|than) (?:the|its|their|an?)\s"
    r"(?:[a-z\ue000-\uf8ff-]+\s){{0,2}}?(?:average|peak|high|low|record|norm|level|mean|pace)\b"
)
# 3 percent "above the total three months earlier", "a rise over a year ago": a time of its own
_OF_THEN = pattern(
    r"(?:\s[a-z-]+){{0,2}}?\s(?:than|above|below|over|on|from|since|against|compared (?:to|with))"
    r"\s(?:the |its |their |a )?(?:[a-z-]+ ){{0,3}}?(?:in |of |for )?"
    r"(?P<then>{duration} (?:ago|earlier|before|previously)|{date}"
    r"|(?:the )?(?:same|fourth|third|second|first|final|last|previous|prior|preceding"
    r"|corresponding) (?:{date} )?(?:[a-z]+|{date})(?: of {date})?|year[- ](?:ago|earlier))"
)
# 4 percent "on a same-store basis", "in real terms", "excluding acquisitions"
_ON_BASIS = lazy(
    r"(?: (?:higher|lower|more|less|increase|decrease|rise|fall|gain|drop|growth|decline))?,? "
    r"(?:on (?:an?|the) (?:[a-z-]+ ){1,4}basis\b|in (?:like-for-like|same-store|same store)\b"
    r"|in (?:real|constant|local|adjusted|nominal|organic) [a-z]+"
    r"|(?:after|when|once) (?:adjust|account|strip)[a-z]*\b|after inflation\b"
    r"|(?:adjusted|adjusting) for\b|(?:seasonally|inflation)[ -]adjusted"
    r"|at constant\b|excluding\b|not (?:including|counting)\b|like[- ]for[- ]like|organically\b"
    r"|per (?:capita|head|person|share|resident|day)\b|pro forma\b|annuali[sz]ed\b)"
)


# 12 "more than planned"
_THAN_PLANNED = lazy(
    r"(?: [a-z]+)? (?:more|fewer|less|higher|lower|above|below) than (?:was |were |it |they |had )*"
    r"(?:plan|expect|budget|forecast|project|predict|hope|need|require|order|promis|authoriz|origin"
    r"|initial|allow)"
    # "than in the neighboring county"
    r"|(?: [a-z]+)? (?:more|fewer|less|higher|lower|above|below) (?:than )?(?:in |at |for )?"
    r"(?:that |those )?(?:of |in )?(?:the |its |their |an? |all |most )?"
    r"(?:neighbou?r|rival|competit|national|average|elsewhere|other|peers|industry|sister)"
)
# the dollar "against the yen": a rise of one is told by a fall of the other
_AGAINST_MONEY = lazy(
    r"\b(?:against|versus|to|per|on) (?:the |an? )?(?:us |u\.s\. |[a-z]+ )?"
    r"(?:dollar|greenback|euro|yen|pound|sterling|franc|yuan|rupee|peso|ruble|rouble|currenc(?:y|ies))\b"
)
_FAR, _NOUGHT = 1000, Fraction(0)
_ABOUT = lazy(r"\b(?:nearly|almost|about|around|roughly)(?: by)? $")
_NEAR, _LOOSE = 20, Fraction(7, 100)
_OVER_A_YEAR = lazy(r"[^.;()]{0,20}?\byear[- ]o(?:n|ver)[- ]year\b")
_IN_MONTH = lazy(rf"(?: [a-z]+)? in {SIGNS['date']}")
_RATES = frozenset(("percent", "rate", "share"))


def may_be_of_another(skeleton: Skeleton, statement: Statement, change: Cue, ends: Ends) -> bool:
    """Whether a change that its ends do not make may be one of something else, by the words."""
    return (
        _is_of_another(skeleton, change.figure, ends)
        or _is_of_another_rate(skeleton, change.figure, ends)
        or _are_of_two_sizes(ends)
        or _counts_other_things(skeleton, change.figure, ends)
        or _is_about(change, ends)
        or _is_of_a_year(skeleton, change.figure, ends)
        or (runs_against(statement, ends) and _AGAINST_MONEY.search(skeleton.text) is not None)
    )


def _counts_other_things(skeleton: Skeleton, change: Figure, ends: Ends) -> bool:
    """Whether the change names other things than its result: "one member", "three votes short"."""
    if change.kind != "count" or ends.result not in skeleton.figures:
        return False
    return not alike(head(skeleton, change), head(skeleton, ends.result))


def _is_about(change: Cue, ends: Ends) -> bool:
    """Whether "by around half" is meant of what is not far from half."""
    if change.figure.kind != "fraction" or not (ends.base and ends.result and ends.base.value):
        return False
    moved = abs((ends.result.value or 0) - ends.base.value) / ends.base.value
    hedged = change.figure.hedge is not None or _ABOUT.search(change.before[-_NEAR:])
    return bool(hedged) and abs(moved - (change.figure.value or 0)) <= _LOOSE


def _is_of_a_year(skeleton: Skeleton, change: Figure, ends: Ends) -> bool:
    """Whether a change over a year stands beside a figure of a month: "from 5.7 in January"."""
    year = _OVER_A_YEAR.match(skeleton.text, skeleton.sign_of(change) + 1)
    if year is None or ends.base is None or ends.base.sentence != change.sentence:
        return False
    told = _IN_MONTH.match(skeleton.text, skeleton.sign_of(ends.base) + 1)
    return told is not None and not any(
        c.isdigit() for c in skeleton.figure_at(told.end() - 1).text
    )


def _are_of_two_sizes(ends: Ends) -> bool:
    """Whether one sum is by the share or without its "million": "$1.78, up from $106 million"."""
    sizes = sorted(
        abs(f.value or _NOUGHT) for f in (ends.base, ends.result) if f and f.kind == "money"
    )
    return len(sizes) > 1 and sizes[1] >= _FAR * sizes[0]


def _is_of_another_rate(skeleton: Skeleton, change: Figure, ends: Ends) -> bool:
    """Whether words of another thing stand between a percentage and percentages as its ends.

    "Output rose 2 percent, bringing growth to 11 percent from 10 percent".
    """
    here = [
        f
        for f in (ends.base, ends.result)
        if f and f.kind == "percent" and f.sentence == change.sentence
    ]
    if change.kind != "percent" or len(here) < 2:
        return False
    at = skeleton.sign_of(change)
    near = min((skeleton.sign_of(f) for f in here), key=lambda end: abs(end - at))
    return bool(content(skeleton.text[min(at, near) + 1 : max(at, near)]) - _RATES)


def _is_of_another(skeleton: Skeleton, change: Figure, ends: Ends) -> bool:
    """Whether a change is said to be from something else than a figure told before it.

    The words that say so stand behind it: a basis, or a time that is not that of the ends.
    """
    if not (ends.base and ends.result):
        return False
    at = skeleton.sign_of(change) + 1
    if _ON_BASIS.match(skeleton.text, at) or _THAN_PLANNED.match(skeleton.text, at):
        return True
    if change.start < max(f.start for f in ends if f):
        return False
    here = all(f.sentence == change.sentence for f in ends if f)
    return _is_of_level(skeleton, change, ends, at) or (here and _is_of_then(skeleton, at))


def _is_of_level(skeleton: Skeleton, change: Figure, ends: Ends, at: int) -> bool:
    match = _OF_ANOTHER.match(skeleton.text, at)
    if match is None:
        return False
    date = skeleton.group(match, "date")
    if date and ends.base and year_of(date) is not None and year_of(date) == year_of(ends.base):
        return False  # told of the year that the earlier count is of
    before = (f for f in skeleton.figures if f.kind == "date" and f.start < change.start)
    return date is None or all(f.period != date.period for f in before)


def _is_of_then(skeleton: Skeleton, at: int) -> bool:
    """Whether a change is told of a time that nothing before it is told of."""
    match = _OF_THEN.match(skeleton.text, at)
    if match is None:
        return False
    told = skeleton.within(match.start("then"), match.end("then"))
    earlier = [f for f in skeleton.figures if skeleton.sign_of(f) < at]
    if told and not any(f.text == other.text for f in told for other in earlier):
        return True
    return not told and match["then"] not in skeleton.text[:at]
