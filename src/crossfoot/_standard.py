"""Load the standard ``fractions`` although a file called ``numbers.py`` hides the standard one.

Python puts a script's own folder first on the path. A script beside a ``numbers.py`` (a usual name
for an adapter) that imports Crossfoot would have ``fractions`` import that file and fail. Its
folder may also join the path later, so ``fractions`` is loaded at once, before anything needs it.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from types import ModuleType

_NUMBERS = os.path.join(os.path.dirname(os.__file__), "numbers.py")


def _standard_numbers() -> ModuleType:
    spec = spec_from_file_location("numbers", _NUMBERS)
    if spec is None or spec.loader is None:  # pragma: no cover - no such library
        raise ImportError("the standard module numbers cannot be found")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _is_hidden() -> bool:
    loaded = sys.modules.get("numbers")
    if loaded is not None:
        return not hasattr(loaded, "Rational")
    spec = find_spec("numbers")
    return spec is not None and os.path.isfile(_NUMBERS) and spec.origin != _NUMBERS


def load_fractions() -> None:
    """Import ``fractions`` with the standard ``numbers``, then leave ``numbers`` as it was."""
    if "fractions" in sys.modules:
        return
    if not _is_hidden():
        import_module("fractions")
        return
    hiding = sys.modules.pop("numbers", None)
    sys.modules["numbers"] = _standard_numbers()
    try:
        import_module("fractions")
    finally:
        del sys.modules["numbers"]
        if hiding is not None:
            sys.modules["numbers"] = hiding


load_fractions()
