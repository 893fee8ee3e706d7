"""Prints the targets of following sentences beside our figures.

    identity.py RESULT.json

RESULT.json is what the ground's `score.py --by --json` wrote.
"""
import json
import sys


def line(name, part, whole, most_or_least, target):
    """One line of the table."""
    if not whole:
        return
    figure = 100 * part / whole
    met = figure <= target if most_or_least == "<=" else figure >= target
    sign = "≤" if most_or_least == "<=" else "≥"
    print(f"{name:48} {part:>6} / {whole:<6} {figure:>7.2f} %   {sign} {target:<5g} {'' if met else 'missed'}")


def main():
    result = json.load(open(sys.argv[1], encoding="utf-8"))
    everything = result["all"]
    real, hand = result["kinds"].get("real", {}), result["kinds"].get("hand", {})

    def get(key, of=everything):
        return of.get(key, 0)

    line("a  recall, all", get("changed_found"), get("changed"), ">=", 99.2)
    line("a  recall, real", get("changed_found", real), get("changed", real), ">=", 99.5)
    line("a  recall, hand-written", get("changed_found", hand), get("changed", hand), ">=", 92)
    line("   precision of the links", get("plinks_right"), get("plinks"), ">=", 99.5)
    line("b  typographic changes called stale", get("typo_stale"), get("typo"), "<=", 0.3)
    line("c  FALSE CURRENT", get("false_current"), get("current"), "<=", 0)
    line("d  inserted sentences linked, all", get("false_match"), get("inserted"), "<=", 1.5)
    line("d  inserted sentences linked, hand-written", get("false_match", hand), get("inserted", hand), "<=", 10)
    line("e  edited sentences lost", get("edited_lost"), get("edited"), "<=", 0.8)
    line("f  split, whole group", get("split_whole"), get("split"), ">=", 95)
    line("f  merged, whole group", get("merged_whole"), get("merged"), ">=", 97)
    line("f  split or merged, linked at all", get("split_linked") + get("merged_linked"), get("split") + get("merged"), ">=", 99)
    line("g  moved within a file", get("moved_found"), get("moved"), ">=", 99.5)
    line("g  moved to another file", get("moved_far_found"), get("moved_far"), ">=", 100)
    line("i  the right copy of a repeated sentence", get("twin_found"), get("twin"), ">=", 98)
    pairs = result.get("pairs", {})
    of = lambda kinds: sum(count for kind, count in pairs.items() if kind.split(">")[0] in kinds)
    right = sum(count for kind, count in pairs.items() if kind in ("minor>minor", "major>major"))
    current = sum(count for kind, count in pairs.items() if kind.split(">")[0] in ("minor", "major") and kind.split(">")[1] in ("none", "typographic"))
    stale = sum(count for kind, count in pairs.items() if kind.startswith("typographic>") and kind.split(">")[1] in ("minor", "major"))
    line("b  pairs: typographic changes called stale", stale, of(["typographic"]), "<=", 0)
    line("c  pairs: changes called typographic", current, of(["minor", "major"]), "<=", 0)
    line("h  pairs: minor and major told apart", right, of(["minor", "major"]), ">=", 92)


if __name__ == "__main__":
    main()
