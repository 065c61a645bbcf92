"""Words brought to one form, so that two wordings of one thing can be compared."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

# function words, and words of reporting that any sentence can hold
IDLE = frozenset(
    "a an the this that these those it its his her hers their our my your he she they we i you him"
    " them us me who whom whose which what where when how here there of in on at by for from to"
    " with into onto over under during after before since until while as than then and or but nor"
    " so if because about around between among through against per via upon toward towards within"
    " without off out up is are was were be been being am has have had having do does did will"
    " would can could may might must should shall not no all each every both some any same such"
    " also only just even still yet again more most less least few fewer many much very too well"
    " said says say saying told tell according announced announcing announce reported today"
    " yesterday allegedly alleged variously mr mrs ms dr including include included includes along"
    " year years month months week weeks day days time times hour hours made make makes making"
    " together total totaling totalling approximately roughly nearly almost number".split()
)

# forms that no rule of endings brings together, and common words for one thing
_ONE_FORM = {
    "man": "men", "woman": "women", "child": "children kids kid",
    "people": "persons person individuals individual",
    "steal": "stole stolen theft thefts stealing steals", "sell": "sold sale sales selling sells",
    "pay": "paid payment payments pays paying", "take": "took taken taking takes",
    "hold": "held holding holds",
    "bring": "brought", "catch": "caught", "find": "found finds finding",
    "get": "got", "give": "gave given",
    "drop": "fell fallen falling fall falls decline declined declines declining decrease decreased"
            " decreases decreasing down dipped dipping plummeted plunged dropped dropping drops"
            " reduction reduced lower shrank",
    "rise": "rose risen rising rises increase increased increases increasing up grew grown growth"
            " climbed jumped soared surged gain gained higher",
    "murder": "homicide homicides murders killings killing murdered",
    "die": "died dead death deaths deadly dying dies fatal fatally fatality fatalities",
    "kill": "killed kills", "hurt": "hurts injured injures injuring injury injuries wounded",
    "gun": "guns firearm firearms weapon weapons", "drug": "drugs narcotic narcotics",
    "home": "homes house houses properties residences",
    "arrest": "arrested arrests arresting", "begin": "began begun beginning",
    "methamphetamine": "meth",
    "shoot": "shot shooting shootings shoots", "seize": "seized seizure seizures seizes seizing",
    "county": "counties", "convict": "convicted conviction convictions convicting",
    "defraud": "fraud frauds defrauded defrauding",
    "sentence": "sentenced sentences sentencing", "plead": "pleaded pleads pled pleading plea",
    "lie": "lied lying", "name": "names named naming",
    # deeds, not those who do them
    "burglary": "burglaries", "robbery": "robberies",
    "apprehend": "apprehended apprehends apprehending apprehension apprehensions",
}  # fmt: skip
# nouns for persons
PERSON_NOUNS = (
    "people persons individuals men women children boys girls teens teenagers adults"
    " defendants suspects victims residents citizens seniors members associates employees workers"
    " officers agents immigrants migrants noncitizens nationals foreigners aliens detainees"
    " inmates prisoners passengers students patients customers consumers clients tenants"
    " homeowners drivers cyclists others offenders criminals felons fugitives protesters"
    " protestors demonstrators attendees participants relatives siblings brothers"
    " sisters friends soldiers civilians insurgents militants smugglers traffickers dealers owners"
    " operators doctors physicians pharmacists nurses lawyers attorneys clerks guards contractors"
    " executives thieves robbers burglars gunmen shooters gamblers buyers sellers leaders recruits"
    " recruiters laborers farmers shoppers investors borrowers veterans servicemembers applicants"
    " recipients beneficiaries claimants refugees whistleblowers"
    # by age, kin and origin
    " juveniles minors youths youngsters adolescents toddlers infants newborns babies pensioners"
    " males females sons daughters parents mothers fathers cousins neighbors"
    " roommates classmates americans mexicans cubans haitians hondurans guatemalans salvadorans"
    " venezuelans colombians ecuadorians dominicans nicaraguans brazilians peruvians jamaicans"
    " africans koreans iranians newcomers seekers entrants stowaways crossers illegals"
    # by what is said that they did, or was done to them
    " probationers captives hostages absconders accomplices"
    " conspirators co-conspirators coconspirators co-defendants codefendants assailants attackers"
    " intruders perpetrators culprits killers murderers kidnappers abductors hijackers bombers"
    " terrorists rebels fighters gangsters mobsters ringleaders pimps prostitutes predators rapists"
    " scammers fraudsters swindlers hackers counterfeiters poachers shoplifters carjackers"
    " arsonists looters rioters trespassers squatters bystanders onlookers spectators survivors"
    " witnesses subjects"
    # by trade and office
    " deputies troopers detectives investigators marshals policemen cops firefighters paramedics"
    " teachers professors principals coaches pupils volunteers pastors priests journalists"
    " reporters pilots sailors marines"
    " crewmen fishermen truckers welders roofers carpenters painters cooks chefs waiters servers"
    " bartenders cleaners janitors maids nannies landscapers gardeners farmworkers pickers packers"
    " bankers brokers accountants auditors engineers technicians therapists dentists surgeons"
    " motorists pedestrians commuters tourists visitors travelers riders bikers hikers guests"
    " occupants activists organizers campaigners marchers"
    " swimmers bathers climbers mountaineers skiers snowboarders singers dancers players runners"
    " joggers walkers rowers divers surfers campers miners boaters backpackers golfers boxers"
    " wrestlers actors musicians bakers butchers grocers barbers plumbers electricians porters"
    " escapees parolees returnees evacuees retirees petitioners jurors villagers spouses gotaways"
    " messengers trappers anglers winners finishers starters caregivers babysitters steelworkers"
    " dockworkers ironworkers farmhands mineworkers"
).split()
_FORMS = {form: one for one, forms in _ONE_FORM.items() for form in [one, *forms.split()]}
# "officers" are no offices, nor operators operations: who does a thing keeps his ending
_FORMS |= {
    form: noun[:-1] for noun in PERSON_NOUNS if noun.endswith(("ers", "ors"))
    for form in (noun, noun[:-1])
}  # fmt: skip
_ENDINGS = (
    "ation", "ment", "ion", "ing", "ance", "ied", "ed", "er", "or", "ly", "ie", "e", "y",
)  # fmt: skip


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """One form for the words of a family: ``indicted``, ``indictment`` and ``indicting`` agree."""
    word = word.removesuffix("'s").removesuffix("'")
    if word in _FORMS:
        return _FORMS[word]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] in "ie":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@lru_cache(maxsize=1 << 15)
def meaning(token: str) -> str:
    """The stem of a word that means something; "" for an idle word, a letter or a stop."""
    return stem(token) if len(token) > 1 and token[0].islower() and token not in IDLE else ""


# which of them can name the same group: see `may_be_one` ("arrestees" have the stem of arrests)
_PERSONS = frozenset(map(stem, PERSON_NOUNS))
# what is done to persons, counted as deeds
DEEDS = frozenset(
    map(
        stem,
        "arrests rearrests detentions deportations removals apprehensions deaths murders".split(),
    )
)
_ANYONE = frozenset(map(stem, ("people", "persons", "individuals", "others")))
# a person accused can also be called by what he or she is
_ACCUSED = frozenset(map(stem, ("defendants", "suspects", "detainees")))
# and those who are told by what they are can be told so in several ways
_NEUTRAL = frozenset(
    map(
        stem,
        "men women boys girls teens teenagers adults members associates residents nationals"
        " immigrants migrants noncitizens foreigners aliens brothers citizens juveniles minors"
        " youths males females newcomers crossers illegals".split(),
    )
)
_NEVER = frozenset(
    frozenset(map(stem, pair))
    for pair in (
        ("men", "women"), ("boys", "girls"), ("men", "girls"), ("women", "boys"),
        ("adults", "children"), ("officers", "suspects"), ("officers", "defendants"),
        ("victims", "defendants"), ("victims", "suspects"), ("agents", "suspects"),
        ("agents", "defendants"), ("inmates", "officers"), ("brothers", "sisters"),
        ("males", "females"), ("sons", "daughters"), ("mothers", "fathers"),
        ("conspirators", "defendants"), ("co-conspirators", "defendants"),
        ("coconspirators", "defendants"), ("accomplices", "defendants"),
        ("co-defendants", "defendants"), ("codefendants", "defendants"),
        ("witnesses", "defendants"), ("witnesses", "suspects"), ("survivors", "suspects"),
        ("bystanders", "suspects"), ("hostages", "suspects"),
        # those who come to help, guard or teach, and those for whom they are there
        *product(
            "firefighters paramedics medics rescuers nurses lifeguards doctors teachers guards"
            " officers agents deputies troopers judges lawyers prosecutors".split(),
            "guests residents tenants patients passengers victims survivors hikers protesters"
            " migrants students children prisoners inmates travelers riders detainees noncitizens"
            " pupils fugitives immigrants refugees aliens voters tourists".split(),
        ),
    )
)  # fmt: skip
_NATIONALS = (
    "americans mexicans cubans haitians hondurans guatemalans salvadorans venezuelans colombians"
    " ecuadorians dominicans nicaraguans brazilians peruvians jamaicans"
)
# nouns for one thing that a text tells of in turn: "two enforcement actions", "both seizures".
# a robbery is an incident, as a burglary is, but no burglary
_SAME_THINGS = tuple(
    frozenset(map(stem, words.split()))
    for words in (
        "actions seizures busts interceptions loads cases incidents events attempts discoveries",
        "actions operations raids sweeps stings takedowns busts enforcements events",
        "actions stops encounters incidents cases events",
        "robberies heists holdups stickups incidents crimes cases",
        "burglaries break-ins incidents crimes cases", "thefts larcenies incidents crimes cases",
        "carjackings incidents crimes cases", "invasions incidents crimes cases",
        "attacks assaults incidents crimes cases",
        "crashes collisions accidents wrecks incidents",
        "pursuits chases", "jurisdictions counties", "updates changes amendments revisions",
        "stores locations shops outlets sites businesses branches",
        "groups rings gangs crews enterprises organizations factions networks",
        "initiatives buybacks events programs", "ships vessels boats", "planes aircraft jets",
        "lawsuits suits complaints cases actions", "murders deaths fatalities slayings",
        "cars vehicles", "trucks vehicles", "suvs vehicles",
        "companies firms businesses employers corporations",
        "charges counts", "daughters girls children", "sons boys children",
        "children minors juveniles youths youngsters",
        "teens teenagers youths adolescents juveniles", "workers employees staffers laborers",
        "officers policemen cops recruits", "doctors physicians surgeons",
        "lawmakers legislators congressmen representatives senators", "lawyers attorneys",
        "students pupils classmates teens teenagers youths", "protesters demonstrators marchers",
        "assailants attackers suspects gunmen robbers intruders perpetrators",
        "conspirators co-conspirators coconspirators co-defendants codefendants accomplices",
        "inmates prisoners detainees", "passengers riders occupants travelers",
        "soldiers troops servicemembers", "migrants immigrants refugees arrivals newcomers",
        "shipwrecks sinkings accidents incidents", "sites locations places spots venues",
        "towns cities communities municipalities", "tickets summonses citations",
        "bags packets baggies", "agencies departments",
        "explosions blasts bombings attacks incidents", "fires blazes incidents",
        "shootings incidents attacks", "killings murders deaths slayings",
        "packages parcels bundles bricks", "schools campuses",
        "dogs puppies animals", "cats kittens animals", "horses animals", "cattle cows animals",
        "cases patients", "hikers climbers campers mountaineers", "drivers motorists",
        "miners mineworkers workers", "tenants residents occupants",
        *(f"{who} migrants immigrants aliens passengers" for who in _NATIONALS.split()),
    )
)  # fmt: skip
_NOTHING: frozenset[int] = frozenset()
# the same, by noun
_THINGS = {
    noun: frozenset(n for n, nouns in enumerate(_SAME_THINGS) if noun in nouns)
    for noun in frozenset().union(*_SAME_THINGS)
}


def is_person(head: str) -> bool:
    """Whether the stemmed noun *head* names persons."""
    return head in _PERSONS


def never_one(one: str, other: str) -> bool:
    """Whether two stemmed nouns never name the same persons: ``victims`` and ``suspects``."""
    return frozenset((one, other)) in _NEVER


def may_be_one(one: str, other: str) -> bool:
    """Whether two stemmed nouns may name the same things: ``defendants`` and ``men`` may."""
    if one == other or not _THINGS.get(one, _NOTHING).isdisjoint(_THINGS.get(other, _NOTHING)):
        return True
    if one not in _PERSONS or other not in _PERSONS or frozenset((one, other)) in _NEVER:
        return False
    return bool({one, other} & (_ANYONE | _ACCUSED)) or {one, other} <= _NEUTRAL
