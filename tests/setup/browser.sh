#!/bin/sh
# A Chromium for the journeys: the system's when there is one, else from apt, else Playwright's own.
set -eu
bin=$1
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then exit 0; fi
done
if command -v apt-get >/dev/null && ! grep -qi ubuntu /etc/os-release; then
    as_root=$([ "$(id -u)" = 0 ] || echo sudo)
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium
elif command -v apt-get >/dev/null; then
    "$bin/python" -m playwright install --with-deps chromium
else
    "$bin/python" -m playwright install chromium
fi
