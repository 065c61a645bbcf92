"""Ages: ``46-year-old``, ``Name, 46,``, ``aged 18 to 25``, ``children under 18``."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTH_NAMES, NAME_PARTICLES, NAME_PREFIX
from crossfoot.figures.numerals import Numeral
from crossfoot.figures.roles import ROLES

_GAP = "[ \u00a0]"
_AFTER = lazy(
    rf"{_GAP}?-?{_GAP}?(?P<unit>years?|yrs?|months?|weeks?|days?)"
    rf"(?:(?:\.?{_GAP}|-)olds?(?![a-z])|{_GAP}of{_GAP}age(?![a-z]))"
    rf"|{_GAP}(?:or|and){_GAP}(?:older|younger)(?![a-z])"
    rf"|{_GAP}?(?:y/o|y\.{_GAP}?o\.|yo)(?![a-z])"
)
_YEAR_SHARE = {
    "y": Fraction(1), "m": Fraction(1, 12), "w": Fraction(28, 1461), "d": Fraction(4, 1461),
}  # fmt: skip
_AGE = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# "aged | 46", "ages nine, 20 and | 31", "ages 20 to | 63", "in age from 20 to | 63"
_WORD_BEFORE = lazy(
    rf"(?<![a-z])(?:aged?|ages)(?::|{_GAP}(?:is|was|of|from|between|under|over|range{_GAP}of"
    rf"|(?:range[sd]?|runs?|ran|var(?:y|ied)){_GAP}(?:from|between)))?{_GAP}"
    rf"(?P<more>(?:{_AGE}(?:,{_GAP}(?:(?:and|or){_GAP})?|{_GAP}(?:and|or|to|through){_GAP})){{0,5}})$"
)
# "one aged 14, two | 15 and one | 17", "two were 17 years old, three | 16"
_EACH_AGED = lazy(
    rf"(?<![a-z])(?:aged?{_GAP}\d{{1,2}}|\d{{1,2}}{_GAP}years{_GAP}old)(?:,?{_GAP}(?:and{_GAP})?(?:one|two|three|four|five|six)"
    rf"{_GAP}\d{{1,2}}){{0,4}},?{_GAP}(?:and{_GAP})?(?:one|two|three|four|five|six){_GAP}$"
)
# "children under 18", and no noun after it
_MINORS = lazy(
    r"(?<![a-z])(?:anyone|children|minors?|people|those|youths?|kids|juveniles|adults|persons?"
    r"|immigrants|migrants|men|women|boys|girls|(?<![\w$.,])\d{1,3})"
    r"[ \u00a0](?:under|over)[ \u00a0]$"
)
# "people older than 65 cast", "those younger than 18"
_OLDER = lazy(
    r"(?<![a-z])(?:people|those|voters|residents|workers|patients|victims|adults|persons|men|women"
    r"|students|drivers|migrants|immigrants|detainees)"
    rf"{_GAP}(?:older|younger){_GAP}than{_GAP}$"
)
# "120 of the 300 detainees were | under 18", "12 of the victims were | younger than 18"
_WERE = lazy(
    rf"(?<![a-z])(?:are|were){_GAP}(?:(?:all|still|either){_GAP})?"
    rf"(?:(?P<age>(?:older|younger){_GAP}than)|under|over){_GAP}$"
)
_SOME_OF = lazy(
    r"(?<![a-z])(?:\d|%|percent|most|half|third|quarters?|all|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|many|several|majority)(?![a-z])"
)
_WHO = lazy(
    r"(?<![a-z])(?:whom|them|those|these|noncitizens|aliens|residents|individuals|members|citizens"
    r"|nationals|workers|adults|offenders|criminals)(?![a-z])"
)
_WORD = lazy(r"[a-z]+")
# "One of them, then 15, lost"
_THEN = lazy(rf"[a-z],{_GAP}then{_GAP}$")
# "eleven children between 13 and 17"
_CHILDREN_BETWEEN = lazy(
    rf"(?<![a-z])(?:children|kids|minors|youths|juveniles|teens|teenagers|boys|girls){_GAP}between{_GAP}$"
)
_TIME_AFTER = lazy(rf"{_GAP}(?:years?|months?|weeks?|days?|hours?)(?![a-z])|%|{_GAP}percent")
_PHRASE_END = lazy(
    rf"[,;.)?!]|{_GAP}?[—–]|{_GAP}-{_GAP}|{_GAP}(?:and|or|were|was|are|who|in|at|from|to)(?![a-z])|\n|$"
)
# two words of a name, the last with a capital, and a comma: 'William "Will" Jackson,'
_PART = rf"(?:[A-Z][\w.'-]*|\([^()\n]{{1,30}}\)|\"[^\"\n]{{1,30}}\"|{NAME_PARTICLES}|aka)"
_PERSON = lazy(
    rf"(?:{_PART}{_GAP}){{1,5}}(?:{NAME_PREFIX}?[A-Z][\w.'-]*[a-z.]|[A-Z]{{2,}}|\"[^\"\n]{{1,30}}\"|\([^()\n]{{1,30}}\))"
    rf"(?:,?{_GAP}(?:Jr|Sr|II|III|IV)\.?)?,\"?{_GAP}$"
    rf"|\"[^\"\n,]{{1,30}},\"{_GAP}$"
)
# "Lee, | 34, kept the books", "says that Lee, | 34, kept": a surname by itself
_SURNAME = lazy(rf"(?:^|[.!?]\"?{_GAP}|\n|[a-z]{_GAP})(?P<name>[A-Z][A-Za-z'-]*[a-z]),{_GAP}$")
_NAME_REACH = 64
_NOUN_REACH = 14
_SOME_REACH = 32
_KIN_REACH = 36
# what stands before a comma and a number without being a person
_NO_PERSON = lazy(
    rf"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|{MONTH_NAMES}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|County|City|District|Township|Parish|State|Valley|Building"
    r"|York|Jersey|Angeles|Francisco|Diego|Antonio|Mexico|Carolina|Dakota|Virginia|Island"
    r"|Salvador|Rica|Rico|Republic|Lanka|Arabia|Zealand|Africa|Korea|Kingdom|States|Leone|Lucia"
    r"|Orleans|Vegas|Paso|Beach|Section|Title|Street|Avenue|Road|Plaza|Square|Boulevard|Drive|Lane"
    r"|Part|Rule|Article|Chapter)\.?,"
    r"\"?[ \u00a0]$"
)
# "Man, | 33, Held", "his wife, | 34,": one person without a name
_SOMEONE = lazy(
    r"(?i)\b(?:man|woman|boy|girl|teen|teenager|youth|child|toddler|baby|infant|mother|father|parent"
    r"|son|daughter|brother|sister|husband|wife|uncle|aunt|cousin|nephew|niece|grandmother"
    r"|grandfather|driver|student|officer|suspect|victim|resident|worker|teacher),[ \u00a0]$"
)
# "the captain, | 41, jumped": what someone is, and a comma behind the number
_IN_ROLE = lazy(r"(?i)\b(?P<role>[a-z-]+),[ \u00a0]$")
# "the youngest is | 19 and", "the oldest was | 84."
_IS_BY_BIRTH = lazy(
    r"(?i)\b(?:youngest|oldest|eldest) (?:[a-z]+ )?(?:is|was) $"
    r"|\b(?:youngest|oldest|eldest) of (?:the|those|all|them|his|her)\b[^.;,]{0,40} (?:is|was) $"
    r"|\b(?:youngest|oldest|eldest) (?:[a-z]+ )?(?:is|was) \d{1,3}(?:,| and) the"
    r" (?:youngest|oldest|eldest)(?:, [^,.;\d]{1,50},)? $"
)
_BY_BIRTH = frozenset(("eldest", "youngest", "oldest"))
_ONE_PERSON = (
    r"(?:man|woman|boy|girl|teen|teenager|youth|child|toddler|baby|infant|mother|father|son"
    r"|daughter|brother|sister|husband|wife|driver|suspect|victim|gunman|shooter|passenger"
    r"|pedestrian|cyclist|motorcyclist|student|officer|deputy|defendant|inmate|detainee|migrant)"
)
_PERSONS = (
    r"(?:men|women|boys|girls|teens|teenagers|youths|children|toddlers|babies|infants|sons"
    r"|daughters|brothers|sisters|siblings|drivers|suspects|victims|gunmen|shooters|passengers"
    r"|pedestrians|students|officers|deputies|defendants|inmates|detainees|migrants|juveniles"
    r"|minors|kids)"
)
_FEW = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_THE = r"(?:the|his|her|their)"
# "the driver was | 52.", "one of the girls is | 16 and", "the other three boys were 9 and | 11"
_IS_AGED = lazy(
    rf"(?<![a-z])(?:(?:he|she|(?:{_THE}|an?|one|another) (?:[a-z]+ )?{_ONE_PERSON}"
    rf"|(?:one|another) of {_THE} (?:[a-z\d]+ )?{_PERSONS}) (?:is|was)"
    rf"|(?:{_FEW}|{_FEW} of {_THE}) (?:[a-z]+ )?{_PERSONS} (?:are|were)"
    rf"(?: between|(?: {_AGE},)*(?: {_AGE},? and)?))[ \u00a0]$"
)
# "and the other three are | 14", "and one is | 12", where persons were named before
_OTHER_IS = lazy(
    rf"(?<![a-z])(?:(?:one|another|the (?:other|second|third)) (?:is|was)"
    rf"|{_FEW}(?: others)? (?:are|were)(?:(?: {_AGE},)*(?: {_AGE},? and)?))[ \u00a0]$"
)
_NAMED = lazy(
    rf"(?<![a-z])(?:{_PERSONS}|{_ONE_PERSON}|killed|dead|injured|wounded|hurt|arrested|people)(?![a-z])"
)
_VERBS = ("is", "was", "are", "were")
_TOLD_REACH = 56
_NAMED_REACH = 110
# "one of the brothers, | 41, fled"
_ONE_OF = lazy(
    r"\b(?:one|another|some) of (?:the|his|her|their|its)[ \u00a0](?:[a-z]+[ \u00a0])?"
    r"(?:boys|girls|teens|men|women|sons|daughters|brothers|sisters|suspects|victims|drivers|students"
    r"|guides|officers|workers|passengers|gunmen|robbers|defendants),[ \u00a0]$"
)
# "one of them is a deckhand, | 58.", "she was a porter, | 49."
_IS_A = lazy(
    r"(?i)(?P<one>\b(?:one of (?:them|these|those|the [a-z\d]+)|another|he|she|who)[ \u00a0])?"
    r"(?:is|was)[ \u00a0]an?[ \u00a0](?:[a-z-]+[ \u00a0])?[a-z-]+,[ \u00a0]$"
)
# "two girls, | 14 and 16, face", "her sons, 8, 9 and | 11."
_SOME = lazy(
    r"\b(?:boys|girls|teens|teenagers|men|women|children|sons|daughters|brothers|sisters|siblings"
    r"|twins|cousins|nephews|nieces|students|suspects|victims|kids|grandchildren|others),[ \u00a0]"
    r"(?P<before>(?:\d{1,2},[ \u00a0]){0,4}(?:\d{1,2},?[ \u00a0]and[ \u00a0])?)$"
)
_AND_OTHERS = lazy(r"(?:,[ \u00a0]\d{1,2}){0,4},?[ \u00a0]and[ \u00a0]\d{1,2}(?=[,.;)]|$)")
# "his son Karl, | 5"
_KIN = lazy(
    r"\b(?:son|daughter|brother|sister|husband|wife|uncle|aunt|cousin|nephew|niece|mother|father"
    r"|grandson|granddaughter|grandmother|grandfather|stepson|stepdaughter)[ \u00a0]"
    r"[A-Z][a-z][\w'’-]*,[ \u00a0]$"
)
# "a man of | 43", "her son of | 4"
# and "children of 12 and | 13"
_OF = lazy(
    r"(?:man|woman|boy|girl|son|daughter|nephew|niece|children|boys|girls|kids|teens)"
    r"[ \u00a0]of[ \u00a0](?:\d{1,2}[ \u00a0](?:and|or)[ \u00a0])?$"
)
# "Ann Lee | (34) of Alder", "Rina | (19) d/o Abdul Karim"
_BEFORE_BRACKET = lazy(rf"(?P<given>(?:[A-Z][\w.'-]*{_GAP}){{1,4}})?[A-Z][\w'-]*[a-z]{_GAP}?\($")
_AFTER_BRACKET = lazy(
    rf"\),?{_GAP}(?:(?P<of>(?:of|from){_GAP}[A-Z])|[DdSsWw]{_GAP}?/{_GAP}?[Oo]\b)"
)
# "Ann Lee | (34) was arrested", "arrested Ann Lee | (34)": what was done to whom it is
_DONE = (
    r"(?:arrested|charged|indicted|sentenced|convicted|arraigned|detained|jailed|remanded|booked"
    r"|being held|shot|stabbed|hospitalized)"
)
_DONE_AFTER = lazy(
    rf"\),?{_GAP}(?:(?:who{_GAP})?(?:was|is|has{_GAP}been|had{_GAP}been){_GAP}"
    rf"(?:(?:[a-z]+ly|also|later|since){_GAP})?{_DONE}(?![a-z])"
    rf"|(?:pleaded|pled|faces|appeared|admitted|denied|died){_GAP})"
)
_DONE_BEFORE = lazy(rf"(?<![a-z]){_DONE}(?:{_GAP}as)?{_GAP}(?:[A-Z][\w.'-]*{_GAP}){{2,5}}\($")
_OF_A_TEAM = lazy(rf"\),?{_GAP}of{_GAP}the{_GAP}[A-Z]")  # "Ann Lee | (24) of the Jets"
_CLOSED = lazy(r"[,;.)\n]|$")
_NAME_END = lazy(
    rf"[,;.)]|{_GAP}(?:of(?!{_GAP}(?:the|them|those|these|its|whom|which)\b)|and|was|were|is|has"
    # "Carl Poe, 19 - were"; no "Reno Aces, 19 - 12"
    rf"|had|who|from|at|faces)\b|(?:{_GAP}-{{1,2}}{_GAP}|{_GAP}?[–—])(?!{_GAP}?\d)|\n|$"
)
# "Ann Lee, 33, of Reno, and Bo Roy, | 27 to ten years": the last of a row, no comma behind
_LAST_OF_ROW = lazy(
    rf"[A-Z][\w.'-]*,{_GAP}(?:aged?{_GAP})?\d{{2}}[,;](?:{_GAP}[^,;\d]{{1,40}}[,;]){{0,2}}{_GAP}(?:and|&){_GAP}"
    rf"(?:{_PART}{_GAP}){{1,5}}{NAME_PREFIX}?[A-Z][\w.'-]*(?:,?{_GAP}(?:Jr|Sr|II|III|IV)\.?)?"
    rf"(?:,{_GAP}(?:aka|a\.k\.a\.|also known as){_GAP}[^,;]{{1,30}})?,{_GAP}$"
)
_ROW_REACH = 150
_GOES_ON = lazy(rf"{_GAP}[a-z]")
_EACH_REACH = 64
_OLDEST = 115


def after(text: str, number: Numeral) -> Numeral | None:
    """*number* as an age in years where the words after it say so."""
    match = _AFTER.match(text, number.end)
    if match is None:
        return None
    share = _YEAR_SHARE[(match["unit"] or "y")[0]]
    return number.to(match.end()) if share == 1 else number.times(share, match.end())


def before(text: str, cased: str, start: int, number: Numeral) -> bool:
    """Whether the bare number at *start* is an age by the words around it."""
    # a number in full is a whole one, and integers compare ten times as fast
    if number.form != "exact" or not 0 < number.value.numerator <= _OLDEST or start < 2:
        return False
    near = max(0, start - _EACH_REACH - 50)
    if text.find("est", near, start) >= 0 and _IS_BY_BIRTH.search(text, near, start):
        return _PHRASE_END.match(text, number.end) is not None
    apposed = not number.words and text[start - 2] in ',"' and text[start - 1] in " \u00a0"
    if apposed and _is_after_name(cased, start, number.end):
        return True
    if text[start - 1] == "(" and _is_bracketed(cased, start, number.end):
        return True
    if (
        apposed
        and _CLOSED.match(text, number.end)
        and (
            _SOMEONE.search(text, max(0, start - _NOUN_REACH), start)
            or _KIN.search(cased, max(0, start - _KIN_REACH), start)
        )
    ):
        return True
    if apposed and _is_in_role(text, start, number.end):
        return True
    if not number.words and _is_told(text, start, number.end):
        return True
    if not number.words and _is_of_several(text, start, number.end):
        return True
    if (
        not number.words
        and text.startswith(("of", "nd", "or"), start - 3)
        and _OF.search(text, max(0, start - 20), start)
    ):
        return _PHRASE_END.match(text, number.end) is not None
    floor = max(0, start - 28)
    said = _WORD_BEFORE.search(text, floor, start) if text.find("age", floor, start) >= 0 else None
    if said:
        return not said["more"] or _PHRASE_END.match(text, number.end) is not None
    if not number.words and _may_be_each_aged(text, start):
        each = _EACH_AGED.search(text, max(0, start - _EACH_REACH), start)
        if each:
            return _PHRASE_END.match(text, number.end) is not None
    if text.startswith("then", start - 5) and text.startswith(",", number.end):
        return _THEN.search(text, floor, start) is not None
    if text.startswith("between", start - 8):
        return _CHILDREN_BETWEEN.search(text, floor, start) is not None
    if text.startswith("er than", start - 8) and _OLDER.search(text, floor, start):
        return _TIME_AFTER.match(text, number.end) is None
    if text.startswith(("under", "over", "than"), max(0, text.rfind(" ", 0, start - 1) + 1)):
        were = _WERE.search(text, floor, start)
        if were and _PHRASE_END.match(text, number.end):
            return were["age"] is not None or _are_some(text, were.start())
    return (
        text.startswith(("under", "over"), max(0, text.rfind(" ", 0, start - 1) + 1))
        and _MINORS.search(text, floor, start) is not None
        and (text.startswith(" (", number.end) or _PHRASE_END.match(text, number.end) is not None)
    )


def _are_some(text: str, end: int) -> bool:
    """Whether some of a group of persons are what the words up to *end* speak of."""
    start = max(0, end - _NAMED_REACH, text.rfind(". ", 0, end), text.rfind("\n", 0, end))
    if _SOME_OF.search(text, start, end) is None:
        return False
    return (
        _NAMED.search(text, start, end) is not None
        or _WHO.search(text, start, end) is not None
        or any(word.removesuffix("s") in ROLES for word in _WORD.findall(text, start, end))
    )


def _may_be_each_aged(text: str, start: int) -> bool:
    floor = max(0, start - _EACH_REACH)
    return text.find("age", floor, start) >= 0 or text.find(" old", floor, start) >= 0


def _is_after_name(cased: str, start: int, end: int) -> bool:
    floor = max(0, start - _NAME_REACH)
    ends = _NAME_END.match(cased, end) or (
        _GOES_ON.match(cased, end) and _LAST_OF_ROW.search(cased, max(0, start - _ROW_REACH), start)
    )
    return (
        ends is not None
        and _NO_PERSON.search(cased, max(0, start - 14), start) is None
        and (_PERSON.search(cased, floor, start) is not None or _is_known(cased, floor, start))
    )


def _is_in_role(text: str, start: int, end: int) -> bool:
    """Whether it stands behind what someone is: ``the captain, 41,``, ``is a deckhand, 58.``."""
    if not text.startswith((",", "."), end):
        return False
    match = _IN_ROLE.search(text, max(0, start - _KIN_REACH), start)
    role = match["role"].lower() if match else ""
    is_a = _IS_A.search(text, max(0, start - _NAME_REACH), start)
    if is_a and (is_a["one"] or role in ROLES):
        return True
    if text[end] != ",":
        return False
    one_of = _ONE_OF.search(text, max(0, start - _KIN_REACH), start)
    return role in ROLES or role in _BY_BIRTH or one_of is not None


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether it says how old someone is: ``the driver was 52.``, ``two boys are 9 and 11.``."""
    last = text[max(0, text.rfind(" ", 0, start - 1)) + 1 : start - 1]
    if last not in _VERBS and not (
        (last in ("and", "between") or last.endswith(","))
        and text.find("re ", max(0, start - 30), start) >= 0
    ):
        return False
    if _PHRASE_END.match(text, end) is None:
        return False
    floor = max(0, start - _TOLD_REACH)
    if _IS_AGED.search(text, floor, start):
        return True
    other = _OTHER_IS.search(text, floor, start)
    return bool(other and _NAMED.search(text, max(0, other.start() - _NAMED_REACH), other.start()))


