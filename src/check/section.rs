//! The sections of the data files: a line `[language]`, and what is known of that language below it.

/// What CLDR lacks, of every kind: the first column of a line says of which.
pub(super) const SUPPLEMENT: &str = include_str!("data/supplement.tsv");

/// The lines of `[language]` in a data file.
pub(super) fn section(data: &'static str, language: &str) -> impl Iterator<Item = &'static str> + use<> {
    let head = format!("\n[{language}]\n");
    let begin =
        memchr::memmem::find(data.as_bytes(), head.as_bytes()).map_or(data.len(), |at| at + head.len());
    data[begin..].lines().take_while(|line| !line.starts_with('['))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kinds of lines whose second column is a number.
    const NUMBERED: [&str; 13] = [
        "feast",
        "number",
        "cardinal",
        "prefix",
        "fold",
        "times",
        "half-year",
        "share",
        "rank",
        "month",
        "weekday",
        "magnitude",
        "stem",
    ];

    #[test]
    fn each_line_of_the_supplement_is_of_a_kind_that_its_head_explains() {
        let (head, lines) = SUPPLEMENT.split_at(SUPPLEMENT.find("\n[").expect("a section"));
        let explained: Vec<&str> = head
            .lines()
            .filter_map(|line| line.strip_prefix("#   "))
            .flat_map(|line| line.split([',', ' ', ';']))
            .collect();
        let mut wrong = Vec::new();
        for line in lines.lines().filter(|line| !line.is_empty() && !line.starts_with('[')) {
            let mut cells = line.split('\t');
            let kind = cells.next().unwrap_or_default();
            let value = cells.next().unwrap_or_default();
            let is_number = !NUMBERED.contains(&kind) || value.parse::<u16>().is_ok();
            if !explained.contains(&kind) || !is_number || value.is_empty() || line.ends_with('\t') {
                wrong.push(line);
            }
        }
        assert!(wrong.is_empty(), "lines that nothing reads: {wrong:#?}");
    }
}
