"""Parts of the one number just told: ``400 drivers; 132 of them``, ``Of that total, 25 were``.

A part larger than that number is alleged only where the words can mean nothing else: no other
number stands since the sentence before, and no other group is named there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.shares.bases import SMALL, is_apart
from crossfoot.relate.statements.counted import PLURALS
from crossfoot.relate.subsets.compared import is_measure
from crossfoot.relate.subsets.of_time import is_of_time
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import PLACES, alike
from crossfoot.relate.wording.phrases import backwards, relation, singular
from crossfoot.relate.wording.rows import family, head, is_beside
from crossfoot.relate.wording.stems import IDLE, stem

CUES = frozenset("them those these that total".split())
_H = hedges("a total of")
_NUMBER = r"(?:that|this) (?:number|total|group|amount|sum|figure)"
# "132 of them", "25 of that total"; "Of these, 132", "; of that number, 25", "Of that, $12 million"
_OF_IT = pattern(
    r"(?P<part>{amount})\s(?P<tie>of (?:them|(?:those|these)(?=[.,;]|\s(?:are|were|is|was|ha[ds]"
    r"|have|will|remain|came|went|ended|led)\b)|(?P<number>" + _NUMBER + r"))\b)"
    r"|(?:^|[;,]\s)\W*(?P<tie2>of (?:those|them|these|that|(?P<number2>"
    + _NUMBER
    + r"))),\s"
    + _H
    + r"(?P<part2>{amount})(?!\s(?:additional|others?|more|new)\b)"
)
# whoever does a thing is not the one to whom it is done
_DOERS = frozenset(
    map(
        stem,
        "officers deputies agents police investigators prosecutors officials authorities"
        " detectives troopers troops soldiers guards judges lawyers states crews rangers".split(),
    )
)
# "In June | it was 831", "A year earlier there were 831"
_OF_A_TIME = lazy(rf"{SIGNS['date']}|\b(?:earlier|before|ago|previous|last)\b")
BACK = 2  # sentences before a number in which another may be told that is meant
_OF_EARLIER = lazy(r"\b(?:of|among) (?:them|those|these|this|that|the|which|whom)\b")
_WORD = re.compile(r"[a-z][a-z-]{2,}")


def of_the_last(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """Each part that a sentence takes out of the only number told before it."""
    for match in _OF_IT.finditer(skeleton.text):
        mark = "2" if match["part2"] else ""
        part = skeleton.group(match, "part" + mark)
        whole = _told_last(reading, index, part) if part else None
        if part is None or whole is None or part.value is None or whole.value is None:
            continue
        if is_of_time(skeleton, part):
            continue  # "on the bench for 13 years, eight of them in Ely"
        before = _told_before(reading, whole, part) if part.value > whole.value else None
        if before is not None:
            home = reading.sentences[whole.sentence]
            if head(home, whole) is not None or not _OF_A_TIME.search(home.text):
                continue  # "964 thefts in July. Kent saw 831. Of these, 902": of either
            whole = before
        of_it = match["number" + mark] is not None or not names_others(reading, whole, part)
        sure = of_it and not is_taken_out(reading, whole)
        if sure or before or part.value <= (whole.value or 0):
            tie = skeleton.span(match, "tie" + mark)
            yield relation("subset", reading, [tie], part=part, whole=whole)


def _told_last(reading: Reading, index: int, part: Figure) -> Figure | None:
    """The one amount of the part's family before it in its sentence, or else in the one before."""
    kind = family(part)
    for at in (index, index - 1):
        home = reading.sentences[at]
        above = (
            f
            for f in backwards(reading, at, at, part.start)
            if family(f) == kind and not is_measure(home, f)
        )
        if kind and (found := list(islice(above, 2))):
            whole = found[0]
            numbered = whole.value is not None and whole.value > SMALL
            alone = len(found) == 1 and numbered and not is_apart(home, whole)
            beside = at == index and is_beside(home.text, home.sign_of(part), home.sign_of(whole))
            alone = alone and not beside
            return whole if alone and head(home, whole) not in PLACES else None
    return None


def _told_before(reading: Reading, whole: Figure, part: Figure) -> Figure | None:
    """What the *part* can be of besides *whole*: the nearest like number told before, and larger.

    ``964 thefts in July. In June it was 831. Kent had 902 of them``: of those of July.
    """
    noun = head(reading.sentences[whole.sentence], whole)
    before = backwards(reading, whole.sentence, whole.sentence - BACK, whole.start)
    return next(
        (
            f
            for f in before
            if family(f) == family(whole)
            and (f.value or 0) >= (part.value or 0)
            and alike(noun, head(reading.sentences[f.sentence], f))
        ),
        None,
    )


def is_taken_out(reading: Reading, whole: Figure) -> bool:
    """Whether the number is itself a part of what was told before: "Of those, 40 were"."""
    home = reading.sentences[whole.sentence]
    return _OF_EARLIER.search(home.text, 0, home.sign_of(whole)) is not None


def names_others(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether another group than those counted is named from the whole's sentence on."""
    home, here = reading.sentences[whole.sentence], reading.sentences[part.sentence]
    text = here.text[: here.sign_of(part)]
    text = text if here is home else f"{home.text} {text}"
    counted = head(home, whole)
    return any(
        (word in PLURALS or (word[-1] == "s" != word[-2] and len(word) > 3))
        and word not in IDLE
        and singular(word) != counted
        and stem(word) not in _DOERS
        for word in _WORD.findall(text)
    )
