"""Men and women, adults and children: kinds that fill the number of persons told before them.

``1,480 people. 1,030 were men and 450 women``; ``115 migrants were found … 73 men, 28 women and 14
children``; ``12 new cases. Seven children and five adults were infected``.
"""

from __future__ import annotations

import re

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.apart import is_elsewhere, is_narrower
from crossfoot.relate.sums.footed import foot, seam, stands_beside_another
from crossfoot.relate.sums.mentions import mentions
from crossfoot.relate.sums.partitions import lone
from crossfoot.relate.sums.slipped import off_by_a_slip
from crossfoot.relate.sums.ties import Claim, is_called_total
from crossfoot.relate.sums.topic import is_of_same_deed, of_other_deed, topic
from crossfoot.relate.wording.kinds import PERSONS, of_sexes
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import Row, family, head
from crossfoot.relate.wording.slips import is_a_slip_apart

# "1,030 were men"
_BARE = lazy(r"\s(?:of (?:them|those) )?(?:were|are)\s")
# "The 14 men and five women", "The group included 14 men and"
_THE_GROUP = lazy(r"^\W*(?:the|those|they|the group (?:was|were|is|included|consisted of)|all)\s$")
# "The arrestees include", "The trailer was carrying", "Those on board were"
_ALL_OF_THEM = lazy(
    r"\W*(?:[^.;:,\ue000-\uf8ff]{2,40}\s(?:said|says)\s(?:that\s)?)?(?:the|those|all)\s"
    r"(?P<what>[a-z'-]+)(?:\s[a-z'-]+){0,4}?\s(?:includ(?:e[sd]?|ing)"
    r"|(?:were|was|are|is)(?: (?:carrying|made up of|composed of))?|carried|held|consisted of"
    r"|comprised)\s"
)
# what those told last are called
_GROUPS = PERSONS | frozenset(
    "group arrested detained apprehended rescued taken found killed charged caught captured".split()
)
_YOUNG = lazy(
    r"\b(?:child(?:ren)?|juveniles?|minors?|boys?|girls?|teen(?:ager)?s?|infants?|bab(?:y|ies)|toddlers?)\b"
)
_ANOTHER = lazy(r"\b(?:second|another|others?|two|both)\b")
_ALONG_WITH = lazy(r"\b(?:along with|as well as|together with|plus)\b")
# "Officials said three men and a woman": nothing else leads to them
_SAID = lazy(r"\W*(?:[^.;:,\ue000-\uf8ff]{2,40}\s(?:said|says|say)\s(?:that\s)?)?$")
# "were infected", of so many cases
_ARE_ILL = lazy(
    r"(?:\s[a-z]+){1,3}?\s(?:were|are|was|have been|had been|became)\s(?:infected|affected|sickened"
    r"|ill|sick|stricken|diagnosed)(?=[.,;]|$)"
)
_CASES = frozenset("case cases infection infections illnesses".split())
_BRINGS_TO = lazy(r"\bto\s$")  # "bringing the total to | 7"
_SENTENCES_BACK = 30  # from "the arrestees include" to the number of all of them


def of_topic(reading: Reading, index: int, row: Row) -> Relation | None:
    """``73 men, 28 women and 14 children``, of the number that the text is about."""
    if not of_sexes(row.heads):
        return None
    whole = topic(reading, "", row.figures[0]) or _sole_person_count(reading, index, row)
    taken_up = whole is not None and any(
        f.value == whole.value for at in (index - 1, index) for f in reading.by_sentence[at]
    )
    filled = (
        whole
        and (taken_up or _is_of_all(reading, whole, row))
        and not of_other_deed(reading, whole, row.skeleton)
        and not is_elsewhere(reading, whole, row)
        and not is_narrower(reading, whole, row)
        and not stands_beside_another(reading, whole)
    )
    if whole is None or not filled:
        ill = _cases_above(reading, index, row)
        whole, filled = ill or whole, ill is not None or filled
    claim: Claim = "full" if filled and row.complementary else "weak"
    return foot(reading, whole, claim, seam(row), row.figures)


