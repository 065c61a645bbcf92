"""Where one text ends and another begins: a digest of releases, stories one after another.

What is told of one event is no claim about another, so that each story is read as a document of
its own. Only strong signs start one: a dateline, a line with nothing but a date beside a title,
a release line, a rule between, a headline whose number and words the paragraph below says again.
Sections of one report under their headings stay together.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from crossfoot.model import Block, Cell, Document, Figure, Sentence, Source, Span, Table

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
_LABEL = re.compile(r"[A-Z]\w+: ")  # "Agency: Department of Justice"
_CONTACT = re.compile(r"\S+@\S+|.{0,40}?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}")  # "Call 555-010-0199"
_TODAY = re.compile(r"\b[Tt]oday\b")
_COUNTED = re.compile(r"\d[\d,.]*\d|\d|[^\W\d]{4,}|\b(?:two|six|ten)\b")  # but for "in", "the"
_SHARED = 4
_NUMBERS = frozenset("two three four five six seven eight nine ten eleve twelv dozen".split())
_STEM = 5  # letters: "arrests" and "arrested" are one word
_CLOSED = (".", "!", "?")
_CLOSERS = "”\"')"
_SHORT = 90  # characters; a line that says when or by whom a text was written is no longer
_LINE = 400  # nor are the lines of a title that are broken to fit a page
_LEDE = 120  # a shorter paragraph behind "DENVER –" may be a line of a list
_TEXT = 1000  # nor are captions before the first dateline
_TOLD = 6  # paragraphs; fewer may be captions still
_OPENING = 250  # of a lede, where "today" tells that it is one
_TITLE = 4  # words; "Arrests by month" heads a section
_HEADLINE = 6
_TWO_LINES = 16  # long words that no headline has before a full stop
_HEAD = 20  # blocks of titles, dates and contacts above a lede
_REACH = 10  # blocks from the first line of a story to its prose
_LISTED = 12  # blocks without prose that are a text all the same
_RULED_OFF = 4  # of them, where a rule follows


@dataclass(frozen=True, slots=True)
class Story:
    """A text of its own inside a document: as a document, and where that begins in the whole."""

    document: Document
    start: int = 0
    sentence: int = 0

    def back(self, placed: P) -> P:
        """*placed* where it stands in the whole document."""
        return replace(placed, start=placed.start + self.start, end=placed.end + self.start)


def stories(document: Document) -> tuple[Story, ...]:
    """The texts of *document* in order; nearly always one."""
    firsts = list(_firsts(document))
    if not firsts:
        return (Story(document),)
    ends = [*firsts, len(document.blocks)]
    return tuple(_cut(document, a, b) for a, b in zip([0, *firsts], ends, strict=True))


def _firsts(document: Document) -> Iterator[int]:
    """The blocks that begin a story, but for the first."""
    page = _Page(document)
    first, told = 0, None
    for index in range(len(document.blocks)):
        if told is None:
            told = page.told_at(index, first)
        if (
            told is not None
            and index > told
            and (at := page.begins(index, first, told + 1)) is not None
        ):
            yield at
            first, told = at, None


def _cut(document: Document, first: int, end: int) -> Story:
    """Blocks *first* to *end* as a document of their own, without the rules behind them."""
    page, blocks, sentences = _Page(document), document.blocks, document.sentences
    while end - 1 > first and page.is_rule(end - 1):
        end -= 1
    start, stop = blocks[first].start if first else 0, blocks[end - 1].end
    low, high = (bisect_left(sentences, b, key=lambda s: s.block) for b in (first, end))
    tables = (t for t in document.tables if t.cells and start <= t.cells[0].start < stop)
    part = replace(
        document,
        text=document.text[start:stop],
        blocks=tuple(_back(b, start) for b in blocks[first:end]),
        sentences=tuple(
            replace(_back(s, start), index=s.index - low, block=s.block - first)
            for s in sentences[low:high]
        ),
        tables=tuple(
            Table(tuple(_back(c, start) for c in t.cells), t.caption and _back(t.caption, start))
            for t in tables
        ),
    )
    return Story(part, start, low)


P = TypeVar("P", Block, Cell, Sentence, Span, Figure, Source)


def _back(placed: P, start: int) -> P:
    return replace(placed, start=placed.start - start, end=placed.end - start)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the blocks of a document look like."""

    document: Document

    def body(self, index: int) -> str:
        """The text of a block; nothing past the last."""
        blocks = self.document.blocks
        return (
            self.document.text[blocks[index].start : blocks[index].end]
            if index < len(blocks)
            else ""
        )

    def told_at(self, index: int, first: int) -> int | None:
        """The last block that the story from *first* on needs, once it tells something."""
        length = index - first
        if length >= _RULED_OFF and self.is_rule(index):
            return index - 1
        return index if length >= _LISTED or self.is_told(index) else None

    def is_told(self, index: int) -> bool:
        """Whether a block tells something in whole sentences."""
        body = self.body(index)
        return is_closed(body) and is_prose(body)

    def is_rule(self, index: int) -> bool:
        """Whether a block parts texts and says nothing."""
        body = self.body(index)
        return len(body) <= _SHORT and bool(_ENDED.match(body) or _RULE.match(body))

    def begins(self, index: int, first: int, floor: int) -> int | None:
        """The first block of the story that the block at *index* shows to be new, if it does.

        The story so far begins with block *first*, and needs all blocks before *floor*.
        """
        text, block = self.document.text, self.document.blocks[index]
        if block.kind == "cell":
            return None
        if block.end - block.start > _SHORT or self._is_closed(index):
            # nearly every paragraph: no capitals, and no title above
            if text[block.start + 1 : block.start + 2].isupper() or not self._is_closed(index - 1):
                return self._by_lede(index, first, floor, self.body(index))
            return None
        if block.kind == "heading" and block.level == 1 and self.document.format == "html":
            return index
        return self._by_line(index, floor, self.body(index))

    def _is_closed(self, index: int) -> bool:
        end = self.document.blocks[index].end
        return is_closed(self.document.text[max(0, end - 3) : end])

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
        head = " ".join(self.body(k) for k in range(start, index))
        if len(head.split()) < _HEADLINE or not is_prose(body):
            return None
        if titled and _TODAY.search(body, 0, _OPENING):
            return start
        return start if len(body) >= _LEDE and _is_echo(head, body[:_OPENING]) else None

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
        parted = is_closed(self.body(index - 1)) or self.is_rule(index - 1)
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
        if len(body) > _LINE or is_closed(body):
            return False
        if self.is_rule(index):
            return False
        return body.startswith("*") or _is_capital(body) or bool(_CONTACT.match(body))

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


