"""Headlines that tell parts of what the text tells in all: ``3 dead, 21 wounded``, of 24 shot."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.counted import PEOPLE
from crossfoot.relate.statements.field import LEAD, Field
from crossfoot.relate.statements.some_or_more import DONE, ONE_OR_SO
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.kinds import is_nationality
from crossfoot.relate.wording.one_and import is_someone
from crossfoot.relate.wording.stems import stem

# "3 | dead", "2 | sought": persons told by what became of them
_FATES = DONE | frozenset(map(stem, "dead missing sought others hospitalized treated".split()))
# "Mother, | 2 children killed", "Nurse and | 4 inmates indicted"
_ONE_BEFORE = lazy(
    r"^\W*(?:[a-z'’-]+ ){0,2}(?P<who>[a-z-]+)(?:,| and| &) (?:his |her |their )?"
    rf"{SIGNS['count']}"
)
# "2 officers, | suspect wounded", "kills 3, then | himself", but not "2 dead, | driver held"
_ONE_BEHIND = lazy(
    r"(?:,| and| &)(?: then)? (?:(?:an?|the|his|her|one) )?(?P<who>himself|herself|[a-z-]+)\b"
    r"(?! (?:is |was )?(?:held|sought|arrested|charged|jailed|detained|in (?:custody|jail)|on trial"
    r"|at large|flees|fled|missing|freed|released|questioned)\b)"
)
# "12 wounded", "12 people were wounded"
_FATE = lazy(r"(?:\s(?:[a-z]+\s){0,2}?(?:were|are|was|have|had)(?:\sbeen)?)?\s(?P<fate>[a-z]+)\b")
# "Five people, including | the gunman, died"
_INCLUDING = lazy(
    r"(?:\s[a-z'’-]+){0,2}?,?\s(?:including|counting|among them)\s(?:an?|the|his|her|one)\s"
    r"(?:[a-z-]+\s)?(?P<who>[a-z-]+)\b"
)


def tells_parts(field: Field, title: Statement, later: Statement) -> bool:
    """Whether the numbers of the headline, and those it tells without one, come to *later*."""
    if title.zone != "title" or later.zone == "title" or title.group != "count":
        return False
    if title.head == later.head not in ("", PEOPLE):
        return False  # "1 dead, 8 others hurt", and "one was killed and nine others were hurt"
    more = (later.figure.value or Fraction(0)) - (title.figure.value or Fraction(0))
    if more <= 0:
        return False
    others = [
        s
        for s in field.by_zone["count", "title"][:LEAD]
        if s is not title and (not s.head or s.of_persons or s.head in _FATES)
    ]
    if others and _fate(later) == _fate(title) and _fate(title):
        return False  # "3 dead, 12 wounded": no 15 were wounded
    parts = [s.figure.value or Fraction(0) for s in others]
    sums = {Fraction(0), sum(parts, Fraction(0)), *parts}
    singles = _singles(title)
    if any(more == total + single for total in sums for single in {0, singles}):
        return True
    text, sign = later.skeleton.text, later.skeleton.sign_of(later.figure)
    match = _INCLUDING.match(text, sign + 1) if more <= ONE_OR_SO else None
    return match is not None and _is_one(match["who"])


def _fate(statement: Statement) -> str:
    """What became of those counted, where it stands right behind: "12 wounded", "12 are dead"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    match = _FATE.match(text, sign + 1)
    fate = stem(match["fate"]) if match else ""
    return fate if fate in _FATES else ""


def _singles(title: Statement) -> int:
    """How many persons the headline tells of without a number, beside those it counts."""
    text, sign = title.skeleton.text, title.skeleton.sign_of(title.figure)
    before, behind = _ONE_BEFORE.match(text), _ONE_BEHIND.search(text, sign + 1)
    return sum(match is not None and _is_one(match["who"]) for match in (before, behind))


def _is_one(word: str) -> bool:
    """Whether a word is of one person: "nurse", "himself", "Cuban", not "nurses"."""
    if word.endswith("s"):
        return False
    return word in ("himself", "herself") or is_someone(word) or is_nationality(word)
