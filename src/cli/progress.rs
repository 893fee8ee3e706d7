//! A bar on the terminal for what takes longer than a moment.

use std::sync::Once;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shorter waits need no bar; one that flashes up disturbs.
const MOMENT: Duration = Duration::from_millis(500);

/// How far a command is. Says nothing before half a second has passed, and nothing at all where nobody
/// looks on: in CI, in a pipe, with `--quiet`.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    shown: Once,
    watched: Watched,
}

/// Whether a person sees standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Watched {
    /// On a terminal.
    Yes,
    /// By nobody.
    No,
}

impl Progress {
    /// `total` steps are ahead.
    pub(super) fn new(total: usize, watched: Watched) -> Self {
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::hidden());
        // The template is a constant; a bar without it would do.
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} documents") {
            bar.set_style(style);
        }
        Progress { bar, begun: Instant::now(), shown: Once::new(), watched }
    }

    /// One step is done. May be called from any thread.
    pub(super) fn step(&self) {
        if self.watched == Watched::No {
            return;
        }
        if self.begun.elapsed() > MOMENT {
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
