"""The end of a change that a neighbouring sentence gives, where its own gives the other."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.changes import words
from crossfoot.relate.changes.cues import Statement, comparable, of_a_size
from crossfoot.relate.changes.neighbours import (
    AFTER_THAT,
    BEFORE_THAT,
    PART_OF_THEM,
    RECKONED_ELSEWHERE,
    Ends,
    amounts_of,
    count_unlike,
    counts_subject,
    direction_of,
    is_earlier,
    nouns_of,
    placed_in_time,
    sentence_at,
    stems_of,
    subject_of,
    when_told,
)
from crossfoot.relate.changes.statements import pairs, statements
from crossfoot.relate.changes.tagging import tagged
from crossfoot.relate.changes.times import is_before, moment
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import head

# "By June the number had risen to" 500: the count that the sentence before gives
_ANAPHOR = lazy(
    r"(?:^|[,;]) ?\W*(?:but |and |now )?(?:the|that|this) (?:number|figure|total|count|tally|sum)"
    r" (?:was|is|stood at|stands at|reached|hit|had (?:reached|hit)|(?:had |has )?(?:risen|grown"
    r"|fallen|climbed|dropped|rose|grew|fell) to) (?:about |nearly |just |over |more than |some )?$"
)
# "By June the number charged with crimes had grown": of what the sentence before counts
_THE_NUMBER_OF = lazy(
    rf"\W*(?:(?:by|in|as of|since) (?:{SIGNS['date']}|[a-z]+ [a-z]+),? )?"
    r"the (?:number|total|count)\b"
)
# "The number of ships was", before "up 12 percent from the" 400
_THE_NUMBER_IS = lazy(
    r"\W*the (?:total )?(?:number|count|total) of (?:[a-z'-]+ ){1,4}?(?:was|were|is|are|stood) "
)
# "The increase to" 600 "is" 50%
_THE_INCREASE_TO = lazy(
    r"\W*(?:the|that) (?:increase|rise|jump|growth|surge|drop|fall|decline|decrease) to "
)
# "In" 2019", the number fell": later than what was told before
_LATER_TIME = lazy(
    rf"\W*(?:(?:in|by|during) (?P<date>{SIGNS['date']}),|since then,?|the next [a-z]+,"
    r"|the following [a-z]+,)"
)
# "It has since dropped by" 25 percent
_IT_HAS = lazy(
    rf"\W*(?:(?:since then|(?:by|in|as of|during|for) {SIGNS['date']}|today|now|by then|later"
    rf"|last year|{SIGNS['date']}),? )?"
    r"(?:it|they|that|this|there|the (?:number|figure|total|count|tally|population))"
    r"(?: has| have| had)?(?: since| now| then)? [a-z]+(?: by)?"
    r"(?: (?:about|nearly|almost|more than|roughly|another))? "
)
_A_TOTAL = lazy(r"\b(?:a|the|combined|grand) total of (?:[a-z]+ ){0,2}$")
_LEAD = 40  # characters before a figure in which it is called a total
_NO_COUNT = lazy(r"\b(?:top|no\.|number|local|route|district|precinct) $")
_IN_DATE = lazy(rf"\b(?:in|for|during|of) (?:the )?(?:fiscal )?{SIGNS['date']}")


def taken_up_from(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement, result: Figure
) -> Figure | None:
    """The only count of the sentence before, where "the number" takes it up and moves as told."""
    before = sentence_at(reading, index - 1)
    opening = skeleton.text[: min(skeleton.sign_of(result), statement.changes[0].at)]
    if before is None:
        return None
    same = _THE_NUMBER_OF.match(opening) and stems_of(before) & stems_of(skeleton)
    taken = _THE_INCREASE_TO.match(opening) or _IT_HAS.fullmatch(opening)
    if not (same or taken or _ANAPHOR.search(opening)):
        return None
    if RECKONED_ELSEWHERE.search(skeleton.text, statement.changes[0].at):
        return None
    found = [c.figure for c in amounts_of(before)]
    alone = len(found) == 1 and found[0].kind == result.kind
    alone = alone and not count_unlike(before, skeleton, found[0], result)
    return (
        found[0] if alone and direction_of(Ends(found[0], result)) == statement.direction else None
    )


def less_than_before(
    reading: Reading, index: int, statement: Statement, result: Figure
) -> Figure | None:
    """The one figure like the result in the sentence before, where it is told as "seven lower"."""
    before = sentence_at(reading, index - 1)
    if before is None or not words.TRAILING.match(statement.changes[-1].after):
        return None
    portion = result.kind == "percent"
    found = [
        c.figure
        for c in (tagged(before) if portion else amounts_of(before))
        if c.figure.kind == result.kind and c.tag != "change"
        and (portion or not PART_OF_THEM.match(c.after))
    ]  # fmt: skip
    if len(found) != 1 or direction_of(Ends(found[0], result)) != statement.direction:
        return None
    home = reading.sentences[result.sentence]
    return None if count_unlike(before, home, found[0], result) else found[0]


def of_that_time(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement, result: Figure
) -> Figure | None:
    """The count of the year named, told next to this: "20% lower than in 2018. In 2018, 150"."""
    named = words.RECKONED.search(skeleton.text, statement.changes[-1].at)
    then = moment(skeleton.figure_at(named.start("year"))) if named and named["year"] else None
    for at in (index + 1, index - 1) if then else ():
        other = sentence_at(reading, at)
        if other is None:
            continue
        found = [
            c.figure
            for c in amounts_of(other)
            if c.figure.kind == result.kind and when_told(other, c.figure) == then
            and not PART_OF_THEM.match(c.after)
        ]  # fmt: skip
        if len(found) == 1 and direction_of(Ends(found[0], result)) == statement.direction:
            return None if count_unlike(other, skeleton, found[0], result) else found[0]
    return None


def counted_before(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement, result: Figure
) -> Figure | None:
    """The one earlier count of the subject just before: "30 fires in May. By June fires rose"."""
    before = sentence_at(reading, index - 1)
    subject = subject_of(skeleton, statement.changes[0]) if before else ()
    if before is None or not subject:
        return None
    if next((c.figure for c in amounts_of(skeleton)), None) is not result:
        return None  # percentages are no amounts
    found = [c.figure for c in amounts_of(before) if counts_subject(before, c, subject)]
    if len(found) != 1 or found[0].kind != result.kind:
        return None
    moves = direction_of(Ends(found[0], result)) == statement.direction
    return found[0] if moves and is_earlier(before, skeleton, found[0], result) else None


def the_number_of(reading: Reading, index: int, skeleton: Skeleton, base: Figure) -> Figure | None:
    """The one number just told that "the number of ships was up 12 percent from the" 400 is."""
    before = sentence_at(reading, index - 1)
    if before is None or not _THE_NUMBER_IS.match(skeleton.text[: skeleton.sign_of(base)]):
        return None
    found = [c.figure for c in amounts_of(before)]
    if len(found) != 1 or found[0].kind != base.kind:
        return None
    return found[0] if alike(head(before, found[0]), head(skeleton, base)) else None


def where_it_ended(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement, result: Figure
) -> Figure | None:
    """The later end of the one pair told just before: "from 120 to 150. In 2019, it fell 20%"."""
    before = sentence_at(reading, index - 1)
    told = pairs(before) if before else ()
    opened = _LATER_TIME.match(skeleton.text)
    if before is None or len(told) != 1 or not opened:
        return None
    if any(c.at < min(statement.changes[0].at, skeleton.sign_of(result)) for c in tagged(skeleton)):
        return None  # "it fell to 960, and another 1% to 948"
    last = told[0][1].figure
    named = last.kind == result.kind and stems_of(before) & stems_of(skeleton)
    fits = named and direction_of(Ends(last, result)) == statement.direction
    time = moment(skeleton.figure_at(opened.start("date"))) if opened["date"] else None
    since = opened["date"] is None or is_before(when_told(before, last), time)
    apart = RECKONED_ELSEWHERE.search(skeleton.text, statement.changes[-1].at)
    return last if fits and since and not apart else None


def of_subject(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement
) -> Figure | None:
    """The one figure of what is said to change that a sentence just before gives.

    "Assaults made up 814, robberies 291. Robberies dropped 12 percent, from 331."
    """
    subject, base = subject_of(skeleton, statement.changes[0]), statement.base
    if not subject or base is None:
        return None
    for at in range(index - 1, max(-1, index - 4), -1):
        before = sentence_at(reading, at)
        found = (
            [c for c in amounts_of(before) if counts_subject(before, c, subject)] if before else []
        )
        if found:
            ends = Ends(base.figure, found[0].figure)
            return ends.result if len(found) == 1 and comparable(found[0], base) else None
    return None


def like_before(before: Skeleton, home: Skeleton, result: Figure) -> list[Figure]:
    """The figures of a sentence, before *result*, that count what it counts."""
    return [
        c.figure
        for c in amounts_of(before)
        if c.figure.end <= result.start
        and c.figure.kind == result.kind
        and not _NO_COUNT.search(c.before)
        and not count_unlike(before, home, c.figure, result)
    ]


def of_measure(reading: Reading, index: int, result: Figure) -> Figure | None:
    """The one figure of the measure of *result* in the sentences before."""
    like = {
        f.value: f
        for at in range(index, max(-1, index - 6), -1)
        for f in reading.by_sentence[at]
        if f.end <= result.start and f.kind == result.kind and f.measure == result.measure
    }
    return next(iter(like.values())) if len(like) == 1 and result.measure else None


def spoken_of(reading: Reading, index: int, statement: Statement) -> Figure | None:
    """The figure of sentence *index* that "that figure" in the next one takes up.

    It must be of the size that the change leads to: a pronoun may mean another figure. What the
    sentence comes to at last is taken up before its parts: "46 in Salem, a total of 65".
    """
    skeleton = sentence_at(reading, index)
    if skeleton is None:
        return None
    told = [s.result for s in statements(skeleton) if s.result]
    base = statement.base
    percents = base is not None and base.figure.kind == "percent"
    found = told or (
        [c for c in tagged(skeleton) if c.tag == "plain"] if percents else amounts_of(skeleton)
    )
    if base:
        found = [c for c in found if comparable(c, base) and of_a_size(c, base)]
    totals = [c for c in found[1:] if _A_TOTAL.search(skeleton.text, max(0, c.at - _LEAD), c.at)]
    return (totals or found)[0].figure if found else None


def first_amount(reading: Reading, index: int, like: Figure) -> Figure | None:
    """What a sentence tells first, where it is of the kind of *like*: "that" takes it up."""
    skeleton = sentence_at(reading, index)
    found = amounts_of(skeleton) if skeleton else []
    return found[0].figure if found and found[0].figure.kind == like.kind else None


def last_amount(
    reading: Reading, index: int, result: Figure, foreseen: str | None
) -> Figure | None:
    """The amount last spoken of up to sentence *index*, for "more than that".

    "More than expected" needs a sentence that tells what was expected.
    """
    for at in (index, index - 1):
        skeleton = sentence_at(reading, at)
        if skeleton and foreseen and foreseen not in skeleton.text:
            continue
        found = amounts_of(skeleton) if skeleton else []
        if found:
            return found[-1].figure if found[-1].figure.kind == result.kind else None
    return None


def told_alike(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement, result: Figure
) -> Figure | None:
    """The like figure for another time that sentence *index* gives."""
    other = sentence_at(reading, index)
    before = other and any(BEFORE_THAT.match(s.text) for s in (skeleton, other))
    after = AFTER_THAT.match(skeleton.text)
    reckoned = RECKONED_ELSEWHERE.search(skeleton.text, statement.changes[0].at)
    if other is None or (reckoned and not (before and other.start > skeleton.start)):
        return None
    if not (before or after) and not (placed_in_time(skeleton) and placed_in_time(other)):
        return None
    nouns = nouns_of(skeleton, result)
    amounts = amounts_of(other)
    like = [c for c in amounts if nouns_of(other, c.figure) & nouns]
    told_by_year = before or after or all(_IN_DATE.search(s.text) for s in (skeleton, other))
    if not like and len(amounts) == 1 and told_by_year:
        free = not (nouns and nouns_of(other, amounts[0].figure))
        like = [c for c in amounts if free and c.figure.kind == result.kind]
    if len(like) != 1 or any(like[0].at in s.ends for s in statements(other)):
        return None
    return like[0].figure
