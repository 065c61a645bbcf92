"""Tallies: a number announced, and the items then listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern, plain
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate._ages_listed import ages_listed
from crossfoot.relate._amounts_listed import amounts_listed
from crossfoot.relate._dates_listed import dates_listed
from crossfoot.relate._items import Items, items_of
from crossfoot.relate._rows import PERSONS, PLACES, family, head, is_enumerator, rows
from crossfoot.relate._wording import phrase, relation, singular

_T_OR_QUOTE = frozenset('Tt"“')
_NAMING = ("dentified", "named", ":")
_SECOND = lazy(r"\b[Ss]econd\b")
FAR = 5  # times more announced than listed: the list is of something else
MOST = 60  # items that a text lists one by one
# between the places and the first bracket: " counties: Brown ("
_OPENS_NAMES = lazy(r"[^.;:()]{0,60}(?::|\s-)\s[^.;:()]{1,40}\($")
FAR_BACK = 40  # sentences between "11 other district attorneys" and their list
_OTHERS = lazy(r"\sother\s")
REACH = 6  # sentences after which "The crews are" still means the three gangs

_NP = r"(?:\s[a-z][a-z'-]*){{1,9}}?"
# "two housing developments: the", "three crews - ", "two groups (", "three men, namely"
_OPENED = pattern(
    r"(?P<n>{n})(?P<np>"
    + _NP
    + r")(?P<tie>:|\s-\s|\s\(|,? namely|,? to wit:?|,? specifically)\s*(?=\S)"
)
# "the five busiest offices were Dallas", "the two functions of the gang are to"
_ARE = pattern(
    r"\b(?:the|its|their|his|her|our|those|these)\s(?P<n>{n})(?P<np>"
    + _NP
    + r")\s(?P<tie>are|were)(?: to)?\s"
)
# "the first 50 participants: " opens no list of fifty
_CHOSEN = lazy(r"\b(?:first|last|next|top|every|each|other)\s$")
_SOME_OF_THE = pattern(r"(?P<n>{n})\s(?:out )?of\s(?:the|its|their|all)?\s?$")
_PLACES = frozenset("state country nation province territory republic".split())
# ", and three of those": no further item
_SOME_OF = pattern(r",\s(?:and|but|with|while)\s(?:[a-z]+\s){{0,2}}{n}\sof\b")
# "five tables tracking arrests, detainers and removals respectively"
_RESPECTIVELY = pattern(
    r"(?P<n>{n})(?P<np>\s[a-z]+s)\s(?P<tie>[a-z]+ing|for|on)\s(?P<list>[^.;:]{{5,300}}?)"
    r",?\srespectively"
)
# "two counts, including A and B": no more than announced
_INCLUDING = pattern(r"(?P<n>{n})(?P<np>" + _NP + r"),?\s(?P<tie>including)\s")
# "The crews are Reds (…), Blues and Greens"
_NOUN_ARE = lazy(
    r"\W*(?:the|those|these)\s(?P<noun>[a-z]+(?:s|men|women|people))\s(?P<tie>are|were)"
    r"(?: identified as)?\s"
)
# "two suspects, Ann Lee and Bo Roy, were"
_APPOSED = pattern(r"(?P<n>{n})(?P<np>" + _NP + r")(?P<tie>,)\s(?=[a-z])")
_NAMES = lazy(r"[A-Z][\w.'’-]*(?P<more>(?:\s[A-Z][\w.'’-]*){0,3})(?:,| and )")
_SAID = lazy(r"\b(?:said|says|reported|announced|told|confirmed|among|according)\b")
_VERB = lazy(r",?\s(?:were|was|are|is|have|has|had|who|face|faces|pleaded|pled|allegedly)\b")
# "joined by the district attorneys of Alameda, Yolo and Napa counties"
_JOINED = lazy(
    r"\bjoined\b[^.;]{0,40}\bby (?:the )?(?P<noun>[a-z]+(?: [a-z]+)?s)(?:['’]s?)?"
    r"(?: offices?)? (?P<tie>of|from|in|for)(?: the)?\s"
)
_PERSONS = (
    r"(?:defendants?|suspects?|men|women|individuals|victims|people|arrestees|detainees"
    r"|those arrested|those charged)"
)
# "identified the defendants as", "The men are identified as", "The defendants are:"
_IDENTIFIED = lazy(
    r"\b(?:identified|named)\b[^.;:]{0,50}?\b" + _PERSONS + r"\b[^.;:]{0,40}?(?:\bas\b:?|:)"
    r"|\b" + _PERSONS + r"\b[^.;:]{0,30}\b(?:are|were|have been)\b(?: \w+)?"
    r" (?:identified as|named as|identified by \w+ as|:)"
)
# "Ann Lee, 42, of Queens", "aka “Lo,” 39": a person and an age
_AGED = lazy(
    r"[\w.”\"’')]\s?,[”\"’]?\s?(?:age )?(?P<age>\d{1,2})\b"
    r"(?!\s?(?:years? (?:in|to|of)|months|counts|,\d{3}))"
)
# "Seven men charged", "arrested seven men"
_CHARGED = lazy(
    r"\b(?:charged|indicted|arrested|arraigned|convicted|sentenced|pleaded|plead|named|defendants"
    r"|suspects|in custody|detained|accused)\b"
)
_CHARGED_BEFORE = lazy(
    r"\b(?:charg(?:es?|ed|ing)|indict(?:s|ed)?|arrest(?:s|ed|ing)?|convict(?:s|ed)?|sentenced|detained"
    r"|named?|identif(?:y|ied|ies)|caught|captured)\s(?:of\s|the\s|all\s)*$"
)
LEDE = 10  # sentences, headings included, in which the number of persons is announced
_MISSING = lazy(
    r"\b(?:at large|being sought|remains? outstanding|fugitives?|unidentified|juveniles?|minors?"
    r"|not (?:been|yet))\b"
)
# a line that is a person: "Luis Arce, 42, Pasadena"
_PERSON_LINE = lazy(r"\W{0,3}[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’“”\"-]+){1,4},\s\d{2}\b,?.{0,60}")
_THE_N = pattern(r"\b(?P<tie>the|all|those|these)\s(?P<n>{n})\s[a-z-]+")
_NTH = lazy(
    r"\b(?:the|a)\s(?P<nth>first|second|third|fourth|fifth|sixth|seventh)\s(?P<noun>[a-z]+)\b"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_TIMES = frozenset(
    "year month week day hour minute time percent dollar foot mile meter degree point".split()
)


# the patterns of a list in its sentence, each with what it cannot do without
_LISTS = (
    (_OPENED, re.compile(r":|\s-\s|\s\(|namely|to wit|specifically")),
    (_ARE, re.compile(r"\s(?:are|were)\s")),
    (_INCLUDING, re.compile(r"including")),
)


def relate(reading: Reading) -> Iterator[Relation]:
    """Every tally that the wording asserts, one a figure."""
    seen: set[str] = set()
    for found in _all(reading):
        counts = {count.id for count in found.figures("count")}
        if not counts & seen:
            seen |= counts
            yield found


def _all(reading: Reading) -> Iterator[Relation]:
    yield from dates_listed(reading)
    yield from amounts_listed(reading)
    yield from ages_listed(reading)
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if not any(_announces(f) for f in skeleton.figures):
            continue
        yield from _in_sentence(reading, skeleton)
        yield from _bullets(reading, index)
        yield from _after_row(reading, index)
        yield from _apposed(reading, skeleton)
        yield from _bracketed(reading, skeleton)
    yield from _noun_are(reading)
    yield from _joined(reading)
    yield from _identified(reading)
    yield from _person_lines(reading)
    yield from _ordinals(reading)


def _tally(
    reading: Reading,
    figures: Sequence[Figure | None],
    items: Items | None,
    tie: Span,
    *,
    partial: bool = False,
) -> Iterator[Relation]:
    """The relation, where the items can be told apart well enough to say something.

    *figures* are one number, stated once or more. "Including" lists contradict it only above.
    """
    counts = [f for f in figures if f is not None and _announces(f)]
    if not counts or items is None:
        return
    value = int(counts[0].value or 0)
    listed = items.reading(value)
    if listed is None or (partial and len(listed) < value) or value > FAR * len(listed):
        return
    yield relation("tally", reading, [tie], {}, count=counts, items=listed)


def _announces(figure: Figure) -> bool:
    return (
        figure.kind in ("count", "number")
        and figure.value is not None
        and figure.value.denominator == 1
        and 2 <= figure.value <= MOST
    )


def _plural(words: str) -> bool:
    """Whether a noun phrase counts things that can be listed."""
    nouns = [w for w in words.split() if w.endswith("s") or singular(w) != w]
    return bool(nouns) and singular(nouns[-1]) not in _TIMES


def _in_sentence(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """A number and its list in one sentence."""
    if _broken_off(reading.document.text, skeleton.end):
        return
    for source, mark in _LISTS:
        if not mark.search(skeleton.text):
            continue
        for match in source.finditer(skeleton.text):
            end = _list_end(skeleton, match)
            chosen = _CHOSEN.search(skeleton.text, 0, match.start("n"))
            if end is None or chosen or not _plural(match["np"]):
                continue
            places = _of_places(match["np"])
            items = _listed(reading, skeleton, match.end(), end, places=places)
            tie = skeleton.span(match, "tie")
            figures = [_counted(skeleton, match)]
            yield from _tally(reading, figures, items, tie, partial=source is _INCLUDING)
    for match in _RESPECTIVELY.finditer(skeleton.text):
        items = _listed(reading, skeleton, *match.span("list"))
        tie = skeleton.span(match, "tie")
        yield from _tally(reading, [skeleton.group(match, "n")], items, tie)


def _listed(
    reading: Reading, skeleton: Skeleton, start: int, end: int, *, places: bool = False
) -> Items | None:
    """The items of a stretch of the folded sentence."""
    stretch = skeleton.offset(start), skeleton.offset(end)
    return items_of(reading.document.text, *stretch, places=places)


def _bracketed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``in 14 counties: Brown (3), Dane (20), …``: as many brackets as places."""
    if "(" not in skeleton.text:
        return
    for row in rows(skeleton):
        signs = [skeleton.sign_of(f) for f in row.figures]
        if len(signs) < 3 or any(skeleton.text[at - 1] != "(" for at in signs):
            continue
        before = [f for f in skeleton.within(0, row.start) if family(f) == "count"]
        if before and head(skeleton, before[-1]) in PLACES:
            between = skeleton.text[skeleton.sign_of(before[-1]) + 1 : row.start]
            if _OPENS_NAMES.match(between):
                items = Items.exactly([f.span for f in row.figures])
                tie = Span(before[-1].end, row.figures[0].start)
                yield from _tally(reading, [before[-1]], items, tie)


