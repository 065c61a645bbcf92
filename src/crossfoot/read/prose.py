"""What a line looks like: the end of a sentence, running prose, a title in capitals."""

from __future__ import annotations

import re

# "TAMPA, Fla. — ", "EL PASO, Texas (AP) - ": what no headline opens with
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?\s?(?:\([A-Z][\w ]{1,20}\)\s?)?"
    r"(?:[—–]|-{1,2})\s(?=[A-Z\d“\"])"
)
_CLOSED = (".", "!", "?")
_CLOSERS = "”\"')"
_TWO_LINES = 16  # long words that no headline has before a full stop


def is_capital(body: str) -> bool:
    """Whether most words that count begin with a capital."""
    words = [w for w in body.split() if len(w) > 3 and w[0].isalpha()]
    if not words:
        return body.isupper()
    return 5 * sum(1 for w in words if w[0].isupper()) >= 3 * len(words)


def is_closed(body: str) -> bool:
    """Whether a line ends as a sentence does."""
    return body[-3:].rstrip(_CLOSERS).endswith(_CLOSED)


def is_prose(body: str) -> bool:
    """Whether a line runs like a story: long words in small letters, and enough of them."""
    closed = is_closed(body)
    dateline = _DATELINE.match(body) if closed else None
    if dateline:
        body = body[dateline.end() :]
    letters = "".join([w[0] for w in body.split() if len(w) > 3])
    count = len(letters)
    if count < (4 if dateline else 6 if closed else 12):
        return False
    if dateline:  # a paragraph, though its words may be names
        return True
    # "a 17-year-old" runs as well
    small = sum(map(str.islower, letters)) + sum(map(str.isdigit, letters))
    if closed and count >= 12:  # a lede can be half names, and more in two lines
        return (5 if count >= _TWO_LINES else 3) * small > count
    # "KENT - Deputies arrested 54 people in a sweep on Tuesday." is half names
    return 2 * small >= count if closed else 2 * small > count
