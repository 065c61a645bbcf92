"""Traits: what documents about one event share, as keys of an inverted index.

A pair of documents is compared only if it shares a trait. Each trait weighs as much as it
tells an event apart; a pair belongs together where the shared weight reaches `ENOUGH` and some of
what is shared stands in the lead of both, so that a background paragraph ("311 a day last
year") or a yearly round-up binds no events together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from crossfoot.ledger.claims import Claim
from crossfoot.ledger.compare import Tie, ground_span, measure_tie, nested, place_tie
from crossfoot.model import Document

ENOUGH = 2.0
NAMED = "both name "  # opens the reason that gives an event its title
NEAR = 15  # days by which two accounts of one event may differ in dating it
_APART = 60  # days between publications after which an undated figure says half as much
_NEWS = 10  # days between publications within which one place and measure tell one event
_DATED = 3  # days by which what two documents report may lie apart
_LONG = 1.5  # the weight of a figure of five significant digits
# copied words, days and places alone make no event
_CAPS = {"day": 1.0, "text": 3.0, "where": 1.0}
_TELLING = frozenset(("operation", "figure", "small", "topic"))
_COPIED = 4  # of the eight hashes kept as traits; half of the text is the other's then
_LEAD = 0.4  # share of a document's figures, from the top, that tell what it is about
_SHINGLES = 8
# "Operation Safe Harbor", "a sweep called Operation Blue Tide"
_OPERATION = re.compile(
    r"\bOperation\s+[\"“‘']?((?:[A-Z][\w'’-]*)(?:\s+(?:of\s+|the\s+)?[A-Z][\w'’-]*){0,3})"
)
# "the operation, called Safe Harbor", "the effort, dubbed “Blue Tide”"
_CALLED = re.compile(
    r"\b(?:operation|sweep|effort|campaign|crackdown|surge|push)s?,?\s+(?:was\s+|is\s+)?"
    r"(?:called|dubbed|named|known\s+as|code-?named|nicknamed)\s+"
    r"[\"“‘']?(?:Operation\s+)?[\"“‘']?((?:[A-Z][\w'’-]*)(?:\s+(?:of\s+|the\s+)?[A-Z][\w'’-]*){0,3})"
)
# "its Ohio operation, Blue Tide, has led to"
_BESIDE = re.compile(
    r"\b(?:operation|sweep|effort|campaign|crackdown|surge),\s+"
    r"[\"“‘']?((?:[A-Z][\w'’-]*)(?:\s+[A-Z][\w'’-]*){1,3})[\"”’']?,"
)
# measures whose small counts are the same in many stories
_INCIDENTAL = frozenset(("duration", "age", "places", "countries", "length_of_stay", "cases"))
_COUNTED = frozenset(("count", "number", "rate", "money"))


@dataclass(frozen=True, slots=True)
class Trait:
    """One key of the index; `lead` where it stands in the document's first part.

    `measure`, `place`, `first` and `last` (ordinals) are those of the figure, where it has them.
    """

    key: str
    lead: bool
    measure: str | None = None
    place: str | None = None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document is found by. `about` are the days (ordinals) of what it reports."""

    traits: Mapping[str, Trait]
    published: date | None
    about: tuple[int, int] | None


def profile_of(document: Document, claims: Sequence[Claim], sketch: Sequence[int]) -> Profile:
    """The traits of a document, each once."""
    found: dict[str, Trait] = {}
    lead_end = _lead_end(document, claims)
    span = ground_span(claims)
    about = (span[0].toordinal(), span[1].toordinal()) if span else None
    operations = list(_operations(document.text))
    only = len({key for key, _ in operations}) == 1  # what it names alone, it is about
    for key, start in operations:
        _keep(found, Trait(key, only or start < lead_end))
    for claim in claims:
        for key in (*_figure(claim), *_small(claim), *_days(claim), *_topic(claim), *_where(claim)):
            _keep(found, _dated(key, claim, lead_end, about))
    for run in sketch[:_SHINGLES]:
        _keep(found, Trait(f"text:{run:016x}", True))
    return Profile(dict(sorted(found.items())), document.published, about)


