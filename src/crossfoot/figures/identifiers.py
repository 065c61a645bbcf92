# ruff: noqa: E501
"""Digits that name and do not count: statutes, cases, forms, times of day, addresses, phones."""

from __future__ import annotations

import re

# at a digit that follows a blank, bracket or quote
_HERE = re.compile(
    r"(?:1[ .-])?\(?[0-9]{3}\)?[ .-][0-9]{3}[.-][0-9]{4}(?![0-9])"  # 714-347-8405
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[ \u00a0]?[ap]\.?m\b\.?)?(?![0-9])"  # 10:30 a.m.
    r"|[0-9]{1,2}[ \u00a0]?(?:[ap]\.m\.|[ap]m\b|o'clock\b)"  # 10 a.m.
    r"|[0-9]+[a-z]?[ \u00a0]?(?:u\.?s\.?c\.?|c\.?f\.?r\.?)(?:[ \u00a0]?a)?[ \u00a0]?(?:§+|sec(?:tion|\.)?s?|parts?)?[ \u00a0]?[0-9][0-9a-z.-]*(?:\([0-9a-z]{1,4}\))*"  # 8 U.S.C. § 1325(a)
    r"|[0-9]+[ \u00a0](?:f\.(?:2d|3d|4th| supp\.(?: [23]d)?)|u\.s\.|s\. ?ct\.|fed\. reg\.|fr|stat\.|i\. ?& ?n\. dec\.)[ \u00a0][0-9]+(?:,[ \u00a0][0-9]+)?"  # 597 U.S. 1
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9])"  # 10.0.0.1
    r"|[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9])"  # a social security number
    r"|[0-9]+\([a-z]\)(?:\([0-9a-z]{1,4}\))*"  # 287(g)
    r"|[0-9]+(?:-[0-9]+)?[ -](?:caliber|calibre|gauge|mm pistol|mm handgun)\b"  # 40-caliber
    r"|24/7\b|9/11\b|50[/-]50\b|20/20\b"
    r"|[0-9]{1,3}-[0-9]{1,3}(?=[ \u00a0](?:vote|decision|ruling|win|loss|victory|defeat|score|majority ruling|verdict)\b)"  # a 5-4 vote
)
# the word before a number that makes it a name
_NAMING = frozenset(
    "section sections sec sec. secs. § §§ ¶ title titles article articles chapter chapters docket room suite ste. apt apt."
    " form forms flight highway hwy interstate route proposition prop prop. props rule page pages pp. p. vol. volume"
    " district precinct terminal gate pier phase type channel exhibit table appendix footnote version"
    " v. box zip building bldg. windows boeing airbus iphone issue h.r. h.r s. s.b. a.b. h.b. sb hb ab psa pub. law p.l. i-"
    " formula mp mile-marker exit runway squad battalion troop uc figure fig. id i.d. id# dca line track camp cell pod pod"
    " count".split()
)
# of those, words that may also stand before a true number ("one count", "form 12 teams")
_NAMING_IF_CAPITAL = frozenset(
    "count district form line type issue law figure table page camp cell track exit rule forms route phase room gate pages"
    " article articles building box version terminal channel volume squad troop title".split()
)
_NUMBER_SIGN = re.compile(
    r"(?:case|docket|cause|permit|license|badge|exhibit|file|inmate|booking|passport|registration|serial|report|indictment|complaint|crim\.|civ\.) (?:no|nos|num|number|numbers|#)s?[.:]?[ \u00a0#]*$"
)
_TAIL = re.compile(r"[0-9][0-9a-z.,-]*[0-9a-z](?:\([0-9a-z]{1,4}\))*|[0-9](?:\([0-9a-z]{1,4}\))*")
_LIST = re.compile(
    r"\(?[0-9]{1,3}(?:\.[0-9]{1,2})*(?:[.)][ \u00a0]|\.?[ \u00a0](?=[A-Z][a-z]+(?:\n|$)))"
)
_STREET = re.compile(
    r"[0-9][0-9/-]*[A-Z]?[ \u00a0](?:(?:[NSEW]\.?|[A-Z0-9][\w.'-]*|of|the)[ \u00a0]){0,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Place|Pl|Court|Ct|Way|Plaza"
    r"|Parkway|Pkwy|Terrace|Square|Highway|Hwy|Circle|Broadway|Turnpike|Pike|Loop|Trail)\b\.?"
)
_ZIP = re.compile(r"(?<=[A-Z][A-Z][ \u00a0])[0-9]{5}(?:-[0-9]{4})?(?![0-9,.]*[0-9])")
_NAMED_ORDINAL = re.compile(
    r"[ \u00a0](?:Street|St\.|Avenue|Ave\.|Place|Road|Precinct|District|Circuit|Amendment|Floor|Division|Brigade|Regiment|Airborne|Infantry|Battalion|Congress)\b"
)
_URL = re.compile(r"://|www\.|@[a-z]|\.(?:com|org|gov|net|edu|pdf|html?|aspx|php)\b")


def here(text: str, cased: str, at: int) -> int:
    """The end of an identifier whose digits begin at *at*, or 0."""
    if match := _HERE.match(text, at):
        return match.end()
    if match := _STREET.match(cased, at):
        return match.end()
    if match := _ZIP.match(cased, at):
        return match.end()
    return 0


def named(text: str, cased: str, at: int) -> int:
    """The end of the digits at *at* where the word before makes them a name, or 0."""
    ahead = text[max(0, at - 40) : at].rstrip(" \u00a0#")
    word = ahead[ahead.rfind(" ") + 1 :].rpartition("\n")[2].lstrip("(\"'[")
    if word in _NAMING:
        if (
            word in _NAMING_IF_CAPITAL
            and not cased[at - len(text[:at].rpartition(word)[2]) - len(word)].isupper()
        ):
            return 0
        return _tail(text, at)
    if _NUMBER_SIGN.search(text, max(0, at - 40), at) or (text[at - 1 : at] == "#"):
        return _tail(text, at)
    return 0


def _tail(text: str, at: int) -> int:
    match = _TAIL.match(text, at)
    return match.end() if match else at + 1


def list_number(cased: str, at: int) -> int:
    """The end of a list or heading number at the start of a block, or 0."""
    if at and cased[at - 1] not in "\n(":
        return 0
    if at > 1 and cased[at - 1] == "(" and cased[at - 2] != "\n":
        return 0
    match = _LIST.match(cased, at)
    return match.end() - 1 if match else 0


def token(text: str, at: int) -> tuple[int, int]:
    """The run of characters without blanks around *at*."""
    start = at
    while start and not text[start - 1].isspace() and at - start < 200:
        start -= 1
    end = at
    while end < len(text) and not text[end].isspace() and end - at < 2000:
        end += 1
    return start, end


def is_url(text: str) -> bool:
    """Whether a run without blanks is an address of the net."""
    return _URL.search(text) is not None


def names_ordinal(cased: str, end: int) -> int:
    """The end of ``18th Street`` where an ordinal ends at *end*, or 0."""
    match = _NAMED_ORDINAL.match(cased, end)
    return match.end() if match else 0
