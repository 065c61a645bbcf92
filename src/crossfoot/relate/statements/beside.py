"""Two figures side by side that give one number twice: in words and digits, in two units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import chain

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.statements.conversions import conversion, is_unit, unit_named
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import WORDS, relation, sentences
from crossfoot.relate.wording.slips import slip_for

# "fourteen (14)", "two million dollars ($2,000,000)"
_SPELLED = partial(pattern, r"(?P<one>{n}|{money})(?P<tie> ?\( ?)(?P<other>{n}|{money}) ?\)")
# "half of them (49.9%)", "a third, or 32 percent"
_SHARED = partial(
    pattern,
    r"(?P<one>{fraction})(?P<tie>{word}{{0,50}}?\( ?|{word}{{0,50}}?, or {hedge})"
    r"(?P<other>{percent})(?! of (?:everyone|all|the total|those|them)\b)"
    r"(?=(?P<close> ?\)| or (?:about )?{n}[^()]{{0,30}}\))?)",
    word=WORDS,
    hedge=hedges(),
)
# "more than half of residents, 56%, said", "over a quarter of residents - 26% - said"
_SET_OFF = partial(
    pattern,
    r"(?P<one>{fraction}) of {word}{{1,40}}?(?:(?P<tie>, )(?P<other>{percent}),(?! {percent})"
    r"|(?P<tie2> - )(?P<other2>{percent}) -)",
    word=WORDS.replace(".;", ".,;"),
)
# "52%, or about half", "48 percent (nearly half)"
_TURNED = partial(
    pattern,
    r"(?P<one>{percent})(?P<tie>, or {hedge}| ?\( ?{hedge})"
    r"(?P<other>{fraction})(?=(?P<close> ?\))?)",
    hedge=hedges(),
)
# "150 pounds (68 kilograms)", "10-mile (16-kilometer)"; the unit may lie inside the figure
_UNITS = partial(
    pattern,
    r"(?P<one>{n}|{measure})(?P<unit>[ -]?[a-z ]{{0,24}}?)(?P<tie>,? ?\( ?{hedge})"
    r"(?P<other>{n}|{measure})(?P<other_unit>[ -]?[a-z ]{{0,24}}?)\)",
    hedge=hedges(),
)
# "24 kilograms, or 53 pounds, of", "five kilograms, which is roughly 11 pounds"
_OR_AS_MUCH = partial(
    pattern,
    r"(?P<one>{measure})(?P<unit>)(?P<tie>, (?:or|which is|which equals|the equivalent of|equal to)"
    r" {hedge})(?P<other>{measure})(?P<other_unit>)(?=[,.;]| of )",
    hedge=hedges(),
)
# "321 months, or almost 27 years", "two years (24 months)"
_LENGTHS = partial(
    pattern,
    r"(?P<one>{duration})(?P<tie>, or (?:about|nearly|roughly|almost|some|approximately"
    r"|just (?:over|under)|more than|over) | ?\( ?)(?P<other>{duration})(?=(?P<close> ?\))?)",
)
# "12 years in prison, or 144 months, for": closed, so that the second is no other choice;
# "144 months - 12 years - in prison"
_OR_AS_LONG = partial(
    pattern,
    r"(?P<one>{duration})(?P<tie>(?: in (?:federal |state )?(?:prison|jail|custody|detention)"
    r"| behind bars)?(?:, or | -{{1,2}} ?))(?P<other>{duration})"
    r"(?=\s?[,.;](?! whichever)| -| in (?:federal |state )?(?:prison|jail|custody)|\s?$)",
)
_DASHED_ON = partial(pattern, r" -{{1,2}} ?{duration}")
# "the law allows six months in jail, or two years, for": one or the other
_MAY_BE_EITHER = lazy(
    r"\b(?:allows?|laws?|maximum|minimum|penalt(?:y|ies)|carr(?:y|ies)|punishable|faces?|facing"
    r"|(?<!add )(?<!adds )(?<!added )up to|could|may|depend(?:s|ing)|if|either)\b"
)
# "36 months - two years - in prison, and one on parole", "one year, suspended": a part of it
_IS_PARTED = lazy(
    r"\b(?:suspend\w*|parole|probation|deferred|stayed|rest|remainder|remaining|balance|credit\w*"
    r"|already served|time served|concurrent\w*|consecutive\w*)\b"
    rf"|\band [{SIGNS['count']}{SIGNS['duration']}] (?:on|in|under|at)\b"
)
_MONTHS = 12
_IN_DAYS = {
    "day": Fraction(1), "week": Fraction(7), "month": Fraction(365, 12), "year": Fraction(365),
    "decade": Fraction(3650),
}  # fmt: skip


def beside(reading: Reading) -> Iterator[Relation]:
    """Every restatement by a second figure right beside the first."""
    for _, skeleton in sentences(reading, fewest=2):
        if "(" in skeleton.text:
            yield from _spelled(reading, skeleton)
            yield from _converted(reading, skeleton, _UNITS())
        if skeleton.text.count(SIGNS["measure"]) > 1 and ", " in skeleton.text:
            yield from _converted(reading, skeleton, _OR_AS_MUCH())
        if skeleton.text.count(SIGNS["duration"]) > 1:
            yield from _long(reading, skeleton)
        if SIGNS["fraction"] in skeleton.text and SIGNS["percent"] in skeleton.text:
            yield from _set_off(reading, skeleton)
        for shape in (_SHARED, _TURNED) if SIGNS["fraction"] in skeleton.text else ():
            for match in shape().finditer(skeleton.text):
                if ("(" in match.group("tie")) == bool(match.group("close")):
                    figures = [skeleton.group(match, "one"), skeleton.group(match, "other")]
                    tie = [skeleton.span(match, "tie")]
                    yield relation(
                        "restatement", reading, tie, {"scale": "100"}, figures=_all(figures)
                    )


def _set_off(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """A fraction and its percentage between two commas or dashes."""
    for match in _SET_OFF().finditer(skeleton.text):
        mark = "2" if match["tie2"] else ""
        figures = _all([skeleton.group(match, "one"), skeleton.group(match, "other" + mark)])
        tie = [skeleton.span(match, "tie" + mark)]
        yield relation("restatement", reading, tie, {"scale": "100"}, figures=figures)


def _long(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    text = skeleton.text
    shapes = (_LENGTHS, _OR_AS_LONG) if ", or " in text or " -" in text else (_LENGTHS,)
    for match in chain.from_iterable(shape().finditer(text) for shape in shapes):
        one, other = skeleton.group(match, "one"), skeleton.group(match, "other")
        if (
            ("(" in match.group("tie")) != bool(match.groupdict().get("close"))
            or not one
            or not other
        ):
            continue
        options = in_units(one, other)
        if "-" in match["tie"] and not _is_said_again(skeleton, match, one, other):
            continue
        if _may_be_unlike(match) and not _are_as_long(one, other, options):
            continue
        if _is_told_in_both(one, other):  # "63 months, or five years and three months"
            tie = [skeleton.span(match, "tie")]
            yield relation("restatement", reading, tie, figures=[one, other])
        elif options:
            whole = 1 in Fraction(options["factor"]).as_integer_ratio()
            if whole and not (one.hedge or other.hedge):
                options["exact"] = "1"  # years in months, not months in days
            tie = [skeleton.span(match, "tie")]
            yield relation("restatement", reading, tie, options, figures=[one, other])


def _may_be_unlike(match: re.Match[str]) -> bool:
    """Whether words make the second of two lengths another choice, or a part of the first."""
    if _MAY_BE_EITHER.search(match.string):
        return True
    dashed = "-" in match["tie"] or ", or" in match["tie"]
    return dashed and _IS_PARTED.search(match.string, match.end("other")) is not None


def _is_said_again(skeleton: Skeleton, match: re.Match[str], one: Figure, other: Figure) -> bool:
    """Whether a length behind a dash can but be the one before it: more than a year, in months."""
    if "-" in other.text or " to " in other.text:
        return False  # "18 months - two to three years"
    listed = _DASHED_ON().match(skeleton.text, match.end("other"))
    return not listed and one.unit == "months" and (one.value or 0) >= _MONTHS


def _are_as_long(one: Figure, other: Figure, options: dict[str, str] | None) -> bool:
    return (one.value or 0) * Fraction((options or {}).get("factor", 1)) == other.value


def _is_told_in_both(one: Figure, other: Figure) -> bool:
    """Whether one of two lengths in months is told in years and months, and none roughly."""
    if not one.unit == other.unit == "months" or one.hedge or other.hedge:
        return False
    return ("year" in one.text.lower()) is not ("year" in other.text.lower())


def told_in_years(one: Figure, other: Figure) -> bool:
    """Whether whole years stand for years and months: 22 or 23 for 22 years and eight months."""
    if one.unit != "years" or one.value is None or other.value is None:
        return False
    if other.unit != "months" or "year" not in other.text.lower():
        return False
    years, months = divmod(other.value, _MONTHS)
    return months > 0 and one.value in (years, years + (2 * months >= _MONTHS))


def in_days(figure: Figure) -> Fraction | None:
    """A length in days, a month a twelfth of a year; None where its unit is unknown."""
    unit = _IN_DAYS.get((figure.unit or "").removesuffix("s"))
    return None if unit is None or figure.value is None else figure.value * unit


def in_units(one: Figure, other: Figure) -> dict[str, str] | None:
    """What turns one length into the unit of another; None where they have one unit, or none."""
    units = [(f.unit or "").removesuffix("s") for f in (one, other)]
    if units[0] == units[1] or any(u not in _IN_DAYS for u in units):
        return None
    if one.range.low != one.range.high and one.hedge is None and "to" in one.text.split():
        return None
    factor = _IN_DAYS[units[0]] / _IN_DAYS[units[1]]
    return {"factor": str(factor), "unit": f"{units[1]}s", "words": one.text}


def _all(figures: list[Figure | None]) -> list[Figure]:
    return [f for f in figures if f is not None]


def _spelled(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    for match in _SPELLED().finditer(skeleton.text):
        one, other = skeleton.group(match, "one"), skeleton.group(match, "other")
        if one is None or other is None or (one.kind == "money") != (other.kind == "money"):
            continue
        if _is_in_digits(other) if one.text[:1].isalpha() else _is_spelled_again(one, other):
            yield relation(
                "restatement", reading, [skeleton.span(match, "tie")], figures=[one, other]
            )


def _is_in_digits(figure: Figure) -> bool:
    return figure.text.strip("$").replace(",", "").isdigit()


def _is_spelled_again(one: Figure, other: Figure) -> bool:
    """Whether digits stand before a number in words that is one slip away: "7 (eight)"."""
    spelled = other.kind == "count" and other.text.replace("-", "").isalpha()
    if not (spelled and _is_in_digits(one)) or other.value is None or one.value == other.value:
        return False
    return slip_for(one, int(other.value)) is not None


def _converted(reading: Reading, skeleton: Skeleton, shape: re.Pattern[str]) -> Iterator[Relation]:
    for match in shape.finditer(skeleton.text):
        one, other = skeleton.group(match, "one"), skeleton.group(match, "other")
        if one is None or other is None:
            continue
        unit, other_unit = match.group("unit"), match.group("other_unit")
        factor = conversion(
            _unit(one, unit), one.value or Fraction(0),
            _unit(other, other_unit), other.value or Fraction(0),
        )  # fmt: skip
        if factor:
            words = {"unit": _in_words(other, other_unit), "words": f"{one.text}{unit}".strip()}
            tie = [skeleton.span(match, "tie")]
            yield relation("restatement", reading, tie, {**factor, **words}, figures=[one, other])


def _in_words(figure: Figure, after: str) -> str:
    """The unit as printed: "kilograms"; behind a number in words its plural."""
    if not figure.text[:1].isdigit() and figure.unit and not after.strip():
        return figure.unit
    return f"{figure.text.lower().lstrip('0123456789.,- ')} {after}".strip()


def _unit(figure: Figure, after: str) -> str:
    """The unit of a figure, in the words inside it or after it, in one spelling."""
    inside = figure.text.lower().lstrip("0123456789.,- ")
    name = " ".join(f"{inside} {after}".replace("-", " ").split())
    if not is_unit(name) and figure.kind == "measure" and not after.strip():
        name = figure.unit or name  # "five kilograms"
    return unit_named(name)
