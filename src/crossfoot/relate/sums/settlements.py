"""Settlements: ``the $2.1 million settlement requires it to pay $1.5 million in penalties, …``.

What a judgment orders to be paid is told in full: penalties, restitution, costs and fees make its
amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import Row, rows
from crossfoot.relate.wording.slips import is_a_slip_apart

_DEED = r"(?:settlement|judgment|judgement|agreement|resolution|decree|penalty package)"
# "$2.1 million settlement requires", "settlement totaling $2.1 million calls for"
_ORDERS = pattern(
    r"(?:(?P<before>{money})[\s-](?:[a-z]+\s){{0,3}}?{deed}"
    r"|{deed}\s(?:[a-z]+\s){{0,3}}?(?:totall?ing|of|worth)\s(?P<after>{money}))"
    r"(?:\s[a-z]+){{0,4}}?\s(?P<tie>requires?|required|orders|calls for|obligates|compels"
    r"|includes?|included|consists? of|comprises)\b",
    deed=_DEED,
)
# "will pay $540,000, including", "pay a total of $540,000, which includes"
_PAYS = pattern(
    r"\b(?:pay|paid|pays|paying)\s(?:a\s(?:combined\s)?total\sof\s)?(?P<before>{money}),?\s"
    r"(?:[a-z]+\s){{0,5}}?(?P<tie>including|which includes?|that includes?|includes)\b"
)
# "Under the $540,000 judgment, the firm must pay"
_UNDER = pattern(
    r"\b[Uu]nder\s(?:the|an?)\s(?P<before>{money})[\s-](?:[a-z]+\s){{0,2}}?{deed},?\s"
    r"[^.;:,\ue000-\uf8ff]{{2,60}}?\b(?P<tie>(?:must|will|agreed to|is to|has to) pay)\b",
    deed=_DEED,
)
# "… will pay $540,000. The settlement consists of"
_CONSISTS = lazy(
    rf"\W*(?:the|this|that)\s(?:{_DEED}|amount|sum|total|payment|penalty|fine|figure)\s"
    r"(?P<tie>consists? of|comprises|is (?:comprised|composed|made up) of|is broken down as)\b"
)
# a sentence without one of these imposes no payments
_TIES = frozenset(
    "require requires required orders calls obligates compels include includes included including"
    " consist consists comprises".split()
)
_OF_ORDERS = frozenset("under consists consist comprises comprised composed made".split())
# what such amounts are paid for: "in civil penalties", "for investigative costs"
_FOR = lazy(
    r"\s(?:in|for|as|of|to cover)\s(?:[a-z'-]+\s){0,5}?(?:penalt(?:y|ies)|fines?|restitution|costs?"
    r"|fees?|damages|relief|reimbursements?|forfeiture|disgorgement|refunds?|interest|funds?"
    r"|wages|expenses|projects?)\b"
)
# "must also pay a further $20,000 to a fund"
_ALSO = pattern(
    r"\b(?:also|additionally|in addition|must|will)\b[^.;\ue000-\uf8ff]{{0,50}}"
    r"\b(?P<tie>additional|another|further)\b[^.;\ue000-\uf8ff]{{0,20}}\s(?P<part>{money})"
)
_MORE = lazy(r"\b(?:as well as|plus|injuncti|other|up to|suspended|per violation)\b")
REACH = 3  # sentences after the order in which a further payment is told
SHORT = Fraction(3, 4)  # of an amount that "including" opens: fewer parts leave some unnamed


def settlements(reading: Reading) -> Iterator[Relation]:
    """Payments that one order imposes, against the amount it is said to be worth."""
    yield from _closely(reading)
    for index, skeleton in worded(reading, _TIES, fewest=3):
        for source, named in ((_ORDERS, True), (_PAYS, False)):
            match = source.search(skeleton.text)
            if match is None:
                continue
            group = "before" if match["before"] else "after"
            whole, row = skeleton.group(match, group), _payments(skeleton, match.end())
            if whole is None or row is None or _MORE.search(skeleton.text, match.end()):
                continue
            parts = (*row.figures, *_further(reading, index))
            if _in_full(parts, whole, named=named):
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=whole)
            break


def _closely(reading: Reading) -> Iterator[Relation]:
    """Payments that make their amount but for a slip, told under it or right behind it."""
    for index, skeleton in worded(reading, _OF_ORDERS, fewest=2):
        match = _UNDER.search(skeleton.text)
        whole = skeleton.group(match, "before") if match else None
        if whole is None and (match := _CONSISTS.match(skeleton.text)) and index:
            told = [f for f in reading.by_sentence[index - 1] if f.kind == "money"]
            whole = told[0] if len(told) == 1 else None
        row = _payments(skeleton, match.end()) if match and whole else None
        if match is None or whole is None or row is None:
            continue
        if _MORE.search(skeleton.text, match.end()):
            continue
        if row.total.meets(whole.range) or is_a_slip_apart(whole, row.figures):
            tie = skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], {"claim": "full"}, parts=row.figures, whole=whole)


def _payments(skeleton: Skeleton, start: int) -> Row | None:
    """The row of payments, each with what it is paid for, that ends the sentence's amounts."""
    for row in rows(skeleton):
        if row.figures[0].kind != "money" or row.start < start or skeleton.within(start, row.start):
            continue
        paid_for = all(_FOR.match(skeleton.text, skeleton.sign_of(f) + 1) for f in row.figures)
        later = any(f.kind == "money" for f in skeleton.within(row.end, len(skeleton.text)))
        last = skeleton.sign_of(row.figures[-1])
        closed = re.search(r"\band\b", skeleton.text[skeleton.sign_of(row.figures[-2]) : last])
        return row if paid_for and closed and not later else None
    return None


def _further(reading: Reading, index: int) -> tuple[Figure, ...]:
    """A payment that a following sentence adds."""
    for skeleton in reading.sentences[index + 1 : index + 1 + REACH]:
        if match := _ALSO.search(skeleton.text):
            part = skeleton.group(match, "part")
            return (part,) if part else ()
    return ()


def _in_full(parts: tuple[Figure, ...], whole: Figure, *, named: bool) -> bool:
    """Whether the parts leave no room for others: all of an order, or three kinds of payment."""
    total = sum((p.value for p in parts if p.value is not None), Fraction(0))
    if whole.value is None or any(p.value is None or p.value >= whole.value for p in parts):
        return False
    return named or (len(parts) > 2 and total >= SHORT * whole.value)
