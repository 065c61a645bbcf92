"""Released data: loaded into a cube, kept in a store, and set beside what a text claims."""
