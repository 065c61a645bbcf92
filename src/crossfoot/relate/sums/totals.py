"""Totals said of figures in the sentences before: ``The six figures come to 1,180``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice, product

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.announced import one_deed
from crossfoot.relate.sums.just_told import only_told
from crossfoot.relate.sums.mentions import mentions
from crossfoot.relate.sums.steps import added, added_to, brought, each, net, opposed, stated
from crossfoot.relate.sums.ties import comes_to
from crossfoot.relate.sums.topic import said, stems_of
from crossfoot.relate.wording.gaps import measures_another
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import led_by, phrase, relation
from crossfoot.relate.wording.rows import family, head, rows

REACH = 4  # sentences back
LARGE, READINGS = 100, 24  # so large a total hardly fits by chance; choices of parts tried for it

# "the five weekly counts come to 1,180" / "the total of all four invoices was $91,300"
_TALLIED = pattern(
    r"(?:\b(?:the|all|those|these)\s(?P<n>{n})\s[^.;]{{0,50}}?"
    r"\b(?P<verb>come|comes|came|add|added|amount|amounted|total|totaled|totalled|sum)\b"
    r"(?: up)?(?: to)?"
    r"|\b(?P<of>total of (?:all|the|these|those)(?: the)?)\s(?P<m>{n})\s[^.;]{{0,40}}?"
    r"\b(?:is|was|were|came to))"
    r"\s(?P<whole>{amount})"
)
# "7,100 permits for homes and shops combined"
_COMBINED = pattern(
    r"(?P<whole>{amount})\s[^.;,]{{0,60}}?\b(?P<one>[a-z]{{4,}}) and (?P<other>[a-z]{{4,}})\b"
    r"[^.;,]{{0,30}}\b(?P<tie>combined|together|in total)\b"
)
# "In all, 75 permits" / "Altogether 75" / "a total of 90"
_SUMMED = pattern(
    r"\W*(?P<tie>in all|altogether|all told|in total|together|combined|overall)\b[^.;]{{0,60}}?"
    r"(?P<whole>{amount})"
)

_THE = lazy(r"\b(?:the|these|those) $")
_ALL_TOLD = ("together", "combined")  # which say that nothing is left out
_ONE_OTHER = lazy(r"\bone\b.*\bother\b")
# "That makes 760 for the quarter" / "The two-day total of 56"
_THAT_MAKES = pattern(
    r"\W*(?P<tie>that's|so (?:there (?:were|was|had been|have been)|that makes)"
    r"|(?:that|this|which|together,? they|they)"
    r" (?:makes?|(?:would|will) be|adds? up to|totals?|comes? to|amounts? to"
    r"|brings? (?:the|it)[^.;]{{0,30}}? to)"
    r"|the (?:combined |{duration} )?total (?:of|is|was|comes to|came to)"
    r"|(?:the|these|those|both)(?: (?:two|three|four))? [a-z]+s (?:total|add up to|come to|came to)"
    r"(?:ed|ing)?)"
    r"\s(?:about |a |an |a total of )?(?P<whole>{amount})"
)
# "The three states together held 24,678", "Together the five countries accounted for 258,918"
_TOGETHER = pattern(
    r"\b(?:the|these|those|all|all of the)\s(?P<n>{n})\s(?:[a-z]+\s){{1,3}}?"
    r"(?P<tie>together|combined)\b"
    r"[^.;\ue000-\uf8ff]{{0,40}}?\s(?P<whole>{amount})"
    r"|\b(?P<tie2>together|combined|in all|altogether),?\s(?:the|these|those|all)\s(?P<n2>{n})\s"
    r"[^.;\ue000-\uf8ff]{{1,50}}?(?P<whole2>{amount})"
    r"|\b(?P<tie3>in all|altogether|together|combined),?\s(?P<whole3>{amount})\s"
    r"[^.;\ue000-\uf8ff]{{1,80}}?\b(?:in|at|by|from|on|of|across)\sthe\s(?P<n3>{n})\s"
)
_SO_MANY = led_by("the", "these", "those", "all")
# "Together with the formal removals, 1,174,059 people", "With them the backlog comes to"
_WITH = pattern(
    r"\W*(?P<tie>(?:together\s)?with|adding|add)\s(?:the\s)?"
    r"(?P<what>them|those|these|[a-z][a-z ]{{2,40}}?),?\s"
    r"[^.;\ue000-\uf8ff]{{0,60}}?(?P<whole>{amount})"
)
_OPENINGS = ("with ", "together with ", "adding ")
_TOTALS = lazy(r"\b(?:total|comes? to|together|in all|therefore|altogether|would)\b")


def totals(reading: Reading) -> Iterator[Relation]:
    """Sums whose parts stand in earlier sentences."""
    rules = [(rule, told) for rule, words in _RULES if (told := words & reading.words)]
    for index, skeleton in reading.quantified if rules else ():
        words = skeleton.words
        for rule, told in rules:
            if not told.isdisjoint(words):
                yield from rule(reading, index)


def _together(reading: Reading, index: int) -> Iterator[Relation]:
    """A total of as many figures as are named: ``The three states together held 24,678``."""
    skeleton = reading.sentences[index]
    if not any(map(skeleton.text.__contains__, _SO_MANY)):
        return
    for match in _TOGETHER.finditer(skeleton.text):
        suffix = next(s for s in ("", "2", "3") if match["n" + s])
        number, whole = skeleton.group(match, "n" + suffix), skeleton.group(match, "whole" + suffix)
        if number is None or whole is None or number.value is None or not 2 <= number.value <= 12:
            continue
        parts = _so_many(reading, index, whole, int(number.value))
        if parts:
            tie = skeleton.span(match, "tie" + suffix)
            yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _so_many(reading: Reading, index: int, whole: Figure, size: int) -> tuple[Figure, ...]:
    """The *size* figures told last, where whole sentences tell just so many; else what fits."""
    noun = head(reading.sentences[index], whole)
    told: list[Figure] = []
    for at in range(index, max(-1, index - 2 * REACH - 1), -1):
        found = [
            m.figure
            for m in mentions(reading, at)
            if m.figure.end < whole.start
            and family(m.figure) == family(whole)
            and not m.compared
            and (m.figure.value or 0) < (whole.value or 0)
            and m.figure.value != size
            and alike(noun, head(reading.sentences[at], m.figure))
        ]
        told = found + told
        if len(told) >= size:
            break
    nouns = [head(reading.sentences[f.sentence], f) for f in told]
    named = next((n for n in nouns if n), None)
    if len(told) == size and all(alike(named, n) for n in nouns):
        return tuple(told)
    last = tuple(told[-size:])
    if len(told) > size and _fits(last, whole):
        return last
    return _one_a_sentence(told, size, whole)


def _one_a_sentence(told: Sequence[Figure], size: int, whole: Figure) -> tuple[Figure, ...]:
    """One figure of each of the last *size* sentences, where they make a large *whole*."""
    by_sentence = [list(group) for _, group in groupby(told, key=lambda f: f.sentence)][-size:]
    if len(by_sentence) < size or (whole.value or 0) < LARGE:
        return ()
    choices = islice(product(*by_sentence), READINGS)
    return next((parts for parts in choices if comes_to(parts, whole)), ())


def _with(reading: Reading, index: int) -> Iterator[Relation]:
    """A total of what was told last and of what "with" adds to it."""
    skeleton = reading.sentences[index]
    match = _WITH.match(skeleton.text) if skeleton.text.startswith(_OPENINGS) else None
    whole = skeleton.group(match, "whole") if match else None
    if match is None or whole is None or not _TOTALS.search(skeleton.text):
        return
    told = [
        m.figure
        for at in range(max(0, index - 2 * REACH), index)
        for m in mentions(reading, at)
        if family(m.figure) == family(whole) and not m.compared and not m.nested
    ]
    wanted = stems_of(match["what"])
    named = [f for f in told if wanted and wanted & said(reading, f)]
    added = named[-1:] or told[-1:]
    others = [f for f in reversed(told) if f not in added]
    tie = skeleton.span(match, "tie")
    for other in others:
        parts = tuple(sorted((other, *added), key=lambda f: f.start))
        last = named and other is told[-1]
        kin = not named and other is others[0] and _same_things(reading, *parts)
        if _fits(parts, whole) or last or kin:
            yield relation("sum", reading, [tie], parts=parts, whole=whole)
            return


def _same_things(reading: Reading, one: Figure, other: Figure) -> bool:
    """Whether two figures name one noun."""
    nouns = [head(reading.sentences[f.sentence], f) for f in (one, other)]
    return nouns[0] is not None and nouns[0] == nouns[1]


def _tallied(reading: Reading, index: int) -> Iterator[Relation]:
    skeleton = reading.sentences[index]
    for match in _TALLIED.finditer(skeleton.text):
        number = skeleton.group(match, "n") or skeleton.group(match, "m")
        whole = skeleton.group(match, "whole")
        if number is None or whole is None or number.value is None or number.value < 2:
            continue
        tie = skeleton.span(match, "verb" if match["verb"] else "of")
        parts = _row_of(reading, index, whole, int(number.value))
        if parts:
            yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _row_of(reading: Reading, index: int, whole: Figure, size: int) -> tuple[Figure, ...]:
    """So many figures before: a row of that size, or the last ones that fit."""
    kind = family(whole)
    back = range(index - 1, max(-1, index - REACH - 1), -1)
    found = [
        row.figures
        for at in back
        for row in rows(reading.sentences[at])
        if row.kind == kind and len(row.figures) == size and not _compares(reading, at, row.figures)
    ]
    found.sort(key=lambda figures: not _fits(figures, whole))
    last = _last(reading, index, whole, size)
    if found and (_fits(found[0], whole) or not _fits(last, whole)):
        return found[0]
    return last if len(last) == size else ()


def _fits(figures: tuple[Figure, ...], whole: Figure) -> bool:
    return Interval.sum(f.range for f in figures).meets(whole.range)


def _last(reading: Reading, index: int, whole: Figure, size: int) -> tuple[Figure, ...]:
    kind = family(whole)
    near = [
        m.figure
        for at in range(max(0, index - REACH), index)
        for m in mentions(reading, at)
        if family(m.figure) == kind and not m.compared
    ]
    return tuple(near[-size:])


def _compares(reading: Reading, index: int, figures: Sequence[Figure]) -> bool:
    """Whether one of *figures* is only what another is held against: ``from 187 to 168``."""
    return any(m.compared for m in mentions(reading, index) if m.figure in figures)


def _that_makes(reading: Reading, index: int) -> Iterator[Relation]:
    """A total of the row in the sentence before."""
    skeleton = reading.sentences[index]
    match = _THAT_MAKES.match(skeleton.text)
    whole = skeleton.group(match, "whole") if match else None
    if match is None or whole is None or index == 0:
        return
    noun = head(skeleton, whole)
    before = [r for r in rows(reading.sentences[index - 1]) if r.kind == family(whole)]
    if fitting := next((r for r in before if comes_to(r.figures, whole)), None):
        tie = skeleton.span(match, "tie")
        yield relation("sum", reading, [tie], parts=fitting.figures, whole=whole)
    elif len(before) == 1 and all(alike(noun, h) for h in before[0].heads):
        tie = skeleton.span(match, "tie")
        yield relation("sum", reading, [tie], parts=before[0].figures, whole=whole)
    elif not before and (parts := only_told(reading, index, whole, short=True)):
        tie = skeleton.span(match, "tie")
        yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _combined(reading: Reading, index: int) -> Iterator[Relation]:
    """Parts named by the two words that the total joins."""
    skeleton = reading.sentences[index]
    for match in _COMBINED.finditer(skeleton.text):
        whole = skeleton.group(match, "whole")
        if whole is None:
            continue
        one, other = (
            _named(reading, index, whole, match[a], match[b])
            for a, b in (("one", "other"), ("other", "one"))
        )
        if one and other:
            parts = sorted((one, other), key=lambda f: f.start)
            tie = skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _named(reading: Reading, index: int, whole: Figure, word: str, other: str) -> Figure | None:
    """The nearest earlier figure of the whole's noun that the text says is of *word* alone."""
    noun = head(reading.sentences[index], whole)
    for at in range(index, max(-1, index - REACH - 1), -1):
        skeleton = reading.sentences[at]
        for figure in reversed(skeleton.figures):
            if figure.start >= whole.start or family(figure) != family(whole):
                continue
            after = skeleton.text[skeleton.sign_of(figure) + 1 :][:60]
            if word in after and other not in after and alike(noun, head(skeleton, figure)):
                return figure
    return None


