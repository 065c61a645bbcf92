"""Those charged, whom the sentence after the lede names: ``Ann Lee, 34, and … allegedly stole``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation
from crossfoot.relate.tallies.announced import aged_sentences, tally
from crossfoot.relate.tallies.charged import (
    LEDE,
    SOME_OF_THEM,
    are_all_named,
    on_top,
    persons_charged,
)
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.name_rows import Named, name_rows
from crossfoot.relate.tallies.strangers import somebody_else

NEXT = 2  # sentences from the number to those whom it counts
LEAD = 45  # characters of "Prosecutors say the defendants"
_DEFENDANTS = lazy(r"\b(?:defendants|suspects|accused)\s$")
_ANOTHER = lazy(r"(?i)\b(?:another|other|separate|unrelated|earlier|previous)\b")
# "conspired with Al Roe", and not "with Cuban gangs"
_WITH_A_NAME = lazy(r"\b(?:with|alongside|helped)\s[A-Z][\w'’.-]*+(?!\s[a-z]+s\b)")
# what only those do who are charged; victims and witnesses do not
_DID_IT = lazy(
    r",?\s(?:(?:each|all|both|also|then|today)\s)*(?:allegedly|conspired|admitted|stole|robbed|broke"
    r"|hid|sold|smuggled|transported|defrauded|laundered|embezzled|submitted|possessed|distributed"
    r"|forced|kidnapped|operated|orchestrated|burglarized|schemed|trafficked|worked with"
    r"|(?:are|were)\s(?:suspected|accused|believed|alleged|being held|in custody|booked|jailed"
    r"|taken into custody))\b"
)


def told_next(reading: Reading) -> Iterator[Relation]:
    """The one number of those charged, and the row that right after it tells what they did."""
    groups = list(persons_charged(reading, LEDE))
    row = _first_row(reading, groups[0][0].sentence) if groups and on_top(groups[0]) else None
    if row is None or row.row is None:
        return
    figures = [f for f in groups[0] if f.sentence < row.sentence]
    if any(group[0].sentence < row.sentence for group in groups[1:]):
        return  # "two men and a woman", "five were charged, three arrested"
    text = reading.document.text
    sentence = reading.document.sentences[row.sentence]
    if not _DID_IT.match(text, row.row.end, sentence.end):
        return
    if _ANOTHER.search(text, sentence.start, row.spans[0].start):
        return
    if _WITH_A_NAME.search(text, row.row.end, sentence.end):
        return
    aged = aged_sentences(reading).get(row.sentence, 0) == len(row.spans)
    if not aged and not _DEFENDANTS.search(text, sentence.start, row.spans[0].start):
        return
    known = frozenset(word for s in row.spans for word in text[s.start : s.end].split())
    all_named = are_all_named(reading, figures, len(row.spans))
    some = SOME_OF_THEM.search(reading.sentences[row.sentence].text)
    sure = all_named and not some and not somebody_else(reading, known)
    yield from tally(reading, figures, Items.exactly(row.spans), row.spans[0], sure=sure)


def _first_row(reading: Reading, index: int) -> Named | None:
    """The row of names with which a sentence right after sentence *index* begins."""
    row = next((named for named in name_rows(reading) if named.sentence > index), None)
    if row is None or row.sentence > index + NEXT:
        return None
    start = reading.document.sentences[row.sentence].start
    return row if row.spans[0].start - start <= LEAD else None
