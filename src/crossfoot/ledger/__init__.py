"""Observations of many documents in one DuckDB file: who said which number, of what, when.

``Ledger(path)`` is the whole of it; the command line and the page use nothing else.
"""

from crossfoot.ledger.ledger import Added, Ledger

__all__ = ["Added", "Ledger"]
