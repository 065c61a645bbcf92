"""How many of the cases ended in death: ``537 deaths (case fatality ratio 64%)``, of 840 cases.

The rate names both its part and its whole, so the deaths it stands behind and the cases told
before them are meant. Rates of some of the cases ("among confirmed cases") have a whole of their
own and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.changes.announced import names_in
from crossfoot.relate.shares.fit import quotient_off
from crossfoot.relate.wording.phrases import phrase, relation
from crossfoot.relate.wording.rows import family

_DEATHS = (
    r"(?P<part>{n})(?: (?!of\b|confirmed|probable|suspected)[a-z'-]+){{0,4}}? ?"
    r"\b(?:deaths?|fatalities|died|deceased)"
    r"(?: (?:were|was|have|has|had|been|reported|recorded|registered|notified"
    r"|so|far|also|and)\b){{0,4}}"
)
# 537 "deaths were reported (overall case fatality ratio" 64%)
_RATE = pattern(
    _DEATHS + r"(?:,? \(|, | -+ |; |: )(?P<tie>(?:(?:an?|the|for|with|giving|or|overall|crude"
    r"|total) )*(?:(?:case[- ])?fatality (?:rate|ratio)(?: \(?cfr\)?)?|\bcfr)"
    r"(?: of| was| is| at|:|,| =|=)?) ?"
    r"(?:about |around |nearly |over )?(?P<share>{percent})(?=[).,;]|$)"
)
# "Of the" 500, 289 "died"; 1,200 "cases including" 36 "deaths"
_OF_THE = pattern(
    r"^\W*of (?:all )?(?:the|these|those)? ?(?P<whole>{n})[^.;()\ue000-\uf8ff]{{0,60}},"
    r" (?:only |some )?$"
)
_CASES_AND = pattern(
    r"(?P<whole>{n})(?: [a-z'-]+){{0,3}}? (?:cases|infections|patients)"
    r"(?:[^.;()\ue000-\uf8ff]|{date}){{0,60}}(?:\band|,? including|, with|,? of (?:which|whom)"
    r"|,? resulting in|, among them|,? leading to|\bwith) (?:a total of )?$"
)
# "A total of", "Of these", "So far": what opens the count of those who died of the cases just told
_OPENS = pattern(
    r"\W*(?:(?:as of|by|since) {date},? )?(?:(?:so far|to date|also|and|in all|overall"
    r"|altogether),? )?(?:of (?:these|those|them),? |among (?:these|those|them),? "
    r"|there (?:were|have been|had been) )?"
    r"(?:a |the )?(?:total (?:number )?of )?(?:at least )?$"
)
_CASES = frozenset(("cases", "infections", "patients"))
_SORTS = frozenset("confirmed probable suspected new laboratory-confirmed".split())
_PARTS = lazy(r"\b(?:among|confirmed|probable|suspected|new|past|last)\b")
# 36 "deaths (CFR" 5%") from Belham": of the cases there
_PLACED = lazy(r"[)\]]? (?:from|in|at|among) (?:the )?[A-Z]")
_IN_ALL = lazy(r"\b(?:overall|cumulative|total)\b")
_LATELY = lazy(r"\b(?:since|today|yesterday|(?:this|last|past) (?:week|month))\b")
# deaths or a rate of others than the cases told, or of another time
_IN_DOUBT = lazy(
    r"\bamong (?!them|these|those,)|\b(?:outcomes?|known|closed|resolved|hospitals?|hospitali[sz]ed"
    r"|adjusted|backlog|all ages|adults|children|new|suspected|probable|confirmed)\b"
)
_KNOWN = lazy(r"\bcfr\b|\bfatality ra")


def of_cases(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The rates of death that a sentence tells behind the number of those who died."""
    if not _KNOWN.search(skeleton.text):
        return
    for match in _RATE.finditer(skeleton.text):
        part, share = skeleton.group(match, "part"), skeleton.group(match, "share")
        whole = _whole(reading, index, skeleton, match.start("part")) if part else None
        if part and share and whole and 0 < (part.value or 0) < (whole.value or 0):
            if _PLACED.match(reading.document.text, share.end):
                continue
            if _is_in_doubt(skeleton.text) and quotient_off((part,), whole, share):
                continue
            tie = skeleton.span(match, "tie")
            yield relation("share", reading, [tie], part=part, whole=whole, share=share)


def _is_in_doubt(text: str) -> bool:
    """Whether the rate may be of others, or of all so far where the cases are of late."""
    of_late = _IN_ALL.search(text) is not None and _LATELY.search(text) is not None
    return of_late or _IN_DOUBT.search(text) is not None


def _whole(reading: Reading, index: int, skeleton: Skeleton, at: int) -> Figure | None:
    """The cases that the deaths told at a place are of."""
    for test in (_OF_THE, _CASES_AND):
        if match := test.search(skeleton.text, 0, at):
            whole = skeleton.group(match, "whole")
            # "775 confirmed cases and 537 deaths": of all cases, maybe
            apart = skeleton.text.endswith(" and ", 0, at) and whole
            return None if apart and _SORTS & set(phrase(skeleton, apart)) else whole
    if not index or not _OPENS.fullmatch(skeleton.text, 0, at):
        return None
    before = reading.sentences[index - 1]
    if names_in(reading, skeleton) - names_in(reading, before) or _PARTS.search(
        skeleton.text, 0, at
    ):
        return None
    counts = [f for f in before.figures if family(f) == "count"]
    told = [f for f in counts if _CASES.intersection(words := phrase(before, f)) and words]
    all_told = [f for f in told if _SORTS.isdisjoint(phrase(before, f))]
    if len(all_told) != 1 or any((f.value or 0) > (all_told[0].value or 0) for f in counts):
        return None
    return all_told[0]
