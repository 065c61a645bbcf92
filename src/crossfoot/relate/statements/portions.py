"""Shares of which the same is said twice: "87% With Records", "87 percent of them had records".

What stands after a share tells what it is a share of and what holds of it; before it, "of those
held" tells the first, too. Where both agree in that, under whatever words besides, and the numbers
are a slip of the pen apart, one of the two is mistyped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.same import other_event, other_time
from crossfoot.relate.statements.slips import is_slip
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.what_changed import tells_change
from crossfoot.relate.wording.stems import meaning, stem

_FAR = 4  # times LEAD shares of a text that those of the opening are held against
_OPENING = 6  # sentences, with captions and bylines
_ALIKE = 2  # words of meaning that both predicates have
_UNTIL = lazy(r"[^.;:()\n\ue000-\uf8ff]{3,140}")
# "of those arrested | had", "of the drugs that cross | come"
_VERB = (
    r"(?:had|have|has|were|are|was|is|face|faced|lack|lacked|come|came|go|went|live|lived|said|say"
    r"|do|did|can|could|will|would|with|without|enter|entered|passed|pass)\b"
)
_OF = lazy(rf"\s(?:of|among)\s(?P<base>[^.,;:()]{{3,80}}?)(?<!that)(?<!who)(?<!which)\s(?={_VERB})")
# "87 percent | , or 133 of them, had"
_HOLDS = lazy(rf"(?:,\s(?:or\s)?[^.;,]{{1,30}},)?\s(?={_VERB})")
# of a base, the name of what brought it about: "of those held in Operation Long Road"
_NAMED = lazy(
    r"\s(?:in|during|by)\s(?:the\s)?(?:[\"“][^\"”]{3,40}[\"”]|operation(?:\s[a-z'-]+){1,3}(?=\s(?:had|have)))"
)
# "Of the 148 people arrested, | 87 percent", "Among women, "
_SET = lazy(
    r"\W*(?P<base>(?:of|among|in|at|on|during|for|from|under|by|since)\s[^.;:]{3,90}?"
    r"|(?:nation|state|city|county)wide|nationally|elsewhere|overall),\s"
    r"(?:about\s|nearly\s|some\s|almost\s|more than\s|over\s)*$",
)
_WORD = lazy(r"[A-Za-z][\w'’-]*")
_AND = lazy(r"\b(?:and|or|nor)\s(?P<word>[a-z'-]+)(?:\s(?P<noun>[a-z'-]+))?")
_NOT = frozenset("no not never without neither nor only".split())
# words that make a base no narrower than that of a headline that names none
_ANYBODY = frozenset(
    map(
        stem,
        "those them people persons individuals immigrants migrants aliens noncitizens foreigners"
        " defendants suspects offenders detainees"
        " state county city country nation area region".split(),
    )
)
_DONE = frozenset(
    map(stem, "arrested arrestees detained held caught taken apprehended custody booked".split())
)


@dataclass(frozen=True, slots=True)
class _Told:
    """Of what it is a share, and what holds of it; the words after "or", which make it of more."""

    base: frozenset[str]
    led: frozenset[str]  # of the base, what stands before the share
    deeds: frozenset[str]  # what was done to those it is a share of
    what: frozenset[str]
    besides: frozenset[str]
    denied: bool


def portions(field: Field) -> Iterator[Pair]:
    """Shares of title or lede, each with the one further on of which the same is said."""
    shares = [s for s in field.by_group["share"] if s.figure.kind == "percent"][: _FAR * LEAD]
    if len(shares) < 2:
        return
    leading = [s for s in shares if s.zone != "body" or s.figure.sentence < _OPENING]
    for one in leading[:LEAD]:
        said = _told(one)
        if len(said.what) < _ALIKE:
            continue
        for odd in shares:
            if odd.order <= one.order or odd.figure.sentence == one.figure.sentence:
                continue
            if is_slip(one, odd) and _are_one(field, one, odd, said):
                yield one, odd
                break


def _are_one(field: Field, one: Statement, odd: Statement, said: _Told) -> bool:
    """Whether what is *said* of one is said of both, and no word sets them apart."""
    if field.crowded(one) or field.crowded(odd):
        return False
    if field.settled(one) and field.settled(odd):
        return False
    if one.step or odd.step or other_time(one, odd) or tells_change(one) or tells_change(odd):
        return False
    timed = any(b - a for a, b in zip(one.when[:3], odd.when[:3], strict=True))
    if (timed and one.zone != "title") or other_event(one, odd):
        return False
    if field.told_beside(one, odd) or field.told_beside(odd, one):
        return False
    return _agree(one, odd, said, _told(odd))


def _agree(one: Statement, odd: Statement, here: _Told, there: _Told) -> bool:
    """Whether two shares are of the same, and the same holds of them."""
    if here.denied != there.denied:
        return False
    few, many = sorted((here.what, there.what), key=len)
    if len(few & many) < _ALIKE or few - many or len(many - few) > 1:
        return False
    if (here.what ^ there.what) & (here.besides | there.besides):
        return False
    return not _of_two(one, odd, here, there)


def are_of_two(one: Statement, odd: Statement) -> bool:
    """Whether two shares are told to be of two things: "of those arrested", "among women"."""
    return _of_two(one, odd, _told(one), _told(odd))


def _of_two(one: Statement, odd: Statement, here: _Told, there: _Told) -> bool:
    """The same of what was read of them: the base of one is not told in the other's sentence."""
    if there.led and there.led <= here.what:
        return True  # "with records", "of those with records"
    if here.deeds and there.deeds and not here.deeds & there.deeds:
        return True  # "of those held", "of those arrested"
    for mine, its in ((here, there), (there, here)):
        # "90% of drugs enter through ports", "80% of the drugs that enter through ports are found"
        if its.what and mine.what & its.base and not mine.what & its.what:
            return True
    for mine, other in ((here, odd), (there, one)):
        told = _words(other.skeleton.text)
        if not mine.base <= told:
            return True
    return False


def _told(share: Statement) -> _Told:
    """What is said of a share."""
    text, sign = share.skeleton.text, share.skeleton.sign_of(share.figure)
    text = text[: sign + 1] + _NAMED.sub("", text[sign + 1 :])
    match = _OF.match(text, sign + 1)
    led = _SET.match(text, 0, sign)
    before = _words(led["base"] if led else "") - _ANYBODY
    base = before | _words(match["base"] if match else "") - _ANYBODY
    # "45 percent of the stock" says nothing of it
    holds = match or _HOLDS.match(text, sign + 1)
    rest = _UNTIL.match(text, holds.end()) if holds else None
    after = rest.group() if rest else ""
    # "or pending charges" are charges
    besides = frozenset(stem(m["noun"] or m["word"]) for m in _AND.finditer(after))
    denied = not _NOT.isdisjoint(after.split())
    return _Told(base - _DONE, before - _DONE, base & _DONE, _words(after) - base, besides, denied)


def _words(text: str) -> frozenset[str]:
    """Its words of meaning, with names."""
    told = _WORD.findall(text)
    return frozenset(m for word in told if (m := meaning(word.lower())))
