"""Rows of names in a text: at the head of a sentence, or behind the word that accuses them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, kept
from crossfoot.model import Span
from crossfoot.relate.tallies.names import Row, persons_from
from crossfoot.relate.tallies.words import AS_WELL

# "WASHINGTON - ", "FARGO, N.D. (AP) — ", "RENO, Nev., May 4 - "
_DATELINE = lazy(
    r"[A-Z][A-Z. ,'’a-z]{2,30}(?:\s?\([A-Z][\w .]{1,20}\))?"
    r"(?:,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?\s?(?:-|–|—|--)\s"
)
# "According to the complaint, "
_LEAD = lazy(
    r"(?:Police|Prosecutors|Authorities|Investigators|Detectives|Officials|Deputies)\s(?:say|said"
    r"|allege[ds]?|believe)\s(?:that\s)?(?=[A-Z]|(?:the\s)?(?:defendants|suspects|accused)\s[A-Z])"
    r"|(?:According to|Under|As part of|Following|In|On)\s[^,]{3,160},\s(?:\d{4},\s)?"
)
_VERB = lazy(
    r",?\s(?:each\s|all\s|both\s|today\s|allegedly\s|also\s)*(?:were|was|are|have|had|pleaded|pled"
    r"|plead|face|faced|filed|conspired|appeared|used|sold|paid|received|made|stole|hid|took|ran|led"
    r"|broke|drove|remain|[a-z]+ed)\b"
    r"(?P<deed>\s(?:\w+\s){0,2}?(?:charged|sentenced|convicted|indicted|arrested|arraigned|guilty"
    r"|extradited|booked|jailed|detained|accused|in(?:to)? custody))?"
)
_DEED = lazy(
    r",?\s(?:each\s|all\s|both\s|today\s)*(?:(?:plead(?:ed)?|pled|(?:were|was) found)\s"
    r"(?:\w+\s)?guilty|face[sd]?\s|received (?:prison )?(?:sentences|terms)\b)"
)
# "the indictment charges Ann Lee, 34; Bo Roy", "announced today that Ann Lee and Bo Roy pled"
_OPENER = lazy(
    r"(?=[acinstwACIS])\b(?:(?P<told>(?:announced|alleges?d?)(?:\s\w+){0,2}\sthat)"
    r"|charg(?:es|ed|ing)|indict(?:s|ed|ing)|(?:indictment|arrests?|convictions?|sentencings?) of"
    r"|accus(?:es|ed|ing)|arrested|convicted|sentenced|took into custody|(?P<took>took)"
    r"|(?:indictment|complaint|warrant)s?\snames?"
    r"|(?:charges|cases?|complaints?|indictments?|warrants?)(?:\s\w+){0,2}\sagainst"
    r"|(?:[Aa]rrested|[Cc]harged|[Ii]ndicted|[Ss]entenced)(?:\s(?:in|on|with|for|as)\s[^.:;,]{1,50})?"
    r"\s(?:are|were|was):?|(?:identified|named)(?:\s(?!victims|deceased|dead)\w+){0,3}?\sas:?)"
    r"\s(?=[A-Z0-9]|[a-z]+(?:\s[a-z]+){0,2}\s[A-Z])"
)
# letters of each of them
_OPENINGS = (
    "nnounc", "lleg", "harg", "ndict", "rrest", "onvict", "entenc", "ccus", "custody", "against",
    "dentif", "named", "names", "name ",
)  # fmt: skip
# "Ann Lee, and a woman, Cy Fox"
_ANOTHER = lazy(r"(?:an?|one|another)\b")
_CHARGE = lazy(
    r"\b(?:charg(?:es|ed|ing)|indict(?:s|ed|ing)|(?:indictment|arrests?|convictions?) of|arrested"
    r"|convicted|sentenced|against|(?:indictment|complaint|warrant)s?\snames?)\b"
)
_CONJUNCTION = re.compile(r"\sand\s|;")


@dataclass(frozen=True, slots=True)
class Named:
    """Persons named together; `accused` where the words say that it is they who are charged."""

    spans: tuple[Span, ...]
    accused: bool
    sentence: int = -1
    row: Row | None = None


@kept
def name_rows(reading: Reading) -> tuple[Named, ...]:
    """The rows of two full names or more, with or without ages; worked out once."""
    return tuple(_rows(reading))


def after_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind the place from which it is told."""
    dateline = _DATELINE.match(text, start, end)
    return dateline.end() if dateline else start


def behind_charge(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` has said that those who come next are charged."""
    return _CHARGE.search(text, start, end) is not None


def _rows(reading: Reading) -> list[Named]:
    text = reading.document.text
    found = []
    for sentence in reading.document.sentences:
        if not _CONJUNCTION.search(text, sentence.start, sentence.end):
            continue
        start = after_dateline(text, sentence.start, sentence.end)
        lead = _LEAD.match(text, start, sentence.end)
        start = lead.end() if lead else start
        told = _at_head(text, start, sentence.end) or _behind(text, start, sentence.end)
        if told:
            row, accused = told
            said = reading.text[sentence.start : sentence.end]
            others = AS_WELL.search(said) or any(_ANOTHER.match(p.lead) for p in row.persons)
            found.append(Named(row.spans, accused and not others, sentence.index, row))
    return found


def _at_head(text: str, start: int, end: int) -> tuple[Row, bool] | None:
    """``Ann Lee, 34, and Bo Roy were sentenced``."""
    row = persons_from(text, start, end)
    verb = _VERB.match(text, row.end, end) if row and len(row.persons) > 1 else None
    if row is None or verb is None or not row.closed:
        return None
    deed = verb["deed"] is not None or _DEED.match(text, row.end, end) is not None
    return row, deed


def _behind(text: str, start: int, end: int) -> tuple[Row, bool] | None:
    """``charges Ann Lee, 34; Bo Roy, 29; and Cy Fox with theft``."""
    if not any(map(text[start:end].__contains__, _OPENINGS)):
        return None
    for opener in _OPENER.finditer(text, start, end):
        row = persons_from(text, opener.end(), end)
        if row is None or len(row.persons) < 2 or not row.closed:
            continue
        if opener["took"] and not text.startswith(" into custody", row.end):
            continue
        verb = _VERB.match(text, row.end, end) if opener["told"] else None
        deed = verb is not None and verb["deed"] is not None
        if not opener["told"]:
            return row, True
        if verb:
            return row, deed or _DEED.match(text, row.end, end) is not None
    return None
