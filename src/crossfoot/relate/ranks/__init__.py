"""Ranks told in a row: "followed by", "ahead of", "second with"."""