def _of_places(words: str) -> bool:
    """Whether the things announced are states or countries."""
    return bool(_PLACES & {singular(w) for w in words.split()})


def _counted(skeleton: Skeleton, match: re.Match[str]) -> Figure | None:
    """The number announced: in "three of the four regions", three."""
    chosen = _SOME_OF_THE.search(skeleton.text, 0, match.start("n"))
    return skeleton.group(chosen, "n") if chosen else skeleton.group(match, "n")


def _broken_off(text: str, end: int) -> bool:
    """Whether the sentence breaks off at a line's end and goes on in the next line."""
    after = text[end : end + 8].lstrip()
    return text[end - 1 : end] not in ".!?”\"')" and (after[:1].islower() or after[:1] in "(&")


def _list_end(skeleton: Skeleton, match: re.Match[str]) -> int | None:
    """Where a list opened by *match* ends: at its closing dash or bracket, else with the sentence.

    It ends before ", and three of those"; None where the things listed are themselves counted, so
    that they add up instead.
    """
    start = match.end()
    closer = {"-": " - ", "(": ")"}.get(match["tie"].strip())
    at = skeleton.text.find(closer, start) if closer else -1
    end = at if at >= 0 else len(skeleton.text)
    for figure in skeleton.within(start, end):
        if is_enumerator(skeleton.text, skeleton.sign_of(figure)):
            continue
        if figure.kind in ("count", "number", "percent", "money", "measure"):
            comma = skeleton.text.rfind(",", start, skeleton.sign_of(figure))
            some = _SOME_OF.match(skeleton.text, comma) if comma > start else None
            return comma if some and skeleton.text.count(",", start, comma) > 1 else None
    return end


