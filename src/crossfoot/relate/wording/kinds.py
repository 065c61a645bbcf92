"""Kinds of counted things: which nouns name the same, and which kinds exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from crossfoot.relate.wording.stems import PERSON_NOUNS

Kinds = Sequence[frozenset[str]]

# nouns for the same thing, by singular
_SAME = tuple(
    frozenset(words.split())
    for words in (
        "home house property residence building",
        "gun firearm weapon rifle handgun pistol shotgun revolver carbine musket",
        "bike bicycle",
        "car vehicle automobile truck",
        "case trial prosecution",
        "count charge felony misdemeanor offense offence crime",
        "death fatality homicide murder killing",
    )
)
_NATIONALS = (
    "mexican guatemalan honduran salvadoran salvadorean salvadorian nicaraguan venezuelan"
    " colombian ecuadorian ecuadoran ecuadorean peruvian brazilian bolivian chilean argentine"
    " cuban haitian dominican jamaican panamanian belizean canadian american chinese korean"
    " japanese vietnamese cambodian laotian filipino indian pakistani bangladeshi nepali"
    " afghan iraqi iranian syrian turk egyptian somali ethiopian eritrean kenyan nigerian"
    " ghanaian cameroonian congolese liberian russian ukrainian pole romanian albanian"
    " georgian armenian israeli palestinian briton german italian spaniard indonesian"
    " malaysian thai burmese mongolian taiwanese lebanese jordanian yemeni saudi moroccan"
    " algerian tunisian libyan sudanese senegalese gambian guinean malian ivorian togolese"
    " mauritanian angolan ugandan rwandan zimbabwean uzbek tajik kazakh kyrgyz moldovan"
    " bulgarian hungarian serb croat bosnian greek portuguese australian paraguayan uruguayan"
    " surinamese guyanese trinidadian bahamian dane finn swede norwegian belgian austrian slovak"
    " slovene latvian lithuanian estonian macedonian kosovar"
)
# what is done to persons, counted as deeds, with the persons they may be said of
_CAUGHT = frozenset("arrest apprehension detention removal deportation".split())
_DEATHS = frozenset("death fatality homicide murder killing suicide".split())
_ANYONE = frozenset(
    "person individual man woman child adult minor juvenile boy girl male female life human"
    " resident victim casualty civilian officer youth teen teenager".split()
)
_PEOPLES = frozenset(_NATIONALS.split())
PERSONS = frozenset(
    "person individual man woman child adult minor juvenile boy girl male female defendant "
    "suspect arrestee inmate detainee prisoner immigrant migrant alien noncitizen "
    "non-citizen national citizen foreigner offender criminal victim resident passenger "
    "insurgent militant fighter civilian soldier officer agent member student worker "
    "employee patient driver grandmother grandfather mother father parent fugitive felon "
    "refugee arrest apprehension detention removal deportation human life death fatality "
    "casualty homicide murder killing suicide conspirator leader gangster youth teen "
    "teenager participant deportee returnee evacuee motorist pedestrian homeowner tenant "
    "customer client senior teacher nurse doctor firefighter trooper sailor marine volunteer "
    "protester demonstrator hostage survivor smuggler trafficker dealer associate accomplice "
    "brother sister wife husband son daughter infant toddler baby applicant parolee "
    "probationer absconder plaintiff terrorist rebel asylum-seeker tourist guard banker "
    "co-defendant prostitute predator seller buyer john entrant juror occupant traveler hiker "
    "gunman robber burglar kid "
    f"codefendant co-conspirator deputy inspector {_NATIONALS}".split()
) | frozenset(noun.removesuffix("s") for noun in PERSON_NOUNS if noun.endswith(("ers", "ors")))
# nouns that take in any person
GENERIC = (
    _CAUGHT
    | _DEATHS
    | frozenset(
        "person individual life human case victim casualty defendant suspect worker employee"
        " resident immigrant migrant passenger detainee inmate prisoner student".split()
    )
)
_SEXES = frozenset(
    "man woman male female boy girl child person adult minor juvenile teenager teen youth infant"
    " baby toddler kid".split()
)
PLACES = frozenset(
    "county city state country nation province jurisdiction area region location community town"
    " site district office center facility place store airport port neighborhood borough parish"
    " village township municipality precinct island territory prefecture canton suburb hamlet"
    " continent republic".split()
)


def _tables(*rows: Sequence[str]) -> tuple[Kinds, ...]:
    return tuple([frozenset(words.split()) for words in kinds] for kinds in rows)


_TWO, _NOT = 2, "non-"
# kinds that fill the whole between them: each row of kinds excludes the others
_COMPLEMENTS = _tables(
    ("man male boy grandfather gentleman father", "woman female girl grandmother lady mother"),
    ("adult", "child minor juvenile youth infant"),
    ("criminal", "administrative civil immigration"),
    ("jail jails prison", "large"),
    ("domestic", "international"),
    ("violent", "nonviolent non-violent"),
    ("fatal", "nonfatal non-fatal"),
    ("armed", "unarmed"),
    ("urban", "rural"),
    ("filled occupied", "empty vacant unoccupied unfilled"),
    ("loaded", "unloaded"),
)
_AGES_AND_SEXES = _COMPLEMENTS[:2]
# kinds of which there may be a third that is not told: infractions, what is still pending
_WITH_THIRD = _tables(
    ("conviction convicted", "acquittal acquitted", "mistrial hung"),
    ("felony felonies", "misdemeanor misdemeanors"),
    ("federal", "state local"),
    ("civilian", "military soldier troop"),
    # what is not known of some
    ("insured", "uninsured"),
    ("registered", "unregistered"),
    ("identified", "unidentified"),
    ("legal", "illegal"),
    ("documented", "undocumented"),
    ("citizen", "foreign foreigner noncitizen non-citizen alien"),
)
# kinds that fill the whole where all three are named
_TRIPLES = _tables(
    ("single", "family families", "unaccompanied"),
    ("man male", "woman female", "child minor juvenile youth teenager teen infant baby kid"),
)
# what a person is arrested for or charged with: all kinds of crime
OFFENCES = frozenset(
    "burglary robbery theft larceny carjacking assault battery rape homicide murder manslaughter"
    " arson shooting stabbing kidnapping fraud forgery embezzlement shoplifting vandalism mischief"
    " harassment trespass trespassing offense offence crime vehicle violation".split()
)
# a noun that takes in every offence
_OF_OFFENCES = frozenset("crime offense offence incident felony arrest charge report".split())
# ends of a case: each excludes the others, and there may be more of them
_FILLING = frozenset().union(
    *(kind for kinds in (*_COMPLEMENTS, *_WITH_THIRD, *_TRIPLES) for kind in kinds)
)
_OUTCOMES = _tables(
    (
        "conviction convicted guilty plea",
        "acquittal acquitted",
        "mistrial hung",
        "dismissed dismissal dropped",
        "pending awaiting unresolved",
    )
)
# where one person or thing stands at last: no one is in two of a row
_FATES = _tables(
    ("pleaded pled plea", "acquitted acquittal", "dismissed dropped", "awaiting await"),
    ("arrested custody caught captured apprehended", "large"),
    ("survived", "died killed"),
    # the charge that a case at the border is counted under
    ("reentry re-entry reentering re-entering", "entry entering", "smuggling harboring"),
    ("approved granted", "denied rejected refused"),
    ("closed solved resolved cleared", "open unsolved unresolved"),
    ("agreed agree", "disagreed disagree"),
    ("approve", "disapprove"),
)
# kinds of one thing, each told from the others by its name
_SORTS = tuple(
    frozenset(words.split())
    for words in ("rifle handgun shotgun", "rifle pistol revolver shotgun", "car truck motorcycle")
)


def means_the_same(one: str, other: str) -> bool:
    """Whether two nouns name one thing: ``murder`` and ``homicide``."""
    return one == other or any(one in words and other in words for words in _SAME)


def alike(one: str | None, other: str | None) -> bool:
    """Whether two nouns can count the same things; a noun left out agrees with any."""
    if one is None or other is None or one == other:
        return True
    if one in PERSONS and other in PERSONS:
        return _may_be_one(one, other)
    return any(one in words and other in words for words in _SAME)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two nouns for persons or for what is done to them may count the same."""
    deeds = [_CAUGHT if n in _CAUGHT else _DEATHS if n in _DEATHS else None for n in (one, other)]
    if deeds[0] is not None and deeds[1] is not None:
        return deeds[0] is deeds[1]
    if _DEATHS in deeds:
        return one in _ANYONE or other in _ANYONE
    return True


