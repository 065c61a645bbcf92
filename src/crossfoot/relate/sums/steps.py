"""Two numbers and what they make, told together: ``adds 11 to the 12, for a total of 23``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.announced import one_deed
from crossfoot.relate.sums.mentions import is_more, mentions
from crossfoot.relate.sums.ties import is_called_total
from crossfoot.relate.sums.unsure import WIDER
from crossfoot.relate.wording.kinds import alike, is_kind
from crossfoot.relate.wording.phrases import phrase, relation, singular
from crossfoot.relate.wording.rows import family, head, is_price, rows
from crossfoot.relate.wording.so_many_each import is_taken_off

# "Three firms will pay $20,000 each, for a total of $60,000"; "four men face two counts each,
# eight in all"; "each of the four men faces two counts, a total of eight"
_EACH = pattern(
    r"(?P<n>{n})\s[^.;]{{1,80}}?(?:(?P<part>{amount})\s(?:[a-z]+\s)?(?P<tie>each|apiece)\b"
    r"|\b(?P<each>each)\s(?:[a-z]+\s){{1,3}}(?P<share>{amount}))[^.;\ue000-\uf8ff]{{0,40}}?"
    r"(?:\btotal(?:ing|ling)?(?: of)?\s(?P<whole>{amount})"
    r"|,\s(?P<sum>{amount})\s(?:[a-z]+\s)?(?:in all|in total|altogether)\b)"
)
# "$9,000 … in three transactions of $3,000 each"
_TIMES = pattern(
    r"(?P<whole>{amount})\s[^.;\ue000-\uf8ff]{{0,60}}?(?:\b(?:in|through|with|over|,)\s|: )"
    r"(?:[a-z]+\s)?(?P<n>{n})\s(?:[a-z]+\s){{1,3}}of\s(?P<part>{amount})\s(?P<tie>each|apiece)\b"
)
# "closed 1,015 of them and 225 are still open"
_OPPOSED = pattern(
    r"\b(?:closed|resolved|solved|cleared|settled|decided|completed|identified|recovered|found"
    r"|paid|sold|returned)\s(?P<one>{amount})\sof (?:them|those|these)\b[^.;\ue000-\uf8ff]{{0,40}}?"
    r"\b(?:and|while|but)\s(?P<other>{amount})\s(?P<tie>(?:are|were|remain|remained)\s(?:still\s)?"
    r"(?:open|pending|unresolved|unsolved|outstanding|missing|unpaid|unsold|unidentified|not)"
    r"|have not|had not|(?:are|were) still)\b"
)
# "In addition to today's three defendants, … three pleaded guilty", after "a total of six"
_ADDED = pattern(
    r"\W*(?P<tie>in addition to)\s(?:[a-z\ue000-\uf8ff']+\s){{0,2}}(?P<one>{n})\s"
    r"[^.;\ue000-\uf8ff]{{3,90}}?(?:[\ue000-\uf8ff][^.;\ue000-\uf8ff]{{3,60}}?)??,\s"
    r"(?:[a-z]+\s){{0,2}}?(?P<other>{n})\s(?!(?:year|month|week|day)s?\b)"
)
# "The 31 and the 12 add up to the 43", "32,000 and 291,000 make 323,000"
_STATED = pattern(
    r"(?:^\W*|[:;]\s|\b(?:said|that|so|because)\s)(?:the\s)?(?P<one>{amount})\s"
    r"(?:[a-z]+\s){{0,2}}?(?:and|plus)\s(?:the\s)?(?P<other>{amount})\s(?:[a-z]+\s){{0,2}}?"
    r"(?P<tie>adds? up to|added up to|makes?|equals?)\s(?:the\s|a total of\s)?(?P<whole>{amount})"
)
# "adds 11 defendants to the 12 already charged, for a total of 23", "joining 12 others, … total"
_ADDED_TO = pattern(
    r"\b(?P<tie>add(?:s|ed|ing)?|join(?:s|ed|ing)?)\s(?:another\s|an additional\s)?(?P<one>{n})\s"
    r"[^.;,:\ue000-\uf8ff]{{3,60}}?\bto (?:the|an?|a previous|an earlier)\s(?P<other>{n})\s"
    r"[^.;:\ue000-\uf8ff]{{3,80}}?(?:total of|total to|total number of [a-z]+ to|making)\s"
    r"(?P<whole>{n})"
)
# "nine more people were charged, bringing the number of defendants to 31", "another 24 in Salem,
# for a total of 55"
_BROUGHT = pattern(
    r"(?:(?P<last>{amount})\s(?:additional|more|other|further)\s"
    r"|\b(?:another|an additional|a further)\s(?P<another>{amount})[\s,])"
    r"(?:[^.;:\ue000-\uf8ff]|{date}){{0,80}}?"
    r"\b(?P<tie>(?:bringing|raising|pushing|lifting|taking"
    r"|(?:which |that )?(?:brings?|brought|raise[sd]?|push(?:es|ed)?|lift(?:s|ed)?|takes?|took))\s"
    r"(?:the|its|their|this year's)\s(?:running\s|overall\s|death\s|body\s)?"
    r"(?:total|number|tally|toll|count)"
    r"(?: number)?(?: of)?\s?[^.;,\ue000-\uf8ff]{{0,30}}?\bto|(?:for|making) a total of"
    r"|(?:which |that )?(?:result(?:s|ed|ing) in|makes?|made|gives?|gave|yield(?:s|ed)?) a total of"
    r"|resulting in (?:charges|cases|complaints|indictments)[^.;:\ue000-\uf8ff]{{0,30}}? against"
    r"|the total (?:is|was|comes to|came to|rose to|stands at))\s(?P<whole>{amount})"
)
# "a net gain of 350"
_NET = pattern(
    r"\b(?P<tie>(?:net|an?)\s(?P<way>gain|increase|rise|growth|loss|decrease|decline|drop"
    r"|reduction)s?)"
    r"\sof\s(?P<whole>{amount})"
)
_UP = lazy(
    r"\b(?:rose|risen|grew|added?|adding|gain(?:s|ed)?|hired?|increased?|opened|more|arrived|up)\b"
)
_DOWN = lazy(
    r"\b(?:fell|fallen|dropped|declined?|decreased?|lost|losing|closed|left|fewer|less|cut|fired"
    r"|retired|departed|down)\b"
)
_ITS = lazy(r"\b(?:its|their)\b")
BEFORE = 3  # sentences before the first of them in which what was there before is told
_GAINS = frozenset("gain increase rise growth".split())


def stated(reading: Reading, index: int) -> Iterator[Relation]:
    """A sum said in so many words: ``The 31 and the 12 add up to 43``."""
    skeleton = reading.sentences[index]
    for match in _STATED.finditer(skeleton.text):
        one, other, whole = (skeleton.group(match, g) for g in ("one", "other", "whole"))
        if one and other and whole and family(one) == family(other) == family(whole):
            tie = skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], parts=(one, other), whole=whole)


def added_to(reading: Reading, index: int) -> Iterator[Relation]:
    """``adds 11 defendants to the 12 already charged, for a total of 23``."""
    skeleton = reading.sentences[index]
    for match in _ADDED_TO.finditer(skeleton.text):
        one, other, whole = (skeleton.group(match, g) for g in ("one", "other", "whole"))
        if one and other and whole and family(one) == family(other) == family(whole):
            tie = skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], parts=(one, other), whole=whole)


def brought(reading: Reading, index: int) -> Iterator[Relation]:
    """``14 additional people were charged, bringing the total to 43``, after 29 alone."""
    skeleton = reading.sentences[index]
    for match in _BROUGHT.finditer(skeleton.text):
        last, whole = (
            skeleton.group(match, "last") or skeleton.group(match, "another"),
            skeleton.group(match, "whole"),
        )
        if last is None or whole is None or index == 0 or family(last) != family(whole):
            continue
        if WIDER.search(skeleton.text, match.start("tie"), match.start("whole")):
            continue  # "bringing the number arrested this year to"
        if any(is_kind(singular(word)) for word in match["tie"].split()):
            continue  # "bringing the number of women to", of all held
        another = match["another"] is not None
        # "additional defendants"; "another 24 in Salem" names none
        nouns = set(map(singular, phrase(skeleton, last, skip=0 if another else 1)))
        before = reading.sentences[index - 1]
        if another and not one_deed(reading, whole, before):
            continue
        told = _just_told(reading, index - 1, whole, nouns)
        if len(told) == 1 or any(row.figures == told for row in rows(before)):
            earlier = _added_to(reading, index - 1, whole, told, nouns)
            tie = skeleton.span(match, "tie")
            parts = (*earlier, *told, last)
            before_all = _had_before(reading, parts, whole)
            made = Interval.sum(f.range for f in (*before_all, *parts))
            if _ITS.search(match["tie"]) and not made.meets(whole.range):
                continue  # another's number may have been told just before
            yield relation("sum", reading, [tie], parts=(*before_all, *parts), whole=whole)


def _had_before(reading: Reading, parts: Sequence[Figure], whole: Figure) -> tuple[Figure, ...]:
    """What was there before the first part, where the total takes it in: ``It had 12``."""
    lacking = (whole.value or 0) - sum(p.value or 0 for p in parts)
    start = parts[0].sentence
    near = (f for at in range(max(0, start - BEFORE), start) for f in reading.by_sentence[at])
    return tuple(f for f in near if f.value == lacking and family(f) == family(whole))[:1]


def _just_told(
    reading: Reading, index: int, whole: Figure, nouns: Collection[str]
) -> tuple[Figure, ...]:
    """The numbers of a sentence that can be parts of *whole*, of one of *nouns* where any is."""
    skeleton = reading.sentences[index]
    return tuple(
        m.figure
        for m in mentions(reading, index)
        if family(m.figure) == family(whole)
        and not (m.compared or m.nested)
        and (not nouns or any(alike(head(skeleton, m.figure) or "", noun) for noun in nouns))
    )


def _added_to(
    reading: Reading,
    index: int,
    whole: Figure,
    told: tuple[Figure, ...],
    nouns: Collection[str],
) -> tuple[Figure, ...]:
    """What *told*, where it is an addition too, was added to: ``640. Then another 213``.

    The sentences before, one number in each, up to the first that is no addition.
    """
    found: tuple[Figure, ...] = ()
    while len(told) == 1 and index and _is_addition(reading, told[0]):
        index -= 1
        told = _just_told(reading, index, whole, nouns)
        found = (*told, *found)
    return found if len(told) == 1 else ()


def _is_addition(reading: Reading, figure: Figure) -> bool:
    skeleton = reading.sentences[figure.sentence]
    return is_more(skeleton.text, skeleton.sign_of(figure))


def added(reading: Reading, index: int) -> Iterator[Relation]:
    """``A total of six were charged. In addition to today's three, three pleaded guilty``."""
    skeleton = reading.sentences[index]
    match = _ADDED.match(skeleton.text)
    if match is None or index == 0:
        return
    one, other = skeleton.group(match, "one"), skeleton.group(match, "other")
    before = reading.sentences[index - 1]
    for whole in before.figures:
        if one and other and family(whole) == "count" and is_called_total(before, whole):
            nouns = [head(skeleton, f) for f in (one, other)]
            if all(alike(head(before, whole), noun) for noun in nouns):
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], parts=(one, other), whole=whole)
            return