def _noun_are(reading: Reading) -> Iterator[Relation]:
    """``three crews … The crews are FNO, PPP and YAWAH``."""
    text = reading.document.text
    for index, sentence in enumerate(reading.document.sentences):
        if text[sentence.start : sentence.start + 1] not in _T_OR_QUOTE:
            continue
        opening = plain(text[sentence.start : sentence.start + 60])
        match = _NOUN_ARE.match(opening)
        if match is None:
            continue
        noun = singular(match["noun"])
        figure = _announced(reading, index, noun)
        start = sentence.start + match.end()
        tie = Span(sentence.start + match.start("tie"), sentence.start + match.end("tie"))
        items = items_of(text, start, sentence.end) if text[start].isupper() else None
        yield from _tally(reading, [figure], items, tie)
        if figure is None and noun in PERSONS and not _missing(reading, index):
            for figures in _persons_charged(reading, index):
                yield from _tally(reading, figures, items, tie)


def _apposed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``two suspects, Ann Lee and Bo Roy, were``: names only, told apart in one way."""
    text = reading.document.text
    for match in _APPOSED.finditer(skeleton.text):
        start = skeleton.offset(match.end())
        if not _plural(match["np"]) or not _NAMES.match(text, start):
            continue
        verb = _VERB.search(skeleton.text, match.end())
        end = skeleton.offset(verb.start() if verb else len(skeleton.text))
        items = items_of(text, start, end, places=_of_places(match["np"]))
        if items is None or items.least != len(items.finest):
            continue
        figure = skeleton.group(match, "n")
        names = [_NAMES.match(text[s.start : s.end] + ",") for s in items.spans]
        close = text[items.spans[-1].end : items.spans[-1].end + 60]
        if not all(names) or _SAID.search(close) or figure is None:
            continue
        persons = all(name and name["more"] for name in names)
        named = singular(match["np"].split()[-1]) in PLACES and len(names) > 2
        if persons or named or figure.value == len(names):
            yield from _tally(reading, [figure], items, skeleton.span(match, "tie"))


def _joined(reading: Reading) -> Iterator[Relation]:
    """``with 11 other district attorneys … joined by the district attorneys of Alameda, …``."""
    text = reading.document.text
    for index, sentence in enumerate(reading.document.sentences):
        if "oined" not in text[sentence.start : sentence.end]:
            continue
        match = _JOINED.search(plain(text[sentence.start : sentence.end]))
        if match is None:
            continue
        start = sentence.start + match.end()
        items = items_of(text, start, sentence.end) if text[start].isupper() else None
        tie = Span(sentence.start + match.start("tie"), sentence.start + match.end("tie"))
        noun = singular(match["noun"].split()[-1])
        others = [
            f
            for at in range(max(0, index - FAR_BACK), index + 1)
            for f in reading.by_sentence[at]
            if _OTHERS.match(reading.sentences[at].text, reading.sentences[at].sign_of(f) + 1)
            and noun in map(singular, phrase(reading.sentences[at], f, skip=1))
        ]
        yield from _tally(reading, others[-1:], items, tie)


def _announced(reading: Reading, index: int, noun: str) -> Figure | None:
    """The nearest figure before that counts *noun*."""
    for at in range(index - 1, max(-1, index - REACH - 1), -1):
        for figure in reversed(reading.by_sentence[at]):
            if head(reading.sentences[at], figure) == noun or noun in map(
                singular, phrase(reading.sentences[at], figure)
            ):
                return figure
    return None


def _bullets(reading: Reading, index: int) -> Iterator[Relation]:
    """A number in the line that opens a bulleted list."""
    document = reading.document
    block = document.sentences[index].block
    after = block + 1
    while after < len(document.blocks) and document.blocks[after].kind == "item":
        after += 1
    listed = document.blocks[block + 1 : after]
    if len(listed) < 2 or document.blocks[block].kind == "item":
        return
    last = index + 1 == len(document.sentences) or document.sentences[index + 1].block != block
    skeleton = reading.sentences[index]
    numbers = [f for f in skeleton.figures if _announces(f)]
    opens = skeleton.text.rstrip().endswith(":")
    if not last or not numbers:
        return
    fits = [f for f in numbers if f.value == len(listed)]
    if not fits and not (
        opens and len(numbers) == 1 and _plural(" ".join(phrase(skeleton, numbers[0])))
    ):
        return
    spans = tuple(Span(b.start, b.end) for b in listed)
    figure = (fits or numbers)[0]
    yield from _tally(reading, [figure], Items.exactly(spans), spans[0])


def _identified(reading: Reading) -> Iterator[Relation]:
    """Persons named, each with an age, against the number of the headline or lede."""
    document = reading.document
    for index, sentence in enumerate(document.sentences):
        body = document.text[sentence.start : sentence.end]
        if not any(map(body.__contains__, _NAMING)):
            continue
        match = _IDENTIFIED.search(plain(body))
        if match is None:
            continue
        start = sentence.start + match.end()
        spans = _aged(document.text, start, sentence.end)
        if len(spans) < 2 or _missing(reading, index):
            continue
        tie = Span(sentence.start + match.start(), sentence.start + match.end())
        for figures in _persons_charged(reading, index):
            yield from _tally(reading, figures, Items.exactly(spans), tie)


def _aged(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Where each person of ``Ann Lee, 42, of Queens; Bo Roy, 39`` is given an age."""
    return tuple(Span(m.start("age"), m.end("age")) for m in _AGED.finditer(text, start, end))


