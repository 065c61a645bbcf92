"""The words that hedge a number, for patterns of wording that pass over them.

What a hedge allows is worked out where the number is read, in `figures.hedges`.
"""

from __future__ import annotations

__all__ = ["HEDGE", "hedges"]

# "just over", "a little more than": each is a row of them
HEDGE = (
    r"about|around|roughly|approximately|some|nearly|almost|close to|not quite|barely|just|only"
    r"|exactly|precisely|fully|well|slightly|a little|(?:more|better|less|fewer) than|over|under"
    r"|at least|as many as|up to|upwards of|an estimated"
)


def hedges(*others: str) -> str:
    """A pattern for any hedges in a row, each with the blank behind it; *others* may be among them.

    Without braces, so that it can stand in what `crossfoot.figures.skeleton.pattern` is given.
    """
    return rf"(?:(?:{'|'.join((HEDGE, *others))})\s)*"