def _is_of_all(reading: Reading, whole: Figure, row: Row) -> bool:
    """Whether "The arrestees include" can only be those of *whole*, whom *row* misses by a slip.

    No other number of persons is told before that they could be of.
    """
    text, opening = row.skeleton.text, _ALL_OF_THEM.fullmatch(row.skeleton.text, 0, row.start)
    if opening is None or not row.complementary or row.total.is_open or not whole.range.is_exact:
        return False
    last = row.figures[0].sentence
    if last - whole.sentence > _SENTENCES_BACK:
        return False
    if not (row.closed or _ALONG_WITH.search(text, row.start, row.end)):
        return False
    if singular(opening["what"]) not in _GROUPS and not _is_told_with(reading, whole, row, opening):
        return False
    start, end = reading.sentences[whole.sentence].start, row.skeleton.end
    if {"man", "woman"} & set(row.heads) and _YOUNG.search(reading.text, start, end):
        return False
    some = "includ" in opening.group()  # some may be of neither kind
    if not (off_by_a_slip if some else is_a_slip_apart)(whole, row.figures):
        return False
    return not any(
        family(f) == "count"
        and f.value != whole.value
        and (f.value or 0) > row.largest
        and head(reading.sentences[f.sentence], f) in (*PERSONS, None)
        for figures in reading.by_sentence[: last + 1]
        for f in figures
        if f.start < row.figures[0].start and f.range.is_exact
    )


def _is_told_with(reading: Reading, whole: Figure, row: Row, opening: re.Match[str]) -> bool:
    """Whether the sentence of *whole* tells of "the trailer", and nothing next of another."""
    if opening["what"] not in reading.sentences[whole.sentence].words:
        return False
    start = reading.sentences[whole.sentence].start
    return _ANOTHER.search(reading.text, start, row.skeleton.end) is None


def _sole_person_count(reading: Reading, index: int, row: Row) -> Figure | None:
    """The only count of the sentence before, of persons to whom what is told of *row* was done.

    One of its kinds is above it, so that it is no number that the text could be about.
    """
    if index == 0 or not row.complementary or row.total.is_open:
        return None
    whole = next(iter(lone(reading, index - 1, row)), None)
    if whole is None:
        return None
    definite = _THE_GROUP.search(row.skeleton.text, 0, row.start)
    return whole if definite or is_of_same_deed(reading, whole, row.skeleton) else None


def halved(reading: Reading, index: int, row: Row) -> Relation | None:
    """Kinds that fill the whole just stated: ``1,480 people. 1,030 were men and 450 women``."""
    if index == 0 or not row.complementary:
        return None
    if len(row.figures) == 3:
        return _of_three_kinds(reading, index, row)
    if not _BARE.match(row.skeleton.text, row.start + 1):
        return None
    before = [f for f in reading.by_sentence[index - 1] if family(f) == row.kind]
    if len(before) != 1 or row.figures[0] is not row.skeleton.figures[0]:
        return None
    if (head(reading.sentences[index - 1], before[0]) or "") not in PERSONS:
        return None
    return foot(reading, before[0], "full", seam(row), row.figures)


def _of_three_kinds(reading: Reading, index: int, row: Row) -> Relation | None:
    """Three kinds that leave none out, after ``a total of 8,083 persons``."""
    above = reading.sentences[index - 1]
    totals_ = [f for f in above.figures if is_called_total(above, f)]
    if len(totals_) != 1 or family(totals_[0]) != row.kind:
        return None
    return foot(reading, totals_[0], "full", seam(row), row.figures)


def _cases_above(reading: Reading, index: int, row: Row) -> Figure | None:
    """The number of cases in the sentence before, where *row* tells by sex or age who fell ill."""
    if index == 0 or not row.complementary or row.total.is_open:
        return None
    text = row.skeleton.text
    if not _ARE_ILL.match(text, row.end) or not _SAID.fullmatch(text, 0, row.start):
        return None
    above = reading.sentences[index - 1]
    cases = [
        m.figure
        for m in mentions(reading, index - 1)
        if family(m.figure) == "count" and not (m.compared or m.nested)
        if not _BRINGS_TO.search(above.text, 0, above.sign_of(m.figure))
    ]
    if len(cases) != 1 or cases[0].unit not in _CASES or not cases[0].range.is_exact:
        return None
    return None if is_narrower(reading, cases[0], row) else cases[0]
