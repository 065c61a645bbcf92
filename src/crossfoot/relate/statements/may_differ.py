"""Where two numbers told alike may differ: a goal, some of them, one who joined, whole and part."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import ORDINALS
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.bases import is_of_a_row, set_apart
from crossfoot.relate.statements.beside import in_units
from crossfoot.relate.statements.counted import PLURALS
from crossfoot.relate.statements.deeds import governed
from crossfoot.relate.statements.field import LEAD, Field
from crossfoot.relate.statements.some_or_more import ONE_OR_SO, is_done_to_some, is_narrowed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.one_and import one_before
from crossfoot.relate.wording.stems import is_person, stem

# "another suspect was", "their driver was", "Ann Lee was also charged": told of besides
_BESIDES = lazy(
    r"\b(?:an?|the|another|one more|his|her|their|its)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+)"
    r"\s(?:was|is|has|had|died|fled|drove|escaped|ran|turned|joined|helped|waited|left|acted)\b"
    r"|\banother\s(?:was|is|has|had|died|fled)\b"
    r"|\b(?:was|is|has been)\s(?:also\s"
    r"(?!(?:charged|accused|indicted|convicted) (?:with|of|on|in)\b)[a-z]+ed"
    r"|[a-z]+ed,?\s(?:too|as well))\b"
)
# "two brothers | and Ann Lee (38)"
_AND_BY_NAME = lazy(
    r"(?:\s[\w'’-]+){1,2}?\s(?:and|plus|with|as well as)\s"
    r"(?:[A-Z][\w'’.-]*\s){1,3}?[A-Z][\w'’-]+(?=\s\(|,|\sof\b|\sfrom\b|\s(?:was|were|had|have)\b)"
)
# persons told of one by one
_SINGLE = frozenset(
    "gunman bystander shooter mother father wife husband son daughter baby girlfriend boyfriend"
    " neighbor cousin uncle aunt policeman fireman passerby clerk sheriff deputy trooper".split()
)
_PASSENGER = stem("passengers")
# "an additional test", "another product"
_ANOTHER = lazy(
    r"\b(?:[Aa]n additional|[Aa]nother|[Aa] further|[Oo]ne more)\s(?P<words>[a-z-]+(?:\s[a-z-]+)?)"
)
# "Ann Lee and | two fellow clerks", "Tern Lines Inc and | three companies"
_NAME_AND = lazy(
    r"(?:[A-Z][\w.'’&-]*[\w.)>],?|\b(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?)\s(?:[a-z-]+\s)?"
    r"(?:driver|pilot|captain|conductor|teacher|guide|leader|boss|owner|manager|coach|suspect"
    r"|mother|father|wife|husband))\sand\s$"
)
# "Another died at the hospital", "The driver also died": one more than were told
_ONE_MORE = lazy(
    r"\b[Aa]nother(?:\s[a-z-]+)??(?:\s(?P<noun>[a-z-]+))??\s(?:was|is|has|had|[a-z]+ed)\b"
    r"|\b(?:also|later)\s(?:died|killed|arrested|held|charged|hurt|injured|caught|succumbed)\b"
    r"|\b(?:died|arrested|charged)\s(?:later|too|as well)\b"
)
_ALSO = lazy(r"\b(?:also|more|others?|another|additional|later|too|as well)\b")
_EACH = frozenset(("each", "every"))
_EVERY = lazy(r"\b(?:each|every)\s$")  # "for every | four shares"
# "misses its goal of | 3,000 arrests", "room for | 900"
_GOAL = lazy(
    r"\b(?:(?:goal|target|quota|limit|cap|ceiling|threshold)s?(?: of)?|room for)(?: [a-z]+){0,2} $"
    r"|\bpart of (?:an?|the|its|their) (?:[a-z-]+ )?(?:plan|program|agreement|drive|effort|scheme)"
    r" to [a-z -]{2,40} $"
)
_GOALS = frozenset(
    "goal goals target targets quota quotas limit limits cap caps ceiling ceilings threshold"
    " thresholds room part".split()
)
# four | "new cases", of five
_NEW = lazy(r"\s(?:[a-z]+\s)?(?:new|more|additional|further|fresh)\s(?!than\b)")
# "the last of | five men", "the second man among the | five"
_ONE_OF = lazy(
    rf"(?:\b(?:last|latest|youngest|oldest|largest|biggest|smallest)|{SIGNS['rank']})"
    r"(?: [a-z]+)? (?:of|among) (?:the |its )?$"
)
# "of the 23 survivors among them", "the nine drivers among the injured"
_AMONG = lazy(r"(?:\s(?!(?:is|are|was|were)\b)[a-z-]+){1,2}\samong\s(?:them|those|these|the)\b")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ORDINAL_OF = {n: word for word, n in reversed(ORDINALS.items())}  # "ninth", not "nineth"
# "three were shot, and | a fourth was", "eight protesters were arrested, and a photographer"
_AND_ONE_MORE = lazy(
    rf",? and (?:{SIGNS['fraction']}|the other\b|another\b|(?:an?|the) (?:{SIGNS['rank']}"
    r"|[a-z-]+(?: [a-z-]+)? (?:was|died)\b))"
)
# "9 out of 10 of those individuals", "88 percent of whom"
_SHARE_OF = lazy(
    r"(?:%|\b(?:\d+ (?:in|out of) \d+|[a-z]+ (?:in|out of) [a-z]+|per ?cent|half|thirds?|quarters?"
    r"|fifths?|tenths?)) of (?:those|these|them|whom|which)\b"
)
# "three were charged in both, so that | 52 persons": worked out from what was told
_THUS = lazy(
    r"\b(?:so that|so|thus|(?:which|that) (?:leaves|left|makes|made)|leaving|making)"
    r"\s(?:[a-z]+\s)?$"
)
_SOON = 300  # characters after a number in which a share of it may be told and taken up
# "In addition, | 11 suspects were charged", "The rest, | 29 watches, were"
_IN_ADDITION = lazy(
    r"^\W*(?:In addition|Additionally|Separately|Later (?:that|the same) (?:day|night|week)),?\s"
    r"[^.;:,]{0,40}$|\b[Tt]he (?:rest|remainder|others?|remaining)(?:,|:|\s-|\s—|\s–)\s$"
)
_AS_WELL = lazy(r"[^.;]{0,60}\bas well\b(?! as\b)")  # "Two guards | were cited as well"
_WOUNDED = lazy(r"\s(?:dead|killed|wounded|injured|hurt|missing)\b")
_IS_OF_BOTH = lazy(r"\b[Aa]ll\s(?:of\s)?(?:the\s)?$")
_AND_LENGTH = lazy(rf",?\s(?:and\s)?{SIGNS['duration']}")
_AND_SO_MANY = lazy(rf",?\sand\s(?:another\s)?{SIGNS['count']}")


def may_differ(one: Statement, other: Statement) -> bool:
    """Whether words tell that one of two numbers is wanted, or of some of those of the other."""
    first, later = (one, other) if one.order < other.order else (other, one)
    few, many = sorted((one, other), key=_value)
    if _is_beside_one(one) != _is_beside_one(other):
        return True  # "A doctor and 31 nurses", under "32 arrested"
    words = later.skeleton.words
    hurt = "all" in words and _WOUNDED.match(first.written_after())
    if hurt and _IS_OF_BOTH.search(later.written_before()):
        return True  # "left two dead and two wounded. All four victims"
    if later.zone != "title" and "well" in words and _AS_WELL.match(later.written_after()):
        return True
    if later.zone != "title" and _IN_ADDITION.search(later.written_before()):
        return True
    if _is_one_of(many) or _is_a_goal(one) != _is_a_goal(other):
        return True
    if few.head == _PASSENGER != many.head:
        return True  # "40 passengers … all 42 people died": the crew are people aboard too
    if _NEW.match(few.written_after()) and not _NEW.match(many.written_after()):
        return True
    if set_apart(one, other) or is_of_a_row(first) or _are_kinds(first, later):
        return True
    if "among" in words and _AMONG.match(later.written_after()):
        return True
    if _is_made_up(one, other) or _THUS.search(later.written_before()):
        return True
    if _is_rounded_length(one, other) or _is_rounded_length(other, one):
        return True
    return _is_of_the_doers(first, later) or is_done_to_some(later, first)


def _is_rounded_length(one: Statement, other: Statement) -> bool:
    """Whether a length in two units is told in one: "16 years", of 15 years and eight months."""
    if one.group != "length":
        return False
    more = _AND_LENGTH.match(one.skeleton.text, one.skeleton.sign_of(one.figure) + 1)
    if more is None:
        return False
    rest = one.skeleton.figure_at(more.end() - 1)
    in_one = in_units(rest, one.figure)
    if in_one is None or rest.value is None:
        return False
    whole = _value(one) + rest.value * Fraction(in_one["factor"])
    return abs(_value(other) - whole) < 1


def _value(statement: Statement) -> Fraction:
    return statement.figure.value or Fraction(0)


def _is_one_of(statement: Statement) -> bool:
    """Whether one of them is told of, and fewer may be: "the last of five men"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return _ONE_OF.search(text, 0, sign) is not None


