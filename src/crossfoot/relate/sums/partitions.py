"""Groups that a whole of another sentence is divided into: ``Of those, 90 were … and 60 …``.

The words that open the list say which whole: those just told, the workers, the people arrested.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.announced import one_deed
from crossfoot.relate.sums.apart import names_some
from crossfoot.relate.sums.fared import fared
from crossfoot.relate.sums.footed import (
    has_room,
    opens_with_total,
    stands_beside_another,
    with_singles,
)
from crossfoot.relate.sums.mentions import OTHERS, Mention, mentions
from crossfoot.relate.sums.ties import Claim, asserted, closest, rounded
from crossfoot.relate.sums.topic import said, stems_of, topic
from crossfoot.relate.wording.ends import ends
from crossfoot.relate.wording.kinds import PERSONS, alike, is_kind
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import Row, family, head, noun_of, rows
from crossfoot.relate.wording.slips import is_a_slip_apart
from crossfoot.relate.wording.stems import stem
from crossfoot.relate.wording.wholes import restated

REACH = 8  # sentences back in which a whole is named by its noun or deed
NEAR = 2  # sentences back that "those" can mean
LEFT_OUT = 2  # more than so many may be told nowhere
FAR = 4  # sentences back that kinds which fill a whole can be of

# "Of those, 90", "Of these people, 90"
_OF_THOSE = lazy(
    r"\W*(?P<tie>(?:out )?(?:of|among) (?:those|these|them|whom))"
    r"(?:,| [^.;:\ue000-\uf8ff]{0,20})\s?$"
)
# "Of the people arrested, 90", "Among those held, 90", "Of the August encounters, 90"
_OF_WHAT = lazy(
    r"\W*(?P<tie>(?:out )?(?:of|among) (?:(?:the|those|these|all|all the) )?)"
    r"(?P<what>(?:[\ue000-\uf8ff] )?[a-z][a-z' -]{2,60}),\s(?:[a-z]+\s){0,2}$"
)
# "Those taken into custody were 32", "The group included 44"
_CONSISTS = lazy(
    r"\W*(?P<what>(?:those|the|they)(?:\s[a-z][a-z ]{2,40}?)?)\s"
    r"(?P<tie>(?:(?:were|was|are|is)\s)?(?:made up|comprised|composed) of|were|are|come|came"
    r"|consisted of|comprised|included?|includes)\s"
    r"(?:from\s(?:[\ue000-\uf8ff]\s(?:[a-z]+\s)?countries:\s)?(?:[a-z ]{3,20}\s\()?)?$"
)
# "The workers who fled", "The owners of the shops": not all of those told
_NARROWER = lazy(r"\swho (?!were |are |have |had |was |is )|\sof ")
# "130 of the workers were from Mexico, 112 from"
_OF_THE = lazy(
    r"\s(?P<tie>of (?:the|those|these))\s(?P<what>[a-z]+(?:\s[a-z]+){0,3}?)"
    r"\s(?:were|are|was|is|came|had|have|arrived|landed)\b"
)
# "The defendants, 12 from Ohio and eight from Utah, pleaded": all of them
_THE_THINGS = lazy(
    r"(?:^\W*|[.;,]\s|\b(?:said|says|that|and|as|where|when)\s)(?P<tie>the)\s"
    r"(?P<what>(?:[a-z]+\s)?(?:[a-z]+s|men|women|people|children))(?:,| -)\s$"
)
_ASIDE_ENDS = lazy(r"[^,;.\ue000-\uf8ff]{0,60}(?:,|\s-)\s(?!and\b|while\b|but\b|who\b)")
# "Assaults made up 814 of them, robberies 291"
_MADE_UP = lazy(r"\b(?P<tie>made up|accounted for)\s$")
_OF_THEM = lazy(r"\sof (?:them|those|these)\b")
# "of the group arrived by boat in May", "were caught off Perth": how one came, who came but once
_CAME = lazy(
    r"\s(?:of (?:them|(?:the|those|these) [a-z]+)\s)?(?:[a-z]+ly\s)?"
    r"(?:arrived|came|landed|(?:had (?:arrived|come|landed))"
    r"|(?:were|was|had been)\s(?:[a-z]+ly\s)?(?:apprehended|intercepted|caught|captured|arrested"
    r"|rescued|found|picked up|encountered|discovered|detained))"
    r"\s(?:[a-z]+ly\s)?(?:[a-z' -]{0,24}\s)?"
    r"(?:in|on|at|by|off|near|from|aboard|while|whilst|during|inside)\s"
)
_REST = lazy(r"\b(?:another|others?|more|rest|remain(?:ing|der|ed|s)?|some|several|unknown|also)\b")
# "the nationality of five others was listed as unknown", "For 115 the country is not known"
_UNKNOWN = pattern(
    r"\W*(?:the\s)?(?:nationalit(?:y|ies)|citizenship|country|origin|age|race|status)\sof\s(?P<n>{n})"
    r"(?:\s(?:others?|more))?\s(?:is|are|was|were)\s(?:[a-z]+\s){{0,2}}?(?:unknown|not known)"
    r"|\W*for\s(?P<m>{n})\s(?:others\s)?(?:the|no)\s(?:[a-z]+\s){{1,3}}?(?:is|was)"
    r"\s(?:[a-z]+\s){{0,2}}?(?:unknown|not known)"
)
# "nine were booked on drug charges and seven on warrants": some may be both
_BY_CHARGE = lazy(
    r"\b(?:with|on|for|of|by)\s(?:[a-z-]+\s){0,3}?(?:charge|count|warrant|offense)s?\b"
)
# "498 had no conviction and 419 neither that nor a charge": the latter are among the former
_LACKS = lazy(r"\b(?:no|neither|without|not|never)\b")
# one of a ranking is no whole of what follows it
_RANKED = lazy(r"\b(?:most|largest|leading|highest|top|biggest|followed by|ahead of)\b")
# those to whom what was just told was done
_CAUGHT = frozenset(
    "defendant suspect arrestee detainee migrant immigrant alien prisoner inmate offender person"
    " individual fugitive".split()
)
_ARE_OF_A_KIND = lazy(
    r"\s(?:of (?:them|those|these)\s)?(?:are|were)\s"
    r"(?:men|women|males?|females?|boys|girls|adults|children|minors|juveniles|citizens)\b"
)
_GROUP = frozenset(map(stem, "total group number".split()))
_DEAD = frozenset(map(stem, "dead died killed deaths fatalities".split()))


def partition(reading: Reading, index: int, row: Row) -> Relation | None:
    """The row as the groups of a whole told before."""
    if row.kind == "percent" or row.total.is_open or _is_of_several(row):
        return None
    opened = _opening(row)
    if opened is None:
        return None
    tie, what, claim = opened
    parts, total = row.figures, row.total
    if claim != "full" and opens_with_total(parts):
        return None
    if unknown := _unknown(reading, row):
        parts, claim = (*parts, unknown), "full"
        total = total + unknown.range
    wholes = [w for w in _wholes(reading, index, row, what) if w not in parts]
    if reading.text[tie.start : tie.end] == "the":
        wholes = _meant(reading, index, row, what, wholes)
    back = FAR if row.complementary else NEAR
    near = (
        m.figure
        for at in range(index - 1, max(-1, index - back - 1), -1)
        for m in larger(reading, at, row)
    )
    exact = [w for w in wholes if w.range.is_exact and w.hedge is None]
    fitting = next((w for w in chain(exact, wholes, near) if w.range.meets(total)), None)
    if fitting is None and wholes and stands_beside_another(reading, wholes[0], wholes[1:]):
        return None  # "56 in May and 41 in June. The arrestees included"
    if fitting is None and not what and _goes_on(reading, index, row):
        return None
    if claim != "full" and wholes and (told := fared(reading, row, wholes[0])):
        claim = told
        wholes = wholes[:1]
    if fitting is not None and fitting.hedge and exact and claim == "full":
        fitting = None  # "some 200 agents arrested 166 workers. Of the workers"
    if claim != "full" and wholes and _each_came(reading, index, row, wholes[0]):
        claim, wholes = "full", wholes[:1]
    if claim != "full" and wholes and (stood := _how_they_ended(reading, index, row, wholes[0])):
        claim, wholes = stood, wholes[:1]
    if fitting is None and not row.complementary and _goes_on_from(reading, row, wholes):
        return None
    whole = fitting or (closest(wholes, total) if wholes and claim != "weak" else None)
    if whole and claim == "open" and not has_room([whole], total) and has_room(wholes, total):
        return None  # "nine of the 11 men. Four of the men are in Kent, three in Ely": of the 11
    if whole is None or not asserted(claim, total, whole.range) or rounded(total, whole):
        return None
    if _leaves_some_out(row, whole, total):
        return None
    if (
        fitting is None
        and (total.high or 0) < (whole.value or 0)
        and names_some(reading, whole, row)
    ):
        return None
    stated = restated(reading, whole, parts=parts)
    members = parts if total.meets(whole.range) else with_singles(reading, parts)
    options: dict[str, str] = {"claim": claim}
    if claim == "open" and row.apart and _OF_THEM.match(row.skeleton.text, row.start + 1):
        options["sure"] = "1"  # "31 of them in Dover, 17 in Kent": none is in two places
    return relation("sum", reading, [tie], options, parts=members, whole=stated)


def _is_of_several(row: Row) -> bool:
    """Whether two groups are told by sex: ``The buyers were two men and a woman, the sellers``."""
    sexes = [h for h in row.heads if h in ("man", "woman", "male", "female")]
    return len(set(sexes)) < len(sexes)


def _leaves_some_out(row: Row, whole: Figure, total: Interval) -> bool:
    """Whether some others end a row that falls short: of five, ``two had papers, two others none``.

    Of "the two others" there are no more.
    """
    if total.high is None or whole.range.low is None or total.high >= whole.range.low:
        return False
    text, sign = row.skeleton.text, row.skeleton.sign_of(row.figures[-1])
    return text.startswith(" others", sign + 1) and not text.endswith("the ", 0, sign)


def _goes_on_from(reading: Reading, row: Row, wholes: Sequence[Figure]) -> bool:
    """Whether a row that names no whole may go on from a part: ``Six of the nine agreed. Two``."""
    if not wholes or row.skeleton.text[: row.start].strip(' "'):
        return False
    told = mentions(reading, wholes[0].sentence)
    return any(m.figure is wholes[0] and m.taken_from is not None for m in told)


def _goes_on(reading: Reading, index: int, row: Row) -> bool:
    """Whether *row* opens its sentence bare right after a part of its whole was told.

    ``Fourteen of the 42 admitted murder. Nineteen pleaded guilty to fraud and nine to theft``.
    """
    if index == 0 or row.skeleton.text[: row.start].strip(' "'):
        return False
    return any(m.taken_from is not None and not m.nested for m in mentions(reading, index - 1))


def _each_came(reading: Reading, index: int, row: Row, whole: Figure) -> bool:
    """Whether all of those just told are set out by how they came, each of whom came but once.

    ``The 34 men … Sixteen of the group arrived in October, 11 of the men in May and seven were``.
    """
    skeleton, signs = row.skeleton, [row.skeleton.sign_of(f) for f in row.figures]
    if whole.sentence != index - 1 or not row.closed or whole.hedge or row.total.is_open:
        return False
    if not all(_CAME.match(skeleton.text, sign + 1) for sign in signs):
        return False
    ends = reading.sentences[index + 1].text if index + 1 < len(reading.sentences) else ""
    if _REST.search(skeleton.text, row.start) or _REST.search(ends):
        return False
    return is_a_slip_apart(whole, row.figures)


def _how_they_ended(reading: Reading, index: int, row: Row, whole: Figure) -> Claim | None:
    """What groups claim of all those just told, where no one is in two of them.

    ``Nine were released, three were deported and two remain in custody``.
    """
    told = [f for f in row.skeleton.figures if family(f) == "count"]
    above = [f for f in reading.by_sentence[whole.sentence] if family(f) == "count"]
    if whole.sentence != index - 1 or len(told) != len(row.figures) or len(above) != 1:
        return None
    before = reading.sentences[whole.sentence]
    found = ends(
        ((row.skeleton, row.skeleton.sign_of(f)) for f in row.figures),
        whole=(before, before.sign_of(whole)),
    )
    if found is None or whole.hedge or row.total.is_open:
        return None
    if not is_a_slip_apart(whole, row.figures):
        return None
    off = (whole.value or 0) - (row.total.low or 0)
    return "full" if row.closed and found.leave_none and off <= LEFT_OUT else "open"


def _meant(reading: Reading, index: int, row: Row, what: str, named: list[Figure]) -> list[Figure]:
    """What "The defendants" can be: those *named* so, or those just told."""
    noun = singular(what.split()[-1])
    wholes = named or list(_wholes(reading, index, row, "") if noun in _CAUGHT else ())
    if is_kind(noun):  # "The men" are not all of 17 people
        return [w for w in wholes if noun_of(reading, w) == noun]
    return [w for w in wholes if alike(noun, noun_of(reading, w))]


def _unknown(reading: Reading, row: Row) -> Figure | None:
    """Those of whom it is not known: ``the nationality of five others was unknown``."""
    skeleton = row.skeleton
    following = row.figures[-1].sentence + 1
    if match := _UNKNOWN.search(skeleton.text, row.end):
        return skeleton.group(match, "n") or skeleton.group(match, "m")
    if following >= len(reading.sentences):
        return None
    skeleton = reading.sentences[following]
    match = _UNKNOWN.match(skeleton.text) if "known" in skeleton.text else None
    return (skeleton.group(match, "n") or skeleton.group(match, "m")) if match else None


def _opening(row: Row) -> tuple[Span, str, Claim] | None:
    """The words that say what is divided, what they name, and what they claim."""
    text = row.skeleton.text
    before = text[: row.start]
    if match := _OF_THOSE.match(before):
        return row.skeleton.span(match, "tie"), "", _claim(row)
    if (match := _CONSISTS.match(before)) and not _NARROWER.search(match["what"]):
        some = match["tie"].startswith("inc")
        if " from " in match.group():  # countries left out are common, unless they are counted
            named = row.skeleton.within(0, row.start)
            some = not any(f.value == len(row.figures) for f in named)
        whole = row.completes or (
            not (some or _NARROWER.search(match["what"]))
            and (row.complementary or row.closed or before.endswith("("))
        )
        return row.skeleton.span(match, "tie"), match["what"], "full" if whole else "open"
    if OTHERS.match(text, row.start + 1):
        return None  # "Six were held in Salem. Three others were held in Ely and five in Elko"
    if not before.strip(' "') and row.heads[0] is None:  # "Eighteen were from Ecuador, three"
        claim = _claim(row)
        return Span(row.figures[0].end, row.figures[1].start), "", claim
    if match := _OF_WHAT.match(before):
        return row.skeleton.span(match, "tie"), match["what"], _claim(row)
    if before.endswith((", ", " - ")) and (match := _THE_THINGS.search(before)):
        aside = row.complementary or (row.elliptic and _ASIDE_ENDS.match(text, row.end))
        return row.skeleton.span(match, "tie"), match["what"], "full" if aside else _claim(row)
    if match := _OF_THE.match(text, row.start + 1):
        return row.skeleton.span(match, "tie"), match["what"], _claim(row)
    made = _MADE_UP.search(text, max(0, row.start - 20), row.start)
    if made and _OF_THEM.match(text, row.start + 1):
        return row.skeleton.span(made, "tie"), "", "full" if row.closed else "open"
    return None


def _claim(row: Row) -> Claim:
    """What the words of a row of groups claim by themselves; most rows are never asked."""
    if _is_filled(row):
        return "full"
    by_charge = _BY_CHARGE.search(row.skeleton.text, row.start)
    lacking = len(_LACKS.findall(row.skeleton.text, row.start)) > 1
    parallel = row.parallel and not by_charge and not lacking
    exclusive = row.apart or row.settled or row.nations or parallel
    return "open" if exclusive else "weak"


def _is_filled(row: Row) -> bool:
    return row.completes or row.complementary


def _wholes(reading: Reading, index: int, row: Row, what: str) -> Iterator[Figure]:
    """The wholes that *what* can mean, the likeliest first."""
    wanted = stems_of(what)
    if wanted & _DEAD:
        wanted |= _DEAD  # "The dead were seven Danes", of twelve who were killed
    if not wanted or wanted <= _GROUP:  # "of the group": those told last
        for at in range(index, max(-1, index - NEAR - 1), -1):
            found = [m.figure for m in larger(reading, at, row)]
            before = [f for f in found if f.end < row.figures[0].start]
            if at == index - 1 and not before:
                before = lone(reading, at, row)
            if before and _RANKED.search(reading.sentences[at].text):
                return  # "the most frequent was El Salvador with 199. 56 came from"
            if before:
                yield from reversed(before)
                return
    if not wanted:
        return
    for at in range(index - 1, max(-1, index - REACH - 1), -1):
        for mention in reversed(larger(reading, at, row)):
            if wanted & said(reading, mention.figure):
                yield mention.taken_from or mention.figure  # "82 of the 95": those held are 95
        for whole in dict.fromkeys(m.taken_from for m in mentions(reading, at)):
            if whole and (whole.value or 0) > row.largest and wanted & said(reading, whole):
                yield whole  # "Of the 28 detainees, 13 were women"
    subject = topic(reading, "" if wanted <= _GROUP else what, row.figures[0])
    if subject is not None:
        yield subject


def _is_split(reading: Reading, index: int, figure: Figure) -> bool:
    """Whether *figure* is itself a group of another split: ``40 are male and 13 female``."""
    return any(
        (row.complementary or row.nations) and any(f is figure for f in row.figures)
        for row in rows(reading.sentences[index])
    )


def _is_of_a_kind(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* only says how many are men or adults: ``62 are men. 44 are from Peru``."""
    return _ARE_OF_A_KIND.match(skeleton.text, skeleton.sign_of(figure) + 1) is not None


