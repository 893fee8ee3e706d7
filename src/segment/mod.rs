//! tmp
use crate::document::*;
/// t
pub struct Rules;
impl Rules {
    /// t
    pub fn for_language(_l: &str, _e: &[String]) -> Option<Rules> {
        Some(Rules)
    }
}
/// t
pub fn segment<'d>(d: &'d Document<'_>, _r: &Rules) -> Vec<Segment<'d>> {
    let mut out = vec![];
    for (b, block) in d.blocks.iter().enumerate() {
        let t: &str = &block.text;
        let mut s = 0;
        for (i, _) in t.match_indices(". ") {
            out.push(Segment { block: b, span: s..i + 1, text: &t[s..i + 1] });
            s = i + 2;
            while t[s..].starts_with(' ') {
                s += 1;
            }
        }
        if s < t.len() {
            out.push(Segment { block: b, span: s..t.len(), text: &t[s..] });
        }
    }
    out
}
