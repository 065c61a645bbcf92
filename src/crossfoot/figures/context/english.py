"""Closed classes of English words that the rules of context lean on. Nothing here knows a field."""

from __future__ import annotations

from functools import lru_cache

PREPOSITIONS = frozenset(
    "in at on of from to for by with without within across over under during after before between "
    "among through throughout near around against into onto since until till per via as about "
    "than like despite amid along outside inside toward towards behind beyond including".split()
)
CONJUNCTIONS = frozenset("and or but nor while whereas although because so if when where".split())
AUXILIARIES = frozenset(
    "is are was were be been being has have had do does did will would can could may might must "
    "shall should isn't aren't wasn't weren't hasn't haven't hadn't didn't won't".split()
)
PRONOUNS = frozenset(
    "i you he she it we they him them me us who whom whose which that this these those there "
    "here what its his her their our my your each both all".split()
)
DETERMINERS = frozenset("the a an this that these those its his her their our some any".split())
# words that end a noun phrase which a figure opens
STOPS = (
    PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS
    | frozenset("the a an then also later earlier ago now not only just even too yet".split())
    | frozenset(
        "said says say reported announced rose fell grew dropped went came made took got became "
        "remain remained stood climbed declined increased decreased jumped showed shows show led "
        "faced face pleaded received lacked belonged entered lived returned admitted violated "
        "committed crossed left stayed served began ended included involved went gave told waited "
        "worked lost met sought won held died wore used paid failed "
        "followed last this next every annually apiece each respectively "
        "nationwide nationally today yesterday tomorrow monday tuesday wednesday thursday friday "
        "saturday sunday".split()
    )
)  # fmt: skip
# between a verb and the figure it governs: "arrested [some of the other] 40"
BEFORE_FIGURE = frozenset(
    "about around roughly approximately nearly almost some at least most more than over under up "
    "to only just another additional the a an other remaining total of well close fewer less as "
    "many estimated exactly further extra an its those these his their all first record no "
    "not upwards - ( an average".split()
)
# nouns that point back to what was counted before
GENERIC = frozenset(
    "total totals number numbers figure figures count counts tally rest remainder share portion "
    "them those these whom half third quarter majority more fewer others other increase decrease "
    "drop rise decline jump gain change difference growth pace average level levels".split()
)
TIMES = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks month months year "
    "years quarter quarters decade decades weekday weekdays weekend weekends morning a.m p.m time "
    "times percent points point".split()
)
IRREGULAR_PLURALS = frozenset(
    "people men women children police personnel staff aircraft feet mice data media clergy "
    "cattle youth crew troops".split()
)
NOT_PLURAL = ("ss", "us", "is", "ous", "'s")


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether *word* (lower case) looks like a noun of several: ``victims``, ``people``."""
    if word in IRREGULAR_PLURALS:
        return True
    return len(word) > 3 and word[-1] == "s" and not word.endswith(NOT_PLURAL)
