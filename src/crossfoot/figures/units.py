"""Units of measure and of money, by the words and signs of prose."""

from __future__ import annotations

from crossfoot.figures.lexicon import by_word

MEASURES = by_word(
    {
        "miles": "mile miles mi", "kilometers": "kilometer kilometers kilometre kilometres km kms",
        "meters": "meter meters metre metres", "feet": "foot feet ft", "yards": "yard yards yd",
        "centimeters": "centimeter centimeters centimetre centimetres cm",
        "millimeters": "millimeter millimeters millimetre millimetres mm",
        "nanometers": "nanometer nanometers nm", "inches": "inch inches",
        "acres": "acre acres", "hectares": "hectare hectares ha", "pounds": "pound pounds lb lbs",
        "ounces": "ounce ounces oz", "tons": "ton tons", "tonnes": "tonne tonnes",
        "kilograms": "kilogram kilograms kilo kilos kg kgs", "grams": "gram grams gramme grammes",
        "milligrams": "milligram milligrams mg", "micrograms": "microgram micrograms mcg",
        "liters": "liter liters litre litres", "centiliters": "cl", "quarts": "quart quarts",
        "milliliters": "milliliter milliliters millilitre millilitres ml",
        "gallons": "gallon gallons gal", "pints": "pint pints", "cups": "cup cups",
        "tablespoons": "tablespoon tablespoons tbsp", "teaspoons": "teaspoon teaspoons tsp",
        "barrels": "barrel barrels", "bushels": "bushel bushels", "degrees": "degree degrees",
        "mph": "mph", "km/h": "kph kmh", "knots": "knot knots", "watts": "watt watts w",
        "kilowatts": "kilowatt kilowatts kw", "megawatts": "megawatt megawatts mw",
        "gigawatts": "gigawatt gigawatts gw", "watt-hours": "wh", "kilowatt-hours": "kwh",
        "megawatt-hours": "mwh", "gigawatt-hours": "gwh", "terawatt-hours": "twh",
        "volts": "volt volts", "bits": "bit bits", "bytes": "byte bytes",
        "kilobytes": "kilobyte kilobytes kb", "megabytes": "megabyte megabytes mb",
        "gigabytes": "gigabyte gigabytes gb", "terabytes": "terabyte terabytes tb",
        "calories": "calorie calories kcal", "hertz": "hertz hz khz mhz ghz",
        "electronvolts": "ev kev mev gev tev", "joules": "joule joules js",
    }
)  # fmt: skip

