# Two commands are enough to start: `make validate` and `make test`.
# Each sets up what it needs in .venv; nothing has to be installed by hand.

ifeq ($(OS),Windows_NT)
PYTHON ?= py -3
BIN := .venv/Scripts
else
PYTHON ?= python3
BIN := .venv/bin
endif

PY := $(BIN)/python
WORDS := $(wildcard src/shakyo_plan/locale/*/LC_MESSAGES/*.po)

.DEFAULT_GOAL := help

.PHONY: help
help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/made:
	$(PYTHON) -m venv .venv
	@touch $@

# The message catalogues are compiled while installing, so a new word installs again.
.venv/run: pyproject.toml hatch_build.py $(WORDS) | .venv/made
	$(PY) -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/tools: pyproject.toml hatch_build.py | .venv/made
	$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# Who develops has what compiles them, and need not install for a new word.
.venv/dev: .venv/tools $(WORDS)
	@$(PY) hatch_build.py
	@touch $@ .venv/run

.PHONY: validate
validate: .venv/run ## Check the plans in plans/
	@$(BIN)/plan validate

.PHONY: test
test: .venv/dev ## Run the tests, without those that take long
	@$(PY) -m pytest --numprocesses auto -m "not slow"

.PHONY: test-all
test-all: .venv/dev ## Run all tests, each law on all its examples
	@$(PY) -m pytest --numprocesses auto

.PHONY: accept
accept: .venv/dev pages ## Take what is printed now for the golden texts, and show what that changes
	@$(PY) -m pytest --accept -m "not slow" || true
	@git --no-pager diff --stat

.PHONY: format
format: .venv/dev ## Lay the code out and mend what ruff can mend
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

.PHONY: words
words: .venv/dev ## Bring the message catalogues up to the code and the schema
	@$(PY) tools/catalogues.py

.PHONY: pages
pages: .venv/dev ## Write anew what docs/ takes from the code
	@$(PY) -m tools.pages
	@$(PY) -m tools.screens

.PHONY: bench
bench: .venv/dev ## Measure speed, as ratios against fixed references
	@$(PY) tools/bench.py

.PHONY: check
check: .venv/dev ## Everything that CI runs
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(BIN)/plan validate
	$(PY) tools/smoke_wheel.py
	$(MAKE) --no-print-directory test-all

.PHONY: clean
clean: ## Remove what was made
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src -name '*.mo' -delete
