"""The stages in a row: a Document in, a Report out."""

from __future__ import annotations

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
from crossfoot.read.language import foreign_language
from crossfoot.read.placed import carried, moved
from crossfoot.read.printed import Printed, printed, without
from crossfoot.read.stories import Story, stories
from crossfoot.relate import find_relations
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
    found = (moved(plain.back, f) for f in read.figures)
    # a mark inside a figure ("**$1.2** million") is part of what stands there
    figures = tuple(replace(f, text=given.text[f.start : f.end]) for f in found)
    placed = {f.id: f for f in figures}
    relations = tuple(carried(plain.back, relation, placed) for relation in read.relations)
    return _Read(given, figures, relations)


def _read(document: Document, pack: Pack | None) -> tuple[tuple[Figure, ...], tuple[Relation, ...]]:
    """The figures of a document and what it asserts of them, each of its stories read alone."""
    texts = stories(document)
    if len(texts) == 1:
        figures = read_figures(document, pack)
        return figures, find_relations(Reading(document, figures))
    placed: list[Figure] = []
    relations: list[Relation] = []
    for story in texts:
        found = read_figures(story.document, pack)
        asserted = find_relations(Reading(story.document, found))
        again = {f.id: _placed(story, f, n) for n, f in enumerate(found, start=len(placed) + 1)}
        placed.extend(again.values())
        relations.extend(carried(story.back, relation, again) for relation in asserted)
    return tuple(placed), tuple(relations)


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
