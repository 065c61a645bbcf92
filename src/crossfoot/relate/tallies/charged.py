"""Persons whom a text charges: how many it announces, and everybody whom it then names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, kept, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.ages import Aged, aged
from crossfoot.relate.tallies.announced import aged_sentences, announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.name_rows import Named, name_rows
from crossfoot.relate.tallies.strangers import ACCUSED, somebody_else
from crossfoot.relate.tallies.words import BESIDE, NO_LIST, is_person
from crossfoot.relate.wording.phrases import are_aged, phrase

LEDE = 10  # sentences, headings included, in which the number of persons is announced
TOP = 2  # the last sentence of headings and lede
ADULT = 18  # years; whom a text does not name is often younger
SHORT = 2  # persons that a row after the lede may leave out of an announced number
# "Seven men charged", "arrested seven men"
_CHARGED = lazy(
    r"\b(?:charged|indicted|arrested|arraigned|convicted|(?:re-?)?sentenced|pleaded|plead|named"
    r"|defendants|suspects|in(?:to)? custody|booked|detained|accused|guilty|facing|face|sought"
    r"|wanted|extradited|fined|jailed|imprisoned)\b"
)
# one of which is in each of those words
_STEMS = (
    "charg", "indict", "arrest", "arraign", "convict", "sentenc", "plea", "plead", "name", "defend",
    "suspect", "custody", "book", "detain", "accus", "guilty", "fac", "sought", "want", "extradit",
    "fine", "jail", "imprison", "identif", "caught", "captur", "against", "nab",
)  # fmt: skip
_CHARGED_BEFORE = lazy(
    r"\b(?:charg(?:es?|ed|ing)|indict(?:s|ed)?|arrest(?:s|ed|ing)?|convict(?:s|ed)?|sentenced|detained"
    r"|(?:indictments?|arrests?|convictions?|guilty pleas?|sentencings?) of"
    r"|named?|identif(?:y|ied|ies)|caught|captured"
    r"|against|nabs?|nabbed|guilty pleas from|extradit(?:ed|es|ing))\s(?:of\s|the\s|all\s)*$"
)
# words of one deed, by their first letters
_FAMILY = {
    "char": "accused", "indi": "accused", "arra": "accused", "accu": "accused", "defe": "accused",
    "face": "accused", "faci": "accused", "book": "arre", "jail": "arre", "deta": "arre",
    "pled": "plea", "guil": "plea", "rese": "sent", "re-s": "sent", "rece": "sent",
    "got": "sent", "give": "sent", "in c": "arre", "into": "arre",
}  # fmt: skip
# the deed of a row: "the indictment charges Ann Lee", "were booked"
_DEEDS = lazy(
    r"\b(?:charg(?:e[sd]?|ing)|indict|arraign|accus|arrest|book|jail|detain|convict|(?:re-?)?sentenc|plead|plea\b"
    r"|in(?:to)? custody|pled|guilty|fac(?:e[sd]?|ing)\b|extradit|fined)"
    r"|\b(?:received|receives|got|given) (?=(?:prison )?(?:sentences|terms)\b"
    rf"|(?:an? )?[{SIGNS['duration']}])"
)
# said anywhere, it leaves open who else there is
_OTHERS = lazy(
    r"\b(?:two|three|four|five|six|\d+|several|many|some|the) others\b"
    r"|\b(?:others|(?:two|three|four|five|six|\d+) more)"
    r" (?:were|are|have|had|face|arrested|charged)\b"
    r"|\b(?:another|other|remaining|third|fourth|fifth|unnamed) (?:man|men|woman|women|suspects?"
    r"|defendants?|persons?|people|individuals?|members?|arrests?)\b"
    r"|\b(?:an?|the) (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: [a-z-]+){0,3}"
    r" (?:was|is|has|had|will|pleaded|remains|remained|faces|died)\b"
    r"|\bthe (?:third|fourth|fifth|sixth|seventh|eighth)(?: [a-z]+)?,"
    r"|\b(?:previously|earlier|also) (?:arrested|indicted|sentenced|pleaded)\b"
    r"|\b(?:indicted|charged|convicted|sentenced) (?:last|in an earlier|in another)\b"
    r"|\b(?:an?|one|another|two|three|the) juveniles?\b"
    r"|\bas (?:an )?adults?\b"
    r"|\baccomplices?\b|\bco-defendant\b|\bwithheld\b"
    r"|\bstill (?:at|being|awaiting|wanted|sought|looking|searching)\b|\btheir names\b"
)
# before a name: a person whom nobody accuses
_BYSTANDER = lazy(
    r"\b(?:victims?|witness(?:es)?|wife|husband|mother|father|son|daughter|widow|girlfriend|boyfriend"
    r"|killed|killing|died|injured|wounded|murders? of|deaths? of|shot|stabbed|beat|robbed|robbing"
    r"|neighbor|survived|assault(?:ed|ing)|raped|attack(?:ed|ing)|against|spokes[a-z]+)\b"
)
_TITLES = frozenset(
    "Detective Officer Sgt Sgt. Sergeant Deputy Chief Judge Justice Lt Lt. Capt Capt. Captain"
    " Sheriff Trooper Agent Inspector Attorney Prosecutor Rep. Sen. Mayor Gov.".split()
)
# "He will also", "Both": of those just told
_ABOUT_ONE = lazy(r"\W*(?:he|she|they|his|her|both|all|each)\b")
_ON_A_DAY = lazy(r"\W*(?:(?:on|in|since|earlier|last)\s|(?=[\ue000-\uf8ff]))[^,]{0,40},")
# another number of persons beside this one: "two men and a woman"
_BESIDE = lazy(
    r"\s(?:[a-z-]+\s){0,3}?(?:men|women|people|[a-z]+s),?\sand\s(?:an?|one|[\ue000-\uf8ff])\s"
)
SOME_OF_THEM = lazy(
    r"\b(?:among|includ(?:es?|ed|ing)|also|as well(?! as)|separate(?:ly)?|earlier|so far|to date)\b"
)
# between "three clerks" and the names of the three; no "three clerks arrested with"
_OPENS = lazy(
    r"(?:[,:(–—-]|\b(?:as|are|were|namely|(?:arrests?|convictions?|indictments?) of))\s?$|^[^,:(]*$"
)
_LEADS_ON = lazy(
    r"\b(?:and (?:his|her|its|their|the|an?)\s[a-z]+,|(?:and|with|by|to|for|against|help of"
    r"|trial of|(?:robb|kill|attack|shoot|stabb|beat|assault|defraud)[a-z]*)"
    r"(?:\s[^,:]{1,40}:)?)\s?$"
    r"|\bnot\b"
    r"|\b(?:when|while|where|because|before|after|that)\s?$"
    # "Two officers arrested | Ann Lee": who did it
    r"|\b(?:arrested|charged|indicted|detained|accused|booked)\s?$"
)
# "Four owners of bus companies were sentenced", "Three Area Agency Owners Charged"
_DONE_TO = lazy(
    r"(?P<noun>\s[a-z][^.;:\ue000-\uf8ff]{1,80}?)\s(?:(?:were|have\sbeen)\s(?:today\s)?(?:charged|arrested|booked)"
    r"|(?:were\s|have\sbeen\s)?(?:today\s)?(?:indicted|arraigned|convicted|sentenced|found guilty"
    r"|plead(?:ed)? guilty|pled guilty|extradited|taken into custody)|charged$)\b"
)
# "Four Charged in Theft Ring", "3 Plead Guilty to Fraud"
_BARE = pattern(
    r"^\W*(?P<n>{n})\s(?:charged|indicted|arrested|arraigned|convicted|sentenced|accused|plead(?:ed)?"
    r"|pled|found guilty|extradited|jailed|booked|detained|(?:taken\s)?in(?:to)?\scustody)\b"
)
_NO_PERSONS = frozenset(
    "count counts charge charges case cases company companies firm firms corporation corporations"
    " year years month months week weeks day days state states county counties banks hospitals"
    " agencies larcenies crimes murders robberies burglaries thefts offenses".split()
)


def persons_charged(reading: Reading, index: int) -> Iterator[list[Figure]]:
    """The numbers of persons that the headline and lede say are charged, alike ones together."""
    groups: dict[Fraction, list[Figure]] = {}
    for figure in _charged(reading):
        if figure.sentence < index and figure.value is not None:
            groups.setdefault(figure.value, []).append(figure)
    yield from groups.values()


@kept
def _charged(reading: Reading) -> Sequence[Figure]:
    """The numbers of persons charged in the headline and lede; worked out once."""
    found: list[Figure] = []
    for index, figures in announced(reading):
        if index >= LEDE:
            break
        skeleton = reading.sentences[index]
        if any(map(skeleton.text.__contains__, _STEMS)):
            found += [f for f in figures if are_charged(skeleton, f)]
    return found


def are_charged(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether the number counts persons who are said to be charged, arrested or the like."""
    sign = skeleton.sign_of(figure)
    if figure.text.lower() == "both":  # who have been told of
        return False
    if skeleton.text.startswith(" of ", sign + 1):  # "two of the defendants were": some of them
        return False
    words = [*phrase(skeleton, figure)][:4]
    if are_aged(skeleton, figure) or any(map(is_person, words)):
        return bool(
            _CHARGED.search(skeleton.text[sign + 1 : sign + 90])
            or _CHARGED_BEFORE.search(skeleton.text, 0, sign)
        )
    bare = _BARE.match(skeleton.text)
    if bare and bare.start("n") == sign:
        return True
    done = _DONE_TO.match(skeleton.text, sign + 1)
    return bool(done and not _NO_PERSONS & set(done["noun"].split(" of ")[0].split()))


