"""United States immigration enforcement: its words, places, measures and released data."""
