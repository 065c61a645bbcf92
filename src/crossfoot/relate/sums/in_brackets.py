"""A share and the shares in brackets that it is made of.

``90% of whom had convictions (66%), pending charges (21%) or final orders (3%)``.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded

FEWEST = 3  # the share and two that make it
_CUES = frozenset(("of", "were", "had"))
# "90% of whom had", "nearly 90 percent of those arrested had", "85% had": no list of some only
_MADE = pattern(
    r"{percent}\s(?:of\s(?:whom|which|them|these|those|the|all|its)|had|were|have|are)\b"
    r"(?P<tie>[^.;()\ue000-\uf8ff]*)\("
)
_SOME = lazy(
    r"\b(?:includ|such as|among|mostly|mainly|notably|e\.g|compared|than|from|against|up|down"
    r"|follow|ahead|higher|lower|while|led by)"
)
_ENDS = lazy(r"\b(?:or|and|either)\b")
_BOTH = lazy(r"\bor both\b|\band/or\b|\bsome\b")


def in_brackets(reading: Reading) -> Iterator[Relation]:
    """Shares in brackets of one sentence, against the share that leads to them."""
    for _, skeleton in worded(reading, _CUES, fewest=FEWEST):
        if "(" not in skeleton.text:
            continue
        shares = [f for f in skeleton.figures if f.kind == "percent"]
        if len(shares) < FEWEST:
            continue
        whole, *parts = shares
        match = _MADE.match(skeleton.text, skeleton.sign_of(whole))
        if match and _SOME.search(match["tie"]) is None and _are_all(skeleton, parts):
            less = all((p.value or 0) < (whole.value or 0) for p in parts)
            tie = skeleton.span(match, "tie")
            if less:
                yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=whole)


def _are_all(skeleton: Skeleton, parts: list[Figure]) -> bool:
    """Whether each stands alone in its brackets, and "or" or "and" leads to the last of them."""
    text, signs = skeleton.text, [skeleton.sign_of(f) for f in parts]
    alone = all(text[at - 1 : at] == "(" and text[at + 1 : at + 2] == ")" for at in signs)
    last = text[signs[-2] : signs[-1]]
    closed = alone and _ENDS.search(last) is not None and "(" not in text[signs[-1] :]
    return closed and _BOTH.search(text, signs[0]) is None