def _is_echo(head: str, opening: str) -> bool:
    """Whether a lede says again what the headline above it says: a number, and most words."""
    told, again = (set(map(_stem, _COUNTED.findall(part))) for part in (head, opening))
    shared = told & again
    numbered = any(w[0].isdigit() or w in _NUMBERS for w in shared)
    return numbered and len(shared) >= _SHARED and 2 * len(shared) >= len(told)


def _stem(word: str) -> str:
    return word[:_STEM].lower()


def _is_capital(body: str) -> bool:
    """Whether most words that count begin with a capital."""
    words = [w for w in body.split() if len(w) > 3 and w[0].isalpha()]
    if not words:
        return body.isupper() or bool(_DATED.match(body))
    return 5 * sum(1 for w in words if w[0].isupper()) >= 3 * len(words)


def is_closed(body: str) -> bool:
    """Whether a line ends as a sentence does."""
    return body[-3:].rstrip(_CLOSERS).endswith(_CLOSED)


def is_prose(body: str) -> bool:
    """Whether a line runs like a story: long words in small letters, and enough of them."""
    closed, words = is_closed(body), [w for w in body.split() if len(w) > 3]
    if len(words) < (6 if closed else 12):
        return False
    small = sum([w[0].islower() for w in words])
    if closed and len(words) >= 12:  # a lede can be half names, and more in two lines
        return (5 if len(words) >= _TWO_LINES else 3) * small > len(words)
    return 2 * small > len(words)
