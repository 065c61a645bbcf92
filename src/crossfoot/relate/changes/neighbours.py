"""What the sentences around a change give: their amounts, what those count, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, kept
from crossfoot.model import Figure
from crossfoot.relate.changes import words
from crossfoot.relate.changes.cues import PORTIONS, Cue
from crossfoot.relate.changes.tagging import tagged
from crossfoot.relate.changes.times import Moment, is_before, times
from crossfoot.relate.wording.phrases import phrase, singular
from crossfoot.relate.wording.stems import IDLE, stem

# what is said to change: "the number of" asylum applications "has"
_SUBJECT = lazy(
    r"\W*(?:[a-z][a-z., ]{2,40} - )?"
    rf"(?:(?:by|in|as of|during) (?:the end of )?{SIGNS['date']},? )?"
    r"(?:overall,? |the (?:total )?number of |total |reported )?"
    r"(?P<subject>(?:[a-z'-]+ ){1,3}?)"
    r"(?:(?:[a-z]{3,}ed )?(?:in|across|on|at|within|throughout) (?:[a-z'-]+ ){1,4}?)?"
    r"(?:(?:were|was|are|is|have|had|has|also|been|then|more than|almost) |[a-z]+ly )*"
)
_NOUNS = lazy(r"(?:[a-z'-]+ ?){1,5}")
PART_OF_THEM = lazy(r" of (?:them|those|these|whom|which)\b")
# the words that name an earlier time: its figure must be looked for there
RECKONED_ELSEWHERE = lazy(
    r"\b(?:over|from|than|compared (?:to|with)|since|against) (?:the |in |that )?"
    r"(?:last|previous|prior|same|year|a year|[\ue000-\uf8ff])|year on year|year-[a-z]+-year"
    r"|year over year|as (?:many|much) as (?:in|during|at|the|last)"
)
# a sentence about the time before
BEFORE_THAT = lazy(
    rf"\W*(?:in )?(?:(?:the|a) (?:year|month|week|day|quarter)|{SIGNS['duration']})"
    r" (?:before|earlier|prior|ago)\b"
    rf"|\W*(?:at|by|in|during|over|for) (?:the same|th(?:is|at)(?: same)?) "
    rf"(?:(?:{SIGNS['duration']}|[a-z-]+) )?(?:point|time|date|stage|period|months?"
    rf"|{SIGNS['duration']})[^,;]{{0,20}}? (?:in |of )?{SIGNS['date']}"
    r"|\W*(?:in the previous|the previous|previously,)"
)
# a sentence about the time after
AFTER_THAT = lazy(
    r"\W*(?:(?:but|and) )?(?:(?:in |by |during )?the (?:following|next) "
    rf"(?:year|month|week|quarter|{SIGNS['date']})"
    rf"|(?:{SIGNS['duration']}|a (?:year|month|week)) later),? "
)
# 410 "in the north of the city, compared with" 492: not "in" May, nor "in the same month"
OF_PART = lazy(
    r"\b(?:in|at|on|near|among|by|for|of|across|along|against|(?<=s )from) (?!(?:the same|the first"
    rf"|this|that|fiscal|comparison|{SIGNS['date']}))(?:(?:the|its|their) )?(?P<what>[a-z'-]+)?"
)
_NOW = lazy(r"\b(?:now|today|currently|this|by|as of|in|from|since|ago|later|after)\b")
NEAR_BY = 60  # characters in which a noun of change stands behind its figure
_WORD = lazy(r"[a-z]{4,}")
_MONTH = lazy(r"[a-z]{3,}")
_PARTS_OF_YEARS = frozenset((*MONTHS, "quarter"))
# words that name no subject
_COMMON = frozenset(
    "that this there these those they were have been with from than more less fewer last year"
    " years month months week weeks previous compared number numbers total figure percent since"
    " about over when which decrease decreased increase increased decline declined dropped drop"
    " rose fell rise fall down period same said according average during between after before"
    " january february march april june july august september october november december"
    " high point time times major people".split()
)


@dataclass(frozen=True, slots=True)
class Ends:
    """What a change leads from and to, where the text tells."""

    base: Figure | None = None
    result: Figure | None = None

    def __iter__(self) -> Iterator[Figure]:
        """The ends that are told."""
        return (f for f in (self.base, self.result) if f)


def subject_of(skeleton: Skeleton, change: Cue) -> tuple[str, ...]:
    """What opens a sentence and is said to change, as stems: ``violent crime`` fell."""
    if change.moves or change.figure.text.endswith("ed"):  # "doubled"
        found = _SUBJECT.fullmatch(skeleton.text[: change.said[0]]) if change.said[1] else None
        told = found["subject"].split() if found else ()
        return tuple(stem(word) for word in told if word not in IDLE)
    named = words.NOUN_IN.search(change.after[:NEAR_BY])
    told = _NOUNS.match(change.after, named.start("what")) if named else None
    nouns = takewhile(lambda word: word not in IDLE, told.group().split()) if told else ()
    return tuple(map(stem, nouns))


def counts_subject(skeleton: Skeleton, cue: Cue, subject: tuple[str, ...]) -> bool:
    """Whether a figure has just the *subject* beside it: "291 robberies", "robberies 291"."""
    after = tuple(map(stem, _counted(phrase(skeleton, cue.figure))))
    before = cue.before.replace(",", " ").split()[-len(subject) :]
    return subject == after or (not after and subject == tuple(map(stem, before)))


def _counted(told: Sequence[str]) -> Sequence[str]:
    """The nouns of a phrase, without what was done to them: 242 "fires" reported."""
    while len(told) > 1 and told[-1].endswith("ed"):
        told = told[:-1]
    return told


def same_place_and_time(home: Skeleton, one: Figure, other: Figure) -> bool:
    """Whether nothing told of place and, in *home* itself, of time sets two figures apart."""
    dated = any(f.kind == "date" for f in home.figures)
    days = {(f.period.start, f.period.end) for f in (one, other) if f.period and dated}
    return len(days) < 2 and (other.place is None or other.place == one.place)


def names_month(skeleton: Skeleton) -> bool:
    """Whether a sentence tells of a month or a quarter, of which a yearly change is not."""
    return any(
        f.kind == "date" and not _PARTS_OF_YEARS.isdisjoint(_MONTH.findall(f.text.lower()))
        for f in skeleton.figures
    )


def amounts_of(skeleton: Skeleton) -> list[Cue]:
    """The figures of a sentence that are nothing's change and stand outside brackets."""
    found, depth = [], 0
    for cue in tagged(skeleton):
        depth += cue.before.count("(") - cue.before.count(")")
        if depth <= 0 and cue.tag != "change" and cue.figure.kind not in PORTIONS:
            found.append(cue)
    return found


