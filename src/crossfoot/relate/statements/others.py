"""What tells that two numbers of like wording are of other things: place, measure, event, part.

Numbers are alleged to disagree only where none of this is told.
"""

from __future__ import annotations

from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES, SIGNS, Skeleton, kept
from crossfoot.relate.statements.deeds import governed, is_accused
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.slips import mistyped, one_changed, transposed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.swapped import are_opposed
from crossfoot.relate.wording.stems import meaning, stem

_OTHERS = stem("others")
_RANK = SIGNS["rank"]
# deeds of which two numbers tell two things: "26 children entered", "27 children leaving"
_OPPOSED = tuple(
    (frozenset(map(stem, some.split())), frozenset(map(stem, others.split())))
    for some, others in (
        ("entered enter entering entry arrived arriving", "left leave leaving departed exited"),
        ("killed killing died dead deaths", "injured wounded hurt injuries survived"),
        ("granted approved grants", "denied rejected refused denials"),
        ("hired opened", "fired closed"),
        ("convicted", "acquitted"),
        ("bought", "sold"),
        ("paid", "owed"),
        ("raised earned", "spent stole took embezzled"),
        ("won gained", "lost"),
        ("heard hear hears pending backlog filed received", "denied granted closed completed"),
    )
)
# "a committee of | 16 attorneys": a group that was not told of before
_NEW = lazy(
    r"\b(?:a|an|another)\s(?:[a-z-]+\s){0,4}?(?:group|committee|team|coalition|panel|crew|list|class"
    r"|party|jury|board|total|network|ring)\s(?:group\s)?of\s$"
)
_NAME = lazy(r"\b[A-Z][\w'’-]*[a-z]\b")
_IN = lazy(r"[^.;:]{0,40}?\s(?:in|at|near|from|of)\s(?:the\s)?(?P<name>(?:[A-Z][\w'’-]+\s?)+)")
_IN_THE = lazy(
    r"\b(?:in|across|throughout)\sthe\s(?P<what>state|region|county|city|country|nation|district"
    r"|sector|world|town)\b"
)
_RANKED = lazy(rf"(?<!\bon the ){_RANK}")  # "in the first set", not "on the 7th"
# "in a second truck they found | 63"
_IN_ANOTHER = lazy(rf"\b(?:in|on|at|from|aboard|inside)\s(?:an?|the)\s{_RANK}\s[a-z]+\b")
_NUMBERED = lazy(rf"\W*(?P<noun>[a-z]+)\s{CLASSES['n']}\s")  # "phase | one | of"
_CLAUSE = 60  # characters before a number in which its subject is named
_BEGUN = 2  # characters, of quotes, before the first word
_PLURAL = lazy(r"\W*\w+s\s(?!was\b|is\b|has\b)")  # "Agents seized", not "Jones was"
# what can begin a sentence besides a name
_COMMON = frozenset(
    "the a an in on at by of for from with to and but it he she they we this that these those as"
    " after before during since under when while between according last police one two three four"
    " five six seven eight nine ten monday tuesday wednesday thursday friday saturday sunday"
    " january february march april may june july august september october november"
    " december".split()
)
# words that many a name has: "Pine County", "Oak County"
_OF_MANY = frozenset(
    "county city town village borough district sector station port bridge center jail prison school"
    " university college hospital court office department police sheriff street avenue road park"
    " river lake".split()
)
# "24 police forces | saw an increase": those of whom something is told
_PART = lazy(
    r"(?:\s[a-z'-]+){1,3}?\s(?P<verb>saw|reported|recorded|showed|said|posted|did|chose|voted)\b"
)
# of four loans, "two loans | will pay for the docks"
_WILL = lazy(r"(?:\s[a-z'-]+){1,2}?\swill\b")
# "over the last two weeks", where the other is of one day
_SPAN = lazy(rf"\b(?:last|past)\s(?:{CLASSES['duration']}|(?:[a-z]+\s)?(?:days|weeks|months)\b)")
# of whom alone a later number may be
_KINDS = frozenset(
    "female male women men girls boys juvenile juveniles adult adults minors".split()
)
# "the 12 | officers of the night shift", "the four | incidents at the bridge"
_WHICH = lazy(
    r"(?:\s[a-z'-]+){0,2}?\s(?P<noun>[a-z'-]+)\s(?:of|at|on|near|inside)\s(?:the|this|that|a|an)\s"
    r"(?P<what>[a-z'-]+(?:\s[a-z'-]+)?)"
)
_ELSEWHERE = frozenset("separate separately another elsewhere".split())
_SO_FAR = lazy(
    r"(?:\b(?:to[ -]date|so far this|since (?:the|its|it)|cumulative(?:ly)?|overall|all told)\b"
    rf"|{_RANK}\s{CLASSES['duration']}\sof\s(?:(?:the|its|this)\s)?(?:year\b|{CLASSES['date']}))"
)
_BEGUN_SO_FAR = lazy(r"\W*(?i:year[- ]to[- ]date|so far this)\b")
_FOR = lazy(
    r"(?:\s[a-z'-]+){1,2}?\s(?:for|involving|against)\s(?P<what>[a-z]+)"
)  # "142 | arrests for theft"
_AT_A_STAGE = lazy(
    rf"\W*(?:at the (?:start|outset|beginning) of|(?:on|by) the {_RANK} (?:day|night|week)\b"
    rf"|(?:with|counting|including) (?:the )?{CLASSES['n']} who)"
)
_EXPECTED = lazy(r"\b(?:expect|plann?|hope|predict)(?:s|ed)?\s[^.;:]{0,50}$")
# "In Moor, the raids", "In Moor officers seized"
_IN_A_PLACE = lazy(
    r"\W*(?:In|At|Near)\s(?P<name>[A-Z][\w'’-]+)(?:\s[A-Z][\w'’-]+)*(?:,\s|\s(?=[a-z]))"
)
_BRACKET = lazy(r"\((?:about|some|nearly|over|around|up to|roughly)?\s?\W?$")  # "(about | $110"
# "in | three days", "over the first | five days"
_WINDOW = lazy(
    rf"\b(?:in|over|during|within|for)\s(?:the\s|a\s)?(?:(?:{_RANK}|last|past|next)\s)?$"
)
_IN_TIME = frozenset(("count", "share", "money", "measure"))
# "Excluding repairs, costs rose": of what is left
_LEFT_OUT = lazy(
    r"\b(?:excluding|excludes?|except for|not counting|not including|leaving out|leaves out"
    r"|without (?:the|its|their)|unadjusted|stripping out|adjusted for|adjusting for)\b"
)
_DAY = lazy(r"\b(?:yesterday|today|tonight|this morning|last night)\b")
_LONG = 3  # digits of a number that no miscount explains
_UNLIKE = 6  # and of one that no other year shares


