"""A bare number taken up with whom it counts: ``The two, Ann Lee and Bo Roy, had pleaded``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.names import persons_from
from crossfoot.relate.tallies.words import NO_LIST, SEVERAL_IN_ONE, is_person

# "The two,", "All three suspects -", "Both American citizens,", with which a sentence begins
_OPENED = pattern(
    r"\W*(?:(?:on|in|last|this) (?:{date}|[a-z]+), )?"
    r"(?:(?:the|these|those|all|all of the|all the)\s(?P<n>{n})|(?P<both>{n}))"
    r"(?P<np>(?:\s(?!and\b|of\b|in\b|for\b|with\b|from\b)[a-z][a-z.-]*){{0,3}})(?P<tie>,|\s-{{1,2}})\s"
)
# what those do or are who have been named
_DO = lazy(
    r"(?:,|\s-{1,2}|\s[–—])?\s(?:(?:both|all|each)\s(?:of\s[A-Z][\w'’-]+,\s)?)?"
    r"(?:were|was|are|is|have|has|had|will|would|could|can|did|do|face[sd]?|deny|admit|plead"
    r"|pled|live|ran|took|fled|went|came|got|met|made|left|also|allegedly|then|now|later|each|all"
    r"|both|(?!said|added|reported|including)[a-z]{2,}ed)\b"
)
_ART = r"(?:the|an?|his|her|their|its)"
_THING = rf"{_ART}(?:\s(?!and\b)[^\s,.;:()]+){{{{1,6}}}}?"
_AGED = r"(?:,\s(?:aged?\s)?{age}|\s\({age}\))?"
# "the driver, the cook and the woman, aged 38"
_ARTICLED = pattern(rf"{_THING}{_AGED}(?:,\s{_THING}{_AGED})*,?\sand\s{_THING}{_AGED}(?=,\s|\s-)")
_ITEM = lazy(rf"(?:^|,\s(?:and\s)?|\sand\s)(?P<item>{_ART}\s[^,]+?)(?=,|\sand\s|$)")
# "the driver and the cook, both | hurt, and a girl were"
_ONE_MORE = lazy(r"[^.;:,]{0,40},? and (?:an?|the|his|her|their)\b")
# "the court heard", "the oldest and the youngest", "the best of the year": no list of who they are
_NO_LIST = lazy(
    r"\b(?:said|says|heard|told|according|among|includ\w+|first|second|last|only|same|[a-z]{3,}est"
    r"|most|least|more|rest|others?|one|two|three|four|which|who|that)\b"
)


def taken_up(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The number with which a sentence begins, and the row set off behind it."""
    if " and " not in skeleton.text:
        return
    opened = _OPENED.match(skeleton.text)
    if opened is None:
        return
    which = "n" if opened["n"] else "both"
    figure = skeleton.group(opened, which)
    if figure is None or figure.hedge or (which == "both" and figure.text.lower() != "both"):
        return
    nouns = opened["np"].split()
    if nouns and not is_person(nouns[-1]):
        return
    items = _named(reading, skeleton, opened.end()) or _articled(reading, skeleton, opened.end())
    if items:
        tie = skeleton.span(opened, "tie")
        yield from tally(reading, [figure], Items.exactly(items), tie)


def _named(reading: Reading, skeleton: Skeleton, at: int) -> Sequence[Span]:
    """``Ann Lee, Bo Roy and Cy Fox, all of Reno, were``."""
    text = reading.document.text
    row = persons_from(text, skeleton.offset(at), skeleton.end)
    if row is None or not row.closed or not _DO.match(text, row.end, skeleton.end):
        return ()
    if any(person.lead for person in row.persons):
        return ()
    said = text[row.spans[0].start : row.end]
    return () if NO_LIST.search(said) or SEVERAL_IN_ONE.search(said) else row.spans


def _articled(reading: Reading, skeleton: Skeleton, at: int) -> Sequence[Span]:
    """``the driver, the cook and the woman, aged 38, were``."""
    match = _ARTICLED.match(skeleton.text, at)
    did = _DO.match(skeleton.text, match.end()) if match else None
    if match is None or did is None or _ONE_MORE.match(skeleton.text, did.end()):
        return ()
    if _NO_LIST.search(match.group()) or SEVERAL_IN_ONE.search(match.group()):
        return ()
    found = [
        Span(skeleton.offset(at + m.start("item")), skeleton.offset(at + m.end("item")))
        for m in _ITEM.finditer(match.group())
    ]
    # "the father of the boy, the mayor, and the aunt" can be two
    apposed = ", and " in match.group() and len(found) > 2
    return found if not apposed and all(_is_one(reading, span) for span in found) else ()


def _is_one(reading: Reading, span: Span) -> bool:
    """Whether an item is one person or thing: its words name none in number."""
    words = reading.text[span.start : span.end].split()
    return not any(w.endswith("s") and not w.endswith(("ss", "'s", "us", "is")) for w in words[1:])
