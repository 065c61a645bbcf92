"""Lists of charges: ``a 10-count indictment … seven counts of larceny, one count of fraud``.

A count of an indictment is one, whether its number is printed or not; ``two counts each of A and
B`` are four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Role, Span
from crossfoot.relate.sums.charge_lists import CHARGED, ENDS, KIND, listed_out
from crossfoot.relate.sums.ties import Claim, asserted, comes_to
from crossfoot.relate.wording.phrases import relation, worded

# "seven felony counts", "fourteen (14) counts each"
_PART = pattern(
    r"(?P<n>{n})(?:\s?\((?P<digits>{n})\))?\s{kind}(?:counts?|charges?|felonies|misdemeanors)\b"
    r"(?P<each>\seach)?",
    kind=KIND,
)
# "a 10-count indictment", "a ten count complaint"
INDICTMENT = pattern(
    r"(?P<whole>{n})[\s-]count\s(?:[a-z-]+\s){{0,4}}(?:indictment|complaint|information|petition)"
)
_PART_OF = pattern(r"(?P<n>{n})\s(?:out )?of (?:the |all )?$")
# "on all four counts", "a total of 12 counts"
_ALL = pattern(
    r"(?P<tie>\ball(?: of the)?|\ba total of|\bof the)\s(?P<whole>{n})\s{kind}"
    r"(?:counts|charges|felonies)\b"
    r"|(?P<all>{n})\s{kind}(?:counts|charges|felonies)\s(?P<in_all>in all|altogether|in total)\b",
    kind=KIND,
)
_TOTAL = lazy(r"\btotal of $")  # "for a total of | six counts": the whole of those before
# "Jones was", "Vega faces": whom a sentence is about
_NAMED = re.compile(
    r"\W*(?P<name>[A-Z][a-z]+)(?:['’]s)?\s(?:was|is|faces|has|had|pleaded|pled|will|could|also|entered)\b"
)
_FULL_NAME = re.compile(
    r"\W*[A-Z][a-z]+ (?:[A-Z]\. )?(?P<name>[A-Z][a-z]+)(?:,|\s(?:was|is|faces|pleaded)\b)"
)
# "with conspiracy, ": what stands before the first numbered count
_LEAD = lazy(
    r"\b(?:with|to|of|including|charging|charges|counts)\s(?P<items>(?:(?!(?:with|to|counts?)\b)"
    r"[^.;:\ue000-\uf8ff]){3,80}?)(?:,\s(?:and\s)?|\sand\s|\sas well as\s)$"
)
# "Smith with eight counts of fraud and Doe with" six
_OF_OTHER = lazy(
    r"(?:[,;]|\b(?:and|while|whereas))\s"
    r"(?:(?:[A-Z][\w.'’-]*|(?:his|her|their|the|an?)(?:\s[a-z-]+){1,3}|others?|two|three)[,\s]+)+"
    r"(?:(?:is|was|are|were|has|have|had|been|both|each|charged|accused|convicted|pleaded|guilty)"
    r"\s)*(?:with|faces?|facing|to|on)\s(?:the\s)?(?:same\s)?$"
)
# "At an earlier trial he was convicted of two counts": of another case
_OF_OTHER_CASE = lazy(
    r"\b(?:earlier|previous|prior|separate|another|unrelated|related) (?:trial|case|indictment"
    r"|complaint|conviction)\b|\b(?:previously|earlier) (?:been )?(?:convicted|charged|pleaded)\b"
)
SHORT = 4  # words of a lone offence before the first number
_OPENS = lazy(
    r"(?P<tie>\b(?:including|consisting of|comprised of|made up of|which include|that include)"
    r"|:| - )"
    r"[^,;.:]{0,30}$"
)
# "two additional fraud counts": among those of a list, and not read as one of its parts
_MORE_COUNTS = pattern(
    r"{n} (?:additional|further|more|other) (?:[a-z-]+ ){{0,4}}?counts?\b(?! of)"
)
_OTHERS = lazy(r"\b(?:among other|and other|and related|other charges|variously|related charges)\b")
_OFFENCE = lazy(r"(?:a |an )?(?:felony|misdemeanor)\b")
_SPLIT = lazy(r",\s*(?:and\s)?|;\s*(?:and\s)?|\sand\s(?=(?:a |an )?(?:felony|misdemeanor)\s)")
_AND = lazy(r"\sand\s")
_AND_BEFORE = lazy(r"\b(?:and|plus)\s(?:[a-z]+\s){0,2}$")
COUNTED = frozenset("count counts charge charges felonies misdemeanors".split())
_COMMON = frozenset("He She They It The This That Both Each All Everyone Defendant".split())
LEDE = 8  # sentences, headlines included, that announce the number of counts
LONG = 5  # numbers and offences: a list that names so many is no choice of the gravest
FAR = 14  # sentences from there to the list
REACH = 4  # sentences after the list in which "all four counts" can follow


@dataclass(frozen=True)
class _Charges:
    """The counts of one list, with how often each number stands (``three each of``)."""

    skeleton: Skeleton
    figures: tuple[Figure, ...]
    times: tuple[int, ...]
    unnumbered: tuple[Span, ...]  # sure to be counts: "and misdemeanor trespass"
    unsure: tuple[Span, ...]  # items that may be counts
    open: bool  # "and other charges"
    shared: bool = False  # told of several persons, whom one count may charge together

    @property
    def whole(self) -> bool:
        """Whether every count bears a number, down to the single ones that close the list.

        Highlights stop at the grave charges; an indictment read out in full ends with "one count
        of forgery".
        """
        singles = self.figures[-1].value == 1
        several = len(self.figures) > 2 or min(self.times) > 1
        long = several and len(self.figures) + sum(self.times) > LONG
        return singles and long and not self.unnumbered

    def total(self, extra: int) -> Interval:
        """The range of the sum, with *extra* counts that bear no number."""
        numbered = Interval.sum(
            f.range.scale(t) for f, t in zip(self.figures, self.times, strict=True)
        )
        return numbered + Interval.exactly(extra)


def charges(reading: Reading) -> Iterator[Relation]:
    """Sums of counts, against the indictment, the opening number or the headline."""
    lists: list[tuple[int, _Charges]] = []  # those without a number of their own
    single: list[Figure] = []  # the only numbered charge of a sentence
    for index, skeleton in worded(reading, COUNTED):
        if found := listed_out(reading, skeleton):
            yield found
            continue
        found_parts = _PART.finditer(skeleton.text)
        parts = [m for m in found_parts if not _TOTAL.search(skeleton.text, 0, m.start())]
        if not parts or not CHARGED.search(skeleton.text):
            continue
        if _OF_OTHER_CASE.search(skeleton.text):
            continue
        if len(parts) == 1:
            single.append(skeleton.figure_at(parts[0].start("n")))
        yield from _in_sentence(reading, index, skeleton, parts, lists)
    if lists:
        yield from _headline(reading, lists, single)


def _headline(
    reading: Reading, lists: list[tuple[int, _Charges]], single: list[Figure]
) -> Iterator[Relation]:
    """Lists of charges against the number in the headline or lede.

    One list must come to it. Several, or a list and further charges of other defendants, are
    read as its parts only where they do.
    """
    index, listed = lists[0]
    announced = _earlier(reading, index)
    if announced is None:
        return
    whole, tie = announced
    if whole.value is not None and whole.value < 2:
        return  # "pleaded guilty to one count": another person's
    if _are_of_two(reading, whole.sentence, index):
        return
    further = [f for f in single if f.start > whole.end and f.value != whole.value]
    alone = listed.total(len(listed.unnumbered)).meets(whole.range)
    if len(lists) == 1 and (alone or not further):
        yield from _against(reading, listed, whole, "full", tie)
        return
    parts = sorted(
        (*(f for _, charge in lists for f in charge.figures), *further), key=lambda f: f.start
    )
    if all(set(charge.times) == {1} for _, charge in lists) and comes_to(parts, whole):
        yield relation("sum", reading, [tie], {"claim": "weak"}, parts=parts, whole=whole)


def _in_sentence(
    reading: Reading,
    index: int,
    skeleton: Skeleton,
    parts: list[re.Match[str]],
    lists: list[tuple[int, _Charges]],
) -> Iterator[Relation]:
    indictment = INDICTMENT.search(skeleton.text, 0, parts[0].start())
    claim: Claim = "full"
    whole: Figure | None = None
    tie = Span(skeleton.start, skeleton.start)
    if indictment:
        whole, tie = skeleton.group(indictment, "whole"), skeleton.span(indictment)
        opens = _OPENS.search(skeleton.text[indictment.end() : parts[0].start()])
        claim = "open" if opens and opens["tie"].startswith("inc") else "full"
    elif len(parts) > 1 and (
        opens := _OPENS.search(skeleton.text[parts[0].end() : parts[1].start()])
    ):
        whole = skeleton.group(parts[0], "n")
        at = parts[0].end()
        tie = Span(skeleton.offset(at + opens.start("tie")), skeleton.offset(at + opens.end("tie")))
        claim = "open" if opens["tie"].startswith(("inc", "which", "that")) else "full"
        parts = parts[1:]
    listed = _with_lead(_read(skeleton, parts), parts[0].start())
    listed = replace(listed, shared=_is_shared(reading, listed))
    if len(listed.figures) + len(listed.unnumbered) < 2:
        return
    if whole is not None:
        yield from _against(reading, listed, whole, claim, tie)
    elif after := _all_counts(reading, index):
        yield from _against(reading, listed, after[0], "full", after[1])
    else:
        lists.append((index, listed))


def _is_shared(reading: Reading, listed: _Charges) -> bool:
    """Whether the words before a later number name another person whom those counts charge."""
    text = reading.document.text
    return any(_OF_OTHER.search(text[a.end : b.start]) for a, b in pairwise(listed.figures))


def _with_lead(listed: _Charges, start: int) -> _Charges:
    """*listed* and the offences before its first number: ``with conspiracy, seven counts of``."""
    match = _LEAD.search(listed.skeleton.text, max(0, start - 100), start)
    if match is None or CHARGED.search(match["items"]):
        return listed
    at = match.start("items")
    found = [
        Span(listed.skeleton.offset(at + a), listed.skeleton.offset(at + b))
        for a, b in _items(match["items"], 0, len(match["items"]))
    ]
    if len(found) == 1 and len(match["items"].split()) <= SHORT:
        return replace(listed, unnumbered=(*found, *listed.unnumbered))
    return replace(listed, unsure=(*found, *listed.unsure))


def _read(skeleton: Skeleton, parts: list[re.Match[str]]) -> _Charges:
    """The run of numbered counts and the items between and after them."""
    figures: list[Figure] = []
    times: list[int] = []
    sure: list[Span] = []
    unsure: list[Span] = []
    text = skeleton.text
    closing = len(text)
    for number, part in enumerate(parts):
        figure = skeleton.group(part, "n")
        if figure is None or part.start() >= closing:
            break
        last = number + 1 == len(parts)
        stop = len(text) if last else parts[number + 1].start()
        end = ENDS.search(text, part.end(), stop)
        if end:
            stop = end.start()
            if last or CHARGED.search(text, stop, parts[number + 1].start()):
                closing = stop
        items = _items(text, part.end(), stop)
        figures.append(figure)
        if part["each"]:
            times.append(max(1, _enumerated(text[part.end() : stop])))
            continue
        times.append(1)
        if last and number and len(items) == 1 and not _AND_BEFORE.search(text, 0, part.start()):
            # the list's own "and" comes later
            unsure += [
                Span(skeleton.offset(a.end()), skeleton.offset(stop))
                for a in _AND.finditer(text, part.end(), stop)
            ]
        for start, finish in items[1:]:
            found = sure if _OFFENCE.match(text, start) else unsure
            found.append(Span(skeleton.offset(start), skeleton.offset(finish)))
    others = (
        _OTHERS.search(text, parts[0].start()) is not None
        or _MORE_COUNTS.search(text, parts[0].end(), parts[-1].start()) is not None
    )
    return _Charges(skeleton, tuple(figures), tuple(times), tuple(sure), tuple(unsure), others)


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of ``text[start:end]`` between commas."""
    out, at = [], start
    for comma in _SPLIT.finditer(text, start, end):
        out.append((at, comma.start()))
        at = comma.end()
    out.append((at, end))
    return [(a, b) for a, b in out if text[a:b].strip(" ,;") not in ("", "and")]