def of_others(
    field: Field, one: Statement, odd: Statement, *, placed: bool, named: bool, slip: bool = True
) -> bool:
    """Whether words tell that *odd* is no slip for *one*, but another number.

    Where *placed*, a place that only the later one is read to be told of is enough; where *named*,
    two names: "Doe was ordered to pay", "Roe was ordered to pay". Where *slip*, long numbers must
    be so near that one can be the other mistyped.
    """
    first, later = (one, odd) if one.order < odd.order else (odd, one)
    if field.crowded(one) or field.crowded(odd) or (one.head == _OTHERS) != (odd.head == _OTHERS):
        return True
    if placed and (placed_otherwise(field, first, later) or _is_new(later)):
        return True
    if placed and (later.skeleton.words - first.skeleton.words) & _KINDS:
        return True
    loosely = placed or named
    if loosely and _begins_elsewhere(first, later):
        return True
    if loosely and is_of_other_scope(first, later):
        return True
    if named and first.zone != "title" and are_placed_apart(first, later):
        return True
    if loosely and first.zone != "title" and _of_two_names(first, later):
        return True
    if loosely and (are_opposed(one, odd) or _of_a_sort(one, odd)):
        return True
    if (later.when[3] - first.when[3]) & _ELSEWHERE or _is_whole(one) != _is_whole(odd):
        return True
    return (
        _of_two_years(one, odd)
        or _is_set_apart(first, later)
        or _done_otherwise(one, odd)
        or _one_by_one(first, later)
        or _is_part(one, odd)
        or (slip and _is_no_slip(one, odd))
        or _of_a_day(one, odd)
        or _of_a_day(odd, one)
        or _of_two_windows(one, odd)
    )


def is_of_other_scope(first: Statement, later: Statement) -> bool:
    """Whether words of one sentence only tell that something is left out, or of all so far."""
    if later.group == "length":
        return False
    if later.zone == "body" and _leaves_out(first.skeleton) is not _leaves_out(later.skeleton):
        return True
    return _is_of_more(first, later) or _of_two_windows(first, later)


@kept
def _leaves_out(skeleton: Skeleton) -> bool:
    """Whether a sentence tells of what is left."""
    return _LEFT_OUT.search(skeleton.text) is not None


