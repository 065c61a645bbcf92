"""The whole in a sentence before that of its parts, or in the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.announced import FEW, MANY, count_of_moneys, count_of_parts, one_deed
from crossfoot.relate.sums.apart import is_elsewhere, placed
from crossfoot.relate.sums.by_event import are_of_one_event, is_how_found
from crossfoot.relate.sums.charges import COUNTED
from crossfoot.relate.sums.footed import fit_earlier, foot, seam
from crossfoot.relate.sums.partitions import larger
from crossfoot.relate.sums.slipped import LONG, RANKS
from crossfoot.relate.sums.ties import Claim
from crossfoot.relate.sums.topic import of_other_deed, topic
from crossfoot.relate.sums.unsure import WIDER, of_others
from crossfoot.relate.sums.whole_apposed import OF_THE
from crossfoot.relate.wording.kinds import PERSONS, PLACES, alike, is_kind, of_sexes
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import Row, family, head, taken_from
from crossfoot.relate.wording.slips import is_a_slip_apart, slips_between
from crossfoot.relate.wording.wholes import (
    SMALL,
    any_wholes,
    begins_another_story,
    earlier_wholes,
    headline_wholes,
    is_heading,
    names_parts,
    tells_one_part,
)

# a list by kind, of a whole stated before: "By nationality, 437 were from"
_BY_KIND = lazy(
    r"\bby (?:jurisdiction|nationality|citizenship|country|city|state|county|place|region|area"
    r"|location|office|field office|offense|crime|type|category|race|gender|sex|age|month|day"
    r"|agency|facility|district|branch|status)\b"
)
_OF_THOSE_ALONE = lazy(
    r"\W*(?:of|among) (?:those|them|these|(?:this|that|the) (?:amount|total|sum|money))\b"
)
# "The arrests were made as follows:"
_AS_FOLLOWS = lazy(
    r"\W*(?:they|(?:the|those|these)\s(?P<what>[a-z]+)\b)[^.;:\ue000-\uf8ff]{3,60}\sas follows:\s"
)
_NOT_ALL = lazy(r"\b(?:most|mostly|some|many|several|among|including|mainly|half|part)\b")
# "in three counties: Kent (", "in the following states: Iowa (", "in these towns: 12 in"
_ALL_OF_THESE = pattern(
    r"\b(?:in|at|from|to|by|on)\s(?P<tie>(?:the\s|these\s)?(?P<n>{n})|these|the following)\s"
    r"(?:[a-z]+\s){{0,2}}?[a-z]+s:\s(?:[a-z][a-z' -]{{1,30}}(?:,\s|\s\())?$"
)
# "made three | more arrests"
_MORE_OF = lazy(r"\s(?:more|additional|extra|further)\s(?P<noun>[a-z-]+s)\b")
# a later member that adds to the first: "30 of the rifles … nine additional rifles"
_ADDS = lazy(r"\b(?:additional|another|further|remaining|others?|more(?! than)|the rest)\b")
# "Los Angeles County had the largest number, 33": the first of a list that the next sentence ends
_LEADER = lazy(
    r"\b(?:most|largest|highest|biggest|greatest|leading|majority)\b[^.;]{0,60}[\ue000-\uf8ff]\W*$"
    r"|\b(?:most|majority|largest|highest|biggest|greatest)\b"
    r"[^.;\ue000-\uf8ff]{0,40}[\ue000-\uf8ff]"
)
_FOLLOWS = lazy(r"\b(?:followed|then came|next|ahead of|in front of|trailed by)\b")
# "made up 60 percent of those": a share of another whole
_TAKE_SHARE = pattern(
    r"[^.;]{{0,40}}?\b(?:made up|makes? up|account(?:ed|s)? for|comprised?|represent(?:ed|s)?)"
    r"\s(?:[a-z]+\s){{0,2}}?(?:{percent}|{fraction})"
)
# "Three counties had fewer than | 10 arrests", "two states each reported more than | 40"
_PLACES_HAD = lazy(
    r"[\ue000-\uf8ff]\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+s)\s(?:each\s|that\s|still\s)?"
    r"(?:had|have|has|saw|see|made|reported|recorded|counted|logged|held|told of)\s"
    r"(?:[a-z]+\s){0,3}$"
)
CHANCE = 100  # numbers up to it are the sum of many others
# "Two killed in crash of van carrying" 15: of whom others are unhurt
_CARRYING = lazy(r"\b(?:carrying|holding|packed with|loaded with|full of|crammed with)\s$")
_PARTLY = lazy(r"\b(?:includ|among|others?\b|more\b|another\b|elsewhere|several|additional)")
# those who are charged or sentenced: companies too
_PARTIES = PERSONS | frozenset("company entity corporation firm business organization".split())
_THAN_THE = lazy(r"\b(?:than|compared (?:with|to)|versus) the\s$")
_AND_A = lazy(r"\s(?:[a-z-]+\s){1,3}and\s(?:an?|another|one)\s")
_ON_DAY = pattern(r"(?:\s[a-z]+){{0,2}}?\s(?:on\s|the\s)?(?P<day>{date}|first|second|third|next)")
# "laredo, texas -", "boston (ap) -"
_DATELINE = lazy(r"\W*[a-z][a-z.' -]*(?:,\s[a-z.' ]+){0,2}(?:\s\([a-z]+\))?\s?-{1,2}")


def parted(reading: Reading, index: int, row: Row) -> Relation | None:
    """A later member adds to the first: ``sold 30 of the rifles, kept nine additional rifles``."""
    skeleton = row.skeleton
    second = skeleton.sign_of(row.figures[1])
    adds = _ADDS.search(skeleton.text, row.start + 1, min(len(skeleton.text), second + 20))
    if adds is None or row.kind == "percent":
        return None
    between = sorted((second, adds.start()))
    if ";" in skeleton.text[slice(*between)]:
        return None  # "Texas had four and Ohio two; in five other states there was one each"
    more, first = _MORE_OF.match(skeleton.text, second + 1), row.heads[0]
    if more and first and not alike(first, singular(more["noun"])):
        return None  # "searched two of the shops again and made three more arrests"
    definite = re.match(r"\sof the\b", skeleton.text[row.start + 1 :]) is not None
    claim: Claim = "open" if definite else "weak"
    return fit_earlier(reading, index, row, claim, skeleton.span(adds))


def by_kind(reading: Reading, index: int, row: Row) -> Relation | None:
    """A list by place or kind of a whole stated before; it may fall short, never exceed."""
    if row.total.is_open or row.kind == "percent":
        return None
    if _TAKE_SHARE.match(row.skeleton.text, row.end):
        return None
    whole = _broken_down(reading, index, row)
    if whole is not None:
        return foot(reading, whole, "full", seam(row), row.figures)
    if (tie := _all_named(row)) is not None:
        found = fit_earlier(reading, index, row, "full", tie)
        if found and one_deed(reading, found.figures("whole")[-1], row.skeleton):
            return found
    by = "by" in row.skeleton.words
    opener = _BY_KIND.search(row.skeleton.text, 0, row.start) if by else None
    if opener is None:
        opener = _OF_THOSE_ALONE.match(row.skeleton.text)
    tie = row.skeleton.span(opener) if opener else seam(row)
    of_total = opener is not None and _OF_THOSE_ALONE.match(opener.group()) is not None
    if of_total and row.kind == "count" and not placed(reading, row):
        return fit_earlier(reading, index, row, "weak", tie)
    if opener or (row.bracketed and len(row.figures) > 2):
        text, end = row.skeleton.text, row.end
        ranked = opener is None and (_FOLLOWS.search(text, 0, end) or RANKS.search(text, 0, end))
        found = fit_earlier(reading, index, row, "weak" if ranked else "open", tie)
        if found and opener is None and _names_another(reading, row, found.figures("whole")):
            return None
        return None if found and _limits_each(reading, found.figures("whole")) else found
    if len(row.figures) < 3:
        return None
    found = fit_earlier(reading, index, row, "weak", tie)
    if found and _are_strange(reading, row, found.figures("whole")):
        found = None
    return found or foot(reading, _overfilled(reading, index, row), "open", tie, row.figures)


def _are_strange(reading: Reading, row: Row, wholes: Sequence[Figure]) -> bool:
    """Whether a few different things come to a small number of another by chance alone.

    ``14 houses, three spas and 19 guns`` after ``36 face charges``.
    """
    if max(f.value or 0 for f in wholes) > CHANCE:
        return False
    nouns = {h for h in row.heads if h}
    named = {head(reading.sentences[w.sentence], w) for w in wholes}
    return len(nouns) > 2 and nouns.isdisjoint(PERSONS) and nouns.isdisjoint(named)


def _limits_each(reading: Reading, wholes: Sequence[Figure]) -> bool:
    """Whether a number is what each place stays below or above: ``Three counties had fewer than``.

    With "together had" it is of them all.
    """
    for whole in wholes:
        skeleton = reading.sentences[whole.sentence]
        match = _PLACES_HAD.search(skeleton.text, 0, skeleton.sign_of(whole))
        limit = whole.range.is_open or (whole.hedge is not None and whole.range.low == 0)
        if match and limit and singular(match["noun"]) in PLACES:
            return True
    return False


def _names_another(reading: Reading, row: Row, wholes: Sequence[Figure]) -> bool:
    """Whether a list names what it counts, and the whole of another paragraph does not.

    ``The hospital has 820 … Three schools closed: Kent (510 pupils), Ely (190) and Ayr (480)``.
    """
    if row.noun is None or any(row.total.meets(w.range) for w in wholes):
        return False
    own = reading.document.sentences[row.figures[0].sentence].block
    homes = (reading.document.sentences[w.sentence].block for w in wholes)
    bare = all(head(reading.sentences[w.sentence], w) is None for w in wholes)
    return bare and all(home != own for home in homes)


def _all_named(row: Row) -> Span | None:
    """The words that announce each place of a list: ``in three counties: Kent (12), …``."""
    if row.skeleton.text.rfind(": ", 0, row.start) < 0:
        return None
    match = _ALL_OF_THESE.search(row.skeleton.text, 0, row.start)
    number = row.skeleton.group(match, "n") if match else None
    if match is None or not (row.bracketed or row.apart or row.elliptic):
        return None
    before = row.skeleton.text[: match.start()]
    dated = any(f.kind in ("date", "duration") for f in row.skeleton.within(0, match.start()))
    if dated or WIDER.search(before) or _NOT_ALL.search(before):
        return None
    if number is not None and number.value != len(row.figures):
        return None
    return row.skeleton.span(match, "tie")


def _broken_down(reading: Reading, index: int, row: Row) -> Figure | None:
    """The only number told before "gave the following breakdown:", where *row* is what follows.

    Or before ``The arrests were made as follows: nine in Ely, …``, of the same deed.
    """
    above = reading.sentences[index - 1] if index else None
    follows = _AS_FOLLOWS.fullmatch(row.skeleton.text, 0, row.start)
    if above is not None and follows is not None:
        counts = [f for f in above.figures if family(f) == row.kind]
        plain = row.closed and len(counts) == 1 and (counts[0].value or 0) > row.largest
        kin = plain and alike(head(above, counts[0]), singular(follows["what"] or "people"))
        return counts[0] if kin else None
    if above is None or "breakdown" not in above.words or not above.text.rstrip().endswith(":"):
        return None
    if row.skeleton.within(0, row.start) or not row.closed:
        return None
    at = index - 1 if any(family(f) == row.kind for f in above.figures) else index - 2
    told = [f for f in reading.by_sentence[at] if family(f) == row.kind] if at >= 0 else []
    return told[0] if len(told) == 1 and (told[0].value or 0) > row.largest else None


def _overfilled(reading: Reading, index: int, row: Row) -> Figure | None:
    """The number just told that a list by place or time exceeds, one deed being told of both.

    ``Officers made 38 arrests. They made 14 arrests in May, 18 in June and 19 in July``.
    """
    if not row.closed or not row.apart or index == 0 or WIDER.search(row.skeleton.text):
        return None
    told = [m.figure for m in larger(reading, index - 1, row) if not m.marked]
    if len(told) != 1 or not one_deed(reading, told[0], row.skeleton):
        return None
    return None if of_others(reading.sentences[index - 1], told[0]) else told[0]


def counted_out(reading: Reading, index: int, row: Row) -> Relation | None:
    """As many parts as announced: ``three offices made 175 arrests. The first made 80, …``."""
    if row.kind == "percent" or not FEW <= len(row.figures) <= MANY:
        return None
    if "also" in row.skeleton.words and " also " in row.skeleton.text[: row.start]:
        return (
            None  # "the sweep also led to two arrests for theft, six for fraud and one for arson"
        )
    each = "respectively" in row.skeleton.words  # of the two actions that the text began with
    for whole in (any_wholes if each else earlier_wholes)(reading, index, row):
        if each and not (row.total.meets(whole.range) or is_a_slip_apart(whole, row.figures)):
            continue
        if whole.sentence < index and _as_many(reading, whole, row):
            if not each and are_of_one_event(reading, whole, index):
                return foot(reading, whole, "weak", seam(row), row.figures)
            return foot(reading, whole, "full", seam(row), row.figures)
    return None


def led(reading: Reading, index: int, row: Row) -> Relation | None:
    """``Essex had the most arrests, 33. Eight were made in Kent and the other four in Sussex``."""
    if index == 0 or row.kind != "count" or row.total.is_open:
        return None
    above = reading.sentences[index - 1]
    if len(above.figures) != 1 or family(above.figures[0]) != "count":
        return None
    leader = above.figures[0]
    if not _LEADER.search(above.text) or (leader.value or 0) < row.largest:
        return None
    if not (row.apart or row.nations or _FOLLOWS.search(row.skeleton.text, 0, row.end)):
        return None
    parts = (leader, *row.figures)
    total = row.total + leader.range
    wholes = [w for w in _before(reading, index - 1, row) if (w.value or 0) > (leader.value or 0)]
    whole = next((w for w in wholes if w.range.meets(total)), wholes[0] if wholes else None)
    filled = row.completes or (row.closed and _is_misprint(whole, parts))
    claim: Claim = "full" if filled else "open"
    return foot(reading, whole, claim, seam(row), parts)


def _is_misprint(whole: Figure | None, parts: Sequence[Figure]) -> bool:
    """Whether only the order of three digits or more keeps *parts* from their whole."""
    slips = slips_between(whole, parts) if whole is not None else ()
    return any(slip == "order" and digits >= LONG for slip, digits in slips)


def _before(reading: Reading, index: int, row: Row) -> Iterator[Figure]:
    """What the text is about, and what it told shortly before sentence *index*."""
    subject = topic(reading, "", row.figures[0])
    if subject is not None:
        yield subject
    yield from (w for w in earlier_wholes(reading, index, row) if w.sentence < index)


def paired(reading: Reading, index: int, row: Row) -> Relation | None:
    """Two or three figures of one noun that fill a figure stated shortly before."""
    named = row.noun is not None and all(alike(row.noun, h) for h in row.heads)
    if row.skeleton.text.endswith(("all ", "all the "), 0, row.start):
        return None  # "all 67 sheriffs must; 64 have": not 131 of anything
    if row.kind == "percent" or not (named or row.kind != "count"):
        return None
    found = fit_earlier(reading, index, row, "weak", seam(row))
    wholes = [w for w in found.figures("whole") if w.sentence <= index] if found else []
    return None if wholes and all(_by_chance(reading, index, row, w) for w in wholes) else found


def _by_chance(reading: Reading, index: int, row: Row, whole: Figure) -> bool:
    """Whether two figures may make *whole* by chance: a number so small, or "more than" so many."""
    value = whole.value or 0
    noun = head(reading.sentences[whole.sentence], whole)
    if noun is not None and is_kind(noun) and set(row.heads) - {noun, None}:
        return True  # "three of the women and two of the children" are not the five children
    if whole.range.is_open:
        return sum(f.value or 0 for f in row.figures) != value
    if value > SMALL or row.kind != "count" or row.alike_told or of_sexes(row.heads):
        return False
    strange = noun is not None and is_kind(noun) and noun not in row.heads
    return strange or row.noun not in PERSONS or index - whole.sentence > 1


def of_the_noun(reading: Reading, index: int, row: Row) -> Relation | None:
    """``Five of the houses were sold, three were let and one burned``, of nine stated anywhere."""
    if not OF_THE.match(row.skeleton.text, row.start + 1) or len(row.figures) < 3:
        return None
    wholes = list(any_wholes(reading, index, row))
    for whole in wholes:
        if found := foot(reading, whole, "weak", seam(row), row.figures):
            return found
    named = [w for w in wholes if head(reading.sentences[w.sentence], w) is not None]
    if named and (row.parallel or row.apart or placed(reading, row)):
        largest = max(named, key=lambda w: w.value or 0)  # a smaller one may be of another split
        return foot(reading, largest, "open", seam(row), row.figures)
    return None


def headlined(reading: Reading, index: int, row: Row) -> Relation | None:
    """A lede's row against the headline: ``Eight charged`` over ``six men and two women``."""
    text, signs = row.skeleton.text, [row.skeleton.sign_of(f) for f in row.figures]
    held = (at for at in signs if text.endswith(" the ", 0, at))
    if row.kind == "percent" or any(_THAN_THE.search(text, 0, at) for at in held):
        return None  # "less than the $2 million of May and less than the $3 million of June"
    wholes = list(headline_wholes(reading, index, row))
    for whole in wholes:
        above = reading.sentences[whole.sentence]
        bare = head(above, whole) is None and set(row.heads) <= _PARTIES
        if tells_one_part(above, whole, row):
            continue
        kin = bare or all(alike(row.noun, h) for h in row.heads)
        distinct = row.apart or row.settled or placed(reading, row)
        claim: Claim = "open" if distinct and kin else "weak"
        filled = kin and (row.complementary or _opens_story(reading, index, row))
        filled = filled and not is_elsewhere(reading, whole, row)
        filled = filled or (kin and _tells_the_headline(reading, index, row, whole))
        if filled or names_parts(above, row) or _as_many(reading, whole, row):
            claim = "full"
        if (
            (
                (row.noun in PERSONS or row.noun is None)
                and of_other_deed(reading, whole, row.skeleton)
            )
            or _are_charges(row)
            or _CARRYING.search(above.text, 0, above.sign_of(whole))
            or taken_from(above.text, above.sign_of(whole))  # "Twelve of 80 homes searched"
            or begins_another_story(reading, whole.sentence, index)
        ):
            claim = "weak"
        if found := foot(reading, whole, claim, seam(row), row.figures):
            return found
    return None


