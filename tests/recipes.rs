//! The recipes: their commands are the program's, and do what they promise in a repository.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::Dir;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file that tells people or machines what to run.
fn recipes() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ["action.yml", ".pre-commit-hooks.yaml", "docs/ci.md"]
        .iter()
        .map(|file| repository().join(file))
        .collect();
    for folder in ["docs/recipes", ".github/workflows"] {
        let entries = fs::read_dir(repository().join(folder)).expect(folder);
        files.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    files.sort();
    files
}

/// The commands `drogman …` of a text, with lines that a backslash or a folded scalar goes on with.
fn commands(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        // A sentence may begin with the program's name too.
        if line.starts_with("drogman needs") || line.contains("words[@]") {
            continue;
        }
        let code = line.split(" # ").next().unwrap_or_default().trim().trim_start_matches("- ");
        let code = code.strip_prefix("run: ").or_else(|| code.strip_prefix("entry: ")).unwrap_or(code);
        for (start, _) in code.match_indices("drogman ") {
            let before = code[..start].trim_end();
            let is_command =
                before.is_empty() || before.ends_with(['`', '(', '|', ';']) || before.ends_with("in");
            if !is_command {
                continue;
            }
            let mut words = code[start..].to_owned();
            for more in lines[at + 1..].iter().take_while(|more| more.trim().starts_with("--")) {
                words.push(' ');
                words.push_str(more.trim());
            }
            let end = words.find(['`', ')', '|', ';']).unwrap_or(words.len());
            found.push(words[..end].split_whitespace().skip(1).map(str::to_owned).collect());
        }
    }
    found
}

