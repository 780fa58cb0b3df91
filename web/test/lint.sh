#!/usr/bin/env bash
# Form and known faults: gofmt, vet and staticcheck for both worlds,
# govulncheck where its database is within reach, TypeScript, web files.
set -eu
cd "$(dirname "$0")/../.."
export GOTOOLCHAIN=local
staticcheck=honnef.co/go/tools/cmd/staticcheck@v0.8.2
govulncheck=golang.org/x/vuln/cmd/govulncheck@v1.9.0

say() { printf '== %s\n' "$*"; }

say gofmt
unformatted=$(git ls-files -z '*.go' | xargs -0 gofmt -l)
[ -z "$unformatted" ] || { echo "not formatted with gofmt:"; echo "$unformatted"; exit 1; }

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
GOBIN="$tools" go install "$staticcheck"
for target in "$(go env GOHOSTOS)/$(go env GOHOSTARCH)" js/wasm; do
  export GOOS=${target%/*} GOARCH=${target#*/}
  # What drives processes and browsers is for the host alone.
  packages=$(go list ./... | if [ "$GOOS" = js ]; then grep '/wasm/' | grep -v '/demos/cmd'; else cat; fi)
  say "vet, $target"
  go vet $packages
  say "staticcheck, $target"
  "$tools/staticcheck" $packages
  unset GOOS GOARCH
done

say govulncheck
if ! GOBIN="$tools" go install "$govulncheck" >"$tools/report" 2>&1; then
  echo "left out: it cannot be had from here ($(tail -n 1 "$tools/report"))"
elif "$tools/govulncheck" ./... >"$tools/report" 2>&1; then
  tail -n 3 "$tools/report"
elif grep -q 'vuln.go.dev' "$tools/report"; then
  echo "left out: its database (vuln.go.dev) is out of reach from here"
else
  cat "$tools/report"
  exit 1
fi

go run ./web/build -packages
say "npm audit"
if (cd web && npm audit >"$tools/report" 2>&1); then
  tail -n 1 "$tools/report"
elif grep -q 'audit endpoint returned an error\|ENOTFOUND\|ECONN\|ETIMEDOUT' "$tools/report"; then
  echo "left out: the registry answers no audit from here"
else
  cat "$tools/report"
  exit 1
fi

say "TypeScript"
(cd web && npx tsc --noEmit)
say "web files"
(cd web && npx prettier --check --log-level warn .)
