"""A number shared out among so many of one kind and one of the other.

``five officers - four men and a woman -``, or, of 19 told before, ``arrested 18 adults and placed a
girl with relatives``. The two kinds leave no third, so the number is theirs together.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation
from crossfoot.relate.wording.kinds import PERSONS, complementary
from crossfoot.relate.wording.phrases import relation, singular, worded
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.slips import slip_for
from crossfoot.relate.wording.wholes import restated

_PLURALS = frozenset("men women boys girls males females adults children minors juveniles".split())
_ALL_PERSONS = frozenset("person individual people suspect defendant migrant immigrant".split())
# "five other officers - four men and a woman -", "three teens (two boys and a girl)"
_SHARED = pattern(
    r"(?P<whole>{n})\s(?:[a-z-]+\s){{0,3}}?[a-z-]+(?:s|people|children)?(?:,|(?P<dash>\s-{{1,2}})"
    r"|(?P<bracket>\s\())\s?(?:all\s)?"
    r"(?P<part>{n})\s(?P<kind>[a-z]+)\s(?P<tie>and)\s(?P<one>an?)\s(?P<other>[a-z]+)"
    # what opens with a bracket or a dash ends with it: no "(four men and a woman, and a child)"
    r"(?(bracket)(?=\s?\))|(?(dash)(?=\s-|\.|;|$)|(?=\s?(?:,|-|\)|\.|;|$))))"
)
# "18 adults and placed a 16-year-old girl", after "the 19 people arrested"
_BESIDE = pattern(
    r"(?P<part>{n})\s(?P<kind>[a-z]+)\s(?P<tie>and)\s(?:[a-z]+\s)?(?P<one>an?)\s(?:{age}\s)?"
    r"(?P<other>[a-z]+)\b"
)
_MINORS = frozenset("child boy girl minor juvenile infant toddler baby teenager teen".split())
REACH = 3  # sentences back in which the number of both is told
# ", and one whose name", ", who was pregnant, and her son": one more is told
_ONE_MORE = lazy(
    r",?\s(?!(?:were|was|are|is|have|has|had)\b)(?:[^.;:()]{1,60},\s)?"
    r"(?:and|plus|as well as|along with)\s"
    r"(?:(?:an?|one|another|his|her|their|the)\b|[\ue000-\uf8ff])"
)


def and_a(reading: Reading) -> Iterator[Relation]:
    """Sums of a number of one kind and of one of the other kind."""
    for index, skeleton in worded(reading, _PLURALS):
        if " and a " in skeleton.text and len(skeleton.figures) > 1:
            yield from _shared(reading, skeleton)
        if index and " and " in skeleton.text:
            yield from _of_those_before(reading, index)


def _of_those_before(reading: Reading, index: int) -> Iterator[Relation]:
    """Of a number told right before, where no other of persons stands between."""
    skeleton = reading.sentences[index]
    match = _BESIDE.search(skeleton.text)
    part = skeleton.group(match, "part") if match else None
    if match is None or part is None or part.value is None:
        return
    kind, other = singular(match["kind"]), match["other"]
    kinds = [frozenset((kind,)), frozenset(("child" if kind == "adult" else other,))]
    if kind == "adult" and other not in _MINORS:
        return
    counts = [f for f in skeleton.figures if family(f) == "count"]
    persons = [f for f in counts if head(skeleton, f) in PERSONS]
    if not complementary(kinds) or persons != [part] or _ONE_MORE.match(skeleton.text, match.end()):
        return
    before = [
        f
        for at in range(index - 1, max(-1, index - REACH - 1), -1)
        for f in reversed(reading.by_sentence[at])
        if family(f) == "count"
        and head(reading.sentences[at], f) in _ALL_PERSONS
        and f.range.is_exact
    ]
    whole, total = next(iter(before), None), int(part.value) + 1
    if whole is None:
        return
    often = len(reading.by_value.get(whole.value or Fraction(), ())) > 1
    if total == whole.value or (often and slip_for(part, int(whole.value or 0) - 1)):
        one, tie = skeleton.span(match, "one"), skeleton.span(match, "tie")
        stated = restated(reading, whole, parts=[part])
        yield relation("sum", reading, [tie], {"claim": "full"}, parts=(part, one), whole=stated)


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
