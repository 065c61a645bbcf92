"""Conflicts: one number that two sources, or one source at two times, give differently."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation
from crossfoot.relate._accounts import accounts
from crossfoot.relate._same import Story, contradict
from crossfoot.relate._statement import statements
from crossfoot.relate._wording import relation


def relate(reading: Reading) -> Iterator[Relation]:
    """Every pair of accounts that differ; those that agree are restatements."""
    for account in accounts(reading, Story(statements(reading))):
        one, other = account.one.figure, account.other.figure
        if contradict(one, other):
            yield relation("conflict", reading, [account.tie], figures=[one, other])
