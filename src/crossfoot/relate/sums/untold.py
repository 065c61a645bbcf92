"""A list that falls short of its whole and says so: some of it is told without a number.

``22 in Kent, 12 in Ely and the remainder in Ayr``; ``22 in Kent alone``; ``22 in Kent, 12 in Ely,
etc.``; ``a driver, three passengers and two guards``, where the driver is one more.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation

# ", and the remainder in Ayr", "(… others)", "; where the others were made": no number in sight
_LEADS = (
    r"(?:[,;(:-]|\b(?:and|with|plus|while|but|leaving|where|whereas)\b)\s?"
    r"(?:(?:where|as for|how|who|what|with|leaving|while|plus|in|at|from|to|by|on|for)\s)?"
)
_REST = (
    r"(?:(?:the|all|most|many|some|half|several|a few)\s(?:of\s)?(?:the\s)?)?"
    r"(?:(?:rest|remainder|balance|residue)\b|remaining\b|others\b)"
    r"|(?:(?:all|many|some|several|various|a few|[\ue000-\uf8ff])\s)?other\s(?:[a-z]+\s)?"
    r"(?:countries|cities|counties|communities|(?:town|state|nation|province|place|area|region"
    r"|location|village|suburb|site|district|office|source|cause|reason|thing|item)s)\b"
    r"|what (?:was|is|were|remained|remains)\b"
)
# "several on warrants", "a handful on warrants"; no "several of them", who are among those told
_SOME = (
    r"(?:an?\s(?:[a-z]+\s)?(?:handful|few|couple|number|pair|trio|quartet|scattering|smattering|host"
    r"|minority|amount|sum|share)\b|(?:several|some|many|various|numerous|dozens|scores|hundreds|thousands|fewer"
    r"|smaller (?:numbers|amounts|sums|groups))\b)"
    r"(?!\s(?:of\s)?(?:them|whom|which|those|these|the)\b)"
)
_NO_NUMBER = r"(?![^,;.]{0,60}[\ue000-\uf8ff])"
_REST_UNTOLD = lazy(rf"{_LEADS}(?:{_REST}){_NO_NUMBER}")
_SOME_UNTOLD = lazy(rf"{_LEADS}{_SOME}{_NO_NUMBER}")
# behind "and 23 in Ely" that ends a list, "some at night" tells of the same: not so a clause
_SOME_BESIDES = lazy(rf"(?:[;:(]\s?|\s-\s|\band\s){_SOME}{_NO_NUMBER}")
# "A handful were made in Ayr", "Smaller towns accounted for the rest": the sentence after the list
_THEN_SOME = lazy(rf"\W*(?:(?:in|at|from|to|for)\s)?{_SOME}{_NO_NUMBER}")
_THEN_REST = lazy(rf"\b(?:the|all|most of the)\s(?:rest|remainder|balance|others)\b{_NO_NUMBER}")
_RESTS = frozenset(
    "rest remainder balance residue remaining other others handful few couple number pair trio"
    " quartet scattering smattering host minority several some many various numerous dozens scores"
    " hundreds thousands fewer smaller amount sum share what".split()
)
# "22 in Kent alone", "for example", "etc.", "and so on": there are more
_OPEN_AFTER = lazy(
    r"\b(?:alone(?=[,;.)]|\sand\b|$)|for (?:example|instance)\b|etc\b|et cetera\b"
    r"|and (?:so (?:on|forth)|the like|such|more)(?=[.,;)]|$)|to name)"
)
# "chiefly in Kent, 22,", "notably 22": some of them
_OPEN_BEFORE = lazy(
    r"\b(?:chiefly|mainly|mostly|largely|primarily|principally|predominantly|notably|especially"
    r"|particularly|in particular|above all|such as|for (?:example|instance)|e\.g)\b"
)
# "most of them in two towns: 22"
_MOST_OF = lazy(
    r"\b(?:most|many|some|several|part|much|half|few|bulk|majority|lion's share) of "
    r"(?:them|these|those|it|which|whom|that)\b"
)
_OPENS = frozenset(
    "alone example instance etc cetera forth on like such more name chiefly mainly mostly largely"
    " primarily principally predominantly notably especially particularly particular above"
    " e among most many some several part much half few bulk majority share".split()
)
_AMONG = lazy(r"\bamong (?:the|those|these|all)\s(?:[a-z]+\s)?$")  # "Among the | 40: 22"
# "and twin boys", "a pair of toddlers", "and Lee once": as many as the word says
_SO_MANY = lazy(
    r"\b(?:twins?|triplets?|quadruplets?|pair|couple|trio|duo|quartet|once|a single time)\b"
)
_SO_MANIES = frozenset(
    "twin twins triplet triplets quadruplet quadruplets pair couple trio duo quartet once"
    " single".split()
)
# ": a driver,", "and an owl", "and its pilot": an item of the list, one of what is counted
_ONE = lazy(
    r"(?:[:,;(]|\band|\s-)\s(?:an?|another|the|its|his|her|their)\s(?:[a-z-]+\s){0,3}?[a-z-]+"
    r"(?=[,;.)]|\sand\b|$)"
)
# "Mexico (six), Guatemala (three) | ) and Peru": one more, whose "(one)" is left out
_AND_A_NAME = lazy(r"\)(?:,\s[A-Z][^,;.:()\d]{1,30})*,?\sand\s[A-Z][^,;.:()\d]{1,40}(?=[.,;]|$)")
MOST = 9  # so many at most are told without a number


def leaves_untold(reading: Reading, found: Relation, made: Interval) -> bool:
    """Whether parts that *made* less than their whole leave some of it told without a number."""
    wholes, parts = found.figures("whole"), found.figures("parts")
    last, whole = reading.sentences[parts[-1].sentence], wholes[0]
    start = _start(last, whole, parts)
    if not _RESTS.isdisjoint(last.words) and _rest_untold(last, parts):
        return True
    if any(_goes_on(s) for s in reading.sentences[parts[-1].sentence + 1 :][:1]):
        return True
    if not _OPENS.isdisjoint(last.words) and _is_open(last, whole, parts, start):
        return True
    lacking = Fraction(whole.value or 0) - (made.low or 0)
    unnumbered = len(found.roles["parts"]) - len(parts)
    if _fills_a_share(last, whole, lacking, start):
        return True
    return lacking <= MOST and (
        (not _SO_MANIES.isdisjoint(last.words) and bool(_SO_MANY.search(last.text, start)))
        or lacking <= len(_ONE.findall(last.text, start)) - unnumbered
        or _and_a_name(reading, parts[-1])
    )


def _start(skeleton: Skeleton, whole: Figure, parts: Sequence[Figure]) -> int:
    """Where the list begins: after the whole, where that stands in the sentence before it."""
    if whole.sentence == parts[-1].sentence and whole.end <= parts[0].start:
        return skeleton.sign_of(whole) + 1
    return skeleton.sign_of(parts[0]) if parts[0].sentence == parts[-1].sentence else 0


def _rest_untold(skeleton: Skeleton, parts: Sequence[Figure]) -> bool:
    """Whether words behind the last part name the rest, or some besides."""
    at = skeleton.sign_of(parts[-1])
    if _REST_UNTOLD.search(skeleton.text, at):
        return True
    before = skeleton.position(parts[-2].start) if parts[-2].start >= skeleton.start else 0
    closed = " and " in skeleton.text[before:at]
    return (_SOME_BESIDES if closed else _SOME_UNTOLD).search(skeleton.text, at) is not None


def _goes_on(skeleton: Skeleton) -> bool:
    """Whether the sentence after a list tells of the rest, or of some more, without a number."""
    if _RESTS.isdisjoint(skeleton.words):
        return False
    return bool(_THEN_SOME.match(skeleton.text) or _THEN_REST.search(skeleton.text))


def _is_open(skeleton: Skeleton, whole: Figure, parts: Sequence[Figure], start: int) -> bool:
    """Whether words before or behind the parts say that they are some of many."""
    if _OPEN_AFTER.search(skeleton.text, start):
        return True
    if _OPEN_BEFORE.search(skeleton.text, start, skeleton.sign_of(parts[-1])):
        return True
    if _MOST_OF.search(skeleton.text, start, skeleton.position(parts[0].start)):
        return True
    beside = whole.sentence == parts[-1].sentence
    return beside and _AMONG.search(skeleton.text[: skeleton.sign_of(whole)]) is not None


def _fills_a_share(skeleton: Skeleton, whole: Figure, lacking: Fraction, start: int) -> bool:
    """Whether a share told without its number is what lacks: of 90, ``a third are for women``."""
    for figure in skeleton.within(start, len(skeleton.text)):
        share = figure.value
        if figure.kind == "percent" and share is not None:
            share /= 100
        elif figure.kind == "rank" and share:  # "another third"
            share = 1 / share
        elif figure.kind != "fraction":
            continue
        if share is not None and share * (whole.value or 0) == lacking:
            return True
    return False


def _and_a_name(reading: Reading, last: Figure) -> bool:
    """Whether a name without a bracket ends names with one: ``Mexico (six) and Peru``."""
    text = reading.document.text
    if text[last.end : last.end + 1] != ")":
        return False
    return _AND_A_NAME.match(text, last.end) is not None
