"""The words of numbers, months and lengths of time, as tables."""

from __future__ import annotations

from fractions import Fraction

ONES = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SMALL = {**ONES, **TEENS, **TENS}
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "mil": 10**6, "mln": 10**6, "mn": 10**6, "bn": 10**9,
    "bln": 10**9, "bil": 10**9, "tn": 10**12, "tln": 10**12, "trn": 10**12, "lakh": 10**5,
    "lakhs": 10**5, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
# scales that make a rounded number even in words ("two million"); "two thousand" is exact
ROUNDING_SCALE = 10**5
DOZENS = ("dozens", "dozen", "dozs", "doz")
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "nineth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9,
    "trillionth": 10**12, "quadrillionth": 10**15,
}  # fmt: skip
# what counts things off: "the first ... the second ..."
IN_TURN = tuple(word for word, value in ORDINALS.items() if value <= 10 and word != "nineth")
# denominators in the plural: two "thirds", three "quarters"
PARTS = {
    **{word + "s": value for word, value in ORDINALS.items() if value > 2},
    "halves": 2, "quarters": 4, "firsts": 1,  # three "twenty-firsts"
}  # fmt: skip
VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6), "⅐": Fraction(1, 7),
    "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
    "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip
# "thousands": no value, but a floor
FLOORS = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6,
    "billions": 2 * 10**9, "trillions": 2 * 10**12,
}  # fmt: skip
# small words inside of names, and what is joined to a name: "Luis de la Cruz", "Ali al-Sayed"
NAME_PARTICLES = (
    r"\b(?:de|del|della|di|da|das|do|dos|du|la|las|le|los|van|von|der|den|zu|bin|bint|ibn|ben|al"
    r"|el|y)"
)
NAME_PREFIX = r"(?:(?:al|el|ad|as|ash|ul|d|l)[-'’](?=[A-Z]))"
MONTH_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip


def by_word(rows: dict[str, str]) -> dict[str, str]:
    """Turn ``{name: "word word"}`` into ``{word: name}``."""
    return {word: name for name, words in rows.items() for word in words.split()}


# lengths of time, by the word of the text
TIMES = by_word(
    {
        "seconds": "second seconds sec secs", "minutes": "minute minutes min mins",
        "hours": "hour hours hr hrs", "days": "day days", "nights": "night nights",
        "weeks": "week weeks wk wks", "weekends": "weekend weekends",
        "months": "month months mo mos", "years": "year years yr yrs",
        "quarters": "quarter quarters", "decades": "decade decades",
        "centuries": "century centuries", "generations": "generation generations",
        "fortnights": "fortnight fortnights", "semesters": "semester semesters",
        "milliseconds": "millisecond milliseconds ms",
    }
)  # fmt: skip
# what a rate is per
PER = by_word(
    {
        "second": "second", "minute": "minute", "hour": "hour hourly", "day": "day daily",
        "night": "night nightly", "week": "week weekly", "month": "month monthly",
        "quarter": "quarter quarterly", "year": "year annum yearly annual annually",
        "decade": "decade", "person": "person capita head",
    }
)  # fmt: skip