def _are_charges(row: Row) -> bool:
    """Whether counts of charges are told: offences without a number, too, are parts of those."""
    return not COUNTED.isdisjoint(h for h in row.heads if h)


def _opens_story(reading: Reading, index: int, row: Row) -> bool:
    """Whether the first sentence below the headlines is about the members, all of them persons.

    ``Two Kent men and one Dover woman were sentenced``, below ``Three sentenced``.
    """
    before = row.skeleton.text[: row.start].strip()
    if (before and not _DATELINE.fullmatch(before)) or not set(row.heads) <= _PARTIES:
        return False
    return all(is_heading(reading, at) for at in range(index))


def _tells_the_headline(reading: Reading, index: int, row: Row, whole: Figure) -> bool:
    """Whether the first sentence below the headlines says by place where their deed was done.

    ``Police searched seven homes in Kent and two homes in Essex``, below ``Nine homes searched``.
    """
    if not (row.apart and row.closed) or not all(is_heading(reading, at) for at in range(index)):
        return False
    noun, text = head(reading.sentences[whole.sentence], whole), row.skeleton.text
    same = noun is not None and all(h in (noun, None) for h in row.heads)
    return same and not _PARTLY.search(text) and one_deed(reading, whole, row.skeleton)


def _by_day(row: Row) -> bool:
    """Whether each part is told with a day of its own: ``41 on Monday, 38 on Tuesday and``."""
    text, signs = row.skeleton.text, [row.skeleton.sign_of(f) for f in row.figures]
    return row.closed and all(_ON_DAY.match(text, at + 1) for at in signs)


def _as_many(reading: Reading, whole: Figure, row: Row) -> bool:
    """Whether the parts are as many as the givers, places or grants that the text announces."""
    size, index = len(row.figures), row.figures[0].sentence
    one = one_deed(reading, whole, row.skeleton) or is_how_found(reading, whole, row.skeleton)
    if not FEW <= size <= MANY or not one:
        return False
    number = count_of_parts(reading, whole, size)
    if number is not None and _AND_A.match(reading.text, number.end):
        return False  # "from two trailers and a house"
    if number is not None and number.kind == "duration":
        return _by_day(row)
    if number is not None and "respectively" in row.skeleton.words:
        return True
    if number is not None and number.start < whole.start:  # "two counties received": each named
        return (head(reading.sentences[number.sentence], number) or "") in row.skeleton.text
    before = range(max(whole.sentence, index - 1), index)
    return number is not None or count_of_moneys(reading, whole, before, size) is not None
