"""Limits in words that a wording of their own tells."""
