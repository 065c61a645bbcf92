"""Averages and rates: what they are of, over what, and how they are told."""
