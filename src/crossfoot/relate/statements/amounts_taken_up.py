"""The amount of a story taken up again: "$2.4 million", and further on "the $2.9 million scheme".

Headline and first paragraph give one amount. Where "the" goes back to it, with a noun for what the
opening tells or with none, or where it is told "in total", and no other case, year or part is told
of, an amount that is a slip of the pen away is that one mistyped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES, SIGNS
from crossfoot.relate.statements.agreement import agree, distinct
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.likeness import is_paid_back
from crossfoot.relate.statements.same import other_event, other_time
from crossfoot.relate.statements.slips import digit_off, is_slip, transposed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import stem

_MONEY = SIGNS["money"]
_PRICE = 1000  # below it amounts are prices, which move by little
_PAIR = 2
_TELLING = 2  # digits of an amount that is no round one
_SCALE = 10  # an amount so many times smaller is of something else
_JUST = 160  # characters before a sentence in which another case can be told of
_EXPECTED = lazy(r"\b(?:could|might|may)\s(?:[a-z]+\s){1,4}$")
_AHEAD = 40  # characters before an amount in which it is said that it may come to be
_NEAR = 3  # sentences back in which nothing else may be told that the amount could be
# what an amount is of, by the words that tell the same
_KINDS = (
    "fraud scheme defraud swindle scam conspiracy ponzi kickback launder",
    "steal stole theft heist haul burglary robbery embezzle embezzlement loot loss lose take took",
    "settle settlement agreement pay payout resolve deal",
    "judgment verdict award jury damages",
    "contract agreement deal award",
    "project plan upgrade renovation work build cost expansion construction",
    "grant award",
    "loan borrow",
    "fine penalty",
    "bill charge owe pay",
    "bail bond",
    "budget spending plan",
    "ransom",
    "donation gift donate give",
    "seize seizure shipment load cache currency cash bust bill bundle",
)
_OF_KIND: dict[str, frozenset[int]] = {}
for _at, _words in enumerate(_KINDS):
    for _word in map(stem, _words.split()):
        _OF_KIND[_word] = _OF_KIND.get(_word, frozenset()) | {_at}
_NOUNS = (
    "scheme|fraud|swindle|scam|conspiracy|theft|heist|haul|burglary|robbery|embezzlement|loss"
    "|settlement|agreement|deal|payout|judgment|verdict|award|contract|project|plan|upgrade"
    "|renovation|expansion|grant|loan|fine|penalty|bail|bond|budget|ransom|donation|gift|seizure"
    "|shipment|load|bill"
)
_VERB = (
    r"(?:was|is|are|were|will|would|has|had|ran|began|started|included|includes|took|came|comes"
    r"|covers|covered|replaces|replaced|went|goes|involved|pays|ended|lasted|calls|must|can|may"
    r"|could|should)\b"
)
# "the | fraud scheme ran", "part of the | loss, he said"; not "the | project that", "verdict in"
_NAMED = lazy(
    rf"\s?-?(?:\s[a-z'-]+){{0,2}}?\s(?P<noun>{_NOUNS})"
    rf"(?:\s(?:then\s|also\s|which\s)?{_VERB}|,\s(?!which\b|a record\b)|[.;\"]|$|\swhen\b)"
)
# "seized the | and the car", "traced the | through 14 accounts", "The | was found"
_BARE = lazy(
    r"(?:\s(?:and\sthe|through|was|were|has\s(?:not|never)\sbeen|is|has\sbeen|had\sbeen|will|would|came|comes|belong(?:s|ed)"
    r"|went|goes|to\sthe|from\sthe|on|back)\b|[.,;\"]|$"
    r"|\sin\s(?:cash|cocaine|currency|drugs|heroin|methamphetamine|fentanyl|marijuana|stolen)\b)"
)
_GOES_BACK = lazy(r"\b(?:the|this|that)\s(?:(?:stolen|missing|embezzled|laundered|seized)\s)?$")
_OF = lazy(r"\bof\s(?:the|this|that)\s$")
# "In total, Roe stole |", "stole a total of |", "Over four years she took |"
_ALL_WORDS = frozenset("total altogether told totaled totaling totalled totalling all end".split())
_BEGINNINGS = ("over ", "during ", "in the course ", "between ", "from ")
_IN_ALL = lazy(
    r"\b(?:in (?:total|all|the end)|altogether|all told|a total of|total(?:l?ed|l?ing))\b"
)
_OVER = lazy(
    rf"(?:over|during|in the course of|between|from)\s[^,]{{0,40}}{SIGNS['duration']}"
    rf"|(?:between|from)\s{SIGNS['date']}"
)
# another case
_ANOTHER = lazy(
    r"\b(?:another|second|third|previous|previously|earlier|separate|separately|similar"
    r"|co-defendants?|last (?:year|month|week)|years? ago|in (?:19|20)\d\d|disagree\w*|disput\w*"
    r"|differs?|version)\b"
)
# what was wanted or is usual, a part
_OTHERWISE = lazy(
    r"\b(?:former|original|originally|proposed|sought|demanded|alone|each|annual|(?<!more )than"
    r"|would have|had (?:been|won|paid|made|taken))\b"
    rf"|{CLASSES['n']} of (?:them|the|those|these)\b"
)
# "for a second year", "for the next stretch": the folded text has them as one time
_FOR_ANOTHER = lazy(
    r"\b(?:for|to|from|by|of) (?:an?|the|its|their|his|her)? ?"
    r"(?:another|other|second|third|fourth|next|following|previous|further|different|later)\b"
)
_SOME = lazy(r"\b(?:part|some|half|most|portion) of\b")
_WHICH = lazy(r"\s(?:that|who|which|when|where)\s.*")
_YEARS = lazy(rf"\b(?:from|between)\s{SIGNS['date']}\s(?:to|through|until|and)\s{SIGNS['date']}")


def amounts_taken_up(field: Field) -> Iterator[Pair]:
    """Pairs of the story's amount and another that the wording makes the same."""
    money = field.by_group.get("money", ())
    if len(money) < _PAIR or money[0].zone == "body":
        return
    opening = [s for s in money if s.zone != "body"]
    two = len({s.terms for s in money}) == _PAIR
    for odd in money[1:LEAD]:
        if odd.zone == "title" or not (two or _may_take_up(odd)) or field.settled(odd):
            continue
        one = _of_the_story(opening, odd)
        if one is None or field.crowded(odd) or _is_told(money, one, odd):
            continue
        if not (_is_amount(one) and _is_amount(odd)):
            continue
        if _takes_up(field, one, odd) and not _is_of_another(field, one, odd):
            yield one, odd


