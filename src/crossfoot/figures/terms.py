"""Terms of punishment told together: "sentenced to" 96 "and" 72 months."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy

# "sentenced to" 96 "and" 72 months; not "received" 3 "and" 10 years later
_SENTENCED = lazy(
    r"(?:\bsentence[ds]?(?:\s[a-z]+){0,2}\sto|\bsentences\sof|\bterms\sof|\breceived|\bserve|\bgets?"
    r"|\bgot)\s$"
)
_THEN = lazy(r"\s(?:later|ago|after|before|earlier|old)\b")
# 5 "and" 10 years "in federal prison"
_IMPRISONED = lazy(
    r"\s(?:in\s(?:[a-z]+\s)?(?:prison|jail|custody)\b|behind\sbars|imprisonment"
    r"|of\s(?:imprisonment|incarceration|probation|supervised))"
)


def are_terms(text: str, start: int, end: int) -> bool:
    """Whether two numbers of a length, of which the last ends at *end*, are terms of punishment."""
    if _IMPRISONED.match(text, end):
        return True
    told = _SENTENCED.search(text, max(0, start - 40), start)
    return told is not None and not _THEN.match(text, end)