def accused(reading: Reading) -> Iterator[Relation]:
    """Everybody whom the text names and accuses, in rows or in paragraphs of their own."""
    persons: dict[tuple[str, str, str], Aged] = {}
    for person in aged(reading):
        if len(person.name) > 1:
            persons.setdefault(person.key, person)
    for person in _unnamed(reading, [p.figure.value for p in persons.values()]):
        persons[("", "", person.figure.id)] = person
    unaged = [row for row in _rows_without_ages(reading) if not _told_before(reading, row, persons)]
    mixed = {named.sentence for named in unaged}  # "Ann Lee, 34, and Bo Roy": by their names
    persons = {k: p for k, p in persons.items() if p.figure.sentence not in mixed}
    sure = [p for p in persons.values() if _is_accused(reading, p)]
    lists = [*(_rows_of(sure) if len(sure) > 1 else []), *unaged]
    if not lists:
        return
    before = min(named.spans[0].start for named in lists)
    every = [p.figure.span for p in persons.values()] if len(sure) > 1 else []
    if len(sure) < len(every):
        lists.append(Named(tuple(every), False))
    groups = [g for g in persons_charged(reading, LEDE) if g[0].end <= before]
    for figures in groups:
        items = _fitting(figures, lists)
        if items is None:
            same = [g for g in groups if _fitting(g, lists) and _same_deed(reading, figures, g)]
            items = _fitting(same[0], lists) if same else None
            only = [named.spans for named in lists if named.accused]
            if not unaged and len(only) > 1 and _one_after_another(reading, sure):
                only = only[-1:]  # all of them
            alone = items is None and len(groups) == len(only) == 1 and on_top(figures)
            first = (
                min([p.at for p in sure if p.figure.span in only[0]] or [only[0][0].start])
                if alone
                else 0
            )
            alone = alone and _of_one_deed(reading, figures, first)
            alone = alone and not somebody_else(reading, _known(reading, lists, persons))
            minors = any(_is_minor(f) and f.span not in every for f in reading.figures)
            if (
                alone
                and not minors
                and are_all_named(reading, figures, max(len(every), len(only[0])))
            ):
                items = Items(only[0], tuple(every) or only[0], len(only[0]))
        if items:
            tie = lists[0].spans[0]
            yield from tally(reading, [f for f in figures if f.end <= before], items, tie)


