"""What "including" can be of besides the number before it: ``hurt two people and burned cars,``."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import singular

_WORD = lazy(r"[a-z][a-z'-]*")
# a number may well be left out: "hurt several, including", "and injured others, including"
_UNCOUNTED = frozenset(
    "other others several dozens scores many hundreds thousands some everyone".split()
)
_NO_THINGS = frozenset(
    "was has across overseas always hers news series does hours days weeks months years".split()
)
_NEAR = 4  # words from a number to the last of its noun


def others_named(between: str) -> tuple[str, ...]:
    """The nouns, by singular, of the things named in *between* after those that a number counts.

    *between* are the words from the number to "including".
    """
    words = _WORD.findall(between)
    plural = [at for at, word in enumerate(words) if _is_plural(word)]
    own = plural[0] if plural and plural[0] < _NEAR else -1
    return tuple(singular(words[at]) for at in plural if at > own)


def _is_plural(word: str) -> bool:
    if word in _NO_THINGS or word.endswith(("ss", "us", "is", "'s")):
        return False
    return word in _UNCOUNTED or (singular(word) != word)


def may_be_of_others(between: str, noun: str | None) -> bool:
    """Whether parts counted by *noun* may be of what *between* names besides the number's own."""
    return any(other in _UNCOUNTED or alike(other, noun) for other in others_named(between))
