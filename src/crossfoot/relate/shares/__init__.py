"""Shares of which the part or the whole is told in other words."""
