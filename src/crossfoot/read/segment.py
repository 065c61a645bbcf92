"""Plain text into blocks (paragraphs, headings, list items) and sentences."""

from __future__ import annotations

import re

from crossfoot.model import Block, BlockKind, Sentence

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"\s*(?:[•·●○■□▪◦‣➢*–—-]|\d{1,2}[.)])\s+")
# a sentence ends at . ! ? with closing quotes, before blank space and a capital, digit or quote
_STOP = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9$£€])")
_ABBREVIATION = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun"
    r"|Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|Jr|Sr|St|No|Nos|vs|Inc|Corp|Co|Ltd"
    r"|U\.S|D\.C|N\.Y|L\.A|a\.m|p\.m|[A-Z])\.$"
)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Each line that holds text is a block; short lines without a stop are headings."""
    out = []
    for line in _LINE.finditer(text):
        body = line.group()
        if not body.strip():
            continue
        start = line.start() + len(body) - len(body.lstrip())
        end = line.start() + len(body.rstrip())
        kind: BlockKind = "paragraph"
        if _BULLET.match(body):
            kind = "item"
        elif end - start < 120 and text[end - 1] not in ".!?:;,”\"'":
            kind = "heading"
        out.append(Block(start, end, kind))
    return tuple(out)


def sentences_of(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """Sentences in order; none crosses a block."""
    out: list[Sentence] = []
    for number, block in enumerate(blocks):
        start = block.start
        for stop in _STOP.finditer(text, block.start, block.end):
            if _ABBREVIATION.search(text, start, stop.start() + 1):
                continue
            end = stop.start() + len(stop.group().rstrip())
            out.append(Sentence(len(out), start, end, number))
            start = stop.end()
        if start < block.end:
            out.append(Sentence(len(out), start, block.end, number))
    return tuple(out)
