"""What a date stands for: the time of what is told, of the telling, or of something compared."""

from __future__ import annotations

from crossfoot.figures.context.period.times import Times

_RECORD = frozenset(
    "lowest highest most least fewest largest smallest biggest record first worst best "
    "deadliest busiest longest shortest".split()
)
_COMPARING = frozenset("compared versus than".split())
_HANDED = frozenset("released issued shared".split())
_NUMBERS = frozenset("data figures numbers statistics report records statement".split())


def is_said(times: Times, position: int, begin: int, end: int) -> bool:
    """Whether the date tells when somebody spoke: ``announced Thursday``."""
    lower = times.words.lower
    for back in range(position - 1, max(begin, position - 7) - 1, -1):
        word = lower[back]
        if word in times.said:
            return True
        if word in (",", ";", "that", ")", "(", "by") or times.words.figure[back] >= 0:
            break
    if lower[position + 1] in ("statement", "news", "press", "release", "report", "letter"):
        return True
    first = position == begin or (position == begin + 1 and lower[begin] == "on")
    if first:
        ahead = lower[position + 1 : min(end, position + 8)]
        handed = not _HANDED.isdisjoint(ahead) and not _NUMBERS.isdisjoint(ahead)
        return handed or any(w in times.said for w in ahead[:5])
    return False


def is_compared(times: Times, position: int, begin: int) -> bool:
    """Whether the date only gives the base: ``compared to annual data for 2016``."""
    first = max(begin, position - 8)
    if _COMPARING.isdisjoint(times.words.lower[first:position]):
        return False
    for back in range(position - 1, first - 1, -1):
        if times.words.figure[back] >= 0:
            return False
        if times.words.lower[back] in _COMPARING:
            return True
    return False


def record_before(times: Times, position: int, begin: int) -> bool:
    """Whether the date only dates a record: ``the most since 2014``."""
    window = times.words.lower[max(begin, position - 14) : position]
    near = not _RECORD.isdisjoint(window[-6:])
    return near or ("since" in window and not _RECORD.isdisjoint(window))


def in_aside(times: Times, position: int, begin: int) -> bool:
    """Whether the date is told of somebody: ``who had lived here since 1998``."""
    window = times.words.lower[max(begin, position - 10) : position]
    return not {"who", "whose"}.isdisjoint(window)


def since_clause(times: Times, position: int, begin: int) -> bool:
    """``Since the mayor took over on Aug. 11``."""
    first = max(begin, position - 12)
    if "since" not in times.words.lower[first : position - 1]:
        return False
    for back in range(position - 2, first - 1, -1):
        word = times.words.lower[back]
        if word == "since":
            return back == begin or not record_before(times, back, begin)
        if word in (",", ";", "that") or times.words.figure[back] >= 0:
            return False
    return False
