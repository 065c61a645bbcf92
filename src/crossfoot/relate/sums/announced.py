"""How many parts a whole is said to have: ``$63,000 from two charities``, ``two grants``.

A number of givers, places or occasions told of a whole, and as many parts told after it, is what
makes a list of amounts complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, kept
from crossfoot.model import Figure
from crossfoot.relate.sums.ties import is_called_total
from crossfoot.relate.wording.kinds import PERSONS, PLACES, alike
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.stems import stem

FEW, MANY = 2, 9
MOST = 12  # figures of a sentence that may be the whole
# what takes a total up in the sentence after it: "This took place during two incidents"
_TAKE_UP = ("this ", "these ", "they ", "it ", "the ")
NEAR = 90  # characters between the whole and the number of those who share in it

_NUMBERS = ("count", "number", "rate")  # "in two seizures within a week"
# what an amount is made of
MONEYS = frozenset(
    "grant payment check cheque loan deposit withdrawal transfer installment instalment contract"
    " invoice fine penalty donation award settlement transaction bribe investment fund budget"
    " bill fee wire purchase order".split()
)
OCCASIONS = frozenset(
    "occasion day date transaction sale visit raid operation shipment delivery purchase flight"
    " payment deposit withdrawal check transfer load seizure smuggler attempt indictment"
    " complaint case inspection encounter stop incident event bust sting action effort search"
    " investigation enforcement interdiction interception discovery sweep instance episode".split()
)
SITES = frozenset(
    "house home location site room apartment motel hotel residence trailer vehicle truck car boat"
    " vessel raft package parcel suitcase van minivan bus suv sedan pickup container crate box bag"
    " backpack bundle barrel drum envelope pallet skiff ship plane".split()
)
# where several events can take place
SHARED_PLACES = PLACES | frozenset("checkpoint bridge crossing station beach".split())
_SHARERS = (
    SHARED_PLACES
    | PERSONS
    | OCCASIONS
    | SITES
    | frozenset(
        "charity church bank company store employer lender occasion day week month year"
        " operation raid incident school account firm agency department organization nonprofit"
        " business hospital family couple shipment delivery sale flight visit search warrant"
        " location home house shop group program project phase round batch team unit station"
        " worksite plant farm restaurant relative friend investor donor buyer widow retiree".split()
    )
)
# "defrauded two sisters of $75,000"
_ROBBED_OF = lazy(r"\b(?:defraud|rob|bilk|swindl|scam|cheat|fleec|conn)[a-z]*\s(?:[a-z]+\s)?$")
_MORE = lazy(r"\s(?:more|other|additional)\s(?:separate\s)?(?P<noun>[a-z]+)\b")
_COMBINED = lazy(r"\b(?:combined|total|together)\b[^.;:,]{0,40}$")
_DONE_AT = SITES | OCCASIONS
# "two stops and arrested 41", "two seizures, this time containing 59", "two busts took $90,000"
_AND_CAUGHT = lazy(
    r"(?:\b(?:and|which|that)\s(?:arrest|apprehend|detain|caught|found|discover|encounter|seiz"
    r"|recover|rescu|intercept|located)[a-z]*"
    r"|\b(?:contain|nett?|yield|totall?|produc|hold|carry)(?:s|ed|ing)?|\bheld|\bcarried|\btook"
    r"|\b(?:led|leads?|leading) to|\bresult(?:s|ed|ing)? in|\b(?:worth|valued at|with))\s"
    r"(?:(?:a (?:combined )?total of|the (?:arrests?|seizure|rescue|apprehension|discovery) of"
    r"|an estimated)\s)?$"
)
_OF = lazy(r"\b(?:out )?of\s(?:[a-z]+\s){0,2}?$")
# words between a whole and those who share in it: "$63,000 from two charities"
_SHARED = lazy(
    r"\b(?:from|to|in|at|on|by|across|among|between|during|over|into|for|through|with|against|inside"
    r"|within|aboard|following)"
    r"\s(?:the\s|these\s|his\s|her\s|their\s|all\s|separate\s|what were\s)?$"
)
_DURING = lazy(r"\b(?:over|during|in|across|throughout)\s(?:the\s|these\s|those\s)?(?:[a-z]+\s)?$")
# money that changes hands: what is taken, given, spent; a word can tell of several
_TRANSFERS = tuple(
    lazy(rf"\b(?:{words})")
    for words in (
        "st(?:eal|ole)|t(?:ake|ook)|rob|embezzl|defraud|bilk|swindl|scam|cheat|fleec|los[et]|gave"
        "|giv(?:e|ing)|pa(?:id|y)|hand|wir(?:e|ing)|sen[dt]|transfer|withdr|loan|len[dt]|invest"
        "|obtain|collect|deposit|writ(?:e|ing)|wrote|divert|misappropriat|siphon|got|pocket"
        "|extort|borrow|launder|charged",
        "receiv|award|get|got|grant|gave|give|donat|contribut|allocat",
        "spen[dt]|cost|pa(?:id|y)|settl|refund|reimburs",
        "worth|valu|brought",
        "seiz|confiscat|intercept|recover|uncover|discover|found",
    )
)
# what is done to things and people
_DEED = lazy(
    r"(?:[a-z]{3,}(?:ed|ing)|s[eo]ll?d?|st(?:eal|ole)|t(?:ake|ook|aken)|sho[ot]t?|ma[dk]e|b(?:uy|ought)"
    r"|f(?:ound|ind)|caught|charges?|arrests?|seizes?|recovers?|deaths?|killings?|shootings?)"
)
# "four bakers face one count of theft": so they are charged
_FACE_COUNTS = lazy(r"\bfac(?:es?|ed|ing)\s[^.;]{0,40}?\b(?:counts?|charges?)\b")
_CHARGED = frozenset((stem("charged"),))
# money that does not, or is not yet
_OTHER_MONEY = lazy(
    r"\b(?:bail|bond|restitution|fine[ds]?|penalt|salar|earn|average|median|up to"
    r"|maximum|minimum|annual|each year|a year|per|monthly|threshold|limit|debt"
    r"|(?<=[\ue000-\uf8ff]\s)home)\b"
)


@kept
def announcements(reading: Reading) -> tuple[tuple[Figure, Figure], ...]:
    """Wholes with the number of those they came from: ``$90,000 from three victims``."""
    return tuple(_announcements(reading))


def _announcements(reading: Reading) -> Iterator[tuple[Figure, Figure]]:
    for index, skeleton in reading.quantified:
        few = [f for f in skeleton.figures if is_few(f)]
        if not few:
            continue
        after_total = index > 0 and (
            "total of" in reading.sentences[index - 1].text or skeleton.text.startswith(_TAKE_UP)
        )
        if len(skeleton.figures) < 2 and not after_total:
            continue
        sizes = {int(f.value) for f in few if f.value is not None}
        shared = any(may_share(skeleton, f) for f in few)
        for whole in skeleton.figures[:MOST] if shared else ():
            if (family(whole) or "percent") == "percent":
                continue
            numbers = [
                number
                for size in sizes
                if whole.value != size and (number := count_of_parts(reading, whole, size))
            ]
            if any(
                n.start > whole.end for n in numbers
            ):  # "Two men stole $90,000 from three banks"
                numbers = [
                    n for n in numbers if n.start > whole.end or head(skeleton, n) not in PERSONS
                ]
            yield from ((whole, number) for number in numbers)
        if after_total and len(sizes) == 1:
            yield from _told_next(reading, index, sizes.pop())


def _told_next(reading: Reading, index: int, size: int) -> Iterator[tuple[Figure, Figure]]:
    """``a total of $1.5 million``, and in the next sentence ``for two different projects``.

    Or ``34 migrants``, and ``This took place during two incidents``.
    """
    before, skeleton = reading.sentences[index - 1], reading.sentences[index]
    number = next((f for f in skeleton.figures if f.value == size), None)
    if number is None or not is_shared(skeleton, number):
        return
    taken_up = reading.sentences[index].text.startswith(_TAKE_UP)
    for whole in before.figures:
        alone = taken_up and sum(family(f) == family(whole) for f in before.figures) == 1
        if (alone or is_called_total(before, whole)) and family(whole) not in (None, "percent"):
            yield whole, number


def is_few(figure: Figure) -> bool:
    """Whether it can be the number of parts that a text tells one by one."""
    value = figure.value
    if value is None or figure.kind not in _NUMBERS:
        return False
    return FEW <= value <= MANY


def may_share(skeleton: Skeleton, number: Figure) -> bool:
    """Whether *number* counts what an amount can come from, go to or fall on."""
    return counted(skeleton, number) in _SHARERS


def counted(skeleton: Skeleton, number: Figure) -> str | None:
    """The noun of *number*; of ``two more seizures``, too."""
    noun = head(skeleton, number)
    more = noun is None and _MORE.match(skeleton.text, skeleton.sign_of(number) + 1)
    # "two tractor-trailers", "two speedboats"
    return singular(more["noun"]) if more else noun and noun.rpartition("-")[2]


def count_of_parts(reading: Reading, whole: Figure, size: int) -> Figure | None:
    """The number *size* in the sentence of *whole* of those it came from, went to or fell on."""
    skeleton = reading.sentences[whole.sentence]
    at = skeleton.sign_of(whole)
    for figure in skeleton.within(at - NEAR, at + NEAR + 1):
        if figure.value != size or figure is whole:
            continue
        sign = skeleton.sign_of(figure)
        if figure.kind == "duration" and figure.unit == "days":  # "over three days", each told
            if _DURING.search(skeleton.text, 0, sign):
                return figure
            continue
        if figure.kind not in _NUMBERS:
            continue
        noun = counted(skeleton, figure)
        if noun is None or not may_share(skeleton, figure):
            continue
        own = head(skeleton, whole)
        if family(whole) == "count" and own and alike(own, noun):
            continue
        if sign > at and _SHARED.search(skeleton.text, max(0, sign - 24), sign):
            return figure
        if sign < at and _COMBINED.search(skeleton.text, sign, at):
            return figure  # "two loads with a combined value of"
        if sign < at and noun in _DONE_AT and _AND_CAUGHT.search(skeleton.text, sign, at):
            return figure  # "shut down three stash houses and apprehended", "made two stops and"
        if sign < at and (noun in SHARED_PLACES or _SHARED.search(skeleton.text, 0, sign)):
            return figure
        if _ROBBED_OF.search(skeleton.text, 0, sign) and _OF.search(skeleton.text, sign, at):
            return figure
    return None


def is_shared(skeleton: Skeleton, number: Figure) -> bool:
    """Whether *number* tells for how many, or from whom: ``for two different projects``."""
    sign = skeleton.sign_of(number)
    shared = _SHARED.search(skeleton.text, max(0, sign - 24), sign)
    return shared is not None and head(skeleton, number) in _SHARERS


def count_of_moneys(
    reading: Reading, whole: Figure, before: Sequence[int], size: int
) -> Figure | None:
    """ "Two grants" in the sentences *before* the parts, where *whole* is told of grants too."""
    text = reading.sentences[whole.sentence].text
    for index in before:
        skeleton = reading.sentences[index]
        for figure in skeleton.figures:
            if figure.value == size and figure.kind in ("count", "number"):
                noun = head(skeleton, figure)
                if noun in MONEYS and noun in text:
                    return figure
    return None


def one_deed(reading: Reading, whole: Figure, *tellings: Skeleton) -> bool:
    """Whether one deed is told of *whole* and its parts; of money, that it changes hands."""
    if family(whole) == "count":
        deeds = _deeds(reading.sentences[whole.sentence])
        return all(deeds & _deeds(s) for s in tellings)
    if whole.kind == "measure":
        return True
    above = reading.sentences[whole.sentence]
    if not all(_other_money(above) >= _other_money(s) for s in tellings):
        return False
    return bool(_transfers(above).intersection(*map(_transfers, tellings)))


@kept
def _other_money(skeleton: Skeleton) -> frozenset[str]:
    """The words of a sentence that tell of money which does not change hands."""
    return frozenset(_OTHER_MONEY.findall(skeleton.text))


@kept
def _transfers(skeleton: Skeleton) -> frozenset[int]:
    """Which of the transfers of money a sentence tells."""
    sorts = enumerate(_TRANSFERS)
    return frozenset(sort for sort, words in sorts if words.search(skeleton.text))


@kept
def _deeds(skeleton: Skeleton) -> frozenset[str]:
    deeds = frozenset(map(stem, filter(_DEED.fullmatch, skeleton.words)))
    return deeds | _CHARGED if _FACE_COUNTS.search(skeleton.text) else deeds
