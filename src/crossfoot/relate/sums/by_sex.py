"""Men and women of those whom a noun calls up again: ``The workers were two men and four women``.

Their number stands with others: ``six workers, four employers and two overstayers``. Which of them
is meant, the noun says; that men and women are told leaves none of them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Role
from crossfoot.relate.sums.announced import one_deed
from crossfoot.relate.sums.apart import runs_on
from crossfoot.relate.wording.phrases import phrase, relation, singular, worded
from crossfoot.relate.wording.rows import family, head, noun_of
from crossfoot.relate.wording.slips import is_a_slip_apart
from crossfoot.relate.wording.wholes import restated

_WOMEN = frozenset("woman women female females girl girls".split())
_SEX = r"(?:men|man|women|woman|males?|females?|boys?|girls?)"
_YOUNG = r"(?:child(?:ren)?|minors?|juveniles?|infants?|bab(?:y|ies)|toddlers?)"
_MEMBER = rf"(?:{{n}}|an?(?=\s))\s(?:adult\s)?(?:{_SEX}|{_YOUNG})\b"
# "two men and four women", "four men, a woman and two children"
_ROW = rf"(?P<row>{_MEMBER}(?:(?:,\s(?:and\s)?|\sand\s)(?:also\s)?{_MEMBER})+)"
_ASIDE = r"(?:,\s[^.;:()]{{1,50}}?,)?"
_AGED = r"(?:,?\s(?:all\s|both\s)?(?:aged?|ages|between|from)\s[^.;()]{{1,40}}?,?)?"
# "The workers were", "The suspected buyers, aged 19 to 44, are", "while the employers comprised"
_ARE = pattern(
    rf"(?:^\W*|[;,]\s(?:and\s|while\s|as\s)?|\s(?:and|while)\s)(?P<tie>the|these|those)\s"
    rf"(?P<noun>(?:[a-z-]+\s){{{{0,3}}}}?[a-z-]+){_ASIDE}\s"
    rf"(?:were|are|comprised|comprise|consisted of|consist of|were made up of)\s"
    rf"(?:all\s)?{_ROW}"
)
# "Two men and two women | were held as suspected employers", "were accused of employing them"
_HELD_AS = pattern(
    rf"{_ROW}{_AGED}\s(?:were|are|was|have been|had been)\s(?P<tie>held|arrested|detained"
    rf"|charged|caught|apprehended|suspected|identified|accused)\s"
    rf"(?:(?:as|of being|to be)\s(?P<noun>(?:[a-z-]+\s){{{{0,3}}}}?[a-z-]+s)"
    rf"|(?:on suspicion )?of\s(?P<doing>[a-z]+)ing)\b"
)
# "two male and four female | overstayers"
_MALE_AND = pattern(
    r"(?P<row>{n}\s(?:fe)?male\s(?P<tie>and)\s{n}\s(?:fe)?male)\s"
    r"(?P<noun>(?:[a-z-]+\s){{0,2}}?[a-z-]+s)\b"
)
_FORMS = {"are": _ARE, "held as": _HELD_AS, "male and": _MALE_AND}
_PART = pattern(r"{n}|\ban?(?=\s)")
_KIND = lazy(rf"\b(?:{_SEX}|{_YOUNG})\b")
# others of them are told, here or between
_OTHERS = lazy(
    r"\b(?:another|others?|more|further|also|too|later|second|third|remaining|rest|additional|both"
    r"|respectively|earlier|previous(?:ly)?|unidentified|sex(?:es)?|gender|already)\b"
)
# "In Malmo, the dealers were": those there
_ELSEWHERE = lazy(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n)\s(?:the\s)?[A-Z]")
_ANYONE = frozenset("person individual man woman child other adult".split())
_ALLEGED = frozenset(("suspected", "alleged"))
_REACH = 5  # sentences back to the number of those whom the noun names


def by_sex(reading: Reading) -> Iterator[Relation]:
    """Men and women of the nearest number of those whom their noun calls up."""
    for index, skeleton in worded(reading, _WOMEN, fewest=1):
        for form, source in _FORMS.items():
            for match in source.finditer(skeleton.text):
                yield from _told(reading, index, form, match)


def _told(reading: Reading, index: int, form: str, match: re.Match[str]) -> Iterator[Relation]:
    skeleton, row = reading.sentences[index], match.span("row")
    *said, noun = _called(match).split()
    parts: list[Role] = [
        skeleton.span(m) if m.group().isalpha() else skeleton.figure_at(m.start())
        for m in _PART.finditer(skeleton.text, *row)
    ]
    counted = [p for p in parts if isinstance(p, Figure)]
    if not counted or singular(noun) in _ANYONE or not _all_apart(skeleton, row):
        return
    if any(f.hedge or not f.range.is_exact for f in counted):
        return
    whole = _number_of(reading, index, singular(noun))
    if whole is None or not set(said) <= _ALLEGED | set(_words_of(reading, whole)):
        return
    singles = len(parts) - len(counted)
    total = sum((f.value or Fraction(0) for f in counted), Fraction(singles))
    if whole.value != total and not _is_sure(reading, index, form, match, whole, parts):
        return
    stated = restated(reading, whole, parts=counted) if whole.value == total else (whole,)
    tie = skeleton.span(match, "tie")
    yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=stated)


def _called(match: re.Match[str]) -> str:
    """What they are called; who is suspected of employing others is an employer."""
    return match["noun"] or match["doing"] + "er"


def _is_sure(
    reading: Reading,
    index: int,
    form: str,
    match: re.Match[str],
    whole: Figure,
    parts: Sequence[Role],
) -> bool:
    """Whether *parts* that miss *whole* leave no one of them to be told elsewhere."""
    skeleton = reading.sentences[index]
    counted = [p for p in parts if isinstance(p, Figure)]
    if form == "male and" or len(counted) != len(parts) or not is_a_slip_apart(whole, counted):
        return False
    if form == "held as" and (
        skeleton.text[: match.start()].strip(" \"'")
        or any(f.kind == "date" for f in skeleton.figures)
        or not one_deed(reading, whole, skeleton)
    ):
        return False
    if any(f.kind == "rank" for f in skeleton.figures):
        return False  # "the fifth dealer escaped"
    if _OTHERS.search(reading.document.text[whole.end : skeleton.end].lower()):
        return False
    if runs_on(skeleton, match.end("row")):
        return False
    if _ELSEWHERE.search(
        reading.document.text, skeleton.start, skeleton.offset(match.start("tie"))
    ):
        return False
    noun = singular(_called(match).split()[-1])
    return not any(
        family(f) == "count" and f not in counted and head(skeleton, f) == noun
        for f in skeleton.figures
    )


def _words_of(reading: Reading, whole: Figure) -> tuple[str, ...]:
    return phrase(reading.sentences[whole.sentence], whole)


def _all_apart(skeleton: Skeleton, row: tuple[int, int]) -> bool:
    """Whether men and women are told, each once, and the young at most once."""
    kinds = [singular(m.group()) for m in _KIND.finditer(skeleton.text, *row)]
    return len(set(kinds)) == len(kinds) > 1 and any(kind in _WOMEN for kind in kinds)


def _number_of(reading: Reading, index: int, noun: str) -> Figure | None:
    """The one number of *noun* in the nearest sentence before that has any."""
    for at in range(index - 1, max(-1, index - _REACH - 1), -1):
        found = [
            f
            for f in reading.by_sentence[at]
            if family(f) == "count" and noun_of(reading, f) == noun
        ]
        if found:
            plain = found[0].range.is_exact and not found[0].hedge and (found[0].value or 0) > 1
            return found[0] if len(found) == 1 and plain else None
    return None
