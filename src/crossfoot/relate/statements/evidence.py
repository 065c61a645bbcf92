"""What is known of two numbers a slip apart: how alike they are told, and what else is told.

`NAMES` are those of the entries; `weighed` weighs them. Nothing here decides.
"""

from __future__ import annotations

from collections.abc import Callable

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton, kept
from crossfoot.model import Figure
from crossfoot.relate._held import Held
from crossfoot.relate.statements.deeds import done_alike
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.may_differ import may_differ
from crossfoot.relate.statements.others import of_others
from crossfoot.relate.statements.same import elsewhere, heads, other_event, other_time
from crossfoot.relate.statements.slips import NEXT, SMALL, one_changed, transposed
from crossfoot.relate.statements.some_or_more import adds_up, is_narrowed, makes
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.swapped import exchanged
from crossfoot.relate.wording.slips import digits_unlike
from crossfoot.relate.wording.stems import IDLE, stem

GROUPS = ("count", "money", "measure", "share", "length")
_ZONES = ("title", "lede", "body")
_NOUNS = ("same", "kin", "deed", "open", "unlike")
_MANY = 9  # a difference that tells no more
_BACK = 6  # sentences over which numbers may make up another
_MOST = 60  # numbers of a group that are looked at
_NEXT = 5  # words behind a number in which its verb stands
_DIGIT = lazy(r"\d")
_AFTER = lazy(r"[a-z-]+")
_NAME = lazy(r"(?<=[a-z,;] )[A-Z][A-Za-z.]+")
_APART = lazy(
    r"\b(?:another|other|others|separate|second|third|additional|more|also|co-[a-z]+|each|remaining"
    r"|rest|similar|different|earlier|previous)\b"
)
_PICKED = lazy(
    r"\b(?:includ(?:es?|ing)|among|of (?:those|them|these|whom|which|the)|one of|some of|most of"
    r"|part of)\b"
)
_MOVED = lazy(
    r"\b(?:rose|fell|from|compared|up|down|than|since|increased?|decreased?|average|versus|against"
    r"|earlier|last year|year ago)\b"
)


class Evidence(dict[int, float]):
    """What tells whether two numbers a slip apart are one, by the place of its name in `NAMES`.

    An entry is worked out when it is first asked for: most pairs are told apart by a few.
    """

    def __init__(self, field: Field, held: Held, first: Statement, later: Statement) -> None:
        super().__init__()
        self._pair, self._held = (field, first, later), held

    def __missing__(self, entry: int) -> float:
        if entry < len(_MEASURES):
            found = self[entry] = _MEASURES[entry](*self._pair)
        else:
            _, first, later = self._pair
            found = self[entry] = _SAYINGS[entry - len(_MEASURES)](
                self._held, first.figure, later.figure
            )
        return found


def _difference(field: Field, a: Statement, b: Statement) -> float:
    return min(_MANY, abs(a.size - b.size)) if _is_small(a, b) else 99


def _ratio(field: Field, a: Statement, b: Statement) -> float:
    low, high = sorted((a.size, b.size))
    return high / low if low else 99


def _is_small(a: Statement, b: Statement) -> bool:
    return max(a.size, b.size) <= SMALL


def _alike(field: Field, a: Statement, b: Statement) -> float:
    here, there = _own(a), _own(b)
    return len(here & there) / max(1, min(len(here), len(there)))


def _own(statement: Statement) -> frozenset[str]:
    """The words of its sentence that mean something, but for what it counts."""
    return meanings(statement.skeleton) - {statement.head}


def _companions(field: Field, a: Statement, b: Statement) -> int:
    return len(_told_beside(field, a) & _told_beside(field, b))


def _slips(field: Field, a: Statement, b: Statement) -> int:
    told = field.by_group[a.group][:_MOST]
    return sum(_may_be(s, b) for s in told if s is not a and s is not b)


def _is_made(field: Field, a: Statement, b: Statement) -> bool:
    back = b.figure.sentence - _BACK
    return makes([s for s in field.before(b) if s.figure.sentence >= back], b)


