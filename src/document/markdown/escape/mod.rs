//! What a text needs in each place of a page, so that it begins and ends no block there. Inline markup of
//! a translation is its own affair, and stays.

pub(super) mod brackets;
pub(super) mod cell;
pub(super) mod emphasis;
pub(super) mod heading;
pub(super) mod mdx;
pub(super) mod value;
