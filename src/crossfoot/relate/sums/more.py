"""Some and more of them: ``31 were arrested … Twenty-six were arrested on Monday. Five more``.

The number that a text opens with, the first of its parts and what "more", "others" or "additional"
adds to them, of all of which one deed is told. Some may be left out, so that the parts can be fewer
than the whole, but not more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.by_event import are_single
from crossfoot.relate.sums.mentions import mentions
from crossfoot.relate.sums.slipped import off_by_a_slip
from crossfoot.relate.sums.ties import asserted
from crossfoot.relate.sums.topic import DEEDS, said, stems_of, topic
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.stems import stem
from crossfoot.relate.wording.wholes import restated

REACH = 12  # sentences between the whole and what is added last
MOST = 3  # parts before it
MORE, AFTER = 12, 250  # characters after the last part: the word that adds it; where no more come
_GOES_ON = lazy(r"\b(?:another|others?|the rest|remaining|more(?! than)|additional)\b")
_CUES = frozenset("others other more additional another".split())
_BEFORE = lazy(r"\b(?P<tie>another|an additional)\s$")
_AFTER = lazy(r"\s(?P<tie>(?:others?|more|additional)(?!\s(?:than|of)\b))\b")
# "as six were arrested, four more came": nothing was done to them yet
_CAME = lazy(
    r"\s(?:[a-z]+\s){0,2}?(?:came|arrived|(?:showed|turned|drove) up|joined|fled|escaped"
    r"|got away|ran)\b"
)
_AND_A = lazy(r"\s(?:[a-z-]+\s){1,3}?(?:and|plus|with)\san?(?:nother)?\s")  # "Two men and a woman"
_OF_THEM = lazy(r"\sof (?:them|whom|those)\b")  # a part of another number
# "Two others remain at large", beside those who were caught
_AT_LARGE = lazy(r"[^.;\ue000-\uf8ff]{0,40}\b(?:at large|fugitives?|being sought|sought by)\b")
_CAUGHT = frozenset({"arrest"})
_ACCUSED = frozenset(map(stem, "charged indicted suspects defendants accused involved".split()))


def more(reading: Reading) -> Iterator[Relation]:
    """Sums of some persons and of more of them, against the number that the text opens with."""
    for index, skeleton in worded(reading, _CUES):
        for figure in skeleton.figures:
            if family(figure) != "count" or not _persons(reading, figure):
                continue
            at = skeleton.sign_of(figure)
            before = _BEFORE.search(skeleton.text, max(0, at - 16), at)
            tie = before or _AFTER.match(skeleton.text, at + 1)
            if tie is not None and not _CAME.match(skeleton.text, at + 1):
                yield from _to_whole(reading, index, figure, skeleton.span(tie, "tie"))


def _to_whole(reading: Reading, index: int, last: Figure, tie: Span) -> Iterator[Relation]:
    whole = topic(reading, "", last)
    if whole is None or index - whole.sentence > REACH:
        return
    deeds = _deeds(reading, last) & _told(reading, whole)
    skeleton = reading.sentences[index]
    if _AT_LARGE.match(skeleton.text, skeleton.sign_of(last) + 1):
        deeds = _CAUGHT if _told(reading, whole) & (_ACCUSED | _CAUGHT) else frozenset()
    parts = _earlier(reading, whole, last, deeds) if deeds else ()
    if parts and not any(_is_all(reading, whole, part) for part in parts):
        members = (*parts, last)
        total = Interval.sum(f.range for f in members)
        claim = "open" if asserted("open", total, whole.range) else ""
        if not claim and _is_closed(reading, whole, last) and off_by_a_slip(whole, members):
            claim = "full"  # "16 of the 18", where no more are told
        if claim and (total.meets(whole.range) or are_single(reading, members)):
            stated = restated(reading, whole, parts=members)
            yield relation("sum", reading, [tie], {"claim": claim}, parts=members, whole=stated)


def _is_all(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether a part and one more beside it are the whole: of three, two men and a woman."""
    skeleton = reading.sentences[part.sentence]
    lacking = (whole.value or 0) - (part.value or 0)
    return lacking == 1 and _AND_A.match(skeleton.text, skeleton.sign_of(part) + 1) is not None


def _is_closed(reading: Reading, whole: Figure, last: Figure) -> bool:
    """Whether the text tells *whole* more than once, and no more of them soon after *last*."""
    often = len(reading.by_value.get(whole.value or Fraction(), ())) > 1
    return often and _GOES_ON.search(reading.text, last.end + MORE, last.end + AFTER) is None


def _earlier(
    reading: Reading, whole: Figure, last: Figure, deeds: frozenset[str]
) -> Sequence[Figure]:
    """All that the text counts between *whole* and *last* of the same deed, if they are few."""
    found: list[Figure] = []
    for index in range(whole.sentence + 1, last.sentence + 1):
        for mention in mentions(reading, index):
            figure = mention.figure
            if figure.start >= last.start or family(figure) != "count":
                continue
            if mention.compared or mention.nested or not _persons(reading, figure):
                continue
            skeleton = reading.sentences[index]
            if _OF_THEM.match(skeleton.text, skeleton.sign_of(figure) + 1):
                continue
            if figure.value == whole.value or not _deeds(reading, figure) & deeds:
                continue
            found.append(figure)
    if not 0 < len(found) <= MOST:
        return ()
    fits = max(f.value or 0 for f in found) < (whole.value or 0)
    return found if fits or off_by_a_slip(whole, (*found, last)) else ()


def _persons(reading: Reading, figure: Figure) -> bool:
    noun = head(reading.sentences[figure.sentence], figure)
    return noun is None or noun in PERSONS or noun in ("more", "other", "additional")


def _deeds(reading: Reading, figure: Figure) -> frozenset[str]:
    """What is told right beside *figure* of those it counts."""
    return said(reading, figure) & DEEDS


def _told(reading: Reading, whole: Figure) -> frozenset[str]:
    """What is told in the sentence of *whole*."""
    return stems_of(reading.sentences[whole.sentence].text) & (DEEDS | _ACCUSED)
