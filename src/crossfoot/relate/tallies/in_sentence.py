"""A number and its list in one sentence: ``three crews: the Reds, the Blues and the Greens``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import tally
from crossfoot.relate.tallies.items import STATES, Items
from crossfoot.relate.tallies.told_off import goes_on
from crossfoot.relate.tallies.whole import is_whole_list, row_of_persons, too_few
from crossfoot.relate.tallies.words import (
    BESIDES,
    CHOSEN,
    CRIMES,
    NO_LIST,
    NP,
    SEVERAL_IN_ONE,
    counted,
    items_in,
    of_persons,
    of_places,
    of_several,
)
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import ADDED, is_enumerator

# "two housing developments: the", "three crews - ", "two groups (", "three men, namely"
_OPENED = pattern(
    r"(?P<n>{n})(?P<np>"
    + NP
    + r")(?:\s(?:on|in|since|during)\s{date}(?:\sand\s{date})?)?"
    + r"(?P<tie>:|\s?-\s|\s?--\s?|\s\(|,? namely|,? to wit:?|, specifically"
    r"|,? which are|,? known as|,? viz\.?:?|,? i\.\s?e\.,?)"
    r"\s*(?=\S)"
)
# "the two former executives who were named as defendants in the suit:"
_OPENED_LATE = pattern(r"(?P<n>{n})(?P<np>(?:\s[a-z][a-z'-]*){{10,14}})(?P<tie>:)\s*(?=\S)")
# "the five busiest offices were Dallas", "the two functions of the gang are to"
_ARE = pattern(
    r"\b(?:the|its|their|his|her|our|those|these)\s(?:(?:top|main|other|only|first|last|same)\s)?(?P<n>{n})(?P<np>"
    + NP
    + r")(?:\s{date})?\s(?P<tie>are|were)(?: to)?\s"
)
# "the top five countries of birth of those admitted in 2022 were"
_TOP_ARE = pattern(
    r"\b(?:the|its|their)\s(?:top|leading|largest|biggest|main)\s(?P<n>{n})"
    r"(?P<np>(?:\s[a-z][a-z'-]*){{1,3}}?)\s(?:of|for|in|from|with|by)\s[^;:,]{{3,110}}?"
    r"\s(?P<tie>are|were)\s"
)
# "five charges: arson; theft (two counts)", "theft (2)", "theft x2": so many charges in one item
_SO_MANY = pattern(r"\({n}(?:\s(?:[a-z]+\s){{0,2}}?(?:counts?|charges?))?\)|\sx\s?{n}")
# "two counts of theft - felony, 1-5 years": what is said of them
_COUNTS_OF = lazy(r"\s(?:[a-z-]+\s){0,2}?(?:counts?|charges?|violations?)\sof\b")
# ", which together made up two-thirds": the list is over
_IN_SUM = lazy(
    r",\s(?:(?:all\sof\s)?(?:which|who)\s)?(?:together|combined|collectively|in all|taken together"
    r")\b"
    r"|,\s(?:all of )?(?:which|who)\s(?:made? up|account(?:ed)? for|compris|represent|constitut)"
)
# "arson; and perjury, the clerk in Elko said": who says so is no item
_SAID = lazy(r",\s(?!and\b)[^,;:()]{2,60}\s(?:said|says|announced|reported)\b[^;]{0,40}$")
# ", and three of those": no further item
_SOME_OF = pattern(r",\s(?:and|but|with|while)\s(?:[a-z]+\s){{0,2}}{n}\sof\b")
# "five tables tracking arrests, detainers and removals respectively"
_RESPECTIVELY = pattern(
    r"(?P<n>{n})(?P<np>\s[a-z]+s)\s(?P<tie>[a-z]+ing|for|on)\s(?P<list>[^.;:]{{5,300}}?)"
    r",?\srespectively"
)
# "two counts, including A and B": no more than announced
_INCLUDING = pattern(r"(?P<n>{n})(?P<np>" + NP + r"),?\s(?P<tie>including)\s")
# "Six other targets in the east included A, B and C": perhaps all of them
_INCLUDED = pattern(
    r"(?P<n>{n})(?P<np>"
    + NP
    + r")(?:\s(?:in|on|at|near)(?:\s[a-z]+){{1,3}}?)?\s(?P<tie>include[sd]?)\s"
)
# "Ann Lee, who is wanted in Reno, Elko and Ely", "friends and, most of all, time"
_ASIDE = lazy(r",\s(?:who|whom|whose|which|where|when)\b|\band,\s")
# "Ann Lee, of Reno, who ran it, and Bo Roy, a clerk"
_DESCRIBED = lazy(
    r"(?:(?<=: )|(?<=- )|, and |, )(?P<name>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4}),"
    r"(?=\s(?:who|of|an?|the|formerly|\d))"
)
# "the two sides agreed: no raids, no guns"
_SAYING = lazy(
    r"\b(?:agreed|said|says|testified|reported|argued?|complain(?:ed)?|warn(?:ed)?|claim(?:ed)?|wrote"
    r"|concluded?|asked?|told|noted?|added|explain(?:ed)?|promised?|pleaded|demanded|shouted|heard|saw"
    r"|decided|voted|insist(?:ed)?|believed?|thought|knew|learned)$"
)
# "10 defendants - members and associates of the gang - conspired": what they are, not who
_WHAT = lazy(r"(?!the |an? |his |her |their |one )[a-z-]+(?: [a-z-]+)?s\b")
# "six men (not pictured: Ann Lee)", "six men - most of them kin of Ann Lee"
_SOME = lazy(r"(?:not|no|none|most|many|some|several|few|half)\b")
# "the five defendants were charged in May", "are among"
_DONE = lazy(
    r"(?:[a-z]+(?:ed|ing|ly)|the same|held|found|taken|given|shot|born|sent|seen|known|made|put"
    r"|built|left|among|in|from|at|on|by|not|also|all|each|both|still|now|already|being|so|too"
    r"|very|more|less|about|be [a-z]+ed)\b"
)
# "three steps now: First, I have told": the first of several that sentences tell
_FIRST = pattern(r"(?:(?P<rank>{rank})|the {rank})(?:,|:|\s)|(?:yes|no|first)\b")
# "four deputies, including Poe, struck the man, officials said": one is named, and no list
_ONE_NAMED = lazy(
    r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*, (?!the |and )[a-z]+ (?:the|an?|his|her|their)\b"
)
# "three persons, including a girl, | died on the way", "were taken to": no further item
_GOES_ON = lazy(
    r",\s(?:(?:was|were|is|are|has|have|had|will)\s[a-z]|[a-z]{2,}ed\s(?:on|in|at|by|to|from|of"
    r"|when|after|while|as|for|with|and)\s|(?:said|told|ran|fell|went|fled|took)\s)"
)
# "five guests - causing a fight, they said": what came of it, not who
_DOING = lazy(r"[a-z]+ing\b(?!,)")
# "10 wins - rose to fame", a clause that goes on behind an aside
_WENT_ON = lazy(
    r"(?:[a-z]{3,}ed|is|are|was|were|has|have|had|rose|fell|made|said|told|took|went|came|won|lost"
    r"|will|would|can|could)\b"
)
_QUOTE_ENDS = lazy(r"[,.?!]\"")
# "Eastside 13", "Fort Worth 28 Pride", where most items have no number
_IN_NAME = pattern(
    r"(?:^|[,;]\s|\s)(?!(?:and|or|the|of|in|with|plus|but|to|about|some|nearly)\b)[a-z'.-]+\s{n}"
    r"(?=\s[a-z]+[,;]|[,;.]|\sand\s|$)"
)
# "The fifth is a minor", "Another was let go": in the sentence behind a list
_ONE_MORE = pattern(
    r"\W*(?:(?:the|an?)\s(?:{rank}|{fraction}|other|last|remaining)(?=\s)|(?:an)?others?\s)"
)
_EACH = lazy(r"\b(?:each|every|per)\b")
_SAYINGS = frozenset("word letter line phrase sentence".split())  # "three words: “We the …”"
_OPENERS = (
    ":", " - ", "--", " (",
    "namely", "to wit", "specifically", "known as", "which are", "viz", "i.e.", "i. e.",
)  # fmt: skip
# the patterns of a list in its sentence, each with what it cannot do without
_LISTS = (
    (_OPENED, _OPENERS),
    (_OPENED_LATE, (":",)),
    (_ARE, (" are ", " were ")),
    (_TOP_ARE, (" top ", " leading ", " largest ", " biggest ", " main ")),
    (_INCLUDING, ("including",)),
    (_INCLUDED, (" include",)),
)


def in_sentence(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """A number and its list in one sentence."""
    if _broken_off(reading.document.text, skeleton.end):
        return
    for source, marks in _LISTS:
        if any(map(skeleton.text.__contains__, marks)):
            for match in source.finditer(skeleton.text):
                yield from _listed(reading, skeleton, source, match)
    for match in _RESPECTIVELY.finditer(skeleton.text) if "respect" in skeleton.text else ():
        items = items_in(reading, skeleton, *match.span("list"))
        tie = skeleton.span(match, "tie")
        yield from tally(reading, [skeleton.group(match, "n")], items, tie)


def _listed(
    reading: Reading, skeleton: Skeleton, source: re.Pattern[str], match: re.Match[str]
) -> Iterator[Relation]:
    """The number of *match* with the list behind it, where it is one."""
    end = _list_end(reading, skeleton, match)
    chosen = CHOSEN.search(skeleton.text, 0, match.start("n"))
    if end is None or chosen or not of_several(skeleton, match):
        return
    listed = skeleton.text[match.end() : end]
    if _is_said(match, listed) or _is_clause(skeleton, match, listed):
        return
    if _SO_MANY.search(listed) and not CRIMES.isdisjoint(match["np"].split()):
        return
    if source in (_ARE, _TOP_ARE) and _DONE.match(skeleton.text, match.end()):
        return
    some = source in (_INCLUDING, _INCLUDED)
    if some and (
        _ONE_NAMED.match(reading.document.text, skeleton.offset(match.end()))
        or _GOES_ON.search(listed)
    ):
        return
    persons = row_of_persons(reading, skeleton, match.end()) if of_persons(match["np"]) else None
    described = _described(reading, skeleton, match.end(), end)
    places = of_places(match["np"])
    if persons and persons.closed:
        described = described or Items.exactly(persons.spans)
    items = described or items_in(reading, skeleton, match.end(), end, places=places)
    yield from tally(
        reading,
        [counted(skeleton, match)],
        items,
        skeleton.span(match, "tie"),
        partial=some,
        sure=source is not _INCLUDED
        and _is_sure(reading, skeleton, match, listed, described=described is not None)
        and not (";" in listed and too_few(reading, skeleton, match, items))
        and is_whole_list(reading, match, items)
        and not goes_on(reading, skeleton)
        and not _tells_one_more(reading, skeleton, match, items)
        and not _is_told_of_places(reading, match, skeleton.offset(match.end())),
    )


def _is_told_of_places(reading: Reading, match: re.Match[str], start: int) -> bool:
    """Whether what follows a number of states names none: "three states: agents hit homes, …"."""
    return of_places(match["np"]) and reading.document.text[start].islower()


def _tells_one_more(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], items: Items | None
) -> bool:
    """Whether the next sentence tells of one who is not listed: ``The fifth is a minor``."""
    figure = counted(skeleton, match)
    if items is None or figure is None or (figure.value or 0) <= len(items.spans):
        return False
    following = reading.sentences[figure.sentence + 1 : figure.sentence + 2]
    return any(_ONE_MORE.match(told.text) for told in following)


def _is_said(match: re.Match[str], listed: str) -> bool:
    """Whether the words behind a number are said by or of what it counts, and list nothing."""
    if match["tie"].strip() in ("-", "--") and _COUNTS_OF.match(match["np"]):
        return True
    said = NO_LIST.search(listed) or BESIDES.match(listed) or _SAYING.search(match["np"])
    return said is not None


def _is_sure(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], listed: str, *, described: bool
) -> bool:
    """Whether the words behind a number can only be a list of as many."""
    if of_persons(match["np"]) and (
        _WHAT.match(listed) or row_of_persons(reading, skeleton, match.end())
    ):
        return False
    if of_persons(match["np"]) and _SOME.match(listed):
        return False
    if of_persons(match["np"]) and SEVERAL_IN_ONE.search(listed):
        return False
    if not (described or ";" in listed or not _ASIDE.search(listed)):
        return False
    return " or " not in listed  # "one of the four banks - A or B": of two it is not sure


def _is_clause(skeleton: Skeleton, match: re.Match[str], listed: str) -> bool:
    """Whether the words after the number go on with the sentence instead of listing things."""
    first = _FIRST.match(listed)
    step = first and not (first["rank"] and skeleton.figure_at(match.end()).value != 1)
    if listed.startswith("see ") or (step and ";" not in listed) or _EACH.search(match["np"]):
        return True
    if singular(match["np"].split()[-1]) in _SAYINGS:
        return True
    dashed = match["tie"].strip() in ("-", "--")
    closes = skeleton.text.count(" - ", 0, match.start("tie")) % 2 == 1
    doing = _DOING.match(listed) and len(_DOING.findall(listed)) < 2
    return bool(dashed and (closes or doing or _WENT_ON.match(listed)))


def _described(reading: Reading, skeleton: Skeleton, start: int, end: int) -> Items | None:
    """Persons each told more of: ``Ann Lee, of Reno, who ran it, and Bo Roy, who sold it``."""
    if not _ASIDE.search(skeleton.text, start, end) or ";" in skeleton.text[start:end]:
        return None
    text = reading.document.text
    a, b = skeleton.offset(start), skeleton.offset(end)
    found = [
        Span(m.start("name"), m.end("name"))
        for m in _DESCRIBED.finditer(text, a, b)
        if m["name"].lower() not in STATES
    ]
    return Items.exactly(found) if len(found) > 1 and found[0].start == a else None


def _broken_off(text: str, end: int) -> bool:
    """Whether the sentence breaks off at a line's end and goes on in the next line."""
    after = text[end : end + 8].lstrip()
    return text[end - 1 : end] not in ".!?”\"')" and (after[:1].islower() or after[:1] in "(&")


