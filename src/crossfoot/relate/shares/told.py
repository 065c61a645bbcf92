"""Shares told of "that" or "those three", and of wholes told in other words.

The words say of what the share is told ("that", "those three", "auto thefts") and of what it is a
share ("of all requests", "of the total"). Which figures these are is settled by nouns and
nearness, and where several could be meant by the one that fits; only a part and a whole that
nothing else could be are alleged not to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, kept, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.shares.bases import behind, is_of_before, only_base
from crossfoot.relate.shares.certain import own_stems
from crossfoot.relate.shares.fit import (
    likeliest,
    may_be_of,
    quotient_off,
    reaches,
    whole_needed,
)
from crossfoot.relate.shares.words import BASE, OF_KNOWN
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.stems import IDLE, stem

REACH = 20  # sentences back that a noun can stand for a figure
FEW = 10  # of numbers up to it, many things are said in one text
_OF_A_TIME = lazy(
    r"[^.;,]{0,60}?\b(?:in|over|during|for) the (?:[a-z]+ )?(?:year|years|months?|quarter|weeks?)"
    r" (?:to|ended|ending|through|before)\b"
)
_BEFORE = 80  # characters before a figure that make it the base of a share
_MANY = 40  # wholes, the nearest first
LIST = 12  # no more parts are taken together, or one after the other

_HEDGE = hedges("thus", "therefore", "already", "still", "now", "an?", "or")
# "was about P", "made up P", "for P": what says the share of what stands before
_TIE = lazy(
    r"(?=[abcehimrtw'])"  # as each begins, and half of all words do not
    r"(?P<tie>\b(?:was|were|is|are|be|been|equal(?:s|ed)?|ma[kd]es? up|account(?:s|ed|ing)? for"
    r"|represent(?:s|ed|ing)?|compris(?:e|es|ed|ing)|constitut(?:e|es|ed|ing)|making up"
    r"|(?:amount|com|work)(?:s|ed|es|e)? (?:out )?(?:to|at)|came to|make|makes|had|has|took)\b"
    r"|(?<=that)'s|(?<=\bit)'s|(?<=here)'s|(?<=which)'s|(?<=what)'s)\s" + _HEDGE + "$"
)
_AND = lazy(r"(?:,| and)\s" + _HEDGE + "$")
_OF_WHICH = lazy(r", of (?:which|whom)\s$")
_VERB = lazy(r"(?:[a-z]+\s){0,7}?[a-z]+(?P<tie>\s(?:was|were|is|are)|(?:(?<=that)|(?<=\bit))'s)\s")
_CLAUSE = lazy(r"[.;:?!(\"]|\s-\s|, (?:and|but|while|so|so that|of (?:which|whom))\s")
# "that", "it", "which", "and this": what was said last
_THAT = lazy(
    r"^\W*(?:(?:and|but|so|in other words|put differently|in all|by itself),?\s)*"
    r"(?:that|it|this|which|they|those|these|that group|that number|that figure)\W*$"
)
# "together those", "the two", "those three states together": the last few, taken together
_THESE = pattern(
    r"^\W*(?:(?:and|but|so|together|combined|between them|taken together),?\s)*"
    r"(?:(?:those|these|the|they|all)\s?)+(?P<number>{any})?(?:\s?[a-z]+){{0,2}}?"
    r"(?P<together>\s?(?:together|combined|in all|alone))?\W*$"
)
_TOGETHER = lazy(r"\b(?:together|combined|between them|taken together)\b")
# "Besides these two, no other cause accounted for more than 7%": that is no share of the two
_NO_OTHER = lazy(r"\b(?:no|none|neither|nobody|nothing)\s[a-z ]*$")
# "of its enrollment of 412"; "of girls got a level 8", "of women took three" end with their noun
_OF_AMOUNT = pattern(
    r"\sof (?:the |all |its |their |those |these |that |his |her |our |more than |about |roughly "
    r"|nearly |some |an? |estimated |over |almost |[a-z]+ of (?:an? )?"
    r"|(?!wh|(?:that|from|to|in|at|by|on|and|or|than|for|with|against|after|before|since"
    r"|people|(?:wo)?men|children|an?|got|had|has|have|took|was|were|is|are|did|gave|won)\b)"
    r"(?:[a-z]+'s?|(?:[a-z]*[a-rt-z]|this|[a-z]+(?:ou|s)s)) ){{0,6}}"
    r"(?P<whole>{amount})"
)
_OF_NOUN = lazy(
    r"\sof (?P<det>(?:the|all|its|their|those|these|that|his|her|our|every|any)(?:\s|\b))+"
    r"(?P<noun>(?:[a-z'-]+\s?){0,4})"
)
# "12 arrests, 30 percent of them for theft" parts the 12
_PARTS_IT = lazy(r" of (?:them|those|whom|which)\b")
# "Of those," 113 had lawyers
_OF_THOSE = lazy(r"\W*of (?:them|those|these), ")
_GENERIC = frozenset(
    "total whole group roster them those these that this it list tally number sum overall".split()
)
# "In percentages, that is P, P and P"; "or P, P and P respectively"
_ROW = pattern(r"{percent}(?:(?:,|,? and)\s(?:{percent}))+")
_IN_ROW = pattern(
    r"\b(?:percentages|percent terms|respectively|per cent|shares?)\b|\bthat (?:is|was)\s{percent}"
)
_ROW_WORDS = frozenset("percentages percent per respectively share shares that".split())
_NAME_WORDS = frozenset(("with", "at", "alone", "had"))
_NAME = lazy(
    r"(?<![\w.'’-])([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*)\s?,"
    r"\s(?:with|at|alone|had)\s(?:[a-z]+\s){0,2}$"
)
# "Ecuadorians (574), Hondurans (491) and Salvadorans (402) | made up"
_ENDS_ROW = pattern(
    r"{amount}[^\ue000-\uf8ff]*\band\s[^\ue000-\uf8ff]{{0,40}}{amount}[^\ue000-\uf8ff.;:]{{0,30}}$"
)
# "This sector", "the city": no count of it stands for itself
_PLACE = lazy(
    r"\W*(?:this|that|the|its|their) (?:[a-z]+ )?(?:sector|city|county|state|country|district"
    r"|region|area|office|agency|center|border|nation)\s?"
)
_WORDS = lazy(r"[a-z][a-z'-]*[a-z]")


def whole_after(skeleton: Skeleton, share: Figure) -> Figure | None:
    """The amount named right after a share: ``14 percent of its enrollment of 412``."""
    match = _OF_AMOUNT.match(skeleton.text, behind(skeleton, share))
    return None if match is None else skeleton.figure_at(match.start("whole"))


def told(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The shares of a sentence that words tie to a part or a whole told elsewhere."""
    for at, share in zip(skeleton.signs, skeleton.figures, strict=True):
        if share.kind in ("percent", "fraction") and share.value:
            found = _by_verb(reading, index, skeleton, at, share) or _by_name(
                reading, index, skeleton, share
            )
            if found is not None:
                yield found
    if not _ROW_WORDS.isdisjoint(skeleton.words) and _IN_ROW.search(skeleton.text):
        yield from _in_a_row(reading, index, skeleton)


