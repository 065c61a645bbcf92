"""Conflicts: one number that two sources, or one source at two times, give differently.

Where the wording sets two accounts against each other and they agree, that is a restatement.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation
from crossfoot.relate.statements.accounts import accounts
from crossfoot.relate.statements.agreement import agree, contradict
from crossfoot.relate.statements.disputes import disputes
from crossfoot.relate.statements.two_sides import two_sides
from crossfoot.relate.wording.phrases import relation


def relate(reading: Reading) -> Iterator[Relation]:
    """Every pair of accounts that differ, and every pair that agrees."""
    for account in (*accounts(reading), *disputes(reading), *two_sides(reading)):
        one, other = account.one.figure, account.other.figure
        if contradict(one, other):
            yield relation("conflict", reading, [account.tie], figures=[one, other])
        elif agree(one, other):
            yield relation("restatement", reading, [account.tie], figures=[one, other])
