//! Writes a project of any size: French pages, and catalogs in which a part is stale or missing.
//!
//! The same size gives the same bytes. Catalogs are made by `drogman sync` itself and then filled in, so
//! that the ids are those of today's program.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The target locales of the project.
pub(crate) const LOCALES: [&str; 4] = ["en", "en-GB", "en-US", "en-CA"];

/// What the pages say, in French and in English: the translations are good ones, so that a check has to
/// compare them and finds nothing.
const PHRASES: [(&str, &str); 45] = [
    ("la bibliothécaire de Bécherel", "the librarian of Bécherel"),
    ("l’équipage du chalutier", "the trawler’s crew"),
    ("le conseil des apprentis", "the apprentices’ council"),
    ("une météorologue de Brest", "a meteorologist from Brest"),
    ("le gardien du phare", "the lighthouse keeper"),
    ("la chorale du quartier", "the neighbourhood choir"),
    ("l’atelier de reliure", "the bindery"),
    ("un éleveur de la Margeride", "a farmer from the Margeride"),
    ("le collectif des riverains", "the residents’ group"),
    ("la directrice du musée", "the museum’s director"),
    ("l’association des jardiniers", "the gardeners’ association"),
    ("le facteur de Roscoff", "the postman of Roscoff"),
    ("a relevé", "noted down"),
    ("n’a pas confirmé", "did not confirm"),
    ("a transmis à ses voisins", "passed on to the neighbours"),
    ("a comparé avec l’an dernier", "compared with last year"),
    ("a longuement décrit", "described at length"),
    ("a réparé", "mended"),
    ("n’a jamais oublié", "never forgot"),
    ("a compté pour nous", "counted for us"),
    ("a publié", "published"),
    ("a remis au lendemain", "put off until the next day"),
    ("les mesures de la station", "the station’s readings"),
    ("le registre des marées", "the tide register"),
    ("la liste des ouvrages prêtés", "the list of books on loan"),
    ("un plan de la vieille ville", "a map of the old town"),
    ("les horaires du bac", "the ferry timetable"),
    ("le récit de la traversée", "the story of the crossing"),
    ("la charpente de la grange", "the roof of the barn"),
    ("l’inventaire des semences", "the inventory of seeds"),
    ("une carte des sentiers", "a map of the paths"),
    ("le compte des bénévoles", "the count of the volunteers"),
    ("les partitions du concert", "the scores of the concert"),
    ("la recette du far breton", "the recipe for the Breton custard"),
    ("avant la fin de l’hiver", "before the end of winter"),
    ("malgré le vent d’ouest", "in spite of the west wind"),
    ("au cours de la 3e assemblée", "during the 3rd meeting"),
    ("sans attendre les renforts", "without waiting for help"),
    ("à 18 h 30, devant la mairie", "at 6:30 p.m., in front of the town hall"),
    ("pour **1 250 habitants** du canton", "for **1,250 people** of the canton"),
    (
        "comme l’indique [le bulletin](https://exemple.test/bulletin)",
        "as [the bulletin](https://exemple.test/bulletin) says",
    ),
    ("« dans la bonne humeur »", "“in good spirits”"),
    ("Chronique", "Chronicle"),
    ("Les nouvelles du canton, semaine", "The news of the canton, week"),
    ("Suite de la semaine", "The rest of week"),
];

/// A translation of one of the sentences.
fn translated(french: &str) -> String {
    let mut english = french.replace("n° ", "no. ");
    for (from, to) in PHRASES {
        let capital = |text: &str| {
            text.chars().take(1).flat_map(char::to_uppercase).chain(text.chars().skip(1)).collect::<String>()
        };
        english = english.replace(from, to).replace(&capital(from), &capital(to));
    }
    english
}

const SUBJECTS: [&str; 12] = [
    "la bibliothécaire de Bécherel",
    "l’équipage du chalutier",
    "le conseil des apprentis",
    "une météorologue de Brest",
    "le gardien du phare",
    "la chorale du quartier",
    "l’atelier de reliure",
    "un éleveur de la Margeride",
    "le collectif des riverains",
    "la directrice du musée",
    "l’association des jardiniers",
    "le facteur de Roscoff",
];
const VERBS: [&str; 10] = [
    "a relevé",
    "n’a pas confirmé",
    "a transmis à ses voisins",
    "a comparé avec l’an dernier",
    "a longuement décrit",
    "a réparé",
    "n’a jamais oublié",
    "a compté pour nous",
    "a publié",
    "a remis au lendemain",
];
const OBJECTS: [&str; 12] = [
    "les mesures de la station",
    "le registre des marées",
    "la liste des ouvrages prêtés",
    "un plan de la vieille ville",
    "les horaires du bac",
    "le récit de la traversée",
    "la charpente de la grange",
    "l’inventaire des semences",
    "une carte des sentiers",
    "le compte des bénévoles",
    "les partitions du concert",
    "la recette du far breton",
];
const ENDS: [&str; 8] = [
    "avant la fin de l’hiver",
    "malgré le vent d’ouest",
    "au cours de la 3e assemblée",
    "sans attendre les renforts",
    "à 18 h 30, devant la mairie",
    "pour **1 250 habitants** du canton",
    "comme l’indique [le bulletin](https://exemple.test/bulletin)",
    "« dans la bonne humeur »",
];