def excludes(one: str | None, other: str | None) -> bool:
    """Whether no one is of both kinds: men and women, adults and children."""
    return any(_all_apart([{one}, {other}], kinds) for kinds in (*_AGES_AND_SEXES, _TRIPLES[1]))


def of_offences(noun: str | None, parts: Iterable[str | None]) -> bool:
    """Whether *noun* takes in the offences that *parts* name: ``crimes``, of thefts and rapes."""
    return noun in _OF_OFFENCES and all(part is None or part in OFFENCES for part in parts)


def complementary(members: Sequence[frozenset[str]]) -> bool:
    """Whether members, each told by its words, are kinds that fill a whole: men and women."""
    if _is_denied(members):
        return True
    if not members or members[0].isdisjoint(_FILLING):  # as of most
        return False
    return any(_all_apart(members, kinds) for kinds in (*_COMPLEMENTS, *_WITH_THIRD)) or any(
        len(members) == len(kinds) and _all_apart(members, kinds) for kinds in _TRIPLES
    )


def _is_denied(members: Sequence[frozenset[str]]) -> bool:
    """Whether the second of two is what the first is not: smokers, and non-smokers."""
    return len(members) == _TWO and any(
        word.startswith(_NOT) and word.removeprefix(_NOT) in members[0] for word in members[1]
    )