def _by_verb(
    reading: Reading, index: int, skeleton: Skeleton, at: int, share: Figure
) -> Relation | None:
    """``That was 14 percent of its enrollment of 412``, ``Those three make up 55 percent``."""
    text = skeleton.text
    tie = _TIE.search(text, max(0, at - 60), at)
    if tie is None and _AND.search(text, 0, at) and _OF_AMOUNT.match(text, at + 1):
        tie = _VERB.match(text, 0, at)  # "That was 42 percent more than C and nearly P of C"
    if tie is None or _PARTS_IT.match(text, behind(skeleton, share)):
        return None
    clause = max((m.end() for m in _CLAUSE.finditer(text, 0, tie.start("tie"))), default=0)
    if _NO_OTHER.search(text, clause, tie.start("tie")):
        return None
    named = whole_after(skeleton, share) is not None
    options, sure = _parts(reading, index, skeleton, clause, tie.start("tie"), named=named)
    options = [parts for parts in options[:LIST] if share not in parts and _amount(parts)]
    if share.kind == "fraction":  # "half" fits many a number told of a sector or a city by chance
        place = _PLACE.fullmatch(text, clause, tie.start("tie"))
        options = [] if place else options
    if not options:
        return None
    wholes, named = _wholes(reading, index, skeleton, share, options[0])
    wholes = wholes[:_MANY]
    if clause and _OF_WHICH.search(text, 0, clause):  # "5,600 pounds, of which tea made up half"
        wholes, named = _amounts(skeleton.within(0, clause))[-1:] or wholes, True
    for parts in options:
        needed = whole_needed(parts, share)
        fitting = [w for w in wholes if reaches(w, needed) and _may_hold(parts, w)]
        if fitting:
            fits = likeliest(fitting, parts, share)
            licence = [skeleton.span(tie, "tie")]
            return relation("share", reading, licence, part=parts, whole=fits, share=share)
    if OF_KNOWN.match(text, behind(skeleton, share)):
        return None  # "14% of inmates with a known ethnicity"
    larger = [w for w in wholes if _may_hold(options[0], w)]
    if named and not larger and len(wholes) == 1 and family(wholes[0]) == family(options[0][0]):
        larger = [w for w in wholes if w not in options[0]]  # "45 is 75 percent of the 40"
    if any(may_be_of(options[0], w, share) for w in larger):
        return None
    larger = [w for w in larger if not is_of_before(reading.sentences[w.sentence], w)]
    ends = not text[at + 1 :].strip(" .")
    if not named and sure and _is_of_them(reading, options[0][0], ends):  # "That's 43%"
        larger, named = _just_told(reading, options[0][0], larger[:1]), True
    if sure and not named:
        largest = max(options[0], key=lambda p: p.value or Fraction(0))
        base = only_base(reading, index, skeleton, largest, share)
        held = base is not None and (len(options[0]) == 1 or _may_hold(options[0], base))
        larger, named = ([base], True) if base and held else (larger, False)
    if _OF_A_TIME.match(text, behind(skeleton, share)):
        return None  # "86% of arrivals in the year to March"
    if sure and named and len(larger) == 1 == len({parts[0].value for parts in options}):
        licence = [skeleton.span(tie, "tie")]
        return relation("share", reading, licence, part=options[0], whole=larger[0], share=share)
    return None


