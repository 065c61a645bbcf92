"""Released data files become observations: one module a kind of file."""