def _is_a_goal(statement: Statement) -> bool:
    """Whether it was wanted or allowed, and need not have come: "a goal of 3,000 a day"."""
    if _GOALS.isdisjoint(statement.skeleton.words):
        return False
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return _GOAL.search(text, 0, sign) is not None


def _are_kinds(first: Statement, later: Statement) -> bool:
    """Whether both name kinds of a thing: "a five-level store", "a four-level store"; or ratios."""
    if _is_for_each(first) or _is_for_each(later):
        return True
    named = all(
        s.skeleton.text.startswith("-", s.skeleton.sign_of(s.figure) + 1) for s in (first, later)
    )
    return named and later.zone == "body" and not (later.definite or governed(first, later))


def _is_for_each(statement: Statement) -> bool:
    """Whether it stands right after "each" or "every"."""
    if _EACH.isdisjoint(statement.skeleton.words):
        return False
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return _EVERY.search(text, 0, sign) is not None


def _is_made_up(one: Statement, other: Statement) -> bool:
    """Whether the sentence of the fewer tells how many more make the number of the headline.

    "Ten arrested", above "Nine people were arrested on Monday, and one on the day after".
    """
    few, many = sorted((one, other), key=_value)
    if many.zone != "title":
        return False
    lacking = (many.figure.value or 0) - (few.figure.value or 0)
    text, sign = few.skeleton.text, few.skeleton.sign_of(few.figure)
    if lacking == 1 and (_AND_ONE_MORE.search(text, sign + 1) or _is_named_with(few)):
        return True
    added = _AND_SO_MANY.finditer(text, sign + 1)
    return any(few.skeleton.figure_at(match.end() - 1).value == lacking for match in added)


