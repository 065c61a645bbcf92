"""Remainders: ``the remaining 595``, ``the 50 others``, ``that left 189``.

What is left completes an account: a whole, the parts named before, the rest. Its parts can stand
in the sentences before, each with parts of its own, so every reading that the words allow is
tried. A remainder is called wrong only where one reading is plain and none comes out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, pairwise, product

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, kept, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.announced import one_deed
from crossfoot.relate.sums.hundred import rest_of_hundred
from crossfoot.relate.sums.mentions import Mention, is_own_part, mentions
from crossfoot.relate.sums.slipped import off_by_a_slip
from crossfoot.relate.sums.topic import said, topic
from crossfoot.relate.wording.kinds import PERSONS, PLACES, alike
from crossfoot.relate.wording.phrases import backwards, relation, singular, worded
from crossfoot.relate.wording.rows import Row, family, head, noun_of, rows
from crossfoot.relate.wording.slips import slips_between
from crossfoot.relate.wording.wholes import is_heading, restated

REACH = 5  # sentences back that a remainder can refer to
NEAR = 5  # figures back among which its fellow parts are looked for
LARGE, WIDE = 1000, 9  # of numbers so large, that seldom fit by chance, more are looked at
FAR = 40  # figures back among which its whole is looked for
WHOLES = 4  # that are tried
MOST = 24  # figures of one sentence that may be fellow parts
EARLIER = 30  # figures before that are looked at
READINGS = 48
CHANCE = 100  # a smaller whole without a noun comes out by chance
_SEVERAL = 3  # parts, the rest among them, that fit many a number by chance
OPEN = Fraction(1, 10)  # of its whole, that an open number can be short of it
NEARER = Fraction(1, 50)  # of its whole: an account so close is meant rather than one far off

# "the remaining 595" / "that leaves 595" / "implying that 189" / "meaning the actual count was 101"
_REST = pattern(
    r"(?=[ilmstw]|{n})"  # most words begin otherwise
    r"(?:(?P<tie>\b(?:the (?:remaining|others?|remainder|rest|balance|last)|leaving"
    r"|implying(?: that)?|(?:which|that|this) (?:means|meant|implies|leaves|left)(?: that)?"
    r"|meaning(?: that)?|therefore|thus|so that))[\s,-]+"
    r"(?:only |just |another |about |roughly |the (?:remaining|other) "
    r"|(?:(?!{amount}|{percent})[^.;:]){{0,75}}?\b(?:was|is|were|of|totaled) )?"
    r"(?P<rest>{amount}|{percent})"
    r"|(?<!of )\bthe (?P<others>{n})\s(?P<tied>(?:[a-z]+\s)?others?\b|remaining\b)"
    r"|(?<!the )(?P<more>{n})\s(?P<added>others)\b(?! of)"
    r"|\bthe (?P<left>{amount})\s(?P<over>(?:that(?:'s|'re| is| are) |still )?left(?: over)?\b"
    r"|(?:that (?:is|are) )?still (?:open|pending|outstanding|missing|unsolved|unpaid))\b)"
)
_HINTS = pattern(
    r"the (?:remain|other|rest|balance|last|{n} (?:[a-z]+ )?(?:other|remain))|leav|left|impl|mean"
    r"|therefore|thus|so that|others|still"
)
# a sentence without one of these tells of nothing left
_MARKS = frozenset(
    "remaining other others remainder rest balance last leaving leaves left implying implies still"
    " meaning means meant therefore thus so".split()
)
# "It said 46 could not be": what was not done to the others
_NOT = pattern(
    r"(?:^|[,;]\s|\b(?:and|but|while|said|that)\s)(?:the\s)?(?P<rest>{n})\s"
    r"(?P<tie>(?:could|did|were|was|had|have|would|do) not)\b"
    r"(?=\s?(?:be|been|have)?(?:[.:;,]|$))"
)


_FORMS = (("rest", "tie"), ("others", "tied"), ("more", "added"), ("left", "over"))
# "1,095 of those arrested", "206 of the workers", "of the people arrested this week"
_OF_WHAT = lazy(r"\s(?:[a-z]+\s)?of (?:the|those|these|all the)\s(?P<what>[a-z]+(?:\s[a-z]+)?)")
_OF_WHAT_BEFORE = lazy(
    r"\b(?:of|among) (?:the|those|these|all the|(?:last |this )?[a-z]+'s)\s"
    r"(?P<what>[a-z]+(?:\s[a-z]+)?)[^.;\ue000-\uf8ff]{0,30},\s$"
)
_OF_THEM = lazy(r"\sof (?:them|those|the (?:men|women|people|defendants|suspects))\b")
_OF_ANY = lazy(r"\s(?:[a-z]+\s)?of (?:the|those|these|them|whom|all|its|their)\b")
_OTHER_THINGS = lazy(r"\sother\s(?P<noun>[a-z]+s)\b")
_IN_ALL = lazy(r"\s(?:in all|altogether|in total|all told)\b")
# "Three did not have criminal records", after "38 had criminal convictions"
_NONE = pattern(
    r"\W*(?:the\s)?(?P<rest>{n})\s(?P<tie>did not|do not|had no|have no|were not|are not|never)\b"
)
_MARKS_OF_SPEECH = " \"'“”‘’"
_DENIALS = frozenset(("not", "no", "never"))


def remainders(reading: Reading) -> Iterator[Relation]:
    """Sums of the parts named before and the remainder."""
    for index, skeleton in worded(reading, _MARKS | _DENIALS):
        if not _MARKS.isdisjoint(skeleton.words) and _HINTS.search(skeleton.text):
            for match in _REST.finditer(skeleton.text):
                name, words = next((n, w) for n, w in _FORMS if match[n])
                rest, tie = skeleton.group(match, name), skeleton.span(match, words)
                if rest is not None:
                    yield from _sum(reading, index, rest, tie, plain=_plain(match))
        if "not" in skeleton.words:
            for match in _NOT.finditer(skeleton.text):
                rest, tie = skeleton.group(match, "rest"), skeleton.span(match, "tie")
                if rest is not None:
                    yield from _sum(reading, index, rest, tie, plain=True)
        none = None if _DENIALS.isdisjoint(skeleton.words) else _NONE.match(skeleton.text)
        rest = skeleton.group(none, "rest") if none else None
        if none and rest and index and said(reading, rest) & _told(reading, index - 1):
            yield from _sum(reading, index, rest, skeleton.span(none, "tie"), plain=True)


def _told(reading: Reading, index: int) -> frozenset[str]:
    """What is told of the parts of a sentence."""
    marked = [m.figure for m in mentions(reading, index) if m.marked]
    return frozenset().union(*(said(reading, figure) for figure in marked))


def _plain(match: re.Match[str]) -> bool:
    """Whether the words can only be of what is left: ``the other 14``, not ``thus 14``."""
    if match["tie"] is None:
        return match["more"] is None
    return not match["tie"].startswith(("therefore", "thus", "so that"))


def _sum(
    reading: Reading, index: int, rest: Figure, tie: Span, *, plain: bool
) -> Iterator[Relation]:
    kind = family(rest)
    if rest.value is None or kind is None:
        return
    skeleton = reading.sentences[index]
    if kind == "percent":
        row = _row_of(skeleton, rest)
        parts = row.figures[: row.figures.index(rest) + 1] if row else (rest,)
        if len(parts) > MOST:
            return
        found = rest_of_hundred(reading, _earlier(reading, index, parts[0], kind), parts, tie)
        if found is not None:
            yield found
        return
    accounts = [
        a
        for a in islice(_accounts(reading, index, rest), READINGS)
        if not (a.says_nothing or _is_mixed(reading, a))
    ]
    own = [a for a in accounts if plain and a.sure and a.within(index) and a.holds_rest]
    if own:
        accounts = own  # "16 flaws, of which 11 were mended; of the five still open"
    fitting = min(
        (a for a in accounts if a.comes_out and not _may_be_chance(reading, a)),
        key=lambda a: not a.whole.range.is_exact,
        default=None,
    )
    chosen = fitting or (None if own else _by_fit(reading, index, rest))
    if chosen is None and plain:
        told = [a for a in accounts if _is_told_together(reading, a, index)]
        told = [a for a in told if _is_of_whom(reading, a)] or told
        chosen = min((a for a in told if a.sure), key=lambda a: (not a.slips, a.off), default=None)
        near = min(told, key=lambda a: a.off, default=None)
        meant = chosen and near and near.off < min(NEARER, chosen.off)
        if chosen and near and meant and near.whole not in chosen.parts:
            chosen = near  # 1,098 and 260 of 1,378, and not 933 and 260 of 1,098
    if chosen is None:
        back = (a for a in accounts if _goes_back(reading, a))
        chosen = next((a for a in back if plain or _of_one_deed(reading, a)), None)
    if chosen is not None:
        stated = restated(reading, chosen.whole, parts=chosen.parts)
        yield relation("sum", reading, [tie], parts=chosen.parts, whole=stated)


def _may_be_chance(reading: Reading, account: _Account) -> bool:
    """Whether a whole that no word ties to the parts may come out by chance: few of nothing."""
    whole = account.whole
    if account.sure or is_heading(reading, whole.sentence) or whole.kind == "money":
        return False
    if not whole.range.is_exact:
        return True
    skeleton = reading.sentences[whole.sentence]
    if _OF_ANY.match(skeleton.text, skeleton.sign_of(whole) + 1):
        return False
    return noun_of(reading, whole) is None and (whole.value or 0) < CHANCE


def _is_mixed(reading: Reading, account: _Account) -> bool:
    """Whether many parts count different things: six charges, three sizes and two others."""
    if len(account.parts) < _SEVERAL:
        return False
    nouns = {noun_of(reading, f) for f in account.parts[:-1]} - PERSONS - {None, "other"}
    first = next(iter(nouns), None)
    return not all(alike(first, noun) for noun in nouns)


def _is_of_whom(reading: Reading, account: _Account) -> bool:
    """Whether the sentence before the rest tells the part as "26 of whom", right after the whole.

    ``96 leaders, 26 of whom were captured. The remaining 34 were killed.``
    """
    whole, (part, *others) = account.whole, account.parts
    if (
        len(others) != 1
        or part.sentence != whole.sentence
        or others[0].sentence - part.sentence > 1
    ):
        return False
    skeleton = reading.sentences[part.sentence]
    return whole.start < part.start and is_own_part(skeleton.text, skeleton.sign_of(part))


def _goes_back(reading: Reading, account: _Account) -> bool:
    """Whether the parts open the sentences after that of their whole and miss it by a slip.

    ``A total of 15 were charged. Eleven were … Five others were``: a number without a noun is of
    those just told.
    """
    first, *later = account.parts
    if noun_of(reading, first) is not None or not _is_last_told(reading, account.whole, first):
        return False
    ends = [first.sentence, *(f.sentence for f in later)]
    opening = reading.sentences[first.sentence].text[
        : reading.sentences[first.sentence].sign_of(first)
    ]
    return (
        not opening.strip(_MARKS_OF_SPEECH)
        and all(b - a <= 1 for a, b in pairwise(ends))
        and off_by_a_slip(account.whole, account.parts)
    )


def _is_last_told(reading: Reading, whole: Figure, first: Figure) -> bool:
    """Whether *first* can only be of *whole*: right after it, or "of them", none between."""
    if whole.sentence == first.sentence - 1:
        return True
    skeleton = reading.sentences[first.sentence]
    if not _OF_THEM.match(skeleton.text, skeleton.sign_of(first) + 1):
        return False
    between = range(whole.sentence + 1, first.sentence)
    return len(between) <= REACH and not any(
        (head(reading.sentences[at], f) or "") in PERSONS or f.value == whole.value
        for at in between
        for f in reading.by_sentence[at]
        if family(f) == "count"
    )


def _of_one_deed(reading: Reading, account: _Account) -> bool:
    """Whether one deed is told of the whole and each part: ``charges against 15 … Five others``."""
    return one_deed(reading, account.whole, *(reading.sentences[f.sentence] for f in account.parts))


def _is_told_together(reading: Reading, account: _Account, index: int) -> bool:
    """Whether an account that does not come out is one that its sentences surely give.

    Of sums of money more are told than belong to it: only what stands beside the rest is held
    against the whole.
    """
    whole, parts = account.whole, account.parts
    if whole.kind == "money":
        if len(parts) != 2 or index - parts[0].sentence > 1:
            return False
        return index - whole.sentence <= 1 or _is_all_the_money(reading, account, index)
    own = noun_of(reading, parts[-1])
    skeleton = reading.sentences[index]
    others = _OTHER_THINGS.match(skeleton.text, skeleton.sign_of(parts[-1]) + 1)
    if others and not alike(singular(others["noun"]), noun_of(reading, whole)):
        return False  # "the three other fires", after 622 firefighters
    # "the other nine sectors" are no families; "the other nine come from" names nothing
    things = own is not None and f"{own}s" in reading.sentences[index].text
    return not things or alike(own, noun_of(reading, whole))


def _is_all_the_money(reading: Reading, account: _Account, index: int) -> bool:
    """Whether *account* is all that its two or three sentences in a row tell of money."""
    first = account.whole.sentence
    told = [f for at in range(first, index + 1) for f in reading.by_sentence[at]]
    amounts = [f for f in told if f.kind == "money" and f.start <= account.parts[-1].start]
    return account.parts[0].sentence - first <= 1 and len(amounts) == 3


@dataclass(frozen=True)
class _Account:
    """A whole and its parts, the remainder last; `sure` where the words tie them to it."""

    whole: Figure
    parts: tuple[Figure, ...]
    sure: bool

    @property
    def off(self) -> Fraction:
        """How far the parts are from the whole, as a share of it."""
        whole = self.whole.value or Fraction(1)
        total = sum((p.value for p in self.parts if p.value is not None), Fraction(0))
        return abs(total - whole) / whole

    def within(self, index: int) -> bool:
        """Whether one sentence tells all of it."""
        return all(f.sentence == index for f in (self.whole, *self.parts))

    @property
    def says_nothing(self) -> bool:
        """Whether "at least five" and the rest are far below the whole, which they allow."""
        bounded = (self.whole.range.low or 0) <= 0  # "fewer than 7,500" are 45 as well
        return self.off > OPEN and (bounded or any(p.range.is_open for p in self.parts))

    @property
    def slips(self) -> bool:
        """Whether one slip of the pen keeps the parts from the whole."""
        return any(slips_between(self.whole, self.parts))

    @property
    def holds_rest(self) -> bool:
        """Whether the whole is more than what is left of it."""
        return (self.whole.value or 0) > (self.parts[-1].value or 0)

    @property
    def comes_out(self) -> bool:
        """Whether the parts make the whole."""
        return Interval.sum(f.range for f in self.parts).meets(self.whole.range)


def _accounts(reading: Reading, index: int, rest: Figure) -> Iterator[_Account]:
    """Every account that the words allow, the plainest first."""
    told = _told_before(reading, index, rest)
    for chosen in _choices(reading, told, rest):
        parts = (*sorted((m.figure for m in chosen), key=lambda f: f.start), rest)
        for whole, sure in _wholes(reading, chosen, rest):
            if whole not in parts:
                yield _Account(whole, parts, sure)
    for chosen in _choices(reading, told[1:2], rest):  # what stands between is a part of a part
        parts = (*sorted((m.figure for m in chosen), key=lambda f: f.start), rest)
        for whole, _ in _wholes(reading, chosen, rest):
            if whole not in parts:
                yield _Account(whole, parts, sure=False)


def _told_before(reading: Reading, index: int, rest: Figure) -> list[list[Mention]]:
    """The figures that may be fellow parts, sentence by sentence, the nearest sentence first."""
    out: list[list[Mention]] = []
    for at in range(index, max(-1, index - REACH - 1), -1):
        if at < index and _closes(reading, at):
            break  # another account was completed there
        told = mentions(reading, at)
        stop = bisect_left(told, rest.start, key=lambda m: m.figure.start)
        near = told[max(0, stop - MOST) : stop]
        found = [m for m in near if family(m.figure) == family(rest)]
        if found and not (at < index and reading.sentences[at].memo.get("aside")):
            out.append(found)
        if any(m.taken_from is not None for m in found):
            break  # "43 of the 118": the account begins here
    return out


def _closes(reading: Reading, index: int) -> bool:
    return bool(mentions(reading, index) and reading.sentences[index].memo["closes"])


def _choices(
    reading: Reading, told: Sequence[Sequence[Mention]], rest: Figure
) -> Iterator[list[Mention]]:
    """The sets of fellow parts: of each sentence its first, all that stand side by side, or none.

    The account runs back from the remainder without a gap.
    """
    options: list[list[list[Mention]]] = []
    for found in told[:3]:
        seen: list[list[Mention]] = []
        for choice in _own(reading, found, rest):
            if choice and choice not in seen:
                seen.append(choice)
        options.append(seen)
    for depth in range(1, len(options) + 1):
        for combination in product(*options[:depth]):
            yield [m for choice in combination for m in choice]


def _row_of(skeleton: Skeleton, figure: Figure) -> Row | None:
    """The row in which *figure* is a member after the first."""
    return _by_later_member(skeleton).get(figure.start)


@kept
def _by_later_member(skeleton: Skeleton) -> Mapping[int, Row]:
    return {f.start: row for row in reversed(rows(skeleton)) for f in row.figures[1:]}


def _own(reading: Reading, found: Sequence[Mention], rest: Figure) -> list[list[Mention]]:
    """What of one sentence may be fellow parts."""
    skeleton = reading.sentences[found[0].figure.sentence]
    row = _row_of(skeleton, rest)
    if row is not None:  # "38 were in Utah, the other seven in Ohio"
        beside = [m for m in found if m.figure in row.figures]
        return [beside, beside[1:]]
    mains = [m for m in found if not m.nested]
    if in_all := [m for m in mains if _IN_ALL.match(skeleton.text, _after(skeleton, m))]:
        return [in_all[-1:]]  # "$200 and $50, $250 in all, which leaves"
    for members in (row.figures for row in rows(skeleton) if len(row.figures) > 2):
        listed = [m for m in mains if m.figure in members]
        if len(listed) > 2 and listed[0] is mains[0]:  # a list is taken whole
            return [listed, mains]
    marked = [m for m in mains if m.marked]
    inner = [m for m in found if m.marked]
    owned = [m for m in found if _owner(reading, [m]) is not None]
    return [marked[:1], mains, marked, mains[:1], mains[-1:], inner[:1], owned[:1]]


def _after(skeleton: Skeleton, mention: Mention) -> int:
    return skeleton.sign_of(mention.figure) + 1


def _wholes(
    reading: Reading, chosen: Sequence[Mention], rest: Figure
) -> Iterator[tuple[Figure, bool]]:
    """The wholes that *chosen* parts can be taken from, and whether the words say so."""
    first = min(chosen, key=lambda m: m.figure.start)
    named = next((m.taken_from for m in chosen if m.taken_from is not None), None)
    own = noun_of(reading, rest)
    largest = max(m.figure.value or 0 for m in chosen)
    if named is not None:
        if (named.value or 0) >= largest and _fills(own, noun_of(reading, named)):
            yield named, True  # "ten of the 10 … the two others"
        return
    owner = _owner(reading, chosen)
    if owner is not None:
        yield owner, True
    subject = _subject(reading, chosen, largest)
    if subject is not None:
        yield subject, True
    nouns = [noun_of(reading, m.figure) for m in chosen]
    found: list[Figure] = []
    marked = any(m.marked for m in chosen)
    near = 2 if marked else 1  # sentences between the whole, its parts and the rest
    close = rest.sentence - max(m.figure.sentence for m in chosen) <= near
    for figure in _before(reading, first.figure):
        if figure.value is None or figure.value <= largest or figure.range.is_open:
            continue
        noun = noun_of(reading, figure)
        kin = all(alike(noun, other) for other in nouns) or (own is not None and noun == own)
        if (
            not kin
            or not _fills(own, noun)
            or any(figure.range.contains(f.value or 0) for f in found)
        ):
            continue  # "nearly 1,500" over "1,461"
        told = noun is not None or marked or figure.kind == "money"
        nearest = not found and first.figure.sentence - figure.sentence <= near
        yield figure, close and told and (nearest or _by_share(reading, chosen, figure))
        found.append(figure)
        if len(found) == WHOLES:
            return


def _owner(reading: Reading, chosen: Sequence[Mention]) -> Figure | None:
    """The number right before a part told as "26 of whom"."""
    if len(chosen) != 1 or not chosen[0].nested:
        return None
    part = chosen[0].figure
    skeleton = reading.sentences[part.sentence]
    if not is_own_part(skeleton.text, skeleton.sign_of(part)):
        return None
    told = [m.figure for m in mentions(reading, part.sentence) if m.figure.start < part.start]
    own = told[-1] if told else None
    if own is None or family(own) != family(part):
        return None
    return own if (own.value or 0) > (part.value or 0) else None


def _fills(rest: str | None, whole: str | None) -> bool:
    """Whether what is left can be of the whole: ``the other 14 countries`` are no workers."""
    return rest not in PLACES or whole is None or whole in PLACES


def _subject(reading: Reading, chosen: Sequence[Mention], largest: Fraction | int) -> Figure | None:
    """What the text is about, where a part is one "of those arrested" or "of the workers"."""
    for mention in chosen:
        skeleton = reading.sentences[mention.figure.sentence]
        at = skeleton.sign_of(mention.figure)
        after = _OF_WHAT.match(skeleton.text, at + 1)
        before = after or _OF_WHAT_BEFORE.search(skeleton.text, max(0, at - 70), at)
        found = topic(reading, before["what"], mention.figure) if before else None
        if found is not None and (found.value or 0) > largest:
            return found
    return None


def _by_share(reading: Reading, chosen: Sequence[Mention], whole: Figure) -> bool:
    """Whether the share printed beside a part is its share of *whole*: ``71% of the group``."""
    for mention in chosen:
        part = mention.figure
        for share in reading.by_sentence[part.sentence]:
            if share.kind == "percent" and 0 <= share.start - part.end < 40 and whole.value:
                return share.range.contains((part.value or 0) * 100 / whole.value)
    return False


def _before(reading: Reading, first: Figure) -> Iterator[Figure]:
    """Figures of the family of *first* before it, nearest first."""
    count = 0
    for at in range(first.sentence, -1, -1):
        told = mentions(reading, at)
        stop = bisect_left(told, first.start, key=lambda m: m.figure.start)
        for k in range(stop - 1, -1, -1):
            if family(told[k].figure) == family(first):
                if not told[k].compared:
                    yield told[k].figure
                count += 1
            if count > FAR:
                return


def _by_fit(reading: Reading, index: int, rest: Figure) -> _Account | None:
    """An account that rests on coming out: with one or more of the nearest figures."""
    near = NEAR if (rest.value or 0) < LARGE else WIDE
    earlier = _earlier(reading, index, rest, family(rest) or "")[:near]
    for more in range(1, len(earlier) + 1):
        sets = [(f,) for f in earlier] if more == 1 else [tuple(reversed(earlier[:more]))]
        for members in sets:
            parts = (*members, rest)
            for whole in _larger(reading, index, parts):
                account = _Account(whole, parts, sure=False)
                if account.comes_out and not account.says_nothing:
                    return None if _may_be_chance(reading, account) else account
    return None


def _larger(reading: Reading, index: int, parts: Sequence[Figure]) -> Iterator[Figure]:
    """Larger figures before the parts whose nouns agree with theirs, nearest first."""
    largest = max(f.value for f in parts if f.value is not None)
    nouns = [noun_of(reading, f) for f in parts]
    exact: list[Fraction] = []
    for figure in _earlier(reading, index, parts[-1], family(parts[-1]) or ""):
        if figure.value is None or figure.value <= largest or figure in parts:
            continue
        own = noun_of(reading, figure)
        if figure.range.is_open or not all(alike(noun, own) for noun in nouns):
            continue
        told_after = parts[0].end <= figure.start and figure.sentence != parts[0].sentence
        if told_after and figure.value < LARGE:
            continue  # a small number told among the parts fits by chance
        if figure.range.is_exact:
            exact.append(figure.value)
        if not any(figure.range.contains(v) for v in exact if not figure.range.is_exact):
            yield figure  # and not "nearly 1,500" over "1,461"


def _earlier(reading: Reading, index: int, first: Figure, kind: str) -> tuple[Figure, ...]:
    """Figures of one family before *first*, nearest first."""
    found = backwards(reading, index, index - REACH, first.start)
    return tuple(islice((f for f in found if family(f) == kind), EARLIER))