def may_leave_out(members: Sequence[frozenset[str]]) -> bool:
    """Whether there may be more kinds than those of *members*: felonies and misdemeanors."""
    return any(_all_apart(members, kinds) for kinds in _WITH_THIRD)


def of_kinds(words: frozenset[str]) -> bool:
    """Whether *words* name one of kinds that fill a whole between them."""
    return any(words & kind for kinds in (*_COMPLEMENTS, *_WITH_THIRD, *_TRIPLES) for kind in kinds)


def is_kind(noun: str) -> bool:
    """Whether *noun* is one of kinds that fill a whole, or a nationality."""
    return noun in _PEOPLES or of_kinds(frozenset([noun]))


def is_nationality(word: str) -> bool:
    """Whether *word* names the people of a country."""
    return word in _PEOPLES or word.removesuffix("s") in _PEOPLES


def of_sexes(heads: Iterable[str | None]) -> bool:
    """Whether *heads* are men, women and the young, no two the same."""
    named = list(heads)
    return len(set(named)) == len(named) > 1 and set(named) <= _SEXES


def outcomes(members: Sequence[frozenset[str]]) -> bool:
    """Whether members are ends that a case can have but one of."""
    return any(_all_apart(members, kinds) for kinds in _OUTCOMES)


def fates(members: Sequence[frozenset[str]]) -> bool:
    """Whether members are states that a person or a thing can be in but one of."""
    return any(_all_apart(members, kinds) for kinds in _FATES)


def of_three(members: Sequence[frozenset[str]]) -> bool:
    """Whether members are of three kinds that exclude each other, though one is not named."""
    return any(_all_apart(members, kinds) for kinds in _TRIPLES)


def sorts(heads: Iterable[str | None]) -> bool:
    """Whether *heads* are kinds of one thing: rifles, handguns and shotguns."""
    named = list(heads)
    return len(set(named)) == len(named) and any(set(named) <= words for words in _SORTS)


def _all_apart(members: Sequence[Set[str | None]], kinds: Kinds) -> bool:
    """Whether each member is of one kind, and no two of the same."""
    seen = set()
    for words in members:
        found = [number for number, kind in enumerate(kinds) if words & kind]
        if len(found) != 1 or found[0] in seen:
            return False
        seen.add(found[0])
    return bool(seen)
