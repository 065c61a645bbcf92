"""What all readers of relations share: nouns, rows of figures, wholes, what may count the same."""
