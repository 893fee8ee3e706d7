//! Units of measurement: their sizes, and their names in each language.
//!
//! Sizes and symbols are `data/units.tsv`, names `data/unit_names.tsv` from CLDR and `data/supplement.tsv`.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lists::Words;
use super::scan::{Text, with_lower};
use super::script::{Script, script, without_tanwin};
use super::section::{SUPPLEMENT, section};

const UNITS: &str = include_str!("data/units.tsv");
const NAMES: &str = include_str!("data/unit_names.tsv");

/// A unit: its place in the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit(u8);

/// A line of the data.
#[derive(Debug)]
struct Row {
    dimension: &'static str,
    /// In the dimension's own unit; several, where the name stands for several.
    sizes: Vec<f64>,
    /// Its name in CLDR.
    name: &'static str,
    symbols: Vec<&'static str>,
}

fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let row = |line: &'static str| {
            let mut cells = line.split('\t');
            let (dimension, sizes, name) = (cells.next()?, cells.next()?, cells.next()?);
            let sizes = sizes.split('/').filter_map(|size| size.parse().ok()).collect();
            Some(Row { dimension, sizes, name, symbols: cells.collect() })
        };
        UNITS.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect()
    })
}

/// How words for the hour begin, that make energy of power.
const HOURS: [&str; 15] =
    ["h", "H", "stund", "Stund", "tim", "uur", "ora", "ore", "godz", "saat", "час", "ساعة", "時", "时", "小"];

/// Longer names are looked up in lower case; symbols differ by it.
const SYMBOL: usize = 3;

/// The names of units in a language.
#[derive(Debug, Default)]
pub(super) struct Names {
    all: FxHashMap<&'static str, Unit>,
    /// How the names begin: what stands behind most numbers is none of them.
    beginnings: FxHashSet<u64>,
}

impl Names {
    pub(super) fn new(language: &str) -> Names {
        let mut names = Names::default();
        for (place, row) in rows().iter().enumerate() {
            for symbol in &row.symbols {
                names.add(symbol, Unit(place as u8));
            }
        }
        let supplement = section(SUPPLEMENT, language).filter_map(|line| line.strip_prefix("unit\t"));
        for line in section(NAMES, language).chain(supplement) {
            let mut cells = line.split('\t');
            let Some((dimension, name)) = cells.next().and_then(|unit| unit.split_once('-')) else {
                continue;
            };
            let unit = rows().iter().position(|row| row.dimension == dimension && row.name == name);
            if let Some(unit) = unit {
                cells.for_each(|form| names.add(form, Unit(unit as u8)));
            }
        }
        names
    }

    fn add(&mut self, form: &'static str, unit: Unit) {
        self.all.insert(form, unit);
        self.beginnings.insert(beginning(form));
    }

    /// The unit of a name or symbol.
    pub(super) fn get(&self, form: &str) -> Option<Unit> {
        if form.chars().nth(SYMBOL).is_none() {
            return self.all.get(form).copied();
        }
        with_lower(form, |lower| {
            self.all.get(lower).or_else(|| self.all.get(without_tanwin(lower)?)).copied()
        })
    }

    /// The unit whose name or symbol follows at `end`, and where that ends.
    pub(super) fn after(&self, text: &Text<'_>, end: usize) -> Option<(Unit, usize)> {
        let rest = text.prose.get(end..)?;
        let mut name = rest.trim_start_matches(is_between);
        // Deux millions de kilomètres carrés.
        if name.starts_with('d')
            && let Some(bare) = ["de ", "d’", "d'", "di "].iter().find_map(|small| name.strip_prefix(small))
        {
            name = bare;
        }
        if !self.beginnings.contains(&beginning(name)) {
            return None;
        }
        let (unit, length) = self.longest(name)?;
        // The 60s are no seconds.
        let is_ending = name.len() == rest.len() && &name[..length] == "s";
        (!is_ending).then(|| (unit, end + rest.len() - name.len() + length))
    }

