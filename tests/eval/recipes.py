"""Shell scripts in YAML files through shellcheck: recipes.py SHELLCHECK FILE…"""
import subprocess
import sys

import yaml


def scripts(value, where):
    """Every `run:` (a script) and `script:` (a list of them) of a parsed file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "run" and isinstance(inner, str):
                yield where, inner
            elif key == "script" and isinstance(inner, list):
                yield where, "\n".join(inner)
            else:
                yield from scripts(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from scripts(inner, f"{where}[{at}]")


def main():
    shellcheck, *files = sys.argv[1:]
    failed, count = 0, 0
    for file in files:
        with open(file, encoding="utf-8") as text:
            content = text.read()
        found = [("", content)] if content.startswith("#!") else list(scripts(yaml.safe_load(content), ""))
        for where, script in found:
            count += 1
            ran = subprocess.run([shellcheck, "--shell=bash", "-"], input=script, capture_output=True, text=True)
            if ran.returncode:
                failed += 1
                print(f"{file}{where}\n{ran.stdout}")
    print(f"shellcheck: {count} scripts, {failed} with mistakes")
    sys.exit(failed > 0)


main()