def _is_picked(field: Field, a: Statement, b: Statement) -> bool:
    return _PICKED.search(b.skeleton.text, 0, b.skeleton.sign_of(b.figure)) is not None


def _is_timed(field: Field, a: Statement, b: Statement) -> bool:
    return any(new - old for old, new in zip(a.when[:3], b.when[:3], strict=True))


_Measure = Callable[[Field, Statement, Statement], float]
# of the first number, a, and the later, b
_MEASURED: dict[str, _Measure] = {
    "group": lambda field, a, b: GROUPS.index(a.group),
    "zone of first": lambda field, a, b: _ZONES.index(a.zone),
    "zone of later": lambda field, a, b: _ZONES.index(b.zone),
    "nouns": lambda field, a, b: _NOUNS.index(heads(a, b)),
    # the weight of those shared
    "words near": lambda field, a, b: field.story.near(a, b),
    "words in reach": lambda field, a, b: field.story.reach(a, b),
    # significant digits, characters
    "least digits": lambda field, a, b: min(a.significant, b.significant),
    "most digits": lambda field, a, b: max(a.significant, b.significant),
    "least length": lambda field, a, b: min(len(a.printed), len(b.printed)),
    "transposed": lambda field, a, b: transposed(a, b),
    "two exchanged": lambda field, a, b: exchanged(a.printed, b.printed),
    "one changed": lambda field, a, b: one_changed(a, b),
    "small": lambda field, a, b: _is_small(a, b),
    "difference": _difference,
    "ratio": _ratio,
    "later is more": lambda field, a, b: b.size > a.size,
    "sentences between": lambda field, a, b: b.figure.sentence - a.figure.sentence,
    "same paragraph": lambda field, a, b: a.block == b.block,
    "later is definite": lambda field, a, b: b.definite,
    "later in words": lambda field, a, b: not _DIGIT.search(b.figure.text),
    # right before and after, that both have
    "words in a row": lambda field, a, b: a.words_shared(b),
    "sentences alike": _alike,
    "words of first": lambda field, a, b: len(_own(a)),
    "words of later": lambda field, a, b: len(_own(b)),
    # modifiers that the first has not
    "later is narrowed": lambda field, a, b: len(b.modifiers - a.modifiers),
    "numbers of the name": lambda field, a, b: field.named(b),
    "others of the noun": lambda field, a, b: field.count_of_noun(b) - 1 - (a.head == b.head),
    "numbers of the group": lambda field, a, b: len(field.by_group[a.group]),
    # of its group in its zone
    "first is only one": lambda field, a, b: field.only_one(a),
    "later is only one": lambda field, a, b: field.only_one(b),
    "sentence of first": lambda field, a, b: a.figure.sentence,
    # beside the first, told beside the later or not
    "companions": _companions,
    "strangers": lambda field, a, b: len(_told_beside(field, a)) - _companions(field, a, b),
    # the same value told elsewhere, of whatever
    "first again": lambda field, a, b: field.count_of_value(a) - 1,
    "later again": lambda field, a, b: field.count_of_value(b) - 1,
    # other numbers of the group that the later could be mistyped for
    "slips": _slips,
    "beside first": lambda field, a, b: len(field.beside(a)),
    "beside later": lambda field, a, b: len(field.beside(b)),
    "first settled": lambda field, a, b: field.settled(a),
    "later settled": lambda field, a, b: field.settled(b),
    "agreeing with first": lambda field, a, b: len(field.group_of.get(a.figure.id, ())),
    "done alike": lambda field, a, b: done_alike(a, b),
    "governed alike": lambda field, a, b: a.governor == b.governor != "",
    "followed alike": lambda field, a, b: _next(a) == _next(b) != "",
    "persons": lambda field, a, b: a.of_persons and b.of_persons,
    "of others": lambda field, a, b: of_others(field, a, b, placed=True, named=True),
    "may differ": lambda field, a, b: may_differ(a, b),
    "made": _is_made,
    "filled up": lambda field, a, b: adds_up([*field.just_before(b), *field.beside(b)], a, b),
    "hedged": lambda field, a, b: bool(a.figure.hedge or b.figure.hedge),
    "open": lambda field, a, b: a.figure.range.is_open or b.figure.range.is_open,
    "first is part": lambda field, a, b: a.part,
    "later is part": lambda field, a, b: b.part,
    "first is joined": lambda field, a, b: a.joined,
    "later is joined": lambda field, a, b: b.joined,
    "each": lambda field, a, b: a.each != b.each,
    "later is dated": lambda field, a, b: b.dated,
    "another time": lambda field, a, b: other_time(a, b),
    "later is timed": _is_timed,
    "another event": lambda field, a, b: other_event(a, b),
    "elsewhere": lambda field, a, b: elsewhere(a, b),
    "first told beside later": lambda field, a, b: field.told_beside(a, b),
    "later told beside first": lambda field, a, b: field.told_beside(b, a),
    "narrowed by what follows": lambda field, a, b: is_narrowed(b, a),
    # of persons, places, offices in both sentences, in the later
    "names shared": lambda field, a, b: len(_names(a) & _names(b)),
    "new names": lambda field, a, b: len(_names(b) - _names(a)),
    # "another", "separate", "co-" in the sentence of the later
    "set apart": lambda field, a, b: _APART.search(b.skeleton.text) is not None,
    # "including", "of those", "one of" before the later
    "picked out": _is_picked,
    # "rose", "fell", "from", "compared"
    "moved": lambda field, a, b: len(_MOVED.findall(b.skeleton.text)),
}
_Saying = Callable[[Held, Figure, Figure], float]
# what other relations say of the first, a, and the later, b
_SAID: dict[str, _Saying] = {
    "first is held": lambda held, a, b: held.says(a, "held"),
    "later is held": lambda held, a, b: held.says(b, "held"),
    "first is broken": lambda held, a, b: held.says(a, "broken"),
    "later is broken": lambda held, a, b: held.says(b, "broken"),
    "first is whole": lambda held, a, b: held.says(a, "whole"),
    "later is whole": lambda held, a, b: held.says(b, "whole"),
    "first is among parts": lambda held, a, b: held.says(a, "parts"),
    "later is among parts": lambda held, a, b: held.says(b, "parts"),
    "told together": lambda held, a, b: held.together(a, b),
}
NAMES = (*_MEASURED, *_SAID)
_MEASURES, _SAYINGS = tuple(_MEASURED.values()), tuple(_SAID.values())