def _missing(reading: Reading, index: int) -> bool:
    """Whether the text says that some are not named."""
    sentences = reading.document.sentences[index : index + 4]
    text = reading.document.text[sentences[0].start : sentences[-1].end].lower()
    return _MISSING.search(text) is not None


def _persons_charged(reading: Reading, index: int) -> Iterator[list[Figure]]:
    """The numbers of persons that the headline and lede say are charged, alike ones together."""
    groups: dict[Fraction, list[Figure]] = {}
    for at in range(min(index, LEDE)):
        skeleton = reading.sentences[at]
        for figure in skeleton.figures:
            if figure.value is None or not _announces(figure):
                continue
            sign = skeleton.sign_of(figure)
            after = skeleton.text[sign + 1 : sign + 90]
            words = [*phrase(skeleton, figure)][:4]
            if any(singular(w) in PERSONS for w in words) and (
                _CHARGED.search(after) or _CHARGED_BEFORE.search(skeleton.text, 0, sign)
            ):
                groups.setdefault(figure.value, []).append(figure)
    yield from groups.values()


def _person_lines(reading: Reading) -> Iterator[Relation]:
    """Lines that each name a person, against the number of the headline or lede."""
    document = reading.document
    lines = [
        Span(b.start, b.end)
        for b in document.blocks
        if _PERSON_LINE.fullmatch(document.text, b.start, b.end)
    ]
    if len(lines) < 2:
        return
    for figures in _persons_charged(reading, len(document.sentences)):
        if figures[-1].end < lines[0].start:
            yield from _tally(reading, figures, Items.exactly(lines), lines[0])


