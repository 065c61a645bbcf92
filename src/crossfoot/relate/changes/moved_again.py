"""What somebody moved by so much, and in the next sentence from where or from what to what.

``The council voted to raise the park budget by $6 million. The budget will rise from $80 million
to $86 million``; ``The reward was raised by $30,000 to $90,000. It had been $60,000``. The second
sentence names just what the first moved and gives the ends alone, and neither tells of a plan,
a part or a time of its own: such a change is alleged however far it is off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.skeleton import AMOUNTS, Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.changes.announced import gives_ends
from crossfoot.relate.changes.cues import VALUES
from crossfoot.relate.changes.shapes import Shape
from crossfoot.relate.changes.stock import ADD, CUT, FALL, LIGHT, RISE
from crossfoot.relate.wording.stems import meaning, stem

_PARTS = {
    "light": LIGHT,
    "cut": r"(?:cuts?|cutting|reduc(?:e[sd]?|ing)|slash(?:ed|es)?|lower(?:ed|s)?|trim(?:med|s)?)",
    "add": r"(?:rais(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|boost(?:ed|s)?|hik(?:e[sd]?|ing)"
    r"|lift(?:ed|s)?|expand(?:ed|s)?)",
    "down": rf"(?:{FALL}|{CUT})",
    "up": rf"(?:{RISE}|{ADD})",
}
_VERB = r"(?:(?P<cut>{cut})|(?P<add>{add}))"
_TO = (
    r"(?:,? (?:to|(?:for|making|to) an? (?:new )?total of|bringing (?:it|the [a-z]+) to)"
    r" {light}(?P<to>{amount}))?"
)
_WHAT = r"(?:the |its |their |his |her )?(?P<what>[a-z'-]+(?: [a-z'-]+){{0,3}}?)"
_END = r"(?=(?: (?:in|on|for) {date}| {date})?(?:[.;]|$))"
# "voted to raise the park budget by" $6 million; "the reward was raised by" $30,000 "to" $90,000
_OBJECT = rf"\b{_VERB} {_WHAT} by {{light}}(?P<change>{{amount}}|{{percent}}){_TO}{_END}"
_PASSIVE = (
    rf"^\W*{_WHAT} (?:was|were|has been|have been|will be) {_VERB} by {{light}}"
    rf"(?P<change>{{amount}}|{{percent}}){_TO}{_END}"
)
# "approved a" $6 million "increase in park spending"; "added" $30,000 "to the reward"
_NOUN = (
    r"\ban? {light}(?P<change>{amount}|{percent}) "
    r"(?:(?P<cut>cut|reduction|decrease)|(?P<add>increase|raise|boost|hike|rise)) (?:in|to) "
    rf"{_WHAT}{_TO}{_END}"
)
_ADDED = (
    r"\b(?:(?P<add>add(?:ed|s)?)|(?P<cut>cut|took)) {light}(?P<change>{amount}) (?:to|from) "
    rf"{_WHAT}{_TO}{_END}"
)
_MOVED = tuple(pattern(one, **_PARTS) for one in (_OBJECT, _PASSIVE, _NOUN, _ADDED))
_CUES = frozenset(
    "cut cuts cutting reduce reduces reduced reducing slash slashes slashed lower lowers lowered"
    " trim trims trimmed raise raises raised raising increase increases increased increasing boost"
    " boosts boosted hike hikes hiked hiking lift lifts lifted expand expands expanded reduction"
    " decrease rise add adds added took".split()
)
_AGAIN = r"^\W*(?:it|(?:the |its |their |that )?(?P<what>[a-z'-]+(?: [a-z'-]+){{0,3}}?)) "
# "The budget will rise from" $80 million "to" $86 million
_FROM_TO = pattern(
    _AGAIN + r"(?:(?:will|has|have|is (?:set |due |expected )?to|now) )*"
    r"(?:(?P<down>{down})|(?P<up>{up})|go(?:es)?|went|gone|moved?)"
    r" from {light}(?P<from>{amount}) to {light}(?P<to>{amount})" + _END,
    **_PARTS,
)
# "It had been" $60,000
_HAD_BEEN = pattern(
    _AGAIN + r"(?:was|were|had been|had stood at|stood at|was previously|had previously been)"
    r" {light}(?P<from>{amount})(?=[.;]|$)",
    **_PARTS,
)
_SPENT = frozenset(map(stem, ("spending", "budget", "expenditures")))
# what is only meant, or not all
_OPEN = frozenset(
    "propose proposed proposes proposal wants wanted want ask asked asks asking sought seek seeks"
    " urged urge could might may should would if not never reject rejected declined refused failed"
    " plan plans planned hopes hoped considered considering recommended called instead another"
    " further again additional originally initially about per each annually monthly daily".split()
)


def moved_again(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Shape]:
    """The change of something moved, with the ends that the next sentence gives."""
    if _CUES.isdisjoint(skeleton.words) or index + 1 >= len(reading.sentences):
        return
    other = reading.sentences[index + 1]
    if not other.figures or not _tells_only(skeleton) or not _tells_only(other):
        return
    dates = [{f.text for f in s.figures if f.kind == "date"} for s in (skeleton, other)]
    if all(dates) and dates[0] != dates[1]:
        return
    moved = next((m for test in _MOVED if (m := test.search(skeleton.text))), None)
    change = skeleton.group(moved, "change") if moved else None
    if moved is None or change is None:
        return
    if (ends := _ends(skeleton, moved, other)) is not None:
        way = "down" if moved["cut"] else "up"
        yield Shape(*ends, change, way, skeleton.span(moved, "cut" if moved["cut"] else "add"))


def _tells_only(skeleton: Skeleton) -> bool:
    """Whether a sentence tells what is done, and no length of time or part."""
    if not _OPEN.isdisjoint(skeleton.words):
        return False
    return all(f.kind in VALUES or f.kind == "date" for f in skeleton.figures)


def _ends(
    skeleton: Skeleton, moved: re.Match[str], other: Skeleton
) -> tuple[Figure, Figure] | None:
    """What the thing moved was before and is since."""
    values = [f for f in skeleton.figures if f.kind in VALUES]
    if moved["to"]:
        told = _HAD_BEEN.match(other.text)
        sole = sum(f.kind in AMOUNTS for f in other.figures) == len(other.figures) == 1
        if told is None or len(values) != 2 or not sole or not _is_that(moved, told):
            return None
        return _both(other.group(told, "from"), skeleton.group(moved, "to"))
    told = _FROM_TO.match(other.text) if len(values) == 1 and gives_ends(other) else None
    if told is None or not _is_that(moved, told) or told["down" if moved["add"] else "up"]:
        return None
    return _both(other.group(told, "from"), other.group(told, "to"))


def _both(base: Figure | None, result: Figure | None) -> tuple[Figure, Figure] | None:
    return (base, result) if base and result else None


def _is_that(moved: re.Match[str], told: re.Match[str]) -> bool:
    """Whether the second sentence names what the first did, or "it"."""
    if told["what"] is None:
        return True
    one, other = ([stem(w) for w in m["what"].split() if meaning(w)] for m in (moved, told))
    if one[-1:] != other[-1:] and _SPENT.issuperset((*one[-1:], *other[-1:])):
        one, other = one[:-1], other[:-1]  # "park spending", "the park budget"
    return bool(other) and one[-len(other) :] == other
