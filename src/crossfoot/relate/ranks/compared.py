"""Two figures set against each other: ``more stops in May (420) than in June (390)``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.ranks.told import LEAST, MOST
from crossfoot.relate.wording.phrases import relation

CUES = frozenset(
    "than outnumber outnumbers outnumbered outnumbering exceed exceeds exceeded".split()
)
_ASIDES = ("date", "rank", "identifier")
# words up to a stop or another amount; dates and numbered districts may stand among them
_WORDS = "[^.;:()" + "".join(sign for kind, sign in SIGNS.items() if kind not in _ASIDES) + "]"
_V = "(?:{n}|{money}|{percent}|{rate})"
# "more stops in May (420) than in June (390)", "fewer people (390) than a year ago (420)"
_MORE = pattern(
    r"(?<!no )(?<!not )(?<!n't )\b(?:(?P<more>more|higher|larger|greater|bigger)"
    r"|(?P<less>fewer|lower|less|smaller))\b{words}{{0,70}}\((?P<figure>" + _V + r")\)"
    r"{words}{{0,50}}?\bthan\b{words}{{0,50}}?\((?P<other>" + _V + r")\)",
    words=_WORDS,
)  # fmt: skip
# "men (420) outnumbered women (390)", "stops in May, 420, exceeded those in June, 390"
_OUTNUMBERED = pattern(
    r"(?:\((?P<figure>" + _V + r")\)|, (?P<figure2>" + _V + r"),){words}{{0,30}}?"
    r"\b(?P<tie>outnumber(?:s|ed)?|exceed(?:s|ed)?)\b{words}{{0,50}}?"
    r"(?:\((?P<other>" + _V + r")\)|, (?P<other2>" + _V + r")(?=[.,;]))",
    words=_WORDS,
)  # fmt: skip
# "men outnumbered women, 420 to 390"; "more were stopped in May than in June, 420 to 390"
_TO = pattern(
    r"(?:\b(?P<tie>outnumber(?:s|ed|ing)?)\b|(?<!no )(?<!not )\bmore\b{words}{{1,60}}?\bthan\b)"
    r"{words}{{1,50}}?(?:,| -|:) (?P<figure>{n}) (?:to|versus|vs\.?) (?P<other>{n})(?=[.,;)]|$)",
    words=_WORDS,
)
# "June had the highest total, 420, and May the second highest, 390"
_FIRST_AND_SECOND = pattern(
    rf"\bthe (?:[a-z-]+ ){{{{0,2}}}}?(?:(?P<less>{LEAST})|(?P<more>{MOST}))\b"
    r"{words}{{0,60}}?(?P<figure>" + _V + r")[^.\ue000-\uf8ff]{{0,6}}(?:{words}|;){{0,50}}?"
    rf"\bthe (?P<next>(?:{{rank}}|next)[ -](?:{MOST}|{LEAST}))\b"
    r"{words}{{0,50}}?(?P<other>" + _V + r")(?!\s[a-z]+ (?:more|fewer|less))",
    words=_WORDS,
)  # fmt: skip
_COUNTS = frozenset(("count", "number"))
# each with what it cannot do without
_COMPARING = (
    (_MORE, tuple(f"({SIGNS[kind]})" for kind in ("count", "number", "money", "percent", "rate"))),
    (_OUTNUMBERED, ("outnumber", "exceed")),
    (
        _TO,
        tuple(f"{SIGNS[n]} {to}" for n in ("count", "number") for to in ("to ", "versus ", "vs")),
    ),
)
_PLACED = (_FIRST_AND_SECOND, (SIGNS["rank"], "next"))


def compared(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """Every figure of a sentence that is said to be more or less than one beside it."""
    if len(skeleton.figures) < 2:
        return
    text = skeleton.text
    sources = (_PLACED,) if CUES.isdisjoint(skeleton.words) else (*_COMPARING, _PLACED)
    for source, cues in sources:
        for match in source.finditer(text) if any(map(text.__contains__, cues)) else ():
            named = match.groupdict()
            figure = skeleton.group(match, "figure2" if named.get("figure2") else "figure")
            other = skeleton.group(match, "other2" if named.get("other2") else "other")
            if figure is None or other is None or not {figure.kind, other.kind} <= _kinds(figure):
                continue
            way = "least" if named.get("less") else "most"
            tie = skeleton.span(match, "tie" if named.get("tie") else 0)
            yield relation("rank", reading, [tie], {"way": way}, figure=figure, others=[other])


def _kinds(figure: Figure) -> frozenset[str]:
    """The kinds that a figure can be set against."""
    return _COUNTS if figure.kind in _COUNTS else frozenset((figure.kind,))