def _list_end(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> int | None:
    """Where a list opened by *match* ends: at its closing dash or bracket, else with the sentence.

    It ends before ", and three of those"; None where the things listed are themselves counted, so
    that they add up instead.
    """
    start = match.end()
    closer = {"-": " - ", "--": " -- ", "(": ")"}.get(match["tie"].strip())
    at = skeleton.text.find(closer, start) if closer else -1
    end = at if at >= 0 else len(skeleton.text)
    quoted = _QUOTE_ENDS.search(skeleton.text, start, end)
    end = quoted.start() + 1 if quoted and '"' not in skeleton.text[start : quoted.start()] else end
    said = _SAID.search(skeleton.text, start, end)
    end = said.start() if said else end
    summed = _IN_SUM.search(skeleton.text, start, end)
    end = summed.start() if summed else end
    figures = [f for f in skeleton.within(start, end) if f.kind in ADDED]
    few = skeleton.text.count(",", start, end) > 2 * len(figures)
    for figure in figures:
        sign = skeleton.sign_of(figure)
        if is_enumerator(skeleton.text, sign) or _is_told_of_item(reading, skeleton, start, sign):
            continue
        if figure.text.lower() == "both" and skeleton.text.endswith(", ", start, sign):
            return sign - 2  # ", both living in Reno": said of those listed
        before = skeleton.text.rfind(" ", 0, sign - 1)
        if few and _IN_NAME.match(skeleton.text, max(start - 1, before)):
            continue
        comma = skeleton.text.rfind(",", start, sign)
        some = _SOME_OF.match(skeleton.text, comma) if comma > start else None
        return comma if some and skeleton.text.count(",", start, comma) > 1 else None
    return end


def _is_told_of_item(reading: Reading, skeleton: Skeleton, start: int, sign: int) -> bool:
    """Whether a figure is said of an item: ``drugs (37 percent)``, ``Reno, with 2 cells; Ely``."""
    bracket = skeleton.text.rfind("(", start, sign)
    if bracket >= 0 and ")" not in skeleton.text[bracket:sign]:
        return True
    begins = skeleton.text.rfind(";", start, sign)
    if begins < 0 and skeleton.text.find(";", sign) < 0:
        return False
    at = max(start, begins + 1)
    at += len(skeleton.text[at:sign]) - len(skeleton.text[at:sign].lstrip(" "))
    at += 4 if skeleton.text.startswith("and ", at) else 0
    return at < sign and reading.document.text[skeleton.offset(at)].isupper()
