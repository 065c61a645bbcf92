"""Persons told by what was done to them: ``three were convicted … Ann Lee, 31, was convicted``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import NAME_PARTICLES
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.ages import aged
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.charged import others_left
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.name_rows import after_dateline
from crossfoot.relate.tallies.names import TITLE, persons_from
from crossfoot.relate.tallies.words import is_person

REACH = 8  # sentences after a number in which the persons it counts are told one by one
LONGEST = 900  # characters of a row of persons
# what is done to persons, by the first letters of its words
_DEEDS = {
    "char": "accused", "indi": "accused", "arra": "accused", "accu": "accused", "face": "accused",
    "faci": "accused", "conv": "convicted", "foun": "convicted", "plea": "pleaded",
    "pled": "pleaded", "sent": "sentenced", "arre": "arrested",
}  # fmt: skip
_STEMS = ("charge", "indicted", "arraign", "accused", " fac", "convict", "guilty", "sentence",
          "arrested")  # fmt: skip
_AUXILIARY = r"(?:(?:were|was|have|has|had|been|also|each|all|both|already|today|previously|now) )*"
_DONE = (
    r"(?P<deed>charged|indicted|arraigned|accused|face|faces|faced|facing|convicted|sentenced"
    r"|arrested|(?:pleaded|pled|plead|found) guilty)"
)
# "three of whom were convicted", "Three other defendants have pleaded guilty"
_COUNTED = lazy(rf"(?: (?P<np>[a-z'-]+(?: [a-z'-]+){{0,6}}?))? {_AUXILIARY}{_DONE}\b")
_WHOM = ("of whom", "of them", "others")
_WHO_DID = lazy(rf",? {_AUXILIARY}{_DONE}\b")
_FULL = rf"[A-Z][\w'’-]*\.?(?:\s(?:[A-Z][\w'’.-]*|{NAME_PARTICLES})){{0,6}}"
# a piece of a row: "former Correctional Officers Ann Lee", "Sgt. Bo Roy"
_PIECE = lazy(rf"\s*(?:and\s)?(?:(?:former|fallen|retired|the|deputy)\s)*(?P<name>{_FULL})\s*$")
_SPLIT = lazy(r"[,;]\s(?:and\s)?|\sand\s")
# before a name, and no part of it; so are the letters of an office
_TITLE = lazy(rf"Former|{TITLE}")
_LEAD = lazy(
    r"(?:(?:In addition|Also|Finally|Separately|Meanwhile|Today|Earlier),"
    r"|(?:His|Her|Their) co-?(?:defendants?|conspirators?),?)\s"
)
_NO_PERSON = lazy(
    r"\b(?:Department|Agency|Office|Bureau|Police|Service|Administration|County|Court|District|Unit"
    r"|Commission|Enforcement|Investigations?|Division|Attorney|Committee|Company|Inc|LLC|University"
    r"|Secretary|President|Director|Judge|Justice|Chief|Prosecutors?|Mayor|Governor|In|On|According)"
    r"\b"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """Persons of whom one sentence tells a deed, by the last words of their names."""

    deed: str
    persons: Mapping[str, Span]


def deeds_listed(reading: Reading) -> Iterator[Relation]:
    """Numbers of persons and what was done to them, where as many are then named with it."""
    numbers = _numbers(reading)
    if not numbers:
        return
    told = [(i, t) for i in range(len(reading.sentences)) if (t := _told(reading, i))]
    for index, figure, deed in numbers if told else ():
        stop = min([i for i, _, d in numbers if i > index and d == deed] + [index + 1 + REACH])
        later = [(i, t) for i, t in told if t.deed == deed and i >= index]
        near = _persons(figure, [t for i, t in later if i < stop])
        every = _persons(figure, [t for _, t in later])
        persons = near if len(near) == figure.value else every
        if persons:
            spans = sorted(persons.values(), key=lambda s: s.start)
            sure = deed == "accused" and persons == near and _in_its_paragraph(reading, index, told)
            yield from tally(reading, [figure], Items.exactly(spans), spans[0], sure=sure)


def _persons(figure: Figure, rows: Sequence[_Told]) -> dict[str, Span]:
    """The persons of *rows* who are named after the number."""
    persons: dict[str, Span] = {}
    for row in rows:
        for name, span in row.persons.items():
            if span.start > figure.end:
                persons.setdefault(name, span)
    return persons


def _in_its_paragraph(reading: Reading, index: int, told: Sequence[tuple[int, _Told]]) -> bool:
    """Whether the sentences right after the number tell of its persons, and no other is left."""
    sentences = reading.document.sentences
    block = sentences[index].block
    rest = [s.index for s in sentences[index + 1 :] if s.block == block]
    rows = {i for i, _ in told}
    return len(rest) > 1 and rows.issuperset(rest) and not others_left(reading)


def _numbers(reading: Reading) -> list[tuple[int, Figure, str]]:
    """The numbers of persons of whom a deed is told, each with its sentence."""
    found = []
    for index, figures in announced(reading):
        skeleton = reading.sentences[index]
        if not any(map(skeleton.text.__contains__, _STEMS)):
            continue
        for figure in figures:
            match = _COUNTED.match(skeleton.text, skeleton.sign_of(figure) + 1)
            if match is None or figure.hedge is not None:
                continue
            words = match["np"]
            bare = words is None and not skeleton.text[: skeleton.sign_of(figure)].strip()
            if bare or (words and (words in _WHOM or any(map(is_person, words.split())))):
                found.append((index, figure, _deed(match["deed"])))
    return found


def _deed(words: str) -> str:
    return _DEEDS[words[:4]]


def _told(reading: Reading, index: int) -> _Told | None:
    """The persons with whom a sentence begins or whose ages it gives, and what was done to them."""
    sentence = reading.document.sentences[index]
    skeleton = reading.sentences[index]
    if not any(map(skeleton.text.__contains__, _STEMS)):
        return None
    text = reading.document.text
    match = _WHO_DID.search(skeleton.text)
    if match is None:
        return None
    end = skeleton.offset(match.start())
    persons = {
        p.name[-1]: p.figure.span
        for p in aged(reading)
        if len(p.name) > 1 and p.figure.sentence == index and p.figure.start < end
    }
    if end - sentence.start < LONGEST:
        named = _named(text, sentence.start, end)
        persons = named if len(named) > len(persons) else persons
    return _Told(_deed(match["deed"]), persons) if persons else None


def _named(text: str, start: int, end: int) -> dict[str, Span]:
    """The persons of the row of names in ``text[start:end]``, which has nothing but names."""
    start = after_dateline(text, start, end)
    lead = _LEAD.match(text, start, end)
    row = persons_from(text, lead.end() if lead else start, end)
    if row and row.end == end:
        return _by_last_name(text, row.spans)
    return _in_pieces(text, start, end)


def _by_last_name(text: str, spans: Sequence[Span]) -> dict[str, Span]:
    """Persons by the last words of their names, or by all where two share the last."""
    found: dict[str, Span] = {}
    for span in spans:
        name = text[span.start : span.end]
        found[name if name.split()[-1] in found else name.split()[-1]] = span
    return found


def _in_pieces(text: str, start: int, end: int) -> dict[str, Span]:
    """The same where some go by their last names: ``Lee, Roy and Sgt. Cy Fox``."""
    persons: dict[str, Span] = {}
    at = start
    for cut in (*(m.span() for m in _SPLIT.finditer(text, start, end)), (end, end)):
        piece = _PIECE.match(text, at, cut[0])
        name = _bare(piece["name"]) if piece else []
        if len(name) > 1 and piece and not _NO_PERSON.search(" ".join(name)):
            persons.setdefault(name[-1], Span(piece.start("name"), piece.end("name")))
        elif at == start and not name and not _LEAD.match(text, at):
            return {}
        at = cut[1]
    return persons


def _bare(name: str) -> list[str]:
    """The words of a name without the titles before it."""
    words = name.split()
    titles = [k for k, word in enumerate(words) if _TITLE.fullmatch(word)]
    return words[titles[-1] + 1 :] if titles else words
