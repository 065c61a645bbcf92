"""Columns in plain lines: ``Arrests: 30`` over ``Removals: 12`` over ``Total: 42``.

Or under a line that gives the total and ends with a colon.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Block, Document, Figure, Relation, Span
from crossfoot.relate.sums.members import OFFICIALS
from crossfoot.relate.sums.slipped import off_by_a_slip
from crossfoot.relate.sums.ties import Claim, asserted, comes_to
from crossfoot.relate.sums.topic import stems_of
from crossfoot.relate.wording.ends import ends
from crossfoot.relate.wording.kinds import (
    PERSONS,
    PLACES,
    alike,
    complementary,
    fates,
    is_nationality,
    means_the_same,
)
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import Row, family, head
from crossfoot.relate.wording.stems import stem

# "- 3 policy updates"
_NUMBER_FIRST = pattern(r"\W*{amount}\s[^.;]{{2,70}}\W*")
# "- 12 in Kern County, four of them juveniles"
_ITEM = pattern(r"\W*{amount}\s")
# "Policy updates: 3", "Policy updates (3)"
_NUMBER_LAST = pattern(
    r"\W*(?:[^.;]|(?<=\b[a-z])\.|(?<=\b[sfm]t)\.|\.(?=\s[:-])){{2,70}}?\s*[:\t -]\s*{amount}\W*"
)
# "Removals: 9,712, up 13 percent", "Removals: 9,712 (25%)"
_NOTED = pattern(
    r"\W*[^.;:]{{2,70}}?:\s*{amount}(?:,?\s\(?(?:(?:up|down|or|about|an?|the)\s(?:[a-z]+\s){{0,3}})?"
    r"{percent}[^.;\ue000-\uf8ff]{{0,40}}\.?)"
)
# "Targets: 2 (two with warrants)", "Removals: 9,712 (as of May)"
_BRACKETED = pattern(r"\W*[^.;:(\ue000-\uf8ff]{{2,70}}:\s*{amount}\s\([^()]{{2,90}}\)\W*")
# "Dover: 12 arrests"
_NAMED_LAST = pattern(r"\W*[^.;:]{{2,70}}:\s*{amount}\s[a-z]+\W*")
_TOTAL = re.compile(
    r"(?:\b(?:grand total|sub-?total|total|totals|overall|combined)\b|^\W*all\s[a-z]+\s?:)"
    r"(?!.*\b(?:nationwide|statewide|countywide|to date|so far|since|year|month|all time)\b)"
)


# "Total: 1,200", "Total arrests: 1,200"; not "Total for the year: 1,200"
_BARE_TOTAL = pattern(r"\W*(?:grand )?totals?(?:\s[a-z]+)?\s*[:\t -]\s*{amount}\W*")
# "… 31 arrests:", "as follows:"; lists that name some of the parts do not add up
_LEADS = re.compile(r":\s*$")
# "Here is a breakdown by charge:": all of what the sentence before counts
_BROKEN_DOWN = lazy(
    r"\W*(?:(?:here|below|following) (?:is|are)\s(?:the|a)\s|the\s|a\s)?(?:[a-z]+\s)?breakdown\b"
    r"[^.;\ue000-\uf8ff]{0,60}:\W*"
    r"|\W*(?:[a-z-]+\s){1,5}(?:as follows|in this way|(?:broke|break) down (?:as follows|this way))"
    r"[^.;\ue000-\uf8ff]{0,30}:\W*"
    r"|\W*by (?:charge|offense|crime|county|city|state|country|nationality|agency|type|age|sex"
    r"|gender|location|place|region|outcome)[^.;\ue000-\uf8ff]{0,20}:\W*"
)
# "a breakdown of arrests", "The arrests were made as follows:"
_WHAT = lazy(
    r".*\bbreakdown of\s(?:the\s|all\s|those\s|these\s|[\ue000-\uf8ff]\s)*(?P<sort>[a-z-]+\s)??"
    r"(?P<what>[a-z]+s|people|men|women)\b"
    r"|\W*(?:the\s|these\s|those\s|all\s)?(?P<kind>[a-z-]+\s)??"
    r"(?P<these>[a-z]+s|people|men|women)\s"
    r"(?:are|were|break|broke|breaks|came|fell)\b"
)
_BY_CHARGE = lazy(r"\bby (?:charge|offense|crime)\b")
_CHARGED = frozenset((None, "arrest", "charge", "count", "case", "crime", "offense"))
_SOME = re.compile(r"\b(?:includ|among|such as|highlight|some of|notabl|example)")
# "Others were in small towns", below the last item
_OTHERS = lazy(r"\W*(?:and\s)?(?:others?|the (?:rest|remaining|others?)|several|more|additional)\b")
# groups that one person can be in several of
_QUALITY = lazy(
    r"\s(?:[a-z-]+\s){0,3}?(?:with|who|whom|had|have|having|previously|wanted|convicted|charged"
    r"|suspected|known|identified|accused|criminals?|felons?|fugitives?|members?|offenders?)\b"
)


# "Of the 64 seized:", over items that need not exclude each other
_OF = lazy(
    r"(?:^\W*(?:of|among)\s|\b(?:of|among)\s(?:the|those|these|all|its|our)\s)(?:[a-z]+\s)?$"
)
# "11 for theft", "nine arrests on warrants"
_FOR = lazy(r"\s(?:[a-z-]+\s){0,2}?(?:for|on|in|at|from|by|aged?)\s")


@dataclass(frozen=True)
class _Line:
    figure: Figure
    block: int
    style: str
    total: Span | None
    mark: str  # what the line begins with: its indent and bullet


def totals_of_lines(reading: Reading) -> Iterator[Relation]:
    """A line marked as the total, or the one above, against the lines that run up to it."""
    run: list[_Line] = []
    for line in _lines(reading):
        if run and line.block == run[-1].block:
            continue  # a later sentence of an item
        if run and not (_goes_on(run[-1], line) or _closes(reading, run, line)):
            yield from _foot(reading, run)
            run = []
        run.append(line)
    yield from _foot(reading, run)


def _goes_on(last: _Line, line: _Line) -> bool:
    """Whether a line is the next of a column: right below, and set like the last."""
    return (
        line.block == last.block + 1
        and (line.style, line.mark) == (last.style, last.mark)
        and family(line.figure) == family(last.figure)
    )


def _closes(reading: Reading, run: Sequence[_Line], line: _Line) -> bool:
    """Whether a bare "Total: 1,200" stands right below items that are set otherwise."""
    return (
        line.total is not None
        and line.block == run[-1].block + 1
        and family(line.figure) == family(run[-1].figure)
        and not any(other.total for other in run)
        and _BARE_TOTAL.fullmatch(reading.sentences[line.figure.sentence].text) is not None
    )


def _lines(reading: Reading) -> Iterator[_Line]:
    """Blocks that are one label and one number, and items that begin with their number."""
    document = reading.document
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        number = document.sentences[index].block
        block = document.blocks[number]
        lone = len(skeleton.figures) == 1
        if skeleton.start != block.start and not (lone and block.kind == "item"):
            continue
        told = not lone and ":" in skeleton.text
        noted = told and _NOTED.fullmatch(skeleton.text) is not None
        noted = noted or ("(" in skeleton.text and _BRACKETED.fullmatch(skeleton.text) is not None)
        if style := "last" if noted else _style(skeleton) if lone else "":
            end = skeleton.signs[0] if noted else len(skeleton.text)
            marked = _TOTAL.search(skeleton.text, 0, end)
            total = skeleton.span(marked) if marked else None
            yield _Line(skeleton.figures[0], number, style, total, _mark(document, block))
        elif block.kind == "item" and _ITEM.match(skeleton.text):
            yield _Line(skeleton.figures[0], number, "first", None, _mark(document, block))


def _style(skeleton: Skeleton) -> str:
    """Whether the number stands first or last in a line of one label and one number."""
    if _NUMBER_FIRST.fullmatch(skeleton.text):
        return "first"
    after = skeleton.text[skeleton.signs[-1] + 1 :]
    if any(map(str.isalnum, after)):
        return "named" if _NAMED_LAST.fullmatch(skeleton.text) else ""
    return "last" if _NUMBER_LAST.fullmatch(skeleton.text) else ""


def _mark(document: Document, block: Block) -> str:
    """The blanks before a block on its line, and its bullet."""
    line = document.text.rfind("\n", 0, block.start) + 1
    first = document.text[block.start : block.start + 1]
    return document.text[line : block.start] + ("" if first.isalnum() else first)


def _foot(reading: Reading, run: list[_Line]) -> Iterator[Relation]:
    """The only line marked as total against the others; it closes the column or heads it."""
    marked = [i for i, line in enumerate(run) if line.total]
    if not marked and len(run) > 1:
        yield from _under(reading, run)
    if len(marked) != 1 or len(run) < 3:
        return
    at = marked[0]
    parts = run[:at] if at else run[1:]
    if len(parts) < 2 or (not at and _more_below(reading, run)):
        return
    tie = run[at].total
    assert tie is not None
    figures, whole = [p.figure for p in parts], run[at].figure
    if comes_to(figures, whole) or _takes_in(reading, tie, figures if at else ()):
        yield relation("sum", reading, [tie], {"claim": "full"}, parts=figures, whole=whole)


def _takes_in(reading: Reading, tie: Span, parts: Sequence[Figure]) -> bool:
    """Whether a line that says "all returns", and not "total", has its word in each of *parts*."""
    _, all_of, noun = reading.text[tie.start : tie.end].lower().rpartition("all ")
    named = (noun.strip(" :") in reading.sentences[p.sentence].text for p in parts)
    return not all_of or (bool(parts) and all(named))


def _more_below(reading: Reading, run: Sequence[_Line]) -> bool:
    """Whether an item set otherwise follows right below, with a number that may be a part, too."""
    document, after = reading.document, run[-1].block + 1
    if after >= len(document.blocks) or not run[-1].mark:
        return False
    block = document.blocks[after]
    if _mark(document, block) != run[-1].mark:
        return False
    first, last = (
        bisect_left(reading.figures, at, key=lambda f: f.start) for at in (block.start, block.end)
    )
    return any(f.kind in ("number", run[-1].figure.kind) for f in reading.figures[first:last])


def _under(reading: Reading, run: list[_Line]) -> Iterator[Relation]:
    """Items under the line that announces their total: ``31 arrests:``."""
    above = _above(reading, run[0].block)
    colon = (_LEADS.search(above.text) or _lone_total(reading, above)) if above else None
    if above is None or colon is None:
        return
    parts = [line.figure for line in run]
    kind = family(parts[0])
    lead = above
    above = _counted_before(reading, above, run[0].block, kind) or above
    wholes = [
        f
        for f in above.figures
        if family(f) == kind and f.value != len(parts) and head(above, f) not in PLACES
    ]
    if len(wholes) != 1 or kind in (None, "percent"):
        return
    claim = _claim(reading, above, wholes[0], run)
    if not colon.group().rstrip().endswith(":") and not off_by_a_slip(wholes[0], parts):
        claim = "weak"  # "Total stops: 120" over searches and arrests
    total = Interval.sum(p.range for p in parts)
    fits = comes_to(parts, wholes[0])
    if asserted(claim, total, wholes[0].range) and (fits or claim != "weak"):
        tie = lead.span(colon)
        yield relation("sum", reading, [tie], {"claim": claim}, parts=parts, whole=wholes[0])


def _counted_before(
    reading: Reading, above: Skeleton, block: int, kind: str | None
) -> Skeleton | None:
    """The sentence before "Here is a breakdown:", where its only number is of *kind*."""
    if above.figures or not _BROKEN_DOWN.fullmatch(above.text):
        return None
    sentences = reading.document.sentences
    index = bisect_left(sentences, block, key=lambda s: s.block) - 2
    told = [f for f in reading.by_sentence[index] if family(f) == kind] if index >= 0 else []
    if len(told) != 1 or not _is_broken_down(above, reading.sentences[index], told[0]):
        return None
    return reading.sentences[index]


def _is_broken_down(lead: Skeleton, skeleton: Skeleton, whole: Figure) -> bool:
    """Whether the things that *lead* names are those counted: no "arrests" of so many calls."""
    noun = head(skeleton, whole)
    if noun in OFFICIALS:
        return False
    if _BY_CHARGE.search(lead.text) and noun not in PERSONS | _CHARGED:
        return False
    what = _WHAT.match(lead.text)
    sort = (what["sort"] or what["kind"]) if what else None
    if sort and sort.strip() not in skeleton.words:
        return False  # "a breakdown of drug arrests", of all arrests
    named = singular((what["what"] or what["these"]).lower()) if what else None
    if named is None or noun is None or means_the_same(named, noun):
        return True
    return alike(named, noun) and stem(named) in stems_of(skeleton.text)


def _lone_total(reading: Reading, above: Skeleton) -> re.Match[str] | None:
    """``Total arrests: 110`` over the items, where no line above it can be what it closes."""
    match = _BARE_TOTAL.fullmatch(above.text)
    if match is None:
        return None
    index = above.figures[0].sentence
    told = reading.by_sentence[index - 1] if index else ()
    return None if len(told) == 1 and _style(reading.sentences[index - 1]) else match


def _above(reading: Reading, block: int) -> Skeleton | None:
    """The last sentence of the block before *block*."""
    sentences = reading.document.sentences
    first = bisect_left(sentences, block, key=lambda s: s.block)
    if not first or sentences[first - 1].block != block - 1:
        return None
    return reading.sentences[first - 1]


def _claim(reading: Reading, above: Skeleton, whole: Figure, run: list[_Line]) -> Claim:
    """What the line above claims of its items."""
    own = head(above, whole)
    at = above.sign_of(whole)
    if _SOME.search(above.text, at):
        return "open"
    for line in run:
        skeleton = reading.sentences[line.figure.sentence]
        after = skeleton.sign_of(line.figure) + 1
        other = line.style == "first" and not alike(own, head(skeleton, line.figure))
        if other or _QUALITY.match(skeleton.text, after):
            return "weak"
    if run[0].style == "first" and _may_overlap(reading, above, whole, run):
        return "weak"
    blocks = reading.document.blocks
    after = run[-1].block + 1
    goes_on = after < len(blocks) and (
        blocks[after].kind == blocks[run[-1].block].kind == "item"
        or _OTHERS.match(reading.text, blocks[after].start) is not None
    )
    return "open" if goes_on else "full"


def _may_overlap(reading: Reading, above: Skeleton, whole: Figure, run: list[_Line]) -> bool:
    """Whether one thing can be in several items: ``31 were rifles`` and ``18 were stolen``."""
    told = [(reading.sentences[line.figure.sentence], line.figure) for line in run]
    named = {head(skeleton, figure) for skeleton, figure in told}
    if len(named) > 1 and head(above, whole) in named - {None}:
        return True  # "31 rifles", "20 pistols" and "18 stolen guns", of so many guns
    if not _OF.search(above.text, 0, above.sign_of(whole)):
        return False
    signs = [(skeleton, skeleton.sign_of(figure)) for skeleton, figure in told]
    if all(_FOR.match(skeleton.text, sign + 1) for skeleton, sign in signs):
        return False
    words = [Row(skeleton, (figure,), 0, 0).words[0] for skeleton, figure in told]
    distinct = complementary(words) or fates(words) or ends(signs) is not None
    return not (distinct or all(any(map(is_nationality, w)) for w in words))
