# `make run` shows the timeline in a browser; `make test` runs all tests. Both need Python 3.11+, venv and make.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
WORKERS ?= 2

# On this machine: debug settings, and the whole text of the documents for whoever sits at it.
run curator: export DEBUG ?= true
run: export SHOW_FULL_TEXT ?= true
run: export SITE_URL ?= http://127.0.0.1:$(PORT)

.PHONY: run test lint score bench curator pins clean

run: $(VENV)/run.stamp
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) seed
	@$(MANAGE) curator --once
	@echo "The timeline: http://127.0.0.1:$(PORT)/   The desk: http://127.0.0.1:$(PORT)/admin/   (stop with Ctrl-C)"
	@$(MANAGE) runserver --noreload 127.0.0.1:$(PORT)

curator: $(VENV)/run.stamp
	$(MANAGE) migrate --verbosity 0
	@$(MANAGE) curator $(NAME)

test: lint
	$(BIN)/python -m pytest -n $(WORKERS)
ifdef TEST_DATABASE_URL
	DATABASE_URL=$(TEST_DATABASE_URL) $(BIN)/python -m pytest -n $(WORKERS) -m "not browser" tests/articles tests/timeline tests/config tests/test_docs.py tests/test_migrations.py tests/test_seeds.py tests/test_killed.py --ignore tests/articles/extraction
else
	@echo "PostgreSQL tests skipped: TEST_DATABASE_URL is not set."
endif

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint templates --lint --quiet

# GOLD, DOCUMENTS and META name other coded events, their texts and what is known of them; MISSES=1 lists the faults.
score: $(VENV)/run.stamp
	@DEBUG=true $(MANAGE) score $(if $(GOLD),--gold $(GOLD)) $(if $(DOCUMENTS),--documents $(DOCUMENTS)) $(if $(META),--meta $(META)) $(if $(MISSES),--misses)

bench: $(VENV)/test.stamp
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.extraction

pins: $(VENV)/test.stamp
	for set in base scale dev; do \
	  $(BIN)/uv pip compile --quiet --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 \
	    requirements/$$set.in --output-file $$(test $$set = base && echo requirements.txt || echo requirements/$$set.txt); \
	done

clean:
	rm -rf $(VENV) var .pytest_cache .ruff_cache .mypy_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/test.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/dev.txt
	touch $@
