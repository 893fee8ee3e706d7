//! What `build` says of the pages that it makes, and of those that it can't.

mod support;

use support::{Dir, Run};

/// Two pages of two sentences, the first of each translated, into English and German; built.
fn site(settings: &str) -> Dir {
    let dir = Dir::project(&[
        ("content/quai.md", "Le quai dort. Le bac attend.\n"),
        ("content/phare.md", "Le phare veille. La digue tient.\n"),
    ]);
    let project = "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n";
    dir.put("drogman.toml", format!("{project}{settings}"));
    assert_eq!(dir.run(&["sync"]).status, 0);
    for locale in ["en", "de"] {
        translate(&dir, &format!("locales/{locale}/quai.ftl"), "Le quai dort.", "Quay");
        translate(&dir, &format!("locales/{locale}/phare.ftl"), "Le phare veille.", "Light");
    }
    dir
}

fn translate(dir: &Dir, file: &str, french: &str, text: &str) {
    let old = dir.text(file);
    let line = format!("# fr: {french}\n");
    let at = old.find(&line).expect("the unit");
    let id = old[..at].trim_end().rsplit(' ').next().expect("an id");
    dir.put(file, old.replace(&line, &format!("{line}{id} = {text}\n")));
}

fn build(dir: &Dir, status: i32) -> Run {
    let run = dir.run(&["build"]);
    assert_eq!(run.status, status, "{}{}", run.out, run.err);
    run
}

fn spoil(dir: &Dir, file: &str) {
    let mut bytes = dir.text(file).into_bytes();
    bytes.extend(b"# caf\xe9\n");
    dir.put(file, bytes);
}

#[test]
fn what_stands_in_french_is_counted_by_language_and_reason() {
    let dir = site("");
    let run = build(&dir, 0);
    for locale in ["en", "de"] {
        let line =
            format!("{locale}: 2 sentences stand in French: 2 missing (drogman todo --locale {locale})\n");
        assert!(run.err.contains(&line), "{}", run.err);
    }
    translate(&dir, "locales/en/quai.ftl", "Le bac attend.", "{ -nothing }");
    let run = build(&dir, 0);
    assert!(run.err.contains("en: 2 sentences stand in French: 1 missing, 1 invalid ("), "{}", run.err);
    translate(&dir, "locales/en/phare.ftl", "La digue tient.", "Dyke");
    let run = build(&dir, 0);
    assert!(run.err.contains("en: 1 sentence stands in French: 1 invalid ("), "{}", run.err);
    assert_eq!(dir.run(&["build", "--quiet"]).err, "");
}

#[test]
fn what_a_policy_puts_into_french_is_told_and_what_another_language_lends_is_not() {
    let dir = site("[build]\nstale = \"source\"\n[locale.de]\nfallback = [\"en\"]\n");
    let text = dir.text("content/quai.md");
    dir.put("content/quai.md", text.replace("dort", "brûle"));
    translate(&dir, "locales/en/quai.ftl", "Le bac attend.", "Ferry");
    let run = build(&dir, 0);
    assert!(
        run.err.contains("en: 2 sentences stand in French: 1 missing, 1 stale (build.stale) ("),
        "{}",
        run.err
    );
    assert!(
        run.err.contains("de: 2 sentences stand in French: 1 missing, 1 stale (build.stale) ("),
        "{}",
        run.err
    );
}

/// A page that was published stays, in the manifest too, and that is said.
#[test]
fn a_page_of_an_unreadable_catalog_stays_and_that_is_told() {
    let dir = site("");
    build(&dir, 0);
    let (page, manifest) = (dir.text("dist/en/quai.md"), dir.text("dist/manifest.json"));
    spoil(&dir, "locales/en/quai.ftl");
    let run = build(&dir, 2);
    let told = "en/quai.md stays as the last build made it: locales/en/quai.ftl can't be read\n";
    assert!(run.err.contains(told), "{}", run.err);
    assert_eq!(dir.text("dist/en/quai.md"), page);
    assert_eq!(dir.text("dist/manifest.json"), manifest);
    std::fs::remove_dir_all(dir.path("dist")).expect("removed");
    let run = build(&dir, 2);
    assert!(run.err.contains("en/quai.md is not built: locales/en/quai.ftl can't be read\n"), "{}", run.err);
    assert!(
        run.out.contains("5 files") && !dir.text("dist/manifest.json").contains("en/quai.md"),
        "{}",
        run.out
    );
}

#[test]
fn pages_of_an_unreadable_document_stay_and_that_is_told() {
    type Spoil = fn(&Dir);
    let cases: [(&str, Spoil); 3] = [
        ("content/quai.md", |dir| dir.put("content/quai.md", "<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> x\n")),
        // Two documents that would share a catalog: neither can be worked on.
        ("content/quai.md", |dir| dir.put("content/quai.txt", "Salut.\n")),
        ("locales/fr/quai.ftl", |dir| spoil(dir, "locales/fr/quai.ftl")),
    ];
    for (at, (file, spoil)) in cases.iter().enumerate() {
        let dir = site("");
        build(&dir, 0);
        let before: Vec<_> = dir.files().into_iter().filter(|(name, _)| name.starts_with("dist")).collect();
        spoil(&dir);
        let run = build(&dir, 2);
        let pages = "fr/quai.md, en/quai.md and de/quai.md stay as the last build made them";
        assert!(run.err.contains(&format!("{pages}: {file} can't be read\n")), "{at}: {}", run.err);
        let after: Vec<_> = dir.files().into_iter().filter(|(name, _)| name.starts_with("dist")).collect();
        assert!(before == after, "{at}: {}", run.out);
    }
}

#[test]
fn files_that_are_not_copied_are_told_until_the_settings_say_what_to_copy() {
    let dir = site("");
    assert!(!build(&dir, 0).err.contains("copied"));
    dir.put("content/img/quai.png", "");
    dir.put("content/img/.hidden", "");
    let told = "1 file under content/ is no document and not copied: img/quai.png (build.copy";
    let run = build(&dir, 0);
    assert!(run.err.contains(told), "{}", run.err);
    // Of one page that is built alone nobody asks.
    assert!(!dir.run(&["build", "quai"]).err.contains("copied"));
    let settings = dir.text("drogman.toml");
    dir.put("drogman.toml", format!("{settings}[build]\ncopy = [\"*.png\"]\n"));
    let run = build(&dir, 0);
    assert!(run.err.contains("`*.png` in build.copy matches no file that is not a document"), "{}", run.err);
    assert!(!dir.has("dist/en/img/quai.png"));
    dir.put("drogman.toml", format!("{settings}[build]\ncopy = [\"**/*.png\"]\n"));
    let run = build(&dir, 0);
    assert!(!run.err.contains("build.copy") && !run.err.contains("not copied"), "{}", run.err);
    assert!(dir.has("dist/en/img/quai.png"));
}