def _unnamed(reading: Reading, ages: list[Fraction | None]) -> Iterator[Aged]:
    """``A 17-year-old male was also arrested``: one whose age is nobody's who is named."""
    text = reading.document.text
    for figure in reading.figures:
        if figure.kind != "age" or figure.value in ages:
            continue
        sentence = reading.document.sentences[figure.sentence]
        if any(
            f.kind == "age" and f.end > figure.end for f in reading.by_sentence[figure.sentence]
        ):
            continue  # "A 16-year-old from Reno and a 17-year-old from Ely"
        if sentence.start == figure.start - 2 and text.startswith("A ", sentence.start):
            yield Aged(figure, (), text[sentence.start : sentence.end], sentence.start)


def _is_minor(figure: Figure) -> bool:
    return figure.kind == "age" and figure.value is not None and figure.value < ADULT


def _rows_of(persons: list[Aged]) -> list[Named]:
    """The persons named in each sentence that names several, and all of them."""
    rows: dict[int, list[Span]] = {}
    for person in persons:
        rows.setdefault(person.figure.sentence, []).append(person.figure.span)
    several = [tuple(row) for row in rows.values() if 1 < len(row) < len(persons)]
    return [Named(row, True) for row in (*several, tuple(p.figure.span for p in persons))]


def _one_after_another(reading: Reading, persons: Sequence[Aged]) -> bool:
    """Whether each sentence from the first of *persons* to the last tells of one of them.

    One that a date opens tells of another day, on which others may have been caught.
    """
    told = {p.figure.sentence for p in persons}
    days = {at for at in told if any(f.kind == "date" for f in reading.by_sentence[at])}
    if len(told) < 2 or 0 < len(days) < len(told):
        return False
    return all(
        (at in told or _ABOUT_ONE.match(reading.sentences[at].text) is not None)
        and not _ON_A_DAY.match(reading.sentences[at].text)
        for at in range(min(told), max(told) + 1)
    )


