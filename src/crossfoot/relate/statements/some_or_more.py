"""What a number taken up again may be instead: some of those told, more of them, or a sum."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import agree
from crossfoot.relate.statements.slips import LONG, may_slip
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import DEEDS, IDLE, is_person, stem

# "of the 88 people | who had convictions": some of those told before
_NARROWS = frozenset(
    "who whose whom that with without for from under on convicted charged wanted identified as"
    " still not which due between".split()
)
_TAKEN_UP = lazy(r"\b(?:of|among)\s(?:all\s)?(?:the|those|these)\s$|\ball\s(?:of\s)?(?:the\s)?$")
# "of the 102 | with convictions", "of the 261 | people met in Iowa"
_SOME_WITH = lazy(
    r"\s(?:(?!(?:were|was|are|is|have|had|has|who|who'd)\b)[a-z'-]+\s){0,2}?(?:(?:with|without)\s"
    r"|(?P<deed>(?!need|includ|exceed)[a-z]{3,}ed|held|caught|found|sent|born|freed|taken|met)"
    r"(?=\s(?:in|at|on|of|by|for|from|with|near|under|during|to|as)\b|,))"
)
# one deed by several names
_CAUGHT = frozenset(
    map(stem, "arrested apprehended captured caught nabbed custody busted taken held detained"
    " seized".split())
)  # fmt: skip
_PASSED = frozenset("convicted charged wanted identified".split())
_ACCUSES = frozenset(map(stem, ("charged", "indicted")))
# who arrests others: "17 people were arrested", and "the 27 officers"
_AGENTS = frozenset(map(stem, "officers agents deputies troopers detectives investigators".split()))
_WORDS = lazy(r"[,.;:(]|[a-z][a-z'-]*")
DONE_WORDS = (
    r"(?:arrested|charged|indicted|convicted|sentenced|accused|pleaded|plead|pled|deported|detained"
    r"|killed|injured|wounded|rescued|arraigned|released|removed|murdered|kidnapped|smuggled"
    r"|apprehended|captured|nabbed|busted|jailed|booked|cited|fined|evacuated|hospitalized|stabbed"
    r"|shot|sickened|extradited|repatriated|freed|expelled|drowned|hurt|acquitted|evicted)"
)
DONE = frozenset(map(stem, DONE_WORDS[3:-1].split("|")))
# "13 | other victims"
_OTHERS = lazy(r"\s(?:[a-z]+\s)?others?\b")
# "two women and a man", "the driver and | two passengers": persons told without a number
_AND_ONE = lazy(r"\b(?:and|plus|with)\s(?:a|an|one|another|his|her|its|their)\s")
# of these "with a" is said of anything: "arrested with a gun"
_AND_A = lazy(
    r"\band\s(?:(?:a|an|one|another|his|her|its|their)\s(?!(?:[a-z-]+\s){0,2}?(?:"
    r"guns?|firearms?|handguns?|rifles?|pistols?|shotguns?|knife|car|truck|vehicle|house|home|phone"
    r"|year|month|week|day|fine|quarter|half|third)\b)"
    r"|(?:a\s)?[\ue000-\uf8ff]\s(?:was|is|has|had)\b)"
)
# "five men | , joined by Ann Lee, were", "three men | along with a child were"
_ALONG = lazy(
    r"(?:\s[a-z'-]+){1,3}?,?\s"
    r"(?:plus|joined by|along with|together with|as well as|in addition to)\s"
)
# "four teachers | and the principal were", "and principal Ann Lee were"
_AND_THE = lazy(
    r"(?:\s[a-z'-]+){1,3},?\sand\s(?:[a-z'-]+\s){1,3}?(?!(?:wo)?men\b|children\b|people\b)"
    r"(?:[a-z'-]*[^\W\ds])(?:\s(?:were|are|have|each)\b|[.\s]*$)"
)
# "two clerks | of the yard were also held": besides one told of before
_ALSO = lazy(rf"[^.;:\ue000-\uf8ff]{{3,80}}?\s(?:were|have been|are)\salso\s{DONE_WORDS}\b")
# "All four | , with Roe, are due in court"
# "That makes | 275 homicides", "which brings the toll to | 12"
_THAT_MAKES = lazy(
    r"\b(?:that|this|which)\s(?:makes|made|brings|brought|takes|took|raises|raised|pushes|pushed)\b"
    r"[^.,;]{0,40}$"
)
_WITH_HIM = lazy(
    r"(?:\s[a-z'-]+){0,2}?,?\s(?:with|including|counting|along with|together with|plus)\s(?=[a-z])"
)
ONE_OR_SO = 3  # persons that are told of without a number beside one that is given
# "was held with | two fellow workers": besides whom someone is told of
_WITH = lazy(r"\b(?:with|alongside|joined by|accompanied by)\s(?:(?:his|her|the|another)\s)?$")
# "a nurse and | four teachers", "he and his | four teachers", "She, along with | two teachers"
_ONE_AND = lazy(
    r"\b(?:(?:a|an|one|the|his|her)\s[a-z-]+|he|she|him),?\s"
    r"(?:and|plus|with|along with|together with|as well as)\s(?:(?:his|her)\s)?$"
)


def deeds_near(statement: Statement) -> frozenset[str]:
    """What was done to the persons counted."""
    return DEEDS & (statement.near | {statement.head, statement.governor})


def adds_up(before: Sequence[Statement], one: Statement, odd: Statement) -> bool:
    """Whether another number told makes up the difference, or was told before."""
    off = abs((odd.figure.value or 0) - (one.figure.value or 0))
    others = (s for s in before if s is not odd)
    return any(s.figure.value == off or agree(s.figure, odd.figure) for s in others)


def about_as_many(one: Statement, other: Statement) -> bool:
    """Whether two numbers are a slip apart: "the two warehouses" can be two of the nine."""
    a, b = one.figure.value, other.figure.value
    if a is None or b is None:
        return False
    long = min(one.significant, other.significant) > LONG
    return (2 * max(a, b) <= 3 * min(a, b) and not long) or may_slip(one, other)


def is_done_to_some(odd: Statement, one: Statement) -> bool:
    """Whether what was done tells some of those told: "of the 102 convicted", of 120 arrested."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    match = _SOME_WITH.match(text, sign + 1) if _TAKEN_UP.search(text, 0, sign) else None
    if match is None:
        return False
    if match["deed"] is None:  # "charges each of the two defendants with murder"
        return not _ACCUSES & (odd.near | odd.words)
    deed, told = stem(match["deed"]), one.words | one.near | {one.head}
    return deed not in told and not (deed in _CAUGHT and told & _CAUGHT)


