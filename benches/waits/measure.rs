//! A command as a whole process: processor time, wall time, peak memory.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4 as _;

/// What a run cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Processor time, user and system.
    pub(crate) processor: Duration,
    /// Wall time.
    pub(crate) wall: Duration,
    /// Peak resident memory in bytes.
    pub(crate) memory: u64,
}

/// The least of `runs` runs, after one that is not counted; `before` is called before each.
pub(crate) fn least(runs: usize, command: &mut Command, mut before: impl FnMut()) -> Cost {
    let mut best: Option<Cost> = None;
    for run in 0..=runs {
        before();
        let cost = once(command);
        if run > 0 || runs == 0 {
            best = Some(best.map_or(cost, |best| Cost {
                processor: best.processor.min(cost.processor),
                wall: best.wall.min(cost.wall),
                memory: best.memory.max(cost.memory),
            }));
        }
    }
    best.expect("at least one run")
}

fn once(command: &mut Command) -> Cost {
    let begun = Instant::now();
    let mut child =
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the command can be started");
    let usage = child.wait4().expect("the command ends");
    Cost {
        processor: usage.rusage.utime + usage.rusage.stime,
        wall: begun.elapsed(),
        memory: usage.rusage.maxrss,
    }
}
