"""A count with the percentage that parts it from a named time, and in the next sentence that time.

``It drew 450 entries, a 50 percent increase over the number of entries in 2021. In 2021, it drew
300 entries``. The second sentence tells of the very time named, counts the same thing and names
nobody new: such a change is alleged however far it is off.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import AMOUNTS, SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.changes.announced import is_within, names_in, sole_change
from crossfoot.relate.changes.cues import VALUES
from crossfoot.relate.changes.one_time import times_told
from crossfoot.relate.changes.shapes import Shape
from crossfoot.relate.changes.stock import COUNTED, GAIN, LOSS
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import head
from crossfoot.relate.wording.stems import meaning, stem

# 50 percent "increase over the number of entries in the fiscal year" 2021
_OVER = pattern(
    r"(?: (?:{loss}|{gain}|more|fewer|less|higher|lower))? (?:over|than|from|on|compared"
    r" (?:with|to)) (?:(?:that |those )?(?:in|during|for) |(?:the )?(?:number|total|count|figure)"
    r"(?: of [a-z]+)?(?: [a-z]+ed)? (?:in|during|for) )?(?:the )?(?:fiscal (?:year )?)?"
    r"(?P<then>{date})(?: (?:fiscal year|season))?(?=[.,;]|$)",
    loss=LOSS, gain=GAIN,
)  # fmt: skip
# "For the fiscal year" 2021", the office drew" 300 "entries", "It closed" 300 "cases in" 2021
_IN_THEN = pattern(
    r"^\W*(?:(?:in|for|during) (?:the )?(?:fiscal (?:year )?)?{date}(?: (?:fiscal year|season))?,? "
    r"[^.;:\ue000-\uf8ff]{{0,60}}|[^.;:,\ue000-\uf8ff]{{2,40}} )(?:about |only |just )?{amount}"
    r"[^.;:\ue000-\uf8ff]*(?:(?:in|for|during) (?:the )?(?:fiscal (?:year )?)?{date})?\W*$"
)
# what is said of any count, and those who counted
_COUNTING = frozenset(
    map(
        stem,
        "had received submitted filed agency office department police officers deputies fiscal"
        " season".split(),
    )
) | frozenset(map(stem, COUNTED))
_TURNS = frozenset("up down from to by since another more fewer less rose fell increase".split())


def then_told(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Shape]:
    """The change that a sentence tells with what came of it, the base told in the next one."""
    if index + 1 >= len(reading.sentences) or SIGNS["percent"] not in skeleton.text:
        return
    other = reading.sentences[index + 1]
    if sum(f.kind == "date" for f in other.figures) != 1 or not _TURNS.isdisjoint(other.words):
        return
    change = sole_change(skeleton)
    if change is None or change.base or not change.result:
        return
    portion, result = change.changes[0].figure, change.result.figure
    values = [f for f in skeleton.figures if f.kind in VALUES]
    if portion.kind != "percent" or len(values) != 2:
        return
    over = _OVER.match(skeleton.text, skeleton.sign_of(portion) + 1)
    then = skeleton.group(over, "then") if over else None
    base = _base(other)
    if then is None or base is None or not _are_of(other, then):
        return
    known = frozenset(map(stem, skeleton.words)) | _COUNTING
    nouns = head(skeleton, result), head(other, base)
    if not (alike(*nouns) and nouns[1] and is_within(other, known)):
        return
    if any(one not in known for word in other.words if (one := meaning(word))):
        return  # "it closed 880 cases … It opened 910 cases in 2018"
    if names_in(reading, other) <= names_in(reading, skeleton) | set(then.text.lower().split()):
        licence = change.licence(skeleton)[0]
        yield Shape(base, result, portion, change.direction, licence)


def _base(other: Skeleton) -> Figure | None:
    """The only value of a sentence that tells just how many there were then."""
    values = [f for f in other.figures if f.kind in VALUES]
    sole = len(values) == 1 and values[0].kind in AMOUNTS and len(other.figures) == 2
    return values[0] if sole and _IN_THEN.match(other.text) else None


def _are_of(other: Skeleton, then: Figure) -> bool:
    """Whether a sentence is of the time named: the same words, or the same year."""
    told = next(f for f in other.figures if f.kind == "date")
    if told.text.lower() == then.text.lower():
        return True
    return bool(told.period) and told.period == then.period and "now" not in times_told(other)
