"""The number that a story is about, which later sentences take up: ``those arrested``."""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, kept
from crossfoot.model import Figure
from crossfoot.relate.sums.mentions import mentions
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.rows import family, head, of_another, taken_from
from crossfoot.relate.wording.stems import stem
from crossfoot.relate.wording.wholes import MANY

LEDE = 6  # sentences, headlines among them, that tell what a text is about
_LEAST = 4  # letters of a word that names something
_WORD = lazy(rf"[a-z]{{{_LEAST},}}")
_IDLE = frozenset(map(stem, "people persons individuals this that these those week were".split()))
# one deed in other words
_CAUGHT = (
    "arrested detained detain custody taken took apprehended rounded picked caught captured"
    " netted swept held seized raid"
)
# what is done to persons, each of them once
DEEDS = frozenset(
    map(
        stem,
        "arrested charged indicted convicted sentenced killed injured wounded rescued robbed"
        " pleaded".split(),
    )
) | {"arrest"}
# those who are hit are not those who are taken for it
_TAKEN = frozenset(map(stem, ("charged", "indicted"))) | {"arrest"}
_HURT = frozenset(map(stem, "shot stabbed beaten attacked died drowned".split()))
_SURE_DEEDS = DEEDS | frozenset(map(stem, "died found pulled discovered".split()))
_SENT = "removed removal deported deportation"
_SAME = {stem(w): "arrest" for w in _CAUGHT.split()} | {stem(w): "remov" for w in _SENT.split()}


def topic(reading: Reading, words: str, above: Figure) -> Figure | None:
    """The first number of the opening sentences that *words* can mean, larger than *above*.

    Without words, the first that counts persons.
    """
    wanted = stems_of(words)
    if words and not wanted:
        return None
    rounded: Figure | None = None  # "nearly 500", where "498" may follow
    before = (s.index for s in reading.document.sentences[:LEDE] if s.start < above.start)
    for index in before:
        skeleton = reading.sentences[index]
        if not skeleton.figures or (words and not wanted & _told(reading, index)):
            continue
        compared = {m.figure.start for m in mentions(reading, index) if m.compared}
        for figure in skeleton.figures[:MANY]:
            if figure.start >= above.start:
                break
            if figure.value is None or figure.value <= (above.value or 0):
                continue
            if family(figure) != "count" or figure.start in compared:
                continue
            at = skeleton.sign_of(figure)
            if taken_from(skeleton.text, at) or of_another(skeleton, at):
                continue  # "nine in ten of the 120"
            noun = head(skeleton, figure)
            counted = (noun is None and words) or noun in PERSONS or stem(noun or "") in wanted
            if counted and figure.range.is_exact:
                return figure
            if counted:
                rounded = rounded or figure
    return rounded


def stems_of(words: str) -> frozenset[str]:
    """The stems of what *words* name, deeds of one kind as one; empty for "those people"."""
    return _stems(_WORD.findall(words)) - _IDLE


def of_other_deed(reading: Reading, whole: Figure, skeleton: Skeleton) -> bool:
    """Whether a sentence tells of its persons another deed than that of *whole* tells of them.

    Of eight who are charged two men and four women may plead guilty.
    """
    above = stems_of(reading.sentences[whole.sentence].text) & DEEDS
    told = stems_of(skeleton.text)
    here = told & DEEDS
    if not above and here & _TAKEN and not told & _HURT:
        return bool(stems_of(reading.sentences[whole.sentence].text) & _HURT)
    return bool(above and here and not above & here)


def is_of_same_deed(reading: Reading, whole: Figure, skeleton: Skeleton) -> bool:
    """Whether a sentence tells of its persons the deed that is told of *whole*."""
    above = stems_of(reading.sentences[whole.sentence].text)
    return bool(above & stems_of(skeleton.text) & _SURE_DEEDS)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_SAME.get(s, s) for s in map(stem, words))


def _told(reading: Reading, index: int) -> frozenset[str]:
    return _stems_of(reading.sentences[index])


@kept
def _stems_of(skeleton: Skeleton) -> frozenset[str]:
    return _stems(word for word in skeleton.words if len(word) >= _LEAST)


def said(reading: Reading, figure: Figure) -> frozenset[str]:
    """The stems of what *figure* counts and of what is told of it."""
    skeleton = reading.sentences[figure.sentence]
    at = skeleton.sign_of(figure)
    return stems_of(skeleton.text[max(0, at - 30) : at] + " " + skeleton.text[at + 1 : at + 50])
