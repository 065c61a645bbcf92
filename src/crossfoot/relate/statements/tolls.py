"""Two tolls of one event in headline and first paragraph: "12 Dead, 30 Hurt", "12 died and 13".

Where both give the dead and the hurt, once each, and agree on one of the two, the other number is
of the same event. One toll alone may have risen since the headline was written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.statements.agreement import agree, contradict
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.phrases import relation

_FATES = {
    "dead": r"dead|died|dies?|deaths|killed|slain|perished|drowned",
    "hurt": r"hurt|injured|wounded|injuries",
    "missing": r"missing|unaccounted",
}
_DEEDS = {"dead": r"kill(?:s|ed|ing)", "hurt": r"(?:injur|wound)(?:es|s|ed|ing)|hurts?|hurting"}
# "30 | others were hurt", "at least 290 are still missing", "12 people dead"
_TOLD = partial(
    pattern,
    r"(?P<n>{n})(?P<gap>(?:\s(?!and\b|or\b|of\b|in\b|critically\b|seriously\b)[a-z'-]+){{0,4}}?)"
    r"\s(?P<fate>{fates})\b(?!\s(?:in|at|over|since|on)\s(?:an?other|earlier|previous))"
    r"|\b{how}(?P<deed>{deeds})\s(?:at\sleast\s|about\s|some\s|more\sthan\s)?(?P<m>{n})(?!\s(?:of|when)\b)",
    fates="|".join(_FATES.values()),
    deeds="|".join(_DEEDS.values()),
    how=r"(?<!critically\s)(?<!seriously\s)(?<!gravely\s)(?<!slightly\s)",
)
_WHOSE = {name: lazy(f"(?:{words})$") for name, words in _FATES.items()}
_DOES = {name: lazy(f"(?:{words})$") for name, words in _DEEDS.items()}
_TELLS = frozenset("hurt injured injures injuries wounded wounds wounding injuring missing".split())
_BEFORE = frozenset("last earlier previous previously similar another ago".split())
_PAIR = 2  # tolls that headline and first paragraph share
_SOME = lazy(
    r"\b(?:critically|seriously|gravely|slightly|badly|more|another|children|women|m[ae]n|officers"
    r"|police|firefighters|soldiers|teens|teenagers|boys|girls|passengers|pedestrians|students)\b"
)
Tolls = Mapping[str, Sequence[Figure]]


def tolls(reading: Reading) -> Iterator[Relation]:
    """The toll on which headline and first paragraph differ, where they share another."""
    if _TELLS.isdisjoint(reading.words):
        return
    lede, body, _ = zones(reading)
    if lede:
        above, below = _of_blocks(reading, 0, lede), _of_blocks(reading, lede, body)
    else:  # a summary for a headline
        above, below = _of_blocks(reading, 0, body), _of_blocks(reading, body, body + 1)
    shared = [fate for fate in above if len(above[fate]) == len(below.get(fate, ())) == 1]
    if len(shared) != _PAIR or len(above) != _PAIR:
        return
    pairs = [(above[fate][0], below[fate][0]) for fate in shared]
    odd = [pair for pair in pairs if contradict(*pair)]
    if len(odd) == 1 and any(agree(*pair) for pair in pairs):
        one, other = odd[0]
        spans = [Span(f.start, f.end) for f in odd[0]]
        options = {
            "first": "the headline" if lede else "the first paragraph",
            "first_words": one.text,
            "second": "the first paragraph" if lede else "the second",
            "second_words": other.text, "sure": "1",
        }  # fmt: skip
        yield relation("restatement", reading, spans, options, figures=[one, other])


def _of_blocks(reading: Reading, first: int, end: int) -> Tolls:
    """The tolls of the sentences of some blocks, by what befell those counted."""
    found: dict[str, list[Figure]] = defaultdict(list)
    sentences = reading.document.sentences
    for index, skeleton in reading.quantified:
        if sentences[index].block >= end:
            break
        if sentences[index].block < first or not _counts(skeleton.text):
            continue
        if found and _is_of_before(skeleton):
            continue
        for match in _TOLD().finditer(skeleton.text):
            figure = skeleton.group(match, "n") or skeleton.group(match, "m")
            if figure and figure.value is not None and not _SOME.search(match["gap"] or ""):
                found[_fate(match["fate"], match["deed"])].append(figure)
    return found


def _is_of_before(skeleton: Skeleton) -> bool:
    """Whether a sentence further on tells of another event: "a blast there killed 12 in 2015"."""
    years = any(f.kind == "date" and f.text.isdigit() for f in skeleton.figures)
    return years or not _BEFORE.isdisjoint(skeleton.words)


def _counts(text: str) -> bool:
    return SIGNS["count"] in text or SIGNS["number"] in text


def _fate(told: str | None, deed: str | None) -> str:
    tests, word = (_WHOSE, told) if told else (_DOES, deed)
    return next((name for name, test in tests.items() if word and test.match(word)), "")