def _summed(reading: Reading, index: int) -> Iterator[Relation]:
    """``In all, 75``: with the figures just before that make it."""
    skeleton = reading.sentences[index]
    match = _SUMMED.match(skeleton.text)
    if match is None:
        return
    tie = skeleton.span(match, "tie")
    for whole in skeleton.within(match.end("tie"), len(skeleton.text)):
        words = phrase(skeleton, whole)
        parts = _same_phrase(reading, index, whole, words) if len(words) > 1 else ()
        parts = (
            parts
            or _just_told(reading, index, whole)
            or _fitting(reading, index, whole, head(skeleton, whole))
            or only_told(reading, index, whole, short=match["tie"] in _ALL_TOLD)
        )
        if parts and not _of_so_many(skeleton, match.end("tie"), whole, len(parts)):
            yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _of_so_many(skeleton: Skeleton, start: int, whole: Figure, told: int) -> bool:
    """Whether "Together the three cities" takes up another number of parts than were *told*."""
    between = skeleton.within(start, skeleton.sign_of(whole))
    numbers = (f for f in between if _THE.search(skeleton.text, 0, skeleton.sign_of(f)))
    return any(f.kind == "count" and f.value != told for f in numbers)


def _just_told(reading: Reading, index: int, whole: Figure) -> tuple[Figure, ...]:
    """The row of the sentence before that is more than *whole*, where one deed is told of both.

    It may be less: other parts can have been told before.
    """
    if index == 0 or not one_deed(reading, whole, reading.sentences[index - 1]):
        return ()
    near = [r for r in rows(reading.sentences[index - 1]) if r.kind == family(whole)]
    if len(near) != 1 or (near[0].total.low or 0) <= (whole.range.high or 0):
        return ()
    noun = head(reading.sentences[index], whole)
    ranks = sum(f.kind == "rank" for f in near[0].skeleton.figures)
    apart = near[0].apart or ranks > 1 or _ONE_OTHER.search(near[0].skeleton.text)
    return near[0].figures if apart and all(alike(noun, h) for h in near[0].heads) else ()


