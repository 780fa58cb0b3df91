#!/usr/bin/env bash
# Form and known faults: gofmt, vet and staticcheck for both worlds, what is
# known of modules and packages of others, TypeScript, web files.
set -eu
cd "$(dirname "$0")/../.."
export GOTOOLCHAIN=local
staticcheck=honnef.co/go/tools/cmd/staticcheck@v0.8.2

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

go run ./web/build -packages
web/test/audit.sh

say "TypeScript"
(cd web && npx tsc --noEmit)
say "web files"
(cd web && npx prettier --check --log-level warn .)
