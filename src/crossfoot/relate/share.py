"""Shares: a part, its whole, and the percent or fraction that the text says it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import islice

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.shares import words
from crossfoot.relate.shares.bases import (
    SMALL,
    are_of_two_years,
    is_apart,
    is_dated_apart,
    just_counted,
    only_base,
    said_of,
)
from crossfoot.relate.shares.capacity import of_room
from crossfoot.relate.shares.certain import is_held_to
from crossfoot.relate.shares.fit import (
    likeliest,
    may_be_of,
    quotient_off,
    reaches,
    whole_needed,
)
from crossfoot.relate.shares.made_up import made_up
from crossfoot.relate.shares.of_so_many import of_so_many
from crossfoot.relate.shares.quotients import of_a_quotient
from crossfoot.relate.shares.rates import by_rate
from crossfoot.relate.shares.siblings import are_of_their_sum, of_siblings
from crossfoot.relate.shares.steps import of_a_step
from crossfoot.relate.shares.that_is import that_is
from crossfoot.relate.shares.told import told, whole_after
from crossfoot.relate.shares.told_before import told_before
from crossfoot.relate.shares.votes import of_two_sides
from crossfoot.relate.sums.remainders import remainders
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import backwards, relation, singular
from crossfoot.relate.wording.rows import family, head, rows
from crossfoot.relate.wording.stems import stem

REACH = 12  # sentences back in which the whole that fits is looked for
_FEW = 4  # numbers told beside each other that one of them takes together
_BRACKET = 60  # characters before a share that closes a bracket
_MANY = 160  # figures gone back over: in a table the whole stands no farther off
NEAR = Fraction(3, 100)  # a share so near that its base cannot be in doubt


def relate(reading: Reading) -> Iterator[Relation]:
    """Every share that the wording asserts, one a percent or fraction.

    Where it is of a number and its part is not counted, it has no part.
    """
    wholes = cache(lambda: _wholes_of_remainders(reading))  # made when a share asks for it
    seen: dict[str, Relation] = {}
    for index, skeleton in reading.quantified:
        if SIGNS["percent"] not in skeleton.text and SIGNS["fraction"] not in skeleton.text:
            continue
        for found in _in_sentence(reading, index, skeleton, wholes):
            share = found.one("share").id
            if share not in seen and not _is_of_others(reading, skeleton, found):
                seen[share] = found
                yield found
                yield from _told_again(reading, skeleton, found)
    if len(seen) > 1:
        yield from of_siblings(reading, list(seen.values()))
    for _, skeleton in reading.paired:
        if SIGNS["percent"] in skeleton.text:
            for figure, whole, tie in of_so_many(skeleton):
                if figure.id not in seen:
                    yield relation("share", reading, [tie], whole=whole, share=figure)


def _is_of_others(reading: Reading, skeleton: Skeleton, found: Relation) -> bool:
    """Whether a share that does not fit is said of a place or a sort that the whole is not."""
    share, wholes = found.one("share"), found.figures("whole")
    if len(wholes) != 1 or not quotient_off(found.figures("part"), wholes[0], share):
        return False
    home, text = reading.sentences[wholes[0].sentence], reading.document.text
    at = skeleton.sign_of(share) + 1
    wider, here = words.OF_WIDER.match(skeleton.text, at), wholes[0].sentence == share.sentence
    if here or (wider and wider["where"] not in home.text):
        return wider is not None
    of = words.OF_NOUN.match(skeleton.text, at)  # "a third of the women", after 498 people
    told = singular(of["noun"]) if of else ""
    if told in words.SORTS and told != head(home, wholes[0]):
        return True
    place = words.OPENS_IN.match(text, skeleton.start, skeleton.end)
    return place is not None and place["name"] not in text[home.start : home.end]


def _told_again(reading: Reading, skeleton: Skeleton, found: Relation) -> Iterator[Relation]:
    """The same share in other words: a fraction beside its percent, or the other way round."""
    share = found.one("share")
    match = words.AGAIN.match(skeleton.text, skeleton.sign_of(share) + 1)
    again = skeleton.group(match, "share") if match else None
    if match and again and again.kind != share.kind:
        tie, part, whole = skeleton.span(match, "tie"), found.figures("part"), found.one("whole")
        yield relation("share", reading, [tie], part=part, whole=whole, share=again)


def _in_sentence(
    reading: Reading, index: int, skeleton: Skeleton, wholes: Callable[[], dict[str, Figure]]
) -> Iterator[Relation]:
    holds = skeleton.text.__contains__
    for source, cues in words.SOURCES if skeleton.amounts else ():
        for match in source.finditer(skeleton.text) if any(map(holds, cues)) else ():
            part, share = skeleton.group(match, "part"), skeleton.group(match, "share")
            if part is None or share is None or _is_beside(skeleton, match, part, share):
                continue
            named = skeleton.group(match, "whole") if "whole" in source.groupindex else None
            if before := words.PART_OF.search(skeleton.text, 0, match.start("part")):
                if words.OF_OTHERS.match(skeleton.text, match.end("share")):
                    continue  # "two of their 12 dancers, a quarter of the company's staff"
                part, named = skeleton.figure_at(before.start("part")), part
            if not _is_part(skeleton, part) or _is_step(skeleton, share):
                continue
            tie = skeleton.span(match, "tie")
            known = whole_after(skeleton, share) or named or wholes().get(part.id)
            yield from _with_whole(reading, index, skeleton, part, share, tie, known)
    yield from that_is(reading, index, skeleton)
    yield from made_up(reading, index, skeleton)
    yield from told_before(reading, index, skeleton)
    yield from by_rate(reading, index, skeleton)
    yield from of_a_step(reading, index, skeleton)
    yield from of_room(reading, index, skeleton)
    yield from of_two_sides(reading, skeleton)
    yield from (f for f in of_a_quotient(reading, index, skeleton) if _is_no_change(skeleton, f))
    yield from (f for f in told(reading, index, skeleton) if _is_no_change(skeleton, f))


def _is_beside(skeleton: Skeleton, match: re.Match[str], part: Figure, share: Figure) -> bool:
    """Whether a share only stands beside *part*: of a row with it, a rate, a share of another."""
    tie, text = match["tie"], skeleton.text
    if part.start > share.start and _is_of_number_before(skeleton, match.start("share")):
        return True
    if share.kind == "fraction" and words.HALF_OWNED.match(text, match.end("share")):
        return True  # "its half ownership - $33 million"
    if tie.startswith((" which ", " who ")) and words.FAR_OFF.match(text, match.end("part")):
        return True  # "38 of them in fields smaller than the first, which made up a third"
    if tie == " or ":
        return _is_range(skeleton, match, part, share)
    if tie == " - ":  # "Alder sent 740 people - nine in ten of them to Salem -"
        return words.OF_THEM_THERE.match(text, match.end("share")) is not None
    return tie == ", " and bool(
        _is_listed(tie, share)
        or words.OF_THEM.match(text, match.end("share"))  # "12 arrests, 30% of them for theft"
        or words.OF_WHICH.match(text, match.end("part"))  # "bonds at 6%, 20 of which"
        or words.AT_RATE.search(text, 0, match.start("share"))  # "20 at 6%, 30 at 7%"
    )


def _is_of_number_before(skeleton: Skeleton, at: int) -> bool:
    """Whether a share closes a bracket behind a number: ``548 died (a rate of 63%), 483 of …``."""
    text = skeleton.text
    opens = text.rfind("(", max(0, at - _BRACKET), at)
    if opens < 0 or not words.CLOSES.match(text, at + 1) or ")" in text[opens:at]:
        return False
    before = words.BEHIND_AMOUNT.search(text, max(0, opens - _BRACKET), opens)
    return before is not None


def _is_listed(tie: str, share: Figure) -> bool:
    """Whether a share is one more of a row: "8, 4 and 2%", "51 out of 253, 25 out of 100"."""
    bare = share.kind == "percent" and share.text.replace(".", "").isdigit()
    return tie == ", " and (bare or words.COUNTED_OUT.match(share.text) is not None)


def _is_range(skeleton: Skeleton, match: re.Match[str], part: Figure, share: Figure) -> bool:
    """Whether a bare number and a percentage right behind it are ends: ``10 or 15 percent``."""
    bare = skeleton.text[match.start("part") + 1] == " " and part.unit is None
    between = match.end("part") == match.start("tie") and match.end("tie") == match.start("share")
    return bare and between and (part.value or 0) < 100 * (share.value or 0)


def _is_no_change(skeleton: Skeleton, found: Relation) -> bool:
    """Whether the share is one of a whole, not of what went before."""
    share = found.one("share")
    at = skeleton.sign_of(share) + 1
    return not _is_step(skeleton, share) and words.STAYS.match(skeleton.text, at) is not None


def _is_part(skeleton: Skeleton, part: Figure) -> bool:
    """Whether *part* can be a part of something, and is no step up or down."""
    if part.value is None or part.value <= 0 or family(part) is None or _is_vague(part):
        return False
    at = skeleton.sign_of(part)
    if skeleton.text.startswith(" others ", at + 1):
        return False  # "streets that see 75 percent of crashes, two others have died"
    if words.APART.match(skeleton.text, at + 1):
        return False
    if words.COUNTED_OF.search(skeleton.text, 0, at) and (part.value or 0) < SMALL:
        return False
    if words.BASE.search(skeleton.text, 0, at):
        return False
    if words.THOSE_THREE.search(skeleton.text, 0, at + 1) or words.TO.search(skeleton.text, 0, at):
        return False
    return not _is_step(skeleton, part)


def _is_step(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* leads from one number to another: ``rise 3 percent``, ``43 fewer``."""
    at = skeleton.sign_of(figure)
    return bool(
        words.STEP_BEFORE.search(skeleton.text, max(0, at - 110), at)
        or words.STEP_AGAIN.search(skeleton.text, max(0, at - 110), at)
        or words.STEP_AFTER.match(skeleton.text, at + 1)
    )


