"""What is done later to some of those caught or hurt: some are charged, or taken to a hospital."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.relate.wording.stems import stem

# "will appear in court", while others are let go
_LATER_STEP = lazy(
    r"[^.;]{0,60}?\b(?P<step>court|appear\w*|judges?|magistrates?|arraigned|charged?|charges|accused"
    r"|indicted|convicted|sentenced|pleaded|jailed|jail|prison|held|detained|released|bailed?"
    r"|remanded|deported|extradited|hospitals?|treated|treatment|flown|rushed|died|surgery"
    r"|taken(?! into custody))\b"
)


def later_step(text: str, at: int) -> str | None:
    """The stem of the step that is told of a number behind it, at *at*."""
    step = _LATER_STEP.match(text, at)
    return stem(step["step"]) if step else None
