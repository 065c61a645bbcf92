"""Plain text into blocks (paragraphs, headings, list items) and sentences.

A line is a block, unless it was broken only to fit a page: then the lines that follow belong to
it. Offsets are never changed; a block may hold line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.model import Block, BlockKind, Sentence

# --- blocks -------------------------------------------------------------------------------------

_LINE = re.compile(r"\S(?:.*\S)?")  # without the blanks about it
_OTHER_BREAKS = "\r\v\f\x85\u2028\u2029"  # they are in few texts, and take long to look for
_LINE_OF_ANY = re.compile(rf"\S(?:[^\n{_OTHER_BREAKS}]*\S)?")
_BULLET = re.compile(r"(?:--|[•*▪◦·●○■□‣⁃➢–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})[.)])[ \t\u00a0]+")
_BARE_BULLET = re.compile(r"(?:--|[•*▪◦·●○■□‣⁃➢–—-])$")
_MARK = re.compile(r"#{1,6}[ \t]+")
# a line that cannot end a paragraph: "declined in", "Murders,", "long-"
_OPEN_WORDS = frozenset(
    "a an and as at by for from in into of on or over than that the to was were with is are had has"
    " have its their his her more least about nearly not who which between under during against"
    " after before".split()
)
_OPEN_MARKS = (",", "-", "–")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# a line that cannot open one: "of inmates", ", and", "(6 percent)"
_CONTINUES = re.compile(r"[a-z,;.%)\]’”]|&\s|\([a-z]")
# "… ended on time. That includes hiring" breaks off in its last sentence; "15 men" goes on with it
_BROKEN_OFF = re.compile(r"[a-z]{2}[.!?][\"”’)]*[ \u00a0][A-Z“\"].*[a-z]$")
_AMOUNT = re.compile(r"[$£€]?[0-9]")
_CLOSED = (".", "!", "?", ":", ";")
_CLOSERS = "\"'”’)]"
_RAISED = re.compile(r"(?:st|nd|rd|th)$")  # "95th" with its letters on a line of their own
_SHOUTED = re.compile(r"[^a-z]*[A-Z][^a-z]*$")
_FULL_WIDTH = 55  # no page is narrower
_SHORT_WORD = 3  # letters of a word that tells little
_WIDEST = 100  # nor wider
_INDENT = 4  # blanks before the lines of an item
_FEWEST_FULL = 4  # full lines of a text that was broken to fit a page


class _Line(NamedTuple):
    start: int
    end: int
    body: str
    parted: bool  # a blank line stands before it


class _Page(NamedTuple):
    """What lines were broken to fit."""

    width: int
    spaced: bool  # blank lines part its paragraphs


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of *text* in order; lines broken to fit a page are joined again."""
    out: list[Block] = []
    group: list[_Line] = []
    lines = list(_lines(text))
    page = _page(lines)
    for line in lines:
        if group and not (page and _moved_on(group, line, page)) and not _joins(group, line):
            out.append(_block(text, group))
            group = []
        group.append(line)
    if group:
        out.append(_block(text, group))
    return tuple(out)


def _lines(text: str) -> Iterator[_Line]:
    end = 0
    pattern = _LINE_OF_ANY if any(mark in text for mark in _OTHER_BREAKS) else _LINE
    for match in pattern.finditer(text):
        gap = text[end : match.start()]
        parted = gap == "\n\n" or (len(gap) > 1 and _breaks(gap.replace("\r\n", "\n")) > 1)
        end = match.end()
        yield _Line(match.start(), end, match.group(), parted)


def _breaks(gap: str) -> int:
    return sum(map(gap.count, "\n\r\v\f\x85\u2029"))


