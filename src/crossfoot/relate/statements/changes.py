"""Changes told more than once: a headline's "Burglaries Down 12%" over "310 burglaries, 15% fewer".

Each percentage of a rise or fall is tied to the noun that changed, in the clause it stands in:
before its verb ("murders fell by"), right before "by" where the verb is left out ("and robberies
by"), after "a decline in", or the last number of things told before it ("310 burglaries (… or 15%
fewer"). Two such changes are one where noun, direction, place and time agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from crossfoot.figures.lazy import lazy, once
from crossfoot.figures.skeleton import CLASSES, Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.statements.agreement import agree, contradict
from crossfoot.relate.statements.field import LEAD
from crossfoot.relate.statements.others import is_of_other_scope
from crossfoot.relate.statements.slips import is_slip, may_slip
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import is_nationality
from crossfoot.relate.wording.stems import IDLE, is_person, stem

_HEDGE = hedges("an average of", "a", "by")
_FINITE = (
    r"(?:up|down|rose|fell|dropped|declined|decreased|increased|climbed|jumped|plunged|plummeted"
    r"|dipped|surged|soared|risen|fallen|grew|grown|drop|decline|decrease|increase|rise|fall)"
)
_GERUND = (
    r"(?:dropping|declining|decreasing|increasing|falling|rising|climbing|jumping|plunging"
    r"|plummeting|dipping|surging|soaring)"
)
# "shooting victims also went down by nearly | 12%"
_VERB = lazy(rf"(?:^|[\s,])(?P<way>{_FINITE}|{_GERUND})\s(?:[a-z]+ly\s)?(?:by\s)?{_HEDGE}$")
# ", and robberies by | 7%"
_GAPPED = lazy(rf"(?:^|,|;|\band)\s(?:and\s)?(?P<np>(?:[a-z'-]+\s){{1,4}})by\s{_HEDGE}$")
# "robberies 6%, carjackings | 11%"
_BARE = lazy(rf"{CLASSES['portion']}(?:,|\sand)\s(?:and\s)?(?P<np>(?:[a-z'-]+\s){{1,3}}){_HEDGE}$")
_NOUN = r"(?:drop|decline|decrease|reduction|dip|increase|rise|jump|spike|surge)"
# "12% | decline in the number of murders"
_IN = lazy(
    rf"\s(?:[a-z-]+\s)?(?P<way>{_NOUN})\sin\s(?:the\s)?(?:number\sof\s|rate\sof\s)?"
    r"(?P<np>[a-z' -]{4,60})"
)
# "… and 9% | in robberies"
_IN_TOO = lazy(r"\sin\s(?:the\s)?(?P<np>[a-z' -]{4,60})")
# "12% | fewer than", "12% | increase"
_AFTER = lazy(rf"\s(?:[a-z-]+\s)?(?P<way>{_NOUN}|fewer|less|lower|more|higher)\b")
# "down 51 or | 15%", "a drop of | 15%"
_BEFORE = lazy(
    rf"\b(?P<way>up|down|{_NOUN}\sof)\s(?:by\s)?(?:{CLASSES['any']}(?:,\sor|\sor|,)\s)?{_HEDGE}$"
)
_RESPECTIVELY = pattern(r"(?P<one>{percent})\sand\s(?P<other>{percent}),?\srespectively")
# where a noun with its narrowing words ends: "shootings | across the city"
_TAIL = lazy(
    r"\s(?:in|on|of|for|across|along|near|over|during|from|at|among|to|since|with|this|last|throughout"
    r"|between|compared|were|was|is|are|have|has|had|also|both|all|went|reached|hit|which|that"
    r"|by)\b.*"
)
# "drop in homicides | is the sharpest among the crimes that are counted"
_VERBED = lazy(r"\s(?:is|are|was|were|has|have|had|that|which|who)\s.*")
# "arrests | of people from elsewhere": a kind of them
_OF_WHAT = lazy(r"\s(?:of|from|by|against|involving|among|with|for)\s([a-z' -]+)")
_PLACED = lazy(r"(?:^|[\n;])(?P<np>[a-z' -]+?)\s(?:in|across|at|near)\s[^;:\n]{2,40},\s?$")
_LEADING = lazy(r"^(?:(?:with|and|in|also|overall|the|both)\s)+")
_STOP = lazy(
    rf"[.;:()\"\n]|\s-\s|{CLASSES['any']}|\b(?:while|but|whereas|as|that|when|said|because)\b"
)
# what holds for a part of the time or place only, or against another time
_NARROW = lazy(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|(?<!same )(?:quarters?|weeks?|weekend|months?)|half|since|decades?|peak|peaked"
    r"|(?:in|of) the (?:north|south|east|west|rest)"
    r"|without|excluding|(?:leaving|left) out|pandemic"
    r"|nationwide|nationally|citywide|statewide|countywide|elsewhere|alone|of them)\b"
    rf"|\b(?:past|last)\s(?:{CLASSES['any']}|two|three|four|five|several)\b|-year\b"
)
_PLACE = lazy(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Tt]hroughout|[Ff]or)\s(?:the\s)?"
    r"((?:[A-Z]\w+[ -]?|\d+(?:st|nd|rd|th)\s)+)"
)
_OPENING = lazy(r"\W*(?:In|At|Across|Throughout)\s(?:the\s)?((?:[A-Z][\w'’-]*\s?)+),")
_AREA = lazy(r"\b[A-Z]\w+\s(?:County|City|State|Township|Parish)\b")
# "than in | 2020", "compared to | 2020"
_BASE = lazy(r"\b(?:than|with|to|from|over|previous)\s(?:in\s)?$")
# where the clause of a percentage begins and ends
_BREAK = lazy(rf"[;\n]|{CLASSES['portion']}")
_END = lazy(rf"[,;\n]|{CLASSES['portion']}")
_BESIDE = 12  # characters within which "since" still tells of the change
_IN_FRONT = lazy(r"\b(?:in|on|by|during|over|for|since)\s(?:the\s)?$")
_ASIDE = frozenset("since peak decade decades pandemic".split())
_UNTIL = lazy(rf"\s(?:through|to|until)\s{CLASSES['date']}")
_SINCE = lazy(rf"{CLASSES['date']}\s(?:through|to|until)\s$")
# "Meanwhile, cities with fewer residents saw a | 21%"
_SAWS = frozenset("saw sees recorded had reported posted experienced".split())
_SAW = lazy(
    rf"(?P<who>[^,.;:\n]{{3,80}})\s(?:{'|'.join(sorted(_SAWS))})\s{_HEDGE}"
    r"(?:an\s)?$"
)
_FOUR = lazy(r"\b(?:19|20)\d\d\b")
_WORD = lazy(r"[a-z]\w+")
# nouns that add nothing to the deed they stand after: "shooting incidents"
_EMPTY = frozenset(map(stem, "incidents cases rate level reports related overall".split()))
_RISES = frozenset(
    map(
        stem,
        "up rose risen increased increase climbed jumped jump surged surge soared grew grown rise"
        " more higher spike rising increasing climbing jumping surging soaring".split(),
    )
)
# of one thing two sorts
_SORTS = frozenset(
    map(
        stem,
        "violent property personal residential commercial juvenile adult felony misdemeanor"
        " single multi male female petty grand drug gun".split(),
    )
)
# of whom it is told elsewhere what was done
_ANYBODY = frozenset(map(stem, "people persons individuals others cases".split()))
HUNDRED = Fraction(100)
_NEXT = 50  # characters within which the number it changed from is told
_LONG = 150  # characters over which a number of things is taken up by a percentage


@dataclass(frozen=True, slots=True)
class Lead:
    """What title and lede tell: the places they name, and the year before theirs."""

    text: str  # of the document
    words: frozenset[str]
    title: frozenset[str]
    places: frozenset[str]  # stems: "the Salem County jail" is the jail
    bases: frozenset[int]

    @classmethod
    def of(cls, reading: Reading, statements: Sequence[Statement]) -> Lead:
        """Of the *statements* of title and lede."""
        end = max(s.skeleton.end for s in statements)
        title = max((s.skeleton.end for s in statements if s.zone == "title"), default=0)
        dates = [f for f in reading.figures if f.end <= end and f.kind == "date"]
        bare = [(f, year) for f in dates if (year := _year(f))]
        headed = {y for f, y in bare if f.end <= title}
        days = [f.period.start for f in dates if f.end <= title and f.period and not _year(f)]
        # a report released in winter tells of the year before
        headed |= {
            y for d in days if d for y in ((d.year, d.year - 1) if d.month < 4 else (d.year,))
        }
        bases = {y - 1 for y in headed or {max((y for _, y in bare), default=0)}}
        text = reading.document.text
        words, headline = (frozenset(_WORD.findall(text[:at].lower())) for at in (end, title))
        named = {stem(w) for m in _AREA.finditer(text, 0, end) for w in m.group().lower().split()}
        return cls(text, words, headline, frozenset(named), frozenset(bases))


@dataclass(frozen=True)
class Told:
    """A change: of what, which way, by which percentage, and what limits it."""

    key: frozenset[str]
    full: frozenset[str]  # with the noun before: "shootings by 15% and victims by 11%"
    rises: bool
    statement: Statement
    lead: Lead
    skeleton: Skeleton
    text: str  # of the skeleton, in lines

    @once
    def narrowed(self) -> frozenset[str]:
        """What limits it; most changes are not told twice, and are not asked."""
        sign = self.skeleton.sign_of(self.statement.figure)
        return _narrowed(self.lead, self.text, self.skeleton, sign)


def told_changes(
    reading: Reading, statements: Sequence[Statement], alleged: set[str], agreed: set[str]
) -> Iterator[list[Statement]]:
    """Changes of title or lede that are told again: those that agree, and the odd one."""
    shares = [s for s in statements if s.figure.kind in ("percent", "fraction")]
    if len(shares) < 2 or shares[0].zone == "body":
        return
    changes = [c for c in _changes(reading, statements, shares) if c.key]
    leading = [c for c in changes if c.statement.zone != "body"]
    if pair := _only_two(leading, shares):
        yield from _told(pair, shares, alleged, agreed)
    done = {c.statement.figure.id for c in pair}
    for change in leading[:LEAD]:
        same = [c for c in changes if _one(change, c)]
        ids = {c.statement.figure.id for c in same}
        if len(same) < 2 or ids & done:
            continue
        done |= ids
        yield from _told(same, shares, alleged, agreed)


def _only_two(leading: Sequence[Told], shares: Sequence[Statement]) -> list[Told]:
    """The one change of the headline and the one of the first paragraph, of nouns that share one.

    "Inmate population down 20%" over "held 2,020 inmates, a 20% decrease".
    """
    if len(leading) != 2 or leading[0].statement.zone == leading[1].statement.zone:
        return []
    one, other = leading
    if one.rises != other.rises or not one.key & other.key:
        return []
    if _SORTS & (one.key - other.key) and _SORTS & (other.key - one.key):
        return []  # "violent crime", "property crime"
    if one.narrowed == other.narrowed:
        return [one, other]
    # a headline leaves out which half of the year: where its number is told nowhere else, the
    # lede's is meant; of a month's it need not be
    mine, its = one.statement, other.statement
    told = any(agree(s.figure, mine.figure) for s in shares if s is not mine)
    timed = not one.narrowed and other.narrowed <= {"half", "quarter"}
    return [one, other] if timed and not told and is_slip(mine, its) else []


def tells_change(statement: Statement) -> bool:
    """Whether a share is that of a rise or fall."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    left = text[max(0, sign - _LONG) : sign]
    return bool(_VERB.search(left) or _BEFORE.search(left) or _AFTER.match(text, sign + 1))


