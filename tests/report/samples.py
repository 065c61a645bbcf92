"""Reports built by hand, so that the formats are tested apart from what is read and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from crossfoot import read_text
from crossfoot.interval import Interval
from crossfoot.model import Figure, Finding, Period, Relation, Repair, Role, Source, Span
from crossfoot.report.result import Report

STORY = """\
Raids in five states end with 60 arrests

Officers arrested 60 people over four days: Denver (21), Boston (19), Tampa (14) and Reno (16), \
the agency said on Friday. Of the 60, 33 had a conviction, or 52%.

• 27 had no conviction
• 5 were released the same day

The county sheriff counted 48 arrests in the same operation, the agency 60. Arrests rose from 40 a \
year ago to 60, an increase of 40%.

“More than half of these people, 33, were criminals,” the director said. The office wrote that it \
arrested more people than last week. It cited Section 287(g) and gave no figure for June 3.
"""


class Draft:
    """Collects figures and findings over a text."""

    def __init__(self, text: str, **about: Any) -> None:
        self.document = read_text(text, name=about.pop("name", "story.txt"), **about)
        self.figures: dict[int, Figure] = {}
        self.findings: list[Finding] = []

    def span(self, words: str, nth: int = 1) -> Span:
        at = -1
        for _ in range(nth):
            at = self.document.text.index(words, at + 1)
        return Span(at, at + len(words))

    def figure(self, words: str, nth: int = 1, *, value: Any = None, **about: Any) -> Figure:
        span = self.span(words, nth)
        if span.start not in self.figures:
            digits = "".join(c for c in words if c.isdigit() or c == ".")
            number = Fraction(value if value is not None else digits)
            about.setdefault("kind", "count")
            about.setdefault("range", Interval.exactly(number))
            about.setdefault("sentence", 0)
            figure = Figure(
                id="", start=span.start, end=span.end, text=words, value=number, **about
            )
            self.figures[span.start] = figure
        return self.figures[span.start]

    def finding(
        self, code: str, kind: str, verdict: Any, roles: Mapping[str, Sequence[Role]], **about: Any
    ) -> None:
        licence = tuple(about.pop("licence", ()))
        quoted = about.pop("quoted", False)
        relation = Relation(kind, {r: tuple(m) for r, m in roles.items()}, licence, quoted=quoted)
        about.setdefault("message", f"{code} says something.")
        self.findings.append(Finding(code, relation, verdict, **about))

    def report(self) -> Report:
        """The report, figures numbered in text order."""
        order = sorted(self.figures.values(), key=lambda f: f.start)
        named = {f: _named(f, n) for n, f in enumerate(order, 1)}
        findings = tuple(_renamed(f, named) for f in self.findings)
        return Report("0.1.0", self.document, tuple(named.values()), findings)


def _named(figure: Figure, number: int) -> Figure:
    from dataclasses import replace

    return replace(figure, id=f"f{number}")


def _renamed(finding: Finding, named: Mapping[Figure, Figure]) -> Finding:
    from dataclasses import replace

    roles = {
        role: tuple(named[m] if isinstance(m, Figure) else m for m in members)
        for role, members in finding.relation.roles.items()
    }
    return replace(
        finding,
        relation=replace(finding.relation, roles=roles),
        repairs=tuple(Repair(named[r.figure], r.value) for r in finding.repairs),
    )


def story() -> Report:
    """A report with every verdict, overlapping findings, bare spans and advice."""
    draft = Draft(STORY, published=date(2026, 3, 6))
    agency, sheriff = Source("the agency", 150, 160), Source("county sheriff", 300, 314)
    head = draft.figure("60", 1, measure="arrests", unit="arrests")
    week = Period(date(2026, 3, 2), date(2026, 3, 5), "four days")
    whole = draft.figure("60", 2, measure="arrests", unit="people", source=agency,
                         period=week)  # fmt: skip
    parts = [
        draft.figure(n, place=place, measure="arrests")
        for n, place in (("21", "Denver, Colorado"), ("19", "Boston, Massachusetts"),
                         ("14", "Tampa, Florida"), ("16", "Reno, Nevada"))
    ]  # fmt: skip
    base, convicted = (
        draft.figure("60", 3),
        draft.figure("33", population=("criminality:convicted",)),
    )
    share = draft.figure("52%", kind="percent", unit="%",
                         range=Interval(Fraction(103, 2), Fraction(105, 2)))  # fmt: skip
    none, freed = draft.figure("27"), draft.figure("5", 2)
    other = draft.figure("48", source=sheriff, measure="arrests")
    own = draft.figure("60", 4, source=agency, measure="arrests")
    before, after = draft.figure("40", 1), draft.figure("60", 5)
    rise = draft.figure("40%", kind="percent", unit="%", value=40,
                        range=Interval(Fraction(79, 2), Fraction(81, 2)))  # fmt: skip
    half = draft.figure("More than half", kind="fraction", value=Fraction(1, 2),
                        range=Interval(Fraction(1, 2), None), hedge="more than")  # fmt: skip
    again = draft.figure("33", 2)
    draft.figure("287(g)", kind="identifier", value=287)
    draft.figure("June 3", kind="date", value=0)
    del freed
    draft.finding(
        "CF101", "sum", "inconsistent", {"parts": parts, "whole": [whole]},
        message="“21”, “19”, “14” and “16” add up to 70, not “60”; 11 in place of “21” would fit.",
        arithmetic="21 + 19 + 14 + 16 = 70, not 60", computed=Fraction(70), stated=Fraction(60),
        difference=Fraction(10), severity="substance", licence=[draft.span(": Denver")],
        repairs=[Repair(parts[0], Fraction(11)), Repair(whole, Fraction(70))],
    )  # fmt: skip
    draft.finding(
        "CF103", "share", "inconsistent", {"part": [convicted], "whole": [base], "share": [share]},
        message="“33” of “60” is 55%, not “52%”.", arithmetic="33 / 60 = 55%, not 52%",
        computed=Fraction(55), stated=Fraction(52), difference=Fraction(3), severity="substance",
        licence=[draft.span("Of the"), draft.span(", or")], repairs=[Repair(share, Fraction(55))],
    )  # fmt: skip
    draft.finding("CF101", "sum", "consistent", {"parts": [convicted, none], "whole": [base]},
                  message="Holds: 33 + 27 = 60.", arithmetic="33 + 27 = 60")  # fmt: skip
    draft.finding(
        "CF202", "conflict", "conflict", {"figures": [other, own]},
        message="The county sheriff gives “48” and the agency “60” for the same operation.",
        arithmetic="60 - 48 = 12",
    )  # fmt: skip
    draft.finding(
        "CF104", "change", "inconsistent", {"from": [before], "to": [after], "change": [rise]},
        message="From “40” to “60” is 50% more, not “40%”; 50% in place of “40%” would fit.",
        arithmetic="(60 - 40) / 40 = 50%, not 40%", severity="rounding",
        repairs=[Repair(rise, Fraction(50))], licence=[draft.span("rose from")],
    )  # fmt: skip
    draft.finding("CF201", "restatement", "consistent", {"figures": [head, whole]},
                  arithmetic="60 = 60", message="Holds.")  # fmt: skip
    draft.finding("CF109", "bound", "consistent", {"figure": [again], "limit": [half]},
                  quoted=True, arithmetic="33 / 60 = 55%", message="Holds.")  # fmt: skip
    draft.finding("CF111", "comparison", "unverifiable", {"figures": [draft.span("last week")]},
                  message="The text gives no figure for last week.")  # fmt: skip
    draft.finding("CF901", "share", "unverifiable", {"part": [convicted], "whole": [base]},
                  message="A share of so few people says little.")  # fmt: skip
    return draft.report()


def crowd(number: int = 300) -> Report:
    """A long text with *number* findings that do not hold."""
    line = "In town {0} officers made {1} arrests: {2} of men and {3} of women, they said.\n\n"
    rows = [(n, n + 1100, n + 600, 499) for n in range(1000, 1000 + number)]
    draft = Draft("".join(line.format(*row) for row in rows), name="crowd.txt")
    at = 0
    for town, whole, men, women in rows:
        spot = draft.document.text.index(f"town {town}", at)
        made = [
            Figure("", at, at + len(str(n)), str(n), 0, "count", Fraction(n), Interval.exactly(n))
            for n in (whole, men, women)
            for at in [draft.document.text.index(str(n), spot + 9)]
        ]
        draft.figures |= {f.start: f for f in made}
        draft.finding(
            "CF101", "sum", "inconsistent", {"whole": made[:1], "parts": made[1:]},
            message=f"“{men}” and “{women}” add up to {men + women}, not “{whole}”.",
            arithmetic=f"{men} + {women} = {men + women}, not {whole}",
        )  # fmt: skip
        at = spot + 9
    return draft.report()
