#!/bin/sh
# Boundary F1 on each gold set: ours, the target, the best other system.
. "$(dirname "$0")/ground.sh"
printf '%-24s %-6s %8s %8s %8s\n' set rule ours target other
row() {
    "$binary" segment --format lines - < "$ground/segmentation/dev/$1.txt" > "$out/$1.txt"
    ours=$(python3 "$ground/segmentation/score.py" "$ground/segmentation/dev/$1.gold.txt" "$out/$1.txt" --protocol "$2" |
        sed -n 's/.* F1 *\([0-9.]*\).*/\1/p' | head -n 1)
    printf '%-24s %-6s %8s %8s %8s\n' "$1" "$2" "$ours" "$3" "$4"
}
row gsd_dev core 99.35 99.31
row fqb_questions core 100.00 100.00
row golden_rules core 100.00 100.00
row hard_dev all 98 88.66
row hard_dev_plainspace all 97 88.66
