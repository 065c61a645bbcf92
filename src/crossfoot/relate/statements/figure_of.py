"""A number taken up as a number: "the figure of 6,905 includes", "the 61,000 figure is a record".

Such words name no thing, only what was told right before: the same number is the same one, and
where none before is, the only one of the last sentence with figures, if a slip apart, is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.statements.agreement import agree, contradict
from crossfoot.relate.wording.phrases import backwards, relation, worded
from crossfoot.relate.wording.slips import slip_for

_DIGITS = 3  # besides noughts, of a number that is no other in round terms
_EARLIER = 200  # figures before it among which it may have been told
_BACK = 3  # sentences in which the number taken up was told
_WORDS = frozenset(("figure", "total", "tally"))
# "revised to 25.8 from the | 25.4 million figure": named to be told from the other
_AGAINST = lazy(r"\b(?:from|than|above|below|over|under|against)\s(?:the|that|this)\s$")
# "the figure of | 6,905", "the | 61,000 figure is", "that total of | $4 million"
_TAKEN_UP = partial(
    pattern,
    r"\b(?:the|that|this)\s(?:(?:figure|tally)\sof\s(?P<one>{amount}|{percent})"
    r"(?=\s(?:is|includes|represents|does|comes|counts|excludes)\b)"
    r"|(?P<other>{amount}|{percent})\s(?:figure|total|tally)\b)",
)


def figures_of(reading: Reading) -> Iterator[Relation]:
    """Numbers taken up as such, each with the one that it is."""
    for index, skeleton in worded(reading, _WORDS):
        for match in _TAKEN_UP().finditer(skeleton.text):
            odd = skeleton.group(match, "one") or skeleton.group(match, "other")
            one = _meant(reading, index, odd) if odd else None
            if odd and one:
                options = {
                    "first": "the text", "first_words": one.text,
                    "second": "the text", "second_words": odd.text,
                }  # fmt: skip
                spans = [skeleton.span(match)]
                yield relation("restatement", reading, spans, options, figures=[one, odd])


def _meant(reading: Reading, index: int, odd: Figure) -> Figure | None:
    """The number told before; None where several could be or none is near."""
    before = islice(backwards(reading, index, 0, odd.start), _EARLIER)
    like = [f for f in before if _may_be(f, odd)]
    near = [f for f in like if index - f.sentence <= _BACK]
    same = next((f for f in near if agree(f, odd)), None)
    if same or not near or any(agree(f, odd) for f in like):
        return same
    skeleton = reading.sentences[index]
    if near[0].sentence == index and _AGAINST.search(skeleton.text, 0, skeleton.sign_of(odd)):
        return None
    last = [f for f in near if f.sentence == near[0].sentence]
    told = (odd.value or 0) / odd.step
    round_one = len(str(int(told)).rstrip("0")) < _DIGITS  # 60,000 and 61,000 are both round
    slip = slip_for(last[0], int(told)) if last[0].hedge is None and told.denominator == 1 else None
    if slip and round_one and slip[0] != "order":
        return None
    return last[0] if len(last) == 1 and slip and contradict(last[0], odd) else None


def _may_be(one: Figure, odd: Figure) -> bool:
    kinds = {"count" if f.kind == "number" else f.kind for f in (one, odd)}
    return (
        len(kinds) == 1 and one.value is not None and (one.unit == odd.unit or kinds == {"count"})
    )
