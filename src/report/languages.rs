//! The names of languages in French, for the line that authors read.

/// Language subtags and their names, as the Unicode CLDR has them in French; sorted by the tag.
const NAMES: &[(&str, &str)] = &[
    ("af", "afrikaans"),
    ("am", "amharique"),
    ("ar", "arabe"),
    ("az", "azéri"),
    ("be", "biélorusse"),
    ("bg", "bulgare"),
    ("bn", "bengali"),
    ("br", "breton"),
    ("bs", "bosniaque"),
    ("ca", "catalan"),
    ("co", "corse"),
    ("cs", "tchèque"),
    ("cy", "gallois"),
    ("da", "danois"),
    ("de", "allemand"),
    ("el", "grec"),
    ("en", "anglais"),
    ("eo", "espéranto"),
    ("es", "espagnol"),
    ("et", "estonien"),
    ("eu", "basque"),
    ("fa", "persan"),
    ("fi", "finnois"),
    ("fr", "français"),
    ("fy", "frison"),
    ("ga", "irlandais"),
    ("gd", "gaélique écossais"),
    ("gl", "galicien"),
    ("gsw", "suisse allemand"),
    ("gu", "goudjarati"),
    ("ha", "haoussa"),
    ("he", "hébreu"),
    ("hi", "hindi"),
    ("hr", "croate"),
    ("ht", "créole haïtien"),
    ("hu", "hongrois"),
    ("hy", "arménien"),
    ("id", "indonésien"),
    ("ig", "igbo"),
    ("it", "italien"),
    ("ja", "japonais"),
    ("ka", "géorgien"),
    ("kk", "kazakh"),
    ("km", "khmer"),
    ("kn", "kannada"),
    ("ko", "coréen"),
    ("ku", "kurde"),
    ("ky", "kirghize"),
    ("la", "latin"),
    ("lb", "luxembourgeois"),
    ("ln", "lingala"),
    ("lo", "lao"),
    ("lt", "lituanien"),
    ("lv", "letton"),
    ("mg", "malgache"),
    ("mk", "macédonien"),
    ("ml", "malayalam"),
    ("mn", "mongol"),
    ("mr", "marathi"),
    ("ms", "malais"),
    ("mt", "maltais"),
    ("my", "birman"),
    ("nb", "norvégien bokmål"),
    ("ne", "népalais"),
    ("nl", "néerlandais"),
    ("nn", "norvégien nynorsk"),
    ("no", "norvégien"),
    ("oc", "occitan"),
    ("pa", "pendjabi"),
    ("pl", "polonais"),
    ("ps", "pachto"),
    ("pt", "portugais"),
    ("rm", "romanche"),
    ("ro", "roumain"),
    ("ru", "russe"),
    ("rw", "kinyarwanda"),
    ("sk", "slovaque"),
    ("sl", "slovène"),
    ("so", "somali"),
    ("sq", "albanais"),
    ("sr", "serbe"),
    ("sv", "suédois"),
    ("sw", "swahili"),
    ("ta", "tamoul"),
    ("te", "télougou"),
    ("tg", "tadjik"),
    ("th", "thaï"),
    ("ti", "tigrigna"),
    ("tk", "turkmène"),
    ("tr", "turc"),
    ("ty", "tahitien"),
    ("uk", "ukrainien"),
    ("ur", "ourdou"),
    ("uz", "ouzbek"),
    ("vi", "vietnamien"),
    ("wo", "wolof"),
    ("xh", "xhosa"),
    ("yo", "yoruba"),
    ("zh", "chinois"),
    ("zu", "zoulou"),
];

/// A locale in French, without its article: `anglais`, `portugais (pt-BR)`; of a language that the list has not,
/// its tag.
pub(super) fn name(tag: &str) -> String {
    let language = tag.split('-').next().unwrap_or(tag);
    match NAMES.binary_search_by(|(known, _)| known.cmp(&language)) {
        Err(_) => tag.to_owned(),
        Ok(at) if language == tag => NAMES[at].1.to_owned(),
        Ok(at) => format!("{} ({tag})", NAMES[at].1),
    }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, name};

    #[test]
    fn languages_are_named_in_french() {
        assert_eq!(name("en"), "anglais");
        assert_eq!(name("zh-Hant"), "chinois (zh-Hant)");
        assert_eq!(name("tlh"), "tlh");
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
    }
}
