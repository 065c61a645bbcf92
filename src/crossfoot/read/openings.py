"""What shows in the blocks of a document that a story begins: datelines, heads, rules between."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from crossfoot.model import Document
from crossfoot.read.headlines import is_headline, may_be_headline
from crossfoot.read.likeness import shared
from crossfoot.read.prose import is_capital, is_closed, is_prose

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}"
    r"|\d{4}-\d{2}-\d{2})"
)
# "Tuesday, March 3, 2020", "Date: March 3, 2020", "Source: Newswire | 2019-01-04 07:20:27"
_DATED = re.compile(
    rf"(?:[A-Z][a-z]+:?\s+(?:\w+\s*\|\s*)?|[A-Z][a-z]+day,\s*)?{_DAY}(?!\w)[^a-z]{{0,12}}[^.!?]{{0,20}}$"
)
# "FOR IMMEDIATE RELEASE", "For release Friday", "Press Release: 20-114"
_RELEASE = re.compile(
    r"for release\b|(?:for )?immediate release\b"
    r"|(?:news|press|media) (?:release|advisory|statement)\b",
    re.I,
)
# "By Jane Doe", "BY JANE DOE, Associated Press"
_BYLINE = re.compile(r"(?:By|BY) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:,| and | \||$)")
# "Related stories", "More news from the region", "Read more: Raid in Boulder"; but no heading
# that goes on otherwise, as "More coverage for the uninsured" does
_RELATED = re.compile(
    r"(?:related (?:stories|articles|news|coverage|content|links|releases)|more (?:news|stories"
    r"|headlines|coverage)|also in the news|read (?:more|next|also))"
    r"(?:\s*:?\s*$|\s*:\s+\S|\sfrom\s)",
    re.I,
)
# "###", "# # #", "-30-", "ENDS": nothing of the story follows
_ENDED = re.compile(r"(?:#\s*){3,}$|-\s*30\s*-$|\(?(?:ENDS?|End)\)?$")
# "---", "* * *", "_____", "----- Forwarded message -----"
_RULE = re.compile(r"(?:[-*_=~•·–—]\s*){3,}(?:[A-Za-z ]{3,30}(?:[-*_=~]\s*){3,})?$")
_RULING = frozenset("#(E-*_=~•·–—")  # what either of these begins with
_STATE = r"(?:,\s(?:[A-Z][\w.]+)(?:\s[A-Z][\w.]+){0,2})?"
_IN_BRACKETS = r"(?:\s?\([^()]{1,40}\))?"
_ON_DAY = rf"(?:,?\s{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?)?"
_DASH = r"(?:\s*(?:–|—|--)\s*|\s-\s)"
# "SANTA ANA, Calif. – A man", "CHICAGO, Jan. 3 (Xinhua) -- Corn", "CORN RISES: CHICAGO (AP) — Corn"
_DATELINE = re.compile(
    r"(?:[^a-z:]{8,80}: )?[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}"
    rf"(?P<more>{_STATE}{_IN_BRACKETS}{_ON_DAY}{_IN_BRACKETS}){_DASH}(?=[A-Z\"“‘'])"
)
# "Santa Ana – The office", below a title
_CITY = re.compile(
    rf"[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+){{0,3}}{_STATE}{_IN_BRACKETS}{_ON_DAY}{_IN_BRACKETS}{_DASH}"
    r"(?=[A-Z\"“‘'])"
)
# "But the rest", "Of those, 12", "The 31 people": goes on with what stands before a rule or a box
_GOES_ON = re.compile(
    r"(?:But|And|He|She|They|It|Those|These|This|That|Of (?:those|these|the|them|all)|Meanwhile"
    r"|However|Still|Also|In addition|Among|Another"
    r"|The (?:two|three|other|others|same|(?!(?:19|20)\d\d\s)\d[\d,]*(?=\s)))\b"
)
# "The agency said 12 of those", "The suspects were", "ICE said it": takes up what was told
_TAKES_UP = re.compile(
    r"The (?:[a-z]+ ){1,2}(?:said|says|also|told|added|was|were|had|has|have|is|are)\b"
    r"|[A-Z]\w+ (?:said|says) (?:it|they|he|she)\b"
    r"|[^.]{0,80}\b(?:of (?:those|them|these)|(?:he|she|they) (?:said|says|added|told))\b"
)
_LABEL = re.compile(r"[A-Z]\w+: ")  # "Agency: Department of Justice"
_CONTACT = re.compile(r"\S+@\S+|.{0,40}?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}")  # "Call 555-010-0199"
_TODAY = re.compile(r"\b[Tt]oday\b")
# "police said Monday", "were arrested last week": a first paragraph tells when
_LATELY = re.compile(
    r"\b(?:today|yesterday|announced|according to|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|[Tt]his (?:week|morning|month)|[Ll]ast (?:week|month|night)|{_MONTH}\s\d)"
)
_SHORT = 90  # characters; a line that says when or by whom a text was written is no longer
_LINE = 400  # nor are the lines of a title that are broken to fit a page
_LEDE = 120  # a shorter paragraph behind "DENVER –" may be a line of a list
_FIRST = 60  # below a headline it says again, a shorter one is known
_TEXT = 1000  # nor are captions before the first dateline
_TOLD = 6  # paragraphs; fewer may be captions still
_OPENING = 250  # of a lede, where "today" tells that it is one
_TITLE = 4  # words; "Arrests by month" heads a section
_HEADLINE = 6
_HEAD = 20  # blocks of titles, dates and contacts above a lede
_BELOW = 6  # blocks from a headline to its story: a second one, a date, a name
_WINDOW = 2500  # characters before and after a place that are compared
_ENOUGH = 400  # of them at least; fewer tell too little
_NEAR = 1000  # characters in which no other place parts the text better
# Of a thousand words around a place, so many stand on both sides where two stories meet, and the
# fewer the shorter they are. Of 3,000 places inside 900 texts, none of which is such a place,
# five are taken for one for sure, all below a headline, and 18 for one that may be.
_UNLIKE = 180  # below a headline
_MOST, _PER_TITLED = 160, 3
_MOST_PLAIN, _PER_PLAIN = 110, 10
_SURE, _PER_SURE = 60, 15
_REACH = 10  # blocks from the first line of a story to its prose
_LISTED = 12  # blocks without prose that are a text all the same
_RULED_OFF = 4  # of them, where a rule follows


class Opening(NamedTuple):
    """The first block of a story, and whether it is no section of the text above it."""

    block: int
    sure: bool = True


class _Blocks:
    """The blocks of a document as text, and which of them end as a sentence or tell something."""

    def __init__(self, document: Document) -> None:
        self.bodies = [document.text[block.start : block.end] for block in document.blocks]
        self.closed = list(map(is_closed, self.bodies))
        self._told: dict[int, bool] = {}

    def is_told(self, index: int) -> bool:
        """Whether a block tells something in whole sentences; several walks over a page ask."""
        if index not in self._told:
            self._told[index] = self.closed[index] and is_prose(self.bodies[index])
        return self._told[index]


@dataclass(frozen=True, slots=True)
class Page:
    """What the blocks of a document look like, up to the *end* of a story that is marked."""

    document: Document
    end: int
    _blocks: _Blocks

    @classmethod
    def of(cls, document: Document) -> Page:
        """The page of all that *document* has."""
        return cls(document, len(document.blocks), _Blocks(document))

    def up_to(self, end: int) -> Page:
        """The same up to the *end* of a story."""
        return Page(self.document, end, self._blocks)

    @property
    def _stop(self) -> int:
        return self.document.blocks[self.end - 1].end

    def body(self, index: int) -> str:
        """The text of a block; nothing past the last."""
        bodies = self._blocks.bodies
        return bodies[index] if index < len(bodies) else ""

    def told_at(self, index: int, first: int) -> int | None:
        """The last block that the story from *first* on needs, once it tells something."""
        length = index - first
        if length >= _RULED_OFF and self.is_rule(index):
            return index - 1
        return index if length >= _LISTED or self.is_told(index) else None

    def is_told(self, index: int) -> bool:
        """Whether a block tells something in whole sentences."""
        return self._blocks.is_told(index)

    def is_rule(self, index: int) -> bool:
        """Whether a block parts texts and says nothing."""
        body = self.body(index)
        if len(body) > _SHORT or body[:1] not in _RULING:
            return False
        return bool(_ENDED.match(body) or _RULE.match(body))

    def begins(self, index: int, first: int, floor: int) -> int | None:
        """The first block of the story that a mark in the block at *index* shows, if it does.

        The story so far begins with block *first*, and needs all blocks before *floor*.
        """
        text, block = self.document.text, self.document.blocks[index]
        if block.kind == "cell":
            return None
        if block.end - block.start > _SHORT or self._is_closed(index):
            # nearly every paragraph: no capitals, and no title above
            if text[block.start + 1 : block.start + 2].isupper() or not self._is_closed(index - 1):
                return self._by_paragraph(index, first, floor)
            return None
        if block.kind == "heading" and block.level == 1 and self.document.format == "html":
            return index
        return self._by_line(index, floor, self.body(index))

    def _by_paragraph(self, index: int, first: int, floor: int) -> int | None:
        lede = self._by_lede(index, first, floor, self.body(index))
        start = None if lede is None else self._by_headline(index, floor)
        return lede if lede is None or start is None else min(lede, start)

    def may_begin(self, index: int, first: int, floor: int) -> Opening | None:
        """The story that the words of the block at *index* show to begin, or to begin perhaps."""
        block = self.document.blocks[index]
        if block.kind == "cell" or not (block.end - block.start > _SHORT or self._is_closed(index)):
            return None
        start = None if self._is_closed(index - 1) else self._by_headline(index, floor)
        if start is None:
            return self._by_topic(index, first, floor)
        compared = self._least(start, first) >= _ENOUGH
        return Opening(start, sure=compared and self._in_common(start, first) <= _UNLIKE)

    def _by_topic(self, index: int, first: int, floor: int) -> Opening | None:
        """Where a paragraph, or a line above it, may begin to tell of something else."""
        if self._least(index, first) < _ENOUGH:
            return None
        lines = [] if self._is_closed(index - 1) else self._lines(index, floor)
        start, body = min(lines, default=index), self.body(index)
        least = self._least(start, first)
        if not self._is_set_apart(start) or not self._may_open(body) or _TAKES_UP.match(body):
            return None
        titled = any(may_be_headline(self.body(k)) for k in lines)
        most = min(least // _PER_TITLED, _MOST) if titled else min(least // _PER_PLAIN, _MOST_PLAIN)
        here = self._in_common(start, first) if least >= _ENOUGH else most + 1
        if here > most or any(self._in_common(k, first) < here for k in self._near(start)):
            return None
        signed = bool(lines) or _LATELY.search(body, 0, _OPENING) is not None
        return Opening(start, sure=signed and here <= min(least // _PER_SURE, _SURE))

    def _lines(self, index: int, floor: int) -> list[int]:
        """The lines right above a paragraph that may be its head, the nearest first."""
        run = range(index - 1, max(floor, index - _BELOW) - 1, -1)
        return list(itertools.takewhile(self._may_head, run))

    def _near(self, start: int) -> Iterator[int]:
        """The blocks soon after *start* that could begin a story as well."""
        blocks = self.document.blocks
        for k in range(start + 1, self.end):
            if blocks[k].start > blocks[start].start + _NEAR:
                return
            if self._is_set_apart(k):
                yield k

    def _is_closed(self, index: int) -> bool:
        return self._blocks.closed[index]

    def _by_line(self, index: int, floor: int, body: str) -> int | None:
        """Where a short line tells of a new story: a date, a release line, a rule."""
        if _RELATED.match(body):
            # a box of links inside an article parts nothing
            return None if self._goes_on(index + 1) else index
        if _RELEASE.match(body):
            return self._head(index, floor) if self._runs_on(index) else None
        if _DATED.match(body) or _BYLINE.match(body):
            start = self._head(index, floor)
            run = range(start, min(index + _REACH, len(self.document.blocks)))
            titled = any(self.is_title(k) for k in itertools.takewhile(self._is_head, run))
            # a chronology has such lines too, and tells on under them
            return start if titled and self._runs_on(index) and not self._goes_on(index) else None
        if _ENDED.match(body):
            return index + 1 if self._runs_on(index) else None
        if _RULE.match(body) and self._is_parted(index):
            return index + 1 if self._opens_after_rule(index + 1) else None
        return None

    def _by_lede(self, index: int, first: int, floor: int, body: str) -> int | None:
        """Where a paragraph opens as the first of a story does."""
        line = _DATELINE.match(body)
        titled = index > floor and (
            self.is_title(index - 1) or (line is not None and self._is_headline(index - 1, floor))
        )
        if line and (titled or self._is_text(first, index)):
            # without a title, "DENVER – 12 people" may be a line of a list
            known = titled or (self.is_told(index) and (line["more"] or len(body) >= _LEDE))
            return self._head(index, floor) if known else None
        if not titled and not self._is_headline(index - 1, floor):
            return None
        start = self._head(index, floor)
        if titled and len(body) >= _LEDE and _CITY.match(body):
            return start
        words = sum(len(self.body(k).split()) for k in range(start, index))
        known = titled and words >= _HEADLINE and is_prose(body)
        return start if known and _TODAY.search(body, 0, _OPENING) else None

    def _by_headline(self, index: int, floor: int) -> int | None:
        """Where a line that is set apart above a paragraph says what that tells."""
        body = self.body(index)
        if not self._may_open(body):
            return None
        titles = [at for at in self._lines(index, floor) if is_headline(self.body(at), body)]
        start = self._head(titles[-1], floor) if titles else 0
        return start if titles and self._is_set_apart(start) else None

    def _may_open(self, body: str) -> bool:
        """Whether a paragraph is no short line, and does not go on with another."""
        return len(body) >= _FIRST and is_prose(body) and not _GOES_ON.match(body)

    def _least(self, index: int, first: int) -> int:
        """How much there is to compare before and after a block of the story from *first* on."""
        blocks = self.document.blocks
        at = blocks[index].start
        return min(at - blocks[first].start, self._stop - at, _WINDOW)

    def _in_common(self, index: int, first: int) -> int:
        """How many of a thousand words stand on both sides of block *index* in a story."""
        text, blocks = self.document.text, self.document.blocks
        at = blocks[index].start
        told = text[max(blocks[first].start, at - _WINDOW) : at]
        return shared(told, text[at : min(at + _WINDOW, self._stop)])

    def _may_head(self, index: int) -> bool:
        """Whether a line is no sentence, rule, row or item of a list."""
        return (
            self.document.blocks[index].kind not in ("item", "cell")
            and not self._is_closed(index)
            and not self.is_rule(index)
        )

    def _is_set_apart(self, index: int) -> bool:
        """Whether a blank line stands above, and what stands there is at its end."""
        ended = self._is_closed(index - 1) or self.is_rule(index - 1)
        return self._is_parted(index) and (ended or self.document.blocks[index - 1].kind == "item")

    def _is_text(self, first: int, end: int) -> bool:
        """Whether blocks are a story, and not the captions before its dateline."""
        blocks = self.document.blocks
        length = blocks[end - 1].end - blocks[first].start
        if length >= _TEXT or any(_CITY.match(self.body(k)) for k in range(first, end)):
            return True
        return sum(map(self.is_told, range(first, end))) >= _TOLD

    def _opens_after_rule(self, index: int) -> bool:
        """Whether what follows a rule is a new story, and not the next section."""
        body = self.body(index)
        if not body or self.document.blocks[index].kind in ("item", "cell"):
            return False
        if is_closed(body):
            return is_prose(body) and not _GOES_ON.match(body)
        run = itertools.takewhile(self._is_head, range(index, index + _HEAD))
        if any(self.is_title(k) or self._is_dated(k) for k in run):
            return True
        # a headline in small letters says more than the heading of a section
        return len(body.split()) >= _HEADLINE and len(body) <= _LINE

    def _is_dated(self, index: int) -> bool:
        body = self.body(index)
        return bool(_DATED.match(body) or _RELEASE.match(body))

    def _head(self, index: int, floor: int) -> int:
        """The first of the lines right before *index* that belong to the head of a story."""
        start = index
        while start > max(floor, index - _HEAD) and self._is_head(start - 1):
            start -= 1
        return start - 1 if self._is_headline(start - 1, floor) else start

    def _is_headline(self, index: int, floor: int) -> bool:
        """Whether a line in small letters is a headline: behind a sentence or a rule, by itself."""
        if index <= floor or self.document.blocks[index].kind in ("item", "cell"):
            return False
        body = self.body(index)
        alone = len(body.split()) >= _TITLE and len(body) <= _LINE and not is_closed(body)
        parted = self._is_closed(index - 1) or self.is_rule(index - 1)
        return alone and parted and not self.is_rule(index)

    def is_title(self, index: int) -> bool:
        """Whether a line is a title: some words, most with a capital, and no stop."""
        body = self.body(index)
        if len(body.split()) < _TITLE or _LABEL.match(body) or _DATED.match(body):
            return False
        return self._is_head(index)

    def _is_head(self, index: int) -> bool:
        """Whether a line can stand above a lede: a title, a date, whom to call."""
        body = self.body(index)
        if not body or self.document.blocks[index].kind in ("item", "cell"):
            return False
        if len(body) > _LINE or is_closed(body) or body.endswith((",", ")")):
            return False
        if self.is_rule(index):
            return False
        return (
            body.startswith("*")
            or is_capital(body)
            or bool(_DATED.match(body) or _CONTACT.match(body))
        )

    def _runs_on(self, index: int) -> bool:
        """Whether prose follows soon."""
        last = min(index + _REACH, len(self.document.blocks))
        return any(is_prose(self.body(k)) for k in range(index, last))

    def _goes_on(self, index: int) -> bool:
        """Whether the first sentence from *index* on, links left out, goes on with a story."""
        for k in range(index, min(index + _REACH, len(self.document.blocks))):
            if self.document.blocks[k].kind not in ("item", "cell") and self._is_closed(k):
                return _GOES_ON.match(self.body(k)) is not None
        return False

    def _is_parted(self, index: int) -> bool:
        """Whether a blank line stands above: a rule right below a line underlines it."""
        blocks = self.document.blocks
        gap = self.document.text[blocks[index - 1].end : blocks[index].start]
        return gap.replace("\r\n", "\n").count("\n") > 1
