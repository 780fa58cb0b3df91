# Sourced by all.sh: finds a Firefox, as package web/test/firefox does.

firefox_found() {
  [ -n "${FIREFOX:-}" ] && return 0
  for name in firefox-esr firefox; do
    command -v "$name" >/dev/null && return 0
  done
  return 1
}
