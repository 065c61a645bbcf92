"""Statements of change: their words, their ends, and what ties these across sentences."""
