"""Parts of a whole that a wording of their own tells."""
