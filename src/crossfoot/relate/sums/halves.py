"""Two kinds right after the number they fill: ``39 bookings, of 31 men and eight women``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Relation
from crossfoot.relate.wording import kinds as _kinds
from crossfoot.relate.wording.phrases import relation, singular, worded
from crossfoot.relate.wording.rows import Row, head, taken_from
from crossfoot.relate.wording.wholes import SOME_OF, filled_otherwise

# a sentence without one of these words has no such kinds
_MARKS = frozenset(
    "woman women male males female females girl girls children minor minors juvenile juveniles"
    " misdemeanor misdemeanors".split()
)
# "563 people last year, 539 adults and 24 juveniles", "667 (654 adults, 13 juveniles)"
_HALVES = pattern(
    r"(?P<whole>{n})(?:\s[a-z][^.;:,()\ue000-\uf8ff]{{0,60}})?(?:\s?[{date}])?"
    r"(?P<tie>,\s(?:of\s|with\s)?|\s\(|:\s|\s-\s)"
    r"(?P<one>{n})\s(?:of\s)?(?:[a-z]+\s)?(?P<kind>[a-z]+)(?:\s[^.;:,()\ue000-\uf8ff]{{0,30}})?"
    r"(?:,\s|\sand\s|,\sand\s)"
    r"(?P<other>{n})\s(?:of\s)?(?:[a-z]+\s)?(?P<second>[a-z]+)\b"
)
# "90 men, 40 women, | 12 boys and nine girls"
_GOES_ON = lazy(r"(?:\s[a-z-]+){0,4}(?:,\s(?:and\s)?|\sand\s)[\ue000-\uf8ff]")


def halves(reading: Reading) -> Iterator[Relation]:
    """Sums of two kinds that exclude each other and leave nothing out."""
    for _, skeleton in worded(reading, _MARKS, fewest=3):
        for match in _HALVES.finditer(skeleton.text):
            whole, one, other = (skeleton.group(match, g) for g in ("whole", "one", "other"))
            kinds = [frozenset((match[g], singular(match[g]))) for g in ("kind", "second")]
            if whole is None or one is None or other is None or not _kinds.complementary(kinds):
                continue
            noun = head(skeleton, whole)
            own = Row(skeleton, (whole,), 0, 0).words[0]
            if _kinds.of_kinds(own) or taken_from(skeleton.text, match.start("whole")):
                continue
            named = all(_kinds.alike(noun, singular(match[g])) for g in ("kind", "second"))
            total = one.range + other.range
            fits = total.meets(whole.range)
            if not fits and SOME_OF.search(skeleton.text, 0, match.start("whole")):
                continue
            if not fits and _GOES_ON.match(skeleton.text, match.end()):
                continue
            if not fits and filled_otherwise(reading, (one, other), total, whole):
                continue
            if named or noun in _COUNTED:
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], parts=(one, other), whole=whole)


_COUNTED = frozenset("booking charge count case offense offence conviction".split())