def _is_of_several(text: str, start: int, end: int) -> bool:
    """Whether it is one of the ages of two or more: ``two girls, 14 and 16,``."""
    if text[start - 2] not in ",d" or text[start - 1] not in " \u00a0":
        return False
    match = _SOME.search(text, max(0, start - _SOME_REACH), start)
    if match is None:
        return False
    last = match["before"].rstrip().endswith("and") and _CLOSED.match(text, end) is not None
    return last or _AND_OTHERS.match(text, end) is not None


def _is_bracketed(cased: str, start: int, end: int) -> bool:
    """Whether it stands in brackets behind a name, and a town, a parent or a deed tells whose."""
    if not cased.startswith(")", end):
        return False
    floor = max(0, start - _NAME_REACH)
    name = _BEFORE_BRACKET.search(cased, floor, start)
    if name is None:
        return False
    close = _AFTER_BRACKET.match(cased, end)
    if close and (name["given"] or not close["of"]):
        return True
    if _OF_A_TEAM.match(cased, end):
        return False
    done = _DONE_AFTER.match(cased, end) or _DONE_BEFORE.search(cased, floor, start)
    return bool(name["given"] and done)


def _is_known(cased: str, floor: int, start: int) -> bool:
    """Whether the sentence begins with the surname of someone named in full before."""
    match = _SURNAME.search(cased, floor, start)
    if match is None:
        return False
    at = cased.find(f" {match['name']}", 0, match.start())
    given = cased[max(0, at - _NAME_REACH) : max(0, at)].split()
    # "Ann", or the "J." of "Ann J. Lee"
    return (
        bool(given) and given[-1][0].isupper() and (given[-1][-1].isalpha() or len(given[-1]) == 2)
    )
