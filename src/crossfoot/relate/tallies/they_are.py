"""Things announced by number, all of them told next: ``three sites. They were a bar, a spa and``.

"They are" makes the list all of those just counted, as "they include" does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.announced import OCCASIONS, SITES
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import STATES, Items
from crossfoot.relate.tallies.words import NO_LIST, SEVERAL_IN_ONE
from crossfoot.relate.wording.kinds import PERSONS, PLACES
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import head

FEWEST = 3  # items of a list that no pair of names can be
_CRIMES = frozenset("charge count felony misdemeanor crime offense offence".split())
# what a list can tell all of
_THINGS = (
    PLACES
    | SITES
    | _CRIMES
    | (OCCASIONS - {"day", "date"})
    | frozenset(
        "agency department business company store shop restaurant bar school church hospital bank"
        " farm plant factory firm street road highway port airport jail prison dog ship language"
        " gang organization group bill law measure reason condition goal demand step judge".split()
    )
)
# "They are", "Those are", "The cities were"
_ARE = lazy(
    r"\W*(?:(?:they|these|those)|(?:the|those|these)\s(?P<what>[a-z]+(?:\s[a-z]+)?)|all)\s"
    r"(?:are|were):?\s"
)
# the first word of what is said of them, and no thing: "They were arrested in"
_SAID = lazy(
    r"(?:[a-z]+(?:ed|ing|ly)|in|at|on|from|by|with|of|among|to|for|near|not|both|all|still|now|also"
    r"|then|each|held|found|taken|given|shot|sent|seen|known|made|being|so|too|very|more|most|some"
    r"|mostly|aged?|between|part|members?|citizens?|nationals?|residents?|later|expected)\b"
)
_MORE = lazy(
    r"\b(?:includ\w+|such as|among|others?|another|several|various|some|many|or|plus|more|rest"
    r"|who|whom|whose|which|where|when|while|after|before|his|her|their|its|with|attached|one|twin)"
    r"\b"
)
_BETWEEN = lazy(r",\s(?:and\s)?|\sand\s")
_THING = lazy(r"(?:the [A-Z]|an? [a-z0-9]|[A-Z])")
_CRIME = lazy(r"[a-z-]+(?: [a-z-]+){0,5}")
# what is hardly said of a charge but as its name
_NAMES_ONE = lazy(
    r"\b(?:conspiracy|fraud|arson|perjury|theft|larceny|burglary|robbery|assault|battery|murder"
    r"|manslaughter|kidnapping|extortion|bribery|forgery|laundering|smuggling|trafficking|harboring"
    r"|possession|distribution|obstruction|embezzlement|trespass(?:ing)?|evasion|stalking|rape|abuse"
    r"|endangerment|racketeering|reentry|vandalism)\b"
)
_WIDE = frozenset("state country nation".split())


def they_are(reading: Reading) -> Iterator[Relation]:
    """The number of some things, and the list of the next sentence that says what they are."""
    for index, figures in announced(reading):
        if index + 1 >= len(reading.sentences):
            continue
        opening = _ARE.match(reading.sentences[index + 1].text)
        counted = [f for f in figures if _counts_things(reading.sentences[index], f)]
        if opening is None or len(counted) != 1:
            continue
        noun = head(reading.sentences[index], counted[0])
        named = opening["what"]
        if named and singular(named.split()[-1]) != noun:
            continue
        items = _listed(reading, reading.sentences[index + 1], opening.end(), noun)
        if items is not None and len(items.spans) >= FEWEST:
            tie = reading.sentences[index + 1].span(opening)
            yield from tally(reading, counted, items, tie)


def _counts_things(skeleton: Skeleton, figure: Figure) -> bool:
    noun = head(skeleton, figure)
    return figure.hedge is None and noun in _THINGS and noun not in PERSONS


def _listed(reading: Reading, skeleton: Skeleton, start: int, noun: str | None) -> Items | None:
    """The items up to the end of the sentence, where each opens as a thing or a name does."""
    said = skeleton.text[start:]
    if skeleton.within(start, len(skeleton.text)) or _MORE.search(said):
        return None
    if _SAID.match(said) and noun not in _CRIMES:
        return None
    if NO_LIST.search(said) or SEVERAL_IN_ONE.search(said) or said.count(" and ") != 1:
        return None
    text, at = reading.document.text, skeleton.offset(start)
    end = at + len(text[at : skeleton.end].rstrip(' .;"”'))
    edges = [(at, at), *(m.span() for m in _BETWEEN.finditer(text, at, end)), (end, end)]
    spans = [Span(a, b) for (_, a), (b, _) in pairwise(edges)]
    told = [text[s.start : s.end] for s in spans]
    if any(words.lower() in STATES for words in told) and noun not in _WIDE:
        return None  # "Gilbert, Arizona"
    if noun in _CRIMES:
        sure = all(map(_CRIME.fullmatch, told)) and any(map(_NAMES_ONE.search, told))
    else:
        sure = all(map(_THING.match, told))
    return Items.exactly(spans) if sure else None