def _rows_without_ages(reading: Reading) -> list[Named]:
    """The rows of names of which not each is read with its age."""
    told: dict[int, int] = {}
    for person in aged(reading):
        told[person.figure.sentence] = told.get(person.figure.sentence, 0) + (len(person.name) > 1)
    return [named for named in name_rows(reading) if told.get(named.sentence, 0) < len(named.spans)]


def _told_before(
    reading: Reading, row: Named, persons: Mapping[tuple[str, str, str], Aged]
) -> bool:
    """Whether each of *row* is one of *persons*, who were told before: it is no list of its own."""
    before = [p for p in persons.values() if p.figure.end <= row.spans[0].start]
    ends = {(p.name[0], p.name[-1]) for p in before}
    names = (reading.document.text[span.start : span.end].split() for span in row.spans)
    return bool(ends) and all((name[0], name[-1]) in ends for name in names)


def _known(
    reading: Reading, rows: Sequence[Named], persons: Mapping[tuple[str, str, str], Aged]
) -> frozenset[str]:
    """The words of the names of those who are listed."""
    text = reading.document.text
    named = (text[span.start : span.end].split() for row in rows for span in row.spans)
    return frozenset(
        word for words in (*named, *(p.name for p in persons.values())) for word in words
    )


def _fitting(figures: list[Figure], lists: list[Named]) -> Items | None:
    """The first list that has as many persons as announced."""
    found = next((named.spans for named in lists if len(named.spans) == figures[0].value), None)
    return Items.exactly(found) if found else None


