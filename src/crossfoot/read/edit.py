"""A change of a text that leaves what it says as it is."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """What is meant by ``text[start:end]``; nothing where it is to be read over."""

    start: int
    end: int
    meant: str = ""
