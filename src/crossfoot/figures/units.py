# ruff: noqa: E501
"""Units of measure and money by the words and signs of prose."""

from __future__ import annotations

from crossfoot.figures.lexicon import TIMES


def _table(rows: dict[str, str]) -> dict[str, str]:
    return {word: unit for unit, words in rows.items() for word in words.split()}


# physical units that a report may hold; single letters and "in" need digits before them
MEASURES = _table(
    {
        "miles": "mile miles mi", "kilometers": "kilometer kilometers kilometre kilometres km kms",
        "meters": "meter meters metre metres", "centimeters": "centimeter centimeters centimetre centimetres cm",
        "millimeters": "millimeter millimeters millimetre millimetres mm", "feet": "foot feet ft", "yards": "yard yards yd",
        "inches": "inch inches", "acres": "acre acres", "hectares": "hectare hectares ha",
        "pounds": "lb lbs", "ounces": "ounce ounces oz", "tons": "ton tons", "tonnes": "tonne tonnes",
        "kilograms": "kilogram kilograms kilo kilos kg kgs", "grams": "gram grams gramme grammes",
        "milligrams": "milligram milligrams mg", "micrograms": "microgram micrograms mcg",
        "liters": "liter liters litre litres", "milliliters": "milliliter milliliters millilitre millilitres ml", "centiliters": "cl",
        "gallons": "gallon gallons gal", "quarts": "quart quarts", "pints": "pint pints", "cups": "cup cups",
        "barrels": "barrel barrels", "bushels": "bushel bushels", "tablespoons": "tablespoon tablespoons tbsp", "teaspoons": "teaspoon teaspoons tsp",
        "degrees": "degree degrees", "mph": "mph", "km/h": "kph kmh", "knots": "knot knots", "watts": "watt watts",
        "kilowatts": "kw kilowatt kilowatts", "megawatts": "mw megawatt megawatts", "gigawatts": "gw gigawatt gigawatts",
        "kWh": "kwh", "MWh": "mwh", "GWh": "gwh", "TWh": "twh", "Wh": "wh", "volts": "volt volts",
        "bytes": "byte bytes", "bits": "bit bits", "kilobytes": "kilobyte kilobytes kb", "megabytes": "megabyte megabytes mb", "gigabytes": "gigabyte gigabytes gb",
        "terabytes": "terabyte terabytes tb", "calories": "calorie calories kcal", "hertz": "hertz hz khz mhz ghz",
        "rounds": "", "TeV": "tev gev mev kev",
    }
)  # fmt: skip
# names of money: dollars, and what stands before them
CURRENCIES = _table(
    {
        "USD": "dollar dollars usd buck bucks us$", "EUR": "euro euros eur", "GBP": "gbp quid sterling",
        "JPY": "yen jpy", "CNY": "yuan rmb cny renminbi kuai", "CHF": "chf", "CAD": "cad", "AUD": "aud", "NZD": "nzd", "HKD": "hkd",
        "MXN": "mxn peso pesos", "INR": "rupee rupees inr", "KRW": "won krw", "SEK": "sek krona kronor", "NOK": "nok", "DKK": "dkk krone kroner",
        "BRL": "brl real reais", "RUB": "ruble rubles rouble roubles rub", "TRY": "lira liras", "ZAR": "rand zar", "ILS": "shekel shekels ils",
        "PLN": "zloty zlotys zlotych pln", "THB": "baht thb", "FRF": "franc francs", "DEM": "mark marks deutschmark deutschmarks", "ITL": "lire",
        "BTC": "bitcoin bitcoins btc", "SAT": "satoshi satoshis", "GTQ": "quetzal quetzales gtq", "HNL": "lempira lempiras hnl", "CRC": "colon colones colón",
        "VES": "bolivar bolivars bolivares", "PHP": "php", "SGD": "sgd", "TWD": "twd", "KWD": "dinar dinars", "AED": "dirham dirhams aed", "SAR": "riyal riyals",
        "CZK": "koruna korunas czk", "HUF": "forint forints huf", "IDR": "rupiah", "VND": "dong", "UAH": "hryvnia", "NGN": "naira", "KES": "shilling shillings",
        "PEN": "soles", "AFN": "afghani afghanis", "BDT": "taka", "SEN": "sen",
    }
)  # fmt: skip
CENTS = {"cent": "USD", "cents": "USD", "pence": "GBP", "penny": "USD", "pennies": "USD"}
SYMBOLS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₩": "KRW", "₹": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "฿": "THB", "₫": "VND", "₡": "CRC", "₭": "LAK", "₦": "NGN", "₱": "PHP", "₲": "PYG", "₴": "UAH", "₵": "GHS",
    "₸": "KZT", "₿": "BTC", "¢": "USD", "₮": "MNT", "₼": "AZN", "₾": "GEL",
}  # fmt: skip
# letters before "$" or "dollars" that name the country
DOLLARS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "c": "CAD", "ca": "CAD", "cad": "CAD", "can": "CAD", "canadian": "CAD",
    "a": "AUD", "au": "AUD", "aud": "AUD", "australian": "AUD", "nz": "NZD", "hk": "HKD", "s": "SGD", "singapore": "SGD",
    "nt": "TWD", "mex": "MXN", "mx": "MXN", "mxn": "MXN", "r": "BRL", "usd": "USD", "hong kong": "HKD", "new zealand": "NZD", "taiwan": "TWD",
}  # fmt: skip
TIME_WORDS = TIMES
# what a rate is per
PER = _table(
    {
        "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night", "week": "week",
        "month": "month", "quarter": "quarter", "year": "year annum", "decade": "decade", "person": "person capita head",
    }
)  # fmt: skip
PERIODIC = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year",
}  # fmt: skip
