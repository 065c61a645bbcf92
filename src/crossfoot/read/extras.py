"""Libraries that only some users install: a clear error where one is absent."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from crossfoot.model import InputError


def need(module: str, extra: str, what: str) -> Any:
    """Import *module*, or say which extra brings it.

    Raises:
        InputError: the extra is not installed.
    """
    try:
        return import_module(module)
    except ImportError as absent:
        if absent.name and not module.startswith(absent.name.split(".")[0]):
            raise InputError(f"{what} cannot be read: {absent}") from None
        raise InputError(
            f"{what} needs crossfoot[{extra}]; install it with: pip install 'crossfoot[{extra}]'"
        ) from None
