"""A number set off and shared out: ``five officers - four men and a woman -``.

The two kinds leave no third, so the number is theirs together.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation
from crossfoot.relate.wording.kinds import complementary
from crossfoot.relate.wording.phrases import relation, singular, worded
from crossfoot.relate.wording.slips import slip_for

_KINDS = frozenset("man woman boy girl male female adult child".split())
# "five other officers - four men and a woman -", "three teens (two boys and a girl)"
_SHARED = pattern(
    r"(?P<whole>{n})\s(?:[a-z-]+\s){{0,3}}?[a-z-]+(?:s|people|children)?(?:,|(?P<dash>\s-{{1,2}})"
    r"|(?P<bracket>\s\())\s?(?:all\s)?"
    r"(?P<part>{n})\s(?P<kind>[a-z]+)\s(?P<tie>and)\s(?P<one>an?)\s(?P<other>[a-z]+)"
    # what opens with a bracket or a dash ends with it: no "(four men and a woman, and a child)"
    r"(?(bracket)(?=\s?\))|(?(dash)(?=\s-|\.|;|$)|(?=\s?(?:,|-|\)|\.|;|$))))"
)
# ", and one whose name", ", who was pregnant, and her son": one more is told
_ONE_MORE = lazy(
    r",?\s(?!(?:were|was|are|is|have|has|had)\b)(?:[^.;:()]{1,60},\s)?"
    r"(?:and|plus|as well as|along with)\s"
    r"(?:(?:an?|one|another|his|her|their|the)\b|[\ue000-\uf8ff])"
)


def and_a(reading: Reading) -> Iterator[Relation]:
    """Sums of a number of one kind and of one of the other kind."""
    for _, skeleton in worded(reading, _KINDS, fewest=2):
        if " and a " in skeleton.text:
            yield from _shared(reading, skeleton)


def _shared(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    for match in _SHARED.finditer(skeleton.text):
        whole, part = skeleton.group(match, "whole"), skeleton.group(match, "part")
        kinds = [frozenset((singular(match[name]),)) for name in ("kind", "other")]
        if whole is None or part is None or part.value is None or not complementary(kinds):
            continue
        if _ONE_MORE.match(skeleton.text, match.end()):
            continue
        total = int(part.value) + 1
        rest = int(whole.value or 0) - 1
        if total == whole.value or slip_for(whole, total) or slip_for(part, rest):
            one, tie = skeleton.span(match, "one"), skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], {"claim": "full"}, parts=(part, one), whole=whole)
