use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use super::loose::slashed;
use super::*;

/// A project in a temporary folder: its files, and where it lies.
struct Fixture {
    folder: tempfile::TempDir,
}

const SMALL: &str = "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n";

impl Fixture {
    fn new(files: &[(&str, &str)]) -> Fixture {
        let this = Fixture { folder: tempfile::tempdir().expect("a temporary folder") };
        this.put("projet/drogman.toml", SMALL.as_bytes());
        fs::create_dir_all(this.folder.path().join("projet/content")).expect("a folder");
        for (file, text) in files {
            this.put(&format!("projet/{file}"), text.as_bytes());
        }
        this
    }

    fn put(&self, file: &str, bytes: &[u8]) {
        let path = self.folder.path().join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    fn project(&self) -> Project {
        Project::open(&self.folder.path().join("projet")).expect("a project")
    }

    #[cfg(unix)]
    fn link(&self, file: &str, target: &str) {
        let path = self.folder.path().join("projet").join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::os::unix::fs::symlink(target, path).expect("a link");
    }

    /// All files of the project's folder, temporary ones too.
    fn files(&self) -> Vec<String> {
        let root = self.folder.path().join("projet");
        let mut files: Vec<String> = walkdir::WalkDir::new(&root)
            .into_iter()
            .map(|entry| entry.expect("an entry"))
            .filter(|entry| !entry.file_type().is_dir())
            .map(|entry| slashed(entry.path().strip_prefix(&root).expect("below")).into_owned())
            .collect();
        files.sort();
        files
    }
}

fn names(survey: &Survey) -> Vec<&str> {
    survey.documents.iter().map(|document| document.name.as_str()).collect()
}

fn told(survey: &Survey) -> Vec<String> {
    survey.errors.iter().map(|error| format!("{}: {error}", error.file)).collect()
}

#[test]
fn a_project_is_found_upward() {
    let fixture = Fixture::new(&[("content/monde/a.md", "Un.\n")]);
    let deep = fixture.folder.path().join("projet/content/monde");
    assert_eq!(Project::find(&deep).expect("found"), fixture.folder.path().join("projet"));
    assert!(matches!(Project::find(fixture.folder.path()), Err(OpenError::NotFound { .. })));
}

#[test]
fn documents_and_catalogs_are_listed_in_order() {
    let fixture = Fixture::new(&[
        ("content/z.txt", "Z.\n"),
        ("content/monde/a.md", "A.\n"),
        ("content/image.svg", ""),
        ("content/.brouillon.md", ""),
        ("content/.git/x.md", ""),
        ("locales/en/monde/a.ftl", ""),
        ("locales/en/terms.ftl", ""),
        ("locales/fr/monde/a.ftl", ""),
        ("locales/de/monde/a.ftl", ""),
    ]);
    let survey = fixture.project().survey().expect("a survey");
    assert_eq!(names(&survey), ["monde/a", "z"]);
    assert_eq!(survey.documents[1].file, "content/z.txt");
    let catalogs: Vec<_> = survey.catalogs.iter().map(|file| (file.file.as_str(), file.shared)).collect();
    assert_eq!(
        catalogs,
        [
            ("locales/fr/monde/a.ftl", false),
            ("locales/en/monde/a.ftl", false),
            ("locales/en/terms.ftl", true)
        ]
    );
    assert!(survey.errors.is_empty() && survey.warnings.is_empty());
}

// Other systems have no files of some of these names.
#[cfg(unix)]
#[test]
fn names_that_would_share_a_catalog_are_refused_and_the_rest_goes_on() {
    let fixture = Fixture::new(&[
        ("content/page.md", "A.\n"),
        ("content/page.txt", "A.\n"),
        ("content/terms.md", "A.\n"),
        ("content/a\nb.md", "A.\n"),
        ("content/Bon.md", "A.\n"),
        ("content/bon.md", "A.\n"),
    ]);
    let survey = fixture.project().survey().expect("a survey");
    assert_eq!(names(&survey), ["Bon", "bon"]);
    assert_eq!(survey.warnings.len(), 1);
    assert_eq!(
        told(&survey),
        [
            "content/a\nb.md: its name holds a control character",
            "content/page.md: it would share the catalog `locales/fr/page.ftl` with `content/page.txt`",
            "content/page.txt: it would share the catalog `locales/fr/page.ftl` with `content/page.md`",
            "content/terms.md: it would share the catalog `locales/fr/terms.ftl` with `drogman.toml: project.shared`",
        ]
    );
    assert!(survey.is_unreadable("page") && survey.is_unreadable("terms") && !survey.is_unreadable("bon"));
}

#[test]
fn without_content_nothing_is_said_of_documents() {
    let fixture = Fixture::new(&[]);
    fs::remove_dir(fixture.folder.path().join("projet/content")).expect("removed");
    assert!(fixture.project().survey().is_err());
    fixture.put("projet/content", b"");
    assert_eq!(fixture.project().survey().expect_err("a file").problem, FileProblem::IsFile);
}

#[test]
fn a_folder_in_the_place_of_a_known_document_is_not_its_end() {
    let fixture = Fixture::new(&[
        ("content/a.md/b.md", "B.\n"),
        ("content/c.md/d.md", "D.\n"),
        ("locales/fr/a.ftl", ""),
    ]);
    let survey = fixture.project().survey().expect("a survey");
    assert_eq!(names(&survey), ["a.md/b", "c.md/d"]);
    assert!(survey.is_unreadable("a") && !survey.is_unreadable("c"));
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_files_of_the_project_only() {
    let fixture = Fixture::new(&[("content/vrai.md", "Vrai.\n"), ("notes/n.md", "N.\n")]);
    fixture.put("dehors/secret.md", b"Un secret.\n");
    fixture.link("content/dedans.md", "vrai.md");
    fixture.link("content/notes", "../notes");
    fixture.link("content/dehors.md", "../../dehors/secret.md");
    fixture.link("content/pendu.md", "nulle-part.md");
    fixture.link("content/boucle.md", "boucle.md");
    fixture.link("content/zero.md", "/dev/zero");
    fixture.link("locales/en", "../../dehors");
    let project = fixture.project();
    let survey = project.survey().expect("a survey");
    assert_eq!(names(&survey), ["dedans", "vrai"]);
    assert_eq!(
        told(&survey),
        [
            "content/boucle.md: this symbolic link leads nowhere",
            "content/dehors.md: this symbolic link leads out of its place in the project",
            "content/notes: this is a symbolic link to a folder, and is not followed: its documents are not read",
            "content/pendu.md: this symbolic link leads nowhere",
            "content/zero.md: this symbolic link leads out of its place in the project",
            "locales/en: this symbolic link leads out of its place in the project",
        ]
    );
    assert_eq!(project.read("content/dedans.md").expect("text"), "Vrai.\n");
    assert_eq!(project.read("content/dehors.md").expect_err("out").problem, FileProblem::LeadsOut);
    assert!(survey.is_unreadable_catalog(&project.config.targets[0], "vrai"));
    assert_eq!(project.write("locales/en/vrai.ftl", b"x").expect_err("out").problem, FileProblem::LeadsOut);
    assert_eq!(project.write("content/dedans.md", b"x").expect_err("a link").problem, FileProblem::IsLink);
    assert!(!fixture.folder.path().join("dehors/vrai.ftl").exists());
}

#[cfg(unix)]
#[test]
fn documents_behind_a_linked_folder_are_not_gone() {
    let fixture = Fixture::new(&[("content/vrai.md", "Vrai.\n"), ("locales/en/perdu/page.ftl", "")]);
    fixture.put("dehors/page.md", b"Une page.\n");
    fixture.put("images/a.png", b"");
    fixture.link("content/guide", "../../dehors");
    fixture.link("content/perdu", "../nulle-part");
    // Nothing is lost behind these: what is under content is walked there, and the rest holds no document.
    fixture.link("content/images", "../../images");
    fixture.link("content/ici", ".");
    fixture.link("content/la", "..");
    fixture.link("content/vide", "../nulle-part");
    let survey = fixture.project().survey().expect("a survey");
    assert_eq!(names(&survey), ["vrai"]);
    assert_eq!(
        told(&survey),
        [
            "content/guide: this is a symbolic link to a folder, and is not followed: its documents are not read",
            "content/perdu: this symbolic link leads nowhere",
        ]
    );
    assert!(survey.is_unreadable("guide/page") && survey.is_unreadable("perdu/page"));
    assert!(!survey.is_unreadable("images/page"));
    let toml = "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n\n[documents]\nexclude = [\"guide/**\"]\n";
    fixture.put("projet/drogman.toml", toml.as_bytes());
    let survey = fixture.project().survey().expect("a survey");
    assert!(!survey.is_unreadable("guide/page"));
}

#[cfg(unix)]
#[test]
fn no_link_leads_a_writer_to_the_documents() {
    let fixture = Fixture::new(&[("content/a.md", "A.\n"), ("l10n/x", "")]);
    fixture.link("dist/en", "../content");
    fixture.link("locales", "l10n");
    let project = fixture.project();
    assert_eq!(project.write("dist/en/a.md", b"x").expect_err("a link").problem, FileProblem::LeadsOut);
    assert_eq!(project.read("content/a.md").expect("text"), "A.\n");
    // A folder of the project under another name is fine.
    assert_eq!(project.write("locales/en/a.ftl", b"x"), Ok(Written::Changed));
    assert!(fixture.files().contains(&"l10n/en/a.ftl".to_owned()));
}

#[cfg(unix)]
#[test]
fn folders_of_the_configuration_may_not_lead_out() {
    let fixture = Fixture::new(&[]);
    fixture.put("dehors/x.md", b"mine\n");
    fixture.link("dist", "../dehors");
    let root = fixture.folder.path().join("projet");
    let Err(OpenError::Config { mistakes, .. }) = Project::open(&root) else { panic!("opened") };
    assert_eq!(&*mistakes[0].message, "the folder `dist` of `project.output` leads out of the project");
}

#[test]
fn bytes_that_are_no_utf8_are_told_with_their_place() {
    let fixture = Fixture::new(&[]);
    let told = |bytes: &[u8]| {
        fixture.put("projet/content/a.md", bytes);
        let error = fixture.project().read("content/a.md").expect_err("no UTF-8");
        let at = error.at().expect("a place");
        (at.line, at.column, error.help().expect("help"))
    };
    let (latin, utf16) = ("it looks like Windows-1252", "it looks like UTF-16");
    assert!(matches!(told(b"Un.\r\nL'\xe9t\xe9.\n"), (2, 3, help) if help.starts_with(latin)));
    assert!(matches!(told(b"\xff\xfeU\0n\0"), (1, 1, help) if help.starts_with(utf16)));
    let little: Vec<u8> = "L'\u{e9}t\u{e9}.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = "L'\u{e9}t\u{e9}.\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert!(matches!(told(&little), (1, 5, help) if help.starts_with(utf16)));
    assert!(matches!(told(&big), (1, 6, help) if help.starts_with(utf16)));
    // Without an accent, it is UTF-8 full of NULs.
    assert!(matches!(told(b"U\0n\0.\0\n\0"), (1, 2, help) if help.starts_with(utf16)));
    assert!(matches!(told(b"\0U\0n\0.\0\n"), (1, 1, help) if help.starts_with(utf16)));
    let catalog = "# @unit a-1\n# fr: Le pont est ferm\u{e9} au mois de mai.\na-1 = \u{4e00}\u{43c}\u{43e}\u{441}\u{442} \u{437}\u{430}\u{43a}\u{440}\u{44b}\u{442} \u{432} \u{43c}\u{430}\u{435}\n";
    let little: Vec<u8> = catalog.repeat(3).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(matches!(told(&little), (_, _, help) if help.starts_with(utf16)));
    let (spoilt, unknown) = ("the rest of the file is UTF-8", "open it in the encoding that it has");
    let cut = "L’été à l\u{2019}".as_bytes().split_last().expect("bytes").1;
    assert!(matches!(told(cut), (1, 10, help) if help.starts_with(spoilt)));
    assert!(matches!(told(b"L\x92\xe9t\xe9 co\xfbte 3 \x80.\n"), (1, 2, help) if help.starts_with(latin)));
    assert!(matches!(told(b"L'\x8et\x8e, d\x8fs lundi\n"), (1, 3, help) if help.starts_with(unknown)));
    assert!(matches!(told(b"\x89PNG\0\0"), (1, 1, help) if help.starts_with(unknown)));
    assert!(matches!(told("Fin é".as_bytes().split_last().expect("bytes").1), (1, 5, _)));
}

#[test]
fn equal_bytes_are_not_written_and_permissions_stay() {
    let fixture = Fixture::new(&[("locales/en/a.ftl", "un\n")]);
    let project = fixture.project();
    let path = project.path("locales/en/a.ftl");
    let before = path.metadata().expect("metadata").modified().expect("a time");
    assert_eq!(project.write("locales/en/a.ftl", b"un\n"), Ok(Written::Unchanged));
    assert_eq!(path.metadata().expect("metadata").modified().expect("a time"), before);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        assert_eq!(project.write("locales/en/a.ftl", b"deux\n"), Ok(Written::Changed));
        assert_eq!(path.metadata().expect("metadata").permissions().mode() & 0o777, 0o640);
    }
    assert_eq!(project.write("locales/en/neuf/b.ftl", b"b\n"), Ok(Written::Changed));
    assert_eq!(fixture.files(), ["drogman.toml", "locales/en/a.ftl", "locales/en/neuf/b.ftl"]);
}

// Other systems say otherwise that a name is too long.
#[cfg(unix)]
#[test]
fn what_can_not_be_written_is_named_and_left() {
    let fixture = Fixture::new(&[("locales/en", "mine\n"), ("dist/x/y", "")]);
    let project = fixture.project();
    let error = project.write("locales/en/a.ftl", b"x").expect_err("a file stands there");
    assert_eq!((error.file.as_str(), &error.problem), ("locales/en", &FileProblem::IsFile));
    assert_eq!(project.write("dist/x", b"x").expect_err("a folder").problem, FileProblem::IsFolder);
    let long = format!("dist/{}", "n".repeat(300));
    assert_eq!(
        project.write(&long, b"x").expect_err("too long").to_string(),
        "its name is too long for this disk"
    );
    assert_eq!(fixture.files(), ["dist/x/y", "drogman.toml", "locales/en"]);
}

#[cfg(windows)]
#[test]
fn what_another_program_has_open_is_told_as_that() {
    use std::os::windows::fs::OpenOptionsExt as _;
    let fixture = Fixture::new(&[("locales/en/a.ftl", "un\n")]);
    let project = fixture.project();
    let open = fs::OpenOptions::new().read(true).share_mode(0).open(project.path("locales/en/a.ftl"));
    let told = [project.read("locales/en/a.ftl").err(), project.write("locales/en/a.ftl", b"deux\n").err()];
    drop(open.expect("a file"));
    for error in told {
        let help = error.expect("it is open").help().expect("help");
        assert!(help.starts_with("close it in other programs"), "{help}");
    }
    assert_eq!(project.read("locales/en/a.ftl").expect("text"), "un\n");
}

#[test]
fn leftovers_of_killed_runs_are_swept_and_nothing_else() {
    let fixture = Fixture::new(&[
        ("locales/en/.drogman-a1B2c3", "half"),
        ("locales/en/a.ftl", ""),
        ("locales/en/.drogman-notes", "mine"),
        ("dist/en/.drogman-zzzzzz", "half"),
    ]);
    let project = fixture.project();
    project.sweep_catalogs(&project.survey().expect("a survey"));
    project.sweep("dist");
    assert_eq!(fixture.files(), ["drogman.toml", "locales/en/.drogman-notes", "locales/en/a.ftl"]);
}

#[test]
fn one_writer_at_a_time() {
    let fixture = Fixture::new(&[]);
    let project = fixture.project();
    let first = project.lock("sync", Duration::ZERO).expect("the lock");
    let Err(LockError::Held { holder }) = project.lock("build", Duration::from_millis(30)) else {
        panic!("two locks")
    };
    assert_eq!(holder, format!("sync, process {}", std::process::id()));
    drop(first);
    assert!(project.lock("build", Duration::ZERO).is_ok());
}

#[test]
fn only_own_outputs_are_overwritten_and_removed() {
    let fixture = Fixture::new(&[("dist/en/mine.md", "mine"), ("dist/en/same.md", "same")]);
    let project = fixture.project();
    let set = |files: &[&str]| files.iter().map(|&file| file.to_owned()).collect::<BTreeSet<_>>();

    let plan = set(&["en/new.md", "en/mine.md", "en/same.md", "en/never-written.md"]);
    let mut outputs = Outputs::load(&project);
    outputs.begin(&plan).expect("a journal");
    assert_eq!(outputs.write("en/new.md", b"new"), Ok(Outcome::Written));
    assert_eq!(outputs.write("en/mine.md", b"other"), Ok(Outcome::Foreign));
    assert_eq!(outputs.write("en/same.md", b"same"), Ok(Outcome::Unchanged));
    assert_eq!(outputs.outdated(&set(&["en/new.md", "en/mine.md", "en/same.md"])), Vec::<String>::new());
    // The run is killed here. The next one knows its own by the journal.
    let mut outputs = Outputs::load(&project);
    outputs.begin(&plan).expect("a journal");
    assert_eq!(outputs.write("en/new.md", b"newer"), Ok(Outcome::Written));
    assert_eq!(outputs.write("en/mine.md", b"other"), Ok(Outcome::Foreign));
    let manifest = br#"{"version":1,"files":["en/new.md","en/same.md","../outside"]}"#;
    assert_eq!(outputs.finish(manifest), Ok(Outcome::Written));
    assert!(!project.path(".drogman/build.json").exists());
    // Now a document is gone.
    let outputs = Outputs::load(&project);
    assert_eq!(outputs.outdated(&set(&["en/same.md"])), ["en/new.md"]);
    outputs.remove("en/new.md").expect("removed");
    assert_eq!(fs::read_to_string(project.path("dist/en/mine.md")).expect("text"), "mine");
    assert!(!project.path("dist/en/new.md").exists());
}

#[test]
fn arguments_name_documents_in_any_way_that_a_shell_completes() {
    let fixture = Fixture::new(&[("content/monde/a.md", "A.\n")]);
    let project = fixture.project();
    let survey = project.survey().expect("a survey");
    let inside = project.root().join("content/monde");
    for (argument, current) in [
        ("monde/a", project.root()),
        ("monde/a.md", project.root()),
        ("./content/monde/a.md", project.root()),
        ("a.md", inside.as_path()),
    ] {
        assert!(Names::new(&survey, &project, current).find(argument).is_some(), "{argument}");
    }
    assert!(Names::new(&survey, &project, project.root()).find("monde/b").is_none());
}

#[test]
fn a_folder_names_all_documents_in_it() {
    let files = ["content/monde/a.md", "content/monde/b/c.md", "content/mondes.md", "content/d.md"];
    let fixture = Fixture::new(&files.map(|file| (file, "A.\n")));
    let project = fixture.project();
    let survey = project.survey().expect("a survey");
    let inside = project.root().join("content/monde");
    let named = |argument: &str, current: &Path| -> Vec<String> {
        let documents = Names::new(&survey, &project, current).find_all(argument).documents;
        documents.into_iter().map(|document| document.name.clone()).collect()
    };
    for argument in ["monde", "monde/", "./monde", "content/monde/", "locales/en/monde", "locales/fr/monde/"]
    {
        assert_eq!(named(argument, project.root()), ["monde/a", "monde/b/c"], "{argument}");
    }
    assert_eq!(named("b", &inside), ["monde/b/c"]);
    assert_eq!(named("monde/a", project.root()), ["monde/a"]);
    for argument in [".", "./", "content", "locales/en/"] {
        assert_eq!(named(argument, project.root()).len(), 4, "{argument}");
    }
    for argument in ["", "/", "mond", "locales", "locales/e", "monde/a/x", ".."] {
        assert!(named(argument, project.root()).is_empty(), "{argument}");
    }
}

#[test]
fn a_text_of_4_gib_is_refused_before_it_is_read() {
    let fixture = Fixture::new(&[("content/a.md", "Un fait.\n")]);
    let project = fixture.project();
    // All of it is a hole: it takes no place on the disk.
    let file = fs::OpenOptions::new().write(true).open(project.path("content/a.md")).expect("a file");
    file.set_len(1 << 32).expect("a long file");
    let error = project.read("content/a.md").expect_err("a long text");
    assert_eq!(error.to_string(), "this file holds 4 GiB or more");
    assert_eq!(error.help().as_deref(), Some("part it into several files"));
}
