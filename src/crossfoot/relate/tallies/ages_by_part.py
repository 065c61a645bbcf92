"""Someone of an age told again by a part: a man who was attacked, "the 63-year-old victim"."""

from __future__ import annotations

from re import Pattern

from crossfoot.figures.lazy import lazy
from crossfoot.model import Figure

MEN = frozenset("man boy son father".split())
WOMEN = frozenset("woman girl daughter mother".split())
# what makes someone told of by sex the victim, the driver, the suspect: before the age and after
_HARM = (
    r"(?:attack|assault|beat|stab|shot|shoot|kill|murder|rob|rap(?:e|ing)|abus|hit|struck"
    r"|kidnap|abduct|injur|wound|lur|molest|punch|slash|mugg)[a-z]*"
)
_HOLD = (
    r"(?:arrest|charg|indict|accus|detain|caught|sentenc|convict|jail|apprehend|nab|search)[a-z]*"
)
_DRIVING = r"(?:driving|who was driving|who drove|behind the wheel|at the wheel)"


def _done_to(deeds: str) -> tuple[Pattern[str], Pattern[str]]:
    """What stands before and after the age of one to whom something is done."""
    before = rf"\b{deeds}\s(?:of\s)?(?:an?|the)\s(?:[\w-]+\s){{0,2}}?$"
    return lazy(before), lazy(
        rf"\s(?:[\w'’-]+\s){{1,4}}?(?:was|had been|has been|is being)\s(?:[a-z]+\s)?{deeds}\b"
    )


_SUSPECT = _done_to(_HOLD)
_PARTS = {
    "victim": _done_to(_HARM),
    "suspect": _SUSPECT,
    "defendant": _SUSPECT,
    "driver": (
        lazy(r"\bdriven by an?\s$"),
        lazy(rf"\s(?:[\w'’-]+\s){{1,4}}?,?\s?{_DRIVING}\b"),
    ),
}
_ANOTHER_CAR = lazy(
    r"(?i)\b(?:an?|another)\s(?:[\w-]+\s){0,2}?(?:truck|car|van|vehicle|SUV|pickup|bus|trailer|sedan)\b"
)
_OF = lazy(r"(?:\s[\w'’-]+){1,3}?\s(?:of|from|in|who|with)\s")  # "the 26-year-old | resident of"
_FROM = frozenset("resident native national citizen".split())
_SEXES = frozenset("man woman boy girl teen teenager".split())
_BEFORE = 80  # characters looked at


def tells_the_part(text: str, first: Figure, later: Figure, nouns: frozenset[str]) -> bool:
    """Whether one of two *nouns* is of sex or origin, and the other the part told of that one."""
    parts = nouns - _SEXES - _FROM
    if (nouns & MEN and nouns & WOMEN) or len(parts) > 1 or nouns <= _SEXES:
        return False
    if not parts:  # "a man", "the 47-year-old Honduran citizen"
        return _OF.match(text, later.end) is None
    (part,) = parts
    if part not in _PARTS or not _plays(text, first, *_PARTS[part]):
        return False
    return part != "driver" or _ANOTHER_CAR.search(text, first.end, later.start) is None


def _plays(text: str, figure: Figure, before: Pattern[str], after: Pattern[str]) -> bool:
    """Whether what stands before or after an age tells the part of its bearer."""
    start = max(0, figure.start - _BEFORE)
    return bool(before.search(text, start, figure.start) or after.match(text, figure.end))
