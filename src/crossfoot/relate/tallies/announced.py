"""What the readers of lists share: which numbers announce items, and the tally they are held to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, kept, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.wording.kinds import PLACES
from crossfoot.relate.wording.phrases import relation, singular

# "Ann Lee, 366"
_NO_AGE = lazy(
    r"[A-Z][\w'’.-]+ [A-Z][\w'’-]+(?:,? (?:Jr|Sr)\.?)?, (?:1[2-9]|[2-9]\d)\d\d?(?=[,;.)]| and\b)"
)
# "one checkpoint and | two patrols"
_JOINED = pattern(r"(?:(?P<n>{n})|\b(?:one|an?))\s(?:[a-z-]+\s){{1,3}}(?:and|plus)\s$")
# "two men | and a woman", "three men | from Alder and two women"
_JOINED_AFTER = pattern(
    r"\s(?:[a-z-]+\s){{0,3}}?[a-z-]+(?:\sfrom\s[a-z]+)?,?\s(?:and|plus|with)\s"
    r"(?:(?P<n>{n})|an?|another|one|his|her|their)\s[a-z]"
)
# "Mother, | two children hurt": a headline's one without a number
_ONE_FIRST = lazy(r"\W*(?:an?\s)?[a-z-]+,\s$")
JOINED = 60  # characters before a number in which the one it is joined to stands
NAME = 40  # characters beside a list in which a name of it may stand
SLIP = 2  # items that a cut or an addition leaves the number behind by; more is another list
SHARE = 6  # or so many of a long list: 16 for 19
MOST = 60  # items that a text lists one by one
TIMES = frozenset(
    "year month week day hour minute time percent dollar foot mile meter degree point".split()
)


def announces(figure: Figure) -> bool:
    """Whether items can be listed after *figure*."""
    if figure.kind not in ("count", "number") or figure.value is None:
        return False
    return figure.value.denominator == 1 and 2 <= figure.value.numerator <= MOST


@kept
def announced(reading: Reading) -> tuple[tuple[int, tuple[Figure, ...]], ...]:
    """The sentences in which a number announces items, with those numbers; worked out once."""
    rows = ((i, tuple(filter(announces, reading.by_sentence[i]))) for i in reading.with_figures)
    return tuple(row for row in rows if row[1])


@kept
def aged_sentences(reading: Reading) -> Mapping[int, int]:
    """How many ages each sentence gives that gives any; worked out once."""
    return Counter(figure.sentence for figure in reading.figures if figure.kind == "age")


def of_places(figure: Figure) -> bool:
    """Whether the number may count places: cheap, and true of all that do."""
    unit = figure.unit
    return unit is None or singular(unit.rsplit(" ", 1)[-1].lower()) in PLACES


def slipped(announced: int, listed: int) -> bool:
    """Whether the two are so near that one must be a slip; further apart, they are not one list."""
    return abs(announced - listed) <= max(SLIP, max(announced, listed) // SHARE)


def plural(words: str) -> bool:
    """Whether a noun phrase counts things that can be listed."""
    for word in reversed(words.split()):
        if word.endswith("s") or singular(word) != word:
            return singular(word) not in TIMES
    return False


def tally(
    reading: Reading,
    figures: Sequence[Figure | None],
    items: Items | None,
    tie: Span,
    *,
    partial: bool = False,
    sure: bool = True,
) -> Iterator[Relation]:
    """The relation, where the items can be told apart well enough to say something.

    *figures* are one number, stated once or more. A *partial* list contradicts it only above; one
    that is not *sure* to be read right, not at all.
    """
    counts = [f for f in figures if f is not None and announces(f)]
    if not counts or items is None:
        return
    value = int(counts[0].value or 0)
    listed = items.reading(value)
    if listed is None or (partial and len(listed) < value):
        return
    fits = len(listed) == value
    if not fits and len(listed) - value in _told_beside(reading, counts[0]):
        return  # "one checkpoint and two patrols are planned:", all three of them
    if fits or (sure and slipped(value, len(listed)) and not _leaves_out(reading, listed)):
        yield relation("tally", reading, [tie], {}, count=counts, items=listed)


def _told_beside(reading: Reading, announcing: Figure) -> Iterator[int]:
    """How many are told with *announcing*: the one of "one checkpoint and two patrols"."""
    skeleton = reading.sentences[announcing.sentence]
    at = skeleton.sign_of(announcing)
    before = _JOINED.search(skeleton.text, max(0, at - JOINED), at)
    for match in (before, _JOINED_AFTER.match(skeleton.text, at + 1)):
        if match is not None:
            figure = skeleton.group(match, "n")
            yield int(figure.value or 0) if figure else 1
    if _ONE_FIRST.fullmatch(skeleton.text, 0, at):
        yield 1
    following = (announcing.value or 0) + 1  # "three robberies and a fourth": a rank, or 1/4
    nth = (("rank", following), ("fraction", 1 / following))
    for figure in skeleton.within(at + 1, len(skeleton.text)):
        if (figure.kind, figure.value) in nth:
            yield 1


def _leaves_out(reading: Reading, listed: Sequence[Span]) -> bool:
    """Whether one of those listed has no age by a slip, and was not read: ``Ann Lee, 366``."""
    start, end = min(s.start for s in listed), max(s.end for s in listed)
    return _NO_AGE.search(reading.document.text, max(0, start - NAME), end + NAME) is not None
