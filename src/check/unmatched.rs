//! What only one of two texts has, in any order: each thing of the French takes one of the translation away.

/// Takes away what the translation has, too; gives what it alone has.
pub(super) fn added<T>(
    wanted: &mut Vec<T>,
    here: impl IntoIterator<Item = T>,
    is_same: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let mut added = Vec::new();
    for one in here {
        match wanted.iter().position(|wanted| is_same(wanted, &one)) {
            Some(at) => {
                wanted.remove(at);
            }
            None => added.push(one),
        }
    }
    added
}

/// Takes away pairs of what is left, that are the same in some wider sense.
pub(super) fn pair_off<T>(wanted: &mut Vec<T>, added: &mut Vec<T>, is_same: impl Fn(&T, &T) -> bool) {
    wanted.retain(|wanted| match added.iter().position(|added| is_same(wanted, added)) {
        Some(at) => {
            added.remove(at);
            false
        }
        None => true,
    });
}