def _enumerated(offences: str) -> int:
    """How many things ``of forgery, theft and perjury`` names."""
    chunks = [c for c in re.split(r",\s*(?:and\s)?", offences) if c.strip(" ,") not in ("", "and")]
    return len(chunks) + (1 if chunks and re.search(r"\w\sand\s\w", chunks[-1]) else 0)


def _against(
    reading: Reading, listed: _Charges, whole: Figure, claim: Claim, tie: Span
) -> Iterator[Relation]:
    """The relation with *whole*; items that may be counts count where that fills the whole."""
    if whole in listed.figures or whole.value is None:
        return
    unnumbered = listed.unnumbered
    if listed.whole and not listed.unsure:
        claim = "full"
    if listed.unsure and not listed.total(len(unnumbered)).meets(whole.range):
        if listed.total(len(unnumbered) + len(listed.unsure)).meets(whole.range):
            unnumbered = (*unnumbered, *listed.unsure)
        else:
            claim = "open"
    if listed.open:
        claim = "open"
    if listed.shared:
        claim = "weak"
    if not asserted(claim, listed.total(len(unnumbered)), whole.range):
        return
    parts: tuple[Role, ...] = (*listed.figures, *unnumbered)
    times = ",".join(map(str, listed.times))
    yield relation(
        "sum", reading, [tie], {"claim": claim, "times": times}, parts=parts, whole=whole
    )