def _told(
    same: Sequence[Told], shares: Sequence[Statement], alleged: set[str], agreed: set[str]
) -> Iterator[list[Statement]]:
    members = list({c.statement.figure.id: c.statement for c in same}.values())
    pair = _odd(members)
    if pair and _is_told_beside(shares, *pair):
        pair = None
    if pair and not {s.figure.id for s in pair} & alleged:
        yield pair
    first = members[0] if not pair else pair[0] if pair[1].zone == "body" else None
    alike = [m for m in members if first and agree(_percent(first), _percent(m))]
    written = [m for m in alike if first and m.figure.kind == first.figure.kind]
    for some in (written, *([first, m] for m in alike if first and m not in written)):
        ids = {m.figure.id for m in some}
        if len(some) > 1 and not ids <= agreed and not ids & alleged:
            yield some


def _is_told_beside(shares: Sequence[Statement], one: Statement, other: Statement) -> bool:
    """Whether the sentence of *other* gives the percentage of *one*, too."""
    here = (s for s in shares if s.figure.sentence == other.figure.sentence)
    return any(agree(_percent(s), _percent(one)) for s in here)


def _percent(statement: Statement) -> Figure:
    """The figure, or a fraction as a percentage: "a third" is 33 percent or so."""
    figure = statement.figure
    if figure.kind != "fraction" or figure.value is None:
        return figure
    value, step = figure.value * HUNDRED, figure.step * HUNDRED
    return replace(figure, value=value, range=figure.range.scale(HUNDRED), step=step)


