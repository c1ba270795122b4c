# The things people do. Each target is one line in the README.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
export MINUTEBOOK_LIBRARY ?= library

.PHONY: run test browser check format clean

# Install, read the sample records into a library, and open the page.
run: $(VENV)/.installed
	$(BIN)/minutebook ingest samples/records
	$(BIN)/minutebook serve

# Install, and pass the tests.
test: $(VENV)/.installed-for-tests
	$(BIN)/python -m pytest -n auto --dist loadfile

# The tests that drive a real browser, start servers, kill processes.
browser: $(VENV)/.installed-for-tests
	$(BIN)/python -m pytest -m "browser or scale or server"

# Formatting, lint, types, and the direction of imports.
check: $(VENV)/.installed-for-tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-for-tests
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) library build *.egg-info

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-for-tests: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[test]"
	touch $@ $(VENV)/.installed
