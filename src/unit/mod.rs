//! Units: ids, states, what a sync or an acceptance changes, figures.
//!
//! Values in, values out: knows no file system. Texts of catalogs come in and go out whole; between them
//! are lists of edits.

pub mod accept;
pub mod assess;
pub mod astray;
mod bundles;
pub mod by_hand;
pub mod compose;
pub mod figures;
mod former;
pub mod id;
pub mod page;
pub mod plan;
pub mod prune;
mod remembered;
pub mod repeats;
pub mod sentences;
pub mod since;
mod spot;
pub mod state;
pub mod track;
pub mod typed;

pub use bundles::{Bundles, Shared, findings_of_shared};
pub use figures::Figures;
pub use page::{Address, CatalogFile, Page, Presence};
pub use state::{Staleness, State};