def _odd(members: Sequence[Statement]) -> list[Statement] | None:
    """Headline against first paragraph, or either against the only like number of the story."""
    lead = [m for m in members if m.zone != "body"]
    first = lead[0]
    for other in lead[1:]:
        if contradict(_percent(first), _percent(other)):
            return [first, other] if other.zone != first.zone else None
    rest = [m for m in members if m.zone == "body"]
    lead = [m for m in lead if m.figure.hedge is None] or lead
    first = lead[0]
    if any(not contradict(_percent(one), _percent(m)) for one in lead for m in rest):
        return None
    # further on there are changes of parts, whose limits stand in a sentence before
    if not rest or not _about(first, rest[0]) or is_of_other_scope(first, rest[0]):
        return None
    return [first, rest[0]]


def _about(one: Statement, other: Statement) -> bool:
    a, b = _percent(one).value or 0, _percent(other).value or 0
    return max(a, b) <= 2 * min(a, b) or may_slip(one, other) or _is_mistyped(one, other)


def _is_mistyped(one: Statement, other: Statement) -> bool:
    """Whether two shares of two digits or more differ in one: 15% and 45%."""
    return min(one.significant, other.significant) > 1 and is_slip(one, other)


def _one(one: Told, other: Told) -> bool:
    """Whether two changes are of one thing."""
    if one.rises != other.rises:
        return False
    named = one.key == other.key or one.full == other.key or other.full == one.key
    return named and one.narrowed == other.narrowed


