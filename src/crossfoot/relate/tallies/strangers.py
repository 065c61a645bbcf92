"""Whether a text that names some of those it accuses speaks of somebody else as well."""

from __future__ import annotations

from collections.abc import Set

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import NAME_PARTICLES
from crossfoot.figures.skeleton import Reading
from crossfoot.relate.tallies.items import STATES

ACCUSED = lazy(
    r"\b(?:charg(?:ed|es|ing)|indicted|indictments?|arrests of|convictions of|arraigned"
    r"|(?:re-?)?sentenced|convicted|arrested|accused"
    r"|pleaded|pled|pleas?|booked"
    r"|faces?|held|custody|guilty|detained|apprehended|defendants?|suspects?|alleg(?:ed?|es|edly)"
    r"|lawsuits?|complaint|fined|jail(?:ed)?|received|in prison|in connection (?:with|to))\b"
    r"|\b(?:got|given) (?=(?:an? )?[\ue000-\uf8ff])"
)
NO_NAME = lazy(
    r"\b(?:Department|Agency|Office|Bureau|Police|Service|Administration|County|Court|District|Unit"
    r"|Commission|Enforcement|Investigations?|Division|Attorney|Committee|Company|Inc|LLC|University"
    r"|Secretary|President|Director|Sens?|Reps?|Judge|Sheriff|Chief|Officers?|Detectives?)\b"
)
_FULL = lazy(rf"[A-Z][\w'’-]+\.?(?:\s(?:[A-Z][\w'’.-]*|{NAME_PARTICLES})){{1,4}}")
# "co-conspirator Ann Lee", "found Bo Roy at his home"
_BEFORE = lazy(
    r"\b(?:conspirator|defendant|suspect|accomplice|brother|sister|arrested|charge[sd]|charging"
    r"|indicted|convicted|sentenced|found|names?|against|also),?\s$"
)
# "Cy Fox entered his plea"
_AFTER = lazy(
    r",|\s(?:was|were|is|are|has|had|have|also|will|would|pled|face[sd]?|met|made|took|ran|[a-z]+ed)\b"
)
_LEAD = lazy(r"(?:On|In|Earlier|Last|Also|Separately|Meanwhile)\b[^,]{0,60},\s")  # "On May 3, "
_OFFICIAL = lazy(
    r"(?:,?\s(?:said|says|announced|told)\b"
    r"|.{0,80}?\b(?:Attorney|Agent|Director|Judge|Sheriff|Chief|Prosecutor|spokes[a-z]+)\b)"
)
_OFFICE_BEFORE = lazy(
    r"\b(?:Attorney|Agent|Director|Judge|Sheriff|Chief|Prosecutor|Detective|General|Commissioner"
    r"|Inspector|Mayor|Governor|Magistrate|Honorable)\s(?:[A-Z][\w.'’-]*\s){0,2}$"
)
# "Dunn was convicted", "Poe, Low and Dunn face"; no "District Court was"
_BY_LAST_NAME = lazy(
    r"(?:(?<=[.,;] )|(?<=and )|(?<=\n)|^)(?P<name>[A-Z][a-z'’-]+)"
    r"(?=\s(?:was|were|is|face[sd]?|pleaded|pled|received|remains?|allegedly)\b)"
)
_NOBODY = frozenset(
    "He She They It Both All Each Who This That These Those There Police Officers Agents"
    " Prosecutors Authorities Charges Deputies Detectives Investigators Defendants Sentencing Bail"
    " Bond".split()
)
LEAD = 60  # characters before a name in which an office stands


def somebody_else(reading: Reading, known: Set[str]) -> bool:
    """Whether a sentence about charges tells of somebody with no word of a name in *known*.

    Officials are passed over, and so is what only looks like a name: nothing is said of it.
    """
    text = reading.document.text
    for index, sentence in enumerate(reading.document.sentences):
        if not ACCUSED.search(reading.sentences[index].text):
            continue
        for name in _BY_LAST_NAME.finditer(text, sentence.start, sentence.end):
            last = name["name"]
            if last not in _NOBODY and last not in known and last.lower() not in STATES:
                return True
        first = reading.by_sentence[index][:1]
        for name in _FULL.finditer(text, sentence.start, sentence.end):
            if not known.isdisjoint(name.group().split()) or NO_NAME.search(name.group()):
                continue
            if first and first[0].start == name.start():  # "Four Reno men"
                continue
            lead = max(sentence.start, name.start() - LEAD)
            head = name.start() == sentence.start or _LEAD.fullmatch(
                text, sentence.start, name.start()
            )
            told = _BEFORE.search(text, lead, name.start()) or (
                head and _AFTER.match(text, name.end(), sentence.end)
            )
            official = _OFFICIAL.match(text, name.end(), sentence.end) or _OFFICE_BEFORE.search(
                text, lead, name.start()
            )
            if told and not official:
                return True
    return False
