#!/bin/sh
# Reads and saves this repository's catalogs with other Fluent tools; drogman must see no difference.
# Downloads from PyPI (and npm, where node is there) into target/clients.
set -eu
binary=$(realpath "${1:?usage: $0 path/to/drogman}")
repository=$(realpath "$(dirname "$0")/../..")
tools=$repository/target/clients
[ -x "$tools/bin/python" ] || python3 -m venv "$tools"
"$tools/bin/pip" install --quiet 'compare-locales~=9.0' 'fluent.syntax~=0.19'

echo "compare-locales:"
(cd "$repository" && "$tools/bin/compare-locales" l10n.toml . > "$tools/compare.txt" || true)
cat "$tools/compare.txt"
if grep -qi '\berror' "$tools/compare.txt"; then exit 1; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for client in python javascript; do
    rm -rf "$work/project"
    mkdir "$work/project"
    (cd "$repository" && cp -r drogman.toml l10n.toml content locales "$work/project")
    "$binary" --project "$work/project" status --format json > "$work/before.json"
    case $client in
        python) "$tools/bin/python" "$repository/tests/eval/save.py" "$work/project/locales" ;;
        javascript)
            command -v npm > /dev/null || { echo "javascript: no npm, left out"; continue; }
            npm install --silent --prefix "$tools" @fluent/syntax > /dev/null
            NODE_PATH="$tools/node_modules" node "$repository/tests/eval/save.cjs" "$work/project/locales" ;;
    esac
    "$binary" --project "$work/project" status --format json > "$work/after.json"
    cmp "$work/before.json" "$work/after.json"
    "$binary" --project "$work/project" sync --dry-run > /dev/null
    echo "$client: the same figures, nothing to sync"
done
