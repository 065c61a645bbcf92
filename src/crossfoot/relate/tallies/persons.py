"""Persons named one by one: the defendants of an indictment, the victims of a crash."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTH_NAMES
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.ages import Aged, aged
from crossfoot.relate.tallies.announced import aged_sentences, announces, tally
from crossfoot.relate.tallies.charged import LEDE, accused, persons_charged
from crossfoot.relate.tallies.items import Items, items_of
from crossfoot.relate.tallies.list_heads import LIST_HEAD, opens_list_of
from crossfoot.relate.tallies.meant import DONE, mean, tells_deed
from crossfoot.relate.tallies.names import persons_from
from crossfoot.relate.tallies.told_next import told_next
from crossfoot.relate.tallies.victims import victims_listed
from crossfoot.relate.tallies.words import NO_LIST, SEVERAL_IN_ONE, of_places
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import phrase, singular
from crossfoot.relate.wording.rows import head

REACH = 6  # sentences after which "The crews are" still means the three gangs
LEAD = 120  # characters between a number and the lines of the persons it counts
OPENING = 80  # characters at the head of a sentence in which "The crews are" stands
CLOSE = 3  # characters that close a sentence behind a row: a stop, a quote
MORE = 2  # persons whom lines may leave out of the number of a headline

_NOUNS = (
    r"(?:(?:co-?)?(?:defendants?|accused|conspirators)|suspects?|men|women|individuals|victims"
    r"|people|arrestees|detainees|officers|soldiers|students|the dead"
    r"|those (?:arrested|charged|indicted|named|killed|sentenced|convicted))"
)
_NAMING = ("dentified", "named", ":", "harged", "rrested", "ndicted", "illed", "ead ", "entenced")
# "identified the defendants as", "The men are identified as", "The defendants are:"
_IDENTIFIED = lazy(
    r"\b(?:identified|named)\b[^.;:]{0,50}?\b" + _NOUNS + r"\b[^.;:]{0,40}?(?:\bas\b:?|:)"
    r"|\b" + _NOUNS + r"\b[^.;:]{0,30}\b(?:are|were|have been)\b(?: \w+)?"
    r" (?:identified as|named as|identified by \w+ as|:)"
    r"|^\W*(?:they (?:are|were|have been)(?: all)? (?:identified|named)[^.;:]{0,30} as:?"
    r"|(?:those )?(?:arrested|charged|indicted|killed|sentenced)(?: in the [a-z]+)?"
    r" (?:are|were):?)(?= )"
)
_WHO = lazy(rf"\b(?:the |those )?(?:[a-z]+ )?{_NOUNS}")
_VERBS = (" are ", " were ", " include", "identified", "named ")
_TAKING_UP = (
    "The ", "Those ", "These ", "They ", "“The ", '"The ', "Their ", "Police ", "Authorities ",
    "Officials ", "Investigators ", "Prosecutors ", "Deputies ", "Detectives ", "Arrested ",
    "Charged ",
)  # fmt: skip
# before a noun, it takes some of those counted: "the remaining", "the two older", "the busiest"
_OF_SOME = (
    r"(?:other|remaining|first|second|third|last|next|latest|new|key|main|top|most|only|older"
    r"|younger|former|latter|two|three|four|five|six|seven|eight|nine|ten|[a-z]+est)\b"
)
# "The crews are Reds (…), Blues and Greens", "The states on the list are Iowa, Ohio and Utah"
_NOUN_ARE = lazy(
    rf"\W*(?:(?:the|those|these)\s(?:(?!{_OF_SOME})[a-z]+\s){{0,2}}?"
    r"(?P<noun>(?:co-)?(?:[a-z]+s|[a-z]*men|people|[a-z]*accused))"
    r"(?:\s(?:involved|charged|arrested|accused|indicted|named|affected|covered|listed|chosen"
    r"|selected|fined|concerned|(?:on|in|under) (?:the|this|that) [a-z]+"
    rf"|subject to (?:the|this|that) [a-z]+))?|they|these|(?P<done>(?:those\s)?{DONE}))\s"
    r"(?P<tie>are|were|included?)"
    r"(?:(?:\sall)?\s(?:identified|named|listed)(?:\sby\s[^:,]{1,40})?\sas)?:?\s"
    r"|\W*their\snames\s(?P<tie2>are|were)(?:\s(?:given|listed|released))?(?:\sas)?:?\s"
    # "Police identified them as", "Authorities named the suspects as"
    r"|\W*(?:the\s)?[a-z']+(?:\s[a-z']+)?\s(?:have\s|has\s)?(?:identified|named)\s(?:all\s)?"
    rf"(?:them|those(?:\s{DONE})?|the\s(?:[a-z]+\s)?(?P<noun2>(?:co-)?(?:[a-z]+s|[a-z]*men|people)))\s"
    r"(?P<tie3>as):?\s"
)
_AGED_FIRST = lazy(r"\d{2}-year-old\s[A-Z]")
# what is told of one of those listed
_TOLD_OF = lazy(r",\s(?:whose|which|where)\b")
# "these sites -"
_NOUN_DASH = lazy(r"\b(?:[Tt]hese|[Tt]hose|[Tt]he) (?P<noun>[a-z]+s)$")
_DASH = lazy(r" [-–—] ")
_NOT_BLANK = lazy(r"\S")
_MISSING = lazy(
    r"\b(?:at large|being sought|remains? outstanding|fugitives?|unidentified|juveniles?|minors?"
    r"|not (?:been|yet|released|named|identified|disclosed|made public)|withheld|(?:an)?others?"
    r"|(?:the|an?) (?:last|final|remaining|third|fourth|fifth|sixth|seventh|eighth|tenth)"
    r" (?:man|woman|boy|girl|person|suspect|defendant|victim|member|was|is|has|had|will|remains?)"
    r")\b"
)
# a line that is a person: "Luis Arce, 42, Pasadena"
_NAME = r"\W{0,3}[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’“”\"-]+){1,4}"
_AGED_LINE = lazy(rf"{_NAME},\s\d{{2}}\b,?.{{0,60}}")
# "Ann Lee on March 31, to one count of fraud"
_DATED_LINE = lazy(rf"{_NAME},?\s(?:[a-z]+\s){{0,3}}on\s(?:{MONTH_NAMES})\s\d{{1,2}}\b.{{0,250}}")
_DATED = lazy(rf"(?m)^{_NAME},?\s(?:[a-z]+\s){{0,3}}on\s(?:{MONTH_NAMES})\s\d")


def persons_listed(reading: Reading) -> Iterator[Relation]:
    """Persons announced by number and then named."""
    yield from _noun_are(reading)
    yield from _noun_between(reading)
    yield from victims_listed(reading)
    if not any(True for _ in persons_charged(reading, LEDE)):
        return
    if sum(aged_sentences(reading).values()) > 1:
        yield from _identified(reading)
        yield from _person_lines(reading, _AGED_LINE)
    elif len(_DATED.findall(reading.document.text)) > 1:
        yield from _person_lines(reading, _DATED_LINE)
    yield from accused(reading)
    yield from told_next(reading)


def _noun_are(reading: Reading) -> Iterator[Relation]:
    """``three crews … The crews are FNO, PPP and YAWAH``."""
    text = reading.document.text
    for index, sentence in enumerate(reading.document.sentences):
        if not text.startswith(_TAKING_UP, sentence.start):
            continue
        opening = text[sentence.start : sentence.start + OPENING]
        if not any(map(opening.__contains__, _VERBS)):
            continue
        opening = reading.text[sentence.start : sentence.start + OPENING]
        match = _NOUN_ARE.match(opening)
        if match is None:
            continue
        noun = singular((match["noun"] or match["noun2"] or "").removeprefix("co-"))
        end = max(match.end(group) for group in ("noun", "noun2", "done"))
        who = opening[match.start() : end]
        who = who.rpartition("named ")[2].rpartition("identified ")[2].strip(" \"'“”")
        persons = noun in PERSONS or match["done"] is not None
        figure = _persons_before(reading, index) if persons else None
        if figure and not mean(who, reading.sentences[figure.sentence], figure):
            figure = None
        if figure is None and not match["done"]:
            figure = _announced(reading, index, noun) if noun else _only_number(reading, index - 1)
        start = sentence.start + match.end()
        word = next(name for name in ("tie", "tie2", "tie3") if match[name])
        tie = Span(sentence.start + match.start(word), sentence.start + match.end(word))
        some = match[word].startswith("includ")
        # "The indictments include charges of": only "they include" takes up what is listed
        listed = (
            reading.document.text[start].isupper()
            or (some and not noun)
            or _AGED_FIRST.match(text, start)
        )
        told_of = match["done"] or not match["tie"]  # "Arrested were": persons and nothing else
        places = None if told_of else of_places(noun)
        items = _row(reading, start, index, places=places) if listed else None
        told = reading.text[start : sentence.end]
        more = NO_LIST.search(told) or _leaves_some(reading, index, figure, items)
        sure = not (more or _TOLD_OF.search(told) or SEVERAL_IN_ONE.search(told))
        yield from tally(reading, [figure], items, tie, partial=some, sure=sure)
        if not some and figure is None and persons and not _missing(reading, index):
            for figures in persons_charged(reading, index):
                if not mean(who, reading.sentences[figures[-1].sentence], figures[-1]):
                    continue
                yield from tally(reading, figures, items, tie)


def _leaves_some(reading: Reading, index: int, figure: Figure | None, items: Items | None) -> bool:
    """Whether fewer are named than counted, and more are told of: ``The fourth is a minor``."""
    if figure is None or items is None or (figure.value or 0) <= len(items.spans):
        return False
    return _missing(reading, index)


def _row(reading: Reading, start: int, index: int, *, places: bool | None) -> Items | None:
    """What the sentence lists from *start* on: persons with their ages, else names.

    Where *places* is None, only persons are listed.
    """
    end = reading.document.sentences[index].end
    persons = [p for p in aged(reading) if p.figure.sentence == index and len(p.name) > 1]
    if 1 < len(persons) == aged_sentences(reading).get(index, 0) and persons[0].at == start:
        return Items.exactly([Span(p.at, p.figure.end) for p in persons])
    row = persons_from(reading.document.text, start, end)
    if row and row.closed and len(row.persons) > 1 and end - row.end < CLOSE:
        return Items.exactly(row.spans)
    return None if places is None else items_of(reading.document.text, start, end, places=places)


def _persons_before(reading: Reading, index: int) -> Figure | None:
    """The one number of persons in the sentence before, of the same paragraph."""
    sentences = reading.document.sentences
    if not index or sentences[index - 1].block != sentences[index].block:
        return None
    skeleton = reading.sentences[index - 1]
    persons = [
        f
        for f in skeleton.figures
        if head(skeleton, f) in PERSONS
        and not skeleton.text.startswith(" of ", skeleton.sign_of(f) + 1)  # "three of these men"
    ]
    return persons[0] if len(persons) == 1 else None


def _noun_between(reading: Reading) -> Iterator[Relation]:
    """``four sites … these sites - Pitt County; Contra Costa County; … - will``."""
    text = reading.document.text
    sentences = reading.document.sentences
    for dash in _DASH.finditer(text) if " - " in reading.text else ():
        match = _NOUN_DASH.search(text, max(0, dash.start() - 30), dash.start())
        if match is None or not text[dash.end() : dash.end() + 1].isupper():
            continue
        index = bisect_right(sentences, match.start(), key=lambda s: s.start) - 1
        close = _DASH.search(text, dash.end(), sentences[index].end)
        end = close.start() if close else sentences[index].end
        figure = _announced(reading, index, singular(match["noun"]))
        items = items_of(text, dash.end(), end)
        tie = Span(match.start("noun"), dash.end())
        yield from tally(reading, [figure], items, tie)


def _only_number(reading: Reading, index: int) -> Figure | None:
    """The number that "They are" takes up, where the sentence before has no other."""
    figures = [f for f in reading.by_sentence[index] if f.kind in ("count", "number")]
    return figures[0] if index >= 0 and len(figures) == 1 else None


def _announced(reading: Reading, index: int, noun: str) -> Figure | None:
    """The nearest figure before that counts *noun*."""
    for at in range(index - 1, max(-1, index - REACH - 1), -1):
        for figure in reversed(reading.by_sentence[at]):
            if head(reading.sentences[at], figure) == noun or noun in map(
                singular, phrase(reading.sentences[at], figure)
            ):
                return figure
    return None


def _identified(reading: Reading) -> Iterator[Relation]:
    """Persons named, each with an age, against the number of the headline or lede."""
    for index, ages in aged_sentences(reading).items():
        skeleton = reading.sentences[index]
        if ages < 2:
            continue
        if not any(map(skeleton.text.__contains__, _NAMING)):
            continue
        match = _IDENTIFIED.search(skeleton.text)
        if match is None or _missing(reading, index):
            continue
        spans = [
            f.span for f in skeleton.within(match.end(), len(skeleton.text)) if f.kind == "age"
        ]
        first = _NOT_BLANK.search(reading.document.text, skeleton.offset(match.end()))
        row = persons_from(reading.document.text, first.start(), skeleton.end) if first else None
        if row and len(row.persons) > len(spans):  # not each has an age
            spans = list(row.spans) if row.closed else []
        if len(spans) > 1:
            who = _WHO.search(match.group())
            for figures in persons_charged(reading, index):
                told = reading.sentences[figures[-1].sentence]
                if who is None or mean(who.group(), told, figures[-1]):
                    yield from tally(reading, figures, Items.exactly(spans), skeleton.span(match))


def _missing(reading: Reading, index: int) -> bool:
    """Whether the text says that some are not named."""
    sentences = reading.document.sentences[index : index + 4]
    text = reading.document.text[sentences[0].start : sentences[-1].end].lower()
    return _MISSING.search(text) is not None


def _person_lines(reading: Reading, shape: re.Pattern[str]) -> Iterator[Relation]:
    """Lines of one shape that each name a person, against the number of the headline or lede."""
    document = reading.document
    lines = [
        Span(b.start, b.end)
        for b in document.blocks
        if shape.fullmatch(reading.document.text, b.start, b.end)
    ]
    if len(lines) < 2 or len(lines) < len(_columns(reading)):
        return
    # "Those who pleaded guilty:", and when each did; else some may have done so before
    opens = _opens(reading.document.text, lines[0].start)
    opened = opens or shape is _AGED_LINE
    # "The five defendants charged in complaints are:" numbers its own lines
    led = [f for f in reading.figures if f.end < lines[0].start <= f.end + LEAD and announces(f)]
    sentences = document.sentences
    above = sentences[
        max(0, bisect_left(sentences, lines[0].start, key=lambda s: s.start) - 1)
    ].start
    head = LIST_HEAD.match(reading.text, above, lines[0].start)
    own = any(f.start >= above for f in led)
    if head is None and opens and not own and not tells_deed(reading.text[above : lines[0].start]):
        return  # "Officers commended:", "Also arrested were:"
    for figures in [led] if led else persons_charged(reading, len(document.sentences)):
        near = int(figures[0].value or 0) <= len(lines) + MORE
        if head and figures[-1].end < above and not opens_list_of(reading, head, figures[-1]):
            continue
        if figures[-1].end < lines[0].start:
            yield from tally(reading, figures, Items.exactly(lines), lines[0], sure=near and opened)


def _columns(reading: Reading) -> tuple[Aged, ...]:
    """The persons with whom a paragraph or a line begins."""
    starts = {b.start for b in reading.document.blocks}
    return tuple(
        p for p in aged(reading) if len(p.name) > 1 and any(p.at - k in starts for k in range(4))
    )


def _opens(text: str, start: int) -> bool:
    """Whether what stands above a line ends in a colon."""
    return text[max(0, start - 4) : start].rstrip().endswith(":")