def _same_phrase(
    reading: Reading, index: int, whole: Figure, words: tuple[str, ...]
) -> tuple[Figure, ...]:
    """The figures before that count the very same thing, where there are two or three."""
    near = [
        f
        for at in range(max(0, index - REACH), index)
        for f in reading.by_sentence[at]
        if family(f) == family(whole)
        and phrase(reading.sentences[at], f)[:2] == words[:2]
        and not _is_measure(reading.sentences[at], f)
    ]
    again = any(f.value is None or f.value == whole.value for f in near)
    return tuple(near) if 2 <= len(near) <= 3 and not again else ()


def _is_measure(skeleton: Skeleton, figure: Figure) -> bool:
    return measures_another(skeleton.text, skeleton.sign_of(figure))


def _fitting(reading: Reading, index: int, whole: Figure, noun: str | None) -> tuple[Figure, ...]:
    """The last figures before that add up to *whole*."""
    near = [
        f
        for at in range(index - 1, max(-1, index - REACH - 1), -1)
        for f in reversed(reading.by_sentence[at])
        if family(f) == family(whole)
        and alike(noun, head(reading.sentences[at], f))
        and not _is_measure(reading.sentences[at], f)
    ][:12]
    main = {m.figure.id for f in near for m in mentions(reading, f.sentence) if not m.compared}
    for told in (near, [f for f in near if f.id in main]):  # without "against 139 last year"
        for size in range(2, len(told) + 1):
            parts = tuple(reversed(told[:size]))
            if comes_to(parts, whole):
                return parts
    return ()


# each rule, and the words of which its pattern must find one
_RULES = (
    (stated, frozenset("add adds added make makes equal equals".split())),
    (added_to, frozenset("add adds added adding join joins joined joining".split())),
    (brought, frozenset("bringing brings brought total resulting".split())),
    (_tallied, frozenset(
        "come comes came add added amount amounted total totaled totalled sum".split()
    )),
    (_combined, frozenset("combined together total".split())),
    (_together, frozenset("together combined all altogether".split())),
    (_summed, frozenset("all altogether total together combined overall".split())),
    (_that_makes, frozenset(
        "that make makes be add adds total totals totaled come comes came amount amounts bring"
        " brings".split()
    )),
    (_with, frozenset(("with", "adding"))),
    (added, frozenset(("addition",))),
    (each, frozenset(("each", "apiece"))),
    (net, frozenset("net gain loss".split())),
    (opposed, frozenset(
        "closed resolved solved cleared settled decided completed identified recovered found paid"
        " sold returned".split()
    )),
)  # fmt: skip
