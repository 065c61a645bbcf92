"""Wording around a sum that misses by which it need not be one: a wider scope, others besides."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.deeds_in_a_row import are_deeds_in_a_row
from crossfoot.relate.sums.members import and_one, and_things
from crossfoot.relate.sums.mentions import comes_besides
from crossfoot.relate.sums.no_parts_of import are_none_of
from crossfoot.relate.sums.set_apart import are_apart
from crossfoot.relate.sums.ties import MADE_OF
from crossfoot.relate.sums.untold import leaves_untold
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import Row, family, noun_of
from crossfoot.relate.wording.slips import slips_between
from crossfoot.relate.wording.so_many_each import EACH
from crossfoot.relate.wording.times import months_named
from crossfoot.relate.wording.wholes import is_heading

# a number of more than those just told: "so far this year", "arrested last week", "since May"
WIDER = lazy(
    r"\b(?:this|last|previous|earlier|each|every|since|so far|to date|ago|year|month|annual"
    r"|nationwide|statewide|previously|before|already|other|remaining|another|average"
    r"|against (?:his|her|their|another|an?))\b"
)
_TIME = lazy(
    r"(?i)\b(?:this|last|past|year|month|decade|since)\b|long\b|^\W*(?:in )?(?:19|20)\d\d$"
)
# "the six teens charged in March", "the 61 people on the list": not those just told, but others
_NOUNS = r"(?:(?!(?:were|was|are|is|have|had|has|been|will|would|face)\b)[a-z]+\s)"
_DONE = (
    r"(?:arrested|charged|indicted|seized|detained|accused|convicted|sentenced|named|listed|wanted"
    r"|found|held|caught|hurt|killed|injured|rescued|recovered|stolen|filed|made|laid)"
)
_RESTRICTED = lazy(
    rf"\s{_NOUNS}{{1,2}}?(?:{_DONE}\s(?:in|on|by|at|for|during|with|last|earlier|[\ue000-\uf8ff])"
    r"|(?:who|that|with|without|on(?! board\b))\s)"
    rf"|\s{_NOUNS}{{1,2}}?(?:in|at|from)\s(?!both|all)"
)
_DEFINITE = ("the ", "all ", "these ", "those ")
_LONG = 4  # digits
SCOPE = 60  # characters after such a number in which its scope is told
# "and others in Nevada", "the rest are sealed": not all is told
_BESIDES = lazy(
    r"\b(?:and|plus|with)\s(?:the\s)?(?:others|several|elsewhere|dozens|many|a few|more(?! than)"
    r"|some(?! [\ue000-\uf8ff]))\b"
    r"|\bthe rest\b"
)
_LEFT = lazy(r"\b(?:other|others|remaining|rest|leaving|left|leaves)\b")
_THE_REST = lazy(r"\W*(?:and\s|while\s)?the (?:rest|remainder|remaining|others?|balance)\b")
_THE_THIRD = lazy(rf"\W*the [{SIGNS['rank']}{SIGNS['fraction']}][\s,]")
_COUNTING = lazy(
    r"[^.;]{0,60}?,?\s(?:counting|taking in|with|plus|along with)\s(?:the\s)?[\ue000-\uf8ff]"
)
# "a man | on probation who had six"
_HOLDS = lazy(
    r"[^,;.()\ue000-\uf8ff]{0,60}\s(?:who|that|which)\s[^,;.()\ue000-\uf8ff]{0,30}[\ue000-\uf8ff]"
)
_OPENS = lazy(r"\W*(?:and\s|but\s|while\s)?")
_MORE = lazy(r"\s(?:[a-z-]+\s)?(?:more|others?|additional)\b(?!\sthan\b)")
_OF_THOSE = lazy(r"\sof\s(?:the|them|those|these|whom)\b")
# "an unrelated raid": some of it is of another
_UNRELATED = lazy(
    r"\b(?:unrelated|separate (?:case|raid|investigation|operation)|not charged|uncharged)\b"
)
# "the other 12 arrests this week", "the other 12 arrested Tuesday"
_OF_MORE = lazy(
    r"\s(?:[a-z-]+\s){0,2}?(?:(?:in|of) (?:the|this|that) (?:case|week|month|year)"
    r"|(?:(?:arrested|charged|held|detained|seized|caught)\s)?(?:on\s)?(?=[\ue000-\uf8ff]\s"
    r"(?:were|are|was|had|have)))"
)
_AT_MOST = frozenset(("up to", "as many as"))
# "Some face several charges", "many had both": who is in two groups is counted twice
_SOME_TWICE = (
    r"(?:some|several|many|most|a few|[\ue000-\uf8ff])\b[^.;]{0,40}"
    r"\b(?:several|multiple|both|more than (?:one|once)|two or more|overlap)\b"
)
_TWICE = lazy(rf"\W*{_SOME_TWICE}")
_TWICE_HERE = lazy(rf", (?:with|and|but|though|as|since) {_SOME_TWICE}")  # "with some in both"

# "by Monday 14 had been found, by Friday 22": each takes in the one before
_BY_THEN = lazy(
    rf"\bby (?:the )?(?:{SIGNS['date']}|(?:this |last )?(?:morning|noon|evening|night))"
)

_MADE_OF = [[word] for word in MADE_OF]
# "The raids, 12 in Kent and", "the officers - 12 men and"
_THE_THINGS = lazy(r"\bthe\s(?:[a-z]+\s)?(?P<noun>[a-z]+(?<!s)s|men|women|children)(?:,| -)\s$")
# "In addition, four were killed, three held and five others hurt": besides those told before
_IN_ADDITION = lazy(
    r"\W*(?:in addition|additionally|separately|elsewhere|in (?:another|a separate)"
    r" (?:operation|raid|incident|case|clash|attack|sweep)),\s"
)
# "another 17 were arrested last week": of another time than the others
_BYGONE = lazy(r"(?i)last (?:week|month|year)")
# "In June", "In June 2019": that a sentence opens with it sets its figures in that month or year
_IN_TIME = lazy(r"\W*(?:(?:in|during|for|through)\s)?(?=[\ue000-\uf8ff])")
_MONTH = lazy(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\b(?:19|20)\d\d\b")


# "25 | were found in Ely": of a place, as are those told after it
_FOUND_IN = lazy(
    r"(?:\s(?!were\b)[a-z-]+){0,3}\s(?P<deed>were\s[a-z]+(?:\s(?!in\b|at\b|near\b)[a-z]+){0,2}"
    r"\s(?:in|at|near))\s(?P<place>(?:the\s)?[a-z]+)"
)


def of_others(skeleton: Skeleton, whole: Figure) -> bool:
    """Whether the words after *whole* give it more than those just told: ``arrested last week``."""
    at = skeleton.sign_of(whole)
    if skeleton.text.endswith(_DEFINITE, 0, at) and _RESTRICTED.match(skeleton.text, at + 1):
        return True
    dates = (f.text for f in skeleton.within(at, at + SCOPE) if f.kind in ("date", "duration"))
    return any(map(_TIME.search, dates)) or WIDER.search(skeleton.text, at, at + SCOPE) is not None


def is_unsure(reading: Reading, found: Relation) -> bool:
    """Whether *found* misses its whole and the words beside it leave room for that."""
    wholes, parts = found.figures("whole"), found.figures("parts")
    if not wholes or not parts or "times" in found.options or len(parts) < 2:
        return False
    total = Interval.sum(f.range for f in parts)
    if any(total.meets(w.range) for w in wholes) or found.figures("minus"):
        return False
    unnumbered = len(found.roles["parts"]) - len(parts)  # "a driver and three passengers"
    made = total + Interval.exactly(Fraction(unnumbered))
    if unnumbered and any(made.meets(w.range) for w in wholes):
        return False
    if are_none_of(reading, found) or are_apart(reading, found, made):
        return True
    last = reading.sentences[parts[-1].sentence]
    at = last.sign_of(parts[-1])
    first = last.position(parts[0].start) if parts[0].sentence == parts[-1].sentence else 0
    if _UNRELATED.search(last.text, first) or _OF_MORE.match(last.text, at + 1):
        return True
    if wholes[0].end < parts[0].start and _begins_besides(reading, parts[0]):
        return True  # "40 were hurt. An additional 12 had burns. The other 30": 82 in all
    if parts[0].sentence == parts[-1].sentence > wholes[0].sentence and (
        _IN_ADDITION.match(last.text)
    ):
        return True
    if are_deeds_in_a_row(reading, wholes[0], parts):
        return True
    if wholes[0].sentence < parts[0].sentence and _are_told_alike(reading, wholes[0], parts[0]):
        return True
    if any(_is_each(reading.sentences[p.sentence], p) for p in parts):
        return True
    if len(_BY_THEN.findall(last.text)) > 1:
        return True
    above = all(w.range.high is not None and (total.low or 0) > w.range.high for w in wholes)
    if above and any(w.hedge in _AT_MOST for w in wholes):
        return True  # "both towns saw up to 30 fires: Reno 28, Elko 22": each of them
    if not above and leaves_untold(reading, found, made):
        return True
    following = reading.sentences[parts[-1].sentence + 1 : parts[-1].sentence + 2]
    if not above and _BESIDES.search(last.text, at):
        return True
    is_rest = _LEFT.search(last.text, max(0, at - 24), at) is not None
    rest = [m for s in following if (m := _THE_REST.match(s.text))]
    if not above and rest and (not is_rest or "remain" in rest[0].group()):
        return True  # what is left is still to be told: "The other 200 … The remaining 200"
    if any(
        f.kind == "rank" and total.contains((f.value or 0) - 1)
        for s in following
        for f in s.figures
    ):
        return True  # "eight in Kent and two in Ely. Nobody knew where the 11th was"
    if not above and any(_THE_THIRD.match(s.text) for s in following):
        return True
    if not above and not _is_made_of(reading, found) and _of_more_kinds(reading, parts, wholes[0]):
        return True
    dated = any(f.kind == "date" for f in reading.by_sentence[parts[0].sentence])
    if not dated and any(_BYGONE.match(f.text) for f in last.within(at, at + SCOPE)):
        return True
    if _TWICE_HERE.search(last.text, at) or _are_counted_twice(reading, parts[-1].sentence):
        return True
    if any(_of_another_time(reading, wholes[0], part) for part in (parts[0], parts[-1])):
        return True
    if len(found.roles["parts"]) == len(parts) and any(
        _and_one(reading, f, parts) for f in (*parts, *(wholes if above else ()))
    ):
        return True
    if not above and _counts_in(reading.sentences[wholes[0].sentence], wholes[0]):
        return True
    if not above and (and_things(last, parts[-1]) or _has_rest(reading, found, total)):
        return True
    if of_other_things(reading, parts[0], wholes[0]):
        return True
    after = wholes[0].sentence > parts[-1].sentence
    return after and of_others(reading.sentences[wholes[0].sentence], wholes[0])


def _are_told_alike(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether *whole* is told of a place of its own as *part* is: ``25 were found in Ely``."""
    told = []
    for figure in (whole, part):
        skeleton = reading.sentences[figure.sentence]
        told.append(_FOUND_IN.match(skeleton.text, skeleton.sign_of(figure) + 1))
    one, other = told
    if one is None or other is None or one["place"] == other["place"]:
        return False
    return one["deed"] == other["deed"]


