#!/usr/bin/env bash
# What the tests need from the system and pip or npm cannot bring: a browser.
#
#   chromium   drives the pages in tests/browser (Playwright downloads no browser of its own here)
#
# Installs what is missing when that is permitted (root, or sudo without a password, on a Debian with apt);
# otherwise it says loudly what to do and lets the tests go on: they skip what needs the browser, and with
# CI=true a skip is a failure.
set -eu

for browser in chromium chromium-browser google-chrome; do
    if command -v "$browser" >/dev/null 2>&1; then exit 0; fi
done

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null; then as_root=(sudo -n); else as_root=(false); fi
fi

if command -v apt-get >/dev/null 2>&1 && [ "${as_root[*]-}" != false ]; then
    echo "Installing Debian's chromium for the browser tests ..."
    export DEBIAN_FRONTEND=noninteractive
    if "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core >/dev/null; then
        exit 0
    fi
fi

cat >&2 <<'WORD'
**********************************************************************************************
  No Chromium on this machine: the browser tests will be SKIPPED.
  On Debian or Ubuntu:   sudo apt-get install chromium
  Elsewhere: install Chromium or Chrome so that `chromium` or `google-chrome` is on the PATH.
**********************************************************************************************
WORD
