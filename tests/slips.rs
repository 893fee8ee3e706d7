//! Slips in catalogs: each is told once, and its help says what to write.

mod support;

use support::Dir;

/// What `check` says of a page of one sentence whose catalog in `locale` is this, ID being the unit's and FR its line.
fn told_in(locale: &str, french: &str, catalog: &str) -> (String, String) {
    let (dir, id) = project_in(locale, french, catalog);
    (id, dir.run(&["check"]).out)
}

/// That page, and the id of its unit.
fn project_in(locale: &str, french: &str, catalog: &str) -> (Dir, String) {
    let dir = Dir::project(&[("content/gare.md", &format!("{french}\n"))]);
    dir.put("drogman.toml", format!("[project]\nsource = \"fr\"\nlocales = [\"{locale}\"]\n"));
    assert_eq!(dir.run(&["sync"]).status, 0);
    let source = dir.text("locales/fr/gare.ftl");
    let id = source.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit").to_owned();
    let catalog = catalog.replace("ID", &id).replace("FR", &format!("# fr: {french}"));
    dir.put(&format!("locales/{locale}/gare.ftl"), catalog);
    (dir, id)
}

/// One error, whose message and help are these.
#[track_caller]
fn tells_of(french: &str, catalog: &str, message: &str, help: &str) {
    let (id, out) = told_in("de", french, catalog);
    let said = |words: &str| words.replace("ID", &id);
    assert!(out.contains(&format!("]: {}", said(message))), "{catalog}: {message}\n{out}");
    assert!(out.contains(&format!("help: {}", said(help))), "{catalog}: {help}\n{out}");
    assert_eq!(out.matches("error[").count() + out.matches("warning[").count(), 1, "{catalog}\n{out}");
}

#[track_caller]
fn tells(catalog: &str, message: &str, help: &str) {
    tells_of("La gare ferme.", catalog, message, help);
}

const READY: &str = "write it as: ID = Der Bahnhof schließt.\n";

#[test]
fn an_id_in_the_translation_is_told() {
    for twice in ["ID = ", "ID: ", "ID ＝ ", "ID "] {
        let catalog = format!("# @unit ID\nFR\nID = {twice}Der Bahnhof schließt.\n");
        tells(&catalog, "the id stands in the translation, too", READY);
    }
}

#[test]
fn a_translation_that_was_joined_to_its_french_is_told_once() {
    for joined in [
        "FR ID = Der Bahnhof schließt.\n",
        "FR ID Der Bahnhof schließt.\n",
        "FR = Der Bahnhof schließt.\n",
        "FR Der Bahnhof schließt.\n",
    ] {
        let (id, out) = told_in("de", "La gare ferme.", &format!("# @unit ID\n{joined}"));
        assert!(out.contains(&format!("as: {id} = Der Bahnhof schließt.\n")), "{joined}{out}");
    }
}

#[test]
fn a_line_of_french_that_an_editor_broke_is_told_as_that() {
    for broken in ["# fr: La gare\n# ferme.", "# fr: La\n# gare\n# ferme."] {
        let catalog = format!("# @unit ID\n{broken}\nID = Der Bahnhof schließt.\n");
        let message = "this line goes on with the `# fr: …` line above it, which was broken";
        tells(&catalog, message, "join them, as: # fr: La gare ferme.\n");
    }
    let noted = "# @unit ID\n# fr: La gare\n# Is this right?\nID = Der Bahnhof schließt.\n";
    assert!(told_in("de", "La gare ferme.", noted).1.contains("the French has changed"));
}

#[test]
fn a_wrong_sign_in_or_beside_an_id_is_named() {
    let (id, _) = told_in("de", "La gare ferme.", "# @unit ID\nFR\nID = x\n");
    let with_dash = id.replace('-', "–");
    let with_letter = id.replacen('a', "а", 1);
    let usual = "the space beside the id is not the usual one (it is U+00A0)";
    for (head, message) in [
        (format!("{with_dash} ="), "“–” in the id is not the hyphen of the keyboard (-)"),
        (format!("\u{200F}{id} ="), "an invisible sign (U+200F) stands in front of the id"),
        (format!("{id}\u{200B} ="), "an invisible sign (U+200B) stands in or behind the id"),
        (format!("- {id} ="), "“-” stands in front of the id, and no sign may stand there"),
        (format!("1. {id} ="), "“1.” stands in front of the id"),
        (format!("– {id} ="), "“–” stands in front of the id"),
        (format!("> `{id}` ="), "“> `” stands in front of the id"),
        (format!("{with_letter} ="), "“а” in the id is a sign of another alphabet (U+0430), not “a”"),
        (format!("{id}\u{A0}="), usual),
        (format!("\u{A0}{id} ="), usual),
        (format!("{} =", id.replace('-', " - ")), "spaces stand in the id, which is one word"),
        (format!("{} =", id.replace('-', "- ")), "spaces stand in the id, which is one word"),
        (format!("{} =", id.replace('-', " ")), "spaces stand in the id, which is one word"),
        (format!("“{id}” ="), "the quotation mark “ stands beside the id, and no sign may stand there"),
        (format!("« {id} » ="), "the quotation mark « stands beside the id"),
        (format!("{id} ＝"), "“＝” is not the equals sign that belongs behind the id"),
    ] {
        tells(&format!("# @unit ID\nFR\n{head} Der Bahnhof schließt.\n"), message, READY);
    }
}

#[test]
fn quotation_marks_of_a_spreadsheet_are_not_in_the_ready_line() {
    let catalog = "# @unit ID\nFR\n\"ID = Der Bahnhof schließt.\"\n";
    tells(catalog, "“\"” stands in front of the id", READY);
    // Here they are the translation's.
    let catalog = "# @unit ID\nFR\n- ID = Der „Bahnhof\" schließt.\n";
    tells(catalog, "“-” stands in front of the id", "write it as: ID = Der „Bahnhof\" schließt.");
}

#[test]
fn a_line_of_json_has_a_ready_line() {
    for line in ["\"ID\": \"Der Bahnhof schließt.\",", "  \"ID\" : Der Bahnhof schließt."] {
        tells(&format!("# @unit ID\nFR\n{line}\n"), "this is how JSON names a unit, and no catalog", READY);
    }
}

#[test]
fn a_choice_by_a_term_is_named() {
    let choice = "{ -bahn ->\n    [one] Der Bahnhof\n   *[other] Die Bahnhöfe\n    } schließt.";
    let help = "write { -term.part -> …, or the words themselves";
    tells(
        &format!("# @unit ID\nFR\nID = {choice}\n"),
        "this has no forms to choose from: only a part of a term",
        help,
    );
}

#[test]
fn a_missing_equals_sign_has_a_ready_line() {
    for sign in ["", ":", " >", " →"] {
        let catalog = format!("# @unit ID\nFR\nID{sign} Der Bahnhof schließt.\n");
        tells(&catalog, "an equals sign is missing behind the id", READY);
    }
}

#[test]
fn the_note_of_the_units_line_behind_the_id_is_left_out_of_the_ready_line() {
    let catalog = "# @unit ID\nFR\nID (heading) = Der Bahnhof schließt.\n";
    tells(catalog, "nothing stands between an id and its equals sign", READY);
}

