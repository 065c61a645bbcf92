"""Counts of an indictment told one each: ``one count each of A, B and C``, ``three-count``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Relation
from crossfoot.relate.sums.charges import INDICTMENT
from crossfoot.relate.tallies.announced import tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.words import NO_LIST, items_in

# "one count each of fraud, theft and arson", "single counts of fraud and theft"
_EACH = pattern(
    r"(?:(?P<n>{n}) counts? each|\bsingle counts) of (?P<list>[^.;:]{{5,400}}?)"
    r"(?=[.;:]|,? (?:in connection|stemming|relat(?:ed|ing) to|for (?:his|her|their)|after|if"
    r"|by an?|handed|returned|following|according)\b|$)"
)
_EACH_OF = ("count each of", "counts each of", "single counts of")
# "The three-count indictment", "a three-count information"
_OTHER_COUNTS = pattern(r"{n} (?:[a-z-]+ ){{0,3}}?counts?\b")
_BOTH = (" were each ", " are each ", " both ", " were charged", " are charged", "defendants")


def counts_each(reading: Reading) -> Iterator[Relation]:
    """The number of counts, and what one person is charged with one count each of."""
    text = reading.text
    if "count" not in text or not (" each of " in text or "single counts of " in text):
        return
    lists, wholes, others = [], [], 0
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if "count" not in skeleton.text:
            continue
        wholes += [skeleton.group(m, "whole") for m in INDICTMENT.finditer(skeleton.text)]
        told = any(map(skeleton.text.__contains__, _EACH_OF))
        each = list(_EACH.finditer(skeleton.text)) if told else []
        others += len(_OTHER_COUNTS.findall(skeleton.text)) - sum(m["n"] is not None for m in each)
        lists += [(skeleton, m) for m in each]
    others -= len(wholes)
    if len(lists) != 1 or not wholes or others > 0 or any(w in text for w in _BOTH):
        return
    skeleton, match = lists[0]
    each_of = skeleton.group(match, "n")
    if (each_of and each_of.value != 1) or NO_LIST.search(match["list"]):
        return
    items = items_in(reading, skeleton, *match.span("list"))
    alike = len({w.value for w in wholes if w}) == 1
    if items is not None and alike:
        sure = len(items.spans) == len(items.finest)
        items = Items.exactly(items.spans) if sure else items
        yield from tally(reading, wholes, items, skeleton.span(match), sure=sure)
