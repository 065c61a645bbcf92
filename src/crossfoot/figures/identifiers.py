"""Digits that name and do not count: statutes, cases, forms, times of day, addresses, phones."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy

_GAP = "[ \u00a0]"
_ARMS = (
    r"(?:pistol|handgun|rifle|ammunition|ammo|mortar|rounds?|bullets?|cartridges?|guns?|shells?"
    r"|casings?|firearm|semi|automatic|revolver|luger|caliber|howitzer|glock|submachine)"
)
_USC = rf"u\.?{_GAP}?s\.?{_GAP}?c\.?"
_CFR = rf"c\.?{_GAP}?f\.?{_GAP}?r\.?"
_CLAUSES = r"(?:\([0-9a-z]{1,4}\))*"
_REPORTER = (
    rf"(?:f\.(?:2d|3d|4th|{_GAP}supp\.(?:{_GAP}[23]d)?)|u\.s\.|s\.{_GAP}?ct\.|fed\.{_GAP}reg\."
    rf"|stat\.|i\.{_GAP}?&{_GAP}?n\.{_GAP}dec\.)"
)
_TALLIED = r"(?:vote|decision|ruling|win|loss|victory|defeat|score|verdict)"
# what begins with the digit at hand
_HERE = lazy(
    r"(?:1[ .-])?\(?[0-9]{3}\)?[ .-][0-9]{3}[.-][0-9]{4}(?![0-9])"  # 212-555-0143
    r"|[0-9]{1,2}:[0-9]{2}-[a-z]{2,4}-[0-9]+"  # 1:18-cv-00428
    rf"|[0-9]{{1,2}}(?::[0-9]{{2}})?{_GAP}?(?:-|to|and){_GAP}?[0-9]{{1,2}}(?::[0-9]{{2}})?{_GAP}?[ap]"
    r"\.?m(?![a-z])\.?"  # between 5 and 6 p.m.
    rf"|(?:0[0-9]|1[0-9]|2[0-4])[0-5][0-9]{_GAP}?(?:hours|gmt|utc)(?![a-z])"  # 0900 GMT
    rf"|[0-9]+00{_GAP}block(?![a-z])"  # the 1200 block of Main Street
    rf"|[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?:{_GAP}?[ap]\.?m(?![a-z])\.?)?(?![0-9])"  # 10:30
    rf"|[0-9]{{1,2}}{_GAP}?(?:[ap]\.m\.|[ap]m(?![a-z])|o'clock(?![a-z]))"  # 10 a.m.
    rf"|[0-9]+[a-z]?{_GAP}?(?:{_USC}|{_CFR})(?![a-z])a?{_GAP}?(?:§+|sec(?:tion|\.)?s?|parts?)?"
    rf"{_GAP}?[0-9][0-9a-z.-]*{_CLAUSES}"  # 8 U.S.C. § 1325(a)
    rf"|[0-9]+{_GAP}{_REPORTER}{_GAP}[0-9]+(?:,[0-9]{{3}})*(?:,{_GAP}[0-9]+)?"  # 597 U.S. 1
    r"|[0-9]-(?:anpp|meo-[a-z]+|(?:methyl|fluoro|hydroxy|methoxy|acetyl)[a-z]+)(?![a-z])"  # 4-ANPP
    r"|[0-9]+(?:\.[0-9]+){2,}"  # 10.0.0.1, 2.1.3
    r"|[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9])"  # a social security number
    r"|[0-9]+(?:-[0-9]+)+-[a-z]{1,3}-?[0-9]+"  # 2011-02-S-154
    rf"|[0-9]+\([a-z]{{1,2}}\){_CLAUSES}"  # 287(g)
    rf"|\.?[0-9]+(?:-[0-9]+)?(?:{_GAP}|-)(?:caliber|calibre|gauge)(?![a-z])"  # .22 caliber
    rf"|\.?[0-9]+(?:\.[0-9]+)?{_GAP}?-?mm(?:{_GAP}|-){_ARMS}"  # 9mm pistol
    rf"|[0-9]{{1,3}}-[0-9]{{1,3}}(?={_GAP}{_TALLIED}(?![a-z]))"  # a 5-4 vote
    # release 44/2003, but the years 2002/2003
    r"|(?!(?:19|20)[0-9]{2}/)(?:1[3-9]|[2-9][0-9]|[0-9]{3,4})/(?:19|20)[0-9]{2}(?![0-9/])"
    r"|(?:24/7|9/11|50[/-]50|20/20)(?![0-9,.%-]*[0-9%])"
    rf"|911(?={_GAP}(?:call|operator|dispatch|emergency))|(?<=called )911|(?<=dialed )911"
)
# the word before a number that makes it a name; lower-case ones count at any time
_NAMING = frozenset(
    "section sections sec sec. secs. § §§ ¶ h.r. h.r s.b. a.b. h.b. apt apt. suite ste. flight hwy"
    " interstate i- proposition prop prop. props chapter footnote pp. p. vol. v. zip pub. p.l. id"
    " id. i.d. id# marker exit dca formula boeing airbus iphone page fig. bldg. docket".split()
)
# these only with a capital: "District 9", but "the district 9 people"
_NAMING_PROPER = frozenset(
    "title titles article articles room form forms highway route rule pages district precinct"
    " terminal gate pier phase type channel exhibit table appendix version box building windows"
    " law figure camp cell exit squad battalion troop pod line level category grade unit lot zone"
    " ward dorm hall amendment bill part step item volume runway operation class tier sb hb ab hr"
    " psa mp uc model pl pc vc cpl bpc p.c code eo ina order".split()
)
_NUMBER_SIGN = lazy(
    r"(?<![a-z])(?:case|docket|cause|permit|license|badge|exhibit|file|inmate|booking|passport|serial|report"
    r"|indictment|complaint|registration|account|phone|fax|tel|cell|crim\.|civ\.)"
    r"(?:s?[ \u00a0]?(?:no|nos|num|number|numbers|#))?[.:]?[ \u00a0#]*$"  # "Complaints: 5" are five
)
# what the word before the number then ends in
_SIGNING = tuple(
    "case docket cause permit license badge exhibit file inmate booking passport serial report"
    " indictment complaint registration account phone fax tel cell crim civ no num number".split()
)
_SIGNING_ENDS = frozenset(".:#rnoelx")
# what a word that makes a name of a number may end in
_NAMING_ENDS = frozenset(
    word[-2:] for word in (*_NAMING, *_NAMING_PROPER, *_SIGNING, "order", "at", "and", "or")
)
_NAMING_MARKS = frozenset("()\"'[].:#v§¶")
# "sections 212 and 237"
_NAMED_LIST = lazy(
    r"(?<![a-z])(?:sections|titles|articles|chapters|forms|pages|rules|props\.?|propositions|routes"
    r"|figures|tables)[ \u00a0][0-9a-z().,-]+(?:,?[ \u00a0][0-9][0-9a-z().-]*){0,4},?[ \u00a0]"
    r"(?:and|or)[ \u00a0]$"
)
_TAIL = lazy(r"[0-9](?:[0-9a-z.,/-]*[0-9a-z])?(?:\([0-9a-z]{1,4}\))*")
# "1. ", "(3) ", "2.1 Methods" at the start of a block
_LIST = lazy(r"[0-9]{1,3}(?:[.)]|(?:\.[0-9]{1,2})+[.)]?(?=[ \u00a0][A-Z]))(?=[ \u00a0])")
_STREET = lazy(
    rf"[0-9][0-9/-]{{0,10}}[A-Z]?{_GAP}(?:(?:[A-Z0-9][\w.'-]*|of|the|st|nd|rd|th){_GAP}){{0,5}}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Place|Pl|Court|Ct|Way|Plaza"
    r"|Parkway|Pkwy|Terrace|Square|Highway|Hwy|Circle|Broadway|Turnpike|Pike|Loop|Trail|STREET"
    r"|AVENUE|ROAD|BOULEVARD|DRIVE|LANE)\b"
)
_ZIP = lazy(
    rf"(?<=[A-Z][A-Z]{_GAP})[0-9]{{5}}(?:-[0-9]{{4}})?(?![0-9,]*[0-9])(?={_GAP}*(?:[,.;)]|\n|$))"
)
_NAMED_ORDINAL = lazy(
    rf"{_GAP}(?:Street|St\.|Avenue|Ave\.|Place|Road|Precinct|District|Circuit|Amendment|Floor"
    r"|Division|Brigade|Regiment|Airborne|Infantry|Battalion|Congress|Ward)\b"
)
_LETTERED = lazy(r"[0-9]+-[A-Z]{1,2}(?![A-Za-z0-9])")  # 1040-NR
_URL = lazy(r"://|www\.|@[a-z]|\.(?:com|org|gov|net|edu|mil|pdf|html?|aspx|php)(?![a-z])")
_EDGE_OPEN, _EDGE_CLOSE = "([{\"'*", ".,;:!?)]}\"'*"
_LONGEST = 400
_SOLID = lazy(rf"\S{{0,{_LONGEST}}}")
_LETTER = lazy(r"[^\W\d_]")


def here(text: str, cased: str, at: int) -> int:
    """The end of an identifier that begins with the digits at *at*, or 0."""
    if match := _HERE.match(text, at) or _STREET.match(cased, at):
        return match.end()
    if text[at + 4 : at + 5].isdigit() and (match := _ZIP.match(cased, at)):
        return match.end()
    match = _LETTERED.match(cased, at) if "-" in text[at : at + 8] else None
    return match.end() if match else 0


def named(text: str, cased: str, at: int) -> int:
    """The end of the digits at *at* where the words before make them a name, or 0."""
    floor = max(0, at - 20)
    stop = at
    while stop > floor and text[stop - 1] in " \u00a0#":
        stop -= 1
    if stop == at and text[at - 1 : at] not in ("#", "§"):
        return 0
    if text[stop - 2 : stop] not in _NAMING_ENDS and text[stop - 1 : stop] not in _NAMING_MARKS:
        return 0
    words = text[floor:stop].rsplit(None, 2)
    word = words[-1].strip("()\"'[]") if words else ""
    if word == "order" and not text[:stop].endswith("executive order"):
        return 0
    if word == "at" and words[-2:-1] == ["id."]:  # "Id. at 8": a page
        return tail(text, at)
    if word in ("v.", "v") and words[-2:-1] and words[-2][-1] in "0123456789%":
        return 0  # 33 v. 43: one set against the other
    if word in _NAMING or (word in _NAMING_PROPER and cased[stop - len(word)].isupper()):
        end = tail(text, at)
        return 0 if _PERCENT.match(text, end) else end  # "the Currency Unit 10.8 percent"
    if word in ("and", "or") and _NAMED_LIST.search(text, max(0, at - 48), at):
        return tail(text, at)
    signing = word[-1:] in _SIGNING_ENDS and word.rstrip(".:#s").endswith(_SIGNING)
    if signing and _NUMBER_SIGN.search(text, max(0, at - 32), at):
        end = tail(text, at)
        return 0 if text.endswith("-old", at, end) else end  # "in the case: 46-year-old Ann Lee"
    return 0


_PERCENT = lazy(rf"{_GAP}?(?:%|per ?cent\b)")
# "The Gazette (11/14, Poe) reported": the issue of a paper, and who wrote there
_ISSUE = lazy(
    r"(?:1[0-2]|[1-9])/(?:3[01]|[12]?[0-9])"
    r"(?=, (?:[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)*[),]|story ))"
)
_CHAIN = lazy(r"[0-9]+(?:-[0-9]+){2,}")


def chained(text: str, at: int) -> int:
    """The end of digits in three or more groups (1-222-22-2222) at *at*, or 0; dates are none."""
    match = _CHAIN.match(text, at)
    return match.end() if match else 0


def issue(cased: str, at: int) -> int:
    """The end of the month and day of an issue in brackets at *at*, or 0."""
    match = _ISSUE.match(cased, at) if cased[at - 1 : at] == "(" else None
    return match.end() if match else 0


def tail(text: str, at: int) -> int:
    """The end of a code that begins with the digit at *at*: ``13WF2395``, ``287(g)``."""
    match = _TAIL.match(text, at)
    return match.end() if match else at + 1


def list_number(cased: str, at: int) -> int:
    """The end of a list or heading number that opens a block at *at*, or 0."""
    match = _LIST.match(cased, at)
    return match.end() if match else 0


def token(text: str, at: int) -> tuple[int, int]:
    """The run without blanks around *at*, without the punctuation at its edges."""
    floor = max(0, at - _LONGEST)
    start = max(floor, *(text.rfind(blank, floor, at) + 1 for blank in " \n\u00a0"))
    solid = _SOLID.match(text, at)
    end = solid.end() if solid else at
    while start < at and text[start] in _EDGE_OPEN:
        start += 1
    while end > at + 1 and text[end - 1] in _EDGE_CLOSE:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return start, end


def has_letter(text: str, start: int, end: int) -> bool:
    """Whether a letter stands in ``text[start:end]``."""
    return _LETTER.search(text, start, end) is not None


def is_url(text: str, start: int, end: int) -> bool:
    """Whether a run without blanks is an address of the net."""
    return _URL.search(text, start, end) is not None


def names_ordinal(cased: str, end: int) -> int:
    """The end of ``18th Street`` where its ordinal ends at *end*, or 0."""
    match = _NAMED_ORDINAL.match(cased, end)
    return match.end() if match else 0


# "their Six Nations squad", "the Nine Trey gang": a capital that no sentence or title explains
_NAME_BEGINS = lazy(rf"(?<![A-Za-z'’.-])[a-z]{{2,}},?{_GAP}(?:\"|“)?$")
_NAME_GOES_ON = lazy(
    rf"{_GAP}(?!(?:Counts?|Charges?|Years?|Months?|Days?|Hours?|Weeks?|Men|Women|People|Persons?"
    r"|Defendants?|Individuals?|Members?|Hundred|Thousand|Million|Billion|Dollars|Percent|Times"
    r"|States?|Cities|Counties|Countries|Officers|Agents|Victims|Suspects|Arrests|Kilograms|Pounds"
    rf"|Grams|Ounces|Children|Others)\b)[A-Z][a-z]+"
)
_RUNNING = lazy(r"(?<![A-Za-z])[a-z]{4,}(?![A-Za-z])")
_AROUND = 90  # characters on either side that show whether capitals are those of a title


def names_number(cased: str, at: int, end: int) -> bool:
    """Whether a number word with a capital is part of a name: ``the Five Points area``."""
    if not _NAME_GOES_ON.match(cased, end):
        return False
    if not _NAME_BEGINS.search(cased, max(0, at - 24), at):
        return False
    start = max(at - _AROUND, cased.rfind("\n", 0, at) + 1)
    stop = cased.find("\n", end, end + _AROUND)
    around = cased[start : stop if stop >= 0 else end + _AROUND]
    words = around.split()
    return 2 * len(_RUNNING.findall(around)) > sum(w[:1].isupper() for w in words) and (
        sum(w[:1].islower() for w in words) >= len(words) / 2
    )
