#!/bin/sh
# False alarms and recall of the quality rules.
. "$(dirname "$0")/ground.sh"
python3 "$ground/quality/run.py" --bin "$binary"