def _is_of_the_doers(first: Statement, later: Statement) -> bool:
    """Whether the later are told by what they did: "the 10 states that joined the case".

    Also with others: "the 10 states and two agencies that joined". Persons are always told so.
    """
    if not (later.definite and later.head) or later.of_persons:
        return False
    return (later.joined and not first.joined) or is_narrowed(later, first)


def is_joined(field: Field, one: Statement, other: Statement) -> bool:
    """Whether one who joins the first is told of between: "a fifth man", before "the five"."""
    first, later = (one, other) if one.order < other.order else (other, one)
    more = (later.figure.value or 0) - (first.figure.value or 0)
    if first.group != "count" or not 0 < more <= ONE_OR_SO:
        return False
    text, start, end = field.story.text, first.figure.end, later.figure.start
    if more == 1 and _is_nth(text, later, max(0, first.figure.start - _SOON)):
        return True
    if _AND_BY_NAME.match(first.written_after()):
        return True
    if more == 1 and (_is_named_with(first) or _is_one_thing_more(first, later, text[start:end])):
        return True
    persons = all(not s.head or is_person(s.head) for s in (first, later))
    found = (match["noun"] for match in _BESIDES.finditer(text, start, end))
    return persons and any(
        noun is None or noun in _SINGLE or _is_one_person(noun) for noun in found
    )


def _is_nth(text: str, later: Statement, start: int) -> bool:
    """Whether one is numbered as the last of *later*: "a fifth man", with the four or before."""
    return _is_told_nth(text, int(later.figure.value or 0), start, later.figure.start)


