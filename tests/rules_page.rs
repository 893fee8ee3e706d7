//! The manual's page of rules is what the table of rules says. `UPDATE=1 cargo test --test rules_page`
//! writes it anew.

#[test]
fn the_page_of_rules_is_made_from_the_table() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let page = drogman::check::manual();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &page).expect("docs/rules.md");
    }
    let found = std::fs::read_to_string(&file).expect("docs/rules.md");
    assert!(found == page, "docs/rules.md is old: UPDATE=1 cargo test --test rules_page");
}
