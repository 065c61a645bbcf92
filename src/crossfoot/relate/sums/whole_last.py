"""The whole after its parts: ``12 in Denver and 18 in Boston, for a total of 30``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, kept, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.footed import figures_beside, foot, like_whole
from crossfoot.relate.sums.members import are_alike
from crossfoot.relate.sums.ties import Claim, comes_to
from crossfoot.relate.sums.unsure import of_others
from crossfoot.relate.wording.kinds import PERSONS, is_kind
from crossfoot.relate.wording.phrases import led_by, relation
from crossfoot.relate.wording.rows import Row, family
from crossfoot.relate.wording.slips import is_a_slip_apart

# after the parts: "…, for a total of 90"
_BEFORE_TOTAL = lazy(
    r"(?P<tie>\b(?:(?<!of a )total(?:s|ing|ling|ed|led|(?: [a-z]+){1,3}(?= of ))?|sum"
    r"|combined(?: (?:weight|total|amount|sum|haul|value)(?= of ))?"
    r"|adding up to|adds? up to|came to"
    r"|comes? to|(?<!equal )amount(?:s|ed|ing)? to|ma[dk]es? up(?= the| all)"
    r"|(?:br(?:ing(?:ing|s)?|ought)|rais(?:ing|e[sd])) (?:the|its|their) (?:death |body )?"
    r"(?:total|number|count|settlement|cost|bill|price"
    r"|penalty|payment|payout|sum|toll|tally)[^.;]{0,30} to))"
    r"(?: of| to| is| was|:)?(?: (?:about|an?|the|all))?\s*$"
)
# "27 citations and 14 | warnings, for a total of" 41 contacts
_FOR_A_TOTAL = lazy(r"\s(?:[a-z-]+\s){0,2}[a-z-]+,\s(?:for|making|giving) a total of\s")
# a total of more than the parts just told: "a yearly total of", "bringing the total … to"
_WIDER = lazy(
    r"\b(?:year|month|statewide|national|overall|annual)(?:ly)? total\b"
    r"|\bbr(?:ing(?:ing|s)?|ought) (?:the|its|their)\b"
)
_SCOPE = lazy(
    r"[^.;]{0,50}?\b(?:since|so far|to date|over the (?:past|last|years)"
    r"|this (?:fiscal )?(?:year|season|month|week|term)"
    r"|year to date|in the (?:past|last)|during the (?:past|last)|all[- ]time)\b"
)
# after the total: "or 90 in all"
_AFTER_TOTAL = lazy(
    r"(?:[^.;,\ue000-\uf8ff]{0,40}?)(?P<tie>\b(?:in all|total(?=[.,;]|$)|altogether|all told"
    r"|in total|combined|together|overall"
    r"|for the (?:whole |full |entire )?(?:year|month|quarter|week|period))\b)"
)
_TOTALING = frozenset(
    "all total altogether combined together overall year month quarter week period".split()
)
# "in May and 1,950 in June, or 4,050 over the two months"
_OR_BOTH = pattern(
    r"[^.;:\ue000-\uf8ff]{{0,30}}(?:{date})?(?:,|\s-)\s(?P<tie>or)\s(?:about\s)?{amount}\s"
    r"(?:[a-z]+\s){{0,2}}?(?:(?:over|in|for|during|across|between)\s(?:the|all|both)\s"
    r"(?:{n}|{duration}|two|three|both)|for both|combined|together)"
)
# "for rent and heating combined": the two things are, and no parts
_TWO_COMBINED = lazy(r"[^.;,\ue000-\uf8ff]*\sand\s[^.;,\ue000-\uf8ff]*\scombined\b")
LARGE = 20  # a total so large hardly fits by chance, whatever its parts are called
_MOST = 12  # such numbers behind a row that are looked at
# "All but one of the 75 permits"
_THE_WHOLE = pattern(r"\b(?P<tie>of the|all(?: of)?(?: the)?|the)\s(?P<whole>{n})\s")
_LED = led_by("the", "all", "all of")
_SURPLUS = pattern(
    r"(?P<plus>{amount})[^.;]{{0,120}}?\b(?:and|against|versus)\b[^.;]{{0,60}}?"
    r"(?P<minus>{amount})(?:(?!\b(?:against|than|from)\b)[^.;]){{0,90}}?"
    r"\b(?P<tie>(?:surplus|deficit|difference|gap|margin|balance|profit) of )(?P<rest>{amount})"
)
_THREE = 3  # what came in, what went out and what is left
# "of $40, an increase of $5": what was added is no part beside it
STEP = 20  # characters of such words
# "12 more on Sunday, when the number was corrected to 45 in all"
_CORRECTED = lazy(r"\b(?:correct|revis|adjust|amend|lower|reduc)(?:ed|es?|ing)\b")
# "41 spills and 12 leaks, down from 2018, when there were 80 spills in all"
_OF_BEFORE = lazy(
    r"\b(?:down|up|drop|fall|decline|decrease|reduction|rise|increase|gain|jump|change) from\b"
    r"|\bcompared (?:with|to)\b"
)
_IS_STEP = lazy(
    r"\b(?:increase|decrease|decline|rise|drop|reduction|gain|excess|against|over)(?: of| by)?\s$"
)


_STEPS = frozenset("increase decrease decline rise drop reduction gain excess against over".split())


def after_total(skeleton: Skeleton, at: int) -> re.Match[str] | None:
    """The words behind the total that ends at *at*: ``90 in all``."""
    told = not _TOTALING.isdisjoint(skeleton.words)
    return _AFTER_TOTAL.match(skeleton.text, at) if told else None


def closed(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole stands after the row: ``12 in Denver and 18 in Boston, for a total of 30``."""
    skeleton = row.skeleton
    signs = (skeleton.sign_of(f) for f in row.figures)
    steps = not _STEPS.isdisjoint(skeleton.words)
    if steps and any(_IS_STEP.search(skeleton.text, max(0, at - STEP), at) for at in signs):
        return None
    inside = after_total(skeleton, row.end)
    if inside and _TWO_COMBINED.match(skeleton.text, row.end):
        return None
    last = skeleton.sign_of(row.figures[-1])
    if inside and _OF_BEFORE.search(skeleton.text, skeleton.sign_of(row.figures[-2]), last):
        return None
    if inside and len(row.figures) > 2:  # "12 in Denver, 18 in Boston, 30 in all"
        tie = skeleton.span(inside, "tie")
        return foot(reading, row.figures[-1], "full", tie, row.figures[:-1])
    beside = figures_beside(skeleton, row, before=False)
    for whole in beside if row.kind == "count" else beside[:1]:
        if (whole.value or 0) < row.largest:
            continue
        large = (whole.value or 0) >= LARGE and comes_to(row.figures, whole)
        slip = not (like := like_whole(row, whole)) and _is_total_of_both(row, whole)
        if not (large or slip or like):
            continue
        if _unsaid_member(row, whole):
            continue
        at = skeleton.sign_of(whole)
        between = (skeleton.text, row.end, at)
        if _CORRECTED.search(*between) or _OF_BEFORE.search(*between):
            continue
        if _TWO_COMBINED.match(skeleton.text, at + 1):
            continue
        if match := _BEFORE_TOTAL.search(skeleton.text[row.end : at]):
            start, end = (skeleton.offset(row.end + x) for x in match.span("tie"))
        elif match := after_total(skeleton, at + 1):
            start, end = (skeleton.offset(x) for x in match.span("tie"))
        elif match := _OR_BOTH.match(skeleton.text[row.end :]):
            start, end = (skeleton.offset(row.end + x) for x in match.span("tie"))
        else:
            continue
        claim: Claim = "open" if _WIDER.search(skeleton.text, row.end, at) else "full"
        if _SCOPE.match(skeleton.text, at + 1):
            claim = "weak"
        return foot(reading, whole, claim, Span(start, end), row.figures)
    return None


