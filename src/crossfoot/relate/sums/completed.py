"""A row that leaves nothing out, after its whole: ``173 died. 68 were shot and 105 had other``."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.footed import foot, seam
from crossfoot.relate.sums.mentions import has_crew_beside, mentions
from crossfoot.relate.sums.ties import comes_to
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import Row, family, head, rows
from crossfoot.relate.wording.slips import is_a_slip_apart

_OTHERS = lazy(r"\s(?:[a-z]+\s)?others\b")
_LEADS = lazy(r"\b(?:led|leading|leads|most|largest|highest|biggest|top)\b")
_LIMITS = frozenset(("fewer than", "less than", "under"))


def completed(reading: Reading, index: int, row: Row) -> Relation | None:
    """``… to 173. The data show that 68 were shot, 64 … and 41 deaths had other causes``."""
    if index == 0 or not row.completes or row.kind == "percent":
        return None
    above = reading.sentences[index - 1]
    if _LEADS.search(above.text):
        return None  # "Texas led with 33. Ohio had 20 and the other states 12"
    for mention in reversed(mentions(reading, index - 1)):
        whole = mention.figure
        if mention.marked or mention.compared:
            continue
        if family(whole) == row.kind and (whole.value or 0) > row.largest:
            kin = all(alike(head(above, whole), h) for h in row.heads)
            open_below = row.total.is_open and row.total.meets(whole.range)
            if open_below and not comes_to(row.figures, whole):
                return None  # "at least five and some 50 others" are far below 414
            beside = _is_last_of_row(above, whole) or has_crew_beside(reading, whole)
            if beside and not comes_to(row.figures, whole):
                return None
            if (_may_be_strangers(row, whole) or _has_limit(row)) and not comes_to(
                row.figures, whole
            ):
                return None
            return foot(reading, whole, "full", seam(row), row.figures) if kin else None
    return None


def _has_limit(row: Row) -> bool:
    """Whether a member is a limit that others stay below: ``fewer than five; three had none``."""
    return any(f.hedge in _LIMITS for f in row.figures[:-1])


def _may_be_strangers(row: Row, whole: Figure) -> bool:
    """Whether "others" need not be the rest: ``700 houses. It sold 44 and bought 61 others``."""
    last = row.skeleton.sign_of(row.figures[-1])
    others = _OTHERS.match(row.skeleton.text, last + 1) and not row.skeleton.text.endswith(
        "the ", 0, last
    )
    return bool(others) and not is_a_slip_apart(whole, row.figures)


def _is_last_of_row(skeleton: Skeleton, whole: Figure) -> bool:
    """Whether *whole* stands beside another: ``on which one side holds 14 and the other 12``."""
    row = next((row.figures for row in rows(skeleton) if whole in row.figures), (whole,))
    return whole is not row[0]
