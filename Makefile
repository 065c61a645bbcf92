# Two commands do everything: `make demo` and `make test`. Needs Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test lint types unit docs quality gate bench check-new system format clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Crossfoot needs Python 3.11 or later; set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# what a user installs, and what a developer installs; versions as in constraints.txt
$(VENV)/.core: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install -c constraints.txt -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install -c constraints.txt -e '.[all,dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@ $(VENV)/.core

demo: $(VENV)/.core ## Check the example report and say where its HTML report is
	@$(BIN)/crossfoot check examples/two-operations.txt --published 2025-02-03 --exit-zero
	@mkdir -p build
	@$(BIN)/crossfoot check examples/two-operations.txt --published 2025-02-03 --exit-zero \
		--format html -o build/two-operations.html
	@echo
	@echo "HTML report: $(CURDIR)/build/two-operations.html"

test: lint types unit ## Lint, type-check and run all tests

lint: $(VENV)/.dev ## Ruff, formatting, generated docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m tools.docs --check

types: $(VENV)/.dev ## mypy --strict
	$(BIN)/mypy

unit: $(VENV)/.dev ## All tests
	$(BIN)/python -m pytest

docs: $(VENV)/.dev ## Rewrite the generated pages
	$(BIN)/python -m tools.docs

quality: $(VENV)/.dev ## Rewrite docs/quality.md from the gold in ../shared/eval
	$(BIN)/python -m tests.quality.scores

gate: $(VENV)/.dev ## The floors of the scores only
	$(BIN)/python -m pytest tests/gate

bench: $(VENV)/.dev ## The benchmarks, as ratios in one run
	$(BIN)/python -m bench

check-new: $(VENV)/.dev ## A new check: make check-new CODE=CF110 NAME=product
	$(BIN)/python -m tools.new_check $(CODE) $(NAME)

system: ## Debian packages that the browser tests need (as root; safe to repeat)
	sh tools/system-packages.sh

format: $(VENV)/.dev ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Remove what the other targets made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
