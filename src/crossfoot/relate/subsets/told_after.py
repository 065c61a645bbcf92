"""Parts of what the sentence before counts: ``Among them were 40 children``, ``Of the total, 25``.

A part larger than that number is alleged only where the words can mean nothing else: it is the
only number of the sentence before, or the only one of the noun that is taken up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.shares.bases import SMALL, is_apart
from crossfoot.relate.subsets.compared import is_measure
from crossfoot.relate.subsets.taken_up import is_taken_out, names_others
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import PLACES, alike
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.stems import stem

_H = hedges("a total of")
# how such a sentence begins: nearly all others are left by these words
_OPENS = lazy(r"[\W\s]*(?:among|of|they|these|those|only|just)\s")
# "Among them were 40 children", "They included 12 women", "These include two officers"
_AMONG = pattern(
    r"\W*(?P<tie>among (?:them|(?:those|these)(?: (?P<deed>[a-z]+(?:ed|en|ught|ld)))?) (?:are|were)"
    r"|(?:they|(?:these|those)(?: (?P<deed2>[a-z]+(?:ed|en|ught|ld)))?)(?: also)?"
    r" includ(?:e|ed))\s" + _H + r"(?P<part>{n})\s[a-z]"
)
# "Of the total, 25 were", "Of the overall number, 25"
_OF_TOTAL = pattern(
    r"\W*(?P<tie>of the (?:overall )?(?:total|whole|number|sum))(?: number)?,\s"
    + _H
    + r"(?P<part>{n})(?!\s(?:additional|others?|more|new)\b)"
)
# "Of those cases, 18 involve", "Of the cases, only 18"
_OF_NOUN = pattern(
    r"\W*(?P<tie>of (?:those|these|the|all|all the|all those)"
    r" (?P<noun>[a-z-]+s|people|men|women|children))"
    r"(?:\s[a-z]+(?:ed|en))?,\s" + _H + r"(?P<part>{n})(?!\s(?:additional|others?|more|new)\b)"
)
# "Only 61 had been convicted": no noun, so of those just counted
_ONLY = pattern(r"\W*(?P<tie>only|just)\s(?P<part>{n})\s(?:had|have|were|are)\s(?!ever\b)[a-z]")
_REACH = 3  # sentences back in which the noun taken up is looked for


def told_after(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The part with which a sentence begins, of what was counted before it."""
    if not index or not _OPENS.match(skeleton.text):
        return
    for source in (_AMONG, _OF_TOTAL, _ONLY):
        if match := source.match(skeleton.text):
            yield from _of_the_one_before(reading, index, skeleton, match, source is _OF_TOTAL)
            return
    if match := _OF_NOUN.match(skeleton.text):
        yield from _of_the_noun(reading, index, skeleton, match)


def _of_the_one_before(
    reading: Reading, index: int, skeleton: Skeleton, match: re.Match[str], total: bool
) -> Iterator[Relation]:
    part, counted = skeleton.group(match, "part"), _counted(reading, index - 1)
    if part is None or part.value is None or not counted:
        return
    told = match.groupdict()
    deed = told.get("deed") or told.get("deed2")
    if deed and stem(deed) not in map(stem, reading.sentences[index - 1].words):
        return
    noun, home = head(skeleton, part), reading.sentences[index - 1]
    for whole in counted:
        holds = whole.value is not None and part.value <= whole.value
        alone = len(counted) == 1 and not is_apart(home, whole) and not is_taken_out(reading, whole)
        sure = alone and (total or not names_others(reading, whole, part))
        if (holds or sure) and (total or alike(noun, head(home, whole))):
            tie = skeleton.span(match, "tie")
            yield relation("subset", reading, [tie], part=part, whole=whole)
            return


def _of_the_noun(
    reading: Reading, index: int, skeleton: Skeleton, match: re.Match[str]
) -> Iterator[Relation]:
    """Of the number of that noun told last; the part is the larger by a slip alone."""
    part, noun = skeleton.group(match, "part"), singular(match["noun"])
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        home = reading.sentences[at]
        named = [f for f in _counted(reading, at) if head(home, f) == noun]
        if not named or part is None or part.value is None:
            continue
        whole = named[-1]
        sure = len(named) == 1 and at == index - 1 and not is_apart(home, whole)
        sure = sure and (whole.value or 0) > SMALL and not is_taken_out(reading, whole)
        if sure or part.value <= (whole.value or 0):
            tie = skeleton.span(match, "tie")
            yield relation("subset", reading, [tie], part=part, whole=whole)
        return


def _counted(reading: Reading, index: int) -> list[Figure]:
    """What a sentence counts, places left out."""
    home = reading.sentences[index]
    figures = reading.by_sentence[index]
    counts = (f for f in figures if family(f) == "count" and head(home, f) not in PLACES)
    return [f for f in counts if not is_measure(home, f)]
