"""What is known of two numbers a slip apart: how alike they are told, and what else is told.

`NAMES` says what each entry measures; `weighed` weighs them. Nothing here decides.
"""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton, kept
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
NAMES = (
    "group",  # as in GROUPS
    "zone of first", "zone of later",  # 0 title, 1 first paragraph, 2 below
    "nouns",  # 0 same, 1 kin, 2 a deed and those it was done to, 3 one not told, 4 unlike
    "words near", "words in reach",  # the weight of those shared
    "least digits", "most digits", "least length",  # significant digits, characters
    "transposed", "two exchanged", "one changed",
    "small", "difference", "ratio", "later is more",
    "sentences between", "same paragraph",
    "later is definite", "later in words",
    "words in a row",  # right before and after, that both have
    "sentences alike", "words of first", "words of later",
    "later is narrowed",  # modifiers that the first has not
    "numbers of the name", "others of the noun", "numbers of the group",
    "first is only one", "later is only one",  # of its group in its zone
    "sentence of first",
    "companions", "strangers",  # beside the first, told beside the later or not
    "first again", "later again",  # the same value told elsewhere, of whatever
    "slips",  # other numbers of the group that the later could be mistyped for
    "beside first", "beside later",
    "first settled", "later settled", "agreeing with first",
    "done alike", "governed alike", "followed alike",
    "persons", "of others", "may differ", "made", "filled up",
    "hedged", "open", "first is part", "later is part", "first is joined", "later is joined",
    "each", "later is dated", "another time", "later is timed", "another event", "elsewhere",
    "first told beside later", "later told beside first", "narrowed by what follows",
    "names shared", "new names",  # of persons, places, offices in both sentences, in the later
    "set apart",  # "another", "separate", "co-" in the sentence of the later
    "picked out",  # "including", "of those", "one of" before the later
    "moved",  # "rose", "fell", "from", "compared"
)  # fmt: skip
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


def evidence(field: Field, first: Statement, later: Statement) -> tuple[float, ...]:
    """What tells whether *first* and *later*, a slip apart, are one number: as in `NAMES`."""
    story, a, b = field.story, _size(first), _size(later)
    small, low = max(a, b) <= SMALL, min(a, b)
    here, there = (_meanings(s.skeleton) - {s.head} for s in (first, later))
    beside, follows = (_told_beside(field, s) for s in (first, later))
    paired = len([s for s in beside if s in follows])
    told = [s for s in field.by_group[first.group][:_MOST] if s is not first and s is not later]
    back = later.figure.sentence - _BACK
    return (
        GROUPS.index(first.group),
        _ZONES.index(first.zone),
        _ZONES.index(later.zone),
        _NOUNS.index(heads(first, later)),
        story.near(first, later),
        story.reach(first, later),
        min(first.significant, later.significant),
        max(first.significant, later.significant),
        min(len(first.printed), len(later.printed)),
        transposed(first, later),
        exchanged(first.printed, later.printed),
        one_changed(first, later),
        small,
        min(_MANY, abs(a - b)) if small else 99,
        max(a, b) / low if low else 99,
        b > a,
        later.figure.sentence - first.figure.sentence,
        first.block == later.block,
        later.definite,
        not _DIGIT.search(later.figure.text),
        first.words_shared(later),
        len(here & there) / max(1, min(len(here), len(there))),
        len(here),
        len(there),
        len(later.modifiers - first.modifiers),
        field.named(later),
        field.count_of_noun(later) - 1 - (first.head == later.head),
        len(field.by_group[first.group]),
        field.only_one(first),
        field.only_one(later),
        first.figure.sentence,
        paired,
        len(beside) - paired,
        field.count_of_value(first) - 1,
        field.count_of_value(later) - 1,
        sum(_may_be(s, later) for s in told),
        len(field.beside(first)),
        len(field.beside(later)),
        field.settled(first),
        field.settled(later),
        len(field.group_of.get(first.figure.id, ())),
        bool(done_alike(first, later)),
        first.governor == later.governor != "",
        _next(first) == _next(later) != "",
        first.of_persons and later.of_persons,
        of_others(field, first, later, placed=True, named=True, slip=True),
        may_differ(first, later),
        makes([s for s in field.before(later) if s.figure.sentence >= back], later),
        adds_up([*field.just_before(later), *field.beside(later)], first, later),
        bool(first.figure.hedge or later.figure.hedge),
        first.figure.range.is_open or later.figure.range.is_open,
        first.part,
        later.part,
        first.joined,
        later.joined,
        first.each != later.each,
        later.dated,
        other_time(first, later),
        any(new - old for old, new in zip(first.when[:3], later.when[:3], strict=True)),
        other_event(first, later),
        elsewhere(first, later),
        field.told_beside(first, later),
        field.told_beside(later, first),
        is_narrowed(later, first),
        len(_names(first) & _names(later)),
        len(_names(later) - _names(first)),
        _APART.search(later.skeleton.text) is not None,
        _PICKED.search(later.skeleton.text, 0, later.skeleton.sign_of(later.figure)) is not None,
        len(_MOVED.findall(later.skeleton.text)),
    )


def _next(statement: Statement) -> str:
    """The stem of what is said of what is counted: "were | arrested"."""
    words = _AFTER.findall(statement.skeleton.text, statement.skeleton.sign_of(statement.figure))
    told = (stem(word) for word in words[:_NEXT] if word not in IDLE)
    return next((word for word in told if word != statement.head), "")


def _names(statement: Statement) -> frozenset[str]:
    """The words of a sentence with a capital that does not begin it."""
    memo = statement.skeleton.memo
    if "names" not in memo:
        memo["names"] = frozenset(
            _NAME.findall(statement.written_before() + statement.written_after())
        )
    found: frozenset[str] = memo["names"]
    return found


@kept
def _meanings(skeleton: Skeleton) -> frozenset[str]:
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
    return abs(_size(s) - _size(later)) <= NEXT and max(_size(s), _size(later)) <= SMALL


def _size(statement: Statement) -> float:
    above, below = statement.terms or (0, 1)
    return above / below