def _begins_elsewhere(first: Statement, later: Statement) -> bool:
    """Whether it is told of another place or stage first, or of what is yet to come.

    "In Moor, the raids saw", "On the second day of the raids", "expected the raids to bring".
    """
    if later.zone != "body" or later.group != "count":
        return False
    text, sign = later.skeleton.text, later.skeleton.sign_of(later.figure)
    if _AT_A_STAGE.match(text) or _EXPECTED.search(text, 0, sign):
        return True
    place = _IN_A_PLACE.match(later.written_before())
    name = place["name"].lower() if place else ""
    return name != "" and name not in _COMMON and name not in first.skeleton.words


def are_placed_apart(one: Statement, other: Statement) -> bool:
    """Whether each is told of a place of its own: "in Alder County", "in Moor County"."""
    a, b = one.figure.place, other.figure.place
    return a is not None and b is not None and a not in b and b not in a


def _is_of_more(first: Statement, later: Statement) -> bool:
    """Whether the later is of all so far: "the year to date"."""
    if _is_so_far(later.skeleton) and not _is_so_far(first.skeleton):
        return True
    return later.zone == "body" and _BEGUN_SO_FAR.match(later.paragraph()) is not None


@kept
def _is_so_far(skeleton: Skeleton) -> bool:
    """Whether a sentence tells what all come to so far."""
    return _SO_FAR.search(_times(skeleton)) is not None


def _of_a_sort(one: Statement, odd: Statement) -> bool:
    """Whether one is a part of the noun, both are kinds, or each is set beside its own thing."""
    if bracketed(one, odd):
        return True
    few = min(one, odd, key=lambda s: s.figure.value or 0)
    if few.part and one.head == odd.head and not governed(one, odd):
        return True
    for some, other in ((one, odd), (odd, one)):
        text, sign = other.skeleton.text, other.skeleton.sign_of(other.figure)
        if some.modifiers - other.modifiers - other.words and _FOR.match(text, sign + 1):
            return some.group == "count" and some.head == other.head
    return _are_for_two_things(one, odd)


def _are_for_two_things(one: Statement, odd: Statement) -> bool:
    """Whether each tells what it is for: "52 arrests for theft", "25 arrests for assault"."""
    told = [
        match["what"]
        for s in (one, odd)
        if (match := _FOR.match(s.skeleton.text, s.skeleton.sign_of(s.figure) + 1))
    ]
    return len(told) > 1 and one.head == odd.head and told[0] != told[1]


def bracketed(one: Statement, odd: Statement) -> bool:
    """Whether two amounts stand in brackets, each behind what it is the price of."""
    both = all(_BRACKET.search(s.written_before()) for s in (one, odd))
    return both and one.group == "money"


def _of_a_day(one: Statement, other: Statement) -> bool:
    """Whether *one* is of a day and *other* of the weeks before it."""
    here, there = one.skeleton, other.skeleton
    return _is_of_today(here) and _is_of_a_span(there) and not _is_of_a_span(here)


@kept
def _is_of_today(skeleton: Skeleton) -> bool:
    """Whether a sentence names the day."""
    return _DAY.search(_times(skeleton)) is not None


@kept
def _is_of_a_span(skeleton: Skeleton) -> bool:
    """Whether it names the days or weeks up to it."""
    return _SPAN.search(_times(skeleton)) is not None


def _of_two_windows(one: Statement, odd: Statement) -> bool:
    """Whether they are told of spans of two lengths: "in three days", "in the first five days"."""
    here, there = _windows(one), _windows(odd)
    return bool(here and there) and here.isdisjoint(there)


def _windows(statement: Statement) -> frozenset[tuple[Fraction | None, str | None]]:
    """The spans of time in which its sentence tells that something was done."""
    return _windows_of(statement.skeleton) if statement.group in _IN_TIME else frozenset()


@kept
def _windows_of(skeleton: Skeleton) -> frozenset[tuple[Fraction | None, str | None]]:
    return frozenset(
        (f.value, f.unit)
        for f in skeleton.figures
        if f.kind == "duration" and _WINDOW.search(skeleton.text, 0, skeleton.sign_of(f))
    )


@kept
def _times(skeleton: Skeleton) -> str:
    """A sentence with the times that it names, in their own words."""
    dated = [f.text for f in skeleton.figures if f.kind in ("date", "duration")]
    return f"{skeleton.text} {' '.join(dated)}".lower()


def _of_two_years(one: Statement, odd: Statement) -> bool:
    """Whether each sentence names years of its own, and no digits were exchanged."""
    here, there = one.when[1], odd.when[1]
    long = min(one.significant, odd.significant) >= _UNLIKE
    if transposed(one, odd) and (one.head == odd.head or long):
        return False
    return one.group == "count" and bool(here and there) and here.isdisjoint(there)


