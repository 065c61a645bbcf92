"""A share told in a sentence of its own, and in another its part and whole, in the same words.

"About 64% of those arrested in the raid had prior convictions." and further down "Agents arrested
125 people. Of those, 80 had prior convictions": what is said of the part is what is said of the
share, and they are the same persons. So much is sure only near the opening of a text, where no
other number of them is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.subset import taken_out
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import PERSONS, alike
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.predicates import ANYONE, VERBS, in_one_voice, predicate, who
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.stems import stem

_COUNTS = "".join(sign for kind, sign in SIGNS.items() if kind not in ("date", "duration"))
_WHO = rf"[^.;:(),{_COUNTS}]{{{{0,90}}}}?"
_TOLD = rf"{VERBS} [^.;:(),\ue000-\uf8ff]{{{{3,70}}}}?"
# "64% of those arrested in the raid | had prior convictions"; "ICE: half of the 90 ..." is another
_SHARE = pattern(
    r"^\W*(?:[a-z.', ]{{2,40}} -{{1,2}} )?"
    r"(?:(?:[a-z.' -]{{2,30}}:"
    r"|(?:(?!had|has|have)[a-z.'-]+ ){{1,4}}(?:said|says|say)(?: {date})?(?: that)?) )?"
    + hedges("only", "just", "fewer than", "an?")
    + r"(?P<share>{portion})(?: of)? (?P<who>" + _WHO + r") (?P<told>" + _TOLD
    + r")(?=[.,;(]|$| - )"
)  # fmt: skip
# "80 (of them) | had prior convictions"
_SAID = pattern(
    r"\s(?:of (?:them|those|these|the {n})\s)?(?:(?:of )?(?:the |those )?[a-z-]+\s){{0,3}}?"
    r"(?P<told>" + _TOLD + r")(?=[.,;(]|$| - )"
)  # fmt: skip
_NAMED = (
    "raid operation sweep surge effort roundup crackdown initiative enforcement action sting study"
    " survey audit sample"
).split()
_EVENTS = frozenset(map(stem, (*_NAMED, "weekend")))
_EVENT = rf"(?:[^ ]+ ){{0,3}}?(?:{'|'.join(_NAMED)})\b"
# "in the Elko raid", a headline's "in checkpoint operation"; no "in raids"
_IN_EVENT = lazy(
    rf"\b(?:in|during|by|at) (?:(?:the|an?|this|that) (?P<event>{_EVENT})"
    r"|(?P<headed>(?:[a-z'-]+ ){0,2}(?:operation|sweep|raid|sting)\b))"
)
# "the operation led to the arrest of 90 people"
_THE_EVENT = lazy(rf"\b(?:the|this|that|its) {_EVENT}")
# "on the first day of the operation": of a part of it
_SOME_OF_IT = lazy(
    r"(?i)\b(?:first|second|third|final|initial|opening|each|one of|another|alone|so far"
    r"|last (?:day|night|phase))\b"
)
# what was done to all of whom the share is told; and what is done to some of "the inmates"
_DEEDS = frozenset(
    map(stem, "arrested detained charged held encountered apprehended stopped".split())
)
_PICKS = frozenset(
    map(
        stem,
        "tested sampled screened surveyed interviewed polled questioned examined reviewed studied"
        " checked inspected vaccinated released freed transferred sent moved picked chose selected"
        " offered invited asked enrolled rescued treated caught".split(),
    )
)
# "another 25 were", "25 more", "25 others"; and "including 25", who are among those told
_MORE = lazy(
    r"\b(?:another|additional|further|others?|more(?! than\b)|separately|elsewhere|also)\b"
)
_AMONG = lazy(r"\b(?:including|among them|of whom|of which) (?:[a-z]+ ){0,2}$")
_WHERE = lazy(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Ff]rom|[Tt]hroughout|[Aa]round) (?:the )?[A-Z]")
_OPENS_IN = lazy(r"\W*(?:In|At|Across|Near|On) (?:the )?[A-Z][\w. ]+,")
_NUMBERS = (SIGNS["count"], SIGNS["number"], SIGNS["money"])
_STOPS = ".,;:()\"'"
_OPENING = 3  # sentences with which a text begins, its headline among them
_BELOW = 8  # sentences after it in which the counts are told


def told_before(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The share with which a text opens, of the part and whole told below it."""
    if index >= _OPENING or any(sign in skeleton.text for sign in _NUMBERS):
        return
    match = _SHARE.match(skeleton.text)
    share = skeleton.group(match, "share") if match else None
    if match is None or share is None:
        return
    told = predicate(match["told"])
    said = skeleton.span(match, "who")
    whom = _Whom(
        match["who"],
        reading.document.text[said.start : said.end],
        told,
        tuple(
            f.text.lower()
            for f in skeleton.within(match.end("share"), match.end("told"))
            if f.kind == "date"
        ),
    )
    for at in range(index + 1, min(len(reading.sentences), index + _BELOW + 1)):
        beside = reading.sentences[at]
        if not beside.amounts or not in_one_voice(skeleton.text, beside.text):
            continue
        for found in taken_out(reading, at, beside):
            part, whole = found.one("part"), found.one("whole")
            if part.sentence != at or whole.sentence <= index or not _says(beside, part, told):
                continue
            if whom.are_counted(reading, whole, at) and not (
                _rivals(reading, index, whole, at) or _are_more(reading, part, whole)
            ):
                tie = skeleton.span(match, "told")
                yield relation("share", reading, [tie], part=part, whole=whole, share=share)
                return


