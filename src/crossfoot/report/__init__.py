"""The result of a check, and its output formats: one module a format."""