def _and_one(reading: Reading, part: Figure, parts: Sequence[Figure]) -> bool:
    """Whether one without a number stands beside *part*; no "man who had six" of them."""
    if (one := and_one(reading, part)) is None:
        return False
    if any(one.start <= p.start < one.end for p in parts):
        return False  # "and one is from Utah", the last of the parts
    skeleton = reading.sentences[part.sentence]
    return _HOLDS.match(skeleton.text, skeleton.position(one.end)) is None


def _counts_in(skeleton: Skeleton, whole: Figure) -> bool:
    """Whether others are said to be in *whole*: ``54 have been caught, counting two on Sunday``."""
    return _COUNTING.match(skeleton.text, skeleton.sign_of(whole) + 1) is not None


def _has_rest(reading: Reading, found: Relation, total: Interval) -> bool:
    """Whether the next sentence opens with as many as are lacking: ``One refused treatment``."""
    index, wholes = found.figures("parts")[-1].sentence + 1, found.figures("whole")
    if index >= len(reading.sentences) or not (told := reading.by_sentence[index]):
        return False
    skeleton = reading.sentences[index]
    lacking = [w.value - (total.low or 0) for w in wholes if w.value is not None]
    counts = [f for f in told if family(f) == "count"]
    nouns = [noun_of(reading, f) for f in (*counts, wholes[0])]
    if len(counts) == 1 and counts[0].value in lacking and alike(*nouns):  # "Ayr had five"
        return _OF_THOSE.match(skeleton.text, skeleton.sign_of(counts[0]) + 1) is None
    for rest in (f for f in told if f.value in lacking):
        at = skeleton.sign_of(rest)
        opens = rest is told[0] and _OPENS.fullmatch(skeleton.text, 0, at)
        if _MORE.match(skeleton.text, at + 1):
            return True  # "They arrested one more in the yard"
        if opens and not _OF_THOSE.match(skeleton.text, at + 1):
            return True
    return False


