"""Whether a line is the headline of a paragraph, which then says its words again."""

from __future__ import annotations

import re

from crossfoot.read.likeness import meaning

_FEW = 4  # words; "Wait times" heads a section
_WORDS = 5  # and "Arrests by field office" may, even if the office is named below it
_LONGEST = 250  # characters
_AGAIN = 2  # of its words of meaning stand in the opening of the story
_OFTEN = 3  # and so many in a long sentence that names officials first
_OPENING = 250
_WORD = re.compile(r"\b\w")
# "… in 2020. Pictured police at a scene": under a picture stand sentences
_SENTENCES = re.compile(r"\.(?:(?<=[a-z]{4}\.)|(?<=\d{3}\.))\s+[A-Z]")
# "Figures for the year to March:" opens a list; a sentence in bold is none
_ENDED = (":", ",", ";", ".")
_LINK = re.compile(r"(?:read|see|watch|click|listen)\b", re.I)  # "Read the long version: …"
_SECTION = re.compile(r"#{2,}\s")  # "## What the records show"
_OPENS = re.compile(r"[^a-z]")


def is_headline(line: str, opening: str) -> bool:
    """Whether *line*, above a paragraph that begins with *opening*, says what the story tells."""
    if not _OPENS.match(opening) or not may_be_headline(line, _WORDS):
        return False
    told, said = meaning(line), opening.lower()
    if sum([stem in said for stem in told]) < _AGAIN:  # nearly all: not even as parts of words
        return False
    return (
        len(told & meaning(opening[:_OPENING])) >= _AGAIN or len(told & meaning(opening)) >= _OFTEN
    )


def may_be_headline(line: str, fewest: int = _FEW) -> bool:
    """Whether a line has the words of a headline, and is no link, caption or heading of a list."""
    if len(line) > _LONGEST or len(_WORD.findall(line)) < fewest:
        return False
    unlike = _SENTENCES.search(line) or _LINK.match(line) or _SECTION.match(line)
    return not unlike and not line.rstrip("*_ ").endswith(_ENDED)