/// A small generator of numbers (Knuth's MMIX): the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % bound as u64).expect("below a usize")
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// A sentence that no other document of the project has: it holds `number`.
fn sentence(numbers: &mut Numbers, number: usize) -> String {
    let subject = numbers.pick(&SUBJECTS);
    let (first, rest) = subject.split_at(1);
    let (verb, object, end) = (numbers.pick(&VERBS), numbers.pick(&OBJECTS), numbers.pick(&ENDS));
    format!("{}{rest} {verb} {object} n° {number} {end}.", first.to_uppercase())
}

/// Writes the page of this rank: 8 blocks, 20 sentences.
fn page(rank: usize) -> String {
    let mut numbers = Numbers(rank as u64 + 1);
    let mut count = 0;
    let mut next = || {
        count += 1;
        sentence(&mut numbers, rank * 100 + count)
    };
    let mut text =
        format!("---\ntitle: Chronique {rank}\n---\n\n# Les nouvelles du canton, semaine {rank}\n\n");
    for sentences in [2, 4, 3] {
        let lines: Vec<String> = (0..sentences).map(|_| next()).collect();
        text.push_str(&lines.join(" "));
        text.push_str("\n\n");
    }
    text.push_str(&format!("## Suite de la semaine {rank}\n\n"));
    for _ in 0..3 {
        text.push_str(&format!("- {}\n", next()));
    }
    let lines: Vec<String> = (0..5).map(|_| next()).collect();
    text.push_str(&format!("\n{}\n", lines.join("\n")));
    text
}

/// Writes a project of `documents` pages into the empty folder `root`, with catalogs filled in: of 20
/// units one is missing, one is stale.
pub(crate) fn write(root: &Path, documents: usize, binary: &str) {
    fs::create_dir_all(root).expect("a folder for the project");
    let locales: Vec<String> = LOCALES.iter().map(|tag| format!("\"{tag}\"")).collect();
    let configuration = format!("[project]\nsource = \"fr\"\nlocales = [{}]\n", locales.join(", "));
    fs::write(root.join("drogman.toml"), configuration).expect("drogman.toml");
    for rank in 0..documents {
        let folder = root.join(format!("content/canton-{:03}", rank / 20));
        fs::create_dir_all(&folder).expect("a folder of content");
        fs::write(folder.join(format!("page-{rank:05}.md")), page(rank)).expect("a page");
    }
    let status =
        Command::new(binary).args(["sync", "--quiet", "--project"]).arg(root).output().expect("sync");
    assert!(status.status.success(), "sync: {}", String::from_utf8_lossy(&status.stderr));
    for locale in LOCALES {
        fill(&root.join("locales").join(locale), &mut 0);
    }
}

/// Puts a translation under each stub below `folder`, but for one in 20; the French of one in 20 is old.
fn fill(folder: &Path, count: &mut usize) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).expect("catalogs").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            fill(&path, count);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a catalog");
        let mut out = String::with_capacity(text.len() * 2);
        let mut id = "";
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("# @unit ") {
                id = rest.split_whitespace().next().unwrap_or_default();
            }
            let Some(french) = line.strip_prefix("# fr: ") else {
                out.push_str(line);
                out.push('\n');
                continue;
            };
            *count += 1;
            let old = if *count % 20 == 7 { french.replace("n° ", "n° 9") } else { french.to_owned() };
            out.push_str(&format!("# fr: {old}\n"));
            if *count % 20 != 13 {
                out.push_str(&format!("{id} = {}\n", translated(&old)));
            }
        }
        fs::write(&path, out).expect("a catalog");
    }
}

/// A day's work of the authors: in each of `documents` pages one sentence changes, one is new, one goes.
pub(crate) fn edit(root: &Path, documents: usize) {
    for rank in 0..documents {
        let path = root.join(format!("content/canton-{:03}/page-{rank:05}.md", rank / 20));
        let text = fs::read_to_string(&path).expect("a page");
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let items: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].starts_with("- ")).collect();
        lines[items[0]] = lines[items[0]].replace("n° ", "n° 7");
        lines[items[1]] = format!("- Une phrase toute neuve est arrivée ce matin dans la page {rank}.");
        lines.remove(items[2]);
        fs::write(&path, lines.join("\n") + "\n").expect("a page");
    }
}
