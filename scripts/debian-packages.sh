#!/usr/bin/env bash
# What the tests need from the system and pip or npm cannot bring:
#
#   chromium        drives the pages in tests/browser (Playwright downloads no browser of its own here)
#   Pango, HarfBuzz make the letters in PDFs (posters, cards)
#
# Installs what is missing when that is permitted (root, or sudo without a password, on a Debian with apt);
# otherwise it says loudly what to do and lets the tests go on: browser tests skip without a browser (with CI=true a
# skip is a failure), and tests of PDFs fail without Pango.
set -eu

missing=()
has_browser() {
    for browser in chromium chromium-browser google-chrome; do
        if command -v "$browser" >/dev/null 2>&1; then return 0; fi
    done
    return 1
}
has_library() { ldconfig -p 2>/dev/null | grep -q "$1" || [ "$(uname)" != Linux ]; }

has_browser || missing+=(chromium fonts-dejavu-core)
has_library libpango-1.0 || missing+=(libpango-1.0-0)
has_library libpangoft2-1.0 || missing+=(libpangoft2-1.0-0)
has_library libharfbuzz-subset || missing+=(libharfbuzz-subset0)
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null; then as_root=(sudo -n); else as_root=(false); fi
fi

if command -v apt-get >/dev/null 2>&1 && [ "${as_root[*]-}" != false ]; then
    echo "Installing ${missing[*]} ..."
    export DEBIAN_FRONTEND=noninteractive
    if "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null; then
        exit 0
    fi
fi

cat >&2 <<WORD
**********************************************************************************************
  This machine lacks: ${missing[*]}
  Without Chromium the browser tests are SKIPPED; without Pango no PDF can be made.
  On Debian or Ubuntu:   sudo apt-get install ${missing[*]}
**********************************************************************************************
WORD