def _next(statement: Statement) -> str:
    """The stem of what is said of what is counted: "were | arrested"."""
    words = _AFTER.findall(statement.skeleton.text, statement.skeleton.sign_of(statement.figure))
    told = (stem(word) for word in words[:_NEXT] if word not in IDLE)
    return next((word for word in told if word != statement.head), "")


def _names(statement: Statement) -> frozenset[str]:
    """The words of a sentence with a capital that does not begin it."""
    written = (statement.written_before(), statement.figure.text, statement.written_after())
    return frozenset(_NAME.findall("".join(written)))


@kept
def meanings(skeleton: Skeleton) -> frozenset[str]:
    """The stems of the words of a sentence that mean something."""
    return frozenset(map(stem, skeleton.words - IDLE))


def _told_beside(field: Field, own: Statement) -> frozenset[tuple[object, ...]]:
    """The kind and value of the other numbers of a sentence, but for "one"."""
    beside = (s for s in field.beside(own) if s is not own and s.figure.value != 1)
    return frozenset((s.group, s.terms) for s in beside)


def _may_be(s: Statement, later: Statement) -> bool:
    """Whether *later* can be *s* with a digit changed or two exchanged, or a small one near it."""
    if s.terms == later.terms:
        return False
    if len(s.printed) == len(later.printed) > 1:
        return s.digits == later.digits or digits_unlike(s.printed, later.printed) == 1
    return abs(s.size - later.size) <= NEXT and max(s.size, later.size) <= SMALL
