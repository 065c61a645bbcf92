"""Those who joined others: ``with 11 other district attorneys … joined by those of Alameda, …``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import tally
from crossfoot.relate.tallies.items import items_of
from crossfoot.relate.wording.phrases import phrase, singular

FAR_BACK = 40  # sentences between "11 other district attorneys" and their list
_OTHERS = lazy(r"\sother\s")
# "joined by the district attorneys of Alameda, Yolo and Napa counties"
_JOINED = lazy(
    r"\bjoined\b[^.;]{0,40}\bby (?:the )?(?P<noun>[a-z]+(?: [a-z]+)?s)(?:['’]s?)?"
    r"(?: offices?)? (?P<tie>of|from|in|for)(?: the)?\s"
)


def joined_by(reading: Reading) -> Iterator[Relation]:
    """``with 11 other district attorneys … joined by the district attorneys of Alameda, …``."""
    text = reading.document.text
    if "oined" not in text:
        return
    for index, sentence in enumerate(reading.document.sentences):
        if "oined" not in text[sentence.start : sentence.end]:
            continue
        match = _JOINED.search(reading.text[sentence.start : sentence.end])
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
        yield from tally(reading, others[-1:], items, tie)
