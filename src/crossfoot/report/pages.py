"""The page of a check, made of its docstring: for the terminal and for ``docs/checks``."""

from __future__ import annotations

import pkgutil
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import cleandoc, isfunction
from types import ModuleType

from crossfoot import checks
from crossfoot.checks import Check, registry

__all__ = ["Page", "all_pages", "index", "page_of"]

SECTIONS = ("Why", "Example", "Silent", "Misses", "Source")
_TITLES = {
    "Why": "Why it matters", "Example": "Example", "Silent": "When it stays silent",
    "Misses": "What it misses", "Source": "Source",
}  # fmt: skip
# "Why: Readers take a list ..." at the start of a line
_SECTION = re.compile(rf"^({'|'.join(SECTIONS)}): *", re.M)


@dataclass(frozen=True, slots=True)
class Page:
    """What a check's docstring says: what should hold, and its sections."""

    check: Check
    rule: str
    sections: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The rule's name in words: ``parts foot to whole``."""
        return self.check.name.replace("_", " ")

    def facts(self) -> str:
        """Which relation it tests, and whether it runs unasked."""
        off = f" Advice: off unless selected (`--select {self.check.code}`), never changes the "
        off += "exit code."
        return f"Tests the relation `{self.check.relation}`.{off if self.check.advice else ''}"

    def text(self, width: int = 88) -> str:
        """The page for a terminal."""
        out = [f"{self.check.code}: {self.name}", "", *textwrap.wrap(self.rule, width)]
        out += ["", *textwrap.wrap(self.facts().replace("`", ""), width)]
        for name, body in self.sections:
            out += ["", _TITLES[name]]
            out += textwrap.wrap(body, width, initial_indent="  ", subsequent_indent="  ")
        return "\n".join(out) + "\n"

    def markdown(self) -> str:
        """The page for ``docs/checks``."""
        out = [f"# {self.check.code}: {self.name}", self.rule, self.facts()]
        for name, body in self.sections:
            out += [f"## {_TITLES[name]}", body]
        return "\n\n".join(out) + "\n"


@cache
def all_pages() -> dict[str, Page]:
    """The page of every check by its code, with those that are handed more than a relation.

    Such a check has a module like any other, with ``CODE`` in place of ``@register``.
    """
    found = dict(registry())
    for module in pkgutil.iter_modules(checks.__path__):
        if module.name.startswith("cf"):
            _add_unregistered(found, import_module(f"{checks.__name__}.{module.name}"))
    return {code: page_of(found[code]) for code in sorted(found)}


def _add_unregistered(found: dict[str, Check], module: ModuleType) -> None:
    code = getattr(module, "CODE", "")
    for name, rule in vars(module).items():
        page = getattr(rule, "__doc__", None) or ""
        own = isfunction(rule) and rule.__module__ == module.__name__
        if code and own and _SECTION.search(cleandoc(page)):
            found[code] = Check(code, name, "record", rule, page)


def page_of(check: Check) -> Page:
    """The page of *check*."""
    lead, *rest = _SECTION.split(cleandoc(check.page))
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return Page(check, _one_line(lead), tuple((name, _one_line(body)) for name, body in pairs))


def index(pages: Iterable[Page]) -> str:
    """The table of all checks for ``docs/checks/README.md``."""
    rows = [
        f"| [{p.check.code}]({p.check.code}.md) | `{p.check.relation}` | {p.rule}"
        f"{' (advice)' if p.check.advice else ''} |"
        for p in pages
    ]
    head = ["# Checks", "", "| code | relation | what should hold |", "|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def _one_line(words: str) -> str:
    return " ".join(words.split())
