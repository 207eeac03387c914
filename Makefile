# Hearthline. `make` alone says what can be asked for.

PYTHON ?= python3
PORT   ?= 8080
ROUNDS ?= 50
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PYTEST := $(BIN)/python -m pytest
SOURCES := hearthline.py bot commands conversations desk fostering locales mail simulator storage web

.DEFAULT_GOAL := list
.PHONY: list setup check catalogues test kill walk workers seeded mutants test-rules model demo run \
        bench messages language transcripts pictures migrate migration lock clean

list: ## Show this list
	@echo "Hearthline. What you can ask for:"
	@grep -hE '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' \
	  | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

setup: $(READY) ## Make the environment in .venv; done again only when what it is made from changes

# The pinned file is whole, so nothing is looked up beside it: an older pip would ask for newer ones.
$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || \
	  { echo "Hearthline needs Python 3.11 to 3.14. Say which: make setup PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "Python could not make .venv. On Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r constraints.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
	@echo "Ready."

check: $(READY) ## Look the code over: ruff, mypy, which row may import which, whole catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(SOURCES) tests benchmarks
	$(BIN)/lint-imports --no-cache
	@$(MAKE) --no-print-directory catalogues

catalogues: $(READY) ## Look whether every language is whole and its safety texts are signed
	$(PYTEST) tests/house/test_catalogues.py

# What was compiled is kept, also where Python is told not to: every process of a story needs it.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(READY) ## Try everything, on SQLite and PostgreSQL, in four processes: some only wait
	$(PYTEST) -n 4 --dist loadscope --no-loadscope-reorder

kill: $(READY) ## Kill the service 1,000 times on each database (KILLS, SENDS, DATABASE, SEED)
	$(BIN)/python -m tests.kills

walk: $(READY) ## Go through every conversation in a browser, in every language; keep it in .walk
	WALK_RECORD=.walk $(PYTEST) tests/browser/test_a_stranger_walks_everything.py
	@echo "What each person did and saw: .walk/walk-en.html, walk-ar.html, walk-cy.html"

test-rules: $(READY) ## Try only the rules and the conversations (seconds)
	$(PYTEST) tests/rules tests/conversations

model: SEED := $(shell od -An -N4 -tu4 /dev/urandom | tr -d ' ')
model: TIMES := 100
model: $(READY) ## Play the rules and the whole desk against a second telling, thousands of times
	@echo "To play the same again: make model SEED=$(SEED) TIMES=$(TIMES)"
	MODEL_TIMES=$(TIMES) $(PYTEST) -v tests/model --hypothesis-seed=$(SEED)

workers: $(READY) ## Stop and kill real workers on PostgreSQL at random (ROUNDS=50, minutes)
	$(BIN)/python -m tests.workers --rounds $(ROUNDS)

seeded: $(READY) ## Make known mistakes in a copy, one by one: the tests must notice each (SLIP=one)
	$(BIN)/python -m tests.seeded $(SLIP)

mutants: SEED := 1
mutants: OF := 150
mutants: $(READY) ## Change rules, desk and outbox in one place at a time (SEED, OF, PART; an hour)
	$(BIN)/python -m tests.mutants --seed $(SEED) --of $(OF) $(if $(PART),--part $(PART))

demo: $(READY) ## Show the phones in a browser: nothing leaves this machine (PORT=8080)
	$(BIN)/hearthline demo --port $(PORT)

run: $(READY) ## Run the real bot with the settings in .env
	$(BIN)/hearthline run

bench: $(READY) ## Measure against a plain bot of the same library (PART=speed|alone|waiting|size|start)
	$(BIN)/python -m benchmarks $(if $(PART),--part $(PART))

messages: $(READY) ## Gather the texts and bring every catalogue up to date
	$(BIN)/python -m commands.messages

language: $(READY) ## Begin a new language: make language L=pl
	@test -n "$(L)" || { echo "Say which language: make language L=pl"; exit 1; }
	$(BIN)/python -m commands.messages $(L)

transcripts: $(READY) ## Write the readable transcript of every conversation, and of every press, anew
	$(BIN)/python -m conversations.transcripts
	$(BIN)/python -m tests.desk.what_follows
	$(BIN)/python -m tests.desk.what_is_sent
	$(BIN)/python -m tests.desk.what_falls_due
	WRITE_WHAT_IS_LOADED=1 $(BIN)/python -m pytest -q tests/stories/test_what_is_loaded.py

pictures: $(READY) ## Take the pictures in docs/ anew from the demo page
	$(BIN)/python -m tests.pictures

migrate: $(READY) ## Bring the database up to the newest shape
	$(BIN)/hearthline migrate

migration: $(READY) ## Begin a new step of the database: make migration M=add_consent
	@test -n "$(M)" || { echo "Say what it does: make migration M=add_consent"; exit 1; }
	$(BIN)/python -m storage.migrations $(M)

lock: $(READY) ## Choose the newest fitting libraries and write constraints.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --group dev pyproject.toml -o constraints.txt

clean: ## Throw away the environment, the demo and everything made
	rm -rf $(VENV) .demo .walk build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
