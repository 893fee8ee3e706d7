//! Where a project and its repository are not one: submodules, files that git ignores, commits in the making.

mod support;

use support::Dir;

fn commit(dir: &Dir, folder: &str) {
    dir.git_in(folder, &["add", "-A"]);
    dir.git_in(folder, &["commit", "-q", "-m", "x"]);
}

fn project() -> Dir {
    let dir = Dir::project(&[("content/quai.md", "Le quai est sec.\n"), (".gitignore", ".drogman/\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir
}

/// What `check --since HEAD` says on standard error, and how it ends.
fn since(dir: &Dir) -> (i32, String) {
    let run = dir.run(&["check", "--since", "HEAD", "--policy", "pull-request"]);
    (run.status, run.err)
}

#[test]
fn what_git_does_not_see_never_counts_as_unchanged() {
    for folder in ["content", "locales"] {
        let dir = project();
        dir.git_in("", &["init", "-q"]);
        dir.git_in(folder, &["init", "-q"]);
        commit(&dir, folder);
        // Once as a folder that git does not know, once as a submodule.
        let told = "in `content`: it is a git repository of its own".replace("content", folder);
        let (status, err) = since(&dir);
        assert!(status == 2 && err.contains(&told), "{err}");
        commit(&dir, "");
        let (status, err) = since(&dir);
        assert!(status == 2 && err.contains(&told) && err.contains("leave --since away"), "{err}");
        assert_eq!(dir.run(&["accept", "--all", "--since", "HEAD"]).status, 2);
    }
}

#[test]
fn a_repository_among_the_documents_that_holds_none_is_no_matter() {
    let dir = project();
    dir.git_in("", &["init", "-q"]);
    dir.put("content/images/pont.svg", "<svg/>");
    dir.git_in("content/images", &["init", "-q"]);
    commit(&dir, "content/images");
    commit(&dir, "");
    assert_eq!(since(&dir).0, 0);
    dir.put("content/images/pont.md", "Le pont.\n");
    assert!(since(&dir).1.contains("`content/images`"));
}

#[test]
fn ignored_documents_are_told_where_all_are() {
    let dir = project();
    dir.put(".gitignore", ".drogman/\ncontent/\n");
    dir.git_in("", &["init", "-q"]);
    commit(&dir, "");
    let (status, err) = since(&dir);
    assert!(status == 2 && err.contains("in `content`: git ignores its files, or"), "{err}");
    // A draft that is nobody else's, and what drogman makes.
    dir.put(".gitignore", ".drogman/\ncontent/brouillon.md\nlocales/fr/\n");
    dir.git_in("", &["rm", "-rq", "--cached", "locales/fr"]);
    dir.put("content/brouillon.md", "Pas encore.\n");
    commit(&dir, "");
    assert_eq!(since(&dir).0, 0);
}

#[test]
fn catalogs_of_a_language_that_is_not_asked_for_may_be_out_of_sight() {
    let dir = project();
    dir.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.put(".gitignore", ".drogman/\nlocales/de/\n");
    dir.git_in("", &["init", "-q"]);
    commit(&dir, "");
    assert!(since(&dir).1.contains("in `locales/de`: git ignores its files, or"));
    assert_eq!(dir.run(&["status", "--since", "HEAD", "--locale", "en"]).status, 0);
}

#[test]
fn a_second_commit_does_not_pass_the_hook_without_the_catalogs_either() {
    let dir = project();
    dir.git_in("", &["init", "-q"]);
    commit(&dir, "");
    dir.put("content/quai.md", "Le quai est très sec. Il est neuf.\n");
    dir.git_in("", &["add", "content"]);
    for _ in 0..2 {
        let run = dir.run(&["sync", "--hook"]);
        assert_eq!(run.status, 1, "{}", run.err);
        assert!(run.err.contains("git add 'locales/en/quai.ftl'"), "{}", run.err);
        assert!(run.err.contains("git add 'locales/fr/quai.ftl'"), "{}", run.err);
    }
    dir.git_in("", &["add", "locales"]);
    assert_eq!(dir.run(&["sync", "--hook"]).status, 0);
    // A translation in the making is not what the catalogs lack, nor is the catalog of a page in the making.
    dir.put("locales/en/quai.ftl", dir.text("locales/en/quai.ftl") + "# bientôt\n");
    assert_eq!(dir.run(&["sync", "--hook"]).status, 0);
    dir.put("content/quai.md", "Le quai est très sec. Il est vieux.\n");
    assert_eq!(dir.run(&["sync", "--hook"]).status, 1);
    assert_eq!(dir.run(&["sync", "--hook"]).status, 0);
}

/// Of a page that is staged in part the commit has sentences that no catalog in it knows.
#[test]
fn a_second_commit_of_a_part_of_a_page_does_not_pass_the_hook_either() {
    let dir = project();
    dir.git_in("", &["init", "-q"]);
    commit(&dir, "");
    dir.put("content/quai.md", "Le quai est sec. Il est neuf.\n");
    dir.git_in("", &["add", "content"]);
    dir.put("content/quai.md", "Le quai est sec. Il est neuf. Il est long.\n");
    for _ in 0..2 {
        let run = dir.run(&["sync", "--hook"]);
        assert!(run.status == 1 && run.err.contains("git add 'locales/fr/quai.ftl'"), "{}", run.err);
    }
    dir.git_in("", &["add", "locales"]);
    assert_eq!(dir.run(&["sync", "--hook"]).status, 0);
}

#[test]
fn a_commit_that_lacks_only_stubs_does_not_pass_the_hook() {
    let dir = project();
    dir.git_in("", &["init", "-q"]);
    commit(&dir, "");
    let add = |files: &[&str]| dir.git_in("", &[&["add"], files].concat());
    // A new sentence, one that is no more, and one that reads otherwise and has no translation yet.
    for page in ["Le quai est sec. Il est neuf.\n", "Le quai est sec.\n", "Le quai est très sec.\n"] {
        dir.put("content/quai.md", page);
        assert_eq!(dir.run(&["sync", "--hook"]).status, 1);
        add(&["content", "locales/fr"]);
        let run = dir.run(&["sync", "--hook"]);
        assert!(run.status == 1 && run.err.contains("git add 'locales/en/quai.ftl'"), "{page}{}", run.err);
        assert!(!run.err.contains("locales/fr"), "{}", run.err);
        add(&["locales"]);
        assert_eq!(dir.run(&["sync", "--hook"]).status, 0);
    }
    dir.translate_one("locales/en/quai.ftl", "Le quai", "The quay is very dry.");
    assert_eq!(dir.run(&["sync", "--hook"]).status, 0);
}

#[cfg(unix)]
#[test]
fn a_commit_of_all_that_is_known_passes_the_hook_with_its_catalogs() {
    use std::os::unix::fs::PermissionsExt as _;

    let dir = project();
    dir.git_in("", &["init", "-q"]);
    commit(&dir, "");
    let drogman = assert_cmd::cargo::cargo_bin("drogman");
    let hook = ".git/hooks/pre-commit";
    dir.put(hook, format!("#!/bin/sh\nexec '{}' sync --hook\n", drogman.display()));
    std::fs::set_permissions(dir.path(hook), std::fs::Permissions::from_mode(0o755)).expect("a mode");
    dir.put("content/quai.md", "Le quai est très sec.\n");
    let passes = |what: &str| dir.may_git("", &["commit", "-q", "-m", "x", what]);
    // The catalogs of the first are written after git has taken the files; the second names the page alone.
    assert_eq!(["-a", "content/quai.md", "-a"].map(passes), [false, false, true]);
}

#[test]
fn what_a_sparse_checkout_leaves_out_is_not_gone() {
    let dir = project();
    dir.put("content/port.md", "Le port est plein.\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let id =
        dir.text("locales/en/port.ftl").split("# @unit ").nth(1).unwrap().lines().next().unwrap().to_owned();
    dir.put(
        "locales/en/port.ftl",
        format!("{}{id} = The harbour is full.\n", dir.text("locales/en/port.ftl")),
    );
    dir.git_in("", &["init", "-q"]);
    commit(&dir, "");
    let names = ["content/port.md", "locales/fr/port.ftl", "locales/en/port.ftl"];
    let texts = names.map(|name| dir.text(name));
    for hidden in [&names[..1], &names[1..2], &names[2..], &names[1..]] {
        let listed: String = hidden.iter().map(|name| format!("!/{name}\n")).collect();
        dir.git_in("", &["config", "core.sparseCheckout", "true"]);
        dir.put(".git/info/sparse-checkout", format!("/*\n{listed}"));
        dir.git_in("", &["read-tree", "-m", "-u", "HEAD"]);
        for command in [&["sync"][..], &["prune"], &["status"], &["check", "--since", "HEAD"]] {
            let run = dir.run(command);
            assert!(
                hidden.iter().any(|name| run.err.contains(name)) && run.err.contains("sparse checkout"),
                "{command:?}: {}",
                run.err
            );
            assert!(!run.out.contains("gone"), "{command:?}: {}", run.out);
        }
        assert!(hidden.iter().all(|name| !dir.path(name).exists()), "{hidden:?}: nothing is written anew");
        dir.put(".git/info/sparse-checkout", "/*\n");
        dir.git_in("", &["read-tree", "-m", "-u", "HEAD"]);
        assert_eq!(names.map(|name| dir.text(name)), texts, "{hidden:?}");
    }
    assert!(!dir.run(&["status"]).err.contains("sparse"));
}
