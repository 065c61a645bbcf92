"""Places announced by number and named in other words: ``six counties … covered Kings, Queens``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTH_NAMES
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Block, Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, announces, of_places, plural, tally
from crossfoot.relate.tallies.items import Items, items_of
from crossfoot.relate.tallies.words import of_persons
from crossfoot.relate.wording.kinds import PLACES
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import head

_NAME = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}"
_LIST = rf"(?P<list>{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME})"
# "covered Kings, Queens and Nassau counties"
_TRAILING = lazy(
    rf"\b(?P<tie>[a-z]+)\s(?:the\s)?{_LIST}\s"
    r"(?P<noun>counties|states|countries|cities|provinces|districts|parishes|towns|boroughs)\b"
)
# "plants in Texas, Florida and Utah", after "plants in three states"
_AFTER_NOUN = lazy(rf"\b(?P<tie>[a-z]+s\s(?:in|across|from))\s(?:the\s)?{_LIST}(?=[,.;:]|\s[a-z])")
_WHOLE_TIES = frozenset(
    "covered in across throughout spanned spanning of from were are between through".split()
)
_DEED = lazy(r",?\s(?:were|was|are|have|has|had|will|[a-z]+ed)\b")
# "Ada and Elmore counties | in Idaho and Malheur County in Oregon": the list goes on
_GOES_ON = lazy(r"[^.;]*?\b(?:and|as well as)\s(?:[a-z]+\s){0,3}[A-Z][\w'’-]*\s(?:County|Parish)\b")
# "the five-county | task force": what serves them all does not each time act in all
_BODY = lazy(r"-[a-z]+\s(?:[a-z-]+\s){0,3}?(?:task force|team|unit|area|region|district|agency)\b")
_COVERING = frozenset("covered spanned spanning were are".split())
_NOT_ALL = lazy(
    r"\b(?:including|included?|such as|like|especially|mostly|mainly|among|parts? of|other|also"
    r"|half|most|majority|respectively)\b"
)
# "In Liberal, Kansas, officers arrested"
_IN_PLACE = lazy(
    rf"In (?P<name>(?!(?:{MONTH_NAMES}|Fiscal|Fact|Addition|All|The)\b){_NAME})"
    r"(?:\s(?:province|district|county|County))?,\s"
)
NEAR = 3  # blocks between a number of places and the first that has a paragraph
_ONE = lazy(_NAME)
_SINGULAR = {"counties": "county", "countries": "country", "cities": "city"}
REACH = 12  # sentences between a number and the names
# "four hearings held in Reno, Elko and Ely": one may have been the second of its place
_EVENTS_AT = lazy(
    rf"(?P<np>(?:\s[a-z][\w'’-]*){{1,5}}?)(?:\s(?:held|conducted|made|carried out|located|based))?"
    rf"\s?(?P<tie>\s(?:in|at|across|near)|[-–—]+\s?(?:in|at))\s(?:the\s)?{_LIST}"
)
_AT_NAME = lazy(r"(?:in|at|across|near)\s(?:the\s)?[A-Z]")
_AT_ONE = frozenset(
    "hearing meeting shooting robbery burglary raid arrest trial ceremony store restaurant bank"
    " home killing murder forum rally protest checkpoint stop office plant factory shop".split()
)
LEDE = 3  # sentences below a headline whose number they spell out
SLACK = 2  # places that a slip of the number may leave between the two


def places_listed(reading: Reading) -> Iterator[Relation]:
    """Places whose number is told once, and all of whose names are told elsewhere."""
    for noun, (index, figure) in _numbers(reading).items():
        yield from _named(reading, noun, index, figure)


def events_listed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``four hearings held in Reno, Elko and Ely``: never more places than events of one place."""
    if " and " not in skeleton.text:
        return
    text = reading.document.text
    for figure in filter(announces, skeleton.figures):
        placed = _AT_NAME.search(text, figure.end, skeleton.end)
        match = _EVENTS_AT.match(text, figure.end, skeleton.end) if placed else None
        if match is None or figure.hedge is not None or not plural(match["np"]):
            continue
        if of_persons(match["np"]) or _NOT_ALL.search(text, figure.end, match.end()):
            continue
        items = items_of(text, *match.span("list"))
        noun = singular(match["np"].split()[-1])
        if items and (len(items.spans) == figure.value or noun in _AT_ONE):
            yield from tally(
                reading, [figure], items, Span(*match.span("tie")), partial=True,
            )  # fmt: skip


