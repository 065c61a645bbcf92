"""Places announced by number and named in a row: ``in three cities … 48 people in A, B and C``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTH_NAMES
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Sentence, Span
from crossfoot.relate.sums.topic import stems_of
from crossfoot.relate.tallies.announced import announced, of_places, tally
from crossfoot.relate.tallies.items import STATES, Items
from crossfoot.relate.tallies.rows_before import is_summed
from crossfoot.relate.wording.kinds import PLACES
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import head

REACH = 4  # sentences after a number in which its places are named
BACK = 4  # sentences before such a number in which its places may be named
FEW = 3  # places that are named further on than in the next sentence
WHOLE = 10  # people, or whatever else is counted, that are told once more with their places
_NO_PLACE = (
    rf"(?!(?:{MONTH_NAMES})\b"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Fiscal|FY"
    r"|(?:To|The|This|These|In|On|At|Of|For|With|Each|It|They|He|She|All|An?)\b)"
)
_WORD = (
    r"[A-Z](?:[\w'’-]|\.(?=\w|\s[A-Z]))*"  # "St." of "St. Louis", without the stop of a sentence
)
_MORE_OF_IT = rf"(?:{_WORD}|of\s[A-Z][\w'’-]*|de|la|del)"
_PLACE = rf"(?:the\s)?{_NO_PLACE}{_WORD}(?:\s{_MORE_OF_IT}){{0,3}}"
_ROW = lazy(
    r"\b(?P<tie>(?P<where>in|across|throughout|at|from|of):?)\s"
    r"(?:the\s(?:cities|counties|states|towns|countries|communities)\sof\s)?"
    rf"(?P<row>{_PLACE}(?:,\s{_PLACE})*,?\sand\s{_PLACE})(?!,?\s(?:and|&)\s[A-Z]|,\s[A-Z])"
)
_BARE_ROW = lazy(rf"(?P<row>{_PLACE}(?:,\s{_PLACE})+,?\sand\s{_PLACE})(?!,?\s(?:and|&)\s[A-Z])")
_ONE_PLACE = lazy(_PLACE)
_THESE = lazy(r"\b(?:the|these|those|all)\s$")
_LONGEST = len(" these ")
_FAR = 1200  # characters before such a number in which the row stands
# how a sentence begins that names no place there: no "Brazil led, ahead of"
_FIRST_WORD = lazy(
    r"\W*(?:Most|All|Many|More|The|They|Those|These|It|We|Almost|Nearly|Arrests|Raids|Agents|Officers"
    r"|People|Migrants|Immigrants|Refugees|Workers|Deputies|Officials|Sheriffs|Judges|Leaders|Mayors"
    r"|Residents|Lawyers|Governors|Inspectors|Investigators)\b"
)
# "the four cities have": not "the four largest cities", nor "the four cities that"
_THEY_DO = lazy(
    r"\s(?P<noun>[a-z]+)\s(?:are|were|have|had|will|would|can|could|may|must|share|sent|do|did"
    r"|[a-z]{2,}ed)\b"
)
# "In the four cities,"
_OPENS = lazy(r"\W*(?:in|across|throughout|from)\s(?:all\s)?the\s")
_THERE = lazy(r"\s(?P<noun>[a-z]+),")
# "…, Gila and Yuma counties helped."
_ROW_ENDS = lazy(r"(?:\s[a-z]+){0,4}[.;]?\s*")
_ONE = lazy(rf"(?:^|,\s(?:and\s)?|\sand\s)(?P<name>{_PLACE})")
# "in three New Mexico cities"; "the two countries" have been named
_WHERE = lazy(r"\b(?P<where>in|across|throughout|at|from|of|spann(?:ed|ing)|cover(?:s|ed|ing))\s$")
_FROM = ("from", "of")
_SOME = lazy(
    r"\b(?:includ(?:es?|ed|ing)|such as|mostly|mainly|among|half|most|majority|also|like|near"
    r"|nearby|especially|between)\b|\b(?:other|some|each)\s(?:of\s)?(?:\w+\s)?(?:in|from|at)?\s?$"
)
# "Last year it arrested 48 people in", "Of the 36, most came from"
_OTHER_TIME = lazy(
    r"\b(?:last|previous|prior|earlier|another|ago|before|since|then|of the|most|many|similar)\b"
)
_MORE = lazy(r",?\s(?:among|and (?:other|else|elsewhere)|as well|respectively)\b")
# "Arrests were made in", "They came from", and then the row and no more
_TAKING_UP = lazy(
    r"\W*(?:they|these|those|all|(?:the\s)?(?P<noun>[a-z]{4,})s|those (?P<deed>[a-z]{4,})ed)"
    r"(?:\s[a-z]+){0,2}?\s"
    r"(?:are|were|came|come|took place|occurred|happened)"
    r"(?:\s(?:made|located|based|held|conducted|carried out|nationals|citizens|all|arrested))*\s$"
)
_ENDS = lazy(r"[.;]?$|[.,;]\s(?:said|according|officials|the\s[a-z]+\ssaid)")
_OTHER_DEED = lazy(r"\b(?:to|that|who|which|whose|after|while)\b|[,;:\d]")  # "led to searches in"
_KIND_ENDS = lazy(r"\s(?P<noun>[a-z]+)[.;]?")
# "a six-state area that covers Ohio, Utah and"
_AREA = lazy(
    r"-[a-z]+\s(?:[a-z-]+\s){1,3}?(?:(?:that|which)\s)?(?P<tie>includes|including|covers|covering"
    r"|comprises|comprising|spans|spanning|serves|encompasses|takes in|consists of|consisting of"
    rf"|(?:is )?made up of):?\s(?P<row>{_PLACE}(?:,\s{_PLACE})+,?\sand\s{_PLACE})"
    r"(?!,?\s(?:and|&)\s[A-Z]|,\s[A-Z])"
)
_OF_THE_KIND = ("counties of ", "states of ", "cities of ")
_CITIES = frozenset("city town county community village".split())


def rows_of_places(reading: Reading) -> Iterator[Relation]:
    """Numbers of places, each with the first row of names that stands as the number does."""
    for index, figures in announced(reading):
        places = [
            f
            for f in figures
            if f.hedge is None and f.text.lower() != "both" and _counts_places(reading, index, f)
        ]
        for figure in places:
            yield from _area(reading, index, figure)
            yield from _taken_up(reading, index, figure)
            yield from _each_counted(reading, index, figure)
        where = len(places) == 1 and _before(reading.sentences[index], places[0])
        if where:
            yield from _named(reading, index, places[0], of="from" if where in _FROM else "in")


def _area(reading: Reading, index: int, figure: Figure) -> Iterator[Relation]:
    """``a six-state area that covers Ohio, Utah and``: its states, or some of them."""
    match = _AREA.match(reading.document.text, figure.end, reading.sentences[index].end)
    names = _names(match, _noun(reading, index, figure)) if match else None
    if match and names:
        some = match["tie"].startswith("includ")
        tie = Span(*match.span("tie"))
        yield from tally(reading, [figure], Items.exactly(names), tie, partial=some)


def _each_counted(reading: Reading, index: int, figure: Figure) -> Iterator[Relation]:
    """``five counties. Kern will get $200,000, Kings $150,000, …``: a number after each name."""
    text, noun = reading.document.text, _noun(reading, index, figure)
    for later in reading.sentences[index + 1 : index + 2]:
        told = [f for f in later.figures if f.kind not in ("date", "duration", "identifier")]
        if not FEW <= len(told) == figure.value or len({f.kind for f in told}) > 1:
            continue
        edges = [later.start, *(f.end for f in told)]
        gaps = [(end, f.start) for end, f in zip(edges, told, strict=False)]
        names = [_ONE_PLACE.search(text, *gap) for gap in gaps]
        if all(names) and noun in PLACES:
            spans = tuple(Span(*name.span()) for name in names if name)
            yield from tally(reading, [figure], Items.exactly(spans), spans[0], sure=False)


def _taken_up(reading: Reading, index: int, figure: Figure) -> Iterator[Relation]:
    """``Mexico, Peru and Cuba. These three countries``: the row named right before."""
    skeleton = reading.sentences[index]
    sign = skeleton.sign_of(figure)
    tie = _THESE.search(skeleton.text, max(0, sign - _LONGEST), sign)
    if tie is None:
        return
    text = reading.document.text
    all_of_them = tie.group() in ("these ", "those ") or is_summed(skeleton, figure)
    all_of_them = all_of_them or _is_by_itself(reading, index, figure)
    for sentence in reading.document.sentences[max(0, index - 1) : index + 1]:
        end = min(sentence.end, figure.start)
        for row in _BARE_ROW.finditer(text, max(sentence.start, end - _FAR), end):
            names = _names(row, _noun(reading, index, figure))
            sure = all_of_them and _fills_its_sentence(text, row, sentence)
            if names and (len(names) == figure.value or sure):
                yield from tally(reading, [figure], Items.exactly(names), skeleton.span(tie))
                return


def _is_by_itself(reading: Reading, index: int, figure: Figure) -> bool:
    """Whether "the four countries" can only be those just named: no other number tells of any."""
    noun, skeleton = _noun(reading, index, figure), reading.sentences[index]
    sign = skeleton.sign_of(figure)
    opens = _OPENS.fullmatch(skeleton.text, 0, sign) is not None
    told = (_THERE if opens else _THEY_DO).match(skeleton.text, sign + 1)
    if told is None or singular(told["noun"]) != noun or _names_others(reading, index):
        return False
    return not any(
        other is not figure and _noun(reading, at, other) == noun
        for at, figures in announced(reading)
        for other in figures
        if other.start < figure.start
    )


def _names_others(reading: Reading, index: int) -> bool:
    """Whether a sentence before those of the row names a place, too, that "the two" may be."""
    text = reading.document.text
    for sentence in reading.document.sentences[max(0, index - BACK) : max(0, index - 1)]:
        first = _FIRST_WORD.match(text, sentence.start, sentence.end)
        if _ONE_PLACE.search(text, first.end() if first else sentence.start, sentence.end):
            return True
    return False


def _fills_its_sentence(text: str, row: re.Match[str], sentence: Sentence) -> bool:
    """Whether a sentence names no place but those of the row with which it ends."""
    lead = text[sentence.start : row.start()]
    first = _FIRST_WORD.match(lead)
    if first is None or _ONE_PLACE.search(lead, first.end()) or _SOME.search(lead):
        return False
    return _ROW_ENDS.fullmatch(text, row.end(), sentence.end) is not None


def _counts_places(reading: Reading, index: int, figure: Figure) -> bool:
    return of_places(figure) and _noun(reading, index, figure) in PLACES


def _noun(reading: Reading, index: int, figure: Figure) -> str | None:
    """What is counted; ``three New Mexico cities`` has it in the unit."""
    noun = head(reading.sentences[index], figure)
    return noun or (singular(figure.unit.rsplit(" ", 1)[-1].lower()) if figure.unit else None)


def _before(skeleton: Skeleton, figure: Figure) -> str | None:
    """The preposition right before the number; a six-county sweep was made in its counties."""
    sign = skeleton.sign_of(figure)
    if skeleton.text.startswith("-", sign + 1):
        return "in"
    match = _WHERE.search(skeleton.text, max(0, sign - 20), sign)
    return match["where"] if match else None


def _named(reading: Reading, index: int, figure: Figure, of: str) -> Iterator[Relation]:
    text = reading.document.text
    noun = _noun(reading, index, figure)
    for sentence in reading.document.sentences[index : index + REACH + 1]:
        for match in _ROW.finditer(text, max(sentence.start, figure.end), sentence.end):
            names = _names(match, noun)
            if names is None or (match["where"] in _FROM) != (of == "from"):
                continue
            if _SOME.search(text, max(sentence.start, match.start() - 60), match.start()):
                return
            if _MORE.match(text, match.end()) or (len(names) < FEW and sentence.index > index + 1):
                continue
            sure = len(names) >= FEW and _are_all(reading, index, figure, sentence.index, match)
            if sure or len(names) == figure.value:
                tie = Span(*match.span("tie"))
                yield from tally(reading, [figure], Items.exactly(names), tie, sure=sure)
                return


def _names(match: re.Match[str], noun: str | None) -> tuple[Span, ...] | None:
    """The names of a row; None where they are of another kind than *noun*."""
    row = match.start("row")
    spans = tuple(
        Span(row + m.start("name"), row + m.end("name")) for m in _ONE.finditer(match["row"])
    )
    states = [match.string[s.start : s.end].lower() in STATES for s in spans]
    if noun == "state":
        return spans if all(states) else None
    return None if noun in _CITIES and any(states) else spans


def _are_all(reading: Reading, index: int, figure: Figure, at: int, match: re.Match[str]) -> bool:
    """Whether the row tells again of all that the number was told of.

    ``48 people in three cities`` are told again in ``arrested 48 people in Reno, Elko and Ely``.
    """
    if told_again(reading, index, figure, at, match.start()):
        return True
    sentence = reading.document.sentences[at]
    ends = _ENDS.match(reading.document.text, match.end(), sentence.end)
    lead = reading.text[sentence.start : match.start()]
    if at == index + 1 and _are_of_the_kind(reading, index, figure, at, match):
        return True
    near = at == index + 1 or match.group("tie", 0)[1].endswith(_OF_THE_KIND)
    taken = _TAKING_UP.match(lead) if near and ends else None
    subject = taken and (taken["noun"] or taken["deed"])
    return taken is not None and (not subject or subject in reading.sentences[index].text)


def _are_of_the_kind(
    reading: Reading, index: int, figure: Figure, at: int, match: re.Match[str]
) -> bool:
    """Whether the row ends its sentence as places of that kind, and what was done is told again.

    ``Arrests were made in three counties. Agents arrested men in Elko, Nye and Lyon counties``.
    """
    sentence = reading.document.sentences[at]
    kind = _KIND_ENDS.fullmatch(reading.text[match.end() : sentence.end])
    lead = reading.text[sentence.start : match.start()].lower()
    if kind is None or singular(kind["noun"]) != _noun(reading, index, figure):
        return False
    if _OTHER_TIME.search(lead) or _OTHER_DEED.search(lead):
        return False
    return bool(stems_of(lead) & stems_of(reading.sentences[index].text))


def told_again(reading: Reading, index: int, figure: Figure, at: int, before: int) -> bool:
    """Whether what was counted before *figure* is counted again in sentence *at*, before a place.

    A number of another time or deed is another one, though it be the same.
    """
    first = [f for f in reading.by_sentence[index] if f.end <= figure.start]
    again = [f for f in reading.by_sentence[at] if figure.end <= f.start and f.end <= before]
    wholes = {f.value for f in first if f.value is not None and f.value >= WHOLE}
    lead = reading.text[reading.document.sentences[at].start : before]
    return any(f.value in wholes for f in again) and not _OTHER_TIME.search(lead)