# names of money. Words that mean other things too ("won", "real") are in AMBIGUOUS
CURRENCIES = by_word(
    {
        "USD": "dollar dollars usd buck bucks", "EUR": "euro euros eur", "GBP": "gbp quid sterling",
        "JPY": "yen jpy", "CNY": "yuan rmb cny renminbi kuai", "CHF": "chf", "CAD": "cad",
        "AUD": "aud", "NZD": "nzd", "HKD": "hkd", "SGD": "sgd", "TWD": "twd",
        "MXN": "mxn peso pesos", "INR": "rupee rupees inr", "KRW": "won krw", "RUB":
        "ruble rubles rouble roubles rub", "SEK": "krona kronor sek", "NOK": "nok",
        "DKK": "krone kroner dkk", "ISK": "isk", "BRL": "real reais brl", "TRY": "lira liras",
        "ZAR": "rand zar", "ILS": "shekel shekels ils", "PLN": "zloty zlotys pln",
        "THB": "baht thb", "FRF": "franc francs", "DEM": "mark marks deutschmark deutschmarks",
        "ITL": "lire", "ESP": "peseta pesetas", "GRD": "drachma drachmas",
        "NLG": "guilder guilders",
        "ATS": "schilling schillings", "FIM": "markka", "BTC": "bitcoin bitcoins btc",
        "SAT": "satoshi satoshis", "ETH": "ether eth", "GTQ": "quetzal quetzales gtq",
        "HNL": "lempira lempiras", "CRC": "colon colones colón", "NIO": "cordoba cordobas",
        "VES": "bolivar bolivars bolivares", "PAB": "balboa balboas", "HTG": "gourde gourdes",
        "PEN": "sol soles", "BOB": "boliviano bolivianos", "PYG": "guarani guaranis",
        "PHP": "php", "COP": "cop", "CLP": "clp", "ARS": "ars", "UYU": "uyu",
        "KWD": "dinar dinars kwd", "AED": "dirham dirhams aed", "SAR": "riyal riyals sar",
        "IRR": "rial rials", "CZK": "koruna korunas czk", "HUF": "forint forints huf",
        "RON": "leu lei", "BGN": "lev leva", "HRK": "kuna", "RSD": "rsd", "UAH": "hryvnia uah",
        "KZT": "tenge", "UZS": "som", "AZN": "manat", "GEL": "lari", "AMD": "dram",
        "IDR": "rupiah rupiahs idr", "VND": "dong vnd", "LAK": "kip", "MMK": "kyat kyats",
        "KHR": "riel riels", "MYR": "ringgit ringgits myr", "BDT": "taka",
        "AFN": "afghani afghanis",
        "MNT": "tugrik tugriks", "LKR": "lkr", "NPR": "npr", "PKR": "pkr", "NGN": "naira",
        "GHS": "cedi cedis", "KES": "shilling shillings", "ETB": "birr", "ZMW": "kwacha",
        "AOA": "kwanza", "MZN": "metical", "BWP": "pula", "SZL": "lilangeni", "MAD": "mad",
        "TOP": "pa'anga", "WST": "tala", "PGK": "kina", "VUV": "vatu", "XOF": "xof", "SEN": "sen",
    }
)  # fmt: skip
AMBIGUOUS = frozenset(
    "won real mark marks colon sol sen lei som mad rand kina pula ether lev top buck sterling"
    " balboa".split()
)
CENTS = {"cent": "USD", "cents": "USD", "pence": "GBP", "penny": "USD", "pennies": "USD"}
SYMBOLS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₩": "KRW", "₹": "INR", "₽": "RUB",
    "₺": "TRY", "₪": "ILS", "฿": "THB", "₫": "VND", "₡": "CRC", "₭": "LAK", "₦": "NGN",
    "₱": "PHP", "₲": "PYG", "₴": "UAH", "₵": "GHS", "₸": "KZT", "₿": "BTC", "¢": "USD",
    "₮": "MNT", "₼": "AZN", "₾": "GEL", "៛": "KHR", "₨": "INR",
}  # fmt: skip
# letters before "$" that name the country; those of APART may stand apart from it ("C $ 16")
DOLLARS = {
    "us": "USD", "u.s.": "USD", "c": "CAD", "ca": "CAD", "cad": "CAD", "can": "CAD", "a": "AUD",
    "au": "AUD", "aud": "AUD", "nz": "NZD", "hk": "HKD", "s": "SGD", "nt": "TWD", "mex": "MXN",
    "mx": "MXN", "mxn": "MXN", "r": "BRL", "usd": "USD", "nzd": "NZD", "hkd": "HKD", "sgd": "SGD",
    "cop": "COP", "clp": "CLP", "ar": "ARS", "col": "COP", "j": "JMD", "tt": "TTD", "bz": "BZD",
}  # fmt: skip
APART = frozenset({"us", "u.s.", "c", "cad", "aud", "usd", "hk", "nz", "mex", "mxn"})
# adjectives before the name of a currency
NATIONS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD",
    "hong kong": "HKD", "new zealand": "NZD", "singapore": "SGD", "taiwan": "TWD",
    "jamaican": "JMD", "namibian": "NAD", "fijian": "FJD", "bahamian": "BSD",
    "swiss": "CHF", "mexican": "MXN", "philippine": "PHP", "colombian": "COP", "chilean": "CLP",
    "argentine": "ARS", "cuban": "CUP", "dominican": "DOP", "uruguayan": "UYU", "british": "GBP",
    "chinese": "CNY", "japanese": "JPY", "turkish": "TRY", "indian": "INR", "pakistani": "PKR",
    "nepalese": "NPR", "sri lankan": "LKR", "russian": "RUB", "belarusian": "BYN",
    "danish": "DKK", "norwegian": "NOK", "swedish": "SEK", "icelandic": "ISK", "kuwaiti": "KWD",
    "iraqi": "IQD", "jordanian": "JOD", "serbian": "RSD", "tunisian": "TND", "kenyan": "KES",
    "ugandan": "UGX", "tanzanian": "TZS", "saudi": "SAR", "qatari": "QAR", "omani": "OMR",
    "iranian": "IRR", "brazilian": "BRL", "korean": "KRW", "south korean": "KRW", "israeli": "ILS",
    "polish": "PLN", "czech": "CZK", "hungarian": "HUF", "romanian": "RON", "bulgarian": "BGN",
    "thai": "THB", "vietnamese": "VND", "indonesian": "IDR", "malaysian": "MYR", "german": "DEM",
    "french": "FRF", "belgian": "BEF", "spanish": "ESP", "italian": "ITL", "egyptian": "EGP",
    "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG", "moroccan": "MAD", "algerian": "DZD",
    "costa rican": "CRC", "south african": "ZAR", "ukrainian": "UAH", "nigerian": "NGN",
}  # fmt: skip
