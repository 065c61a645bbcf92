"""A lazy pattern finds what the compiled one does, and is compiled no sooner than asked."""

from __future__ import annotations

import re
import sys

import pytest

from crossfoot.figures.lazy import lazy


def test_finds_what_the_compiled_pattern_finds() -> None:
    text = "Twelve ships, 12 SHIPS"
    eager, late = re.compile(r"ships", re.IGNORECASE), lazy(r"ships", re.IGNORECASE)
    assert late.findall(text) == eager.findall(text) == ["ships", "SHIPS"]
    assert [m.span() for m in late.finditer(text)] == [m.span() for m in eager.finditer(text)]
    assert late.pattern == eager.pattern


def test_compiles_on_first_use() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("text")


def test_every_pattern_of_the_rules_compiles() -> None:
    from crossfoot.figures import lazy as module
    from crossfoot.relate import relaters

    relaters()
    found = [
        value
        for name, loaded in sys.modules.items()
        if name.startswith("crossfoot.")
        for value in vars(loaded).values()
        if isinstance(value, module._Lazy)
    ]
    assert len(found) > 100
    for pattern in found:
        assert isinstance(pattern._compiled, re.Pattern)
