"""The stages in a row: a Document in, a Report out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from crossfoot._version import __version__
from crossfoot.checks import check_relations
from crossfoot.figures import read_figures
from crossfoot.figures.echoes import echoes
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Document, Figure, InputError, Relation, published_on
from crossfoot.packs import Pack
from crossfoot.read import read_text
from crossfoot.read.accents import spelled, spellings
from crossfoot.read.language import foreign_language
from crossfoot.read.placed import carried, moved
from crossfoot.read.printed import Printed, printed, without
from crossfoot.read.stories import Story, stories
from crossfoot.relate import find_relations, in_order, members
from crossfoot.relate.statements.echoed import with_echoes
from crossfoot.report.result import Report


def check_document(
    document: Document, *, select: frozenset[str] | None = None, pack: Pack | None = None
) -> Report:
    """Check a document that was read already, in the words of *pack* (by default the one shipped).

    A text in another language gives a report without figures, and a note that says why.
    """
    if foreign := foreign_language(document.text, document.language):
        note = f"not read: it looks like {foreign}, and only English is read"
        return Report(__version__, replace(document, notes=(*document.notes, note)), (), ())
    read = _as_meant(document, pack)
    return Report(
        __version__, read.document, read.figures, check_relations(read.relations, select=select)
    )


class _Read(NamedTuple):
    """A document in the blocks it was read in, its figures, and what it asserts of them."""

    document: Document
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]


def _as_meant(document: Document, pack: Pack | None) -> _Read:
    """What a document says, however it is printed."""
    if plain := printed(document):
        return _put_back(plain, document, _once(plain.document, pack))
    return _once(document, pack)


def _once(document: Document, pack: Pack | None) -> _Read:
    """What a document says, its numbers in words and digits both ("three (3) men") read once."""
    if not (twice := echoes(document)):
        return _Read(document, *_read(document, pack))
    plain = without(document, [echo.edit for echo in twice])
    read = _put_back(plain, document, _Read(plain.document, *_read(plain.document, pack)))
    return _Read(read.document, *with_echoes(read.document, read.figures, read.relations, twice))


def _put_back(plain: Printed, document: Document, read: _Read) -> _Read:
    """What was *read* in a document as meant, where it stands in the *document* as given."""
    given = plain.marked(document)
    accents = spellings(given.text)
    same = not plain.runs and not accents
    if same and all(given.text[f.start : f.end] == f.text for f in read.figures):
        return _Read(given, read.figures, read.relations)
    figures = tuple(
        _spelled(_said(given.text, moved(plain.back, f)), accents) for f in read.figures
    )
    placed = {f.id: f for f in figures}
    relations = tuple(
        _as_printed(carried(plain.back, relation, placed), accents) for relation in read.relations
    )
    return _Read(given, figures, relations)


def _said(text: str, figure: Figure) -> Figure:
    """*figure* as *text* has it: a mark inside of it ("**$1.2** million") is part of it there."""
    said = text[figure.start : figure.end]
    return figure if said == figure.text else replace(figure, text=said)


def _spelled(figure: Figure, accents: Mapping[str, str]) -> Figure:
    """*figure* with the place and the source it names as the text spells them."""
    if not accents:
        return figure
    place, source = figure.place, figure.source
    return replace(
        figure,
        place=place and spelled(place, accents),
        source=source and replace(source, name=spelled(source.name, accents)),
    )


def _as_printed(relation: Relation, accents: Mapping[str, str]) -> Relation:
    """*relation* with the words that it quotes as the text spells them."""
    if not accents:
        return relation
    quoted = {option: spelled(said, accents) for option, said in relation.options.items()}
    return replace(relation, options=quoted)


def _read(document: Document, pack: Pack | None) -> tuple[tuple[Figure, ...], tuple[Relation, ...]]:
    """The figures of a document and what it asserts of them, each of its stories read alone."""
    texts = stories(document)
    if len(texts) == 1 and not texts[0].parts:
        figures = read_figures(document, pack)
        return figures, find_relations(Reading(document, figures))
    placed: list[Figure] = []
    relations: list[Relation] = []
    for story in texts:
        found = read_figures(story.document, pack)
        again = {f.id: _placed(story, f, n) for n, f in enumerate(found, start=len(placed) + 1)}
        asserted = find_relations(Reading(story.document, found))
        told = [carried(story.back, relation, again) for relation in asserted]
        if story.parts:
            told = _largest([*told, *_in_parts(story, again.values(), pack)])
        placed.extend(again.values())
        relations.extend(told)
    return tuple(placed), tuple(relations)


def _in_parts(story: Story, figures: Iterable[Figure], pack: Pack | None) -> Iterator[Relation]:
    """What the parts of a story assert of its *figures* when each is read alone, and holds.

    A heading may be but that of a section, which owes its first paragraph less than a headline.
    """
    at = {(f.start, f.end): f for f in figures}
    for part in story.parts:
        found = read_figures(part.document, pack)
        # nearly all stand in the whole; a number in a title there can be the end of a name here
        placed = {
            f.id: known
            for f in found
            if (known := at.get((f.start + part.start, f.end + part.start))) is not None
        }
        for relation in find_relations(Reading(part.document, found)):
            if all(f.id in placed for role in relation.roles for f in relation.figures(role)):
                alone = carried(part.back, relation, placed)
                if not _is_alleged(alone):
                    yield alone


def _is_alleged(relation: Relation) -> bool:
    verdicts = {finding.verdict for finding in check_relations([relation])}
    return not verdicts.isdisjoint(("inconsistent", "conflict"))


def _largest(relations: Iterable[Relation]) -> list[Relation]:
    """Each relation once, and none between some of the figures that another of its kind has."""
    once = {(r.kind, members(r)): r for r in relations}
    having = defaultdict(list)
    for kind, related in once:
        for member in related:
            having[kind, member].append(related)
    kept = (
        relation
        for (kind, some), relation in once.items()
        if not any(some < more for member in some for more in having[kind, member])
    )
    return list(in_order(kept))


def _placed(story: Story, figure: Figure, number: int) -> Figure:
    """A figure of *story* where it stands in the whole document, as its *number*-th."""
    sentence = figure.sentence + story.sentence
    return moved(story.back, replace(figure, id=f"f{number}", sentence=sentence))


def check(
    text: str,
    *,
    published: date | str | None = None,
    name: str = "-",
    data: str | Path | None = None,
) -> Report:
    """Check the figures of a text.

    Args:
        text: Plain text; offsets in the report count its code points.
        published: The date for "today" and "ago": a date, or ISO ``YYYY-MM-DD``.
        name: What the report calls the document.
        data: A store of released data (see ``crossfoot data``) to set the figures beside; without
            it the text alone is checked.

    Raises:
        InputError: *published* is no date that a report can be of, or *data* no store.
    """
    if isinstance(published, str):
        try:
            published = date.fromisoformat(published)
        except ValueError:
            raise InputError(f"published: {published!r} is no date; use YYYY-MM-DD") from None
    day = None if published is None else published_on(published)
    report = check_document(read_text(text, name=name, published=day))
    if data is None:
        return report
    from crossfoot.records import check_against_data

    reading = Reading(report.document, report.figures)
    return report.with_findings(check_against_data(reading, Path(data), beside=report.findings))
