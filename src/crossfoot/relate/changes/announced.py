"""A percentage told of a count in one sentence, and the count's two ends in the next.

``Car thefts have also risen 14 percent. Last month 912 car thefts were recorded, a jump from 800
reported in March 2019``. Both sentences count the very same thing, the second sets one number
against another as the first says it moved, and neither names a place, group or time that the
other does not: such a change is alleged however far it is off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import AMOUNTS, SIGNS, Reading, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.changes.cues import VALUES, Cue, Statement, year_of
from crossfoot.relate.changes.elsewhere import counted_alike, told_up_to
from crossfoot.relate.changes.of_subject import pairs_at
from crossfoot.relate.changes.one_time import same_time
from crossfoot.relate.changes.shapes import Shape
from crossfoot.relate.changes.statements import statements
from crossfoot.relate.changes.stock import ADD, CUT, FALL, GAIN, LOSS, RISE
from crossfoot.relate.changes.words import NOUN_IN
from crossfoot.relate.wording.phrases import phrase
from crossfoot.relate.wording.stems import IDLE, stem

_DATE = SIGNS["date"]
_LAST = rf"(?:last year|{_DATE})"
# "Car thefts have also", "The number of shootings in the city has", before "risen" 14 percent
WHAT_MOVES = lazy(
    r"\W*(?:[a-z][a-z., ]{2,40} - )?"
    rf"(?:(?:in|during|for) (?:fiscal )?{_DATE},? |{_DATE},? )?"
    r"(?:(?:overall|meanwhile|likewise|similarly|however),? )?"
    r"(?:(?:the|total|combined|reported|number|of) )*(?:fatal (?:and|\+|or) non-?fatal )?"
    r"(?P<what>[a-z'-]+(?: of)?(?: [a-z'-]+){0,2}?)"
    r"(?: (?:for|in|at|across|by|involving|within|throughout|among|against)(?: [a-z'-]+){1,4}?)?"
    rf"(?: {_DATE})?(?: (?:were|was|are|is|have|had|has|been|also|[a-z]+ly))* ?"
)
SCOPE = lazy(
    r"\b(?:in|among|for|at|on|within|across|involving|against|by|along|throughout|near|of|from|under)"
    r" (?:(?:the|its|their|all|this|that) )*(?P<what>[a-z][a-z'-]*(?: [a-z'-]+)?)"
)
# where they are counted, if nothing else is said
LOCAL = frozenset(
    map(stem, "city county town village borough region area community country nation".split())
)
# who counts them, in no place of their own; words of no scope
_COUNTERS = frozenset(
    "police officers deputies troopers agents detectives investigators officials authorities"
    " department agency office bureau force sheriff crews firefighters paramedics hospitals"
    " prosecutors courts local border patrol customs highway state sheriff's across"
    " throughout".split()
) | IDLE  # fmt: skip
# "since 2019", "over the past five years", "than expected": not from the time just before
_RECKONED = lazy(
    r"\b(?:since|within|than|from|against|versus|below|above|between|compared|peak|record"
    r"|over (?:the )?(?:past|last|previous|next|[\ue000-\uf8ff]|decade|several|few)"
    r"|expected|projected|next|will|would|could|may|might|if|per|after|before|until|adjust[a-z]*"
    r"|on top|despite|following|(?:year|months) (?:to|ending|ended|through))\b"
)
# fell 12 percent "between" 2018 "and" 2019
_BETWEEN = lazy(rf" (?:between|from) (?P<first>{_DATE}) (?:and|to) (?P<last>{_DATE})(?=[.,;]|$)")
# "from last year", "compared with the same period a year earlier": from the time just before
_FROM_THEN = lazy(
    r" (?:from|over|on|compared (?:with|to)) (?:(?:the )?(?:same [a-z]+(?: (?:in|of))? )?"
    rf"(?:{_LAST}|(?:a|the) year (?:ago|earlier|before)|(?:the )?(?:previous|prior) year))(?=[.,])"
)
_RISES = lazy(rf"\b(?:{RISE}|{ADD}|{GAIN}|more|higher)\b")
_FALLS = lazy(rf"\b(?:{FALL}|{CUT}|{LOSS}|fewer|lower|less)\b")
_VERB = lazy(r"\b(?P<verb>[a-z]+) (?:(?:about|nearly|more|than|only|a|total|of|just|some) )*$")
# 912 "reports of car thefts"
_CASES = lazy(
    r" (?:reports|cases|incidents|instances|acts|counts) of (?P<what>[a-z-]+(?: [a-z-]+)?)"
    rf"(?=[.,;]| (?:in|from|last|this|during|so|{_DATE}))"
)
# 330 "calls with injuries": of those that changed
_OF_A_KIND = lazy(
    r"(?: (?!compared|combined)[a-z'-]+){1,3}? (?:with|without|who|that|which|whose|requiring)\b"
)
_THERE = lazy(r"\W*(?:[a-z]+ )?there (?:were|have been|had been) (?:about |only |just )?")
# what is done with a count: "logged" 240 robberies
_TELLS = lazy(
    r"[a-z]{2,}(?:ed|ly)|saw|had|took|made|have|has|led|shot|held|stole|ran|flew|sent|gave|caught|were|was|are|of"
)
_ROOT = 4  # letters that a deed and its verb share: "seizures", "seized"
_WORD = lazy(r"[a-z][a-z'-]+")
TIMES = frozenset(
    "last first second third fourth period point same end past previous far during fiscal ending"
    " quarter half weekend".split()
)
_REPORTED = frozenset("reported recorded confirmed documented registered".split())
_PAIR = 2  # figures of the sentence that gives the ends
_GENERIC = frozenset(map(stem, "people persons individuals migrants immigrants aliens".split()))


def announced(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Shape]:
    """The change that a sentence tells alone, with the ends that the next one gives."""
    if index + 1 >= len(reading.sentences) or not gives_portion(skeleton):
        return
    other = reading.sentences[index + 1]
    if not gives_ends(other):
        return
    between = _BETWEEN.search(skeleton.text)
    change = sole_change(skeleton) if between else told_alone(skeleton)
    pairs = pairs_at(reading, index + 1) if change else ()
    if change is None or len(pairs) != 1:
        return
    base, result = pairs[0]
    if base.figure.sentence != result.figure.sentence or not moves_so(other, change, base, result):
        return
    if not _is_of_it(reading, skeleton, other, change, result):
        return
    ends = in_turn(base.figure, result.figure)
    if between:
        named = [year_of(f) for g in ("first", "last") if (f := skeleton.group(between, g))]
        is_then = None not in named and named == [year_of(f) for f in ends]
    else:
        is_then = same_time(reading, skeleton, told_up_to(skeleton, change.changes[0]), *ends)
    if is_then:
        licence = change.licence(skeleton)[0]
        yield Shape(*ends, change.changes[0].figure, change.direction, licence)


def _is_of_it(
    reading: Reading, home: Skeleton, other: Skeleton, change: Statement, result: Cue
) -> bool:
    """Whether a figure counts what is said to change, told of nobody and nowhere else."""
    what = what_changes(home, change)
    if not what or not counts_just(other, result, what):
        return False
    return opens_alike(reading, home, other, result) and same_scope(reading, home, other)


def gives_portion(skeleton: Skeleton) -> bool:
    """Whether a sentence gives one percentage or fraction and no other value."""
    values = [f.kind for f in skeleton.figures if f.kind in VALUES]
    return values in (["percent"], ["fraction"])


def gives_ends(other: Skeleton) -> bool:
    """Whether a sentence gives two amounts and no other value."""
    values = [f.kind for f in other.figures if f.kind in VALUES]
    return len(values) == _PAIR and AMOUNTS.issuperset(values)


def in_turn(base: Figure, result: Figure) -> tuple[Figure, Figure]:
    """The earlier figure and the later, by their years: "500 in 2009 compared with 400 in 2010"."""
    first, last = year_of(base), year_of(result)
    turned = first is not None and last is not None and last < first
    return (result, base) if turned else (base, result)


def told_alone(skeleton: Skeleton) -> Statement | None:
    """The one change of a sentence, reckoned from the time just before."""
    told = sole_change(skeleton)
    if told is None:
        return None
    at = told.changes[0].at
    then = _FROM_THEN.match(skeleton.text, at + 1)
    reckoned = _RECKONED.search(skeleton.text, then.end() if then else at)
    return None if reckoned else told


def sole_change(skeleton: Skeleton) -> Statement | None:
    """The only change of a sentence, where its direction is told."""
    told = statements(skeleton)
    sole = len(told) == 1 and len(told[0].changes) == 1 and told[0].direction
    return told[0] if sole else None


def moves_so(other: Skeleton, change: Statement, base: Cue, result: Cue) -> bool:
    """Whether the words between the ends tell of no move the other way: "risen … down from"."""
    first, last = sorted((base.at, result.at))
    against = _FALLS if change.direction == "up" else _RISES
    return against.search(other.text, first, last) is None


def what_changes(skeleton: Skeleton, change: Statement) -> tuple[str, ...]:
    """The stems of what is said to change: "car thefts" have risen, a drop "in car thefts"."""
    cue = change.changes[0]
    if cue.moves:
        told = WHAT_MOVES.fullmatch(skeleton.text, 0, cue.said[0])
    else:
        told = NOUN_IN.search(skeleton.text, cue.at)
    return tuple(stem(w) for w in told["what"].split() if w not in IDLE) if told else ()


def counts_just(other: Skeleton, result: Cue, what: tuple[str, ...]) -> bool:
    """Whether a figure counts just *what*, by its noun or by its verb: "seized" 700 "firearms"."""
    cases = _CASES.match(other.text, result.at + 1)
    told = cases["what"].split() if cases else phrase(other, result.figure)
    if _OF_A_KIND.match(other.text, result.at + 1):
        return False
    nouns = [stem(w) for w in _counted(told) if w not in IDLE]
    there = _THERE.fullmatch(other.text, 0, result.at) and nouns[-1:] == list(what[-1:])
    if tuple(nouns) == what or (there and set(nouns) <= set(what)):
        return True
    done = _VERB.search(other.text, 0, result.at)
    deed = what[-1][:_ROOT]
    if done is None or len(deed) < _ROOT or not done["verb"].startswith(deed):
        return False
    rest = set(what[:-1])
    return rest == set(nouns) or (not rest and _GENERIC.issuperset(nouns)) or (
        len(rest) == 1 and result.figure.kind == "measure" and f" of {what[0]}" in other.text
    )  # fmt: skip


def _counted(told: Sequence[str]) -> Sequence[str]:
    """The nouns of a phrase without what was done to them: not "armed" robberies."""
    while told and told[-1][-2:] == "ed":
        told = told[:-1]
    return [word for word in told if word not in _REPORTED]


def opens_alike(reading: Reading, home: Skeleton, other: Skeleton, result: Cue) -> bool:
    """Whether what stands before the first count names nobody new: not "the north precinct"."""
    known = _COUNTERS | TIMES | home.words
    return all(
        word in known
        or _TELLS.fullmatch(word)
        or stem(word) in LOCAL
        or is_short(reading, other, m)
        for m in _WORD.finditer(other.text[: result.at])
        for word in (m.group(),)
    )


def is_short(reading: Reading, skeleton: Skeleton, word: re.Match[str]) -> bool:
    """Whether a word is written as the letters of an agency: "ERO"."""
    at = skeleton.offset(word.start())
    return reading.document.text[at : at + len(word.group())].isupper()


def same_scope(reading: Reading, home: Skeleton, other: Skeleton) -> bool:
    """Whether neither sentence names a place or a group that the other does not."""
    if not counted_alike(home, other):
        return False
    local = [LOCAL & set(map(stem, s.words)) for s in (home, other)]
    if all(local) and local[0].isdisjoint(local[1]):
        return False  # "fell in the county. The city recorded"
    names, theirs = names_in(reading, home), names_in(reading, other)
    if not theirs <= names:
        return False
    # "fell in Milton. Police logged": the police are of the place named before, "the city" may not
    placed = set() if theirs or not LOCAL.isdisjoint(map(stem, other.words)) else names
    known = frozenset(map(stem, home.words)), frozenset(map(stem, {*other.words, *placed}))
    return is_within(home, known[1] | LOCAL) and is_within(other, known[0] | LOCAL)


def is_within(skeleton: Skeleton, known: frozenset[str]) -> bool:
    """Whether whatever a sentence is told of by a preposition is *known* from the other."""
    for scope in SCOPE.finditer(skeleton.text):
        told = [stem(w) for w in scope["what"].split() if w not in IDLE and w not in TIMES]
        if told and told[0] not in known:
            return False
    return True


def names_in(reading: Reading, skeleton: Skeleton) -> set[str]:
    """The words that are written as names, those of agencies in capitals aside."""
    text = reading.document.text
    return {
        match.group()
        for match in _WORD.finditer(skeleton.text)
        if text[skeleton.offset(match.start())].isupper()
        and match.group() not in _COUNTERS
        and not is_short(reading, skeleton, match)
    }
