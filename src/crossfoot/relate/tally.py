"""Tallies: a number announced, and the items then listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern, plain
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate._ages_listed import ages_listed
from crossfoot.relate._amounts_listed import amounts_listed
from crossfoot.relate._dates_listed import dates_listed
from crossfoot.relate._items import Items, items_of
from crossfoot.relate._kinds import PERSONS, PLACES
from crossfoot.relate._lines_listed import after_row, bullets, lines, ordinals
from crossfoot.relate._persons_listed import persons_listed
from crossfoot.relate._places_listed import places_listed
from crossfoot.relate._rows import family, head, is_enumerator, rows
from crossfoot.relate._tallies import announced, plural, tally
from crossfoot.relate._told_singly import told_singly
from crossfoot.relate._wording import phrase, singular

# between the places and the first bracket: " counties: Brown ("
_OPENS_NAMES = lazy(r"[^.;:()]{0,60}(?::|\s-)\s[^.;:()]{1,40}\($")
FAR_BACK = 40  # sentences between "11 other district attorneys" and their list
_OTHERS = lazy(r"\sother\s")

_NP = r"(?:\s[a-z][a-z'-]*){{1,9}}?"
# "two housing developments: the", "three crews - ", "two groups (", "three men, namely"
_OPENED = pattern(
    r"(?P<n>{n})(?P<np>"
    + _NP
    + r")(?P<tie>:|\s?-\s|\s?--\s?|\s\(|,? namely|,? to wit:?|,? specifically"
    r"|,? which are|,? known as)"
    r"\s*(?=\S)"
)
# "the two former executives who were named as defendants in the suit:"
_OPENED_LATE = pattern(r"(?P<n>{n})(?P<np>(?:\s[a-z][a-z'-]*){{10,14}})(?P<tie>:)\s*(?=\S)")
# "the five busiest offices were Dallas", "the two functions of the gang are to"
_ARE = pattern(
    r"\b(?:the|its|their|his|her|our|those|these)\s(?P<n>{n})(?P<np>"
    + _NP
    + r")\s(?P<tie>are|were)(?: to)?\s"
)
# "the first 50 participants: " opens no list of fifty
_CHOSEN = lazy(r"\b(?:first|last|next|top|every|each|other)\s$")
_SOME_OF_THE = pattern(r"(?P<n>{n})\s(?:out )?of\s(?:the|its|their|all)?\s?$")
_PLACES = frozenset("state country nation province territory republic".split())
# ", and three of those": no further item
_SOME_OF = pattern(r",\s(?:and|but|with|while)\s(?:[a-z]+\s){{0,2}}{n}\sof\b")
# "five tables tracking arrests, detainers and removals respectively"
_RESPECTIVELY = pattern(
    r"(?P<n>{n})(?P<np>\s[a-z]+s)\s(?P<tie>[a-z]+ing|for|on)\s(?P<list>[^.;:]{{5,300}}?)"
    r",?\srespectively"
)
# "two counts, including A and B": no more than announced
_INCLUDING = pattern(r"(?P<n>{n})(?P<np>" + _NP + r"),?\s(?P<tie>including)\s")
# "seven Brooklyn properties:", "four homes -"
_HOMES = pattern(
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,3}}?(?:homes|houses|properties|addresses|locations|buildings"
    r"|residences|apartments|sites|lots|stores|businesses|premises)"
    r"(?:\s(?:in|on|across|around|near|at)\s[^.;:()]{{1,40}}?)?(?P<tie>:|\s-|--|\s\()\s*"
)
_ADDRESS = lazy(r"\d[\d-]*\s+\S")
# "nationals of four countries: 110"
_COUNTED_PLACES = pattern(
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,3}}?(?:countries|counties|states|cities|nations|places|sites|offices"
    r"|courthouses|courts|jails|prisons|centers|plants|districts|towns|locations|airports|ports|camps"
    r"|facilities|villages|provinces|stores|schools|hospitals|agencies|departments|nationalities)"
    r"(?P<tie>:)\s(?={n})"
)
_COUNTED_ITEM = pattern(r"(?:^|,\s(?:and\s)?|;\s(?:and\s)?|\sand\s)(?P<f>{n})(?=\s)")
_ITEM_STARTS = lazy(r"(?:^|,\s(?:and\s)?|;\s(?:and\s)?|\sand\s)(?=\S)")
_ELSEWHERE = lazy(r"\b(?:other|others|rest|elsewhere|remaining|unknown|total)\b")
_AT = lazy(r"\s(?:[a-z]+\s){0,2}?(?:in|at|from|for|on|to)\s")
# "two findings: that", "two kinds of arrests, those", "three files: one"
_ALIKE = r"that|those|whether|how|why|{n}\s(?:for|in|from|at|on|with|to|by|against)"
_ITEM_ALIKE = pattern(r"(?:[,;]\s(?:and\s)?|\sand\s)(?P<word>" + _ALIKE + r")(?=\s)")
_KINDS = lazy(r"\b(?:kinds|types|sorts|groups|categories|classes|sets|forms)\b")
_BEGIN_ALIKE = pattern(
    r"(?P<n>{n})(?P<np>" + _NP + r")(?P<tie>:|,|\s-|\s\()\s(?P<word>" + _ALIKE + r")(?=\s)"
)
# "Ann Lee and others", "first Reno, then Elko", "May for two and June for the rest": no whole list
_NO_LIST = pattern(
    r"\b(?:and|&) (?:others?|more|so on|so forth)\b|\bet al\b|\betc\b"
    r"|\b(?:the|and|some|among) (?:rest|others)\b|\bamong other\b|\bthe remaining\b"
    r"|^{rank} [^;]*, (?:and )?then\b|\bothers$"
)
# "Ann Lee, who is wanted in Reno, Elko and Ely", "friends and, most of all, time"
_ASIDE = lazy(r",\s(?:who|whom|whose|which|where|when)\b|\band,\s")
# "Ann Lee, of Reno, who ran it, and Bo Roy, a clerk"
_DESCRIBED = lazy(
    r"(?:(?<=: )|(?<=- )|, and |, )(?P<name>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4}),"
    r"(?=\s(?:who|of|an?|the|formerly|\d))"
)
_STATES = frozenset(
    "new york;new jersey;new mexico;new hampshire;north carolina;south carolina;north dakota;"
    "south dakota;west virginia;rhode island;puerto rico;costa rica;el salvador".split(";")
)
# "the two sides agreed: no raids, no guns"
_SAYING = lazy(
    r"\b(?:agreed|said|says|testified|reported|argued?|complain(?:ed)?|warn(?:ed)?|claim(?:ed)?|wrote"
    r"|concluded?|asked?|told|noted?|added|explain(?:ed)?|promised?|pleaded|demanded|shouted|heard|saw"
    r"|decided|voted|insist(?:ed)?|believed?|thought|knew|learned)$"
)
_AND_A = lazy(r"\sand\s(?:an?|one|other)\s")  # "two brothers and a cousin"
_OF_THEM = lazy(r"of (?:them|those|these|whom|which)\b")
# "10 defendants - members and associates of the gang - conspired": what they are, not who
_WHAT = lazy(r"(?!the |an? |his |her |their |one )[a-z-]+(?: [a-z-]+)?s\b")
# before persons: another number of them, "a man and two women"
_BESIDE = lazy(r"(?:\b(?:an?|one)|[\ue000-\uf8ff])\s[a-z-]+(?:\s[a-z-]+)?,?\sand\s$")
# "two suspects, Ann Lee and Bo Roy, were"
_APPOSED = pattern(r"(?P<n>{n})(?P<np>" + _NP + r")(?P<tie>,)\s(?=[a-z])")
# "faces three felonies, murder, robbery and arson", "two charges of burglary, theft and arson"
_CRIMES = lazy(r"\b(?:felonies|misdemeanors|crimes|offenses|charges|counts)(?:,| of)\s")
_CHARGES = pattern(
    r"\b(?:charged with|convicted of|guilty (?:to|of)|pleaded (?:guilty )?to|fac(?:es?|ed|ing)"
    r"|indicted on|acquitted of|sentenced for)\s(?:the\s|all\s)?"
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,2}}?(?:felonies|misdemeanors|crimes|offenses|charges|counts)"
    r"(?P<tie>,|\sof)\s"
    r"(?P<list>[a-z -]+, [a-z, -]+ and [a-z -]+|[a-z-]+(?: [a-z-]+)? and [a-z-]+(?: [a-z-]+)?)"
    r"(?=[.;]|$)"
)
_NAMES = lazy(r"[A-Z][\w.'’-]*(?P<more>(?:\s[A-Z][\w.'’-]*){0,3})(?:,| and )")
_SAID = lazy(r"\b(?:said|says|reported|announced|told|confirmed|among|according)\b")
_VERB = lazy(r",?\s(?:were|was|are|is|have|has|had|who|face|faces|pleaded|pled|allegedly)\b")
# "joined by the district attorneys of Alameda, Yolo and Napa counties"
_JOINED = lazy(
    r"\bjoined\b[^.;]{0,40}\bby (?:the )?(?P<noun>[a-z]+(?: [a-z]+)?s)(?:['’]s?)?"
    r"(?: offices?)? (?P<tie>of|from|in|for)(?: the)?\s"
)
# the patterns of a list in its sentence, each with what it cannot do without
_LISTS = (
    (_OPENED, re.compile(r":|\s-\s|\s\(|namely|to wit|specifically")),
    (_OPENED_LATE, re.compile(":")),
    (_ARE, re.compile(r"\s(?:are|were)\s")),
    (_INCLUDING, re.compile(r"including")),
)


def relate(reading: Reading) -> Iterator[Relation]:
    """Every tally that the wording asserts, one a figure."""
    seen: set[str] = set()
    for found in _all(reading):
        counts = {count.id for count in found.figures("count")}
        if not counts & seen:
            seen |= counts
            yield found


def _all(reading: Reading) -> Iterator[Relation]:
    yield from dates_listed(reading)
    if not announced(reading):
        return
    yield from amounts_listed(reading)
    yield from ages_listed(reading)
    for index, _ in announced(reading):
        skeleton = reading.sentences[index]
        yield from _in_sentence(reading, skeleton)
        yield from bullets(reading, index)
        yield from lines(reading, index)
        yield from after_row(reading, index)
        yield from _apposed(reading, skeleton)
        yield from _charges(reading, skeleton)
        yield from _addresses(reading, skeleton)
        yield from _bracketed(reading, skeleton)
        yield from _counted_each(reading, skeleton)
        yield from _alike(reading, skeleton)
    yield from told_singly(reading)
    yield from persons_listed(reading)
    yield from places_listed(reading)
    yield from _joined(reading)
    yield from ordinals(reading)


def _in_sentence(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """A number and its list in one sentence."""
    if _broken_off(reading.document.text, skeleton.end):
        return
    for source, mark in _LISTS:
        if not mark.search(skeleton.text):
            continue
        for match in source.finditer(skeleton.text):
            end = _list_end(skeleton, match)
            chosen = _CHOSEN.search(skeleton.text, 0, match.start("n"))
            if end is None or chosen or not _of_several(skeleton, match):
                continue
            places = _of_places(match["np"])
            listed = skeleton.text[match.end() : end]
            if _NO_LIST.search(listed) or _SAYING.search(match["np"]):
                continue
            described = _described(reading, skeleton, match.end(), end)
            items = described or _listed(reading, skeleton, match.end(), end, places=places)
            yield from tally(
                reading,
                [_counted(skeleton, match)],
                items,
                skeleton.span(match, "tie"),
                partial=source is _INCLUDING,
                sure=not (_of_persons(match["np"]) and _WHAT.match(listed))
                and bool(described or ";" in listed or not _ASIDE.search(listed)),
            )
    for match in _RESPECTIVELY.finditer(skeleton.text):
        items = _listed(reading, skeleton, *match.span("list"))
        tie = skeleton.span(match, "tie")
        yield from tally(reading, [skeleton.group(match, "n")], items, tie)


def _of_several(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the words counted are things to list, and are all that is counted."""
    words = match["np"].lstrip()
    if _OF_THEM.match(words):
        return True
    if not plural(words):
        return False
    persons = _of_persons(words)
    beside = _BESIDE.search(skeleton.text, max(0, match.start("n") - 40), match.start("n"))
    return not (_AND_A.search(words) or (persons and (beside or " and " in words)))


