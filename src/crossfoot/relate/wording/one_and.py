"""One told without a number, with so many others: ``The owner and 28 others``, ``a doctor and``."""

from __future__ import annotations

import re

from crossfoot.figures.lazy import lazy
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.stems import is_person, stem

# who holds an office or stands in a relation, and is no plain "person"
_ROLES = frozenset(
    "mayor sheriff chief boss ceo president chairman chairwoman director head captain coach pastor"
    " priest bishop judge lawyer attorney mother father wife husband son daughter girlfriend"
    " boyfriend fiancee uncle aunt cousin governor senator councilman councilwoman councilmember"
    " commissioner treasurer secretary principal superintendent professor businessman"
    " businesswoman landlord guide conductor ringleader kingpin mastermind founder cofounder"
    " co-owner podiatrist dentist physician chiropractor psychiatrist midwife lieutenant sergeant"
    " corporal colonel general policeman policewoman gunman fireman salesman spokesman bookkeeper"
    " politician accountant ex-convict man woman boy girl teen".split()
)
_FEW = r"[\w'’.-]+"
_AND = r",?\s(?:and|along with|together with|as well as|plus)\s(?:the\s)?$"
_AGED = r"(?:,\s\d\d,?|\s\(\d\d\))?"
# "The store's owner and |", "a 44-year-old doctor and |", "The owner of the clinic, along with |"
_BY_NOUN = lazy(
    rf"\b(?P<who>(?:An?|an?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:{_FEW}\s){{0,4}}?"
    rf"(?P<noun>[a-z-]+)(?:\sof\s(?:{_FEW}\s){{0,3}}{_FEW})?){_AGED}{_AND}"
)
# "Mark Lee Velez, 44, and |"
_BY_NAME = lazy(
    rf"(?P<who>(?:[A-Z][\w'’-]*\.?\s){{1,3}}"
    rf"(?!(?:Inc|Corp|Co|Ltd|Police|Department|County|Office)\b)[A-Z][\w'’-]*\w){_AGED}{_AND}"
)
ENDS = ("and ", "with ", "as ", "plus ", "the ")
REACH = 140  # characters before the number in which the one is told


def one_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words that tell of a single person right before a number at *end*, joined by "and"."""
    if not text.endswith(ENDS, start, end):
        return None
    start = max(start, end - REACH)
    for match in _BY_NOUN.finditer(text, start, end):
        noun = match["noun"]
        if noun == "couple" or (singular(noun) == noun and is_someone(noun)):
            return match
    return _BY_NAME.search(text, start, end)


def is_someone(noun: str) -> bool:
    """Whether a noun in its singular is of a person."""
    return noun in _ROLES or is_person(stem(noun))


def is_couple(match: re.Match[str]) -> bool:
    """Whether the words of `one_before` tell of two: ``A married couple``."""
    return match.groupdict().get("noun") == "couple"
