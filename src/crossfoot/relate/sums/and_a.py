"""A number shared out among so many of one kind and one of the other.

``five officers - four men and a woman -``, or, of 19 told before, ``arrested 18 adults and placed a
girl with relatives``. The two kinds leave no third, so the number is theirs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.unsure import of_others
from crossfoot.relate.wording.kinds import PERSONS, complementary, is_nationality
from crossfoot.relate.wording.phrases import relation, singular, worded
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.slips import slip_for
from crossfoot.relate.wording.wholes import restated

_PLURALS = frozenset("men women boys girls males females adults children minors juveniles".split())
_ALL_PERSONS = frozenset("person individual people suspect defendant migrant immigrant".split())
# "five other officers - four men and a woman -", "three teens (two boys and a girl)"
_SHARED = pattern(
    r"(?P<whole>{n})\s(?:[a-z-]+\s){{0,3}}?[a-z-]+(?:s|people|children)?(?:,|(?P<dash>\s-{{1,2}})"
    r"|(?P<bracket>\s\())\s?(?:all\s)?"
    r"(?P<part>{n})\s(?P<kind>[a-z]+)\s(?P<tie>and)\s(?P<one>an?)\s(?P<other>[a-z]+)"
    # what opens with a bracket or a dash ends with it: no "(four men and a woman, and a child)"
    r"(?(bracket)(?=\s?\))|(?(dash)(?=\s-|\.|;|$)|(?=\s?(?:,|-|\)|\.|;|$))))"
)
# "18 adults and placed a 16-year-old girl", after "the 19 people arrested"
_BESIDE = pattern(
    r"(?P<part>{n})\s(?P<kind>[a-z]+)(?:,\sage[ds]?\s[^.;:()]{{1,30}}?,)?\s(?P<tie>and)\s"
    r"(?:[a-z]+\s)?(?P<one>an?)\s(?:{age}\s)?"
    r"(?P<other>[a-z]+)\b"
)
_YOUNG = frozenset("teenager teen youth youngster".split())
_MINORS = frozenset("child boy girl minor juvenile infant toddler baby teenager teen".split())
_DEEDS = (
    r"(?:arrested|detained|held|in (?:police )?custody|taken into custody)\b",
    r"(?:charged|indicted)\b",
)
_GOES = r"(?:\s(?!(?:and|or|who|of)\b)[a-z-]+){1,3}?\s(?:have been|has been|had been|were|are)\s"
# "Three Britons | have been arrested"
_WERE = tuple(lazy(_GOES + r"(?:[a-z]+ly\s)?" + deed) for deed in _DEEDS)
# "Agents arrested | four people"
_CAUGHT = lazy(r"^\W*(?:[a-z.'-]+\s){1,6}(?:have |has |had )?(?:arrested|detained)\s$")
_OF_AGE = r"(?:,?\s(?:both\s|all\s)?(?:aged?|in their|from|of)\s[^.;:()]{1,60}?,?)?\s"
_NOW = r"(?:were|are|have been|remain|remained)\s(?:all\s|each\s)?"
# "Two men and a woman | aged between 20 and 30 were held", "| , aged 20 to 30, were arrested"
_ARE = (
    lazy(_OF_AGE + _NOW + _DEEDS[0]),
    lazy(_OF_AGE + rf"(?:{_NOW}{_DEEDS[1]}|(?:will|are to|were to|are due to)\sappear\b)"),
)
_OPENS = lazy(r"\W*(?:[^.;:,\ue000-\uf8ff]{2,40}\s(?:said|reported)\s(?:that\s)?)?")
# of a place that is named others may be held elsewhere
_IN_PLACE = lazy(
    r"\s(?:in|near|from|on)\s(?:[a-z]+\s)?[A-Z]|\s(?:at|inside|outside|there|nearby)\b"
)
_OTHERS = lazy(
    r"\b(?:another|others?|separate(?:ly)?|unrelated|the rest|remain(?:ing|der)|more|further|also"
    r"|second|third|last|earlier|previous(?:ly)?|already|so far|including|among|at least)\b"
)
_BY_OTHERS = lazy(r"\s(?:hostage|captive|at (?:gun|knife)point|up|back)\b")
_ONE_TOLD = lazy(r"\W*(?:an?|one|[\ue000-\uf8ff])\s")  # "A boy of 15 was held for theft"
AFTER = 2  # sentences behind it in which others may be told
REACH = 3  # sentences back in which the number of both is told
# ", and one whose name", ", who was pregnant, and her son": one more is told
_ONE_MORE = lazy(
    r",?\s(?!(?:were|was|are|is|have|has|had)\b)(?:[^.;:()]{1,60},\s)?"
    r"(?:and|plus|as well as|along with)\s"
    r"(?:(?:an?|one|another|his|her|their|the)\b|[\ue000-\uf8ff])"
)


def and_a(reading: Reading) -> Iterator[Relation]:
    """Sums of a number of one kind and of one of the other kind."""
    for index, skeleton in worded(reading, _PLURALS):
        if " and a " in skeleton.text and len(skeleton.figures) > 1:
            yield from _shared(reading, skeleton)
        if index and " and " in skeleton.text:
            yield from _of_those_before(reading, index)


def _of_those_before(reading: Reading, index: int) -> Iterator[Relation]:
    """Of a number told right before, where no other of persons stands between."""
    skeleton = reading.sentences[index]
    match = _BESIDE.search(skeleton.text)
    part = skeleton.group(match, "part") if match else None
    if match is None or part is None or part.value is None:
        return
    kind, other = singular(match["kind"]), match["other"]
    kinds = [frozenset((kind,)), frozenset(("child" if kind == "adult" else other,))]
    if kind == "adult" and other not in _MINORS:
        return
    counts = [f for f in skeleton.figures if family(f) == "count"]
    persons = [f for f in counts if head(skeleton, f) in PERSONS]
    if not complementary(kinds) or persons != [part] or _ONE_MORE.match(skeleton.text, match.end()):
        return
    before = (
        f
        for at in range(index - 1, max(-1, index - REACH - 1), -1)
        for f in reversed(reading.by_sentence[at])
        if family(f) == "count"
        and head(reading.sentences[at], f) in _ALL_PERSONS
        and f.range.is_exact
    )
    total = int(part.value) + 1
    caught = _caught_before(reading, index, match, total)
    whole = caught or next(before, None)
    if whole is None:
        return
    told = (f for f in reading.by_value.get(whole.value or Fraction(), ()) if f.kind != "rank")
    often = caught or sum(f is not part for f in told) > 1
    if total == whole.value or (often and slip_for(part, int(whole.value or 0) - 1)):
        one, tie = skeleton.span(match, "one"), skeleton.span(match, "tie")
        stated = restated(reading, whole, parts=[part])
        yield relation("sum", reading, [tie], {"claim": "full"}, parts=(part, one), whole=stated)


def _caught_before(reading: Reading, index: int, match: re.Match[str], total: int) -> Figure | None:
    """Those of whom the sentence before tells that they were arrested, as *match* does again.

    ``Three Britons have been arrested. Two men and a woman were held in London``: of the place no
    more than all can be held, and where none is named, no fewer.
    """
    skeleton, above = reading.sentences[index], reading.sentences[index - 1]
    first = next((f for f in above.figures if family(f) == "count"), None)
    if first is None or not first.range.is_exact or first.hedge or not first.value:
        return None
    noun, at = head(above, first) or "", above.sign_of(first)
    if noun not in _ALL_PERSONS | _YOUNG and not is_nationality(noun):
        return None
    opens = not above.text[:at].strip(" \"'")
    deeds = [opens and bool(were.match(above.text, at + 1)) for were in _WERE]
    deeds[0] = deeds[0] or _CAUGHT.search(above.text[:at]) is not None
    if not _OPENS.fullmatch(skeleton.text, 0, match.start()):
        return None
    told_again = (
        are.match(skeleton.text, match.end()) for are, deed in zip(_ARE, deeds, strict=True) if deed
    )
    held = next(filter(None, told_again), None)
    if held is None or of_others(above, first):
        return None
    rest = reading.sentences[index + 1 : index + 1 + AFTER]
    told = (above, skeleton, *rest)
    if any(_OTHERS.search(s.text) or any(f.kind == "rank" for f in s.figures) for s in told):
        return None
    days = [{f.text.lower() for f in s.figures if f.kind == "date"} for s in (above, skeleton)]
    if days[1] - days[0] - {"today"} or _BY_OTHERS.match(skeleton.text, held.end()):
        return None  # "Three were arrested on Friday. Three men and a woman were held on Monday"
    one_more = any(_ONE_TOLD.match(s.text) for s in rest)
    named = _IN_PLACE.search(reading.document.text, skeleton.offset(held.end()), skeleton.end)
    return None if total < first.value and (named or one_more) else first


def _shared(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    for match in _SHARED.finditer(skeleton.text):
        whole, part = skeleton.group(match, "whole"), skeleton.group(match, "part")
        kinds = [frozenset((singular(match[name]),)) for name in ("kind", "other")]
        if whole is None or part is None or part.value is None or not complementary(kinds):
            continue
        if _ONE_MORE.match(skeleton.text, match.end()):
            continue
        total = int(part.value) + 1
        rest = int(whole.value or 0) - 1
        if total == whole.value or slip_for(whole, total) or slip_for(part, rest):
            one, tie = skeleton.span(match, "one"), skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], {"claim": "full"}, parts=(part, one), whole=whole)
