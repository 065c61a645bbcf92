"""Regular expressions that are compiled when a text first needs them.

Compiling takes longer than reading a story does, and a story needs less than half of the patterns
that the rules of wording have.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import cast


class _Lazy:
    """Stands in for a pattern; each of its methods is looked up once and costs nothing then."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):  # what copying and pickling ask for
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A stand-in for ``re.compile(source, flags)`` that compiles on first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