def sections_listed(reading: Reading) -> Iterator[Relation]:
    """``two towns``, and then a paragraph each: ``In Liberal, Kansas, …``, ``In Ely, …``."""
    text = reading.document.text
    starts: dict[int, Span] = {}
    for number, block in enumerate(reading.document.blocks):
        if text.startswith("In ", block.start):
            match = _IN_PLACE.match(text, block.start, block.end)
            if match and _gives_a_figure(reading, block):
                starts[number] = Span(match.start("name"), match.end("name"))
    for run in _runs(starts):
        first = reading.document.blocks[run[0]].start
        for index, figures in reversed(announced(reading)):
            sentence = reading.document.sentences[index]
            if sentence.start > first or run[0] - sentence.block > NEAR:
                continue
            places = [f for f in figures if _split_by_place(reading.sentences[index], f)]
            names = {text[starts[n].start : starts[n].end] for n in run}
            if len(places) == 1 and len(names) == len(run):
                items = Items.exactly([starts[n] for n in run])
                yield from tally(reading, places, items, starts[run[0]], sure=False)
                break


def _gives_a_figure(reading: Reading, block: Block) -> bool:
    at = bisect_left(reading.figures, block.start, key=lambda f: f.start)
    return at < len(reading.figures) and reading.figures[at].end <= block.end


def _runs(starts: Mapping[int, Span]) -> list[list[int]]:
    """Blocks that follow one another, two or more."""
    runs: list[list[int]] = []
    for number in sorted(starts):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [run for run in runs if len(run) > 1]


def _split_by_place(skeleton: Skeleton, figure: Figure) -> bool:
    noun = head(skeleton, figure)
    return noun is not None and (noun in PLACES or noun in ("operation", "raid", "sweep"))


def _numbers(reading: Reading) -> dict[str, tuple[int, Figure]]:
    """The first number of each kind of place; kinds with two numbers are left out."""
    found: dict[str, tuple[int, Figure]] = {}
    twice = set()
    for index, figures in announced(reading):
        for figure in figures:
            noun = head(reading.sentences[index], figure) if of_places(figure) else None
            if noun is None or noun not in PLACES:
                continue
            first = found.setdefault(noun, (index, figure))
            if first[1].value != figure.value:
                twice.add(noun)
    return {noun: at for noun, at in found.items() if noun not in twice and at[1].hedge is None}


def _named(reading: Reading, noun: str, index: int, figure: Figure) -> Iterator[Relation]:
    text = reading.document.text
    last = min(index + REACH, len(reading.document.sentences) - 1)
    end = reading.document.sentences[last].end
    for match in _TRAILING.finditer(text, figure.end, end):
        plural = match["noun"]
        if match["tie"] in _WHOLE_TIES and _SINGULAR.get(plural, plural[:-1]) == noun:
            yield from _held(reading, figure, match)
            return
    said = _said_of(reading.sentences[index], figure)
    if said is None or index > LEDE:
        return
    lede = reading.document.sentences[min(index + LEDE, last)].end
    for match in _AFTER_NOUN.finditer(text, figure.end, lede):
        if match["tie"].lower() == said:
            yield from _held(reading, figure, match)
            return


def _said_of(skeleton: Skeleton, figure: Figure) -> str | None:
    """The words before the number that the names then follow: "plants in"."""
    words = skeleton.text[: skeleton.sign_of(figure)].split()[-2:]
    fits = len(words) == 2 and words[0].endswith("s") and words[1] in ("in", "across", "from")
    return " ".join(words) if fits else None


def _held(reading: Reading, figure: Figure, match: re.Match[str]) -> Iterator[Relation]:
    """The number against the names; a list of some, or one far shorter, is another list."""
    names = tuple(
        Span(m.start(), m.end()) for m in _ONE.finditer(match.string, *match.span("list"))
    )
    sentence = reading.document.sentences[_sentence(reading, match.start())]
    end = min(match.end() + 20, sentence.end)
    some = _NOT_ALL.search(match.string, sentence.start, end)
    near = abs(len(names) - int(figure.value or 0)) <= SLACK and len(names) > 2
    # "attorneys from Kern and Kings counties appeared" are some who came
    again = " " in match["tie"] and not _DEED.match(match.string, match.end())  # "plants in"
    covers = match["tie"] in _COVERING
    here = sentence.index <= figure.sentence and not _BODY.match(match.string, figure.end)
    more = _GOES_ON.match(match.string, match.end(), sentence.end)
    sure = near and not more and (again or covers or here)
    tie = Span(match.start("tie"), match.end("tie"))
    if not some:
        yield from tally(reading, [figure], Items.exactly(names), tie, sure=sure)


def _sentence(reading: Reading, offset: int) -> int:
    return max(s.index for s in reading.document.sentences if s.start <= offset)
