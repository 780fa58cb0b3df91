#!/usr/bin/env bash
# Says in a sentence what this machine lacks to build (and, given an address,
# to serve) the site, before any long step begins.
set -u

fail() { echo "ahiru: $*" >&2; exit 1; }
older() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" != "$2" ]; }

need_go=1.26
need_node=20.0

command -v go >/dev/null || fail "Go is missing: install Go $need_go or later (https://go.dev/dl)."
have=$(go env GOVERSION | sed 's/^go//; s/[ -].*//')
older "$have" "$need_go" && fail "Go $have is too old: Go $need_go or later is needed."

command -v node >/dev/null || fail "Node is missing: install Node $need_node or later (https://nodejs.org)."
have=$(node --version | sed 's/^v//')
older "$have" "$need_node" && fail "Node $have is too old: Node $need_node or later is needed."
command -v npm >/dev/null || fail "npm is missing: it comes with Node (Debian keeps it in the package npm)."

free=$(df -Pk . | awk 'NR == 2 { print int($4 / 1024) }')
[ "$free" -ge 500 ] || fail "only $free MB are free on this disk: building needs about 500 MB."

if [ $# -gt 0 ]; then
  node -e '
    const [host, port] = [process.argv[1].replace(/:[^:]*$/, ""), process.argv[1].replace(/^.*:/, "")];
    const complain = (why) => { console.error(`ahiru: ${why}`); process.exit(1); };
    if (!/^\d+$/.test(port) || port > 65535) complain(`ADDR=${process.argv[1]} is no address: host:port is wanted, such as localhost:8080.`);
    const probe = require("net").createServer();
    probe.once("error", (e) => complain(e.code === "EADDRINUSE"
      ? `port ${port} is in use: stop what listens there, or choose another with ADDR=${host}:8081.`
      : `cannot listen on ${process.argv[1]}: ${e.message}.`));
    probe.listen({ port: Number(port), host: host.replace(/^\[|\]$/g, "") || undefined }, () => probe.close());
  ' "$1" || exit 1
fi
