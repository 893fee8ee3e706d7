# Sourced by the others: the binary, the ground, and a folder for what comes out.
set -eu
binary=$(realpath "${1:?usage: $0 path/to/drogman}")
ground=${EVAL:-../shared/eval}
if [ ! -d "$ground" ]; then
    echo "no evaluation ground at $ground (set EVAL)" >&2
    exit 2
fi
ground=$(realpath "$ground")
out=${TMPDIR:-/tmp}/drogman-eval-$(basename "$0" .sh)
rm -rf "$out"
mkdir -p "$out"
