#!/usr/bin/env bash
# Runs the tests of the packages that run in the page as the page does: built
# for js/wasm, under Node with the release's own runner.
set -eu
cd "$(dirname "$0")/../.."
export GOTOOLCHAIN=local
runner="$(go env GOROOT)/lib/wasm/go_js_wasm_exec"

# Command-line programs drive processes and do not belong to the page.
packages=$(GOOS=js GOARCH=wasm go list ./wasm/... | grep -vE '/cmd(/|$)')
# Node takes its arguments and environment into the 8 kB that Go allows them.
env -i PATH="$PATH" HOME="$HOME" GOTOOLCHAIN=local GOFLAGS="${GOFLAGS:-}" GOCACHE="$(go env GOCACHE)" GOMODCACHE="$(go env GOMODCACHE)" \
  GOPROXY="$(go env GOPROXY)" GOOS=js GOARCH=wasm go test -exec "$runner" $packages
