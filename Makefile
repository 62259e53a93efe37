# Everything a visitor or a developer calls. A virtual environment is made in .venv on first use.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install
MEETING := examples/meeting-1952
NAMES := $(wildcard $(MEETING)/names.yaml)

.PHONY: help demo test check format bench clean

help:
	@echo "make demo    compare two translations of one meeting in the terminal"
	@echo "make test    run the tests; ARGS=... is handed to pytest"
	@echo "make check   style, types and import contracts"
	@echo "make format  put the code into the style that make check asks for"
	@echo "make bench   measure time and memory"
	@echo "make clean   remove the virtual environment and what tools left behind"

# Status 1 says that there are differences, which is what a demonstration is for.
demo: $(VENV)/.installed
	@$(BIN)/hexapla compare $(MEETING)/a.txt $(MEETING)/b.txt $(if $(NAMES),--names $(NAMES)) || [ $$? -eq 1 ]

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-dev
	@$(BIN)/python tests/bench/run.py $(ARGS)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist *.egg-info
	find editions align tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; name one: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Making a virtual environment in $(VENV) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.made
	@echo "Installing Hexapla and what it needs (once, about a minute) ..." >&2
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml $(VENV)/.made
	@echo "Installing Hexapla and what its tests and checks need (once, about a minute) ..." >&2
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.installed
