"""What is said of a group: ``had prior convictions``, and whether two sentences say the same of it.

A share or a majority of a group told in one sentence, and how many they are in another, are one
statement only where both say the same: no more, no less, at the same time and as surely.
"""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.relate.wording.stems import meaning, stem

# the verb with which a predicate begins, without braces: it can stand in a pattern
VERBS = (
    r"(?:had|have|has|were|are|was|is|lacked|came|come|face|faced|voted|live|lived|died|pleaded"
    r"|received|got|won|lost|said|left|involved|spoke|entered|reported)"
)
# words that say nothing by themselves, but turn what is said, or tell another time
TURNS = frozenset(
    "no not never without neither nor will would can could may might must should once twice more"
    " most least less few fewer many only before after since still also again another been both"
    " up down out while until all each every same such other".split()
)
# whoever was told of before
ANYONE = frozenset(
    map(
        stem,
        "people persons individuals those suspects defendants detainees arrested detained charged"
        " held encountered apprehended migrants total board custody".split(),
    )
)
# what another says, or what is held against the other sentence
_OTHER_VOICE = lazy(
    r"\b(?:but|yet|however|though|although|actually|in fact|instead|while|advocates?|lawyers?"
    r"|attorneys?|critics?|newspaper|review(?:ed)?|analysis|data|court records|records? shows?"
    r"|report|study|found|disputed?s?|wrong|false|expected|estimated?|initially|earlier)\b"
)


def in_one_voice(one: str, other: str) -> bool:
    """Whether two sentences are told alike: neither names a source or a doubt the other lacks."""
    return set(_OTHER_VOICE.findall(one)) == set(_OTHER_VOICE.findall(other))


def predicate(words: str) -> frozenset[str]:
    """What *words* say, in any order and with any ending: two that say the same are equal."""
    tokens = words.split()
    return frozenset(w if w in TURNS else meaning(w) for w in tokens) - {""}


def who(words: str) -> frozenset[str]:
    """Whom *words* name."""
    return frozenset(map(meaning, words.split())) - {""}
