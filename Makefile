# `make` alone lists what there is. Works with GNU make 3.81 and BSD tools.

SHELL := /bin/sh
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# The first that fits is taken; name another with `make setup PYTHON=...`.
PYTHONS := $(PYTHON) python3.11 python3.12 python3.13 python3
FITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
# One a core, and no more than a PostgreSQL of the tests has connections for.
WORKERS ?= logical
PYTEST_ARGS ?=
# Settings of one's own: copied from .env.example, never committed.
WITH_ENV := set -a; if [ -f .env ]; then . ./.env; fi; set +a;
# A lock must not say where this machine gets its packages.
UV := env -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_DEFAULT_INDEX -u UV_INDEX \
	-u UV_FIND_LINKS -u PIP_INDEX_URL -u PIP_FIND_LINKS $(BIN)/uv pip compile \
	--universal --python-version 3.11 --generate-hashes --no-header

.PHONY: help setup run demo chat test figures lint types fix migration lock

help: ## List these targets
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' \
		$(firstword $(MAKEFILE_LIST))

setup: $(READY) ## Build .venv from the lock, with the command .venv/bin/ecotown

$(READY): requirements.lock pyproject.toml
	@if ! $(BIN)/python -c "import pip; $(FITS)" 2>/dev/null; then \
		found=; bare=; \
		for one in $(PYTHONS); do \
			"$$one" -c "$(FITS)" 2>/dev/null || continue; \
			if "$$one" -c "import ensurepip, venv" 2>/dev/null; then found=$$one; break; fi; \
			bare=$$one; \
		done; \
		if [ -z "$$found" ] && [ -n "$$bare" ]; then \
			echo "$$bare has no venv module. On Debian: apt-get install python3-venv" >&2; exit 1; \
		fi; \
		if [ -z "$$found" ]; then \
			echo "Python 3.11, 3.12 or 3.13 is needed and none was found." >&2; \
			echo "On Debian: apt-get install python3 python3-venv. On macOS: brew install python@3.13" >&2; \
			exit 1; \
		fi; \
		echo "Making $(VENV) with $$found"; \
		"$$found" -m venv --clear $(VENV) || exit 1; \
	fi
	@echo "Installing what requirements.lock names; the first time takes minutes"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

run: setup ## Start the town on http://localhost:8000
	@$(WITH_ENV) exec $(BIN)/ecotown serve --prepare

demo: setup ## Start a town of made-up people, with stand-ins for LINE and Telegram
	@$(BIN)/python -m tests.demo

chat: setup ## Talk to the bot in this terminal
	@$(WITH_ENV) $(BIN)/ecotown chat

test: setup ## Run the tests; what this machine cannot run is listed with its reason
	@$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 8 --dist loadfile --no-loadscope-reorder -ra $(PYTEST_ARGS)

figures: setup ## Measure what the README promises, on this machine
	@$(BIN)/python -m tests.benchmarks

lint: setup ## Check form, habits and the direction of imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports

types: setup ## Check types
	@$(BIN)/mypy

fix: setup ## Mend what can be mended without thinking
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

migration: setup ## Draft a migration from the models: make migration m="what it does"
	@test -n "$(m)" || { echo 'Say what it does: make migration m="..."' >&2; exit 2; }
	@$(BIN)/python -m tests.draft_migration "$(m)"

lock: setup ## Resolve pyproject.toml anew into both locks
	@$(UV) --quiet --extra dev pyproject.toml -o requirements.lock
	@$(UV) --quiet -c requirements.lock pyproject.toml -o requirements-run.lock
