"""Marks that a number is said to have passed, and plans that it is said to go beyond.

``2,962 people in April, the first time the figure has dipped below 3,000``; ``rose to 1,050,
surpassing 1,000 for the first time``; ``540 people, more than the 400 it was built for``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import COUNTED, family, head, of_one_kind

_FELL = r"(?:dipp|dropp|slipp|fall|fell|sunk|sank|gone|been|sinking|going|declin|plung)[a-z]*"
_ABOVE = (
    r"surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|topp?(?:s|ed|ing)?|pass(?:es|ed|ing)?"
    r"|cross(?:es|ed|ing)?|(?:[a-z]+ )(?:above|past|beyond|over)"
)
_PASSES = rf"(?:(?P<above>{_ABOVE})|(?P<below>{_FELL} (?:below|under)))(?: the)?"
_ON = r"(?:[^.;:()\ue000-\uf8ff]|{date}){{0,60}}?"
_ANY = r"{amount}|{rate}|{percent}"
_WHILE = r"(?:[^.;:()\ue000-\uf8ff]|{date}|{duration}){{0,60}}?"
_ITSELF = (
    r"(?:it|that|they|(?:the|its|their)\s(?:(?P<sort>[a-z]+)\s)?"
    r"(?:number|figure|total|toll|count|tally|rate))"
)
# 2,962 "in April, the first time the figure has dipped below" 3,000
_FIRST_TIME = pattern(
    r"(?P<figure>{amount})"
    + _ON
    + r",\s\W?the\s(?:first|{rank})\stime\s(?P<what>[^.;:()\ue000-\uf8ff]{{0,50}}?)"
    r"\b(?:has|have|had)\s{passes}\s(?P<limit>{amount})",
    passes=_PASSES,
)
_NO_PART = r"(?!\s(?:in|for|across|among|at|an?|of)\b)"  # "exceeded 4 inches in a month"
# 3.9 "in May, which is the first time since 1998 that the rate fell below" 4
_FIRST_SINCE = pattern(
    rf"(?P<figure>{_ANY})"
    + _ON
    + r"(?P<tie>,)\s\W?(?:which\s(?:is|was|marks|marked)\s)?the\s(?:first|{rank})\stime\s"
    rf"(?:(?:since|in)\s(?:about\s|more\sthan\s)?(?:{{date}}|{{duration}})\s)?(?:that\s)?{_ITSELF}\s"
    rf"(?:(?:has|have|had|was|were)\s)?{{passes}}\s(?P<limit>{_ANY}){_NO_PART}",
    passes=_PASSES,
)
# "It was the first close above" 29,000
_FIRST_CLOSE = pattern(
    r"^\W*(?:it|that|this)(?:'s|\sis|\swas)(?:\salso)?\sthe\s(?:first|{rank})\s"
    r"(?:close|finish|reading|month|year|week|quarter|season)\s(?:(?P<above>above|over)"
    rf"|(?P<below>below|under))\s(?P<limit>{_ANY}){_NO_PART}"
)
# "With" 512 "deaths so far, the county has surpassed" 500
_WITH = pattern(
    r"(?:^\W*|\s-{{1,2}}\s|:\s)(?:with|at(?=\s(?:about\s|nearly\s)?{n},))"
    r"\s(?:about\s|nearly\s)?(?P<figure>{n})" + _WHILE + r",\s"
    r"(?:the\s)?[a-z]+(?:\s[a-z]+){{0,2}}?\s(?:(?:has|have|had)\s(?:now\s|already\s)?)?"
    r"(?:(?P<above>surpassed|exceeded|topped|passed|eclipsed|crossed)"
    rf"|(?P<below>{_FELL} (?:below|under)))"
    r"\s(?:the\s)?(?P<limit>{n})"
    r"(?=[.;,]|\sfor\b|\sthis\b|\sin\b|[ -](?:mark|threshold|level|milestone)(?=[.;,]|$))"
)
# "It is the first time the number has surpassed" 60 million, after the one that did
_IT_IS = pattern(
    r"^\W*(?:it|that|this)(?:'s|\sis|\swas|\smarks|\smarked)\sthe\s(?:first|{rank})\stime\s"
    r"(?:[^.;:,()\ue000-\uf8ff]{{0,60}}?\s)?the\s(?:[a-z]+\s)?(?:number|figure|total|toll|count"
    r"|tally|backlog|population)\s(?:has|have|had)\s{passes}\s(?P<limit>{amount})",
    passes=_PASSES,
)
# "rose to" 1,050", surpassing" 1,000; "fell to" 2,962", dipping below" 3,000
_MOVED_TO = pattern(
    r"\b(?:rose|grew|climbed|jumped|increased|swelled|surged|fell|dropped|declined|decreased|sank"
    r"|plunged|shrank|came|went|stood|up|down)\s(?:in\s{date}\s)?(?:to|at)\s(?:about\s|nearly\s)?"
    r"(?P<figure>{amount})" + _ON + r",\s(?:(?P<above>surpassing|topping|passing|exceeding|crossing"
    r"|moving (?:above|past|beyond))|(?P<below>(?:dipping|dropping|falling|slipping|sinking|going)"
    r" (?:below|under)))\s(?:the\s)?(?P<limit>{amount})"
    r"(?!\s(?:only|just|once|twice|briefly|again)\b)",
)
# 120 "attended, more than the" 100 "expected"
_PLANNED = pattern(
    r"(?P<figure>{amount})" + _ON + r",\s(?:(?:far|well|slightly|many)\s)?(?:(?P<above>more|higher)"
    r"|(?P<below>fewer|less|lower))\sthan\s(?:the|its|their)\s(?P<limit>{amount})\s"
    r"(?:(?:people|beds|[a-z]+s)\s)?(?:(?:that|which)\s)?(?:(?:were|was|had been)\s)?"
    r"(?:(?:it|they|officials|organizers|the\s[a-z]+)\s(?:had\s)?)?(?:expected|planned|budgeted"
    r"|projected|anticipated|allowed|permitted|authorized|forecast|predicted|sought|requested"
    r"|required|hoped for|it was (?:built|designed))\b"
)
_THE = (
    r"(?:(?:the|its|their|a|an|{date}'s|last\s[a-z]+'s)\s(?:(?:previous|old|earlier|last)\s)?"
    r"(?:(?:record|high|mark|total|peak|count|goal|target|forecast|estimate|quota|average)\sof\s)?)"
)
# "The total of" 312 "homicides was above" 300 "for the first time since 2015"
_WAS = pattern(
    r"(?P<figure>{amount})\s(?:[a-z-]+\s){{1,3}}?(?:(?:in|of|for)\s(?:{date}|[a-z]+)\s"
    r"|last\s[a-z]+\s)?(?:was|were|is|are)\s(?:(?:well|far|slightly|just|still)\s)*"
    r"(?:(?P<above>above|over)|(?P<below>below|under))\s(?:the\s)?(?P<limit>{amount})"
    r"(?=\sfor the (?:first|{rank}) |\s(?:mark|threshold|level)\b)"
)
# 512 "homicides, above the" 500 "mark"
_MARK = pattern(
    r"(?P<figure>{amount})" + _ON + r",\s(?:(?:well|far|slightly|just|still)\s)*"
    r"(?:(?P<above>above|over|past|beyond|(?:topp|pass|cross|surpass|exceed)ing)"
    r"|(?P<below>below|under|short of))"
    r"\sthe\s(?P<limit>{amount})[ -](?:mark|threshold|level|milestone)\b"
)
# "The" 512 "arrests exceeded the" 480 "of the year before", ", topping last year's" 480
_TOPPED = pattern(
    r"(?P<figure>{amount})\s(?:[a-z-]+\s){{1,3}}?(?:(?:made|recorded|reported|seen)\s)?"
    r"(?:(?:in|of)\s(?:[a-z]+|{date})\s|(?:last|this)\s[a-z]+\s|{date}\s)?(?:,\s)?"
    r"(?P<above>topped|passed(?=\s(?:the|its)\s(?:goal|target|mark|record)\b)|surpass(?:ed|es)"
    r"|exceed(?:ed|s)|eclips(?:ed|es)|outnumber(?:ed|s)"
    r"|(?<=,\s)(?:topping|surpassing|exceeding|eclipsing))\s" + _THE + r"(?P<limit>{amount})"
    r"(?!\s(?:percent|more|fewer|only|if)\b)"
)
# "At" 512", arrests were well below the" 580 "of last year": of what is counted, and no age
_AT = pattern(
    r"\bat\s(?:about\s|nearly\s)?(?P<figure>{amount}),\s(?:[a-z'-]+\s){{0,3}}?"
    r"(?:arrests|detentions|deportations|removals|encounters|apprehensions|crossings|seizures"
    r"|deaths|births|killings|homicides|murders|robberies|burglaries|thefts|cases|sales|claims"
    r"|applications|admissions|enrollment|attendance|turnout|prices|costs|receipts|revenues)\s"
    r"(?:were|was|are|is|remained?|stayed)\s(?:(?:well|far|slightly|just|still)\s)*"
    r"(?:(?P<above>above|over|(?:more|higher|greater|larger) than)"
    r"|(?P<below>below|under|(?:fewer|lower|less|smaller) than))\s" + _THE + r"(?P<limit>{amount})"
)
# "fell below" 500", to" 480; "passed" 500 "for the first time, reaching" 512
_TO = pattern(
    rf"\b{_PASSES}\s(?P<limit>{{amount}})(?:\s[a-z]+)?(?:\sfor the (?:first|{{rank}}) time)?,\s"
    r"(?:to|reaching|hitting|falling to|dropping to|climbing to|rising to)\s(?P<figure>{amount})"
)
# "ended the year below" 500 "homicides, with" 478
_ENDED = pattern(
    r"\b(?:ended|finished|closed|stayed|remained|ends|finishes)\s(?:(?:the|last|this)\s[a-z]+\s)?"
    r"(?:(?P<above>above|over)|(?P<below>below|under))\s(?P<limit>{n})(?:\s[a-z]+){{0,3}}?"
    r"(?:\slast\s[a-z]+|\sfor the (?:first|{rank}) [a-z ]+)?,\s(?:with|at)\s(?P<figure>{n})"
    r"(?=[.,;]|$|\s(?:in all|recorded|reported|counted)\b)"
)
# "increased 454.84 points, or 1.59 percent, to" 29,100.50
_MOVED = lazy(
    r"(?:\b(?:(?P<up>rose|climbed|jumped|increased|gained|surged)"
    r"|(?P<down>fell|dropped|declined|slid|lost|shed)|at)\b"
    r"[^.;:]*(?:, | )to|\bat) $"
)
# 4.1 "in June, up from May, the first time": it was May that passed the mark
_AFTER = lazy(r"\b(?:after|from|than|before|following)\b")
# "did not exceed", "would have topped"
_DOUBTED = lazy(
    r"\b(?:not|never|neither|nor|could|may|might|would|will|should|if|unless|yet|short of|far from"
    r"|only|on pace|expected|likely|hours)\b|n't\b"
)
TENFOLD = 12  # a digit too few or too many makes a number so many times smaller or larger
PAIR = 2
# each with the words one of which it cannot do without, and whether it is said of the first amount
_TESTS = tuple(
    (test, frozenset(words.split()), of_first)
    for test, words, of_first in (
        (_FIRST_TIME, "time", False),
        (_FIRST_SINCE, "time", False),
        (_WITH, "surpassed exceeded topped passed eclipsed crossed below under", True),
        (
            _MOVED_TO,
            "surpassing topping passing exceeding crossing moving dipping dropping falling slipping"
            " sinking going",
            False,
        ),
        (
            _PLANNED,
            "expected planned budgeted projected anticipated allowed permitted authorized forecast"
            " predicted sought requested required hoped built designed",
            False,
        ),
        (_ENDED, "ended finished closed stayed remained ends finishes", False),
        (_WAS, "above over below under", True),
        (_MARK, "mark threshold level milestone", False),
        (
            _TOPPED,
            "topped topping passed surpassed surpasses surpassing exceeded exceeds exceeding"
            " eclipsed eclipses eclipsing outnumbered outnumbers",
            True,
        ),
        (_AT, "above over below under than", True),
        (
            _TO,
            "surpass surpasses surpassed surpassing exceed exceeds exceeded exceeding top tops"
            " topped topping pass passes passed passing cross crosses crossed crossing above past"
            " beyond over below under",
            False,
        ),
    )
)


def passed(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The marks and plans of a sentence, each with the figure that is said to go beyond it."""
    if len(skeleton.figures) > 1:
        text = skeleton.text
        lacks = skeleton.words.isdisjoint
        for test, words, of_first in _TESTS:
            for match in () if lacks(words) else test.finditer(text):
                figure = skeleton.group(match, "figure")
                if of_first and (figure is not _first(skeleton, figure) or _DOUBTED.search(text)):
                    continue  # "The 512 arrests, made by 40 officers, exceeded the 45 planned"
                if test is _FIRST_TIME and not _of_its_sort(skeleton, match, figure):
                    continue
                if test is _FIRST_SINCE and not _is_of_it(skeleton, match):
                    continue
                yield from _told(reading, skeleton, match, figure)
    if index and (back := _IT_IS.match(skeleton.text)):
        amounts = [f for f in reading.by_sentence[index - 1] if family(f)]
        if len(amounts) == 1:
            yield from _told(reading, skeleton, back, amounts[0])
    if index and " the " in skeleton.text and (close := _FIRST_CLOSE.match(skeleton.text)):
        before = reading.sentences[index - 1]
        ends = [
            (f, move)
            for f in before.figures
            if (move := _MOVED.search(before.text, 0, before.sign_of(f)))
        ]
        if len(ends) == 1 and not ends[0][1]["down" if close["above"] else "up"]:
            yield from _told(reading, skeleton, close, ends[0][0])


