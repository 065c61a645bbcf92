"""So much each: a total shared out among so many persons, things or inhabitants."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.means.averages import CUES, of_other_time
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import family, head, noun_of
from crossfoot.relate.wording.so_many_each import is_taken_off

_HEDGE = hedges()
# 300 "each", 11,920 "a claim", 11 "people to each", 5.9 "arrests per officer"
_EACH = lazy(
    r"(?: [a-z]+){0,2}? (?:(?P<each>each|apiece|to each|for each|a head|per head|per capita)\b"
    r"|(?:per|for (?:each|every)|an?|every)"
    r" (?P<of>[a-z]+(?: (?!an?\b|per\b|each\b|every\b)[a-z]+)?)"
    r"(?P<time> (?:an?|per|each|every) (?:hour|day|night|week|month|year))?)\b"
)
# "two each in Salem and Milford" shares nothing out
_PLACED = lazy(r" (?:[a-z]+ )?each (?:(?:in|at|from|to) |of (?:[a-z]+,? )+and )")
# "an average of" $1,367.
_AVERAGE_OF = lazy(r"\b(?:an average|averaging)(?: of)? (?:about |nearly |just over |more than )?$")
_ENDS = lazy(r"(?: [a-z]+)?(?=[.,;)]|$)")
_TIMES = frozenset("hour day night week month year minute second total".split())
# what leads to such a mean: ", an average of", " or ", ", about", "- "
_TIE = lazy(
    r"(?P<tie>(?:,|\(| ?-+)? ?\b(?:or|that is|which is|for),?(?: (?:an|a|at an|at a) (?:[a-z]+ )?"
    rf"(?:average|mean|rate) of)? {_HEDGE}"
    r"|\b(?:an?|the) (?:[a-z]+ )?(?:average|mean|rate)(?: [a-z]+)? (?:of|was|is) " + _HEDGE +
    r"|\baveraging " + _HEDGE +
    r"|\b(?:works? out|worked out|amounts?|comes?|came|equals?|means|meaning|represents?)"
    rf"(?: out)?(?: to)? {_HEDGE}"
    rf"|(?:,| ?-+) ?{_HEDGE})$"
)  # fmt: skip
# a word of which every sentence with such a mean has one; "or $60 a head"
# "That is almost" 10,000 each
_THAT_IS = lazy(
    r"\W*(?:and |or |so )?(?:that|this|it|which)(?:'s| is| was| works? out to| comes? to| means?"
    rf"| amounts? to| averages?)(?: out to)?(?: an average of)? {_HEDGE}$"
)
_MAKES = (
    r"(?:=|\bequals?|\bresults? in|\bcomes? (?:out )?to|\bis|\btotals?|\bgives?|\bmakes?|\byields?"
    r"|\bamounts? to|\badds? up to)"
)
# "an average of 120 x 50 centers results in 6,000"
_PRODUCT = pattern(
    r"\baverage\b[^.;]{{0,60}}?(?P<mean>{amount})[^.;]{{0,40}}?"
    r"\s(?P<tie>x|×|\*|times|multiplied by)\s(?P<count>{amount})[^.;]{{0,60}}?{makes}\s"
    r"[^.;\ue000-\uf8ff]{{0,20}}(?P<total>{amount})",
    makes=_MAKES,
)
# 22 "guards at an average cost of" $68,000", for a total of" $1.5 million
_COUNT_AT = pattern(
    r"(?P<count>{n}) [^.;,\ue000-\uf8ff]{{1,70}}(?P<tie> at (?:an? |the )?(?:average |mean )?"
    r"(?:(?:cost|price|salary|rate|fee)s? )?(?:of )?)(?:about |some )?(?P<mean>{money})"
    r"(?: each| apiece| per [a-z]+| a [a-z]+)?,? (?:for |making |or )?(?:a )?total(?:l?ing)?"
    r"(?: cost)?(?: of)? (?:about |some |approximately |nearly )?(?P<total>{money})"
)
_TOTAL_OF = (
    r",? (?P<tie>(?:for |or |making )?an? (?:grand |combined )?total of |totall?ing )"
    r"(?P<total>{money})(?=[.;,]|$| in all\b)(?!,? (?:plus|with|including|after|before|and)\b)"
)
# "each of the" 8 "victims will receive" $25,000", for a total of" $200,000
_EACH_OF = pattern(
    r"\beach of (?:the |its |their )?(?P<count>{n}) [^.;,\ue000-\uf8ff]{{1,50}}? (?P<mean>{money})"
    r"(?: (?!per|an?\b|each|every)[a-z]+){{0,3}}" + _TOTAL_OF
)
# 24 "monthly installments of" $500", a total of" $12,000
_PAYMENTS = pattern(
    r"(?P<count>{n})(?: [a-z]+)? (?:instal?lments|payments|grants|awards|fines|checks|transfers"
    r"|loans|prizes|stipends|bonuses) of (?P<mean>{money})(?: each| apiece)?" + _TOTAL_OF
)
# $177,600 "in penalties, at the rate of" $200 "per violation, for" 888 "instances"
_AT_RATE = pattern(
    r"(?P<total>{money})(?! (?:in|of) (?:back )?wages)[^.;{count}{number}{money}{rate}]{{0,90}}?"
    r"(?P<tie>\bat (?:an?|the) (?:[a-z]+ ){{0,2}}?(?:rate|price|fee|cost|charge) of) "
    r"(?P<mean>{money}|{rate})(?: (?:per|an?|for each) (?P<of>[a-z]+)(?: of [a-z]+)?)?"
    r",? for (?:(?:all|the|each of|a total of) )*(?P<count>{n})\s"
)
# "including fees, at a rate of", "and was fined at a rate of": of more, or of something else
_NOT_ONLY = lazy(r"\b(?:includ\w+|and|plus|but|last|now|then|previous\w*|while)\b")
_INSTANCES = frozenset("instance violation case count offense infraction occurrence breach".split())
# $30 million "of bonds and" 2.7 million shares at $11: the total is of both
_MONEY_AND = lazy(rf"{SIGNS['money']}[^.;]{{0,60}}\b(?:and|plus) (?:about )?$")
# "at $90 a bed on average, that is $3 million"
_COST = pattern(
    r"\b(?P<tie>average|mean)\b[^.;]{{0,40}}?(?P<mean>{amount})\s(?:[a-z]+ )?per\s"
    r"(?P<per>[^.;,]{{3,40}}),?\s[^.;]{{0,40}}?{makes}\s"
    r"[^.;\ue000-\uf8ff]{{0,20}}(?P<total>{amount})",
    makes=_MAKES,
)
# the text of a rate: 8 "per 100,000"
_PER_MANY = lazy(r"\bper (?P<many>1,000|10,000|100,000|million)\b")
_ANYBODY = frozenset(("person", "individual", "head"))
_INHABITANTS = frozenset("person resident inhabitant population".split())
# "city of" 300,000, "population of" 300,000
_PEOPLED = lazy(
    r"\b(?:population|city|town|county|state|country|community|borough|nation)"
    r" (?:of|is|was) (?:about |nearly |some |roughly |more than |just over )?$"
)
_OF_THEM = lazy(r" of (?:them|those|these)\b")
_LONGEST = 160  # characters of such a tie
_REACH = 2  # sentences looked at, back from that of the mean


def each(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """Every total that a sentence shares out."""
    text = skeleton.text
    if SIGNS["rate"] in text:
        yield from _per_inhabitants(reading, skeleton)
    one_each = " or " in text and (" a " in text or " an " in text)  # "or $1,500 an officer"
    if one_each or not CUES.isdisjoint(skeleton.words):
        for figure in skeleton.figures:
            if family(figure) or figure.kind in ("count", "number", "rate"):
                yield from _shared_out(reading, index, skeleton, figure)
    told = "average" in text or "mean" in text or "total" in text
    if told and skeleton.amounts > 1:
        yield from _product(reading, index, skeleton)
    if " at " in text and " of " in text and SIGNS["money"] in text:
        yield from _at_rate(reading, skeleton)


def _shared_out(
    reading: Reading, index: int, skeleton: Skeleton, mean: Figure
) -> Iterator[Relation]:
    """A figure told as so much each, with the total and the number it is shared by."""
    at = skeleton.sign_of(mean)
    shared = _shared_by(skeleton, mean)
    if shared is None:
        return
    of, time = shared
    if _THAT_IS.match(skeleton.text[:at]) and not skeleton.within(0, at) and index:
        told = list(reading.by_sentence[index - 1])
        where = Span(skeleton.start, mean.start)
        loose = 2  # nothing else may be counted there
    else:
        told = list(skeleton.within(0, at))
        tie = _TIE.search(skeleton.text, max(0, at - _LONGEST), at)
        if not told or tie is None or skeleton.sign_of(told[-1]) >= tie.start():
            return
        last = max((skeleton.sign_of(f) for f in told if family(f) == "count"), default=at)
        if ";" in skeleton.text[last:at]:
            return  # "at the first, 14; at the second, 11; at the third and fourth, eight each"
        where = Span(skeleton.offset(tie.start()), mean.start)
        loose = 9
    counted = [f for f in told if (f.value or 0) > 1 and family(f) not in (None, "percent")]
    total, count = _total_and_count(reading, index, counted[-2:], mean, of)
    if total in skeleton.figures and _EACH.match(skeleton.text, skeleton.sign_of(total) + 1):
        return  # "$300,000 for each of the first two, $50,000 for each of the nine"
    rivals = [f for f in counted if f is not total and f is not count and family(f) == "count"]
    if total and count and len(counted) <= loose and not rivals:
        years = _years(skeleton) if time else Fraction(1)
        options = {"count": str((count.value or 1) * years), "unit": ""}
        if years and time in ("", "year"):
            yield relation("mean", reading, [where], options, total=total, mean=mean, count=count)


def _shared_by(skeleton: Skeleton, mean: Figure) -> tuple[set[str], str] | None:
    """What a figure is told per, where it is named, and a time it is told per besides."""
    at = skeleton.sign_of(mean)
    if mean.kind == "rate":  # its text holds what it is per: "5.8 per person"
        of = (mean.unit or "").removeprefix("per ")
        return None if not of.isalpha() or of in _TIMES else ({singular(of)}, "")
    match = _EACH.match(skeleton.text, at + 1)
    if match is None:
        average = _AVERAGE_OF.search(skeleton.text, max(0, at - 50), at)
        return (set(), "") if average and _ENDS.match(skeleton.text, at + 1) else None
    if mean.kind == "count" and _PLACED.match(skeleton.text, at + 1):
        return None
    named = match["of"].split() if match["of"] else []
    if named and named[0] in _TIMES:
        return None
    return {singular(w) for w in named}, (match["time"] or "").split(" ")[-1]


def _years(skeleton: Skeleton) -> Fraction:
    """The one number of years that a sentence tells; 0 where it is not one."""
    told = [f.value for f in skeleton.figures if f.kind == "duration" and f.unit == "years"]
    return (told[0] or Fraction(0)) if len(told) == 1 else Fraction(0)


def _total_and_count(
    reading: Reading, index: int, told: list[Figure], mean: Figure, of: set[str]
) -> tuple[Figure | None, Figure | None]:
    """Which of the last two figures is the total, and which the number that shares it."""
    kind = family(mean) or "count"
    like = [f for f in told if family(f) == kind and (f.value or 0) > (mean.value or 0)]
    if not like or (len(like) > 1 and like[0].value == like[1].value):
        return None, None
    total = max(like, key=lambda f: f.value or 0)
    others = [f for f in told if f is not total and family(f) == "count"]
    count = others[-1] if len(others) == 1 else None
    if of:
        fits = count and (noun_of(reading, count) in of or _counts_them(reading, count, of))
        count = count if fits else _counted(reading, index, of, mean, total)
    return total, count


def _counts_them(reading: Reading, figure: Figure, nouns: set[str]) -> bool:
    """Whether "204 of them" counts what one of *nouns* names just before."""
    skeleton = reading.sentences[figure.sentence]
    if not _OF_THEM.match(skeleton.text, skeleton.sign_of(figure) + 1) or not figure.sentence:
        return False
    before = reading.by_sentence[figure.sentence - 1]
    return any(noun_of(reading, f) in nouns for f in before)


def _counted(
    reading: Reading, index: int, nouns: set[str], mean: Figure, total: Figure | None = None
) -> Figure | None:
    """The nearest figure before the mean that counts one of *nouns*."""
    for at in range(index, max(-1, index - _REACH), -1):
        skeleton = reading.sentences[at]
        for figure in reversed(reading.by_sentence[at]):
            if figure.end > mean.start or figure is total or family(figure) != "count":
                continue
            if at < index and of_other_time(skeleton):
                continue
            noun = noun_of(reading, figure)
            if figure.value and (noun in nouns or (noun in PERSONS and nouns & _ANYBODY)):
                return figure
    return None


def _per_inhabitants(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``480 homicides in a state of 6 million people, 8 per 100,000``."""
    for mean in skeleton.figures:
        per = _PER_MANY.search(mean.text) if mean.kind == "rate" else None
        counts = [f for f in skeleton.figures if family(f) == "count" and f.value]
        people = [f for f in counts if _is_population(skeleton, f)]
        totals = [f for f in counts if f not in people]
        if per is None or len(people) != 1 or len(totals) != 1 or not people[0].value:
            continue
        many = 10**6 if per["many"] == "million" else int(per["many"].replace(",", ""))
        options = {"count": str(people[0].value / Fraction(many)), "unit": ""}
        where = Span(mean.start, mean.end)
        yield relation(
            "mean", reading, [where], options, total=totals[0], mean=mean, count=people[0]
        )


