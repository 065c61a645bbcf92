"""The most of a row told by verbs: ``Ohio had the most with 54, Iowa had 34 and Utah 12``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.ranks.told import LEAST, MOST, STANDING, Told
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import head, of_one_kind

_VERB = (
    r"(?:has|had|have|recorded|reported|saw|made|took|logged|counted|held|received|registered"
    r"|tallied|posted)"
)
_VALUE = "".join(SIGNS[kind] for kind in ("count", "number", "money", "percent", "rate"))
# "Ohio recorded the highest number of cases at" 412
_LEADER = pattern(
    rf"\b{_VERB} (?:by far )?the (?:single )?(?:(?P<least>{LEAST})|(?P<most>{MOST}))\b"
    r"(?P<what>[^.;:,()\ue000-\uf8ff]{{0,40}}?),? (?:with|at) (?:about |nearly )?"
    rf"(?P<v>[{_VALUE}])"
)
_NOUN = r"(?: (?!and\b|while\b|but\b)[a-z'-]+){{0,3}}?"
# ", while Iowa recorded" 310; " and Utah" 205
_ITEM = pattern(
    _NOUN
    + rf"(?:,|;)?(?: and| while| but| whereas)? (?P<who>[a-z][a-z.'-]+(?: [a-z.'-]+){{{{0,4}}}}?)"
    rf"(?P<verb> (?:each |both )?{_VERB})?(?: just| only| about)? (?P<v>[{_VALUE}])"
    r"(?! (?:[a-z]+ )?(?:fewer|more|less|times|of)\b)"
    rf"(?!(?: [a-z'-]+){{{{0,2}}}}(?: in| during)? {SIGNS['date']})"
)
# "the department had" 212: all of them
_ALL = frozenset("department agency office state country nation county city total all".split())
_SAID = frozenset("with than from to of in by at for up down about nearly only just".split())


def in_row(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """The figure that is said to be the most, and those that others of the sentence have."""
    told = len(skeleton.figures) > 1 and not STANDING.isdisjoint(skeleton.words)
    match = _LEADER.search(skeleton.text) if told else None
    figure = skeleton.group(match, "v") if match else None
    if match is None or figure is None or figure.value is None:
        return
    others: list[Figure] = []
    end = match.end()
    while item := _ITEM.match(skeleton.text, end):
        other = skeleton.group(item, "v")
        by_verb = bool(item["verb"] or others) and (_SAID | _ALL).isdisjoint(item["who"].split())
        if other is None or not (by_verb and _is_of_row(skeleton, match["what"], figure, other)):
            break
        others.append(other)
        end = item.end()
    if others:
        way = "least" if match["least"] else "most"
        yield Told(figure, tuple(others), skeleton.span(match), way)


def _is_of_row(skeleton: Skeleton, what: str, figure: Figure, other: Figure) -> bool:
    """Whether another figure counts what the first does, as far as it says."""
    if not of_one_kind(figure, other):
        return False
    noun, told = head(skeleton, other), {singular(word) for word in what.split()}
    if noun is None or noun in told:
        return True
    return not told and alike(head(skeleton, figure), noun)