#[test]
fn a_line_without_its_number_sign_is_told_once() {
    let lacks = "this line is no translation, and lacks the # of a comment";
    let message = "ID = Der Bahnhof schließt.\n";
    tells(
        &format!("# @unit ID\nFR\nFrage: stimmt das?\n{message}"),
        lacks,
        "put # before a note, as: # Frage: stimmt das?",
    );
    tells(&format!("# @unit ID\nfr: La gare ferme.\n{message}"), lacks, "write it as: # fr: La gare ferme.");
    tells(&format!("@unit ID\nFR\n{message}"), lacks, "write it as: # @unit ID");
    let space = "this comment has no space behind its #, and is not read";
    tells(&format!("# @unit ID\n#fr: La gare ferme.\n{message}"), space, "write it as: # fr: La gare ferme.");
    tells(&format!("#@unit ID\nFR\n{message}"), space, "write it as: # @unit ID");
    let indented = "this comment is indented, and not read";
    tells(&format!("# @unit ID\n  FR\n{message}"), indented, "write it as: # fr: La gare ferme.");
}

/// Followed, the advice makes the unit current.
#[test]
fn french_without_its_key_is_no_note() {
    let message = "ID = Der Bahnhof schließt.\n";
    let lacks = "this line is the French of its unit, and lacks its `# fr:`";
    for line in ["La gare ferme.", "paste: FR", "paste: La gare ferme."] {
        tells(&format!("# @unit ID\n{line}\n{message}"), lacks, "write it as: # fr: La gare ferme.\n");
        let old = format!("# @unit ID\n# fr: La gare dort.\n{line}\n{message}");
        tells(&old, lacks, "write it in the place of the line above it, as: # fr: La gare ferme.\n");
    }
    tells("# @unit ID\nLa gare ferme.\n", lacks, "write it as: # fr: La gare ferme.\n");
    let below = format!("# @unit ID\n# fr: La gare dort.\n{message}La gare ferme.\n");
    tells(&below, lacks, "write it above the translation, as: # fr: La gare ferme.\n");
    // A line of French that an editor broke, in one place or more.
    let french = "Le pont rouvrira le 18 mars à 6 h 30.";
    let broken = "this line goes on with the `# fr: …` line above it, which was broken";
    let help = format!("join them, as: # fr: {french}\n");
    for lines in ["Le pont rouvrira le\n18 mars à 6 h 30.", "Le pont\nrouvrira le\n18 mars\nà 6 h 30."] {
        tells_of(
            french,
            &format!("# @unit ID\n# fr: {lines}\nID = Am 18. März um 6.30 Uhr.\n"),
            broken,
            &help,
        );
        tells_of(french, &format!("# @unit ID\n# fr: {lines}\n"), broken, &help);
    }
}

#[test]
fn a_note_where_a_translation_belongs_may_be_one() {
    let catalog = "# @unit ID\nFR\nFrage: stimmt das?\n";
    tells(catalog, "this line lacks the name of its unit", "write it as: ID = Frage: stimmt das?\n");
    assert!(told_in("de", "La gare ferme.", catalog).1.contains("if it is a note: # Frage: stimmt das?"));
    let catalog = "# @unit ID\nFR\nID = Der Bahnhof schließt.\nFrage: stimmt das?\n";
    assert!(
        told_in("de", "La gare ferme.", catalog).1.contains("put # before a note, as: # Frage: stimmt das?")
    );
    for (note, ready) in [("// stimmt das?", "# stimmt das?"), ("<!-- hm -->", "# <!-- hm -->")] {
        let catalog = format!("# @unit ID\nFR\nID = Der Bahnhof schließt.\n{note}\n");
        let told = told_in("de", "La gare ferme.", &catalog).1;
        assert!(told.contains(&format!("put # before a note, as: {ready}")), "{told}");
    }
}

#[test]
fn a_translation_below_its_id_is_told_once() {
    for below in ["Der Bahnhof schließt.", "„Der Bahnhof schließt.“"] {
        let catalog = format!("# @unit ID\nFR\nID =\n{below}\n");
        let message = "the translation stands below its id, and is not indented";
        tells(&catalog, message, &format!("write it as: ID = {below}\n"));
        let apart = format!("# @unit ID\nFR\nID =\n\n{below}\n");
        tells(&apart, message, &format!("write it as: ID = {below}\n"));
        // Also where other lines follow.
        tells(&format!("{catalog}\n# a note\n"), message, &format!("write it as: ID = {below}\n"));
    }
    tells(
        "# @unit ID\nFR\nID =\n# Frage?\n",
        "nothing stands behind the equals sign",
        "write the translation there",
    );
}

#[test]
fn a_translation_below_its_id_is_told_with_all_its_lines_and_with_why_it_is_not_read() {
    for (below, message, written) in [
        (
            "    [Der Bahnhof]\n    schließt.",
            "a translation that stands below its id may not begin with “[”",
            "[Der Bahnhof] schließt.",
        ),
        ("    * Bahnhof", "a translation that stands below its id may not begin with “*”", "* Bahnhof"),
        (
            "\tDer Bahnhof\n\tschließt.",
            "the translation stands below its id, indented by a tab, which is no indent here",
            "Der Bahnhof schließt.",
        ),
        (
            "Der Bahnhof\nschließt.",
            "the translation stands below its id, and is not indented",
            "Der Bahnhof schließt.",
        ),
    ] {
        tells(
            &format!("# @unit ID\nFR\nID =\n{below}\n"),
            message,
            &format!("write it as: ID = {written}\n"),
        );
    }
    let japanese = "# @unit ID\nFR\nID =\n\t駅は\n\t閉まる。\n";
    assert!(told_in("ja", "La gare ferme.", japanese).1.contains("= 駅は閉まる。"));
}

#[test]
fn a_line_that_begins_with_a_dot_cuts_a_translation_short_and_is_told_once() {
    for line in [".x", ". x", "..."] {
        let catalog = format!("# @unit ID\nFR\nID = Der Bahnhof schließt.\n{line}\n");
        tells(&catalog, "this line cuts the translation above it short", "put the translation on one line");
    }
}

#[test]
fn a_further_line_that_no_translation_may_have_is_told_as_that() {
    for sign in [".", "[", "*"] {
        let catalog = format!("# @unit ID\nFR\nID = Der Bahnhof\n    {sign}schließt.\n");
        let message = format!("no further line of a translation may begin with “{sign}”");
        tells(&catalog, &message, "put the translation on one line\n");
    }
}

#[test]
fn lines_of_a_text_that_was_pasted_are_told_once() {
    let catalog = "# @unit ID\nFR\nID = Der Bahnhof schließt.\nEr öffnet morgen.\nUnd am Montag.\n";
    tells(catalog, "this line cuts the translation above it short", "put the translation on one line");
    // What an empty line parts from it is another slip.
    let apart = told_in("de", "La gare ferme.", &catalog.replace("\nUnd", "\n\n# a\n\nUnd")).1;
    assert_eq!(apart.matches("error[").count(), 2, "{apart}");
}

/// Below an empty line stands a note more often than the rest of a translation.
#[test]
fn a_line_below_an_empty_one_may_be_a_note() {
    let catalog = "# @unit ID\nFR\nID = Der Bahnhof schließt.\n\nPasst das Wort?\n";
    tells(
        catalog,
        "this line is no translation, and cuts the one above it short",
        "put # before a note, as: # Passt das Wort?\n",
    );
    let catalog = "# @unit ID\nFR\n\nDer Bahnhof schließt.\n";
    tells(catalog, "this line lacks the name of its unit", READY);
    let catalog = "# @unit ID\nFR\nde: Der Bahnhof schließt.\n";
    tells(catalog, "this line lacks the name of its unit", READY);
}

#[test]
fn a_line_that_ends_within_an_id_is_told_as_that() {
    let (dir, id) = project_in("de", "La gare ferme.", "# @unit ID\nFR\n");
    dir.put("locales/de/gare.ftl", format!("# @unit {id}\n# fr: La gare ferme.\n{}", &id[..id.len() - 3]));
    let out = dir.run(&["check"]).out;
    assert!(out.contains("this line ends within the name of its unit"), "{out}");
    assert!(out.contains(&format!("write it as: {id} = …\n")), "{out}");
    assert_eq!(out.matches("error[").count(), 1, "{out}");
}

