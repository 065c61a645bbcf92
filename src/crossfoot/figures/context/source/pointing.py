"""Parties by a word that points back: ``the agency``, ``the governor``, ``officials``, ``he``."""

from __future__ import annotations

from crossfoot.figures.context.source.cast import PEOPLE, Cast, Party
from crossfoot.figures.context.source.wording import TITLES


def common(cast: Cast, position: int, end: int) -> Party | None:
    """``the agency``, ``that advocacy group``, ``the governor``."""
    lower = cast.words.lower
    ahead = position + 1
    while ahead < end and ahead < position + 4 and lower[ahead] not in cast.table.generic:
        if lower[ahead] in TITLES or not lower[ahead].isalpha():
            break
        ahead += 1
    word = lower[ahead]
    # not "the University of Iowa"
    if word in cast.table.generic and cast.words.raw[ahead] == word and ahead <= position + 2:
        body = cast.last(cast.table.generic[word])
        if body is not None:
            return Party(position, ahead + 1, body.name, body.kind)
    if word not in TITLES or lower[position] != "the":
        return None
    president = cast.table.president_name
    if president and lower[position + 1] == "president":
        return Party(position, position + 2, president, "person")
    if lower[ahead + 1 : ahead + 3] == ["'s", "office"]:  # "the sheriff's office"
        return Party(position, ahead + 3, cast.slice(position + 1, ahead + 3), "office")
    return cast.office(position, ahead) if ahead <= position + 3 else None


def pronoun(cast: Cast, position: int) -> Party | None:
    """``he`` is the person named last; ``it``, ``they`` the body that spoke or was named last."""
    who, word = cast.named or cast.speaker, cast.words.lower[position]
    if who is None:
        return None
    if word in ("he", "she"):
        human = who.kind in PEOPLE
        return Party(position, position + 1, who.name, who.kind) if human else None
    if cast.speaker is None or cast.speaker.kind in PEOPLE:
        body = cast.bodies[-1] if cast.bodies and word == "it" else None
        return Party(position, position + 1, body.name, body.kind) if body else None
    return Party(position, position + 1, cast.speaker.name, cast.speaker.kind)