def _of_its_sort(skeleton: Skeleton, match: re.Match[str], figure: Figure | None) -> bool:
    """Whether the number that passed its mark is of what the figure counts."""
    _, of, what = match["what"].partition(" of ")
    named = {singular(word) for word in what.split()}
    return not of or figure is None or head(skeleton, figure) in named


def _is_of_it(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether a figure is of the rate that passed its mark, and of no later time than that."""
    between = skeleton.text[match.end("figure") : match.start("tie")]
    if match["sort"] and match["sort"] not in skeleton.text[: match.start("tie")].split():
        return False  # "Inflation was 2.1 percent, the first time that the core rate fell below 2"
    return not _AFTER.search(between)


def _first(skeleton: Skeleton, figure: Figure | None) -> Figure | None:
    """The first amount of a sentence that can be set against *figure*."""
    return next((f for f in skeleton.figures if figure and family(f) == family(figure)), None)


def _told(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], figure: Figure | None
) -> Iterator[Relation]:
    limit = skeleton.group(match, "limit")
    if figure and limit and _are_alike(figure, limit) and _is_near(skeleton, figure, limit):
        side = "above" if match["above"] else "below"
        tie = skeleton.span(match, side)
        yield relation("bound", reading, [tie], {"side": side}, figure=figure, limit=limit)


def _are_alike(figure: Figure, limit: Figure) -> bool:
    """Whether a figure and a limit are of one kind; a rate, and a number with a fraction, too."""
    if None in (figure.value, limit.value) or not of_one_kind(figure, limit):
        return False
    return figure.kind in COUNTED or family(figure) == family(limit)


def _is_near(skeleton: Skeleton, figure: Figure, limit: Figure) -> bool:
    """Whether a figure may be the one that passed the mark.

    Neither is twice the other, or so many times it as a digit too few makes where the sentence
    has no other number.
    """
    low, high = sorted((figure.value or 0, limit.value or 0))
    return high <= (TENFOLD if skeleton.amounts == PAIR else 2) * low
