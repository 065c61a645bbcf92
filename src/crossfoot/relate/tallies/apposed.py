"""Persons or places in apposition: ``two suspects, Ann Lee and Bo Roy, were``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announces, plural, tally
from crossfoot.relate.tallies.charged import others_between
from crossfoot.relate.tallies.items import Items, items_of
from crossfoot.relate.tallies.names import FULL_NAME, Row, persons_from
from crossfoot.relate.tallies.words import NO_LIST, NP, counted, is_person, of_places, of_several
from crossfoot.relate.wording.kinds import PERSONS, PLACES, is_nationality
from crossfoot.relate.wording.phrases import singular

# "two suspects, Ann Lee and Bo Roy, were"
_APPOSED = pattern(r"(?P<n>{n})(?P<np>" + NP + r")(?P<tie>,)\s(?=[a-z])")
# "The four - Ann Lee, 25, Bo Roy, 31, … - got out", "six members, Ann Lee, aka Lo, 31, …"
_PERSONS = pattern(
    r"(?:\b(?:the|all|these|those)\s)?(?P<n>{n})(?P<np>" + NP + r")?(?P<tie>,|:|\s?-\s|\s?--\s?)\s?"
    r"(?=[a-z])"
)
# "three fugitives, identified as Ann Lee, 34; Bo Roy", "two suspects: Sgt. Ann Lee and Bo Roy"
_FIRST = r"(?=[a-z]|{age}\s[a-z])"  # "Ann Lee", "39-year-old Ann Lee"
_OF_PERSONS = r"(?P<n>{n})(?:\s{age})?(?P<np>(?:\s(?:u\.s\.|{date}|[a-z][a-z'-]*)){{1,18}}?)"
# each with what a sentence must have for it
_TIED = (
    # "named the other two riders as Ann Lee, 23, and Bo Roy"
    (
        pattern(
            r"\b(?:identified|named)\s(?:all\s|the\s|its\s|their\s)*(?:[a-z]+\s)?(?P<n>{n})"
            r"(?P<np>(?:\s[a-z][a-z'-]*){{1,6}}?)(?P<tie>\sas:?)\s" + _FIRST
        ),
        ("identified", "named"),
    ),
    (
        pattern(
            _OF_PERSONS + r"(?P<tie>,?\s(?:(?:who\s(?:were|are)\s)?(?:identified|named)\sas"
            r"|whose\snames\s(?:(?:were|are)(?:\sgiven\sas)?|have\sbeen\sgiven\sas)):?)\s" + _FIRST
        ),
        ("identified", "named", "names"),
    ),
    (
        pattern(_OF_PERSONS + r"(?P<tie>:\s|\s-{{1,2}}\s|,(?:\snamely)?\s|\s\()" + _FIRST),
        (":", " -", ",", " ("),
    ),
    # "The four men are Ann Lee, 23; Bo Roy"
    (pattern(_OF_PERSONS + r"(?P<tie>\s(?:are|were):?)\s" + _FIRST), ("are", "were")),
)
# no "on Monday and Cy Fox on Friday"
_ANOTHER = lazy(r"(?:an?|one|another|his|her|their)\b")
# "four people, among them Ann Lee and Bo Roy"
_SOME_NAMED = lazy(
    r"(?:among|includ|like|such|notably|mostly|especially|led|chiefly|at least)\b|includ"
)
_FROM_PLACE = lazy(
    r"\b(?:(?:from|in|near|of)\s[A-Z][\w'’-]*"
    r"|(?:of|by|with|to|against|for|as)\s[A-Z][\w.'’-]*(?:\s[A-Z][\w'’-]*)+),\s$"
)
_ONE_WORD = lazy(r",\s[A-Z][\w'’-]*(?:,\s(?!\d)|\sand\s)")
_AND = lazy(r"\band\b")
_AND_MORE = lazy(r",\sand\s")
_ROW_ENDS = lazy(
    r"[.;)]?$|[;)]|,\s(?:of|with|for|on|in|at|after|during|over|following)\s[a-z]|,?\s(?:-|--|–|—)\s|--|—|,\sand\s(?:an?|one|another)\s"
    r"|,?\s(?:were|was|are|is|have|has|had|who|all|both|each|face[sd]?|pleaded|pled|will|would|can"
    r"|could|may|might|did|do|remain|live|work|hid|stole|took|ran|fled|drove|met|made|sold|went"
    r"|came|got|left|allegedly|also|then|[a-z]{3,}ed)\b"
)
_NAMES = lazy(r"(?:the )?[A-Z][\w.&'’-]*(?P<more>(?:\s[A-Z][\w.&'’-]*){0,3})(?:,| and )")
# "its three largest utilities": there are no others, whatever they are called
_ONLY = lazy(r"\b(?:largest|biggest|busiest|oldest|smallest|main|top|leading|only)\b")
_BODIES = ("members", "officers", "residents", "employees", "leaders", "judges", "agents")
_SAID = lazy(r"\b(?:said|says|reported|announced|told|confirmed|among|according)\b")
# ", the attorney general said"
_SAID_BY = lazy(r",\s[^,.;:]{3,70}\s(?:said|says|announced|reported|told)\b")
_VERB = lazy(
    r",?\s(?:were|was|are|is|have|has|had|who|face|faces|pleaded|pled|allegedly|became|remained|will"
    r"|would|filed|agreed)\b"
)
_NAME = rf"{FULL_NAME}\.?(?:,\s[JS]r\.)?"
# "Ann Lee, 42", "Bo Roy, aka Slim, 39"
_AGED = lazy(
    rf"(?P<name>{_NAME})(?:,?\s(?:aka|a/k/a|also known as)\s[^,;]{{1,40}}){{0,2}},[”\"’']?\s"
    r"(?:age\s)?(?P<age>\d{1,2})\b(?![,.]\d|\s(?:counts|months|people|others|years\s(?:in|to)))"
)
# "…, 31, arrested two": here the list is left; "…, 31, of Reno", "…, 31, and" go on
_LEFT = lazy(
    r"\s(?:-|--|–|—)\s|\.\s|\s(?:were|was|are|is|have|has|had|pleaded|face|faces)\b"
    r"|,\s(?!(?:of|from|formerly|and|aka|an?|the|both|all|who|also|each|is)\b)[a-z]+"
)
# "…, 40, and a woman, | Jane Doe, 25"
_AND_A = lazy(
    r"\b(?:and|plus|with)\s(?:an?|one|another|the|his|her|their)\s(?:[a-z'’-]+\s){0,4}?[a-z'’-]+,?\s$"
)
# "…, 45, on drug charges and a 16-year-old boy", "…, 31, of Salem; and two juveniles"
_AND_SOMEBODY = lazy(
    r"\b(?:and|plus)\s(?:an?|one|another|two|three|four|five|six|several|\d\d?)\s(?:\d\d-year-old"
    r"|[^.;,]{0,30}\b(?:m[ae]n|wom[ae]n|people|child(?:ren)?|bab(?:y|ies)|(?:boy|girl|juvenile"
    r"|teen(?:ager)?|minor|infant|toddler|son|daughter|sibling|friend|relative|other|person"
    r"|suspect|defendant)s?)\b)"
)
# ", two former clerks,"
_TWO_OF_THEM = pattern(
    r",\s(?:the\s|all\s)?(?P<n>{n})(?P<np>" + NP + r")(?:\s(?:on|in)\s(?:the|this)\s[a-z]+)?,"
)
_ONE_NAME = lazy(_NAME)
_ROW_BEFORE = lazy(rf"(?P<names>{_NAME}(?:,\s{_NAME})*\sand\s{_NAME})$")
# "three stolen vehicles, a 2011 Honda", "two men, an Egyptian"
_A_THING = pattern(r"(?P<n>{n})(?P<np>" + NP + r")(?P<tie>,|:|\s-)\s(?P<first>an?\s)")
_THING_CUES = tuple(f"{tie} {article} " for tie in (",", ":", "-") for article in ("a", "an"))
_IN_LIST = lazy(r"(?:-|:|\()\s?$")  # "four guns - two pistols, a rifle and a shotgun"
_WORDS = r"(?:[^.;:,]|\.(?=\d)){2,60}"  # "a .22-caliber rifle" and all
_A_ROW = lazy(rf"an?\s{_WORDS}(?:,\san?\s{_WORDS})*,?\sand\san?\s{_WORDS}(?=[.,;])")
_ARTICLE = lazy(r"(?:^|,\s(?:and\s)?|\sand\s)an?\s(?:[a-z0-9]|\.\d)[\w-]*")
_COUNTED_THING = lazy(r"\b(?:two|three|four|five|six|several|others?|few|number|total|third)\b")
# "charging two former officers Ann Lee and Bo Roy with": names right behind the noun
_PLURAL = lazy(r"(?<=\s)(?P<noun>[A-Za-z-]+s|[Mm]en|[Ww]omen)\s(?=[A-Z])")
_NAMES_BEHIND = lazy(
    rf"{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME}(?!,?\sand\b|,\s[A-Z]|\s[a-z]+\sand\b)"
)
_NO_NAME = lazy(
    r"\b(?:Department|Agency|Office|Bureau|Police|Service|County|Court|District|Unit|University"
    r"|Commission|Enforcement|Division|Attorney|Committee|Company|Inc|LLC|Street|Avenue|City|States?)\b"
)
# what leads from the number to another noun: "two of the officers", "two counts against brothers"
_OFF = lazy(r"[,;:(]|\b(?:of|in|against|for|from|by|with|to|and|or|at|on|that|who|whose)\b")
# "…, for off-label uses", "….": nothing is added to two names
_CLOSED = lazy(
    r"[.;:)”\"]|,[”\"]|,?\s?$|,\s(?!(?:with|followed|plus|along|then|while|as well|and|or|among"
    r"|includ|mostly|mainly|chiefly|notably|most|both|at least|respectively|first|too|also"
    r"|for (?:one|example|instance))\b)"
)
_THE = lazy(r"\b(?:the|its|their|his|her|our|my|those|these|all|[a-z]+'s)\s$")
# "In | four of the cases before them, Lord Kent and Lord Crane agreed"
_LEADING = lazy(rf"\W*(?:in|at|on|for|after|during)\s{SIGNS['count']}\sof\s(?:the|their|its)\s")
_SOME_OF = lazy(r"\bof\s(?:the|its|their|those|these|all)\s$|^of\s$")
_HAUL = lazy(
    r"\b(?:seiz|recover|confiscat|found|find|carry|carried|sold|sell|b[ou]ught|buy|stole|took|taken"
    r"|haul|hid|smuggl|possess|import|deliver)"
)
_AGENCIES = frozenset("agency bureau department organization group".split())
_MARKS = (",", "-", ":", "(", "identified", "named", " are ", " were ")
FAR = 90  # characters between a number and the noun behind which the names stand
NEAR = 110  # characters between one age and the next person


def apposed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """Names right after the number of those who bear them."""
    if " and " in skeleton.text:
        yield from _behind(reading, skeleton)
    if not any(map(skeleton.text.__contains__, _MARKS)):
        return
    yield from _with_ages(reading, skeleton)
    yield from _in_row(reading, skeleton)
    yield from _names(reading, skeleton)
    if " and " in skeleton.text:
        yield from _reversed(reading, skeleton)
        if any(map(skeleton.text.__contains__, _THING_CUES)):
            yield from _things(reading, skeleton)


def _with_ages(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """Names with an age each: as many ages as persons, up to the verb."""
    if skeleton.text.count(SIGNS["age"]) < 2:
        return
    text = reading.document.text
    for match in _PERSONS.finditer(skeleton.text):
        start = skeleton.offset(match.end())
        if not text[start].isupper() or (match["np"] and not of_several(skeleton, match)):
            continue
        # "Of the six, Ann Lee, 42, …" lists some of them
        if not match["np"] and (match["tie"] == "," or not skeleton.text[match.start()].isalpha()):
            continue
        # "Two of the three men - Ann Lee, 42, and Bo Roy, 39 -" lists the two
        if counted(skeleton, match) is not skeleton.group(match, "n"):
            continue
        found = persons_in_row(text, start, skeleton.end)
        if len(found) > 1 and not NO_LIST.search(skeleton.text, match.end()):
            figure, tie = skeleton.group(match, "n"), skeleton.span(match, "tie")
            few = _counted(text, found)
            items = Items(tuple(found[:few]), tuple(found), few)
            row = persons_from(text, start, skeleton.end)
            unaged = row is not None and len(row.persons) > len(found)
            more = _AND_SOMEBODY.search(text, found[-1].end, skeleton.end)
            # "…, 31, and Luis Diaz, 8, at the scene, and Bo Lee, 44, and": more of them are named
            fewer = figure is not None and (figure.value or 0) > len(found)
            later = fewer and _AGED.search(text, found[-1].end, skeleton.end)
            sure = more is None and not (unaged or later) and _are_all(reading, figure, found)
            yield from tally(reading, [figure], items, tie, sure=sure)


def _in_row(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``three fugitives, identified as Ann Lee, a clerk; Bo Roy, aka Ace; and Cy Fox``."""
    if " and " not in skeleton.text:
        return
    text = reading.document.text
    told = (tied for tied, cues in _TIED if any(map(skeleton.text.__contains__, cues)))
    for match in (match for tied in told for match in tied.finditer(skeleton.text)):
        if not of_several(skeleton, match) or not any(map(is_person, match["np"].split())):
            continue
        row = persons_from(text, skeleton.offset(match.end()), skeleton.end)
        first = _first_list(text, row) if row else ()
        closed = row is not None and (row.closed or len(first) < len(row.spans))
        if row and closed and not NO_LIST.search(skeleton.text, match.end()):
            # "two men, Ann Lee, Bo Roy, and a woman, Cy Fox": she is none of the two
            beside = any(_ANOTHER.match(person.lead) for person in row.persons[: len(first)])
            ends = len(first) < len(row.spans) or _ROW_ENDS.match(text, row.end, skeleton.end)
            sure = bool(ends) and not beside and not _SOME_NAMED.match(row.persons[0].lead)
            sure = sure and not _of_one_name(reading, skeleton.offset(match.end()), row)
            tie = skeleton.span(match, "tie")
            figure = counted(skeleton, match)
            sure = sure and _are_all(reading, figure, first)
            yield from tally(reading, [figure], Items.exactly(first), tie, sure=sure)


