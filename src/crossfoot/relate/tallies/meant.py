"""Whether words that open a list of persons mean those whom a number counts.

``six men were arrested. The defendants are`` does; ``six officers helped. The defendants are``
and ``the leaders are`` do not.
"""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton
from crossfoot.model import Figure
from crossfoot.relate.tallies.charged import (
    SOME_OF_THEM,
    are_charged,
    deeds_of,
    family,
    tells_of_deed,
)
from crossfoot.relate.tallies.words import is_person
from crossfoot.relate.wording.phrases import are_aged, phrase, singular

# deeds as the words that open a list have them: "those charged", "Arrested were"
DONE = r"(?:arrested|charged|indicted|convicted|sentenced|detained|booked|accused|jailed|arraigned)"
_IS_DONE = lazy(DONE)
_DEAD = lazy(r"\b(?:killed|dead|died|deceased|slain|murdered|deaths|bodies|homicides?)\b")
_HARMED = lazy(rf"{_DEAD.pattern}|\b(?:victims?|injured|wounded|hurt)\b")
# what says nothing of which of them are meant
_IDLE = frozenset(
    "the those these all of who whom were are is in custody alleged accused suspected arrested"
    " charged named".split()
)
_PRONOUNS = frozenset("they them their".split())
_ANYONE = frozenset("man person individual".split())
_ACCUSED = frozenset("defendant suspect accused conspirator arrestee detainee".split())
_OF_BOTH = lazy(r"\s(?:men and women|women and men|boys and girls)\b")


def mean(words: str, skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *words* ("they", "the defendants", "those charged") mean all those counted."""
    if _DEAD.search(words):
        return _DEAD.search(skeleton.text) is not None
    if _HARMED.search(words):
        return _HARMED.search(skeleton.text) is not None
    said = words.split()
    if not _PRONOUNS.isdisjoint(said):
        return True
    if _IS_DONE.fullmatch(said[-1]):
        return family(said[-1]) in deeds_of(skeleton, figure)
    noun = singular(said[-1].removeprefix("co-"))
    counted = {singular(word) for word in phrase(skeleton, figure)}
    if any(word not in _IDLE and singular(word) not in counted for word in said[:-1]):
        return False  # "the lead suspects", "the adults"
    if noun in ("man", "woman") and _OF_BOTH.match(skeleton.text, skeleton.sign_of(figure) + 1):
        return False
    if noun in counted:
        return True
    if noun in _ANYONE:
        return are_aged(skeleton, figure) or any(map(is_person, counted))
    return noun in _ACCUSED and are_charged(skeleton, figure)


def are_harmed(words: str) -> bool:
    """Whether *words* speak of the dead or hurt."""
    return _HARMED.search(words) is not None


def tells_deed(head: str) -> bool:
    """Whether a heading says what was done to those below, and not to some beside others."""
    return tells_of_deed(head) and SOME_OF_THEM.search(head) is None
