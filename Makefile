# `make` alone lists the recipes.

SHELL := /bin/bash
BIN := .venv/bin
EMULATOR_PYTHON ?= python3.13
OFFSCREEN := QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software QT_API=pyside6
# Hundreds of processes begin in some recipes: what one has compiled, the others read.
unexport PYTHONDONTWRITEBYTECODE
# Halls are made and thrown away by the hundred: in memory, where there is room for them.
IN_MEMORY := $(shell [ "$$(df --output=avail /dev/shm 2>/dev/null | tail -1)" -gt 4000000 ] 2>/dev/null && echo TMPDIR=/dev/shm)
# Browsers, sockets and processes are waited for: one worker more than there are cores.
WORKERS := $(shell echo $$(($$(nproc) + 1)))
# A file stays together; a worker that crashes ends the run with its words, and never leaves it waiting.
SIDE_BY_SIDE := -n $(WORKERS) --dist loadfile --no-loadscope-reorder --max-worker-restart 0
DISPLAY_GROUP := $(if $(DISPLAY)$(WAYLAND_DISPLAY),display)

.DEFAULT_GOAL := help
.PHONY: help demo test thorough check races bench soak week fuzz emulator lock audit sbom release clean

help: ## List the recipes
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  ARGS go to the program: make demo ARGS='--headless --people 60 --out out/day'"

demo: ## Run a whole hall: windows with a display, pictures without one
	@deploy/prepare screens $(DISPLAY_GROUP) --wish sound devices
	@$(BIN)/hallctl demo $(ARGS)

define form
@echo "── format"
@$(BIN)/ruff format --check .
@echo "── lint"
@$(BIN)/ruff check .
endef
MEANING := echo "── types"; $(BIN)/mypy && echo "── imports" && $(BIN)/lint-imports --no-logo

test: ## Run everything that guards the project: types and imports beside the tests
	@deploy/prepare screens --wish sound sound-tests devices reading
	$(form)
	@echo "── tests"
	@$(OFFSCREEN) $(IN_MEMORY) deploy/beside '$(MEANING)' $(BIN)/pytest $(SIDE_BY_SIDE) $(ARGS)

thorough: ## The tests in every size, language and picture, where `make test` takes those that differ
	@deploy/prepare screens --wish sound sound-tests devices reading
	@HALL_THOROUGH=1 $(OFFSCREEN) $(IN_MEMORY) $(BIN)/pytest $(SIDE_BY_SIDE) --timeout 600 $(ARGS)

check: ## Format, lint, types and import rules, without the tests
	@deploy/prepare
	$(form)
	@$(MEANING)

races: ## Press at once ten thousand times, and pull the plug sixty times
	@deploy/prepare
	@HALL_RACE_ROUNDS=10000 HALL_KILLS=60 HALL_CUTS=100 \
	    $(BIN)/pytest tests/races tests/crashes/test_power_cuts.py --timeout 600 $(ARGS)

bench: ## Measure speed beside what the machine itself can do
	@deploy/prepare screens --wish sound
	@$(OFFSCREEN) $(BIN)/python -m benchmarks $(ARGS)

fuzz: ## Let coverage lead bytes into every codec; ARGS='60 pads modbus' for longer and fewer
	@deploy/prepare
	@$(BIN)/python -m tests.fuzz $(ARGS)
	@HALL_FUZZ=100 $(BIN)/pytest tests/web/test_fuzzed_api.py --timeout 1200

emulator: ## Bring the printer emulator that tests print on too (needs Python 3.13)
	@command -v $(EMULATOR_PYTHON) >/dev/null || { echo "There is no $(EMULATOR_PYTHON); EMULATOR_PYTHON=PATH names another." >&2; exit 1; }
	@$(EMULATOR_PYTHON) -m venv .emulator
	@.emulator/bin/python -m pip install --quiet --disable-pip-version-check emupos==0.4.0
	@.emulator/bin/emupos --version

soak: ## Live through hours twenty times as fast, and look for what grows
	@deploy/prepare
	@$(BIN)/python -m benchmarks.soak $(ARGS)

week: ## Live through a week with the real screens in minutes, and look for what grows
	@deploy/prepare screens
	@$(OFFSCREEN) $(BIN)/python -m benchmarks.week $(ARGS)

lock: ## Write requirements.lock anew; ARGS=--upgrade takes newer versions
	@set -e; room=$$(mktemp -d); trap 'rm -rf "$$room"' EXIT; \
	echo "Resolving what pyproject.toml asks for"; \
	python3 -m venv "$$room"; \
	"$$room/bin/python" -m pip install --quiet --disable-pip-version-check uv; \
	echo 'setuptools>=77' | "$$room/bin/uv" pip compile pyproject.toml - --extra dev \
	    --universal --system-certs --generate-hashes --no-emit-index-url --no-emit-find-links \
	    --no-annotate --no-header --quiet --output-file requirements.lock $(ARGS) >/dev/null; \
	echo "requirements.lock holds $$(grep -c '^[A-Za-z0-9].*==' requirements.lock) packages"

audit: ## Ask whether anything we are built from is known to be vulnerable
	@deploy/prepare
	@$(BIN)/python deploy/supply_chain.py audit

sbom: ## Write the bill of materials (CycloneDX) into out/sbom.json
	@deploy/prepare
	@mkdir -p out && $(BIN)/python deploy/supply_chain.py sbom > out/sbom.json
	@echo "out/sbom.json names $$(grep -c '"purl"' out/sbom.json) packages"

release: ## Make this checkout the release VERSION, and dist/ with its files
	@deploy/prepare
	@deploy/release "$(VERSION)"

clean: ## Take away what the recipes made
	rm -rf .venv build dist out *.egg-info .coverage
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