#[test]
fn a_comment_of_ours_with_other_signs_is_told_as_that() {
    let unverified = "nothing tells which French this translation renders: ";
    for (head, why) in [
        ("# @Unit ID\nFR\n", "the line above it is not written as `# @unit ID`"),
        ("# @unti ID (heading)\nFR\n", "the line above it is not written as `# @unit ID`"),
        ("# @ unit ID\nFR\n", "the line above it is not written as `# @unit ID`"),
        ("# Unit: ID\nFR\n", "the line above it is not written as `# @unit ID`"),
        ("# Is ID the same unit?\nFR\n", "the line `# @unit ID` above it is missing"),
        ("# @unit ID\n## fr: La gare ferme.\n", "a line that begins with ## parts it from its lines"),
    ] {
        let catalog = format!("{head}ID = Der Bahnhof schließt.\n");
        tells(&catalog, &format!("{unverified}{why}\n"), "it is now: La gare ferme.");
    }
}

#[test]
fn the_lines_of_a_unit_that_are_indented_are_told_once() {
    let (dir, out) = told_of_page(|catalog| {
        let (before, rest) = catalog.split_once("# @unit").unwrap_or_default();
        let rest = rest.replace("# @unit", "  # @unit").replace("# fr: La digue", "  # fr: La digue");
        format!("{before}# @unit{}", rest.replace("# fr: Le phare", "  # fr: Le phare"))
    });
    assert_eq!(out.matches("error[untranslated]: this comment is indented").count(), 2, "{out}");
    assert_eq!(out.matches("error[").count() + out.matches("warning[").count(), 2, "{out}");
    assert!(dir.run(&["status"]).out.contains(" 2 "), "nobody knows their French");
}

#[test]
fn an_indented_comment_below_a_translation_is_told_as_what_it_is() {
    let message = "this comment is indented, so that it belongs to the translation and is published";
    for comment in ["  # bitte prüfen", "\n    # @unit gare-zzzzzz"] {
        let catalog = format!("# @unit ID\nFR\nID = Der Bahnhof schließt.\n{comment}\n");
        tells(&catalog, message, "begin it at the first column of its line");
        let (dir, _) = project_in("de", "La gare ferme.", &catalog);
        assert_eq!(dir.run(&["check"]).status, 1, "{catalog}");
    }
}

#[test]
fn quotation_marks_of_braces_are_straight() {
    tells_of(
        "Écrivez {nom} ici.",
        "# @unit ID\nFR\nID = Hier { “{” }nom{ “}” } schreiben.\n",
        "the quotation marks between these braces must be straight ones",
        "write it as: ID = Hier { \"{\" }nom{ \"}\" } schreiben.\n",
    );
}

#[test]
fn braces_that_were_copied_have_a_ready_line() {
    let ready = |text: &str| format!("write it as: ID = {text}\n");
    let open = r#"{ "{" }"#;
    let close = r#"{ "}" }"#;
    let cases = [
        (
            "Ouvrez [le plan](plan.md){ .md-button } vite.",
            "Rasch [den Plan](plan.md){ .md-button } öffnen.",
            "the braces of the French are written in another way here",
            format!("Rasch [den Plan](plan.md){open} .md-button {close} öffnen."),
        ),
        (
            "Voyez {{ site.titre }} ici.",
            "Siehe {{ site.titre }} hier.",
            "there is no ",
            r#"Siehe { "{{" } site.titre { "}}" } hier."#.to_owned(),
        ),
        (
            "Écrivez {nom} ici.",
            "Hier {nom} schreiben.",
            "there is no message “nom”",
            format!("Hier {open}nom{close} schreiben."),
        ),
    ];
    for (french, german, message, text) in cases {
        tells_of(french, &format!("# @unit ID\nFR\nID = {german}\n"), message, &ready(&text));
    }
    let (id, out) = told_in("de", "On a $a^{2}$ ici.", "# @unit ID\nFR\nID = Hier gilt $a^{2}$.\n");
    assert!(out.contains(&format!("write it as: {id} = Hier gilt $a^{open}2{close}$.\n")), "{out}");
    assert!(!out.contains("sign for sign"), "{out}");
    // What the French has not is shown as it is to be written.
    tells(
        "# @unit ID\nFR\nID = Der {{ site }}.\n",
        "there is no message “site”",
        r#"if the text shall show {{ site }}, write it as: { "{{" } site { "}}" }"#,
    );
}

#[test]
fn the_id_of_the_source_catalog_is_named() {
    tells(
        "# @unit ID\nFR\ngare-zzzzzz = Der Bahnhof schließt.\n",
        "this translation stands under the unit `ID`",
        "`ID` is the id that the source catalog has: write it as: ID = Der Bahnhof schließt.\n",
    );
    tells(
        "# @unit gare-zzzzzz\nFR\nID = Der Bahnhof schließt.\n",
        "this translation stands under the unit `gare-zzzzzz`",
        "`ID` is the id that the source catalog has: write above it: # @unit ID\n",
    );
}

#[test]
fn french_below_its_translation_is_told_as_that() {
    let (id, out) = told_in("de", "La gare ferme.", "# @unit ID\nID = Der Bahnhof schließt.\nFR\n");
    assert!(out.contains("its line `# fr: …` stands below it, and must stand above it"), "{id}: {out}");
    assert!(out.contains("better: move the translation below its line `# fr: …`"), "{out}");
    assert!(!out.contains("is missing"), "{out}");
}

/// The line that `todo` gives to paste, below the translation and not above it.
#[test]
fn a_new_line_of_french_below_its_translation_is_told_as_that() {
    let former = "# @unit ID\n# fr: La gare ouvre.\nID = Der Bahnhof schließt.\n";
    for (end, apart) in [("", ""), ("\n", ""), ("\n\n# @unit other-1\n# fr: Rien.\n", ""), ("\n", "\n")] {
        let catalog = format!("{former}{apart}FR{end}");
        tells(
            &catalog.replace("\n\n# @unit other-1\n# fr: Rien.", ""),
            "the new line `# fr: …` stands below its translation, and must stand above it",
            "if the translation says that, put it in the place of line 2; or let drogman do that: drogman accept 'gare#ID'",
        );
        let (dir, id) = project_in("de", "La gare ferme.", &catalog);
        dir.run(&["accept", &format!("gare#{id}")]);
        let text = dir.text("locales/de/gare.ftl");
        let right = format!("# @unit {id}\n# fr: La gare ferme.\n{id} = Der Bahnhof schließt.\n");
        assert!(text.starts_with(&right) && !text[right.len()..].contains("La gare ferme"), "{text}");
    }
    // Another line of French, or one below a translation that is current.
    for above in ["# fr: La gare ouvre.", "FR"] {
        let catalog = format!("# @unit ID\n{above}\nID = Der Bahnhof schließt.\n# fr: La gare dort.\n");
        let (_, out) = told_in("de", "La gare ferme.", &catalog);
        assert!(
            out.contains("comment]: this line `# fr: …` stands below a translation, and is not read"),
            "{out}"
        );
        assert_eq!(out.contains("stale-major"), above != "FR", "{out}");
    }
    // The line of the unit below, above its other one.
    let catalog =
        "# @unit ID\nFR\nID = Der Bahnhof schließt.\n\n# fr: Rien.\n# @unit other-1\nother-1 = Nichts.\n";
    assert!(!told_in("de", "La gare ferme.", catalog).1.contains("stands below"));
    // The line of a translation that lost its other one.
    let catalog = "# @unit ID\nFR\nID = Der Bahnhof schließt.\n\n# fr: Rien.\nother-1 = Nichts.\n";
    assert!(!told_in("de", "La gare ferme.", catalog).1.contains("stands below"));
}

