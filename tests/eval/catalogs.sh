#!/bin/sh
# The figures of the worked project, and of each form that other tools gave its catalogs.
. "$(dirname "$0")/ground.sh"
cp -r "$ground/catalogs/project" "$out/project"
chmod -R u+w "$out/project"
"$binary" --project "$out/project" status
"$binary" --project "$out/project" sync --dry-run
