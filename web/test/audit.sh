#!/usr/bin/env bash
# Known faults in what others wrote: govulncheck for both worlds, and npm audit.
# A finding is an error. A database out of reach is said, and with AUDIT=required
# an error too. GOVULNCHECK names a govulncheck that is there already.
set -u
cd "$(dirname "$0")/../.."
export GOTOOLCHAIN=local
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
report=$work/report
status=0

say() { printf '== %s\n' "$*"; }
found() { cat "$report"; status=1; }
unchecked() {
  echo "NOT CHECKED for known faults: $1"
  [ "${AUDIT:-}" != required ] || status=1
}

# What drives processes and browsers is for the host alone.
packages() {
  go list ./... | if [ "$GOOS" = js ]; then grep '/wasm/' | grep -v '/demos/cmd'; else cat; fi
}

if [ -z "${GOVULNCHECK:-}" ]; then
  GOBIN="$work" go install golang.org/x/vuln/cmd/govulncheck@v1.9.0 >"$report" 2>&1 && GOVULNCHECK=$work/govulncheck
fi
for target in "$(go env GOHOSTOS)/$(go env GOHOSTARCH)" js/wasm; do
  say "govulncheck, $target"
  if [ -z "${GOVULNCHECK:-}" ]; then
    unchecked "Go modules, since govulncheck cannot be had from here ($(tail -n 1 "$report"))"
    continue
  fi
  export GOOS=${target%/*} GOARCH=${target#*/}
  "$GOVULNCHECK" $(packages) >"$report" 2>&1
  case $? in
  0) tail -n 1 "$report" ;;
  3) found ;;
  *)
    if grep -q 'fetching vulnerabilities' "$report"; then
      unchecked "Go modules, since the database of govulncheck is out of reach ($(tail -n 1 "$report"))"
    else
      found
    fi
    ;;
  esac
done

say "npm audit"
if (cd web && npm audit --no-fund >"$report" 2>&1); then
  tail -n 1 "$report"
elif grep -q 'audit endpoint returned an error' "$report"; then
  unchecked "npm packages, since the registry answers no audit from here ($(head -n 1 "$report"))"
else
  found
fi
exit $status