def _of_persons(words: str) -> bool:
    return any(singular(w) in PERSONS for w in words.split())


def _listed(
    reading: Reading, skeleton: Skeleton, start: int, end: int, *, places: bool = False
) -> Items | None:
    """The items of a stretch of the folded sentence."""
    stretch = skeleton.offset(start), skeleton.offset(end)
    return items_of(reading.document.text, *stretch, places=places)


def _described(reading: Reading, skeleton: Skeleton, start: int, end: int) -> Items | None:
    """Persons each told more of: ``Ann Lee, of Reno, who ran it, and Bo Roy, who sold it``."""
    if not _ASIDE.search(skeleton.text, start, end) or ";" in skeleton.text[start:end]:
        return None
    text = reading.document.text
    a, b = skeleton.offset(start), skeleton.offset(end)
    found = [
        Span(m.start("name"), m.end("name"))
        for m in _DESCRIBED.finditer(text, a, b)
        if m["name"].lower() not in _STATES
    ]
    return Items.exactly(found) if len(found) > 1 and found[0].start == a else None


def _bracketed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``in 14 counties: Brown (3), Dane (20), …``: as many brackets as places."""
    if "(" not in skeleton.text:
        return
    for row in rows(skeleton):
        signs = [skeleton.sign_of(f) for f in row.figures]
        if len(signs) < 3 or any(skeleton.text[at - 1] != "(" for at in signs):
            continue
        before = [f for f in skeleton.within(0, row.start) if family(f) == "count"]
        if before and head(skeleton, before[-1]) in PLACES:
            between = skeleton.text[skeleton.sign_of(before[-1]) + 1 : row.start]
            if _OPENS_NAMES.match(between):
                items = Items.exactly([f.span for f in row.figures])
                tie = Span(before[-1].end, row.figures[0].start)
                yield from tally(reading, [before[-1]], items, tie)


def _addresses(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``seven homes: 12 Oak Street and 40 Elm Avenue, in Reno; …``: as many addresses."""
    for match in _HOMES.finditer(skeleton.text):
        found: list[Span] = []
        for figure in skeleton.within(match.end(), len(skeleton.text)):
            if figure.kind in ("count", "number"):  # "and two homes in Elko: 3 Main Street …"
                break
            if figure.kind == "identifier" and _ADDRESS.match(figure.text):
                found.append(figure.span)
        if len(found) > 1 and skeleton.group(match, "n") not in (None, *_chosen(skeleton, match)):
            tie = skeleton.span(match, "tie")
            yield from tally(reading, [skeleton.group(match, "n")], Items.exactly(found), tie)