def _begins_besides(reading: Reading, part: Figure) -> bool:
    skeleton = reading.sentences[part.sentence]
    return comes_besides(skeleton.text, skeleton.sign_of(part))


def _is_each(skeleton: Skeleton, part: Figure) -> bool:
    """Whether *part* is told of each of several: ``two each in Ohio and Iowa``."""
    return EACH.match(skeleton.text, skeleton.sign_of(part) + 1) is not None


def _is_made_of(reading: Reading, found: Relation) -> bool:
    """Whether the words say that the parts are all: ``made up of 19 felony warrants and``."""
    tie = found.licence[0]
    return reading.text[tie.start : tie.end].split()[:1] in _MADE_OF


def _of_more_kinds(reading: Reading, parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether *parts* are of kinds besides which there may be others: acquittals, felonies.

    Under a headline they are all that it tells of; and chance seldom leaves just as many to the
    others as two digits of a long number put in another order would.
    """
    sentence = parts[0].sentence
    if parts[-1].sentence != sentence or is_heading(reading, whole.sentence):
        return False
    skeleton = reading.sentences[sentence]
    ends = [skeleton.sign_of(f) for f in (parts[0], parts[-1])]
    row = Row(skeleton, tuple(parts), ends[0], ends[1] + 1)
    if not row.may_leave_out or row.completes:
        return False
    slips = slips_between(whole, parts)
    return not any(slip == "order" and digits >= _LONG for slip, digits in slips)


def of_other_things(reading: Reading, part: Figure, whole: Figure) -> bool:
    """Whether the parts are of things named right before them: ``The raids, 12 in Kent and``."""
    skeleton = reading.sentences[part.sentence]
    match = _THE_THINGS.search(skeleton.text, 0, skeleton.sign_of(part))
    noun = noun_of(reading, whole)
    return match is not None and noun is not None and not alike(singular(match["noun"]), noun)


def _of_another_time(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether the sentence of *part* opens with a month or a year that that of *whole* has not."""
    skeleton = reading.sentences[part.sentence]
    if whole.sentence < part.sentence and _in_another_month(reading, whole, part):
        return True
    match = _IN_TIME.match(skeleton.text) if whole.sentence < part.sentence else None
    opener = skeleton.figure_at(match.end()) if match else None
    if opener is None or opener.kind != "date":
        return False
    told = " ".join(f.text for f in reading.by_sentence[whole.sentence] if f.kind == "date").lower()
    if _BYGONE.match(opener.text):
        return opener.text.lower() not in told
    return bool(told) and any(m.lower() not in told for m in _MONTH.findall(opener.text))


def _in_another_month(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether one month is told in the sentence of *whole*, and only another in that of *part*."""
    above, here = (months_named(reading.by_sentence[f.sentence]) for f in (whole, part))
    return len(above) == len(here) == 1 and above != here


def _are_counted_twice(reading: Reading, index: int) -> bool:
    """Whether the sentence after the parts says that one can be in several of them."""
    following = reading.sentences[index + 1 : index + 2]
    return any(_TWICE.match(skeleton.text) for skeleton in following)