def _all_counts(reading: Reading, index: int) -> tuple[Figure, Span] | None:
    """``on all four counts`` in the list's sentence or soon after."""
    for at in range(index, min(len(reading.sentences), index + REACH + 1)):
        if not reading.by_sentence[at]:
            continue
        skeleton = reading.sentences[at]
        if at > index and len(list(_PART.finditer(skeleton.text))) > 1:
            return None  # another list begins
        if match := _ALL.search(skeleton.text):
            if at > index and _of_another(reading, index, at):
                return None
            names = ("whole", "tie") if match["whole"] else ("all", "in_all")
            whole = skeleton.group(match, names[0])
            return (whole, skeleton.span(match, names[1])) if whole else None
    return None


def _of_another(reading: Reading, index: int, later: int) -> bool:
    """Whether sentence *later* is about a person whom the list's own does not name."""
    text, sentences_ = reading.document.text, reading.document.sentences
    match = _NAMED.match(text, sentences_[later].start)
    if match is None or match["name"] in _COMMON:
        return False
    return match["name"] not in text[sentences_[index].start : sentences_[index].end]


def _are_of_two(reading: Reading, earlier: int, later: int) -> bool:
    """Whether each of two sentences opens with a person's full name, and not with the same."""
    told = (reading.document.sentences[at] for at in (earlier, later))
    found = [_FULL_NAME.match(reading.document.text, sentence.start) for sentence in told]
    names = {match["name"] for match in found if match}
    return earlier != later and None not in found and len(names) > 1


def _earlier(reading: Reading, index: int) -> tuple[Figure, Span] | None:
    """``charged with a dozen felonies`` before the only list of charges."""
    for at in range(min(index, LEDE)):
        if not reading.by_sentence[at] or index - at > FAR:
            continue
        skeleton = reading.sentences[at]
        indictment = INDICTMENT.search(skeleton.text)
        if indictment and at < index:
            whole = skeleton.group(indictment, "whole")
            return (whole, skeleton.span(indictment)) if whole else None
        charged = CHARGED.search(skeleton.text)
        parts = list(_PART.finditer(skeleton.text))
        if charged and len(parts) == 1 and parts[0].start() > charged.start():
            whole = skeleton.group(parts[0], "n")
            part = _PART_OF.search(skeleton.text, 0, parts[0].start())
            if part is not None:  # "convicted on 31 of 33 counts": of the 31
                whole = skeleton.group(part, "n")
            return (whole, skeleton.span(charged, 0)) if whole else None
    return None
