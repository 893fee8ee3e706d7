use std::borrow::Cow;

use super::*;

/// What the rest of the project knows: ids that live there, obsolete units.
#[derive(Default)]
struct Rest {
    lives: Vec<&'static str>,
    obsolete: Vec<(&'static str, &'static str, &'static str)>,
}

impl Elsewhere for Rest {
    fn taken(&self, id: &str) -> bool {
        self.lives(id) || self.obsolete.iter().any(|unit| unit.1 == id)
    }

    fn lives(&self, id: &str) -> bool {
        self.lives.contains(&id)
    }

    fn obsolete(&self, normal: &str) -> Vec<(String, String)> {
        let found = self.obsolete.iter().filter(|unit| normal::typographic(unit.2) == normal);
        found.map(|unit| (unit.0.to_owned(), unit.1.to_owned())).collect()
    }
}

/// Units written `id: French`.
fn units(lines: &[&'static str]) -> Vec<Former<'static>> {
    let unit = |line: &&'static str| {
        let (id, french) = line.split_once(": ").expect("an id, a colon, a sentence");
        Former { id, french: Cow::Borrowed(french), is_stub: false }
    };
    lines.iter().map(unit).collect()
}

fn page(
    name: &'static str,
    today: &[&'static str],
    source: &[&'static str],
    targets: &[&'static str],
) -> Remembered<'static> {
    let sentence = |(at, &text)| Segment::new(at, 0, text);
    Remembered {
        name,
        today: today.iter().enumerate().map(sentence).collect(),
        former: units(source),
        witness: units(targets),
    }
}

/// The ids of today's units; `new` for those born, and where they come from if that is elsewhere.
fn ids(outcome: &Outcome) -> Vec<String> {
    let id = |unit: &Tracked| match (unit.origin(), unit.from()) {
        (Origin::Born { .. }, _) => "new".to_owned(),
        (_, Some(from)) => format!("{} from {from}", unit.id),
        (_, None) => unit.id.to_string(),
    };
    outcome.units.iter().map(id).collect()
}

#[track_caller]
fn check(pages: &[Remembered<'_>], rest: &Rest, expected: &[&[&str]]) {
    let outcomes = track(pages, rest);
    let found: Vec<Vec<String>> = outcomes.iter().map(ids).collect();
    assert_eq!(found, expected);
    let mut all: Vec<&str> =
        outcomes.iter().flat_map(|outcome| &outcome.units).map(|unit| unit.id.as_str()).collect();
    all.extend(&rest.lives);
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count, "an id lives twice");
}

/// How today's sentences of the first page got their units.
fn origins(pages: &[Remembered<'_>], rest: &Rest) -> Vec<String> {
    let kin = |kin: &Option<Kin<Box<Id>>>| match kin {
        Some(Kin::Whole(id)) => format!("a part of {id}"),
        Some(Kin::Candidate(id)) => format!("perhaps {id}"),
        None => "born".to_owned(),
    };
    let origin = |unit: &Tracked| match unit.origin() {
        Origin::Same => "same".to_owned(),
        Origin::Kept { former: None, change, moved, .. } => format!("kept, {}, {moved}", change.as_str()),
        Origin::Kept { former: Some(former), change, moved, .. } => {
            format!("was “{former}”, {}, {moved}", change.as_str())
        }
        Origin::Split { former } => format!("split from “{former}”"),
        Origin::Merged { former } => format!("merged from {}", former.len()),
        Origin::Returned => "returned".to_owned(),
        Origin::Born { kin: of } => kin(of),
    };
    track(pages, rest)[0].units.iter().map(origin).collect()
}

const WELL: &str = "Le puits est à sec.";
const MILL: &str = "La meunière compte ses sacs.";
const ROAD: &str = "Une route longe la rivière.";
const BELL: &str = "La cloche sonne à midi.";

#[test]
fn without_a_source_catalog_the_target_catalogs_speak() {
    let targets = ["a: Le puits est à sec.", "b: La meunière compte ses sacs."];
    check(&[page("x", &[WELL, MILL], &[], &targets)], &Rest::default(), &[&["a", "b"]]);
    let edited = "La meunière compte tous ses sacs.";
    check(&[page("x", &[WELL, edited], &[], &targets)], &Rest::default(), &[&["a", "b"]]);
}

#[test]
fn target_catalogs_fill_each_others_gaps_in_order() {
    // Three equal sentences: the one that the first catalog lacks is the second.
    let targets = [
        "a: Oui, bien sûr.",
        "c: Oui, bien sûr.",
        "a: Oui, bien sûr.",
        "b: Oui, bien sûr.",
        "c: Oui, bien sûr.",
    ];
    let today = ["Oui, bien sûr."; 3];
    check(&[page("x", &today, &[], &targets)], &Rest::default(), &[&["a", "b", "c"]]);
}

#[test]
fn an_old_source_catalog_is_filled_up() {
    let source = ["a: Le puits est à sec.", "c: Une route longe la rivière."];
    let targets =
        ["a: Le puits est à sec.", "b: La meunière compte ses sacs.", "c: Une route longe la rivière."];
    check(&[page("x", &[WELL, MILL, ROAD], &source, &targets)], &Rest::default(), &[&["a", "b", "c"]]);
}

#[test]
fn a_unit_that_says_the_sentence_comes_before_one_that_says_about_the_same() {
    let source = ["a: La meunière compte ses vieux sacs.", "c: Une route longe la rivière."];
    let targets = [source[0], "b: La meunière compte ses sacs.", source[1]];
    check(&[page("x", &[MILL, ROAD], &source, &targets)], &Rest::default(), &[&["b", "c"]]);
}

#[test]
fn an_obsolete_unit_takes_nothing_from_a_living_one() {
    let source = ["a: Le puits est à sec.", "b: La cloche sonne à midi."];
    let targets = ["old: Le puits est à sec.", source[0], source[1]];
    check(&[page("x", &[WELL, MILL, BELL], &source, &targets)], &Rest::default(), &[&["a", "new", "b"]]);
    // … even if the living one comes from another page.
    let pages = [
        page("x", &[BELL], &["a: Le puits est à sec.", "b: La cloche sonne à midi."], &[]),
        page("y", &[ROAD, WELL], &["c: Une route longe la rivière."], &["old: Le puits est à sec."]),
    ];
    check(&pages, &Rest::default(), &[&["b"], &["c", "a from x"]]);
}

#[test]
fn units_that_a_merge_shifted_are_put_right() {
    let source = [
        "a: La meunière compte ses sacs.",
        "b: Une route longe la rivière.",
        "c: Le puits est à sec.",
        "d: La cloche sonne à midi.",
    ];
    let targets = [
        "a: Le puits est à sec.",
        "b: La meunière compte ses sacs.",
        "c: Une route longe la rivière.",
        "d: La cloche sonne à midi.",
    ];
    let today = [WELL, MILL, ROAD, "La cloche sonne à midi juste."];
    check(&[page("x", &today, &source, &targets)], &Rest::default(), &[&["a", "b", "c", "d"]]);
}

#[test]
fn an_edited_unit_is_no_shifted_one() {
    let source = ["a: Le puits est vide.", "b: La meunière compte ses sacs."];
    let targets = ["a: Le puits est à sec.", "b: La meunière compte ses sacs."];
    let outcomes = track(&[page("x", &["Le puits est vide.", MILL], &source, &targets)], &Rest::default());
    assert_eq!(ids(&outcomes[0]), ["a", "b"]);
    let kept = Origin::Kept { former: None, change: Change::None, moved: false, doubtful: false };
    assert_eq!(*outcomes[0].units[0].origin(), kept);
}

#[test]
fn of_both_sides_of_a_conflict_the_one_that_stays_counts() {
    let source =
        ["a: Le puits est à sec.", "a: Plus une goutte au fond du trou.", "b: La cloche sonne à midi."];
    for today in [WELL, "Plus une goutte au fond du trou."] {
        let outcomes = track(&[page("x", &[today, BELL], &source, &[])], &Rest::default());
        assert_eq!(ids(&outcomes[0]), ["a", "b"]);
        assert!(matches!(outcomes[0].units[0].origin(), Origin::Kept { change: Change::None, .. }));
    }
}

#[test]
fn a_mover_that_meets_its_own_id_stays_one_unit() {
    // A sync was cut short between two source catalogs: the unit stands in both.
    let pages = [
        page(
            "x",
            &[MILL],
            &["a: Le puits est à sec.", "b: La meunière compte ses sacs."],
            &["b: La meunière compte ses sacs."],
        ),
        page(
            "y",
            &[ROAD, WELL],
            &["c: Une route longe la rivière.", "a: Le puits est à sec."],
            &["a: Le puits est à sec."],
        ),
    ];
    check(&pages, &Rest::default(), &[&["b"], &["c", "a"]]);
    let turned = [pages[1].clone(), pages[0].clone()];
    check(&turned, &Rest::default(), &[&["c", "a"], &["b"]]);
}

#[test]
fn lines_that_stayed_behind_follow_their_unit() {
    // Someone carried the source catalog's line over, not the translation.
    let pages = [
        page("x", &[MILL], &["b: La meunière compte ses sacs."], &["a: Le puits est à sec."]),
        page("y", &[ROAD, WELL], &["c: Une route longe la rivière.", "a: Le puits est à sec."], &[]),
    ];
    check(&pages, &Rest::default(), &[&["b"], &["c", "a from x"]]);
}

#[test]
fn a_unit_comes_back_once() {
    let rest = Rest { lives: vec![], obsolete: vec![("z", "old", WELL)] };
    check(
        &[page("x", &[WELL, MILL, WELL], &["b: La meunière compte ses sacs."], &[])],
        &rest,
        &[&["old from z", "b", "new"]],
    );
}

#[test]
fn what_lives_in_another_document_is_no_ones_else() {
    let rest = Rest { lives: vec!["a"], obsolete: vec![("z", "a", WELL)] };
    let targets = ["a: Le puits est à sec."];
    check(&[page("x", &[WELL], &["b: La cloche sonne à midi."], &targets)], &rest, &[&["new"]]);
    check(&[page("x", &[WELL], &["a: Le puits est à sec."], &targets)], &rest, &[&["new"]]);
    check(&[page("x", &[WELL], &[], &targets)], &rest, &[&["new"]]);
}

#[test]
fn what_has_gone_is_told_of_source_catalogs_alone() {
    let source = ["a: Le puits est à sec.", "b: La meunière compte ses sacs."];
    let outcome =
        &track(&[page("x", &[MILL], &source, &["old: La cloche sonne à midi."])], &Rest::default())[0];
    assert_eq!(outcome.gone, [("a".to_owned(), WELL.to_owned())]);
}

#[test]
fn a_move_that_was_cut_short_is_made_again_in_the_same_way() {
    // `bac` was renamed to `quai`, and its last sentence stands in other pages, too, where it moved about.
    let bac = ["a1: Le puits est à sec.", "a2: La cloche sonne à midi."];
    let cale = ["b1: La meunière compte ses sacs.", "b2: La cloche sonne à midi."];
    let digue = ["c1: Une route longe la rivière."];
    let pages = |quai: &[&'static str], digue_targets: &[&'static str]| {
        [
            page("bac", &[], &bac, &bac),
            page("cale", &[MILL], &cale, &cale),
            page("digue", &[ROAD, BELL], &digue, digue_targets),
            page("quai", &[WELL, BELL], &[], quai),
        ]
    };
    let undisturbed: [&[&str]; 4] = [&[], &["b1"], &["c1", "b2 from cale"], &["a1 from bac", "a2 from bac"]];
    check(&pages(&[], &digue), &Rest::default(), &undisturbed);
    // The target catalog of `quai` is written, nothing else.
    check(&pages(&bac, &digue), &Rest::default(), &undisturbed);
    // The source catalog of `digue` holds what came, and that of `cale` still what went.
    let arrived = ["c1: Une route longe la rivière.", "b2: La cloche sonne à midi."];
    let mut second = pages(&bac, &arrived);
    second[2] = page("digue", &[BELL, ROAD], &arrived, &arrived);
    let end: [&[&str]; 4] = [&[], &["b1"], &["b2", "c1"], &["a1 from bac", "a2 from bac"]];
    check(&second, &Rest::default(), &end);
}

/// Counts what is asked of it.
#[derive(Default)]
struct Asked {
    obsolete: Vec<(String, String)>,
    questions: std::cell::Cell<usize>,
    given: std::cell::Cell<usize>,
}

impl Elsewhere for Asked {
    fn taken(&self, _: &str) -> bool {
        false
    }

    fn lives(&self, _: &str) -> bool {
        self.questions.set(self.questions.get() + 1);
        false
    }

    fn obsolete(&self, _: &str) -> Vec<(String, String)> {
        self.given.set(self.given.get() + self.obsolete.len());
        self.obsolete.clone()
    }
}

/// As many copies of one sentence.
fn copies<'a>(count: usize) -> Cow<'a, [Segment<'a>]> {
    (0..count).map(|at| Segment::new(at, 0, BELL)).collect()
}

#[test]
fn many_copies_of_a_sentence_find_their_stubs_in_one_pass() {
    const COUNT: usize = 300;
    let names: Vec<String> = (0..COUNT).map(|at| format!("u{at}")).collect();
    let stub = |id| Former { id, french: Cow::Borrowed(BELL), is_stub: true };
    let document = Remembered {
        name: "clocher",
        today: copies(COUNT),
        former: units(&["x: Rien de tel ici."]),
        witness: names.iter().map(|id| stub(id.as_str())).collect(),
    };
    let rest = Asked::default();
    let outcome = track(&[document], &rest);
    assert_eq!(ids(&outcome[0]), names, "each copy has its stub again, in their order");
    assert!(rest.questions.get() < 10 * COUNT, "{} questions", rest.questions.get());
}

#[test]
fn many_copies_of_a_sentence_find_obsolete_units_in_one_pass() {
    const COUNT: usize = 300;
    let rest = Asked {
        obsolete: (0..COUNT - 1).map(|at| ("clocher".to_owned(), format!("u{at}"))).collect(),
        ..Asked::default()
    };
    let document = Remembered { name: "tour", today: copies(COUNT), ..Remembered::default() };
    let outcome = track(&[document], &rest);
    let mut expected: Vec<String> = (0..COUNT - 1).map(|at| format!("u{at} from clocher")).collect();
    expected.push("new".to_owned());
    assert_eq!(ids(&outcome[0]), expected);
    assert!(rest.given.get() < 2 * COUNT, "{} units", rest.given.get());
    assert!(rest.questions.get() < 10 * COUNT, "{} questions", rest.questions.get());
}

#[test]
fn each_unit_tells_how_it_came() {
    let told = |today: &[&'static str], source: &[&'static str], targets: &[&'static str]| {
        origins(&[page("x", today, source, targets)], &Rest::default())
    };
    let source = ["a: Le puits est à sec."];
    let targets = ["a: Le puits est à sec.", "b: La meunière compte ses sacs."];
    assert_eq!(told(&[WELL, MILL], &source, &targets), ["kept, none, false", "returned"]);
    assert_eq!(told(&[WELL, MILL], &source, &[]), ["kept, none, false", "born"]);
    let edited = "Le vieux puits est à sec.";
    assert_eq!(told(&[edited], &source, &[]), ["was “Le puits est à sec.”, major, false"]);
    let both = "La meunière compte ses sacs et la cloche sonne à midi au village.";
    let (first, last) = ("La meunière compte ses sacs.", "La cloche sonne à midi au village.");
    let source = ["a: La meunière compte ses sacs et la cloche sonne à midi au village."];
    assert_eq!(
        told(&[first, last], &source, &[]),
        ["a part of a".to_owned(), format!("split from “{both}”")]
    );
    let source = ["a: La meunière compte ses sacs.", "b: La cloche sonne à midi au village."];
    assert_eq!(told(&[both], &source, &[]), ["merged from 2"]);
    assert_eq!(ids(&track(&[page("x", &[both], &source, &[])], &Rest::default())[0]), ["b"]);
}

#[test]
fn a_part_whose_stub_is_there_already_is_a_part_all_the_same() {
    let source = ["a: La meunière compte ses sacs et la cloche sonne à midi au village."];
    let targets = [source[0], "s: La meunière compte ses sacs."];
    let today = ["La meunière compte ses sacs.", "La cloche sonne à midi au village."];
    let mut page = page("x", &today, &source, &targets);
    page.witness[1].is_stub = true;
    let tracked = &track(&[page.clone()], &Rest::default())[0].units;
    assert_eq!([&*tracked[0].id, &*tracked[1].id], ["s", "a"]);
    assert_eq!(origins(&[page], &Rest::default())[0], "a part of a");
}

#[test]
fn of_parts_of_one_length_the_first_keeps_the_unit() {
    let source = ["a: La rive est haute ici et la barque est loin là."];
    let today = ["La rive est haute ici.", "La barque est loin là."];
    check(&[page("x", &today, &source, &[])], &Rest::default(), &[&["a", "new"]]);
}

#[test]
fn equal_sentences_are_born_by_their_rank() {
    let tracked = &track(&[page("x", &["Oui, bien sûr."; 2], &[], &[])], &Rest::default())[0].units;
    let normal = normal::typographic("Oui, bien sûr.");
    let born = [0, 1].map(|rank| id::born("x", &normal, rank, |_| false));
    assert_eq!([&tracked[0].id, &tracked[1].id], [&born[0], &born[1]]);
    // One that is taken in the project is passed by.
    let taken: &'static str = Box::leak(born[0].to_string().into_boxed_str());
    let rest = Rest { lives: vec![taken], ..Rest::default() };
    let tracked = &track(&[page("x", &["Oui, bien sûr."], &[], &[])], &rest)[0].units;
    assert_ne!(tracked[0].id, taken);
}

#[test]
fn an_obsolete_unit_comes_back_from_where_it_is_unless_it_lives() {
    let rest = |lives| Rest { lives, obsolete: vec![("y", "old", WELL), ("x", "own", WELL)] };
    let pages = |today: &[&'static str]| [page("x", today, &["c: La cloche sonne à midi."], &[])];
    check(&pages(&[BELL, WELL]), &rest(vec![]), &[&["c", "old from y"]]);
    check(&pages(&[BELL, WELL]), &rest(vec!["old"]), &[&["c", "own"]]);
    check(&pages(&[BELL, WELL, WELL]), &rest(vec![]), &[&["c", "old from y", "own"]]);
}

#[test]
fn what_only_target_catalogs_remembered_is_not_gone() {
    let source = ["a: Le puits est à sec."];
    let targets = ["a: Le puits est à sec.", "b: La meunière compte ses sacs."];
    let outcome = &track(&[page("x", &[MILL], &source, &targets)], &Rest::default())[0];
    assert_eq!(outcome.gone, [("a".to_owned(), WELL.to_owned())]);
}
