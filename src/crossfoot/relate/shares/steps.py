"""Shares of a step: who made up how much of a decline or an increase told before."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

_STEPS = "decline decrease drop fall reduction change increase growth rise gain loss".split()
_STEP = rf"(?:{'|'.join(_STEPS)})s?"
_CUES = frozenset(_STEPS) | {f"{step}s" for step in _STEPS}
# "60 percent of the decline, down 300"; "a third (34%) of the total increase, adding 90"
_OF_STEP = pattern(
    r"(?P<share>{portion})\)? (?P<tie>of the (?:total |overall |net |whole )?{step})\b"
    r"[^.;\ue000-\uf8ff]{{0,60}}?,? (?:down|up|dropping|falling|declining|rising|growing|adding"
    r"|losing|gaining|with|or) (?:by |of )?(?:about |some )?(?P<part>{amount})",
    step=_STEP,
)
# 400 "fewer", 400 "more arrests"
_MORE = lazy(r"\s(?:[a-z]+\s)?(?:fewer|more|less|additional)\b")
# "fell by" 400, "a decrease of" 400
_BY = lazy(rf"(?:\b{_STEP} of|(?:ed|ell|ose|rew|own|up|all|ise|row|rop) by) (?:about |some )?$")
_REACH = 2  # sentences back in which the whole step is told


def of_a_step(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``Taxes came to 300 less … Fees made up 60 percent of the decline, down 180``."""
    if _CUES.isdisjoint(skeleton.words):
        return
    for match in _OF_STEP.finditer(skeleton.text):
        share, part = skeleton.group(match, "share"), skeleton.group(match, "part")
        whole = _step(reading, index, part, share) if share and part else None
        if whole is not None:
            tie = skeleton.span(match, "tie")
            yield relation("share", reading, [tie], part=part, whole=whole, share=share)


def _step(reading: Reading, index: int, part: Figure | None, share: Figure | None) -> Figure | None:
    """The one step of the sentence, or of the nearest before that tells one."""
    if part is None or share is None:
        return None
    for at in range(index, max(-1, index - _REACH - 1), -1):
        text = reading.sentences[at].text
        told = [
            f
            for f in reading.by_sentence[at]
            if f.end <= share.start
            and family(f) == family(part)
            and (f.value or 0) > (part.value or 0)
            and (
                _MORE.match(text, (sign := reading.sentences[at].sign_of(f)) + 1)
                or _BY.search(text, max(0, sign - 40), sign)
            )
        ]
        if told:
            return told[0] if len(told) == 1 else None
    return None