def _chosen(skeleton: Skeleton, match: re.Match[str]) -> list[Figure]:
    """The number itself, where it is "the first three" or some of another."""
    figure = skeleton.group(match, "n")
    some = _counted(skeleton, match) is not figure
    chosen = some or _CHOSEN.search(skeleton.text, 0, match.start("n"))
    return [figure] if figure and chosen else []


def _counted_each(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``nationals of four countries: 110 Cubans, 213 Haitians, …``: as many counts as places."""
    if ":" not in skeleton.text:
        return
    text = reading.document.text
    for match in _COUNTED_PLACES.finditer(skeleton.text):
        listed = skeleton.text[match.end() :]
        starts = [match.end() + m.start("f") for m in _COUNTED_ITEM.finditer(listed)]
        counts = [
            skeleton.sign_of(f)
            for f in skeleton.within(match.end(), len(skeleton.text))
            if family(f) == "count"
        ]
        if len(starts) < 2 or counts != starts or _ELSEWHERE.search(listed):
            continue
        each = [skeleton.figure_at(at) for at in starts]
        if all(
            text[f.end : f.end + 2].strip()[:1].isupper() or _AT.match(text, f.end) for f in each
        ):
            items = Items.exactly([f.span for f in each])
            sure = len(starts) == len(_ITEM_STARTS.findall(listed))
            tie = skeleton.span(match, "tie")
            yield from tally(reading, [skeleton.group(match, "n")], items, tie, sure=sure)


def _alike(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``two recommendations: that … and that …``; ``three files, one for … and one for …``."""
    for match in _BEGIN_ALIKE.finditer(skeleton.text):
        word = match["word"].split()[0]
        one = word in SIGNS.values()
        if one and skeleton.figure_at(match.start("word")).value != 1:
            continue
        if match["tie"] == "," and not one and not _KINDS.search(match["np"]):
            continue
        spans = [match.span("word")]
        for item in _ITEM_ALIKE.finditer(skeleton.text, match.end()):
            if item["word"].split()[0] == word:
                spans.append(item.span("word"))
        last = skeleton.text[: spans[-1][0]].rstrip()
        if len(spans) > 1 and last.endswith("and") and plural(match["np"]):
            items = Items.exactly([Span(skeleton.offset(a), skeleton.offset(b)) for a, b in spans])
            aside = match["tie"] == "," and "," in skeleton.text[spans[-1][1] :]
            tie = skeleton.span(match, "tie")
            yield from tally(reading, [skeleton.group(match, "n")], items, tie, sure=not aside)


def _of_places(words: str) -> bool:
    """Whether the things announced are states or countries."""
    return bool(_PLACES & {singular(w) for w in words.split()})


def _counted(skeleton: Skeleton, match: re.Match[str]) -> Figure | None:
    """The number announced: in "three of the four regions", three."""
    chosen = _SOME_OF_THE.search(skeleton.text, 0, match.start("n"))
    some = skeleton.group(chosen, "n") if chosen else None
    # "one of four groups: low, …" lists the four
    return some if some and some.value != 1 else skeleton.group(match, "n")


def _broken_off(text: str, end: int) -> bool:
    """Whether the sentence breaks off at a line's end and goes on in the next line."""
    after = text[end : end + 8].lstrip()
    return text[end - 1 : end] not in ".!?”\"')" and (after[:1].islower() or after[:1] in "(&")


def _list_end(skeleton: Skeleton, match: re.Match[str]) -> int | None:
    """Where a list opened by *match* ends: at its closing dash or bracket, else with the sentence.

    It ends before ", and three of those"; None where the things listed are themselves counted, so
    that they add up instead.
    """
    start = match.end()
    closer = {"-": " - ", "(": ")"}.get(match["tie"].strip())
    at = skeleton.text.find(closer, start) if closer else -1
    end = at if at >= 0 else len(skeleton.text)
    for figure in skeleton.within(start, end):
        if is_enumerator(skeleton.text, skeleton.sign_of(figure)):
            continue
        if figure.kind in ("count", "number", "percent", "money", "measure"):
            comma = skeleton.text.rfind(",", start, skeleton.sign_of(figure))
            some = _SOME_OF.match(skeleton.text, comma) if comma > start else None
            return comma if some and skeleton.text.count(",", start, comma) > 1 else None
    return end


def _charges(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``three felonies, murder, robbery and arson``; "counts of" can be several of a kind."""
    if not _CRIMES.search(skeleton.text):
        return
    for match in _CHARGES.finditer(skeleton.text):
        listed = match["list"]
        if skeleton.within(*match.span("list")) or _NO_LIST.search(listed):
            continue
        items = _listed(reading, skeleton, *match.span("list"))
        if items is None or items.least != len(items.finest):
            continue
        tie = skeleton.span(match, "tie")
        figure = skeleton.group(match, "n")
        yield from tally(reading, [figure], items, tie, partial=match["tie"] == " of")


def _apposed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``two suspects, Ann Lee and Bo Roy, were``: names only, told apart in one way."""
    text = reading.document.text
    for match in _APPOSED.finditer(skeleton.text):
        start = skeleton.offset(match.end())
        if not _NAMES.match(text, start) or not _of_several(skeleton, match):
            continue
        verb = _VERB.search(skeleton.text, match.end())
        end = skeleton.offset(verb.start() if verb else len(skeleton.text))
        items = items_of(text, start, end, places=_of_places(match["np"]))
        if items is None or items.least != len(items.finest):
            continue
        figure = skeleton.group(match, "n")
        names = [_NAMES.match(text[s.start : s.end] + ",") for s in items.spans]
        close = text[items.spans[-1].end : items.spans[-1].end + 60]
        if not all(names) or _SAID.search(close) or figure is None:
            continue
        persons = all(name and name["more"] for name in names)
        named = singular(match["np"].split()[-1]) in PLACES and len(names) > 2
        if persons or named or figure.value == len(names):
            yield from tally(reading, [figure], items, skeleton.span(match, "tie"))


def _joined(reading: Reading) -> Iterator[Relation]:
    """``with 11 other district attorneys … joined by the district attorneys of Alameda, …``."""
    text = reading.document.text
    for index, sentence in enumerate(reading.document.sentences):
        if "oined" not in text[sentence.start : sentence.end]:
            continue
        match = _JOINED.search(plain(text[sentence.start : sentence.end]))
        if match is None:
            continue
        start = sentence.start + match.end()
        items = items_of(text, start, sentence.end) if text[start].isupper() else None
        tie = Span(sentence.start + match.start("tie"), sentence.start + match.end("tie"))
        noun = singular(match["noun"].split()[-1])
        others = [
            f
            for at in range(max(0, index - FAR_BACK), index + 1)
            for f in reading.by_sentence[at]
            if _OTHERS.match(reading.sentences[at].text, reading.sentences[at].sign_of(f) + 1)
            and noun in map(singular, phrase(reading.sentences[at], f, skip=1))
        ]
        yield from tally(reading, others[-1:], items, tie)