    /// The unit of the longest name or symbol that a text begins with, and its length.
    fn longest(&self, name: &str) -> Option<(Unit, usize)> {
        let (mut found, mut before, mut words) = (None, ' ', 0);
        // Most names stand in the text as they are in the table.
        let mut folded: Option<String> = None;
        // Past the last character stands a space.
        for (at, c) in name.char_indices().chain([(name.len(), ' ')]).take(LONGEST) {
            // Korean joins its endings: 200ml를, 6개월이다.
            let is_ending =
                script(c) == Script::Hangul && (before.is_ascii() || is_particle(&name[..at], &name[at..]));
            let inside =
                before.is_alphabetic() && c.is_alphabetic() && !script(c).is_unspaced() && !is_ending;
            if at > 0
                && !inside
                && let Some(unit) = self.get(folded.as_deref().unwrap_or(&name[..at]))
            {
                found = Some((unit, at, c));
            }
            let is_blank = is_between(c);
            words += usize::from(is_blank);
            if words > 4 || matches!(c, ',' | ';' | '(' | ')' | '\n') {
                break;
            }
            let same = match c {
                // Hebrew has marks of its own for these: מ"ל is מ״ל.
                '"' | '”' if script(before) == Script::Hebrew => '״',
                '\'' | '’' if script(before) == Script::Hebrew => '׳',
                '’' => '\'',
                _ if is_blank => ' ',
                _ => c,
            };
            if same != c && folded.is_none() {
                folded = Some(name[..at].to_owned());
            }
            if let Some(folded) = &mut folded {
                folded.push(same);
            }
            before = c;
        }
        let (unit, stop, next) = found?;
        // 500 megawatt-hours are no megawatts.
        let is_energy = || {
            let rest =
                name[stop..].trim_start_matches([' ', '\u{A0}', '\u{202F}', '-', '\u{2011}', '·', '.']);
            HOURS.iter().any(|hour| rest.starts_with(hour))
        };
        if unit.row().dimension == "power" && is_energy() {
            return None;
        }
        // Another unit, or the abbreviation of another word: l. is a line, г. a year.
        let goes_on = matches!(next, '²' | '³' | '/' | '·')
            || next.is_ascii_digit() && !before_is_unspaced(name, stop)
            || next == '.' && name[..stop].chars().nth(1).is_none() && stop + 1 < name.len()
            // Celui de 2004 s'est tenu.
            || matches!(next, '\'' | '’') && matches!(&name[..stop], "s" | "m" | "l" | "t");
        (!goes_on).then_some((unit, stop))
    }
}

/// Characters that a name has at most, and one behind.
const LONGEST: usize = 36;

/// Whether a name that ends here is in a script in which a number may follow at once: 1年3か月.
fn before_is_unspaced(name: &str, end: usize) -> bool {
    name[..end].chars().next_back().is_some_and(|c| script(c).is_unspaced())
}

/// What stands between a number and its unit, and between the words of one.
fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '-' | '\u{2011}')
}

/// The first five bytes of a text, as far as letters and digits of ASCII go on behind the first; equal for texts that
/// differ in ASCII case only.
fn beginning(text: &str) -> u64 {
    let goes_on = |(at, byte): &(usize, u8)| *at == 0 || byte.is_ascii_alphanumeric();
    let first = text.bytes().take(5).enumerate().take_while(goes_on);
    first.fold(0, |all, (_, byte)| all << 8 | u64::from(byte | 0x20))
}

