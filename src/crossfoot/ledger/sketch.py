"""A text's sketch: the smallest hashes of its five-word runs, for revisions and copies.

Two sketches give an estimate of how much text is shared (Broder, "On the resemblance and
containment of documents", 1997) without keeping the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from heapq import nsmallest

SIZE = 64
_RUN = 5
_WORDS = re.compile(r"\w+")


def sketch(text: str) -> tuple[int, ...]:
    """The :data:`SIZE` smallest hashes, rising; fewer for a short text."""
    words = _WORDS.findall(text.lower())
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}
    return tuple(nsmallest(SIZE, {_hash(run) for run in runs}))


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated share of runs that two texts have in common, 0 to 1."""
    smallest = nsmallest(SIZE, {*one, *other})
    both = {*one} & {*other}
    return sum(h in both for h in smallest) / len(smallest) if smallest else 0.0


def _hash(run: str) -> int:
    # 63 bits, so that a signed column holds it
    return (
        int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1
    )
