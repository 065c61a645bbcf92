"""Of what: the measure of the cube that the words about a number name, or what none covers."""

from __future__ import annotations

import re

from crossfoot.model import Figure
from crossfoot.records.sentence import RATIOS, Clause, Sentence
from crossfoot.records.vocabulary import (
    Measure,
    Uncovered,
    measure_named,
    measures,
    names_of_others,
    uncovered,
)

_DIGITS = re.compile(r"\d[\d,.]*(?<![,.])")
_SITES = re.compile(r"facilit|center|jail|site|prison")
_UNITS = {"duration": "days", "money": "USD"}
_LENGTH = re.compile(r"\b(?:stays?|days?|long(?:er)?|length|time in)\b")


def measure_of(sentence: Sentence, index: int) -> Measure | Uncovered | None:
    """The measure of a number: by its clause, else those without numbers, else earlier ones."""
    if index not in sentence.told:
        sentence.told[index] = _measure_of(sentence, index)
    return sentence.told[index]


def _measure_of(sentence: Sentence, index: int) -> Measure | Uncovered | None:
    figure = sentence.numbers[index][2]
    own = sentence.clause_of(index)
    if index and sentence.runs_to_next(index - 1):  # both ends of "from … to …" count one thing
        first = measure_of(sentence, index - 1)
        if isinstance(first, Measure):
            return first
    loose = [c for c in sentence.clauses if not c.numbers and not c.compares]
    everything = " ".join(_said(sentence, c) for c in sorted([*loose, own], key=lambda c: c.start))
    missing = _uncovered(everything, figure)
    if missing is not None:
        return missing
    earlier = [c for c in reversed(sentence.clauses) if c.numbers and c.start < own.start]
    for text in (_said(sentence, own), everything, *(_said(sentence, c) for c in earlier)):
        found = measure_in(text, figure, everything)
        if found is not None:
            return _refined(found, figure, everything)
    for text in (own.text, sentence.text):  # nothing but arrests, or removals of one kind, is meant
        plain_text = _DIGITS.sub("9", names_of_others().sub(" ", text))
        found = measure_in(plain_text, figure, sentence.text)
        if found is not None:
            return _refined(found, figure, sentence.text)
    if any(m.dimension == "technology" for m in sentence.mentions):
        return measure_named("atd_active")
    missing = _uncovered(" ".join(_said(sentence, c) for c in earlier), figure)
    return missing or _named_by_context(figure)


def _said(sentence: Sentence, clause: Clause) -> str:
    """A clause less what only looks like a measure: who arrested people, names of offices."""
    text = sentence.text
    for m in sentence.mentions:
        if (
            m.dimension in {"agency", "disposition"}
            and m.start < clause.end
            and clause.start < m.end
        ):
            text = text[: m.start] + " " * (m.end - m.start) + text[m.end :]
    text = names_of_others().sub(lambda m: " " * len(m[0]), text)
    return _DIGITS.sub("9", text[clause.start : clause.end])


def measure_in(text: str, figure: Figure | None, everything: str) -> Measure | None:
    """The first measure whose words *text* has and whose unit the figure states."""
    for measure in measures():
        needs = measure.needs
        if needs and not (needs.search(everything) or needs.search(text)):
            continue
        if measure.unit == "days" and not _long(figure, everything):
            continue
        if _fits(measure, figure) and measure.words.search(text):
            return measure
    return None


def _long(figure: Figure | None, text: str) -> bool:
    """A ratio is one of days only where the sentence speaks of time."""
    if figure is None or figure.kind not in RATIOS:
        return True
    return _LENGTH.search(text) is not None


def _fits(measure: Measure, figure: Figure | None) -> bool:
    if figure is None:
        return measure.unit not in {"days", "USD"}
    if figure.kind in _UNITS:
        return measure.unit == _UNITS[figure.kind]
    if figure.kind in RATIOS:
        return True
    if (figure.unit or "").lower().endswith(("day", "days")) and figure.kind != "rate":
        return measure.unit == "days"
    if measure.unit == "facilities":
        return _SITES.search((figure.unit or "").lower()) is not None
    if figure.kind == "number" and measure.unit == "days":
        return not figure.unit
    return measure.unit not in {"days", "USD"}


def _refined(found: Measure, figure: Figure | None, text: str) -> Measure:
    """People detained "a day" or "on average" are a mean, whatever verb is used."""
    adp = measure_named("adp")
    rate = figure is not None and figure.kind == "rate"
    if found is adp and rate:  # "booked an average of 50 people a day": a flow, by the day
        flows = (measure_named(name) for name in ("bookins", "bookouts", "removals", "releases"))
        return next((m for m in flows if m.words.search(text)), adp)
    if found.name == "detained" and (rate or adp.words.search(text)):
        return adp
    return found


def _uncovered(text: str, figure: Figure | None) -> Uncovered | None:
    for thing in uncovered():
        money = figure is not None and figure.kind == "money"
        if thing.unit == "USD" and (not money or measure_in(text, figure, text)):
            continue
        if thing.words.search(text) and not (thing.unless and thing.unless.search(text)):
            return thing
    return None


def _named_by_context(figure: Figure | None) -> Measure | None:
    if figure is None or figure.measure is None:
        return None
    return next((m for m in measures() if figure.measure in m.names and _fits(m, figure)), None)
