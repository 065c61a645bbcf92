"""A sentence is read into tokens once, with what each word means and where its figures stand."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import fixed, once
from crossfoot.figures.skeleton import SIGNS, Skeleton
from crossfoot.relate.statements.when import times_in
from crossfoot.relate.wording.stems import meaning


@fixed(frozen=True, eq=False)
class Folded:
    """A folded sentence in tokens; `meanings` has the stem of each that means something, or ""."""

    text: str  # of the document
    skeleton: Skeleton
    tokens: Sequence[str]
    meanings: list[str]
    signs: Sequence[int]  # where the figures stand among the tokens

    @classmethod
    def of(cls, text: str, skeleton: Skeleton) -> Folded:
        """Read *skeleton*, a stretch of *text*, into tokens."""
        tokens = skeleton.tokens
        signs, at = [], -1
        for figure in skeleton.figures:
            at = tokens.index(SIGNS[figure.kind], at + 1)
            signs.append(at)
        return cls(text, skeleton, tokens, list(map(meaning, tokens)), signs)

    @once
    def _told(self) -> Sequence[str]:
        return list(filter(None, self.meanings))

    def around(self, at: int, reach: int) -> Sequence[str]:
        """At most *reach* words of meaning on each side of the token *at*."""
        here = at - self.meanings[:at].count("")
        return self._told[max(0, here - reach) : here + reach]

    @once
    def times(self) -> Sequence[tuple[int, int, str]]:
        """Where it names a time, of which sort, and its name."""
        return times_in(self.tokens, self.meanings, self.signs, self.skeleton.figures)
