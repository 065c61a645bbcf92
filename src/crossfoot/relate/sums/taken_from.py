"""The whole that the parts of a remainder can be taken from, and whether the words say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure
from crossfoot.relate.sums.mentions import Mention, comes_besides, is_own_part, mentions
from crossfoot.relate.sums.topic import topic
from crossfoot.relate.wording.kinds import PLACES, alike
from crossfoot.relate.wording.rows import family, noun_of

FAR = 40  # figures back among which its whole is looked for
WHOLES = 4  # that are tried
# "1,095 of those arrested", "206 of the workers", "of the people arrested this week"
_OF_WHAT = lazy(r"\s(?:[a-z]+\s)?of (?:the|those|these|all the)\s(?P<what>[a-z]+(?:\s[a-z]+)?)")
_OF_WHAT_BEFORE = lazy(
    r"\b(?:of|among) (?:the|those|these|all the|(?:last |this )?[a-z]+'s)\s"
    r"(?P<what>[a-z]+(?:\s[a-z]+)?)[^.;\ue000-\uf8ff]{0,30},\s$"
)

# "four were already in custody", when eleven were arrested
_CAUGHT = lazy(r"\b(?:arrested|captured|apprehended|caught|rounded up|picked up|nabbed|seized)\b")
_ALREADY = lazy(
    r"[^.;,\ue000-\uf8ff]{0,40}?\b(?:(?:were|was|are|had been|have been)\s(?:already|previously"
    r"|earlier)|already|previously)\s(?:been\s)?"
    r"(?:in\s|held|jailed|detained|arrested|captured|caught|behind bars)"
)


def wholes_of(
    reading: Reading, chosen: Sequence[Mention], rest: Figure
) -> Iterator[tuple[Figure, bool]]:
    """The wholes that *chosen* parts can be taken from, and whether the words say so."""
    named = next((m.taken_from for m in chosen if m.taken_from is not None), None)
    largest = max(m.figure.value or 0 for m in chosen)
    if named is not None:
        told = (named.value or 0) >= largest
        if told and _fills(noun_of(reading, rest), noun_of(reading, named)):
            yield named, True  # "ten of the 10 … the two others"
        return
    owner = owner_of(reading, chosen)
    if owner is not None:
        yield owner, True
    subject = _subject(reading, chosen, largest)
    if subject is not None:
        yield subject, True
    yield from _earlier_wholes(reading, chosen, rest)


def _earlier_wholes(
    reading: Reading, chosen: Sequence[Mention], rest: Figure
) -> Iterator[tuple[Figure, bool]]:
    """The larger numbers before of nouns that agree with those of the parts and the rest."""
    first = min(chosen, key=lambda m: m.figure.start)
    own = noun_of(reading, rest)
    largest = max(m.figure.value or 0 for m in chosen)
    nouns = [noun_of(reading, m.figure) for m in chosen]
    found: list[Figure] = []
    marked = any(m.marked for m in chosen)
    near = 2 if marked else 1  # sentences between the whole, its parts and the rest
    close = rest.sentence - max(m.figure.sentence for m in chosen) <= near
    for figure in _before(reading, first.figure):
        if figure.value is None or figure.value <= largest or figure.range.is_open:
            continue
        noun = noun_of(reading, figure)
        kin = all(alike(noun, other) for other in nouns) or (own is not None and noun == own)
        if (
            not kin
            or not _fills(own, noun)
            or any(figure.range.contains(f.value or 0) for f in found)
            or _comes_on_top(reading, figure, first.figure)
        ):
            continue  # "nearly 1,500" over "1,461"
        told = noun is not None or marked or figure.kind == "money"
        nearest = not found and first.figure.sentence - figure.sentence <= near
        yield figure, close and told and (nearest or _by_share(reading, chosen, figure))
        found.append(figure)
        if len(found) == WHOLES:
            return


def _comes_on_top(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether *part* is told right behind *whole* as more: ``freed 40 people and found four more``.

    Or as those who were held already, when so many more were caught.
    """
    skeleton = reading.sentences[part.sentence]
    sign = skeleton.sign_of(part)
    if part.sentence - whole.sentence > 1:
        return False
    if comes_besides(skeleton.text, sign):
        return True
    home = reading.sentences[whole.sentence]
    caught = _CAUGHT.search(home.text) is not None
    return caught and _ALREADY.match(skeleton.text, sign + 1) is not None


def owner_of(reading: Reading, chosen: Sequence[Mention]) -> Figure | None:
    """The number right before a part told as "26 of whom"."""
    if len(chosen) != 1 or not chosen[0].nested:
        return None
    part = chosen[0].figure
    skeleton = reading.sentences[part.sentence]
    if not is_own_part(skeleton.text, skeleton.sign_of(part)):
        return None
    told = [m.figure for m in mentions(reading, part.sentence) if m.figure.start < part.start]
    own = told[-1] if told else None
    if own is None or family(own) != family(part):
        return None
    return own if (own.value or 0) > (part.value or 0) else None


def _fills(rest: str | None, whole: str | None) -> bool:
    """Whether what is left can be of the whole: ``the other 14 countries`` are no workers."""
    return rest not in PLACES or whole is None or whole in PLACES


def _subject(reading: Reading, chosen: Sequence[Mention], largest: Fraction | int) -> Figure | None:
    """What the text is about, where a part is one "of those arrested" or "of the workers"."""
    for mention in chosen:
        skeleton = reading.sentences[mention.figure.sentence]
        at = skeleton.sign_of(mention.figure)
        after = _OF_WHAT.match(skeleton.text, at + 1)
        before = after or _OF_WHAT_BEFORE.search(skeleton.text, max(0, at - 70), at)
        found = topic(reading, before["what"], mention.figure) if before else None
        if found is not None and (found.value or 0) > largest:
            return found
    return None


def _by_share(reading: Reading, chosen: Sequence[Mention], whole: Figure) -> bool:
    """Whether the share printed beside a part is its share of *whole*: ``71% of the group``."""
    for mention in chosen:
        part = mention.figure
        for share in reading.by_sentence[part.sentence]:
            if share.kind == "percent" and 0 <= share.start - part.end < 40 and whole.value:
                return share.range.contains((part.value or 0) * 100 / whole.value)
    return False


def _before(reading: Reading, first: Figure) -> Iterator[Figure]:
    """Figures of the family of *first* before it, nearest first."""
    count = 0
    for at in range(first.sentence, -1, -1):
        told = mentions(reading, at)
        stop = bisect_left(told, first.start, key=lambda m: m.figure.start)
        for k in range(stop - 1, -1, -1):
            if family(told[k].figure) == family(first):
                if not told[k].compared:
                    yield told[k].figure
                count += 1
            if count > FAR:
                return