def _is_population(skeleton: Skeleton, figure: Figure) -> bool:
    at = skeleton.sign_of(figure)
    if _PEOPLED.search(skeleton.text, max(0, at - 50), at):
        return True
    return head(skeleton, figure) in _INHABITANTS and (figure.value or 0) >= 10000


def _at_rate(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``$177,600 in penalties, at the rate of $200 per violation, for 888 instances``."""
    for match in _AT_RATE.finditer(skeleton.text):
        mean, count, total = (skeleton.group(match, g) for g in ("mean", "count", "total"))
        if not (mean and count and total and count.value):
            continue
        if family(mean) not in (family(total), None) or total.hedge:
            continue
        if _NOT_ONLY.search(skeleton.text, match.end("total"), match.start("tie")):
            continue
        of = singular(match["of"] or (mean.unit or "").removeprefix("per "))
        noun = head(skeleton, count)
        # "at $50 per day for 30 workers" has more to it than the two
        if noun == of or {of, noun} <= _INSTANCES:
            options = {"count": str(count.value), "unit": ""}
            tie = skeleton.span(match, "tie")
            yield relation("mean", reading, [tie], options, total=total, mean=mean, count=count)


def _product(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """An average times a count that the text multiplies out."""
    for match in (
        m for t in (_PRODUCT, _COUNT_AT, _EACH_OF, _PAYMENTS) for m in t.finditer(skeleton.text)
    ):
        mean, count, total = (skeleton.group(match, g) for g in ("mean", "count", "total"))
        if _MONEY_AND.search(skeleton.text, 0, match.start()):
            continue
        if mean and count and total and count.value:
            if is_taken_off(skeleton, mean, count, total):
                continue  # "1,200 at $15 each for a total of $17,200 after a discount"
            tie = skeleton.span(match, "tie")
            options = {"count": str(count.value), "unit": ""}
            yield relation("mean", reading, [tie], options, total=total, mean=mean, count=count)
    for match in _COST.finditer(skeleton.text):
        mean, total = skeleton.group(match, "mean"), skeleton.group(match, "total")
        nouns = {singular(w) for w in match["per"].split()}
        counted = _counted(reading, index, nouns, mean) if mean else None
        if mean and total and counted and family(mean) == family(total) and counted.value:
            tie = skeleton.span(match, "tie")
            options = {"count": str(counted.value), "unit": ""}
            yield relation("mean", reading, [tie], options, total=total, mean=mean, count=counted)
