#!/bin/sh
# A project of a thousand documents: the waits of each command.
. "$(dirname "$0")/ground.sh"
cd "$ground/speed"
python3 gen.py "$out/p1000" --documents 1000
for command in check status build sync; do
    python3 bench.py -n 5 -l $command -- "$binary" $command --project "$out/p1000"
done
