#!/bin/sh
# Broken input, faults and kills.
. "$(dirname "$0")/ground.sh"
python3 "$ground/hostile/make.py" "$out"
python3 "$ground/hostile/run.py" "$out/manifest.jsonl" --bin "$binary" --quiet
