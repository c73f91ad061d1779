# `make serve` runs the page, `make test` proves it; both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 5006

# Many tests start Python anew, which takes half the time where it may keep what it has compiled.
unexport PYTHONDONTWRITEBYTECODE

# uv sets an environment up in a fifth of the time of pip, which does it where uv cannot.
pip = $(1)/bin/pip install --quiet --disable-pip-version-check --no-compile
install = { $(pip) uv && $(1)/bin/uv pip install --quiet --python $(1)/bin/python --editable $(2); } \
  || $(pip) --editable $(2)

# Node comes with a package of the test environment, so that nobody has to install it.
NODE := $(BIN)/node
BIOME := $(NODE) node_modules/@biomejs/biome/bin/biome
TSC := $(NODE) node_modules/typescript/bin/tsc

.PHONY: serve test pytest test-script hostile browsers lint lint-python lint-script format bench \
  bench-peers clean chromium packages nginx

serve: $(VENV)/installed
	$(BIN)/logreg-explorable serve --port $(PORT) --show

# Debian's packages come while lint and the tests in Node run.
test:
	$(MAKE) --jobs=2 packages lint test-script pytest

# A browser is looked for after Debian's packages have come. The files begin in the order of
# tests/conftest.py.
pytest: packages node_modules/.installed
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder

# This runs the hostile clients of the tests for as long as they take.
hostile: $(VENV)/installed-test
	HOSTILE_ROUNDS=20 $(BIN)/python -m pytest tests/app/test_hostile.py

# The page in Firefox and in WebKit, which is below Safari; both come with Debian's packages.
browsers: $(VENV)/installed-test
	@{ command -v firefox-esr && command -v WebKitWebDriver && command -v Xvfb; } >/dev/null || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update --quiet=2 && $$sudo apt-get install --yes --quiet=2 \
	    --no-install-recommends firefox-esr webkit2gtk-driver xvfb || { \
	    echo "These tests need firefox-esr, webkit2gtk-driver and xvfb; please install them."; exit 1; }; }
	$(BIN)/python -m pytest tests/browsers/test_browsers.py

lint: lint-python lint-script

lint-python: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lint-script: node_modules/.installed
	$(BIOME) check --error-on-warnings
	$(TSC) --project .
	$(TSC) --project tests/script

# All files run in one process, which asks Python for the page's data once; so what a file changes of
# the browser's names or clock, it changes in hooks of its own `describe`.
test-script: node_modules/.installed
	$(NODE) --test --test-isolation=none --test-reporter=./tests/script/closing.js \
	  'tests/script/**/*.test.js'

# This changes only the layout and the order of imports.
format: $(VENV)/installed-test node_modules/.installed
	$(BIN)/ruff check --select I --fix .
	$(BIN)/ruff format .
	$(BIOME) check --write --linter-enabled=false

# The benchmarks judge nothing; they print what they measure and write it to the documentation.
bench: $(VENV)/installed-test chromium
	PYTHONPATH=tests $(BIN)/python -m benchmarks --out docs/benchmarks.md

# This measures the same page in other frameworks, which stay in an environment of their own.
bench-peers: $(VENV)-peers/installed
	$(VENV)-peers/bin/python tests/browser/chromium.py
	PYTHONPATH=tests $(VENV)-peers/bin/python -m benchmarks bench_peers --out docs/benchmarks-peers.md

clean:
	rm -rf $(VENV) $(VENV)-peers node_modules build dist *.egg-info app/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; try make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(call install,$(VENV),.)
	touch $@

$(VENV)/installed-test: pyproject.toml | $(VENV)/bin/python
	$(call install,$(VENV),'.[test]')
	touch $@ $(VENV)/installed

$(VENV)-peers/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)-peers
	$(call install,$(VENV)-peers,'.[peers]')
	touch $@

node_modules/.installed: package.json package-lock.json | $(VENV)/installed-test
	$(BIN)/npm ci
	touch $@

chromium: $(VENV)/installed-test
	$(BIN)/python tests/browser/chromium.py

# Two installs by apt would lock each other out, so one comes after the other.
packages: nginx
	$(PYTHON) tests/browser/chromium.py --debian

# The tests run the shipped configuration with the system's nginx, or else with Debian's package.
nginx:
	@PATH="$$PATH:/usr/sbin"; command -v nginx || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update --quiet=2 && \
	  $$sudo apt-get install --yes --quiet=2 --no-install-recommends nginx-light || { \
	    echo "The tests need nginx, and none could be installed here; please install it."; exit 1; }; }
