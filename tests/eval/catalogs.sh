#!/bin/sh
# The worked project and each form that other tools gave its catalogs, then the reader's and the
# patterns' own cases. Prints `N passed, N failed`.
. "$(dirname "$0")/ground.sh"
python3 "$(dirname "$0")/catalogs.py" "$binary" "$ground" "$out"
cd "$(dirname "$0")/../.."
DROGMAN_GROUND="$ground/catalogs" cargo test --quiet --test catalog_ground -- --ignored --nocapture