#[test]
fn a_translation_that_is_commented_out_is_missing_and_told_once() {
    tells(
        "# @unit ID\nFR\n# ID = Der Bahnhof schließt.\n",
        "not translated yet, since the translation is commented out: La gare ferme.",
        "take away the # to use it, or write in its place: ID = …",
    );
    tells(
        "# @unit ID\nFR\n# de: Der Bahnhof schließt.\n",
        "not translated yet; a comment stands where the translation belongs: La gare ferme.",
        "if it is the translation, write it as: ID = Der Bahnhof schließt.",
    );
    // Where what is missing is of no weight, and beside another translation, it is a comment all the same.
    tells(
        "# @unit ID\nFR\n# ID = Der Bahnhof macht zu.\nID = Der Bahnhof schließt.\n",
        "this translation is commented out",
        "take away the # to use it, or delete the line",
    );
    let (dir, _) = project_in("de", "La gare ferme.", "# @unit ID\nFR\n# ID = Der Bahnhof schließt.\n");
    let out = dir.run(&["check", "--skip", "missing"]).out;
    assert!(out.contains("warning[comment]: this translation is commented out"), "{out}");
}

#[test]
fn a_conflict_is_told_once() {
    let ours = "# @unit ID\nFR\n<<<<<<< HEAD\nID = Der Bahnhof schließt.\n";
    let theirs = "=======\nID = Der Bahnhof macht zu.\n>>>>>>> branch\n";
    let (message, help) = ("a merge left both versions here, and nobody has chosen", "keep one of them");
    tells(&format!("{ours}{theirs}"), message, help);
    tells(&format!("{ours}||||||| base\nID = Der Bahnhof ist zu.\n{theirs}"), message, help);
    tells(
        "<<<<<<< HEAD\n# @unit ID\nFR\nID = a\n=======\n# @unit ID\nFR\nID = b\n>>>>>>> x\n",
        message,
        help,
    );
    tells(
        "# @unit ID\n<<<<<<< HEAD\n# fr: La gare ouvre.\nID = Der Bahnhof öffnet.\n=======\nFR\nID = Der Bahnhof schließt.\n>>>>>>> x\n",
        message,
        "the second renders today's French: keep it",
    );
    // Marks that somebody forgot to delete.
    let (message, help) = ("a merge left its marks here", "keep what is right around them");
    for left in ["=======\n", ">>>>>>> branch\n", "=======\n>>>>>>> branch\n", theirs] {
        tells(&format!("# @unit ID\nFR\nID = Der Bahnhof schließt.\n{left}"), message, help);
    }
    tells(ours, message, help);
    // Where it is not asked for, what comes of it is told.
    let (dir, _) = project_in("de", "La gare ferme.", &format!("{ours}{theirs}"));
    let out = dir.run(&["check", "--skip", "conflict-markers"]).out;
    assert!(out.contains("this unit has two translations"), "{out}");
}

#[test]
fn a_conflict_in_a_source_catalog_is_told_alone() {
    let (dir, _) = project_in("de", "La gare ferme.", "# @unit ID\nFR\nID = Der Bahnhof schließt.\n");
    dir.edit("locales/fr/gare.ftl", |text| {
        let unit = &text[text.find("# @unit").expect("a unit")..];
        let (head, unit) = (text.trim_end_matches(unit), unit.trim_end());
        format!("{head}<<<<<<< HEAD\n{unit}\n=======\n{unit}\n>>>>>>> other\n")
    });
    let out = dir.run(&["check"]).out;
    assert!(out.contains("nobody edits this file: drogman sync writes it again"), "{out}");
    assert!(out.ends_with("1 error in 1 file\n"), "{out}");
}

#[test]
fn french_that_stands_twice_is_told_once() {
    tells(
        "# @unit ID\nFR\n# fr: La gare ouvre.\nID = Der Bahnhof schließt.\n",
        "nothing tells which French this translation renders: the `# fr:` lines above it differ",
        "it is now: La gare ferme.",
    );
}

#[test]
fn a_function_is_told_without_what_it_is_given() {
    for call in ["LEN(x)", "LEN($x)", "LEN(-name)"] {
        let catalog = format!("# @unit ID\nFR\nID = Der {{ {call} }} Bahnhof schließt.\n");
        tells(&catalog, "there is no function “LEN”", "write the words themselves");
    }
}

#[test]
fn a_backslash_before_a_brace_is_told_with_the_line_to_write() {
    tells_of(
        "La gare {nom} ferme.",
        "# @unit ID\nFR\nID = Der Bahnhof \\{nom\\} schließt.\n",
        "a backslash does not make a brace a text",
        "write it as: ID = Der Bahnhof { \"{\" }nom{ \"}\" } schließt.",
    );
}

#[test]
fn empty_braces_are_told_with_the_empty_translation() {
    for braces in ["{}", "{ }"] {
        let catalog = format!("# @unit ID\nFR\nID = {braces}\n");
        tells(&catalog, "nothing stands between these braces", "write it as: ID = { \"\" }");
    }
}

#[test]
fn a_tab_that_nobody_sees_is_told() {
    let ready = "write it as: ID = Der Bahnhof schließt.\n";
    let message = "a tab stands behind the id, where only spaces may";
    tells("# @unit ID\nFR\nID\t= Der Bahnhof schließt.\n", message, ready);
    tells("# @unit ID\nFR\nID \t=\tDer Bahnhof schließt.\n", message, ready);
    let message = "this line is not empty: it holds a tab or other signs that nobody sees";
    tells("# @unit ID\nFR\n \t\nID = Der Bahnhof schließt.\n", message, "delete the line");
}

#[test]
fn a_line_of_french_that_is_written_otherwise_is_no_missing_one() {
    for line in
        ["# Fr: La gare ferme.", "# fr : La gare ferme.", "# Fr La gare ferme.", "# fr; La gare ferme."]
    {
        let (_, out) =
            told_in("de", "La gare ferme.", &format!("# @unit ID\n{line}\nID = Der Bahnhof schließt.\n"));
        assert!(out.contains("the line above it is not written as `# fr: …`"), "{line}: {out}");
        assert!(out.contains("or write the line so, with the French that it renders: # fr: …"), "{out}");
    }
    let (_, out) = told_in("de", "La gare ferme.", "# @unit ID\n# Frag Anna\nID = Der Bahnhof schließt.\n");
    assert!(out.contains("the line `# fr: …` above it is missing"), "{out}");
}

#[test]
fn an_allowance_without_a_rule_is_told() {
    let catalog = "# @unit ID\nFR\n# drogman: allow\nID = Der Bahnhof schließt.\n";
    tells(catalog, "this line allows nothing: it names no rule", "write the rule's name");
}