def _says(skeleton: Skeleton, part: Figure, told: frozenset[str]) -> bool:
    """Whether what is *told* of the share is said of *part*."""
    match = _SAID.match(skeleton.text, skeleton.sign_of(part) + 1)
    return match is not None and predicate(match["told"]) == told


@dataclass(frozen=True, slots=True)
class _Whom:
    """Of whom the share is told: ``those arrested in the Boise raid``, and the dates named."""

    words: str
    raw: str
    told: frozenset[str]  # what is said of them
    dates: tuple[str, ...]

    def are_counted(self, reading: Reading, whole: Figure, at: int) -> bool:
        """Whether *whole*, of which sentence *at* tells a part, counts all of them."""
        home, beside = reading.sentences[whole.sentence], reading.sentences[at]
        noun, near = head(home, whole), f"{home.text} {beside.text}".split()
        if noun not in PERSONS and not any(alike(singular(w), noun) for w in self.words.split()):
            return False
        scope = who(self.words) - ANYONE - {noun and stem(noun)}
        narrowed = scope - _EVENTS
        text = reading.document.text
        raw = f"{text[home.start : home.end]} {text[beside.start : beside.end]}"
        if any(date not in raw.lower() for date in self.dates) or any(
            _OPENS_IN.match(text, told.start) for told in (home, beside)
        ):
            return False
        if _SOME_OF_IT.search(raw) or not self._are_picked(noun, near):
            return False
        event = _IN_EVENT.search(self.words) if scope & _EVENTS else None
        names = {stem(w.lower().strip(_STOPS)) for w in self.raw.split() if w[0].isupper()}
        if scope & _EVENTS and not event:
            return False
        if event:  # "the checkpoint operation" is one thing
            of_it = (event["event"] or event["headed"]).split()
            narrowed -= set(map(stem, of_it)) - names
        if missing := narrowed - {stem(word.strip(_STOPS)) for word in near}:
            same = _THE_EVENT.search(home.text) or not _WHERE.search(raw)
            return bool(event and missing <= names and same)
        return bool(narrowed or event or not _WHERE.search(raw))

    def _are_picked(self, noun: str | None, near: Sequence[str]) -> bool:
        """Whether *near* tells the deed that picks them out; of "the inmates" none picks some."""
        named = frozenset(map(stem, self.words.split()))
        near_it = frozenset(stem(word.strip(_STOPS)) for word in near) | {noun and stem(noun)}
        if named & _DEEDS:
            return named & _DEEDS <= near_it
        return not (near_it & _PICKS) - named - self.told


def _rivals(reading: Reading, index: int, whole: Figure, at: int) -> bool:
    """Whether another, larger number is told that they may be of."""
    return any(
        family(f) == "count" and (f.value or 0) > (whole.value or 0)
        for sentence in range(index, at + 1)
        for f in reading.by_sentence[sentence]
    )


def _are_more(reading: Reading, part: Figure, whole: Figure) -> bool:
    """Whether others are counted beside part or whole: "another 25", "and 30 at a dairy"."""
    last = min(part.sentence + 1, len(reading.sentences) - 1)
    for at in range(whole.sentence, last + 1):
        skeleton = reading.sentences[at]
        if skeleton.amounts and _MORE.search(skeleton.text):
            return True
    return any(
        family(f) == "count"
        and f.value not in (part.value, whole.value)
        and (head(reading.sentences[at], f) or "person") in PERSONS
        and not _AMONG.search(reading.sentences[at].text, 0, reading.sentences[at].sign_of(f))
        for at in {whole.sentence, part.sentence}
        for f in reading.by_sentence[at]
    )
