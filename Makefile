# `make run` works it, `make test` proves it. Both set up what they need.
PYTHON ?= python3
VENV   := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

.PHONY: run setup test test-llm evaluate model simulate replay bench bench-reading docs lock clean

run: setup          ## the demo, or your own mail: make run MAILBOX=path
ifdef MAILBOX
	@$(BIN)/afterword import "$(MAILBOX)"
	@$(BIN)/afterword today
	@$(BIN)/afterword open
else
	@$(BIN)/afterword demo
endif

setup: $(VENV)/.run ## a ready .venv/bin/afterword

$(VENV)/.run: requirements/run.txt pyproject.toml
	@echo "Setting up in $(VENV) (once; a minute or so) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Afterword needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/test.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/test.txt
	@touch $@

test: $(VENV)/.test ## every test, and the law
	@sh tests/servers.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@home=$$(mktemp -d) && AFTERWORD_HOME=$$home $(BIN)/mypy; code=$$?; rm -rf "$$home"; exit $$code
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder --durations=25

test-llm: $(VENV)/.test ## the door to a language model, against a real small one (160 MB, once)
	sh tests/llm.sh $(BIN)/python

evaluate: $(VENV)/.test ## how well mail is read; misses go to the terminal
	$(BIN)/python benchmarks/evaluate --write $(if $(GENERAL),--general $(GENERAL))
	$(BIN)/python benchmarks/demo_season.py --misses
	$(BIN)/python benchmarks/linearity.py

model: setup        ## train the reader's model from our corpus alone (hours; needs requirements/train.in)
	@test -x build/train/bin/python || $(PYTHON) -m venv build/train
	@build/train/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/train.in
	OPENBLAS_NUM_THREADS=1 build/train/bin/python corpus/training/train.py

simulate: $(VENV)/.run ## a million days of invented searches under watch (a quarter of an hour of one core)
	$(BIN)/python benchmarks/simulate.py

replay: $(VENV)/.run ## a year of eight firms' boards, day by day: what is found, what is told in vain
	$(BIN)/python benchmarks/replay.py

bench: $(VENV)/.test ## memory and speed of taking in a mailbox
	$(BIN)/python benchmarks/intake.py

bench-reading: $(VENV)/.run ## from bytes to stored verdicts, beside notmuch and mu (apt: notmuch, maildir-utils)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --target build/bench --upgrade -r requirements/bench.in \
		|| echo "wordfreq could not be installed; the words will be those of our own corpus."
	$(BIN)/python benchmarks/bench_reading.py $(MAILS)

docs: $(VENV)/.test ## write the generated pages again
	$(BIN)/python docs/method.py
	$(BIN)/python docs/letters.py

lock:               ## new versions of everything
	sh requirements/lock.sh

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache build
