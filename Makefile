# `make run` is the bot, `make preview` the bot in a browser, `make test` all checks; all stand on `make setup`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
ARGS ?=

.PHONY: run preview test setup bench screenshots lint types layers tests format lock clean

run: setup
	@$(BIN)/python -m bot $(ARGS)

preview: setup
	@$(BIN)/python -m bot preview $(ARGS)

test: lint types layers tests

setup: $(STAMP)

$(STAMP): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Verbatim needs Python 3.11 or newer; name one with: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Python could not make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Setting up (once) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

tests: setup
	$(BIN)/pytest -q -n auto

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Speed, memory and hits beside what people would use instead; ARGS=--full adds a million sentences.
bench: setup
	@$(BIN)/python -m benchmarks.scale --write docs/benchmarks.md $(ARGS)

# The pictures of the README. Needs Chromium.
screenshots: setup
	@$(BIN)/python scripts/screenshots.py

# Exact versions and hashes for every platform, no registry named: of everything, and of what a bot needs. Needs uv.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml
lock:
	$(LOCK) --extra dev --output-file requirements-dev.lock
	$(LOCK) --extra charts --extra postgres --constraint requirements-dev.lock --output-file requirements.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache
