"""Holds the program to the ground of catalogs: the worked project, awkward forms, other tools' saves.

usage: catalogs.py BINARY GROUND WORK

Laws on every form: no unit is called current that is not current in the original; `sync`,
`accept --all` and `prune --dry-run` lose no comment, no message and no junk; nothing ends in a crash.
Pairs of sentences and patterns go through a project in both directions.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

BINARY, GROUND, WORK = sys.argv[1], pathlib.Path(sys.argv[2]) / "catalogs", pathlib.Path(sys.argv[3])
STATES = ["units", "current", "stale", "missing", "unverified", "invalid", "obsolete"]
# The table of the ground's README.
EXPECTED = {
    ("en", "monde/sommet"): [16, 8, 2, 4, 1, 1, 2],
    ("en", "vie/atelier"): [15, 11, 2, 1, 1, 0, 0],
    ("de", "monde/sommet"): [16, 1, 0, 15, 0, 0, 0],
    ("de", "vie/atelier"): [15, 0, 0, 15, 0, 0, 0],
}
passed, failed = 0, 0


def expect(name, ok, told=""):
    global passed, failed
    if ok:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name} {told}")


def run(project, *arguments):
    done = subprocess.run([BINARY, "--project", str(project), *arguments], capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def status(project):
    _, out, _ = run(project, "status", "--units", "--format", "json")
    counts, current = {}, set()
    for locale in json.loads(out)["locales"]:
        for document in locale["documents"]:
            key = (locale["locale"], document["document"])
            counts[key] = [document[state] for state in STATES]
            current |= {key + (unit["id"],) for unit in document["list"] if unit["state"] == "current"}
    return counts, current


def copy(name):
    to = WORK / re.sub(r"\W", "_", name)
    shutil.copytree(GROUND / "project", to)
    for path in to.rglob("*"):
        path.chmod(path.stat().st_mode | 0o200)
    return to


def parts(project):
    """What somebody wrote in the target catalogs: lines of messages, junk and notes, with their number."""
    out = {}
    for path in sorted((project / "locales").rglob("*.ftl")):
        if path.relative_to(project / "locales").parts[0] == "fr":
            continue
        lines = path.read_bytes().decode().replace("\r\n", "\n").lstrip("\ufeff").split("\n")
        kept = [line for line in lines if line.strip() and not re.match(r"#+ ?(@unit|fr:|\s*$)", line)]
        out[path.relative_to(project).as_posix()] = sorted(kept)
    return out


def lost(before, after):
    return {name: gone for name, lines in before.items() if (gone := missing(lines, after.get(name, [])))}


def missing(lines, others):
    others = list(others)
    gone = []
    for line in lines:
        if line in others:
            others.remove(line)
        else:
            gone.append(line)
    return gone


def laws(name, project, original):
    counts, current = status(project)
    expect(f"{name}: nothing falsely current", current <= original, sorted(current - original))
    before = parts(project)
    code, _, error = run(project, "prune", "--dry-run")
    expect(f"{name}: prune --dry-run", code in (0, 1) and parts(project) == before, (code, error))
    code, _, error = run(project, "sync")
    expect(f"{name}: sync", code == 0, (code, error))
    expect(f"{name}: sync loses nothing", not lost(before, parts(project)), lost(before, parts(project)))
    again, now = status(project)
    expect(f"{name}: sync makes nothing falsely current", now <= original, sorted(now - original))
    same = {key: value[:6] for key, value in counts.items()} == {key: value[:6] for key, value in again.items()}
    expect(f"{name}: the figures are the same before and after sync", same, (counts, again))
    code, out, _ = run(project, "sync", "--dry-run")
    expect(f"{name}: a second sync has nothing to do", code == 0, out)
    unverified = {key: value[4] for key, value in again.items()}
    code, _, error = run(project, "accept", "--all")
    expect(f"{name}: accept --all", code == 0, (code, error))
    expect(f"{name}: accept loses nothing", not lost(before, parts(project)), lost(before, parts(project)))
    accepted, _ = status(project)
    ok = all(value[2] == 0 and value[4] == unverified[key] for key, value in accepted.items())
    expect(f"{name}: accept takes stale units and no unverified one", ok, accepted)
    return counts


def forms():
    project = copy("project")
    counts, original = status(project)
    for key, expected in EXPECTED.items():
        expect(f"project {key}", counts.get(key) == expected, counts.get(key))
    laws("project", project, original)
    for form in sorted((GROUND / "project/variants").glob("*.ftl")):
        project = copy(form.name)
        shutil.copy(form, project / "locales/en/monde/sommet.ftl")
        # Here a translator has written one more translation where it belongs.
        more = {("en", "monde/sommet", "sommet-m6q0rb")} if form.stem == "translation_in_place" else set()
        laws(form.name, project, original | more)
    for client in sorted((GROUND / "clients").iterdir()):
        project = copy(client.name)
        for path in client.rglob("*.ftl"):
            shutil.copy(path, project / path.relative_to(client))
        counts = laws(client.name, project, original)
        if client.name in ("fluent.syntax", "moz.l10n", "translate-toolkit", "weblate"):
            expect(f"{client.name}: the figures are those of the original", counts == EXPECTED, counts)


def pairs():
    """A sentence as a translation of a page is published as it is; as a source it becomes the pattern."""
    cases = [json.loads(line) for line in (GROUND / "escape_cases.jsonl").read_text().splitlines()]
    project = WORK / "pairs"
    (project / "content").mkdir(parents=True)
    (project / "drogman.toml").write_text('[project]\nsource = "fr"\nlocales = ["en"]\n')
    # What a document's sentence can be: letters, no line end, no space at its ends.
    fit = [case for case in cases if re.fullmatch(r"[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
           r"([^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff])?", case["text"])
           and re.search(r"[A-Za-zÀ-ÿ]", case["text"])]
    for number, case in enumerate(fit):
        (project / f"content/p{number}.txt").write_bytes((case["text"] + "\n").encode())
    code, _, error = run(project, "sync")
    expect("pairs: sync", code == 0, error)
    joined = 0
    for number, case in enumerate(fit):
        path = project / f"locales/fr/p{number}.ftl"
        text = path.read_bytes().decode() if path.exists() else ""
        found = re.findall(r"^p\d+-\w+ = (.*)$", text.replace("\r\n", "\n"), re.M)
        if len(found) == 1:
            expect(f"pattern of {case['text']!r}", found[0] == case["pattern"], found)
            joined += 1
    code, _, error = run(project, "build")
    expect("pairs: build", code == 0, error)
    for number, case in enumerate(fit):
        built = project / f"dist/fr/p{number}.txt"
        expect(f"text of {case['pattern']!r}", built.read_bytes().decode() == case["text"] + "\n")
    print(f"{joined} of {len(cases)} pairs can stand as one sentence of a document; "
          "all of them are held by `cargo test --test catalog_ground`")


forms()
pairs()
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
