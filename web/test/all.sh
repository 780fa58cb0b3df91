#!/usr/bin/env bash
# Every test there is: Go natively and under js/wasm, TypeScript, and the built
# site in a real browser. It installs what a bare machine lacks where it may.
set -eu
cd "$(dirname "$0")/../.."
export GOTOOLCHAIN=local

say() { printf '\n== %s\n' "$*"; }

say "what this machine has"
web/build/require.sh
. web/test/chromium.sh
. web/test/firefox.sh
chromium_or_fail

say "web packages"
go run ./web/build -packages

say "Go, natively"
race=
if command -v "${CC:-cc}" >/dev/null && [ "$(go env CGO_ENABLED)" = 1 ]; then race=-race; fi
# The browser tests come last, against the site as built by then.
go test -timeout 30m $race $(go list ./... | grep -v '/web/test$')

say "Go, under js/wasm"
web/test/wasm.sh

say "TypeScript"
(cd web && npx tsc --noEmit && npx vitest run)

say "the site"
go run ./web/build

say "the site in Chromium, and in Firefox and WebKitGTK where there is one"
firefox_found || echo "No Firefox found: the lessons are not tried in it. Install the package firefox-esr (Ubuntu: firefox), or name a Firefox in FIREFOX."
command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null || echo "No WebKitGTK found: the site is not tried in it. Install the packages webkit2gtk-driver and xvfb."
for host in nginx caddy; do
  command -v "$host" >/dev/null || echo "No $host found: its recipe is not tried with it."
done
AHIRU_BROWSER=required go test -count=1 -timeout 60m ./web/test
