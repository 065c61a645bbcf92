"""Those just counted, told out by what or whence they were: ``They were six Danes and one Swede``.

"They were" makes the row all of them, as "they included" does not.
"""

from __future__ import annotations

import re

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.footed import seam
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import Row, family, noun_of
from crossfoot.relate.wording.slips import is_a_slip_apart

_DONE = (
    r"arrested|detained|held|found|charged|rescued|killed|hurt|injured|indicted|apprehended|seized"
    r"|caught|taken|captured|aboard|on board"
)
_GROUP = (
    r"group|victims|migrants|suspects|defendants|detainees|passengers|arrestees|men|women|people"
    r"|prisoners|inmates|dead|survivors|injured|immigrants|aliens|noncitizens"
)
# "They were", "Those arrested are", "The migrants came from Mali (", "All are citizens of Mali ("
_THEY_WERE = lazy(
    rf"\W*(?:(?:they|these|those (?P<done>{_DONE})|the (?P<group>{_GROUP})|all(?: of them)?)\s"
    r"(?:(?:were|are)\s(?:identified as|determined to be|found to be|made up of)"
    r"|were|are|came|come|hail(?:ed)?|consist(?:s|ed) of)\s(?:all\s)?"
    r"|(?P<there>there (?:were|are))\s(?:a total of\s)?"
    r"|(?:their|the) (?:nationalities|countries|home countries) (?:were|are)\s)"
    r"(?:(?:(?:citizens|nationals|residents|natives) of |from )?(?:the )?[a-z][a-z .'-]{2,30} \()?$"
)
# what leaves room for others, or takes in one more than once
_OPEN = lazy(
    r"\b(?:includ|among|mostly|mainly|chiefly|primarily|some|at least|others?|another|more"
    r"|of (?:them|whom|these|those)|both|also|rest|remain)"
)
PAIR = 2  # places or kinds, besides which there may be others
_ENDS = pattern(r"\)?[^.;:\ue000-\uf8ff]{{0,40}}(?:said\s{date})?(?:[.;]|$)")


def they_were(reading: Reading, index: int, row: Row) -> Relation | None:
    """A row that tells what all of the only count of the sentence before were."""
    if index == 0 or row.kind != "count" or not row.closed or row.total.is_open:
        return None
    text = row.skeleton.text
    first, last = (row.skeleton.sign_of(row.figures[at]) for at in (0, -1))
    opening = _THEY_WERE.match(text, 0, first)
    if opening is None or _OPEN.search(text):
        return None
    if _ENDS.fullmatch(text, last + 1) is None:
        return None
    told = [f for f in row.skeleton.figures if family(f) == "count"]
    whole = _sole_count(reading, index - 1)
    if whole is None or len(told) != len(row.figures) or (whole.value or 0) <= row.largest:
        return None
    if not _is_named(reading, whole, opening):
        return None
    if opening["there"] and not _are_there(reading, row, whole):
        return None
    return relation("sum", reading, [seam(row)], {"claim": "full"}, parts=row.figures, whole=whole)


def _are_there(reading: Reading, row: Row, whole: Figure) -> bool:
    """Whether "there were" tells of the things counted, and comes to them but for a slip."""
    noun = noun_of(reading, whole)
    kin = all(h is None or alike(noun, h) for h in row.heads)
    if not kin or row.total.meets(whole.range):
        return kin
    over = (row.total.low or 0) > (whole.value or 0)
    return (over or len(row.figures) > PAIR) and is_a_slip_apart(whole, row.figures)


def _sole_count(reading: Reading, index: int) -> Figure | None:
    """The only count of a sentence, where it is exact."""
    counts = [f for f in reading.by_sentence[index] if family(f) == "count"]
    exact = len(counts) == 1 and counts[0].range.is_exact and counts[0].hedge is None
    return counts[0] if exact else None


def _is_named(reading: Reading, whole: Figure, opening: re.Match[str]) -> bool:
    """Whether those told out are called as those counted were: "killed nine. The injured were"."""
    if opening["done"]:
        return opening["done"] in reading.sentences[whole.sentence].words
    return not opening["group"] or singular(opening["group"]) == noun_of(reading, whole)
