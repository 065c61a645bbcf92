"""Every check's cases, as written in the Markdown files beside this one.

A case is a heading, a `text` block and an `expect` block. `expect` names every finding of the
file's code, one a line, or `none`:

    CF101 inconsistent whole="30" parts="12","9","10" computed=31

Roles are quoted as printed, in text order; keys that are left out are not compared. A text block
opened with ``text published=2025-02-01`` sets the date of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from crossfoot import check_document, read_text
from crossfoot.checks import registry
from crossfoot.model import Figure, Finding

HERE = Path(__file__).parent
_CASE = re.compile(
    r"^## (?P<title>.+)\n(?:(?!^## |^```).*\n)*"
    r"^```text(?: published=(?P<published>\S+))?\n(?P<text>(?:(?!^```).*\n)*)```\n\s*"
    r"^```expect\n(?P<expect>(?:(?!^```).*\n)*)```",
    re.M,
)
_FIELD = re.compile(r'(\w+)=("[^"]*"(?:,"[^"]*")*|\S+)')
_QUOTED = re.compile(r'"([^"]*)"')


@dataclass(frozen=True)
class Case:
    code: str
    title: str
    text: str
    published: date | None
    expected: tuple[str, ...]

    @property
    def fires(self) -> bool:
        """Whether it asks for a finding that is not a verdict of agreement."""
        return any(" inconsistent" in e or " conflict" in e for e in self.expected)


def cases_of(path: Path) -> list[Case]:
    """The cases of one file."""
    page = path.read_text("utf-8")
    cases = [
        Case(
            path.stem,
            m["title"],
            m["text"].removesuffix("\n"),
            date.fromisoformat(m["published"]) if m["published"] else None,
            tuple(e for e in m["expect"].splitlines() if e.strip() and e.strip() != "none"),
        )
        for m in _CASE.finditer(page)
    ]
    for mark in ("^## ", "^```text"):  # each text under a heading of its own
        told = len(re.findall(mark, page, re.M))
        assert len(cases) == told, f"a malformed case in {path.name}"
    return cases


CASES = [case for path in sorted(HERE.glob("CF*.md")) for case in cases_of(path)]


def _surfaces(finding: Finding, role: str, text: str) -> list[str]:
    members = sorted(finding.relation.roles.get(role, ()), key=lambda r: r.start)
    for member in members:
        if isinstance(member, Figure):
            assert text[member.start : member.end] == member.text
    return [text[m.start : m.end] for m in members]


def _fits(expected: str, finding: Finding, text: str) -> bool:
    head, _, rest = expected.partition(" ")
    if head != finding.code or rest.split(" ", 1)[0] != finding.verdict:
        return False
    for key, value in _FIELD.findall(rest):
        if key in ("computed", "stated"):
            got = getattr(finding, key)
            wanted = Fraction(value) if re.fullmatch(r"-?[\d./]+", value) else value.strip('"')
            if got != wanted:
                return False
        elif key == "severity":
            if finding.severity != value:
                return False
        elif key == "repair":  # the best one: repair="167:101"
            best = finding.repairs[0] if finding.repairs else None
            if best is None or f'"{best.figure.text}:{best.value}"' != value:
                return False
        elif _surfaces(finding, key, text) != _QUOTED.findall(value):
            return False
    return True


_SUM = re.compile(r"(?P<left>.+?) = (?P<right>-?\D{0,4}(?P<value>[\d,]*\d(?:\.\d+)?)%?)(?:, .*)?")


def _reckoned(left: str) -> Fraction | None:
    """What ``($48 - 36) / 48`` comes to; None where it is no sum of printed numbers."""
    plain = re.sub(r"[£€$%,]|\b[A-Z]{3} ", "", left).replace("×", "*")
    if not re.fullmatch(r"[\d.\s()+*/-]+", plain):
        return None
    return eval(re.sub(r"\d+(?:\.\d+)?", r"Fraction('\g<0>')", plain), {"Fraction": Fraction})


def _is_true(line: str) -> bool | None:
    """Whether a line of arithmetic holds as it is printed, to half of its last place."""
    match = _SUM.fullmatch(line)
    value = _reckoned(match["left"]) if match else None
    if match is None or value is None:
        return None
    made = Fraction(match["value"].replace(",", ""))
    half = Fraction(1, 2 * 10 ** len(match["value"].partition(".")[2]))
    units = (1, 100) if match["right"].endswith("%") else (1,)  # "12% + 9%", "3 / 40"
    return any(abs(abs(value) * unit - made) <= half for unit in units)


@pytest.mark.parametrize(
    ("line", "true"),
    [
        ("12 + 9 = 21", True),
        ("12 + 9 = 22", False),
        ("$1,200 / 7 = $171.4, not $170", True),
        ("(48 - 36) / 48 = 25%", True),
        ("5,100 / (76,000 + 5,100) = 100%", False),
        ("3 × 2 + 1 = 7", True),
        ("20 of 23", None),
    ],
)
def test_a_line_is_reckoned_as_it_stands(line: str, true: bool | None) -> None:
    assert _is_true(line) is true


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.code}: {c.title}")
def test_case(case: Case) -> None:
    document = read_text(case.text, published=case.published)
    report = check_document(document, select=frozenset({case.code}))
    found = [f for f in report.findings if f.code == case.code]
    shown = "\n".join(
        f"{f.code} {f.verdict} "
        + " ".join(f"{r}={_surfaces(f, r, case.text)}" for r in f.relation.roles)
        + f" computed={f.computed} repairs={[(r.figure.text, str(r.value)) for r in f.repairs]}"
        for f in found
    )
    left = list(found)
    for expected in case.expected:
        fit = next((f for f in left if _fits(expected, f, case.text)), None)
        assert fit is not None, f"wanted {expected}\nfound:\n{shown or 'nothing'}"
        left.remove(fit)
    assert not left, f"not asked for, found:\n{shown}"
    for finding in report.findings:
        assert _is_true(finding.arithmetic) is not False, finding.arithmetic


SECTIONS = ("Why:", "Example:", "Silent:", "Misses:", "Source:")


@pytest.mark.parametrize("code", sorted(registry()))
def test_registry(code: str) -> None:
    """A code has its page, a case that fires and a near miss."""
    check = registry()[code]
    assert re.fullmatch(r"CF[1-9]\d\d", code)
    for section in SECTIONS:
        assert re.search(rf"^\s*{section} \S", check.page, re.M), f"{code} lacks {section}"
    assert check.page.splitlines()[0].endswith("."), f"{code}: one sentence opens the page"
    if check.relation.startswith(("across ", "record")):
        return  # needs other documents or data: its cases are in tests/ledger, tests/records
    mine = [c for c in CASES if c.code == code]
    mild = check.advice or check.relation == "comparison"  # never fails a document
    assert any(c.fires for c in mine) or (mild and any(c.expected for c in mine)), (
        f"no case makes {code} fire"
    )
    assert any(not c.expected for c in mine), f"{code} has no near miss"


def test_names_are_unique() -> None:
    names = [check.name for check in registry().values()]
    assert len(names) == len(set(names))
