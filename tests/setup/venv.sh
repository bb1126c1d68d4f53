#!/bin/sh
# Makes the virtual environment, adding Debian's venv package when Python came without it.
set -eu
python=$1 venv=$2
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Headlight needs Python 3.11 or newer; \"$python\" is $("$python" --version 2>&1). Try: make PYTHON=python3.12 run" >&2
    exit 1
}
if ! "$python" -c 'import ensurepip' 2>/dev/null && command -v apt-get >/dev/null; then
    as_root=$([ "$(id -u)" = 0 ] || echo sudo)
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    $as_root apt-get update -qq
    $as_root apt-get install -y -qq "$package"
fi
"$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --upgrade pip
