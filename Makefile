# Two commands: `make run` serves the app with sample data, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps

.PHONY: run test lint unit journeys shots samples crash study bench lock clean

run: $(STAMPS)/run
	$(BIN)/python -m core serve

test: lint unit journeys

lint: $(STAMPS)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

unit: $(STAMPS)/strace $(STAMPS)/postgresql
	$(BIN)/python -m pytest -n 2 --dist worksteal tests --ignore tests/journeys

journeys: $(STAMPS)/browser
	$(BIN)/python -m pytest tests/journeys

shots: $(STAMPS)/browser
	$(BIN)/python -m tests.journeys.shots

samples: $(STAMPS)/run
	$(BIN)/python -m core.worlds.samples sample_data

crash: $(STAMPS)/strace
	$(BIN)/python -m tests.core.workspace.crash --every --kills 200

study: $(STAMPS)/test
	$(BIN)/python -m benchmarks.error_rates
	$(BIN)/python -m benchmarks.impact_study
	$(BIN)/python -m benchmarks.enps_intervals
	$(BIN)/python -m benchmarks.releases

bench: $(STAMPS)/test
	$(BIN)/python -m benchmarks.lead_lag_speed
	$(BIN)/python -m benchmarks.reading_speed
	$(BIN)/python -m benchmarks.metrics_scale

lock: $(STAMPS)/test
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra test -c requirements.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o tests/requirements.txt

$(STAMPS)/venv:
	sh tests/setup/venv.sh "$(PYTHON)" "$(VENV)"
	mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: requirements.txt $(STAMPS)/venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	touch $@

$(STAMPS)/test: tests/requirements.txt $(STAMPS)/run
	$(BIN)/python -m pip install --quiet --require-hashes -r tests/requirements.txt
	touch $@

$(STAMPS)/strace: $(STAMPS)/test
	sh tests/setup/strace.sh
	touch $@

$(STAMPS)/postgresql: $(STAMPS)/test
	sh tests/setup/postgresql.sh
	touch $@

$(STAMPS)/browser: $(STAMPS)/test
	sh tests/setup/browser.sh "$(BIN)"
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .shots
