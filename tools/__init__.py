"""What `make` runs: generated pages, scaffolds, system packages."""