def _with_whole(
    reading: Reading,
    index: int,
    skeleton: Skeleton,
    part: Figure,
    share: Figure,
    tie: Span,
    known: Figure | None,
) -> Iterator[Relation]:
    """The relation with the whole that the words name, or the one that they refer to."""
    whole = known or _named(skeleton, part, share) or _meant(reading, index, skeleton, part, share)
    if whole is not None and whole is not whole_after(skeleton, share):
        whole = _told_last(skeleton, part, share, whole)
    if known is None and _is_of_row(skeleton, part, share):
        return  # "Alder had 326, Birch 166 and Moor 38, just over half of all"
    if whole is None or (whole.value or 0) <= 1:
        return  # "two doses are 97 percent effective, one is 93 percent"
    whole_of_it = share.value == (100 if share.kind == "percent" else 1)
    if known is None and whole.value == part.value and not whole_of_it:
        return  # the same number told again
    off = quotient_off((part,), whole, share)
    if known is None and off:
        asked = words.OF_THOSE_DONE.match(skeleton.text, skeleton.sign_of(share) + 1)
        if asked and stem(asked["deed"]) not in map(stem, reading.sentences[whole.sentence].words):
            return  # "148 answered, 61% of those asked", after 190 assaults
    if off and words.OF_KNOWN.match(skeleton.text, skeleton.sign_of(share) + 1):
        return  # "387 (14%) of inmates with a known ethnicity"
    if known is None and off and are_of_two_years(whole, part):
        return  # "In 2016 it had 13.4 million. In 2017 2.8 million were refused, 18% of them all"
    if off and words.SET_AGAINST.search(skeleton.text, 0, skeleton.sign_of(part)):
        return  # "17% of the 900, compared to 307 (24.1%) the year before"
    if known is None and off and is_dated_apart(reading, whole, part):
        return  # "9,375 on 5 May. As at 31 May, 189 (2%) of those in closed centers"
    if known is None and off and are_of_their_sum(reading, part, share):
        return  # "Among those in hostels: 2,080 (80%), 416 (16%), 104 (4%)"
    if off and "|" in reading.document.text[whole.end : part.start]:
        return  # another cell of a table, of which no word tells
    if known is None and off and _are_of_both(reading, whole, part, share):
        return  # "90 people in Ayr and 40 in Lund. Of those, 60 were freed, 46% of all"
    if off and words.BESIDES.search(skeleton.text, 0, skeleton.sign_of(part)):
        return  # "41 passengers and six of the crew, 1.5 percent of all aboard"
    over = (part.value or 0) > (whole.value or 0)
    meant = (whole_after(skeleton, share), just_counted(reading, index, skeleton, part, share))
    if over and whole not in meant and not _is_said_of(skeleton, part, whole):
        return
    if not over and share.kind == "percent" and (share.value or 0) > 100:
        return  # "1,100 in jails built for 1,000, 110% of capacity": the part is the larger one
    if whole not in (part, share) and family(whole) == family(part):
        yield relation("share", reading, [tie], part=part, whole=whole, share=share)