def _keep(found: dict[str, Trait], trait: Trait) -> None:
    """The first trait of a key stays, but one in the lead takes its place."""
    known = found.get(trait.key)
    if known is None or (trait.lead and not known.lead):
        found[trait.key] = trait


def _dated(key: str, claim: Claim, lead_end: int, about: tuple[int, int] | None) -> Trait:
    """A claim's trait; what lies outside the days that the document is about is background."""
    start, end = claim.period_start, claim.period_end
    first, last = (d.toordinal() if d else None for d in (start or end, end or start))
    span = (first, last) if first is not None and last is not None else None
    lead = claim.start < lead_end and _gap(about, span) <= _DATED
    return Trait(key, lead, claim.measure, claim.place, first, last)


def weight(key: str) -> float:
    """How much a shared trait tells."""
    kind, _, rest = key.partition(":")
    if kind == "figure":
        return _figure_weight(rest)
    return {"operation": 2.0, "day": 0.5, "topic": 1.0, "where": 1.0, "text": 0.75, "small": 0.5}[
        kind
    ]


def kinship(one: Profile, other: Profile) -> tuple[float, tuple[str, ...]]:
    """How strongly two documents belong together, 0 where they do not, and why."""
    shared = {
        key: worth
        for key in one.traits.keys() & other.traits.keys()
        if (worth := _worth(key, one, other)) > 0
    }
    keys = sorted(shared, key=lambda k: (-shared[k], k))
    copied = sum(k.startswith("text:") for k in keys) >= _COPIED
    if not copied and not any(
        one.traits[k].lead and other.traits[k].lead and _tells(k) for k in keys
    ):
        return 0.0, ()
    kinds: dict[str, float] = {}
    for key in keys:
        kind = key.partition(":")[0]
        kinds[kind] = kinds.get(kind, 0.0) + shared[key]
    score = sum(min(worth, _CAPS.get(kind, 9.0)) for kind, worth in kinds.items())
    if _gap(one.about, other.about) > _DATED:
        score /= 2  # each says when it happened, and it was another time
    if _named(one) and _named(other) and "operation" not in kinds:
        score /= 2  # each names what it was, and it was another
    if score < ENOUGH or not (copied or kinds.keys() & _TELLING):
        return 0.0, ()
    return round(score, 2), tuple(_reasons(keys))


def _named(profile: Profile) -> bool:
    return any(t.lead for key, t in profile.traits.items() if key.startswith("operation:"))


def _tells(key: str) -> bool:
    return not key.startswith("text:")


def _worth(key: str, one: Profile, other: Profile) -> float:
    """What a shared trait tells of these two documents: less, or nothing, where times differ."""
    mine, theirs = one.traits[key], other.traits[key]
    kind, worth = key.partition(":")[0], weight(key)
    if kind == "operation":
        # names come back every year
        return worth / 2 if _gap(one.about, other.about) > NEAR or _late(one, other) else worth
    if kind == "where":
        near = _gap(one.about, other.about) <= _DATED and not _late(one, other, _NEWS)
        return worth if near and mine.lead and theirs.lead else 0.0
    if kind not in ("figure", "small"):
        return worth
    if worth >= _LONG and mine.lead and theirs.lead:
        return ENOUGH  # five digits that two stories open with are no chance, whatever their dates
    if measure_tie(mine.measure, theirs.measure) is Tie.OTHER:
        return 0.0
    if mine.place and theirs.place and not _within(mine.place, theirs.place):
        return 0.0
    worth *= 2 if _one_label(mine, theirs, kind) else 1
    if None in (mine.first, mine.last, theirs.first, theirs.last):
        return worth / 2 if _late(one, other) else worth
    apart = _gap((mine.first or 0, mine.last or 0), (theirs.first or 0, theirs.last or 0))
    return worth if apart <= NEAR else 0.0


def _one_label(mine: Trait, theirs: Trait, kind: str) -> bool:
    """Whether a shared figure is of one measure and place, a small one of one period as well."""
    if kind == "small":
        return mine.last is not None and (mine.first, mine.last) == (theirs.first, theirs.last)
    return bool(
        mine.place and mine.measure and (mine.measure, mine.place) == (theirs.measure, theirs.place)
    )


def _within(one: str, other: str) -> bool:
    """Whether two places may be one or hold one another: Houston, Texas, and Texas."""
    return nested(one, other) or place_tie(one, other) is not Tie.OTHER