impl Unit {
    fn row(self) -> &'static Row {
        &rows()[usize::from(self.0)]
    }

    /// A length of time by its name in the data.
    pub(super) fn of_time(name: &str) -> Option<Unit> {
        let place = rows().iter().position(|row| row.dimension == "duration" && row.name == name)?;
        Some(Unit(place as u8))
    }

    /// The symbol, or the name in CLDR where there is none.
    pub(super) fn symbol(self) -> &'static str {
        self.row().symbols.first().copied().unwrap_or(self.row().name)
    }

    /// Whether both measure the same kind of thing. Languages say speeds as lengths, with the hour before them.
    pub(super) fn is_like(self, other: Unit) -> bool {
        let (a, b) = (self.row().dimension, other.row().dimension);
        a == b || matches!((a, b), ("length", "speed") | ("speed", "length"))
    }

    /// Whether one name may stand for the other: ton and tonne, degrees and °C.
    pub(super) fn is_same(self, other: Unit) -> bool {
        let (a, b) = (self.row(), other.row());
        let is_general = a.dimension == "temperature" && (a.name == "generic" || b.name == "generic");
        self.is_like(other) && (is_general || a.sizes.iter().any(|size| b.sizes.contains(size)))
    }

    /// Whether it measures another kind of thing, and its symbol is another one by the last letter alone: mg for ml. A
    /// millilitre may well be a gram, but no milligram.
    pub(super) fn is_slip_of(self, other: Unit) -> bool {
        const ALIKE: [[&str; 2]; 5] = [["ml", "mg"], ["kg", "km"], ["cl", "cm"], ["mg", "mm"], ["dl", "dm"]];
        let (a, b) = (self.symbol(), other.symbol());
        ALIKE.iter().any(|[one, another]| a == *one && b == *another || b == *one && a == *another)
    }

    pub(super) fn is_temperature(self) -> bool {
        self.row().dimension == "temperature"
    }

    /// Whether it is ten times another one, or a hundred times, or a tenth of it.
    pub(super) fn is_decimal_of(self, other: Unit) -> bool {
        let ([size], [of]) = (self.row().sizes.as_slice(), other.row().sizes.as_slice()) else {
            return false;
        };
        let power = (size / of).log10();
        self.row().dimension == other.row().dimension && (power - power.round()).abs() < 1e-9
    }

    /// Whether it measures time: an hour, a month.
    pub(super) fn is_time(self) -> bool {
        self.row().dimension == "duration"
    }

    pub(super) fn is_larger(self, other: Unit) -> bool {
        self.row().sizes[0] > other.row().sizes[0]
    }

    /// What `value` of this unit may be in another; of temperatures, also as a difference.
    pub(super) fn convert(self, value: f64, to: Unit) -> Vec<f64> {
        let (from, into) = (self.row(), to.row());
        if from.dimension == "temperature" {
            return match (from.name, into.name) {
                ("fahrenheit", "celsius") => vec![(value - 32.0) / 1.8, value / 1.8],
                ("celsius" | "generic", "fahrenheit") => vec![value * 1.8 + 32.0, value * 1.8],
                ("celsius" | "generic", "generic") => vec![value * 1.8 + 32.0],
                _ => Vec::new(),
            };
        }
        let all = from.sizes.iter().flat_map(|size| into.sizes.iter().map(move |other| value * size / other));
        all.collect()
    }
}

/// Whether `written` is a usual rounding of `exact`: two figures and more are right to the last one, or to a five
/// there, and to five per cent; a round number to ten.
pub(super) fn is_rounded(exact: f64, written: f64) -> bool {
    let off = (exact - written).abs();
    if written == 0.0 || exact == 0.0 {
        return off < 0.5;
    }
    let share = off / exact.abs();
    let (figures, step, last) = figures(written);
    share <= 0.01
        || share <= 0.05 && (off <= step || last == 5 && off <= 2.5 * step)
        || share <= 0.10 && figures == 1
}

/// Whether `written` is right to its last digit, or nearly `exact`: 2.1 for 2.08.
pub(super) fn is_right_to_its_last_digit(exact: f64, written: f64) -> bool {
    let off = (exact - written).abs();
    let (figures, step, _) = figures(written);
    off <= 0.005 * exact.abs() || figures >= 2 && off <= 0.5 * step
}

