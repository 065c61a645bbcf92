"""What is done to the persons counted, and whether it is done to those of two numbers."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.some_or_more import DONE, DONE_WORDS
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import DEEDS, is_person, stem

# "seven men | indicted"
_AFTER = lazy(rf"(?:\s[a-z'-]+){{0,3}}?\s(?P<deed>{DONE_WORDS})\b")
# "26 teenagers and adults said to belong to two crews | were charged"
_WERE = lazy(
    rf"[^.;:()\ue000-\uf8ff]{{3,140}}?\s(?:were|was|are|have been|had been)\s(?:[a-z]+ly\s)?"
    rf"(?P<deed>{DONE_WORDS})\b"
)
_ACCUSED = frozenset(map(stem, "charged indicted accused arraigned".split()))
_KILLED = frozenset(map(stem, "dead died killed killing".split()))
_KILLING = stem("killing")
_HARMED = _KILLED | frozenset(
    map(stem, "injured wounded hurt hospitalized stabbed shot sickened drowned murdered".split())
)
_CAUGHT = _ACCUSED | frozenset(
    map(
        stem,
        "arrested convicted sentenced pleaded deported detained apprehended captured nabbed busted"
        " jailed booked cited fined extradited".split(),
    )
)
_ARREST = stem("arrest")
# "taken 63 people | into custody", "63 people were taken | into custody", "took 63 off the streets"
_INTO_CUSTODY = lazy(
    r"(?:\s(?!and\b)[a-z'-]+){0,3}?\s(?:(?:were|was|have been|had been)\staken\s)?"
    r"(?:into (?:[a-z]+\s)?custody|off (?:the|our|their) streets?)\b"
)
_NETS = frozenset(map(stem, "net nets netted nab nabs nabbed".split()))
_NEXT = ("and ", "but ", "while ")
# "12 | Dead After Crash", "12 | people are dead", "12 | villagers have died"
_DEAD = lazy(
    r"(?:\s(?:people|others))?\s(?P<deed>dead|die|died)\b"
    r"|(?:\s[a-z'-]+){1,3}?\s(?:are|were|have|had)\s(?:now\s|been\s(?:left|found)\s)?"
    r"(?P<now>dead|died)\b"
)
# "accused the | six men of", whatever follows
_ACCUSING = lazy(
    r"\b(?:accused?|accuses|charged?|charges|charging|convicted|acquitted|suspected)"
    r"\s(?:all\s)?(?:the|these|those|all)\s$"
)
# "25 people | were brought out", "the 14 | survivors"
_SAVED = lazy(
    r"(?:\s[a-z'-]+){0,3}?\s(?:were|was|had been|have been|being)\s(?:[a-z]+ly\s)?"
    r"(?:rescued|saved|freed|evacuated"
    r"|(?:pulled|brought|led|helped|carried|dug|lifted)\s(?:out|alive|to safety))\b(?!\sdead)"
    r"|(?:\s[a-z'-]+){0,2}?\s(?:survived|survivors?|escaped(?=[.,;]|\s(?:unhurt|alive|the|with)\b))"
)
_ALIKE = (_ACCUSED, _KILLED)


def governed(one: Statement, other: Statement) -> bool:
    """Whether the same verb or noun stands right before both: "trafficking 33 guns"."""
    here, there = one.governor, other.governor
    return here != "" and (here == there or {here, there} <= _KILLED)  # "kills", "killing"


def is_counted_by(one: Statement, other: Statement) -> bool:
    """Whether the noun of *other* is what is told of *one*: "returned 500", "500 returns"."""
    return other.head != "" and other.head in (one.governor, *one.near)


def done_alike(one: Statement, other: Statement) -> bool:
    """Whether one thing is done to both: "Seven Men Indicted", "a jury indicted eight men"."""
    here, there = deed_of(one), deed_of(other)
    return here != "" and (here == there or any({here, there} <= some for some in _ALIKE))


def hurt_of_caught(one: Statement, other: Statement) -> bool:
    """Whether those of one number were hurt or killed, and those of the other caught or tried."""
    deeds = {deed_of(one), deed_of(other)}
    return bool(deeds & _HARMED and deeds & _CAUGHT)


def saved_of_killed(one: Statement, other: Statement) -> bool:
    """Whether those of one number died, and those of the other were saved."""
    both = ((one, other), (other, one))
    return any(deed_of(dead) in _KILLED and _are_saved(alive) for dead, alive in both)


def _are_saved(statement: Statement) -> bool:
    text, after = statement.skeleton.text, statement.skeleton.sign_of(statement.figure) + 1
    return _SAVED.match(text, after) is not None


def deed_of(statement: Statement) -> str:
    """What was done to the persons counted: "32 arrests", or told right beside them."""
    if statement.head in DEEDS:
        return statement.head
    text, after = statement.skeleton.text, statement.skeleton.sign_of(statement.figure) + 1
    governor = statement.governor
    if governor in DONE:
        # "were killed and three | were hurt": it was done to others
        return "" if text.endswith(_NEXT, 0, after - 1) else governor
    if _INTO_CUSTODY.match(text, after) or (
        governor in _NETS and (statement.head in _NETS or is_person(statement.head))
    ):
        return _ARREST
    if dead := _DEAD.match(text, after):
        return stem(dead["deed"] or dead["now"])
    match = _AFTER.match(text, after)
    if match and stem(match["deed"]) in DONE:
        return stem(match["deed"])
    match = _WERE.match(text, after) if is_person(statement.head) else None
    if match:
        return stem(match["deed"])
    return governor if governor == _KILLING else ""


def is_accused(odd: Statement) -> bool:
    """Whether what follows tells of what they are accused: "accused the six men of"."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return _ACCUSING.search(text, 0, sign) is not None
