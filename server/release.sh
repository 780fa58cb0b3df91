#!/usr/bin/env bash
# Makes one binary for each system with the site inside, and SHA256SUMS, in
# server/release/. DIST, OUT and TARGETS say otherwise. The tree is not touched:
# the server is built from a copy that holds the site.
set -eu
cd "$(dirname "$0")/.."
export GOTOOLCHAIN=local CGO_ENABLED=0
dist=${DIST:-dist}
out=${OUT:-server/release}
targets=${TARGETS:-linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64}

build=$(sed -n 's/.*"build": *"\([0-9a-f]*\)".*/\1/p' "$dist/build.json" 2>/dev/null) || true
[ -n "$build" ] || { echo "release: $dist holds no built site: run make dist first" >&2; exit 1; }

mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d "$out/.work-XXXXXX")
trap 'rm -rf "$work"' EXIT
tar cf - --exclude=server/site --exclude=server/release go.mod go.sum server | tar xf - -C "$work"
go run ./server/cmd/carry -dist "$dist" -to "$work/server/site"

names=
for target in $targets; do
  name="ahiru-$build-${target%/*}-${target#*/}"
  [ "${target%/*}" != windows ] || name="$name.exe"
  echo "release: $name"
  (cd "$work" && GOOS=${target%/*} GOARCH=${target#*/} go build -tags embed -trimpath -buildvcs=false -ldflags='-s -w' -o "$out/$name" ./server)
  names="$names $name"
done

cd "$out"
if command -v sha256sum >/dev/null; then sha256sum $names; else shasum -a 256 $names; fi >SHA256SUMS
ls -l $names SHA256SUMS
