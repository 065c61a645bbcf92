"""Figures in a row that their own words make something else than parts of the whole beside them.

What is only set against another figure, what holds of each of several things, what runs over a
longer time than its neighbour, and gains of which losses may be taken off: where such figures miss
a whole, nothing says that they were to fill it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.mentions import ACCUSES
from crossfoot.relate.sums.ties import MADE_OF
from crossfoot.relate.wording.rows import family, noun_of

# "against 48", "compared with deficits of 57 and"
_SET_AGAINST = lazy(
    r"\b(?:against|versus|vs\.?|v\.|compared (?:with|to)|up from|down from)\s"
    r"(?:(?:an?|the|about|some|its)\s)*(?:[a-z]+\s(?:of|was|were)\s)?$"
)
# "a six-point lead", "12-member panels": a size, and no number of them
_IS_SIZE = lazy(r"-(?!year)[a-z]")
# one of a quarter and one of a year, which takes it in
_SPANS = lazy(r"\b(?P<span>week|month|quarter|half|year|season|decade)s?\b")
_SHORTER = frozenset(("quarter", "month", "week", "half"))
_BEHIND = 60  # characters after a part in which its time is told
# what is left when losses are taken off: a gain in it may be larger
_NET = lazy(
    r"\b(?:net|earnings|earned|income|profits?|results?|loss(?:es)?|lost|deficit|surplus|balance)\b"
)
_INCLUDES = frozenset("including includes include included with of".split())
# things of which one holds several others: "500 kits, consisting of two masks and four filters"
_SETS = frozenset(
    "unit set kit pack package packet bundle box case crate basket bag parcel team crew squad"
    " panel course meal ticket pair lot share".split()
)
# "a limit of 1 billion, of which …, and a limit of 10": the second stands beside the first
_A_THING_OF = lazy(r"\ban? (?:[a-z]+ )?(?P<thing>(?!total|sum)[a-z]+) of\s$")
_NEAR = 60  # characters before a whole in which it is called a net result
_LONG = 100  # a number so large seldom fits by chance


def are_otherwise(reading: Reading, found: Relation) -> bool:
    """Whether *found* misses its whole and the words about its figures say why it may."""
    wholes, parts = found.figures("whole"), found.figures("parts")
    if not wholes or len(parts) < 2 or "times" in found.options or found.figures("minus"):
        return False
    total = Interval.sum(f.range for f in parts)
    if any(total.meets(w.range) for w in wholes):
        return False
    whole, first = reading.sentences[wholes[0].sentence], reading.sentences[parts[0].sentence]
    against = [_is_set_against(reading, w) for w in wholes]
    against_parts = [_is_set_against(reading, p) for p in parts]
    if (all(against) or against_parts[0]) and not all((*against, *against_parts)):
        return True  # where all are, they are an account of their own
    if any(_IS_SIZE.match(s.text, s.sign_of(p) + 1) for p in parts for s in (_home(reading, p),)):
        return True
    if _of_longer_times(first, parts) or _is_net(whole, wholes[0], found, reading):
        return True
    if any(_is_new(reading, p) for p in parts) and not _is_new(reading, wholes[0]):
        return True
    if _of_each(reading, wholes[0], found) or _are_respective(reading, wholes[0], parts):
        return True
    if any(_is_beside(reading, wholes[0], p) for p in parts[1:]):
        return True
    return _go_with_another(reading, wholes[0], parts, total)


def _home(reading: Reading, figure: Figure) -> Skeleton:
    return reading.sentences[figure.sentence]


def _is_set_against(reading: Reading, figure: Figure) -> bool:
    """Whether *figure* is what another is compared with: ``1.89 against 1.63``."""
    skeleton = _home(reading, figure)
    at = skeleton.sign_of(figure)
    before = (max(0, at - 50), at)
    against = _SET_AGAINST.search(skeleton.text, *before)
    return against is not None and not ACCUSES.search(skeleton.text, *before)


def _is_beside(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether *part* is told by the noun that leads to the whole: ``a limit of … a limit of``."""
    told = [
        _A_THING_OF.search(home.text, max(0, home.sign_of(figure) - 60), home.sign_of(figure))
        for figure, home in ((f, _home(reading, f)) for f in (whole, part))
    ]
    return all(told) and len({match["thing"] for match in told if match}) == 1


def _is_new(reading: Reading, figure: Figure) -> bool:
    """Whether *figure* came after what was counted before: ``thirteen … eleven new states``."""
    skeleton = _home(reading, figure)
    return skeleton.text.startswith(" new ", skeleton.sign_of(figure) + 1)


def _of_longer_times(skeleton: Skeleton, parts: Sequence[Figure]) -> bool:
    """Whether one part is of a quarter and one of a year: ``6 in the quarter, 10 in the year``."""
    if len(parts) != 2 or parts[0].sentence != parts[1].sentence:
        return False
    if _SHORTER.isdisjoint(skeleton.words):
        return False
    first, last = (skeleton.sign_of(p) for p in parts)
    one = _SPANS.search(skeleton.text, first + 1, last)
    other = _SPANS.search(skeleton.text, last + 1, last + _BEHIND)
    lasting = any(f.kind == "duration" for f in skeleton.within(last, last + _BEHIND))
    return one is not None and (lasting or (other is not None and other["span"] != one["span"]))


def _is_net(skeleton: Skeleton, whole: Figure, found: Relation, reading: Reading) -> bool:
    """Whether gains are told in a result from which losses are taken: they may exceed it."""
    tie = found.licence[0]
    words = reading.text[tie.start : tie.end].split()
    if whole.kind != "money" or not words or words[-1] not in _INCLUDES:
        return False
    at = skeleton.sign_of(whole)
    return _NET.search(skeleton.text, max(0, at - _NEAR), at) is not None


def _of_each(reading: Reading, whole: Figure, found: Relation) -> bool:
    """Whether the parts are of each of several things: ``500 kits, consisting of two masks``."""
    tie = found.licence[0]
    made = reading.text[tie.start : tie.end].split()[:1]
    return bool(made) and made[0] in MADE_OF and noun_of(reading, whole) in _SETS


def _are_respective(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether "respectively" parts the whole from a row: its figures go with those of another."""
    skeleton = _home(reading, parts[0])
    if "respectively" not in skeleton.words or whole.sentence != parts[0].sentence:
        return False
    ends = sorted((skeleton.sign_of(whole), skeleton.sign_of(parts[0])))
    return "respectively" in skeleton.text[ends[0] : ends[1]]


def _go_with_another(
    reading: Reading, whole: Figure, parts: Sequence[Figure], total: Interval
) -> bool:
    """Whether the parts make the whole and one more number between, which was added to it.

    ``There were 4,100 in May. Another 800 came and 3,900 left, leaving 1,000.``
    """
    if whole.start > parts[0].start or whole.value is None:
        return False
    # "nine, comprising six by day, including four to Ely, and three by night"
    other = whole.value + (parts[1].value or 0)
    above = (f for f in reading.by_sentence[whole.sentence] if f.end <= whole.start)
    if len(parts) == 2 and any(family(f) == family(whole) and f.value == other for f in above):
        return True
    for at in range(whole.sentence, parts[0].sentence + 1):
        for figure in reading.by_sentence[at]:
            if not whole.end <= figure.start < parts[0].start or family(figure) != family(whole):
                continue
            if (figure.value or Fraction(0)) >= _LONG and total.meets(whole.range + figure.range):
                return True
    return False
