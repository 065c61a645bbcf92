"""The noun that a figure counts, with the words that narrow it: after it, or in a label before."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, TOKEN, plain
from crossfoot.model import Figure
from crossfoot.relate.statements.folded import Folded
from crossfoot.relate.wording.stems import stem

# kinds whose figures can say the same quantity
GROUPS = {
    "count": "count", "number": "count", "percent": "share", "points": "share",
    "fraction": "share", "money": "money", "duration": "length", "date": "date",
    "multiple": "multiple", "rate": "rate", "measure": "measure",
}  # fmt: skip
# whose noun says what they are of; what stands beside an amount says it with other words
COUNTED = frozenset({"count", "share", "measure"})
SIGN_TOKENS = frozenset(SIGNS.values())
# "three | Salem, Ohio, clerks", "two | former College of Alder nurses": a name before the noun
_NAMED = lazy(
    r"\s(?:[a-z-]+\s){0,2}(?:[A-Z][\w.'’-]*\s){0,2}[A-Z][\w.'’-]*"
    r"(?:,\s(?:[A-Z][\w.]*\s)?[A-Z][\w.]*(?:,|-(?:[Aa]rea|[Bb]ased))?|\sof\s(?:the\s)?[A-Z]\w+)\s(?=\w)"
)
# what ends the words counted: "27 employees | who worked on …"
_BREAKS = frozenset(
    "of in on at by for from to with into onto over under during after before since until while as"
    " than then and or but nor who whom whose which that where when is are was were be been being"
    " has have had do does did will would can could may might must should about through against"
    " per via because within without between among off out not this his her its their the a"
    " an".split()
)
PLURALS = frozenset("men women people children police ids".split())
_SINGULARS = frozenset(
    "his its this has was does less across towards perhaps always texas kansas arkansas"
    " massachusetts dallas honduras".split()
)
_OPENED = frozenset("-'\"“‘")
_AGE = SIGNS["age"]
_BEFORE_NOUN = _OPENED | {"(", "of", _AGE}
DEFINITE = frozenset("the these those all both today's year's month's week's".split())
_NO_LABEL = frozenset("; . , ( and but or it they he she that who which while another".split())
# what is said of persons without naming them: "26 charged", "3 dead"
PARTICIPLES = frozenset(
    "charged arrested indicted convicted sentenced killed injured wounded detained hurt dead"
    " missing arraigned deported nabbed jailed accused".split()
)
# of "15 years in state prison" it is the prison that tells
_COURTS = frozenset(map(stem, "state federal county local consecutive".split()))
# plurals that narrow the noun after them; another plural after a plural is a verb: "centers hold"
_ATTRIBUTIVE = frozenset(
    "sports states arms sales savings narcotics weapons drugs operations services goods sanctions"
    " communications customs police".split()
)
PEOPLE = stem("people")
# "agents arrest 53": what stands before the verb is not what is counted
_DOING = frozenset(
    "arrest arrested arrests detain detained detains charge charged charges indict indicted indicts"
    " convict convicted convicts deport deported deports nab nabbed nabs seize seized seizes kill"
    " killed kills rescue rescued rescues remove removed removes hold holds hit hits top tops reach"
    " reaches near nears pass passes exceed exceeds house houses free frees fine fines find finds"
    " save saves sicken sickens injure injures wound wounds displace displaces leave leaves".split()
)
# verbs that look like the plural of a label: "the union puts the number at 12"
_VERBS = frozenset("puts says shows sets gives brings lists makes takes comes stands".split())
_WAYS = {"fewer": "drop", "less": "drop", "more": "rise"}
_SAID_TO_BE = frozenset("alleged suspected illegal illicit pure raw bulk what".split())
_WEIGHING = frozenset("weighing weighed totaling totalling".split())
_ASIDE = 8  # words of ", which is roughly 11 pounds,"; of "weighing a total of about"
_CHARGES = frozenset(("counts", "count", "charges", "charge"))  # named by what they are of
_NONE: frozenset[str] = frozenset()
_Noun = tuple[str, frozenset[str], bool]
_NOTHING: _Noun = ("", _NONE, False)


def counted(figure: Figure, folded: Folded, at: int, start: int) -> _Noun:
    """What is counted, the words that narrow it, and whether it is a label before the figure.

    Of a share that tells a change, what changed, and which way: "murders declined by 16%".
    """
    if GROUPS.get(figure.kind) == "share" and (way := _way(folded, at)):
        changed = _changed(folded, at)
        return (changed[0], frozenset((way, *changed[1:])), False) if changed else _NOTHING
    tokens, meanings = folded.tokens, folded.meanings
    run = _run(tokens, start)
    if run and tokens[at + 1] == "-":  # "57-count indictment"
        return stem(run[0]), frozenset(filter(None, meanings[start + 1 : start + 2])), False
    if figure.kind == "measure" and (stuff := _stuff(tokens, at)):
        return stem(next(filter(is_plural, stuff), stuff[0])), _NONE, False
    if figure.kind == "duration":  # "16 months in jail"
        after = (m for m in meanings[at + 1 : at + 6] if m and m not in _COURTS)
        return next(after, ""), _NONE, False
    head_at = _head(run, figure)
    if head_at is not None:
        narrowing = meanings[start : start + head_at] or _of_what(folded, start + head_at)
        return stem(run[head_at]), frozenset(filter(None, narrowing)), False
    if figure.kind not in ("count", "number"):
        return _NOTHING
    if run:
        return _behind_a_name(figure, folded, start, run)
    if at > 1 and tokens[at - 1] == ":" and tokens[at - 2] in PARTICIPLES:
        return PEOPLE, _NONE, True  # "Number detained: 31"
    found = _labelled(tokens, meanings, at)
    return (found[0], frozenset(found[1:]), True) if found else _NOTHING


def _stuff(tokens: Sequence[str], at: int) -> Sequence[str]:
    """What is weighed: "48 pounds of alleged cocaine", "a load of cocaine weighing 48 pounds"."""
    after = at + 1
    if tokens[after : after + 1] == ["("]:  # "48 pounds (22 kg) of"
        after += 3
    elif tokens[after : after + 3] == [",", "which", "is"] or tokens[after : after + 2] == [
        ",",
        "or",
    ]:
        after = next(
            (n + 1 for n in range(after + 2, at + _ASIDE) if tokens[n : n + 1] == [","]), at
        )
    if tokens[after : after + 1] == ["of"]:
        return [word for word in _run(tokens, after + 1) if word not in _SAID_TO_BE]
    weighed = max(0, at - _ASIDE)
    for before in range(at - 1, weighed, -1):
        if tokens[before] in _WEIGHING:
            noun = before - 2 if tokens[before - 1] == "," else before - 1
            stuff = _run(tokens, noun)[:1] if noun >= 0 else ()
            return [] if stuff and is_plural(stuff[0]) else stuff  # "the 28 packages weighed"
    return ()


def _of_what(folded: Folded, noun: int) -> Sequence[str]:
    """What "counts of aggravated murder" are of: the same two words as of "murder counts"."""
    if folded.tokens[noun] not in _CHARGES or folded.tokens[noun + 1 : noun + 2] != ["of"]:
        return ()
    run = _run(folded.tokens, noun + 2)
    return folded.meanings[noun + 2 : noun + 2 + min(len(run), 2)]


def _behind_a_name(figure: Figure, folded: Folded, start: int, run: Sequence[str]) -> _Noun:
    """The noun after a name that holds a stop: "two former College of Alder nurses"."""
    if run[0] in PARTICIPLES:
        return PEOPLE, _NONE, False
    stop = folded.tokens[start + len(run) : start + len(run) + 1]
    name = _NAMED.match(folded.text, figure.end) if stop in ([","], ["of"]) else None
    if name is None:
        return _NOTHING
    first = start + len(TOKEN.findall(plain(name.group())))
    behind = _run(folded.tokens, first)
    head_at = _head(behind, figure)
    if head_at is None:
        return _NOTHING
    narrowing = folded.meanings[start : first + head_at]
    return stem(behind[head_at]), frozenset(filter(None, narrowing)), False


def _way(folded: Folded, at: int) -> str:
    """ "drop" or "rise", from the words right beside a share."""
    beside = [*folded.tokens[max(0, at - 3) : at], *folded.tokens[at + 1 : at + 3]]
    for token in beside:
        way = _WAYS.get(token) or stem(token)
        if way in ("drop", "rise"):
            return way
    return ""


def _changed(folded: Folded, at: int) -> tuple[str, ...]:
    """The noun that changed, and what narrows it: after "16% decline in", or the plural before."""
    tokens, meanings = folded.tokens, folded.meanings
    for place in (at + 1, at + 2):
        if tokens[place : place + 1] == ["in"]:
            run = _run(tokens, place + 1)
            plural = next((i for i, w in enumerate(run) if is_plural(w)), None)
            first = place + 1
            return () if plural is None else _narrowed(meanings, first, first + plural)
    for place in range(at - 1, max(-1, at - 16), -1):
        if tokens[place] in ";(":
            break
        if is_plural(tokens[place]) and meanings[place] not in ("", "drop", "rise"):
            return _narrowed(meanings, max(0, place - 3), place)
    return ()


def _narrowed(meanings: Sequence[str], first: int, noun: int) -> tuple[str, ...]:
    """The noun, then the telling words right before it, not farther back than *first*."""
    start = noun
    while start > first and meanings[start - 1]:
        start -= 1
    return (meanings[noun], *meanings[start:noun])


def noun_start(tokens: Sequence[str], at: int, group: str) -> tuple[int, bool]:
    """Where the words counted begin, and whether the figure is a part: "25 of the firearms"."""
    at += 1
    if at == len(tokens) or tokens[at] not in _BEFORE_NOUN:
        return at, False
    if tokens[at] == _AGE:  # "two 24-year-old men"
        return at + 1, False
    if tokens[at] == "(":  # "fourteen (14) counts"
        close = next((i for i in range(at, min(at + 6, len(tokens))) if tokens[i] == ")"), at)
        at = close + 1
    if tokens[at : at + 1] and tokens[at] in _OPENED:
        at += 1  # "57-count", "5 'priority offenders'"
        at += tokens[at : at + 1] == ["long"]  # "three-week-long sweep"
    if tokens[at : at + 1] == ["of"] and group in ("count", "share"):
        at += 1
        while at < len(tokens) and tokens[at] in ("the", "these", "those", "its", "his", "all"):
            at += 1
        return at, group == "count"
    return at, False


def _run(tokens: Sequence[str], start: int) -> list[str]:
    """At most six words from *start*, up to a function word or a stop."""
    run: list[str] = []
    for token in tokens[start : start + 6]:
        if token in _BREAKS or not token[0].islower():
            break
        run.append(token)
    return run


def _head(run: Sequence[str], figure: Figure) -> int | None:
    """Where the noun counted stands in *run*: the first plural; of "weapons charges" the second."""
    if figure.kind not in ("count", "number"):
        return 0 if run else None
    if run and run[0] in PARTICIPLES:  # "26 charged with conspiracy"
        return None
    for at, word in enumerate(run):
        if is_plural(word):
            named = word in _ATTRIBUTIVE and at + 1 < len(run) and is_plural(run[at + 1])
            return at + 1 if named else at
    return len(run) - 1 if run and figure.value == 1 else None


def is_plural(word: str) -> bool:
    """Whether a word is of several, as far as its form tells."""
    return word in PLURALS or (
        len(word) > 3
        and word[-1] == "s"
        and word[-2:] not in ("ss", "us", "is", "'s")
        and word not in _SINGULARS
    )


def _labelled(tokens: Sequence[str], meanings: Sequence[str], at: int) -> tuple[str, ...]:
    """The noun of "Arrests: 12", "the number of inmates is 12", with what narrows it."""
    if tokens[at - 1] in _DOING or is_sign(tokens, at + 1):
        return ()
    if tokens[at - 1] in DEFINITE:  # "agents took all | 20 into custody"
        return ()
    if tokens[at + 1 : at + 2] == ["of"] and is_sign(tokens, at + 3):
        return ()  # "plans to sell | 3 of its 8"
    for back in range(at - 1, max(-1, at - 8), -1):
        token = tokens[back]
        if token in SIGN_TOKENS or token in _NO_LABEL or token in _VERBS:
            return ()
        if meanings[back] and is_plural(token):
            return _narrowed(meanings, max(0, back - 3), back)
    return ()


def is_sign(tokens: Sequence[str], at: int) -> bool:
    """Whether a figure stands there."""
    return 0 <= at < len(tokens) and tokens[at] in SIGN_TOKENS
