"""Parts named as such: ``eight of those``, ``of whom 12``, ``including five``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.subsets import taken_up
from crossfoot.relate.subsets.of_those import FAR, larger, of_those
from crossfoot.relate.subsets.of_time import is_how_often, is_of_time
from crossfoot.relate.subsets.paid import paid
from crossfoot.relate.subsets.told_after import told_after
from crossfoot.relate.subsets.under_heads import under_head
from crossfoot.relate.wording.antecedents import may_be_of_others, others_named
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import PERSONS, PLACES, alike
from crossfoot.relate.wording.phrases import led_by, relation, singular, worded
from crossfoot.relate.wording.rows import family, head, is_beside, rows

# what may stand between the two: "held for three years", "aged 19"
_NP = r"(?:[^.;:()\ue000-\uf8ff]|{date}|{rank}|{duration}|{age}|(?<=\bu)\.s\.){{0,130}}?"
# "about", "only some"
_H = hedges("a total of", "estimated", "total of", "another", "a further")
_OF_ALL = r"(?:of|among)\s(?:the|those|these|all|all the|its|their|our)\s"
# "40 people, 12 of whom" / "40 people, of whom 12" / "40 people, among them 12"
_WHOM = pattern(
    r"(?P<whole>{amount})" + _NP + r"(?:[,(]\s?" + _H + r"(?P<part>{amount})\s"
    r"(?P<tie>of (?:whom|which|them|those|these))"
    r"|\s(?P<part3>{amount})\s(?P<tie3>of (?:whom|which))(?!,?\s" + _H + r"{amount})"
    r"|(?P<tie2>of (?:whom|which)|[,(]\s?(?:among|amongst) (?:whom|which|them|those)"
    r"|\((?:out )?of (?:this|that|these|those|them|whom|which),?"
    r"|\sthe (?:largest|biggest|costliest) of (?:them|which|these|those)(?:,| at| was)?)\s"
    + _H
    + r"(?P<part2>{amount}))"
)
# "Of the 26 defendants, 14 are"; "Of the 51, 23"; "Of the more than 600 held, roughly 170"
_OF = pattern(
    r"\W*(?P<tie>" + _OF_ALL + _H + r")(?P<whole>{amount})(?:\s" + _NP + r")?,\"?\s" + _H
    + r"(?P<part>{amount})(?!\s(?:additional|others?|more|new)\b)"
    r"|(?:^|[,;]\s)\W*(?P<tie2>out of)\s" + _H + r"(?P<whole2>{n})\s" + _NP + r",\s" + _H
    + r"(?P<part2>{n})"
)  # fmt: skip
# "Of these 22 | are dead"
_OF_THESE_ARE = pattern(
    r"^\W*(?:of|among)\s(?:those|these)\s{n}\s(?:are|were|is|was|have|had|has|died|did|will)\s"
)
# "the arrest | of those two, 16 were": of the arrest, and no part of the two
_HELD_BY = lazy(r"\b(?:the|an?|this|that|its|their|his|her)\s(?:[a-z-]+\s){1,2}$")
# "Among those 61 defendants are 14 men"
_ARE = pattern(
    r"\W*(?P<tie>" + _OF_ALL + _H + r")(?P<whole>{n})\s" + _NP + r"\s(?:are|were|is|was)\s" + _H
    + r"(?P<part>{n})"
)  # fmt: skip
# "12 of the 40 people", "12 of the roughly 40 people"
_OF_THE = pattern(
    r"(?P<part>{n})\s(?P<tie>(?:out )?of (?:the|those|these|all)(?: the)?)\s"
    + _H
    + r"(?P<whole>{n})(?!\s?(?:[a-z]+ )?(?:largest|biggest|states|years|months|days))"
)
# the 12 "largest cities" are no twelve of anything, nor 12 "months"
_NO_TIME = r"(?!\s?(?:[a-z]+ )?(?:largest|biggest|years|months|days))"
# "12 of the agency's 40 officers", "12 among the 40 dead", "$12 million of the $40 million"
_OF_ITS = pattern(
    r"(?={amount})(?:(?P<part>{n})\s(?P<tie>(?:out )?(?:of|among) (?:the (?:[a-z.-]+\s){{0,2}}?)?"
    r"[a-z.-]+(?:'s|s'))\s" + _H + r"(?P<whole>{n})" + _NO_TIME
    + r"|(?P<part2>{n})\s(?P<tie2>(?:out )?of (?:its|their|our|his|her)|among (?:the|its|their))\s"
    + _H + r"(?P<whole2>{n})" + _NO_TIME
    + r"|(?P<part3>{money})\s(?P<tie3>of (?:the|that|its|their))\s" + _H + r"(?P<whole3>{money}))"
)  # fmt: skip
# "Of 400 drivers stopped, 132"; "Of its 40 officers, 12"; "Of the ship's 900 passengers, 120"
_OF_BARE = pattern(
    r"^\W*(?P<tie>(?:of|among|out of)\s(?:(?:its|their|our|his|her)\s"
    r"|(?:(?:the|this|that)\s)?(?:[a-z.-]+\s){{0,2}}?[a-z.-]+(?:'s|s')\s)?)"
    + _H
    + r"(?P<whole>{amount})(?:\s"
    + _NP
    + r")?,\s"
    + _H
    + r"(?P<part>{amount})(?!\s(?:additional|others?|more|new)\b)"
)
# "No lawyer appeared in 120 of 900 cases"
_N_OF_N = pattern(
    r"(?P<part>{n})(?<!number .)(?<!page .)(?<!part .)(?<!step .)(?<!day .)\s(?P<tie>(?:out )?of)\s"
    r"(?P<whole>{n})(?=\s[a-z])(?!\s(?:years|months|weeks|days|hours|to|of|or|and)\b)"
)
# "273 officers on modified duty, out of the 35,000", "31 counts of a 35-count indictment"
_OUT_OF = pattern(
    r"(?={n})(?:(?P<part>{n})\s[^.;:()\ue000-\uf8ff]{{1,50}}?,?\s"
    r"(?P<tie>out of (?:the|all|its|a total of))\s" + _H + r"(?P<whole>{n})"
    r"|(?P<count>{n})\s(?:[a-z]+\s)?counts?\s(?P<of>of (?:an?|the))\s(?P<counts>{n})[\s-]counts?\b)"
)
# "identified 12,000 foreign-born prisoners out of 50,000 arrested"
_OUT_OF_N = pattern(
    r"(?P<part>{n})(?:\s[a-z-]+){{1,4}}(?:\s\([a-z ]+\))?\s(?P<tie>out of)\s" + _H
    + r"(?P<whole>{n})\s(?!years|months|days|hours)"
)  # fmt: skip
# "In February alone, they made 42 withdrawals"
_ALONE = pattern(
    r"(?P<tie>\b(?:in|on|during)\s(?:the\s[a-z]+\sof\s)?{date}\salone),\s"
    r"[^.;:()\ue000-\uf8ff]{{0,60}}?\s" + _H + r"(?P<part>{n})"
)
# "40 people, including five"; "412 people across 41 districts, including 115"
_INCLUDING = pattern(
    r"(?P<whole>{amount})"
    + _NP
    + r"(?:\s(?:across|in|from|at|over|throughout)\s(?:all\s)?{n}\s(?:[a-z-]+\s){{0,2}}?"
    r"(?P<where>[a-z-]+))?,?\s(?P<tie>including)\s" + _H + r"(?P<part>{amount})"
)
# "269 encounters, with the Border Patrol accounting for 218"
_ACCOUNTING = pattern(
    r"(?P<whole>{n})" + _NP + r",\s(?P<tie>with\s(?:[^.;:()\ue000-\uf8ff]|u\.s\.){{1,50}}?\s"
    r"(?:accounting for|making up|responsible for))\s" + _H + r"(?P<part>{n})"
    r"(?!\s?(?:percent|%))"
)  # fmt: skip
# "The 10 plaintiffs include three men", "The figure of 905 includes a record of 168",
# "a staff of 10,400 consists of 6,800 agents"
_INCLUDE = pattern(
    r"(?P<whole>{n})(?:\s[a-z'-]+){{0,3}}\s(?P<tie>includ(?:e|es|ed)|consist(?:s|ed) of"
    r"|compris(?:e|es|ed))\s(?:an?\s(?:[a-z-]+\s){{0,3}}?(?:record|total|group|tally) of\s)?"
    + _H
    + r"(?P<part>{n})"
)
# "the count stood at 780, with 275 under orders"
_WITH = pattern(
    r"(?P<whole>{n})" + _NP + r",\s(?P<tie>with)\s" + _H + r"(?P<part>{n})\s"
    r"(?:under|awaiting|facing|charged|convicted|accused|still|already|listed|pending|in custody"
    r"|(?:(?:directly|believed to be)\s)?(?:related|linked|tied|connected) to|involving)\b"
)
# "held 10 times, with nine of her arrests": of two numbers, else of another by a slip
_WITH_OF = pattern(
    r"(?P<whole>{n})" + _NP + r",\s(?P<tie>with)\s" + _H + r"(?P<part>{n})\s"
    r"of (?:them|those|these|(?:the|his|her|its|their) [a-z]+s)\b"
)
# "five of the plants", "Five of this year's deaths"
_OF_THINGS = pattern(
    r"(?P<part>{n})\s(?P<tie>of (?:the|these|those|its|their|this (?:year|month|week)'s)"
    r"\s(?P<noun>[a-z-]+s|people|men|women|children))\b(?!\s(?:of|in|that|who|on|from)\b)"
)
_OF_THOSE = ("of them", "of those", "of these", "of that", "of this")
_OF_BACK = ("of whom", "of which", "of them", "of those", "of these", "among", "(of ", "(out of ")
_INCLUDES = "include includes included consist consists consisted comprise comprises comprised"
_OF_SOME = lazy(r" of (?:the|these|those|its|their|this) ")
_TAKES = (_OF, _ARE, _OF_THE)
# one of which each of them has
_OF_SO_MANY = pattern(r"of (?:the|those|these|all|its|their|our) (?:the )?" + _H + r"{amount}")
_OPENS = ("of ", "among ", "out of ")
_OWNED = ("'s ", "s' ", "of its ", "of their ", "of our ", "among the ", "of the ", "of that ")
# each other pattern, what it cannot do without, and whether like nouns are asked for
_ASIDE = (
    (_WHOM, _OF_BACK, False),
    (_INCLUDING, (" including ",), True),
    (_ACCOUNTING, (" accounting for", " making up", " responsible for"), True),
    (_INCLUDE, (" include ", " includes ", " included ", " consist", " compris"), True),
    (_WITH, (", with ",), False),
    (_WITH_OF, (", with ",), False),
)
_OF_N = led_by("of")
_SHARES = frozenset((SIGNS["percent"], SIGNS["fraction"]))
_OUT = frozenset(("out", "count", "counts"))
_TAKEN = frozenset(f"of among including alone with only just {_INCLUDES}".split())
_LISTS = (_INCLUDING, _WHOM)
# each of which is one, so that any kind of them told next is among them: "26 cars, 38 Hondas"
_SINGLE = frozenset("bird dog cat horse animal car vehicle truck".split())
_GROUPS = frozenset("couple pair family household team crew group gang ring squad class".split())
# what ends a list of parts; what takes the number behind it out
_BREAKS = lazy(
    r";|\band an? (?:[a-z-]+ ){1,3}of $|\b(?:among|out of) (?:the|its|their|these|those|all) $"
    r"|\b(?:while|whereas|thus|leaving|but|so|although|though"
    r"|and (?:[a-z]+ )?(?:forfeit|pay|repay|owe|return|surrender)(?:s|ed|ing)?"
    r"|affecting|killing|injuring|displacing|forcing|costing|making|bringing)\b"
)
_ALL_BUT = lazy(r"\b(?:all but|except(?: for)?|other than|save for|besides|apart from) $")
# "112 people from nine agencies, 68 of them", "142 people to more than nine countries, 108 of them"
_FROM = lazy(
    r"\s(?:[a-z-]+\s){0,3}?(?:of|from|to|in|on|at|across|aboard|by|with|representing|over|within)\s"
    r"(?:the\s|all\s|those\s|these\s|about\s|some\s|nearly\s|over\s|at least\s|more than\s)?"
)
_OF_THEM = lazy(r"\sof (?:them|these|those)\s(?:[a-z-]+\s)?([a-z-]+)")
# "271 deaths, three fewer than the year before, including 207"
_DIFFERENCE = lazy(r"\s(?:[a-z]+\s)?(?:more|fewer|less|higher|lower|above|below|up|down)\b")
_ONE_IN = pattern(r"(?:\bone|{n}) in (?:every )?$")
_FOR_EACH = lazy(r"\bfor (?:every|each)\s")  # "for every death there were ten overdoses, including"
# "Lee, | 34, was", "Poe, | 19 - were"; no "in Texas, | 14, or 20 percent"
_NAMED = lazy(r"[A-Z][\w.'’-]*,\s$")
_SET_OFF = lazy(r",\s(?!or\s)|\s?[-–—]")
_REACH = 40  # characters in which a name is looked for
# nine "workers at a plant and" eleven, six in Lund, "and" two
_JOINS = (" and", ", and", " and another", " and about", " and some")
_STOP = lazy(r"[;:()\ue000-\uf8ff]")
_NEXT = lazy(
    r",\s(?:and|while|but)\s(?!about|some|nearly|only|just|at|more|over)[a-z][a-z.' -]*$"
)  # "280 posts, of which 65 are vacant, and Ayr" 440
_LONGEST = 80  # characters between two members of such a list


def relate(reading: Reading) -> Iterator[Relation]:
    """Every part that the wording takes out of a whole, one a figure."""
    seen: set[str] = set()
    for index, skeleton in worded(reading, _TAKEN):
        for found in taken_out(reading, index, skeleton):
            part = found.one("part").id
            if part not in seen:
                seen.add(part)
                yield found
    yield from (found for found in paid(reading) if found.one("part").id not in seen)


def taken_out(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The parts that one sentence takes out of a whole."""
    text, words = skeleton.text, skeleton.words
    if skeleton.amounts > 1:
        yield from _within(reading, skeleton)
    for match in _ALONE.finditer(text) if "alone" in words else ():
        part = skeleton.group(match, "part")
        named = _of_noun(reading, index, part, head(skeleton, part)) if part else None
        if part and named:
            yield _subset(reading, part, named, skeleton.span(match, "tie"))
    yield from told_after(reading, index, skeleton)
    if any(map(text.__contains__, _OF_THOSE)):
        yield from of_those(reading, index, skeleton)
        if not taken_up.CUES.isdisjoint(words):
            yield from taken_up.of_the_last(reading, index, skeleton)
    if text.rstrip().endswith(":") and text.lstrip('" ').startswith(_OPENS):
        yield from under_head(reading, index, skeleton)
    for match in _OF_THINGS.finditer(text) if _OF_SOME.search(text) else ():
        part = skeleton.group(match, "part")
        named = _of_noun(reading, index, part, singular(match["noun"]))
        if part and named:
            yield _subset(reading, part, named, skeleton.span(match, "tie"))


