#!/bin/sh
# False alarms, recall and cost of the quality rules, beside their targets.
. "$(dirname "$0")/ground.sh"
here=$(dirname "$0")
python3 "$ground/quality/run.py" --bin "$binary" --json > "$out/result.json"
python3 "$ground/speed/gen.py" "$out/speed" --documents 1000 > /dev/null
python3 "$here/checks.py" "$out/result.json" "$binary" "$out/speed"
