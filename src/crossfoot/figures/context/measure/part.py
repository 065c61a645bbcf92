"""Whether a figure is a part or the rest of what was counted before: ``the other 40``."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.context.measure.sentence import Counted, Sentence


def is_rest(sentence: Sentence, at: int) -> bool:
    """Whether the figure is what remains of the topic: ``the other 40``."""
    lower, position = sentence.words.lower, at - 1
    while position > sentence.begin and lower[position] in ("some", "about", "nearly"):
        position -= 1
    if lower[position] == "," and lower[position - 1] in ("rest", "remainder", "others"):
        return True
    return lower[position] in ("other", "remaining")


def yields(sentence: Sentence, event: str) -> bool:
    """Whether an event said of the rest tells less than the topic does: arrested, then held."""
    topic = sentence.topic.measure if sentence.topic else None
    if topic is not None and event in sentence.table.absorbs.get(topic, ()):
        return True
    if topic is None or topic in sentence.table.exits:
        return False
    return event in sentence.table.weak and topic not in sentence.table.weak


def is_included(sentence: Sentence, at: int) -> bool:
    """``including 28 women``: some of those before."""
    return "including" in sentence.words.lower[max(sentence.begin, at - 3) : at]


def wholes_of(
    sentence: Sentence, at: int, previous: Sequence[Counted], *, pointing: bool
) -> tuple[Counted, ...]:
    """What the figure may be a part of: the first and last counts before it, or the topic."""
    back = pointing or is_included(sentence, at) or (bool(previous) and _is_of_first(sentence))
    wholes = (*previous[:1], *previous[-1:]) if back else ()
    of_topic = (pointing and not previous) or _opens_back(sentence)
    if sentence.topic is not None and of_topic:
        return (*wholes, sentence.topic)  # "Of those, 9 were arrested": as the whole was
    return wholes


def _opens_back(sentence: Sentence) -> bool:
    """``Of those, …``: whether the sentence takes parts of what was told before it."""
    lower, begin = sentence.words.lower, sentence.begin
    return lower[begin] == "of" and lower[begin + 1] in ("those", "them", "these")


def _is_of_first(sentence: Sentence) -> bool:
    """Whether the sentence takes parts of its first figure: ``Of 36,704 people booked in,``."""
    opening = sentence.words.figure[sentence.begin : min(sentence.end, sentence.begin + 4)]
    return sentence.words.lower[sentence.begin] == "of" and max(opening) >= 0