def _are_all(reading: Reading, figure: Figure | None, named: Sequence[Span]) -> bool:
    """Whether no one more is told of next, where fewer are named: ``A juvenile was not named``."""
    if figure is None or (figure.value or 0) <= len(named):
        return True
    sentences = reading.document.sentences
    last = min(figure.sentence + 1, len(sentences) - 1)
    return not others_between(reading, named[-1].end, sentences[last].end)


def _of_one_name(reading: Reading, start: int, row: Row) -> bool:
    """Whether one of those named may go by one word: "Hill Foods, Nordia and Elm Mills".

    Or whether a place of one word began the row: "three boys from Arden, Elm Park and Fir Glen",
    or another name: "five clerks testified against Ann Lee, Bo Roy and Cy Fox".
    """
    text = reading.document.text
    if _FROM_PLACE.search(text, 0, start):
        return True
    gaps = [text[a.end : b.start] for a, b in pairwise(row.spans)]
    return any(map(_ONE_WORD.match, gaps))


def _first_list(text: str, row: Row) -> tuple[Span, ...]:
    """The names up to the "and" that ends the list: ``Ann Lee and Bo Roy, and a Dane, Cy Fox``."""
    spans = row.spans
    for k in range(1, len(spans) - 1):
        if not _AND.search(text, spans[k - 1].end, spans[k].start):
            continue
        gap, other = text[spans[k].end : spans[k + 1].start], row.persons[k + 1]
        named = text[other.span.start : other.span.end].split()[0].lower()
        another = _ANOTHER.match(other.lead) or is_nationality(named)
        if another and _AND_MORE.match(gap):
            return spans[: k + 1]
    return spans


