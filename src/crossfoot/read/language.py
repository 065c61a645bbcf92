"""Whether a text is English: wording in another language is said to be unread, not misread."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import accumulate

# words that carry grammar; each list is nearly absent from the other languages
_WORDS = {
    "English": "the of and to that with were from said by this are which their have has been it",
    "Spanish": "el la los las de que y del una por con para más según fueron este su como",
    "French": "le la les des et que une est dans pour qui sur par plus ont été avec selon",
    "Portuguese": "o os as de que e do da em uma não para com dos foram mais segundo",
    "Italian": "il la gli di che e una sono nel per del della con più non dei secondo",
    "German": "der die das und den von zu mit ist im nicht ein eine des auf wurden für",
    "Dutch": "de het een en van dat niet zijn voor met op te werden door bij ook",
    "Haitian Creole": "yo nan ki pou ak te sa moun pa gen ap li fè sou yon lan",
}
_LANGUAGES: dict[str, frozenset[str]] = {k: frozenset(v.split()) for k, v in _WORDS.items()}
_LISTS = tuple(_LANGUAGES.items())
_ENGLISH = _LANGUAGES["English"].__contains__
_ANY = frozenset().union(*_LANGUAGES.values()).__contains__
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000  # characters looked at
_FEWEST = 25  # words; a shorter text is taken as English
# of running words; English news has 25 to 35 in a hundred of its own list and under 4 of another's
_SHARE = 0.12

# of running words of English news ten to eighteen in a hundred
_COMMONEST = (" the ", " of ", " and ", " to ", " that ", " with ", " were ", " from ", " said ")

_VARIED = 6  # different words of the list
_TRACE = 0.04  # a share of English words below this is no English prose


def _has_commonest(sample: str) -> bool:
    """Whether the commonest words of English settle it, which they do for nearly every text.

    No text that is half in another language has as many.
    """
    blanks = sample.count(" ")
    needed = _SHARE * blanks if blanks >= _FEWEST else math.inf
    return any(common >= needed for common in accumulate(map(sample.count, _COMMONEST)))


def _is_plainly_english(sample: str) -> bool:
    """Whether what stands between blanks, no words cut free of their marks, settles it: mostly."""
    words = sample.split()
    listed = list(filter(_ANY, words))
    english = sum(map(_ENGLISH, listed))
    other = len(listed) - english
    if len(words) < _FEWEST or english < max(other, _SHARE * len(words)):
        return False
    # quotes and dashes are none of them either
    return sample.isascii() or 10 * len(sample.encode("latin-1", "ignore")) > 9 * len(sample)


def foreign_language(text: str, declared: str | None = None) -> str | None:
    """The name of the language of *text* where it plainly is not English, else None.

    *declared* is what the file says of itself (``es``); it decides only where the words leave
    room, since many pages declare the language of their template.
    """
    given = text[:_SAMPLE]
    if _has_commonest(given):
        return None
    sample = given.lower()
    if _has_commonest(sample) or _is_plainly_english(sample):
        return None
    words = Counter(_WORD.findall(sample))
    length = words.total()
    hits = {name: sum(words.get(w, 0) for w in listed) / (length or 1) for name, listed in _LISTS}
    if length < _FEWEST or hits["English"] > 2 * _SHARE:
        return None
    if sum(often for word, often in words.items() if word > "\u02af") > length / 2:
        return "a language in another script"
    best = max(hits, key=lambda name: hits[name])
    # a list of places named Los This and De La That repeats a few such words; prose has many
    varied = len(_LANGUAGES[best].intersection(words)) >= _VARIED
    if varied and hits[best] > max(_SHARE, 2 * hits["English"]):
        return best
    if hits["English"] < _TRACE and declared and declared != "en":
        return f"a text in “{declared}”"
    return None