def each(reading: Reading, index: int) -> Iterator[Relation]:
    """So many times the same amount."""
    skeleton = reading.sentences[index]
    for source in (_EACH, _TIMES):
        for match in source.finditer(skeleton.text):
            share = source is _EACH and match["each"] is not None
            part = skeleton.group(match, "share" if share else "part")
            number, whole = skeleton.group(match, "n"), skeleton.group(match, "whole")
            if whole is None and source is _EACH:
                whole = skeleton.group(match, "sum")
            if number is None or part is None or whole is None or number.value is None:
                continue
            if is_taken_off(skeleton, part, number, whole):
                continue
            prices = (f for f in skeleton.figures if f.start < whole.start)
            if source is _EACH and sum(is_price(skeleton, f) for f in prices) > 1:
                continue  # "50 at $12 each and 20 at $15 each, for a total of"
            if family(part) == family(whole) and number.value.denominator == 1 < number.value:
                tie = skeleton.span(match, "each" if share else "tie")
                times = {"times": str(number.value)}
                yield relation("sum", reading, [tie], times, parts=part, whole=whole)


def net(reading: Reading, index: int) -> Iterator[Relation]:
    """A rise and a fall and what they leave: ``added 520 and lost 170, a net gain of 350``."""
    skeleton = reading.sentences[index]
    match = _NET.search(skeleton.text)
    whole = skeleton.group(match, "whole") if match else None
    if match is None or whole is None:
        return
    ups: list[Figure] = []
    downs: list[Figure] = []
    at = 0
    for figure in skeleton.within(0, match.start()):
        if family(figure) != family(whole):
            continue
        sign = skeleton.sign_of(figure)
        stretch = skeleton.text[at:sign]
        up, down = _UP.search(stretch), _DOWN.search(stretch)
        if bool(up) == bool(down):
            return
        (ups if up else downs).append(figure)
        at = sign + 1
    if len(ups) == len(downs) == 1:
        more, less = (ups, downs) if match["way"] in _GAINS else (downs, ups)
        tie = skeleton.span(match, "tie")
        yield relation("sum", reading, [tie], parts=more, minus=less, whole=whole)


def opposed(reading: Reading, index: int) -> Iterator[Relation]:
    """``1,240 complaints. It closed 1,015 of them and 225 are still open``."""
    skeleton = reading.sentences[index]
    match = _OPPOSED.search(skeleton.text)
    one = skeleton.group(match, "one") if match else None
    other = skeleton.group(match, "other") if match else None
    if match is None or one is None or other is None:
        return
    for at in (index, index - 1):
        before = [
            f
            for f in (reading.by_sentence[at] if at >= 0 else ())
            if f.end < one.start and family(f) == family(one) and (f.value or 0) >= (one.value or 0)
        ]
        if before:
            tie = skeleton.span(match, "tie")
            if len(before) == 1:
                yield relation("sum", reading, [tie], parts=(one, other), whole=before[0])
            return
