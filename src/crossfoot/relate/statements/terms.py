"""Terms of punishment told again: "sentenced to 156 months in prison", then "his 13-year sentence".

Where the text has one term imposed, a "13-year sentence" that may be it mistyped, told of nobody
else by name, is that one, in whichever unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS, WEEKDAYS
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.statements.agreement import agree
from crossfoot.relate.statements.beside import in_units, told_in_years
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.slips import slip_for

# "was sentenced today by Judge Ann Lee to | 156 months", "resentenced to serve | 12 years"
_IMPOSED = partial(
    pattern,
    r"\b(?:re)?sentenced\b[^.;]{{0,80}}?"
    r" to (?:serve |spend |a total of |a term of |an? |at least )*(?P<term>{duration})"
    r"(?! of (?:supervised|probation|home|community)| (?:supervised|probation))",
)
# "the | eight-year sentence", "his | 13-year federal prison term"
_TAKEN_UP = partial(
    pattern,
    r"\b(?:the|his|her|their|this|that) (?P<term>{duration})"
    r"(?: (?:federal|state|prison|jail|custodial|total))*"
    r"(?: sentences?| terms?(?! of)| imprisonment)\b"
    # "the sentence of | 13 years", "the | 13 years he will serve"
    r"|\b(?:the|his|her|their|this|that) (?:prison )?(?:sentence|term) of (?P<of>{duration})"
    r"(?! of (?:supervised|probation))"
    r"|\b(?<!of )the (?P<served>{duration}) (?:that )?(?:he|she) (?:will|must|is to)"
    r" (?:serve|spend)\b",
)
# the headline's "gets | 12 years in prison", "jailed for | 12 years", "sentenced to | 12 years"
_HEADED = partial(
    pattern,
    r"\b(?:gets|given|receives|draws|handed|jailed(?: for)?|imprisoned for|sentenced to)"
    r" (?:more than |over |nearly |almost |at least |up to )?(?P<term>{duration})"
    r"(?!s? (?:of )?(?:supervised|probation|home|community))",
)
# a sentence of another case, of another person, or none yet
_OF_ANOTHER = lazy(
    r"\b(?:faces?|facing|maximum|minimum|mandatory|up to|prior|previous(?:ly)?|earlier|original"
    r"|first|sought|asked|requested|recommended|suspended|another|brother|co-?defendants?"
    r"|accomplices?|laws?|allows?|allowed|wanted|boss|partner|wife|husband"
    r"|years? of (?:his|her)|served|serving|began|finished|completed|end of|appeal|reduced"
    r"|commuted)\b"
)

_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_NAME = re.compile(r"\b[A-Z][a-z]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "48 months | for the fraud", "on each of two counts": of more
_ON_A_COUNT = lazy(r"(?:\s(?:in|of)\s[a-z ]{1,30}?)?\s(?:for (?:the|that|each|his|her)|on)\s")
_RELEASED = lazy(r" (?:of |on )?(?:supervised|probation|home|post-release|community)\b")
_HE = lazy(r"\W*(he|she)\s")
_PRONOUN = lazy(r"\W*(?:he|she)\s")
# of the calendar, days of the week are of the same week
_WEEKDAYS = frozenset((*WEEKDAYS, "today", "yesterday"))
# "A Salvadoran man": somebody who is named further on
_SOMEBODY = lazy(
    r"\b(?:[Aa]n?|former|[A-Z][a-z]+)\s(?:[\w'’-]+\s){0,3}?(?:man|woman|resident|native|citizen"
    r"|national|teacher|doctor|officer|owner|driver|executive|trafficker|dealer|smuggler)\b"
    r"|\b[Aa]n?\s[a-z-]+\s(?:from|of|who)\b"
)
# "by U.S. District Judge Ann Lee"
_OF_JUDGE = lazy(r"\b(?:[A-Z][\w.]*\s){0,4}?(?:Judge|Justice|Court)(?:\s[A-Z][\w.]*){0,4}")
# more than one was sentenced, or one more than once, or may have been
_SEVERAL = lazy(
    r"\b(?:[Cc]o-?(?:defendant|conspirator)s?|accomplices?|defendants|were (?:each )?sentenced"
    r"|(?:also|each|previously|earlier|separately) sentenced|resentenced|consecutive\w*"
    r"|concurrent\w*|commuted|overturned|appealed|brothers?|sisters?|husband|wife|girlfriend"
    r"|[Bb]oth (?:men|women)"
    r"|(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) (?:\w+ )?(?:men|women|people|others))\b"
)
# "…,\" said Ann Lee, the prosecutor", "Attorney Ann Lee said": who only tells of it
_SPEAKER = lazy(
    r"[\"”]\s?(?:said|says|added)\s[A-Z][^.\n]*|(?:[A-Z][\w.'’-]*\s){1,6}(?:said|says|added)\b"
)
# "Ann Lee, 43, "
_AGED = re.compile(r"(?P<name>\b[A-Z][a-z]+(?: [A-Z][\w.'’-]*){1,3}), (?:aged? )?[1-9]\d\b")
_MONTHS = 12
_HALF = 2
_COMMON = frozenset("A An The In On At Judge His Her He She Authorities Officials".split())
_TWICE = 2
_MANY = 20  # terms of a text that later mentions are held to
_BESIDE = 40  # characters on each side of a term in which words make it another


def terms(reading: Reading) -> Iterator[Relation]:
    """The one term imposed in a text, with the later mentions of it."""
    if "sentenced" not in reading.words:
        return
    imposed: list[Figure] = []
    later: list[Figure] = []
    headed: list[Figure] = []
    lede = zones(reading).lede
    for _, skeleton in reading.quantified:
        if SIGNS["duration"] not in skeleton.text:
            continue
        if reading.document.sentences[skeleton.figures[0].sentence].block < lede:
            headed.extend(_told(skeleton, _HEADED()))
            continue
        if "sentenced" in skeleton.text:
            imposed.extend(_told(skeleton, _IMPOSED()))
        if imposed:
            later.extend(f for f in _told(skeleton, _TAKEN_UP()) if not _is_of_another(skeleton, f))
    two_units = len(headed) == len(imposed) == 1 and headed[0].unit != imposed[0].unit
    if two_units and _is_imposed_again(reading, headed[0], imposed[0]):
        yield _relation(reading, headed[0], imposed[0])
    if len(imposed) == _TWICE and _is_imposed_again(reading, *imposed):
        yield _relation(reading, *imposed)
    if not imposed or not later:
        return
    first = imposed[0]
    alone = _is_only(reading, first) and all(_are_one(first, other) for other in imposed[1:])
    first_ones = imposed[:_MANY]
    odd: list[Figure] = []
    for figure in later:
        same = next((f for f in first_ones if f.start < figure.start and _are_one(f, figure)), None)
        if same is not None:
            yield _relation(reading, same, figure)
        elif alone and first.start < figure.start and _may_be_mistyped(first, figure):
            odd.append(figure)
    known = _names(reading, 0, first) | _defendant(reading) if odd else frozenset()
    for figure in odd:
        if _names(reading, _begins(reading, first, figure), figure) <= known:
            yield _relation(reading, first, figure)


def _is_imposed_again(reading: Reading, one: Figure, other: Figure) -> bool:
    """Whether a sentence passed is told again: in another unit, or surely by mistake."""
    if one.sentence == other.sentence or (one.unit == other.unit and one.value == other.value):
        return False  # which is told elsewhere
    if _are_one(one, other):
        return True
    if told_in_years(one, other) or told_in_years(other, one):
        return False
    if not _is_only(reading, other) or not (one.unit != other.unit or _may_be_mistyped(one, other)):
        return False
    return not _may_be_of_another(reading, one, other)


def _may_be_of_another(reading: Reading, one: Figure, other: Figure) -> bool:
    """Whether words leave it open that the later term is of somebody else, or of another case."""
    text, skeleton = reading.document.text, reading.sentences[other.sentence]
    sign, zone = skeleton.sign_of(other), zones(reading)
    if _OF_ANOTHER.search(skeleton.text, 0, sign + _BESIDE):
        return True
    blocks = [reading.document.sentences[f.sentence].block for f in (one, other)]
    if blocks[0] < zone.lede and blocks[1] < zone.body:  # headline and first paragraph
        return False
    if _SEVERAL.search(text):
        return True
    if _ON_A_COUNT.match(skeleton.text, sign + 1):
        return True
    if blocks[0] < zone.lede:  # a headline has neither day nor name
        return _is_of_past_year(reading, other)
    dates = {f.text.lower() for f in reading.by_sentence[one.sentence] if f.kind == "date"}
    told = {f.text.lower() for f in reading.by_sentence[other.sentence] if f.kind == "date"}
    if told - dates - _WEEKDAYS:
        return True
    start = reading.sentences[other.sentence].start
    subject = _subjects(text[start : other.start])
    if subject - _subjects(text[:start]):
        return True
    begun = text[reading.sentences[one.sentence].start : one.start]
    if not subject:  # "He was": of whom the sentence right before tells
        said = [match[1] for s in (begun, skeleton.text) if (match := _HE.match(s.lower()))]
        if len(set(said)) > 1:
            return True
        return other.sentence > one.sentence + 1 or not _PRONOUN.match(skeleton.text)
    return not (subject & _subjects(begun) or _SOMEBODY.search(begun))


def _is_of_past_year(reading: Reading, term: Figure) -> bool:
    """Whether the sentence of *term* names a year before the last that the text names."""
    years = [int(m) for m in _YEAR.findall(reading.document.text)]
    skeleton = reading.sentences[term.sentence]
    told = _YEAR.findall(reading.document.text, skeleton.start, skeleton.end)
    return bool(told) and min(map(int, told)) < max(years)


def _subjects(text: str) -> frozenset[str]:
    """The names in *text*, but for those of judges and courts, and what begins it."""
    names = _NAME.findall(_OF_JUDGE.sub("", text))
    return frozenset(w for w in names if w.lower() not in _CALENDAR and w not in _COMMON)


def _is_only(reading: Reading, imposed: Figure) -> bool:
    """Whether its sentence tells no other length: "to 15 years, and to five on the gun charge".

    But for those without bars: "to be followed by five years of supervised release".
    """
    skeleton = reading.sentences[imposed.sentence]
    lengths = (f for f in skeleton.figures if f.kind == "duration" and f is not imposed)
    return all(_RELEASED.match(skeleton.text, skeleton.sign_of(f) + 1) for f in lengths)


def _may_be_mistyped(imposed: Figure, later: Figure) -> bool:
    """Whether *later* can be *imposed* mistyped, or called by its years."""
    options = in_units(imposed, later)
    if imposed.value is None or (options is None and imposed.unit != later.unit):
        return False
    meant = imposed.value * Fraction(options["factor"] if options else 1)
    if later.value is None or told_in_years(later, imposed):
        return False
    if "year" in imposed.text + later.text and imposed.unit == later.unit == "months":
        here, there = (divmod(f.value or 0, _MONTHS) for f in (imposed, later))
        if here[0] == there[0] or here[1] == there[1]:
            return True
    if _HALF in (meant.denominator, later.value.denominator):  # "two and a half years"
        return meant != later.value and abs(meant - later.value) <= 1
    return meant.denominator != 1 or slip_for(later, meant.numerator) is not None


def _defendant(reading: Reading) -> frozenset[str]:
    """The name of the only one whose age is told: "Ann Lee, 43, pleaded guilty"."""
    named = {match["name"] for match in _AGED.finditer(reading.document.text)}
    return frozenset(_NAME.findall(named.pop())) if len(named) == 1 else frozenset()


def _begins(reading: Reading, first: Figure, figure: Figure) -> int:
    """Behind the first capital of its sentence; of what an official says, the one before it."""
    own = reading.sentences[figure.sentence]
    said = _SPEAKER.search(reading.document.text, own.start, own.end) is not None
    before = said and figure.sentence - 1 > first.sentence
    judge = _OF_JUDGE.match(reading.document.text, own.start) is not None
    return reading.sentences[figure.sentence - 1].start if before else own.start + (not judge)


def _names(reading: Reading, start: int, figure: Figure) -> frozenset[str]:
    """The words with a capital from *start* to the end of the sentence of *figure*."""
    text = reading.document.text[start : reading.sentences[figure.sentence].end]
    names = _NAME.findall(_OF_JUDGE.sub("", _SPEAKER.sub("", text)))
    return frozenset(w for w in names if w.lower() not in _CALENDAR and w not in _COMMON)


def _told(skeleton: Skeleton, shape: re.Pattern[str]) -> Sequence[Figure]:
    matches = shape.finditer(skeleton.text)
    found = (skeleton.group(match, match.lastgroup or "term") for match in matches)
    return [f for f in found if f is not None and f.value is not None]


def _is_of_another(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether words right beside a term make it another: "his previous 13-year sentence"."""
    sign = skeleton.sign_of(figure)
    return _OF_ANOTHER.search(skeleton.text, max(0, sign - _BESIDE), sign + _BESIDE) is not None


def _are_one(one: Figure, other: Figure) -> bool:
    """Whether two lengths are the same, if need be in another unit."""
    options = in_units(one, other)
    if options is None:
        return one.unit == other.unit and agree(one, other)
    factor = Fraction(options["factor"])
    return one.value is not None and other.value == one.value * factor


def _relation(reading: Reading, one: Figure, other: Figure) -> Relation:
    options = in_units(one, other) or {}
    if options:
        options["exact"] = "1"  # 63 months are called five years, not six
    spans = [Span(f.start, f.end) for f in (one, other)]
    return relation("restatement", reading, spans, options, figures=[one, other])
