"""Prints the targets of the quality rules beside our figures.

    checks.py RESULT.json BINARY PROJECT

RESULT.json is what `quality/run.py --json` printed; PROJECT is a large project, for the cost.
"""
import json
import resource
import subprocess
import sys
from collections import Counter

RECALL = {
    100: ["syntax", "duplicate-unit", "unknown-unit", "unit-mismatch", "reference", "cycle", "attribute"],
    95: ["numbers", "markup", "links", "variables", "punctuation", "untranslated", "characters", "language", "inconsistent", "structure"],
    90: ["brackets", "spaces", "repeated-word", "mixed-script", "typography", "length"],
}


def totals(counts, position):
    out = Counter()
    for key, count in counts.items():
        out[key.split("\t")[position]] += count
    return out


def line(name, figure, target, met):
    print(f"{name:58} {figure:>9} {target:>9}  {'' if met else 'missed'}")


def seconds(binary, project, *options):
    """Processor time of a run, the least of three."""
    least = None
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([binary, "check", *options, "--format", "json", "--project", project], stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        least = spent if least is None else min(least, spent)
    return least


def main():
    result = json.load(open(sys.argv[1], encoding="utf-8"))
    by_locale, by_set, errors = Counter(), Counter(), Counter()
    for key, count in result["alarms"].items():
        _, locale, group, severity = key.split("\t")
        by_locale[locale] += count
        by_set[group] += count
        errors[locale] += count if severity == "error" else 0
    correct, sets = totals(result["correct"], 0), totals(result["correct"], 1)
    # A rate of a few dozen sentences says nothing: the worst locale is one of at least 200.
    large = [locale for locale in correct if correct[locale] >= 200]
    print(f"{'':58} {'ours':>9} {'target':>9}")
    for name, counts, target in (("false errors per 100", errors, 0.2), ("false errors and warnings per 100", by_locale, 1.5)):
        worst = max(large, key=lambda locale: counts[locale] / correct[locale])
        figure = 100 * counts[worst] / correct[worst]
        line(f"{name}, worst locale ({worst})", f"{figure:.2f}", f"≤ {target}", figure <= target)
    for group in ("numbers", "markup"):
        figure = 100 * by_set[group] / sets[group]
        line(f"the same on {group}", f"{figure:.2f}", "≤ 2", figure <= 2)
    seeded, caught = totals(result["seeded"], 0), totals(result["caught"], 0)
    figure = 100 * sum(caught.values()) / sum(seeded.values())
    line("seeded mistakes found, %", f"{figure:.1f}", "≥ 95", figure >= 95)
    for target, rules in RECALL.items():
        for rule in rules:
            if seeded[rule]:
                figure = 100 * caught[rule] / seeded[rule]
                line(f"  {rule} ({seeded[rule]})", f"{figure:.1f}", f"≥ {target}", figure >= target)
    whole, least = seconds(*sys.argv[2:4]), seconds(*sys.argv[2:4], "--only", "states,catalog")
    line("processor time of all rules, times that of states, catalog", f"{whole / least:.2f}", "≤ 2", whole <= 2 * least)


if __name__ == "__main__":
    main()
