# `make run` and `make test` are all that a newcomer needs; both set up by themselves.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup setup-dev run test storm chaos check bench clean

setup: .venv/.lapak
setup-dev: .venv/.lapak-dev

.venv/.lapak: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/.lapak-dev: requirements-dev.txt .venv/.lapak
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

run: setup
	@$(BIN)/python -m bot

test: setup-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

# Everything by everybody, ten thousand hostile updates, sixty towns in which anybody does anything (LAPAK_SEED=… for
# others); then minutes of Telegram's faults, full disks, locked and restarted databases: an hour.
storm: setup-dev
	LAPAK_CELLS=all LAPAK_UPDATES=10000 $(BIN)/python -m pytest tests/forged
	LAPAK_MONKEYS=60 $(BIN)/python -m pytest tests/monkey
	LAPAK_STORMS=long $(BIN)/python -m pytest tests/storms

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# Kill the bot N times on each database while people buy; SEED repeats a run's chances (docs/chaos.md).
N ?= 200
chaos: setup-dev
	$(BIN)/python -m tests.chaos --kills $(N) $(if $(SEED),--seed $(SEED))

bench: setup-dev
	$(BIN)/python -m benchmarks.sending
	$(BIN)/python -m benchmarks.turns
	$(BIN)/python -m benchmarks.flood
	$(BIN)/python -m benchmarks.reminders
	$(BIN)/python -m benchmarks.market
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.photos
	$(BIN)/python -m benchmarks.restart
	$(BIN)/python -m benchmarks.broadcast
	$(BIN)/python -m benchmarks.memory

clean:
	rm -rf .venv
