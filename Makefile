# make demo, make test: everything is set up by the first target that needs it.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CORPUS ?= corpus/demo
DB ?= demo.db

.PHONY: benchmarks demo test serve lint score train compare floors clean

demo: $(READY)
	$(BIN)/engagements refresh --corpus corpus/demo --db demo.db
	@echo "or, from here:  make serve"

# WORKERS=0 runs them one after the other in this process.
WORKERS ?= 2
test: $(VENV)/.ready-test
	$(BIN)/python -m pytest -n $(WORKERS)

serve: $(READY)
	$(BIN)/engagements serve --db $(DB) --corpus $(CORPUS)

lint: $(VENV)/.ready-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy pipeline

# The texts and the scorer lie beside the checkout; DIR may name another folder with sources.toml and gold/.
DIR ?= ../shared/dev
score: $(READY)
	$(BIN)/engagements refresh --corpus $(DIR) --db score.db --force
	$(BIN)/python ../shared/score.py score.db $(DIR)/gold

benchmarks: $(VENV)/.ready-test
	$(BIN)/python -m benchmarks

train: $(READY)
	$(BIN)/engagements train

# Model families, features and amounts of examples, into models/README.md: a quarter of an hour on two free cores.
compare: $(READY)
	$(BIN)/python -m benchmarks.models --write models/README.md

# After training, or a change that moves a figure. Floors fall only with: make floors LOWER=yes
floors: $(READY)
	$(BIN)/engagements floors $(if $(LOWER),--lower)

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[ocr]'
	touch $@

$(VENV)/.ready-test: pyproject.toml $(READY)
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

$(VENV)/.ready-lint: pyproject.toml $(READY)
	$(BIN)/python -m pip install --quiet --editable '.[lint]'
	touch $@

clean:
	rm -rf $(VENV) demo.db demo.db-* score.db score.db-*