def _is_total_of_both(row: Row, whole: Figure) -> bool:
    """Whether "for a total of" things takes in both that are counted, but for a slip."""
    text = row.skeleton.text
    if not row.closed or not _FOR_A_TOTAL.fullmatch(text, row.end, row.skeleton.sign_of(whole)):
        return False
    return is_a_slip_apart(whole, row.figures)


def _unsaid_member(row: Row, whole: Figure) -> bool:
    """Whether an amount without currency stands between: ``… and to schools at 110 million``."""
    between = row.skeleton.within(row.end, row.skeleton.sign_of(whole))
    return row.kind != "count" and any("illion" in f.text.lower() for f in between)


def resumed(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole is taken up after the row: ``… Most of the 75 permits``."""
    last = row.figures[-1].sentence
    for at in range(last, min(len(reading.sentences), last + 3)):
        skeleton = reading.sentences[at]
        told = _known(skeleton)
        behind = bisect_left(told, row.figures[-1].end, key=lambda known: known[0].start)
        for whole, match in told[behind : behind + _MOST]:
            if family(whole) != row.kind:
                continue
            noun = Row(skeleton, (whole,), 0, 0).heads[0]
            kin = row.complementary or match["tie"] == "the"
            named = noun is not None and all(
                h == noun or (kin and h is not None and are_alike(h, noun)) for h in row.heads
            )
            named = named or (at <= last + 1 and _takes_up(row, noun))
            if named and whole.value is not None and whole.value > row.largest:
                # of seven men and three women eight may be adults, or Mexicans
                narrower = noun is not None and is_kind(noun) and row.heads[0] != noun
                filled = row.complementary and not narrower and not of_others(skeleton, whole)
                claim: Claim = "full" if filled else "weak"
                return foot(reading, whole, claim, skeleton.span(match, "tie"), row.figures)
    return None


def _takes_up(row: Row, noun: str | None) -> bool:
    """Whether a number without a noun of its own is of the persons of *row*: "the 18 arrested"."""
    return (noun is None or noun.endswith("ed")) and all(h in PERSONS for h in row.heads)


@kept
def _known(skeleton: Skeleton) -> Sequence[tuple[Figure, re.Match[str]]]:
    """The numbers that are told as known: "the 75 permits"."""
    if not any(map(skeleton.text.__contains__, _LED)):
        return ()
    found = ((skeleton.group(m, "whole"), m) for m in _THE_WHOLE.finditer(skeleton.text))
    return [(whole, match) for whole, match in found if whole is not None]


def surplus(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``exports of 240 and imports of 230, a surplus of 10``."""
    for match in _SURPLUS.finditer(skeleton.text):
        plus, minus, rest = (skeleton.group(match, g) for g in ("plus", "minus", "rest"))
        told = [f for f in skeleton.within(*match.span()) if plus and family(f) == family(plus)]
        alone = len(told) == _THREE  # not "against costs of 70 and taxes of 5, a profit of 15"
        if alone and plus and minus and rest and family(plus) == family(minus) == family(rest):
            swapped = match["tie"].startswith("deficit") and (plus.value or 0) < (minus.value or 0)
            more, less = (minus, plus) if swapped else (plus, minus)
            tie = skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], parts=more, minus=less, whole=rest)