def _counted(text: str, found: list[Span]) -> int:
    """How many are surely of those counted: not "and a woman, Jane Doe, 25" of two men."""
    ends = (
        k for k in range(1, len(found)) if _AND_A.search(text, found[k - 1].end, found[k].start)
    )
    return next(ends, len(found))


def persons_in_row(text: str, start: int, end: int) -> list[Span]:
    """The persons in a row from *start* on, each with an age."""
    found: list[Span] = []
    at = start
    while (person := _AGED.search(text, at, end)) and person.start() - at < NEAR:
        if _LEFT.search(text, at, person.start()) or (not found and person.start() != start):
            break
        found.append(Span(person.start("name"), person.end("name")))
        at = person.end()
    return found


def _reversed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``Ann Lee and Bo Roy, two former clerks, alleged``: of three names two may be meant."""
    text = reading.document.text
    for match in _TWO_OF_THEM.finditer(skeleton.text):
        figure = skeleton.group(match, "n")
        end = skeleton.offset(match.start())
        row = _ROW_BEFORE.search(text, skeleton.start, end)
        if figure is None or row is None or not of_several(skeleton, match):
            continue
        names = tuple(
            Span(m.start(), m.end()) for m in _ONE_NAME.finditer(text, *row.span("names"))
        )
        fewer = figure.value is not None and figure.value < len(names)
        yield from tally(
            reading, [figure], Items.exactly(names), skeleton.span(match, "n"), sure=not fewer
        )


def _things(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``three vehicles, a 2011 Honda, a 2015 Ford and a 2004 Chevrolet``: each with its article."""
    for match in _A_THING.finditer(skeleton.text):
        listed = _IN_LIST.search(skeleton.text, 0, match.start())
        if listed or not of_several(skeleton, match):
            continue
        body = reading.text[skeleton.offset(match.start("first")) : skeleton.end]
        row = _A_ROW.match(body)
        if row is None or _COUNTED_THING.search(row.group()):
            continue
        at = skeleton.offset(match.start("first"))
        found = [Span(at + m.start(), at + m.end()) for m in _ARTICLE.finditer(row.group())]
        if len(found) > 1:
            # "netted four people, a gun and a bag" goes on with other things
            figure, tie = skeleton.group(match, "n"), skeleton.span(match, "tie")
            sure = match["tie"] != ","
            yield from tally(reading, [figure], Items.exactly(found), tie, sure=sure)