def sentence_at(reading: Reading, index: int) -> Skeleton | None:
    """The folded sentence, where there is one with figures."""
    if 0 <= index < len(reading.sentences) and reading.by_sentence[index]:
        return reading.sentences[index]
    return None


def nouns_of(skeleton: Skeleton, figure: Figure) -> set[str]:
    """What a figure counts, each noun in the singular."""
    return {singular(word) for word in phrase(skeleton, figure)}


def is_earlier(one: Skeleton, other: Skeleton, first: Figure, last: Figure) -> bool | None:
    """Whether *first* is of an earlier time than *last*; None where the text does not tell."""
    told = [when_told(one, first), when_told(other, last)]
    found = is_before(*told)
    periods = [f.period.start if f.period else None for f in (first, last)]
    if found is None and all(periods) and periods[0] != periods[1]:
        return str(periods[0]) < str(periods[1])
    return found


def when_told(skeleton: Skeleton, figure: Figure) -> Moment | None:
    """When a figure is told of, by the words of its own sentence."""
    known: dict[int, Moment | None] = skeleton.memo.setdefault(when_told, {})
    if figure.start not in known:
        known[figure.start] = times(skeleton, [(skeleton.sign_of(figure), -1)])[0]
    return known[figure.start]


def count_unlike(one: Skeleton, other: Skeleton, first: Figure, last: Figure) -> bool:
    """Whether two counts name unlike things."""
    mine, others = nouns_of(one, first), nouns_of(other, last)
    return bool(mine and others) and not mine & others


def direction_of(ends: Ends) -> str:
    """Whether the figures rise or fall."""
    first, last = (f.value or 0 if f else 0 for f in (ends.base, ends.result))
    return "up" if last > first else "down" if last < first else ""


def same_count(change: Cue, ends: Ends) -> bool:
    """Whether a percentage is told of the very count that two figures give.

    The measure must be the same, and nothing else that the text tells may differ.
    """
    told, base, result = change.figure, ends.base, ends.result
    if not (base and result and told.measure == result.measure == base.measure):
        return False
    if not told.measure or (told.population, told.place) != (result.population, result.place):
        return False
    days = {(f.period.start, f.period.end) for f in (told, result) if f.period}
    return len(days) < 2


def tells_of_part(home: Skeleton, other: Skeleton, ends: Ends) -> bool:
    """Whether the words between two figures, or behind them, tell of a part unnamed in *home*.

    410 "by county deputies, compared with" 492; 410, compared with 492 "for the city".
    """
    places = sorted(other.sign_of(f) for f in ends if f in other.figures)
    if len(places) < 2:
        return False
    between = OF_PART.finditer(other.text, places[0], places[1])
    behind = OF_PART.match(other.text, places[1] + 2)
    return any(m["what"] not in home.words for m in (*between, behind) if m)


def same_topic(one: Skeleton, other: Skeleton) -> bool:
    """Whether two sentences share a word that names a subject."""
    return not topic_of(one).isdisjoint(topic_of(other))


@kept
def topic_of(skeleton: Skeleton) -> frozenset[str]:
    """The words of a sentence that can name its subject, in the singular."""
    return frozenset(map(singular, _WORD.findall(skeleton.text))) - _COMMON


@kept
def stems_of(skeleton: Skeleton) -> frozenset[str]:
    """The stems of the words that can name the subject of a sentence."""
    return frozenset(map(stem, topic_of(skeleton)))


def placed_in_time(skeleton: Skeleton) -> bool:
    """Whether a sentence tells of a time."""
    return any(f.kind == "date" for f in skeleton.figures) or bool(_NOW.search(skeleton.text))