def _changes(
    reading: Reading, statements: Sequence[Statement], shares: Sequence[Statement]
) -> Iterator[Told]:
    by_id = {s.figure.id: s for s in shares}
    lead = Lead.of(reading, [s for s in statements if s.zone != "body"])
    counts: dict[int, list[Statement]] = defaultdict(list)  # by where their sentence begins
    for counted in statements:
        if counted.group == "count" and counted.head:
            counts[counted.skeleton.start].append(counted)
    seen: set[int] = set()
    led = False  # whether title or lede tell a change, so that it can be told again
    for share in shares:
        if share.zone == "body" and not led:
            return
        skeleton = share.skeleton
        if skeleton.start not in seen:
            seen.add(skeleton.start)
            for told in _in_sentence(lead, skeleton, by_id, counts[skeleton.start]):
                led = led or bool(told.key)
                yield told


def _in_sentence(
    lead: Lead,
    skeleton: Skeleton,
    by_id: dict[str, Statement],
    here: Sequence[Statement],
) -> Iterator[Told]:
    last: Told | None = None
    text = _lined(lead, skeleton)
    for figure, sign in zip(skeleton.figures, skeleton.signs, strict=True):
        statement = by_id.get(figure.id)
        if statement is None:
            continue
        found = _change(text, skeleton, sign, here, last)
        if found:
            keys, way = found
            for named in keys:
                key = named - lead.places or named
                bare = last is not None and all(map(is_person, key))
                full = key | last.key if last and bare else key
                last = Told(key, full, way, statement, lead, skeleton, text)
                yield last


