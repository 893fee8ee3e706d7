#!/bin/sh
# Documents taken apart and put together, judged by another parser.
. "$(dirname "$0")/ground.sh"
cd "$ground/documents"
python3 run.py --bin "$binary"