def _is_told_nth(text: str, number: int, start: int, end: int) -> bool:
    """Whether a stretch tells the one of that number: "a fifth", "the 22nd"."""
    teens = 10 <= number % 100 < 20
    ending = "th" if teens else _ENDINGS.get(number % 10, "th")
    told = [f" {number}{ending} ", f" {_ORDINAL_OF[number]} " if number in _ORDINAL_OF else ""]
    return any(text.find(ordinal, start, end) >= 0 for ordinal in filter(None, told))


def is_joined_below(field: Field, title: Statement, other: Statement) -> bool:
    """Whether the one more of a headline is told behind the lede's number: "A sixth man died"."""
    more = (title.figure.value or 0) - (other.figure.value or 0)
    start, text = other.figure.end, field.story.text
    told = (s for s in field.by_group[other.group] if start < s.figure.start < start + _SOON)
    also = (s for s in told if s.figure.value == more and _ALSO.search(s.skeleton.text))
    if more > 1 and other.of_persons and any(s.of_persons for s in also):
        return True  # "27 detained": 25, and "Two women were also detained"
    if more != 1:
        return False
    if _is_told_nth(text, int(title.figure.value or 0), start, start + _SOON):
        return True
    found = _ONE_MORE.finditer(text, start, start + _SOON)
    return any(m["noun"] is None or is_person(stem(m["noun"])) for m in found)


def may_be_share(field: Field, one: Statement, other: Statement) -> bool:
    """Whether a share of the first is told of between: "9 in 10 of those", before "all 40"."""
    first, later = (one, other) if one.order < other.order else (other, one)
    start, end = first.figure.end, later.figure.start
    if first.group != "count" or _value(later) >= _value(first) or end - start > _SOON:
        return False
    return _SHARE_OF.search(field.story.text, start, end) is not None


def _is_one_thing_more(first: Statement, later: Statement, between: str) -> bool:
    """Whether one more of the noun is told of between: "an additional test", "another product"."""
    nouns = {later.head, *later.modifiers, first.head} - {""}
    told = (match["words"].split() for match in _ANOTHER.finditer(between))
    return any(not nouns.isdisjoint(map(stem, words)) for words in told)


def _is_named_with(statement: Statement) -> bool:
    """Whether one is told by name right before it: "Ann Lee and two fellow clerks"."""
    return _NAME_AND.search(statement.written_before()) is not None


def _is_beside_one(statement: Statement) -> bool:
    """Whether one without a number is told right before it: "A doctor and 31 nurses"."""
    if statement.group != "count" or not statement.of_persons:
        return False
    before = statement.written_before()
    return one_before(before, 0, len(before)) is not None


def _is_one_person(noun: str) -> bool:
    """Whether a noun is of somebody, and not of all: "a man had", not "the men had"."""
    return is_person(stem(noun)) and not (noun in PLURALS or noun.endswith("s"))


def _is_beside(third: Statement, one: Statement, other: Statement) -> bool:
    """Whether a bare number stands in the sentence of another: "131 people; 18 were taken off"."""
    if third.head or one.figure.range.is_open or other.figure.range.is_open:
        return False
    return third.figure.sentence in (one.figure.sentence, other.figure.sentence)


def whole_and_part(field: Field, one: Statement, other: Statement) -> bool:
    """Whether a third number of the kind is the difference: nine homes, seven and two of them."""
    if one.group not in ("count", "money"):
        return False
    small, large = sorted((one, other), key=_value)
    persons, shared = is_person(one.head), one.modifiers & other.modifiers
    blocks = {one.block, other.block}
    if one.group == "money":  # the part may be told again: "seized the $142,000"
        both = (one.terms, other.terms)
        told = (s for s in field.by_group["money"][:LEAD] if s.zone == "body")
        blocks |= {s.block for s in told if s.terms in both}
    return any(
        large.figure.range.meets(small.figure.range + s.figure.range)
        and (
            one.group == "money"
            or s.joined
            or s.head == one.head
            or (persons and (is_person(s.head) or _is_beside(s, one, other)))
            # "held 13. On Friday they held 18", "Eighteen are women. The 24 men"
            or (persons and not s.head and (small.definite or governed(s, small)))
        )
        for block in blocks
        if (one.group, block) in field.terms
        for s in field.terms[one.group, block].in_range(large.figure.range - small.figure.range)
        if not (shared and s.modifiers and not shared & s.modifiers)
        and s.figure.id not in (one.figure.id, other.figure.id)
    )
