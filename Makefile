# Each target is a line or two; the work is in the script or program named.
ADDR ?= localhost:8080
SITE ?=
SRC ?=
OUT ?=
export GOTOOLCHAIN = local

.DEFAULT_GOAL := help
.PHONY: help run test dist single release bench lint peps reference screenshots clean

help: ## list these targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

run: ## build what is missing and serve it (ADDR=host:port)
	@web/build/require.sh $(ADDR) && go run ./web/build -pack later && { go run ./web/build -pack only & exec go run ./server -addr $(ADDR) -dir dist; }

test: ## run every test, in a real browser too
	@web/test/all.sh

single: ## write each lesson and the map as one file that opens from a disk: dist/single/<name>.html
	@web/build/require.sh && go run ./web/build -pack later -site "$(SITE)" && ls dist/single

dist: ## write the static site to dist/, compressed as well as can be (SITE=https://host/path)
	@web/build/require.sh && go run ./web/build -best -site "$(SITE)"

release: ## one binary with the site inside for each system, with checksums: server/release/
	@web/build/require.sh && go run ./web/build -best -site "$(SITE)" && server/release.sh

bench: ## measure the budgets
	@web/build/require.sh && go run ./web/build -best && go run ./web/test/bench

lint: ## check form and known faults: Go for both worlds, TypeScript, web files
	@web/test/lint.sh

peps: ## write the map's facts from any corpus (SRC=checkout or archive, OUT=file)
	@go run ./wasm/peps/cmd/peps -src "$(SRC)" -out "$(OUT)"

reference: ## record what CPython prints for each lesson, and what it measures for "Which?", on this machine
	@go run ./wasm/demos/cmd/reference

screenshots: ## take the pictures of the docs from the running site
	@web/build/require.sh && go run ./web/build -pack later && go run ./web/test/screenshots

clean: ## remove what was built
	rm -rf dist web/.cache web/node_modules
