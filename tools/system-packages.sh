#!/bin/sh
# Debian packages that tests need beyond Python: a browser for the HTML report and the page.
# Idempotent: does nothing where they are installed.
set -eu
missing=""
for package in chromium fonts-dejavu-core; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
        missing="$missing $package"
done
[ -n "$missing" ] || { echo "system packages: all there"; exit 0; }
echo "system packages: installing$missing"
apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
