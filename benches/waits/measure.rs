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

/// A command to be measured, and what is to be done before each of its runs, which is not measured.
pub(crate) struct Wait<'a> {
    command: Command,
    prepare: Box<dyn FnMut() + 'a>,
}

impl<'a> Wait<'a> {
    /// A command that needs nothing done.
    pub(crate) fn new(command: Command) -> Self {
        Wait { command, prepare: Box::new(|| {}) }
    }

    /// The same, after what `prepare` does.
    pub(crate) fn after(self, prepare: impl FnMut() + 'a) -> Self {
        Wait { prepare: Box::new(prepare), ..self }
    }
}

/// The least that each command cost in `rounds` rounds, after one that is not counted if there are several.
///
/// The commands take turns: what else the machine does, and what state its disk is in, meets all alike.
pub(crate) fn take_turns(rounds: usize, waits: &mut [Wait<'_>]) -> Vec<Cost> {
    let mut best: Vec<Option<Cost>> = vec![None; waits.len()];
    for round in 0..if rounds > 1 { rounds + 1 } else { 1 } {
        for (wait, best) in waits.iter_mut().zip(&mut best) {
            (wait.prepare)();
            let cost = once(&mut wait.command);
            if round > 0 || rounds == 1 {
                *best = Some(best.map_or(cost, |best| best.least(cost)));
            }
        }
    }
    best.into_iter().map(|cost| cost.expect("at least one round")).collect()
}

impl Cost {
    /// The least times, and the most memory.
    fn least(self, other: Cost) -> Cost {
        Cost {
            processor: self.processor.min(other.processor),
            wall: self.wall.min(other.wall),
            memory: self.memory.max(other.memory),
        }
    }
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