def _late(one: Profile, other: Profile, days: int = _APART) -> bool:
    """Whether the documents do not date themselves and were published far apart."""
    if one.about and other.about:
        return False
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) > days


def _gap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    """The days between two spans; 0 where they touch or one is unknown."""
    if one is None or other is None:
        return 0
    return max(0, one[0] - other[1], other[0] - one[1])


def _reasons(shared: Iterable[str]) -> list[str]:
    """The shared traits in words, the strongest first."""
    out = []
    copied = 0
    for key in shared:
        kind, _, rest = key.partition(":")
        if kind == "text":
            copied += 1
        elif kind == "operation":
            out.append(f"{NAMED}Operation {rest.title()}")
        elif kind in ("figure", "small"):
            out.append(f"both give {rest.partition('=')[2]}")
        elif kind == "where":
            out.append(f"both are about {rest.replace('|', ' in ').replace('_', ' ')}")
        elif kind == "day":
            out.append(f"both speak of {rest}")
        else:
            out.append(f"both count {rest.replace('|', ', ')}")
    if copied:
        out.append(f"the same wording in {copied} places")
    return out[:8]


def _lead_end(document: Document, claims: Sequence[Claim]) -> int:
    """Where the first part ends: by figures (three at least) or by text, what is further on."""
    by_text = int(len(document.text) * _LEAD)
    counted = [c for c in claims if c.kind != "date"]
    last = min(max(int(len(counted) * _LEAD), 2), len(counted) - 1)
    return max(by_text, counted[last].end if counted else 0)


def _operations(text: str) -> Iterable[tuple[str, int]]:
    for rule in (_OPERATION, _CALLED, _BESIDE):
        for match in rule.finditer(text):
            yield f"operation:{match.group(1).lower().strip()}", match.start()


def _figure(claim: Claim) -> Iterator[str]:
    if claim.value is None or (not claim.range.is_exact and claim.kind != "percent"):
        return
    if claim.kind in _COUNTED and claim.hedge is None:
        family = "count"
    elif claim.kind == "percent" and claim.step < 1:
        family = "percent"
    else:
        return
    key = f"figure:{family}={_shown(claim.value)}"
    if weight(key) > 0:
        yield key


def _small(claim: Claim) -> Iterator[str]:
    """A small count tells something only with what it counts."""
    if claim.value is None or claim.kind not in ("count", "number") or not claim.measure:
        return
    if claim.hedge is None and 4 <= claim.value < 100 and claim.measure not in _INCIDENTAL:
        yield f"small:{claim.measure}|{';'.join(claim.population)}={_shown(claim.value)}"


def _shown(value: Fraction) -> str:
    return f"{value.numerator:,}" if value.denominator == 1 else str(float(value))


def _figure_weight(rest: str) -> float:
    """By significant digits: 143,470 is told by few stories, 300 by many."""
    family, _, shown = rest.partition("=")
    digits = shown.replace(",", "").replace(".", "").strip("0")
    if family == "percent":
        return 0.5 if len(digits) >= 3 else 0.0
    if len(shown.replace(",", "")) < 3 or len(digits) < 2:
        return 0.25 if len(shown.replace(",", "")) >= 3 and len(digits) == 1 else 0.0
    return {2: 0.5, 3: 1.0, 4: 1.25}.get(len(digits), 1.5)


def _days(claim: Claim) -> Iterator[str]:
    start, end = claim.period_start, claim.period_end
    if start and end and (end - start).days <= 10:
        for day in sorted({start, end}):
            yield f"day:{day.isoformat()}"


def _topic(claim: Claim) -> Iterator[str]:
    if claim.measure and claim.place and claim.days is not None and claim.days <= 31:
        when = f"{claim.period_start} to {claim.period_end}"
        yield f"topic:{claim.measure}|{claim.place}|{when}"


def _where(claim: Claim) -> Iterator[str]:
    """What was counted and where, if that is a part of the country."""
    if claim.measure in _INCIDENTAL:
        return
    if claim.measure and claim.place and place_tie(claim.place, None) is Tie.OTHER:
        yield f"where:{claim.measure}|{claim.place}"
