"""What the readers of wording share: nouns beside a figure, quotation, building relations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, kept
from crossfoot.model import Figure, Relation, Role, Span

# a character of plain wording: no figure, no stop. `pattern(..., word=WORDS)` makes it {word}
WORDS = r"[^\ue000-\uf8ff.;:()]"

# words that may stand between a number and the noun it counts, or after it, and are not it
_STOP = frozenset(
    "a an the and or of in on at to by for from with within among who whom whose that which "
    "were was are is be been have has had will would as than then also only just during after "
    "before since under over into out not no but while when where if so such including it its "
    "they them their those these this he she his her we our us i you your said says according "
    "per each all both about more less fewer least most other others another remaining "
    "additional last next past new total alone further against because due through between "
    "amid across along around near without until up down off via upon toward towards despite "
    "versus plus came went told took made gave got did do does can could may might should "
    "must already".split()
)
_WORD = re.compile(r"\s*-?([a-z][a-z'-]*)")
# 12 " of them"
OF_THEM = lazy(r"\sof (?:them|those|these|whom|which)\b")
TIMES = ("time", "times")  # "five times": how often, and no count of things
# "nationwide": more places than the text tells of
WIDELY = frozenset(
    "nationwide nationally statewide worldwide countrywide citywide countywide".split()
)
_AGED = " " + SIGNS["age"]  # "two 24-year-old men"
# "12 current and former officers"
PAIRED = frozenset("current former present past retired active serving male female".split())
# "three (3) men"
_AGAIN = re.compile(r" \([" + SIGNS["count"] + SIGNS["number"] + r"]\)")
# "various pills", "related offenses", "several African nations": of a list, more than one thing
_UNNUMBERED = lazy(
    r"(?i)\W*(?:several|various|multiple|many|assorted|numerous|others?|related|similar)\b"
)


def led_by(*words: str) -> tuple[str, ...]:
    """Each of *words* right before a number of things, as folded text has it: "the N"."""
    return tuple(f"{word} {SIGNS[kind]}" for word in words for kind in ("count", "number"))


def sentences(reading: Reading, fewest: int = 1) -> Sequence[tuple[int, Skeleton]]:
    """The folded sentences that hold at least *fewest* figures, with their index."""
    if fewest < 3:
        return reading.figured if fewest == 1 else reading.paired
    return [told for told in reading.paired if len(told[1].figures) >= fewest]


def worded(
    reading: Reading, words: frozenset[str], fewest: int = 1
) -> Sequence[tuple[int, Skeleton]]:
    """The folded sentences with a quantity that hold one of *words*, with their index."""
    present = words & reading.words  # of most texts none; fewer words are sooner looked for
    if not present:
        return ()
    lacks = present.isdisjoint
    found = [told for told, said in _with_words(reading) if not lacks(said)]
    return found if fewest == 1 else [told for told in found if len(told[1].figures) >= fewest]


@kept
def _with_words(reading: Reading) -> Sequence[tuple[tuple[int, Skeleton], frozenset[str]]]:
    """The sentences that hold a quantity, each with its words at hand."""
    return [(told, told[1].words) for told in reading.quantified]


def phrase(skeleton: Skeleton, figure: Figure, skip: int = 0) -> tuple[str, ...]:
    """The words counted by *figure*: what follows its sign up to a function word.

    ``520 foreign nationals in 12 cities`` gives ``("foreign", "nationals")``, and ``two 24-year-old
    men`` ``("men",)``. *skip* words after the sign are passed over, whatever they are.
    """
    phrases: dict[tuple[int, int], tuple[str, ...]] = skeleton.memo.setdefault("phrases", {})
    found = phrases.get((figure.start, skip))
    if found is None:
        found = phrases[figure.start, skip] = tuple(_phrase(skeleton, figure, skip))
    return found


def _phrase(skeleton: Skeleton, figure: Figure, skip: int) -> Iterator[str]:
    text, at = skeleton.text, skeleton.sign_of(figure) + 1
    if again := _AGAIN.match(text, at):
        at = again.end()
    elif text.startswith(_AGED, at):
        at += len(_AGED)
    for _ in range(skip):
        passed = _WORD.match(text, at)
        at = passed.end() if passed else at
    word = ""
    while match := _WORD.match(text, at):
        at = match.end()
        if match[1] == "and" and word in PAIRED:
            continue
        word = match[1]
        if word in _STOP:
            return
        yield word


def is_called_long(figure: Figure) -> bool:
    """Whether it is a length without a number: "week-long", or "monthlong", of 30 days or 31."""
    return figure.kind == "duration" and figure.text.endswith("long")


def are_aged(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* counts persons of an age: ``two 24-year-olds``, ``two 24-year-old men``."""
    return skeleton.text.startswith(_AGED, skeleton.sign_of(figure) + 1)


@lru_cache(maxsize=1 << 12)
def singular(noun: str) -> str:
    """A crude singular, good enough to compare two nouns: ``cities`` and ``city`` agree."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    for ending, other in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh")):
        if noun.endswith(ending):
            return noun[: -len(ending)] + other
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman",
    "children": "child", "lives": "life", "knives": "knife",
}  # fmt: skip


def is_quoted(reading: Reading, span: Span) -> bool:
    """Whether *span* starts inside quotation marks."""
    at = bisect_right(reading.quotations, span.start, key=lambda q: q.start) - 1
    return at >= 0 and span.start < reading.quotations[at].end


def relation(
    kind: str,
    reading: Reading,
    licence: Sequence[Span],
    options: Mapping[str, str] | None = None,
    **roles: Sequence[Role] | Role | None,
) -> Relation:
    """A relation of *kind*; a role given as None or empty is left out."""
    given: dict[str, tuple[Role, ...]] = {}
    for role, members in roles.items():
        if isinstance(members, Figure | Span):
            given[role] = (members,)
        elif members:
            given[role] = tuple(members)
    quoted = bool(licence) and is_quoted(reading, licence[0])
    return Relation(kind, given, tuple(licence), dict(options or {}), quoted)


def backwards(reading: Reading, index: int, last: int, before: int) -> Iterator[Figure]:
    """The figures of sentences *index* down to *last* that stand before offset *before*.

    Nearest first; none after *before* is looked at, so that a page of figures costs no square.
    """
    for at in range(index, max(-1, last - 1), -1):
        figures = reading.by_sentence[at]
        stop = bisect_left(figures, before, key=lambda f: f.start)
        for k in range(stop - 1, -1, -1):
            yield figures[k]


def is_unnumbered(item: str) -> bool:
    """Whether an item of a list may be several things: ``various pills``, ``related offenses``."""
    return _UNNUMBERED.match(item) is not None
