"""Loads and saves each Fluent file under a folder with the Python library, as its tools do."""

import pathlib
import sys

from fluent.syntax import FluentParser, FluentSerializer

for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.ftl")):
    resource = FluentParser(with_spans=False).parse(path.read_text("utf-8"))
    path.write_text(FluentSerializer(with_junk=True).serialize(resource), "utf-8")