def _is_of_row(skeleton: Skeleton, part: Figure, share: Figure) -> bool:
    """Whether a fraction "of all" behind a row of numbers may be that of all in the row."""
    at = skeleton.sign_of(share) + 1
    if share.kind != "fraction" or not words.OF_ALL.match(skeleton.text, at):
        return False
    return any(part is row.figures[-1] and len(row.figures) > 2 for row in rows(skeleton))


def _told_last(skeleton: Skeleton, part: Figure, share: Figure, whole: Figure) -> Figure | None:
    """The number that "of those" takes up where it was told after *whole*: else that one.

    "Of 900 crews 60 failed; 20 percent of those, 12, twice." What "the others" are is not told.
    """
    first = min(skeleton.sign_of(f) for f in (part, share))
    behind = (words.OF_SOME.match(skeleton.text, skeleton.sign_of(f) + 1) for f in (part, share))
    found = words.FROM_SOME.search(skeleton.text, 0, first) or next((m for m in behind if m), None)
    if found is None or found["rest"]:
        return None if found else whole
    between = skeleton.text[skeleton.sign_of(part) + 1 : skeleton.sign_of(share)]
    if words.DOES.search(between):
        return None  # "63 of the 900 were trained, 13 percent of those": of the 63
    told = [
        f
        for f in skeleton.within(0, first)
        if (f.start > whole.start or whole is _of_so_many(skeleton, f))
        and f is not whole
        and family(f) == family(part)
        and not _is_step(skeleton, f)
    ]
    if not told or not quotient_off((part,), whole, share):
        return whole
    last = told[-1]
    sure = len(told) == 1 and (last.value or 0) > (part.value or 0)
    return last if sure or not quotient_off((part,), last, share) else None


