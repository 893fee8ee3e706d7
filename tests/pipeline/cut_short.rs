//! A sync that ends after any of its writes: the next one ends where an undisturbed one does.

use drogman::project::Project;
use drogman::segment::Rules;
use drogman::unit::plan::{self, FileChange};
use drogman::unit::repeats::Repeats;

use crate::support::{Dir, Files};

/// The obsolete unit's sentence.
const SENTENCE: &str = "Le bac ne passe plus depuis 1987.";

/// A project with two target locales, in which `home` has lost the sentence, translated in both.
fn obsolete() -> Dir {
    let project = Dir::project(&[]);
    project.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n");
    project.put("content/home.txt", format!("La berge est haute.\n{SENTENCE}\nOn y vient à pied.\n"));
    project.put("content/other.txt", "La meunière compte ses sacs.\nUne route longe la rivière.\n");
    project.ok(&["sync"]);
    for locale in ["en", "de"] {
        project.translate(&format!("locales/{locale}/home.ftl"));
    }
    project.replace("content/home.txt", &format!("{SENTENCE}\n"), "");
    project.ok(&["sync"]);
    for locale in ["en", "de"] {
        assert!(project.text(&format!("locales/{locale}/home.ftl")).contains(SENTENCE));
    }
    project
}

fn lose_french(project: &Dir, catalog: &str) {
    project.replace(catalog, &format!("# fr: {SENTENCE}\n"), "");
}

fn come_back(project: &Dir, page: &str) {
    project.edit(&format!("content/{page}.txt"), |text| format!("{SENTENCE}\n{text}"));
}

/// The writes of a sync of these files, step by step.
fn steps(dir: &Dir) -> Vec<Vec<FileChange>> {
    let project = Project::open(&dir.root()).unwrap();
    let mut survey = project.survey().unwrap();
    let rules = Rules::for_language("fr", &[]).unwrap();
    let visited = project.visit(&mut survey, &rules, &project.config.targets, plan::page_plan);
    let pages: Vec<_> = visited.rows.into_iter().filter_map(|(_, page)| page).collect();
    plan::plan(&pages, "fr", &Repeats::default()).steps.into_iter().filter(|step| !step.is_empty()).collect()
}

fn write<'c>(project: &Dir, changes: impl IntoIterator<Item = &'c FileChange>) {
    for change in changes {
        match &change.text {
            Some(text) => project.put(&change.file, text),
            None => std::fs::remove_file(project.path(&change.file)).unwrap(),
        }
    }
}

/// Cuts a sync after each of its writes, and, within a step, whichever of its writes came first. Gives the
/// end.
fn every_cut_is_mended(project: &Dir) -> Dir {
    let before = project.files();
    let whole = Dir::of(&before);
    let steps = steps(&whole);
    write(&whole, steps.iter().flatten());
    let expected = whole.files();
    for (at, step) in steps.iter().enumerate() {
        for some in 0..1_u32 << step.len() {
            let cut = Dir::of(&before);
            write(&cut, steps[..at].iter().flatten());
            let done = step.iter().enumerate().filter(|(index, _)| some >> index & 1 == 1);
            write(&cut, done.map(|(_, change)| change));
            write(&cut, self::steps(&cut).iter().flatten());
            let text = |files: &Files| -> Vec<(String, String)> {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                files.iter().map(|(name, bytes)| (name.clone(), text(bytes))).collect()
            };
            assert_eq!(text(&cut.files()), text(&expected), "step {at}, writes {some:b}");
        }
    }
    assert!(self::steps(&whole).is_empty(), "a second sync has something to do");
    whole
}

/// The pages whose catalog in a locale holds the translation.
fn holders(project: &Dir, locale: &str, id: &str) -> Vec<&'static str> {
    let catalog = |page: &str| format!("locales/{locale}/{page}.ftl");
    ["home", "other", "third"]
        .into_iter()
        .filter(|page| project.has(&catalog(page)))
        .filter(|page| project.text(&catalog(page)).contains(&format!("\n{id} = ")))
        .collect()
}

/// The id of the obsolete unit.
fn id(project: &Dir) -> String {
    let catalog = project.text("locales/en/home.ftl");
    let (before, _) = catalog.split_once(SENTENCE).unwrap();
    let (_, id) = before.rsplit_once("# @unit ").unwrap();
    id.split_whitespace().next().unwrap().to_owned()
}

#[test]
fn an_obsolete_unit_comes_back_to_another_page_whichever_catalog_lost_its_french() {
    for lost in [&[][..], &["en"], &["de"]] {
        // Its old page rests, or changes too.
        for changes in [false, true] {
            let project = obsolete();
            let id = id(&project);
            for locale in lost {
                lose_french(&project, &format!("locales/{locale}/home.ftl"));
            }
            come_back(&project, "other");
            if changes {
                project.replace("content/home.txt", "On y vient à pied.", "On y va en barque.");
            }
            let end = every_cut_is_mended(&project);
            for locale in ["en", "de"] {
                assert_eq!(holders(&end, locale, &id), ["other"], "{locale}, {lost:?} lost, {changes}");
            }
        }
    }
}

#[test]
fn an_obsolete_unit_that_stands_in_two_pages_comes_back_to_a_third() {
    // A merge left its lines in a second page; in some catalogs they have no French.
    let lost: [&[&str]; 5] =
        [&[], &["en/home"], &["de/home", "en/other"], &["en/other"], &["en/other", "de/other"]];
    for lost in lost {
        let project = obsolete();
        let id = id(&project);
        for locale in ["en", "de"] {
            let home = project.text(&format!("locales/{locale}/home.ftl"));
            let at = home.find(SENTENCE).unwrap();
            let (start, end) = (home[..at].rfind("# @unit").unwrap(), at + home[at..].find("\n\n").unwrap());
            project.edit(&format!("locales/{locale}/other.ftl"), |text| {
                format!("{text}\n{}\n", &home[start..end])
            });
        }
        for catalog in lost {
            lose_french(&project, &format!("locales/{catalog}.ftl"));
        }
        project.put("content/third.txt", "Personne ne le regrette.\n");
        come_back(&project, "third");
        let end = every_cut_is_mended(&project);
        assert!(holders(&end, "en", &id).contains(&"third"), "{lost:?}");
    }
}

#[test]
fn a_sentence_that_moves_and_changes_keeps_its_unit() {
    let project = Dir::project(&[]);
    project.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n");
    let moving = "Le gardien du phare a compté 337 navires depuis la digue avant la tempête de mars.\n";
    project.put("content/home.txt", format!("La berge est haute.\nOn y vient à pied.\n{moving}"));
    project.put("content/other.txt", "La meunière compte ses sacs.\nUne route longe la rivière.\n");
    project.ok(&["sync"]);
    for locale in ["en", "de"] {
        project.translate(&format!("locales/{locale}/home.ftl"));
    }
    project.replace("content/home.txt", moving, "");
    project.edit("content/other.txt", |text| format!("{}{text}", moving.replace("337", "338")));
    let end = every_cut_is_mended(&project);
    let units: Vec<String> =
        end.states("other").into_iter().map(|(id, state)| format!("{id} {state}")).collect();
    assert!(units.iter().any(|unit| unit.starts_with("home-") && unit.ends_with("stale-major")), "{units:?}");
}
