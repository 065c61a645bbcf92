"""What turns a number in one unit into a number in another: pounds, kilograms; miles, kilometers.

Sizes are those of the international yard and pound agreement of 1959 and of the SI brochure; a ton
is the short one of the United States, or a metric one where only that comes near what is told.
"""

from __future__ import annotations

from fractions import Fraction

from crossfoot.figures.units import MEASURES

# of each unit what it measures, and its sizes in one unit of that: grams, meters, square meters,
# liters, kilometers per hour
_SIZES: dict[str, tuple[str, tuple[str, ...]]] = {
    "milligrams": ("mass", ("0.001",)), "grams": ("mass", ("1",)),
    "kilograms": ("mass", ("1000",)), "tonnes": ("mass", ("1000000",)),
    "ounces": ("mass", ("28.349523125",)), "pounds": ("mass", ("453.59237",)),
    "tons": ("mass", ("907184.74", "1000000")),
    "millimeters": ("length", ("0.001",)), "centimeters": ("length", ("0.01",)),
    "meters": ("length", ("1",)), "kilometers": ("length", ("1000",)),
    "inches": ("length", ("0.0254",)), "feet": ("length", ("0.3048",)),
    "yards": ("length", ("0.9144",)), "miles": ("length", ("1609.344",)),
    "square feet": ("area", ("0.09290304",)), "square meters": ("area", ("1",)),
    "acres": ("area", ("4046.8564224",)), "hectares": ("area", ("10000",)),
    "square kilometers": ("area", ("1000000",)), "square miles": ("area", ("2589988.110336",)),
    "milliliters": ("volume", ("0.001",)), "liters": ("volume", ("1",)),
    "gallons": ("volume", ("3.785411784",)),
    "mph": ("speed", ("1.609344",)), "km/h": ("speed", ("1",)),
}  # fmt: skip
# names that mean a unit only beside another figure, and names of several words
_BESIDE = {
    "g": "grams", "m": "meters", "l": "liters", "metric tons": "tonnes", "metric ton": "tonnes",
    "miles per hour": "mph", "kilometers per hour": "km/h", "km/h": "km/h",
    "square kms": "square kilometers", "square km": "square kilometers",
    "sq km": "square kilometers",
}  # fmt: skip
_NEAR = Fraction(1, 20)  # of a number, by which it may be off for its rounding
_FAHRENHEIT = ("degrees fahrenheit", "fahrenheit", "f", "°f")
_CELSIUS = ("degrees celsius", "celsius", "c", "°c", "centigrade", "degrees centigrade")


def unit_named(name: str) -> str:
    """The unit that *name* means, in one spelling; *name* itself where it means none."""
    if name in _BESIDE:
        return _BESIDE[name]
    square, _, plain = name.rpartition("square ")
    found = MEASURES.get(plain, plain)
    return f"square {found}" if square or name.startswith("square ") else found


def is_unit(name: str) -> bool:
    """Whether *name* is one of the units that are turned into others."""
    return unit_named(name) in _SIZES


def conversion(one: str, value: Fraction, other: str, told: Fraction) -> dict[str, str] | None:
    """What turns *value* in unit *one* into unit *other*, where *told* stands in that.

    Options of a restatement: "factor", and "shift" for degrees. None where the units are one, or
    measure different things.
    """
    if one in _FAHRENHEIT and other in _CELSIUS:
        return {"factor": "5/9", "shift": "-160/9"}
    if one in _CELSIUS and other in _FAHRENHEIT:
        return {"factor": "9/5", "shift": "32"}
    if one == other or one not in _SIZES or other not in _SIZES:
        return None
    (measured, sizes), (measured_too, others) = _SIZES[one], _SIZES[other]
    if measured != measured_too or {one, other} == {"tons", "tonnes"}:
        return None
    factors = [Fraction(a) / Fraction(b) for a in sizes for b in others]
    meant = (f for f in factors if abs(value * f - told) <= _NEAR * told)
    return {"factor": str(next(meant, factors[0]))}
