"""Whether words tie a remainder to its parts and whole: only then is it called wrong."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure
from crossfoot.relate.sums.accounts import REACH, Account
from crossfoot.relate.sums.announced import one_deed
from crossfoot.relate.sums.mentions import is_one_of_those, is_own_part
from crossfoot.relate.sums.slipped import off_by_a_slip
from crossfoot.relate.wording.kinds import PERSONS, alike
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import family, head, noun_of
from crossfoot.relate.wording.wholes import is_heading

CHANCE = 100  # a smaller whole without a noun comes out by chance
MOST_APART = 4  # parts of several sentences that no word ties: more come to many a number
_SEVERAL = 3  # parts, the rest among them, that fit many a number by chance
_OF_THEM = lazy(r"\sof (?:them|those|the (?:men|women|people|defendants|suspects))\b")
_OF_ANY = lazy(r"\s(?:[a-z]+\s)?of (?:the|those|these|them|whom|all|its|their)\b")
_OTHER_THINGS = lazy(r"\sother\s(?P<noun>[a-z]+s)\b")
_FOR_EACH = lazy(r"\s(?:for each|each|apiece)\b")
_EACH_OF = lazy(r"\beach of (?:the|those|these|its|their)\b")
# "from | 36,900 in May | to about | 30,130"
_FROM = lazy(r"\bfrom (?:about |some |nearly |roughly |the )?$")
_TO = lazy(r"[^.;:,]{0,40}\sto (?:about |some |nearly |roughly |just |only |the )?")
_NEAR = 16  # characters before a number in which "from about" stands
_MARKS_OF_SPEECH = " \"'“”‘’"


def may_be_chance(reading: Reading, account: Account) -> bool:
    """Whether a whole that no word ties to the parts may come out by chance: few of nothing."""
    whole = account.whole
    if not account.sure and len(account.parts) > MOST_APART:
        return not account.within(account.parts[-1].sentence)
    if account.sure or is_heading(reading, whole.sentence) or whole.kind == "money":
        return False
    if not whole.range.is_exact:
        return True
    skeleton = reading.sentences[whole.sentence]
    if _OF_ANY.match(skeleton.text, skeleton.sign_of(whole) + 1):
        return False
    return noun_of(reading, whole) is None and (whole.value or 0) < CHANCE


def is_mixed(reading: Reading, account: Account) -> bool:
    """Whether many parts count different things: six charges, three sizes and two others."""
    if len(account.parts) < _SEVERAL:
        return False
    if _tells_of_others(reading, account):
        return True
    nouns = {noun_of(reading, f) for f in account.parts[:-1]} - PERSONS - {None, "other"}
    first = next(iter(nouns), None)
    return not all(alike(first, noun) for noun in nouns)


def runs_from_to(reading: Reading, account: Account) -> bool:
    """Whether two parts are one number before and after: ``went from 36,900 to 30,130``."""
    return any(_is_from_to(reading, one, other) for one, other in pairwise(account.parts))


def _is_from_to(reading: Reading, one: Figure, other: Figure) -> bool:
    if one.sentence != other.sentence:
        return False
    skeleton = reading.sentences[one.sentence]
    first, second = skeleton.sign_of(one), skeleton.sign_of(other)
    before = _FROM.search(skeleton.text, max(0, first - _NEAR), first)
    return before is not None and _TO.fullmatch(skeleton.text, first + 1, second) is not None


def _tells_of_others(reading: Reading, account: Account) -> bool:
    """Whether "The 12" among the parts are the 12 people told before birds were counted."""
    own = noun_of(reading, account.whole)
    for part in account.parts[:-1]:
        if noun_of(reading, part) is not None or not _is_taken_up(reading, part):
            continue
        again = reading.by_value.get(part.value or Fraction(0), ())
        nouns = {noun_of(reading, f) for f in again if f.start < part.start} - {None}
        if nouns and not any(alike(own, noun) for noun in nouns):
            return True
    return False


def _is_taken_up(reading: Reading, figure: Figure) -> bool:
    skeleton = reading.sentences[figure.sentence]
    return skeleton.text.endswith("the ", 0, skeleton.sign_of(figure))


def is_of_whom(reading: Reading, account: Account) -> bool:
    """Whether the sentence before the rest tells the part as "26 of whom", right after the whole.

    ``96 leaders, 26 of whom were captured. The remaining 34 were killed.``
    """
    whole, (part, *others) = account.whole, account.parts
    if (
        len(others) != 1
        or part.sentence != whole.sentence
        or others[0].sentence - part.sentence > 1
    ):
        return False
    skeleton = reading.sentences[part.sentence]
    return whole.start < part.start and is_own_part(skeleton.text, skeleton.sign_of(part))


def goes_back(reading: Reading, account: Account) -> bool:
    """Whether the parts open the sentences after that of their whole and miss it by a slip.

    ``A total of 15 were charged. Eleven were … Five others were``: a number without a noun is of
    those just told.
    """
    first, *later = account.parts
    if noun_of(reading, first) is not None or not _is_last_told(reading, account.whole, first):
        return False
    ends = [first.sentence, *(f.sentence for f in later)]
    opening = reading.sentences[first.sentence].text[
        : reading.sentences[first.sentence].sign_of(first)
    ]
    return (
        not opening.strip(_MARKS_OF_SPEECH)
        and all(b - a <= 1 for a, b in pairwise(ends))
        and off_by_a_slip(account.whole, account.parts)
    )


def _is_last_told(reading: Reading, whole: Figure, first: Figure) -> bool:
    """Whether *first* can only be of *whole*: right after it, or "of them", none between."""
    if whole.sentence == first.sentence - 1:
        return True
    skeleton = reading.sentences[first.sentence]
    if not _OF_THEM.match(skeleton.text, skeleton.sign_of(first) + 1):
        return False
    between = range(whole.sentence + 1, first.sentence)
    return len(between) <= REACH and not any(
        (head(reading.sentences[at], f) or "") in PERSONS or f.value == whole.value
        for at in between
        for f in reading.by_sentence[at]
        if family(f) == "count"
    )


def of_one_deed(reading: Reading, account: Account) -> bool:
    """Whether one deed is told of the whole and each part: ``charges against 15 … Five others``."""
    return one_deed(reading, account.whole, *(reading.sentences[f.sentence] for f in account.parts))


def is_told_together(reading: Reading, account: Account, index: int) -> bool:
    """Whether an account that does not come out is one that its sentences surely give.

    Of sums of money more are told than belong to it: only what stands beside the rest is held
    against the whole.
    """
    whole, parts = account.whole, account.parts
    home = reading.sentences[whole.sentence]
    if _FOR_EACH.match(home.text, home.sign_of(whole) + 1):
        return False  # "bail of $5,000 for each": they had $2,100 and got the other $7,900
    if whole.kind == "money":
        if len(parts) != 2 or index - parts[0].sentence > 1:
            return False
        return index - whole.sentence <= 1 or _is_all_the_money(reading, account, index)
    told = {p.sentence for p in parts}
    if any(_EACH_OF.search(reading.sentences[at].text) for at in told):
        return False  # "Lee faces 28, each of the other 11 four": so many each are not added up
    if any(is_one_of_those(reading, p) for p in parts[1:]):
        return False  # "116 were Danes. One of those stayed": one of the 116
    own = noun_of(reading, parts[-1])
    skeleton = reading.sentences[index]
    others = _OTHER_THINGS.match(skeleton.text, skeleton.sign_of(parts[-1]) + 1)
    if others and not alike(singular(others["noun"]), noun_of(reading, whole)):
        return False  # "the three other fires", after 622 firefighters
    # "the other nine sectors" are no families; "the other nine come from" names nothing
    things = own is not None and f"{own}s" in reading.sentences[index].text
    return not things or alike(own, noun_of(reading, whole))


def _is_all_the_money(reading: Reading, account: Account, index: int) -> bool:
    """Whether *account* is all that its two or three sentences in a row tell of money."""
    first = account.whole.sentence
    told = [f for at in range(first, index + 1) for f in reading.by_sentence[at]]
    amounts = [f for f in told if f.kind == "money" and f.start <= account.parts[-1].start]
    return account.parts[0].sentence - first <= 1 and len(amounts) == 3
