"""The stages in a row: a Document in, a Report out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from crossfoot._version import __version__
from crossfoot.checks import check_relations
from crossfoot.figures import read_figures
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Document, InputError, published_on
from crossfoot.packs import Pack
from crossfoot.read import read_text
from crossfoot.read.language import foreign_language
from crossfoot.relate import find_relations
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
    figures = read_figures(document, pack)
    relations = find_relations(Reading(document, figures))
    return Report(__version__, document, figures, check_relations(relations, select=select))


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
