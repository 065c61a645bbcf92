"""What the sentence before told, taken up: ``This includes $1 million in penalties and …``."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation
from crossfoot.relate.sums.footed import fit_earlier
from crossfoot.relate.sums.ties import Claim, comes_to
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import ADDED, Row

# "This includes $1 million in penalties"; "the cases also include" others than those just told
_INCLUDES = lazy(
    r"\W*(?:this|that|these|those|it|they|which|the (?P<what>[a-z]+))(?: (?!also\b)[a-z]+)? "
    r"(?P<tie>includes?|included|consist(?:s|ed)? of|comprises?|(?:is|are) made up of)\b"
)
_SUMS = frozenset("total sum number figure amount tally count group list haul toll".split())
_SOME = lazy(r"includ")


def included(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole stands in the sentence before: ``This includes $1 million in penalties and …``."""
    match = _INCLUDES.match(row.skeleton.text, 0, row.start)
    if match is None:
        return None
    between = row.skeleton.within(match.end("tie"), row.start)
    if any(f.kind in ADDED for f in between):
        return None  # "They include 30,000 tons for Cuba, 31,000 for Peru and": not all are read
    claim: Claim = "open" if _SOME.match(match["tie"]) and not row.completes else "full"
    found = fit_earlier(reading, index, row, claim, row.skeleton.span(match, "tie"))
    return None if found and match["what"] and _is_another(reading, found, match["what"]) else found


def _is_another(reading: Reading, found: Relation, what: str) -> bool:
    """Whether "the team consists of" tells of a team, and not of what the whole counts.

    "A crew of 14 … The crew consists of" tells of the whole, and "The arrests include", too.
    """
    whole, parts = found.figures("whole")[-1], found.figures("parts")
    if singular(what) != what or what in _SUMS or comes_to(parts, whole):
        return False
    skeleton = reading.sentences[whole.sentence]
    at = skeleton.sign_of(whole)
    return what not in skeleton.text[max(0, at - 30) : at + 30]