/// Whether `written` is `exact` with as many figures, or a usual rounding with fewer.
pub(super) fn is_moved(exact: f64, written: f64) -> bool {
    let is_same = (exact - written).abs() <= 1e-9 * exact.abs();
    is_same || figures(written).0 < figures(exact).0 && is_rounded(exact, written)
}

/// Whether `written` is a usual rounding of a temperature.
pub(super) fn is_rounded_temperature(exact: f64, written: f64) -> bool {
    let off = (exact - written).abs();
    // The marks of an oven: 350 °F for 180 °C.
    let is_of_oven = written % 25.0 == 0.0 && written >= 250.0;
    let least = if is_of_oven {
        8.0
    } else if written % 10.0 == 0.0 {
        5.0
    } else if written % 5.0 == 0.0 {
        2.5
    } else {
        1.0
    };
    off <= least && off <= exact.abs().max(10.0) * 0.1
}

/// How many figures a number has up to its last one that is no zero, the size of that one, and the figure.
fn figures(number: f64) -> (usize, f64, u64) {
    // In millionths: what prose writes is exact there.
    let mut whole = (number.abs() * 1e6).round() as u64;
    let mut step = 1e-6;
    while whole > 0 && whole.is_multiple_of(10) {
        whole /= 10;
        step *= 10.0;
    }
    (whole.to_string().len(), step, whole % 10)
}

