"""For how many a number stands: ``one each from Laos and Peru`` is two."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton
from crossfoot.model import Figure

EACH = lazy(r"\s(?:[a-z-]+\s){0,2}?(?:each|apiece)\b")
_ITEM = (
    r"(?!(?:several|various|many|different|some|other|others|these|those|them|all)\b)"
    r"[a-z][\w.'’-]*(?:\s(?!and\b|or\b|in\b|from\b)[\w.'’-]+){0,3}"
)
_ITEMS = rf"(?P<list>{_ITEM}(?:,\s{_ITEM})*,?\sand\s{_ITEM})"
# "one each from Laos and Peru": the names up to the end of the clause
_BEHIND = lazy(
    rf"\s(?:[a-z]+\s)?each\s(?:(?:came|was|were)\s)?(?:in|at|from|to|for|on|of|with)\s{_ITEMS}"
    r"(?=[.;:)]|,?\s(?:and\s)?[a-z\ue000-\uf8ff]|\s*$)"
)
# "Laos and Peru (one each)"
_BEFORE = lazy(rf"(?:^|[,;]\s(?:and\s)?|:\s|\s(?:from|in|of)\s){_ITEMS}\s\($")
_ONE_ITEM = lazy(rf"{_ITEM}(?=,|\sand\s|$)")
# ", and a man in Utah": one more that has no number
_AND_A = lazy(r"[,;]?\s(?:(?:and|with|plus|as well as)\s)?(?:an?|another)\s")
# "for a total of $17,200 | after a discount": less than so many times as much
_TAKEN_OFF = lazy(
    r"[^.;]{0,40}?\b(?:after|since|because|less|minus|before|except|without|net of|thanks to"
    r"|owing to|due to|discount(?:s|ed)?|rebates?)\b"
)
_LONGEST = 120  # characters of such a list


def is_taken_off(skeleton: Skeleton, part: Figure, number: Figure, whole: Figure) -> bool:
    """Whether *whole* is less than *number* times *part*, and words after it say why."""
    if part.value is None or number.value is None or whole.value is None:
        return False
    less = whole.value < part.value * number.value
    return less and _TAKEN_OFF.match(skeleton.text, skeleton.sign_of(whole) + 1) is not None


def how_often(skeleton: Skeleton, figure: Figure) -> int | None:
    """For how many *figure* stands: one, but for "one each"; nothing where that is not known."""
    text, at = skeleton.text, skeleton.sign_of(figure)
    if not (each := EACH.match(text, at + 1)):
        return 1
    names = _BEHIND.match(text, at + 1, at + _LONGEST)
    if names is None and text.startswith(")", each.end()):
        names = _BEFORE.search(text, max(0, at - _LONGEST), at)
    if names is None or _AND_A.match(text, names.end()):
        return None
    return len(_ONE_ITEM.findall(names["list"]))