def _may_take_up(odd: Statement) -> bool:
    """Whether an amount is told as known or in all."""
    if odd.definite or odd.skeleton.text.startswith(_BEGINNINGS):
        return True
    return not _ALL_WORDS.isdisjoint(odd.skeleton.words)


def _is_amount(statement: Statement) -> bool:
    """Whether it is a sum by itself: no price, no part, step or end of a range."""
    if (statement.figure.value or 0) < _PRICE:
        return False
    return not (statement.step or statement.ranged or statement.part or statement.each)


def _of_the_story(opening: Sequence[Statement], odd: Statement) -> Statement | None:
    """The only amount of headline and first paragraph that *odd* can be, mistyped."""
    value = odd.figure.value or 0
    able = [
        s
        for s in opening
        if s.order < odd.order
        and s.figure.unit == odd.figure.unit
        and value <= _SCALE * (s.figure.value or 0) <= _SCALE * _SCALE * value
    ]
    if not able or distinct(able) != 1 or able[-1].figure.sentence == odd.figure.sentence:
        return None
    one = able[0]
    return one if is_slip(one, odd) or transposed(one, odd) else None


def _is_told(money: Sequence[Statement], one: Statement, odd: Statement) -> bool:
    """Whether the amount itself, or another that it could be, is told before it."""
    return any(
        s.order < odd.order
        and (
            agree(s.figure, odd.figure)
            or (0 < odd.figure.sentence - s.figure.sentence <= _NEAR and _rivals(s, one))
        )
        for s in money
    )


def _rivals(third: Statement, one: Statement) -> bool:
    """Whether an amount that is not the story's is nearly as large."""
    return not agree(third.figure, one.figure) and 3 * (third.figure.value or 0) > (
        one.figure.value or 0
    )


def _takes_up(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the wording makes an amount the one of the story."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    if _GOES_BACK.search(text, 0, sign):
        named = _NAMED.match(text, sign + 1)
        if named:
            return _is_kin(field, odd, named["noun"])
        if _OF.search(text, 0, sign):
            return False
        return _BARE.match(text, sign + 1) is not None and digit_off(one, odd) and _clear(one, odd)
    if is_paid_back(one) != is_paid_back(odd) or not (digit_off(one, odd) and _clear(one, odd)):
        return False
    if _IN_ALL.search(text) or _OVER.match(text):
        return bool(_kinds(one.words) & _kinds(odd.words))
    long = min(one.significant, odd.significant) > _TELLING
    return long and _is_alone(field, one, odd) and bool(_kinds(one.near) & _kinds(odd.near))


def _is_alone(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the text gives no third amount."""
    both = (one.figure, odd.figure)
    return all(any(agree(s.figure, f) for f in both) for s in field.by_group["money"])


def _clear(one: Statement, odd: Statement) -> bool:
    return min(one.significant, odd.significant) >= _TELLING


def _is_kin(field: Field, odd: Statement, noun: str) -> bool:
    """Whether the opening tells what the noun names: "fraud", and "the scheme"."""
    opening = (s for s in field.by_group["money"] if s.zone != "body" and s.order < odd.order)
    told = frozenset().union(*(s.words for s in islice(opening, LEAD)))
    return stem(noun) in told or bool(_kinds([stem(noun)]) & _kinds(told))


def _kinds(words: Iterable[str]) -> set[int]:
    return {at for word in words for at in _OF_KIND.get(word, ())}


def _is_of_another(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether another case, another time or a part is told of, in its sentence or before."""
    if other_time(one, odd) or (other_event(one, odd) and not _YEARS.search(odd.skeleton.text)):
        return True
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    own = text[: sign + 1] + _WHICH.sub("", text[sign + 1 :])
    if _FOR_ANOTHER.search(field.story.text, odd.figure.end, odd.skeleton.end):
        return True
    return bool(_ANOTHER.search(own) or _OTHERWISE.search(own)) or follows_another(field, one, odd)


def is_expected(amount: Statement) -> bool:
    """Whether it may come to be only: "could rise above $19"."""
    text, sign = amount.skeleton.text, amount.skeleton.sign_of(amount.figure)
    return _EXPECTED.search(text, max(0, sign - _AHEAD), sign) is not None


def follows_another(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether another case, somebody else's word or a part is told of right before a sentence."""
    again = (s for s in field.group_of.get(one.figure.id, ()) if s.order < odd.order)
    told = max((s.skeleton.end for s in again), default=one.skeleton.end)
    start = max(told, odd.skeleton.start - _JUST)
    before = field.story.text[start : odd.skeleton.start].lower()
    return bool(_ANOTHER.search(before) or _SOME.search(before))
