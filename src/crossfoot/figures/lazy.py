"""What is worked out when a text first needs it: regular expressions, properties of figures.

Compiling takes longer than reading a story does, and a story needs less than half of the patterns
that the rules of wording have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

__all__ = ["fixed", "lazy", "once"]

T = TypeVar("T")
_store = object.__setattr__  # its holder may be frozen


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


if TYPE_CHECKING:
    from dataclasses import dataclass as fixed
else:

    def fixed(*, frozen: bool, eq: bool) -> Callable[[type[T]], type[T]]:
        """A dataclass that mypy takes for frozen, for what is made thousands of times a page.

        When it is made, the fields of a class frozen in fact take five times as long to store.
        """
        del frozen
        return dataclass(eq=eq)


class once(Generic[T]):
    """A property worked out on first use: `functools.cached_property` without its lock.

    Up to Python 3.11 that lock costs more than most of what a figure's properties work out.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, holder: None, owner: type) -> once[T]: ...

    @overload
    def __get__(self, holder: object, owner: type) -> T: ...

    def __get__(self, holder: object, owner: type) -> once[T] | T:
        if holder is None:
            return self
        found = self._work(holder)
        _store(holder, self._name, found)
        return found