def _is_set_apart(first: Statement, later: Statement) -> bool:
    """Whether words after the noun tell which are meant: "the 12 officers of the night shift"."""
    if not later.definite or later.all or later.group != "count":
        return False
    text, sign = later.skeleton.text, later.skeleton.sign_of(later.figure)
    match = _WHICH.match(text, sign + 1)
    if match is None or stem(match["noun"]) != later.head or is_accused(later):
        return False
    told = [m for w in match["what"].split() if (m := meaning(w))]
    return bool(told) and not first.words & set(told)


def _is_whole(statement: Statement) -> bool:
    """Whether it is no count, or a whole number: a coefficient of 3.10 counts nothing."""
    value = statement.figure.value
    return statement.group != "count" or value is None or value.denominator == 1


def _done_otherwise(one: Statement, odd: Statement) -> bool:
    """Whether the words near by tell opposite deeds of the two."""
    here, there = one.near | {one.head}, odd.near | {odd.head}
    return any(
        (here & some and there & others and not (here & others or there & some))
        or (here & others and there & some and not (here & some or there & others))
        for some, others in _OPPOSED
    )


def placed_otherwise(field: Field, first: Statement, later: Statement) -> bool:
    """Whether they are told of two places, or the later of one that the opening does not name."""
    a, b = first.figure.place, later.figure.place
    if b is None or a == b or later.zone != "body":
        return False
    if a is not None:
        return a not in b and b not in a
    group = field.group_of.get(first.figure.id, ())
    return bool(group) and all(s.figure.place != b for s in group)


def _of_two_names(first: Statement, later: Statement) -> bool:
    """Whether each is told of a name of its own: of a person, a place, "phase one"."""
    if _is_numbered(first, later):
        return True
    for names in (_subjects, _places, _widths):
        here, there = names(first), names(later)
        if here and there and not here & there:
            return True
    return False


def _is_numbered(first: Statement, later: Statement) -> bool:
    """Whether both begin with one noun and two numbers: "Phase one cost", "Phase two cost"."""
    begun = [_NUMBERED.match(s.skeleton.text) for s in (first, later)]
    if not (begun[0] and begun[1]) or begun[0]["noun"] != begun[1]["noun"]:
        return False
    return first.skeleton.figures[0].value != later.skeleton.figures[0].value


def _subjects(statement: Statement) -> frozenset[str]:
    """The names before it, but for a plural that begins the sentence: "Agents in Alder seized"."""
    written = statement.written_before()
    return frozenset(
        name
        for m in _NAME.finditer(written)
        if m.start() >= len(written) - _CLAUSE
        and (name := m.group().lower()) not in _COMMON
        and name not in _OF_MANY
        and (m.start() > _BEGUN or not _PLURAL.match(written))
    )


def _places(statement: Statement) -> frozenset[str]:
    """The names of "in Alder" after it."""
    match = _IN.match(statement.written_after())
    return frozenset(_NAME.findall(match["name"])) if match else frozenset()


def _widths(statement: Statement) -> frozenset[str]:
    """How wide it is told to be after it: "in the state", "across the region"."""
    return frozenset(m["what"].lower() for m in _IN_THE.finditer(statement.written_after()))


def _is_new(later: Statement) -> bool:
    """Whether an article brings in a group that was not told of before."""
    text, sign = later.skeleton.text, later.skeleton.sign_of(later.figure)
    return later.zone == "body" and _NEW.search(text, 0, sign) is not None


def _one_by_one(first: Statement, later: Statement) -> bool:
    """Whether the later tells one of several by its rank: "in the first set of cases"."""
    fewer = (later.figure.value or 0) < (first.figure.value or 0)
    text = later.skeleton.text
    if _RANK not in text or _RANK in first.skeleton.text:
        return False
    if _IN_ANOTHER.search(text, 0, later.skeleton.sign_of(later.figure)):
        return True
    return fewer and _RANKED.search(text) is not None


def _is_part(one: Statement, odd: Statement) -> bool:
    """Whether the fewer are those of whom something is told: "24 forces saw an increase"."""
    few, many = sorted((one, odd), key=lambda s: s.figure.value or 0)
    text, sign = few.skeleton.text, few.skeleton.sign_of(few.figure)
    if few.group != "count":
        return False
    later = few.zone == "body" and few.order > many.order
    later = later and not (one_changed(one, odd) or transposed(one, odd))
    if later and not (few.definite or few.of_persons) and _WILL.match(text, sign + 1):
        return True
    match = _PART.match(text, sign + 1)
    return match is not None and stem(match["verb"]) not in many.words


def _is_no_slip(one: Statement, odd: Statement) -> bool:
    """Whether both are long numbers that differ in more than a digit or two exchanged."""
    if one.group != "count" or min(len(one.printed), len(odd.printed)) < _LONG:
        return False
    return not (mistyped(one, odd) or one_changed(one, odd) or transposed(one, odd))