#[test]
fn an_allowance_is_read_as_people_write_it() {
    for line in [
        "# drogman: allow numbers",
        "# Drogman: Allow numbers (as the French will say)",
        "#  drogman:allow numbers",
        "# drogman allow numbers",
        "# drogman : allow: `numbers`",
    ] {
        let catalog = format!("# @unit ID\nFR\n{line}\nID = Es gibt 13 Züge.\n");
        let (_, out) = told_in("de", "Il y a 12 trains.", &catalog);
        assert_eq!(out, "no findings\n", "{line}");
    }
    let catalog = "# @unit ID\nFR\n# drogman: ignore numbers\nID = Der Bahnhof schließt.\n";
    tells(
        catalog,
        "this line allows nothing: `ignore` is not the word for it",
        "write it as: # drogman: allow numbers",
    );
    // A reason may lack its parentheses.
    for reason in ["- the French will say so", "the French will say so", ", as the French will", "– ici"] {
        let catalog = format!("# @unit ID\nFR\n# drogman: allow numbers {reason}\nID = Es gibt 13 Züge.\n");
        assert_eq!(told_in("de", "Il y a 12 trains.", &catalog).1, "no findings\n", "{reason}");
    }
    let line = "# drogman: allow the number";
    tells(
        &format!("# @unit ID\nFR\n{line}\nID = Der Bahnhof schließt.\n"),
        "there is no rule `the` to allow",
        "`drogman check --list-rules`",
    );
    let line = "# drogman: permettre numbers";
    tells(
        &format!("# @unit ID\nFR\n{line}\nID = Der Bahnhof schließt.\n"),
        "this line allows nothing: `permettre` is not the word for it",
        "write it as: # drogman: allow numbers",
    );
    // A note may begin with the name.
    for line in ["# drogman allows no dash here", "# Drogman: see the manual", "# drogmans allow numbers"] {
        let (_, out) =
            told_in("de", "La gare ferme.", &format!("# @unit ID\nFR\n{line}\nID = Der Bahnhof schließt.\n"));
        assert_eq!(out, "no findings\n", "{line}");
    }
}

#[test]
fn an_allowance_that_stands_apart_is_told() {
    for (catalog, sign) in [
        ("# drogman: allow numbers\n\n# @unit ID\nFR\nID = Der Bahnhof schließt.\n", "apart"),
        ("# @unit ID\nFR\nID = Der Bahnhof schließt.\n# drogman: allow numbers\n", "apart"),
        ("### Drogman: allow numbers\n\n# @unit ID\nFR\nID = Der Bahnhof schließt.\n", "apart"),
    ] {
        let message = format!("this line allows nothing: it stands {sign} from every unit");
        tells(catalog, &message, "move it right above the translation that is meant");
    }
    let stub = told_in("de", "La gare ferme.", "# @unit ID\nFR\n# drogman: allow numbers\n").1;
    assert!(!stub.contains("stands apart"), "{stub}");
}

#[test]
fn marks_beside_letters_have_a_ready_line() {
    let catalog = "# @unit ID\nFR\nID = **注意：**市役所は閉まっています。\n";
    let (_, out) = told_in("ja", "**Attention :** la mairie est fermée.", catalog);
    assert!(out.contains("write **注意**：, or put a space outside"), "{out}");
}

#[test]
fn a_catalog_in_an_old_encoding_names_those_of_its_language() {
    for (locale, names) in [
        ("pl", Some("Windows-1250 or ISO-8859-2")),
        ("ru", Some("Windows-1251")),
        ("zh-TW", Some("Big5")),
        ("de", None),
    ] {
        let dir = Dir::project(&[("content/gare.md", "La gare ferme.\n")]);
        dir.put("drogman.toml", format!("[project]\nsource = \"fr\"\nlocales = [\"{locale}\"]\n"));
        dir.put(&format!("locales/{locale}/gare.ftl"), b"# st\xea\n");
        let run = dir.run(&["check"]);
        assert_eq!(run.status, 2);
        let help = match names {
            Some(names) => format!("open it as {names}"),
            None => "it looks like Windows-1252, which editors also call ANSI or Western".to_owned(),
        };
        assert!(run.err.contains(&help), "{}", run.err);
        assert_eq!(run.err.contains("look whether all letters are right"), names.is_some(), "{}", run.err);
    }
}

