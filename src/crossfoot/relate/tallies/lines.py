"""Items set apart by the layout: bullets, lines, rows told again, ordinals through a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import IN_TURN
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Block, Figure, Relation, Span
from crossfoot.relate.tallies.ages import aged
from crossfoot.relate.tallies.announced import (
    aged_sentences,
    announced,
    announces,
    plural,
    tally,
)
from crossfoot.relate.tallies.below import bullets_below, lines_below
from crossfoot.relate.tallies.charged import others_left
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.name_rows import name_rows
from crossfoot.relate.tallies.told_singly import EVENTS, POINTS, SLACK, is_over
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import phrase, singular
from crossfoot.relate.wording.rows import head

MOST_NAMED = 3  # words of a number's noun that are looked at

_AT_COLON = lazy(r"(?P<np>(?:\s[a-z'-]+){1,4}):\s*$")
_FOLLOWING = lazy(r"\bthe following\s$")  # "The following four persons were arrested."
_IN_SOME = lazy(r"\b(?:in|at|from|to|across|on|into)\s$")  # no "in the two towns"
_OTHERS = lazy(r"\s(?:others|other\s[a-z]+s|of\s(?:them|those|these))\b")
_THE_PERSONS = pattern(
    r"\W*(?:all |the |these |those )+(?P<n>{n})(?: (?:[a-z-]+ ){{0,2}}?(?P<noun>[a-z-]+))??"
    r" (?:were|are|was|have|had|face|faced|pleaded|appeared|will|allegedly)\b"
)
_NTH = lazy(
    r"\b(?:the|a)\s(?P<nth>first|second|third|fourth|fifth|sixth|seventh)\b"
    r"(?:\sand\s(?:final|last))?(?:\s(?P<noun>[a-z]+)\b)?"
)
_BREAKS_DOWN = lazy(r"\b(?:br(?:eak|oke)s?|broken) down\b|\bbreakdown\b")
# "– Two for theft": so many of those announced
_SO_MANY_FOR = lazy(
    r"\W*(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:for|in|from|at|on|of)\s"
)
LEDE = 5  # sentences, headings included, in which the number of events is announced


def _opening(reading: Reading, index: int) -> tuple[Skeleton, list[Figure], int] | None:
    """Sentence *index*, its numbers and the block after, where it closes its own block."""
    document = reading.document
    block = document.sentences[index].block
    last = index + 1 == len(document.sentences) or document.sentences[index + 1].block != block
    if not last or document.blocks[block].kind == "item" or block + 2 >= len(document.blocks):
        return None
    skeleton = reading.sentences[index]
    return skeleton, [f for f in skeleton.figures if announces(f)], block + 1


def bullets(reading: Reading, index: int) -> Iterator[Relation]:
    """A number in the line that opens a bulleted list."""
    opening = _opening(reading, index)
    if opening is None:
        return
    skeleton, numbers, first = opening
    listed = bullets_below(reading, first)
    if len(listed) < 2:
        return
    if _break_down(reading, skeleton, listed):
        return
    after = first + len(listed)
    fits = [f for f in numbers if f.value == len(listed)]
    last = [f for f in numbers[-1:] if _ends_with(skeleton, f)]  # "35 people in two towns:"
    told = not fits and any(_are_counted(reading, index, after, f) for f in numbers)
    if fits or last or (len(numbers) == 1 and not told and _of_items(skeleton, numbers[0])):
        spans = tuple(Span(b.start, b.end) for b in listed)
        yield from tally(reading, [(fits or last or numbers)[0]], Items.exactly(spans), spans[0])


def _break_down(reading: Reading, skeleton: Skeleton, listed: Sequence[Block | Span]) -> bool:
    """Whether items give numbers of their own: ``Dover – 2``, ``Two for theft``."""
    if _BREAKS_DOWN.search(skeleton.text) is not None:
        return all(any(c.isdigit() for c in reading.text[b.start : b.end]) for b in listed)
    if any((head(skeleton, f) or "") not in PERSONS for f in skeleton.figures if announces(f)):
        return False  # "in five towns:", and how many in each
    opening = [m for b in listed if (m := _SO_MANY_FOR.match(reading.text, b.start, b.end))]
    return len(opening) == len(listed)


def _are_counted(reading: Reading, index: int, after: int, number: Figure) -> bool:
    """Whether each item below opens with how many of the number it holds: "- 2 adult owls: …"."""
    noun, seen = head(reading.sentences[index], number), -1
    sentences = reading.document.sentences
    for at in range(index + 1, len(sentences)):
        if sentences[at].block >= after or noun is None:
            break
        if sentences[at].block > seen:
            seen, skeleton = sentences[at].block, reading.sentences[at]
            opens = next((f for f in skeleton.figures if announces(f)), None)
            named = phrase(skeleton, opens)[:MOST_NAMED] if opens else ()
            if noun not in map(singular, named):
                return False
    return noun is not None


def _ends_with(skeleton: Skeleton, number: Figure) -> bool:
    """Whether the sentence ends with what the number counts, and it is told first there."""
    sign = skeleton.sign_of(number)
    noun = _AT_COLON.match(skeleton.text, sign + 1)
    if noun is None or number.hedge is not None or not plural(noun["np"]):
        return False
    return _IN_SOME.search(skeleton.text, 0, sign) is not None


def _of_items(skeleton: Skeleton, number: Figure) -> bool:
    """Whether a list after the sentence must be of what the number counts."""
    words = phrase(skeleton, number)
    if _FOLLOWING.search(skeleton.text, 0, skeleton.sign_of(number)):
        return plural(" ".join(words))
    if skeleton.text.rstrip().endswith(":"):
        other = _OTHERS.match(skeleton.text, skeleton.sign_of(number) + 1)
        return other is not None or plural(" ".join(words))
    return any(singular(w) in POINTS for w in words[:MOST_NAMED])


def lines(reading: Reading, index: int) -> Iterator[Relation]:
    """``The four districts are:`` and a line for each; what is set under them may be a heading."""
    skeleton = reading.sentences[index]
    opening = _opening(reading, index) if skeleton.text.rstrip().endswith(":") else None
    if opening is None:
        return
    _, numbers, first = opening
    items = lines_below(reading, first)
    if items is None or len(numbers) != 1 or not _of_items(skeleton, numbers[0]):
        return
    if not _break_down(reading, skeleton, items.spans):
        yield from tally(reading, numbers, items, items.spans[0])


def after_persons(reading: Reading, index: int) -> Iterator[Relation]:
    """``The four men were charged`` after the sentence that names four with their ages."""
    skeleton = reading.sentences[index]
    match = _THE_PERSONS.match(skeleton.text)
    if match is None or (match["noun"] and singular(match["noun"]) not in PERSONS):
        return
    ages = aged_sentences(reading)
    before = [at for at in ages if at < index]
    named = [p for p in aged(reading) if p.figure.sentence == index - 1 and len(p.name) > 1]
    if len(named) < 2 or len(named) != ages.get(index - 1):
        yield from _after_names(reading, index, skeleton.group(match, "n"), skeleton.span(match))
        return
    figure = skeleton.group(match, "n")
    counts = [f for f in reading.by_sentence[index - 1] if f.kind in ("count", "number")]
    alone = len(before) == 1 and not counts and not others_left(reading, index - 1, index + 1)
    spans = tuple(p.figure.span for p in named)
    yield from tally(reading, [figure], Items.exactly(spans), skeleton.span(match), sure=alone)


def _after_names(
    reading: Reading, index: int, figure: Figure | None, tie: Span
) -> Iterator[Relation]:
    """The same after the sentence that names as many without their ages."""
    for named in name_rows(reading):
        if named.sentence == index - 1:
            yield from tally(reading, [figure], Items.exactly(named.spans), tie, sure=False)


def ordinals(reading: Reading) -> Iterator[Relation]:
    """``two locations … the first location … the second location``."""
    text = reading.document.text
    if "he second" not in text and " a second" not in text:
        return
    found: dict[str, dict[str, Span]] = {}
    mentioned: set[str] = set()
    for match in _NTH.finditer(text.lower()):
        mentioned.add(match["nth"])
        if match["noun"]:
            nouns = found.setdefault(match["noun"], {})
            nouns.setdefault(match["nth"], Span(match.start(), match.end()))
    for noun, spans in found.items():
        named = [o for o in IN_TURN if o in spans]
        if len(named) < 2 or named != list(IN_TURN[: len(named)]):
            continue
        figure = _counting(reading, noun, spans["first"].start) or _event(reading, noun, spans)
        if figure is None or figure.value is None:
            continue
        beyond = IN_TURN[int(figure.value)] if figure.value < len(named) else None
        if beyond and text.startswith(("a ", "A "), spans[beyond].start):
            named = named[: int(figure.value)]  # "two men … A third man got away": one more
        # "no date is set for the third" tells of one more
        places = [spans[o] for o in named]
        in_turn = places == sorted(places)
        told = (
            in_turn
            and not mentioned & {*IN_TURN[len(named) :]} - {beyond}
            and figure.value <= len(named) + SLACK
            and (figure.value <= len(named) or noun not in EVENTS or is_over(reading, places[-1]))
        )
        items = Items.exactly(tuple(spans[o] for o in named))
        yield from tally(reading, [figure], items, spans["first"], sure=told)
        return


def _event(reading: Reading, noun: str, spans: Mapping[str, Span]) -> Figure | None:
    """The only number of events up front, which "the first seizure" tells in its own word."""
    if noun not in EVENTS:
        return None
    found = [
        f
        for at, figures in announced(reading)
        for f in figures
        if at < LEDE and f.end < spans["first"].start
        and head(reading.sentences[at], f) in EVENTS
    ]  # fmt: skip
    return found[0] if len({f.value for f in found}) == 1 else None


def _counting(reading: Reading, noun: str, before: int) -> Figure | None:
    """The last number that announces *noun* before a place in the text."""
    for at, figures in reversed(announced(reading)):
        for figure in figures:
            if figure.end < before and head(reading.sentences[at], figure) == noun:
                return figure
    return None
