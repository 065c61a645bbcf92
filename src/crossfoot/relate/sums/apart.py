"""Whether the members of a row are apart: each in a place of its own, or in several of its groups.

``900 were in Texas and 400 in Utah`` are 1,300; ``12 on parole and 40 with convictions`` need not
be 52.
"""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTH_NAMES
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.sums.mentions import ANOTHER, OTHERS
from crossfoot.relate.wording.kinds import PERSONS, of_sexes
from crossfoot.relate.wording.rows import Row, noun_of
from crossfoot.relate.wording.stems import stem
from crossfoot.relate.wording.steps import later_step

# "were in Texas", "from Mexico"
IN_PLACE = lazy(
    r"\s(?:(?!(?:with|who|whom|whose|and|or|had|have)\b)[a-z-]+\s){0,4}?"
    r"(?:in|from|at|across|(?:citizens?|nationals?|natives?|residents?) of)\s(?:the\s)?[A-Z]"
)
# what tells a group of persons by what they are or did, and not by where or when
_QUALITY = lazy(
    r"\s(?:[a-z-]+\s){0,3}?(?:with|who(?! (?:were|was) (?!wanted|convicted|charged|known|accused))"
    r"|whom|had|have|having|previously|wanted|convicted|charged"
    r"|suspected|known|identified|accused|on (?:parole|probation)|under|subject|ordered|facing"
    r"|criminals?|felons?|fugitives?|members?(?! of (?:a |the )?famil)|offenders?)\b"
)
# "38 who offered, 62 who bought": told by one deed, and not by what they had done before
_WHO_DID = lazy(r"\swho\s(?!had|has|were|was|been|convicted|entered)[a-z]+ed\s")

# "In nearby Elko, 12 men and 11 women": of another place or month than those told before
_OPENS_IN = lazy(
    r"\W*(?:On\s[A-Z]\w+,?\s)?[Ii]n\s(?:[a-z]+\s){0,2}(?P<place>[A-Z][\w'’-]+)[^,;.]{0,30},"
)
_IN_NAMED = lazy(rf"\b[Ii]n\s(?!(?:{MONTH_NAMES})\b)([A-Z][\w'’-]+)")
# "Another boat carried 14 men and two women", "were arrested on the first day": not of all
_OTHER_GROUP = lazy(
    r"\b(?:another|the other|second|separate|earlier|previous"
    r"|for (?:its|their|his|her) part|^\W*later)\b"
)
_IN_PART = lazy(r"\b(?:at first|initially|so far|by then|alone|(?:first|second|last|next) day)\b")
# "The workers who fled were", "Among the teachers were": not all of those told
_SOME_OF_THEM = lazy(r"\W*(?:among\s|the\s[a-z-]+\s(?:who\s(?!were\s|are\s|had\s|have\s)|of\s))")
# "The convicted workers were", of six workers
_CALLED = lazy(r"\W*the\s(?P<said>(?:[a-z-]+\s){1,3}?)[a-z-]+\s(?:were|are)\s$")
# "four men and two women, | and their boss", "| in the first raid": others are told, or only some
_GOES_ON = pattern(
    r"(?:\s[a-z-]+)?(?:(?:,\s(?:and\s)?|\sand\s)(?:an?|his|her|their|its|{n}\s(?:who|whose|other))\s"
    r"|;\s(?:the\s)?(?:{n}|{rank}|an?)\s"
    r"|\s(?:in|on|at|during)\s(?:the\s|that\s)?(?:{rank}|(?:first|next|last|latest)\b))"
)
_ALLEGED = frozenset("suspected alleged accused arrested detained".split())


def added(row: Row) -> bool:
    """Whether each later member is told as others than those before: ``and another 12``."""
    text = row.skeleton.text
    signs = map(row.skeleton.sign_of, row.figures[1:])
    return all(
        ANOTHER.search(text, max(0, at - 24), at) or OTHERS.match(text, at + 1) for at in signs
    )


def placed(reading: Reading, row: Row) -> bool:
    """Whether each member stands for a place of its own: ``900 were in Texas``."""
    return all(IN_PLACE.match(reading.document.text, f.end) for f in row.figures)


def is_elsewhere(reading: Reading, whole: Figure, row: Row) -> bool:
    """Whether the sentence of *row* opens with a place that that of *whole* does not name.

    Or names one before the row, where that of *whole* names another: ``Agents in Texas said``.
    """
    text = reading.document.text
    match = _OPENS_IN.match(text, row.skeleton.start)
    above = reading.document.sentences[whole.sentence]
    if match is not None and match["place"] not in text[above.start : above.end]:
        return True
    here = set(_IN_NAMED.findall(text, row.skeleton.start, row.figures[0].start))
    there = set(_IN_NAMED.findall(text, above.start, above.end)) if here else set()
    return bool(here and there) and here.isdisjoint(there)


def is_narrower(reading: Reading, whole: Figure, row: Row) -> bool:
    """Whether *row* is told of another group than *whole*, or of a part of its time."""
    text = row.skeleton.text
    if _OTHER_GROUP.search(text, 0, row.start) or _IN_PART.search(text, row.end):
        return True
    fewer = (row.total.low or 0) < (whole.value or 0)
    if fewer and names_some(reading, whole, row):
        return True
    step = later_step(text, row.end) if fewer and of_sexes(row.heads) else None
    if step and step not in map(stem, reading.sentences[whole.sentence].words):
        return True  # "eleven were infected. Seven boys and three girls were treated"
    ranks = [f.text for f in row.skeleton.within(row.end, len(text)) if f.kind == "rank"]
    above = reading.sentences[whole.sentence]
    told = reading.document.text[above.start : above.end] if ranks else ""
    return not all(rank in told for rank in ranks)


def names_some(reading: Reading, whole: Figure, row: Row) -> bool:
    """Whether *row* is called by more than *whole*: ``The convicted workers``, of six.

    Or more are told of behind it, without a number.
    """
    if runs_on(row.skeleton, row.end):
        return True
    before = row.skeleton.text[: row.start]
    if _SOME_OF_THEM.match(before):
        return True
    called = _CALLED.match(before)
    said = set(called["said"].split()) - _ALLEGED if called else set()
    return not said <= reading.sentences[whole.sentence].words


def runs_on(skeleton: Skeleton, at: int) -> bool:
    """Whether behind a row that ends at *at* another is told without a number, or a first step."""
    return _GOES_ON.match(skeleton.text, at) is not None


def may_overlap(reading: Reading, row: Row, whole: Figure) -> bool:
    """Whether one person can be in several of the groups: ``12 on parole, 40 with convictions``."""
    noun = noun_of(reading, whole)
    if row.kind != "count" or (noun is not None and noun not in PERSONS):
        return False
    if of_sexes(row.heads):
        return False
    told = row.figures[:-1] if row.completes else row.figures  # "and five who took no side"
    after = (row.skeleton.text[row.skeleton.sign_of(f) + 1 :][:60] for f in told)
    return any(_QUALITY.match(words) and not _WHO_DID.match(words) for words in after)
