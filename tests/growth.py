"""Whether time grows with the text and not with its square: told by ratios, side by side."""

from __future__ import annotations

import time
from collections.abc import Callable

_TRIES = 5
_CLOCK = 0.001  # seconds; shorter work is lost in what the machine does beside it


def seconds(work: Callable[[], object]) -> float:
    """The processor's time that *work* takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def grows_at_most(times: float, small: Callable[[], object], large: Callable[[], object]) -> bool:
    """Whether *large* takes at most so many *times* as long as *small*, in one of five tries.

    Square growth does so in none; a machine that is busy for a moment does in the next.
    """
    small()  # what is compiled and kept at first sight is no part of the growth
    return any(seconds(large) <= times * max(seconds(small), _CLOCK) for _ in range(_TRIES))
