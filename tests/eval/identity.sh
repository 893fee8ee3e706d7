#!/bin/sh
# How well sentences are followed from one version to the next.
. "$(dirname "$0")/ground.sh"
here=$(realpath "$(dirname "$0")")
cd "$ground/identity"
python3 score.py dev --cmd "$binary align {old} {new} --format jsonl --segmented" --by --json "$out/result.json"
python3 "$here/identity.py" "$out/result.json"