#[test]
fn what_recipes_run_is_there() {
    let help: BTreeMap<String, String> = drogman::cli::help_texts().into_iter().collect();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for file in recipes() {
        let text = fs::read_to_string(&file).expect("UTF-8");
        for words in commands(&text) {
            let name = words.iter().find(|word| !word.starts_with('-')).map_or("", String::as_str);
            let Some(help) = help.get(name) else {
                wrong.push(format!("{}: no command {words:?}", file.display()));
                continue;
            };
            count += 1;
            for option in words.iter().filter(|word| word.starts_with("--")) {
                let option = option.split('=').next().unwrap_or_default();
                let known =
                    help.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(|word| word == option);
                if !known {
                    wrong.push(format!("{}: `{name}` has no {option}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 15, "only {count} commands were found");
}

#[test]
fn recipes_name_this_version() {
    let version = format!("v{}", env!("CARGO_PKG_VERSION"));
    for file in recipes() {
        let text = fs::read_to_string(&file).expect("UTF-8");
        for line in text.lines() {
            for sign in ["drogman@", "rev: v", "--tag v"] {
                let Some((before, named)) = line.split_once(sign) else { continue };
                let named = format!("{}{named}", if sign.ends_with('v') { "v" } else { "" });
                // A crate has its version, a repository its tag.
                let is_crate = sign == "drogman@" && !before.ends_with('/');
                let wanted = if is_crate { env!("CARGO_PKG_VERSION") } else { &version };
                let end = named.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(named.len());
                assert_eq!(&named[..end], wanted, "{}: {line}", file.display());
            }
            // An address that is none is no recipe.
            assert!(!line.contains("example.org"), "{}: {line}", file.display());
        }
    }
}

#[test]
fn workflows_take_nothing_of_a_pull_request_into_a_shell() {
    let (mut inside, mut outside) = (0, 0);
    for file in recipes().iter().filter(|file| file.extension().is_some_and(|end| end == "yml")) {
        let text = fs::read_to_string(file).expect("UTF-8");
        let mut in_run = None;
        for line in text.lines() {
            let indent = line.len() - line.trim_start().len();
            if in_run.is_some_and(|outer| indent <= outer && !line.trim().is_empty()) {
                in_run = None;
            }
            let begins = line.trim_start().trim_start_matches("- ").starts_with("run:");
            if begins {
                in_run = Some(indent);
            }
            assert!(!(in_run.is_some() && line.contains("${{")), "{}: {line}", file.display());
            inside += usize::from(in_run.is_some());
            outside += usize::from(line.contains("${{"));
        }
    }
    assert!(inside > 20 && outside > 3, "there are scripts, and values around them: {inside}, {outside}");
}

/// Packs a program that says its name as the release of this machine, and gives the folder of releases.
#[cfg(all(unix, target_os = "linux", target_arch = "x86_64"))]
fn release(dir: &Dir, sum: Option<&str>) -> String {
    let name = format!("drogman-{}-x86_64-unknown-linux-musl.tar.gz", env!("CARGO_PKG_VERSION"));
    let folder = dir.path(format!("releases/v{}", env!("CARGO_PKG_VERSION")));
    fs::create_dir_all(&folder).expect("a folder");
    dir.put("pack/drogman", "#!/bin/sh\necho packed\n");
    let script = format!(
        "chmod +x pack/drogman && tar -czf '{0}/{name}' -C pack . && cd '{0}' && sha256sum {name} > {name}.sha256",
        folder.display()
    );
    assert!(Command::new("sh").current_dir(dir.root()).args(["-c", &script]).status().expect("sh").success());
    if let Some(sum) = sum {
        fs::write(folder.join(format!("{name}.sha256")), sum).expect("written");
    }
    format!("file://{}/releases", dir.root().display())
}

#[cfg(all(unix, target_os = "linux", target_arch = "x86_64"))]
#[test]
fn a_release_is_installed_only_with_its_checksum() {
    if Command::new("curl").arg("--version").output().is_err() {
        return;
    }
    let install = |dir: &Dir, releases: &str, pinned: &str| {
        let output = Command::new(repository().join(".ci/install"))
            .arg(dir.path("bin"))
            .env("DROGMAN_RELEASES", releases)
            .env("DROGMAN_SHA256", pinned)
            .output()
            .expect("it runs");
        (output.status.success(), dir.has("bin/drogman"))
    };
    let good = Dir::empty();
    let releases = release(&good, None);
    assert_eq!(install(&good, &releases, ""), (true, true));
    let said = Command::new(good.root().join("bin/drogman")).output().expect("it runs");
    assert_eq!(said.stdout, b"packed\n");

    let other = Dir::empty();
    let releases = release(&other, None);
    assert_eq!(install(&other, &releases, &"0".repeat(64)), (false, false));
    let bad = Dir::empty();
    let releases = release(&bad, Some(&"1".repeat(64)));
    assert_eq!(install(&bad, &releases, ""), (false, false));
}

/// The script of a step of a workflow, by its name.
#[cfg(unix)]
fn step(recipe: &str, name: &str) -> String {
    let text = fs::read_to_string(repository().join("docs/recipes").join(recipe)).expect("a recipe");
    let lines = text.lines().skip_while(|line| line.trim() != format!("- name: {name}"));
    let script = lines.skip_while(|line| line.trim() != "run: |").skip(1);
    let script: Vec<&str> = script
        .take_while(|line| line.is_empty() || line.starts_with("          "))
        .map(str::trim_start)
        .collect();
    assert!(!script.is_empty(), "{recipe}: {name}");
    script.join("\n")
}

/// A bare repository, a clone in `projet/` whose `main` has a page with its catalogs, and what the service gives
/// to steps: `gh`, which knows of nothing, and a file of variables.
#[cfg(unix)]
struct Service {
    dir: Dir,
}

#[cfg(unix)]
impl Service {
    fn new() -> Service {
        let this = Service {
            dir: Dir::project(&[
                ("content/pont.md", "Le pont ferme à 18 h.\n"),
                (".gitignore", ".drogman/\n"),
            ]),
        };
        assert_eq!(this.dir.run(&["sync"]).status, 0);
        this.dir.put("../bin/gh", "#!/bin/sh\n");
        this.dir.put("../env", "");
        this.sh("chmod +x ../bin/gh; git init -q -b main; git init -q --bare ../hub.git; git remote add origin ../hub.git");
        this.sh("git add -A; git commit -qm start; git push -q -u origin main");
        this
    }

    /// Runs a script as a step is run; gives whether it did well, and what it said.
    fn try_sh(&self, script: &str) -> (bool, String) {
        let mut folders = vec![self.dir.path("../bin")];
        folders.extend(Path::new(env!("CARGO_BIN_EXE_drogman")).parent().map(Path::to_path_buf));
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let variables = format!(". ../env\n{script}");
        let output = Command::new("bash")
            .current_dir(self.dir.root())
            .args(["-e", "-c", &variables])
            .env("PATH", std::env::join_paths(folders).expect("a path"))
            .env("GITHUB_ENV", self.dir.path("../env"))
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .envs([("GIT_AUTHOR_NAME", "A"), ("GIT_COMMITTER_NAME", "A")])
            .envs([("GIT_AUTHOR_EMAIL", "a@example.org"), ("GIT_COMMITTER_EMAIL", "a@example.org")])
            .output()
            .expect("bash runs");
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&said).into_owned())
    }

    fn sh(&self, script: &str) {
        let (well, said) = self.try_sh(script);
        assert!(well, "{script}: {said}");
    }

    /// A run of the recipe after a push to main.
    fn follow(&self) -> (bool, String) {
        self.job(&[
            step("main.yml", "Go on with what waits in the standing pull request"),
            "drogman sync".to_owned(),
            step("main.yml", "Propose the result"),
        ])
    }

    /// A run of the recipe for a release, as far as it proposes what is to be removed.
    fn prune(&self) -> (bool, String) {
        self.job(&["drogman prune".to_owned(), step("release.yml", "Propose the result")])
    }

    /// Steps of a job, in a fresh checkout of main.
    fn job(&self, steps: &[String]) -> (bool, String) {
        self.dir.put("../env", "");
        self.sh("git fetch -q origin main; git switch -q main; git reset -q --hard origin/main");
        // The bot's name is that of the recipe.
        let bot = "unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL\n";
        let mut all = String::new();
        for script in steps {
            let (well, said) = self.try_sh(&format!("{bot}{script}"));
            all.push_str(&said);
            if !well {
                return (false, all);
            }
        }
        (true, all)
    }

    /// The French changes on main.
    fn edit(&self, text: &str) {
        self.sh("git switch -q main");
        self.dir.put("content/pont.md", text);
        self.sh("git commit -qam french; git push -q origin main");
    }
}

#[cfg(unix)]
#[test]
fn the_standing_pull_request_keeps_what_translators_push() {
    let service = Service::new();
    service.edit("Le pont ferme à 18 h.\n\nIl rouvre à 9 h.\n");
    let (well, said) = service.follow();
    assert!(well, "{said}");
    // A translator works in the standing branch; what comes then lands on top of that.
    service.sh("git config user.email t@example.org; git switch -q translations/sync; echo 'note = A note' >> locales/en/pont.ftl; git commit -qam translator --author 'T <t@example.org>'; git push -q origin translations/sync");
    service.edit("Le pont ferme à 18 h.\n\nIl rouvre à 9 h.\n\nLa rive est calme.\n");
    let (well, said) = service.follow();
    assert!(well, "{said}");
    service.sh("git fetch -q; git log --format=%s origin/translations/sync | grep -qx translator");

    // main gets another text in the same place: nothing of theirs is lost, and somebody is told.
    service.sh("git switch -q main; printf '\\nother = Another\\n' >> locales/en/pont.ftl; git commit -qam other; git push -q origin main; git rev-parse origin/translations/sync > ../was");
    let (well, said) = service.follow();
    assert!(!well && said.contains("conflicts with main"), "{said}");
    service.sh("git fetch -q; git rev-parse origin/translations/sync | cmp - ../was");
}

#[cfg(unix)]
#[test]
fn the_standing_pull_request_is_made_anew_where_it_is_the_own_alone() {
    let service = Service::new();
    service.edit("Le pont ferme à 18 h.\n\nIl rouvre à 9 h.\n");
    assert!(service.follow().0);
    service.sh("git switch -q main; printf '\\nother = Another\\n' >> locales/en/pont.ftl; git commit -qam other; git push -q origin main");
    let (well, said) = service.follow();
    assert!(well, "{said}");
    service.sh("git fetch -q; git merge-base --is-ancestor origin/main origin/translations/sync");
    service.sh("git show origin/translations/sync:locales/en/pont.ftl | grep -q '^# fr: Il rouvre'");
}

#[cfg(unix)]
impl Service {
    /// A translated sentence leaves the French on main, and the catalogs follow: its unit is obsolete.
    fn make_obsolete(&self, sentence: &str) {
        self.edit(&format!("Le pont ferme à 18 h.\n\n{sentence}\n"));
        assert_eq!(self.dir.run(&["sync"]).status, 0);
        let catalog = self.dir.text("locales/en/pont.ftl");
        let line = format!("# fr: {sentence}\n");
        let (before, after) = catalog.split_once(&line).expect("a unit");
        let id = before.rsplit_once("@unit ").map_or("", |(_, id)| id.trim());
        self.dir.put("locales/en/pont.ftl", format!("{before}{line}{id} = Something else\n{after}"));
        self.sh("git add -A; git commit -qm translated");
        self.dir.put("content/pont.md", "Le pont ferme à 18 h.\n");
        assert_eq!(self.dir.run(&["sync"]).status, 0);
        assert!(self.dir.text("locales/en/pont.ftl").contains(id), "it is obsolete, and there");
        self.sh("git add -A; git commit -qm gone; git push -q origin main");
    }
}

#[cfg(unix)]
#[test]
fn what_is_obsolete_is_proposed_for_removal() {
    let service = Service::new();
    // Nothing is obsolete: no branch, no pull request.
    let (well, said) = service.prune();
    assert!(well, "{said}");
    assert!(!service.try_sh("git fetch -q origin translations/prune").0);

    service.make_obsolete("La rive est calme.");
    let (well, said) = service.prune();
    assert!(well, "{said}");
    service.sh("git fetch -q; git show origin/translations/prune:locales/en/pont.ftl > ../pruned; ! grep -q 'Something else' ../pruned; git show origin/main:locales/en/pont.ftl | grep -q 'Something else'");

    // The next one is made anew from what main is then.
    service.make_obsolete("La barque est neuve.");
    let (well, said) = service.prune();
    assert!(well, "{said}");
    service.sh("git fetch -q; git merge-base --is-ancestor origin/main origin/translations/prune; test 1 = $(git rev-list --count origin/main..origin/translations/prune)");
}

#[cfg(unix)]
#[test]
fn a_proposal_of_removal_forces_over_nobody() {
    let service = Service::new();
    service.make_obsolete("La rive est calme.");
    assert!(service.prune().0);
    // Somebody keeps a unit after all.
    service.sh("git switch -q translations/prune; echo 'note = A note' >> locales/en/pont.ftl; git commit -qam kept --author 'T <t@example.org>'; git push -q origin translations/prune; git rev-parse HEAD > ../was");
    let (well, said) = service.prune();
    assert!(!well && said.contains("translations/prune holds other commits"), "{said}");
    service.sh("git fetch -q; git rev-parse origin/translations/prune | cmp - ../was");
}

#[cfg(unix)]
#[test]
fn a_proposal_of_removal_sees_what_is_pushed_meanwhile() {
    let service = Service::new();
    service.make_obsolete("La rive est calme.");
    assert!(service.prune().0);
    service.make_obsolete("La barque est neuve.");
    // Between the look at the branch and the push somebody pushes to it.
    service.sh("git switch -q -c theirs origin/translations/prune; git commit -q --allow-empty -m theirs; git push -q origin theirs; git rev-parse HEAD > ../was");
    let (_, git) = service.try_sh("command -v git");
    let git = git.trim();
    service.dir.put(
        "../bin/git",
        format!(
            "#!/bin/sh\nif [ \"$1\" = push ]; then {git} --git-dir=../hub.git update-ref refs/heads/translations/prune \"$(cat ../was)\"; fi\nexec {git} \"$@\"\n"
        ),
    );
    service.sh("chmod +x ../bin/git");
    let (well, said) = service.prune();
    assert!(!well && said.contains("rejected"), "{said}");
    service.sh("git --git-dir=../hub.git rev-parse translations/prune | cmp - ../was");
}

#[test]
fn what_a_recipe_pushes_starts_no_run_of_it() {
    let mut count = 0;
    for file in recipes().iter().filter(|file| file.starts_with(repository().join("docs/recipes"))) {
        let text = fs::read_to_string(file).expect("UTF-8");
        let pushes: Vec<&str> =
            text.lines().map(str::trim).filter(|line| line.starts_with("git push")).collect();
        if pushes.is_empty() {
            continue;
        }
        count += 1;
        let name = file.display();
        // Branches of its own, never main and never a tag.
        let is_own = |push: &&str| {
            push.split(' ').next_back().is_some_and(|to| to.starts_with("translations/"))
                && !push.contains("--tags")
        };
        assert!(pushes.iter().all(is_own), "{name}: {pushes:?}");
        let on =
            text.split_once("\non:\n").and_then(|(_, rest)| rest.split_once("\npermissions:")).expect("on").0;
        let runs_on_main_alone = on.contains("branches: [main]") && !on.contains("tags:");
        let runs_on_tags_alone = on.contains("tags: [\"v*\"]") && !on.contains("branches:");
        assert!(runs_on_main_alone || runs_on_tags_alone, "{name}: {on}");
        assert!(!on.contains("pull_request"), "{name}: {on}");
        // What is merged lands on main: a job that runs there looks whose push it is.
        let job = text.split("\n    steps:\n").find(|job| job.contains("jobs:")).expect("a job");
        let has_guard = job.contains("if: github.actor != 'github-actions[bot]'");
        assert!(has_guard || runs_on_tags_alone, "{name}");
    }
    assert_eq!(count, 2, "main.yml and release.yml push");
}

/// The script that `docs/adopting.md` tells of, where Python is there to run it.
#[test]
fn pages_that_are_translated_already_come_into_the_catalogs() {
    if Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    let whole = "---\ntitle: TITLE\n---\n# TITLE\n\nFIRST [`{a}`](b.md). SECOND\n\n- FIRST\n\n> SECOND\n";
    let page = |title: &str, first: &str, second: &str| {
        whole.replace("TITLE", title).replace("FIRST", first).replace("SECOND", second)
    };
    let english = page("The mill", "It grinds", "It turns.");
    let dir = Dir::empty();
    dir.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\"]\ncontent = \"content/fr\"\n");
    dir.put("content/fr/moulin.md", page("Le moulin", "Il moud", "Il tourne."));
    dir.put("content/en/moulin.md", english.as_str());
    let french = "# Le bac\n\nLe bac part. Il revient.\n\n## Le soir\n\nIl dort le 3 mai.\n";
    dir.put("content/fr/bac.md", french);
    dir.put(
        "content/en/bac.md",
        "# The ferry\n\nThe ferry leaves, and comes back.\n\n## Evenings\n\nOn 3. May. It sleeps.\n",
    );
    // A paragraph that only one page has, before a list and a paragraph.
    dir.put("content/fr/quai.md", "# Le quai\n\nIl est long.\n\n- pierre\n- bois\n\nOn y pêche.\n");
    dir.put("content/en/quai.md", "# The quay\n\n- stone\n- wood\n\nPeople fish there.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let adopt = |more: &[&str]| {
        let script = repository().join("docs/recipes/adopt.py");
        let mut command = Command::new("python3");
        command.arg(script).args(["en", "content/en/{document}.md"]).args(more).current_dir(dir.root());
        let run = command.env("DROGMAN", env!("CARGO_BIN_EXE_drogman")).output().expect("python3");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8_lossy(&run.stdout).into_owned()
    };
    adopt(&["--proposal"]);
    assert!(dir.text("locales/en/moulin.ftl").contains("# proposal: It turns.\n"));
    // Proposals are in nobody's way, and stay.
    let told = adopt(&[]);
    assert!(told.contains("bac: left, as content/en/bac.md has other sentences: Le bac part."), "{told}");
    assert_eq!(dir.run(&["build"]).status, 0);
    assert_eq!(dir.text("dist/en/moulin.md"), english);
    assert!(told.contains("quai: left, as content/en/quai.md has other sentences: Il est long."), "{told}");
    let quay = "# The quay\n\nIl est long.\n\n- stone\n- wood\n\nPeople fish there.\n";
    assert_eq!(dir.text("dist/en/quai.md"), quay);
    let ferry = dir.text("dist/en/bac.md");
    assert_eq!(ferry, "# The ferry\n\nLe bac part. Il revient.\n\n## Evenings\n\nOn 3. May. It sleeps.\n");
    // What somebody works on is left alone: pairs by order would be false there.
    let catalogs = ["moulin", "bac"].map(|name| dir.text(&format!("locales/en/{name}.ftl")));
    let left = "bac: not touched, as some of it is translated in its catalog\n";
    assert_eq!(adopt(&[]), [left, &left.replace("bac", "quai")].concat());
    assert_eq!(catalogs, ["moulin", "bac"].map(|name| dir.text(&format!("locales/en/{name}.ftl"))));
}

/// Runs the script of `docs/adopting.md`; gives what it says.
fn adopt(dir: &Dir, from: &[&str]) -> String {
    let script = repository().join("docs/recipes/adopt.py");
    let mut command = Command::new("python3");
    command.arg(script).arg("en").args(from).current_dir(dir.root());
    let run = command.env("DROGMAN", env!("CARGO_BIN_EXE_drogman")).output().expect("python3");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8_lossy(&run.stdout).into_owned()
}

/// One page would be the translation of every French one of its shape.
#[test]
fn a_path_of_translated_pages_names_the_page() {
    if Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    let dir = Dir::project(&[("content/bac.md", "Le bac part.\n"), ("content/quai.md", "Le quai dort.\n")]);
    dir.put("pages/en.md", "The ferry leaves.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let before = dir.files();
    let refused = |path: &str| {
        let mut command = Command::new("python3");
        command.arg(repository().join("docs/recipes/adopt.py")).args(["en", path]).current_dir(dir.root());
        let run = command.env("DROGMAN", env!("CARGO_BIN_EXE_drogman")).output().expect("python3");
        (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
    };
    let one = "this is one page, and the project has 2: write {document} where its name stands";
    let braces = "write {document} where the name of the page stands, and nothing else in braces";
    for (path, why) in [
        ("pages/en.md", one),
        ("pages/{doc}.md", braces),
        ("pages/{}.md", braces),
        ("pages/{document.md", braces),
    ] {
        assert_eq!(refused(path), (Some(2), format!("adopt.py: {path}: {why}\n")));
    }
    // A script that goes on would take silence for success.
    dir.put("po/bad.po", "Le bac part. The ferry leaves.\n");
    dir.put("po/latin.po", b"msgid \"L'\xe9t\xe9.\"\nmsgstr \"Summer.\"\n");
    for (path, why) in [
        ("absent/{document}.md", "nothing is there to be taken, of no page"),
        ("po/absent.po", "nothing is there to be taken, of no page"),
        ("po/bad.po", "nothing is there to be taken, of no page"),
    ] {
        assert_eq!(refused(path), (Some(2), format!("adopt.py: {path}: {why}\n")));
    }
    let (status, why) = refused("po/latin.po");
    assert!(status == Some(2) && why.starts_with("adopt.py: po/latin.po is not in UTF-8: msgconv"), "{why}");
    for file in ["po/bad.po", "po/latin.po"] {
        std::fs::remove_file(dir.path(file)).expect("removed");
    }
    assert_eq!(dir.files(), before);
    // A project of one page needs no name.
    std::fs::remove_file(dir.path("content/quai.md")).expect("removed");
    assert_eq!(dir.run(&["sync"]).status, 0);
    assert!(adopt(&dir, &["pages/en.md"]).contains("bac: 1 of 1 sentences"));
}

/// The translation of a French sentence in a catalog.
fn translation(dir: &Dir, catalog: &str, french: &str) -> Option<String> {
    let text = dir.text(catalog);
    let (_, rest) =
        text.split_once(&format!("# fr: {french}\n")).unwrap_or_else(|| panic!("{french}: {text}"));
    let line = rest.lines().next().unwrap_or_default();
    (!line.is_empty()).then(|| line.split_once(" = ").map_or(line, |(_, text)| text).to_owned())
}

#[test]
fn front_matter_in_another_order_and_french_that_was_left_are_no_translations() {
    if Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    let dir = Dir::empty();
    dir.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\"]\ncontent = \"content/fr\"\n");
    dir.put(
        "content/fr/a/ruche.md",
        "---\ntitle: La ruche\ndescription: >\n  Une visite. En mai.\n---\n\nElle bourdonne.\n\nLe miel est doux.\n",
    );
    dir.put(
        "content/en/a/ruche.md",
        "---\ndescription: 'A visit. In May.'\ntitle: The hive\n---\n\nIt hums.\n\nLe miel est doux.\n",
    );
    dir.put("content/fr/cire.md", "---\ntitle: La cire\ndescription: Pour les bougies.\n---\n\nElle fond.\n");
    dir.put("content/en/cire.md", "---\ndescription: For candles.\n---\n\nIt melts.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let told = adopt(&dir, &["content/en/{document}.md"]);
    let of = |french: &str| translation(&dir, "locales/en/a/ruche.ftl", french);
    assert_eq!(of("La ruche").as_deref(), Some("The hive"));
    assert_eq!(of("Une visite.").as_deref(), Some("A visit."));
    assert_eq!(of("En mai.").as_deref(), Some("In May."));
    assert_eq!(of("Elle bourdonne.").as_deref(), Some("It hums."));
    assert_eq!(of("Le miel est doux."), None);
    assert!(
        told.contains("a/ruche: left, as content/en/a/ruche.md has the French: Le miel est doux.\n"),
        "{told}"
    );
    let of = |french: &str| translation(&dir, "locales/en/cire.ftl", french);
    assert_eq!(of("La cire"), None);
    assert!(told.contains("cire: left, as content/en/cire.md has other sentences: La cire\n"), "{told}");
    assert_eq!(of("Pour les bougies.").as_deref(), Some("For candles."));
    assert_eq!(of("Elle fond.").as_deref(), Some("It melts."));
}

#[test]
fn pages_are_read_by_the_settings_and_german_ordinals_end_no_sentence() {
    if Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    let dir = Dir::empty();
    dir.put(
        "drogman.toml",
        "[project]\nsource = \"fr\"\nlocales = [\"en\"]\ncontent = \"content/fr\"\n\n\
         [documents]\nfront_matter = [\"title\", \"chapeau\"]\narguments = [\"caption\"]\n",
    );
    let page = |title: &str, lead: &str, first: &str, caption: &str, last: &str| {
        let image = format!("{{{{< figure src=\"a.jpg\" caption=\"{caption}\" >}}}}");
        format!(
            "---\nchapeau: {lead}\ntitle: {title}\n---\n\n{first}\n\n{image}\n\n{last}\n\n| 2,40 m |\n|---|\n| Nantes |\n| OK |\n"
        )
    };
    let first = "Il part le 3 mai. Il revient.";
    dir.put(
        "content/fr/bac.md",
        page("Le bac", "Il part.", first, "Le bac", "Un deuxième suit. Il est petit. Il est lent."),
    );
    let german = page(
        "Die Fähre",
        "Sie fährt.",
        "Sie fährt am 3. Mai. Sie kehrt zurück.",
        "Auf Fahrt",
        "Ein 2. Boot folgt. Es ist klein. Es ist langsam.",
    );
    dir.put("content/en/bac.md", german.as_str());
    assert_eq!(dir.run(&["sync"]).status, 0);
    let told = adopt(&dir, &["content/en/{document}.md"]);
    assert!(
        told.ends_with("has the French: OK\nbac: 9 of 11 sentences\n") && told.contains(": Nantes\n"),
        "{told}"
    );
    assert_eq!(dir.run(&["build"]).status, 0);
    assert_eq!(dir.text("dist/en/bac.md"), german);
}

#[test]
fn translations_of_gettext_come_into_the_catalogs_by_their_french() {
    if Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    let dir = Dir::project(&[(
        "content/essaim.md",
        "---\ntitle: L’essaim\n---\n\nIl part _tôt_ le matin. On le cueille\nle soir.\n\n\
         | Mois | Travail |\n|---|---|\n| mai | veiller |\n\nIl pèse 2 kg. Nul ne sait.\n\nLe cadre.\n\nÀ bientôt {ici}.\n",
    )]);
    // As po4a and mdbook-i18n-helpers write them: a paragraph a message, wrapped or not, other marks for emphasis.
    dir.put(
        "po/en.po",
        r#"# Translators.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

#. type: Plain text
msgid ""
"Il part *tôt* le matin. On le cueille "
"le soir."
msgstr ""
"It leaves *early*. It is caught "
"in the \"evening\"."

msgid "L'essaim"
msgstr "The swarm"
msgid "mai"
msgstr "May"

#, fuzzy
#| msgid "veillez"
msgid "veiller"
msgstr "watch"

msgid "Le cadre."
msgstr "Le cadre."

msgctxt "a"
msgid "Il pèse 2 kg."
msgstr "It weighs 2 kg."

msgctxt "b"
msgid "Il pèse 2 kg."
msgstr "Its weight is 2 kg."

msgid "Mois"
msgstr ""

msgid "À bientôt {ici}."
msgstr "See you {here}."

msgid "%d ruche"
msgid_plural "%d ruches"
msgstr[0] "%d hive"
msgstr[1] "%d hives"

#~ msgid "Travail"
#~ msgstr "Work"
"#,
    );
    assert_eq!(dir.run(&["sync"]).status, 0);
    let told = adopt(&dir, &["po/en.po"]);
    let of = |french: &str| translation(&dir, "locales/en/essaim.ftl", french);
    assert_eq!(of("L’essaim").as_deref(), Some("The swarm"));
    assert_eq!(of("Il part _tôt_ le matin.").as_deref(), Some("It leaves *early*."));
    assert_eq!(of("On le cueille le soir.").as_deref(), Some("It is caught in the \"evening\"."));
    assert_eq!(of("mai").as_deref(), Some("May"));
    // Nobody has looked at it, or it was translated in two ways.
    assert_eq!(of("veiller").as_deref(), Some("# proposal: watch"));
    assert_eq!(of("Il pèse 2 kg.").as_deref(), Some("# proposal: It weighs 2 kg."));
    assert_eq!(of("À bientôt {ici}.").as_deref(), Some("See you { \"{\" }here{ \"}\" }."));
    for french in ["Mois", "Travail", "Nul ne sait.", "Le cadre."] {
        assert_eq!(of(french), None, "{french}");
        assert!(told.contains(&format!(": {french}\n")), "{told}");
    }
    assert!(told.ends_with("essaim: 7 of 11 sentences, 2 of them as proposals\n"), "{told}");
    // Whoever runs it again, or with another file, gets no line twice.
    let catalog = dir.text("locales/en/essaim.ftl");
    adopt(&dir, &["po/en.po"]);
    assert_eq!(dir.text("locales/en/essaim.ftl"), catalog);
    assert_eq!(dir.run(&["check", "--only", "catalog,unverified,stale-major"]).status, 0);
}