def _behind(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``two former officers Ann Lee and Bo Roy``: no comma between the noun and full names."""
    text = reading.document.text
    for figure in filter(announces, skeleton.figures):
        match = _PLURAL.search(text, figure.end, min(figure.end + FAR, skeleton.end))
        while match and singular(match["noun"].lower()) not in PERSONS:
            match = _PLURAL.search(text, match.end() - 1, min(figure.end + FAR, skeleton.end))
        row = _NAMES_BEHIND.match(text, match.end(), skeleton.end) if match else None
        between = text[figure.end : match.start()] if match else ""
        if row is None or match is None or _OFF.search(between) or _NO_NAME.search(row.group()):
            continue
        names = tuple(Span(m.start(), m.end()) for m in _ONE_NAME.finditer(text, *row.span()))
        tie = Span(match.start("noun"), match.end("noun"))
        yield from tally(reading, [figure], Items.exactly(names), tie)


def _names(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``two suspects, Ann Lee and Bo Roy, were``: names only, told apart in one way."""
    text = reading.document.text
    for match in _APPOSED.finditer(skeleton.text):
        start = skeleton.offset(match.end())
        if not _NAMES.match(text, start) or not of_several(skeleton, match):
            continue
        leading = _LEADING.fullmatch(skeleton.text, 0, match.start("n"))
        if leading or _names_begin(reading, skeleton, match):
            continue
        said = _SAID_BY.search(skeleton.text, match.end())
        verb = said or _VERB.search(skeleton.text, match.end())
        end = skeleton.offset(verb.start() if verb else len(skeleton.text))
        items = items_of(text, start, end, places=of_places(match["np"]))
        if items is None or items.least != len(items.finest):
            continue
        figure = counted(skeleton, match)
        names = [_NAMES.match(text[s.start : s.end] + ",") for s in items.spans]
        close = text[items.spans[-1].end : min(items.spans[-1].end + 60, skeleton.end)]
        if not all(names) or (not said and _SAID.search(close)) or figure is None:
            continue
        of_persons = any(map(is_person, match["np"].split()))
        persons = not of_persons and all(name and name["more"] for name in names)
        named = singular(match["np"].split()[-1]) in PLACES and len(names) > 2
        only = verb is not None and said is None and _ONLY.search(match["np"]) is not None
        joined = text[items.spans[0].end : items.spans[-1].start] in (" and ", " & ")
        pair = (
            joined
            and text[skeleton.offset(match.start("np")) + match["np"].rindex(" ") + 1].islower()
        )
        pair = pair and _are_both(skeleton, match, close, of_persons=of_persons)
        if persons or named or only or pair or figure.value == len(names):
            # "three counties, the Reno Police and the State Patrol" goes on with others
            sure = not any(name and name.group().startswith("the ") for name in names)
            sure = sure or (pair and _of_bodies(skeleton, match))
            yield from tally(reading, [figure], items, skeleton.span(match, "tie"), sure=sure)


def _are_both(skeleton: Skeleton, match: re.Match[str], close: str, *, of_persons: bool) -> bool:
    """Whether ``two ports, Reno and Elko,`` tells all: two names and nothing behind them.

    In "in three ports, Reno and Elko lead" they are the subject; "seized two guns, Xanax and
    Valium" goes on with other things.
    """
    figure = skeleton.group(match, "n")
    before = skeleton.text[: match.start("n")]
    if figure is None or figure.hedge is not None or not _CLOSED.match(close):
        return False
    if _SOME_OF.search(before) and counted(skeleton, match) is figure:
        return False
    if of_persons or not plural(match["np"]):
        return _THE.search(before) is not None
    return not _HAUL.search(before)


def _of_bodies(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether names with "the" can only be those counted: agencies, or "the two" of something."""
    if singular(match["np"].split()[-1]) in _AGENCIES:
        return True
    return _THE.search(skeleton.text[: match.start("n")]) is not None


def _names_begin(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the words counted end in a name: ``three groups under Air China, Ann Lee and …``."""
    counted = reading.document.text[
        skeleton.offset(match.start("np")) : skeleton.offset(match.end("np"))
    ].split()
    if counted[-2:-1] == ["of"] and counted[0].lower() in _BODIES:  # "three members of Congress,"
        return False
    return "--" in match["np"] or (counted[0][0].islower() and counted[-1][0].isupper())