#[test]
fn a_catalog_of_old_line_ends_is_left_alone() {
    let dir = Dir::project(&[("content/gare.md", "La gare ferme.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let old = dir.text("locales/en/gare.ftl").replace('\n', "\r");
    // Also if something was added with other line ends.
    for text in [old.clone(), format!("{old}\n# Note\n")] {
        dir.put("locales/en/gare.ftl", &text);
        for command in ["sync", "check"] {
            let run = dir.run(&[command]);
            assert_eq!(run.status, 2, "{}", run.out);
            assert!(run.err.contains("end in CR alone"), "{}", run.err);
            assert!(
                run.err.contains("save it with the line ends of Unix (LF) or Windows (CRLF)"),
                "{}",
                run.err
            );
            assert!(!run.out.contains("error[missing]"), "{}", run.out);
            assert_eq!(dir.text("locales/en/gare.ftl"), text);
        }
    }
    // A return within a comment is no line end.
    dir.put("locales/en/gare.ftl", old.replace('\r', "\n") + "\n# a\rb\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
}

#[test]
fn terms_that_no_page_reads_are_told() {
    let dir = Dir::project(&[("content/gare.md", "La gare ferme.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.put("locales/en/terms.ftl", "-station = station\n");
    assert!(!dir.run(&["check"]).out.contains("unknown-unit"));
    // Beside the shared files, and in a folder.
    for file in ["glossaire", "commun/terms"] {
        dir.put(&format!("locales/en/{file}.ftl"), "# Les noms\n-station = station\n");
        let out = dir.run(&["check", "--only", "unknown-unit"]).out;
        assert!(out.contains("warning[unknown-unit]: no page reads the terms of this file"), "{out}");
        assert!(
            out.contains(&format!("{file}.ftl:2:1\n")) && out.contains("move them to terms.ftl"),
            "{out}"
        );
        std::fs::remove_file(dir.path(format!("locales/en/{file}.ftl"))).expect("it goes");
    }
}

#[test]
fn what_is_wrong_with_a_term_is_told() {
    let catalog = "# @unit ID\nFR\nID = Der { -gare.plural } schließt.\n";
    tells(catalog, "a part of a term that stands behind a dot can't be shown", "write the words themselves");
    let dir = Dir::project(&[("content/gare.md", "La gare ferme.\n")]);
    for (line, ready) in [("-gare Bahnhof", "-gare = Bahnhof"), ("-gare: der Bahnhof", "-gare = der Bahnhof")]
    {
        dir.put("locales/en/terms.ftl", format!("{line}\n"));
        let out = dir.run(&["check", "--only", "syntax"]).out;
        assert!(out.contains("an equals sign is missing behind the name of the term"), "{out}");
        assert!(out.contains(&format!("help: write it as: {ready}\n")), "{out}");
    }
}

#[test]
fn a_file_of_another_program_is_told_once() {
    let dir = Dir::project(&[("content/gare.md", "La gare ferme.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    dir.put("locales/en/app.ftl", "save = Save\nclose = Close\nquit = Quit\n");
    let out = dir.run(&["check", "--only", "unknown-unit"]).out;
    assert_eq!(out.matches("error[unknown-unit]").count(), 1, "{out}");
    assert!(out.contains("this file has no document, and none of its messages is a unit"), "{out}");
    assert!(!out.contains("delete"), "{out}");
    assert_eq!(dir.run(&["sync"]).status, 0);
    assert_eq!(dir.text("locales/en/app.ftl"), "save = Save\nclose = Close\nquit = Quit\n");
}

#[test]
fn words_typed_into_the_line_of_french_are_told_and_kept() {
    let french = "La gare ferme.";
    for typed in ["Der Bahnhof schließt.".to_owned(), format!("{french} Der Bahnhof schließt.")] {
        let catalog = format!("# @unit ID\n# fr: {typed}\n");
        tells(
            &catalog,
            "the line `# fr: …` holds other words than the French, and no translation",
            "if they are the translation, write them under that line, as: ID = Der Bahnhof schließt.\n",
        );
        let dir = Dir::project(&[("content/gare.md", &format!("{french}\n"))]);
        assert_eq!(dir.run(&["sync"]).status, 0);
        let stub = dir.text("locales/en/gare.ftl");
        let changed = stub.replace(french, &typed);
        let kept = |sentence: &str| {
            let note = format!("# note: Der Bahnhof schließt. (for: {french})");
            stub.replace(&format!("# fr: {french}"), &format!("{note}\n# fr: {sentence}"))
        };
        dir.put("locales/en/gare.ftl", &changed);
        let run = dir.run(&["sync"]);
        assert_eq!(dir.text("locales/en/gare.ftl"), kept(french));
        assert!(run.err.contains("held other words than the French: they are kept"), "{}", run.err);
        assert!(dir.run(&["sync"]).out.contains("The catalogs are up to date."));
        assert_eq!(dir.text("locales/en/gare.ftl"), kept(french));
        let check = dir.run(&["check"]).out;
        assert!(check.contains("if its note, line 4, is the translation, write: gare-"), "{check}");
        assert!(check.contains(" = Der Bahnhof schließt.\n"), "{check}");
        // Also where the sentence changes at the same time, follows to another page, or goes.
        dir.put("locales/en/gare.ftl", &changed);
        dir.put("content/gare.md", "La gare ferme tard.\n");
        dir.run(&["sync"]);
        assert_eq!(dir.text("locales/en/gare.ftl"), kept("La gare ferme tard."));
        // It is no translation of that.
        let check = dir.run(&["check"]).out;
        assert!(check.contains("write under it") && !check.contains("Der Bahnhof"), "{check}");
        dir.put("locales/en/gare.ftl", changed.replace(french, "La gare ferme tard."));
        dir.put("content/gare.md", "");
        dir.put("content/port.md", "La gare ferme tard.\n");
        dir.run(&["sync"]);
        let all = dir.text("locales/en/port.ftl");
        let note = "# note: Der Bahnhof schließt. (for: La gare ferme tard.)\n";
        assert!(all.contains(&format!("{note}# fr: La gare ferme tard.\n")), "{all}");
        dir.put(
            "locales/en/port.ftl",
            all.replace(note, "").replace("La gare ferme tard.", "Der Bahnhof schließt."),
        );
        dir.put("content/port.md", "");
        dir.run(&["sync"]);
        assert!(dir.text("locales/en/port.ftl").contains("Der Bahnhof schließt."));
    }
}

#[test]
fn a_translation_in_the_line_of_french_is_no_other_french() {
    tells_of(
        "Les piétons marchent à gauche.",
        "# @unit ID\n# fr: Fußgänger gehen links.\nID = Fußgänger gehen links.\n",
        "the line `# fr: …` holds the translation, not the French",
        "if the translation says that, let the line be: # fr: Les piétons marchent à gauche.\n",
    );
    // What is the same in both languages was French once.
    for (french, catalog) in [
        ("Café du quai", "# @unit ID\n# fr: Restaurant Bio\nID = Restaurant Bio\n"),
        ("Café La Gare du Nord", "# @unit ID\n# fr: Bar La Gare du Nord\nID = Bar La Gare du Nord\n"),
    ] {
        assert!(
            told_in("de", french, catalog).1.contains("]: the French has changed since it was translated")
        );
    }
}

#[test]
fn french_of_some_time_before_in_a_stub_is_no_note() {
    let dir = Dir::project(&[("content/gare.md", "La gare ferme à 18 h.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let stub = dir.text("locales/en/gare.ftl");
    dir.put("locales/en/gare.ftl", stub.replace("à 18 h", "à 17 h"));
    let run = dir.run(&["sync"]);
    assert_eq!(dir.text("locales/en/gare.ftl"), stub);
    assert!(!run.err.contains("other words"), "{}", run.err);
}

#[test]
fn what_an_error_of_the_catalog_points_to_is_no_text_to_be_checked() {
    for french in ["La gare ferme.", "Le quai ferme.", "Le bac part.", "Le pont ouvre.", "Un train part."] {
        let (_, out) = told_in("de", french, "# @unit ID\nFR\nID = ID = Da ist etwas zu sehen.\n");
        assert!(out.contains("the id stands in the translation, too"), "{out}");
        assert_eq!(out.matches("error[").count() + out.matches("warning[").count(), 1, "{out}");
    }
}

#[test]
fn two_halves_of_a_translation_may_be_joined() {
    tells(
        "# @unit ID\nFR\nID = Der Bahnhof\nID = schließt.\n",
        "this unit has two translations",
        "keep this one or that of line 3, or join them if each is a part: ",
    );
}

#[test]
fn a_translation_under_a_unit_with_the_id_of_another_is_told_once() {
    let dir = Dir::project(&[("content/gare.md", "La gare ferme.\n\nLe quai ouvre.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let stub = dir.text("locales/en/gare.ftl");
    let id = stub.lines().find_map(|line| line.strip_prefix("# @unit ")).expect("a unit");
    let first = "# fr: La gare ferme.\n";
    let catalog = stub.replace(first, &format!("{first}{id} = The station closes.\n"));
    dir.put(
        "locales/en/gare.ftl",
        catalog.trim_end().to_owned() + &format!("\n{id} = The platform opens.\n"),
    );
    let out = dir.run(&["check"]).out;
    assert!(out.contains("this line stands under `"), "{out}");
    assert!(!out.contains("[missing]"), "{out}");
}

#[test]
fn a_note_of_another_format_loses_its_signs() {
    let catalog = "# @unit ID\nFR\n// Frage: stimmt das?\nID = Der Bahnhof schließt.\n";
    let lacks = "this line is no translation, and lacks the # of a comment";
    tells(catalog, lacks, "put # before a note, as: # Frage: stimmt das?");
}

#[test]
fn a_wrong_number_is_told_beside_an_attribute() {
    let (_, out) = told_in(
        "de",
        "Le bac part à 9 h.",
        "# @unit ID\nFR\nID = Die Fähre fährt um 8 Uhr.\n    .title = x\n",
    );
    assert!(out.contains("error[attribute]") && out.contains("[numbers]"), "{out}");
}

/// What `check` tells to run leaves the file right: the lines that the unit has already are taken up.
#[test]
fn an_acceptance_takes_up_the_lines_of_its_unit() {
    let message = "ID = Der Bahnhof schließt.\n";
    let right = format!("# @unit ID\nFR\n{message}");
    for (catalog, expect) in [
        (format!("# @unit ID\nFR\n\n{message}"), right.clone()),
        (format!("# @unit ID\n\nFR\n{message}"), right.clone()),
        (format!("# @unit ID\n# fr: La gare ouvre.\n\n{message}"), right.clone()),
        (
            format!("# @unit ID\nFR\n\n# eine Notiz\n{message}"),
            format!("# @unit ID\nFR\n# eine Notiz\n{message}"),
        ),
        (format!("# @unit ID\nFR\n## Teil\n{message}"), format!("{right}## Teil\n")),
        (
            "# @unit ID\nFR\n\n### Ende\n\nID = Der Bahnhof schließt.".to_owned(),
            format!("{right}\n### Ende\n"),
        ),
        (format!("{message}\n# @unit ID\nFR"), right.clone()),
    ] {
        for all in [false, true] {
            let (dir, id) = project_in("de", "La gare ferme.", &catalog);
            let address = format!("gare#{id}");
            let told = dir.run(&["check"]).out;
            assert!(told.contains(&format!("drogman accept '{address}'")), "{catalog}\n{told}");
            let run = match all {
                true => dir.run(&["accept", "gare", "--unverified"]),
                false => dir.run(&["accept", &address]),
            };
            assert!(run.out.ends_with("1 unit accepted.\n"), "{catalog}\n{}{}", run.out, run.err);
            let expect = expect.replace("ID", &id).replace("FR", "# fr: La gare ferme.");
            assert_eq!(dir.text("locales/de/gare.ftl"), expect, "{catalog}");
            let check = dir.run(&["check"]);
            assert_eq!(check.status, 0, "{catalog}\n{}", check.out);
        }
    }
}

#[test]
fn a_translation_is_not_moved_above_a_line_that_would_cut_it_short() {
    let catalog = "# @unit ID\nFR\nFrage: stimmt das?\nID = Der Bahnhof schließt.\n";
    let (dir, id) = project_in("de", "La gare ferme.", catalog);
    let before = dir.text("locales/de/gare.ftl");
    for option in ["--unverified", "--adopt"] {
        let run = dir.run(&["accept", &format!("gare#{id}"), option]);
        assert!(run.err.contains("left as it is: a line that can't be read stands below"), "{}", run.err);
        assert_eq!(dir.text("locales/de/gare.ftl"), before);
    }
}

/// The empty line between two of them is taken away once.
#[test]
fn translations_at_the_end_of_a_catalog_are_accepted_together() {
    for arguments in [["accept", "port", "--unverified"], ["accept", "port", "--adopt"]] {
        let (dir, _) = told_of_page(str::to_owned);
        let right = dir.text("locales/en/port.ftl");
        let (messages, stubs): (Vec<&str>, Vec<&str>) =
            right.split_inclusive('\n').partition(|line| line.starts_with("port-"));
        dir.put("locales/en/port.ftl", format!("{}\n{}", stubs.concat(), messages.join("\n")));
        let run = dir.run(&arguments);
        assert!(run.out.ends_with("3 units accepted.\n"), "{}{}", run.out, run.err);
        assert_eq!(dir.text("locales/en/port.ftl"), right);
    }
}

/// A page of four sentences that are translated, and what `check` says of its catalog when that was changed.
fn told_of_page(change: impl Fn(&str) -> String) -> (Dir, String) {
    let dir = Dir::project(&[("content/port.md", "Le port ouvre.\n\nLa digue tient.\n\nLe phare brille.\n")]);
    dir.put("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\"]\n");
    assert_eq!(dir.run(&["sync"]).status, 0);
    let mut catalog = dir.text("locales/en/port.ftl");
    for (french, english) in [
        ("Le port ouvre.", "The harbour opens."),
        ("La digue tient.", "The dyke holds."),
        ("Le phare brille.", "The beacon shines."),
    ] {
        let line = format!("# fr: {french}\n");
        let at = catalog.find(&line).expect("its French");
        let id = catalog[..at].rsplit("# @unit ").next().unwrap_or_default().trim().to_owned();
        catalog.insert_str(at + line.len(), &format!("{id} = {english}\n"));
    }
    dir.put("locales/en/port.ftl", change(&catalog));
    let out = dir.run(&["check"]).out;
    (dir, out)
}

#[test]
fn units_that_a_catalog_lost_are_told_as_one() {
    let (dir, out) =
        told_of_page(|catalog| catalog.split_inclusive("opens.\n").next().unwrap_or_default().to_owned());
    assert!(out.contains("error[missing]: 2 sentences have no unit here"), "{out}");
    assert!(
        out.contains("\n--> locales/en/port.ftl\n")
            && out.contains("`git diff` shows them, once committed `git log -p`"),
        "{out}"
    );
    assert_eq!(out.matches("missing]").count(), 1, "{out}");
    assert!(out.contains("sync-needed]: locales/en/port.ftl lacks units of this document"), "{out}");
    // Scripts have one for each.
    let json = dir.run(&["check", "--format", "json", "--only", "missing"]).out;
    assert_eq!(json.matches("not translated yet").count(), 2, "{json}");
    // One of them is told with its French.
    let (_, out) = told_of_page(|catalog| {
        let at = catalog.rfind("# @unit").unwrap_or_default();
        catalog[..at].to_owned()
    });
    assert!(out.contains("error[missing]: not translated yet: Le phare brille.\n"), "{out}");
}

#[test]
fn a_line_that_goes_on_behind_a_tab_is_told_as_that() {
    let catalog = "# @unit ID\nFR\nID = Der Bahnhof\n\tschließt.\n";
    let help = "put the translation on one line, or indent its further lines by four spaces: a tab is no indent here\n";
    tells(catalog, "this line cuts the translation above it short", help);
}

#[test]
fn a_conflict_is_one_thing_to_mend() {
    let both = "<<<<<<< HEAD\nID = Der Bahnhof schließt.\n=======\nID = Bahnhof zu.\n>>>>>>> other\n";
    let (dir, _) = project_in("de", "La gare ferme.", &format!("# @unit ID\nFR\n{both}"));
    assert!(dir.run(&["sync"]).err.contains("The catalogs hold 1 thing that is not as it should be"));
}

/// `sync` counts them for who runs nothing else, as `check` tells them.
#[test]
fn sync_counts_what_check_tells_of_catalogs() {
    let said = |catalog: &str, terms: &str| {
        let (dir, _) = project_in("de", "La gare ferme.", &format!("# @unit ID\nFR\nID = x\n\n{catalog}"));
        dir.put("locales/de/terms.ftl", terms);
        let told = dir.run(&["check", "--only", "catalog"]).out;
        (dir.run(&["sync"]).err, told.matches("error[").count())
    };
    for (catalog, terms) in [
        ("gare-000000 = Alt.\n", ""),
        ("x = { -brics }\n\ny = { x }\n\nz = { y }\n", ""),
        ("", "-a = { -b }\n\nein Satz\n"),
        ("<<<<<<<\ngare-000000 = { -n }\n", ""),
    ] {
        let (err, errors) = said(catalog, terms);
        let things =
            if errors == 1 { "1 thing that is".to_owned() } else { format!("{errors} things that are") };
        assert!(
            errors > 0 && err.contains(&format!("hold {things} not as")),
            "{catalog}{terms}{errors}\n{err}"
        );
    }
    // A helper, what is obsolete, and a page of another language's only are no mistakes.
    let (err, _) = said("# @unit gare-000000\n# fr: Alt.\ngare-000000 = Alt { helfer }.\n\nhelfer = x\n", "");
    assert!(!err.contains("The catalogs hold"), "{err}");
}

#[test]
fn an_emptied_catalog_is_told_as_that() {
    for left in ["", " \n\n", "### fr → en\n\n# a note\n"] {
        let (dir, out) = told_of_page(|_| left.to_owned());
        let message =
            "error[missing]: the file has no unit any more, though the source catalog has 3 sentences\n";
        assert!(out.contains(message) && !out.contains("no translation in `en` yet"), "{out}");
        assert!(
            out.contains("\n--> locales/en/port.ftl\n") && out.contains("`git diff` shows them"),
            "{out}"
        );
        assert_eq!(out.matches("missing]").count(), 1, "{out}");
        // One that is not there was never begun, for all that anybody knows; nor was one before the first `sync`.
        std::fs::remove_file(dir.path("locales/en/port.ftl")).expect("it goes");
        let out = dir.run(&["check"]).out;
        assert!(out.contains("`port` has no translation in `en` yet"), "{out}");
        std::fs::remove_dir_all(dir.path("locales")).expect("they go");
        dir.put("locales/en/port.ftl", left);
        let out = dir.run(&["check"]).out;
        assert!(out.contains("`port` has no translation in `en` yet"), "{out}");
        assert!(out.contains("\n--> locales/en/port.ftl\n"), "{out}");
    }
}

#[test]
fn a_catalog_that_was_saved_in_the_wrong_encoding_is_told_once() {
    let page = "La gare ferme à 18 h.\n\nL’été, le bac dort.\n\nLe pont fermé rouvrira.\n\nTout va.\n";
    let dir = Dir::project(&[("content/gare.md", page)]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let mut catalog = String::new();
    let mut id = String::new();
    for line in dir.text("locales/en/gare.ftl").lines() {
        id = line
            .strip_prefix("# @unit ")
            .map_or(id, |rest| rest.split(' ').next().unwrap_or_default().to_owned());
        catalog.push_str(&format!("{line}\n"));
        if line.starts_with("# fr: ") {
            catalog.push_str(&format!("{id} = It’s a translation of {id} – in English.\n"));
        }
    }
    // Each byte as Windows-1252 shows it.
    let shown = |byte: u8| match byte {
        0x80 => '€',
        0x93 => '“',
        0x99 => '™',
        other => char::from(other),
    };
    let spoilt: String = catalog.bytes().map(shown).collect();
    dir.put("locales/en/gare.ftl", &spoilt);
    let out = dir.run(&["check"]).out;
    let message = "error[syntax]: the file was read in the wrong encoding and saved so\n";
    assert!(out.contains(message) && out.contains("\n--> locales/en/gare.ftl\n"), "{out}");
    assert!(
        out.contains("take the last good version back: git checkout -- 'locales/en/gare.ftl'\n"),
        "{out}"
    );
    assert_eq!(out.matches("error[").count() + out.matches("warning[").count(), 1, "{out}");
    // Where it is not told, each line is; so it is to scripts.
    let out = dir.run(&["check", "--skip", "syntax"]).out;
    assert_eq!(out.matches("the French has changed").count(), 3, "{out}");
    let json = dir.run(&["check", "--format", "json"]).out;
    assert_eq!((json.matches("saved so").count(), json.matches("\"stale-m").count()), (1, 3), "{json}");
    // One line alone is told as that line.
    let line = spoilt.lines().find(|line| line.contains("dort")).unwrap_or_default();
    let right = catalog.lines().find(|line| line.contains("dort")).unwrap_or_default();
    dir.put("locales/en/gare.ftl", catalog.replace(right, line));
    let out = dir.run(&["check"]).out;
    assert!(out.contains("stale-major") && !out.contains("saved so"), "{out}");
}

#[test]
fn a_unit_that_got_another_name_throughout_is_told_with_its_own() {
    let (dir, out) = told_of_page(|catalog| {
        let id = catalog.split("# @unit ").nth(2).and_then(|rest| rest.split('\n').next());
        catalog.replace(id.unwrap_or_default(), "port-digue")
    });
    let source = dir.text("locales/fr/port.ftl");
    let id = source.split("# @unit ").nth(2).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
    assert!(out.contains("not translated yet: La digue tient.\n"), "{out}");
    assert!(out.contains("has the name `port-digue`, which no sentence has"), "{out}");
    assert!(out.contains(&format!("write `{id}` in its place")), "{out}");
}

#[test]
fn quotation_marks_in_the_wrong_encoding_are_not_missing_too() {
    let (_, out) =
        told_in("en", "Le quai « Nord » ferme.", "# @unit ID\nFR\nID = The â€œNorthâ€\u{9d} quay closes.\n");
    assert!(out.contains("read in the wrong encoding") && !out.contains("brackets"), "{out}");
}

#[test]
fn a_tab_before_the_first_word_is_told_once() {
    tells(
        "# @unit ID\nFR\nID = \tDer Bahnhof schließt.\n",
        "the translation begins like an indented block of code",
        "delete the blanks",
    );
}

/// The folder of the French is soon opened in the place of the one beside it.
#[test]
fn words_in_the_catalog_of_the_french_are_told_and_kept() {
    let dir =
        Dir::project(&[("content/n.md", "Le phare veille. Le bac attend au quai.\n\nLa digue tient bon.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let french = dir.text("locales/fr/n.ftl");
    let english = french.replace("Le bac attend au quai.", "The ferry waits at the quay.");
    let english = english.replace("La digue tient bon.", "The dike holds { -firm }.");
    dir.put("locales/fr/n.ftl", english.as_str());
    let told = "locales/fr/n.ftl:7:1";
    let check = dir.run(&["check", "--only", "catalog"]);
    assert!(check.status == 1 && check.out.contains(told) && check.out.contains("2 errors"), "{}", check.out);
    let words =
        "this is drogman's own file, and these words are not its French: The ferry waits at the quay.";
    assert!(check.out.contains(words), "{}", check.out);
    assert!(
        check.out.contains("a translation belongs in locales/en/n.ftl, under # @unit n-"),
        "{}",
        check.out
    );
    let sync = dir.run(&["sync"]);
    assert!(sync.status == 0 && sync.err.contains(told), "{}", sync.err);
    assert!(sync.err.contains("as `# note: …`: The ferry waits at the quay."), "{}", sync.err);
    let after = dir.text("locales/fr/n.ftl");
    let note =
        |id: &str, words: &str| (format!("# @unit {id}\n"), format!("# @unit {id}\n# note: {words}\n"));
    let id = |sentence: &str| {
        let line = french.lines().find(|line| line.ends_with(sentence)).expect("a unit");
        line.split(' ').next().expect("an id").to_owned()
    };
    let (bare, noted) = note(&id("quai."), "The ferry waits at the quay.");
    let (bare_too, noted_too) = note(&id("bon."), "The dike holds { -firm }.");
    assert_eq!(after, french.replace(&bare, &noted).replace(&bare_too, &noted_too));
    let again = dir.run(&["sync"]);
    assert_eq!((again.out.as_str(), again.err.as_str()), ("The catalogs are up to date.\n", ""));
    // What leaves with its sentence is named all the same.
    dir.put("locales/fr/n.ftl", english);
    dir.put("content/n.md", "Le phare veille.\n\nLa digue tient bon.\n");
    let sync = dir.run(&["sync"]).err;
    assert!(sync.contains("leave with their sentence: The ferry waits at the quay."), "{sync}");
}

/// The catalog of the French is as old as the last sync: what was edited, moved and swapped since is no word of a person.
#[test]
fn an_edit_of_the_french_is_no_word_in_its_catalog() {
    let dir =
        Dir::project(&[("content/n.md", "Le phare veille. Le bac attend au quai.\n\nLa digue tient bon.\n")]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let catalog = dir.text("locales/en/n.ftl");
    let translated: String = catalog
        .lines()
        .map(|line| match line.strip_prefix("# @unit ") {
            Some(id) => format!(
                "{line}\n# fr: Autre chose.\n{} = Something else.\n",
                id.split(' ').next().expect("an id")
            ),
            None => format!("{line}\n"),
        })
        .collect();
    for (page, catalog) in [
        ("Une tout autre phrase ici. Le bac attend au port.\n\nLa digue tient bon.\n", &catalog),
        ("La digue tient bon. Le bac attend au quai.\n\nLe phare veille.\n", &catalog),
        ("Rien de tel.\n", &catalog),
        // What the translations render was something else, and the ids know the French.
        ("Une tout autre phrase ici.\n\nLa digue tient bon.\n", &translated),
    ] {
        dir.put("content/n.md", page);
        dir.put("locales/en/n.ftl", catalog.as_str());
        let out = dir.run(&["check", "--only", "unit-mismatch"]).out;
        assert!(!out.contains("drogman's own file"), "{page}: {out}");
    }
}

#[test]
fn a_line_of_french_above_the_line_of_its_unit_is_told() {
    let message = "nothing tells which French this translation renders: its line `# fr: …` stands above its line `# @unit`";
    let catalog = "FR\n# @unit ID\nID = Der Bahnhof schließt.\n";
    let (_, out) = told_in("de", "La gare ferme.", catalog);
    assert!(out.contains(message) && out.contains("better: put the line `# @unit` above"), "{out}");
}
