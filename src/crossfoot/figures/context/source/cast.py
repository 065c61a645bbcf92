"""The parties that a text names, and whom it has named so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from crossfoot.figures.context.source.directory import Body, SourceTable
from crossfoot.figures.context.words import Words

# kinds of parties that are people
PEOPLE = frozenset({"person", "private"})
_MEMORY = 200  # names looked back over, so that long texts stay linear
_COMPANY = frozenset("group corporation body company inc".split())
_NO_GROUP = frozenset("agency department outlet administration body office court jail".split())


class Party(NamedTuple):
    """Somebody the text names: words ``start`` to ``end``, and what to call them."""

    start: int
    end: int
    name: str
    kind: str  # of an organisation, or person, office


@dataclass(slots=True)
class Cast:
    """Whom the text has named so far, and who spoke: what ``the agency`` and ``he`` point to."""

    table: SourceTable
    words: Words
    text: str
    is_place: Callable[[str], bool]
    bodies: list[Body] = field(default_factory=list)  # as named, last one last
    people: dict[str, str] = field(default_factory=dict)  # last names of people with an office
    speaker: Party | None = None
    named: Party | None = None  # the person named last
    officials: str | None = None  # as described when they first spoke
    opened: int = 0  # how many bodies were named before this sentence

    def recall(self, name: str) -> str | None:
        """The full name of somebody known by *name*: of the pack, or named before."""
        known = self.table.people.get(name) or self.people.get(name)
        if known is not None:
            self.people.setdefault(known.rpartition(" ")[2], known)
        return known

    def office(self, position: int, title: int) -> Party:
        """``the governor``: the one quoted before, or the office itself."""
        lower, speaker = self.words.lower, self.speaker or self.named
        if speaker is not None and speaker.kind == "person":
            return Party(position, title + 1, speaker.name, "person")
        if self.officials is not None and lower[title].startswith("official"):
            return Party(position, title + 1, self.officials, "office")
        return Party(position, title + 1, self.slice(position + 1, title + 1), "office")

    def spoken_for(self, position: int) -> Body:
        """Whom an unnamed spokesman speaks for: the subject of the sentence, or the last body."""
        return self.bodies[self.opened] if self.opened < len(self.bodies) else self.bodies[-1]

    def last(self, kind: str) -> Body | None:
        """Whom ``the agency`` means: the one named most so far, of several the last."""
        kinds = (kind, "department") if kind == "agency" else (kind,)
        bodies = self.bodies[-_MEMORY:]
        fitting = [body for body in bodies if body.kind in kinds]
        if kind == "group":  # a network, a coalition, a union
            fitting = [body for body in bodies if body.kind not in _NO_GROUP]
        if kind == "company":
            fitting = [body for body in bodies if body.kind in _COMPANY]
        if not fitting:
            return None
        if kind != "agency":
            return fitting[-1]
        times = Counter(body.name for body in fitting)
        most = max(times.values())
        return next(body for body in reversed(fitting) if times[body.name] == most)

    def slice(self, start: int, stop: int) -> str:
        """Words *start* to *stop* in one line."""
        return " ".join(self.text[self.words.start[start] : self.words.stop[stop - 1]].split())
