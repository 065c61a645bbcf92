"""Events told one by one behind a sentence that tells of them together.

A new event opens with where or when it was, with its turn, or with "another": ``On May 3, …``, ``At
the Alder Bridge, …``, ``Hours later, …``, ``The second load …``; or each has an item of a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import IN_TURN
from crossfoot.figures.skeleton import Reading, kept, pattern
from crossfoot.model import Span

REACH = 40  # sentences in which they are told
LEAD = 3  # paragraphs before the first of them

_NTH = "|".join(IN_TURN)
_DAY = r"(?:day|morning|afternoon|evening|night|weekend|week)"
# that it is another: its turn, its day or hour
_TURN = pattern(
    r"\W*(?:and\s|then\s|also\s|meanwhile,?\s)*"
    r"(?:(?:in|at|during|on)\s)?(?:(?:the|a)\s(?:{nth}|{rank}|other|next|last|latest|final)\b"
    r"|(?:the|a)\s{rank}|(?:yet )?another\b|a (?:separate|different|further|subsequent|later)\b"
    r"|an unrelated\b|one\s(?!of\b)[a-z]+\b)"
    r"|\W*(?:and\s|then\s|also\s|later\s|earlier\s|meanwhile,?\s|just\s)*"
    r"(?:(?:on|in|at|around|about|approximately|shortly|before|after|near)\s)*"
    r"(?:the\s(?:morning|afternoon|evening|night)\sof\s)?(?P<when>[{date}{identifier}])(?=[\s,]|$)"
    r"|\W*(?:later|earlier)\s(?:that|the|in the|on the|this)\s(?:same\s)?{day}\b"
    r"|\W*(?:hours|minutes|days|moments|weeks|a (?:day|week|few hours|short time)"
    r"|(?:about )?an hour|{duration})\s(?:later|earlier|before that|after that)\b"
    r"|\W*(?:(?:on|in)\s)?(?:that|the)\s(?:same|following|next|previous)\s{day}\b"
    r"|\W*that\s(?:same\s)?{day},"
    r"|\W*(?:separately|elsewhere|meanwhile)\b"
    # "They took another $44,000"
    r"|\W*(?:[a-z]+\s){{1,5}}?(?:another|an additional|a further)\s(?={amount})",
    nth=_NTH,
    day=_DAY,
)
# where: a name behind, seen in the text as written
_PLACE = lazy(
    r"\W*(?:And\s|Also,?\s|Meanwhile,?\s|Then,?\s)?(?:In|At|Near|Outside|Around|From|in|at|near)\s"
    r"(?:the\s|a\s)?(?:(?:city|town|port|county|village|nearby)\sof\s)?(?-i:[A-Z])"
)
# at the head of a paragraph, too: "A search of a home", "The three-day operation in"
_AT_HEAD = lazy(
    r"\W*(?:in|on|at|near|outside|around|from|during|earlier|later|then|also|meanwhile)\s"
    r"|\W*(?:a|an|the|one)\s(?:[\ue000-\uf8ff][\s-])?(?:[a-z]+\s){0,2}?"
    r"(?:operation|action|raid|sweep|seizure|day|week|house|case|stop|incident|inspection|phase"
    r"|search)\b"
    r"|\W*the [\ue000-\uf8ff]\s"  # "The three-day operation in"
)
_QUOTES = ("“", '"', "'", "‘")


@dataclass(frozen=True, slots=True)
class Event:
    """One of them: the words it opens with, and its sentences."""

    opener: Span
    first: int
    last: int
    listed: bool = False  # as an item of a list


def tellings(reading: Reading, index: int) -> Iterator[tuple[Event, ...]]:
    """The events told after sentence *index*, as items, paragraphs and sentences set them apart."""
    seen: set[tuple[int, ...]] = set()
    for found in (_items(reading, index), _paragraphs(reading, index), _sentences(reading, index)):
        for events in (found, _with_first(reading, index, found)):
            key = tuple(event.first for event in events)
            if len(events) > 1 and key not in seen:
                seen.add(key)
                yield events


def _with_first(reading: Reading, index: int, events: Sequence[Event]) -> tuple[Event, ...]:
    """*events* and the first, told before them without an opening: ``They took … In June, …``."""
    if not events or events[0].listed or events[0].first == index + 1:
        return ()
    start = reading.document.sentences[index + 1]
    opener = Span(start.start, min(start.end, events[0].opener.start))
    return (Event(opener, index + 1, events[0].first - 1), *events)


def _items(reading: Reading, index: int) -> tuple[Event, ...]:
    """The items of the first list behind the sentence, one an event."""
    document = reading.document
    block = document.sentences[index].block + 1
    stop = min(block + LEAD, len(document.blocks))
    while block < stop and document.blocks[block].kind != "item":
        block += 1
    last = block
    while last < len(document.blocks) and document.blocks[last].kind == "item":
        last += 1
    if last - block < 2:
        return ()
    by_block = _by_block(reading)
    told = [by_block[n] for n in range(block, last) if n in by_block]
    starts = [document.sentences[first] for first, _ in told]
    return tuple(
        Event(Span(s.start, s.end), first, end, listed=True)
        for s, (first, end) in zip(starts, told, strict=True)
    )


@kept
def _by_block(reading: Reading) -> dict[int, tuple[int, int]]:
    """The first and last sentence of each block."""
    found: dict[int, tuple[int, int]] = {}
    for sentence in reading.document.sentences:
        first, _ = found.get(sentence.block, (sentence.index, 0))
        found[sentence.block] = (first, sentence.index)
    return found


def _paragraphs(reading: Reading, index: int) -> tuple[Event, ...]:
    """The paragraphs that open with where or when, each with those behind it that do not."""
    told = reading.document.sentences
    stop = min(len(told), index + REACH)
    heads = [
        at
        for at in range(index + 1, stop)
        if told[at].block != told[at - 1].block and not _is_quote(reading, at)
    ]
    opened = [(at, o) for at in heads if (o := _opener(reading, at, head=True))]
    return _cut(index, opened, stop)


def _sentences(reading: Reading, index: int) -> tuple[Event, ...]:
    """The sentences that open with another time or place, or with their turn."""
    stop = min(len(reading.document.sentences), index + REACH)
    found = [(at, o) for at in range(index + 1, stop) if (o := _opener(reading, at, head=False))]
    return _cut(index, found, stop)


def _cut(index: int, heads: Sequence[tuple[int, Span]], stop: int) -> tuple[Event, ...]:
    ends = [*(at - 1 for at, _ in heads[1:]), stop - 1] if heads else []
    return tuple(Event(opener, at, end) for (at, opener), end in zip(heads, ends, strict=True))


def _is_quote(reading: Reading, index: int) -> bool:
    return reading.document.text.startswith(_QUOTES, reading.document.sentences[index].start)


def _opener(reading: Reading, index: int, *, head: bool) -> Span | None:
    """The words with which a sentence opens a new event."""
    skeleton = reading.sentences[index]
    match = _TURN.match(skeleton.text)
    if match is None and head:
        match = _AT_HEAD.match(skeleton.text)
    if match is not None:
        return skeleton.span(match)
    place = _PLACE.match(reading.document.text, skeleton.start, skeleton.end)
    return Span(*place.span()) if place else None