def lone(reading: Reading, index: int, row: Row) -> list[Figure]:
    """The only count of the sentence before, though one part is above it, if one deed is told."""
    mains = [m.figure for m in mentions(reading, index) if not m.nested and not m.compared]
    if len(mains) != 1 or mains[0].value is None or family(mains[0]) != row.kind:
        return []
    above = sum((f.value or 0) >= mains[0].value for f in row.figures)
    if above != 1:
        return []
    persons = head(reading.sentences[index], mains[0]) in PERSONS
    of_them = persons and (row.nations or row.complementary)
    return mains if of_them or one_deed(reading, mains[0], row.skeleton) else []


def _may_be_of(row: Row, noun: str | None) -> bool:
    """Whether *row* can count what *noun* does: ``of these cases, 40 people``, a case a person."""
    return all(alike(h, noun) or (noun == "case" and h in PERSONS) for h in row.heads)


def larger(reading: Reading, index: int, row: Row) -> list[Mention]:
    """The counts of a sentence that *row* can be the groups of, above any of them."""
    return [
        m
        for m in mentions(reading, index)
        if not m.compared
        and not m.nested
        and family(m.figure) == row.kind
        and (m.figure.value or 0) > row.largest
        and _may_be_of(row, head(reading.sentences[index], m.figure))
        and not _is_split(reading, index, m.figure)
        and not _is_of_a_kind(reading.sentences[index], m.figure)
    ]