/// Whether a text goes on behind a Korean name with a particle or an ending, or with what is joined to a number of units.
fn is_particle(name: &str, rest: &str) -> bool {
    static PARTICLES: Words = Words::of("particles");
    // 3분의 1 is a third, 초과 what exceeds, 도로 a road.
    const OTHERS: [(&str, &str); 3] = [("분", "의"), ("초", "과"), ("도", "로")];
    PARTICLES.all().iter().any(|particle| rest.starts_with(particle))
        && !OTHERS.iter().any(|(unit, other)| name == *unit && rest.starts_with(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lexicon::Lexicon;
    use crate::check::{Asked, Format, RuleSet, Settings, Source, Target, check};
    use crate::document::BlockKind;

    /// The lines of a language: the unit, and its names.
    fn names_of(language: &str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
        section(NAMES, language).filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?, cells.collect()))
        })
    }

    /// Names that are also an abbreviation of a million or a trillion, and one that holds a number.
    const DOUBTFUL: [(&str, &str); 3] = [("el", "εκ"), ("en", "tn"), ("hi", "14 पौंड का बट्टा")];

    #[test]
    fn each_name_of_a_unit_renders_its_french_one() {
        let languages = NAMES.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
        let french: Vec<(&str, Vec<&str>)> = names_of("fr").collect();
        let mut wrong = String::new();
        for language in languages.filter(|language| *language != "fr") {
            let target = Target::new(&language.parse().expect("a language"));
            let unspaced = target.script.is_unspaced();
            for (unit, names) in names_of(language) {
                let Some((_, french)) = french.iter().find(|(known, _)| *known == unit) else { continue };
                let names = names.iter().filter(|name| !DOUBTFUL.contains(&(language, name)));
                for (name, said) in names.zip(french.iter().cycle()) {
                    let source = format!("Le relevé donne 72 {said} ici.");
                    let source = Source::new(&source, BlockKind::Paragraph, Format::Plain);
                    let translation = format!("K: 72{}{name} K.", if unspaced { "" } else { " " });
                    let asked = Asked {
                        source: &source,
                        translation: &translation,
                        target: &target,
                        rules: RuleSet::none().with("numbers"),
                        headings: None,
                    };
                    for problem in check(asked, &Settings::default()) {
                        wrong += &format!(
                            "{language}: {} → {translation}: {}\n",
                            source.french(),
                            problem.message
                        );
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    fn unit(language: &str, after: &str) -> Option<&'static str> {
        let lexicon = Lexicon::new(language);
        let text = Text::new(after);
        lexicon.units().after(&text, 0).map(|(unit, _)| unit.row().name)
    }

    #[test]
    fn a_unit_is_read_behind_its_number() {
        for (language, after, name) in [
            ("fr", " km de plage", "kilometer"),
            ("fr", " kilomètres à l’heure", "kilometer-per-hour"),
            ("fr", " km², dit-il", "square-kilometer"),
            ("fr", " de km²", "square-kilometer"),
            ("fr", "\u{202F}°C", "celsius"),
            ("en", "-mile walk", "mile"),
            ("en", " square feet.", "square-foot"),
            ("en", " Degrees Fahrenheit", "fahrenheit"),
            ("en", " pounds", "pound"),
            ("en", "°F", "fahrenheit"),
            ("en", " mi. away", "mile"),
            ("en", " in. wide", "inch"),
            ("en", " sq. mi. of woods", "square-mile"),
            ("de", " Meilen weit", "mile"),
            ("zh", "英里外", "mile"),
            ("zh", "平方英里", "square-mile"),
            ("ja", " マイルの道", "mile"),
            ("ru", " миль отсюда", "mile"),
        ] {
            assert_eq!(unit(language, after), Some(name), "{language}{after}");
        }
        for after in [" m/min", " kmx", " in May", " people", ", km", "", " g. of"] {
            assert_eq!(unit("en", after), None, "{after}");
        }
    }

    #[test]
    fn names_of_one_size_are_the_same_unit() {
        let read = |language: &str, name: &str| {
            let lexicon = Lexicon::new(language);
            lexicon.units().after(&Text::new(name), 0).map(|(unit, _)| unit)
        };
        let same = |a: &str, b: &str| read("fr", a).unwrap().is_same(read("en", b).unwrap());
        assert!(same("tonnes", "tons") && same("degrés", "°C") && same("kilos", "kg"));
        assert!(!same("km", "miles") && !same("°C", "°F") && !same("km", "kg"));
    }

    #[test]
    fn what_people_round_is_right_and_what_they_mistake_is_not() {
        for (exact, written) in [
            (62.14, 62.0),
            (62.14, 60.0),
            (65.6, 65.0),
            (65.6, 66.0),
            (11.02, 11.0),
            (0.62, 0.6),
            (26.22, 26.2),
            (6.56, 6.0),
        ] {
            assert!(is_rounded(exact, written), "{exact} {written}");
        }
        for (exact, written) in
            [(62.14, 66.0), (62.14, 100.0), (11.02, 12.0), (11.02, 5.0), (65.6, 75.0), (26.22, 42.195)]
        {
            assert!(!is_rounded(exact, written), "{exact} {written}");
        }
        assert!(is_rounded_temperature(86.0, 86.0) && is_rounded_temperature(98.6, 99.0));
        assert!(!is_rounded_temperature(86.0, 30.0) && !is_rounded_temperature(86.0, 82.0));
    }

    #[test]
    fn between_metric_units_only_the_point_moves() {
        assert!(is_moved(183.0, 183.0) && is_moved(2340.0, 2300.0) && is_moved(0.75 * 100.0, 75.0));
        assert!(!is_moved(183.0, 182.0) && !is_moved(2340.0, 2350.0));
    }

    #[test]
    fn every_name_of_a_unit_is_one_that_the_data_know() {
        let known: Vec<String> = rows().iter().map(|row| format!("{}-{}", row.dimension, row.name)).collect();
        let named = NAMES.lines().filter(|line| !line.starts_with(['#', '[']));
        let more = SUPPLEMENT.lines().filter_map(|line| line.strip_prefix("unit\t"));
        for line in named.chain(more) {
            let unit = line.split('\t').next().unwrap_or_default();
            assert!(known.iter().any(|known| known == unit), "{line}");
        }
    }
}
