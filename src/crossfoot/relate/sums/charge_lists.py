"""Counts told out behind their number: ``nine counts: arson; theft (four counts); and perjury``.

A colon, a dash or a comma leads from the number of the counts to all of them. A crime that bears no
number is one count. Where commas stand between them it may go on with the crime before instead
("conspiracy to commit theft, fraud"), and is counted only where that makes the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Role, Span
from crossfoot.relate.sums.ties import Claim, asserted
from crossfoot.relate.wording.phrases import is_unnumbered, relation

KIND = (
    r"(?:(?:felony|misdemeanor|gross|additional|federal|state|separate|criminal|other|violent"
    r"|serious|different|more|violation|related|individual|class|and|or|special|civil|such)\s)*"
)
CHARGED = lazy(
    r"\b(?:charged|indicted|pleaded|plead|pled|convicted|guilty|faces|facing|arraigned|sentenced"
    r"|accused|admitted|booked|indictment|complaint|grand jury)\b"
)
# where the list of offences ends: "in connection with", "if convicted"
ENDS = lazy(
    r"(?=[.;afhirstw])"  # so many begin with another letter
    r"(?:[.;]|\bin connection\b|\bstemming\b|\brelat(?:ed|ing) to\b"
    r"|\bfor (?:the|his|her|their|allegedly|a total)\b|\baccording\b|\bif\b|\bafter\b"
    r"|\bwith (?:an? |sentencing|enhance|special|allegations?|prior|two|three)"
    r"|\b(?:he|she|they|who|which|is|are|was|were|has|have|faces?|the defendants?)\b)"
)
# "five | of eight counts: two counts of fraud and": of the five
_OF_MORE = pattern(r"(?P<n>{n})\s(?:out )?of (?:the |his |her |their |all )?$")
_OPENS = pattern(
    r"(?P<whole>{n})\s{kind}(?:counts|charges|felonies)"
    r"(?P<tie>,?\sincluding|,(?=\s{n}\s)|(?:\s[a-z][a-z' ]{{0,40}})?(?::|\s-))\s",
    kind=KIND,
)
_SO_MANY = pattern(r"\((?P<n>{n})(?P<counts>\s(?:[a-z]+\s){{0,2}}?(?:counts?|charges?))?\)")
# "; and two counts of theft", "two of theft"
_COUNTS_OF = pattern(
    r"\s*(?:and\s)?(?P<n>{n})\s(?:{kind}(?:counts?|charges?)\s)?of\s(?!(?:the|those|these)\b)",
    kind=KIND,
)
_CLAUSE = lazy(r"\b(?:is|are|was|were|has|have|had|said|says|will|faces?)\b")
_ITEM_OPENS = lazy(r"\s*(?:and\s)?(?:an?\s(?:single\s)?count of\s)?")
_ITEM_END = lazy(
    r",\s(?:the|he|she|said|according|court)\b|\.\s*$"
    r"|,\s[^,;\ue000-\uf8ff]{1,60}\s(?:said|says|announced|reported|show(?:s|ed)?)\b"
)
# between two counts of a list that has commas alone
_CUT = pattern(r",\s(?P<and>and\s)?|\sand\s(?:(?={n}\s)|(?P<last>))")
# "six counts, four of burglary and two of theft", and nothing is told of those alone
_APPOSED = pattern(
    r"{n}\s{words}(?:,\s{n}\s{words})*,?\sand\s{n}\s{words},?",
    words=r"(?:[a-z]+\s){0,2}?(?:counts?\s)?of\s(?!the\b)(?!\w+ed\b)[a-z-]+(?:\s(?!\w+ed\b|and\b)[a-z-]+){0,3}",
)
_OF_THE = ("of the ", "of those ", "of these ", "the ")
_OF_OTHER = lazy(
    r"\b(?:earlier|previous|prior|separate|another|unrelated|second) (?:trial|case|indictment"
    r"|complaint|conviction)\b"
)
# a crime that more crimes can go on with: "conspiracy to distribute heroin, cocaine"
_WIDE = lazy(r"\b(?:of|to|for|in|with|by|or|while|against|on)\b")
_NOT_ONE = lazy(r"\b(?:others?|each|related|various|among|both|multiple|several|respectively)\b")
_NUMBERING = (
    "count",
    "number",
    "percent",
    "money",
    "measure",
    "fraction",
)  # may number what it tells


@dataclass
class _Counts:
    """The counts of a list: those that are sure to be counts, and those that may be."""

    sure: list[Role] = field(default_factory=list)
    unsure: list[Span] = field(default_factory=list)

    def parts(self, whole: Figure) -> tuple[Role, ...]:
        """All of them that *whole* leaves room for; the sure ones alone where it fits neither."""
        least = Interval.sum(p.range if isinstance(p, Figure) else _ONE for p in self.sure)
        lacking = (whole.value or 0) - (least.low or 0)
        more = int(lacking) if 0 < lacking <= len(self.unsure) else 0
        counted = self.unsure[len(self.unsure) - more :]
        return tuple(sorted((*self.sure, *counted), key=_start))


_ONE = Interval.exactly(1)


def _start(part: Role) -> int:
    return part.start


def listed_out(reading: Reading, skeleton: Skeleton) -> Relation | None:
    """The sum of the counts that a list behind their number tells."""
    found = (_of_list(reading, skeleton, opens) for opens in _OPENS.finditer(skeleton.text))
    return next(filter(None, found), None)


def _of_list(reading: Reading, skeleton: Skeleton, opens: re.Match[str]) -> Relation | None:
    counts = _by_semicolon(skeleton, opens.end()) or _by_comma(skeleton, opens)
    more = _OF_MORE.search(skeleton.text, 0, opens.start())
    whole = skeleton.group(more, "n") if more else skeleton.group(opens, "whole")
    if counts is None or whole is None or whole.value is None:
        return None
    parts = counts.parts(whole)
    plain = all(isinstance(p, Figure) for p in parts)
    if plain and more is None and opens["tie"] != "," and ";" not in skeleton.text:
        return None  # a plain row of numbers
    if len(parts) < 2 or not any(isinstance(p, Figure) for p in parts):
        return None
    claim: Claim = "open" if opens["tie"].endswith("including") else "full"
    total = Interval.sum(p.range if isinstance(p, Figure) else _ONE for p in parts)
    if not asserted(claim, total, whole.range):
        return None
    return relation(
        "sum", reading, [skeleton.span(opens, "tie")], {"claim": claim}, parts=parts, whole=whole
    )


def _by_semicolon(skeleton: Skeleton, start: int) -> _Counts | None:
    """``arson; theft (four counts); three counts of fraud; and trespass``."""
    if ";" not in skeleton.text[start:]:
        return None
    counts = _Counts()
    items = skeleton.text[start:].split(";")
    for item, following in zip(items, (*items[1:], ""), strict=True):
        finish = start + len(item)
        end = start + len(_ITEM_END.split(item, maxsplit=1)[0])
        numbered = _COUNTS_OF.match(skeleton.text, start, finish)
        numbered = numbered or _SO_MANY.search(skeleton.text, start, finish)
        if numbered:
            counts.sure.append(skeleton.figure_at(numbered.start("n")))
        elif _numbers(skeleton, start, finish) or _CLAUSE.search(skeleton.text, start, end):
            return None
        else:
            counts.sure.append(_item(skeleton, start, end))
        start = finish + 1
        if item.startswith(" and ") and not following.startswith(" and "):
            break  # "; and forgery; if convicted, he faces"
    return counts if len(counts.sure) > 2 else None


def _by_comma(skeleton: Skeleton, opens: re.Match[str]) -> _Counts | None:
    """``murder, two counts of assault, and one count of arson``, or a plain row behind a comma."""
    text, start = skeleton.text, opens.end()
    end = ENDS.search(text, start)
    stop = end.start() if end else len(text)
    if text.startswith(";", stop) and opens["tie"] != ",":
        return None  # "two counts of theft, and one of arson; trespass; and two others"
    beside = CHARGED.search(text, start, stop) or _OF_OTHER.search(text, start, stop)
    if beside or _NOT_ONE.search(text, start, stop):
        return None
    counts = _Counts()
    wide = False  # whether a crime may go on with those before
    for first, last, closes in _pieces(text, start, stop):
        numbered = _COUNTS_OF.match(text, first, last) or _SO_MANY.search(text, first, last)
        if numbered:
            counts.sure.append(skeleton.figure_at(numbered.start("n")))
            wide = True
            continue
        if _numbers(skeleton, first, last) or is_unnumbered(text[first:last]):
            return None
        item = _item(skeleton, first, last)
        if wide and not closes:
            counts.unsure.append(item)
        else:
            counts.sure.append(item)
        wide = wide or _WIDE.search(text, first, last) is not None
    if opens["tie"] == "," and (counts.unsure or not _apposed(text, opens, stop)):
        return None
    return counts


def _apposed(text: str, opens: re.Match[str], stop: int) -> bool:
    """Whether a row behind a comma is no more than its numbers and crimes, and told as all."""
    of_them = text.endswith(_OF_THE, 0, opens.start())
    return not of_them and _APPOSED.fullmatch(text, opens.end(), stop) is not None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a list between commas and "and", and whether ", and" closes it with one."""
    cuts = list(_CUT.finditer(text, start, end))
    closing = [cut for cut in cuts if cut["and"]]
    at, closes = start, False
    for cut in cuts:
        if text[at : cut.start()].strip():
            yield at, cut.start(), closes
        at, closes = cut.end(), [cut] == closing
    if text[at:end].strip():
        yield at, end, closes


def _numbers(skeleton: Skeleton, start: int, finish: int) -> bool:
    """Whether a crime is told with a number, which may be that of its counts."""
    return any(f.kind in _NUMBERING for f in skeleton.within(start, finish))


def _item(skeleton: Skeleton, start: int, end: int) -> Span:
    """Where a crime stands, without the "and" before it."""
    opening = _ITEM_OPENS.match(skeleton.text, start, end)
    begin = opening.end() if opening else start
    return Span(skeleton.offset(begin), skeleton.offset(end))
