"""How often a part stands in its row: ``57 from Cuba and one each from Laos and Peru``.

``One each`` counts once for every name that it is of. Where those cannot be counted, the row comes
to nothing that is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.so_many_each import EACH, how_often

# ", and one each from", "; plus two each in"
_GOES_ON = lazy(r"[^.;\ue000-\uf8ff]{0,40}(?:[,;]|\sand|\splus)\s(?:(?:and|with|plus)\s)?")
# "and one in Ely | and another in Kent": one more that has no number
_AND_ANOTHER = lazy(r"[^.;\ue000-\uf8ff]{0,40}\s(?:and|plus|with)\s(?:an?|another)\s")


def of_each(reading: Reading, found: Relation) -> Relation | None:
    """*found* with how often each part stands; nothing where that is not known of one."""
    parts = found.figures("parts")
    if "each" not in reading.words or found.kind != "sum" or "times" in found.options or not parts:
        return found
    if any(family(f) != "count" for f in parts):
        return found
    if not _is_met(found, parts) and (last := _left_out(reading, parts[-1])):
        parts = (*parts, last)
    times = [how_often(reading.sentences[f.sentence], f) for f in parts]
    if set(times) == {1}:
        return found
    home = reading.sentences[parts[-1].sentence]
    if None in times or _AND_ANOTHER.match(home.text, home.sign_of(parts[-1]) + 1):
        return None
    often = {"times": ",".join(map(str, times))}
    total = Interval.sum(f.range.scale(n or 1) for f, n in zip(parts, times, strict=True))
    wholes = found.figures("whole")
    if found.options.get("claim") == "weak" and not any(total.meets(w.range) for w in wholes):
        return None  # it was read only because the parts, each taken once, fit
    return replace(found, roles={**found.roles, "parts": parts}, options={**found.options, **often})


def _is_met(found: Relation, parts: Sequence[Figure]) -> bool:
    """Whether the parts come to a whole as they stand."""
    total = Interval.sum(f.range for f in parts)
    return any(total.meets(whole.range) for whole in found.figures("whole"))


def _left_out(reading: Reading, last: Figure) -> Figure | None:
    """The number right behind the row that is told of each of several: ``and one each``."""
    skeleton = reading.sentences[last.sentence]
    at = skeleton.sign_of(last)
    for figure in skeleton.within(at + 1, len(skeleton.text))[:1]:
        sign = skeleton.sign_of(figure)
        if family(figure) == "count" and EACH.match(skeleton.text, sign + 1):
            return figure if _GOES_ON.fullmatch(skeleton.text, at + 1, sign) else None
    return None
