# Meervoud. Two commands matter: `make run` shows it, `make test` proves it. `make help` lists the others.
#
# Everything sets itself up from nothing and then does only what is needed: each step leaves a file behind and
# runs again when what it was made from has changed.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# uv never downloads a Python: it uses one (>= 3.11) that is on this machine. No uv? Then one in .uv/.
# Many small matrices: more than one thread for each only gets in the way.
export OPENBLAS_NUM_THREADS ?= 1
export OMP_NUM_THREADS ?= 1
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
unexport VIRTUAL_ENV
# Compiled once and kept: every command that a test starts would else compile all of the house again.
unexport PYTHONDONTWRITEBYTECODE
UV := $(shell uv --version >/dev/null 2>&1 && echo uv || echo .uv/bin/uv)
PYTHON := .venv/bin/python

# The machine's own Node when it is new enough; else one from a Python package, beside the tools in .venv/bin.
NODE_IS_NEW := const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)
NODE_LOCK := $(shell node -e '$(NODE_IS_NEW)' 2>/dev/null && npm --version >/dev/null 2>&1 || echo requirements-node.lock)
export PATH := $(CURDIR)/.venv/bin:$(PATH)

STAMPS := .venv/stamps
BUILT := src/meervoud_web/ui/static/built
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))
WEB_SOURCES := $(shell find web -print 2>/dev/null) $(wildcard vite.config.* tsconfig.json)

PYTEST := $(PYTHON) -m pytest -n 2 --dist loadgroup

# ---------------------------------------------------------------------------------------------------------

.PHONY: help
help: ## What can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: setup ## Show it: prepares everything, loads the example, http://127.0.0.1:8000 (PORT, HOST, DATABASE_URL)
	@exec $(PYTHON) scripts/run.py

.PHONY: setup
setup: $(STAMPS)/python $(CATALOGUES) $(if $(wildcard package.json),$(STAMPS)/web) ## Install packages, build the pages
	@:

# --- setup, step by step -----------------------------------------------------------------------------------

.uv/bin/uv:
	@echo "No uv on this machine: putting one in .uv/"
	@python3 -m venv .uv || { echo "python3 cannot make a venv (on Debian: apt-get install python3-venv)" >&2; exit 1; }
	@.uv/bin/pip install --quiet --disable-pip-version-check uv

.venv/bin/python: | $(filter .uv/bin/uv,$(UV))
	@$(UV) venv --quiet --allow-existing --python '>=3.11' .venv

$(STAMPS)/python: requirements.lock $(NODE_LOCK) pyproject.toml | .venv/bin/python
	@echo "Installing Python packages"
	@$(UV) pip sync --quiet --require-hashes requirements.lock $(NODE_LOCK)
	@$(UV) pip install --quiet --no-deps --editable .
	@mkdir -p $(STAMPS) && touch $@

# npm leaves this file itself; a node_modules that was thrown away comes back.
node_modules/.package-lock.json: package.json package-lock.json | $(STAMPS)/python
	@echo "Installing packages for the pages"
	@npm ci --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@

$(STAMPS)/web: node_modules/.package-lock.json $(WEB_SOURCES) $(if $(wildcard $(BUILT)),,FORCE)
	@echo "Building the pages"
	@npm run --silent build -- --logLevel error
	@touch $@

locale/%/LC_MESSAGES/django.mo: locale/%/LC_MESSAGES/django.po | $(STAMPS)/python
	@$(PYTHON) scripts/messages.py compile $< $@

.PHONY: FORCE
FORCE:

# --- tests -------------------------------------------------------------------------------------------------

.PHONY: check
check: lint ## The fast one: style, types, architecture and the quick tests
	$(PYTEST) -q -m "not deep and not browser and not postgres" tests/contracts tests/engines

.PHONY: test
test: setup browser lint ## All of it but the long batteries (under 10 minutes on 2 cores)
	$(PYTEST) tests
	$(PYTHON) -m pytest --doctest-modules src/meervoud
	$(PYTHON) scripts/with_postgres.py -- $(PYTEST) -m "not deep and not browser and not own_database" tests/web \
		--ignore tests/web/backups --ignore tests/web/permissions

.PHONY: test-deep
test-deep: test ## Everything, the long batteries included
	$(PYTHON) -m pytest -m deep tests
	$(PYTEST) --each-mode tests/browser
	$(PYTHON) scripts/with_postgres.py -- $(PYTHON) -m pytest -m "deep and not browser and not own_database" tests/web
	$(PYTHON) scripts/with_postgres.py -- $(PYTEST) --each-visitor tests/web/permissions

.PHONY: lint
lint: setup
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m djlint src --lint --quiet
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(if $(wildcard package.json),npm run --silent check)

.PHONY: browser
browser:
	@scripts/debian-packages.sh

# --- upkeep ------------------------------------------------------------------------------------------------

.PHONY: messages
messages: $(STAMPS)/python ## Bring locale/*/django.po up to date with the Dutch sentences in the sources
	@$(PYTHON) scripts/messages.py update

.PHONY: docs
docs: $(STAMPS)/python ## Write the pages under docs/ that are made from the code
	@$(PYTHON) scripts/command_line_page.py
	@$(PYTHON) scripts/personal_data_page.py

.PHONY: lock
lock: | $(filter .uv/bin/uv,$(UV)) ## Choose package versions anew: requirements.lock and requirements-node.lock
	$(UV) pip compile pyproject.toml --extra web --group dev --universal --generate-hashes --no-header \
		--upgrade --quiet --output-file requirements.lock
	$(UV) pip compile --group pyproject.toml:node --universal --generate-hashes --no-header \
		--upgrade --quiet --output-file requirements-node.lock

.PHONY: clean
clean: ## Remove everything that setup and tests made; keeps var/ with your database
	rm -rf .venv .uv node_modules $(BUILT) build dist test-results .hypothesis
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	rm -f locale/*/LC_MESSAGES/django.mo
