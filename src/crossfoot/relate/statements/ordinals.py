"""Ordinals that headline and first paragraph both give: "Ninth Clerk Pleads Guilty", "a ninth"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.stems import is_person, may_be_one, meaning, stem

_NOUN = lazy(r"[\s-](?P<noun>(?:[a-z][a-z'-]*\s){0,3}[a-z][a-z'-]*)")
_AFTER = 70  # characters after it in which headline and text tell the same
_A = lazy(r"\b(?:a|an|the|its|his|her|their|this)\s$")
_WORD = lazy(r"[a-z][a-z'-]*")
# each has a number of its own: districts, the halves of a year
_OF_LAW = frozenset(
    map(
        stem,
        "degree amendment circuit district floor street avenue half quarter round period".split(),
    )
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A rank with the noun it counts, and what is told after it."""

    figure: Figure
    noun: tuple[str, ...]
    after: frozenset[str]
    span: Span
    known: bool  # "a ninth", "its third"


def ordinals(reading: Reading) -> Iterator[Relation]:
    """What headline and first paragraph count as the same."""
    ranks = [f for f in reading.figures if f.kind == "rank"]
    lede, body, _ = zones(reading)
    sentences = reading.document.sentences
    titles = [f for f in ranks if sentences[f.sentence].block < lede]
    leads = [f for f in ranks if lede <= sentences[f.sentence].block < body]
    if len(titles) != 1 or not leads:
        return
    one = _ordinal(reading, titles[0])
    alike = [o for f in leads if (o := _ordinal(reading, f)) and one and _of_one(one, o)]
    if one and len(alike) == 1:
        other = alike[0]
        same = one.figure.value == other.figure.value
        if same or (other.known and one.after & other.after):
            spans = [one.span, other.span]
            yield relation("restatement", reading, spans, figures=[one.figure, other.figure])


def _ordinal(reading: Reading, figure: Figure) -> Ordinal | None:
    skeleton = reading.sentences[figure.sentence]
    sign = skeleton.sign_of(figure)
    match = _NOUN.match(skeleton.text, sign + 1)
    if match is None or figure.value is None:
        return None
    words = [m for w in match["noun"].split() if (m := meaning(w))]
    if not words or words[0] in _OF_LAW:
        return None
    rest = _WORD.findall(skeleton.text, sign + 1, sign + _AFTER)
    told = frozenset(filter(None, map(meaning, rest)))
    known = _A.search(skeleton.text, 0, sign) is not None
    return Ordinal(figure, tuple(words), told, Span(figure.start, figure.end), known)


def _of_one(one: Ordinal, other: Ordinal) -> bool:
    """Whether the nouns may name one thing: the same two words, or persons."""
    if one.noun[:2] == other.noun[:2]:
        return True
    here, there = (next(filter(is_person, o.noun), "") for o in (one, other))
    return bool(here and there and may_be_one(here, there))