def _after_row(reading: Reading, index: int) -> Iterator[Relation]:
    """``the 10 jurisdictions`` after a row of ten; silent where another number is meant."""
    skeleton = reading.sentences[index]
    for match in _THE_N.finditer(skeleton.text):
        figure = skeleton.group(match, "n")
        if figure is None or not _announces(figure) or figure.value is None or figure.value < 4:
            continue
        for at in range(index, max(-1, index - 3), -1):
            for row in rows(reading.sentences[at]):
                if len(row.figures) == figure.value and row.figures[-1].end < figure.start:
                    spans = tuple(f.span for f in row.figures)
                    tie = skeleton.span(match, "tie")
                    yield from _tally(reading, [figure], Items.exactly(spans), tie)
                    return


def _ordinals(reading: Reading) -> Iterator[Relation]:
    """``two locations … the first location … the second location``."""
    text = reading.document.text
    if "econd" not in text or not _SECOND.search(text):
        return
    found: dict[str, dict[str, Span]] = {}
    for match in _NTH.finditer(text.lower()):
        nouns = found.setdefault(match["noun"], {})
        nouns.setdefault(match["nth"], Span(match.start(), match.end()))
    for noun, spans in found.items():
        named = [o for o in _ORDINALS if o in spans]
        if len(named) < 2 or named != list(_ORDINALS[: len(named)]):
            continue
        first = spans["first"]
        for at in reversed(
            [i for i in reading.with_figures if reading.sentences[i].start < first.start]
        ):
            skeleton = reading.sentences[at]
            for figure in skeleton.figures:
                if (
                    figure.end < first.start
                    and _announces(figure)
                    and head(skeleton, figure) == noun
                ):
                    marks = tuple(spans[o] for o in named)
                    yield from _tally(reading, [figure], Items.exactly(marks), first)
                    return