def _change(
    text: str, skeleton: Skeleton, sign: int, counts: Sequence[Statement], last: Told | None
) -> tuple[list[frozenset[str]], bool] | None:
    """What changes by the percentage at *sign*, and whether it rises."""
    if match := _IN.match(text, sign + 1):
        return [_key(match["np"])], _rises(match)
    if last and (match := _IN_TOO.match(text, sign + 1)):
        return [_key(match["np"])], last.rises
    left = text[max(0, sign - _LONG) : sign]
    if match := _VERB.search(left):
        subject = left[: match.start("way")]
        pair = _RESPECTIVELY.match(text, sign)
        keys = _subjects(subject)
        if keys:
            return ([keys[0]] if pair and len(keys) == 2 else keys), _rises(match)
    if last and (match := _GAPPED.search(left) or _BARE.search(left)):
        return [_key(match["np"])], last.rises
    if pair := _RESPECTIVELY.search(left + text[sign : sign + 15]):
        first = _VERB.search(left[: pair.start()])
        keys = _subjects(left[: first.start("way")]) if first else []
        return ([keys[1]], _rises(first)) if first and len(keys) == 2 else None
    if match := _AFTER.match(text, sign + 1) or _BEFORE.search(left):
        before = [s for s in counts if sign - _LONG < skeleton.sign_of(s.figure) < sign]
        if before:
            one = _same_as_base(skeleton, sign, before, counts)
            key = _worded({one.head, *one.modifiers})
            return ([] if key <= _ANYBODY else [key]), _rises(match)
    return None


def _same_as_base(
    skeleton: Skeleton, sign: int, before: Sequence[Statement], counts: Sequence[Statement]
) -> Statement:
    """Of the numbers before it the one that changed: 90 of "90 inmates in 8 jails, 30% fewer"."""
    after = (s for s in counts if sign < skeleton.sign_of(s.figure) < sign + _NEXT)
    base = next(after, None)
    return next((s for s in reversed(before) if base and s.head == base.head), before[-1])


def _rises(match: re.Match[str]) -> bool:
    return stem(match["way"].removesuffix(" of")) in _RISES


def _subjects(before: str) -> list[frozenset[str]]:
    """The nouns that a verb is said of, told right before it: "murders and robberies also"."""
    placed = _PLACED.search(before)
    if placed:  # "homicides in Salem, Alder, | down"
        return [_key(placed["np"])]
    stops = [m.end() for m in _STOP.finditer(before)]
    clause = before[stops[-1] :] if stops else before
    clause = clause.rstrip(" ,")
    parts = [p for p in re.split(r",\s(?:and\s)?|\sand\s", clause) if p.strip()]
    keys = [_key(p) for p in parts]
    return [k for k in keys if k][-3:]


def _key(phrase: str) -> frozenset[str]:
    phrase = _VERBED.sub("", phrase)
    words = _TAIL.sub("", " " + _LEADING.sub("", phrase.strip(" ,"))).split()
    of = _OF_WHAT.search(phrase)  # "thefts from cars" are no car thefts
    kind = {f"of {stem(w)}" for w in of.group(1).split() if w not in IDLE} if of else set()
    return _worded({stem(w) for w in words[-4:] if w not in IDLE} | kind)


