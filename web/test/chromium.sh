# Sourced by all.sh: finds a Chromium, or installs Debian's package where this
# user may, or says which package is wanted.

chromium_found() {
  [ -n "${CHROMIUM:-}" ] && return 0
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return 0
  done
  return 1
}

chromium_or_fail() {
  chromium_found && return 0
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "No Chromium found: installing Debian's package."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null || true
    chromium_found && return 0
  fi
  echo "ahiru: no Chromium found. Install the package chromium (Debian, Ubuntu: sudo apt-get install chromium), or name a Chromium in CHROMIUM." >&2
  return 1
}
