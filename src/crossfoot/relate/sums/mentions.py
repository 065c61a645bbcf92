"""How a sentence tells each of its counts: as a part, as what a part is taken from, or beside.

``Of the 747 held, 252 had convictions``: 252 is marked as a part, taken from 747.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.wording.gaps import measures_another
from crossfoot.relate.wording.phrases import led_by
from crossfoot.relate.wording.rows import family, of_another, taken_from

# "331 of those", "nine of which", "1,095 of those arrested", "206 of the workers"
_PART = lazy(r"\s*(?:(?!out\b)[a-z]+ ){0,2}of (?:the|those|these|them|which|whom|its|their|all)\b")
# "of them, 12", "Of those arrested, 97": nothing of a number between
_OF_BEFORE = lazy(
    r"(?:^|[.:;,]\s|\b(?:said|that|and|but)\s)(?:of|out of|among)"
    r" (?:(?:the|those|these|them|that|which|whom|all|its)\b|(?:last )?[a-z\ue000-\uf8ff]+'s\b)"
    r"[^.;\ue000-\uf8ff]{0,50}[,\s]$"
)
_TAKEN = frozenset(("of", "among"))
_TAKERS = ("of ", "among ")
_OF_ALL = (
    r"(?:and\s|but\s)?(?:of|out of|among)\s"
    r"(?:the\s|all\s|those\s|these\s|its\s|other\s|remaining\s)*(?:roughly\s|about\s)?"
    r"(?=[\ue000-\uf8ff])"
)
_BEGINS = lazy(rf"\W*{_OF_ALL}")
_OPENS = lazy(rf"[:;,-]\s{_OF_ALL}")
# "Fewer than half, 320, were", "the great majority of those arrested, 146, were"
_APPOSED = lazy(
    r"\b(?:half|majority|most|many|third|quarter|two-thirds|three-quarters|[\ue000-\uf8ff])"
    r"[^.;:\ue000-\uf8ff]{0,50},\s$"
)
ANOTHER = lazy(r"\b(?:another|an additional|a further)\s(?:about\s)?$")
_LEADS_MORE = ("another ", " additional ", " further ", " about ")
OTHERS = lazy(r"\s(?:[a-z]+\s)?(?:others?|more|additional)\b(?! than)")
_MORE = lazy(r"\s(?:more|additional)\b(?!\sthan)")  # "six more suspects"
# what opens parts of a part
_NESTS = lazy(
    r":|\(|\s-\s|\bamong (?:them|those|which|whom)\b|\bincluding\b|\bsuch as\b"
    r"|\bof (?:whom|which)\b"
)
_NEST_CUES = (":", "(", " - ", "among ", "including", "such as", "of wh")
_OWN_PART = lazy(r"\s(?:[a-z]+ )?(?:of|in) (?:which|whom)\b")
_ONE_OF = lazy(r"\sof (?:those|them|these)\b")
_KIND = lazy(r"\s(?:of (?:them|whom) )?(?:were |are )?(?:wo)?m[ae]n\b")
_ONE = lazy(
    r"\s(?:was|is|more|other|of|person|man|woman|defendant|suspect|individual|had|has|went)\b"
)
_ASIDE = lazy(
    r"(?<!resulted )(?<!ended )(?<!brought )(?<!took )(?<!taken )"
    r"\b(?:in|on|over|during|after|within|across|by|per)\s(?:the\s|all\s|about\s)?$"
)
_DID_OVER = lazy(r"(?:^\W*|\b(?:[a-z]{2,}ed|found|caught|took|were|are|with|of)\s)over\s$")
_WHENCE = lazy(r"[a-z] (?:from|at|in|on|to|aboard|near|across|with|by) (?:the |all )?$")
_ASIDES = frozenset("in on over during after within across by per".split())
# an account that is complete
_CLOSING = frozenset("remaining other others rest remainder last leaving leaves left".split())
_CLOSES = lazy(
    r"(?<!\bof )\bthe (?:remaining|other|rest|remainder|last)\b[^.;]{0,20}[\ue000-\uf8ff]"
    r"|\b(?:leaving|leaves|left)\b[^.;]{0,20}[\ue000-\uf8ff]"
    r"|(?<!\bof )\bthe [\ue000-\uf8ff]\s(?:[a-z]+\s)?others?\b"
)
_CLOSERS = ("the remain", "the other", "the rest", "the last", "leav", "left", *led_by("the"))
_UNNESTS = lazy(r"\)|;|\s-\s.*\s-\s")
# "compared with 31", "than the 181,059", "up from 30"
_COMPARED = lazy(
    r"\b(?:than|compared (?:with|to)|versus|against|from|over|since|after|(?:below|above)(?= the))"
    r"\s(?:the\s|about\s)?"
    r"(?:[a-z]+\s)?$"
    r"|\b(?:than|compared (?:with|to)|versus)\s(?:[a-z\ue000-\uf8ff]+\s){1,2}\($"
)
_COMPARING = "than compared versus against from over since after below above".split()
# "charges against 31 people", "indictments were filed against 31": not what others are held against
ACCUSES = lazy(
    r"\b(?:charges?|indictments?|cases?|complaints?|counts?|warrants?|actions?|suits?|lawsuits?"
    r"|allegations?|accusations?|proceedings|filed|brought|returned|pressed|lodged|issued)\s"
    r"(?:[a-z]+\s){0,2}?against\s(?:[a-z]+\s){0,2}$"
)
_THAN = lazy(r"\b(?:than|compared (?:with|to)|versus|up from|down from)\s(?:the\s|about\s)?$")
_AND_CREW = lazy(r"\s(?:[a-z]+\s)?passengers(?:,|\s(?:and|plus|with))\s[^.;]{0,30}?\bcrew")
# "In May 2018, by contrast": another time
_OF_OTHER_TIME = frozenset("contrast comparison earlier ago before last previous".split())
_OTHER_TIME = lazy(
    r"\b(?:by contrast|in contrast|by comparison|a year (?:earlier|ago|before)|last year|previous"
    r"|the (?:month|year|week) before|in comparison)\b"
)


@dataclass(frozen=True)
class Mention:
    """A count in its sentence."""

    figure: Figure
    marked: bool = False  # as a part: "331 of those"
    nested: bool = False  # a part of a part
    compared: bool = False  # another time's, or what something is held against
    taken_from: Figure | None = None  # the whole printed with it


def held_against(text: str, at: int) -> bool:
    """Whether the figure whose sign is at *at* is what another is compared with."""
    return _THAN.search(text, max(0, at - 30), at) is not None


def is_own_part(text: str, at: int) -> bool:
    """Whether the figure whose sign is at *at* is told as "26 of whom", of what stands before."""
    return _OWN_PART.match(text, at + 1) is not None


def has_crew_beside(reading: Reading, whole: Figure) -> bool:
    """Whether *whole* is not all aboard: ``80 passengers and six crew members``."""
    return _AND_CREW.match(reading.text, whole.end) is not None


def is_one_of_those(reading: Reading, figure: Figure) -> bool:
    """Whether a single one is told of those counted before it: ``One of those stayed``."""
    skeleton = reading.sentences[figure.sentence]
    one = figure.value == 1 and _ONE_OF.match(skeleton.text, skeleton.sign_of(figure) + 1)
    return bool(one)


def is_more(text: str, at: int) -> bool:
    """Whether the figure whose sign is at *at* is told as "four more", above what stands before."""
    if _MORE.match(text, at + 1):
        return True
    led = text.endswith(_LEADS_MORE, 0, at)
    return led and ANOTHER.search(text, max(0, at - 30), at) is not None


def comes_besides(text: str, at: int) -> bool:
    """Whether the figure whose sign is at *at* is of more than those told: ``five others``."""
    if is_more(text, at):
        return True
    return OTHERS.match(text, at + 1) is not None and not text.endswith("the ", 0, at)


def mentions(reading: Reading, index: int) -> tuple[Mention, ...]:
    """The counts and amounts of a sentence, in order; wholes that parts are taken from left out."""
    skeleton = reading.sentences[index]
    found: tuple[Mention, ...] | None = skeleton.memo.get("mentions")
    if found is None:
        found = skeleton.memo["mentions"] = tuple(_mentions(skeleton))
        skeleton.memo["aside"] = (
            not _OF_OTHER_TIME.isdisjoint(skeleton.words)
            and _OTHER_TIME.search(skeleton.text) is not None
            and not any(m.marked for m in found)
        )
        closing = not _CLOSING.isdisjoint(skeleton.words)
        closing = closing and any(map(skeleton.text.__contains__, _CLOSERS))
        skeleton.memo["closes"] = closing and _CLOSES.search(skeleton.text) is not None
    return found


def _mentions(skeleton: Skeleton) -> Iterator[Mention]:
    text = skeleton.text
    takes = not _TAKEN.isdisjoint(skeleton.words)
    opening = (_BEGINS.match(text) or _OPENS.search(text)) if takes else None
    whole: Figure | None = skeleton.figure_at(opening.end()) if opening else None
    open_at = opening.end() if opening else -1
    nest = -1  # where a list of parts of a part began
    main = -1  # the sign of the last main part
    for figure in skeleton.figures:
        at = skeleton.sign_of(figure)
        if at == open_at or family(figure) in (None, "percent") or taken_from(text, at):
            continue
        if figure.text.lower() == "one" and not _ONE.match(text, at + 1):
            continue  # "charged with one, here or abroad"
        if open_at >= 0 and _is_in_opening(text, open_at, at):
            continue  # "Of the 24 people taken from two fields, 15 were"
        taken = of_another(skeleton, at) if takes else None
        if taken is None and whole and at > open_at and family(whole) == family(figure):
            taken = whole
        marked = taken is not None or _is_marked(text, at, takes=takes)
        own = main >= 0 and is_own_part(text, at)
        if own and figure.value == 1:
            continue  # "10 women, one of whom is pregnant"
        over = _is_hedged_over(text, at, figure)
        if not marked and not over and _is_aside(text, at):
            continue  # "in the two fiscal years"
        nest = _nest(text, nest, main, at)
        # "316 South Koreans, 306 men and 10 women"
        kinds = main >= 0 and _KIND.match(text, at + 1) and not _KIND.match(text, main + 1)
        nested = nest >= 0 or own or bool(kinds)
        yield Mention(figure, marked, nested, not over and _is_compared(text, at), taken)
        if not nested:
            main = at


def _is_in_opening(text: str, start: int, at: int) -> bool:
    """Whether it only tells whence those are: "Of the 24 taken from two fields, 15 were"."""
    phrase = start < at and "," not in text[start:at]
    return phrase and "," in text[at:] and _WHENCE.search(text, start, at) is not None


def _is_marked(text: str, at: int, *, takes: bool) -> bool:
    """Whether the figure whose sign is at *at* is told as a part: "331 of those", "another 12"."""
    if (takes and _PART.match(text, at + 1)) or is_more(text, at):
        return True
    before = text[max(0, at - 80) : at]
    if takes and any(map(before.__contains__, _TAKERS)) and _OF_BEFORE.search(before):
        return True
    return before.endswith(", ") and _APPOSED.search(before) is not None


def _is_hedged_over(text: str, at: int, figure: Figure) -> bool:
    """Whether "over" is "more than": ``seized over $200,000``, and no ``over two seasons``."""
    if figure.hedge is None or not text.endswith("over ", 0, at):
        return False
    return figure.kind != "count" or _DID_OVER.search(text, 0, at) is not None


def _is_aside(text: str, at: int) -> bool:
    """Whether it only tells where or when: "in the two fiscal years"."""
    before = text[max(0, at - 30) : at]
    return not _ASIDES.isdisjoint(before.split()[-2:]) and _ASIDE.search(before) is not None


def _is_compared(text: str, at: int) -> bool:
    """Whether another is held against it, or it measures another thing."""
    before = text[max(0, at - 80) : at]
    comparing = any(map(before.__contains__, _COMPARING)) and _COMPARED.search(before)
    return (bool(comparing) and ACCUSES.search(before) is None) or measures_another(text, at)


def _nest(text: str, nest: int, main: int, at: int) -> int:
    """Where the list of parts of a part began in which *at* stands; -1 in none."""
    bracketed = main > 0 and text[main - 1] == "(" == text[at - 1]  # "X (12) and Y (9)"
    cued = main >= 0 and any(map(text[main:at].__contains__, _NEST_CUES))
    if cued and nest < 0 and not bracketed and _NESTS.search(text, main, at):
        return main
    if nest >= 0 and _UNNESTS.search(text, max(nest, at - 200), at):
        return -1
    return nest
