"""The noun phrase that a figure opens: ``28 arrests``, ``498 of the people``."""

from __future__ import annotations

from crossfoot.figures.context.english import DETERMINERS, GENERIC, STOPS, TIMES, is_plural
from crossfoot.figures.context.lexicon import Hit
from crossfoot.figures.context.measure.sentence import PARTS, Counted, Sentence
from crossfoot.figures.context.measure.table import Term
from crossfoot.model import Figure

# words that no figure counts
NO_NOUNS = STOPS | GENERIC | TIMES
_TALLIES = frozenset("figures numbers counts totals".split())
REACH = 7  # words that a noun phrase may hold before its head


def noun_of(sentence: Sentence, at: int, figure: Figure, stop: int) -> Counted | None:
    """The noun phrase that the figure opens, or None where it stands alone."""
    first = _phrase(sentence, at, figure, stop)
    return _noun(sentence, first, figure, stop) if first is not None else None


def _phrase(sentence: Sentence, at: int, figure: Figure, stop: int) -> int | None:
    """The word at which a noun phrase may start, past ``of the``."""
    lower, first = sentence.words.lower, at + 1
    if lower[first] == ":" and figure.kind == "count":  # "37,684: the average population"
        first += 1
        while lower[first] in DETERMINERS:
            first += 1
    elif first < stop and lower[first] == "of":
        first += 1
        while first < stop and (lower[first] in DETERMINERS or lower[first] in ("all", "'s")):
            first += 1
    elif figure.kind in PARTS and not _opens(sentence, first, stop):
        return None
    return first


def _noun(sentence: Sentence, first: int, figure: Figure, stop: int) -> Counted | None:
    """The noun that heads the phrase from word *first*."""
    lower = sentence.words.lower
    weak: Hit[Term] | None = None
    plural: int | None = None
    position, far = first, min(stop, first + REACH)
    while position < far:
        hit = sentence.opened.get(position)
        if hit is not None and hit.meaning.role != "event":
            if hit.meaning.role == "noun":
                return _named_by(sentence, hit, stop)
            weak, position = hit, hit.end
            continue
        word = lower[position]
        if word in _TALLIES and figure.kind == "count":
            return Counted(sentence.span(position, position + 1), None, position + 1, True)
        if hit is not None or _ends_phrase(sentence, position, weak is not None):
            break
        if is_plural(word) and not weak:
            plural = position
        elif plural is not None and word.endswith(("ed", "ing")):
            break
        position += 1
    if weak is not None:
        measure = weak.meaning.measures[0] if weak.meaning.measures else None
        return Counted(sentence.surface(weak), measure, weak.end, False)
    if plural is not None and figure.kind not in PARTS:
        return Counted(sentence.span(plural, plural + 1), None, plural + 1, True)
    return None


def _named_by(sentence: Sentence, hit: Hit[Term], stop: int) -> Counted:
    """The noun of a phrase of the pack, or the one that it only qualifies."""
    if _compound(sentence, hit, stop):
        return Counted(sentence.span(hit.end, hit.end + 1), None, hit.end + 1, True)
    return Counted(sentence.surface(hit), sentence.choose(hit.meaning), hit.end, True)


def _ends_phrase(sentence: Sentence, position: int, headed: bool) -> bool:
    """Whether the noun phrase is over at a word; *headed* once its head has been read."""
    word = sentence.words.lower[position]
    following = sentence.words.lower[position + 1]
    if word in ("more", "fewer", "other", "others"):  # "10,000 more officers"
        return headed or following in STOPS or not following[0].isalpha()
    if following == "-" and not headed:  # "majority-Muslim countries"
        return False
    if word in NO_NOUNS or headed:
        return True
    return not (word[0].isalpha() or word in ("-", "'", '"', "'s", "“", "”"))


def _compound(sentence: Sentence, hit: Hit[Term], stop: int) -> bool:
    """Whether a noun only qualifies the next one: ``removal flights``."""
    lower = sentence.words.lower
    if hit.end >= stop or is_plural(lower[hit.end - 1]):
        return False
    following = lower[hit.end]
    return is_plural(following) and following not in NO_NOUNS


def _opens(sentence: Sentence, position: int, stop: int) -> bool:
    """Whether a noun that the pack knows begins at a word: ``40 percent removals``."""
    if position >= stop:
        return False
    hit = sentence.table.terms.at(sentence.words.lower, position)
    return hit is not None and hit.meaning.role != "event"
