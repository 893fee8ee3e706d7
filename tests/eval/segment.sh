#!/bin/sh
# Precision and recall of sentence boundaries on each gold set.
. "$(dirname "$0")/ground.sh"
for gold in "$ground"/segmentation/dev/*.gold.txt; do
    name=$(basename "$gold" .gold.txt)
    "$binary" segment --format lines - < "$ground/segmentation/dev/$name.txt" > "$out/$name.txt"
    for protocol in all core; do
        printf '%s (%s): ' "$name" "$protocol"
        python3 "$ground/segmentation/score.py" "$gold" "$out/$name.txt" --protocol $protocol
    done
done
