"""Whether the words alone make a number the whole of a share: only then is a misfit alleged.

A number that fits speaks for itself. One that does not is the whole only where its own words name
what the share is of; a share of a company's stock is of all that is outstanding, and an amount of
money, which mostly counts nothing, needs words that take it up.
"""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.stems import stem

_WORDS = lazy(r"[a-z][a-z'-]*[a-z]")
# what parts one number's words from another's: a number, or the end of a clause
_NUMBERS = "".join(sign for kind, sign in SIGNS.items() if kind not in ("date", "duration", "rank"))
_BEFORE = lazy(rf"[^{_NUMBERS};]*$")  # "coffee: 4,702"
_AFTER = lazy(rf"[^{_NUMBERS};:]*")
# shares of a company, and what all of them are called
_STOCK = lazy(r"\s(?:[a-z.'&-]+\s){0,5}?(?:shares?|stock)\b(?! of (?:the )?(?:vote|market|work))")
_OF_STOCK = lazy(r"\s\W*of [a-z' -]*\b(?:outstanding|stock|shares|share capital|issued capital)\b")
_ALL_STOCK = lazy(r"\b(?:outstanding|in issue|on issue|issued|in circulation)\b")
# "cut to 300 from 400", "from 400 to 300": of two states either can be meant
_MOVED = pattern(
    r"\s(?:[a-z-]+\s){{0,4}}(?:from|to)\s{any}|(?:\s[a-z-]+){{0,4}}\s(?:{date}\s)?from\s{any}"
)
# "of that", "of the total", "of which", "of the grant"
_TAKES_UP = lazy(
    r"\b(?:of|among) (?:(?:that|this|those|these|it|them|which|all|its total"
    r"|the (?:total|sum|amount|whole))\b|the (?P<noun>[a-z'-]+))"
)
# "35 percent of its workforce", of a firm that employs so many
_WORKERS = frozenset(map(stem, "workforce staff payroll employees employs workers jobs".split()))
# words of a company's stock, which say of no company
_ANY_STOCK = frozenset(
    map(
        stem,
        "outstanding stock common shares share capital issued company company's firm firm's class"
        " voting total then now currently enlarged fully diluted".split(),
    )
)


def is_held_to(
    reading: Reading, part: Figure, share: Figure, whole: Figure, of: tuple[str, ...] | None
) -> bool:
    """Whether *whole* is what a share *of* so much is of, though the numbers do not say so."""
    home, told = reading.sentences[whole.sentence], reading.sentences[part.sentence]
    if _is_of_stock(reading, part, share):
        whose = {stem(word) for word in of or ()} - _ANY_STOCK
        return whose <= own_stems(home, whole) and _is_all_stock(home, whole)
    if of is not None:  # "of the total" names nothing
        return not of or _names_whole(reading, whole, of)
    near = share.sentence - whole.sentence
    counted = part.kind != "money" and head(home, whole) and (head(told, part) or near == 1)
    return bool(counted) or not near or _takes_up(reading, part, share, whole)


def _names_whole(reading: Reading, figure: Figure, of: tuple[str, ...]) -> bool:
    """Whether each noun of what a share is *of* stands among the words of *figure* itself.

    Of a count also in a sentence just before without numbers: ``Thefts rose. There were 900.``
    """
    home = reading.sentences[figure.sentence]
    noun, own = head(home, figure), own_stems(home, figure)
    if figure.kind != "money" and figure.sentence and not reading.by_sentence[figure.sentence - 1]:
        own = own | _stems_of(reading.sentences[figure.sentence - 1].text)
    nouns = (of[0], *(word for word in of[1:] if not word.endswith("ed")))
    own = own | _WORKERS if own & _WORKERS else own
    return all(stem(word) in own or (noun and alike(singular(word), noun)) for word in nouns)


def own_stems(skeleton: Skeleton, figure: Figure) -> frozenset[str]:
    """The stems of the words around *figure*, up to other numbers and the ends of its clause."""
    found: dict[int, frozenset[str]] = skeleton.memo.setdefault("own stems", {})
    if figure.start not in found:
        text, at = skeleton.text, skeleton.sign_of(figure)
        before, after = _BEFORE.search(text, 0, at), _AFTER.match(text, at + 1)
        told = (match.group() for match in (before, after) if match)
        found[figure.start] = _stems_of(" ".join(told))
    return found[figure.start]


def _stems_of(text: str) -> frozenset[str]:
    return frozenset(map(stem, _WORDS.findall(text)))


def _is_of_stock(reading: Reading, part: Figure, share: Figure) -> bool:
    """Whether a share is one of a company's stock: ``1.2 million shares, or 4 percent``."""
    if family(part) != "count":
        return False
    told, said = reading.sentences[part.sentence], reading.sentences[share.sentence]
    return bool(
        _STOCK.match(told.text, told.sign_of(part) + 1)
        or _OF_STOCK.match(said.text, said.sign_of(share) + 1)
    )


def _is_all_stock(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* is told as all shares of a company, at one time only."""
    text, at = skeleton.text, skeleton.sign_of(figure)
    if _MOVED.match(text, at + 1):
        return False
    told = (_BEFORE.search(text, 0, at), _AFTER.match(text, at + 1))
    return any(match and _ALL_STOCK.search(match.group()) for match in told)


def _takes_up(reading: Reading, part: Figure, share: Figure, whole: Figure) -> bool:
    """Whether the words around a part and its share refer to *whole*."""
    own = own_stems(reading.sentences[whole.sentence], whole)
    for figure in (part, share):
        skeleton = reading.sentences[figure.sentence]
        text, at = skeleton.text, skeleton.sign_of(figure)
        told = (_BEFORE.search(text, 0, at), _AFTER.match(text, at + 1))
        for taken in (m for match in told if match for m in _TAKES_UP.finditer(match.group())):
            if taken["noun"] is None or stem(taken["noun"]) in own:
                return True
    return False