def _is_of_them(reading: Reading, part: Figure, ends: bool) -> bool:
    """Whether a part is told of what was told just before: ``113 of them``, ``Of those, 113``.

    The latter may open a list of parts: it is only taken where the share *ends* its sentence.
    """
    skeleton = reading.sentences[part.sentence]
    if _PARTS_IT.match(skeleton.text, skeleton.sign_of(part) + 1):
        return True
    alone = ends and len(skeleton.figures) == 1
    return alone and _OF_THOSE.match(skeleton.text) is not None


def _just_told(reading: Reading, part: Figure, wholes: list[Figure]) -> list[Figure]:
    """*wholes*, unless a smaller number was told after them: of those "1113 of them" cannot be."""
    after = wholes[0].end if wholes else 0
    between = (
        f
        for at in range(wholes[0].sentence if wholes else part.sentence, part.sentence)
        for f in reading.by_sentence[at]
        if f.start > after and family(f) == family(part) and f.range.is_exact
    )
    return [] if any(FEW < (f.value or 0) < (part.value or 0) for f in between) else wholes


def _amount(parts: Sequence[Figure]) -> bool:
    return all(p.value is not None and p.value > 0 and family(p) for p in parts)


def _may_hold(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether *whole* is of the parts' sort, none of them, and no smaller than they are."""
    if whole in parts or family(whole) != family(parts[0]):
        return False
    return (whole.value or 0) > sum((p.value or Fraction(0) for p in parts), Fraction(0))


def _parts(
    reading: Reading, index: int, skeleton: Skeleton, start: int, end: int, *, named: bool
) -> tuple[list[tuple[Figure, ...]], bool]:
    """What the subject ``text[start:end]`` can stand for, and whether it can be nothing else.

    Where the whole is *named*, nouns that are but in part the subject's are tried, too.
    """
    subject = skeleton.text[start:end]
    if these := _THESE.match(subject):
        number = skeleton.figure_at(start + these.start("number")) if these["number"] else None
        if number and ((number.value or 0) > LIST or family(number) != "count"):
            return [(number,)], True  # "the 120 women", "the 30-cent fee": of nothing just told
        if number or these["together"] or _TOGETHER.search(subject):
            size = int(number.value) if number and number.value else None
            rows = _together(reading, index, skeleton, start, size)
            return rows, number is not None or _are_two(rows)
    if _THAT.match(subject):
        said = _amounts(skeleton.within(0, start))
        if not said and (named or not subject.strip().endswith("which")):  # it takes up its own
            said = _said_last(reading, index)
        return [(f,) for f in reversed(said)], len(said) == 1
    own = _amounts(skeleton.within(start, end))
    own = [f for f in own if not _is_base(skeleton, f)]
    if own:
        row = tuple(own)
        added = [row] if len(own) > 1 and _ENDS_ROW.search(subject) else []
        return [*added, *((f,) for f in reversed(own))], len(own) == 1
    words = [w for w in _words(subject) if w not in IDLE]
    if not words:
        return [], False
    counted = list(_counting(reading, index, words[-1], skeleton.offset(start)))
    counted = [f for f in counted if _is_labelled(reading, f, words[-1])] or counted
    # "wheat and corn acreage", and not the acreage of rye
    told = frozenset(map(stem, words))
    sure = [f for f in counted if told <= _stems(reading.sentences[f.sentence])]
    counted = counted if named and not sure else sure
    return [(f,) for f in counted], len({f.value for f in sure}) == 1


def _is_base(skeleton: Skeleton, figure: Figure) -> bool:
    at = skeleton.sign_of(figure)
    return BASE.search(skeleton.text, max(0, at - _BEFORE), at) is not None


def _are_two(rows: Sequence[Sequence[Figure]]) -> bool:
    """Whether "together" can only mean two numbers of one sentence."""
    return len(rows) == 1 and len(rows[0]) == 2 and rows[0][0].sentence == rows[0][1].sentence


def _amounts(figures: Iterable[Figure]) -> list[Figure]:
    return [f for f in figures if f.value is not None and family(f) and f.kind != "percent"]


def _said_last(reading: Reading, index: int) -> list[Figure]:
    """The amounts of the sentence before, or of the one before that."""
    for at in (index - 1, index - 2):
        if at >= 0 and (found := _amounts(reading.by_sentence[at])):
            return found
    return []


def _together(
    reading: Reading, index: int, skeleton: Skeleton, start: int, size: int | None
) -> list[tuple[Figure, ...]]:
    """The last *size* amounts before, or all of the last sentence that has several."""
    said = _amounts(skeleton.within(0, start))
    at = index - 1
    while at >= max(0, index - 4) and len(said) < (size or 2):
        said = _amounts(reading.by_sentence[at]) + said
        at -= 1
    if not 2 <= (size or len(said)) <= min(LIST, len(said)):
        return []
    if size is None:
        return [tuple(said)] if len(said) <= LIST else []
    # the list may be followed by a figure of its own: "157, 148 and 104, of 747"
    return [tuple(said[at : at + size]) for at in range(len(said) - size, -1, -1)]


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def _counting(reading: Reading, index: int, noun: str, before: int) -> Iterator[Figure]:
    """The amounts before offset *before* that count *noun*, or of which its verb is said."""
    one, root = singular(noun), stem(noun)
    for at in range(index, max(-1, index - REACH - 1), -1):
        if not reading.by_sentence[at]:
            continue
        skeleton = reading.sentences[at]
        for figure in reversed(_amounts(reading.by_sentence[at])):
            if figure.end <= before:
                counted = head(skeleton, figure)
                if (counted is not None and alike(counted, one)) or root in own_stems(
                    skeleton, figure
                ):
                    yield figure


def _is_labelled(reading: Reading, figure: Figure, noun: str) -> bool:
    """Whether *noun* leads to the figure: ``Cocaine: 698 pounds``."""
    before = reading.text[max(0, figure.start - len(noun) - 2) : figure.start]
    return before.rstrip(": (").endswith(noun) and before[-1:] != noun[-1]


@kept
def _stems(skeleton: Skeleton) -> frozenset[str]:
    return frozenset(map(stem, _words(skeleton.text)))


def _wholes(
    reading: Reading, index: int, skeleton: Skeleton, share: Figure, parts: Sequence[Figure]
) -> tuple[list[Figure], bool]:
    """The figures that can be the whole, nearest first, and whether the words name it."""
    if (own := whole_after(skeleton, share)) is not None:
        return [own], True
    match = _OF_NOUN.match(skeleton.text, behind(skeleton, share))
    words = match["noun"].split() if match else []
    if not words or words[0] in _GENERIC or (match and match["det"].strip() in _GENERIC):
        return list(_larger(reading, index, parts)), False
    noun = next((w for w in words if w[-1] == "s" and w[-2:] != "'s" and w not in IDLE), words[0])
    named = list(_counting(reading, index, noun, share.start))
    return [*named, *(w for w in _larger(reading, index, parts) if w not in named)], False


def _larger(reading: Reading, index: int, parts: Sequence[Figure]) -> Iterator[Figure]:
    """The amounts no smaller, of the sentence and those before, that count the same."""
    part = parts[0]  # of several, each may have a noun of its own
    noun = head(reading.sentences[part.sentence], part) if len(parts) == 1 else None
    for at in range(index, max(-1, index - REACH - 1), -1):
        for figure in reversed(_amounts(reading.by_sentence[at])):
            if _may_hold(parts, figure) and alike(noun, head(reading.sentences[at], figure)):
                yield figure


def _by_name(reading: Reading, index: int, skeleton: Skeleton, share: Figure) -> Relation | None:
    """``New York, with 36 percent, …`` after a list with ``New York: 37,100``."""
    if _NAME_WORDS.isdisjoint(skeleton.words):
        return None
    text = reading.document.text
    found = _NAME.search(text, max(skeleton.start, share.start - 60), share.start)
    if found is None:
        return None
    name = found.group(1).strip()
    for sentence in range(index - 1, max(-1, index - REACH - 1), -1):
        for part in reversed(_amounts(reading.by_sentence[sentence])):
            if not _is_of(text, part, name):
                continue
            for whole in _larger(reading, sentence, (part,)):
                if quotient_off((part,), whole, share) == 0:
                    licence = [Span(found.start(1), found.end())]
                    return relation("share", reading, licence, part=part, whole=whole, share=share)
    return None


def _is_of(text: str, figure: Figure, name: str) -> bool:
    """Whether *name* labels the figure: ``Boise: 12``, ``Boise (12)``, ``12 in Boise``."""
    before = text[max(0, figure.start - len(name) - 3) : figure.start].rstrip(" :(-–")
    after = text[figure.end : figure.end + len(name) + 20]
    return before.endswith(name) or f"in {name}" in after or f"from {name}" in after


def _in_a_row(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``In percentages, that is 29.7%, 25.3% and 45.0%``: one for each count told before."""
    for match in _ROW.finditer(skeleton.text):
        shares = skeleton.within(match.start(), match.end())
        counts = _amounts(skeleton.within(0, match.start())) or _said_last(reading, index)
        parts = counts[-len(shares) :]
        if len(parts) != len(shares):
            continue
        best = max(
            _larger(reading, index, [max(parts, key=lambda p: p.value or Fraction(0))]),
            key=lambda w: _fitting(parts, w, shares),
            default=None,
        )
        if best is None or 2 * _fitting(parts, best, shares) <= len(shares):
            continue
        licence = [skeleton.span(match, 0)]
        for part, share in zip(parts, shares, strict=True):
            yield relation("share", reading, licence, part=part, whole=best, share=share)


def _fitting(parts: Sequence[Figure], whole: Figure, shares: Sequence[Figure]) -> int:
    pairs = zip(parts, shares, strict=True)
    return sum(quotient_off((part,), whole, share) == 0 for part, share in pairs)
