// Loads and saves each Fluent file under a folder with the JavaScript library, as its tools do.
const fs = require("node:fs");
const path = require("node:path");
const { FluentParser, FluentSerializer } = require("@fluent/syntax");

for (const file of fs.readdirSync(process.argv[2], { recursive: true })) {
  if (!file.endsWith(".ftl")) continue;
  const full = path.join(process.argv[2], file);
  const resource = new FluentParser({ withSpans: false }).parse(fs.readFileSync(full, "utf8"));
  fs.writeFileSync(full, new FluentSerializer({ withJunk: true }).serialize(resource));
}