def is_narrowed(odd: Statement, one: Statement) -> bool:
    """Whether words after the noun narrow it to some, with what was not told of *one*."""
    words = _WORDS.findall(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1)[:12]
    stems = [stem(w) for w in words]
    at = stems.index(odd.head) + 1 if odd.head in stems[:5] else 0
    while at < len(words) and words[at] not in _NARROWS and stems[at] in DONE:
        at += 1
    at += at < len(words) and is_person(stems[at])  # "of the 209 arrested men who"
    if words[at : at + 1] == [] or words[at] not in _NARROWS:
        return False
    if words[at] == "with" and _ACCUSES & odd.near:
        return False  # "charges each of the two defendants with murder"
    narrowing = [m for w, m in zip(words[at + 1 :], stems[at + 1 :], strict=True) if w not in IDLE]
    told = one.words | one.near | {one.head}
    if words[at] in _PASSED:
        return stems[at] not in one.near
    return not narrowing or narrowing[0] not in told


def of_agents(one: Statement, odd: Statement) -> bool:
    """Whether *odd* counts those who did to others what *one* tells: "the 27 officers"."""
    return odd.head in _AGENTS and one.head != odd.head and bool(deeds_near(one))


def makes(told: Sequence[Statement], odd: Statement) -> bool:
    """Whether numbers told one after another come to *odd*, or two of them do, or differ by it."""
    values = [s.figure.value or Fraction(0) for s in told[-12:]]
    wanted = odd.figure.value or Fraction(0)
    runs = any(wanted in accumulate(values[at:]) for at in range(len(values)))
    pairs = ((a, b) for at, a in enumerate(values) for b in values[at + 1 :])
    return runs or any(wanted in (a + b, abs(a - b)) for a, b in pairs)


def counts_more(odd: Statement) -> bool:
    """Whether somebody else is counted in: "All four, with Roe, are due", "That makes 275"."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    if odd.definite and _WITH_HIM.match(text, sign + 1):
        return True
    return _THAT_MAKES.search(text, 0, sign) is not None


def one_more(one: Statement, odd: Statement) -> bool:
    """Whether *odd* takes in someone told of without a number: "three officers and a suspect"."""
    more = (odd.figure.value or 0) - (one.figure.value or 0)
    persons = not odd.head or is_person(odd.head)
    return persons and 0 < more <= ONE_OR_SO and _has_company(one)


def takes_in_others(told: Sequence[Statement], later: Statement) -> bool:
    """Whether the later takes in those to whom others are told: "13 other victims", 14 were shot.

    *told* are the first and those that agree with it.
    """
    more = (later.figure.value or 0) - (told[0].figure.value or 0)
    if not 0 < more <= ONE_OR_SO or _OTHERS.search(later.skeleton.text):
        return False
    return any(_OTHERS.match(s.skeleton.text, s.skeleton.sign_of(s.figure) + 1) for s in told)


def has_more(one: Statement, odd: Statement) -> bool:
    """Whether someone without a number is told of with *one*."""
    both = (one.skeleton.text, odd.skeleton.text)
    return _has_company(one) or any(map(_AND_ONE.search, both))


def _has_company(one: Statement) -> bool:
    """Whether its own sentence tells of someone besides, without a number."""
    text, sign = one.skeleton.text, one.skeleton.sign_of(one.figure)
    if _ALONG.match(text, sign + 1) or _AND_THE.match(text, sign + 1) or _AND_A.search(text):
        return True
    if _ALSO.search(text, sign + 1) or _ONE_AND.search(text, 0, sign):
        return True
    return is_person(one.head) and _WITH.search(text, 0, sign) is not None
