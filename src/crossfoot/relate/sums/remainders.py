"""Remainders: ``the remaining 595``, ``the 50 others``, ``that left 189``.

What is left completes an account: a whole, the parts named before, the rest. Its parts can stand
in the sentences before, each with parts of its own, so every reading that the words allow is
tried. A remainder is called wrong only where one reading is plain and none comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.accounts import MOST, Account, accounts_of, earlier_figures, row_of
from crossfoot.relate.sums.by_fit import by_fit
from crossfoot.relate.sums.filled import filled
from crossfoot.relate.sums.hundred import rest_of_hundred
from crossfoot.relate.sums.members import all_but_one, leaves_one_out
from crossfoot.relate.sums.mentions import comes_besides, mentions
from crossfoot.relate.sums.surely_told import (
    goes_back,
    is_mixed,
    is_of_whom,
    is_told_together,
    may_be_chance,
    of_one_deed,
    runs_from_to,
)
from crossfoot.relate.sums.topic import said
from crossfoot.relate.wording.kinds import GENERIC, PERSONS
from crossfoot.relate.wording.phrases import relation, singular, worded
from crossfoot.relate.wording.rows import family, head, noun_of, of_another, rows
from crossfoot.relate.wording.wholes import begins_another_story, restated

READINGS = 48
NEARER = Fraction(1, 50)  # of its whole: an account so close is meant rather than one far off
# "the remaining 595" / "that leaves 595" / "implying that 189" / "meaning the actual count was 101"
_REST = pattern(
    r"(?=[ilmstw]|{n})"  # most words begin otherwise
    r"(?:(?P<tie>\b(?:the (?:remaining|others?|remainder|rest|balance"
    r"(?! of (?:payments|trade|power))|last(?=\s{any}))|leaving"
    r"|implying(?: that)?|(?:which|that|this) (?:means|meant|implies|leaves|left)(?: that)?"
    r"|meaning(?: that)?|therefore|thus|so that))[\s,-]+"
    r"(?:only |just |another |about |roughly |the (?:remaining|other) "
    r"|(?:(?!{amount}|{percent}|\bwhen\b|\bbecause\b)[^.;:]){{0,75}}?"
    r"\b(?:was|is|were|of|totaled) )?"
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
# "of the others, | four were jailed", "as for the rest, | 44 are stable": some of them
_OF_OTHERS = lazy(
    r"\b(?:of|as for|as to|among|in|from|with|for|to|on|at|by|about)"
    r" the (?:others?|rest|remainder|remaining(?: [a-z]+)?), $"
)
# "remain ahead of | the other seven": those that something is set against
_SET_AGAINST = lazy(
    r"\b(?:ahead of|behind|(?:un)?like|than|beyond|alongside|compared (?:with|to)|versus) $"
)
_FORMS = (("rest", "tie"), ("others", "tied"), ("more", "added"), ("left", "over"))
# "Three did not have criminal records", after "38 had criminal convictions"
_NONE = pattern(
    r"\W*(?:the\s|only\s|just\s|but\s)?(?P<rest>{n})\s"
    r"(?P<tie>(?:did not|do not|had no|have no|were not|are not|never)\b"
    r"|(?:had|have)\s(?P<none>none)(?=[.;,]))"
)
# "seven of them had both", "12 had minor flaws": groups that overlap, or are not all that had some
_SHARED = lazy(
    r"\b(?:both|neither|either|also|(?:some|several|few|many|most|each) (?:of|had)"
    r"|of (?:them|these|those|whom|which)|minor|major|serious|severe|slight|mild|grave|several"
    r"|multiple|more than|at least|that|which|valid|proper|expired)\b"
)
# "Two of the five were late, | one never came. The two others"
_AND_ONE = lazy(r"(?:[,;]\s|,?\sand\s|\swhile\s)(?:only\s)?one\s(?!of\b)[a-z]+")
# "Of those held," "Of the 90 people held,": a split of all of them
_OF_THOSE = lazy(r"\W*(?:of|among) (?:those|these|the [\ue000-\uf8ff])")
# "One | of the girls is"
_OF_THE_NOUN = lazy(r"\sof the (?:[a-z]+\s)??(?P<noun>[a-z]+s|men|women)\b")
# "the other seven | people in the room", "the remaining three | counts that he faced"
_WHICH = lazy(
    r"\s[a-z]+\s(?:(?:who|that|which)\s(?:(?:he|she|they|were|was|had|have|has|are|is)\s)?"
    r"|(?:in|at|on|from)\sthe\s)(?P<what>[a-z]+)\b"
)
# "the others | nine", "the others | were 2": not how many they are
_BARE = frozenset((" ", " were ", " are ", " got ", " got only ", " received ", " served "))
_ENDS_CLAUSE = lazy(r"\W*(?:$|[.;,)]|\sand\b|\seach\b)")
_MEASURED = frozenset(("duration", "age", "rate", "measure"))
_MEAN = frozenset("average mean median averaged typical".split())
_DENIALS = frozenset(("not", "no", "never", "none"))


def remainders(reading: Reading) -> Iterator[Relation]:
    """Sums of the parts named before and the remainder."""
    for index, skeleton in worded(reading, _MARKS | _DENIALS):
        if not _MARKS.isdisjoint(skeleton.words) and _HINTS.search(skeleton.text):
            for match in _REST.finditer(skeleton.text):
                name, words = next((n, w) for n, w in _FORMS if match[n])
                rest, tie = skeleton.group(match, name), skeleton.span(match, words)
                if rest is not None and not _is_what_they_got(skeleton, match, rest):
                    yield from _sum(reading, index, rest, tie, plain=_plain(match))
        if "not" in skeleton.words:
            for match in _NOT.finditer(skeleton.text):
                rest, tie = skeleton.group(match, "rest"), skeleton.span(match, "tie")
                if rest is not None:
                    yield from _sum(reading, index, rest, tie, plain=True)
        none = None if _DENIALS.isdisjoint(skeleton.words) else _NONE.match(skeleton.text)
        rest = skeleton.group(none, "rest") if none else None
        alike = none and rest and index and said(reading, rest) & _told(reading, index - 1)
        if none and rest and index and (alike or none["none"]):
            tie = skeleton.span(none, "tie")
            found = _sum(reading, index, rest, tie, plain=True)
            yield from (r for r in found if alike or _had_or_not(reading, r))


def _is_what_they_got(skeleton: Skeleton, match: re.Match[str], rest: Figure) -> bool:
    """Whether a number behind "the others" is no number of them: ``the others were 2``.

    Nor ``six got 16 months and the others nine``, nor the nine of a mean.
    """
    if match["tie"] == "the last" and head(skeleton, rest) is None:
        told = skeleton.within(0, match.start("tie"))
        return any(f.kind == "duration" for f in told)  # "in the first five years … the last five"
    if match["tie"] not in ("the others", "the rest") or head(skeleton, rest) is not None:
        return False
    between = skeleton.text[match.end("tie") : match.start("rest")]
    if between not in _BARE or not _ENDS_CLAUSE.match(skeleton.text, match.end("rest")):
        return False
    told = skeleton.within(0, match.start("tie"))
    measured = any(f.kind in _MEASURED for f in told[-2:])
    return between != " " or measured or not _MEAN.isdisjoint(skeleton.words)


def _had_or_not(reading: Reading, found: Relation) -> bool:
    """Whether one group had what the rest had none of, and no count between is of another thing.

    ``Ten had guns, nine had drugs and four of these both. Eleven had none``.
    """
    whole, (first, *others) = found.figures("whole")[0], found.figures("parts")
    rest = others[-1]
    start, end = min(whole.start, first.start), rest.end
    counts = {
        f.id
        for told in reading.by_sentence[min(whole.sentence, first.sentence) : rest.sentence + 1]
        for f in told
        if start <= f.start < end and family(f) == "count"
    }
    same = len(others) == 1 and first.text.lower() != "both"
    return (
        same
        and counts <= {whole.id, first.id, rest.id}
        and not _SHARED.search(reading.text, start, end)
    )


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
    if kind == "percent":
        yield from _hundred(reading, index, rest, tie)
        return
    chosen = _chosen(reading, index, rest, plain=plain)
    if chosen is not None and not chosen.comes_out and (mended := filled(reading, chosen)):
        chosen = mended if mended.sure else None
    of = of_another(reading.sentences[index], reading.sentences[index].sign_of(rest))
    of = of if of is not None and family(of) == kind else None
    if chosen is not None and of is not None and of.value != chosen.whole.value:
        return  # "The other three of the 19", no three of the twelve told last
    if chosen is not None and (chosen.comes_out or not _is_open(reading, chosen, rest, tie)):
        stated = restated(reading, chosen.whole, parts=chosen.parts)
        yield relation("sum", reading, [tie], parts=chosen.parts, whole=stated)


def _is_open(reading: Reading, account: Account, rest: Figure, tie: Span) -> bool:
    """Whether more than *rest* may be left: ``Of the others, four were jailed and three fled``."""
    skeleton = reading.sentences[rest.sentence]
    at = skeleton.sign_of(rest)
    some = _OF_OTHERS.search(skeleton.text, max(0, at - 30), at)
    if (
        some is not None
        or _is_set_against(skeleton, tie)
        or _goes_on(skeleton, tie, rest)
        or runs_from_to(reading, account)
        or _passes_over(reading, account, rest)
        or _begins_anew(reading, account)
        or _is_of_another(reading, account, rest)
        or _is_told_apart(reading, account, rest)
        or all_but_one(reading, account.whole, rest)
        or begins_another_story(reading, account.whole.sentence, rest.sentence)
    ):
        return True
    return _is_of_all(reading, account)


def _is_set_against(skeleton: Skeleton, tie: Span) -> bool:
    at = skeleton.position(tie.start)
    return _SET_AGAINST.search(skeleton.text, max(0, at - 30), at) is not None


def _goes_on(skeleton: Skeleton, tie: Span, rest: Figure) -> bool:
    """Whether *rest* is but the first of those left: ``The rest - 36 men and two boys - were``."""
    at = skeleton.sign_of(rest)
    row = next((r for r in rows(skeleton) if r.figures[0] is rest), None)
    if row is None or tie.end > rest.start:
        return False
    return skeleton.text[skeleton.position(tie.end) : at].strip() in ("", ",", "-", "--", ":")


def _passes_over(reading: Reading, account: Account, rest: Figure) -> bool:
    """Whether a single one stands among the parts: ``two in Kent, one in Essex, the other two``."""
    first = min((p for p in account.parts if p.sentence == rest.sentence), key=lambda p: p.start)
    singles = (
        f
        for told in reading.by_sentence[max(0, rest.sentence - 1) : rest.sentence + 1]
        for f in told
        if f.value == 1 and family(f) == "count" and f not in account.parts
    )
    before = [p for p in account.parts if p.sentence == rest.sentence - 1]
    start = max((p.start for p in account.parts if p.sentence < rest.sentence), default=first.start)
    if any(start < f.start < rest.start for f in singles):
        return True
    above = reading.sentences[rest.sentence - 1]
    return any(_AND_ONE.search(above.text, above.sign_of(p)) for p in before)


def _begins_anew(reading: Reading, account: Account) -> bool:
    """Whether another split of all begins between the parts.

    ``Of the 90 held, 24 were Danes. Of those held, 31 drove and 19 rode. The remaining 40``.
    """
    first, last = account.parts[0].sentence, account.parts[-1].sentence
    return any(
        _OF_THOSE.match(reading.sentences[at].text) is not None
        for at in range(first + 1, last + 1)
        if any(part.sentence == at for part in account.parts)
    )


def _is_of_another(reading: Reading, account: Account, rest: Figure) -> bool:
    """Whether "the other" is of those that the part names: ``One of the girls, the other three``.

    The boys of the seven children are told after.
    """
    part = next((p for p in reversed(account.parts) if p.start < rest.start), None)
    if part is None or part.sentence != rest.sentence:
        return False
    skeleton = reading.sentences[part.sentence]
    match = _OF_THE_NOUN.match(skeleton.text, skeleton.sign_of(part) + 1)
    noun = singular(match["noun"]) if match else None
    return noun in PERSONS - GENERIC and noun != noun_of(reading, account.whole)


def _is_told_apart(reading: Reading, account: Account, rest: Figure) -> bool:
    """Whether words say which others are meant: ``the remaining three counts that he faced``."""
    skeleton = reading.sentences[rest.sentence]
    match = _WHICH.match(skeleton.text, skeleton.sign_of(rest) + 1)
    told = reading.sentences[account.whole.sentence].words
    return (
        match is not None and account.whole.sentence != rest.sentence and match["what"] not in told
    )


def _is_of_all(reading: Reading, account: Account) -> bool:
    """Whether "the others" are those of a whole row, and not of the kind that one part is of.

    ``The six, four men and two women, set out. Two of the men turned back; the four others``.
    """
    total = Interval.sum(p.range for p in account.parts)
    return any(
        account.whole in row.figures and row.total.meets(total)
        for row in rows(reading.sentences[account.whole.sentence])
        if set(row.figures).isdisjoint(account.parts)
    )


def _hundred(reading: Reading, index: int, rest: Figure, tie: Span) -> Iterator[Relation]:
    """What is left of a hundred percent."""
    row = row_of(reading.sentences[index], rest)
    parts = row.figures[: row.figures.index(rest) + 1] if row else (rest,)
    if len(parts) <= MOST:
        earlier = earlier_figures(reading, index, parts[0], "percent")
        found = rest_of_hundred(reading, earlier, parts, tie)
        if found is not None:
            yield found


def _chosen(reading: Reading, index: int, rest: Figure, *, plain: bool) -> Account | None:
    """The account that is meant: one that comes out, else one that its words surely give."""
    accounts = [
        a
        for a in islice(accounts_of(reading, index, rest), READINGS)
        if not (a.says_nothing or a.is_full_before or is_mixed(reading, a))
        and (a.comes_out or not _lacks_first(reading, a))
    ]
    own = [a for a in accounts if plain and a.sure and a.within(index) and a.holds_rest]
    own = [a for a in own if not any(map(a.is_within_one_that_fits, accounts))]
    accounts = own or accounts  # "16 flaws, of which 11 were mended; of the five still open"
    fitting = min(
        (a for a in accounts if a.comes_out and not may_be_chance(reading, a)),
        key=lambda a: not a.whole.range.is_exact,
        default=None,
    )
    chosen = fitting or (None if own else by_fit(reading, index, rest))
    if chosen is None and plain:
        chosen = _surely_told(reading, accounts, index)
        if chosen is not None and leaves_one_out(reading, chosen.whole, chosen.parts):
            return None
    if chosen is not None:
        return chosen
    back = (a for a in accounts if goes_back(reading, a))
    return next((a for a in back if plain or of_one_deed(reading, a)), None)


def _lacks_first(reading: Reading, account: Account) -> bool:
    """Whether the first part is told as more than one before: ``11 quit. Nine more retired``."""
    first = account.parts[0]
    skeleton = reading.sentences[first.sentence]
    return comes_besides(skeleton.text, skeleton.sign_of(first))


def _surely_told(reading: Reading, accounts: Sequence[Account], index: int) -> Account | None:
    """The account that does not come out and is surely told: a slip off, else the nearest."""
    told = [a for a in accounts if is_told_together(reading, a, index)]
    told = [a for a in told if is_of_whom(reading, a)] or told
    sure = min((a for a in told if a.sure), key=lambda a: (not a.slips, a.off), default=None)
    near = min(told, key=lambda a: a.off, default=None)
    if sure is None or near is None:
        return sure
    meant = near.off < min(NEARER, sure.off) and near.whole not in sure.parts
    if not meant:
        return sure
    return near if near.slips else None  # 1,098 and 260 of 1,378, and not 933 and 260 of 1,098
