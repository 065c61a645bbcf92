"""Persons told one after another: ``three clerks … Ann Lee faces …. Bo Roy was …, and Cy Fox``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.names import persons_from
from crossfoot.relate.tallies.strangers import ACCUSED
from crossfoot.relate.tallies.words import is_person
from crossfoot.relate.wording.phrases import are_aged, phrase

LONGEST = 14  # sentences that tell of the persons
WORDS = 4  # words behind a number in which its noun stands
# ", and Bo Roy was", "; while Cy Fox"
_CLAUSE = lazy(
    r"(?:,|;)?\s(?:and|while|but)\s(?=[A-Z][\w'’.-]*\s[A-Z])|;\s(?=[A-Z][\w'’.-]*\s[A-Z])"
)
_VERB = lazy(
    r",?\s(?!(?:said|says|told|announced|and|or|of|for|in|at|to|from|by|with|on|as|the|an?|who)\b)[a-z]+"
)
_ABOUT_HIM = lazy(
    r"(?:He|She|They|His|Her|Both|All)\s|The\s(?:defendants?|suspects|men|women|others|officers)\s"
)
_OFFICIAL = lazy(
    r"\b(?:said|says|announced|Attorney|Agent|Director|Judge|spokes[a-z]+|prosecutors?|chief)\b"
)
_SAID_SO = lazy(r",\s(?:[a-z]+\s){0,3}(?:[A-Z][\w'’-]+\s){0,3}(?:said|says)\.?$")


def told_by_name(reading: Reading) -> Iterator[Relation]:
    """Numbers of persons, each of whom then has the head of a sentence or of a clause."""
    for index, figures in announced(reading):
        skeleton = reading.sentences[index]
        counted = [
            f
            for f in figures
            if f.hedge is None
            and (are_aged(skeleton, f) or any(map(is_person, phrase(skeleton, f)[:WORDS])))
            and not skeleton.text.startswith(" of ", skeleton.sign_of(f) + 1)
        ]
        if len(counted) != 1:
            continue
        spans = _told(reading, index)
        if len(spans) > 1:
            tie = spans[0]
            yield from tally(reading, counted, Items.exactly(spans), tie, sure=False)


def _told(reading: Reading, index: int) -> tuple[Span, ...]:
    """The persons with whom the sentences after *index* begin.

    They are in the paragraph of the number, or in paragraphs of their own. Nothing says that no
    other is told of elsewhere.
    """
    text = reading.document.text
    sentences = reading.document.sentences
    after = sentences[index + 1 : index + 1 + LONGEST]
    here = [s for s in after if s.block == sentences[index].block]
    if not here and not ACCUSED.search(reading.sentences[index].text):
        return ()
    found: dict[str, Span] = {}
    for sentence in here or after:
        spans = _heads(text, sentence.start, sentence.end)
        if spans is None:
            break
        for span in spans:
            found.setdefault(text[span.start : span.end].split()[-1], span)
    return tuple(found.values())


def _heads(text: str, start: int, end: int) -> tuple[Span, ...] | None:
    """Who the sentence and its clauses are about; None where it tells of something else."""
    row = persons_from(text, start, end)
    if row is None:
        return () if _ABOUT_HIM.match(text, start) else None
    if not _VERB.match(text, row.end, end):
        return None
    said = _SAID_SO.search(text, row.end, end)  # ", the prosecutor said"
    if _OFFICIAL.search(text, row.spans[0].start, said.start() if said else end):
        return None
    spans = row.spans
    for clause in _CLAUSE.finditer(text, row.end, end):
        other = persons_from(text, clause.end(), end)
        if other and _VERB.match(text, other.end, end):
            spans += other.spans
    return spans