def _of_one_deed(reading: Reading, figures: list[Figure], at: int) -> bool:
    """Whether the sentence of the row at offset *at* says of its persons what the number does.

    "Among those charged" and "also charged" tell of some.
    """
    index = bisect_right(reading.document.sentences, at, key=lambda s: s.start) - 1
    skeleton = reading.sentences[index]
    text = skeleton.text
    if SOME_OF_THEM.search(text) or NO_LIST.search(text):
        return False
    here = [f for f in figures if f.sentence == index]
    if here and not _opens_row(text[skeleton.sign_of(here[-1]) + 1 : skeleton.position(at)]):
        return False
    deeds = {d for f in figures for d in deeds_of(reading.sentences[f.sentence], f)}
    return bool(deeds & {family(word) for word in _DEEDS.findall(text)})


def tells_of_deed(text: str) -> bool:
    """Whether a text in small letters says that somebody is charged, arrested or the like."""
    return _DEEDS.search(text) is not None


def _opens_row(between: str) -> bool:
    """Whether the words between a number and names lead to those counted, and to none beside."""
    return _LEADS_ON.search(between) is None and _OPENS.search(between) is not None


def on_top(figures: list[Figure]) -> bool:
    """Whether headings or lede tell the number."""
    return min(figure.sentence for figure in figures) <= TOP


def are_all_named(reading: Reading, figures: list[Figure], named: int) -> bool:
    """Whether the number is of these persons alone, and hardly more than are named."""
    few = int(figures[0].value or 0) <= named + SHORT
    beside = few and any(_beside(reading, f) for f in figures)
    return few and not beside and not others_left(reading)


def others_left(reading: Reading, first: int = 0, last: int | None = None) -> bool:
    """Whether sentences *first* to *last* speak of more persons than are named, or another case."""
    until = reading.document.sentences[first : None if last is None else last + 1]
    return others_between(reading, until[0].start, until[-1].end)


def others_between(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch of the text speaks of more persons than are named, or another case."""
    sentences = reading.document.sentences
    named: set[int] | None = None
    for match in _OTHERS.finditer(reading.text, start, end):
        if not match.group().startswith("also "):
            return True
        if named is None:
            named = set(aged_sentences(reading))
        at = bisect_right(sentences, match.start(), key=lambda s: s.start) - 1
        if at not in named:  # "Bo Roy, 31, was also arrested" is one of those told
            return True
    return False


def _is_accused(reading: Reading, person: Aged) -> bool:
    """Whether the sentence accuses the person, or a line of its own names him."""
    skeleton = reading.sentences[person.figure.sentence]
    if person.name[:1] and person.name[0] in _TITLES:
        return False
    before = skeleton.text[: skeleton.position(person.at)]
    return bool(ACCUSED.search(skeleton.text)) and not _BYSTANDER.search(before)


def _same_deed(reading: Reading, one: list[Figure], other: list[Figure]) -> bool:
    """Whether both numbers are said of one deed: "Two Men Indicted", "three people … indicted"."""
    if {f.sentence for f in one} & {f.sentence for f in other}:
        return False
    if not on_top(one):  # further down, another case is told
        return False
    deeds = [
        {d for f in figures for d in deeds_of(reading.sentences[f.sentence], f)}
        for figures in (one, other)
    ]
    return bool(deeds[0] & deeds[1])


def deeds_of(skeleton: Skeleton, figure: Figure) -> list[str]:
    """What is said to be done to those counted, each deed by one word for all its words."""
    sign = skeleton.sign_of(figure)
    after = _CHARGED.findall(skeleton.text[sign + 1 : sign + 90])
    words = after or [d.split()[0] for d in _CHARGED_BEFORE.findall(skeleton.text[:sign])]
    return [family(word) for word in words]


def family(word: str) -> str:
    """The deed that *word* tells: charged, indicted and arraigned are one."""
    return _FAMILY.get(word[:4].strip(), word[:4])


def _beside(reading: Reading, figure: Figure) -> bool:
    """Whether other persons are counted beside these: "two men and a woman"."""
    skeleton = reading.sentences[figure.sentence]
    sign = skeleton.sign_of(figure)
    return bool(
        _BESIDE.match(skeleton.text, sign + 1)
        or BESIDE.search(skeleton.text, max(0, sign - 40), sign)
    )
