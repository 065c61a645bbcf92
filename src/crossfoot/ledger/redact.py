"""Excerpts without the names of private persons.

There is no list of names. A run of capitalised words is kept only where something says that it
is no private person: a place or source that a figure carries, an organisation's word, a
public office before it. Whatever is left in doubt is masked; a masked place costs little.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from crossfoot.model import Document, Figure

MASK = "[name]"
_WORD = r"[A-Z][\w'’.-]*[\w]"
_PARTICLE = r"(?:de|la|del|van|von|der|bin|al|el|y|da|dos)"
# "Oscar Diaz", "Ana de la Cruz", "J. Smith"
_RUN = re.compile(rf"(?:[A-Z]\.|{_WORD})(?:\s(?:{_PARTICLE}\s)*(?:[A-Z]\.|{_WORD}))*")
# a public office before the name: "Mayor", "acting director", "Attorney General"
_OFFICE = re.compile(
    r"(?:president|governor|gov\.|mayor|senator|sen\.|representative|rep\.|secretary|director"
    r"|commissioner|attorney|general|justice|sheriff|chief|spokes(?:man|woman|person)"
    r"|minister|administrator|czar|chairman|chairwoman|speaker|ambassador|officer),?\s+$",
    re.I,
)
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Dr|Miss)\.?\s+$")
# what makes a run an organisation, a place or an operation
_PUBLIC_WORD = frozenset(
    "operation county city state states united department agency office bureau court customs "
    "immigration enforcement homeland security congress senate house white center university "
    "institute association union press news times post journal street highway act title section "
    "north south east west northern southern eastern western new san los las santa fort saint st "
    "national federal american border patrol police force task district island islands river "
    "valley beach bay republic kingdom ministry council committee commission party project "
    "foundation network company corp inc school church hospital jail prison facility "
    "airport".split()
)
_CALENDAR = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)
# capitalised only because a sentence starts
_OPENERS = frozenset(
    "a an the in on at of by from to for with after before since until during over under near "
    "but and or so yet as if when while where although though because once about nearly almost "
    "another other some many most all both each no it he she they we that this these those its "
    "his her their our then there here also still only even more".split()
)
# what private persons do in a report: said, aged 46, his son
_PERSONAL = re.compile(
    r"\s*(?:,\s*\d{1,2}\s*[,.;]|(?:\w+\s)?(?:said|says|told|recalled|added|who)\b)"
)
# after these a capitalised name is that of a place
_PLACING = re.compile(r"\b(?:in|at|near|across|outside|around|throughout)\s+$", re.I)


@dataclass(frozen=True)
class Redactor:
    """The text of a document for excerpts; offsets in, masked text out."""

    document: Document
    figures: tuple[Figure, ...]

    def excerpt(self, start: int, end: int, reach: int = 70) -> str:
        """The words around ``[start, end)``, at most *reach* characters to each side."""
        text = self.document.text
        left, right = max(0, start - reach), min(len(text), end + reach)
        left, right = self._word_edge(left, start, -1), self._word_edge(right, end, 1)
        before = "…" if left and text[left - 1] not in "\n\r" else ""
        after = "…" if right < len(text) and text[right] not in "\n\r" else ""
        return before + " ".join(self._masked(left, right).split()) + after

    def redacted(self, words: str) -> str:
        """*words*, a message that may quote the text, with every masked name replaced."""
        return _RUN.sub(lambda m: MASK if m.group() in self._names else m.group(), words)

    def between(self, start: int, end: int) -> str:
        """The text of ``[start, end)``, names masked."""
        return self._masked(start, end)

    def _masked(self, left: int, right: int) -> str:
        pieces, at = [], left
        masks = self._masks
        first = bisect_right(masks, (left, left))
        if first and masks[first - 1][1] > left:
            first -= 1  # the name that the stretch cuts in two
        for number in range(first, len(masks)):
            start, end = masks[number]
            if start >= right:
                break
            pieces.append(self.document.text[at : max(at, start)] + MASK)
            at = end
        pieces.append(self.document.text[at:right] if at < right else "")
        return "".join(pieces)

    def _word_edge(self, position: int, anchor: int, side: int) -> int:
        """Move *position* towards *anchor* to the end of a line or of a word."""
        text = self.document.text
        stretch = text[position:anchor] if side < 0 else text[anchor:position]
        lines = re.split(r"[\n\r]", stretch)
        if side < 0:
            if len(lines) > 1:
                return anchor - len(lines[-1])
            cut = stretch.find(" ")
            return position if position == 0 or cut < 0 else position + cut + 1
        if len(lines) > 1:
            return anchor + len(lines[0])
        cut = stretch.rfind(" ")
        return position if position == len(text) or cut < 0 else anchor + cut

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self.document.text[s:e] for s, e in self._masks)

    @cached_property
    def _known(self) -> frozenset[str]:
        """Words of the places, sources and units that the figures carry."""
        named = [f.place for f in self.figures] + [f.source.name for f in self.figures if f.source]
        return frozenset(w for name in named if name for w in re.findall(r"\w+", name.lower()))

    @cached_property
    def _masks(self) -> tuple[tuple[int, int], ...]:
        """Where private names may stand, in order: full names first, then their surnames."""
        text = self.document.text
        runs = [m.span() for m in _RUN.finditer(text)]
        private = [span for span in runs if self._private(*span)]
        surnames = {_bare(text[s:e].split()[-1]) for s, e in private}
        again = [(s, e) for s, e in runs if _bare(text[s:e]) in surnames]
        return tuple(sorted({*private, *again}))

    def _private(self, start: int, end: int) -> bool:
        """Whether the run of capitalised words at ``[start, end)`` may name a private person."""
        run, before = self.document.text[start:end], self.document.text[max(0, start - 30) : start]
        if _PLACING.search(before) or _OFFICE.search(before) or _OFFICE.search(run + " "):
            return False
        words = [_bare(w).strip(".") for w in run.split()]
        lower = [w.lower() for w in words]
        if any(w in _PUBLIC_WORD or w in self._known for w in lower):
            return False
        opening = not before.strip() or before.rstrip()[-1:] in ".!?:"
        if opening and lower[0] in _OPENERS:
            words = words[1:]
        named = [w for w in words if w.lower() not in _CALENDAR and not _acronym(w)]
        if not named or _COURTESY.search(before):
            return bool(named)
        if len(named) > 1:
            return True
        return not opening and bool(_PERSONAL.match(self.document.text, end))


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word)


def _acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper()