def _is_said_of(skeleton: Skeleton, part: Figure, whole: Figure) -> bool:
    """Whether the words give *whole* as that of the part: ``37 of 50 files``."""
    return whole is _of_so_many(skeleton, part)


def _of_so_many(skeleton: Skeleton, part: Figure) -> Figure | None:
    """The whole that stands right behind a part: ``37 of the 50 files``."""
    match = words.OF_SO_MANY.match(skeleton.text, skeleton.sign_of(part) + 1)
    return match and skeleton.group(match, "whole")


def _are_of_both(reading: Reading, whole: Figure, part: Figure, share: Figure) -> bool:
    """Whether the share is one of all that were told beside *whole*."""
    home = reading.sentences[whole.sentence]
    counts = [f for f in home.figures if family(f) == family(part) and f is not part]
    needed = whole_needed((part,), share) if 1 < len(counts) <= _FEW else None
    return needed is not None and Interval.sum(f.range for f in counts).meets(needed)


def _meant(
    reading: Reading, index: int, skeleton: Skeleton, part: Figure, share: Figure
) -> Figure | None:
    """The whole that the words refer to: one that fits, or else the only one there can be."""
    larger = tuple(_larger(reading, index, part))
    whole = _referred(reading, index, skeleton, part, share, larger)
    off = quotient_off((part,), whole, share) if whole else Fraction(1)
    loose = off or share.kind == "fraction"  # "half" fits many a number by chance
    if loose and (just := just_counted(reading, index, skeleton, part, share)):
        return just
    # where both numbers are bounded, the whole that fits was found
    open_ended = (w for w in larger if part.range.is_open or w.range.is_open)
    if off and any(may_be_of((part,), w, share) for w in open_ended):
        return None
    if whole and not off and share.kind == "fraction" and whole.sentence != index:
        home = reading.sentences[whole.sentence]
        whole = whole if alike(head(skeleton, part), head(home, whole)) else None
    if whole is None or not off:
        return whole or only_base(reading, index, skeleton, part, share)
    home = reading.sentences[whole.sentence]
    # "$98, or 98 percent, and here $2, or 2 percent": parts beside each other
    at = home.sign_of(whole) + 1
    beside = words.OWN_SHARE.match(home.text, at) or words.HAS_SHARE.match(home.text, at)
    beside = beside if part.kind == "measure" else words.OWN_SHARE.match(home.text, at)
    sound = not beside and _same_things(reading, skeleton, part, share, whole)
    of = said_of(reading, part, share)
    sound = sound and is_held_to(reading, part, share, whole, of) and not is_apart(home, whole)
    clear = sound and off <= NEAR and whole.range.is_exact
    apart = beside and part.kind == "measure"  # "9,000 acres, 64% contained", and of another fire
    base = None if clear or apart else only_base(reading, index, skeleton, part, share)
    return base or (whole if sound else None)


