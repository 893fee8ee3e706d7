#!/bin/sh
# Whether `numbers` is silent on what CLDR writes in other languages. Downloads Babel from PyPI into target/clients.
set -eu
binary=$(realpath "${1:?usage: $0 path/to/drogman}")
repository=$(realpath "$(dirname "$0")/../..")
tools=$repository/target/clients
[ -x "$tools/bin/python" ] || python3 -m venv "$tools"
"$tools/bin/pip" install --quiet 'babel~=2.14'
"$tools/bin/python" "$repository/tests/eval/cldr.py" "$binary" -v
