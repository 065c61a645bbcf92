"""Agencies announced by number and named: ``three other agencies … the FBI, the DEA and …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Relation, Sentence, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items

REACH = 8  # sentences after the number in which the agencies are named
_WORDS = frozenset("agencies departments".split())
# "four other federal agencies"
_COUNTED = pattern(
    r"(?<!these\s)(?<!those\s)(?<!both\s)(?P<n>{n})\s(?:[a-z-]+\s){{0,4}}?(?:agencies|departments)\b"
)
# the "and" within a name, and the commas
_WITHIN = lazy(
    r"(?:Customs|Immigration|Citizenship|Firearms-?|Health|Fish|Housing|Veterans"
    r"|Drug|Parks|Public|Enforcement|Transportation|Weights|Labor|Investigations?|Food)"
    r"(?P<and>\sand\s)(?=(?:Border|Customs|Immigration|Explosives|Human|Wildlife|Urban|Removal|Safety"
    r"|Recreation|Drug|Health|Measures|Industry|Naturalization))"
)
_COMMAS = lazy(r"Alcohol(?P<one>,\s)Tobacco(?P<two>,?\s)Firearms(?P<three>,?)")
_WORD = r"[A-Z][\w.'’&-]*"
_NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:(?:of|for|on)\s(?:the\s)?)?{_WORD}){{0,8}}"
_ROW = lazy(rf"{_NAME}(?:[,;]\s{_NAME})*[,;]?\sand\s{_NAME}")
_ONE = lazy(_NAME)
# "FBI", "Police", "U.S. Marshals Service": each name has one of these
_AGENCY = lazy(
    r"\b(?:[A-Z]{2,5}|Bureau|Department|Agency|Administration|Services?|Police|Enforcement|Patrol"
    r"|Sheriff|Office|Investigations?|Marshals?|Division|Commission|Customs|Force|Attorney|Guard"
    r"|Inspector|Protection|Constables?)\b"
)


# what the agencies that a number counts did, and those named next: each of them
_TOOK_PART = r"(?:participated|took part|were involved|teamed up|joined forces|worked together)"
_COUNT_DID = lazy(
    rf"\s(?:{_TOOK_PART}|conducted|carried out|collaborated|assisted|partnered|joined)\b"
)
# and nothing besides: no "assisted at the plant", no "; the state police sent a helicopter"
_DID_SO = lazy(
    rf"\s(?:all\s)?(?:{_TOOK_PART}|conducted|collaborated|assisted)"
    r"(?:\s(?:in|on|with)?\s?(?:the|this)\s(?:[\w-]+\s){0,3}?"
    r"(?:operations?|sweeps?|raids?|efforts?|investigations?|cases?|arrests?|surge|roundup|search"
    r"|initiative|crackdown|searches|detail|mission|event|task force|projects?|campaign"
    r"|checkpoints?|patrols?|enforcement|saturation))?\s*\.?\s*"
)
_ENDS = lazy(r"\s*\.?\s*")
# "Participating agencies were"
_ARE = lazy(
    r"(?:The\s)?(?:[Pp]articipating|[Aa]ssisting)?\s?[Aa]gencies(?:\s(?:involved|participating"
    r"|that (?:participated|took part|assisted)))?(?:\sin (?:the|this) [a-z]+)?\s(?:were|are):?\s"
)
_OF_MORE = lazy(r"\b(?:also|include[sd]?|including|other|additional|led|host)\b")


def agencies_listed(reading: Reading) -> Iterator[Relation]:
    """The number of agencies, and as many named in one row in its sentence or after it."""
    if _WORDS.isdisjoint(reading.words):
        return
    for index, _ in announced(reading):
        skeleton = reading.sentences[index]
        match = _COUNTED.search(skeleton.text)
        figure = skeleton.group(match, "n") if match else None
        if match is None or figure is None or figure.hedge is not None:
            continue
        for sentence in reading.document.sentences[index : index + REACH + 1]:
            start = max(sentence.start, figure.end)
            if sentence.index == index + 1 and (named := _subjects(reading, match, sentence)):
                tie = Span(named[0].start, named[-1].end)
                yield from tally(reading, [figure], Items.exactly(named), tie)
                break
            items = _row(reading.document.text[start : sentence.end], start, figure.value)
            if items:
                yield from tally(reading, [figure], Items.exactly(items), items[0])
                break


def _subjects(
    reading: Reading, match: re.Match[str], sentence: Sentence
) -> tuple[Span, ...] | None:
    """The row of agencies of which *sentence* tells what the number's own tells of all of them.

    ``Six agencies took part in the sweep. The Alder Police Department, … and … participated``.
    """
    skeleton = reading.sentences[sentence.index]
    did = _COUNT_DID.match(match.string, match.end())
    if skeleton.figures or _OF_MORE.search(skeleton.text) or _OF_MORE.search(match.group()):
        return None
    text = reading.document.text[sentence.start : sentence.end]
    opening = _ARE.match(text)
    row = _in_full(text, opening.end() if opening else 0)
    if row is None or not (opening or did):
        return None
    if not (_ENDS if opening else _DID_SO).fullmatch(text, row[-1].end):
        return None
    return tuple(Span(sentence.start + s.start, sentence.start + s.end) for s in row)


def _in_full(text: str, start: int) -> tuple[Span, ...] | None:
    """The agencies of a row that stands at *start*, where each name is one of an agency."""
    row = _ROW.match(_made_one(text), start)
    names = list(_ONE.finditer(row.group())) if row else []
    if row is None or not all(_AGENCY.search(name.group()) for name in names):
        return None
    return tuple(Span(row.start() + name.start(), row.start() + name.end()) for name in names)


def _made_one(text: str) -> str:
    """*text* with the commas and "and" within the names of agencies as hyphens."""
    text = _COMMAS.sub(lambda m: m.group().replace(",", "-").replace(" ", "-"), text)
    return _WITHIN.sub(lambda m: m.group().replace(" and ", "-and-"), text)


def _row(text: str, start: int, number: object) -> tuple[Span, ...] | None:
    """The first row of as many agencies as *number*."""
    if " and " not in text:
        return None
    text = _made_one(text)
    for row in _ROW.finditer(text):
        names = list(_ONE.finditer(row.group()))
        if len(names) == number and all(_AGENCY.search(name.group()) for name in names):
            at = start + row.start()
            return tuple(Span(at + name.start(), at + name.end()) for name in names)
    return None