def _named(skeleton: Skeleton, part: Figure, share: Figure) -> Figure | None:
    """The whole that stands after "of" beside the share or the part, or opens the sentence."""
    if own := whole_after(skeleton, share):
        return own
    for figure in (part, share):
        at = skeleton.sign_of(figure) + 1
        if match := words.OF_WHOLE.match(skeleton.text, at):
            return skeleton.group(match, "whole")
    first = min(skeleton.sign_of(f) for f in (part, share))
    if later := list(words.OPENS_LATER.finditer(skeleton.text, 0, first)):
        return skeleton.group(later[-1], "whole")
    if match := words.OPENS.match(skeleton.text):
        whole = skeleton.group(match, "whole")
        return whole if whole is not None and whole.start < part.start else None
    return None


def _referred(
    reading: Reading,
    index: int,
    skeleton: Skeleton,
    part: Figure,
    share: Figure,
    larger: Sequence[Figure],
) -> Figure | None:
    """The whole that "of those" means: the one that fits, else the only one there can be."""
    needed = whole_needed((part,), share, NEAR)
    if near := [w for w in larger if reaches(w, needed)]:
        fitting = [w for w in near if not quotient_off((part,), w, share)]
        return _likeliest(fitting or near, part, share)
    if not words.REFERS.search(skeleton.text):
        return None
    noun = head(skeleton, part)
    sure = [w for w in larger if w.sentence >= index - 2 and _agrees(reading, w, noun)]
    nearest = [w for w in sure if w.sentence == sure[0].sentence]
    return nearest[0] if len({w.value for w in nearest}) == 1 else None


def _likeliest(wholes: Sequence[Figure], part: Figure, share: Figure) -> Figure:
    """Rather 49 than "nearly 50"; of several that "more than 57%" is of, the nearest to it."""
    return likeliest([w for w in wholes if w.range.is_exact] or wholes, (part,), share)


def _same_things(
    reading: Reading, skeleton: Skeleton, part: Figure, share: Figure, whole: Figure
) -> bool:
    """Whether the whole counts what the part does, and what the share is said to be of."""
    noun = head(reading.sentences[whole.sentence], whole)
    if not alike(head(skeleton, part), noun):
        return False
    at = skeleton.sign_of(share) + 1
    of = words.OF_NOUN.match(skeleton.text, at)
    if of is None and words.OF_OTHERS.match(skeleton.text, at):
        return False
    if of is None or of["noun"] in words.WHOLES:
        return True
    return noun is not None and alike(singular(of["noun"]), noun)


def _agrees(reading: Reading, whole: Figure, noun: str | None) -> bool:
    return alike(noun, head(reading.sentences[whole.sentence], whole))


def _larger(reading: Reading, index: int, part: Figure) -> Iterator[Figure]:
    """Figures before *part* of its family and no smaller, nearest first."""
    kind = family(part)
    for figure in islice(backwards(reading, index, index - REACH, part.start), _MANY):
        if family(figure) != kind or _is_vague(figure):
            continue
        high, value = figure.range.high, figure.value
        is_open = high is None and (value is None or value >= SMALL)  # not "at least one"
        if is_open or (high and part.value is not None and high >= part.value):
            yield figure


def _is_vague(figure: Figure) -> bool:
    """Whether *figure* is anything between two far ends, of which any share fits: 20 to 100."""
    low, high = figure.range.low, figure.range.high
    return low is not None and high is not None and 0 < 2 * low < high


def _wholes_of_remainders(reading: Reading) -> dict[str, Figure]:
    """The whole of each part that a remainder completes."""
    out: dict[str, Figure] = {}
    for found in remainders(reading):
        parts = found.figures("parts")
        wholes = found.figures("whole")
        before = [w for w in wholes if w.start < parts[0].start]  # and not a quote further down
        for whole in (before or wholes)[-1:]:
            if Interval.sum(part.range for part in parts).meets(whole.range):
                out.update((part.id, whole) for part in parts if part.id not in out)
    return out