def _within(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The parts of which the sentence gives the whole."""
    text, words = skeleton.text, skeleton.words
    told = "among " in text or "out of " in text or _OF_SO_MANY.search(text)
    for source in _TAKES if told else ():
        for match in source.finditer(text):
            yield from _told(reading, skeleton, source, match, like=False)
    if text.lstrip('" ').startswith(_OPENS):
        for match in _OF_BARE.finditer(text):
            yield from _told(reading, skeleton, _OF_BARE, match, like=False)
    for match in _OF_ITS.finditer(text) if any(map(text.__contains__, _OWNED)) else ():
        yield from _told(reading, skeleton, _OF_ITS, match, like=False)
    if any(map(text.__contains__, _OF_N)) and _SHARES.isdisjoint(text):
        for match in _N_OF_N.finditer(text):
            if (whole := skeleton.group(match, "whole")) and whole.text.lower() == "both":
                continue
            yield from _told(reading, skeleton, _N_OF_N, match, like=False)
    for source, cues, like in _ASIDE:
        for match in source.finditer(text) if any(map(text.__contains__, cues)) else ():
            yield from _told(reading, skeleton, source, match, like)
    if _OUT.isdisjoint(words):
        return
    for match in _OUT_OF.finditer(text):
        names = ("part", "whole", "tie") if match["part"] else ("count", "counts", "of")
        part, whole = skeleton.group(match, names[0]), skeleton.group(match, names[1])
        if part and whole:
            yield _subset(reading, part, whole, skeleton.span(match, names[2]))
    for match in _OUT_OF_N.finditer(text):
        part, whole = skeleton.group(match, "part"), skeleton.group(match, "whole")
        if part and whole and larger(whole, part):
            yield _subset(reading, part, whole, skeleton.span(match, "tie"))


def _subset(reading: Reading, part: Figure, whole: Figure, tie: Span) -> Relation:
    return relation("subset", reading, [tie], part=part, whole=whole)


def _told(
    reading: Reading, skeleton: Skeleton, source: object, match: re.Match[str], like: bool
) -> Iterator[Relation]:
    """The part and the whole of one match, with what stands beside the part in a list."""
    named = match.groupdict()
    mark = next(m for m in ("", "2", "3") if named.get("part" + m))
    part = skeleton.group(match, "part" + mark)
    whole = skeleton.group(match, "whole" + (mark if named.get("whole" + mark) else ""))
    tie, where = skeleton.span(match, "tie" + mark), named.get("where")
    if source is _INCLUDING and whole is not None and whole.value == 1:
        whole = _of_one(skeleton, whole)
    if part is None or whole is None or whole.value == 1:  # "one … what if six of them"
        return
    if where and singular(where) not in PLACES:
        return
    if is_how_often(skeleton, part, whole):
        return
    if _ONE_IN.search(skeleton.text, 0, skeleton.sign_of(part)):
        return  # "1 in 14 of the 4,310 people"
    if (part.value or 0) > (whole.value or 0) and is_of_time(skeleton, part):
        return  # "in two towns for 28 years, 16 of them in Ely"
    if _is_age(reading, part) and (part.value or 0) > (whole.value or 0):
        return  # "Of the two suspects in the raid, Lee, 34, was held"
    if _ALL_BUT.search(skeleton.text[: skeleton.sign_of(whole)][-20:]):
        return
    if _FOR_EACH.search(skeleton.text, 0, skeleton.sign_of(whole)):
        return
    if source is _OF and _OF_THESE_ARE.search(skeleton.text, 0, skeleton.sign_of(part)):
        return  # "Of these 22 are dead, 30 have left": both are of those told before
    if source in _LISTS:
        if _DIFFERENCE.match(skeleton.text, skeleton.sign_of(whole) + 1):
            return
        whole = _those_meant(skeleton, whole, part)
        if is_beside(skeleton.text, skeleton.sign_of(part), skeleton.sign_of(whole)):
            return  # "eight of them were held in Ely, six of them were held in Reno"
        before = skeleton.within(0, skeleton.sign_of(whole))
        if not larger(whole, part) and any(
            larger(f, part) or _weighs_more(f, part) for f in before
        ):
            return  # "12 arrests in three shops, seven of them at night"
        if not larger(whole, part) and _may_be_of_both(skeleton, before, whole, part):
            return
        if (part.value or 0) > (whole.value or 0) and part.range.meets(whole.range):
            return  # "officers from 14 agencies, up to 400 of them"
        between = skeleton.text[skeleton.sign_of(whole) + 1 : match.start("tie" + mark)]
        above = part.kind != "money" and (part.value or 0) > (whole.value or 0)
        if above and head(skeleton, whole) in _GROUPS:
            return  # "three couples, six of them New Yorkers"
        if above and may_be_of_others(between, head(skeleton, part)):
            return  # "two suspects in several robberies, including three in Dover"
        like = like and not (
            head(skeleton, whole) in _SINGLE
            and head(skeleton, part) not in PERSONS | PLACES
            and not others_named(between)
        )
    if source is _OF and not mark and _HELD_BY.search(skeleton.text, 0, match.start("tie")):
        return
    if source is _WITH_OF and skeleton.amounts > 2 and not larger(whole, part):
        return
    noun, of = head(skeleton, part), head(skeleton, whole)
    unlike = noun and of and noun != of
    elsewhere = of in PLACES or (noun in PERSONS) != (of in PERSONS)
    if unlike and elsewhere and (part.value or 0) > (whole.value or 0):
        return  # "of the 12 counties, 400 people": what was counted there
    listed = _listed(skeleton, part, whole) if source in _LISTS else (part,)
    for figure in listed:
        if _same_kind(figure, whole) and (not like or _alike(skeleton, figure, whole)):
            yield _subset(reading, figure, whole, tie)


def _may_be_of_both(
    skeleton: Skeleton, before: Sequence[Figure], whole: Figure, part: Figure
) -> bool:
    """Whether *part* is of all told: "took nine men in Lund and eleven in Ayr, 14 of whom"."""
    noun = head(skeleton, whole)
    like = [f for f in before if family(f) == "count" and head(skeleton, f) in (noun, None)]
    if noun is None:
        like = [f for f in before if family(f) == "count" and head(skeleton, f) in PERSONS]
    if not like:
        return False
    gap = skeleton.text[skeleton.sign_of(like[-1]) + 1 : skeleton.sign_of(whole)]
    joined = gap.rstrip().endswith(_JOINS) and not _STOP.search(gap)
    return joined and sum(f.value or 0 for f in (*like, whole)) >= (part.value or 0)


def _weighs_more(measure: Figure, part: Figure) -> bool:
    """Whether *part* may be of a measure: ``900 pounds in 80 stops, 700 of them marijuana``."""
    return measure.kind == "measure" and (measure.value or 0) > (part.value or 0)


def _of_one(skeleton: Skeleton, one: Figure) -> Figure:
    """The number before *one*: ``five members of one family, including``."""
    at = skeleton.sign_of(one)
    before = [f for f in skeleton.within(0, at) if family(f) == "count"]
    if before and _FROM.fullmatch(skeleton.text, skeleton.sign_of(before[-1]) + 1, at):
        return before[-1]
    return one


def _is_age(reading: Reading, part: Figure) -> bool:
    """Whether *part* stands as an age does behind a name: ``Lee, 34, was``."""
    text = reading.document.text
    if not part.text.isdigit() or len(part.text) > 2:
        return False
    named = _NAMED.search(text, max(0, part.start - _REACH), part.start)
    return named is not None and _SET_OFF.match(text, part.end) is not None


def _those_meant(skeleton: Skeleton, whole: Figure, part: Figure) -> Figure:
    """The persons of whom the part is told, where *whole* only tells whence they came."""
    if head(skeleton, whole) in PERSONS:
        return whole
    at = skeleton.sign_of(whole)
    named = _OF_THEM.match(skeleton.text, skeleton.sign_of(part) + 1)
    of_persons = named is not None and singular(named[1]) in PERSONS
    if not of_persons and (part.value or 0) <= (whole.value or 0):
        return whole
    before = [f for f in skeleton.within(0, at) if family(f) == "count"]
    if not before or not _FROM.fullmatch(skeleton.text, skeleton.sign_of(before[-1]) + 1, at):
        return whole
    return before[-1]


def _listed(skeleton: Skeleton, part: Figure, whole: Figure) -> Sequence[Figure]:
    """The part, and what follows it in a list: "among them 12 men and five women"."""
    row = next((row.figures for row in rows(skeleton) if part in row.figures), (part,))
    members = [part]
    for figure in row[row.index(part) + 1 :]:
        gap = skeleton.text[skeleton.sign_of(members[-1]) + 1 : skeleton.sign_of(figure)]
        if _BREAKS.search(gap) or len(gap) > _LONGEST:
            break
        if not larger(whole, figure) and (_NEXT.search(gap) or not _alike(skeleton, figure, whole)):
            break  # "43 deputies, of whom 14 are trained, wrote 900 tickets and 70 warnings"
        if any(
            f.kind == "measure"
            for f in skeleton.within(*map(skeleton.sign_of, (members[-1], figure)))
        ):
            break  # "14 boats, 12 of which were boarded, with 90 pounds and 41 men"
        members.append(figure)
    return members


def _same_kind(part: Figure, whole: Figure) -> bool:
    """Whether both are money of one sort, or both counts."""
    if "money" in (part.kind, whole.kind):
        return part.kind == whole.kind and part.unit == whole.unit
    return family(part) == family(whole) == "count" or {part.kind, whole.kind} <= {
        "count",
        "number",
    }


def _alike(skeleton: Skeleton, part: Figure, whole: Figure) -> bool:
    return part.kind == "money" or alike(head(skeleton, part), head(skeleton, whole))


def _of_noun(reading: Reading, index: int, part: Figure | None, noun: str | None) -> Figure | None:
    """The count of *noun* that was told last; it must be the larger one."""
    for at in range(index, max(-1, index - FAR), -1):
        skeleton = reading.sentences[at]
        for figure in reversed(reading.by_sentence[at]):
            if part is None or figure.end > part.start or family(figure) != "count":
                continue
            if noun and head(skeleton, figure) == noun:
                return figure if larger(figure, part) else None
    return None
