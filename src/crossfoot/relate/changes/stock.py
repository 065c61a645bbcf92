"""The stock that the patterns of change are made of: verbs and nouns of change, words of degree."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from crossfoot.figures.skeleton import SIGNS

DATE = SIGNS["date"]

# verbs whose subject moves: "arrests fell 12"
_FALLING = (
    "fell fallen falling declined declining decreased decreasing plummeted plummeting plunged"
    " plunging dipped dipping slid sliding sank sunk sinking shrank shrunk shrinking tumbled"
    " tumbling slumped slumping slipped slipping eased easing dwindled dwindling nosedived"
    " cratered collapsed contracted diminished diminishing receded receding ebbed waned"
).split()
_RISING = (
    "rose risen rising climbed climbing increased increasing jumped jumping surged surging soared"
    " soaring spiked spiking swelled swelling swollen ballooned ballooning skyrocketed leaped"
    " leapt leaping exploded rocketed mushroomed grew grown growing escalated escalating mounted"
    " mounting spiraled"
).split()
# verbs that also take an object ("dropped 12 charges"): an amount needs "by"
_CUTTING = (
    "fall falls decline declines decrease decreases plummet plummets plunge plunges dip dips drop"
    " drops dropped dropping cut cuts cutting reduce reduces reduced reducing slashed slashing"
    " shed lost lowered lowering trimmed trimming shrink shrinks sink sinks slip slips down off"
).split()
_ADDING = (
    "rise rises grow grows soar soars swell swells climb climbs increase increases jump"
    " jumps surge surges spike spikes gain gains gained gaining added adding boosted"
    " boosting raised raising expanded expanding advanced hiked up"
).split()
_LOSSES = (
    "decline declines drop drops decrease decreases reduction reductions fall dip dips plunge"
    " slide slip slump nosedive cut cuts loss downturn dive collapse plummet shortfall"
).split()
_GAINS = (
    "increase increases rise jump surge spike uptick gain growth climb hike upswing upturn leap"
    " boost upsurge expansion explosion addition raise"
).split()
_SHIFTS = "change difference gap swing shift".split()
_SMALLER = "fewer less lower smaller shorter below short shy".split()
_LARGER = "more higher greater larger bigger longer above".split()
# what is said of any count, and moves none
COUNTED = frozenset("reported recorded counted logged saw registered tallied totaled".split())
# no change is told without one of these, or without a sign or a multiple
TELLING = frozenset(
    _FALLING + _RISING + _CUTTING + _ADDING + _LOSSES + _GAINS + _SHIFTS + _SMALLER + _LARGER
)
VERBS = frozenset(_FALLING + _RISING + _CUTTING + _ADDING)  # "up" and "down" among them
NOUNS = frozenset(_LOSSES + _GAINS + _SHIFTS)
LOSSES, GAINS = frozenset(_LOSSES), frozenset(_GAINS)
_MOVES = "came|coming|went|gone|going|ticked|ticking|edged|edging|inched|trended|trending"


def _one_of(words: Iterable[str]) -> str:
    """A pattern for one of *words* that goes by the first letter: most words fail there at once."""
    by_letter = groupby(sorted(words), key=itemgetter(0))
    return "|".join(
        f"{letter}(?:{'|'.join(word[1:] for word in told)})" for letter, told in by_letter
    )


FALL = rf"{_one_of(_FALLING)}|(?:{_MOVES}) down"
RISE = rf"{_one_of(_RISING)}|(?:{_MOVES}|shot|creeping|crept) up"
CUT, ADD = _one_of(_CUTTING), _one_of(_ADDING) + "|picked up"
LOSS, GAIN, SHIFT = _one_of(_LOSSES), _one_of(_GAINS), _one_of(_SHIFTS)
FEWER = "|".join(_SMALLER).replace("short|", "short of|").replace("shy", "shy of")
MORE = "|".join(_LARGER)

# words that only soften or place a change: "by about", "sharply by an estimated"
LIGHT = (
    r"(?:(?:by|about|around|roughly|nearly|almost|approximately|some|just|only|over|under"
    r"|more than|less than|fewer than|at least|close to|well over|another|even|further|again"
    r"|exactly|as much as|still|a further|an estimated|this year|last year|year over year"
    r"|year-over-year|overall|nationwide|citywide|statewide|[a-z]+ly|in "
    + DATE
    + r"),? )*[~≈+]?"  # "to ~120", "to +120"
)
FEW_WORDS = r"(?:an? (?:[a-z-]+ ){0,2}|the )?"
# a word inside a noun phrase that names an end: "from [the previous low of] 71"
_NP_WORD = (
    r"(?!(?:to|and|were|was|are|is|had|have|has|who|which|that|but|while|by|or|said|with|into)\b"
    r"|- )[^ ,;:()]+ "
)
NP = rf"(?:{_NP_WORD}){{0,9}}"
# "last year, when there were"
WHEN_IT = (
    r"(?:[^ ,;:()]+ ){0,8}[^ ,;:()]+,? (?:when|where|in which|which (?:had|saw|resulted in|netted"
    r"|led to|yielded|brought|produced|was|were)) (?:[^ ,;:()]+ ){0,8}"
)
# "last year's total, of" 590
TOTAL_OF = r"(?:total|figure|number|count|tally|record|level), of "
END = rf"(?:{NP}(?:{TOTAL_OF})?|{WHEN_IT})[(~≈+]?$"
NOT_NOUN = (
    r"(?!(?:of|in|to|and|or|for|from|were|was|are|is|who|said|than|with|by|on|at|a|an|the|that"
    r"|which|as|had|have|has|reported|saw|since)\b)"
)
