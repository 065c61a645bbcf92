"""Where a later number is of another place or party: ``Troopers in Moor seized 261 guns``.

What the headline tells is told below of the same persons and the same place. Where a sentence
names a place that nobody told of before, or others who did it, its number is another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton, kept
from crossfoot.relate.statements.field import LEAD, Field
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.when import WHEN
from crossfoot.relate.wording.phrases import WIDELY
from crossfoot.relate.wording.stems import stem

_NAME = r"[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+)*"
# "In Moor, troopers seized |", "A judge in Birch freed |", "Agents near Moor found |"
_IN_PLACE = lazy(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]round|[Oo]utside)\s(?:the\s)?(?P<name>{_NAME})")
# "The Moor Sector made |"
_OFFICE = lazy(
    rf"\W*The\s(?P<name>{_NAME})\s(?:Sector|County|District|Office|Center|Station|Division|Region)\b"
)
_SAID = lazy(r"\b(?:said|says|told|according|spokes[a-z]+|announced|reported)\b")
# who did it: each keeps the others apart; officers, agents and officials may be of any
_DOERS = {
    form: doer
    for doer, forms in {
        "police": "police",
        "sheriff": "sheriff deputies deputy",
        "troopers": "trooper troopers",
        "marshals": "marshals",
        "navy": "navy",
        "cutter": "cutter",
        "army": "army soldiers",
    }.items()
    for form in forms.split()
}
SIDES = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast"
    " southwest northeastern northwestern southeastern southwestern".split()
)
_WHOLE = lazy(
    r"\b(?:in|across|throughout)\sthe\s(?:whole|entire)\s(?:country|nation|state|region|city|county)\b"
)
# "A navy ship", where "A cutter" did what was told
_SOMEBODY = lazy(r"\W*an?\s[a-z]")


def of_another_party(field: Field, first: Statement, later: Statement) -> bool:
    """Whether the sentence of the later number tells of a place or of doers of its own."""
    if later.zone != "body" or later.definite or first.figure.sentence == later.figure.sentence:
        return False
    told = _told(field, first)
    if any(not _is_told(field, later, name) for name in _places(later)):
        return True
    if _apart(_sides, told, later) or _apart(_doers, told, later):
        return True
    if _is_wide(later.skeleton) and not any(map(_is_wide, told)):
        return True
    return _is_of_somebody(later.skeleton) and any(map(_is_of_somebody, told))


def _told(field: Field, first: Statement) -> Sequence[Skeleton]:
    """The sentences that give the number of *first* in headline and first paragraph."""
    group = field.group_of.get(first.figure.id, ())[:LEAD]
    return [first.skeleton, *(s.skeleton for s in group if s.zone != "body")]


def _apart(
    read: Callable[[Skeleton], frozenset[str]], told: Sequence[Skeleton], later: Statement
) -> bool:
    here = read(later.skeleton)
    there = frozenset[str]().union(*map(read, told))
    return bool(here and there) and here.isdisjoint(there)


def _places(later: Statement) -> Iterator[str]:
    """The places that its sentence names before the number, who says so left out."""
    written = later.written_before()
    if _SAID.search(written):
        return
    for match in (_OFFICE.match(written), *_IN_PLACE.finditer(written)):
        if match is not None and stem(match["name"].split()[0].lower()) not in WHEN:
            yield match["name"]


def _is_told(field: Field, later: Statement, name: str) -> bool:
    """Whether a name stands above the sentence."""
    return field.story.text.find(name.lower(), 0, later.skeleton.start) >= 0


@kept
def _sides(skeleton: Skeleton) -> frozenset[str]:
    return frozenset(skeleton.words & SIDES)


@kept
def _doers(skeleton: Skeleton) -> frozenset[str]:
    return frozenset(_DOERS[word] for word in skeleton.words & _DOERS.keys())


@kept
def _is_wide(skeleton: Skeleton) -> bool:
    return not WIDELY.isdisjoint(skeleton.words) or _WHOLE.search(skeleton.text) is not None


@kept
def _is_of_somebody(skeleton: Skeleton) -> bool:
    """Whether it begins with somebody new: "A judge in Birch freed"."""
    return _SOMEBODY.match(skeleton.text) is not None