def _worded(stems: Iterable[str]) -> frozenset[str]:
    found = frozenset(stems) - {"drop", "rise"}
    return found - _EMPTY or found


def _lined(lead: Lead, skeleton: Skeleton) -> str:
    """The folded text with its line breaks: a line of a headline is a clause of its own."""
    text, at = skeleton.text, skeleton.start
    while (at := lead.text.find("\n", at, skeleton.end)) >= 0:
        place = skeleton.position(at)
        if text[place] == " ":
            text = f"{text[:place]}\n{text[place + 1 :]}"
        at += 1
    return text


def _narrowed(lead: Lead, text: str, skeleton: Skeleton, sign: int) -> frozenset[str]:
    """What limits a change to a part of the year or the place, in its clause."""
    start, end = _clause(text, sign)
    words = (m for m in _NARROW.finditer(text, start, end))
    limits = [m.group() for m in words if _limits(text, m.start(), m.end(), sign, m.group())]
    limits += [
        f.text.lower() for f in skeleton.within(start, end) if _dates(text, f, skeleton, sign)
    ]
    limits += _elsewhere(lead, skeleton, start, end)
    limits += [
        w for w in _WORD.findall(text, start, sign) if is_nationality(w) and w not in lead.words
    ]
    saw = None if _SAWS.isdisjoint(skeleton.words) else _SAW.search(text, start, sign)
    if saw:
        limits += [w for w in _WORD.findall(saw["who"]) if w not in lead.words]
    for figure in skeleton.within(sign + 1, end)[:1]:
        year, base = _year(figure), _BASE.search(text, sign, skeleton.sign_of(figure))
        if year and base and lead.bases and year not in lead.bases:
            limits.append(figure.text)
    return frozenset(limits)


def _dates(text: str, figure: Figure, skeleton: Skeleton, sign: int) -> bool:
    """Whether a figure says when within the year: a month, "the first two months"."""
    at = skeleton.sign_of(figure)
    if figure.kind == "duration":
        return at - sign < 2 * _BESIDE and _limits(text, at, at + 1, sign, "months")
    dated = figure.kind == "date" and _NARROW.search(figure.text.lower()) is not None
    return dated and not _ranged(text, at) and _limits(text, at, at + 1, sign, figure.text)


def _elsewhere(lead: Lead, skeleton: Skeleton, start: int, end: int) -> list[str]:
    """The words of places that the headline, or title and lede, do not name."""
    opening = _OPENING.match(lead.text, skeleton.start, skeleton.end)
    first = opening.group(1).lower().split() if opening else []
    places = _PLACE.finditer(lead.text, skeleton.offset(start), skeleton.offset(end))
    named = (w for place in places for w in place.group(1).lower().split())
    return [w for w in first if w not in lead.title] + [w for w in named if w not in lead.words]


def _ranged(text: str, sign: int) -> bool:
    """Whether a date is an end of "from October 1 through March 31", the time of the whole."""
    return bool(_UNTIL.match(text, sign + 1) or _SINCE.search(text, 0, sign))


def _clause(text: str, sign: int) -> tuple[int, int]:
    """Around a percentage: from the one before or a semicolon, to the next comma or percentage."""
    start = max((m.end() for m in _BREAK.finditer(text, 0, sign)), default=0)
    found = _END.search(text, sign + 1)
    return start, found.start() if found else len(text)


def _limits(text: str, start: int, end: int, sign: int, word: str) -> bool:
    """Whether a word that limits does so here: not "safest year since 2015, with murders"."""
    if start > sign:  # "to their lowest number since 1998"
        return word not in _ASIDE or start - sign < _BESIDE
    before = _IN_FRONT.sub("", text[:start]).rstrip()
    return "," not in text[end:sign] or not before or before[-1] in ".;,\n"


def _year(figure: Figure) -> int | None:
    """The year that a figure names and nothing else."""
    return int(figure.text) if figure.kind == "date" and _FOUR.fullmatch(figure.text) else None
