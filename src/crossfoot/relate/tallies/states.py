"""States announced by number and named nearby: ``a six-state sweep … arrests in Iowa, Utah …``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items

REACH = 3  # sentences after the number in which its states are named
_STATE = (
    r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    r"|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    r"|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey"
    r"|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    r"|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia"
    r"|Wisconsin|Wyoming)"
)
# "in Iowa, Utah and Ohio", "arrests in: Iowa and Utah"; "in Iowa, Utah and Reno" goes on
_ROW = lazy(
    rf"(?P<tie>\b(?:in|across|throughout|from|of|between|covered|spanned):?)\s(?:the states of\s)?"
    rf"(?P<row>{_STATE}(?:,\s{_STATE})*,?\s(?:and|&)\s{_STATE})\b(?!,?\s(?:and|&)\s[A-Z]|,\s[A-Z])"
)
_ONE = lazy(_STATE)
_SOME = lazy(r"\b(?:including|included?|such as|mostly|mainly|among|half|most|majority|each)\b")
_MORE = lazy(r",?\s(?:among|and (?:other|else)|as well)\b")


def states_listed(reading: Reading) -> Iterator[Relation]:
    """The number of states, and the first row of states named in its sentence or right after."""
    for index, figures in announced(reading):
        states = [f for f in figures if f.unit in ("state", "states") and f.hedge is None]
        if len(states) == 1:
            yield from _named(reading, index, states[0])


def _named(reading: Reading, index: int, figure: Figure) -> Iterator[Relation]:
    text = reading.document.text
    sentences = reading.document.sentences[index : index + REACH + 1]
    for sentence in sentences:
        match = _ROW.search(text, max(sentence.start, figure.end), sentence.end)
        if match is None:
            continue
        if _SOME.search(text, max(sentence.start, match.start() - 60), match.start()):
            return
        if _MORE.match(text, match.end()):
            return
        names = [Span(m.start(), m.end()) for m in _ONE.finditer(text, *match.span("row"))]
        tie = Span(*match.span("tie"))
        sure = _of_all(reading, index, reading.by_sentence[sentence.index], match.start())
        yield from tally(reading, [figure], Items.exactly(names), tie, sure=sure)
        return


def _of_all(reading: Reading, index: int, figures: Sequence[Figure], before: int) -> bool:
    """Whether the row is of all that was told with the number: "Of the 1,808 arrested in …"."""
    whole = {f.value for at in range(max(0, index - 2), index + 1) for f in reading.by_sentence[at]}
    return any(
        f.value in whole and f.value is not None and f.value > 9 and f.sentence != index
        for f in figures
        if f.end <= before and before - f.end < 60
    )