def _page(lines: Sequence[_Line]) -> _Page | None:
    """The page that all of *lines* were broken to fit, if they were."""
    width = max((len(line.body) for line in lines), default=0)
    if not _FULL_WIDTH <= width <= _WIDEST:
        return None
    follow = [(a, b) for a, b in pairwise(lines) if not b.parted]
    full = sum(_is_full(a, b, width - _INDENT) for a, b in follow)
    if full < _FEWEST_FULL or 5 * full < 2 * len(follow):
        return None
    return _Page(width, spaced=sum(line.parted for line in lines) > 1)


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of *following* had no room left in *line*."""
    return len(line.body) + 1 + len(following.body.split(None, 1)[0]) > width


def _moved_on(group: list[_Line], line: _Line, page: _Page) -> bool:
    """Whether *line*, of a text broken to fit a page, goes on with the line before."""
    last = group[-1].body
    width = page.width - (_INDENT if _BULLET.match(group[0].body) else 0)
    if line.parted or not _is_full(group[-1], line, width) or _MARK.match(last):
        return False
    if _BULLET.match(line.body):  # "from⏎331. Rapes rose", "on Aug.⏎28. Then" are no items
        open_end = not _is_closed(last) or _SHORTENED.search(last, max(0, len(last) - _LONGEST))
        return line.body[0].isdigit() and bool(open_end) and not _BULLET.match(last)
    if _is_closed(last):  # a paragraph of one line, or "before U.S.⏎immigration courts"
        goes_on = page.spaced or len(group) > 1 or line.body[0].islower()
        return goes_on and (not last.endswith(":") or len(line.body) >= _FULL_WIDTH)
    # a headline may stand right above its story where no blank lines part paragraphs
    headed = len(group) == 1 and not page.spaced and _looks_like_heading(last)
    return not headed or _looks_like_heading(line.body)


def _joins(group: list[_Line], line: _Line) -> bool:
    """Whether *line* goes on with the paragraph that *group* began."""
    last = group[-1]
    if line.parted or (len(group) == 1 and _is_closed(last.body)):
        return False
    if _BULLET.match(line.body) or _MARK.match(last.body):
        return bool(_BARE_BULLET.match(last.body))
    if _is_row(line.body) and _is_row(last.body):
        return False
    if len(group) > 1 and _RAISED.match(last.body):
        return True
    if _is_closed(last.body):
        return _is_wrapped(group, line) and not last.body.endswith(":")
    if _CONTINUES.match(line.body) or _is_open(last.body):
        return True
    if _AMOUNT.match(line.body) and _BROKEN_OFF.search(last.body):
        return True
    if _SHOUTED.match(last.body) and _SHOUTED.match(line.body):
        return len(last.body) > 12 and len(line.body) > 12
    return _is_wrapped(group, line)


def _is_row(body: str) -> bool:
    """Whether a line is a row of a table drawn with bars: ``| Name | Place |``, ``Roe | 1 | 9``."""
    return body.startswith("|") or body.count(" | ") > 1


def _is_closed(body: str) -> bool:
    """Whether a line ends as a sentence does."""
    return body.rstrip(_CLOSERS).endswith(_CLOSED)


def _is_open(body: str) -> bool:
    """Whether a line ends as no paragraph does."""
    rest = body.rstrip(_LETTERS)
    in_full = not rest[-1:].isalnum()  # no letters behind a number, or behind one with an accent
    return body.endswith(_OPEN_MARKS) or (in_full and body[len(rest) :].lower() in _OPEN_WORDS)


def _is_wrapped(group: list[_Line], line: _Line) -> bool:
    """Whether the last line was full, so that the first word of *line* had to move."""
    width = max(len(member.body) for member in group[-4:])
    last = len(group[-1].body)
    first_word = len(line.body.split(None, 1)[0])
    return (
        _FULL_WIDTH <= last <= 100
        and len(line.body) <= 100
        and last + 1 + first_word > width
        and last >= width - 15
        and (len(group) > 1 or len(line.body) >= _FULL_WIDTH or _is_closed(line.body))
        and not _looks_like_heading(group[-1].body)
        and not (len(group) == 1 and _tells_again(line.body, group[0].body))
    )


def _tells_again(body: str, above: str) -> bool:
    """Whether a line begins anew and says most of what the one above it says, as a lede does."""
    if not body[:1].isupper() and not body[:1].isdigit():
        return False
    words = {word for word in above.lower().split() if len(word) > _SHORT_WORD}
    return len(words) > 2 and 2 * len(words & set(body.lower().split())) >= len(words)


def _looks_like_heading(body: str) -> bool:
    """Most words with a capital, and no stop: a headline, not a line of a paragraph."""
    words = [word for word in body.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 2 and capitals * 10 >= len(words) * 7


def _block(text: str, group: list[_Line]) -> Block:
    start, end = group[0].start, group[-1].end
    body = group[0].body
    if body[0] == "#" and (mark := _MARK.match(body)):
        return Block(start, end, "heading", level=body.index(mark.group()[-1]))
    if _BULLET.match(body):
        return Block(start, end, "item")
    kind: BlockKind = "paragraph"
    if end - start < 120 and text[end - 1] not in ".!?:;,”\"'":
        kind = "heading"
    return Block(start, end, kind)


# --- sentences ----------------------------------------------------------------------------------

# . ! ? with closing quotes and footnote marks, then blank space and what may open a sentence;
# it looks back only after the first mark, so that a search runs from mark to mark
_STOP = re.compile(
    r"[.!?…](?:(?:(?<=…)|(?<=[.!?])(?<![.!?][.!?])[.!?]*)"
    r"[\"'”’)\]]*(?:\[\^?\d{1,3}\]|(?<=[a-z][.”])\d{1,2})?\s+(?=[\"'“‘(\[]*[A-Z0-9$£€])"
    # "arrested.The", "in 2019.Police said"; no "Alder.Com", no "A.I."
    r"|(?<=[a-z0-9)”][a-z0-9)”][a-z0-9)”]\.)(?=[A-Z][a-z]{3,}(?:,\s|\s[a-z0-9])"
    r"|(?:The|It|He|She|They|In|But|This|That|These|A|An|On|At|For|We|Of)\s))"
)
# never the end of a sentence
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Lt|Sen|Sens|Rep|Reps|Col|Sgt|Capt|Cmdr|Maj|Cpl|Pvt|Adm|Hon"
    r"|Rev|Fr|Msgr|Pres|Supt|Det|Insp|Ofc|St|Ste|Mt|Ft|No|Nos|no|nos|vs|v|Art|Sec|Secs|Fig|Vol"
    r"|pp|p|cf|e\.g|i\.e|viz|approx|est|ca|al|op|ed|eds|(?<![A-Z]\.)[A-HJ-Z])\.$"
)
# the end only where a word follows that opens sentences
_SHORTENED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun"
    r"|Jr|Sr|Inc|Corp|Co|Cos|Ltd|LLC|Bros|Dept|Ave|Blvd|Rd|Hwy|Bldg|Ala|Ariz|Ark|Calif|Colo|Conn"
    r"|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn"
    r"|Tex|Va|Vt|Wash|Wis|Wyo|etc|a\.m|p\.m|Ph\.D|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_OPENER = re.compile(
    r"[\"'“‘(\[]*(?:The|It|Its|He|She|They|We|I|You|In|But|And|This|That|These|Those|There|A|An|On"
    r"|At|For|From|Of|Since|By|When|While|After|Before|Last|More|Most|Many|Some|Nearly|About|Among"
    r"|As|If|His|Her|Their|Our|Another|Other|No|One|Two|Both|All|Each|According|However|During"
    r"|To|With|Under|Over|Not|Only|Then|Now|Also|What|Who|How|Police|Officials|Federal)\b"
)
_LONGEST = 12  # of the shortened forms
_SHORT_TAILS = frozenset({"prox", "alif", "hurs"})  # of those without a capital in the last four
_LONGEST_SENTENCE = 5000  # code points; the longest of 3,600 read had 646


def sentences_of(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """Sentences in order; none crosses a block."""
    out: list[Sentence] = []
    for number, block in enumerate(blocks):
        start = block.start
        for stop in _STOP.finditer(text, block.start, block.end):
            if not _ends(text, max(start, stop.start() - _LONGEST), stop):
                continue
            end = stop.start() + len(stop.group().rstrip())
            _add(out, text, start, end, number)
            start = stop.end()
        _add(out, text, start, block.end, number)
    return tuple(out)


def _add(out: list[Sentence], text: str, start: int, end: int, block: int) -> None:
    """Add a sentence to *out*; cut at blanks where it is longer than anyone writes.

    A page of numbers without a stop would otherwise cost its square further on.
    """
    while end - start > _LONGEST_SENTENCE:
        limit = start + _LONGEST_SENTENCE
        cut = text.rfind(" ", start + 1, limit)
        cut = limit if cut < 0 else cut
        out.append(Sentence(len(out), start, cut, block))
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    if start < end:
        out.append(Sentence(len(out), start, end, block))


def _ends(text: str, floor: int, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at *stop*, and not only a shortened word."""
    if text[stop.start()] != "." or text[stop.start() + 1 : stop.start() + 2] == ".":
        return True
    point = stop.start() + 1
    if text[point : point + 1] in "\"'”’":
        return True
    tail = text[max(floor, point - 5) : point - 1]
    if len(tail) == 4 and tail.isalpha() and tail.islower() and tail not in _SHORT_TAILS:
        return True  # most of them: an ordinary word
    if _TITLE.search(text, floor, point):
        return False
    if _SHORTENED.search(text, floor, point):
        return _OPENER.match(text, stop.end()) is not None
    return True
