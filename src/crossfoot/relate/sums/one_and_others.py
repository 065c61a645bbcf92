"""One without a number and so many others: ``A doctor and 31 nurses``, of the 32 who were held.

Who is told by name, office or trade stands beside those counted, so that there is one more of them
than the number says; of a couple there are two. The whole is told before, of the same deed, or
right after: ``All 32 are in jail``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Role, Span
from crossfoot.relate.sums.announced import one_deed
from crossfoot.relate.sums.members import OFFICIALS
from crossfoot.relate.sums.unsure import of_others
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.one_and import ENDS, is_couple, one_before
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.slips import slip_for
from crossfoot.relate.wording.stems import is_person, stem
from crossfoot.relate.wording.wholes import is_heading, restated

REACH = 3  # sentences back in which all of them are told, headlines aside
AFTER = 2  # sentences behind them in which all of them are told
_OTHERS = lazy(r"\s(?:other|others|fellow)\b")
# words for one deed: who is indicted is charged, who is in jail was arrested
_DEEDS = tuple(
    frozenset(words.split())
    for words in (
        "charged charges charging charge indicted indictment indicts accused face faces facing",
        "arrested arrests arrest detained apprehended custody jail jailed held booked caught",
    )
)
# what stands before the one where the sentence opens with them: a dateline, who says so
_OPENS = lazy(
    r"\W*(?:[^.;:\ue000-\uf8ff]{2,40}(?:\((?:[a-z]+)\)\s?)?\s-{1,2}\s)?"
    r"(?:[^.;:,\ue000-\uf8ff]{2,40}\s(?:said|reported)\s(?:that\s)?)?"
)
# "| arrested the owner and 12": those whom the deed is done to
_DONE_TO = lazy(
    r"\b(?:arrested|charged|charges|charging|indicted|indicts|indicting|detained|convicted|sentenced|"
    r"apprehended|arresting|killed|killing|rescued|injured|injuring|names?|naming|accuses?|accusing"
    r"|arrest of|arrests of|indictment of)\s$"
)
# "32 people | : a doctor and 31", "32 people were held | - a doctor and 31"
_LEADS = lazy(r"\s(?:[a-z'-]+,?\s){0,5}?[a-z'-]+(?::|\s-{1,2}|,|\s\()\s?$")
_SOME = lazy(
    r"\b(?:includ|among|such as|at least|another|separate|unrelated|also|more|earlier|previous"
    r"|already|so far|remain|second|last)"
)
# "31 others | and a cook": more are told than these
_MORE = lazy(
    r"(?:\s[a-z-]+){0,3},?\s(?:and|plus|as well as|along with)\s(?:[\ue000-\uf8ff]|an?\b|one\b"
    r"|another\b|the\b|his\b|her\b|their\b)"
)
# what follows tells of others yet, or of one
_GOES_ON = lazy(
    r"\b(?:rest|others?|another|additional|more|also|remain|separate|later|earlier)|^\W*an?\s"
    rf"|{SIGNS['rank']}"
)
_AND_ONE = lazy(r"\b(?:and|while|but)\s(?:an?|one|another|the|his|her|their)\s")
# where or when it was done, besides which it was done elsewhere
_CUT = lazy(r"\b(?:in|at|when|while|near|from|by|inside|last|after|before|during|under|as)\s")
_ANOTHER_DAY = lazy(r"(?i)\blast\b|\d|\bago\b")
_DONE = lazy(
    r"\b(?:arrest|charg|indict|detain|apprehend|convict|sentenc|accus|custody|jail|fac(?:e|ing)\b)"
)
_TAKES = lazy(
    r"(?P<tie>\b(?<!in )all(?: of the| the)?|^\W*the|(?:for|making) a total of"
    r"|,\s(?:a )?total of)\s$"
)
# "All 26 people | on board the two buses": who else may have been there
_WHERE = lazy(
    r"\s(?:(?!are\b|were\b|have\b)[a-z]+\s)?(?:on board|aboard|inside|who|(?:in|at|on)\sthe)\b"
)


@dataclass(frozen=True)
class _Told:
    """One and others: the words of the one, the number of the others, and how many they are."""

    ones: tuple[Span, ...]
    others: Figure
    start: int  # where the one stands in the sentence

    @property
    def total(self) -> int:
        """How many all of them are."""
        return int(self.others.value or 0) + len(self.ones)


def one_and_others(reading: Reading) -> Iterator[Relation]:
    """Sums of one without a number and of others, against the number of all of them."""
    for index, skeleton in reading.quantified:
        for figure in skeleton.figures:
            told = _told(reading, skeleton, figure)
            if told is None:
                continue
            found = (
                _here(reading, skeleton, told)
                or _after(reading, index, told)
                or _before(reading, index, told)
            )
            if found is not None:
                yield found


def _told(reading: Reading, skeleton: Skeleton, others: Figure) -> _Told | None:
    if not reading.text.endswith(ENDS, skeleton.start, others.start):  # as nearly always
        return None
    if family(others) != "count" or not others.range.is_exact or not others.value:
        return None
    after = skeleton.sign_of(others) + 1
    noun = head(skeleton, others)
    if noun in OFFICIALS:
        return None  # those who arrest
    if not _are_persons(noun) and not _OTHERS.match(skeleton.text, after):
        return None
    if _MORE.match(skeleton.text, after):
        return None
    match = one_before(reading.document.text, skeleton.start, others.start)
    if match is None:
        return None
    start = skeleton.position(match.start("who"))
    return _Told(_spans(match), others, start)


def _spans(match: re.Match[str]) -> tuple[Span, ...]:
    """The words of the one, or of each of a couple."""
    start, end = match.span("who")
    if not is_couple(match):
        return (Span(start, end),)
    noun = match.start("noun")
    return (Span(start, noun - 1), Span(noun, end))


def _here(reading: Reading, skeleton: Skeleton, told: _Told) -> Relation | None:
    """In the sentence itself, right before them: ``32 people: a doctor and 31 nurses``."""
    before = [f for f in skeleton.within(0, told.start) if family(f) == "count"]
    if not before:
        return None
    whole = before[-1]
    at = skeleton.sign_of(whole)
    if not _are_persons(head(skeleton, whole)) or not _LEADS.fullmatch(
        skeleton.text, at + 1, told.start
    ):
        return None
    if _SOME.search(skeleton.text, at + 1, told.start):
        return None
    return _sum(reading, told, whole, sure=_is_plain(whole))


def _before(reading: Reading, index: int, told: _Told) -> Relation | None:
    """In the headline or shortly before, of the same deed."""
    skeleton = reading.sentences[index]
    text = skeleton.text
    if any(family(f) == "count" for f in skeleton.within(0, told.start)):
        return None
    opens = _OPENS.fullmatch(text, 0, told.start) or _DONE_TO.search(text, 0, told.start)
    if not opens:
        return None
    bodies = 0
    for at in range(index - 1, -1, -1):
        heading = is_heading(reading, at)
        bodies += not heading
        if bodies >= REACH:
            return None
        counts = [f for f in reading.by_sentence[at] if family(f) == "count"]
        whole = counts[0] if len(counts) == 1 else None
        if whole is None and not counts:
            continue
        if whole is None or not _may_be_all(reading, whole, heading=heading):
            return None
        above = reading.sentences[at]
        alone = not any(_SOME.search(s.text) for s in (above, skeleton))
        sure = _is_plain(whole) and alone and _are_of_one_deed(reading, whole, skeleton)
        if sure and told.total < (whole.value or 0):
            sure = not _leaves_some_out(reading, index, told, heading=heading)
        return _sum(reading, told, whole, sure=sure and (heading or index - at == 1))
    return None


def _leaves_some_out(reading: Reading, index: int, told: _Told, *, heading: bool) -> bool:
    """Whether there may be more of whom the deed is told: of another place, or in what follows."""
    skeleton = reading.sentences[index]
    following = reading.sentences[index + 1 : index + 1 + AFTER]
    if any(family(f) == "count" for s in following for f in s.figures):
        return True
    if any(_GOES_ON.search(s.text) for s in following):
        return True
    at = skeleton.sign_of(told.others) + 1
    later = skeleton.within(at, len(skeleton.text))
    if _AND_ONE.search(skeleton.text, at) or any(family(f) == "count" for f in later):
        return True
    if not heading and any(f.kind == "date" and _ANOTHER_DAY.search(f.text) for f in later):
        return True
    in_part = _CUT.search(skeleton.text, at) is not None or not _DONE.search(skeleton.text, at)
    return in_part and not heading


def _after(reading: Reading, index: int, told: _Told) -> Relation | None:
    """Right after them: ``All 32 are in jail``, ``for a total of 32 people``."""
    for at in range(index, min(len(reading.sentences), index + 1 + AFTER)):
        skeleton = reading.sentences[at]
        for whole in skeleton.figures:
            if whole.start <= told.others.start or family(whole) != "count":
                continue
            sign = skeleton.sign_of(whole)
            match = _TAKES.search(skeleton.text, max(0, sign - 24), sign)
            noun = head(skeleton, whole)
            if match is None or not (
                _are_persons(noun) or (noun is None and match["tie"] != "the")
            ):
                return None
            new = all(
                f.start >= whole.start for f in reading.by_value.get(whole.value or Fraction(), ())
            )
            sure = (new or "total" in match["tie"]) and not of_others(skeleton, whole)
            sure = sure and not _SOME.search(skeleton.text) and at - index < AFTER
            sure = sure and not _WHERE.match(skeleton.text, sign + 1)
            return _sum(reading, told, whole, sure=sure)
    return None


def _are_of_one_deed(reading: Reading, whole: Figure, skeleton: Skeleton) -> bool:
    """Whether the sentence of *whole* tells the deed that *skeleton* does."""
    above = reading.sentences[whole.sentence].words
    alike = any(deed & above and deed & skeleton.words for deed in _DEEDS)
    return alike or one_deed(reading, whole, skeleton)


def _may_be_all(reading: Reading, whole: Figure, *, heading: bool) -> bool:
    noun = head(reading.sentences[whole.sentence], whole)
    return _are_persons(noun) or (heading and noun is None)


def _are_persons(noun: str | None) -> bool:
    return noun is not None and (noun in PERSONS or is_person(stem(noun)))


def _is_plain(whole: Figure) -> bool:
    return whole.range.is_exact and whole.hedge is None


def _sum(reading: Reading, told: _Told, whole: Figure, *, sure: bool) -> Relation | None:
    """The sum where it comes out, or where it surely should and one slip keeps it from that."""
    if whole.value is None:
        return None
    if whole.value != told.total:
        rest = int(whole.value) - len(told.ones)
        slips = slip_for(whole, told.total) or slip_for(told.others, rest)
        if not (sure and slips):
            return None
    tie = Span(told.ones[-1].end, told.others.start)
    stated = restated(reading, whole, parts=[told.others])
    parts: tuple[Role, ...] = (*told.ones, told.others)
    return relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=stated)
