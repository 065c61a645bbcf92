"""A Relation becomes a Finding: one pure module a code; its docstring is its page.

``checks/cf101_sum.py`` registers its rule with ``@register("CF101", relation="sum")``. Modules are
discovered, so adding a check edits no list.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import import_module

from crossfoot.checks._doubt import is_doubtful
from crossfoot.checks._findings import mend
from crossfoot.checks._repairs import rank_across
from crossfoot.model import Finding, Relation

__all__ = ["Check", "check_relations", "register", "registry"]

Rule = Callable[[Relation], Finding | None]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with its code, its name (what should hold) and the relation it tests."""

    code: str
    name: str
    relation: str
    rule: Rule
    page: str
    advice: bool = False


_CHECKS: dict[str, Check] = {}


def register(code: str, *, relation: str, advice: bool = False) -> Callable[[Rule], Rule]:
    """Enter a rule under *code*. Advice (CF9xx) is off unless selected."""

    def enter(rule: Rule) -> Rule:
        if code in _CHECKS:
            raise ValueError(f"{code} is registered twice")
        _CHECKS[code] = Check(code, rule.__name__, relation, rule, rule.__doc__ or "", advice)
        return rule

    return enter


@cache
def registry() -> dict[str, Check]:
    """Every check by its code, sorted."""
    for module in pkgutil.iter_modules(__path__):
        if module.name.startswith("cf"):
            import_module(f"{__name__}.{module.name}")
    return dict(sorted(_CHECKS.items()))


def check_relations(
    relations: Iterable[Relation], *, select: frozenset[str] | None = None
) -> tuple[Finding, ...]:
    """Findings of every check that tests a relation's kind; advice only where selected.

    A rule leaves `code` empty; it is entered here. What is far-fetched is not alleged, and
    repairs are ordered once all findings are made.
    """
    by_kind = _by_kind(select)
    found = [
        _entered(finding, check.code)
        for relation in relations
        for check in by_kind.get(relation.kind, ())
        if (finding := check.rule(relation)) is not None and not is_doubtful(finding, check.rule)
    ]
    if not any(finding.repairs for finding in found):
        return tuple(found)
    return tuple(map(_naming_the_best, found, rank_across(found)))


@lru_cache(maxsize=64)
def _by_kind(select: frozenset[str] | None) -> Mapping[str, Sequence[Check]]:
    """The checks of each kind of relation, with the advice that *select* asks for."""
    by_kind: dict[str, list[Check]] = {}
    for check in registry().values():
        if not check.advice or (select and check.code in select):
            by_kind.setdefault(check.relation, []).append(check)
    return by_kind


def _entered(made: Finding, code: str) -> Finding:
    """*made* under *code*; most of the time of a check went into ``dataclasses.replace``."""
    return Finding(
        code, made.relation, made.verdict, made.message, made.arithmetic, made.computed,
        made.stated, made.difference, made.severity, made.repairs, made.evidence,
    )  # fmt: skip


def _naming_the_best(before: Finding, after: Finding) -> Finding:
    """*after*, its message closing with the repair that came out best, as *before* had its own."""
    old, new = f"{mend(before.repairs)}.", f"{mend(after.repairs)}."
    if old == new or not after.message.endswith(old):
        return after
    return replace(after, message=after.message.removesuffix(old) + new)
