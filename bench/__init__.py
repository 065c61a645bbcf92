"""Benchmarks as ratios of things timed side by side in one run; `python -m bench [NAME …]`."""
